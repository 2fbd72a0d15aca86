"""A network's layers in a trace: products that follow one another, by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np

from grader.evidence.candidates import candidates
from grader.evidence.likeness import SMALL, constant, near, only_adds_up
from grader.evidence.made import made_of_nothing, was_filled
from grader.evidence.shown import shown
from grader.submission import Submission
from grader.trace import Array, Operation, Sight, Trace, equal, may_equal, samples

from .activations import activated, affine_columns, may_give, proportional
from .outputs import Outputs
from .weights import summed_over_outputs, times, weights_between, weights_of_neurons

MAX_SHOWN = 6
MOST_TRIES = 40
"""Layers from which it is tried how far a chain goes on."""
MAX_ACTIVATED = 12
"""Weights and arrays among which a layer is looked for whose product itself was never seen whole."""
ORDINALS = ("first", "second", "third")
LAYERS, WEIGHTS = ("hidden1", "hidden2", "output"), ("W1", "W2", "W3")
"""What hints call them."""
STEPS = ("hidden1 = X @ W1", "hidden2 = hidden1 @ W2", "output = hidden2 @ W3")


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

    A layer that is missing does not end the search: the next one may have been fed with any array of the missing
    layer's shape, or with what was made in its place in another width. Where something was tried first, there are
    several chains of layers: one with the most layers is taken, if possible one whose shapes the file prints.
    gathered: no array has all the data, but their rows went into the first layer.
    """

    def __init__(
        self,
        trace: Trace,
        data: Array,
        widths: Sequence[int],
        submission: Submission | None = None,
        *,
        gathered: bool = False,
    ) -> None:
        self._trace = trace
        self._gathered = gathered
        self.widths = widths
        self._submission = submission
        self._tries = MOST_TRIES
        self.data = data
        self.samples = data.shape[0]

    @cached_property
    def start(self) -> Array:
        """What the learner has for the data: the data themselves, else the first array of their shape."""
        if self._gathered or self._trace.find(self.data) is not None:
            return self.data
        return next((sight.array for sight in self._trace.arrays(*self.data.shape)), self.data)

    @cached_property
    def _outputs(self) -> Outputs:
        return Outputs(self._trace, self.start)

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
        return self._chain(())

    def _chain(self, before: tuple[_Step, ...]) -> tuple[_Step, ...]:
        """The steps before, and those that follow from them as far as any do."""
        if len(before) == len(self.widths):
            return before
        best: tuple[_Step, ...] = ()
        for step in self._steps_after(before):
            chain = self._chain((*before, step))
            if not best or _length(chain) > _length(best):
                best = chain
            if _length(best) == len(self.widths) or self._tries <= 0:
                break
        return best

    def _steps_after(self, before: tuple[_Step, ...]) -> Iterator[_Step]:
        """What the next layer may be; that there is none where none was found."""
        width = self.widths[len(before)]
        inputs, sure = self._inputs(len(before), before[-1] if before else None)
        found = False
        seen = self._shown(width)
        until = max((sight.order for sight in seen), default=0)
        for layer in _shown_first(self._find(inputs, width, sure, until), [sight.array for sight in seen]):
            found = True
            self._tries -= 1
            yield _Step(inputs, layer, [])
        if not found:
            late = self._find_activated(inputs, width) if sure else None
            yield _Step(inputs, late, [] if late else self._strayed(inputs, width))

    def _shown(self, width: int) -> list[Sight]:
        """The last arrays whose shape the file shows, where that is a layer's."""
        shape = (self.samples, width)
        seen = shown(self._trace, shape, self._submission) if self._submission else []
        arrays = {id(sight.array): sight for sight in seen}
        return [sight for sight in list(arrays.values())[-MAX_SHOWN:] if not equal(sight.array, self.start)]

    def _inputs(self, index: int, before: _Step | None) -> tuple[list[Array], bool]:
        if before is None and self._gathered:
            return [self.data], True
        if before is None:
            given = self._trace.find(self.data)
            if given is not None:
                return self._scaled(given.array), True
            return [sight.array for sight in self._trace.arrays(*self.data.shape)], False
        if before.layer is not None:
            return self._outputs.of(before.layer.product.array), True
        width = self.widths[index - 1]
        mine = [sight.array for sight in self._trace.arrays(self.samples, width)]
        others = [array for product in before.strayed for array in self._outputs.of(product)]
        if any(np.shape(product.result) == (self.samples, width) for product in self._trace.products):
            # Whoever multiplied something for that layer goes on with it, and not with what was drawn.
            drawn = {
                id(sight.array)
                for sight in self._trace.arrays(self.samples, width)
                if made_of_nothing(self._trace, sight)
            }
            mine = [array for array in mine if id(array) not in drawn]
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
        summed = summed_over_outputs(self._trace, data, self.widths[0])
        others = [
            sight.array
            for sight in candidates(self._trace.arrays(*data.shape))
            if sight.array is not data
            and sight is not summed
            and (affine_columns(data, sight.array) or affine_columns(data.T, sight.array.T))
        ]
        return [data, *others]

    def _find(self, inputs: Sequence[Array], width: int, sure: bool, until: int = 0) -> Iterator[Layer]:
        """The layers of that width, the last ones first that were made until then: in a training there are many."""
        made = candidates(self._trace.arrays(self.samples, width))
        # Some weights would give the data back, but that is no reason to take the data for a layer.
        products = [sight for sight in made if self._was_made(sight) or not equal(sight.array, self.start)]
        since = {id(one): self._trace.seen(one)[0].order if self._trace.seen(one) else 0 for one in inputs}
        for one in sorted(inputs, key=lambda one: _before(since[id(one)], until)) if until else inputs:
            if not sure and constant(one) and not self._is_multiplied(one):
                continue
            # What is near to the product may be one of other matrices, or only made to compare it.
            products.sort(key=lambda sight: _before(sight.order, until))
            products.sort(key=lambda sight: (id(sight.array) not in self._named, not self._was_made(sight, one)))
            sampled = samples([sight.array for sight in products])
            for weights, order in sorted(
                weights_between(self._trace, one.shape[1], width), key=lambda one: _before(one[1], until)
            ):
                # Zeros come of zeros, whoever multiplies them.
                expected = [way for way in times(one, weights) if sure or np.any(way)]
                found = [products[index] for way in expected for index in _near_to(way, products, sampled)]
                # What a copy, a sum or nothing at all gives as well has to be seen to be a product.
                plain = bool(found) and (only_adds_up(weights) or any(map(constant, expected)))
                for product in found:
                    seen = not plain or self._was_made(product, one) or was_filled(self._trace, product)
                    if seen and order <= self._last_made(product):
                        yield Layer(one, weights, product)

    def _find_activated(self, inputs: Sequence[Array], width: int) -> Layer | None:
        """A layer that is only there after its activation: each sample, batch or neuron went through it by itself."""
        last = [sight for sight in self._trace.arrays(self.samples, width) if not equal(sight.array, self.start)]
        for one in inputs[:MAX_ACTIVATED]:
            weights = [
                found for found in weights_between(self._trace, one.shape[1], width) if not only_adds_up(found[0])
            ]
            for sight in last[: -MAX_ACTIVATED - 1 : -1]:
                made = [found for found, order in weights[:MAX_ACTIVATED] if order < sight.order]
                neurons = weights_of_neurons(self._trace, one, width, sight)
                for matrix in (found for found in (*made, *neurons) if not proportional(found)):
                    ways = (way for way in times(one, matrix) if way.shape == sight.array.shape and not constant(way))
                    if any(activated(way, sight.array) for way in ways):
                        return Layer(one, matrix, sight)
        return None

    def _is_multiplied(self, array: Array) -> bool:
        """Whether the learner multiplied it with another matrix."""
        return any(product.operands[:1] and product.operands[0] is array for product in self._trace.products)

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
    def _named(self) -> set[int]:
        """The arrays that have a name, by identity."""
        return {id(sight.array) for sight in self._trace.sights if sight.site.names}

    @cached_property
    def _operations(self) -> dict[int, list[Operation]]:
        """The operations that gave an array, by its identity: a trace has equal ones once."""
        found: dict[int, list[Operation]] = {}
        for made in self._trace.operations:
            found.setdefault(id(made.result), []).append(made)
        return found

    def known(self, array: Array) -> bool:
        """Whether an array is a layer's, or what a layer gives on."""
        return any(
            layer is not None
            and (array is layer.product.array or any(array is one for one in self._outputs.of(layer.product.array)))
            for layer in self.layers
        )


