"""Why there is no A.T @ B: what was multiplied instead, or had the shape without the numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Missing, Runs, Wrong
from grader.evidence.candidates import candidates
from grader.evidence.formulas import Elsewhere, Recognised, recognise
from grader.evidence.indices import entries_taken
from grader.evidence.likeness import truncates
from grader.evidence.made import begun_at, made_of_nothing, set_to_zero
from grader.evidence.shown import refuse_shape_of_no_array
from grader.evidence.stopped import no_result, refuse_endless, stopped_after
from grader.exercise import Exercise
from grader.syntax.lines import code_lines
from grader.syntax.loops import early_end_around, loop_that_leaves_out
from grader.syntax.scopes import function_around
from grader.text import short_name
from grader.trace import Array, Sight, Trace, equal

from .misfit import LONGEST, may_be_of_it, refuse_misfit, refuse_misfit_by_hand
from .operands import givens, made_at
from .other_places import refuse_other_places
from .wrong_operands import (
    refuse_altered,
    refuse_drawn_on_its_side,
    refuse_exchanged_when_drawn,
    refuse_other_sizes,
    refuse_reordered,
    refuse_sliced,
    refuse_truncated,
    refuse_turned_in_part,
)

_BACKWARDS = r"\[\s*(:\s*,\s*)?::\s*-1\s*\]|\bflip(ud|lr)?\("
FROM_THE_BEGINNING = "A = np.random.randn(5, 3)\nB = np.random.randn(5, 4)\nC = A.T @ B"
_SAME_INDICES = (
    r"\s*(?P<turned>\w{1,30})\[(?P<first>\w{1,20})(?P<between>\]\[|, ?)(?P<second>\w{1,20})\] = "
    r"(?P<matrix>\w{1,30})\[(?P=first)(?P=between)(?P=second)\]\s*$"
)
MOST_TRIED = 4
"""Of the last arrays, whether loops took other entries for them."""
_UNLIKE = "This array has the shape (3, 4), but not the numbers of A.T @ B."
_A_NUMBER = "Each of its numbers is a sum of five products: a column of A goes with a column of B."
_BETTER_IN_WORDS = ("np.where(", "np.cumsum(", "np.outer(")
"""How formulas begin that tell a learner less than what is said of them."""


def explain_product(trace: Trace, exercise: Exercise, pairs: Sequence[tuple[Array, Array]], runs: Runs) -> NoReturn:
    """Say what is there instead. Always raises."""
    _left_early(trace)
    _turned_with_the_same_indices(trace)
    refuse_known_mistakes(trace, exercise, pairs, runs)
    refuse_truncated(trace, pairs)
    _without_fractions(trace, pairs)
    refuse_sliced(trace, pairs)
    refuse_reordered(trace, pairs)
    _multiplied_as_they_do_not_fit(trace, pairs)
    _stopped(trace, ("IndexError",))
    _other_entries(trace, pairs)
    _only_of_the_shape(trace)
    _another_product(trace, pairs)
    _stopped(trace)
    refuse_other_sizes(trace)
    _filled_in_another_shape(trace, pairs)
    _in_one_row(trace, pairs)
    refuse_shape_of_no_array(trace, (3, 4), "C = A.T @ B")
    begun = pairs or trace.arrays(5, 3)
    raise Missing("No result of shape (3, 4) was seen.", hint="C = A.T @ B" if begun else FROM_THE_BEGINNING)


def _multiplied_as_they_do_not_fit(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when a product raised an error, for A or B lies on its side, or is another matrix by then."""
    shown = {failing.line for failing in trace.exceptions if failing.outcome == "caught"}
    failures = [failure for failure in trace.failures if any(may_be_of_it(part) for part in failure.operands)]
    if any(failure.is_misfit and failure.site.line not in shown for failure in failures):
        refuse_drawn_on_its_side(trace)
    refuse_misfit(trace, [failure for failure in failures if failure.site.line not in shown])
    refuse_altered(trace, pairs)
    # What a learner catches may be there to show what does not work, and another product be the result.
    since = max((product.order for product in trace.operations if _uses(product.operands, pairs)), default=0)
    refuse_misfit(trace, [failure for failure in failures if failure.site.line in shown and failure.order > since])
    refuse_misfit_by_hand(trace)


def _only_of_the_shape(trace: Trace) -> None:
    """Raise Wrong when an array has the shape of the product, and is none."""
    for sight in trace.arrays(3, 4):
        if not np.any(sight.array) and len(trace.arrays(3, 4)) > 1:
            continue
        if any(product.result is sight.array for product in trace.products):
            continue
        refuse_endless(trace, made_at(trace, sight))
        raise Wrong(
            _UNLIKE,
            line=made_at(trace, sight),
            says=None if made_of_nothing(trace, sight) else _A_NUMBER,
            misconception="shape-only-fake",
        )


