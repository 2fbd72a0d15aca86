"""Why a layer that was made does not count: another array took its place, nothing keeps it, or it is cut off."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import constant, truncates
from grader.evidence.made import MADE_OF_NOTHING, given_to_nothing, is_lost, made_of_nothing
from grader.evidence.shown import shown
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.syntax.returns import lost_results
from grader.trace import Array, Sight, Trace, equal, stands_within

from .activations import loses_samples, rows_of_others
from .changed_between import told_of_lost_samples
from .data import KEEP_THE_LAYER, changed_under_its_name
from .layers import LAYERS, ORDINALS, STEPS, Layer, Network
from .named import is_beside_others
from .outputs import FEW_STEPS

UNLIKE = 0.4
"""The correlation of a hundred numbers that those of unrelated ones are below."""
_OF_THE_SAME_SIZE = r"_like\(|\.shape\)"


def refuse_replaced(index: int, trace: Trace, network: Network, layer: Layer, submission: Submission) -> None:
    """Raise Wrong when nothing gets the layer, or what is shown as it is another product, or was made without one."""
    if given_to_nothing(trace, layer.product.array, submission):
        raise Wrong(
            "This product is computed here, and nothing gets it.",
            line=layer.product.site.line,
            says="What has no name, and is not returned by its function, is gone at once.",
            hint=_given_back(layer, submission) or STEPS[index],
            misconception="shape-only-fake",
        )
    seen = shown(trace, (network.samples, network.widths[index]), submission)
    if any(network.known(sight.array) or equal(sight.array, layer.product.array) for sight in seen):
        return
    is_given_on = any(network.layers[index + 1 : index + 2])
    if index + 1 < len(network.widths) and not is_given_on and any(_is_left_of(layer, sight) for sight in seen):
        # The layer that is fed with what is left of this one says so.
        return
    if seen and not is_given_on and is_lost(trace, layer.product.array, seen, submission):
        raise Wrong(
            "This product is made, and nothing keeps it; the array whose shape is shown is another one.",
            line=layer.product.site.line,
            says="What is not kept cannot be shown; a function has to return it.",
            hint=f"{STEPS[index]}\nprint({LAYERS[index]}.shape)",
            misconception="shape-only-fake",
        )
    # Of the others, the layer that is fed with it says so.
    for sight in seen if index == len(network.widths) - 1 else ():
        if _has_its_place(trace, layer, sight) and _is_unlike(layer.product.array, sight.array):
            raise _came_instead(index, sight)
    products = [product.result for product in trace.products]
    for sight in seen:
        instead = (
            any(sight.array is product for product in products)
            or re.search(MADE_OF_NOTHING, sight.site.text)
            or _made_of_others(trace, network, sight, submission)
            or _is_no_layer(trace, network, sight)
            or rows_of_others(layer.product.array, sight.array).any()
        )
        sized = re.search(_OF_THE_SAME_SIZE, sight.site.text)
        later = sight.order > layer.product.order and (sized or not stands_within(layer.product.site, sight.site))
        if later and instead:
            left = _is_left_of(layer, sight)
            raise _some_left(index, trace, layer, sight) if left else _came_instead(index, sight)


def _given_back(layer: Layer, submission: Submission) -> str | None:
    """What gives the layer back where it is what a function calculates last, whose calls are to have a value."""
    made = (one.made for one in lost_results(submission.text))
    product = layer.product.site.text.replace(" ", "")
    return next((f"return {one}" for one in made if one.replace(" ", "") == product), None)


def _came_instead(index: int, sight: Sight) -> Wrong:
    return Wrong(
        f"The {ORDINALS[index]} layer is made, but the array whose shape is shown is another one.",
        line=sight.site.line,
        says="It came in the layer's place.",
        hint="Keep the layer under its name, and show its shape.",
        misconception="shape-only-fake",
    )


def _is_left_of(layer: Layer, sight: Sight) -> bool:
    """Whether an array is the layer still, without some of its samples, or without what stood after the point."""
    product, array = layer.product.array, sight.array
    cut_off = array.dtype.kind in "iu" and truncates(array, [product])
    return cut_off or loses_samples(product, array)


def _some_left(index: int, trace: Trace, layer: Layer, sight: Sight) -> Wrong:
    product = layer.product.array
    if not loses_samples(product, sight.array):
        return Wrong(
            "This layer was turned into whole numbers.", line=sight.site.line, misconception="integer-truncation"
        )
    return Wrong(
        told_of_lost_samples(product, sight.array, f"the {ORDINALS[index]} layer"),
        line=sight.site.line,
        says="Each row of the data is a sample.",
        hint=KEEP_THE_LAYER if changed_under_its_name(trace, product, sight.array) else None,
        misconception="partial-batch",
    )


def _has_its_place(trace: Trace, layer: Layer, sight: Sight) -> bool:
    """Whether an array got a name that had the layer before, or comes of an expression that the layer is a part of."""
    if is_beside_others(trace, sight):
        return False
    held = [one for one in trace.seen(layer.product.array) if one.order < sight.order]
    before = {variable for one in held for variable in trace.variables(one.site.names, one.site.line)}
    inside = any(stands_within(one.site, sight.site) for one in held if one.site is not sight.site)
    return inside or not before.isdisjoint(trace.variables(sight.site.names, sight.site.line))


def _is_unlike(layer: Array, array: Array) -> bool:
    """Whether nothing of a layer's numbers is seen in an array of its shape, neither in all of it nor in a column."""
    if array.dtype.kind not in "fiub" or layer.dtype.kind not in "fiub" or not np.isfinite(array).all():
        return False
    values = array.astype(float)
    columns = zip(np.abs(layer).T, values.T, strict=True)
    pairs = [(layer, values), (np.abs(layer), values), *zip(layer.T, values.T, strict=True), *columns]
    return all(abs(_correlation(one.ravel(), other.ravel())) < UNLIKE for one, other in pairs)


