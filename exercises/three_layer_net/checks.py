"""Does the data flow (100, 8) → (100, 16) → (100, 8) → (100, 3), each layer from the one before?

In the run `changed` another seed draws other data, and there are fewer samples. It can only acquit: what is not plain
from it is asked of `other_numbers`, where only the seed is another, and of `smaller`, with only fewer samples.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from grader.check import Blocked, Inconclusive, Missing, Plans, Runs, Verdict, Wrong, check
from grader.evidence.likeness import constant
from grader.evidence.made import made_to_compare, was_computed
from grader.evidence.printed import in_order
from grader.evidence.stopped import refuse_endless, refuse_stopped, refuse_stopped_filling
from grader.exercise import Exercise
from grader.recording.plan import Plan, other_seed
from grader.submission import Submission
from grader.trace import Array, Sight, Trace

from .network.beside_the_rows import is_a_label, typed_beside_the_rows
from .network.collapsed import refuse_collapsed
from .network.data import (
    KEEP_THE_LAYER,
    LEAVE_OUT,
    changed_under_its_name,
    changed_where_drawn,
    failed_first,
    gathered_part,
    own_data,
    scaled_under_its_name,
    uncut,
    used_part,
)
from .network.layers import Layer, Network
from .network.named import names_in_file
from .network.replaced import refuse_cut_off, refuse_replaced
from .network.typed_shapes import (
    Smaller,
    explain_literal,
    explain_not_taken,
    explain_typed_width,
    is_typed,
    may_be_typed,
    not_taken_for,
    told_of_a_reshape,
)
from .network.whose_shapes import (
    is_of_another,
    is_shown_by_name,
    refuse_shapes_before_layers,
    stays_the_same,
    told_of_the_operands,
)
from .network.wrong_samples import has_some_rows

SAMPLES, FEATURES = 100, 8
WIDTHS = (16, 8, 3)
SEED = 42
FROM_THE_BEGINNING = """\
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
hidden1 = X @ W1
print(hidden1.shape)"""


@check(points=8)
def data_is_given(as_written: Trace, exercise: Exercise, submission: Submission) -> None:
    """X is the data of the exercise: seed 42, 100 samples with 8 features"""
    _begun(as_written)
    if not as_written.find(exercise.given["X"]):
        from .network.wrong_data import explain_data

        explain_data(as_written, exercise.given["X"], SEED, submission)
    if changed := changed_where_drawn(as_written, exercise.given["X"]):
        raise Wrong(
            "What is drawn here is made other numbers before it gets a name.",
            line=changed.site.line,
            says="X is what is drawn, as it is.",
            hint="X = np.random.randn(100, 8)",
        )
    if scaled := scaled_under_its_name(as_written, _network(as_written, submission)):
        raise Wrong(
            "Here the data become other numbers.", line=scaled.site.line, says="X is what is drawn.", hint=LEAVE_OUT
        )


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
    network = _network(as_written, submission)
    shapes, made = network.shapes, _made(network)
    there = [bool(as_written.arrays(*shape) or as_written.arrays(*shape[::-1])) for shape in shapes]
    if not any(made) and not _attempted(as_written, shapes):
        if not np.any(network.start):
            raise Blocked("Not looked at yet: all data are 0, and so is every layer.")
        raise Missing("There is no layer whose shape could be printed.")
    refuse_shapes_before_layers(as_written, network)
    printed = [one and some for one, some in zip(in_order(as_written, shapes, made), there, strict=True)]
    printed = [
        one
        and not is_of_another(as_written, network, index, submission)
        and not is_a_label(as_written, shapes[index], submission)
        for index, one in enumerate(printed)
    ]
    typed = _typed(as_written, changed, plans, submission, runs, printed) if any(printed) else {}
    if typed:
        raise not_taken_for(typed, printed)
    if not any(printed):
        from .network.not_printed import explain_not_printed

        explain_not_printed(as_written, network, made, submission)
    if not all(printed):
        from .network.some_printed import explain_missing

        explain_missing(as_written, network, made, printed, submission)


def own_names(as_written: Trace, submission: Submission) -> dict[str, str]:
    """What the file calls the data, the weights and the layers."""
    return names_in_file(as_written, _network(as_written, submission), submission, as_written.find(_data()))


def _begun(trace: Trace) -> None:
    """Raise Missing when there is nothing of a network at all: no data, no weights, no layers."""
    sizes = {SAMPLES, *WIDTHS}
    if not trace.seeds and not trace.failures and all(sizes.isdisjoint(shape) for shape in trace.shapes):
        raise Missing(
            "Nothing of a network was seen.",
            hint=FROM_THE_BEGINNING,
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
def _data(seed: int = SEED) -> Array:
    """What is drawn first after that seed."""
    drawn: Array = np.random.RandomState(seed).randn(SAMPLES, FEATURES)
    drawn.setflags(write=False)
    return drawn


@lru_cache(maxsize=4)
def _network(trace: Trace, submission: Submission, seed: int = SEED, samples: int = SAMPLES) -> Network:
    """The network of a run whose data were drawn with that seed; several checks look at the same one.

    Where the exercise's data are not there, and none of their shape, it is the network of the learner's own. Where
    nothing is made of all samples, it is that of the part that is used.
    """
    data = _data(seed)[:samples]
    # What is made of the data where they are drawn costs a check of its own, and no layer.
    own = changed_where_drawn(trace, data)
    if seed == SEED and not trace.find(data):
        own = own_data(trace, (SAMPLES, FEATURES))
    network = Network(trace, data if own is None else own.array, WIDTHS, submission)
    if network.layers[0] is not None:
        return _of_those_left(network, trace, submission)
    if has_some_rows(trace, data, WIDTHS[0]):
        return network
    part, gathered = used_part(trace, network.data), gathered_part(trace, network.data, WIDTHS[0])
    # A batch may be a part of what is put together to a whole layer, from which the others follow.
    may_be = [network if part is None else Network(trace, part, WIDTHS, submission), network]
    if gathered is not None:
        of_the_gathered = Network(trace, gathered, WIDTHS, submission, gathered=True)
        if part is None or len(part) < len(gathered):
            return of_the_gathered
        may_be.append(of_the_gathered)
    return max(may_be, key=_found)


def _of_those_left(network: Network, trace: Trace, submission: Submission) -> Network:
    """The network, or that of the samples that are left of its first layer, where all others are made of these."""
    if network.layers[1] or (gathered := gathered_part(trace, network.data, WIDTHS[0])) is None:
        return network
    left = Network(trace, gathered, WIDTHS, submission, gathered=True)
    return left if all(left.layers) else network


def _found(network: Network) -> int:
    """How many layers are there."""
    return sum(layer is not None for layer in network.layers)


def _layer(index: int, trace: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    _begun(trace)
    network = _network(trace, submission)
    layer = network.layers[index]
    if index == 0:
        _refuse_other_samples(trace, network, layer, submission)
    if failed_first(trace, network):
        if index:
            raise Blocked("Not looked at yet: first there has to be a first layer.")
        layer = None
    if layer is None:
        from .network.wanted import Wanted
        from .network.wrong_layer import explain_layer

        explain_layer(Wanted(index, trace, network, submission))
    refuse_endless(trace, layer.product.site.line)
    refuse_stopped(trace, layer.product.array, submission, "the layer")
    if not any(sight.how in ("bind", "result") for sight in trace.seen(layer.product.array)):
        refuse_stopped_filling(trace, layer.product.array.shape, submission)
    refuse_collapsed(index, trace, network, layer)
    refuse_replaced(index, trace, network, layer, submission)
    if index == len(WIDTHS) - 1:
        # Of the others, the layer that is fed with it says so.
        refuse_cut_off(trace, network, layer)
    if line := made_to_compare(trace, layer.product.array):
        raise Wrong(
            "This product is only made to compare another array with it.",
            line=line,
            misconception="shape-only-fake",
        )
    if trace.find(network.data) and not _has_layer(index, _apart(changed, plans), submission):
        _refuse_shape_only(index, layer.product, trace, _apart(runs("other_numbers"), plans), submission)


def _refuse_other_samples(trace: Trace, network: Network, layer: Layer | None, submission: Submission) -> None:
    """Raise Wrong when another number of samples than there are goes into the first layer."""
    rows = len(network.data)
    if rows == SAMPLES or not trace.find(_data()):
        return
    cut = changed_under_its_name(trace, _data(), network.data)
    part = cut or trace.find(network.data) or (layer.product if layer else None)
    if layer and cut is None:
        _refuse_dropped(trace, layer)
    raise Wrong(
        f"Only {rows} of {SAMPLES} samples go into this layer."
        if rows < SAMPLES
        else f"This layer has {rows} rows for {SAMPLES} samples: some of them go in more than once.",
        line=part.site.line if part else None,
        says="Each row of the data is a sample.",
        hint=LEAVE_OUT if cut else None,
        own_row=uncut(submission.row(part.site.line)) if part and not cut else None,
        misconception="partial-batch",
    )


def _refuse_dropped(trace: Trace, layer: Layer) -> None:
    """Raise Wrong when the first layer was made of all samples, and its name got some rows of it."""
    rows = layer.product.array
    wholes = (sight.array for sight in trace.arrays(SAMPLES, WIDTHS[0]))
    if dropped := next(filter(None, (changed_under_its_name(trace, whole, rows) for whole in wholes)), None):
        raise Wrong(
            f"Only {len(rows)} of {SAMPLES} samples are left of this layer.",
            line=dropped.site.line,
            says="Each row of the data is a sample.",
            hint=KEEP_THE_LAYER,
            misconception="partial-batch",
        )


def _refuse_shape_only(index: int, product: Sight, trace: Trace, other: _Apart, submission: Submission) -> None:
    """Raise Wrong, or Inconclusive, when a layer no longer follows from the one before in a run with another seed."""
    found = _has_layer(index, other, submission)
    if other.seed != SEED and other.trace.undisturbed and found is False:
        raise Wrong(
            "With another seed this is no longer the layer before times its weights.",
            line=product.site.line,
            misconception="shape-only-fake",
        )
    if not found and not other.trace.undisturbed and not was_computed(trace, product):
        raise Inconclusive(
            "With another seed the file ends otherwise, and no product was seen here, so this was not judged.",
            line=product.site.line,
        )


def _has_layer(index: int, apart: _Apart, submission: Submission) -> bool | None:
    """Whether the layer is there in another run; None when the data of that run are not."""
    network = _network(apart.trace, submission, apart.seed, apart.samples)
    return network.layers[index] is not None if apart.trace.find(network.data) else None


def _attempted(trace: Trace, shapes: list[tuple[int, int]]) -> bool:
    """Whether something was calculated, or filled, that has a layer's shape, or that of a sample in it."""
    layers = {*shapes, *(shape[::-1] for shape in shapes), *((1, width) for _, width in shapes)}
    lengths = layers | {(width,) for _, width in shapes}
    calculated = any(np.shape(made.result) in lengths and not constant(made.result) for made in trace.operations)
    changed = (sight for sight in trace.sights if sight.how == "changed" and not sight.is_last_look)
    filled = any(sight.array.shape in layers and not constant(sight.array) for sight in changed)
    return calculated or filled or bool(trace.failures)


