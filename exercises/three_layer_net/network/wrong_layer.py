"""Why a layer of the network is not there: what was multiplied, or shown, in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Wrong
from grader.evidence.shown import refuse_shape_of_no_array
from grader.evidence.stopped import refuse_stopped_filling
from grader.syntax.lines import code_lines
from grader.syntax.loops import early_end_around, loop_around, ways_out_of
from grader.syntax.names import names_in
from grader.syntax.scopes import function_around
from grader.trace import Array, Operation, Sight, Trace, equal

from .changed_between import refuse_not_numbers, refuse_zeros
from .failed_product import refuse_failed_product
from .layers import ORDINALS, Layer
from .named import name_of_weights, weights_shape
from .turned import upright
from .wanted import Wanted
from .weights import of_weights, summed_over_outputs
from .wrong_input import refuse_fake, refuse_other_data, refuse_wrong_input
from .wrong_samples import (
    last_with_weights_of_its_own,
    line_of_one_by_one,
    refuse_fewer_samples,
    refuse_misplaced_samples,
    refuse_one_by_one,
    refuse_one_row,
    refuse_reduced,
    refuse_short_loops,
    refuse_some_samples,
    refuse_weights_of_their_own,
    refuse_whole_numbers,
)
from .wrong_sums import refuse_other_axis, refuse_overwritten_sums

_LEAVES_OUT_THE_LAST = r"(?<=\))\s{0,3}-\s{0,3}1\b|(?<=\w)\[:\s{0,3}(?:-1|2)\]"
"""What makes a loop leave out the last: `len(weights) - 1`, `weights[:-1]`."""
MOST_CHARACTERS = 120
"""Characters of a loop's head that are looked at."""


def explain_layer(wanted: Wanted) -> NoReturn:
    """Say what is there instead of the layer. Always raises."""
    for refuse in _REFUSALS:
        refuse(wanted)
    shape = wanted.shape
    if any(wanted.network.layers) or wanted.trace.find(wanted.network.data):
        before = [layer for layer in wanted.network.layers[: wanted.number] if layer]
        _left_early(wanted, before)
        _one_round_short(wanted, before)
        _without_samples(wanted)
        refuse_shape_of_no_array(wanted.trace, shape, wanted.steps_from_a_name)
        raise Missing(
            f"No product gives the {wanted.ordinal} layer, shape {shape}.",
            line=loop_around(wanted.submission.text, before[-1].product.site.line) if before else None,
            hint=wanted.steps_from_a_name,
            misconception="layer-skipped",
        )
    raise Missing(f"No product of shape {shape} was seen.", hint=wanted.steps_from_a_name)


def _transposed(wanted: Wanted) -> None:
    """Raise Partly when the layer's numbers stand in columns for samples; Blocked when the data do already."""
    data, shape = wanted.network.data, wanted.shape
    turned = upright(wanted.trace, wanted.network)[1].layers[wanted.number]
    if turned is not None:
        _reshaped(wanted.trace, turned.product.array.T, shape)
        weights = turned.weights.shape
        lying = wanted.trace.find(turned.weights) is None
        raise Partly(
            f"The numbers are there, but transposed: {shape[::-1]} instead of {shape}.",
            share=0.5,
            line=turned.product.site.line,
            says=f"In the exercise each row is a sample: the weights come second{f', and are {weights}' * lying}.",
            hint=wanted.step_with_weights if lying else wanted.step,
        )
    if not wanted.trace.arrays(*data.shape) and wanted.trace.arrays(*data.shape[::-1]):
        raise Blocked(f"Not looked at yet: first the data have to be {data.shape}.")


def _stopped(wanted: Wanted) -> None:
    refuse_stopped_filling(wanted.trace, wanted.shape, wanted.submission)


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


def _on_its_side(wanted: Wanted) -> None:
    """Raise Partly when a product with this layer's inputs has its numbers with rows and columns exchanged."""
    for made in wanted.trace.products:
        turned = np.shape(made.result) == (wanted.width, wanted.network.samples)
        if turned and any(one is taken for one in made.operands for taken in wanted.inputs):
            raise Partly(
                f"This gives {np.shape(made.result)}: samples are columns here.",
                share=0.5,
                line=made.site.line,
                says="In the exercise each row is a sample; in an einsum the samples' letter comes first: ni,io->no.",
                hint=wanted.step,
                misconception="layer-input-wrong",
            )


