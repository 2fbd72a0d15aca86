"""Is A @ B computed by loops, multiplications and additions of the learner's own, and compared with NumPy's?

The runs `other_numbers`, `broken` and `miscounted` have the same other numbers in place of A and B. In `broken` NumPy's
products are wrong as well: a result that survives was not made by them. In `miscounted` every product of two single
numbers that the learner's own code makes is one too large besides: a result that was made of them is two too large.
In `changed` all this comes together, and NumPy counts one too many, too, so that a comparison with its product finds
wrong what is wrong in `broken`. It can only acquit: what is not plain from it is asked of the others.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np

from grader.check import Blocked, Missing, Partly, Runs, Wrong, check
from grader.evidence.likeness import same
from grader.evidence.stopped import refuse_endless, refuse_unfinished, stopped_after
from grader.exercise import Exercise
from grader.own_names import name_of
from grader.submission import Submission
from grader.syntax.functions import functions_in
from grader.syntax.loops import loops_around
from grader.syntax.scopes import function_around
from grader.syntax.statements import name_assigned_in
from grader.trace import Array, Operation, Sight, Trace, equal

from .by_hand.handwork import Handwork, handwork_in, handwork_of
from .by_hand.matrices import first_seen, line_of, own_givens, seen_by_themselves
from .by_hand.outcome import (
    MOST_SMALL,
    filled_over_numpys,
    found_unequal,
    is_numpys,
    leave_open_what_ran_elsewhere,
    named_the_other_way_round,
    refuse_not_kept,
    stopped_elsewhere,
    what_stopped,
)
from .by_hand.own_products import (
    follows,
    goes_nowhere,
    holds_numpys,
    holds_own_products,
    made_of_own_products,
    outlives_numpys,
    thrown_away,
    typed_instead,
)
from .by_hand.results import Results
from .by_hand.stopped_loops import is_endless, refuse_step_too_many
from .verified.compared import compares
from .verified.every_cell import refuse_unnoticed_cell
from .verified.hidden_difference import refuse_hidden_difference
from .verified.never_noticed import explain_never_noticed
from .verified.noticing import refuse_own_ignored
from .verified.only_inside import call_for_result
from .verified.unverified import (
    refuse_failed_assertion,
    refuse_found_different,
    refuse_stopped_comparison,
)
from .verified.verification import (
    first_your_own,
    refuse_untold_difference,
    refuse_untrue_verdict,
    run_that_notices,
)

_LIST = r"=\s*\["
_NUMPYS = r"@|(\.)?\b(dot|matmul|einsum|inner|tensordot)\("
_GIVES_TO = r"\s*([\w\[\], ]{1,30}?)\s*[-+*/]?=(?!=)"
_ADDS_TO = r"\s*([\w\[\], ]{1,30}?)\s*(?:\+=|=\s*\1\s*\+)"


@check(points=10)
def product_is_right(as_written: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """The result is A @ B, for the matrices of the exercise"""
    _are_given(as_written, exercise)
    work = handwork_of(as_written, exercise)
    since = first_seen(as_written, work.left)
    if work.is_right and not work.lost and not found_unequal(work, submission, runs):
        # Loops that come later have nothing to do with it.
        line = work.arithmetic.line_until(work.since or math.inf)
        refuse_endless(as_written, line)
        refuse_step_too_many(as_written, submission, line, since=since)
        refuse_unfinished(as_written, submission, line, since=since)
        return
    line = work.arithmetic.last_line or 0
    refuse_endless(as_written, line)
    for outcome in ("skipped", "caught"):
        refuse_step_too_many(as_written, submission, line, outcome=outcome, since=since)
    from .by_hand.wrong_result import explain_result

    explain_result(work, exercise, submission, runs)


@check(points=15)
def computed_by_hand(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """It is computed by your own multiplications and additions"""
    work = handwork_of(as_written, exercise)
    arithmetic, altered = work.arithmetic, handwork_in(as_written, exercise) is None
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
        _refuse_numpys_beside_it(work, changed, exercise, submission, runs)
        return
    from .by_hand.not_by_hand import explain_numpys, refuse_plainly_not, refuse_typed_or_numpys

    refuse_plainly_not(work, changed, exercise, submission, runs)
    name = "miscounted" if follows(arithmetic, changed, exercise) else "miscounted_as_given"
    if arithmetic.all_multiplied and made_of_own_products(runs(name), exercise):
        return
    if not arithmetic.some and not arithmetic.another_way:
        refuse_typed_or_numpys(work, changed, exercise)
    if not outlives_numpys(arithmetic, altered, exercise, submission, runs):
        explain_numpys(work, changed, altered, exercise, submission, runs)


def _refuse_numpys_beside_it(
    work: Handwork, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs
) -> None:
    """Raise Wrong when there are products of the learner's own, and what counts is NumPy's all the same."""
    if taken := goes_nowhere(work, changed, exercise, submission, runs):
        refuse_not_kept(work, submission)
        if typed := typed_instead(work, runs("other_numbers")):
            seen = "What the loops made goes nowhere: here typed numbers take its place."
            raise Wrong(seen, line=typed.site.line, misconception="hard-coded")
        seen = "What the loops made goes nowhere: what the file shows and compares, NumPy computed."
        over = taken.site.line > (work.arithmetic.last_line or 0) and _is_filled(taken, work, submission)
        hint = "Take this line out: the loops have made the result." if over else None
        raise Wrong(seen, line=taken.site.line, hint=hint, misconception="numpy-product")
    from .by_hand.not_by_hand import refuse_filled_with_numpys

    refuse_filled_with_numpys(work, exercise, submission, runs)


def _is_filled(taken: Operation, work: Handwork, submission: Submission) -> bool:
    """Whether NumPy's product goes, at that line, into what the loops above it have filled."""
    filled = (_adds_to(work, submission) or "").partition("[")[0].strip()
    row = submission.row(taken.site.line)
    return name_assigned_in(row) == filled or bool(filled and re.search(rf"\bout\s?=\s?{re.escape(filled)}\b", row))


