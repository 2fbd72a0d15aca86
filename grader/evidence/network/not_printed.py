"""Why the shapes of a network's layers are not printed, or not all of them: what was printed or checked instead."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

import numpy as np

from grader.check import Missing, Partly, Wrong
from grader.evidence.network.layers import LAYERS, ORDINALS, Network
from grader.evidence.network.wrong_samples import REDUCES
from grader.evidence.printed import mentions, stopped_print
from grader.evidence.shown import refuse_quoted_shape, refuse_unfilled_text
from grader.evidence.stopped import stopped_after
from grader.scenario import KEEP_GOING
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.syntax.shapes import shapes_alone
from grader.syntax.telling import reads_shape
from grader.trace import Raised, Trace

_MAKES_A_TUPLE = r"\s*\w+ = [^(\[{,]*@[^)\]},]*,\s*$"
_LOGS = r"\s*\w*log\w*\.(debug|info)\(.*shape"


def explain_not_printed(trace: Trace, network: Network, made: Sequence[int], submission: Submission) -> NoReturn:
    """Say what was printed or checked instead. made: when each layer was made, in events. Always raises."""
    shapes = network.shapes
    refuse_unfilled_text(trace)
    refuse_quoted_shape(trace)
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
    _one_dimension_more(trace, shapes, submission)
    sizes = [mentions(trace, (rows * columns,)) for rows, columns in shapes]
    if any(sizes):
        line = next(size for size in sizes if size)[0].line
        raise Wrong("This is the number of entries, not the shape.", line=line, misconception="shape-not-printed")
    if not any(made) and (trace.scenario == KEEP_GOING or not trace.operations):
        raise Missing("There is no layer whose shape could be printed.")
    if (alone := shapes_alone(submission.text)) and not submission.cells:
        raise Wrong(
            "This shape stands alone on its line, and nothing shows it.",
            line=alone[0],
            says="Only a notebook shows what the last line of a cell gives.",
            hint="print(hidden1.shape)",
            misconception="shape-not-printed",
        )
    if (stopped := _stopped_print(trace, submission)) and stopped.type == "NameError":
        raise Missing("No shape of a layer was printed.")
    for shape in pairwise((network.data.shape[1], *network.widths)):
        of_weights = [one for one in mentions(trace, shape) if not re.match(r"\d+,\)", trace.told_text[one.start :])]
        if of_weights:
            raise Wrong(
                f"{shape} is printed here: that is the shape of weights, and of no layer.",
                line=of_weights[0].line,
                says="A layer has a row for each sample.",
                hint="print(hidden1.shape)",
                misconception="shape-not-printed",
            )
    _logged_in_silence(submission)
    raise Wrong("No shape of a layer was printed.", misconception=_not_asked_for(trace, submission))


def _one_dimension_more(trace: Trace, shapes: Sequence[tuple[int, int]], submission: Submission) -> None:
    """Raise Wrong when a layer's shape is printed with one more dimension, of length 1."""
    for shape in shapes:
        if deeper := mentions(trace, (1, *shape)):
            tuples = [row for row in code_lines(submission.text) if re.match(_MAKES_A_TUPLE, row)]
            raise Wrong(
                f"{(1, *shape)} is printed here: that has one dimension too many.",
                line=deeper[0].line,
                says="A layer has two, samples and neurons.",
                hint="The comma at the end of `hidden1 = X @ W1,` makes a tuple: leave it out."
                if tuples
                else f"{shape} comes of data of shape {shape[0], 8}: X = np.random.randn(100, 8).",
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
                hint="print(hidden1.shape), or logging.basicConfig(level=logging.DEBUG) before the first one.",
                misconception="shape-not-printed",
            )


def explain_missing(
    trace: Trace, network: Network, made: Sequence[int], printed: Sequence[bool], submission: Submission
) -> NoReturn:
    """Say which shapes are missing. Always raises.

    made: when each layer was made, in events; printed: which layers' shapes are.
    """
    missing = _not_mentioned(trace, network, printed)
    printing = _stopped_print(trace, submission)
    stop = stopped_after(trace, -1) if trace.scenario == KEEP_GOING else None
    # What stops the file when all layers are there and shown is no reason.
    begun = stop is not None and (printing is not None or not all(made) or stop.order < max(made))
    stopped = " The file stopped before." if begun else ""
    root = stopped_after(trace, printing.order - 1) if printing else None
    follows = printing is not None and root is not None and root.line != printing.line
    if stopped and all(made) and not follows:
        why = " This print stopped with an error." if printing else stopped
        raise Wrong(
            f"Not printed: {', '.join(map(str, missing))}.{why}",
            line=printing.line if printing else None,
            hint=_print_of(printed, network, submission),
            misconception=_not_asked_for(trace, submission),
        )
    _one_product_early(trace, network, printed, missing)
    _of_no_layer_yet(trace, network, printed)
    _one_number_a_row(trace, network, printed, missing)
    first = network.layers[printed.index(False)]
    again = _printed_again(trace, made, network.shapes, printed.index(False))
    instead = " This line prints another layer's shape once more." if again else ""
    raise Partly(
        f"Not printed: {', '.join(map(str, missing))}.{stopped or instead}",
        share=sum(printed) / len(printed),
        line=again or (first.product.site.line if first else None),
        # What would print them is there, and only was not reached.
        hint=None if stopped and _not_asked_for(trace, submission) is None else _print_of(printed, network, submission),
        misconception=_not_asked_for(trace, submission),
    )


