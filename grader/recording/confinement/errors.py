"""The one error of this package: a layer that was asked for cannot be had."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


class ConfinementError(Exception):
    """A layer of confinement failed.

    layer: which one; what: the step that failed; number: its errno (0 when the kernel was not asked);
    advice: what the person at the machine can do.
    """

    def __init__(self, layer: str, what: str, number: int = 0, advice: str = "") -> None:
        self.layer = layer
        self.what = what
        self.number = number
        self.advice = advice
        reason = f" ({os.strerror(number)})" if number else ""
        super().__init__(f"{layer}: {what}{reason}" + (f"; {advice}" if advice else ""))


@contextmanager
def step(layer: str, what: str, advice: str = "") -> Iterator[None]:
    """Turn what the system raises at one step into a ConfinementError that names it."""
    try:
        yield
    except (OSError, ValueError) as error:
        # setrlimit(2) refused is a ValueError in Python.
        raise ConfinementError(layer, what, getattr(error, "errno", None) or 0, advice) from error
