"""How the command ends: its exit codes, and why a call cannot be carried out."""

from __future__ import annotations

PASSED, NOT_PASSED, UNUSABLE, GRADER_FAILED, INTERRUPTED = 0, 1, 2, 3, 130


class CommandError(Exception):
    """A call that cannot be carried out. code: the exit code that says whose fault it is; own: the grader's mistake."""

    def __init__(self, message: str, code: int, *, own: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.own = own
