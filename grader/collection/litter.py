"""Files that programs leave about and nobody hands in on purpose; they are passed over in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LITTER = frozenset(
    {"__macosx", ".ds_store", "thumbs.db", "desktop.ini", ".git", ".hg", ".svn", ".idea", ".vscode", "node_modules"}
    | {"__pycache__", ".ipynb_checkpoints", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
    | {".venv", "site-packages"}
)
_OF_AN_ENVIRONMENT = "pyvenv.cfg"
"""The file that makes a folder a virtual environment, whatever it is called (PEP 405)."""


def is_litter(part: str) -> bool:
    """Whether a file or folder of that name is litter. `._x` is what macOS keeps beside `x`."""
    return part.startswith("._") or part.casefold() in _LITTER


def without_environments(names: Iterable[str]) -> list[str]:
    """The names that are in no virtual environment."""
    every = list(names)
    inside = {name.removesuffix(_OF_AN_ENVIRONMENT) for name in every if name.endswith(f"/{_OF_AN_ENVIRONMENT}")}
    return [name for name in every if not any(folder in inside for folder in folders_of(name))] if inside else every


def folders_of(name: str) -> Iterator[str]:
    """The folders that a file is in, the outermost first, each with `/` at its end."""
    end = name.find("/")
    while end >= 0:
        yield name[: end + 1]
        end = name.find("/", end + 1)
