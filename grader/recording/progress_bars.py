"""tqdm, for a machine that has none: loops go through what they are given, and no progress is drawn."""

from __future__ import annotations

import importlib.util
import sys
import types
from collections.abc import Iterable, Iterator, Sized
from typing import Any

NAME = "tqdm"
_PARTS = ("notebook", "auto", "autonotebook", "std")
"""Modules of it that draw in other places."""


def provide() -> None:
    """Make `tqdm` importable where it is not."""
    if importlib.util.find_spec(NAME) is not None:
        return
    package = types.ModuleType(NAME)
    parts = {part: types.ModuleType(f"{NAME}.{part}") for part in _PARTS}
    for module in (package, *parts.values()):
        module.__dict__.update(tqdm=_Bar, trange=_over_range)
        sys.modules[module.__name__] = module
    package.__dict__.update(parts, __path__=[])


class _Bar:
    """What it is given, to go through; whatever is asked of it beside that draws nothing."""

    write = staticmethod(print)

    def __init__(self, iterable: Iterable[Any] = (), *places: object, **options: object) -> None:
        self._iterable = iterable

    def __iter__(self) -> Iterator[Any]:
        return iter(self._iterable)

    def __len__(self) -> int:
        return len(self._iterable) if isinstance(self._iterable, Sized) else 0

    def __bool__(self) -> bool:
        return True

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def set_description(self, *values: object, **options: object) -> None:
        """Draws nothing."""

    update = set_postfix = set_postfix_str = refresh = close = reset = set_description


def _over_range(*bounds: int, **options: object) -> _Bar:
    return _Bar(range(*bounds))
