"""Whose shape a file shows: what a name held when its `shape` was read, and what to say of one that is no array's."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Wrong
from grader.evidence.printed import written
from grader.source import reads_shape, said_at
from grader.submission import Submission
from grader.trace import Sight, Trace

_EXPRESSION = r"\{[\w.\[\]]{0,40}shape[^{}]{0,20}\}"
_SHAPE_OF = r"(?<![\w.])(\w+)\.shape\b"


def shown(trace: Trace, shape: tuple[int, int]) -> list[Sight]:
    """The arrays of that shape whose `shape` was read or compared by a name, where each got its name or was filled."""
    read = [(use.site.text, use.order) for use in trace.sights if use.how == "used" and _is(use.array, shape)]
    read += [
        (pair.site.text, pair.order) for pair in trace.comparisons if _is(pair.left, shape) or _is(pair.right, shape)
    ]
    found = []
    for text, order in read:
        for name in re.findall(_SHAPE_OF, text):
            held = [
                sight
                for sight in trace.sights
                if sight.order < order and sight.how in ("bind", "changed") and name in sight.site.names
            ]
            if held and held[-1].array.shape == shape:
                found.append(held[-1])
    return found


def refuse_unfilled_text(trace: Trace) -> None:
    """Raise Wrong when `{h.shape}` was printed as it stands in a text that is no f-string."""
    part = next((part for part in trace.prints if re.search(_EXPRESSION, part.text)), None)
    if part:
        raise Wrong(
            f"{re.findall(_EXPRESSION, part.text)[0]} is printed as it stands.",
            line=part.line,
            says="Python fills in what stands in braces only where an f stands before the text.",
            hint='print(f"{h.shape}")',
            misconception="shape-not-printed",
        )


def not_taken(submission: Submission, line: int, shape: tuple[int, int], *, keeps: str, says: str) -> Wrong:
    """What to say of a shape that is printed at `line`, and stays as it is when the array has another one.

    keeps, says: what is said where some array's `shape` is read there, so that no text was typed.
    """
    misconception = "shape-printed-as-literal"
    if reads_shape(submission.text, line) and not written(said_at(submission.text, line), shape):
        return Wrong(keeps, line=line, says=says, misconception=misconception)
    return Wrong("This shape was not taken from an array.", line=line, misconception=misconception)


def _is(value: object, shape: tuple[int, int]) -> bool:
    return bool(np.asarray(value).tolist() == list(shape))
