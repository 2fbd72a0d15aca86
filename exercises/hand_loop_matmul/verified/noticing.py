"""Does a file say something else when NumPy's product, or the learner's own result, is made wrong?"""

from __future__ import annotations

import re

import numpy as np

from grader.check import Partly, Runs, Wrong
from grader.evidence.likeness import same
from grader.evidence.words import speaks_otherwise
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.trace import Array, Trace

from ..by_hand.handwork import Handwork, handwork_in, handwork_of
from ..by_hand.matrices import first_seen
from ..by_hand.results import SUBTRACTIONS
from .both_shown import (
    says_how_much,
    shows_both,
    shows_one_alone,
    shows_what_is_wrong,
)
from .changed_words import (
    changing_words,
    line_of_claim,
    only_numbers_change,
    said_behind,
    says_otherwise,
    says_products,
    says_verdict,
)
from .compared import compared_as_a_whole, decides_what_is_said

_OF_A_PART = "the last of NumPy's four numbers is wrong, the file says the same: not all cells are compared."
_NOTICED_INSTEAD = {
    "second_as_given": _OF_A_PART,
    "third_as_given": _OF_A_PART,
    "rest_as_given": "one of NumPy's four numbers is wrong, the file says the same: some equal cells are enough.",
}
"""Scenarios, and what a file misses that says something else in them, and nothing where the last entry is wrong."""
_ORDERS = r"[<>]"
ONE_SIDED = "When one of NumPy's numbers is too large, the file says the same, and not when it is too small."


