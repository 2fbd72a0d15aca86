"""Does the data flow (100, 8) → (100, 16) → (100, 8) → (100, 3), each layer from the one before?

In the run `changed` another seed draws other data, and there are fewer samples. It can only acquit: what is not plain
from it is asked of `other_numbers`, where only the seed is another, and of `smaller`, with only fewer samples.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from grader.check import Blocked, Missing, Partly, Runs, Wrong, check, ends
from grader.evidence.layers import Layer, Network, Turned, constant, loses_samples, made_to_compare, own_data, truncates
from grader.evidence.printed import in_order, mentions, written
from grader.evidence.shown import not_taken, shown
from grader.evidence.wrong_data import explain_data
from grader.exercise import Exercise
from grader.recording.plan import Plan, other_seed
from grader.scenario import KEEP_GOING
from grader.source import reads_shape, said_at
from grader.submission import Submission
from grader.trace import NOT_PRODUCTS, Array, Failure, Product, Trace, equal, stands_within

SAMPLES, FEATURES = 100, 8
WIDTHS = (16, 8, 3)
_MADE_OF_NOTHING = re.compile(r"\b(rand\w*|normal|uniform|zeros|ones|empty|full)\(")
ORDINALS = ("first", "second", "third")
STEPS = ("hidden1 = X @ W1", "hidden2 = hidden1 @ W2", "output = hidden2 @ W3")
SEED = 42

Plans = Mapping[str, Plan]


@check(points=8)
def data_is_given(as_written: Trace, exercise: Exercise, submission: Submission) -> None:
    """X is the data of the exercise: seed 42, 100 samples with 8 features"""
    _begun(as_written)
    if not as_written.find(exercise.given["X"]):
        explain_data(as_written, exercise.given["X"], SEED, submission)


@check(points=8)
def layer_one(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The first layer is X @ W1, shape (100, 16)"""
    _layer(0, as_written, changed, plans, submission, runs)


