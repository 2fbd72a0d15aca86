"""Is A @ B computed by loops, multiplications and additions of the learner's own, and compared with NumPy's?

The runs `other_numbers`, `broken` and `miscounted` have the same other numbers in place of A and B. In `broken` NumPy's
products are wrong as well: a result that survives was not made by them. In `miscounted` every product of two single
numbers that the learner's own code makes is one too large besides: a result that was made of them is two too large.
In `changed` all this comes together, and NumPy counts one too many, too, so that a comparison with its product finds
wrong what is wrong in `broken`. It can only acquit: what is not plain from it is asked of the others.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Runs, Wrong, check, completed, ends, takes_no_step_too_many
from grader.evidence.arithmetic import Arithmetic
from grader.evidence.both_shown import shows_both_as_given, shows_two
from grader.evidence.compared import compares, only_sums
from grader.evidence.matrices import first_seen, givens_of, line_of, own_givens, products_seen
from grader.evidence.noticing import in_every_cell, looks_at_own, notices, notices_as_given, only_a_part, telling_run
from grader.evidence.outcome import found_unequal, is_numpys, what_stopped
from grader.evidence.own_products import (
    exchanged_in,
    follows,
    holds_own_products,
    made_by_hand,
    made_of_own_products,
    matrices_of,
    one_too_large,
    only_for_these,
    survives,
    thrown_away,
)
from grader.evidence.results import results, same
from grader.evidence.unverified import (
    compared_for_nothing,
    compared_too_early,
    compared_with_another,
    found_another,
    found_different,
    not_contradicted,
    stopped_while_comparing,
    true_at_first,
)
from grader.evidence.verdicts import affirms_both_times, always_says_the_same, hides_a_difference, says_the_opposite
from grader.evidence.words import line_of_claim, only_numbers_change
from grader.exercise import Exercise
from grader.statements import condition_of
from grader.submission import Submission
from grader.trace import Array, Comparison, Trace, equal

MOST_SMALL = 16
"""Numbers in an array that may belong to this exercise; those of the others are larger."""


@check(points=10)
def product_is_right(as_written: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """The result is A @ B, for the matrices of the exercise"""
    _are_given(as_written, exercise)
    left, right = matrices_of(as_written, exercise)
    work = results(as_written, left, right)
    line = Arithmetic(as_written, left, right).last_line or 0
    lost = work.never_given_out(left @ right)
    if work.has(left @ right) and not lost and not found_unequal(as_written, submission, left, right, runs):
        completed(as_written, submission, line)
        return
    ends(as_written, submission, line)
    takes_no_step_too_many(as_written, submission, line)
    from grader.evidence.wrong_result import explain_result

    explain_result(as_written, runs, exercise, submission, left, right)


@check(points=15)
def computed_by_hand(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """It is computed by your own multiplications and additions"""
    left, right = matrices_of(as_written, exercise)
    altered = givens_of(as_written, exercise) is None
    exercise = exercise.with_givens((left, right))
    work = results(as_written, left, right)
    own = work.has(left @ right)
    if not own and not is_numpys(as_written, submission, left, right, runs):
        raise Blocked("Not looked at yet: first the result has to be right.")
    arithmetic = Arithmetic(as_written, left, right)
    if own and not work.never_given_out(left @ right) and (lost := thrown_away(changed, exercise)):
        raise Wrong(
            "What the loops made never comes out of this function: what it gives, NumPy computed.",
            line=lost.site.line,
            misconception="numpy-product",
        )
    if arithmetic.all_multiplied and holds_own_products(changed, exercise):
        return
    from grader.evidence.not_by_hand import line_of_product, not_by_hand, not_made_of_scalars, typed_or_numpys

    if not own or found_unequal(as_written, submission, left, right, runs):
        if work.wrong or arithmetic.some or arithmetic.another_way:
            # What is right is NumPy's product, to compare with.
            raise Blocked("Not looked at yet: first the result has to be right.")
        line = line_of_product(as_written, left, right)
        raise Wrong("NumPy computed this.", line=line, misconception="numpy-product")
    if only_for_these(arithmetic, changed, exercise):
        raise Wrong(
            "With other numbers in A and B, the result is no longer their product.",
            line=arithmetic.last_line,
            says="Some numbers are typed here, or follow from the given ones alone.",
            hint="A[i][k] * B[k][j] takes every number from where it stands.",
            misconception="hard-coded",
        )
    name = "miscounted" if follows(arithmetic, changed, exercise) else "miscounted_as_given"
    if arithmetic.all_multiplied and made_of_own_products(runs(name), exercise):
        return
    if not arithmetic.some and not arithmetic.another_way:
        typed_or_numpys(as_written, changed, exercise, left, right)
    broken = runs("broken")
    if made_by_hand(runs, "broken", "spoilt", exercise):
        return
    if altered and survives(runs("broken_as_given"), exercise):
        return
    # Other numbers may be too large for where the learner keeps them.
    if arithmetic.all_multiplied and made_of_own_products(runs("miscounted_as_given"), exercise):
        return
    way = arithmetic.another_way and not arithmetic.all_multiplied
    if way and made_by_hand(runs, "broken_as_given", "spoilt_as_given", exercise):
        return
    others = givens_of(broken, exercise)
    if others is None and altered:
        raise Blocked("Not looked at yet: first the matrices have to be the exercise's.")
    if others is None:
        raise Missing("The matrices were not seen when the file was run with NumPy's products made wrong.")
    if results(broken, *others).has(others[0] @ others[1]):
        not_made_of_scalars(Arithmetic(broken, *others), as_written, left, right)
    not_by_hand(as_written, changed, broken, exercise, left, right)


@check(points=5)
def loops_do_it(as_written: Trace, changed: Trace, exercise: Exercise) -> None:
    """Loops go over rows, columns and the numbers to add"""
    left, right = matrices_of(as_written, exercise)
    exercise = exercise.with_givens((left, right))
    arithmetic = Arithmetic(as_written, left, right)
    other = None if arithmetic.all_products else _arithmetic_in(changed, exercise)
    arithmetic = other if other and other.all_products else arithmetic
    if arithmetic.all_products and not arithmetic.repeated:
        raise Partly("Each multiplication is written out.", share=0, line=arithmetic.line, misconception="no-loop")
    if not arithmetic.all_products and arithmetic.once and arithmetic.other_way:
        raise Partly("Each multiplication is written out.", share=0, misconception="no-loop")
    if not arithmetic.some and not arithmetic.all_sums and not _in_a_loop(as_written, left, right):
        hint = "for i in range(2): for j in range(2): for k in range(2): …"
        done = results(as_written, left, right, products=True).has(left @ right)
        if done and not what_stopped(as_written, left, right):
            raise Partly("No loop over the matrices' numbers was seen.", share=0, hint=hint)
        raise Missing("No loop over the matrices' numbers was seen.", hint=hint)


@check(points=10)
def verified(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """The result is really compared with NumPy's"""
    left, right = matrices_of(as_written, exercise)
    work = results(as_written, left, right)
    right_one, since = work.has(left @ right), work.made_at(left @ right)
    made = products_seen(as_written, left, right) or changed.is_altered
    lost = work.never_given_out(left @ right)
    if right_one and lost:
        stopped_while_comparing(as_written, submission, since)
    if not right_one or lost or found_unequal(as_written, submission, left, right, runs):
        if not compares(changed):
            broken = runs("broken") if made else Trace()
            _of_a_wrong_result(as_written, broken, submission, left, right, runs)
        hides_a_difference(as_written, submission, left @ right)
        return
    not_contradicted(as_written, left @ right)
    found_different(as_written, left @ right, since)
    noticed = _run_that_notices(as_written, changed, exercise, submission, runs)
    if noticed is None:
        _never_notices(as_written, submission, left, right, runs)
    else:
        _says_what_is(as_written, noticed, exercise, submission, left, right)
        in_every_cell(as_written, changed, exercise, submission, (left, right), runs)
        if noticed.scenario == "broken":
            looks_at_own(as_written, exercise, runs)


