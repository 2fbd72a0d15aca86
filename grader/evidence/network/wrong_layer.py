"""Why a layer of the network is not there: what was multiplied, or shown, in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Wrong
from grader.evidence.likeness import loses_samples, truncates
from grader.evidence.network.failed_product import refuse_failed_product
from grader.evidence.network.layers import ORDINALS, STEPS, Layer, Network
from grader.evidence.network.turned import Turned
from grader.evidence.network.weights import of_weights
from grader.evidence.network.wrong_samples import (
    line_of_one_by_one,
    refuse_fewer_samples,
    refuse_misplaced_samples,
    refuse_short_loops,
    refuse_some_samples,
    refuse_whole_numbers,
)
from grader.submission import Submission
from grader.syntax.loops import early_end_around, loop_around, ways_out_of
from grader.syntax.names import names_in
from grader.trace import Array, Operation, Trace, equal

_REDUCES = r"\b(a?max|a?min|sum|mean)\("
"""What makes one number of many."""


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
    refuse_failed_product(index, trace, network)
    _more_dimensions(index, trace, network)
    _nothing_before(index, trace, network)
    _wrong_input(index, trace, network)
    collapsed = _collapsed(trace, network)
    if collapsed:
        raise Wrong(
            f"No array of shape {shape} comes from the data.", line=collapsed, misconception="weights-collapsed"
        )
    _on_its_side(index, trace, network)
    refuse_misplaced_samples(index, trace, network)
    refuse_some_samples(index, trace, network, submission)
    refuse_fewer_samples(index, trace, network)
    refuse_short_loops(index, trace, network)
    refuse_whole_numbers(index, trace, network)
    if line := line_of_one_by_one(index, trace, network, network.samples):
        raise Wrong(
            f"The samples go through this layer one by one, and nothing collects the results in an array of {shape}.",
            line=line,
            says="Each row of the data is a sample.",
            hint=f"One product of whole matrices takes all rows at once: {STEPS[index]}.",
            misconception="partial-batch",
        )
    _reduced_instead(index, trace, network)
    if line := line_of_one_by_one(index, trace, network, 1):
        raise Wrong(
            f"One row goes into this product, and not all {network.samples} samples.",
            line=line,
            says="Each row of the data is a sample.",
            hint=f"{STEPS[index]}.",
            misconception="partial-batch",
        )
    _other_width(index, trace, network)
    if index == 0:
        _other_data(trace, network)
    _fake(index, trace, network)
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


def _nothing_before(index: int, trace: Trace, network: Network) -> None:
    """Raise Blocked when it is told of the layer before why there is none, and this one can only follow from that."""
    if not index or network.layers[index - 1] is not None:
        return
    straight = index == 2 and _straight_on(trace, network)
    deeper = any(np.ndim(product.result) > 2 for product in trace.products)
    if straight or deeper or _failed_before(trace, network) or line_of_one_by_one(index - 1, trace, network, 1):
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


def _straight_on(trace: Trace, network: Network) -> bool:
    """Whether the output's width is made of what feeds the second layer."""
    made = (product for product in trace.operations if np.shape(product.result) == (network.samples, network.widths[2]))
    return any(equal(one, product.operands[0]) for product in made if product.operands for one in network.inputs(1))


def _wrong_input(index: int, trace: Trace, network: Network) -> None:
    """The layer is made of something that is not the layer before."""
    for product in trace.products:
        if len(product.operands) != 2 or np.shape(product.result) != (network.samples, network.widths[index]):
            continue
        inputs = product.operands[0]
        if not isinstance(inputs, np.ndarray) or inputs.ndim != 2:
            continue
        if any(product.result is one for one in network.inputs(index)):
            # It is the layer before.
            continue
        before = network.layers[index - 1] if index else None
        if before and product.order < before.product.order:
            continue
        origin = before.product.array if before else network.data
        if index and any(loses_samples(one, inputs) for one in network.inputs(index)):
            raise Wrong(
                _left_of(inputs),
                line=trace.seen(inputs)[0].site.line,
                says="Each row of the data is a sample.",
                misconception="partial-batch",
            )
        if truncates(inputs, [origin, *network.inputs(index)]):
            sight = next(sight for sight in trace.sights if sight.array is inputs)
            raise Wrong(
                "The layer before was turned into whole numbers.",
                line=sight.site.line,
                misconception="integer-truncation",
            )
        earlier = [network.data, *(layer.product.array for layer in network.layers[: max(0, index - 1)] if layer)]
        if index and any(equal(inputs, candidate) for candidate in earlier):
            raise Wrong(
                f"The {ORDINALS[index]} layer is fed with {inputs.shape}, which is not the {ORDINALS[index - 1]} one.",
                line=_called_from(trace, product),
                misconception="layer-input-wrong",
            )