def _more_dimensions(wanted: Wanted) -> None:
    """Raise Wrong when a layer's numbers stand in an array of more than rows and columns, as of `X[:, None]`."""
    if wanted.number and wanted.before is None:
        return
    lengths = [wanted.network.samples, wanted.width]
    for made in wanted.trace.products:
        shape = np.shape(made.result)
        if len(shape) > 2 and [length for length in shape if length > 1] == lengths:
            raise Wrong(
                f"This product has the shape {shape}: it has {len(shape)} dimensions.",
                line=made.site.line,
                says="A layer has two, samples and neurons: leave np.newaxis, None or reshape out.",
                hint=wanted.step,
                misconception="layer-input-wrong",
            )


def _nothing_before(wanted: Wanted) -> None:
    """Raise Blocked when it is told of the layer before why there is none, and this one can only follow from that."""
    if not wanted.number or wanted.before is not None:
        return
    number, trace, network = wanted.number, wanted.trace, wanted.network
    if (
        (number == 2 and _straight_on(wanted))
        or (number > 1 and _weights_given_back(wanted, number - 2))
        or (number == 1 and summed_over_outputs(trace, network.start, network.widths[0]))
        or any(np.ndim(product.result) > 2 for product in trace.products)
        or _failed_before(wanted)
        or line_of_one_by_one(wanted._replace(number=number - 1), 1)
        or last_with_weights_of_its_own(wanted._replace(number=number - 1))
    ):
        raise Blocked(f"Not looked at yet: first there has to be a {wanted.ordinal_before} layer.")


def _failed_before(wanted: Wanted) -> bool:
    """Whether a product of all samples with something raised, so that there is nothing to go on with."""
    misfits = (failure for failure in wanted.trace.failures if failure.is_misfit)
    return any(failure.operands[0].shape[:1] == (wanted.network.samples,) for failure in misfits)


def _left_early(wanted: Wanted, before: Sequence[Layer]) -> None:
    """Raise Wrong when the loop that made the last layer is left in its first round."""
    lines = {sight.site.line for layer in before[-1:] for sight in wanted.trace.seen(layer.product.array)}
    if early := early_end_around(wanted.submission.text, lines):
        raise Wrong(early.told, line=early.line, hint="Move it behind the loop.", misconception="layer-skipped")
    loops = [loop_around(wanted.submission.text, line) for line in sorted(lines)]
    for place, word in (out for loop in loops for out in ways_out_of(wanted.submission.text, loop)):
        raise Wrong(f"This {word} leaves the loop before the layer is made.", line=place, misconception="layer-skipped")


def _one_round_short(wanted: Wanted, before: Sequence[Layer]) -> None:
    """Raise Wrong when the loop that made the last layer leaves out the last weights: `range(len(weights) - 1)`."""
    lines = {loop_around(wanted.submission.text, layer.product.site.line) for layer in before[-1:]}
    for line in lines:
        row = wanted.submission.row(line).partition("#")[0].strip()[:MOST_CHARACTERS]
        if re.match(r"(for|while)\b", row) and (short := re.search(_LEAVES_OUT_THE_LAST, row)):
            raise Wrong(
                f"This loop ends before the {wanted.ordinal} layer is made.",
                line=line,
                says=f"`{short[0].strip()}` leaves out the last weights.",
                hint=f"{row[: short.start()]}{row[short.end() :]}",
                misconception="layer-skipped",
            )


def _without_samples(wanted: Wanted) -> None:
    """Raise Wrong when the weights are multiplied with something that has no row for each sample: `X.T @ X`."""
    for product in wanted.trace.products:
        shapes = [np.shape(operand) for operand in product.operands]
        rows = np.shape(product.result)[:1]
        if len(shapes) != 2 or shapes[1] != weights_shape(wanted.network, wanted.number):
            continue
        if len(shapes[0]) != 2 or rows in ((), (wanted.network.samples,)):
            continue
        if wanted.number and wanted.before is None:
            raise Blocked(f"Not looked at yet: first there has to be a {wanted.ordinal_before} layer.")
        raise Wrong(
            f"What goes in here has the shape {shapes[0]}: it is not {wanted.told_before}.",
            line=product.site.line,
            says="A layer has a row for each sample, and so has what it is made of.",
            hint=wanted.step,
            misconception="layer-input-wrong",
        )