def _run_that_notices(
    as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs
) -> Trace | None:
    """A run in which NumPy's product is wrong, and the file says something else because of that; None without one."""
    left, right = matrices_of(as_written, exercise)
    work = results(as_written, left, right)
    since, names = work.made_at(left @ right), work.names_of(left @ right)
    if telling := telling_run(as_written, changed, exercise, submission, left @ right, runs):
        return telling
    exchanged = exchanged_in(as_written, changed, exercise)
    made = products_seen(as_written, left, right) or changed.is_altered
    broken = runs("broken" if exchanged else "broken_as_given") if made else Trace()
    if broken.is_altered:
        if notices(as_written, exchanged, exercise, runs):
            return broken
    elif not (made and notices_as_given(as_written, runs, names)):
        stopped_while_comparing(as_written, submission, since)
        _not_compared(as_written, left, right, runs)
    as_given = runs("broken_as_given")
    noticed = notices_as_given(as_written, runs, names) or shows_both_as_given(
        as_written, as_given, runs("other_numbers"), left @ right
    )
    return as_given if noticed else None


def _never_notices(as_written: Trace, submission: Submission, left: Array, right: Array, runs: Runs) -> NoReturn:
    """Say why a comparison that notices nothing does not. Always raises."""
    since = results(as_written, left, right).made_at(left @ right)
    stopped_while_comparing(as_written, submission, since)
    compared_too_early(as_written, left @ right, since)
    found_another(as_written, left @ right, since)
    compared_with_another(as_written, left @ right)
    true_at_first(as_written, submission)
    only_a_part(as_written, submission, runs, left)
    compared_for_nothing(as_written, submission, left @ right)
    line = line_of_claim(as_written, first_seen(as_written, left))
    raise Wrong(
        "NumPy's product was made wrong in one of the runs, and the file said nothing about it.",
        line=condition_of(submission.text, line) if line else None,
        misconception="verification-missing" if line is None else "verification-fake",
    )


