"""Grades the "Try This" practice of the article on matrix multiplication: what is wrong, on which line, and why.

>>> from grader import grade
>>> result = grade("matmul_practice.py")
>>> result.status, result.score, result.max_score
('passed', 100.0, 100.0)
"""

from __future__ import annotations

import os
import sys

# `python -m grader` would look for every module first where it is called, which is among the files to be graded.
if sys.argv[:1] == ["-m"] and not sys.flags.safe_path and sys.path[:1] != [os.path.dirname(os.path.dirname(__file__))]:
    del sys.path[:1]

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.exercise import Pack
    from grader.grading import grade
    from grader.packs.reading import load_pack
    from grader.packs.spec import PackError
    from grader.recording.sandbox import SandboxError
    from grader.result import CheckResult, ExerciseResult, Note, Result, Run
    from grader.submission import SubmissionError

__version__ = "0.1.0"
TIME_LIMIT = 10.0
"""Seconds that a file may run as it is written, where nothing else is said."""

__all__ = [
    "CheckResult",
    "ExerciseResult",
    "Note",
    "Pack",
    "PackError",
    "Result",
    "Run",
    "SandboxError",
    "SubmissionError",
    "grade",
    "load_pack",
]

_HOMES = {
    "Pack": "grader.exercise",
    "PackError": "grader.packs.spec",
    "SandboxError": "grader.recording.sandbox",
    "SubmissionError": "grader.submission",
    "grade": "grader.grading",
    "load_pack": "grader.packs.reading",
}


def __getattr__(name: str) -> Any:
    # Imported when asked for: the launcher and `grade --help` need neither NumPy nor the judge.
    if name not in __all__:
        raise AttributeError(f"module 'grader' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES.get(name, "grader.result")), name)
