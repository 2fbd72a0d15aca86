"""Why the shapes of some of a network's layers are not printed, where those of others are."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from grader.check import Partly
from grader.evidence.printed import in_order, mentions
from grader.evidence.shown import shown_as_text
from grader.evidence.stopped import stopped_after
from grader.scenario import KEEP_GOING
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.trace import Trace

from .data import failed_first
from .layers import LAYERS, ORDINALS, Network
from .named import name_of_layer
from .not_printed import not_asked_for, stopped_print_of
from .wanted import Wanted
from .wrong_samples import REDUCES


def explain_missing(
    trace: Trace, network: Network, made: Sequence[int], printed: Sequence[bool], submission: Submission
) -> NoReturn:
    """Say which shapes are missing. Always raises.

    made: when each layer was made, in events; printed: which layers' shapes are.
    """
    printed = _by_its_own_shape(trace, network, made, printed)
    missing = [index for index, one in enumerate(printed) if not one]
    _as_text(trace, network, printed, missing)
    printing = stopped_print_of(trace, submission)
    stop = stopped_after(trace, -1) if trace.scenario == KEEP_GOING else None
    # What stops the file when all layers are there and shown is no reason.
    begun = stop is not None and (printing is not None or not all(made) or stop.order < max(made))
    root = stopped_after(trace, printing.order - 1) if printing else None
    follows = printing is not None and root is not None and root.line != printing.line
    hint = _print_of(trace, network, missing, submission)
    misconception = not_asked_for(trace, submission)
    share = sum(printed) / len(printed)
    if begun and all(made) and not follows:
        why = "This print stopped with an error." if printing else "The file stopped before."
        raise Partly(
            f"{_not_printed(network, missing)} {why}",
            share=share,
            line=printing.line if printing else None,
            hint=hint,
            misconception=misconception,
        )
    _one_product_early(trace, network, printed, missing)
    _of_no_layer_yet(trace, network, printed)
    if not follows:
        _one_number_a_row(trace, network, printed, missing)
    first = network.layers[missing[0]]
    again = _printed_again(trace, made, network.shapes, missing[0])
    told_of_data, data_line = _of_the_data(trace, network, missing, submission)
    instead = " This line prints another layer's shape once more." if again else told_of_data
    there = any(network.layers[index] for index in missing)
    yet = "" if there else f" First {'it has' if len(missing) == 1 else 'they have'} to be made."
    raise Partly(
        f"{_not_printed(network, missing)}{' The file stopped before.' if begun else instead or yet}",
        share=share,
        line=again or data_line or (first.product.site.line if first else None),
        # What would print them is there, and only was not reached.
        hint=None if begun and misconception is None else hint,
        misconception=misconception if begun or not yet else None,
    )


def _by_its_own_shape(trace: Trace, network: Network, made: Sequence[int], printed: Sequence[bool]) -> Sequence[bool]:
    """Which layers' shapes are printed, as many, where an array that stands for one has the shape of a later one."""
    asked = [_asked(network, index) for index in range(len(printed))]
    own = in_order(trace, asked, made) if asked != network.shapes else printed
    return own if sum(own) == sum(printed) else printed


def _not_printed(network: Network, missing: Sequence[int]) -> str:
    """Which shapes are not printed, in a sentence."""
    asked = (network.shapes[index] if network.layers[index] else _asked(network, index) for index in missing)
    told = (f"{shape} of the {ORDINALS[index]} layer" for shape, index in zip(asked, missing, strict=True))
    return f"Not printed: {', '.join(told)}."


def _of_the_data(
    trace: Trace, network: Network, missing: Sequence[int], submission: Submission
) -> tuple[str, int | None]:
    """A sentence on the shape of the data, where that is printed and a layer's, which is the same, is not.

    With the line that prints it where the layer's is due.
    """
    shape = network.data.shape
    alike = [index for index in missing if network.layers[index] and network.shapes[index] == shape]
    printed = mentions(trace, shape)
    if not alike or not printed:
        return "", None
    layer = network.layers[alike[0]]
    held = trace.find(network.data)
    names = trace.names_of(held.array) if held else set[str]()
    late = [
        mention.line
        for mention in printed
        if layer and mention.order > layer.product.order and names & names_in(submission.row(mention.line))
    ]
    told = f" The {shape} that is printed is not the {ORDINALS[alike[0]]} layer's: X has the same shape."
    return told, late[0] if late else None


