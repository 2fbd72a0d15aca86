"""Why a product made by hand is another one: which mistake's formula it follows, or the cell that is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Missing, Runs, Wrong
from grader.evidence.by_hand.handwork import Handwork, handwork_in
from grader.evidence.by_hand.loop_mistakes import (
    refuse_beside_its_loop,
    refuse_break,
    refuse_early_end,
    refuse_longer_rows,
    refuse_lost_sums,
    refuse_never_stored,
    refuse_overwritten_number,
    refuse_run_again,
    refuse_single_numbers,
    refuse_stored_too_early,
    refuse_stuck_counter,
    refuse_total_set_back,
    refuse_unset_cells,
    refuse_used_up,
)
from grader.evidence.by_hand.matrices import GIVENS, first_seen
from grader.evidence.by_hand.outcome import (
    found_unlike,
    is_numpys,
    named_the_other_way_round,
    refuse_not_kept,
    what_stopped,
)
from grader.evidence.formulas import Elsewhere, Recognised, recognise
from grader.evidence.indices import entries_taken
from grader.evidence.likeness import same
from grader.evidence.made import begun_at, set_to_zero
from grader.evidence.stopped import no_result, refuse_step_too_many, stopped_loop
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.functions import taken_the_other_way
from grader.syntax.lines import code_lines
from grader.syntax.loops import loop_that_leaves_out
from grader.text import short_name
from grader.trace import Sight, Trace, equal

MOST_SHOWN = 16
MOST_TRIED = 8
"""Of the last results, whether loops took other entries for them."""
_ANOTHER_NAME = r"\s*(\w+)\s*=\s*([^\W\d]\w*)\s*(?:#.*)?$"
OF_EXERCISE_BEFORE = (3, 4)
_A_NEW_ONE = "Make a new result before the loops: np.zeros((2, 2))."
_ON_PAPER = "Go through one cell on paper: row i of A times column j of B, added up."


def explain_result(work: Handwork, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """Say what the result is instead. Returns where it is NumPy's: right, though not by hand."""

    def elsewhere() -> Elsewhere:
        other = handwork_in(runs("other_numbers"), exercise)
        if other is None or equal(other.left, work.left):
            return [], []
        return other.results.wrong, [{"A": other.left, "B": other.right}]

    wrong, arithmetic = work.results.wrong, work.arithmetic
    refuse_early_end(arithmetic, submission)
    if work.lost:
        raise Wrong(
            "The result is made in this function, and never comes out of it.",
            line=work.lost.site.line,
            misconception="return-missing",
        )
    refuse_not_kept(work, submission)
    refuse_beside_its_loop(arithmetic, submission)
    refuse_used_up(work, submission)
    _exchanged_when_typed(work, exercise)
    _are_texts(work)
    refuse_run_again(work, submission)
    _not_as_it_was(work)
    refuse_unset_cells(work, submission)
    refuse_lost_sums(work, submission)
    # What has no name is only on its way to a result that has one.
    results = [sight for sight in wrong if sight.site.names] or wrong
    if found := recognise(exercise, results[::-1], [{"A": work.left, "B": work.right}], elsewhere):
        _follows_a_formula(found, work, submission)
    _is_a_given_itself(work, submission)
    _of_later_matrices(work)
    _of_other_entries(results, work)
    if not wrong and not arithmetic.some and is_numpys(work, submission, runs):
        return
    if not arithmetic.some and (stop := what_stopped(work)):
        refuse_step_too_many(work.trace, submission, stop.line)
        raise no_result(stop)
    if not arithmetic.some and (stop := stopped_loop(work.trace, submission, first_seen(work.trace, work.left))):
        raise no_result(stop)
    refuse_never_stored(work, submission)
    refuse_longer_rows(work, submission)
    _one_row(work)
    _last_of_each_row(work, submission)
    if not wrong or np.size(wrong[-1].array) == 1:
        refuse_single_numbers(work, submission)
        refuse_overwritten_number(work, submission)
    _other_than_compared(work)
    _into_that_of_another_exercise(work)
    if wrong:
        line = arithmetic.last_line or work.trace.seen(wrong[-1].array)[0].site.line
        raise Wrong(_cell(wrong[-1], work), line=line, hint=_ON_PAPER)
    if arithmetic.some:
        seen = "Your multiplications were seen, but they do not end in the four numbers of A @ B."
        raise Wrong(seen, line=arithmetic.last_line, hint=_ON_PAPER)
    _numpys_other(work)
    raise Missing("No result was seen.", hint="for i …: for j …: for k …: total += A[i][k] * B[k][j]")


