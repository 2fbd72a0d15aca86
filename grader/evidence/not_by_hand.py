"""Why a right result does not count as made by hand: NumPy made it, its numbers are typed, or rows were multiplied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Inconclusive, Partly, Wrong
from grader.evidence.arithmetic import Arithmetic
from grader.evidence.matrices import givens_of, products_seen
from grader.evidence.results import results, same
from grader.exercise import Exercise
from grader.trace import Array, Sight, Trace, equal


def not_made_of_scalars(arithmetic: Arithmetic, trace: Trace, left: Array, right: Array) -> NoReturn:
    """The result survived wrong products of NumPy's, but is not made of the learner's own. Always raises."""
    work = results(trace, left, right)
    if arithmetic.all_multiplied:
        line = work.line_of(left @ right)
        raise Wrong("The result does not come from your multiplications.", line=line, misconception="not-by-hand")
    vectorised = [
        product.site.line
        for product in trace.operations
        if product.name == "multiply" or "outer" in product.site.text or product.name == "prod"
    ]
    line = vectorised[-1] if vectorised else work.line_of(left @ right)
    if vectorised or re.search(r"\b(np|numpy)?\.?(outer|sum|einsum)\b", _text_at(trace, line)):
        raise Partly(
            "The products of a whole row were made at once.", share=0.4, line=line, misconception="vectorised-dot"
        )
    raise Wrong("No multiplication of single numbers was seen.", line=line, misconception="not-by-hand")


def _text_at(trace: Trace, line: int | None) -> str:
    return " ".join(sight.site.text for sight in trace.sights if sight.site.line == line)


def typed_or_numpys(trace: Trace, other: Trace, exercise: Exercise, left: Array, right: Array) -> None:
    """Raise Wrong when a result without any arithmetic stays as it was with other numbers in A and B, or is NumPy's.

    other: a run with other numbers, in which NumPy's products are wrong.
    """
    others = givens_of(other, exercise)
    if others is None or equal(others[0], left):
        return
    _stays(trace, other, others, left, right)
    names = results(trace, left, right).names_of(left @ right)
    wrong = [product.result for product in products_seen(other, *others) if product.altered]
    held = [sight.array for sight in other.sights if names.intersection(sight.site.names)]
    if any(same(array, result) for array in held for result in wrong if np.size(result) == left.size):
        raise Wrong("NumPy computed this.", line=line_of_product(trace, left, right), misconception="numpy-product")


def _stays(trace: Trace, other: Trace, others: tuple[Array, Array], left: Array, right: Array) -> None:
    """Raise Wrong when the result is the same with other numbers in A and B."""
    if not equal(others[0], left) and results(other, *others, products=True).has(left @ right):
        raise Wrong(
            "With other numbers in A and B the result stays as it was.",
            line=results(trace, left, right).line_of(left @ right),
            misconception="hard-coded",
        )


def not_by_hand(trace: Trace, other: Trace, broken: Trace, exercise: Exercise, left: Array, right: Array) -> NoReturn:
    """The result does not survive: say why. Always raises."""
    work = results(trace, left, right)
    if not work.has(left @ right) and work.wrong:
        raise Blocked("Not looked at yet: first the result has to be right.")
    others = givens_of(other, exercise)
    if others is not None:
        _stays(trace, other, others, left, right)
        _some_typed(results(broken, *others).wrong, left @ right, others[0] @ others[1])
    if products_seen(trace, left, right):
        raise Wrong("NumPy computed this.", line=line_of_product(trace, left, right), misconception="numpy-product")
    if broken.status != "finished":
        raise Inconclusive("The file could not be run with other numbers, so this was not judged.")
    raise Wrong("The result does not come from A and B.", line=work.line_of(left @ right), misconception="hard-coded")


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


def line_of_product(trace: Trace, left: Array, right: Array) -> int | None:
    """The product that was handed in as the learner's own: the first of several, or where the only one is copied."""
    lines = list(dict.fromkeys(product.site.line for product in products_seen(trace, left, right)))
    stored = results(trace, left, right).stored_at(left @ right)
    if len(lines) == 1 and stored is not None:
        return stored
    if lines:
        return lines[0]
    return stored