def _asked(network: Network, index: int) -> tuple[int, int]:
    """The shape that a layer should have."""
    return len(network.data), network.widths[index]


def _as_text(trace: Trace, network: Network, printed: Sequence[bool], missing: Sequence[int]) -> None:
    """Raise Partly when the name of a shape that is missing is printed in its place."""
    shapes = [network.shapes[index] for index in missing]
    if found := shown_as_text(trace, lambda array: array.shape in shapes):
        raise Partly(
            f"{_not_printed(network, missing)} {found.seen}",
            share=sum(printed) / len(printed),
            line=found.line,
            says=found.says,
            hint=found.hint,
            misconception=found.misconception,
        )


def _one_product_early(trace: Trace, network: Network, printed: Sequence[bool], missing: Sequence[int]) -> None:
    """Raise Partly when one line prints the data's shape and those of all layers but the last.

    Below a product that stopped, it prints the data's shape all the same.
    """
    if failed_first(trace, network):
        return
    *before, last = (
        {mention.line for mention in mentions(trace, shape)} for shape in (network.data.shape, *network.shapes)
    )
    made = network.layers[0].product.order if network.layers[0] else 0
    early = {mention.line for mention in mentions(trace, network.data.shape) if mention.order < made}
    lines = early.intersection(*before)
    if lines and not last and not printed[-1]:
        raise Partly(
            f"{_not_printed(network, missing)} This prints each shape before the product is made.",
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


def _one_number_a_row(trace: Trace, network: Network, printed: Sequence[bool], missing: Sequence[int]) -> None:
    """Raise Partly when the shape is printed of what sums, or the greatest, left of each row of a layer."""
    rows = (len(network.data),)
    made = [layer.product.order for layer, found in zip(network.layers, printed, strict=True) if layer and not found]
    for sight in trace.arrays(*rows) if made else ():
        reduced = re.search(REDUCES, sight.site.text)
        if reduced and sight.order > made[0]:
            raise Partly(
                f"{_not_printed(network, missing)} {reduced[1]} leaves one number a row here: {rows}.",
                share=sum(printed) / len(printed),
                line=sight.site.line,
                hint="Print the layer's shape before that, or leave it out.",
                misconception="shape-not-printed",
            )


def _print_of(trace: Trace, network: Network, missing: Sequence[int], submission: Submission) -> str | None:
    """What prints the shapes that are missing, and where; None where there is no layer whose shape it could be."""
    made = [(index, layer) for index in missing if (layer := network.layers[index])]
    unnamed = [index for index, _ in made if name_of_layer(trace, network, index, submission) is None]
    if unnamed:
        steps = [Wanted(index, trace, network, submission).steps for index in range(unnamed[0], len(network.layers))]
        shown = (f"\nprint({LAYERS[index]}.shape)" * (index in missing) for index in range(unnamed[0], len(LAYERS)))
        named = "\n".join(map("".join, zip(steps, shown, strict=True)))
        return f"First give each step a name:\n{named}"
    prints = [f"print({LAYERS[index]}.shape)" for index, _ in made]
    lines = [layer.product.site.line for _, layer in made]
    if len(made) == 1 or len(set(lines)) < len(made):
        return "\n".join(prints) or None
    return "\n".join(f"{one} below {submission.place(line)}" for one, line in zip(prints, lines, strict=True))


def _printed_again(trace: Trace, made: Sequence[int], shapes: Sequence[tuple[int, int]], index: int) -> int | None:
    """The line that prints an earlier layer's shape once more, where the one of `index` is due."""
    since, until = made[index], min((order for order in made[index + 1 :] if order), default=sys.maxsize)
    again = (one for shape in shapes[:index] for one in mentions(trace, shape)[1:] if since < one.order < until)
    return next((one.line for one in again), None) if since else None
