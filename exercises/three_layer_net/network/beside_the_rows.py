"""Printed lines that tell how many samples a layer has, with a number beside it that is only text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.check import Wrong
from grader.evidence.printed import mentions
from grader.submission import Submission
from grader.syntax.shapes import beside_the_rows
from grader.trace import Trace

from .layers import LAYERS


def is_a_label(trace: Trace, shape: tuple[int, int], submission: Submission) -> bool:
    """Whether a layer's width is nowhere printed but as the number in front of its rows: `Layer 3: 100 rows`."""
    lines = {mention.line for mention in mentions(trace, shape)}
    return bool(lines) and all(_stands_beside_the_rows(submission, line, shape[1], behind=False) for line in lines)


def _stands_beside_the_rows(submission: Submission, line: int, width: int, *, behind: bool) -> bool:
    texts = beside_the_rows(submission.text, line)
    return texts is not None and re.search(rf"(?<![\w.]){width}(?![\w.])", texts[behind]) is not None


def typed_beside_the_rows(
    trace: Trace, shapes: Sequence[tuple[int, int]], printed: Sequence[bool], submission: Submission
) -> dict[int, Wrong]:
    """What to say of each later layer's shape of which only the rows are read, and the width stands in the text.

    printed: which are printed; where another array's shape is the same, the layer's is not printed beside it.
    """
    found: dict[int, Wrong] = {}
    for index, shape in enumerate(shapes):
        lines = {mention.line for mention in mentions(trace, shape)}
        typed = [line for line in lines if _stands_beside_the_rows(submission, line, shape[1], behind=True)]
        if typed and (len(typed) == len(lines) or not printed[index]):
            found[index] = Wrong(
                f"Only the {shape[0]} of {shape} comes from an array here.",
                line=min(typed),
                says="Its width is typed, and not the array's.",
                hint=f"print({LAYERS[index]}.shape)",
                misconception="shape-printed-as-literal",
            )
    return found
