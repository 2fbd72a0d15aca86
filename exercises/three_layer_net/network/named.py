"""What a file calls a network's data, its weights and its layers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.evidence.made import made_of_nothing
from grader.own_names import name_of
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.syntax.names import names_in
from grader.syntax.scopes import function_around
from grader.syntax.statements import name_assigned_in
from grader.trace import Array, Sight, Trace, equal

from .layers import LAYERS, WEIGHTS, Network
from .turned import Turned, upright

AT_ONE_GO = 3
"""Events: what was seen there before, the array itself, and where it stands, which are each sent once."""
MOST_CHARACTERS = 120
"""Characters of a row that are looked at."""


def names_in_file(trace: Trace, network: Network, submission: Submission, data: Sight | None = None) -> dict[str, str]:
    """What the file calls each of the article's names, as far as it has a name for that.

    data: where the data are seen, of which the network may have a part.
    """
    if not any(network.layers) and not isinstance(trace, Turned):
        turned, standing = upright(trace, network)
        if any(standing.layers):
            return names_in_file(turned, standing, submission)
    failed = _failed_layer(trace, network, submission)
    found: dict[str, str | None] = {"X": name_of_the_data(trace, data.array if data else network.start, submission)}
    for index, layer in enumerate(network.layers):
        found[WEIGHTS[index]] = name_of_weights(trace, network, index, submission)
        found[LAYERS[index]] = name_of_layer(trace, network, index, submission)
        if layer is None:
            found[LAYERS[index]] = found[LAYERS[index]] or name_assigned_in(failed)
            failed = ""
    weights = {own for name in WEIGHTS if (own := found[name])}
    for layer_name, name in zip(LAYERS, WEIGHTS, strict=True):
        beside = _name_beside(found[name], weights, submission)
        if beside not in found.values():
            found[layer_name] = found[layer_name] or beside
    return {name: own for name, own in found.items() if own}


def _name_beside(own: str | None, weights: set[str], submission: Submission) -> str | None:
    """The name of what the file makes, outside of functions, with a layer's weights, and with those of no other one."""
    if own is None:
        return None
    multiplies = re.compile(rf"(@\s{{0,3}}|,\s{{0,3}}){re.escape(own)}\b(?!\s*[.=\[])")
    for number, row in enumerate(code_lines(submission.text), 1):
        made, value = name_assigned_in(row), row[:MOST_CHARACTERS].partition("=")[2]
        alone = made not in weights and weights & names_in(value.strip()) == {own}
        if made and alone and multiplies.search(value) and not function_around(submission.text, number):
            return made
    return None


def name_of_the_data(trace: Trace, data: Array, submission: Submission) -> str | None:
    """What the file calls the data: of several names that one function has for them, the first."""
    bound = [sight for sight in trace.seen(data) if sight.how == "bind"]
    scopes = [function_around(submission.text, sight.site.line) for sight in bound]
    first = next((sight for sight, scope in zip(bound, scopes, strict=True) if scope == scopes[-1]), None)
    named = _name_in(trace, [first], submission) if first else None
    return named or _name_in(trace, trace.seen(data), submission)


def name_of_layer(trace: Trace, network: Network, index: int, submission: Submission) -> str | None:
    """What the file calls a layer, or what has its shape where there is none; None when that has no plain name."""
    layer = network.layers[index]
    alike = [sight for sight in trace.arrays(*network.shapes[index]) if _may_be_a_layer(trace, sight, network)]
    if layer:
        alike = [*(sight for sight in alike if network.known(sight.array)), layer.product]
    own = _name_in(trace, [one for sight in alike for one in trace.seen(sight.array)], submission)
    # What was drawn in the layer's place is called as the layer is to be.
    return own or (None if layer else _name_of_the_next_input(trace, network, index, submission))


def _name_of_the_next_input(trace: Trace, network: Network, index: int, submission: Submission) -> str | None:
    """What the file calls the array that the layer after one is fed with; None where there is no such layer."""
    following = network.layers[index + 1 : index + 2]
    return next((_name_in(trace, trace.seen(one.inputs), submission) for one in following if one), None)


def name_of_weights(trace: Trace, network: Network, index: int, submission: Submission) -> str | None:
    """What the file calls a layer's weights; without a layer, what is called or shaped as they should be."""
    layer = network.layers[index]
    if layer:
        return _name_in(trace, trace.seen(layer.weights), submission)
    if any(WEIGHTS[index] in sight.site.names for sight in trace.sights):
        return WEIGHTS[index]
    drawn = (sight for sight in trace.arrays(*weights_shape(network, index)) if made_of_nothing(trace, sight))
    return _name_in(trace, [one for sight in drawn for one in trace.seen(sight.array)], submission)


def _name_in(trace: Trace, sights: Sequence[Sight], submission: Submission) -> str | None:
    """What the file calls an array that was seen so: no list of several, and what a loop calls it at last."""
    alone = [sight for sight in sights if not is_beside_others(trace, sight)]
    lasting = [sight for sight in alone if sight.site.kind != "look"]
    return name_of(lasting, submission.text) or name_of(alone, submission.text)


def is_beside_others(trace: Trace, sight: Sight) -> bool:
    """Whether other arrays were seen at one go with one, as those of a list, or of an object, are."""
    beside = (one for one in trace.sights if one.site is sight.site and abs(one.order - sight.order) <= AT_ONE_GO)
    return any(one.array is not sight.array for one in beside)


def weights_shape(network: Network, index: int) -> tuple[int, int]:
    """The shape that a layer's weights should have."""
    features, neurons = (network.data.shape[1], *network.widths)[index : index + 2]
    return features, neurons


def _failed_layer(trace: Trace, network: Network, submission: Submission) -> str:
    """The row of the last product of all samples that raised an error."""
    failed = [one for one in trace.failures if any(network.samples in part.shape for part in one.operands)]
    return submission.row(failed[-1].site.line) if failed else ""


def _may_be_a_layer(trace: Trace, sight: Sight, network: Network) -> bool:
    """Whether an array of a layer's shape may be one: not the data, and not what was drawn."""
    return not equal(sight.array, network.start) and not made_of_nothing(trace, sight)
