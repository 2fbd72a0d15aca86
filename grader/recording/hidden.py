"""Attributes that only the module which declares them can read: the slots of a class, taken away from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Hidden(NamedTuple):
    """Reads and writes what an object has in a slot that its class does not show any more."""

    of: Callable[[Any], Any]
    set: Callable[[Any, Any], None]


def hidden(owner: type, slot: str) -> Hidden:
    """Take a slot away from the class that declares it."""
    descriptor = vars(owner)[slot]
    delattr(owner, slot)
    return Hidden(descriptor.__get__, descriptor.__set__)
