"""Why a product made by hand is another one: which mistake's formula it follows, or the cell that is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from grader.check import Missing, Runs, Wrong
from grader.evidence.formulas import Elsewhere, recognise
from grader.evidence.indices import entries_taken
from grader.evidence.likeness import same
from grader.evidence.made import filled_at
from grader.evidence.stopped import no_result
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.scopes import function_of
from grader.text import short_name
from grader.trace import Sight, equal

from .handwork import Handwork, handwork_in
from .loop_mistakes import (
    refuse_beside_its_loop,
    refuse_early_end,
    refuse_joined_texts,
    refuse_loop_over_zero,
    refuse_overflow,
    refuse_run_again,
    refuse_same_counter,
    refuse_shared_default,
    refuse_used_up,
)
from .lost_sums import (
    IN_CELLS,
    refuse_longer_rows,
    refuse_lost_sums,
    refuse_never_stored,
    refuse_one_total,
    refuse_only_printed,
    refuse_overwritten_number,
    refuse_single_numbers,
    refuse_unset_cells,
)
from .matrices import first_seen
from .outcome import (
    filled_over_numpys,
    found_unlike,
    given_never_made,
    is_numpys,
    refuse_not_kept,
    stopped_elsewhere,
    what_stopped,
)
from .stopped_loops import refuse_step_too_many, refuse_stopped_loop, stopped_loop
from .wrong_cells import explain_known_mistake, wrong_cell
from .wrong_givens import (
    refuse_exchanged_when_typed,
    refuse_filling_a_given,
    refuse_later_matrices,
    refuse_texts,
    refuse_typed_on_its_side,
)
from .wrong_shape import (
    refuse_changed_result,
    refuse_last_of_each_row,
    refuse_one_row,
    refuse_other_cells,
)

MOST_SHOWN = 16
"""Entries of a result that a message says."""
MOST_TRIED = 8
"""Of the last results, whether loops took other entries for them."""
_IN_LOOPS = frozenset({"aliased-rows", "last-product-only", "off-by-one-range", "wrong-index", "total-not-reset"})
"""Mistakes that loops make: no step after them makes such a result of the right one."""
OF_EXERCISE_BEFORE = (3, 4)
_A_NEW_ONE = "Make a new result before the loops: np.zeros((2, 2))."
_ON_PAPER = "Go through one cell on paper: row i of A times column j of B, added up."


def explain_result(work: Handwork, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """Say what the result is instead. Returns where it is NumPy's: right, though not by hand."""
    _plain_causes(work, exercise, submission)
    _what_it_follows(work, exercise, submission, runs)
    is_not_own = not work.arithmetic.some or filled_over_numpys(work)
    if not work.results.wrong and is_not_own and is_numpys(work, submission, runs):
        return
    _unfinished(work, submission)
    _other_than_compared(work)
    _into_that_of_another_exercise(work)
    raise _whatever_is_there(work)


def _plain_causes(work: Handwork, exercise: Exercise, submission: Submission) -> None:
    """Raise Wrong for what is to be seen without looking at the result's numbers."""
    if stop := given_never_made(work):
        raise no_result(stop)
    refuse_early_end(work.arithmetic, submission)
    refuse_overflow(work)
    refuse_shared_default(work, submission)
    if work.lost:
        _refuse_stopped_before_given(work, work.lost)
        raise Wrong(
            "The result is made in this function, and never comes out of it.",
            line=work.lost.site.line,
            says="A function gives back only what it returns.",
            own_row=_return_of(work, work.lost.site.line, submission),
            hint="End it with a return of its result, as in `return C`.",
            misconception="return-missing",
        )
    if not work.replaced:
        refuse_not_kept(work, submission)
    refuse_beside_its_loop(work.arithmetic, submission)
    refuse_same_counter(work.arithmetic, submission)
    refuse_loop_over_zero(work.arithmetic, submission)
    refuse_joined_texts(work.arithmetic, submission)
    refuse_used_up(work, submission)
    refuse_exchanged_when_typed(work, exercise)
    refuse_typed_on_its_side(work)
    refuse_texts(work)
    refuse_run_again(work, submission)