def _smaller(apart: _Apart, submission: Submission) -> Smaller:
    """A run with fewer samples, and what it prints of its layers' shapes."""
    network = _network(apart.trace, submission, apart.seed, apart.samples)
    shapes, made = [(apart.samples, width) for width in WIDTHS], _made(network)
    return Smaller(apart.trace, shapes, in_order(apart.trace, shapes, made), list(map(bool, network.layers)))


def _typed(
    trace: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs, printed: list[bool]
) -> dict[int, Verdict]:
    """What to say of each shape that is not its layer's; `printed` loses the second one's where only X's is shown."""
    typed = _literal(trace, changed, plans, submission, runs, printed)
    wanted = [index for index in (0, 2) if printed[index] and index not in typed]
    typed |= _outer_widths(trace, plans, submission, runs, wanted)
    if printed[1] and 1 not in typed:
        printed[1] = _shows_second(trace, plans, submission, runs, printed)
    network = _network(trace, submission)
    typed = told_of_a_reshape(trace, network.shapes, printed, submission) | typed
    typed = told_of_the_operands(trace, network, printed, submission) | typed
    return typed | typed_beside_the_rows(trace, network.shapes, printed, submission)


def _literal(
    trace: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs, printed: list[bool]
) -> dict[int, Verdict]:
    """What to say of each layer's shape that is printed and does not follow the data."""
    shapes = [(SAMPLES, width) for width in WIDTHS]
    followed = _smaller(_apart(changed, plans), submission).printed
    if all(one or not other for one, other in zip(followed, printed, strict=True)):
        return {}
    network = _network(trace, submission)
    if network.data.shape != (SAMPLES, FEATURES):
        # Data of another shape keep it in every run.
        typed = {index: shape for index, shape in enumerate(network.shapes) if is_typed(trace, submission, shape)}
        return {index: explain_not_taken(trace, trace, shape, submission) for index, shape in typed.items()}
    return explain_literal(trace, _smaller(_apart(runs("smaller"), plans), submission), submission, shapes, printed)


