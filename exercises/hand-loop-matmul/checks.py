"""Is A @ B computed by loops, multiplications and additions of the learner's own, and compared with NumPy's?

The runs `other_numbers`, `broken` and `miscounted` have the same other numbers in place of A and B. In `broken` NumPy's
products are wrong as well: a result that survives was not made by them. In `miscounted` every product of two single
numbers that the learner's own code makes is one too large besides: a result that was made of them is two too large.
In `changed` all this comes together, and NumPy counts one too many, too, so that a comparison with its product finds
wrong what is wrong in `broken`. It can only acquit: what is not plain from it is asked of the others.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Runs, Wrong, check
from grader.evidence.by_hand.handwork import Handwork, handwork_in, handwork_of
from grader.evidence.by_hand.matrices import first_seen, line_of, own_givens
from grader.evidence.by_hand.outcome import found_unequal, is_numpys, named_the_other_way_round, what_stopped
from grader.evidence.by_hand.own_products import (
    exchanged_in,
    filled_with_numpys,
    follows,
    goes_nowhere,
    holds_numpys,
    holds_own_products,
    made_by_hand,
    made_of_own_products,
    only_for_these,
    survives,
    thrown_away,
)
from grader.evidence.by_hand.results import Results
from grader.evidence.likeness import same
from grader.evidence.stopped import is_endless, refuse_endless, refuse_step_too_many, refuse_unfinished, stopped_after
from grader.evidence.verified.both_shown import shows_both_as_given, shows_two
from grader.evidence.verified.compared import compares, only_sums
from grader.evidence.verified.noticing import (
    notices,
    notices_as_given,
    refuse_comparison_of_a_part,
    refuse_own_ignored,
    refuse_unnoticed_cell,
    telling_run,
)
from grader.evidence.verified.opposite import (
    refuse_denied_too_early,
    refuse_denying_error,
    refuse_nothing_as_false,
    refuse_opposite,
    refuse_opposite_count,
)
from grader.evidence.verified.unverified import (
    refuse_compared_by_extreme,
    refuse_compared_for_nothing,
    refuse_compared_too_early,
    refuse_compared_with_another,
    refuse_failed_assertion,
    refuse_found_another,
    refuse_found_different,
    refuse_identity,
    refuse_less_compared,
    refuse_nothing_compared,
    refuse_stopped_comparison,
    refuse_true_at_first,
    refuse_verdict_never_set,
)
from grader.evidence.verified.verdicts import (
    refuse_affirmed_twice,
    refuse_affirmed_whatever,
    refuse_constant_verdict,
    refuse_denied_whatever,
    refuse_hidden_difference,
)
from grader.evidence.words import line_of_claim, only_numbers_change
from grader.exercise import Exercise
from grader.own_names import name_of
from grader.submission import Submission
from grader.syntax.statements import condition_of, loops_around
from grader.trace import Comparison, Trace, equal

MOST_SMALL = 16
"""Numbers in an array that may belong to this exercise; those of the others are larger."""


@check(points=10)
def product_is_right(as_written: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """The result is A @ B, for the matrices of the exercise"""
    _are_given(as_written, exercise)
    work = handwork_of(as_written, exercise)
    line = work.arithmetic.last_line or 0
    if work.is_right and not work.lost and not found_unequal(work, submission, runs):
        refuse_unfinished(as_written, submission, line)
        return
    refuse_endless(as_written, submission, line)
    for outcome in ("skipped", "caught"):
        refuse_step_too_many(as_written, submission, line, outcome=outcome)
    from grader.evidence.by_hand.wrong_result import explain_result

    explain_result(work, exercise, submission, runs)


@check(points=15)
def computed_by_hand(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """It is computed by your own multiplications and additions"""
    work = handwork_of(as_written, exercise)
    arithmetic = work.arithmetic
    altered = handwork_in(as_written, exercise) is None
    exercise = exercise.with_givens((work.left, work.right))
    if not work.is_right and not is_numpys(work, submission, runs):
        raise Blocked("Not looked at yet: first the result has to be right.")
    if work.is_right and not work.lost and (lost := thrown_away(changed, exercise)):
        raise Wrong(
            "What the loops made never comes out of this function: what it gives, NumPy computed.",
            line=lost.site.line,
            misconception="numpy-product",
        )
    if arithmetic.all_multiplied and holds_own_products(changed, exercise):
        if taken := goes_nowhere(work, changed, exercise, submission, runs):
            seen = "What the loops made goes nowhere: what the file shows and compares, NumPy computed."
            raise Wrong(seen, line=taken.site.line, misconception="numpy-product")
        if filled := filled_with_numpys(work, exercise, submission, runs):
            raise Wrong(
                "A part of the result is NumPy's: it comes in here.", line=filled, misconception="numpy-product"
            )
        return
    from grader.evidence.by_hand.not_by_hand import (
        explain_not_by_hand,
        explain_not_made_of_scalars,
        line_of_product,
        only_of_these,
        refuse_typed_or_numpys,
    )

    if not work.is_right or found_unequal(work, submission, runs):
        if work.results.wrong or arithmetic.some or arithmetic.another_way:
            # What is right is NumPy's product, to compare with.
            raise Blocked("Not looked at yet: first the result has to be right.")
        line = line_of_product(work)
        raise Wrong("NumPy computed this.", line=line, misconception="numpy-product")
    if only_for_these(arithmetic, changed, exercise):
        raise only_of_these(work)
    name = "miscounted" if follows(arithmetic, changed, exercise) else "miscounted_as_given"
    if arithmetic.all_multiplied and made_of_own_products(runs(name), exercise):
        return
    if not arithmetic.some and not arithmetic.another_way:
        refuse_typed_or_numpys(work, changed, exercise)
    broken = runs("broken")
    if made_by_hand(runs, "broken", "spoilt", exercise, submission):
        return
    if altered and survives(runs("broken_as_given"), exercise):
        return
    # Other numbers may be too large for where the learner keeps them.
    if arithmetic.all_multiplied and made_of_own_products(runs("miscounted_as_given"), exercise):
        return
    way = arithmetic.another_way and not arithmetic.all_multiplied
    if way and made_by_hand(runs, "broken_as_given", "spoilt_as_given", exercise, submission):
        return
    other = handwork_in(broken, exercise)
    if other is None and altered:
        raise Blocked("Not looked at yet: first the matrices have to be the exercise's.")
    if other is None:
        raise Missing("The matrices were not seen when the file was run with NumPy's products made wrong.")
    if other.is_right:
        explain_not_made_of_scalars(work, other.arithmetic)
    explain_not_by_hand(work, changed, broken, exercise)


@check(points=5)
def loops_do_it(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission) -> None:
    """Loops go over rows, columns and the numbers to add"""
    work = handwork_of(as_written, exercise)
    arithmetic = work.arithmetic
    if not arithmetic.all_products:
        other = handwork_in(changed, exercise.with_givens((work.left, work.right)))
        arithmetic = other.arithmetic if other and other.arithmetic.all_products else arithmetic
    if arithmetic.all_products and not arithmetic.repeated:
        raise Partly("Each multiplication is written out.", share=0, line=arithmetic.line, misconception="no-loop")
    if not arithmetic.all_products and arithmetic.once and arithmetic.other_way:
        raise Partly("Each multiplication is written out.", share=0, misconception="no-loop")
    written_out = arithmetic.some and arithmetic.once and not arithmetic.all_products and not what_stopped(work)
    if written_out and not _stands_in_a_loop(work, submission):
        raise Partly("Each multiplication is written out.", share=0, line=arithmetic.line, misconception="no-loop")
    if not arithmetic.some and not arithmetic.all_sums and not _in_a_loop(work):
        hint = "for i in range(2): for j in range(2): for k in range(2): …"
        done = Results(as_written, work.left, work.right, products=True).has(work.product)
        if done and not what_stopped(work):
            raise Partly("No loop over the matrices' numbers was seen.", share=0, hint=hint)
        raise Missing("No loop over the matrices' numbers was seen.", hint=hint)


def own_names(as_written: Trace, exercise: Exercise, submission: Submission) -> dict[str, str]:
    """What the file calls the result."""
    work = handwork_of(as_written, exercise)
    own = [sight for sight in as_written.sights if work.names.intersection(sight.site.names)] if work.is_right else []
    own = own or work.results.wrong
    name = name_of(own, submission.text)
    return {"C": name, "result": name} if name else {}


@check(points=10)
def verified(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """The result is really compared with NumPy's"""
    work = handwork_of(as_written, exercise)
    if not work.is_right and is_endless(as_written, submission, work.arithmetic.last_line or 0):
        raise Blocked("Not looked at yet: first the loops have to come to their end.")
    if work.is_right and work.lost:
        refuse_stopped_comparison(as_written, submission, work.since)
    if not work.is_right or work.lost or found_unequal(work, submission, runs):
        if not compares(changed):
            broken = runs("broken") if work.numpys or changed.is_altered else Trace()
            _of_a_wrong_result(work, broken, submission, runs)
        made = max((product.order for product in work.numpys), default=0)
        if not named_the_other_way_round(work, exercise):
            refuse_hidden_difference(as_written, submission, work.left, work.right, made)
        return
    if goes_nowhere(work, changed, exercise, submission, runs):
        raise _first_your_own()
    refuse_failed_assertion(as_written, work.product)
    refuse_found_different(as_written, work.product, work.since)
    noticed = _run_that_notices(work, changed, exercise, submission, runs)
    if noticed is None:
        other = handwork_in(changed, exercise)
        own = work.arithmetic.all_multiplied and holds_own_products(changed, exercise)
        if other and not own and holds_numpys(work, other):
            raise _first_your_own()
        _never_notices(work, submission, runs)
    _says_what_is(work, noticed, exercise, submission)
    refuse_unnoticed_cell(work, changed, exercise, submission, runs)
    if noticed.scenario == "broken":
        refuse_own_ignored(as_written, exercise, runs)


