"""Whose shapes are printed: those of the layers, or of arrays that were there before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.likeness import constant
from grader.evidence.made import made_to_compare
from grader.evidence.printed import Mention, mentions
from grader.evidence.shown import shown_at
from grader.submission import Submission
from grader.syntax.lengths import lines_of_lengths
from grader.syntax.names import names_in
from grader.syntax.origins import Variable
from grader.syntax.shapes import gives_shapes, measured_at
from grader.trace import Sight, Trace, equal

from .layers import LAYERS, Network

_LONGEST_ROW = 200
"""Of what was printed, from where a shape begins."""


def refuse_shapes_before_layers(trace: Trace, network: Network) -> None:
    """Raise Wrong when all that is printed of the shapes comes before the first layer is made.

    What is filled little by little is only seen whole when it is used.
    """
    first = network.layers[0]
    if first is None or not all(network.layers) or _seen_late(first.product):
        return
    since = first.product.order
    printed = [mention for shape in network.shapes for mention in mentions(trace, shape)]
    if not printed or any(mention.order >= since for mention in printed):
        return
    before = (sight for sight in trace.arrays(*network.shapes[0]) if sight.order < since)
    parts = (part for sight in before for part in trace.seen(sight.array))
    filled = any(part.how == "changed" and not part.is_last_look for part in parts)
    if not filled and not made_to_compare(trace, first.product.array):
        refuse_only_checked(trace, network.shapes)
        raise Wrong(
            "What is printed here are no shapes of the layers: these are made after it.",
            line=printed[0].line,
            misconception="shape-not-printed",
        )


def refuse_only_checked(trace: Trace, shapes: Sequence[tuple[int, int]]) -> None:
    """Raise Partly when each shape was compared with what it is."""
    compared = [
        np.asarray(side).tolist() for pair in trace.comparisons if pair.equal for side in (pair.left, pair.right)
    ]
    if all(list(shape) in compared for shape in shapes):
        raise Partly("The shapes are checked, but not printed.", share=0.5, misconception="shape-not-printed")


def is_of_another(trace: Trace, network: Network, index: int, submission: Submission) -> bool:
    """Whether only the shape of an array that was there before a layer, and is none, is shown where the layer's is."""
    layer = network.layers[index]
    if layer is None:
        return _is_the_datas(trace, network, (network.samples, network.widths[index]), submission)
    if _seen_late(layer.product):
        return False
    made = layer.product
    printed = mentions(trace, made.array.shape)
    since = [one for one in printed if one.order > made.order]
    shown = [shown_at(one.line, one.order, trace, submission) for one in since or printed]
    alike = [[sight for sight in seen if sight.array.shape == made.array.shape] for seen in shown]
    if not since and not all(equal(sight.array, network.start) for seen in alike for sight in seen):
        # What else was there before may be filled, under another name.
        return False
    return bool(alike) and all(seen and all(_is_older(sight, made, trace, network) for sight in seen) for seen in alike)


def told_of_the_operands(
    trace: Trace, network: Network, printed: Sequence[bool], submission: Submission
) -> dict[int, Wrong]:
    """What to say of each layer's shape that is told by lengths of what is multiplied: `(X.shape[0], W1.shape[1])`.

    printed: which layers' shapes are.
    """
    found: dict[int, Wrong] = {}
    for index, layer in enumerate(network.layers):
        others = _holding_others(trace, network, index)
        if layer is None or not printed[index] or _is_measured(trace, network.shapes[index], others):
            continue
        told = mentions(trace, network.shapes[index], apart=True)
        mentioned = {mention.line for mention in told if _is_in_one_row(trace, mention)}
        mentioned = mentioned or {line for mention in told for line in (mention.line, _line_after(trace, mention))}
        if mentioned and mentioned <= lines_of_lengths(submission.text, others):
            found[index] = Wrong(
                "These are lengths of what is multiplied: they are the same whatever the layer is.",
                line=max(mentioned),
                says="The layer has a shape of its own.",
                hint=f"print({LAYERS[index]}.shape)",
                misconception="shape-not-printed",
            )
    return found