def _before(order: int, until: int) -> tuple[bool, int]:
    """Sorts what was there at a moment, the last first, before what came later; where there is none, as it came."""
    return order > until, -order if order <= until else order


def _near_to(product: Array, sights: Sequence[Sight], sampled: Array) -> Iterator[int]:
    """Which arrays are a product. sampled: some of their numbers."""
    largest = float(np.abs(product).max(initial=0))
    unit = largest if 0 < largest < SMALL else 1.0
    yield from (index for index in may_equal(sampled, product, unit) if near(sights[index].array, product))


def _shown_first(layers: Iterator[Layer], seen: Sequence[Array]) -> Iterator[Layer]:
    """The layers, those before the others whose shape the file shows, where it shows that of an array by name."""
    first = next(layers, None)
    if first is None:
        return
    if not seen or _is_one_of(first, seen):
        yield first
        yield from layers
        return
    others = [first, *islice(layers, MOST_TRIES)]
    yield from sorted(others, key=lambda layer: not _is_one_of(layer, seen))


def _is_one_of(layer: Layer, arrays: Sequence[Array]) -> bool:
    """Whether one of some arrays is a layer, or what an activation makes of it."""
    product = layer.product.array
    return any(array is product for array in arrays) or any(may_give(product, array) for array in arrays)


def _length(chain: Sequence[_Step]) -> int:
    """How many layers are there."""
    return sum(step.layer is not None for step in chain)
