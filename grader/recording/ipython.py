"""What notebooks import of IPython, for a machine that has none: `display`, and what is given to it."""

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


class _Shown:
    """Text that is shown as it is."""

    def __init__(self, data: object = "", **options: object) -> None:
        self.data = data

    def __repr__(self) -> str:
        return str(self.data)


def _nothing(*values: object, **options: object) -> None:
    """Needs a notebook's page."""
