"""Is the shape of the product confirmed: printed, or compared with what it should be, so that it can turn out false?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from grader.evidence.made import is_held_elsewhere
from grader.evidence.printed import Mention, mentions
from grader.evidence.words import counts_otherwise, speaks_otherwise
from grader.recording.events import Site
from grader.submission import Submission
from grader.syntax.comparisons import always_true, has_another_way_out, true_by_itself
from grader.syntax.names import names_in
from grader.syntax.origins import looks_at_itself
from grader.syntax.returns import given_for_nothing
from grader.syntax.scopes import function_around
from grader.syntax.shapes import measured_at, measured_in, tells_sides, without_sides
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import branches_at, condition_of, handlers_in, says_the_same_at, swallowed_at
from grader.syntax.telling import typed_alone
from grader.trace import Trace, equal

from .operands import names_of, product_in, products_of, results_of, there_since
from .whose_lengths import (
    given_the_product,
    lines_of_columns_alone,
    lines_of_numpys_again,
    lines_of_other_matrices,
    lines_of_the_operands,
    names_at,
    with_shape,
)

_TELLS = r"\b(assert|raise|return|exit|quit|print)"
MOST_ENTRIES = 12
"""Of the result: no length of it is greater."""
_WORD = r"(?<!\d)[^\W\d_]+|[^\x00-\x7f\w]|:-?[()]|[()]:"
"""A word, or a sign such as a tick."""


def printed_anew(as_written: Trace, narrower: Trace, columns: int, since: int, submission: Submission) -> bool:
    """Whether what says (3, 4) says (3, columns) when B has fewer columns, as typed text does not.

    since: when the product was there, in events. What a line says of A's and B's lengths alone does not count.
    """
    silent = lines_of_the_operands(as_written, submission) | lines_of_columns_alone(submission)
    silent |= without_sides(submission.text) | typed_alone(submission.text)
    usual, narrow = (
        [
            Counter(mention.line for mention in mentions(trace, (3, width)) if mention.order > begun)
            for width in (4, columns)
        ]
        for trace, begun in (
            (as_written, since),
            (narrower, there_since(product_in(narrower, columns)) if since else 0),
        )
    )
    # Only where it was said before: an objection may name the shape that is asked for.
    return any(
        usual[0][line] > narrow[0][line] and narrow[1][line] >= max(1, usual[1][line])
        for line in usual[0]
        if line not in silent
    )


def compared_as_filled(trace: Trace, smaller: Trace, columns: int, submission: Submission) -> bool:
    """Whether the shape, or both lengths, of such an array are compared, and that has a consequence.

    Where the loops end with an error in the run with a smaller B, for their sizes are typed, it need not be filled.
    """
    lines = _with_both_lengths(trace, submission)
    compared = [pair for pair in trace.comparisons if pair.equal]
    sites = [one.site for one in compared if with_shape(one) or one.site.line in lines]
    names = results_of(trace)
    telling = [
        one
        for one in sites
        if _has_consequence(one.line, trace, submission) and not _in_vain(one.line, submission, names)
    ]
    beyond = any(stop.type == "IndexError" for stop in smaller.skipped)
    typed_sizes = beyond and product_in(smaller, columns) is None
    return read_as_filled(trace, telling, submission, typed_sizes=typed_sizes)


def read_as_filled(
    trace: Trace, places: Sequence[Mention | Site], submission: Submission, *, typed_sizes: bool = False
) -> bool:
    """Whether it is the shape of an array into which the product was put number by number, or row by row.

    Its size may be typed where it was made, or in the loops: then a run with a smaller one tells nothing.
    """
    products = products_of(trace)
    right = [sight for sight in trace.arrays(3, 4) if any(equal(sight.array, product) for product in products)]
    held = [one for sight in right for one in trace.seen(sight.array)]
    names = {name for one in held if one.how in ("bind", "changed") for name in one.site.names}
    others = [sight for sight in trace.arrays(3, 4) if right and sight.order < right[0].order]
    before = {name for sight in others for name in trace.names_of(sight.array)}
    if right and is_held_elsewhere(trace, right[0].array, submission):
        names |= before
    if not names or not (typed_sizes or right[0].how == "changed" or names & before):
        return False
    given = given_the_product(trace)
    lines = {place.line for place in places if 0 < place.line <= len(submission.lines)}
    spelled = {name.replace('"', "'") for name in names}
    return any(
        function_around(submission.text, line) in given or spelled & measured_at(submission.text, line)
        for line in lines
    )


def compared(trace: Trace, smaller: Trace, since: int, submission: Submission) -> bool:
    """Whether the shape is compared with (3, 4), and something is said or raised when it is another one.

    since: when the product was there, in events.
    """
    typed = {pair.site.line for pair in smaller.comparisons if pair.equal and with_shape(pair)}
    shapes = (pair for pair in trace.comparisons if pair.equal and with_shape(pair) and pair.order > since)
    lines = {pair.site.line for pair in shapes} - typed
    lines |= _with_both_lengths(trace, submission) - _with_both_lengths(smaller, submission)
    if any(_has_consequence(line, trace, submission) for line in _equal_at(trace, 3, submission)):
        # The rows are looked at by themselves.
        lines |= _equal_at(trace, 4, submission) - _equal_at(smaller, 4, submission)
    silent = lines_of_the_operands(trace, submission)
    telling = (line for line in lines - silent if tells_sides(submission.text, line))
    return any(
        speaks_otherwise(line, trace, smaller, submission) or counts_otherwise(line, trace, smaller, submission)
        for line in telling
    )


def fits_the_operands(trace: Trace, narrower: Trace, columns: int, submission: Submission) -> bool:
    """Whether the shape is compared with what A's and B's own shapes make of it, and something depends on that."""

    def fits(usual: int | list[int], narrow: int | list[int]) -> bool:
        lines = _equal_at(trace, usual, submission) & _equal_at(narrower, narrow, submission) - again
        others = (line for line in lines if not looks_at_itself(submission.text, line, names))
        return any(_has_consequence(line, trace, submission) for line in others)

    names = frozenset(results_of(trace))
    again = lines_of_numpys_again(trace) | lines_of_other_matrices(trace, submission)
    return fits([3, 4], [3, columns]) or (fits(3, 3) and fits(4, columns))


def _equal_at(trace: Trace, size: int | list[int], submission: Submission) -> set[int]:
    """The lines at which a shape, or a length of the result, is found equal to that."""
    rows = submission.lines
    names = results_of(trace)
    found = {
        pair.site.line
        for pair in trace.comparisons
        if pair.equal and np.asarray(pair.left).tolist() == np.asarray(pair.right).tolist() == size
    }
    given = given_the_product(trace)
    of_the_result = _lines_after_lengths(names, submission) if isinstance(size, int) else frozenset()
    return {
        line
        for line in found
        if isinstance(size, list)
        or line in of_the_result
        or (
            line
            and (
                names_at(line, names, submission) & names_in(rows[line - 1])
                or function_around(submission.text, line) in given
            )
        )
    }


def _lines_after_lengths(names: set[str], submission: Submission) -> frozenset[int]:
    """The lines that depend on where lengths of objects with these names are read."""
    reading = (line for line, objects in measured_in(submission.text).items() if names & objects)
    return frozenset().union(*(forward_slice(submission.text, line) for line in reading))


def _with_both_lengths(trace: Trace, submission: Submission) -> set[int]:
    """The lines at which the result's lengths are found equal to 3 and to 4, or to one below an `if` of the other."""
    rows, columns = (_equal_at(trace, length, submission) for length in (3, 4))
    below = {
        inner
        for one, other in ((rows, columns), (columns, rows))
        for inner in other
        if any(inner in branches_at(submission.text, outer) for outer in one)
    }
    return (rows & columns) | below


