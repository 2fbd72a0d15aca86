"""What in a trace cannot be true: products that do not give what is told, given numbers that were never exchanged."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.recording.plan import Matrix
from grader.trace import PRODUCTS_OF_MATRICES, Array, Operation, Trace, equal

MAX_MULTIPLIED = 64
"""Rows of the left operand of a product, and columns of the right one, that are multiplied again."""
MAX_PRODUCTS = 2_000
ROUGHLY = 1e-2
"""How near a product has to be to what its operands give, as they may be of single or of half precision."""
LARGEST_EXACT = 2.0**53
"""The largest number up to which a float has every whole one."""
_UNFORESEEN = np.random.default_rng()
"""Chooses what of much is looked at: nobody can know that beforehand."""


def contradiction(trace: Trace) -> str | None:
    """What in a trace cannot be true: a product whose operands do not give its result."""
    products = list(_told_products(trace))
    if len(products) > MAX_PRODUCTS:
        products = [products[index] for index in _UNFORESEEN.choice(len(products), MAX_PRODUCTS, replace=False)]
    for product, left, right, result in products:
        if not _multiplies_to(left, right, result, converts=product.name == "matmul"):
            return f"line {product.site.line}: the operands of this product do not give its result"
    return None


def _told_products(trace: Trace) -> Iterator[tuple[Operation, Array, Array, Array]]:
    """The products of two arrays, each of the same arrays once, with their operands and results."""
    known: set[tuple[int, int, int]] = set()
    for product in trace.operations:
        if product.altered or product.name not in PRODUCTS_OF_MATRICES:
            continue
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray)]
        if len(arrays) != 2 or len(product.operands) != 2 or not isinstance(product.result, np.ndarray):
            continue
        left, right = reversed(arrays) if product.name == "__rmatmul__" else arrays
        same = (id(left), id(right), id(product.result))
        if same not in known:
            known.add(same)
            yield product, left, right, product.result


def keeps_its_givens(trace: Trace, given: Matrix) -> bool:
    """Whether a matrix that this run's scenario put others in the place of is written out all the same.

    Whoever records honestly has exchanged it before it was seen.
    """
    kept = np.array(given)
    return any(sight.how == "display" and equal(sight.array, kept) for sight in trace.arrays(*kept.shape))


def _multiplies_to(left: Array, right: Array, result: Array, *, converts: bool) -> bool:
    """Whether a product may be right. converts: of a function that can be asked for whole numbers, or for truths."""
    if (
        max(left.ndim, right.ndim, result.ndim) > 2
        or not min(left.ndim, right.ndim)
        or "b" in (left.dtype.kind, right.dtype.kind)
        or (converts and result.dtype.kind == "b")
    ):
        return True
    if left.shape[-1] != right.shape[0]:
        return False
    # Before anything is multiplied: a product of nothing could be of any size.
    shape = left.shape[:-1] + right.shape[1:]
    if _without_ones(shape) != _without_ones(result.shape):
        return False
    # A batch of one was taken as what is in it, and a vector is np.matrix's only row.
    result = result.reshape(shape)
    if left.ndim == 2 and len(left) > MAX_MULTIPLIED:
        rows = _UNFORESEEN.choice(len(left), MAX_MULTIPLIED, replace=False)
        left, result = left[rows], result[rows]
    if right.ndim == 2 and right.shape[1] > MAX_MULTIPLIED:
        columns = _UNFORESEEN.choice(right.shape[1], MAX_MULTIPLIED, replace=False)
        right, result = right[:, columns], result[..., columns]
    with np.errstate(all="ignore"):
        expected = left @ right
        if result.dtype.kind == "i" and expected.dtype.kind == "i":
            # Narrow integers wrap around: their low byte is still right.
            return bool(np.array_equal(expected & 0xFF, result & 0xFF))
        if max(np.abs(one).max(initial=0) for one in (left, right)) > LARGEST_EXACT:
            # Whole numbers without a sign may wrap around, and are recorded as fractions.
            return True
        ways = [expected]
        if converts and result.dtype.kind == "i":
            ways += [np.trunc(left) @ np.trunc(right), np.trunc(expected)]
        return any(_roughly_equal(way, result) for way in ways)


def _roughly_equal(expected: Array, result: Array) -> bool:
    if bool((np.abs(expected - result) <= ROUGHLY + ROUGHLY * np.abs(result)).all()):
        return True
    # What is no number, or without end, equals itself only here; it takes ten times as long.
    return bool(np.allclose(expected, result, rtol=ROUGHLY, atol=ROUGHLY, equal_nan=True))


def _without_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(length for length in shape if length != 1)
