"""Is the shape that a file prints a layer's own, or typed: does it follow the data, and the weights?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from grader.check import Partly, Verdict, Wrong
from grader.evidence.printed import mentions, written
from grader.evidence.shown import not_taken
from grader.submission import Submission
from grader.syntax.shapes import gives_shapes
from grader.syntax.telling import reads_shape, said_at
from grader.trace import Comparison, Trace

from .layers import LAYERS

_LONGEST_ROW = 200
"""Of what was printed, on both sides of where a shape begins."""
_WORD_OR_SIGN = r"[^\W\d_]+|[^\x00-\x7f\w]"
_INTERRUPTS = ("KeyboardInterrupt", "GeneratorExit")


class Smaller(NamedTuple):
    """A run with fewer samples: the shapes as they are there, which of them it prints, and which layers it has."""

    trace: Trace
    shapes: Sequence[tuple[int, int]]
    printed: Sequence[bool]
    made: Sequence[bool]


def explain_literal(
    trace: Trace, smaller: Smaller, submission: Submission, shapes: Sequence[tuple[int, int]], printed: Sequence[bool]
) -> dict[int, Verdict]:
    """What to say of each layer's shape that is printed and does not follow the data."""
    found: dict[int, Verdict] = {}
    if smaller.shapes == shapes:
        return found
    for index, (before, after) in enumerate(zip(printed, smaller.printed, strict=True)):
        stays = before and not after and _shown_where_it_stays(trace, smaller, submission, shapes[index], index)
        if stays:
            checked = _only_checked(trace, smaller.trace, shapes[index])
            found[index] = checked or explain_not_taken(stays, trace, shapes[index], submission)
            found[index].hint = found[index].hint or f"Print the array's own shape: print({LAYERS[index]}.shape)"
    return found


def _shown_where_it_stays(
    trace: Trace, smaller: Smaller, submission: Submission, shape: tuple[int, int], index: int
) -> Trace | None:
    """The run that shows that a layer's shape is printed and does not follow the data; None when it may do so."""
    if _broke_off(smaller.trace) and not _broke_off(trace):
        return trace
    if _only_said_of_the_right_one(trace, smaller.trace, submission, shape):
        return None
    plain = smaller.trace.undisturbed_beside(trace) or _said_again(trace, smaller.trace, submission, shape)
    if smaller.made[index]:
        return smaller.trace if plain else None
    return trace if is_typed(trace, submission, shape) else None


def _only_checked(trace: Trace, other: Trace, shape: tuple[int, int]) -> Partly | None:
    """What to say of a typed shape that the array's own is compared with: `(100, 16) ok`, and in another run `WRONG`.

    None where nothing is said of it, or the same in both runs.
    """
    compared = any(pair.equal and list(shape) in _sides(pair) for pair in trace.comparisons)
    words, again = (_words_beside(one, shape) for one in (trace, other))
    if not compared or not again or words & again:
        return None
    return Partly(
        f"{shape} is typed here: the array's own shape is compared with it, and not printed.",
        share=0.5,
        line=mentions(trace, shape)[-1].line,
        says="The comparison is right, and counts half.",
        misconception="shape-printed-as-literal",
    )


def _words_beside(trace: Trace, shape: tuple[int, int]) -> set[tuple[str, ...]]:
    """The words of each row in which a shape is printed."""
    text = trace.told_text
    rows = (
        text[max(one.start - _LONGEST_ROW, 0) : one.start].rpartition("\n")[2]
        + text[one.start : one.start + _LONGEST_ROW].partition("\n")[0]
        for one in mentions(trace, shape)
    )
    return {tuple(re.findall(_WORD_OR_SIGN, row)) for row in rows}


def not_taken_for(typed: Mapping[int, Verdict], printed: Sequence[bool]) -> Verdict:
    """What to say of the first shape that is not taken from its layer; what is checked, and others, count.

    typed: what to say of each, by the layer's number.
    """
    first = typed[min(typed)]
    checked = sum(one.share for one in typed.values() if isinstance(one, Partly))
    others = checked + sum(one for index, one in enumerate(printed) if index not in typed)
    if not others:
        return first
    return Partly(
        first.seen,
        share=others / len(printed),
        line=first.line,
        says=first.says,
        hint=first.hint,
        misconception=first.misconception,
    )


def may_be_typed(trace: Trace, shape: tuple[int, int], submission: Submission) -> bool:
    """Whether a shape is printed only where no `shape` that is the same is read, as in `(len(h), 16)`."""
    read = {use.site.line for use in trace.sights if use.how == "used" and use.array.tolist() == list(shape)}
    return gives_shapes(submission.text) or read.isdisjoint(mention.line for mention in mentions(trace, shape))


