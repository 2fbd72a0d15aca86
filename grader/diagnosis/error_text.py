"""An error as a text: its message, and the line that it stands on below it, as patterns of known errors read both."""

from __future__ import annotations

import re

from grader.submission import Submission
from grader.trace import Raised

LONGEST = 500
"""Characters of an error, and of its line, that are looked at."""


def matched(pattern: str, stop: Raised, submission: Submission) -> re.Match[str] | None:
    """Whether an error and its line are, from the beginning, as a pattern says."""
    return re.match(pattern, error_and_row(stop, submission))


def error_and_row(stop: Raised, submission: Submission) -> str:
    """`NameError: name 'c' is not defined`, and in a second line `print(c)`."""
    return f"{f'{stop.type}: {stop.message}'[:LONGEST]}\n{row_of(stop, submission)}"


def row_of(stop: Raised, submission: Submission) -> str:
    """The line that an error stands on."""
    return submission.row(stop.line)[:LONGEST]