def _numpys_other(work: Handwork) -> None:
    """Raise Wrong when all that was made of A and B is NumPy's, and is not their product."""
    for made in reversed(work.trace.operations):
        of_both = all(any(equal(operand, given) for operand in made.operands) for given in (work.left, work.right))
        if of_both and np.shape(made.result) == work.product.shape and not equal(made.result, work.product):
            raise Wrong(
                f"NumPy computed {np.asarray(made.result).tolist()} here, and A @ B is {work.product.tolist()}.",
                line=made.site.line,
                misconception="numpy-product",
            )


def _of_other_entries(results: Sequence[Sight], work: Handwork) -> None:
    """Raise Wrong when the loops took other entries of A and B than those that meet."""
    for sight in results[: -MOST_TRIED - 1 : -1]:
        square = np.reshape(sight.array, work.product.shape) if sight.array.size == work.product.size else None
        if square is not None and (taken := entries_taken(square, work.left, work.right, "ikkj")):
            raise Wrong(
                f"Your result is what {taken} gives, added up over k.",
                line=work.arithmetic.last_line or sight.site.line,
                misconception="wrong-index",
            )


def _of_later_matrices(work: Handwork) -> None:
    """Raise Wrong when the result is NumPy's product of other matrices, which came in A's or B's place."""
    for made in work.trace.products:
        operands = [operand for operand in made.operands if np.shape(operand) == (2, 2)]
        others = [one for one in operands if not any(equal(one, given) for given in (work.left, work.right))]
        if len(operands) == 2 and others and any(same(sight.array, made.result) for sight in work.results.wrong):
            first = work.trace.seen(others[0])
            raise Wrong(
                "The result is the product of other matrices than those that the exercise gives.",
                line=first[0].site.line if first else made.site.line,
                says=f"By then one of them is {np.asarray(others[0]).tolist()}.",
                hint=GIVENS,
                misconception="given-altered",
            )


