"""Are the product's rows and columns each told, in sentences that may speak of other numbers, too?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grader.evidence.printed import Length, lengths_in
from grader.evidence.transposed.operands import results_of
from grader.evidence.transposed.whose_lengths import lines_of_columns_alone, lines_of_the_operands
from grader.submission import Submission
from grader.syntax.shapes import measured_in
from grader.syntax.slicing import forward_slice
from grader.syntax.telling import said_at
from grader.trace import Trace


class _Told(NamedTuple):
    """A length that a print told: the print's order, where the number stands in it, and whether a word names it."""

    order: int
    start: int
    named: bool


def each_length_told(as_written: Trace, narrower: Trace, columns: int, since: int, submission: Submission) -> bool:
    """Whether lines that read the product's lengths tell its 3 rows, and its columns, which change with B's.

    As in `print("A has 3 columns, so C has", C.shape[0], "rows")`. The rows are told first, or words say which is
    which. columns: how many B has in the other run; since: when the product was there, in events.
    """
    lines = _reading_lengths(as_written, submission)
    of_rows = lines - lines_of_columns_alone(submission)
    rows = [told for line in of_rows for told in _beyond_typed(as_written, line, 3, since, submission, of_rows=True)]
    usual, narrow = (
        {line: list(_beyond_typed(trace, line, width, begun, submission, of_rows=False)) for line in lines}
        for trace, width, begun in ((as_written, 4, since), (narrower, columns, 0))
    )
    following = [told for line in lines if narrow[line] for told in usual[line]]
    return any(
        one[:2] < other[:2] or (one.named and other.named and one != other) for one in rows for other in following
    )


def _reading_lengths(trace: Trace, submission: Submission) -> set[int]:
    """The lines that depend on the lengths of what may be the product, and read no others."""
    names = {name.replace('"', "'") for name in results_of(trace)}
    reading = (line for line, objects in measured_in(submission.text).items() if objects <= names)
    found: set[int] = set().union(*(forward_slice(submission.text, line) for line in reading))
    return found - lines_of_the_operands(trace, submission)


def _beyond_typed(
    trace: Trace, line: int, value: int, since: int, submission: Submission, *, of_rows: bool
) -> Iterator[_Told]:
    """Where a line printed a number more often than it stands in its own text, and not as the other side's length."""
    typed = sum(one.value == value for one in lengths_in(said_at(submission.text, line)))
    for part in trace.prints:
        if part.line != line or part.order < since:
            continue
        found = [one for one in lengths_in(part.text) if one.value == value]
        fitting = [one for one in found if not _is_of_the_other(one, of_rows)]
        if len(found) > typed and fitting:
            last = fitting[-1]
            yield _Told(part.order, last.start, last.of_rows if of_rows else last.of_columns)


def _is_of_the_other(length: Length, of_rows: bool) -> bool:
    return length.of_columns if of_rows else length.of_rows