def _return_of(work: Handwork, begins: int, submission: Submission) -> str | None:
    """The return that the function lacks that begins at a line, where what it has made has a name there."""
    defined = re.match(r"\s*def\s+(\w+)", submission.row(begins))
    made = (one for one in work.trace.sights if one.how in ("bind", "changed") and same(one.array, work.product))
    inside = [one for one in made if one.site.names and function_of(submission.text, one.site.line) == begins]
    if not defined or not inside:
        return None
    return f"return {short_name(inside[-1].site.names[0])}, as the last line of {short_name(defined[1])}."


def _refuse_stopped_before_given(work: Handwork, lost: Sight) -> None:
    """Raise Wrong when an error stopped the line that was to show, compare or give what the function has made."""
    for failing in work.trace.skipped:
        inside = function_of(work.trace.source, failing.line) == function_of(work.trace.source, lost.site.line)
        if inside and work.since < failing.order <= lost.order:
            raise Wrong(
                f"The result is made in this function, and an error keeps it there: {failing.type}:"
                f" {failing.message.strip().rstrip('.')}.",
                line=failing.line,
                error=failing,
            )


def _what_it_follows(work: Handwork, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """Raise Wrong when the numbers tell what was done: by a known mistake's formula, by which cells are right."""
    # What has no name is only on its way to a result that has one.
    others = [sight for sight in work.results.wrong if not same(sight.array, work.product)]
    results = [sight for sight in others if sight.site.names] or others

    def elsewhere() -> Elsewhere:
        other = handwork_in(runs("other_numbers"), exercise)
        if other is None or equal(other.left, work.left):
            return [], []
        return other.results.wrong, [{"A": other.left, "B": other.right}]

    found = recognise(exercise, results[::-1], [{"A": work.left, "B": work.right}], elsewhere)
    if found and found.misconception.id in _IN_LOOPS and work.replaced and work.results.has(work.product):
        explain_known_mistake(found, work, submission)
    refuse_changed_result(work, found)
    refuse_unset_cells(work, submission)
    refuse_lost_sums(work, submission)
    if found:
        explain_known_mistake(found, work, submission)
    refuse_other_cells(work)
    refuse_filling_a_given(work, submission)
    refuse_later_matrices(work)
    _of_other_entries(results, work)


def _unfinished(work: Handwork, submission: Submission) -> None:
    """Raise Wrong, or what no_result says, when the loops stopped, kept nothing, or made a part of the result."""
    wrong = work.results.wrong
    if not work.arithmetic.some:
        if (stop := what_stopped(work)) and not stopped_elsewhere(work):
            refuse_step_too_many(work.trace, submission, stop.line)
            raise no_result(stop)
        if stop := stopped_loop(work.trace, submission, first_seen(work.trace, work.left)):
            raise no_result(stop)
    else:
        refuse_stopped_loop(work.trace, submission, work.arithmetic.last_line or 0)
    refuse_never_stored(work, submission)
    refuse_longer_rows(work, submission)
    refuse_one_row(work)
    refuse_last_of_each_row(work, submission)
    if not wrong or np.size(wrong[-1].array) == 1:
        refuse_single_numbers(work, submission)
        refuse_one_total(work, submission)
        refuse_overwritten_number(work, submission)
        refuse_only_printed(work)


def _whatever_is_there(work: Handwork) -> Wrong | Missing:
    """What is left to say: the cell that is wrong, that products were seen, or that nothing was."""
    wrong, arithmetic = work.results.wrong, work.arithmetic
    if wrong:
        line = arithmetic.last_line or work.trace.seen(wrong[-1].array)[0].site.line
        return Wrong(wrong_cell(wrong[-1], work), line=line, hint=_ON_PAPER)
    if arithmetic.some:
        seen = "Your multiplications were seen, but they do not end in the four numbers of A @ B."
        return Wrong(seen, line=arithmetic.last_line, hint=_ON_PAPER)
    _numpys_other(work)
    kind = Wrong if stopped_elsewhere(work) else Missing
    return kind("No result was seen.", hint=f"Three loops, one inside the other, over i, j and k. {IN_CELLS}")


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
            line=filled_at(work.trace, other) or pair.site.line,
            says="Every number but 0 becomes True in it.",
            hint="np.zeros((2, 2)), without dtype=bool.",
        )
    if np.size(other) <= MOST_SHOWN:
        told = f"Your result is {np.asarray(other).tolist()}, and A @ B is {work.product.tolist()}."
        line = work.arithmetic.last_line or filled_at(work.trace, other) or pair.site.line
        raise Wrong(told, line=line, hint=_ON_PAPER)
