"""What a file calls a network's data, its weights and its layers."""

from __future__ import annotations

from grader.evidence.made import made_of_nothing
from grader.evidence.network.layers import LAYERS, WEIGHTS, Network
from grader.evidence.network.turned import Turned, upright
from grader.own_names import name_of
from grader.submission import Submission
from grader.syntax.statements import name_assigned_in
from grader.trace import Sight, Trace, equal


def names_in_file(trace: Trace, network: Network, submission: Submission) -> dict[str, str]:
    """What the file calls each of the article's names, as far as it has a name for that."""
    if not any(network.layers) and not isinstance(trace, Turned):
        turned, standing = upright(trace, network)
        if any(standing.layers):
            return names_in_file(turned, standing, submission)
    failed = _failed_layer(trace, network, submission)
    found: dict[str, str | None] = {"X": name_of(trace.seen(network.start), submission.text)}
    for index, layer in enumerate(network.layers):
        found[WEIGHTS[index]] = name_of_weights(trace, network, index, submission)
        found[LAYERS[index]] = name_of_layer(trace, network, index, submission)
        if layer is None:
            found[LAYERS[index]] = found[LAYERS[index]] or name_assigned_in(failed)
            failed = ""
    return {name: own for name, own in found.items() if own}


def name_of_layer(trace: Trace, network: Network, index: int, submission: Submission) -> str | None:
    """What the file calls a layer, or what has its shape where there is none; None when that has no plain name."""
    layer = network.layers[index]
    alike = [sight for sight in trace.arrays(*network.shapes[index]) if _may_be_a_layer(trace, sight, network)]
    if layer:
        alike = [*(sight for sight in alike if network.known(sight.array)), layer.product]
    return name_of((one for sight in alike for one in trace.seen(sight.array)), submission.text)


def name_of_weights(trace: Trace, network: Network, index: int, submission: Submission) -> str | None:
    """What the file calls a layer's weights; without a layer, what is called or shaped as they should be."""
    layer = network.layers[index]
    if layer:
        return name_of(trace.seen(layer.weights), submission.text)
    if any(WEIGHTS[index] in sight.site.names for sight in trace.sights):
        return WEIGHTS[index]
    drawn = (sight for sight in trace.arrays(*weights_shape(network, index)) if made_of_nothing(trace, sight))
    return name_of((one for sight in drawn for one in trace.seen(sight.array)), submission.text)


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
