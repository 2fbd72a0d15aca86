"""What a layer gives on to the next one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.evidence.candidates import candidates
from grader.evidence.likeness import constant, truncates
from grader.trace import Array, Trace, equal

from .activations import is_seen_in, may_give, thinned

FEW_STEPS = 2
"""Between the least and the greatest value of an activation that knows only -1, 0 and 1."""


class Outputs:
    """What the layers of a trace may give on, each looked for once. data: what the learner has for the data."""

    def __init__(self, trace: Trace, data: Array) -> None:
        self._trace = trace
        self._data = data
        self._given_on: dict[int, list[Array]] = {}

    def of(self, product: Array) -> list[Array]:
        """What a layer may give on: its product, after a bias and an activation or not."""
        if id(product) not in self._given_on:
            self._given_on[id(product)] = self._find(product)
        return self._given_on[id(product)]

    def _find(self, product: Array) -> list[Array]:
        found = [product]
        seen = self._trace.seen(product)
        made = seen[0].order if seen else 0
        # In a training, what was made before belongs to other steps.
        for sight in sorted(candidates(self._trace.arrays(*product.shape)), key=lambda sight: sight.order < made):
            array = sight.array
            if array is product or truncates(array, [product]) or _is_cut_off(array, product):
                continue
            like = any(may_give(known, array) for known in found[:4])
            if not like and np.count_nonzero(array) < array.size:
                like = any(thinned(known, array) for known in found[4:])
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
            plain = all(np.size(other) < array.size or self._is_the_data(other) for other in others)
            if plain and others:
                return True
            if (plain or product.name in ("add", "Sub")) and is_seen_in(known[0], array):
                return True
        return False

    def _is_the_data(self, array: Array) -> bool:
        """Whether an array is the data, or what is made of them entry by entry: scaled, standardised."""
        same_shape = np.shape(array) == self._data.shape
        return same_shape and (equal(array, self._data) or may_give(self._data, np.asarray(array)))


def _is_cut_off(array: Array, product: Array) -> bool:
    """Whether whole numbers are left of what had fractions; what knows few values, as a step does, is an activation."""
    if array.size == 0 or array.dtype.kind not in "iuf" or not np.isfinite(array).all():
        return False
    whole = np.array_equal(array, np.rint(array)) and not np.array_equal(product, np.rint(product.real))
    return whole and float(array.max()) - float(array.min()) > FEW_STEPS