def _of_a_wrong_result(
    as_written: Trace, broken: Trace, submission: Submission, left: Array, right: Array, runs: Runs
) -> None:
    """Raise unless a result that is not right is compared with NumPy's product, or shown beside it.

    broken: a run in which NumPy's products are wrong, and nothing else.
    """
    if not broken.is_altered:
        if what_stopped(as_written, left, right):
            raise Blocked("Not looked at yet: first there has to be a result.")
        _not_compared(as_written, left, right, runs)
    work = results(as_written, left, right)
    wrong = work.wrong[-1].array if work.wrong else None
    if compares(broken) or (wrong is not None and shows_two(as_written, wrong, left @ right)):
        return
    own = wrong is not None or work.never_given_out(left @ right) or work.uneven(left @ right)
    if not own and is_numpys(as_written, submission, left, right, runs):
        raise Blocked("Not looked at yet: first the result has to be your own. So far NumPy computed it.")
    raise Blocked("Not looked at yet: first the result has to be right.")


def _arithmetic_in(trace: Trace, exercise: Exercise) -> Arithmetic | None:
    givens = givens_of(trace, exercise)
    return Arithmetic(trace, *givens) if givens else None


def _says_what_is(
    as_written: Trace, broken: Trace, exercise: Exercise, submission: Submission, left: Array, right: Array
) -> None:
    """Raise Wrong or Partly when less is compared than it seems, or what is said of it is not what came of it."""
    work = results(as_written, left, right)
    since, names = work.made_at(left @ right), work.names_of(left @ right)
    _more_than_a_sum(as_written, broken, left, right)
    says_the_opposite(as_written, broken, since)
    affirms_both_times(as_written, broken, since)
    if only_numbers_change(as_written, broken) and _is_own(broken, exercise):
        all_names = {
            name for sight in as_written.sights if same(sight.array, left @ right) for name in sight.site.names
        }
        stopped_while_comparing(as_written, submission, since, all_names)
        always_says_the_same(as_written, broken, submission, since, names, all_names - names)


