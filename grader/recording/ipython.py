"""What notebooks have of IPython, for a machine that has none: `display`, what is given to it, and `Out`."""

from __future__ import annotations

import importlib.util
import sys
import types
from collections.abc import Callable
from typing import Any

_SHOWN = ("Markdown", "HTML", "Latex", "Math", "Pretty", "Code", "JSON", "SVG", "Image")


def provide(show: Callable[..., None]) -> None:
    """Make `IPython.display` importable where it is not. show: what `display` does."""
    if importlib.util.find_spec("IPython") is not None:
        return
    package, module = types.ModuleType("IPython"), types.ModuleType("IPython.display")
    shown: dict[str, Any] = {name: type(name, (_Shown,), {}) for name in _SHOWN}
    module.__dict__.update(shown, display=show, clear_output=_nothing)
    core, shell = types.ModuleType("IPython.core"), types.ModuleType("IPython.core.interactiveshell")
    shell.__dict__.update(InteractiveShell=type("InteractiveShell", (), {}))
    core.__dict__.update(interactiveshell=shell, __path__=[])
    package.__dict__.update(display=module, core=core, get_ipython=_nothing, __path__=[])
    for one in (package, module, core, shell):
        sys.modules[one.__name__] = one


class History:
    """What a notebook keeps of the values that its cells show: `Out[3]` or `_3`, and `_`, `__`, `___` for the last."""

    def __init__(self) -> None:
        self._out: dict[int, Any] = {}
        self._last: tuple[Any, Any, Any] = ("", "", "")
        self._names: dict[str, Any] = {}

    def begin(self, names: dict[str, Any]) -> None:
        """names: where a name is looked for that the notebook has not given itself, as `for _ in` does."""
        self._names = names
        names.update(Out=self._out)
        self._remember(self._last)

    def keep(self, number: int, value: Any) -> None:
        """The value that the cell of this number shows."""
        if value is not self._out:
            self._out[number] = self._names[f"_{number}"] = value
            self._remember((value, *self._last[:2]))

    def _remember(self, last: tuple[Any, Any, Any]) -> None:
        self._last = last
        self._names.update(zip(("_", "__", "___"), last, strict=True))


class _Shown:
    """Text that is shown as it is."""

    def __init__(self, data: object = "", **options: object) -> None:
        self.data = data

    def __repr__(self) -> str:
        return str(self.data)


def _nothing(*values: object, **options: object) -> None:
    """Needs a notebook's page."""
