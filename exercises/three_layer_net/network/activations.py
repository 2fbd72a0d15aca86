"""What one array is of a product, as a layer may be: what an activation, dropout or a sum makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.evidence.likeness import BENDS, SMALL, follows, near, truncates
from grader.trace import Array, equal

if TYPE_CHECKING:
    from numpy.typing import NDArray

STILL_EMPTY = 5
"""Rows of zeros at the end of an array that is being filled."""
SELDOM = 0.01
"""The share of positive numbers set to zero up to which nothing but whole rows was dropped: dropout takes more."""
MOST = 0.5
"""The share of rows that stay as they were from which on the others are a part that was made something else."""
SEEN = 0.15
"""The correlation of a layer with a sum that it is part of; that of unrelated numbers is below 0.1."""


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


def proportional(matrix: Array) -> bool:
    """Whether all rows of a matrix are multiples of one: every neuron gives the same then, but for its size."""
    row, column = np.unravel_index(np.argmax(np.abs(matrix)), matrix.shape)
    return bool(np.allclose(matrix * matrix[row, column], np.outer(matrix[:, column], matrix[row])))


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
    """Whether whole rows were set to zero, or to other numbers, where the rest stayed; or all rows made the same."""
    if other.shape != one.shape or other.ndim != 2 or len(other) < 2 or other.dtype.kind not in "fib":
        return False
    if not np.ptp(other.astype(float), axis=0).any():
        return bool(np.any(other)) and bool(np.ptp(one.real, axis=0).any())
    return _has_rows_of_zeros(one, other) or bool(rows_of_others(one, other).any())


def _has_rows_of_zeros(one: Array, other: Array) -> bool:
    """Whether whole rows were set to zero, which held positive numbers as others did."""
    positive = one.real > 0
    lost = np.logical_and(~other.any(axis=1), positive.any(axis=1))
    kept = positive & ~lost[:, np.newaxis]
    return bool(lost.any()) and (not kept.any() or bool((other[kept] == 0).mean() < SELDOM))


def rows_of_others(one: Array, other: Array) -> NDArray[np.bool_]:
    """Which rows hold none of their numbers, while whole rows with smaller and with greater ones stayed as they were.

    Where an activation changes all numbers of a row, they keep their order, or no row stays with numbers on both sides.
    """
    kept = (one == other).all(axis=1)
    if kept.mean() < MOST:
        return np.zeros_like(kept)
    least, greatest = one[kept].real.min(axis=0), one[kept].real.max(axis=0)
    between = ((one.real > least) & (one.real < greatest)).any(axis=1)
    places = np.argsort(one.real, axis=1, kind="stable")
    steps = np.diff(np.take_along_axis(other.real.astype(float), places, axis=1), axis=1)
    in_order = (steps >= 0).all(axis=1) | (steps <= 0).all(axis=1)
    unlike: NDArray[np.bool_] = (one != other).all(axis=1) & between & ~in_order
    return unlike


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