def _run_that_notices(
    work: Handwork, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs
) -> Trace | None:
    """A run in which NumPy's product is wrong, and the file says something else because of that; None without one."""
    if telling := telling_run(work, changed, exercise, submission, runs):
        return telling
    as_written = work.trace
    exchanged = exchanged_in(as_written, changed, exercise)
    made = work.numpys or changed.is_altered
    broken = runs("broken" if exchanged else "broken_as_given") if made else Trace()
    if broken.is_altered:
        if notices(as_written, exchanged, exercise, runs):
            return broken
    elif not (made and notices_as_given(as_written, runs, work.names)):
        refuse_stopped_comparison(as_written, submission, work.since)
        _not_compared(work, runs)
    as_given = runs("broken_as_given")
    noticed = notices_as_given(as_written, runs, work.names) or shows_both_as_given(
        as_written, as_given, runs("other_numbers"), work.product
    )
    return as_given if noticed else None


def _never_notices(work: Handwork, submission: Submission, runs: Runs) -> NoReturn:
    """Say why a comparison that notices nothing does not. Always raises."""
    as_written = work.trace
    refuse_stopped_comparison(as_written, submission, work.since)
    refuse_denied_too_early(as_written, submission, work.product, work.since, work.arithmetic.last_line or 0)
    refuse_nothing_compared(submission)
    refuse_verdict_never_set(submission)
    refuse_compared_too_early(as_written, work.product, work.since)
    refuse_found_another(as_written, work.product, work.since)
    refuse_compared_with_another(as_written, work.product)
    refuse_true_at_first(as_written, submission)
    refuse_compared_by_extreme(as_written, submission, work.product)
    refuse_comparison_of_a_part(as_written, submission, runs, work.left)
    refuse_less_compared(as_written, submission, work.product)
    refuse_compared_for_nothing(as_written, submission, work.product)
    refuse_identity(submission)
    line = line_of_claim(as_written, first_seen(as_written, work.left))
    raise Wrong(
        "This is said whatever NumPy's product is." if line else "Nothing says whether your result and NumPy's agree.",
        line=condition_of(submission.text, line) if line else None,
        misconception="verification-missing" if line is None else "verification-fake",
    )