def _is_own(broken: Trace, exercise: Exercise) -> bool:
    """Whether the result is another one than NumPy's product where that is wrong."""
    givens = givens_of(broken, exercise)
    if givens is None:
        return False
    work = results(broken, *givens)
    return work.has(givens[0] @ givens[1]) or work.has(one_too_large(*givens))


def _more_than_a_sum(as_written: Trace, broken: Trace, left: Array, right: Array) -> None:
    if only_sums(as_written, broken, left, right):
        raise Partly("Only a sum over all cells is compared; different matrices can have the same one.", share=0.5)


def _in_a_loop(trace: Trace, left: Array, right: Array) -> bool:
    """Whether some place ran more than once that has to do with rows, columns or cells of the matrices.

    What came before them, or with the large arrays of another exercise, has not, nor has showing the product's rows.
    """
    since = min(first_seen(trace, left), first_seen(trace, right))
    large = (sight.order for sight in trace.sights if sight.order > since and sight.array.size > MOST_SMALL)
    own = range(since + 1, next(large, sys.maxsize))
    looks = ("operand", "used", "end")
    made = [sight for sight in trace.sights if sight.how not in looks and not sight.is_last_look]
    small = [sight for sight in made if sight.order in own and 2 <= sight.array.size <= 4]
    rows = [sight for sight in small if not any(equal(sight.array, row) for row in left @ right)]
    places: Counter[tuple[int, str]] = Counter((sight.site.id, sight.how) for sight in rows)
    places += Counter((product.site.id, "product") for product in products_seen(trace, left, right))
    places += Counter((one.site.id, "scalar") for one in trace.scalars if one.site.kind != "end" and one.order in own)
    return any(count > 1 for count in places.values())


def _are_given(trace: Trace, exercise: Exercise) -> None:
    """Raise Wrong when other matrices were multiplied than the exercise's."""
    own = own_givens(trace)
    if own is None or givens_of(trace, exercise) is not None:
        return
    names = zip("AB", own, exercise.literal_givens, strict=True)
    name, mine = next((name, mine) for name, mine, given in names if not equal(mine, np.array(given)))
    raise Wrong(
        f"{name} is {np.round(mine, 3).tolist()} here.",
        line=line_of(trace, mine),
        misconception="given-altered",
    )


def _equal_again(pair: Comparison, other: Trace) -> bool:
    """Whether something is found equal at that line in another run, too."""
    return any(again.equal and again.site.line == pair.site.line for again in other.comparisons)


def _not_compared(trace: Trace, left: Array, right: Array, runs: Runs) -> NoReturn:
    """NumPy's product was never made. Always raises."""
    for pair in trace.comparisons:
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        typed = any(side.size == 4 and equal(side.reshape(2, 2), left @ right) for side in sides)
        if pair.equal and typed and not _equal_again(pair, runs("other_numbers")):
            raise Partly(
                "The result is compared with typed numbers, not with NumPy's.",
                share=0.5,
                line=pair.site.line,
                misconception="verification-missing",
            )
        if any(side.size == 4 and equal(side.reshape(2, 2), left * right) for side in sides):
            raise Wrong(
                "This compares with A * B, which multiplies entry by entry.",
                line=pair.site.line,
                says="NumPy's product of matrices is A @ B.",
                misconception="verification-missing",
            )
    line = line_of_claim(trace, first_seen(trace, left))
    if line is None:
        raise Missing("NumPy's product was not computed.", misconception="verification-missing")
    raise Wrong("NumPy's product was not computed.", line=line, misconception="verification-fake")
