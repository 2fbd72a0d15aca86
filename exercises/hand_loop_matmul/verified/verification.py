"""Is the result really compared with NumPy's: which run shows it, and is what came of it told truly?"""

from __future__ import annotations

from grader.check import Blocked, Partly, Runs, Wrong
from grader.evidence.other_way_round import counted_the_other_way_round, listed_the_other_way_round
from grader.evidence.sentences import Told, may_deny
from grader.exercise import Exercise
from grader.submission import Submission
from grader.trace import Array, Trace

from ..by_hand.handwork import Handwork, handwork_in
from ..by_hand.matrices import names_of
from ..by_hand.outcome import filled_over_numpys, is_numpys, what_stopped
from ..by_hand.own_products import exchanged_in
from .both_shown import shows_both_as_given, shows_two
from .changed_words import only_numbers_change
from .compared import compares, compares_in_parts, only_sums
from .less_compared import never_said
from .never_noticed import explain_never_compared
from .none_for_true import (
    refuse_function_for_answer,
    refuse_nothing_as_false,
    refuse_nothing_for_true,
    refuse_own_nothing_as_false,
)
from .noticing import notices, notices_as_given, telling_run
from .opposite import (
    refuse_affirmed_where_wrong,
    refuse_denied_too_early,
    refuse_denied_where_right,
    refuse_denying_error,
    refuse_failing_test,
    refuse_opposite,
    refuse_opposite_answer,
)
from .opposite_count import refuse_opposite_count
from .other_cells import refuse_other_cells_compared, refuse_transposed_compared
from .reasons import contradicted
from .said_whatever import (
    refuse_affirmed_in_silence,
    refuse_affirmed_twice,
    refuse_affirmed_whatever,
    refuse_constant_verdict,
    refuse_denied_behind_assertion,
    refuse_denied_whatever,
    refuse_same_in_both_branches,
)
from .unverified import refuse_nothing_compared, refuse_stopped_comparison


def run_that_notices(
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
        refuse_stopped_comparison(work, submission)
        explain_never_compared(work, submission, runs)
    as_given = runs("broken_as_given")
    noticed = notices_as_given(as_written, runs, work.names) or shows_both_as_given(
        as_written, as_given, runs("other_numbers"), work.product
    )
    return as_given if noticed else None


def refuse_untrue_verdict(
    work: Handwork, broken: Trace, exercise: Exercise, submission: Submission, runs: Runs
) -> None:
    """Raise Wrong or Partly when less is compared than it seems, or what is said of it is not what came of it."""
    as_written = work.trace
    if only_sums(as_written, broken, work.product):
        raise Partly("Only a sum over all cells is compared; different matrices can have the same one.", share=0.5)
    refuse_denied_too_early(as_written, submission, work.product, work.since, work.arithmetic.last_line or 0)
    told = Told(as_written, broken, work.since)
    apart = _apart(told, runs)
    refuse_opposite(apart, submission)
    refuse_opposite_answer(told, submission)
    refuse_failing_test(as_written, submission, work.product)
    refuse_other_cells_compared(told, submission, work.product)
    refuse_transposed_compared(told, submission, work.product)
    refuse_affirmed_where_wrong(told)
    refuse_denied_where_right(told)
    refuse_nothing_for_true(told)
    refuse_function_for_answer(told)
    refuse_opposite_count(apart, lambda: Told(as_written, runs("broken_as_given"), work.since))
    _refuse_opposite_of_several(apart)
    refuse_nothing_as_false(as_written, submission, work.since)
    refuse_own_nothing_as_false(told, submission)
    refuse_nothing_compared(work, submission)
    refuse_denying_error(told, submission)
    refuse_denied_whatever(told, submission)
    refuse_denied_behind_assertion(told, submission)
    refuse_affirmed_whatever(told, submission)
    refuse_affirmed_in_silence(told, submission)
    refuse_affirmed_twice(told)
    refuse_same_in_both_branches(told, submission)
    if only_numbers_change(as_written, broken, work.since) and _is_own(broken, exercise):
        all_names = names_of(as_written, work.product)
        refuse_stopped_comparison(work, submission, all_names)
        givens = names_of(as_written, work.left) | names_of(as_written, work.right)
        refuse_constant_verdict(told, submission, work.names, all_names - work.names, givens)


def _apart(told: Told, runs: Runs) -> Told:
    """What a file that may deny something says where nothing but NumPy's product is wrong, if it says so there.

    What it says of other tests is the same then.
    """
    if not any(map(may_deny, told.mine)):
        return told
    alone = Told(told.trace, runs("broken_as_given"), told.since, alone=True)
    return told if alone.mine == alone.others else alone


def _refuse_opposite_of_several(apart: Told) -> None:
    """Raise Wrong when a list or a count of several tests has this one the other way round."""
    said = (listed_the_other_way_round(apart) or counted_the_other_way_round(apart)) if apart.alone else None
    if said:
        raise Wrong(contradicted(said), line=said.line, misconception="verification-inverted")


def _is_own(broken: Trace, exercise: Exercise) -> bool:
    """Whether the result is another one than NumPy's product where that is wrong."""
    work = handwork_in(broken, exercise)
    return work is not None and (work.is_right or work.results.has(work.one_too_large))


def refuse_untold_difference(work: Handwork, broken: Trace, submission: Submission, runs: Runs) -> None:
    """Raise unless a result that is not right is compared with NumPy's product, or shown beside it.

    broken: a run in which NumPy's products are wrong, and nothing else.
    """
    if not broken.is_altered:
        if what_stopped(work):
            raise Blocked("Not looked at yet: first there has to be a result.")
        explain_never_compared(work, submission, runs)
    wrong = work.results.wrong[-1].array if work.results.wrong else None
    if compares(broken) or (wrong is not None and shows_two(work.trace, wrong, work.product)):
        return
    if any(_tells_by_parts(work, sight.array, submission, runs) for sight in work.results.wrong):
        return
    own = wrong is not None or work.lost or work.arithmetic.some or work.results.uneven(work.product)
    if not own and is_numpys(work, submission, runs):
        raise first_your_own(work)
    raise Blocked("Not looked at yet: first the result has to be right.")


def _tells_by_parts(work: Handwork, wrong: Array, submission: Submission, runs: Runs) -> bool:
    """Whether the numbers of a wrong result are held against NumPy's, one by one or all at once, and something said."""
    others = (runs(name) for name in ("broken_as_given", "first_as_given"))
    lines = (line for other in others for line in compares_in_parts(other, wrong, work.product))
    return any(not never_said(work.trace, submission, line) for line in lines)


def first_your_own(work: Handwork) -> Blocked:
    """The verdict where what there is to compare is NumPy's, or comes of it."""
    so_far = "It begins as NumPy's." if filled_over_numpys(work) else "So far NumPy computed it."
    return Blocked(f"Not looked at yet: first the result has to be your own. {so_far}")
