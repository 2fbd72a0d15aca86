"""Why a product that was to be a layer raised an error: whose weights they are, or what they are multiplied with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.check import Blocked, Wrong
from grader.syntax.names import names_in
from grader.text import at_the_beginning, short_name
from grader.trace import Array, FailedOperation, Trace, equal

from .activations import may_give
from .layers import ORDINALS
from .named import weights_shape
from .wanted import Wanted

_TYPED_LENGTHS = r"\(\s{0,9}\d{1,9}\s{0,9},\s{0,9}\d{1,9}\s{0,9}\)"


def refuse_failed_product(wanted: Wanted) -> None:
    """Raise Wrong when a product that was to be the layer raised an error."""
    inputs = wanted.inputs
    if wanted.number == 0:
        # A layer of the data's shape is not what the first layer is fed with.
        made = {id(product.result) for product in wanted.trace.products}
        inputs = [one for one in inputs if id(one) not in made]
    for failure in _failures(wanted.trace):
        if len(failure.operands) == 2 and not _is_of_another_layer(failure, inputs, wanted):
            _picked(wanted, failure)
            _refuse(failure, inputs, wanted)


def _is_of_another_layer(failure: FailedOperation, inputs: Sequence[Array], wanted: Wanted) -> bool:
    """Whether a product that raised was to be the layer before, or the one after."""
    if wanted.number == 0:
        return _is_the_next_one(failure, inputs, wanted)
    return wanted.before is None and _is_the_one_before(wanted, failure)


def _refuse(failure: FailedOperation, inputs: Sequence[Array], wanted: Wanted) -> None:
    """Raise Wrong when this product that raised has what feeds the layer, or its weights."""
    first, second = (any(equal(operand, one) for one in inputs) for operand in failure.operands)
    left, right = (operand.shape for operand in failure.operands)
    line = failure.site.line
    if wanted.before and right == (wanted.network.widths[wanted.number - 1], wanted.width):
        _again(wanted, failure)
    if not first and not second:
        return
    if not failure.is_misfit:
        raise Wrong(f"This product of {left} and {right} raised an error.", line=line, hint=wanted.step)
    seen = f"{left} and {right} do not fit: this product raised an error."
    if failure.name == "multiply":
        raise Wrong(seen, line=line, misconception="elementwise-product")
    if not first:
        steps = wanted.step if left == (right[-1], wanted.width) else wanted.step_with_weights
        raise Wrong(seen, line=line, hint=steps, misconception="swapped-operands")
    _weights_of_an_earlier_layer(wanted, seen, failure)
    _drawn_alike(wanted, seen, failure)
    _turned_weights(wanted, seen, failure)
    _weights_of_a_later_layer(wanted, failure)
    others = [weights_shape(wanted.network, at) for at in range(len(wanted.network.widths)) if at != wanted.number]
    if wanted.number and wanted.before is None and right in others:
        raise Blocked(f"Not looked at yet: first there has to be a {wanted.ordinal_before} layer.")
    if right == (wanted.width, left[1]):
        raise Wrong(seen, line=line, misconception="weight-transposed")
    raise Wrong(
        seen,
        line=line,
        says=f"The weights need {left[1]} rows, one for each column of what they are multiplied with.",
        hint=f"np.random.randn({left[1]}, {wanted.width})",
        misconception="weight-shape",
    )


def _picked(wanted: Wanted, failure: FailedOperation) -> None:
    """Raise Wrong when what is multiplied are the positive numbers of the layer before, picked out: `H[H > 0]`."""
    taken, before = failure.operands[0], wanted.before
    if before is None or taken.ndim != 1 or not any(equal(taken, one[one > 0]) for one in wanted.inputs):
        return
    sight = wanted.trace.seen(taken)[0]
    picked = re.search(r"([^\W\d]\w{0,30})\[\s*\1\s*>=?\s*0(?:\.0?)?\s*\]", wanted.submission.row(sight.site.line))
    raise Wrong(
        f"This picks the numbers above 0 out of {wanted.told_before}: {taken.shape} is left of it, one row.",
        line=sight.site.line,
        says="np.maximum sets the others to 0, and keeps the shape.",
        hint=f"np.maximum(0, {picked[1]}) instead of {picked.group()}" if picked else None,
        misconception="layer-input-wrong",
    )


def _weights_of_an_earlier_layer(wanted: Wanted, seen: str, failure: FailedOperation) -> None:
    """Raise Wrong when the weights are those of a layer that was made already."""
    for number, layer in enumerate(wanted.network.layers[: wanted.number]):
        if layer and equal(layer.weights, failure.operands[1]):
            raise Wrong(
                f"{seen} These are the weights of the {ORDINALS[number]} layer.",
                line=failure.site.line,
                says="Each layer has weights of its own.",
                hint=wanted.steps,
                misconception="weight-shape",
            )


def _turned_weights(wanted: Wanted, seen: str, failure: FailedOperation) -> None:
    """Raise Wrong when the weights would fit, and are transposed here."""
    alike = wanted.trace.arrays(failure.operands[0].shape[-1], wanted.width)
    own = [sight for sight in alike if equal(sight.array, failure.operands[1].T)]
    if own:
        names = {name for one in own for name in wanted.trace.names_of(one.array)}
        held = (sight for sight in wanted.trace.seen(failure.operands[1]) if sight.order < failure.order)
        turned = next((sight for sight in held if names.intersection(sight.site.names)), None)
        raise Wrong(
            f"{seen} The weights are {own[0].array.shape} as they are; here they are turned.",
            line=turned.site.line if turned else failure.site.line,
            says="As they are, without .T, they fit.",
            hint="Leave this line out: the weights stay as they are." if turned else wanted.step,
            misconception="weight-transposed",
        )


def _is_the_one_before(wanted: Wanted, failure: FailedOperation) -> bool:
    """Whether a product that raised was to be the layer before, or fits as soon as that one has its width."""
    taken, weights = failure.operands
    fed = any(equal(taken, one) for one in (wanted.network.data, *wanted.network.inputs(wanted.number - 1)))
    return fed or weights.shape == (wanted.network.widths[wanted.number - 1], wanted.width)


def _is_the_next_one(failure: FailedOperation, inputs: Sequence[Array], wanted: Wanted) -> bool:
    """Whether weights of the second layer were multiplied with the data, after a first layer in another width."""
    if failure.operands[1].shape != tuple(wanted.network.widths[:2]):
        return False
    before = (
        product for product in wanted.trace.products if product.order < failure.order and len(product.operands) == 2
    )
    return any(equal(product.operands[0], one) for product in before for one in inputs)


def _drawn_alike(wanted: Wanted, seen: str, failure: FailedOperation) -> None:
    """Raise Wrong when one and the same place, with its lengths typed, drew these weights and those before."""
    if wanted.before is None:
        return
    before, weights = (wanted.trace.seen(one) for one in (wanted.before.weights, failure.operands[1]))
    drawn = weights[0].site if before and weights and before[0].site.id == weights[0].site.id else None
    if drawn and re.search(_TYPED_LENGTHS, drawn.text):
        own = (failure.operands[0].shape[-1], wanted.width)
        raise Wrong(
            f"{seen} This line draws weights of the same shape each time.",
            line=drawn.line,
            says=f"Each layer has a shape of its own: the {wanted.ordinal} one needs {own}.",
            hint=wanted.step_with_weights,
            misconception="weight-shape",
        )


def _weights_of_a_later_layer(wanted: Wanted, failure: FailedOperation) -> None:
    """Raise Wrong when the weights of a later layer are used in the place of this layer's, which were there before."""
    left, right = (operand.shape for operand in failure.operands)
    own = (left[-1], wanted.width)
    later = [
        at
        for at in range(wanted.number + 1, len(wanted.network.widths))
        if right == wanted.network.widths[at - 1 : at + 1]
    ]
    since = min((sight.order for sight in wanted.trace.seen(failure.operands[1])), default=0)
    if later and any(sight.order < since for sight in wanted.trace.arrays(*own)):
        raise Wrong(
            f"These are the weights of the {ORDINALS[later[0]]} layer, shape {right}: {left} and {right} do not fit.",
            line=failure.site.line,
            says=f"The {wanted.ordinal} layer's own, shape {own}, come first.",
            hint=wanted.step,
            misconception="weight-shape",
        )


