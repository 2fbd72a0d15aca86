"""Why a layer of the network is not there: what was multiplied, or shown, in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Wrong
from grader.evidence.network.changed_between import refuse_zeros
from grader.evidence.network.failed_product import refuse_failed_product
from grader.evidence.network.layers import ORDINALS, STEPS, Layer, Network
from grader.evidence.network.turned import Turned
from grader.evidence.network.weights import of_weights, summed_over_outputs
from grader.evidence.network.wrong_input import refuse_fake, refuse_other_data, refuse_wrong_input
from grader.evidence.network.wrong_samples import (
    line_of_one_by_one,
    refuse_fewer_samples,
    refuse_misplaced_samples,
    refuse_reduced,
    refuse_short_loops,
    refuse_some_samples,
    refuse_weights_of_their_own,
    refuse_whole_numbers,
)
from grader.evidence.network.wrong_sums import refuse_other_axis, refuse_overwritten_sums
from grader.submission import Submission
from grader.syntax.functions import function_around
from grader.syntax.loops import early_end_around, loop_around, ways_out_of
from grader.syntax.names import names_in
from grader.trace import Array, Sight, Trace, equal


def explain_layer(index: int, trace: Trace, network: Network, submission: Submission) -> NoReturn:
    """Say what is there instead of layer `index`. Always raises."""
    shape = (network.samples, network.widths[index])
    turned = Network(Turned.of(trace), network.data, network.widths).layers[index]
    if turned is not None:
        _reshaped(trace, turned.product.array.T, shape)
        raise Partly(
            f"The numbers are there, but transposed: {shape[::-1]} instead of {shape}.",
            share=0.5,
            hint="In the exercise each row is a sample: X @ W1, not W1 @ X.T.",
        )
    if not trace.arrays(*network.data.shape) and trace.arrays(*network.data.shape[::-1]):
        raise Blocked(f"Not looked at yet: first the data have to be {network.data.shape}.")
    refuse_zeros(index, trace, network)
    refuse_failed_product(index, trace, network)
    _more_dimensions(index, trace, network)
    _nothing_before(index, trace, network, submission)
    refuse_wrong_input(index, trace, network)
    if index and (given := _weights_given_back(index - 1, trace, network, submission)):
        raise Wrong(
            "This function makes the layer, and returns its weights.",
            line=given.site.line,
            says="The next layer is made of what it returns: that has to be the product.",
            hint="Return the product.",
            misconception="layer-input-wrong",
        )
    collapsed = _collapsed(trace, network)
    if collapsed:
        raise Wrong(
            f"No array of shape {shape} comes from the data.", line=collapsed, misconception="weights-collapsed"
        )
    _on_its_side(index, trace, network)
    refuse_weights_of_their_own(index, trace, network)
    refuse_misplaced_samples(index, trace, network)
    refuse_other_axis(index, trace, network)
    if index == 0:
        refuse_other_data(trace, network)
    refuse_some_samples(index, trace, network, submission)
    refuse_fewer_samples(index, trace, network)
    refuse_short_loops(index, trace, network)
    refuse_overwritten_sums(index, trace, network)
    refuse_whole_numbers(index, trace, network)
    if line := line_of_one_by_one(index, trace, network, network.samples):
        raise Wrong(
            f"The samples go through this layer one by one, and nothing collects the results in an array of {shape}.",
            line=line,
            says="Each row of the data is a sample.",
            hint=f"One product of whole matrices takes all rows at once: {STEPS[index]}.",
            misconception="partial-batch",
        )
    refuse_reduced(index, trace, network)
    if line := line_of_one_by_one(index, trace, network, 1):
        raise Wrong(
            f"One row goes into this product, and not all {network.samples} samples.",
            line=line,
            says="Each row of the data is a sample.",
            hint=f"{STEPS[index]}.",
            misconception="partial-batch",
        )
    _other_width(index, trace, network)
    refuse_fake(index, trace, network)
    if any(network.layers) or trace.find(network.data):
        before = [layer for layer in network.layers[:index] if layer]
        _left_early(trace, before, submission)
        raise Missing(
            f"No product gives the {ORDINALS[index]} layer, shape {shape}.",
            line=loop_around(submission.text, before[-1].product.site.line) if before else None,
            misconception="layer-skipped",
        )
    raise Missing(f"No product of shape {shape} was seen.")


def _reshaped(trace: Trace, lying: Array, shape: tuple[int, int]) -> None:
    """Raise Wrong when the layer as it lies on its side was reshaped, which leaves all numbers in their order."""
    for sight in trace.arrays(*shape):
        if equal(sight.array.reshape(lying.shape), lying):
            raise Wrong(
                f"This array has the shape {shape}, but its numbers still stand in the order of {lying.shape}.",
                line=sight.site.line,
                says="A reshape cuts the same row of numbers in other places; a transpose turns rows into columns.",
                hint=".T instead of .reshape(…)",
            )


def _on_its_side(index: int, trace: Trace, network: Network) -> None:
    """Raise Partly when a product with this layer's inputs has its numbers with rows and columns exchanged."""
    for made in trace.products:
        turned = np.shape(made.result) == (network.widths[index], network.samples)
        if turned and any(one is taken for one in made.operands for taken in network.inputs(index)):
            raise Partly(
                f"This gives {np.shape(made.result)}: samples are columns here.",
                share=0.5,
                line=made.site.line,
                says="In the exercise each row is a sample.",
                hint=f"{STEPS[index]}, without turning it; in an einsum the samples' letter comes first: ni,io->no.",
                misconception="layer-input-wrong",
            )