def _of_a_wrong_result(work: Handwork, broken: Trace, submission: Submission, runs: Runs) -> None:
    """Raise unless a result that is not right is compared with NumPy's product, or shown beside it.

    broken: a run in which NumPy's products are wrong, and nothing else.
    """
    if not broken.is_altered:
        if what_stopped(work):
            raise Blocked("Not looked at yet: first there has to be a result.")
        _not_compared(work, runs)
    wrong = work.results.wrong[-1].array if work.results.wrong else None
    if compares(broken) or (wrong is not None and shows_two(work.trace, wrong, work.product)):
        return
    own = wrong is not None or work.lost or work.arithmetic.some or work.results.uneven(work.product)
    if not own and is_numpys(work, submission, runs):
        raise _first_your_own()
    raise Blocked("Not looked at yet: first the result has to be right.")


def _first_your_own() -> Blocked:
    return Blocked("Not looked at yet: first the result has to be your own. So far NumPy computed it.")


def _says_what_is(work: Handwork, broken: Trace, exercise: Exercise, submission: Submission) -> None:
    """Raise Wrong or Partly when less is compared than it seems, or what is said of it is not what came of it."""
    as_written = work.trace
    if only_sums(as_written, broken, work.product):
        raise Partly("Only a sum over all cells is compared; different matrices can have the same one.", share=0.5)
    refuse_denied_too_early(as_written, submission, work.product, work.since, work.arithmetic.last_line or 0)
    refuse_opposite(as_written, broken, work.since)
    refuse_opposite_count(as_written, broken, work.since)
    refuse_nothing_as_false(as_written, submission, work.since)
    refuse_denying_error(as_written, broken, submission, work.since)
    refuse_denied_whatever(as_written, broken, submission, work.since)
    refuse_affirmed_whatever(as_written, broken, submission, work.since)
    refuse_affirmed_twice(as_written, broken, work.since)
    if only_numbers_change(as_written, broken, work.since) and _is_own(broken, exercise):
        all_names = {
            name for sight in as_written.sights if same(sight.array, work.product) for name in sight.site.names
        }
        refuse_stopped_comparison(as_written, submission, work.since, all_names)
        refuse_constant_verdict(as_written, broken, submission, work.since, work.names, all_names - work.names)