def _has_consequence(line: int, trace: Trace, submission: Submission) -> bool:
    """Whether something asserts, gives back or prints what depends on a line."""
    rows = submission.lines
    decided = forward_slice(submission.text, line)
    differing = {place for place in decided if not says_the_same_at(submission.text, place)}
    telling = (place for place in differing if 0 < place <= len(rows) and re.search(_TELLS, rows[place - 1]))
    asserted = any(not has_another_way_out(submission.text, place) for place in telling)
    return asserted or not differing.isdisjoint(part.line for part in trace.prints)


def _in_vain(line: int, submission: Submission, names: set[str]) -> bool:
    """Whether the same follows from a comparison at a line however it comes out. names: what is compared there."""
    text = submission.text
    return (
        line in always_true(text)
        or true_by_itself(text, line) is not None
        or says_the_same_at(text, line)
        or not tells_sides(text, line)
        or swallowed_at(text, line) > 0
        or looks_at_itself(text, line, frozenset(names))
        or _is_given_for_nothing(line, submission)
    )


def _is_given_for_nothing(line: int, submission: Submission) -> bool:
    """Whether a line stands in a function that only gives something, and every call of it leaves that unused."""
    function = submission.row(function_around(submission.text, line))
    unused = [name for name in given_for_nothing(submission.text).values() if f" {name}(" in function]
    called = [row for row in submission.lines if unused and f"{unused[0]}(" in row and row != function]
    return bool(unused) and len(called) == len(unused)


