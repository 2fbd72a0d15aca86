"""Why a right result does not count as made by hand: NumPy made it, its numbers are typed, or rows were multiplied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NoReturn

import numpy as np

from grader.check import Blocked, Inconclusive, Missing, Partly, Runs, Wrong
from grader.evidence.likeness import same
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.loops import loops_around
from grader.syntax.names import names_by_line
from grader.trace import Array, Operation, Sight, Trace, equal, stands_within

from .arithmetic import Arithmetic
from .handwork import Handwork, handwork_in
from .matrices import first_seen
from .outcome import (
    begun_as_numpys,
    filled_over_numpys,
    found_unequal,
    leave_open_what_ran_elsewhere,
)
from .own_products import (
    filled_with_numpys,
    holds_numpys,
    is_of_these_alone,
    is_written_out,
    only_for_these,
    turned_into_numpys,
)
from .results import Results


def refuse_plainly_not(work: Handwork, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """Raise Wrong when the result is NumPy's, or for these numbers alone; Blocked when there is none of one's own."""
    arithmetic = work.arithmetic
    if not work.is_right and (filled := filled_over_numpys(work)):
        raise begun_as_numpys(filled)
    if not work.is_right or found_unequal(work, submission, runs):
        if work.results.wrong or arithmetic.some or arithmetic.another_way:
            # What is right is NumPy's product, to compare with.
            raise Blocked("Not looked at yet: first the result has to be right.")
        raise Wrong("NumPy computed this.", line=_line_of_product(work), misconception="numpy-product")
    if only_for_these(arithmetic, changed, exercise) or is_written_out(submission.text, runs, exercise):
        raise _only_of_these(work)
    if turned := turned_into_numpys(work, changed, exercise, submission.text):
        seen = "What comes of this line is NumPy's number, whatever the loops made."
        raise Wrong(seen, line=turned, misconception="numpy-product")


def explain_numpys(
    work: Handwork, changed: Trace, altered: bool, exercise: Exercise, submission: Submission, runs: Runs
) -> NoReturn:
    """Say what computed the result. Always raises."""
    broken = runs("broken")
    other = handwork_in(broken, exercise)
    if other is None and altered:
        raise Blocked("Not looked at yet: first the matrices have to be the exercise's.")
    if other is None:
        raise Missing("The matrices were not seen when the file was run with NumPy's products made wrong.")
    if work.arithmetic.some and (filled := filled_over_numpys(work)):
        raise begun_as_numpys(filled)
    if other.is_right:
        refuse_filled_with_numpys(work, exercise, submission, runs)
        _explain_not_made_of_scalars(work, other.arithmetic)
    _explain_not_by_hand(work, changed, exercise, runs)


def refuse_filled_with_numpys(work: Handwork, exercise: Exercise, submission: Submission, runs: Runs) -> None:
    """Raise Wrong when a part of NumPy's product is put into the result that loops made."""
    filled = filled_with_numpys(work, exercise, submission, runs) if work.arithmetic.all_multiplied else None
    if filled:
        over = filled > (work.arithmetic.last_line or 0) and not loops_around(submission.text, filled)
        raise _partly_numpys(filled, "Take this line out: the loops have made the result." if over else None)


def _partly_numpys(line: int, hint: str | None = None) -> Wrong:
    seen = "A part of the result is NumPy's: it comes in here."
    return Wrong(seen, line=line, hint=hint, misconception="numpy-product")


def _explain_not_made_of_scalars(work: Handwork, broken: Arithmetic) -> NoReturn:
    """The result survived wrong products of NumPy's, but is not made of the learner's own. Always raises.

    broken: what was calculated in the run with these.
    """
    if broken.all_multiplied:
        line = work.results.line_of(work.product)
        raise Wrong("The result does not come from your multiplications.", line=line, misconception="not-by-hand")
    vectorised = [
        product.site.line
        for product in work.trace.operations
        if product.name in ("multiply", "prod") or "outer" in product.site.text
        if any(_is_of(operand, given) for operand in product.operands for given in (work.left, work.right))
    ]
    if not vectorised:
        leave_open_what_ran_elsewhere(work)
    line = vectorised[-1] if vectorised else work.results.line_of(work.product)
    if vectorised or re.search(r"\b(np|numpy)?\.?(outer|sum|einsum)\b", _text_at(work.trace, line)):
        raise Partly(
            "The products of a whole row were made at once.", share=0.4, line=line, misconception="vectorised-dot"
        )
    raise Wrong("No multiplication of single numbers was seen.", line=line, misconception="not-by-hand")


def _is_of(operand: Any, given: Array) -> bool:
    """Whether an operand holds nothing but entries of a given matrix, and more than one."""
    return np.size(operand) > 1 and set(np.ravel(operand).tolist()) <= set(given.ravel().tolist())


def _text_at(trace: Trace, line: int | None) -> str:
    return " ".join(sight.site.text for sight in trace.sights if sight.site.line == line)


def refuse_typed_or_numpys(work: Handwork, changed: Trace, exercise: Exercise) -> None:
    """Raise Wrong when a result without any arithmetic stays as it was with other numbers in A and B, or is NumPy's.

    changed: a run with other numbers, in which NumPy's products are wrong.
    """
    other = handwork_in(changed, exercise)
    if other is None or equal(other.left, work.left):
        return
    typed = work.results.typed_at(work.product)
    if typed and all(typed < made.order for made in work.numpys):
        # What NumPy computes afterwards is there to compare with.
        _stays(work, other)
    _computed_by_numpy(work, other)
    _stays(work, other)