def _is_a_given_itself(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the result is A or B under another name, so that filling it changes what is multiplied."""
    first = first_seen(work.trace, work.left), first_seen(work.trace, work.right)
    alike = (sight for sight in work.trace.sights if any(equal(sight.array, one) for one in (work.left, work.right)))
    given = {name for sight in alike for name in sight.site.names}
    wrong = {name for sight in work.results.wrong if sight.order > min(first) for name in sight.site.names}
    for number, row in enumerate(code_lines(submission.text), 1):
        names = re.match(_ANOTHER_NAME, row)
        if names and names[1] in wrong and names[2] in given:
            name, other = short_name(names[1]), short_name(names[2])
            raise Wrong(
                f"{name} is {other} itself, under another name.",
                line=number,
                says=f"What is put into {name} changes {other}, while the loops still read it.",
                hint=f"{name} = np.zeros((2, 2))",
                misconception="start-not-zero",
            )


def _are_texts(work: Handwork) -> None:
    """Raise Wrong when nothing could be multiplied because the entries are texts."""
    stops = (one for one in work.trace.exceptions if one.outcome == "skipped" and one.type == "TypeError")
    stop = next((one for one in stops if "'str'" in one.message), None)
    if stop and not work.arithmetic.some:
        raise Wrong(
            "The entries of A and B are texts here, and texts cannot be multiplied.",
            line=stop.line,
            hint="[[1, 2], [3, 4]] without quotes, or int('1').",
        )


def _one_row(work: Handwork) -> None:
    """Raise Wrong when nothing but one row of the right numbers is there at the end."""
    if work.results.wrong or not (row := work.results.last_row(work.product)):
        return
    raise Wrong(
        f"At the end {short_name(row.site.names[0])} is {row.array.tolist()}: that is one row of A @ B.",
        line=row.site.line,
        says="Each row belongs into the result beside the ones before it.",
        hint="Append the row inside the loop over the rows, to a list that begins before that loop.",
        misconception="sum-not-stored",
    )


def _last_of_each_row(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when a list got one number for each row, as what appends stands outside of the loop over columns."""
    last = work.product[:, -1]
    for sight in work.trace.arrays(len(last)):
        appends = sight.how == "changed" and ".append(" in submission.row(sight.site.line)
        if appends and equal(sight.array, last) and not work.results.wrong:
            raise Wrong(
                f"Your result has one number for each row, {sight.array.tolist()}: the last one of it.",
                line=sight.site.line,
                says="What appends a sum stands outside of the loop over the columns.",
                hint="Move it one level to the right.",
                misconception="sum-not-stored",
            )


def _not_as_it_was(work: Handwork) -> None:
    """Raise Wrong when the right numbers were there, and are changed, or stand in a result of another shape."""
    if spoilt := work.results.spoilt(work.product):
        name = short_name(spoilt.site.names[0])
        raise Wrong(
            f"{name} had the right numbers, and is changed here: then it is {spoilt.array.tolist()}.",
            line=spoilt.site.line,
            hint="Leave the result as the loops made it.",
        )
    if larger := work.results.misshapen(work.product):
        rows, columns = larger.array.shape
        again = rows > 1 and not np.ptp(larger.array, axis=0).any()
        raise Wrong(
            f"Your result is {larger.array.tolist()}: {rows} rows of {columns}. A @ B has 2 rows of 2.",
            line=work.trace.seen(larger.array)[0].site.line,
            says="It is the same row each time, and goes on growing." if again else None,
            hint="Begin each row anew: row = [] belongs into the loop over the rows."
            if again
            else "Begin with an empty list, or with 2 rows of 2, and come to each row once.",
        )
    if uneven := work.results.uneven(work.product):
        rows = [", ".join(f"{entry:g}" for entry in row if not np.isnan(entry)) for row in uneven.array]
        raise Wrong(
            f"Your result is [[{'], ['.join(rows)}]]: its rows are not equally long.",
            line=work.trace.ragged[0].site.line,
            hint="Append a row when the loop over its columns has ended: one level further left.",
        )


def _exchanged_when_typed(work: Handwork, exercise: Exercise) -> None:
    """Raise Wrong when each of the given matrices has the other one's name."""
    if exchanged := named_the_other_way_round(work, exercise):
        left, right = work.left.tolist(), work.right.tolist()
        raise Wrong(
            f"A and B stand the other way round: A is {right} here, and B is {left}.",
            line=exchanged.site.line,
            misconception="given-altered",
        )


def _follows_a_formula(found: Recognised, work: Handwork, submission: Submission) -> NoReturn:
    """Say which mistake's formula the result equals."""
    arithmetic = work.arithmetic
    if found.misconception.id == "last-product-only" and arithmetic.some and not arithmetic.all_products:
        raise Wrong(
            _cell(found.sight, work),
            line=_line_of("off-by-one-range", found.sight, work, submission),
            hint="range(2) gives 0 and 1; range(1, 2) gives only 1.",
            says="The innermost loop begins one step too late: the first product of each sum was never made.",
            misconception="off-by-one-range",
        )
    refuse_total_set_back(found, arithmetic, submission)
    refuse_stored_too_early(found, work, submission)
    refuse_break(found, arithmetic, submission)
    refuse_stuck_counter(found, arithmetic, submission)
    called = found.misconception.id == "swapped-operands" and _call_that_gave(found.sight, work)
    if called and (defined := taken_the_other_way(submission.text, called)):
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=defined,
            says="This function takes the two in the other order than it is given them.",
            hint=f"Exchange its parameters, or what {submission.place(called)} hands over.",
            misconception=found.misconception.id,
        )
    raise Wrong(
        f"Your result equals {found.formula}." if len(found.formula) < 12 else _cell(found.sight, work),
        line=called or _line_of(found.misconception.id, found.sight, work, submission),
        hint="Hand over A first, and B second." if called else found.misconception.hint,
        says=found.misconception.says,
        misconception=found.misconception.id,
    )