@check(points=5)
def loops_do_it(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
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
        hint = "Three loops, one inside the other: for i, for j and for k in range(2)."
        done = Results(as_written, work.left, work.right, products=True).has(work.product)
        if done and is_numpys(work, submission, runs):
            leave_open_what_ran_elsewhere(work)
            raise Partly("No loop over the matrices' numbers was seen.", share=0, hint=hint)
        kind = Wrong if stopped_elsewhere(work) else Missing
        raise kind("No loop over the matrices' numbers was seen.", hint=hint)


def own_names(as_written: Trace, exercise: Exercise, submission: Submission) -> dict[str, str]:
    """What the file calls the matrices, the result, and what it adds up in."""
    work = handwork_of(as_written, exercise)
    held = [sight for sight in as_written.sights if work.names.intersection(sight.site.names)] if work.is_right else []
    bound = _bound(as_written, work.product)
    right = [*held, *(sight for sight in bound if not held or work.names.intersection(sight.site.names))]
    own = _without_numpys(right or work.results.wrong, work, submission)
    # A hint speaks of rows and columns, and mostly stands outside of a class.
    result = name_of(sorted(own, key=lambda sight: (not _is_of_self(sight), sight.array.ndim)), submission.text)
    matrices = {"A": work.left, "B": work.right}
    given = {letter: _always_held(_bound(as_written, one), one, as_written) for letter, one in matrices.items()}
    called = {letter: name_of(one, submission.text) for letter, one in given.items()}
    if called["A"] == called["B"]:
        # An object that holds both, whose parts have no names that a line could use.
        called = {"A": None, "B": None}
    found = {"C": result, "result": result, **called}
    if own and all(sight.array.ndim == 1 for sight in own):
        found["np.array_equal(result, A @ B)"] = f"np.array_equal(np.reshape(result, {work.product.shape}), A @ B)"
    if all(sights and re.search(_LIST, sights[-1].site.text) for sights in given.values()):
        # Lists have no product.
        found["A @ B"] = f"np.dot({found['A'] or 'A'}, {found['B'] or 'B'})"
    if found["A"] and found["B"]:
        found["(A, B)"] = f"({found['A']}, {found['B']})"
    if adds := _adds_to(work, submission):
        found["total"] = adds
        if not result and "[" in adds:
            found["C"] = found["result"] = adds.partition("[")[0].strip()
    elif not own and not work.arithmetic.some:
        # What compares has the name of what the loops that are still to be written fill.
        found["result"] = "C"
    if work.is_right and (call := call_for_result(work)):
        found["result"] = call
    return {name: own for name, own in found.items() if own}


def _without_numpys(held: Sequence[Sight], work: Handwork, submission: Submission) -> list[Sight]:
    """What is held by no name that a product of NumPy's gets; a function of the file's own may be called `matmul`."""
    functions = functions_in(submission.text)
    found = ((sight, re.finditer(_NUMPYS, sight.site.text)) for sight in held)
    made = {id(sight) for sight, calls in found if any(one[1] or one[2] not in functions for one in calls)}
    right = (sight for sight in held if id(sight) in made and same(sight.array, work.product))
    numpys = {name for sight in right for name in sight.site.names}
    return [sight for sight in held if id(sight) not in made and numpys.isdisjoint(sight.site.names)]


def _adds_to(work: Handwork, submission: Submission) -> str | None:
    """What the products are added to, or what is added up in a loop where there are none; no row, nor a matrix."""
    last = work.arithmetic.last_line
    if last is not None:
        given = re.match(_GIVES_TO, submission.row(last))
        return given[1] if given else None
    since = min(first_seen(work.trace, work.left), first_seen(work.trace, work.right))
    lines = {sight.site.line for sight in work.trace.sights if sight.order > since and sight.how == "changed"}
    whole_rows = {made.site.line for made in work.trace.operations if np.ndim(made.result)}
    rows = (submission.row(line) for line in sorted(lines - whole_rows) if loops_around(submission.text, line))
    return next((added[1] for row in rows if (added := re.match(_ADDS_TO, row))), None)


def _bound(trace: Trace, matrix: Array) -> list[Sight]:
    """Where a matrix gets a name, outside of functions if it does there."""
    named = [sight for sight in trace.sights if sight.how == "bind" and same(sight.array, matrix)]
    return [sight for sight in named if not function_around(trace.source, sight.site.line)] or named


def _always_held(held: Sequence[Sight], matrix: Array, trace: Trace) -> list[Sight]:
    """What is held by names that since then have no other matrix of that size: not by an object that has both."""
    since = held[0].order if held else 0
    later = (one for one in trace.sights if one.order > since and one.how in ("bind", "changed"))
    others = (one for one in later if one.array.shape == matrix.shape and not same(one.array, matrix))
    taken = {name for sight in others for name in sight.site.names}
    return [sight for sight in held if taken.isdisjoint(sight.site.names)]


def _is_of_self(sight: Sight) -> bool:
    return any(name.startswith("self.") for name in sight.site.names)


@check(points=10)
def verified(as_written: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """The result is really compared with NumPy's"""
    work = handwork_of(as_written, exercise)
    if not work.is_right and is_endless(as_written, submission, work.arithmetic.last_line or 0):
        raise Blocked("Not looked at yet: first the loops have to come to their end.")
    if work.is_right and work.lost:
        refuse_stopped_comparison(work, submission)
    if not work.is_right and filled_over_numpys(work) and is_numpys(work, submission, runs):
        raise first_your_own(work)
    if not work.is_right or work.lost or found_unequal(work, submission, runs):
        if not compares(changed):
            broken = runs("broken") if work.numpys or changed.is_altered else Trace()
            refuse_untold_difference(work, broken, submission, runs)
        made = max((product.order for product in work.numpys), default=0)
        if not named_the_other_way_round(work, exercise):
            refuse_hidden_difference(as_written, submission, work.left, work.right, made)
        return
    nowhere = goes_nowhere(work, changed, exercise, submission, runs)
    if nowhere and not typed_instead(work, runs("other_numbers")):
        raise first_your_own(work)
    refuse_failed_assertion(as_written, work.product)
    refuse_found_different(as_written, submission, work.product, work.since)
    noticed = run_that_notices(work, changed, exercise, submission, runs)
    if noticed is None:
        other = handwork_in(changed, exercise)
        own = work.arithmetic.all_multiplied and holds_own_products(changed, exercise)
        if other and not own and holds_numpys(work, other):
            raise first_your_own(work)
        explain_never_noticed(work, submission, runs)
    refuse_untrue_verdict(work, noticed, exercise, submission, runs)
    refuse_unnoticed_cell(work, noticed, changed, exercise, submission, runs)
    if noticed.scenario == "broken":
        refuse_own_ignored(as_written, exercise, runs)


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
    entries = {*work.left.ravel().tolist(), *work.right.ravel().tolist(), *work.product.ravel().tolist()}
    numbers = (one for one in seen_by_themselves(trace, entries) if one.site.kind != "end" and one.order in own)
    places += Counter((one.site.id, "scalar") for one in numbers)
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
