"""What one array is of another, by their numbers alone: the same, cut off, a copy, what an activation makes of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.trace import Array, equal

STILL_EMPTY = 5
"""Rows of zeros at the end of an array that is being filled."""
SELDOM = 0.01
"""The share of positive numbers set to zero up to which nothing but whole rows was dropped: dropout takes more."""
SEEN = 0.15
"""The correlation of a layer with a sum that it is part of; that of unrelated numbers is below 0.1."""
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


def activated(product: Array, array: Array) -> bool:
    """Whether an array is that product, or what an activation makes of it in every row."""
    if near(array, product):
        return True
    if array.dtype.kind not in "fiub" or not np.isfinite(array).all():
        return False
    if loses_samples(product, array) or truncates(array, [product]) or not array[-STILL_EMPTY:].any():
        return False
    alive = np.ptp(array.astype(float), axis=0) > 0
    if alive.any() and not alive.all() and _is_dead(product, array, alive):
        return activated(product[:, alive], array[:, alive])
    if not alive.all() or affine_columns(product, array):
        # No neuron gives always the same, and what only has another sign or size is no activation.
        return near(array - array[0], product - product[0])
    return _wave(product, array) or (follows(product, array) and _turns_seldom(product, array))


def _is_dead(product: Array, array: Array, alive: Array) -> bool:
    """Whether the neurons that always give the same are those whose products are all too small for anything else."""
    least = array.min()
    awake = product[:, alive][array[:, alive] > least]
    return bool((array[:, ~alive] == least).all() and product[:, ~alive].max() < awake.min())


def _turns_seldom(one: Array, other: Array) -> bool:
    """Whether `other` goes up and down with `one` as an activation does. What is only near one turns at each step."""
    in_rows = bool(np.ptp(other.astype(float), axis=1).all()) and _turns(one.T, other.T) == 0
    return in_rows or _turns(one, other) <= BENDS


def _turns(one: Array, other: Array) -> int:
    """How often the columns of `other` turn around, at the most, where those of `one` are in order."""
    image = np.take_along_axis(other.astype(float), np.argsort(one.real, axis=0, kind="stable"), axis=0)
    least = np.ptp(image, axis=0) * SMALL * SMALL
    most = 0
    for column, small in zip(np.diff(image, axis=0).T, least, strict=True):
        ways = np.sign(column[np.abs(column) > small])
        most = max(most, int(np.count_nonzero(np.diff(ways))))
    return most


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


def proportional(matrix: Array) -> bool:
    """Whether all rows of a matrix are multiples of one: every neuron gives the same then, but for its size."""
    row, column = np.unravel_index(np.argmax(np.abs(matrix)), matrix.shape)
    return bool(np.allclose(matrix * matrix[row, column], np.outer(matrix[:, column], matrix[row])))


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


def is_seen_in(one: Array, other: Array) -> bool:
    """Whether the numbers of `other` go with those of `one`, where unrelated ones would not."""
    if {one.dtype.kind, other.dtype.kind} - {*"fi"} or not np.ptp(one):
        return False
    return bool(abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) > SEEN)


def affine_columns(one: Array, other: Array) -> bool:
    """Whether each column of `other` is the same column of `one`, shifted and scaled."""
    if other.dtype.kind not in "f" or not np.isfinite(other).all():
        return False
    if not (np.ptp(one, axis=0).all() and np.ptp(other, axis=0).all()):
        return False
    steps, images = one - one.mean(axis=0), other - other.mean(axis=0)
    slopes = (steps * images).sum(axis=0) / (steps * steps).sum(axis=0)
    return equal(slopes * steps + other.mean(axis=0), other)


def may_give(known: Array, array: Array) -> bool:
    """Whether a layer's product may be given on as `array`. Where all of it is negative, a ReLU gives nothing but 0."""
    if known.dtype.kind == "b":
        # What a step gave may be multiplied with, and goes on as numbers.
        known = known.astype(float)
    if loses_samples(known, array):
        return False
    if equal(array, known) or follows(known, array) or thinned(known, array) or _wave(known, array):
        return True
    return not np.any(array) and known.dtype.kind == "f" and equal(np.maximum(known, 0), array)


def loses_samples(one: Array, other: Array) -> bool:
    """Whether whole rows were set to zero, which held positive numbers as others did, or all rows made the same."""
    if other.shape != one.shape or other.ndim != 2 or len(other) < 2 or other.dtype.kind not in "fib":
        return False
    if not np.ptp(other.astype(float), axis=0).any():
        return bool(np.any(other)) and bool(np.ptp(one.real, axis=0).any())
    positive = one.real > 0
    lost = np.logical_and(~other.any(axis=1), positive.any(axis=1))
    kept = positive & ~lost[:, np.newaxis]
    return bool(lost.any()) and (not kept.any() or bool((other[kept] == 0).mean() < SELDOM))


def _wave(one: Array, other: Array) -> bool:
    """Whether `other` is the sine or cosine of `one`, which may turn around at every step."""
    return equal(np.sin(one), other) or equal(np.cos(one), other)


def thinned(one: Array, other: Array) -> bool:
    """Whether `other` is `one` with some entries dropped, the rest scaled alike (dropout)."""
    kept = (other != 0) & (one != 0)
    if kept.sum() < 0.2 * one.size or not np.isfinite(other).all():
        return False
    factors = other[kept] / one[kept]
    return bool(np.allclose(factors, factors.flat[0]))


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