def _outer_widths(
    trace: Trace, plans: Plans, submission: Submission, runs: Runs, wanted: Sequence[int]
) -> dict[int, Wrong]:
    """What to say of the first and the third layer's shapes, and of others, whose widths stay when these are narrower.

    wanted: of which layers that is asked, by their numbers.
    """
    network = _network(trace, submission)
    typed: dict[int, Wrong] = {}
    for index in wanted:
        if network.layers[index] is None or not may_be_typed(trace, network.shapes[index], submission):
            continue
        narrower, orders = runs("outer_narrower"), plans["outer_narrower"]
        widths = (_columns(orders, (FEATURES, WIDTHS[0])), WIDTHS[1], _columns(orders, WIDTHS[1:]))
        if index not in typed and Network(narrower, network.data, widths).layers[index]:
            typed |= explain_typed_width(index, trace, narrower, network.shapes, widths[index], submission)
    return typed


def _shows_second(trace: Trace, plans: Plans, submission: Submission, runs: Runs, printed: list[bool]) -> bool:
    """Whether it is the second layer's shape that is printed, and not X's, which is the same: it follows W2."""
    network = _network(trace, submission)
    if network.layers[1] is None or is_shown_by_name(trace, network, 1, submission):
        return True
    run, width = runs("second_narrower"), _columns(plans["second_narrower"], WIDTHS[:2])
    narrower = Network(run, network.data, (WIDTHS[0], width, WIDTHS[2]))
    stays = stays_the_same(trace, run, network.shapes[1])
    # It may be as wide as the third one.
    follows = sum(in_order(run, narrower.shapes, _made(narrower))) >= sum(printed)
    return narrower.layers[1] is None or not stays or follows


def _columns(orders: Plan, shape: tuple[int, ...]) -> int:
    """How many columns are left of the arrays of a shape in a run."""
    return next(resize.size for resize in orders.resizes if resize.shape == shape)
