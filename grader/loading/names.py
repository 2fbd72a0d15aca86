"""What the files are called that learners hand in: Python files and notebooks, by their suffix."""

from __future__ import annotations

import os

SUFFIXES = (".py", ".ipynb", ".py.txt")
"""How programs are called; some platforms and browsers put `.txt` after what they do not know."""


def is_python(name: str) -> bool:
    """Whether a file is called as Python files and notebooks are."""
    return name.lower().endswith(SUFFIXES)


def stem_of(name: str) -> str:
    """A program's name without what says that it is one."""
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")
    return name[: len(name) - len(suffix)] if suffix else os.path.splitext(name)[0]
