"""What one array is of another, by their numbers alone: the same, cut off, rounded, a copy, a function of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.trace import Array, equal

FEW_VALUES = 3
"""So many different numbers do weights have that only copy or add up: those of np.eye, np.ones, np.triu."""
SEEN_DECIMALS = 4
"""Of weights, where their largest is 1: smaller ones change a product by less than single precision does."""
SMALL = 1e-3
"""Numbers below that are scaled up to be compared."""
ROUNDED = range(1, 7)
"""Decimals that a number may be rounded to for a tidy print."""
TIDY, EXACT, SHORTER = 0.06, 1e-9, 1e-2
"""How far numbers may be from what they were before such a rounding, from its result, and in a shorter type."""
_BITS = (8, 16, 32)
CLOSE_TO_A_LINE = 1e-5
BENDS = 8
"""How often a function of one number may turn around between its least and greatest value (GELU: 1, sine: more)."""


def only_adds_up(matrix: Array) -> bool:
    """Whether a product with this matrix copies, scales or adds up the other one's rows or columns.

    So do those with np.eye, np.ones, and with nothing but one number in each row or column, whatever is too small
    beside that to be seen in a product.
    """
    largest = float(np.abs(matrix).max(initial=0)) or 1.0
    plain = np.round(matrix / largest, SEEN_DECIMALS)
    alone = any(bool((np.count_nonzero(plain, axis=axis) <= 1).all()) for axis in (0, 1))
    return alone or len(set(plain.ravel().tolist())) <= FEW_VALUES


def near(array: Array, product: Array) -> bool:
    """Whether an array is that product; small numbers are compared as closely as others."""
    largest = float(np.abs(product).max(initial=0))
    if 0 < largest < SMALL:
        return equal(array / largest, product / largest)
    return equal(array, product)


def is_rounded(array: Array, product: Array) -> bool:
    """Whether an array is that product, or what a rounding for a tidy print, or a shorter type, makes of it."""
    if not np.allclose(array, product, atol=TIDY):
        return False
    if equal(array, product):
        return True
    if array.dtype.kind == "f" and array.dtype.itemsize < product.dtype.itemsize:
        return bool(np.allclose(array, product.astype(array.dtype), rtol=SHORTER, atol=SHORTER))
    return any(np.allclose(array, np.round(product, decimals), rtol=0, atol=EXACT) for decimals in ROUNDED)


def constant(array: Array) -> bool:
    """Whether all entries are the same."""
    return bool(array.size == 0 or (array == array.flat[0]).all())


def truncates(array: Array, origins: Sequence[Array]) -> bool:
    """Whether `array` holds whole numbers where `origins` (one of them) have fractions next to them.

    What is true or false, or 1 for all that is positive, was compared, and not cut off. Without a sign, -3 is stored
    as 253, or as 65 533.
    """
    if array.size == 0 or array.dtype.kind == "b" or not np.isfinite(array).all():
        return False
    if not np.array_equal(array, np.round(array.real)):
        return False
    return any(
        origin.shape == array.shape
        and not np.array_equal(origin, np.round(origin.real))
        and not np.array_equal(array, origin.real > 0)
        and bool((_apart(array, origin) <= 1).all())
        for origin in origins
    )


def _apart(array: Array, origin: Array) -> Array:
    """How far apart two arrays are, entry by entry, where one may be stored in as few bits as hold its greatest."""
    steps: Array = np.abs(array - origin)
    if array.dtype.kind != "i" or array.min() < 0:
        return steps
    span = next((1 << bits for bits in _BITS if array.max() < 1 << bits), 0)
    around: Array = np.minimum(steps, np.abs(array - span - origin))
    return around if span else steps


def follows(one: Array, other: Array) -> bool:
    """Whether `other` is a function of `one`, entry by entry, column by column (an activation, a bias before it).

    Along a sorted column such a function goes up and down a few times at most; unrelated numbers do at every step.
    Softmax and layer normalisation keep the order within each row instead.
    """
    if other.dtype.kind == "b":
        # A step is an activation, too.
        other = other.astype(float)
    if other.dtype.kind not in "fi" or not np.isfinite(other).all() or constant(other):
        return False
    return _smooth(one, other, BENDS) or _smooth(one.T, other.T, 1.0)


def follows_from(one: Array, other: Array) -> bool:
    """Whether a further step made `other` of `one`: scaling, a ReLU, a tanh; centring or a softmax, by row or column.

    Where some of the numbers stay as they are, what becomes of each follows from the number alone. For small matrices,
    of which every other one would be smooth.
    """
    if {one.dtype.kind, other.dtype.kind} - {*"fiub"} or constant(other):
        return False
    values = other.astype(float)
    steps = np.diff(values.ravel()[np.argsort(one, axis=None)])
    if (steps >= 0).all() or (steps <= 0).all():
        return True
    if ((one == other) & (one != 0)).any():
        return False
    images = [values, *([np.log(values)] if (values > 0).all() else [])]
    return any(_is_line(one, image) or _is_line(one.T, image.T) for image in images)


def _is_line(one: Array, other: Array) -> bool:
    """Whether each row of `other` is the one of `one`, scaled and shifted."""
    first, second = (matrix - matrix.mean(axis=1, keepdims=True) for matrix in (one, other))
    product, squares = (first * second).sum(axis=1), (first**2).sum(axis=1) * (second**2).sum(axis=1)
    return bool(np.allclose(product**2, squares, rtol=CLOSE_TO_A_LINE, atol=0))


def _smooth(one: Array, other: Array, bends: float) -> bool:
    order = np.argsort(one.real, axis=0, kind="stable")
    image = np.take_along_axis(other, order, axis=0)
    travelled = np.abs(np.diff(image, axis=0)).sum(axis=0)
    spread = np.ptp(image, axis=0)
    return bool((travelled <= bends * spread * (1 + 1e-9) + 1e-12).all())


def same(side: object, expected: Array) -> bool:
    """Whether these are the expected numbers, as a matrix or one after the other."""
    array, shape = np.asarray(side), np.shape(expected)
    return array.size == np.size(expected) and equal(array.reshape(shape), expected)
