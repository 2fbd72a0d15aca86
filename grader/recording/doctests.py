"""What `doctest` compares of a docstring's examples: seen as what a file compares itself."""

from __future__ import annotations

import ast
import importlib
from typing import TYPE_CHECKING, Any

from grader.recording.numbers import numbers

if TYPE_CHECKING:
    from grader.recording.recorder import Recorder

NAME = "doctest"
MOST_LINES = 100
LONGEST = 200
"""Characters of a line that is read as numbers."""


def watch(recorder: Recorder) -> None:
    """Have the module tell what it compares."""
    doctest = importlib.import_module(NAME)
    check = doctest.OutputChecker.check_output

    def check_output(checker: Any, wanted: str, given: str, options: int) -> Any:
        """Whether an example gives what stands below it."""
        lines = zip(given.splitlines()[:MOST_LINES], wanted.splitlines()[:MOST_LINES], strict=False)
        for left, right in ((_read(one), _read(other)) for one, other in lines):
            if numbers(left) is not None and numbers(right) is not None:
                recorder.compared_elsewhere(left, right)
        return check(checker, wanted, given, options)

    doctest.OutputChecker.check_output = check_output


def _read(line: str) -> Any:
    """What a line of an output is when Python reads it; None for what is no value."""
    try:
        return ast.literal_eval(line.strip()) if len(line) <= LONGEST else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
