"""How the command ends: its exit codes, and why a call cannot be carried out."""

from __future__ import annotations

import os
import sys

PASSED, NOT_PASSED, UNUSABLE, GRADER_FAILED, INTERRUPTED = 0, 1, 2, 3, 130


class CommandError(Exception):
    """A call that cannot be carried out. code: the exit code that says whose fault it is; own: the grader's mistake."""

    def __init__(self, message: str, code: int, *, own: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.own = own


def write_nowhere() -> None:
    """From here on standard output goes nowhere: what is still to be flushed must not raise again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
