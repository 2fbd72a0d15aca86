"""A network's layers in a trace: products that follow one another, by value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec
import numpy as np

from grader.trace import Array, Operation, Sight, Trace, equal, stands_within

MAX_CANDIDATES = 200
STILL_EMPTY = 5
"""Rows of zeros at the end of an array that is being filled."""
MAX_ACTIVATED = 12
"""Weights and arrays among which a layer is looked for whose product itself was never seen whole."""
SELDOM = 0.01
"""The share of positive numbers set to zero up to which nothing but whole rows was dropped: dropout takes more."""
SEEN = 0.15
"""The correlation of a layer with a sum that it is part of; that of unrelated numbers is below 0.1."""
FEW_VALUES = 3
"""So many different numbers do weights have that only copy or add up: those of np.eye, np.ones, np.triu."""
FILLED_IN = 3
"""Changes of an array that show that it was filled little by little."""
SMALL = 1e-3
"""Numbers below that are scaled up to be compared."""
BENDS = 8
"""How often a function of one number may turn around between its least and greatest value (GELU: 1, sine: more)."""
MOST_COMPARED = 100
"""Comparisons that are looked at when a product may only be made for one of them."""


class Layer(NamedTuple):
    """A product `inputs @ weights` that was seen, or what an activation made of it, row by row or neuron by neuron."""

    inputs: Array
    weights: Array
    product: Sight


class _Step(NamedTuple):
    """Where a layer is looked for: what it may be fed with, the layer, and without one what is there instead."""

    inputs: list[Array]
    layer: Layer | None
    strayed: list[Array]


class Network:
    """The layers of `widths` that follow from `data` (samples, features), each found from the one before.

    Where a layer is missing, the next one is looked for from whatever the learner has of that shape, or has in its
    place in another width.
    """

    def __init__(self, trace: Trace, data: Array, widths: Sequence[int]) -> None:
        self._trace = trace
        self.widths = widths
        self._given_on: dict[int, list[Array]] = {}
        self.data = data
        self.samples = data.shape[0]

    @cached_property
    def start(self) -> Array:
        """What the learner has for the data: the data themselves, else the first array of their shape."""
        if self._trace.find(self.data) is not None:
            return self.data
        return next((sight.array for sight in self._trace.arrays(*self.data.shape)), self.data)

    @property
    def layers(self) -> tuple[Layer | None, ...]:
        """One for each width; None where there is none."""
        return tuple(step.layer for step in self._steps)

    @property
    def shapes(self) -> list[tuple[int, int]]:
        """The shape of each layer, as it should be, or as the learner has it in another width."""
        return [
            (self.samples, width if step.layer or not step.strayed else int(step.strayed[0].shape[1]))
            for width, step in zip(self.widths, self._steps, strict=True)
        ]

    def inputs(self, index: int) -> list[Array]:
        """What layer `index` may be fed with."""
        return self._steps[index].inputs

    @cached_property
    def _steps(self) -> tuple[_Step, ...]:
        found: list[_Step] = []
        for index, width in enumerate(self.widths):
            inputs, sure = self._inputs(index, found[-1] if found else None)
            layer = self._find(inputs, width, sure) or (self._find_activated(inputs, width) if sure else None)
            found.append(_Step(inputs, layer, [] if layer else self._strayed(inputs, width)))
        return tuple(found)

    def _inputs(self, index: int, before: _Step | None) -> tuple[list[Array], bool]:
        if before is None:
            given = self._trace.find(self.data)
            if given is not None:
                return self._scaled(given.array), True
            return [sight.array for sight in self._trace.arrays(*self.data.shape)], False
        if before.layer is not None:
            return self._outputs(before.layer.product.array), True
        width = self.widths[index - 1]
        mine = [sight.array for sight in self._trace.arrays(self.samples, width)]
        others = [array for product in before.strayed for array in self._outputs(product)]
        # The data may have a layer's shape, but are none.
        return [array for array in mine if not equal(array, self.start)] + others, False

    def _strayed(self, inputs: Sequence[Array], width: int) -> list[Array]:
        """Products of a layer's inputs that have another width than the layer."""
        return [
            product.result
            for product in self._trace.products
            if len(product.operands) == 2
            and isinstance(product.result, np.ndarray)
            and product.result.shape[:1] == (self.samples,)
            and product.result.shape[1:] not in ((), (width,))
            and any(product.operands[0] is one for one in inputs)
        ]

    def _scaled(self, data: Array) -> list[Array]:
        """The data, and copies of it whose columns were each shifted and scaled (standardised)."""
        others = [
            sight.array
            for sight in candidates(self._trace.arrays(*data.shape))
            if sight.array is not data
            and (_affine_columns(data, sight.array) or _affine_columns(data.T, sight.array.T))
        ]
        return [data, *others]

    def _outputs(self, product: Array) -> list[Array]:
        """What a layer may give on: its product, after a bias and an activation or not."""
        if id(product) not in self._given_on:
            self._given_on[id(product)] = self._find_outputs(product)
        return self._given_on[id(product)]

    def _find_outputs(self, product: Array) -> list[Array]:
        found = [product]
        for sight in candidates(self._trace.arrays(*product.shape)):
            array = sight.array
            if array is product or truncates(array, [product]):
                continue
            like = any(_may_give(known, array) for known in found[:4])
            if not like and np.count_nonzero(array) < array.size:
                like = any(_thinned(known, array) for known in found[4:])
            if like or self._made_from(found, array):
                found.append(array)
        return found

    def _made_from(self, known: Sequence[Array], array: Array) -> bool:
        """Whether an operator made `array` from a known one and a row, a column, a number, or another known one.

        known: the layer's product first. What has other numbers for each entry could be anything: with it, a layer
        could be made whatever one likes. It may be added, as noise or a connection past the layer, where the product
        is still seen in the sum.
        """
        made = (product for product in self._trace.operations if product.result is array and not constant(array))
        for product in made:
            others = [operand for operand in product.operands if not any(operand is one for one in known)]
            if len(others) == len(product.operands) or product.name not in ("multiply", "add", "Sub", "Div"):
                continue
            plain = all(np.size(other) < array.size or equal(other, self.start) for other in others)
            if plain and others:
                return True
            if (plain or product.name in ("add", "Sub")) and _is_seen_in(known[0], array):
                return True
        return False

    def _find(self, inputs: Sequence[Array], width: int, sure: bool) -> Layer | None:
        made = candidates(self._trace.arrays(self.samples, width))
        # Some weights would give the data back, but that is no reason to take the data for a layer.
        products = [sight for sight in made if self._was_made(sight) or not equal(sight.array, self.start)]
        for one in inputs:
            if not sure and constant(one) and not self._is_multiplied(one):
                continue
            for weights, order in self._weights(one.shape[1], width):
                expected = _times(one, weights)
                # What a copy, a sum or nothing at all gives as well has to be seen to be a product.
                plain = only_adds_up(weights) or any(map(constant, expected))
                for product in products:
                    if order > self._last_made(product) or not any(_near(product.array, way) for way in expected):
                        continue
                    if not plain or self._was_made(product, one) or was_filled(self._trace, product):
                        return Layer(one, weights, product)
        return None

    def _find_activated(self, inputs: Sequence[Array], width: int) -> Layer | None:
        """A layer that is only there after its activation: each sample, batch or neuron went through it by itself."""
        last = [sight for sight in self._trace.arrays(self.samples, width) if not equal(sight.array, self.start)]
        for one in inputs[:MAX_ACTIVATED]:
            weights = [found for found in self._weights(one.shape[1], width) if not only_adds_up(found[0])]
            for sight in last[: -MAX_ACTIVATED - 1 : -1]:
                made = [found for found, order in weights[:MAX_ACTIVATED] if order < sight.order]
                neurons = self._neurons(one, width, sight)
                for matrix in (*made, *neurons):
                    ways = (way for way in _times(one, matrix) if way.shape == sight.array.shape and not constant(way))
                    if any(_activated(way, sight.array) for way in ways):
                        return Layer(one, matrix, sight)
        return None

    def _neurons(self, inputs: Array, width: int, layer: Sight) -> list[Array]:
        """The weights of single neurons that were multiplied with these inputs before the layer was there."""
        vectors = [
            made.operands[1]
            for made in self._trace.products
            if len(made.operands) == 2
            and made.operands[0] is inputs
            and np.shape(made.operands[1]) == inputs.shape[1:]
            and made.order < layer.order
        ]
        return [np.column_stack(vectors[-width:])] if len(vectors) >= width else []

    def _is_multiplied(self, array: Array) -> bool:
        """Whether the learner multiplied it with another matrix."""
        products = (product for product in self._trace.products)
        return any(product.operands[:1] and product.operands[0] is array for product in products)

    def _was_made(self, product: Sight, inputs: Array | None = None) -> bool:
        """Whether an operation (with these inputs) gave this array; equal constants prove nothing."""
        made = self._operations.get(id(product.array), [])
        if inputs is None or not made:
            return bool(made)
        return any(operand is inputs for operation in made for operand in operation.operands)

    def _last_made(self, product: Sight) -> int:
        """When an operation last gave this array, or else when it was first seen."""
        return max(product.order, *(made.order for made in self._operations.get(id(product.array), [])), 0)

    @cached_property
    def _operations(self) -> dict[int, list[Operation]]:
        """The operations that gave an array, by its identity: a trace has equal ones once."""
        found: dict[int, list[Operation]] = {}
        for made in self._trace.operations:
            found.setdefault(id(made.result), []).append(made)
        return found

    def _weights(self, inner: int, width: int) -> list[tuple[Array, int]]:
        """Arrays that can be weights: as they are, lying on their side, or with a row for the bias; and since when."""
        upright = self._trace.arrays(inner, width) + self._trace.arrays(inner + 1, width)
        turned = self._trace.arrays(width, inner)
        return [(sight.array, self._since(sight)) for sight in candidates(upright)] + [
            (sight.array.T, self._since(sight)) for sight in candidates(turned)
        ]

    def _since(self, sight: Sight) -> int:
        return min(one.order for one in self._trace.seen(sight.array))

    def known(self, array: Array) -> bool:
        """Whether an array is a layer's, or what a layer gives on."""
        return any(
            layer is not None
            and (array is layer.product.array or any(array is one for one in self._outputs(layer.product.array)))
            for layer in self.layers
        )