def _called_from(trace: Trace, product: Operation) -> int:
    """Where a product was asked for: the call of the function that makes it, where it makes several ones."""
    again = sum(other.site.line == product.site.line for other in trace.products) > 1
    calls = [one.site.line for one in trace.seen(product.result) if one.site.kind == "call"] if again else []
    return calls[-1] if calls else product.site.line


def _left_of(inputs: Array) -> str:
    """What there is of the samples, where some are lost."""
    filled, rows = int(inputs.any(axis=1).sum()), len(inputs)
    if filled < rows:
        return f"Only {filled} of {rows} samples are left in what this layer is fed with; the rows of the others are 0."
    return "What this layer is fed with is the same for every sample."


def _reduced_instead(index: int, trace: Trace, network: Network) -> None:
    """Raise Wrong when the layer before was made one row by its greatest numbers, or by a sum, a mean."""
    before = network.layers[index - 1] if index else None
    if before is None:
        return
    width = network.widths[index - 1]
    for sight in trace.arrays(width):
        reduced = re.search(_REDUCES, sight.site.text)
        if reduced and sight.order > before.product.order:
            greatest = reduced[1] in ("max", "amax", "min", "amin")
            raise Wrong(
                f"{reduced[1]} leaves one number of each column here, and no sample.",
                line=sight.site.line,
                says="np.maximum goes entry by entry, and keeps the shape." if greatest else "A layer keeps all rows.",
                hint=f"np.maximum(0, {STEPS[index - 1].partition(' = ')[2]})" if greatest else None,
                misconception="partial-batch",
            )


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


def _other_data(trace: Trace, network: Network) -> None:
    """Raise Wrong when the exercise's data are there, and the first layer is made of others."""
    for product in trace.products:
        inputs = product.operands[0] if len(product.operands) == 2 else None
        if not isinstance(inputs, np.ndarray) or np.shape(product.result) != (network.samples, network.widths[0]):
            continue
        if inputs.shape == network.data.shape and trace.find(network.data):
            raise Wrong(
                "The first layer is fed with other data than the exercise's: here they are drawn, or changed.",
                line=trace.seen(inputs)[0].site.line,
                hint="X = np.random.randn(100, 8) right after the seed, and X as it is in X @ W1.",
                misconception="layer-input-wrong",
            )


def _fake(index: int, trace: Trace, network: Network) -> None:
    shape = (network.samples, network.widths[index])
    data = trace.find(network.start)
    found = [
        sight
        for sight in trace.arrays(*shape)
        # Before the data is whole, it may be on its way to be.
        if (data is None or sight.order > data.order) and not network.known(sight.array)
    ]
    made = [product for sight in found if index and (product := _made_of_another(trace, sight.array))]
    fed = [
        product
        for product in made
        if np.any(product.result) and any(one is taken for one in product.operands for taken in network.inputs(index))
    ]
    if fed:
        raise Wrong(
            f"The {ORDINALS[index - 1]} layer goes in here, and what comes out is not its product with weights.",
            line=fed[0].site.line,
            says="In an einsum, the index that both share is added up: ij,jk->ik.",
            hint=f"{STEPS[index]}.",
            misconception="layer-input-wrong",
        )
    if made:
        raise Wrong(
            f"The {ORDINALS[index]} layer is made of an array that is not the {ORDINALS[index - 1]} layer's.",
            line=made[0].site.line,
            misconception="layer-input-wrong",
        )
    for sight in found:
        names = {name for one in trace.seen(sight.array) for name in one.site.names}
        changed = [one for one in trace.sights if one.how == "changed" and one.array.shape == shape]
        filled = [one.site.line for one in changed if not one.is_last_look and names & {*one.site.names}]
        if filled and sight.array.dtype.kind in "iu" and network.start.dtype.kind == "f":
            raise Wrong(
                "The array that is filled here was made for whole numbers.",
                line=sight.site.line,
                misconception="integer-truncation",
            )
        raise Wrong(
            f"This array has the shape {shape}, but it is no product of the layer before.",
            line=filled[-1] if filled else sight.site.line,
            hint=f"Compute it: {STEPS[index]}.",
            misconception="shape-only-fake",
        )


def _made_of_another(trace: Trace, array: Array) -> Operation | None:
    """The product of two matrices that gave an array."""
    return next(
        (
            product
            for product in trace.products
            if product.result is array and [np.ndim(operand) for operand in product.operands] == [2, 2]
        ),
        None,
    )