@check(points=8)
def layer_two(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The second layer is the first one times W2, shape (100, 8)"""
    _layer(1, as_written, changed, plans, submission, runs)


@check(points=8)
def layer_three(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The output is the second layer times W3, shape (100, 3)"""
    _layer(2, as_written, changed, plans, submission, runs)


@check(points=8)
def shapes_printed(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The shape is printed after every step"""
    _begun(as_written)
    network = _network(as_written)
    shapes, made = network.shapes, _made(network)
    there = [bool(as_written.arrays(*shape) or as_written.arrays(*shape[::-1])) for shape in shapes]
    printed = [one and some for one, some in zip(in_order(as_written, shapes, made), there, strict=True)]
    if not any(printed):
        _not_printed(as_written, shapes, made)
    followed = all(one or not other for one, other in zip(_followed(_apart(changed, plans)), printed, strict=True))
    if followed:
        literal = None
    elif network.data.shape != (SAMPLES, FEATURES):
        # Data of another shape keep it in every run.
        typed = [shape for shape in shapes if _typed(as_written, submission, shape)]
        literal = _not_taken(as_written, as_written, typed[0], submission) if typed else None
    else:
        literal = _literal(as_written, _apart(runs("smaller"), plans), submission, printed)
    if literal is not None:
        raise literal
    if not all(printed):
        missing = dict.fromkeys(f"{shape}" for shape, found in zip(shapes, printed, strict=True) if not found)
        stopped = " The file stopped before." if as_written.scenario == KEEP_GOING else ""
        if stopped and all(made):
            raise Wrong(f"Not printed: {', '.join(missing)}.{stopped}", misconception="shape-not-printed")
        first = network.layers[printed.index(False)]
        raise Partly(
            f"Not printed: {', '.join(missing)}.{stopped}",
            share=sum(printed) / len(printed),
            line=first.product.site.line if first else None,
            misconception="shape-not-printed",
        )


def _begun(trace: Trace) -> None:
    """Raise Missing when there is nothing of a network at all: no data, no weights, no layers."""
    sizes = {SAMPLES, *WIDTHS}
    if not trace.seeds and not trace.failures and all(sizes.isdisjoint(shape) for shape in trace.shapes):
        raise Missing(
            "Nothing of a network was seen.",
            hint="np.random.seed(42), X = np.random.randn(100, 8), then hidden1 = X @ W1, and so on.",
        )


def _made(network: Network) -> list[int]:
    """When each layer was made, in events; 0 where there is none."""
    return [layer.product.order if layer else 0 for layer in network.layers]


class _Apart(NamedTuple):
    """A run that differs from as-written, with the seed that stands in for the exercise's, and how many samples."""

    trace: Trace
    seed: int
    samples: int


def _apart(trace: Trace, plans: Plans) -> _Apart:
    orders = plans.get(trace.scenario) or Plan(filename="")
    seed = SEED if orders.seed_key is None else other_seed(SEED, orders.seed_key)
    fewer = [resize.size for resize in orders.resizes if resize.shape == (SAMPLES, FEATURES)]
    return _Apart(trace, seed, fewer[0] if fewer else SAMPLES)


@lru_cache(maxsize=4)
def _network(trace: Trace, seed: int = SEED, samples: int = SAMPLES) -> Network:
    """The network of a run whose data were drawn with that seed; several checks look at the same one.

    Where the exercise's data are not there, and none of their shape, it is the network of the learner's own.
    """
    data = np.random.RandomState(seed).randn(SAMPLES, FEATURES)[:samples]
    own = own_data(trace, (SAMPLES, FEATURES)) if seed == SEED and not trace.find(data) else None
    return Network(trace, data if own is None else own.array, WIDTHS)


def _layer(index: int, trace: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    _begun(trace)
    network = _network(trace)
    layer = network.layers[index]
    if layer is None:
        _explain(index, trace, network, submission)
    else:
        ends(trace, submission, layer.product.site.line)
        _not_collapsed(index, trace, network, layer)
        _shown(index, trace, network, layer)
        if line := made_to_compare(trace, layer.product.array):
            raise Wrong(
                "This product is only made to compare another array with it.",
                line=line,
                misconception="shape-only-fake",
            )
    if not trace.find(network.data) or _has_layer(index, _apart(changed, plans)):
        return
    other = _apart(runs("other_numbers"), plans)
    if other.seed != SEED and other.trace.undisturbed and _has_layer(index, other) is False:
        assert layer is not None
        raise Wrong(
            "With another seed this is no longer the layer before times its weights.",
            line=layer.product.site.line,
            misconception="shape-only-fake",
        )


def _shown(index: int, trace: Trace, network: Network, layer: Layer) -> None:
    """Raise Wrong when what is shown as this layer is another product, or was made without one, after the layer."""
    seen = shown(trace, (network.samples, WIDTHS[index]))
    if any(network.known(sight.array) or equal(sight.array, layer.product.array) for sight in seen):
        return
    products = [product.result for product in trace.products if product.name not in NOT_PRODUCTS]
    for sight in seen:
        instead = any(sight.array is product for product in products) or _MADE_OF_NOTHING.search(sight.site.text)
        later = sight.order > layer.product.order and not stands_within(layer.product.site, sight.site)
        if later and instead:
            raise Wrong(
                f"The {ORDINALS[index]} layer is made, but the array whose shape is shown is another one.",
                line=sight.site.line,
                says="It came in the layer's place.",
                hint="Keep the layer under its name, and show its shape.",
                misconception="shape-only-fake",
            )


def _not_collapsed(index: int, trace: Trace, network: Network, layer: Layer) -> None:
    """Raise Wrong when NumPy made the layer of something else than its inputs, with weights multiplied beforehand."""
    made = [
        product.operands
        for product in trace.products
        if product.result is layer.product.array and len(product.operands) == 2 and product.name not in NOT_PRODUCTS
    ]
    if not made or any(equal(left, inputs) for left, _ in made for inputs in network.inputs(index)):
        return
    for product in trace.products:
        if product.result is made[0][1] and _of_weights(product):
            raise Wrong(
                "The layer before is not what this one is made of.",
                line=product.site.line,
                misconception="weights-collapsed",
            )


def _has_layer(index: int, apart: _Apart) -> bool | None:
    """Whether the layer is there in another run; None when the data of that run are not."""
    network = _network(apart.trace, apart.seed, apart.samples)
    return network.layers[index] is not None if apart.trace.find(network.data) else None


def _explain(index: int, trace: Trace, network: Network, submission: Submission) -> None:
    """Say what is there instead of layer `index`. Always raises."""
    shape = (network.samples, WIDTHS[index])
    if Network(Turned(trace), network.data, WIDTHS).layers[index] is not None:
        raise Partly(
            f"The numbers are there, but lying on their side: {shape[::-1]} instead of {shape}.",
            share=0.5,
            hint="In the exercise each row is a sample: X @ W1, not W1 @ X.T.",
        )
    _failed_product(index, trace, network)
    if index == 2 and network.layers[1] is None and _straight_on(trace, network):
        raise Blocked("Not looked at yet: first there has to be a second layer.")
    _wrong_input(index, trace, network)
    collapsed = _collapsed(trace)
    if collapsed:
        raise Wrong(
            f"No array of shape {shape} comes from the data.", line=collapsed, misconception="weights-collapsed"
        )
    _some_samples(index, trace, network, submission)
    _fewer_samples(index, trace, network)
    _other_width(index, trace, network)
    if index == 0:
        _other_data(trace, network)
    _fake(index, trace, network)
    if any(network.layers) or trace.find(network.data):
        before = [layer for layer in network.layers[:index] if layer]
        raise Missing(
            f"No product gives the {ORDINALS[index]} layer, shape {shape}.",
            line=submission.loop_around(before[-1].product.site.line) if before else None,
            misconception="layer-skipped",
        )
    raise Missing(f"No product of shape {shape} was seen.")


def _straight_on(trace: Trace, network: Network) -> bool:
    """Whether the output's width is made of what feeds the second layer."""
    made = (product for product in trace.products if np.shape(product.result) == (network.samples, WIDTHS[2]))
    return any(equal(product.operands[0], one) for product in made for one in network.inputs(1))


def _failed_product(index: int, trace: Trace, network: Network) -> None:
    inputs = network.inputs(index)
    for failure in _failures(trace):
        if len(failure.operands) != 2:
            continue
        first, second = (any(equal(operand, one) for one in inputs) for operand in failure.operands)
        left, right = (operand.shape for operand in failure.operands)
        if index and right == (WIDTHS[index - 1], WIDTHS[index]):
            _again(index, failure, network)
        if not first and not second:
            continue
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
        turned = right == (WIDTHS[index], left[1]) or right[::-1][0] == left[1]
        raise Wrong(seen, line=failure.site.line, misconception="weight-transposed" if turned else "weight-shape")


def _again(index: int, failure: Failure, network: Network) -> None:
    """Raise Wrong when the layer's weights were multiplied with the data, or a layer further back."""
    if network.layers[index - 1] is None:
        return
    earlier = {"X": network.data}
    earlier |= {
        f"The {ORDINALS[at]} layer": one.product.array for at, one in enumerate(network.layers[: index - 1]) if one
    }
    for name, array in earlier.items():
        if equal(failure.operands[0], array):
            raise Wrong(
                f"{name} is multiplied here once more; the {ORDINALS[index - 1]} layer is not used.",
                line=failure.site.line,
                misconception="layer-input-wrong",
            )


def _weights_of(network: Network, index: int) -> Array | None:
    layer = network.layers[index]
    return layer.weights if layer else None


def _failures(trace: Trace) -> list[Failure]:
    """The products that raised: the one that stopped the file first, then from the last one back.

    What fails after the stop fails because of it, and earlier ones were caught.
    """
    stop = next((failing.line for failing in trace.exceptions if failing.outcome == "skipped"), 0)
    stopped = [failure for failure in trace.failures if failure.site.line == stop]
    return stopped + [failure for failure in reversed(trace.failures) if failure.site.line != stop]


def _wrong_input(index: int, trace: Trace, network: Network) -> None:
    """The layer is made of something that is not the layer before."""
    for product in trace.products:
        if len(product.operands) != 2 or np.shape(product.result) != (network.samples, WIDTHS[index]):
            continue
        inputs = product.operands[0]
        if not isinstance(inputs, np.ndarray) or inputs.ndim != 2 or product.name in NOT_PRODUCTS:
            continue
        if any(product.result is one for one in network.inputs(index)):
            # It is the layer before.
            continue
        before = network.layers[index - 1] if index else None
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
                line=product.site.line,
                misconception="layer-input-wrong",
            )


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
        if len(operands) != 2 or not isinstance(operands[0], np.ndarray) or product.name in NOT_PRODUCTS:
            continue
        shape = np.shape(product.result)
        fits = len(shape) == 2 and shape[0] == network.samples and any(equal(operands[0], item) for item in inputs)
        if not fits or shape[1] == WIDTHS[index]:
            continue
        if index == 1 and shape[1] == WIDTHS[2]:
            raise Wrong(
                f"This product goes from the first layer to the last: {np.shape(operands[0])} → {shape}.",
                line=product.site.line,
                misconception="layer-skipped",
            )
        exchanged = any(np.shape(other.result) == (network.samples, WIDTHS[index]) for other in trace.products)
        swapped = index < 2 and shape[1] == WIDTHS[1 - index] and exchanged
        raise Wrong(
            f"This layer is {shape[1]} wide: {np.shape(operands[0])} @ {np.shape(operands[1])} → {shape}.",
            line=product.site.line,
            misconception="layer-sizes-swapped" if swapped else "weight-shape",
        )


def _some_samples(index: int, trace: Trace, network: Network, submission: Submission) -> None:
    width = WIDTHS[index]
    for inputs in network.inputs(index):
        for weights in trace.arrays(inputs.shape[1], width):
            whole = inputs @ weights.array
            # The last first: a container that is being filled is seen on the way, too.
            for sight in reversed(list(trace.different())):
                rows = sight.array.shape[0] if sight.array.ndim == 2 else 0
                if rows < 2 or sight.array.shape[1:] != (width,) or constant(sight.array):
                    continue
                same = [bool(np.allclose(row, right)) for row, right in zip(sight.array, whole, strict=False)]
                others = [row for row, right in zip(sight.array, same, strict=False) if not right]
                if 2 <= sum(same) < len(whole) and not np.any(others) and _is_last(trace, sight.array):
                    raise Wrong(
                        f"{sum(same)} of {len(whole)} rows are right; the others were never computed.",
                        line=submission.loop_around(trace.seen(sight.array)[0].site.line),
                        misconception="partial-batch",
                    )


def _fewer_samples(index: int, trace: Trace, network: Network) -> None:
    """Raise Wrong when the layer's products are made of some rows of what feeds it, and not of all."""
    for inputs in network.inputs(index):
        used = np.zeros(len(inputs), dtype=bool)
        line = None
        for product in trace.products:
            if product.name in NOT_PRODUCTS or len(product.operands) != 2:
                continue
            part = np.atleast_2d(np.asarray(product.operands[0]))
            if part.ndim == 2 and part.shape[1:] == inputs.shape[1:] and len(part) < len(inputs):
                rows = [np.flatnonzero((inputs == row).all(axis=1)) for row in part]
                if all(found.size for found in rows):
                    used[np.concatenate(rows)] = True
                    line = line or product.site.line
        if used.any() and not used.all():
            raise Wrong(
                f"Only {used.sum()} of {len(inputs)} samples go into this layer.",
                line=line,
                says="Each row of the data is a sample.",
                misconception="partial-batch",
            )


def _is_last(trace: Trace, array: Array) -> bool:
    """Whether a container was not filled further after it held `array`."""
    mine = trace.seen(array)
    names = {name for sight in mine for name in sight.site.names}
    later = [sight for sight in trace.sights if sight.order > mine[-1].order and set(sight.site.names) & names]
    return not any(sight.how == "changed" and sight.array.shape == array.shape for sight in later)


def _collapsed(trace: Trace) -> int | None:
    """The line that multiplies weights with weights, unless every layer is there as well."""
    return next(
        (product.site.line for product in trace.products if _of_weights(product) or len(product.operands) > 2), None
    )


def _of_weights(product: Product) -> bool:
    shapes = [np.shape(operand) for operand in product.operands]
    return shapes in ([(8, 16), (16, 8)], [(16, 8), (8, 3)], [(8, 16), (16, 3)], [(8, 8), (8, 3)])


def _other_data(trace: Trace, network: Network) -> None:
    """Raise Wrong when the exercise's data are there, and the first layer is made of others."""
    for product in trace.products:
        inputs = product.operands[0] if len(product.operands) == 2 and product.name not in NOT_PRODUCTS else None
        if not isinstance(inputs, np.ndarray) or np.shape(product.result) != (network.samples, WIDTHS[0]):
            continue
        if inputs.shape == network.data.shape and trace.find(network.data):
            raise Wrong(
                "The first layer is fed with other data than the exercise's: here they are drawn, or changed.",
                line=trace.seen(inputs)[0].site.line,
                hint="X = np.random.randn(100, 8) right after the seed, and X as it is in X @ W1.",
                misconception="layer-input-wrong",
            )


def _fake(index: int, trace: Trace, network: Network) -> None:
    shape = (network.samples, WIDTHS[index])
    for sight in trace.arrays(*shape):
        if equal(sight.array, network.start) or network.known(sight.array):
            continue
        made = _made_of_another(trace, sight.array)
        if made is not None and index:
            raise Wrong(
                f"The {ORDINALS[index]} layer is made of an array that is not the {ORDINALS[index - 1]} layer's.",
                line=made.site.line,
                misconception="layer-input-wrong",
            )
        raise Wrong(
            f"This array has the shape {shape}, but it is no product of the layer before.",
            line=sight.site.line,
            hint=f"Compute it: {STEPS[index]}.",
            misconception="shape-only-fake",
        )


def _made_of_another(trace: Trace, array: Array) -> Product | None:
    """The product of two matrices that gave an array."""
    return next(
        (
            product
            for product in trace.products
            if product.result is array
            and product.name not in NOT_PRODUCTS
            and [np.ndim(operand) for operand in product.operands] == [2, 2]
        ),
        None,
    )


def _not_printed(trace: Trace, shapes: list[tuple[int, int]], made: list[int]) -> None:
    """Say what was printed or checked instead. Always raises."""
    compared = [
        np.asarray(side).tolist() for pair in trace.comparisons if pair.equal for side in (pair.left, pair.right)
    ]
    if all(list(shape) in compared for shape in shapes):
        raise Partly("The shapes are checked, but not printed.", share=0.5, misconception="shape-not-printed")
    turned = [bool(mentions(trace, shape[::-1])) for shape in shapes]
    if all(turned):
        raise Partly(
            "The shapes are printed the other way round: samples are rows here, (100, 16).",
            share=0.5,
            misconception="shape-not-printed",
        )
    sizes = [mentions(trace, (rows * columns,)) for rows, columns in shapes]
    if any(sizes):
        line = next(size for size in sizes if size)[0].line
        raise Wrong("This is the number of entries, not the shape.", line=line, misconception="shape-not-printed")
    if not any(made) and (trace.scenario == KEEP_GOING or not trace.products):
        raise Missing("There is no layer whose shape could be printed.", misconception="shape-not-printed")
    raise Wrong("No shape of a layer was printed.", misconception="shape-not-printed")


def _followed(apart: _Apart) -> list[bool]:
    """Which shapes are printed in a run with fewer samples, as they are there."""
    network = _network(*apart)
    return in_order(apart.trace, [(apart.samples, width) for width in WIDTHS], _made(network))


def _literal(trace: Trace, apart: _Apart, submission: Submission, printed: list[bool]) -> Wrong | None:
    """What to say of a shape that is printed and does not follow the data, None when there is none."""
    smaller, rows = apart.trace, apart.samples
    if rows == SAMPLES:
        return None
    layers = _network(smaller, apart.seed, rows).layers
    for width, before, after, layer in zip(WIDTHS, printed, _followed(apart), layers, strict=True):
        if not before or after:
            continue
        plain = smaller.undisturbed_beside(trace) or _said_again(trace, smaller, submission, (SAMPLES, width))
        if layer is not None and plain:
            return _not_taken(smaller, trace, (SAMPLES, width), submission)
        if layer is None and _typed(trace, submission, (SAMPLES, width)):
            return _not_taken(trace, trace, (SAMPLES, width), submission)
    return None


def _said_again(trace: Trace, smaller: Trace, submission: Submission, shape: tuple[int, int]) -> bool:
    """Whether all that says a shape says it again in a run with fewer samples, to which the file does not object.

    What takes the shape from an array of a typed size is no text.
    """
    usual, again = ({mention.line for mention in mentions(one, shape)} for one in (trace, smaller))
    rows = submission.lines
    lines = (failing.line for failing in smaller.exceptions if 0 < failing.line <= len(rows))
    objects = any(re.search(r"\b(assert|raise)\b", rows[line - 1]) for line in lines)
    return usual <= again and not objects and not any(reads_shape(submission.text, line) for line in usual)


def _not_taken(trace: Trace, other: Trace, shape: tuple[int, int], submission: Submission) -> Wrong:
    found = mentions(trace, shape) or mentions(other, shape)
    keeps = "The array whose shape is shown here keeps it when the data have another size."
    says = "Its size was typed where it was made."
    return not_taken(submission, found[-1].line if found else 0, shape, keeps=keeps, says=says)


def _typed(trace: Trace, submission: Submission, shape: tuple[int, int]) -> bool:
    """Whether every print of the shape comes from a line where it is typed."""
    found = mentions(trace, shape)
    return bool(found) and all(written(said_at(submission.text, mention.line), shape) for mention in found)
