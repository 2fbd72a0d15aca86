"""What a notebook has when its author runs it, and nothing has where it is graded: its commands, and what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.diagnosis.error_text import row_of
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.text import short_name
from grader.trace import Raised

_GIVEN = re.compile(r"\s*(\w{1,80}) *= *([%!]\w{0,80})|\s*(%%capture) +(?:-\S+ +){0,3}(\w{1,80})")
"""`files = !ls`, `where = %pwd`, `%%capture shown`: which name gets something, and of which command."""
_CELLS = re.compile(r"name '(In|_ih|_i{1,3}|_i\d{1,9})' is not defined")


def lacking_in_a_notebook(stop: Raised, submission: Submission) -> str | None:
    """What the line with the error would have had of the notebook's commands, or of its list of cells."""
    if not submission.cells:
        return None
    if cells := _CELLS.match(stop.message):
        return f"Nothing keeps the cells in {cells[1]} where this notebook is graded: take such lines out of it."
    unknown = re.match(r"name '(\w+)' is not defined", stop.message)
    concerned = {unknown[1]} if unknown else names_in(row_of(stop, submission))
    for name, command in _given_by_commands(submission):
        if name in concerned:
            return (
                f"{short_name(name)} is what {command} gives, and nothing runs {command} where this notebook is graded:"
                " take such lines out of it."
            )
    return None


def _given_by_commands(submission: Submission) -> Iterator[tuple[str, str]]:
    """The names that commands of the notebook give something to, each with its command."""
    for found in filter(None, map(_GIVEN.match, submission.shown)):
        yield (found[4], found[3]) if found[3] else (found[1], found[2])