def _again(wanted: Wanted, failure: FailedOperation) -> None:
    """Raise Wrong when the layer's weights were multiplied with the data, or a layer further back."""
    before = f"the {wanted.ordinal_before} layer is not used."
    _stopped_between(wanted, failure)
    taken = failure.operands[0]
    for at, array in enumerate([wanted.network.data, *(layer.product.array for layer in wanted.further_back)]):
        name = f"the {ORDINALS[at - 1]} layer" if at else "X"
        if equal(taken, array):
            raise Wrong(
                f"{at_the_beginning(name)} is multiplied here once more; {before}",
                line=failure.site.line,
                misconception="layer-input-wrong",
            )
        if taken.shape == array.shape and may_give(array, taken):
            _activated_another(wanted, failure, array)
            raise Wrong(
                f"What is multiplied here is made of {name}; {before}",
                line=failure.site.line,
                hint="An activation takes the product: hidden1 = np.maximum(0, X @ W1)",
                misconception="layer-input-wrong",
            )


def _activated_another(wanted: Wanted, failure: FailedOperation, array: Array) -> None:
    """Raise Wrong when a line of its own makes the activation of a layer further back, where the one before is due."""
    before = wanted.before
    if before is None:
        return
    due, others = (wanted.trace.names_of(one) for one in (before.product.array, array))
    held = wanted.trace.seen(failure.operands[0])
    for sight in (one for one in held if one.site.names and before.product.order < one.order < failure.order):
        row = wanted.submission.row(sight.site.line).strip()
        if len(due) == 1 and (wrong := others & names_in(row.partition("=")[2])):
            raise Wrong(
                f"This is made of {' and '.join(map(short_name, sorted(wrong)))}, and not of {wanted.told_before}.",
                line=sight.site.line,
                own_row=re.sub(rf"\b({'|'.join(sorted(wrong))})\b", min(due), row),
                misconception="layer-input-wrong",
            )


def _stopped_between(wanted: Wanted, failure: FailedOperation) -> None:
    """Raise Blocked when an error kept the layer before from getting its name: then this is still what was there."""
    since = wanted.before.product.order if wanted.before else 0
    for stop in wanted.trace.skipped:
        if since < stop.order < failure.order and stop.line != failure.site.line:
            place = wanted.submission.place(stop.line)
            raise Blocked(f"Not looked at yet: {place} stopped before {wanted.told_before} got its name.")


def _failures(trace: Trace) -> list[FailedOperation]:
    """The products that raised: the one that stopped the file first, then from the last one back.

    What fails after the stop fails because of it, and earlier ones were caught.
    """
    stop = next((failing.line for failing in trace.skipped), 0)
    stopped = [failure for failure in trace.failures if failure.site.line == stop]
    return stopped + [failure for failure in reversed(trace.failures) if failure.site.line != stop]