def noticed(trace: Trace, smaller: Trace, submission: Submission, columns: int) -> bool:
    """Whether the file itself objects, in words or by an error of its own, when the result has another shape."""
    lines = submission.lines
    before = {failing.line for failing in trace.exceptions} - _lines_of_other_exits(trace, smaller, submission)
    made, again = product_in(trace, 4), product_in(smaller, columns)
    if made is None or again is None:
        return False
    if _only_operands_differ(smaller, columns):
        return False
    silent = lines_of_the_operands(trace, submission) | _lines_of_other_exercises(smaller, submission)
    silent |= _lines_that_ask_less(trace, submission)
    if not _equal_at(trace, 3, submission):
        # Nobody looks at the rows.
        silent |= lines_of_columns_alone(submission)
    silently = _words_of(trace) == _words_of(smaller) and not any(
        counts_otherwise(line, trace, smaller, submission) for line in handlers_in(submission.text)
    )
    for failing in smaller.exceptions:
        if failing.order < again.order:
            continue
        text = lines[failing.line - 1] if 0 < failing.line <= len(lines) else ""
        if failing.outcome in ("caught", "kept") and silently:
            continue
        asserts = failing.type == "AssertionError"
        own = asserts or re.search(r"\b(raise|exit|quit)\b", text)
        place = failing.line if asserts else condition_of(submission.text, failing.line)
        if not tells_sides(submission.text, place) or place in silent:
            continue
        if own and failing.line not in before and not smaller.arrays(5, 4) and not _of_others(failing.line, smaller):
            return True
    first, second = (
        [
            re.findall(_WORD, part.text)
            for part in one.prints
            if part.order > since.order and _may_tell(part.line, submission, silent)
        ]
        for one, since in ((trace, made), (smaller, again))
    )
    return len(first) == len(second) and first != second


def _lines_that_ask_less(trace: Trace, submission: Submission) -> frozenset[int]:
    """The lines that depend on what is asked of the result's shape, where that is the same for one on its side."""
    text = submission.text
    names = results_of(trace)
    asking = [line for line, objects in measured_in(text).items() if names & objects]
    sides = [line for line in asking if tells_sides(text, line)]
    less = frozenset().union(*(forward_slice(text, line) for line in asking if line not in sides))
    return less.difference(*(forward_slice(text, line) for line in sides))


def _lines_of_other_exits(trace: Trace, smaller: Trace, submission: Submission) -> set[int]:
    """The lines that leave the file with another code in the other run, where that depends on the shape."""
    codes = [
        {(stop.line, stop.message) for stop in one.exceptions if stop.type == "SystemExit"} for one in (trace, smaller)
    ]
    compared = [pair.site.line for pair in trace.comparisons if pair.equal and with_shape(pair)]
    decided = forward_slice(submission.text, compared[-1]) if compared else frozenset()
    return {line for line, _ in codes[1] - codes[0]} & decided


def _only_operands_differ(smaller: Trace, columns: int) -> bool:
    """Whether shapes were found unequal where B has fewer columns, and all of them are B's own, however it lies."""
    pairs = (pair for pair in smaller.comparisons if not pair.equal and np.size(pair.left) == np.size(pair.right) == 2)
    unequal = [[np.asarray(side).tolist() for side in (pair.left, pair.right)] for pair in pairs]
    return bool(unequal) and all([5, columns] in sides or [columns, 5] in sides for sides in unequal)


def _lines_of_other_exercises(smaller: Trace, submission: Submission) -> frozenset[int]:
    """The lines that find nothing unequal but lengths which are too large to be the result's, and what follows of it.

    Of a report of several tests, too, where this one finds nothing unequal.
    """
    unequal = [pair for pair in smaller.comparisons if not pair.equal]
    own = {pair.site.line for pair in unequal if max(pair.numbers, default=0) <= MOST_ENTRIES}
    too_large = {pair.site.line for pair in unequal} - own
    following, kept = (
        frozenset().union(*(forward_slice(submission.text, line) for line in lines)) for lines in (too_large, own)
    )
    return following - kept


def _words_of(trace: Trace) -> list[str]:
    return [word for part in (*trace.prints, *trace.errors) for word in re.findall(_WORD, part.text)]


def _may_tell(line: int, submission: Submission, silent: set[int]) -> bool:
    """Whether what a line says may depend on the result's shape, and on which side is which."""
    places = {line, condition_of(submission.text, line)}
    return places.isdisjoint(silent) and all(tells_sides(submission.text, place) for place in places)


def _of_others(line: int, smaller: Trace) -> bool:
    """Whether what a line finds unequal are shapes of A and B, and not the result's."""
    unequal = [pair for pair in smaller.comparisons if pair.site.line == line and not pair.equal]
    results, operands = results_of(smaller), names_of(smaller, 5)
    words = [names_in(pair.site.text) for pair in unequal]
    return bool(unequal) and not any(results & names for names in words) and all(operands & names for names in words)