def _is_in_one_row(trace: Trace, mention: Mention) -> bool:
    """Whether both numbers of a shape stand in one row: the columns before the rows of two layers are none."""
    row = trace.told_text[mention.start : mention.start + _LONGEST_ROW].partition("\n")[0]
    return len(re.findall(r"\d+", row)) > 1


def _line_after(trace: Trace, mention: Mention) -> int:
    """The line that prints the next number after the row that a shape begins in."""
    later = (part for part in trace.told if part.order > mention.order)
    return next((part.line for part in later if re.search(r"\d", part.text)), mention.line)


def _holding_others(trace: Trace, network: Network, index: int) -> frozenset[Variable]:
    """The variables that hold the data, weights or other layers than that of `index`, and never anything else."""
    start, layer = trace.find(network.start), network.layers[index]
    own = layer.product.array if layer else None
    found = [array for one in network.layers if one for array in (one.inputs, one.weights, one.product.array)]
    # What an activation makes of the layer has its shape.
    known = [array for array in found if array.shape != network.shapes[index]] + ([start.array] if start else [])
    others: set[Variable] = set()
    rest: set[Variable] = set()
    for sight in trace.sights:
        if sight.how == "bind":
            is_other = sight.array is not own and any(sight.array is array for array in known)
            (others if is_other else rest).update(trace.variables(sight.site.names, sight.site.line))
    return frozenset(others - rest)


def _is_measured(trace: Trace, shape: tuple[int, int], others: frozenset[Variable]) -> bool:
    """Whether such a shape is read, at some place, of something else than these variables."""
    read = (use.site for use in trace.sights if use.how == "used" and use.array.tolist() == [*shape])
    return any(not others & trace.variables(names_in(site.text), site.line) for site in read)


def is_shown_by_name(trace: Trace, network: Network, index: int, submission: Submission) -> bool:
    """Whether a layer's shape is printed where it is plain from a name that it is the layer's."""
    if gives_shapes(submission.text):
        return False
    layer = network.layers[index]
    printed = mentions(trace, layer.product.array.shape) if layer else []
    held = (sight for one in printed for sight in shown_at(one.line, one.order, trace, submission))
    return any(network.known(sight.array) for sight in held)


def stays_the_same(trace: Trace, other: Trace, shape: tuple[int, int]) -> bool:
    """Whether another run prints a shape as often as the file as written, and the file objects to nothing there."""
    known = {(failing.type, failing.line) for failing in trace.exceptions}
    objects = any((failing.type, failing.line) not in known for failing in other.exceptions)
    as_often = len(mentions(other, shape)) == len(mentions(trace, shape))
    return as_often and not objects and other.status == "finished"


def _is_the_datas(trace: Trace, network: Network, shape: tuple[int, int], submission: Submission) -> bool:
    """Whether a shape that is printed is that of the data, in the place of a layer that there is not."""
    data = trace.find(network.data)
    if data is None or shape != network.data.shape:
        return False
    # Where another name gets the data, a layer was meant.
    names = next(({*sight.site.names} for sight in trace.seen(data.array) if sight.site.names), set[str]())
    measured = [measured_at(submission.text, mention.line) for mention in mentions(trace, shape)]
    return bool(measured) and all(read and read <= names for read in measured)


def _seen_late(layer: Sight) -> bool:
    """Whether a layer was only seen whole when its function, or the file, ended: then it was there before."""
    return layer.is_last_look or layer.how == "end"


def _is_older(sight: Sight, made: Sight, trace: Trace, network: Network) -> bool:
    """Whether an array of a layer's shape was there before it, and nothing was put into it: the data, for instance."""
    if sight.order > made.order or equal(sight.array, made.array) or network.known(sight.array):
        return False
    names = {*sight.site.names}
    changed = [one for one in trace.sights if one.how == "changed" and one.order > sight.order]
    filled = any(names & {*one.site.names, *names_in(one.site.text)} for one in changed)
    # What was filled cell by cell is seen whole only where it is used.
    filled = filled or (sight.how == "changed" and bool(names & names_in(made.site.text)))
    # A function may fill it under another name.
    filled = filled or (constant(sight.array) and any(equal(one.array, made.array) for one in changed))
    return not filled
