"""Why no shape of a network's layers is printed: what was printed or checked instead."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

from grader.check import Missing, Partly, Wrong
from grader.evidence.printed import mentions
from grader.evidence.shown import not_taken, shape_alone, shown_as_text
from grader.evidence.stopped import stopped_print
from grader.scenario import KEEP_GOING
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.syntax.scopes import function_around
from grader.syntax.shapes import dimensions_counted_in, lengths_read, measured_in
from grader.syntax.statements import is_conditional, is_never_reached
from grader.syntax.telling import reads_shape
from grader.trace import Array, Raised, Trace

from .layers import LAYERS, Network
from .named import names_in_file
from .whose_shapes import refuse_only_checked

_MAKES_A_TUPLE = r"\s*\w+ = [^(\[{,]*@[^)\]},]*,\s*$"
_LOGS = r"\s*\w*log\w*\.(debug|info)\(.*shape"


def explain_not_printed(trace: Trace, network: Network, made: Sequence[int], submission: Submission) -> NoReturn:
    """Say what was printed or checked instead. made: when each layer was made, in events. Always raises."""
    shapes = network.shapes
    if as_text := shown_as_text(trace, lambda array: _is_of(network, array)):
        raise as_text
    refuse_only_checked(trace, shapes)
    _the_other_way_round(trace, network)
    _one_dimension_more(trace, shapes, submission)
    _numbers_of_entries(trace, shapes)
    if not any(made) and (trace.scenario == KEEP_GOING or not trace.operations):
        raise Missing("There is no layer whose shape could be printed.")
    names = {name for sight in trace.sights if _is_of(network, sight.array) for name in sight.site.names}
    if alone := shape_alone(submission, names, "print(hidden1.shape)"):
        raise alone
    if (stopped := stopped_print_of(trace, submission)) and stopped.type == "NameError":
        raise Missing("No shape of a layer was printed.")
    _of_the_data(trace, network, submission)
    _of_the_weights(trace, network)
    _logged_in_silence(submission)
    _dimensions_counted(trace, network, submission)
    if trace.scenario != KEEP_GOING:
        _read_and_not_printed(trace, network, submission)
    own = {name for key, name in names_in_file(trace, network, submission).items() if key in LAYERS}
    if not all(network.layers) and any(own & objects for objects in measured_in(submission.text).values()):
        raise Wrong("The shapes that are printed cannot count yet: first the layers have to be right.")
    raise Wrong("No shape of a layer was printed.", misconception=not_asked_for(trace, submission))


def _the_other_way_round(trace: Trace, network: Network) -> None:
    """Raise Partly when the shapes are printed as those of layers that lie on their side."""
    shapes = network.shapes
    if not all(mentions(trace, shape[::-1]) for shape in shapes):
        return
    lying = not any(trace.arrays(*shape) for shape in shapes if shape[1] != network.data.shape[1])
    raise Partly(
        "The shapes are printed the other way round: samples are rows here, (100, 16).",
        share=0.5,
        line=None if lying else mentions(trace, shapes[0][::-1])[0].line,
        says="The prints can stay: what they show is turned as soon as the layers are." if lying else None,
        hint="hidden1 = X @ W1" if lying else None,
        misconception="shape-not-printed",
    )


def _numbers_of_entries(trace: Trace, shapes: Sequence[tuple[int, int]]) -> None:
    """Raise Wrong when the size of a layer is printed."""
    for rows, columns in shapes:
        if sizes := mentions(trace, (rows * columns,)):
            raise Wrong(
                "This is the number of entries, not the shape.", line=sizes[0].line, misconception="shape-not-printed"
            )


def _of_the_weights(trace: Trace, network: Network) -> None:
    """Raise Wrong when the shape of weights is printed."""
    for shape in pairwise((network.data.shape[1], *network.widths)):
        told = rf"{shape[0]}[^\n\d]{{1,40}}{shape[1]}(?!\d)(?!,\))"
        of_weights = [one for one in mentions(trace, shape) if re.match(told, trace.told_text[one.start :])]
        if of_weights:
            raise Wrong(
                f"{shape} is printed here: that is the shape of weights, and of no layer.",
                line=of_weights[0].line,
                says="A layer has a row for each sample.",
                hint="print(hidden1.shape)",
                misconception="shape-not-printed",
            )


def _dimensions_counted(trace: Trace, network: Network, submission: Submission) -> None:
    """Raise Wrong at the first line that reads how many dimensions a layer has, and not how long they are."""
    names = {name for layer in network.layers if layer for name in trace.names_of(layer.product.array)}
    for line, objects in sorted(dimensions_counted_in(submission.text).items()):
        if names & objects:
            raise Wrong(
                "ndim tells how many dimensions there are, and not how long each is.",
                line=line,
                says="Every layer has two, samples and neurons: the shape has both lengths.",
                hint="print(hidden1.shape)",
                misconception="shape-not-printed",
            )


def _read_and_not_printed(trace: Trace, network: Network, submission: Submission) -> None:
    """Raise Wrong at the first line that reads a layer's shape, or one number of it, or has a print that never ran."""
    layers = [layer.product for layer in network.layers if layer]
    names = {name for one in layers for name in trace.names_of(one.array)}
    read = {
        use.site.line for use in trace.sights if use.how == "used" and use.array.tolist() in map(list, network.shapes)
    }
    made_in = {function_around(submission.text, one.site.line) for one in layers} - {0}
    for line, objects in sorted(measured_in(submission.text).items()):
        of_a_layer, hint = names & objects, "print(hidden1.shape)"
        if function_around(submission.text, line) in made_in and is_never_reached(submission.text, line):
            told, hint = "This print stands below a return, and is never reached.", "Move this line above the return."
        elif of_a_layer and ".shape" not in submission.row(line) and "len(" in submission.row(line):
            told = "len gives how many rows there are, and nothing of the columns."
        elif not of_a_layer:
            continue
        elif len(lengths_read(submission.text, line) or ()) == 1:
            told = "One of the two numbers of a shape is read here, and not the other."
        elif line in read:
            told = "This reads the shape, and does not print it."
        elif is_conditional(submission.text, line):
            told = "This print stands under a condition that was never true."
        else:
            continue
        raise Wrong(told, line=line, hint=hint, misconception="shape-not-printed")