def _into_that_of_another_exercise(work: Handwork) -> None:
    """Raise Wrong when the sums are put into the result of another exercise, in a corner of it."""
    since = max(first_seen(work.trace, work.left), first_seen(work.trace, work.right))
    filled = [sight for sight in work.trace.arrays(*OF_EXERCISE_BEFORE) if sight.how == "changed"]
    if filled and since < filled[-1].order and not filled[-1].is_last_look:
        raise Wrong(
            f"The sums are put into what is still the {OF_EXERCISE_BEFORE} of another exercise.",
            line=filled[-1].site.line,
            hint=_A_NEW_ONE,
        )


def _other_than_compared(work: Handwork) -> None:
    """Raise Wrong when the file itself compares something else with the right product."""
    pair = found_unlike(work.trace, work.product, 0)
    if pair is None:
        return
    other = next(side for side in (pair.left, pair.right) if not same(side, work.product))
    if np.shape(other) == OF_EXERCISE_BEFORE:
        if stop := what_stopped(work):
            raise no_result(stop)
        raise Wrong(
            f"What is compared with A @ B is still the {OF_EXERCISE_BEFORE} of another exercise.",
            line=work.arithmetic.last_line or pair.site.line,
            hint=_A_NEW_ONE,
        )
    if np.asarray(other).dtype.kind == "b" and np.size(other) == work.product.size:
        raise Wrong(
            f"Your result is {np.asarray(other).tolist()}: this array can hold True and False only.",
            line=_filled_at(other, work.trace) or pair.site.line,
            says="Every number but 0 becomes True in it.",
            hint="np.zeros((2, 2)), without dtype=bool.",
        )
    if np.size(other) <= MOST_SHOWN:
        told = f"Your result is {np.asarray(other).tolist()}, and A @ B is {work.product.tolist()}."
        line = work.arithmetic.last_line or _filled_at(other, work.trace) or pair.site.line
        raise Wrong(told, line=line, hint=_ON_PAPER)


def _filled_at(array: object, trace: Trace) -> int | None:
    """The line that last put something into an array of these numbers."""
    changed = (one for one in reversed(trace.sights) if one.how == "changed" and not one.is_last_look)
    return next((one.site.line for one in changed if same(array, one.array)), None)


def _call_that_gave(sight: Sight, work: Handwork) -> int | None:
    """The line where a function of the learner's own was called that gave this."""
    seen = work.trace.seen(sight.array)
    return next((part.site.line for part in seen if _calls_own_function(part, work.trace)), None)


def _calls_own_function(sight: Sight, trace: Trace) -> bool:
    name = re.match(r"(?:\w+\.)*(\w+)\(", sight.site.text)
    return sight.site.kind == "call" and name is not None and name.group(1) in trace.called


def _cell(sight: Sight, work: Handwork) -> str:
    """The first wrong cell, its sum spelled out."""
    mine, expected = np.asarray(sight.array).reshape(2, 2), work.product
    if equal(mine, expected):
        return "The right numbers were there, but something else was compared."
    row, column = (int(index[0]) for index in np.nonzero(mine != expected))
    terms = " + ".join(f"{one}·{other}" for one, other in zip(work.left[row], work.right[:, column], strict=True))
    place = f"The cell in row {row}, column {column} is {terms} = {expected[row, column]:g}"
    return f"{place}; yours is {mine[row, column]:g}."


def _line_of(mistake: str, sight: Sight, work: Handwork, submission: Submission) -> int:
    """Where a teacher would point: the loop's bound, the beginning of the total, the call, or the arithmetic."""
    trace, last_line = work.trace, work.arithmetic.last_line
    seen = trace.seen(sight.array)
    if mistake in ("aliased-rows", "start-not-zero") and (begun := begun_at(trace, sight)):
        return begun
    if mistake == "off-by-one-range" and last_line:
        return loop_that_leaves_out(submission.text, last_line)
    if mistake == "scaled-result" and (filled := _filled_at(sight.array, trace)):
        return filled
    if mistake == "total-not-reset" and (start := set_to_zero(trace) or begun_at(trace, sight)):
        return start
    return last_line or next((part.site.line for part in seen if part.how != "operand"), sight.site.line)
