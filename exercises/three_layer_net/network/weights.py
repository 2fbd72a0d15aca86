"""What can be a layer's weights in a trace."""

from __future__ import annotations

import itertools
import re
from typing import Any

import numpy as np

from grader.evidence.candidates import candidates
from grader.evidence.likeness import only_adds_up
from grader.evidence.made import MADE_OF_NOTHING
from grader.trace import Array, Operation, Sight, Trace, equal

MOST_STARTS = 40
"""Neurons, drawn one after the other, at which a layer's may begin."""


def weights_between(trace: Trace, inner: int, width: int) -> list[tuple[Array, int]]:
    """Arrays that can be weights: as they are, lying on their side, or with a row for the bias; and since when."""
    upright = trace.arrays(inner, width) + trace.arrays(inner + 1, width)
    turned = trace.arrays(width, inner)
    return [(sight.array, _since(trace, sight)) for sight in candidates(upright)] + [
        (sight.array.T, _since(trace, sight)) for sight in candidates(turned)
    ]


def _since(trace: Trace, sight: Sight) -> int:
    return min(one.order for one in trace.seen(sight.array))


def weights_of_neurons(trace: Trace, inputs: Array, width: int, layer: Sight) -> list[Array]:
    """The weights of neurons, or of blocks of them, that these inputs, or the first sample, met before the layer.

    Where only numbers met, they are those of neurons that were drawn one after the other.
    """
    blocks: list[Array] = []
    vectors: tuple[list[Array], list[Array]] = ([], [])
    for made in trace.products:
        for one, other in _both_ways(made):
            if np.shape(other) == inputs.shape[1:] and made.order < layer.order:
                if one is inputs:
                    vectors[0].append(other)
                elif np.shape(one) == inputs.shape[1:] and equal(one, inputs[0]):
                    vectors[1].append(other)
            if one is inputs and np.ndim(other) == 2 and other.shape[1] < width and made.order < layer.order:
                blocks.append(other)
    stacked = [np.column_stack(some[-width:]) for some in vectors if len(some) >= width]
    stacked += _side_by_side(blocks, width)
    drawn = [sight.array for sight in trace.arrays(inputs.shape[1]) if _is_drawn(sight) and sight.order < layer.order]
    starts = range(min(len(drawn) - width + 1, MOST_STARTS))
    stacked += [np.column_stack(drawn[start : start + width]) for start in starts]
    # The same weights for every neuron are those of one alone.
    return [weights for weights in stacked if np.ptp(weights, axis=1).any()]


def _side_by_side(blocks: list[Array], width: int) -> list[Array]:
    """The last of some blocks of neurons, in their order, that make a layer of that width."""
    widths = list(itertools.accumulate(block.shape[1] for block in reversed(blocks)))
    return [np.hstack(blocks[-widths.index(width) - 1 :])] if width in widths else []


def _both_ways(made: Operation) -> list[tuple[Any, Any]]:
    """The two sides of a product, in either order; those of a vector with itself once."""
    if len(made.operands) != 2:
        return []
    one, other = made.operands
    return [(one, other)] if equal(one, other) or np.ndim(one) > 1 else [(one, other), (other, one)]


def _is_drawn(sight: Sight) -> bool:
    return sight.is_origin and re.search(MADE_OF_NOTHING, sight.site.text) is not None


def times(inputs: Array, weights: Array) -> list[Array]:
    """The product; weights with a row more than there are inputs have the bias in their last row, or in the first."""
    if weights.shape[0] == inputs.shape[1] + 1:
        parts = ((weights[:-1], weights[-1]), (weights[1:], weights[0]))
        return [inputs @ rows + bias for rows, bias in parts if np.any(rows)]
    return [inputs @ weights]


def summed_over_outputs(trace: Trace, data: Array, width: int) -> Sight | None:
    """What has a sum of products over a layer's outputs in the place of one over its inputs."""
    others = any(sight.array is not data for sight in trace.arrays(*data.shape))
    for sight in candidates(trace.arrays(data.shape[1], width)) if others else ():
        found = None if only_adds_up(sight.array) else trace.find(data * sight.array.sum(axis=1))
        if found is not None:
            return found
    return None


def of_weights(product: Operation) -> bool:
    """Whether weights are multiplied with weights."""
    shapes = [np.shape(operand) for operand in product.operands]
    return shapes in ([(8, 16), (16, 8)], [(16, 8), (8, 3)], [(8, 16), (16, 3)], [(8, 8), (8, 3)])