def _another_product(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when A and B were multiplied in another way."""
    results = [product for product in trace.operations if _uses(product.operands, pairs)]
    if not results:
        return
    last = results[-1]
    if np.shape(last.result) == (3, 4):
        raise Wrong(
            "This product has the shape (3, 4), but not the numbers of A.T @ B.",
            line=last.site.line,
            says=_A_NUMBER,
            misconception="shape-only-fake",
        )
    raise Wrong(
        f"This product gives {np.shape(last.result)}; asked for is A.T @ B, shape (3, 4).",
        line=last.site.line,
        hint="C = A.T @ B",
    )


def _left_early(trace: Trace) -> None:
    """Raise Wrong when the loop that fills the result is left in its first round."""
    filled = {sight.site.line for sight in trace.arrays(3, 4) if not sight.is_last_look}
    if early := early_end_around(trace.source, filled):
        raise Wrong(early.told, line=early.line, misconception="return-too-early")


def _turned_with_the_same_indices(trace: Trace) -> None:
    """Raise Wrong when the loop that fills A's transpose stops, for it exchanges no indices: `T[j][i] = A[j][i]`."""
    rows = dict(enumerate(code_lines(trace.source), 1))
    for failing in trace.skipped:
        filled = any(one.how == "changed" and one.site.line == failing.line for one in trace.arrays(3, 5))
        row = re.match(_SAME_INDICES, rows.get(failing.line, "")) if filled else None
        if row and failing.type == "IndexError":
            first, second, between = row["first"], row["second"], row["between"]
            raise Wrong(
                f"The loop does not come to its end: IndexError: {failing.message.rstrip('.')}.",
                line=failing.line,
                says="What stands in row i and column j of A comes into row j and column i of its transpose.",
                hint=f"{row['turned']}[{first}{between}{second}] = {row['matrix']}[{second}{between}{first}]",
                misconception="wrong-index",
            )


def _without_fractions(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when the result was made whole numbers."""
    for sight in reversed(trace.arrays(3, 4)):
        whole = np.array_equal(sight.array, np.round(sight.array.real)) and np.any(sight.array)
        for left, right in pairs:
            near = bool((np.abs(1.0 * sight.array - left.T @ right) < 5).all())
            if whole and (truncates(sight.array, [left.T @ right]) or near):
                cast = re.search(r"\.astype\([^)]*\)", sight.site.text)
                raise Wrong(
                    "The result has no fractions.",
                    line=made_at(trace, sight),
                    hint=f"Leave {cast[0]} out." if cast else None,
                    misconception="integer-truncation",
                )


def _other_entries(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when the loops took other entries of A and B than those that meet."""
    last = trace.arrays(3, 4)[:-MOST_TRIED:-1]
    for sight, (left, right) in itertools.product(last, pairs):
        if taken := entries_taken(sight.array, left, right, "kikj"):
            raise Wrong(
                f"Your result is what {taken} gives, added up over k.",
                line=made_at(trace, sight),
                misconception="wrong-index",
            )


def refuse_known_mistakes(trace: Trace, exercise: Exercise, pairs: Sequence[tuple[Array, Array]], runs: Runs) -> None:
    """Raise Wrong when a result is what the formula of a known mistake gives."""

    def elsewhere() -> Elsewhere:
        other = runs("other_numbers")
        return _candidates(other), givens(other)

    refuse_exchanged_when_drawn(trace, exercise)
    refuse_other_places(trace, pairs)
    found = recognise(exercise, _candidates(trace), givens(trace), elsewhere)
    if found and found.misconception.id in ("off-by-one-range", "wrong-index"):
        # Only loops leave something out; where NumPy multiplies, parts were cut out.
        refuse_sliced(trace, pairs)
    if found:
        if found.misconception.id == "off-by-one-range":
            refuse_turned_in_part(trace)
        if found.misconception.id == "rotated-for-transpose":
            _backwards(trace)
        if found.misconception.id == "swapped-operands":
            _exchanged_within(trace, found)
        raise Wrong(
            _UNLIKE if found.formula.startswith(_BETTER_IN_WORDS) else f"Your result equals {found.formula}.",
            line=_points_to(trace, found, pairs),
            hint=found.misconception.hint,
            says=found.misconception.says,
            misconception=found.misconception.id,
        )


def _exchanged_within(trace: Trace, found: Recognised) -> None:
    """Raise Wrong when a function that was given A, and then B, multiplies them the other way round itself."""
    line = made_at(trace, found.sight)
    function = function_around(trace.source, line)
    given = [one for one in trace.sights if one.how == "argument" and function and one.site.line == function][-2:]
    if [one.array.shape for one in given] == [(5, 3), (5, 4)]:
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=line,
            hint="This function gets A first: write that one first, with .T, and the other one behind the @.",
            says=found.misconception.says,
            misconception=found.misconception.id,
        )


def _backwards(trace: Trace) -> None:
    """Raise Wrong when rows or columns are taken from their end: that, and no rotation, is what was written."""
    lines = {sight.site.line for sight in trace.sights if 5 in sight.array.shape}
    for number, row in enumerate(code_lines(trace.source), 1):
        if number in lines and re.search(_BACKWARDS, row):
            raise Wrong(
                "Here rows, or columns, are taken in the opposite order.",
                line=number,
                says="A transpose leaves them in their order.",
                hint="C = A.T @ B",
                misconception="rotated-for-transpose",
            )


def _in_one_row(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when the product's twelve numbers are there, one after the other in one list."""
    for sight, (left, right) in itertools.product(trace.arrays(12)[:MOST_TRIED], pairs):
        if equal(sight.array, (left.T @ right).ravel()):
            made = next((one for one in trace.seen(sight.array) if one.how in ("bind", "changed")), sight)
            name = short_name(next(iter(made.site.names), "C"))
            raise Wrong(
                "These are the numbers of A.T @ B, all twelve in one list.",
                line=made.site.line,
                says="A matrix has a list for each row: three, with four numbers in each.",
                hint=f"Below the loops: {name} = np.array({name}).reshape(3, 4)",
                misconception="shape-only-fake",
            )


def _filled_in_another_shape(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when an array that is filled after A and B has another shape than the product."""
    since = max((trace.seen(part)[0].order for part in pairs[-1]), default=0) if pairs else 0
    for sight in reversed(trace.sights):
        shape = sight.array.shape
        may_be = since and sight.how == "changed" and not sight.is_last_look and sight.order > since and len(shape) == 2
        if may_be and 2 < max(shape) <= LONGEST and shape not in ((5, 3), (5, 4)):
            raise Wrong(
                f"The array that is filled here has the shape {shape}; the product has (3, 4).",
                line=sight.site.line,
                says="It has a row for each column of A, and a column for each of B.",
                hint="np.zeros((3, 4))",
                misconception="shape-only-fake",
            )


def _candidates(trace: Trace) -> Sequence[Sight]:
    """What may be meant for the result: no sum that is still added to."""
    added = {id(operand) for product in trace.operations if product.name == "add" for operand in product.operands}
    found = [sight for sight in trace.arrays(3, 4) + trace.arrays(4, 3) if id(sight.array) not in added]
    return candidates(found)


def _points_to(trace: Trace, found: Recognised, pairs: Sequence[tuple[Array, Array]]) -> int:
    """Where a teacher would point: the reshaping, the call with exchanged arguments, else the product."""
    if found.misconception.id in ("reshape-for-transpose", "rotated-for-transpose"):
        for left, _ in pairs:
            dealt = [left.reshape(3, 5), left.reshape(3, 5, order="F")]
            dealt += [np.rot90(left), np.rot90(left, -1), np.rot90(left, 2).T]
            seen = [sight for sight in trace.arrays(3, 5) if any(equal(sight.array, other) for other in dealt)]
            if seen:
                return seen[0].site.line
    if found.misconception.id == "swapped-operands":
        called = [part.site.line for part in trace.seen(found.sight.array) if part.site.kind == "call"]
        if called:
            return called[-1]
    made = made_at(trace, found.sight)
    if found.misconception.id in ("start-not-zero", "aliased-rows"):
        return begun_at(trace, found.sight) or made
    if found.misconception.id == "total-not-reset":
        return set_to_zero(trace, until=found.sight.order) or made
    return loop_that_leaves_out(trace.source, made) if found.misconception.id == "off-by-one-range" else made


def _uses(operands: Sequence[object], pairs: Sequence[tuple[Array, Array]]) -> bool:
    return any(
        isinstance(operand, np.ndarray) and any(equal(operand, part) or equal(operand, part.T) for part in pair)
        for operand in operands
        for pair in pairs
    )


def _stopped(trace: Trace, types: Sequence[str] = ()) -> None:
    """Raise Wrong when an error came before there was a result, and before the matrices of another exercise.

    types: of errors that count; without any, all do.
    """
    drawn = [sight.order for sight in trace.arrays(5, 3) + trace.arrays(5, 4)]
    stop = stopped_after(trace, max(drawn)) if drawn else None
    if stop and types and stop.type not in types:
        return
    if stop and not any(max(drawn) < sight.order < stop.order for sight in trace.arrays(2, 2)):
        raise no_result(stop)