def _one_product_early(
    trace: Trace, network: Network, printed: Sequence[bool], missing: Sequence[tuple[int, int]]
) -> None:
    """Raise Partly when one line prints the data's shape and those of all layers but the last."""
    *before, last = (
        {mention.line for mention in mentions(trace, shape)} for shape in (network.data.shape, *network.shapes)
    )
    made = network.layers[0].product.order if network.layers[0] else 0
    early = {mention.line for mention in mentions(trace, network.data.shape) if mention.order < made}
    lines = early.intersection(*before)
    if lines and not last and not printed[-1]:
        raise Partly(
            f"Not printed: {', '.join(map(str, missing))}. This prints each shape before the product is made.",
            share=sum(printed) / len(printed),
            line=min(lines),
            hint="Move this line below the product.",
            misconception="shape-not-printed",
        )


def _of_no_layer_yet(trace: Trace, network: Network, printed: Sequence[bool]) -> None:
    """Raise Partly when each shape that is missing is printed, of an array that is not the layer's."""
    missing = [index for index, found in enumerate(printed) if not found]
    shapes = [(len(network.data), network.widths[index]) for index in missing]
    if all(network.layers[index] is None for index in missing) and all(mentions(trace, shape) for shape in shapes):
        names = " and ".join(ORDINALS[index] for index in missing)
        raise Partly(
            f"The shape that is printed for the {names} layer cannot count yet: first the layer has to be right.",
            share=sum(printed) / len(printed),
        )


def _one_number_a_row(
    trace: Trace, network: Network, printed: Sequence[bool], missing: Sequence[tuple[int, int]]
) -> None:
    """Raise Partly when the shape is printed of what sums, or the greatest, left of each row of a layer."""
    rows = (len(network.data),)
    made = [layer.product.order for layer, found in zip(network.layers, printed, strict=True) if layer and not found]
    for sight in trace.arrays(*rows) if made else ():
        reduced = re.search(REDUCES, sight.site.text)
        if reduced and sight.order > made[0]:
            raise Partly(
                f"Not printed: {', '.join(map(str, missing))}. {reduced[1]} leaves one number a row here: {rows}.",
                share=sum(printed) / len(printed),
                line=sight.site.line,
                hint="Print the layer's shape before that, or leave it out.",
                misconception="shape-not-printed",
            )


def _print_of(printed: Sequence[bool], network: Network, submission: Submission) -> str:
    """What prints the shapes that are missing, and where, when there are several places."""
    missing = [(name, layer) for name, layer, one in zip(LAYERS, network.layers, printed, strict=True) if not one]
    prints = [f"print({name}.shape)" for name, _ in missing]
    lines = [layer.product.site.line for _, layer in missing if layer]
    if len(missing) == 1 or len(set(lines)) < len(missing):
        return " and ".join(prints)
    return ", ".join(f"{one} below {submission.place(line)}" for one, line in zip(prints, lines, strict=True))


def _printed_again(trace: Trace, made: Sequence[int], shapes: Sequence[tuple[int, int]], index: int) -> int | None:
    """The line that prints an earlier layer's shape once more, where the one of `index` is due."""
    since, until = made[index], min((order for order in made[index + 1 :] if order), default=sys.maxsize)
    again = (one for shape in shapes[:index] for one in mentions(trace, shape) if since < one.order < until)
    return next((one.line for one in again), None) if since else None


def _not_asked_for(trace: Trace, submission: Submission) -> str | None:
    """The misconception of a file without prints; none where prints are there that the file's stop kept from coming."""
    reads = any(reads_shape(submission.text, line) for line in range(1, len(submission.lines) + 1))
    return None if trace.scenario == KEEP_GOING and reads else "shape-not-printed"


def _not_mentioned(trace: Trace, network: Network, printed: Sequence[bool]) -> list[tuple[int, int]]:
    """The shapes that should be printed and are nowhere, or only where their layers are not there yet."""
    asked = [(len(network.data), width) for width in network.widths]
    pairs = zip(network.shapes, network.layers, asked, printed, strict=True)
    late = [shape if layer else wanted for shape, layer, wanted, found in pairs if not found]
    return list(dict.fromkeys(shape for shape in asked if not mentions(trace, shape))) or list(dict.fromkeys(late))


def _stopped_print(trace: Trace, submission: Submission) -> Raised | None:
    """The first error that the file would have stopped at in a line that was to print, before the next exercise."""
    until = next((sight.order for sight in trace.arrays(5, 3)), math.inf)
    return stopped_print(trace, submission, -1, until)