def _computed_by_numpy(work: Handwork, changed: Handwork) -> None:
    if holds_numpys(work, changed):
        raise Wrong("NumPy computed this.", line=_line_of_product(work), misconception="numpy-product")


def _stays(work: Handwork, other: Handwork) -> None:
    """Raise Wrong when the result is the same with other numbers in A and B."""
    if equal(other.left, work.left):
        return
    if Results(other.trace, other.left, other.right, products=True).has(work.product):
        raise Wrong(
            "With other numbers in A and B the result stays as it was.",
            line=work.results.line_of(work.product),
            misconception="hard-coded",
        )


def _explain_not_by_hand(work: Handwork, changed: Trace, exercise: Exercise, runs: Runs) -> NoReturn:
    """The result does not survive: say why. Always raises."""
    broken = runs("broken")
    if not work.is_right and work.results.wrong:
        raise Blocked("Not looked at yet: first the result has to be right.")
    other = handwork_in(changed, exercise)
    if other is not None:
        _computed_by_numpy(work, other)
        _stays(work, other)
        found = Results(broken, other.left, other.right).wrong
        _some_typed(found, work.product, other.product)
        _some_numpys(found, other.product, broken)
        _follows_nothing(work, found, broken)
    if is_of_these_alone(work, runs("other_numbers"), exercise):
        raise _only_of_these(work)
    if work.numpys:
        raise Wrong("NumPy computed this.", line=_line_of_product(work), misconception="numpy-product")
    if broken.status != "finished":
        raise Inconclusive("The file could not be run with other numbers, so this was not judged.")
    line = work.results.line_of(work.product)
    raise Wrong("The result does not come from A and B.", line=line, misconception="hard-coded")


def _follows_nothing(work: Handwork, found: Sequence[Sight], broken: Trace) -> None:
    """Raise Wrong when what the learner's arithmetic gives with other numbers is neither their product nor NumPy's."""
    wrong = [product.result for product in broken.operations if product.altered]
    if work.arithmetic.some and found and not any(same(sight.array, one) for sight in found for one in wrong):
        raise _only_of_these(work)


def _only_of_these(work: Handwork) -> Wrong:
    """What to say of a result that is the product of the given matrices alone."""
    return Wrong(
        "With other numbers in A and B, the result is no longer their product.",
        line=work.arithmetic.last_line or _first_cell(work),
        says="Some numbers are typed here, or follow from the given ones alone.",
        hint="A[i][k] * B[k][j] takes every number from where it stands.",
        misconception="hard-coded",
    )


def _first_cell(work: Handwork) -> int | None:
    """Where a cell's number got a name, else where all of them were first seen."""
    since, cells = first_seen(work.trace, work.left), set(work.product.ravel().tolist())
    named = (one for one in work.trace.scalars if one.site.kind == "bind" and one.order > since)
    return next((one.site.line for one in named if one.value in cells), work.results.line_of(work.product))


def _some_typed(found: Sequence[Sight], product: Array, other: Array) -> None:
    """Raise Wrong when some cells are those of the other product, and the rest stays as it was."""
    for sight in found:
        cells = np.asarray(sight.array).reshape(2, 2)
        follows, stays = cells == other, cells == product
        if stays.any() and (follows | stays).all():
            value = product[stays][0]
            raise Wrong(
                f"With other numbers in A and B, a cell of the result stays {value:g}.",
                line=sight.site.line,
                misconception="hard-coded",
            )


def _some_numpys(found: Sequence[Sight], product: Array, broken: Trace) -> None:
    """Raise Wrong when some cells are wrong as NumPy's products are, and the others right."""
    right = set(product.ravel().tolist())
    altered = [(made.site.line, set(np.ravel(made.result).tolist())) for made in broken.products if made.altered]
    for sight in found:
        cells = set(sight.array.ravel().tolist())
        wrong = cells - right
        lines = [line for line, entries in altered if wrong & entries]
        if lines and cells & right and all(any(cell in entries for _, entries in altered) for cell in wrong):
            raise _partly_numpys(lines[0])


def _line_of_product(work: Handwork) -> int | None:
    """The product that was handed in as the learner's own: the first of several, or where the only one is copied."""
    lines = list(dict.fromkeys(product.site.line for product in work.numpys))
    stored = work.results.stored_at(work.product)
    if len(lines) == 1 and stored is not None:
        return stored
    own = (product.site.line for product in work.numpys if not _is_only_compared(product, work.trace))
    return next(own, lines[0] if lines else stored)


def _is_only_compared(product: Operation, trace: Trace) -> bool:
    """Whether a product is made within a comparison, or gets a name that is read in comparisons alone."""
    if any(stands_within(product.site, pair.site) for pair in trace.comparisons):
        return True
    line = product.site.line
    names = {name for one in trace.sights if one.how == "bind" and one.site.line == line for name in one.site.names}
    read = {other for other, some in names_by_line(trace.source).items() if other != line and names & some}
    return bool(read) and read <= {pair.site.line for pair in trace.comparisons}
