"""A layer that is fed with something else than the layer before, or is no product at all."""

from __future__ import annotations

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import loses_samples, truncates
from grader.evidence.network.changed_between import refuse_changed_layer
from grader.evidence.network.layers import ORDINALS, STEPS, Network
from grader.trace import Array, Operation, Trace, equal


def refuse_wrong_input(index: int, trace: Trace, network: Network) -> None:
    """Raise Wrong when the layer is made of something that is not the layer before."""
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


def refuse_other_data(trace: Trace, network: Network) -> None:
    """Raise Wrong when the exercise's data are there, and the first layer is made of others."""
    for product in trace.products:
        inputs = product.operands[0] if len(product.operands) == 2 else None
        if not isinstance(inputs, np.ndarray) or np.shape(product.result) != (network.samples, network.widths[0]):
            continue
        if any(equal(inputs, one) for one in network.inputs(0)):
            # What they are multiplied by, or how, is another question.
            continue
        if inputs.shape == network.data.shape and trace.find(network.data):
            raise Wrong(
                "The first layer is fed with other data than the exercise's: here they are drawn, or changed.",
                line=trace.seen(inputs)[0].site.line,
                says="The first layer is made of X as it was drawn.",
                hint="X = np.random.randn(100, 8) right after the seed, and X as it is in X @ W1.",
                misconception="layer-input-wrong",
            )


def refuse_fake(index: int, trace: Trace, network: Network) -> None:
    """Raise Wrong when an array has the layer's shape, and is no product of the layer before."""
    shape = (network.samples, network.widths[index])
    data = trace.find(network.start)
    found = [
        sight
        for sight in trace.arrays(*shape)
        # Before the data is whole, it may be on its way to be.
        if (data is None or sight.order > data.order) and not network.known(sight.array)
    ]
    made = [product for sight in found if (product := _made_of_another(trace, sight.array))]
    fed = [
        product
        for product in made
        if np.any(product.result) and any(one is taken for one in product.operands for taken in network.inputs(index))
    ]
    if fed:
        taken = f"The {ORDINALS[index - 1]} layer" if index else "X"
        raise Wrong(
            f"{taken} goes in here, and what comes out is not its product with weights.",
            line=fed[0].site.line,
            says="In an einsum, the index that both share is added up: ij,jk->ik.",
            hint=f"{STEPS[index]}.",
            misconception="layer-input-wrong",
        )
    if index and made:
        refuse_changed_layer(index, trace, network, made)
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
