"""Why a file says what it does of its comparison: the source that decides a line, and what to say where it denies."""

from __future__ import annotations

import re

from grader.evidence.sentences import Sentence
from grader.evidence.words import quoted
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.syntax.statements import condition_of, name_assigned_in

COMPARES = r"[=!]=|\bis\b|equal|close|\b(all|any)\(|assert"
"""How a comparison is written."""


def reason_of(line: int, submission: Submission) -> str:
    """The source that decides what a line says: the line, the condition that it stands under, what it names."""
    rows = submission.lines
    if not 0 < line <= len(rows):
        return ""
    compared = {number for number in _given_before(line, submission) if re.search(COMPARES, rows[number - 1])}
    return "\n".join(rows[place - 1] for place in sorted(compared | _decided_at(line, submission)))


def rows_that_decide(line: int, submission: Submission) -> set[str]:
    """Where the names in a line, and in the condition that it stands under, are given their values, and why."""
    given = _given_before(line, submission)
    return {submission.lines[place - 1] for number in given for place in _decided_at(number, submission)}


def _decided_at(line: int, submission: Submission) -> set[int]:
    """A line, and the condition that it stands under."""
    return {line, condition_of(submission.text, line)}


def _given_before(line: int, submission: Submission) -> list[int]:
    """The lines before this one that give a value to what it names, or what its condition does."""
    rows = submission.lines
    words = {word for place in _decided_at(line, submission) for word in names_in(rows[place - 1])}
    return [number for number, row in enumerate(rows[: line - 1], 1) if name_assigned_in(row) in words]


def contradicted(sentence: Sentence) -> str:
    """How it is told that a file denies what is."""
    return f'Your result equals NumPy\'s, and the file says "{quoted(sentence.text)}".'