def _gives_weights_back(wanted: Wanted) -> None:
    """Raise Wrong when the function that makes the layer before returns its weights."""
    if wanted.number and (given := _weights_given_back(wanted, wanted.number - 1)):
        raise Wrong(
            "This function makes the layer, and returns its weights.",
            line=given.site.line,
            says="The next layer is made of what it returns: that has to be the product.",
            hint="Return the product.",
            misconception="layer-input-wrong",
        )


def _weights_given_back(wanted: Wanted, index: int) -> Sight | None:
    """Where a function makes layer `index`, and returns the weights instead."""
    layer, text = wanted.network.layers[index], wanted.submission.text
    function = function_around(text, layer.product.site.line) if layer else 0
    held = wanted.trace.seen(layer.weights) if layer and function else []
    given = (sight for sight in held if sight.how == "result" and sight.site.kind == "return")
    return next((sight for sight in given if function_around(text, sight.site.line) == function), None)


def _straight_on(wanted: Wanted) -> bool:
    """Whether the output's width is made of what feeds the second layer."""
    network = wanted.network
    shape = (network.samples, network.widths[2])
    made = (product for product in wanted.trace.operations if product.operands and np.shape(product.result) == shape)
    return any(equal(one, product.operands[0]) for product in made for one in network.inputs(1))


def _other_width(wanted: Wanted) -> None:
    """Raise Wrong when what feeds the layer was multiplied with weights of another width."""
    inputs = wanted.inputs
    for product in wanted.trace.products:
        operands = product.operands
        if len(operands) != 2 or not isinstance(operands[0], np.ndarray):
            continue
        shape = np.shape(product.result)
        fits = (
            len(shape) == 2 and shape[0] == wanted.network.samples and any(equal(operands[0], item) for item in inputs)
        )
        if not fits or shape[1] == wanted.width:
            continue
        if wanted.number == 1 and shape[1] == wanted.network.widths[2]:
            raise Wrong(
                f"This product goes from the first layer to the last: {np.shape(operands[0])} → {shape}.",
                line=product.site.line,
                misconception="layer-skipped",
            )
        _weights_of_a_later_one(wanted, product)
        _one_too_many(wanted, product)
        exchanged = any(np.shape(other.result) == wanted.shape for other in wanted.trace.operations)
        swapped = wanted.number < 2 and shape[1] == wanted.network.widths[1 - wanted.number] and exchanged
        raise Wrong(
            f"This layer is {shape[1]} wide: {np.shape(operands[0])} @ {np.shape(operands[1])} → {shape}.",
            line=product.site.line,
            misconception="layer-sizes-swapped" if swapped else "weight-shape",
        )


def _one_too_many(wanted: Wanted, product: Operation) -> None:
    """Raise Wrong when the output is made, of a product that stands between it and the layer before it."""
    if wanted.number < len(wanted.network.widths) - 1 or wanted.before is None:
        return
    before = wanted.trace.names_of(wanted.before.product.array)
    between = wanted.trace.names_of(product.result)
    for last in wanted.trace.products:
        fits = len(last.operands) == 2 and np.shape(last.operands[1])[:1] == wanted.inputs[0].shape[1:]
        row = wanted.submission.row(last.site.line).partition("#")[0].strip()
        apart = last.site.line != product.site.line and before.isdisjoint(between)
        if (
            (fits and apart and len(row) < MOST_CHARACTERS)
            and np.shape(last.result) == wanted.shape
            and len(before) == len(between & names_in(row)) == 1
        ):
            raise Wrong(
                "This goes on from a layer too many: the exercise has three.",
                line=last.site.line,
                says=f"The output is made of {wanted.told_before}.",
                own_row=re.sub(rf"\b{(between & names_in(row)).pop()}\b", min(before), row),
                misconception="weight-shape",
            )


