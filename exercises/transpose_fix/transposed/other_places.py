"""A result of the right numbers in other places, or of rows of A and B that do not belong together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from grader.check import Wrong
from grader.trace import Array, Sight, Trace, equal

from .operands import made_at

MOST_TRIED = 4
"""Of the last arrays, whether they hold the right numbers in other places."""
MOST_PAIRS = 8
_AS_THEY_ARE = "A.T @ B has its rows and columns in the order of A's and B's columns."


def refuse_other_places(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when rows or columns of the result stand in another order, or rows met that have other numbers."""
    results = trace.arrays(3, 4)[: -MOST_TRIED - 1 : -1]
    for sight, (left, right) in itertools.product(results, pairs[-MOST_PAIRS:]):
        product = left.T @ right
        if np.any(product) and not _is_turned_round(trace, left):
            _in_another_order(trace, sight, product)
            _of_other_rows(trace, sight, left, right)


def _is_turned_round(trace: Trace, left: Array) -> bool:
    """Whether A itself was turned by 90 degrees, or flipped: then it is that which is told."""
    turned = [np.rot90(left), np.rot90(left, -1), np.rot90(left, 2).T]
    return any(equal(sight.array, way) for sight in trace.arrays(3, 5) for way in turned)


def _in_another_order(trace: Trace, sight: Sight, product: Array) -> None:
    for rows in itertools.permutations(range(3)):
        if not equal(np.sort(product[list(rows)]), np.sort(sight.array)):
            continue
        for columns in itertools.permutations(range(4)):
            if not equal(product[np.ix_(rows, columns)], sight.array):
                continue
            exchanged = [
                name for name, order in (("rows", rows), ("columns", columns)) if order != tuple(range(len(order)))
            ]
            backwards = all(order in (tuple(range(len(order))), (2, 1, 0), (3, 2, 1, 0)) for order in (rows, columns))
            if exchanged:
                raise Wrong(
                    f"Your result has the numbers of A.T @ B, with its {' and '.join(exchanged)} "
                    f"in {'reverse' if backwards else 'another'} order.",
                    line=made_at(trace, sight),
                    says=_AS_THEY_ARE,
                    misconception="reversed-order",
                )


def _of_other_rows(trace: Trace, sight: Sight, left: Array, right: Array) -> None:
    if any(made.result is sight.array and made.is_product for made in trace.operations):
        # NumPy multiplied: that rows lie otherwise comes from an operand.
        return
    for order in itertools.permutations(range(5)):
        first = next((row for row, other in enumerate(order) if row != other), None)
        if first is not None and equal(left[list(order)].T @ right, sight.array):
            raise Wrong(
                f"Row {order[first]} of A meets row {first} of B here.",
                line=made_at(trace, sight),
                says="Each row of A goes with the row of B that has the same number.",
                misconception="wrong-index",
            )