def explain_typed_width(
    index: int,
    trace: Trace,
    narrower: Trace,
    shapes: Sequence[tuple[int, int]],
    width: int,
    submission: Submission,
) -> dict[int, Wrong]:
    """What to say of a layer's shape whose width stays when that layer, by its number, has `width` columns.

    Whoever objects to the width has looked at it. A line that types one width types those of later layers, too.
    """
    rows, _ = shape = shapes[index]
    again = mentions(narrower, shape)
    usual = len(mentions(trace, (rows, width), apart=True))
    if (
        not narrower.undisturbed_beside(trace)
        or len(mentions(narrower, (rows, width), apart=True)) > usual
        or not again
        or len(again) < len(mentions(trace, shape))
        or not _said_before_an_objection(trace, narrower, shape)
    ):
        return {}
    wrong = Wrong(
        f"This still says {shape} when the layer has {width} columns.",
        line=again[-1].line,
        says="Its width is typed, and not the array's.",
        hint=f"print({LAYERS[index]}.shape)",
        misconception="shape-printed-as-literal",
    )
    alike = [number for number in range(index + 1, len(shapes)) if may_be_typed(trace, shapes[number], submission)]
    later = (one for one in alike if {mention.line for mention in mentions(trace, shapes[one])} == {wrong.line})
    return dict.fromkeys((index, *later), wrong)


def explain_not_taken(trace: Trace, other: Trace, shape: tuple[int, int], submission: Submission) -> Wrong:
    """What to say of a shape that does not follow the data. other: a run that prints it, where that one does not."""
    found = mentions(trace, shape) or mentions(other, shape)
    keeps = "The array whose shape is shown here keeps it when the data have another size."
    says = "Its size was typed where it was made."
    return not_taken(submission, found[-1].line if found else 0, shape, keeps=keeps, says=says)


def is_typed(trace: Trace, submission: Submission, shape: tuple[int, int]) -> bool:
    """Whether every print of the shape comes from a line where it is typed."""
    found = mentions(trace, shape)
    return bool(found) and all(written(said_at(submission.text, mention.line), shape) for mention in found)


def told_of_a_reshape(
    trace: Trace, shapes: Sequence[tuple[int, int]], printed: Sequence[bool], submission: Submission
) -> dict[int, Wrong]:
    """What to say of each layer's shape that is only printed of a reshape to it: `h.reshape(100, 16).shape`."""
    found: dict[int, Wrong] = {}
    for index, (rows, width) in enumerate(shapes):
        to_it = rf"reshape\((?:\w{{1,30}}, ?)?\(? ?(?:{rows}|-1) ?, ?(?:{width}|-1) ?\)?\)\.shape"
        lines = {mention.line for mention in mentions(trace, (rows, width))} if printed[index] else set()
        if lines and all(re.search(to_it, submission.row(line)) for line in lines):
            found[index] = Wrong(
                f"{rows, width} is typed here: reshape gives it to any array of as many numbers.",
                line=max(lines),
                says="The layer has a shape of its own.",
                hint=f"print({LAYERS[index]}.shape)",
                misconception="shape-printed-as-literal",
            )
    return found


def _broke_off(trace: Trace) -> bool:
    """Whether a run ended without a word, or by what no practice file raises: `os._exit`, a crash, an interrupt."""
    stop = trace.stop.type if trace.stop else ""
    return trace.status not in ("not_run", "timed_out") and (trace.ended is None or stop in _INTERRUPTS)


def _only_said_of_the_right_one(trace: Trace, smaller: Trace, submission: Submission, shape: tuple[int, int]) -> bool:
    """Whether a shape is shown, or told to be right, only where the file itself finds it right."""
    if _said_before_an_objection(trace, smaller, shape):
        return False
    compared = any(pair.equal and np.asarray(pair.left).tolist() == list(shape) for pair in trace.comparisons)
    return compared or all(reads_shape(submission.text, mention.line) for mention in mentions(trace, shape))


def _said_before_an_objection(trace: Trace, other: Trace, shape: tuple[int, int]) -> bool:
    """Whether a shape is said in another run, and no assertion that asks for it would have stopped the file before."""
    asked = {pair.site.line for pair in trace.comparisons if pair.equal and list(shape) in _sides(pair)}
    objections = (one for one in other.exceptions if one.type == "AssertionError" and one.outcome != "caught")
    first = min((one.order for one in objections if one.line in asked), default=None)
    return any(first is None or mention.order < first for mention in mentions(other, shape))


def _sides(pair: Comparison) -> list[object]:
    return [np.asarray(side).tolist() for side in (pair.left, pair.right)]


def _said_again(trace: Trace, smaller: Trace, submission: Submission, shape: tuple[int, int]) -> bool:
    """Whether all that says a shape says it again in a run with fewer samples, to which the file does not object.

    What takes the shape from an array of a typed size is no text.
    """
    usual, again = ({mention.line for mention in mentions(one, shape)} for one in (trace, smaller))
    rows = submission.lines
    lines = (failing.line for failing in smaller.exceptions if 0 < failing.line <= len(rows))
    objects = any(re.search(r"\b(assert|raise)\b", rows[line - 1]) for line in lines)
    return usual <= again and not objects and not any(reads_shape(submission.text, line) for line in usual)