def _weights_of_a_later_one(wanted: Wanted, product: Operation) -> None:
    """Raise Wrong when a product takes the weights of a later layer, and the layer's own were there before it."""
    weights = product.operands[1]
    own = wanted.trace.arrays(wanted.inputs[0].shape[1], wanted.width)
    later = [
        at
        for at in range(wanted.number + 1, len(wanted.network.widths))
        if np.shape(weights) == weights_shape(wanted.network, at)
    ]
    if later and any(sight.order < product.order for sight in own):
        _refuse_weights_in_another_order(wanted, product.site.line)
        raise Wrong(
            f"These are the weights of the {ORDINALS[later[0]]} layer, shape {np.shape(weights)}.",
            line=product.site.line,
            says=f"The {wanted.ordinal} layer's own, shape {own[0].array.shape}, come first.",
            hint=wanted.step,
            misconception="weight-shape",
        )


def _refuse_weights_in_another_order(wanted: Wanted, line: int) -> None:
    """Raise Wrong when a loop takes the weights in another order than the layers', from the row that says in which."""
    text, rows = wanted.submission.text, code_lines(wanted.submission.text)
    numbers = range(len(wanted.network.widths))
    names = [name_of_weights(wanted.trace, wanted.network, number, wanted.submission) or "" for number in numbers]
    if not all(names) or loop_around(text, line) == line:
        return
    for number, row in enumerate(rows[:line], 1):
        found = re.split(rf"\b({'|'.join(map(re.escape, names))})\b", row) if len(row) < MOST_CHARACTERS else []
        if sorted(found[1::2]) == sorted(names) and found[1::2] != names:
            found[1::2] = names
            raise Wrong(
                "The weights are taken in another order here than the layers have.",
                line=number,
                says=f"The {wanted.ordinal} layer's come first.",
                own_row="".join(found).strip(),
                misconception="weight-shape",
            )


def _collapsed(wanted: Wanted) -> None:
    """Raise Wrong when weights are multiplied with weights, and the data with none of them."""
    _of_weights_alone(wanted)
    if line := _line_of_collapsed(wanted):
        told = f"No array of shape {wanted.shape} comes from the data."
        raise Wrong(told, line=line, misconception="weights-collapsed")


def _of_weights_alone(wanted: Wanted) -> None:
    """Raise Wrong when this layer's weights are multiplied with others, and the data never with what that gives."""
    for product in wanted.trace.products:
        taken = any(one is product.result for other in wanted.trace.operations for one in other.operands)
        last = of_weights(product) and np.shape(product.result)[1:] == (wanted.width,)
        if wanted.before is not None and last and not taken:
            raise Wrong(
                f"This multiplies weights with weights; {wanted.told_before} does not go in.",
                line=product.site.line,
                says="Each layer multiplies what the layer before it gave.",
                hint=wanted.step,
                misconception="layer-input-wrong",
            )


def _line_of_collapsed(wanted: Wanted) -> int | None:
    """The line that multiplies weights with weights, none of which is made of the data."""
    data = wanted.trace.find(wanted.network.data)
    names = wanted.trace.names_of(data.array) if data else set[str]()
    made: set[int] = set()
    for product in wanted.trace.operations:
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray)]
        told = (names & names_in(sight.site.text) for array in arrays for sight in wanted.trace.seen(array)[:1])
        if not made.isdisjoint(map(id, arrays)) or any(told):
            made.add(id(product.result))
        elif of_weights(product):
            return product.site.line
        if len(product.operands) > 2:
            return product.site.line
    return None


_REFUSALS: tuple[Callable[[Wanted], None], ...] = (
    _transposed,
    _stopped,
    refuse_zeros,
    refuse_not_numbers,
    refuse_failed_product,
    _more_dimensions,
    _nothing_before,
    refuse_wrong_input,
    _gives_weights_back,
    _collapsed,
    _on_its_side,
    refuse_weights_of_their_own,
    refuse_misplaced_samples,
    refuse_other_axis,
    refuse_other_data,
    refuse_some_samples,
    refuse_fewer_samples,
    refuse_short_loops,
    refuse_overwritten_sums,
    refuse_whole_numbers,
    refuse_one_by_one,
    refuse_reduced,
    refuse_one_row,
    _other_width,
    refuse_fake,
)
"""What is asked, in this order: the plainest comes first, and what could be a consequence of it later."""
