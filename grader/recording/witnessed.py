"""What takes the place of a function that is told apart: it looks like that function, and has its calls seen."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from grader.recording.hidden import hidden


class Witnessed:
    """Looks and behaves like the function that it stands for, and lets the recorder see each call."""

    __slots__ = ("_call", "_function")
    _function: Callable[..., Any]
    _call: Callable[..., Any]

    def __init__(self, function: Callable[..., Any], call: Callable[..., Any]) -> None:
        _set_function(self, function)
        _set_call(self, call)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return _call_of(self)(*arguments, **keywords)

    def __getattr__(self, name: str) -> Any:
        return getattr(_function_of(self), name)

    def __repr__(self) -> str:
        return repr(_function_of(self))

    def __eq__(self, other: object) -> bool:
        return other is self or other is _function_of(self)

    def __hash__(self) -> int:
        return hash(_function_of(self))

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        # As an attribute of a class, NumPy's functions and the built-in ones are not bound to its objects.
        binds = hasattr(type(_function_of(self)), "__get__")
        return functools.partial(self, instance) if binds and instance is not None else self

    def __copy__(self) -> Witnessed:
        return self

    def __deepcopy__(self, known: object) -> Witnessed:
        return self

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, _function_of(self))

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(_function_of(self))

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        described: str | None = _function_of(self).__doc__
        return described


# What is wrong with a use of it is said as of a function.
Witnessed.__name__ = Witnessed.__qualname__ = "builtin_function_or_method"
Witnessed.__module__ = "builtins"

# The function that it stands for has no such attributes either.
_function_of, _set_function = hidden(Witnessed, "_function")
_call_of, _set_call = hidden(Witnessed, "_call")


def plain(value: Any) -> Any:
    """The function that a stand-in stands for; another value as it is."""
    return _function_of(value) if type(value) is Witnessed else value
