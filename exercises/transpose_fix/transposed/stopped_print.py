"""The line that was to print the product's shape stopped with an error: what is missing there, and why."""

from __future__ import annotations

import math
import re

from grader.check import Wrong
from grader.evidence.stopped import stopped_print
from grader.own_names import MOST_CHARACTERS
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.syntax.shapes import measured_at
from grader.syntax.statements import name_assigned_in, tuples_of_one
from grader.text import shortened
from grader.trace import Raised, Trace

from .operands import product_in, results_of

_NO_SHAPE = r"'[\w.]+' object has no attribute 'shape'"
_GIVES_A_SHAPE = r"\.shape\s*(?:#.*)?$"
_UNKNOWN = r"(?:name|cannot access local variable) '(\w+)'"


def refuse_stopped_print(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when the print after the product, and before the next exercise, stopped with an error."""
    made = product_in(trace, 4)
    if made is None:
        return
    until = next((sight.order for sight in trace.arrays(2, 2) if sight.order > made.order), math.inf)
    stopped = stopped_print(trace, submission, made.order, until)
    if stopped is None:
        return
    _refuse_tuple(stopped, submission)
    _refuse_shape_of_a_shape(stopped, submission)
    if earlier := _left_without_value(stopped, made.order, trace, submission):
        raise Wrong(
            "This line stopped with an error, so that there was no shape to print.",
            line=earlier.line,
            hint="print(C.shape)",
            misconception="shape-not-printed",
        )
    place = submission.place(stopped.line)
    right = _is_right_by_itself(stopped, trace, submission)
    raise Wrong(
        "This print stopped with an error, so that no shape came out.",
        line=stopped.line,
        hint=f"Put right what stops {place}: it prints the shape then." if right else "print(C.shape)",
        misconception="shape-not-printed",
    )


def _refuse_tuple(stopped: Raised, submission: Submission) -> None:
    """Raise Wrong when a comma behind the product makes a tuple of it: `C = A.T @ B,`."""
    names = measured_at(submission.text, stopped.line)
    for line, name in tuples_of_one(submission.text).items():
        if stopped.message.startswith("'tuple'") and name in names and line < stopped.line:
            statement = shortened(submission.row(line).split("#")[0].strip().rstrip(","), MOST_CHARACTERS)
            raise Wrong(
                f"The comma at the end makes a tuple of {name}, and a tuple has no shape.",
                line=line,
                hint=f"Take the comma away: {statement}",
                misconception="shape-not-printed",
            )


def _refuse_shape_of_a_shape(stopped: Raised, submission: Submission) -> None:
    """Raise Wrong when a name that was given a shape is asked for its shape: `C = (A.T @ B).shape`."""
    above = submission.lines[: stopped.line - 1]
    for name in measured_at(submission.text, stopped.line):
        given = [row for row in above if name_assigned_in(row) == name]
        if stopped.message.startswith("'tuple'") and given and re.search(_GIVES_A_SHAPE, given[-1]):
            raise Wrong(
                f"{shortened(name, MOST_CHARACTERS)} is the shape itself, and a shape has none.",
                line=stopped.line,
                hint=f"Print {shortened(name, MOST_CHARACTERS)} itself, without .shape.",
                misconception="shape-not-printed",
            )


def _left_without_value(stopped: Raised, since: int, trace: Trace, submission: Submission) -> Raised | None:
    """The error that stopped the line which was to give a value to what is printed."""
    unknown = re.match(_UNKNOWN, stopped.message)
    before = (one for one in trace.skipped if since < one.order < stopped.order)
    given = (one for one in before if unknown and unknown[1] in names_in(submission.row(one.line).partition("=")[0]))
    return next(given, None)


def _is_right_by_itself(stopped: Raised, trace: Trace, submission: Submission) -> bool:
    """Whether the line reads a shape as it should, and it is what has the name that holds none, or is gone."""
    unknown = re.match(_UNKNOWN, stopped.message)
    gone = unknown is not None and unknown[1] in results_of(trace)
    return bool(measured_at(submission.text, stopped.line)) and (gone or bool(re.match(_NO_SHAPE, stopped.message)))
