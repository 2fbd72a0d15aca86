"""What a class is, read past its metaclass: what is asked of it runs nothing of the submission's."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from typing import Any

ancestors: Callable[[type], tuple[type, ...]] = type.__dict__["__mro__"].__get__
"""The class itself, and those that it inherits from, in the order in which they are asked."""
attributes: Callable[[type], Mapping[str, Any]] = type.__dict__["__dict__"].__get__
"""What a class defines itself."""

_module: Callable[[type], object] = type.__dict__["__module__"].__get__


def module_of(kind: type) -> str:
    """The module that a class says it is from; nothing where it says no text, or nothing."""
    try:
        module = _module(kind)
    except AttributeError:
        return ""
    return module if type(module) is str else ""


def defined(kind: type, name: str) -> Any:
    """What a class defines or inherits under a name, None where there is nothing."""
    return next((attributes(one)[name] for one in ancestors(kind) if name in attributes(one)), None)


def members(value: Any) -> object:
    """The `__dict__` of an object, None where it has none of Python's own."""
    found = defined(type(value), "__dict__")
    return found.__get__(value) if type(found) is types.GetSetDescriptorType else None