def _is_own(broken: Trace, exercise: Exercise) -> bool:
    """Whether the result is another one than NumPy's product where that is wrong."""
    work = handwork_in(broken, exercise)
    return work is not None and (work.is_right or work.results.has(work.one_too_large))


def _stands_in_a_loop(work: Handwork, submission: Submission) -> bool:
    """Whether a multiplication stands in a loop or a comprehension, even if that ends in its first round."""
    lines = {pair.site.line for pair in work.arithmetic.multiplications}
    rows = submission.lines
    within = any(loops_around(submission.text, line) for line in lines)
    return within or any(re.search(r"\bfor\b", rows[line - 1]) for line in lines if line) or _in_a_loop(work)


def _in_a_loop(work: Handwork) -> bool:
    """Whether some place ran more than once that has to do with rows, columns or cells of the matrices.

    What came before them, or with the large arrays of another exercise, has not, nor has showing the product's rows.
    """
    trace = work.trace
    since = min(first_seen(trace, work.left), first_seen(trace, work.right))
    large = (sight.order for sight in trace.sights if sight.order > since and sight.array.size > MOST_SMALL)
    own = range(since + 1, next(large, sys.maxsize))
    looks = ("operand", "used", "argument", "end")
    made = [sight for sight in trace.sights if sight.how not in looks and not sight.is_last_look]
    small = [sight for sight in made if sight.order in own and 2 <= sight.array.size <= 4]
    rows = [sight for sight in small if not any(equal(sight.array, row) for row in work.product)]
    places: Counter[tuple[int, str]] = Counter((sight.site.id, sight.how) for sight in rows)
    places += Counter((product.site.id, "product") for product in work.numpys)
    places += Counter((one.site.id, "scalar") for one in trace.scalars if one.site.kind != "end" and one.order in own)
    return any(count > 1 for count in places.values())


def _are_given(trace: Trace, exercise: Exercise) -> None:
    """Raise Wrong when other matrices were multiplied than the exercise's."""
    right = np.array(exercise.literal_givens[1])
    stop = stopped_after(trace, 0)
    for failure in trace.failures if handwork_in(trace, exercise) is None else ():
        follows_a_stop = stop is not None and stop.order < failure.order
        if failure.is_misfit and equal(failure.operands[1], right) and not follows_a_stop:
            raise Wrong(
                f"A is {failure.operands[0].shape} here, as in another exercise.",
                line=failure.site.line,
                misconception="given-altered",
            )
    own = own_givens(trace)
    if own is None or handwork_in(trace, exercise) is not None:
        return
    names = zip("AB", own, exercise.literal_givens, strict=True)
    name, mine = next((name, mine) for name, mine, given in names if not equal(mine, np.array(given)))
    raise Wrong(
        f"{name} is {np.round(1 * mine, 3).tolist()} here.",
        line=line_of(trace, mine),
        misconception="given-altered",
    )


def _equal_again(pair: Comparison, other: Trace) -> bool:
    """Whether something is found equal at that line in another run, too."""
    return any(again.equal and again.site.line == pair.site.line for again in other.comparisons)


def _not_compared(work: Handwork, runs: Runs) -> NoReturn:
    """NumPy's product was never made. Always raises."""
    trace = work.trace
    for pair in trace.comparisons:
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        typed = any(side.size == 4 and equal(side.reshape(2, 2), work.product) for side in sides)
        if pair.equal and typed and not _equal_again(pair, runs("other_numbers")):
            raise Partly(
                "The result is compared with typed numbers, not with NumPy's.",
                share=0.5,
                line=pair.site.line,
                misconception="verification-missing",
            )
        if any(side.size == 4 and equal(side.reshape(2, 2), work.left * work.right) for side in sides):
            raise Wrong(
                "This compares with A * B, which multiplies entry by entry.",
                line=pair.site.line,
                says="NumPy's product of matrices is A @ B.",
                misconception="verification-missing",
            )
    line = line_of_claim(trace, first_seen(trace, work.left))
    if line is None:
        raise Missing("NumPy's product was not computed.", misconception="verification-missing")
    raise Wrong("NumPy's product was not computed.", line=line, misconception="verification-fake")
