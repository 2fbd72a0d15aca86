"""A layer that is made past the one before it: with weights that were multiplied with each other beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from grader.check import Wrong
from grader.syntax.names import names_in
from grader.trace import Array, Operation, Sight, Trace

from .layers import Layer, Network


def refuse_collapsed(index: int, trace: Trace, network: Network, layer: Layer) -> None:
    """Raise Wrong when a product gave the layer, or parts of it, and all that did so went past the layer before.

    Such a product takes weights that were multiplied with each other. Where one takes data and several weights, in
    which order they are multiplied is NumPy's choice. Where no product was seen, as with own loops, the names tell it.
    """
    collapsed = list(_multiplied_weights(index, trace, network)) if index else []
    if not collapsed:
        return
    makes = [made for made in trace.products if _is_part(made.result, layer.product.array)]
    if any(_takes(made, inputs) for made in makes for inputs in network.inputs(index)):
        return
    for weights in collapsed:
        if any(_takes(made, weights) for made in makes) or _is_named_for(layer, weights, network.inputs(index), trace):
            raise Wrong(
                "The layer before is not what this one is made of.",
                line=_begun_at(trace, weights),
                misconception="weights-collapsed",
            )


def _is_named_for(layer: Layer, weights: Array, inputs: Sequence[Array], trace: Trace) -> bool:
    """Whether the statements that make a layer name such weights, and nothing that it should be made of."""
    read = {name for one in trace.seen(layer.product.array) for name in _read_at(one)}
    fed = {name for array in inputs for name in trace.names_of(array)}
    return read.isdisjoint(fed) and not read.isdisjoint(trace.names_of(weights))


def _read_at(sight: Sight) -> set[str]:
    return names_in(sight.site.text) - set(sight.site.names)


def _begun_at(trace: Trace, weights: Array) -> int:
    """Where such weights are multiplied with each other; of a function that does so, its call."""
    seen = trace.seen(weights)
    return next((one.site.line for one in seen if one.how == "bind"), seen[0].site.line)


def _multiplied_weights(index: int, trace: Trace, network: Network) -> Iterator[Array]:
    """The arrays that are this layer's weights multiplied with those of one or more layers before, either way up."""
    weights = [layer.weights for layer in network.layers[index::-1] if layer is not None]
    if any(after.shape[0] != before.shape[1] for after, before in pairwise(weights)):
        # Those with a row for the bias are no factors.
        return
    for product in list(accumulate(weights, lambda after, before: before @ after))[1:]:
        yield from (sight.array for way in (product, product.T) for sight in trace.like(way))


def _takes(made: Operation, array: Array) -> bool:
    """Whether an array, or a part of it, is among what is multiplied."""
    return any(_is_part(operand, array) for operand in made.operands)


def _is_part(part: Any, array: Array) -> bool:
    """Whether a matrix, or a vector, is nothing but rows of an array, or nothing but columns of it."""
    if not isinstance(part, np.ndarray) or part.ndim not in (1, 2) or not part.size:
        return False
    ways = [(one, other) for one in (part, part.T)[: part.ndim] for other in (array, array.T)]
    return any(one.shape[-1] == other.shape[1] and _rows(np.atleast_2d(one)) <= _rows(other) for one, other in ways)


def _rows(matrix: Array) -> set[tuple[float, ...]]:
    return set(map(tuple, matrix.tolist()))