def _correlation(one: Array, other: Array) -> float:
    return float(np.corrcoef(one, other)[0, 1]) if np.ptp(one) and np.ptp(other) else 0.0


def _is_no_layer(trace: Trace, network: Network, sight: Sight) -> bool:
    """Whether an array in the layer's place is drawn, or always the same, or a part of another layer."""
    if is_beside_others(trace, sight):
        return False
    return made_of_nothing(trace, sight) or constant(sight.array) or _is_cut_out(network, sight.array)


def _is_cut_out(network: Network, array: Array) -> bool:
    """Whether an array is nothing but some columns of the data, or of a layer."""
    columns = set(map(tuple, array.T.tolist()))
    layers = (layer.product.array for layer in network.layers if layer is not None)
    wider = (one for one in (network.data, *layers) if len(one) == len(array) and one.shape[1] > array.shape[1])
    return any(columns.issubset(map(tuple, one.T.tolist())) for one in wider)


def _made_of_others(trace: Trace, network: Network, sight: Sight, submission: Submission) -> bool:
    """Whether an array gets its numbers from the data, from weights, or from none: `y = X[:, :3]`, `y[:] = 0`."""
    _, equals, made_of = submission.lines[sight.site.line - 1].partition("=")
    words = names_in(made_of)
    if words & trace.called.keys():
        # What a function of the learner's makes of its arguments cannot be told from them.
        return False
    used = [other for other in trace.sights if words.intersection(other.site.names) and other.order < sight.order]
    weights = list(pairwise((network.data.shape[1], *network.widths)))
    return bool(equals) and all(
        equal(other.array, network.data) or other.array.shape in weights or not other.array.ndim for other in used
    )


def refuse_cut_off(trace: Trace, network: Network, layer: Layer) -> None:
    """Raise Wrong when nothing but the layer's whole numbers gets a name: `h3 = np.floor(h2 @ W3)`.

    What has few values only, as np.sign or a step gives, is an activation.
    """
    array = layer.product.array
    seen = [sight for sight in trace.sights if sight.array.shape == array.shape and sight.site.names]
    if array.dtype.kind != "f" or any(network.known(sight.array) for sight in seen):
        return
    for sight in seen:
        cut = any(np.array_equal(sight.array, way(array)) for way in (np.floor, np.ceil, np.trunc, np.rint))
        if cut and np.ptp(sight.array) > FEW_STEPS:
            raise Wrong(
                "This layer was turned into whole numbers.",
                line=sight.site.line,
                misconception="integer-truncation",
            )
