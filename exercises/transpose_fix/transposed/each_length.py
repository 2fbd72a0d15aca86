"""Are the product's rows and columns each told, in sentences that may speak of other numbers, too?"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from grader.evidence.printed import Length, lengths_in
from grader.submission import Submission
from grader.syntax.shapes import lengths_read, measured_in, without_sides
from grader.syntax.slicing import forward_slice
from grader.syntax.telling import said_at
from grader.trace import Print, Trace

from .operands import results_of
from .whose_lengths import lines_of_columns_alone, lines_of_the_operands

MOST_PRINTS = 20
"""Of one line: an honest one is done a few times."""
MOST_TOLD = 200
MOST_BETWEEN = 160
"""Characters between what is said of the rows, and of the columns."""


class _Told(NamedTuple):
    """A length that was printed: by which line, as which part of all that was, where in it, and if a word names it."""

    line: int
    part: int
    place: int
    named: bool


def each_length_told(as_written: Trace, narrower: Trace, columns: int, since: int, submission: Submission) -> bool:
    """Whether lines that read the product's lengths tell its 3 rows, and its columns, which change with B's.

    As in `print("A has 3 columns, so C has", C.shape[0], "rows")`. The rows are told first, or words say which is
    which. columns: how many B has in the other run; since: when the product was there, in events.
    """
    lines = _reading_lengths(as_written, submission)
    if not lines:
        return False
    of_rows = lines - lines_of_columns_alone(submission)
    rows = [told for line in of_rows for told in _beyond_typed(as_written, line, 3, since, submission, of_rows=True)]
    usual, narrow = (
        {line: list(_beyond_typed(trace, line, width, begun, submission, of_rows=False)) for line in lines}
        for trace, width, begun in ((as_written, 4, since), (narrower, columns, 0))
    )
    following = [told for line in lines if narrow[line] for told in usual[line]]
    return any(
        _belong_together(one, other) and (one.place < other.place or (one.named and other.named))
        for one, other in itertools.product(rows[:MOST_TOLD], following[:MOST_TOLD])
    )


def _reading_lengths(trace: Trace, submission: Submission) -> set[int]:
    """The lines that depend on the lengths of what may be the product, and read no others."""
    names = {name.replace('"', "'") for name in results_of(trace)}
    reading = (line for line, objects in measured_in(submission.text).items() if objects <= names)
    found: set[int] = set().union(*(forward_slice(submission.text, line) for line in reading))
    silent = lines_of_the_operands(trace, submission) | without_sides(submission.text)
    # A shape that is printed as a whole may have more than two lengths.
    return {line for line in found - silent if lengths_read(submission.text, line) is not None}


def _beyond_typed(
    trace: Trace, line: int, value: int, since: int, submission: Submission, *, of_rows: bool
) -> Iterator[_Told]:
    """Where a line printed a number more often than it stands in its own text, and not as the other side's length."""
    typed = sum(one.value == value for one in lengths_in(said_at(submission.text, line)))
    for number, begins, part in _printed_by(trace).get(line, ())[:MOST_PRINTS]:
        found = [one for one in lengths_in(part.text) if one.value == value]
        fitting = [one for one in found if not _is_of_the_other(one, of_rows)]
        if part.order >= since and len(found) > typed and fitting:
            last = fitting[-1]
            yield _Told(line, number, begins + last.start, last.of_rows if of_rows else last.of_columns)


@functools.lru_cache(maxsize=2)
def _printed_by(trace: Trace) -> dict[int, list[tuple[int, int, Print]]]:
    """What each line printed: as which part of all that was, and where it begins in that."""
    begins = itertools.accumulate((len(part.text) for part in trace.prints), initial=0)
    found: dict[int, list[tuple[int, int, Print]]] = {}
    for number, (part, place) in enumerate(zip(trace.prints, begins, strict=False)):
        found.setdefault(part.line, []).append((number, place, part))
    return found


def _belong_together(one: _Told, other: _Told) -> bool:
    """Whether two lengths may be of the same array: what a loop tells in another round may be another one's."""
    in_one_round = one.line != other.line or one.part == other.part
    return in_one_round and 0 < abs(one.place - other.place) <= MOST_BETWEEN


def _is_of_the_other(length: Length, of_rows: bool) -> bool:
    return length.of_columns if of_rows else length.of_rows