def telling_run(work: Handwork, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> Trace | None:
    """A run that proves that the whole result is compared with NumPy's, and that what the file says depends on it.

    That is `changed`, or a run in which only the first entry of NumPy's product is wrong. None where neither of them
    proves it: then it may still be so.
    """
    other = handwork_in(changed, exercise)
    if other is None:
        return None
    as_written, product, own = work.trace, work.product, other.one_too_large
    lines = compared_as_a_whole(as_written, changed, product, own)
    plain = any(
        speaks_otherwise(line, said_behind(line, as_written), said_behind(line, changed), submission) for line in lines
    )
    if plain or shows_what_is_wrong(as_written, changed, product, own):
        return changed
    if lines and decides_what_is_said(lines, as_written, runs("first_as_given"), product):
        return runs("first_as_given")
    return None


def _is_made(work: Handwork) -> bool:
    """Whether the product is there, and the entries were multiplied by the learner's own code."""
    return (work.arithmetic.all_multiplied or work.arithmetic.another_way) and work.is_right


def notices(as_written: Trace, exchanged: bool, exercise: Exercise, runs: Runs) -> bool:
    """Whether the file says something else when NumPy's product has a wrong entry, and when it is turned over."""
    normal = runs("other_numbers") if exchanged else as_written
    work = handwork_in(normal, exercise) if exchanged else None
    if work is None or not _is_made(work):
        other, product = runs("broken_as_given"), handwork_of(as_written, exercise).product
        return tells_otherwise(as_written, other, as_written, runs) and not shows_one_alone(as_written, other, product)
    broken = runs("broken")
    wrong = [product for product in Handwork(broken, work.left, work.right).numpys if product.altered]
    if not wrong or not tells_otherwise(normal, broken, as_written, runs):
        return False
    plain = only_numbers_change(normal, broken) and not shows_both(normal, broken, work.product)
    if plain and not says_verdict(as_written, normal, broken):
        # NumPy's product is printed, and nothing to compare it with.
        return False
    turned = runs("turned")
    if turned.is_altered and not tells_otherwise(normal, turned, as_written, runs):
        seen = "When NumPy's four numbers stand in other cells, the file says the same: "
        raise of_a_part(f"{seen}only a part of the matrices is compared, or a sum over them.", as_written, work.left)
    _compares_as_given(as_written, broken)
    return True


def _compares_as_given(as_written: Trace, broken: Trace) -> None:
    """Raise Wrong when NumPy's product is only compared in a run in which it is wrong."""
    usual, compared = (
        {pair.site.line for pair in trace.comparisons if np.size(pair.left) == 4} for trace in (as_written, broken)
    )
    if compared and not usual:
        raise Wrong(
            "As the file is written, this comparison is never made.",
            line=min(compared),
            misconception="verification-fake",
        )


def refuse_own_ignored(as_written: Trace, exercise: Exercise, runs: Runs) -> None:
    """Raise Wrong when the file says the same although the learner's own result is another one."""
    normal, own = runs("other_numbers"), runs("own_wrong")
    if only_numbers_change(normal, runs("broken")):
        return
    work = handwork_in(own, exercise)
    if work is None or not work.arithmetic.all_multiplied or not work.results.has(work.one_too_large):
        return
    if not only_numbers_change(normal, own) or says_verdict(as_written, normal, own):
        return
    if _is_held_against_numpys(own, work.one_too_large):
        raise Wrong(
            "When all cells of your result are too large by the same number, the file says the same.",
            line=line_of_claim(as_written, first_seen(as_written, work.left)),
            says="How the differences are spread tells nothing of how large they are: each has to be 0.",
            misconception="verification-fake",
        )
    compared = [pair for pair in as_written.comparisons if np.size(pair.left) == work.product.size]
    product = handwork_of(as_written, exercise).product
    if compared and not any(same(side, product) for pair in compared for side in (pair.left, pair.right)):
        raise Wrong(
            "Another product than A @ B is compared here.",
            line=line_of_claim(as_written, first_seen(as_written, work.left)),
            misconception="verification-fake",
        )
    raise Wrong(
        "When your own result is made wrong, the file says the same: what is compared is NumPy's, on both sides.",
        line=line_of_claim(as_written, first_seen(as_written, work.left)),
        misconception="verification-fake",
    )


def _is_held_against_numpys(trace: Trace, own: Array) -> bool:
    """Whether NumPy's product, or something of it, is taken away from the learner's own result, or the other way."""
    made = (one for one in trace.operations if one.name in SUBTRACTIONS)
    return any(same(operand, own) for one in made for operand in one.operands)


def refuse_comparison_of_a_part(as_written: Trace, submission: Submission, runs: Runs, left: Array) -> None:
    """Raise Partly when the file notices that another entry of NumPy's product than the last is wrong, or several."""
    normal, first = runs("other_numbers"), runs("first")
    if first.is_altered and tells_otherwise(normal, first, as_written, runs):
        if only_numbers_change(normal, first) and not says_verdict(as_written, normal, first):
            return
        seen = "When only the last of NumPy's four numbers is wrong, the file says the same"
        last = runs("fourth_as_given")
        if not last.is_altered or not tells_otherwise(as_written, last, as_written, runs):
            raise of_a_part(f"{seen}: not all cells are compared.", as_written, left)
        raise of_a_part(ONE_SIDED if re.search(_ORDERS, submission.text) else f"{seen}.", as_written, left)
    if only_numbers_change(as_written, normal):
        _refuse_comparison_of_some(as_written, runs, left)


def _refuse_comparison_of_some(as_written: Trace, runs: Runs, left: Array) -> None:
    """Raise Partly when the file says nothing of a wrong last entry, though of another one, or of several.

    What finds a difference with other numbers, too, holds NumPy's product against typed ones.
    """
    for name, unnoticed in _NOTICED_INSTEAD.items():
        wrong = runs(name)
        noticed = wrong.is_altered and tells_otherwise(as_written, wrong, as_written, runs)
        if noticed and not only_numbers_change(as_written, wrong):
            raise of_a_part(f"When only {unnoticed}", as_written, left)


def of_a_part(seen: str, as_written: Trace, left: Array) -> Partly:
    """What to say of a comparison that looks at a part of the matrices."""
    return Partly(
        seen,
        share=0.5,
        line=line_of_claim(as_written, first_seen(as_written, left)),
        misconception="verification-fake",
        says="Two matrices are equal when all of their cells are, each with the one in its place.",
        hint="np.array_equal(result, A @ B) is true only when every cell is the same.",
    )


def notices_as_given(as_written: Trace, runs: Runs, names: set[str]) -> bool:
    """The same with the exercise's own numbers, for a file that holds its result against typed ones as well.

    names: what the learner's own result is called: it must stand in the comparison that finds NumPy's product wrong.
    """
    for name in ("broken_as_given", "turned_as_given"):
        other = runs(name)
        if not any(names & names_in(pair.site.text) for pair in other.comparisons if not pair.equal):
            return False
        if only_numbers_change(as_written, other) or not tells_otherwise(as_written, other, as_written, runs):
            return False
    return True


def tells_otherwise(normal: Trace, broken: Trace, as_written: Trace, runs: Runs) -> bool:
    """Whether the file says something else in `broken` that is no time, nor anything else that is never the same."""
    if not says_otherwise(normal, broken, set()):
        return False
    if says_products(normal, broken) or says_how_much(normal, broken):
        return True
    # A count of what is right is another one when the sizes are, but not when only the numbers are.
    changing = changing_words(as_written, runs("smaller"))
    if changing:
        changing &= changing_words(as_written, runs("other_numbers"))
    return says_otherwise(normal, broken, changing)
