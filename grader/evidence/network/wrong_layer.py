"""Why a layer of the network is not there: what was multiplied, or shown, in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Wrong
from grader.evidence.likeness import loses_samples, may_give, truncates
from grader.evidence.network.layers import ORDINALS, STEPS, Layer, Network
from grader.evidence.network.turned import Turned
from grader.evidence.network.weights import of_weights
from grader.evidence.network.wrong_samples import (
    line_of_one_by_one,
    refuse_fewer_samples,
    refuse_short_loops,
    refuse_some_samples,
    refuse_whole_numbers,
)
from grader.source import early_end_around, names_in
from grader.statements import loop_around
from grader.submission import Submission
from grader.trace import Array, FailedOperation, Operation, Trace, equal


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
    _failed_product(index, trace, network)
    _nothing_before(index, trace, network)
    _wrong_input(index, trace, network)
    collapsed = _collapsed(trace, network)
    if collapsed:
        raise Wrong(
            f"No array of shape {shape} comes from the data.", line=collapsed, misconception="weights-collapsed"
        )
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


def _nothing_before(index: int, trace: Trace, network: Network) -> None:
    """Raise Blocked when it is told of the layer before why there is none, and this one can only follow from that."""
    if not index or network.layers[index - 1] is not None:
        return
    straight = index == 2 and _straight_on(trace, network)
    if straight or _failed_before(trace, network) or line_of_one_by_one(index - 1, trace, network, 1):
        raise Blocked(f"Not looked at yet: first there has to be a {ORDINALS[index - 1]} layer.")


def _failed_before(trace: Trace, network: Network) -> bool:
    """Whether a product of all samples with something raised, so that there is nothing to go on with."""
    return any(failure.is_misfit and failure.operands[0].shape[:1] == (network.samples,) for failure in trace.failures)


def _left_early(trace: Trace, before: Sequence[Layer], submission: Submission) -> None:
    """Raise Wrong when the loop that made the last layer is left in its first round."""
    lines = {sight.site.line for layer in before[-1:] for sight in trace.seen(layer.product.array)}
    if early := early_end_around(submission.text, lines):
        raise Wrong(early.told, line=early.line, hint="Move it behind the loop.", misconception="layer-skipped")


def _straight_on(trace: Trace, network: Network) -> bool:
    """Whether the output's width is made of what feeds the second layer."""
    made = (product for product in trace.operations if np.shape(product.result) == (network.samples, network.widths[2]))
    return any(equal(one, product.operands[0]) for product in made if product.operands for one in network.inputs(1))


def _failed_product(index: int, trace: Trace, network: Network) -> None:
    inputs = network.inputs(index)
    for failure in _failures(trace):
        if len(failure.operands) != 2:
            continue
        if index and network.layers[index - 1] is None and _is_the_one_before(index, failure, network):
            continue
        first, second = (any(equal(operand, one) for one in inputs) for operand in failure.operands)
        left, right = (operand.shape for operand in failure.operands)
        if index and right == (network.widths[index - 1], network.widths[index]):
            _again(index, failure, network)
        if not first and not second:
            continue
        if not failure.is_misfit:
            raise Wrong(
                f"This product of {left} and {right} raised an error.",
                line=failure.site.line,
                hint=f"{STEPS[index]}.",
            )
        seen = f"{left} and {right} do not fit: this product raised an error."
        if failure.name == "multiply":
            raise Wrong(seen, line=failure.site.line, misconception="elementwise-product")
        if not first:
            raise Wrong(seen, line=failure.site.line, hint=f"{STEPS[index]}.", misconception="swapped-operands")
        again = next((number for number in range(index) if _weights_of(network, number) is failure.operands[1]), None)
        if again is not None:
            raise Wrong(
                f"{seen} These are the weights of the {ORDINALS[again]} layer.",
                line=failure.site.line,
                misconception="weight-shape",
            )
        own = trace.arrays(left[-1], network.widths[index])
        if any(equal(sight.array, failure.operands[1].T) for sight in own):
            raise Wrong(
                f"{seen} The weights are {own[0].array.shape} as they are; here they are turned.",
                line=failure.site.line,
                says="As they are, they fit.",
                hint=f"{STEPS[index]}, without .T.",
                misconception="weight-transposed",
            )
        _weights_of_a_later_layer(index, failure, trace, network)
        if right[-1] == left[1]:
            raise Wrong(seen, line=failure.site.line, misconception="weight-transposed")
        raise Wrong(
            seen,
            line=failure.site.line,
            says=f"The weights need {left[1]} rows, one for each column of what they are multiplied with.",
            hint=f"np.random.randn({left[1]}, {network.widths[index]})",
            misconception="weight-shape",
        )


def _is_the_one_before(index: int, failure: FailedOperation, network: Network) -> bool:
    """Whether a product that raised was to be the layer before, or fits as soon as that one has its width."""
    taken, weights = failure.operands
    fed = any(equal(taken, one) for one in network.inputs(index - 1))
    return fed or weights.shape == (network.widths[index - 1], network.widths[index])


def _weights_of_a_later_layer(index: int, failure: FailedOperation, trace: Trace, network: Network) -> None:
    """Raise Wrong when the weights of a later layer are used in the place of this layer's, which were there before."""
    left, right = (operand.shape for operand in failure.operands)
    own = (left[-1], network.widths[index])
    later = [at for at in range(index + 1, len(network.widths)) if right == network.widths[at - 1 : at + 1]]
    since = min((sight.order for sight in trace.seen(failure.operands[1])), default=0)
    if later and any(sight.order < since for sight in trace.arrays(*own)):
        raise Wrong(
            f"These are the weights of the {ORDINALS[later[0]]} layer, shape {right}: {left} and {right} do not fit.",
            line=failure.site.line,
            says=f"The {ORDINALS[index]} layer's own, shape {own}, come first.",
            hint=f"{STEPS[index]}.",
            misconception="weight-shape",
        )


def _again(index: int, failure: FailedOperation, network: Network) -> None:
    """Raise Wrong when the layer's weights were multiplied with the data, or a layer further back."""
    if network.layers[index - 1] is None:
        return
    before = f"the {ORDINALS[index - 1]} layer is not used."
    taken = failure.operands[0]
    for at, array in enumerate(
        [network.data, *(layer.product.array for layer in network.layers[: index - 1] if layer)]
    ):
        name = f"the {ORDINALS[at - 1]} layer" if at else "X"
        if equal(taken, array):
            raise Wrong(
                f"{name[0].upper()}{name[1:]} is multiplied here once more; {before}",
                line=failure.site.line,
                misconception="layer-input-wrong",
            )
        if taken.shape == array.shape and may_give(array, taken):
            raise Wrong(
                f"What is multiplied here is made of {name}; {before}",
                line=failure.site.line,
                hint="An activation takes the product: hidden1 = np.maximum(0, X @ W1), for instance.",
                misconception="layer-input-wrong",
            )


def _weights_of(network: Network, index: int) -> Array | None:
    layer = network.layers[index]
    return layer.weights if layer else None


def _failures(trace: Trace) -> list[FailedOperation]:
    """The products that raised: the one that stopped the file first, then from the last one back.

    What fails after the stop fails because of it, and earlier ones were caught.
    """
    stop = next((failing.line for failing in trace.exceptions if failing.outcome == "skipped"), 0)
    stopped = [failure for failure in trace.failures if failure.site.line == stop]
    return stopped + [failure for failure in reversed(trace.failures) if failure.site.line != stop]


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