def _is_of(network: Network, array: Array) -> bool:
    """Whether an array may be the network's: the other exercises' are all smaller."""
    return any(length >= network.data.shape[1] for length in array.shape)


def _one_dimension_more(trace: Trace, shapes: Sequence[tuple[int, int]], submission: Submission) -> None:
    """Raise Wrong when a layer's shape is printed with one more dimension, of length 1."""
    for shape in shapes:
        if deeper := [one for one in mentions(trace, (1, *shape)) if _stands_in_a_tuple(trace.told_text, one.start)]:
            tuples = [row for row in code_lines(submission.text) if re.match(_MAKES_A_TUPLE, row)]
            raise Wrong(
                f"{(1, *shape)} is printed here: that has one dimension too many.",
                line=deeper[0].line,
                says="A layer has two, samples and neurons.",
                hint="The comma at the end of `hidden1 = X @ W1,` makes a tuple: leave it out."
                if tuples
                else f"{shape} comes of data of shape {shape[0], 8}: X = np.random.randn(100, 8)",
                misconception="shape-not-printed",
            )


def _stands_in_a_tuple(text: str, start: int) -> bool:
    """Whether a number is the first in brackets, and no label: the 1 of `(1, 100, 16)`, and not that of `Layer 1`."""
    return re.match(r"[(\[]\d+\s*,", text[max(start - 1, 0) :]) is not None


def _of_the_data(trace: Trace, network: Network, submission: Submission) -> None:
    """Raise Wrong when the shape of the data is printed where the first layer's is due, or later, or half is typed."""
    first = network.layers[0]
    later = [one for one in mentions(trace, network.data.shape) if first and one.order > first.product.order]
    if later and len(lengths_read(submission.text, later[0].line) or ()) == 1:
        raise not_taken(submission, later[0].line, network.data.shape, keeps="", says="")
    if later and trace.find(network.data):
        raise Wrong(
            "This is X's shape, and no layer's.",
            line=later[0].line,
            misconception="shape-not-printed",
        )


def _logged_in_silence(submission: Submission) -> None:
    """Raise Wrong when a shape is logged below the level from which Python's logging shows anything."""
    for number, row in enumerate(code_lines(submission.text), 1):
        if re.match(_LOGS, row):
            raise Wrong(
                "This logs the shape, and nothing shows it.",
                line=number,
                says="Without a level of its own, logging shows warnings and errors alone.",
                hint="print(hidden1.shape)",
                misconception="shape-not-printed",
            )


def not_asked_for(trace: Trace, submission: Submission) -> str | None:
    """The misconception of a file without prints; none where prints are there that the file's stop kept from coming."""
    reads = any(reads_shape(submission.text, line) for line in range(1, len(submission.lines) + 1))
    return None if trace.scenario == KEEP_GOING and reads else "shape-not-printed"


def stopped_print_of(trace: Trace, submission: Submission) -> Raised | None:
    """The first error that the file would have stopped at in a line that was to print, before the next exercise."""
    until = next((sight.order for sight in trace.arrays(5, 3)), math.inf)
    return stopped_print(trace, submission, -1, until)