def _more_dimensions(index: int, trace: Trace, network: Network) -> None:
    """Raise Wrong when a layer's numbers stand in an array of more than rows and columns, as of `X[:, None]`."""
    if index and network.layers[index - 1] is None:
        return
    lengths = [network.samples, network.widths[index]]
    for made in trace.products:
        shape = np.shape(made.result)
        if len(shape) > 2 and [length for length in shape if length > 1] == lengths:
            raise Wrong(
                f"This product has the shape {shape}: it has {len(shape)} dimensions.",
                line=made.site.line,
                says="A layer has two, samples and neurons.",
                hint=f"{STEPS[index]}, without np.newaxis, None or reshape.",
                misconception="layer-input-wrong",
            )


def _nothing_before(index: int, trace: Trace, network: Network, submission: Submission) -> None:
    """Raise Blocked when it is told of the layer before why there is none, and this one can only follow from that."""
    if not index or network.layers[index - 1] is not None:
        return
    straight = index == 2 and _straight_on(trace, network)
    given_back = _weights_given_back(index - 2, trace, network, submission) if index > 1 else None
    summed = index == 1 and summed_over_outputs(trace, network.start, network.widths[0])
    deeper = any(np.ndim(product.result) > 2 for product in trace.products)
    if (
        straight
        or given_back
        or summed
        or deeper
        or _failed_before(trace, network)
        or line_of_one_by_one(index - 1, trace, network, 1)
    ):
        raise Blocked(f"Not looked at yet: first there has to be a {ORDINALS[index - 1]} layer.")


def _failed_before(trace: Trace, network: Network) -> bool:
    """Whether a product of all samples with something raised, so that there is nothing to go on with."""
    return any(failure.is_misfit and failure.operands[0].shape[:1] == (network.samples,) for failure in trace.failures)


def _left_early(trace: Trace, before: Sequence[Layer], submission: Submission) -> None:
    """Raise Wrong when the loop that made the last layer is left in its first round."""
    lines = {sight.site.line for layer in before[-1:] for sight in trace.seen(layer.product.array)}
    if early := early_end_around(submission.text, lines):
        raise Wrong(early.told, line=early.line, hint="Move it behind the loop.", misconception="layer-skipped")
    loops = [loop_around(submission.text, line) for line in sorted(lines)]
    for place, word in (out for loop in loops for out in ways_out_of(submission.text, loop)):
        raise Wrong(f"This {word} leaves the loop before the layer is made.", line=place, misconception="layer-skipped")


def _weights_given_back(index: int, trace: Trace, network: Network, submission: Submission) -> Sight | None:
    """Where a function makes layer `index`, and returns the weights instead."""
    layer = network.layers[index]
    function = function_around(submission.text, layer.product.site.line) if layer else 0
    held = trace.seen(layer.weights) if layer and function else []
    given = (sight for sight in held if sight.how == "result" and sight.site.kind == "return")
    return next((sight for sight in given if function_around(submission.text, sight.site.line) == function), None)


def _straight_on(trace: Trace, network: Network) -> bool:
    """Whether the output's width is made of what feeds the second layer."""
    made = (product for product in trace.operations if np.shape(product.result) == (network.samples, network.widths[2]))
    return any(equal(one, product.operands[0]) for product in made if product.operands for one in network.inputs(1))


def _other_width(index: int, trace: Trace, network: Network) -> None:
    inputs = network.inputs(index)
    for product in trace.products:
        operands = product.operands
        if len(operands) != 2 or not isinstance(operands[0], np.ndarray):
            continue
        shape = np.shape(product.result)
        fits = len(shape) == 2 and shape[0] == network.samples and any(equal(operands[0], item) for item in inputs)
        if not fits or shape[1] == network.widths[index]:
            continue
        if index == 1 and shape[1] == network.widths[2]:
            raise Wrong(
                f"This product goes from the first layer to the last: {np.shape(operands[0])} → {shape}.",
                line=product.site.line,
                misconception="layer-skipped",
            )
        exchanged = any(
            np.shape(other.result) == (network.samples, network.widths[index]) for other in trace.operations
        )
        swapped = index < 2 and shape[1] == network.widths[1 - index] and exchanged
        raise Wrong(
            f"This layer is {shape[1]} wide: {np.shape(operands[0])} @ {np.shape(operands[1])} → {shape}.",
            line=product.site.line,
            misconception="layer-sizes-swapped" if swapped else "weight-shape",
        )


def _collapsed(trace: Trace, network: Network) -> int | None:
    """The line that multiplies weights with weights, none of which is made of the data."""
    data = trace.find(network.data)
    names = {name for sight in trace.seen(data.array) for name in sight.site.names} if data else set[str]()
    made: set[int] = set()
    for product in trace.operations:
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray)]
        told = (names & names_in(sight.site.text) for array in arrays for sight in trace.seen(array)[:1])
        if not made.isdisjoint(map(id, arrays)) or any(told):
            made.add(id(product.result))
        elif of_weights(product):
            return product.site.line
        if len(product.operands) > 2:
            return product.site.line
    return None