class Turned(Trace):
    """A trace as it looks with every matrix lying on its side."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(trace.scenario)
        self.sights = [
            msgspec.structs.replace(sight, array=turned[id(sight.array)])
            for turned in [{id(sight.array): sight.array.T for sight in trace.sights}]
            for sight in trace.sights
        ]

    def find(self, value: Array) -> Sight | None:
        """The first sight of `value`, standing or lying."""
        upright = next((sight for sight in self.arrays(*value.shape) if equal(sight.array, value)), None)
        return upright or next((sight for sight in self.arrays(*value.T.shape) if equal(sight.array, value.T)), None)


def candidates(sights: Sequence[Sight]) -> Sequence[Sight]:
    """Those that are looked at: of very many the first and the last ones, as a trial may come before the exercise."""
    if len(sights) <= MAX_CANDIDATES:
        return sights
    return [*sights[: MAX_CANDIDATES // 2], *sights[-MAX_CANDIDATES // 2 :]]


def own_data(trace: Trace, shape: tuple[int, ...]) -> Sight | None:
    """The data that the learner has in another shape: what was drawn first, and then multiplied with something."""
    made = {id(product.result) for product in trace.operations}
    for product in trace.products:
        operands = product.operands
        if len(operands) != 2 or [np.ndim(operand) for operand in operands] != [2, 2]:
            continue
        first, second = (trace.seen(operand)[0] for operand in operands)
        is_other = (first.array.shape[0] == shape[0]) != (first.array.shape[1] == shape[1])
        return first if is_other and id(first.array) not in made and first.order < second.order else None
    return None


def used_part(trace: Trace, data: Array) -> Array | None:
    """Some rows of the data, from the first one on, where it is these that are multiplied with something."""
    operands = (made.operands[0] for made in trace.products if made.operands)
    parts = (one for one in operands if isinstance(one, np.ndarray) and one.ndim == data.ndim)
    return next((part for part in parts if 1 < len(part) < len(data) and equal(part, data[: len(part)])), None)


def made_to_compare(trace: Trace, product: Array) -> int | None:
    """The line that makes a product only to compare something else with it: that is another one, or has its shape."""
    made = [sight.site for sight in trace.seen(product) if sight.is_origin]
    results = (one.result for one in trace.products)
    beside = any(np.shape(other) == product.shape and not _near(other, product) for other in results)
    unlike = [pair.site for pair in trace.comparisons if beside or not pair.equal]
    places = [place for site in made for place in unlike[:MOST_COMPARED] if stands_within(site, place)]
    alone = all(any(stands_within(site, place) for place in places) for site in made)
    return places[0].line if places and alone else None


def was_filled(trace: Trace, product: Sight) -> bool:
    """Whether an array was filled little by little, as in loops."""
    names = {name for sight in trace.seen(product.array) for name in sight.site.names}
    changed = (sight for sight in trace.arrays(*product.array.shape) if sight.how == "changed")
    return sum(not names.isdisjoint(sight.site.names) for sight in changed) >= FILLED_IN


def only_adds_up(matrix: Array) -> bool:
    """Whether a product with this matrix copies, scales or adds up the other one's rows or columns.

    So do those with np.eye, np.ones, and with nothing but one number in each row or column.
    """
    alone = any(bool((np.count_nonzero(matrix, axis=axis) <= 1).all()) for axis in (0, 1))
    return alone or len(set(matrix.ravel().tolist())) <= FEW_VALUES


def _times(inputs: Array, weights: Array) -> list[Array]:
    """The product; weights with a row more than there are inputs have the bias in their last row, or in the first."""
    if weights.shape[0] == inputs.shape[1] + 1:
        parts = ((weights[:-1], weights[-1]), (weights[1:], weights[0]))
        return [inputs @ rows + bias for rows, bias in parts if np.any(rows)]
    return [inputs @ weights]


def _activated(product: Array, array: Array) -> bool:
    """Whether an array is that product, or what an activation makes of it in every row."""
    if _near(array, product):
        return True
    if loses_samples(product, array) or truncates(array, [product]) or not array[-STILL_EMPTY:].any():
        return False
    if not np.ptp(array.astype(float), axis=0).all() or _affine_columns(product, array):
        # No neuron gives always the same, and what only has another sign or size is no activation.
        return _near(array - array[0], product - product[0])
    return _wave(product, array) or (follows(product, array) and _turns_seldom(product, array))


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


def _near(array: Array, product: Array) -> bool:
    """Whether an array is that product; small numbers are compared as closely as others."""
    largest = float(np.abs(product).max(initial=0))
    if 0 < largest < SMALL:
        return equal(array / largest, product / largest)
    return equal(array, product)


def constant(array: Array) -> bool:
    """Whether all entries are the same."""
    return bool(array.size == 0 or (array == array.flat[0]).all())


def truncates(array: Array, origins: Sequence[Array]) -> bool:
    """Whether `array` holds whole numbers where `origins` (one of them) have fractions next to them.

    What is true or false was compared, and not cut off.
    """
    if array.size == 0 or array.dtype.kind == "b" or not np.isfinite(array).all():
        return False
    if not np.array_equal(array, np.round(array.real)):
        return False
    return any(
        origin.shape == array.shape
        and not np.array_equal(origin, np.round(origin.real))
        and bool((np.abs(array - origin) <= 1).all())
        for origin in origins
    )


def _is_seen_in(one: Array, other: Array) -> bool:
    """Whether the numbers of `other` go with those of `one`, where unrelated ones would not."""
    if {one.dtype.kind, other.dtype.kind} - {*"fi"} or not np.ptp(one):
        return False
    return bool(abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) > SEEN)


def _affine_columns(one: Array, other: Array) -> bool:
    """Whether each column of `other` is the same column of `one`, shifted and scaled."""
    if other.dtype.kind not in "f" or not np.isfinite(other).all():
        return False
    if not (np.ptp(one, axis=0).all() and np.ptp(other, axis=0).all()):
        return False
    steps, images = one - one.mean(axis=0), other - other.mean(axis=0)
    slopes = (steps * images).sum(axis=0) / (steps * steps).sum(axis=0)
    return equal(slopes * steps + other.mean(axis=0), other)


def _may_give(known: Array, array: Array) -> bool:
    """Whether a layer's product may be given on as `array`. Where all of it is negative, a ReLU gives nothing but 0."""
    if known.dtype.kind == "b":
        # What a step gave may be multiplied with, and goes on as numbers.
        known = known.astype(float)
    if loses_samples(known, array):
        return False
    if equal(array, known) or follows(known, array) or _thinned(known, array) or _wave(known, array):
        return True
    return not np.any(array) and known.dtype.kind == "f" and equal(np.maximum(known, 0), array)


