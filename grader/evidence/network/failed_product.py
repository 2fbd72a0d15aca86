"""Why a product that was to be a layer raised an error: whose weights they are, or what they are multiplied with."""

from __future__ import annotations

from collections.abc import Sequence

from grader.check import Wrong
from grader.evidence.likeness import may_give
from grader.evidence.network.layers import ORDINALS, STEPS, Network
from grader.trace import Array, FailedOperation, Trace, equal


def refuse_failed_product(index: int, trace: Trace, network: Network) -> None:
    """Raise Wrong when a product that was to be layer `index` raised an error."""
    inputs = network.inputs(index)
    if index == 0:
        # A layer of the data's shape is not what the first layer is fed with.
        made = {id(product.result) for product in trace.products}
        inputs = [one for one in inputs if id(one) not in made]
    for failure in _failures(trace):
        if len(failure.operands) != 2:
            continue
        if index == 0 and _is_the_next_one(failure, inputs, trace, network):
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
        weights = [_weights_of(network, number) for number in range(index)]
        used = [number for number, one in enumerate(weights) if one is not None and equal(one, failure.operands[1])]
        again = next(iter(used), None)
        if again is not None:
            raise Wrong(
                f"{seen} These are the weights of the {ORDINALS[again]} layer.",
                line=failure.site.line,
                misconception="weight-shape",
            )
        _drawn_alike(index, seen, failure, trace, network)
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
        if right == (network.widths[index], left[1]):
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
    fed = any(equal(taken, one) for one in (network.data, *network.inputs(index - 1)))
    return fed or weights.shape == (network.widths[index - 1], network.widths[index])


def _is_the_next_one(failure: FailedOperation, inputs: Sequence[Array], trace: Trace, network: Network) -> bool:
    """Whether weights of the second layer were multiplied with the data, after a first layer in another width."""
    if failure.operands[1].shape != tuple(network.widths[:2]):
        return False
    before = (product for product in trace.products if product.order < failure.order and len(product.operands) == 2)
    return any(equal(product.operands[0], one) for product in before for one in inputs)


def _drawn_alike(index: int, seen: str, failure: FailedOperation, trace: Trace, network: Network) -> None:
    """Raise Wrong when the weights are drawn by the line that drew those of the layer before, in the same shape."""
    before = _weights_of(network, index - 1) if index else None
    weights = failure.operands[1]
    if before is None or before.shape != weights.shape:
        return
    drawn = [{sight.site.line for sight in trace.seen(one) if "rand" in sight.site.text} for one in (before, weights)]
    if drawn[0] & drawn[1]:
        own = (failure.operands[0].shape[-1], network.widths[index])
        raise Wrong(
            f"{seen} This line draws weights of the same shape each time.",
            line=min(drawn[0] & drawn[1]),
            says=f"Each layer has a shape of its own: the {ORDINALS[index]} one needs {own}.",
            hint="W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)",
            misconception="weight-shape",
        )


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