def loses_samples(one: Array, other: Array) -> bool:
    """Whether whole rows were set to zero, which held positive numbers as others did, or all rows made the same."""
    if other.ndim != 2 or len(other) < 2 or other.dtype.kind not in "fib":
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


def _thinned(one: Array, other: Array) -> bool:
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


def keeps_order(one: Array, other: Array) -> bool:
    """Whether what is greater in `one` is never smaller in `other`, or never greater: in all, in each row, or column.

    For small matrices, of which every other one would be smooth. Scaling, centring, a ReLU, a softmax do.
    """
    if {one.dtype.kind, other.dtype.kind} - {*"fiub"} or constant(other):
        return False
    values = other.astype(float)
    for first, image in ((one.reshape(1, -1), values.reshape(1, -1)), (one, values), (one.T, values.T)):
        steps = np.diff(np.take_along_axis(image, np.argsort(first, axis=1), axis=1), axis=1)
        if (steps >= 0).all() or (steps <= 0).all():
            return True
    return False


def _smooth(one: Array, other: Array, bends: float) -> bool:
    order = np.argsort(one.real, axis=0, kind="stable")
    image = np.take_along_axis(other, order, axis=0)
    travelled = np.abs(np.diff(image, axis=0)).sum(axis=0)
    spread = np.ptp(image, axis=0)
    return bool((travelled <= bends * spread * (1 + 1e-9) + 1e-12).all())
