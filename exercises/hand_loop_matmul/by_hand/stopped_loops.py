"""Loops of a product by hand that an error stopped: an index too far, no place for a number, a loop without an end."""

from __future__ import annotations

import re

from grader.check import Wrong
from grader.evidence.stopped import errors_in_loop, not_to_its_end
from grader.recording.events import ENDLESS_LOOP, Handling
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.syntax.loops import loop_with_more, loops_around
from grader.syntax.statements import block_at
from grader.text import short_name, shortened
from grader.trace import Array, Raised, Trace

_OVER_A_MATRIX = r"\s*for\s+(\w+)\s+in\s+([^\W\d]\w*(?:\[[^\]]*\])*)\s*:"
_RIGHT_RANGE = r"\brange\(\s*(0\s*,\s*)?(2|len\([^()]*\))\s*\)"
_FROM_ONE = r"\brange\(\s*1\s*,\s*(3|len\([^()]{0,40}\)\s*\+\s*1)\s*\)"
_HOW_MANY = ("both", "all three")
_STORES = r"\s*(\w+)\s*\["
_IS_NO_ROW = r"not subscriptable|not support item assignment"
_MADE = r"\s*(\w+)\s*=\s*(\S(?:.*\S)?)\s*$"
_NO_PLACES = (
    r"\[\s*\]|\{\s*\}|list\(\)|dict\(\)|\[\s*\[\s*\]\s*\].{0,20}|\[\s*\[\s*\]\s*,\s*\[\s*\]\s*\]|"
    r"(?:np\.)?(?:zeros|ones|empty)\(\(?\s*\d+\s*,?\s*\)?\)|\[\s*0\s*\]\s*\*\s*\d+|\[\s*0\s*(?:,\s*0\s*)*\]"
)
"""How something begins that has no place for each cell of a matrix."""
MOST_SHOWN = 40
"""Characters of a line that are quoted."""


def is_endless(trace: Trace, submission: Submission, line: int) -> bool:
    """Whether `line` stands in a loop that never ended."""
    endless = (failing.line for failing in trace.exceptions if failing.type == ENDLESS_LOOP)
    return any(line in block_at(submission.text, begin) for begin in endless)


def refuse_step_too_many(
    trace: Trace, submission: Submission, line: int, *, outcome: Handling = "skipped", since: int = 0
) -> None:
    """Raise Wrong when `line` stands in a loop that was stopped by an index that there is not.

    outcome: what became of the error; where the file itself catches it, the loop may be meant to end so.
    """
    for failing in errors_in_loop(trace, submission, line, outcome, since):
        if failing.type == "TypeError" and re.search(_IS_NO_ROW, failing.message):
            _has_no_place(failing, submission)
        if failing.type in ("IndexError", "KeyError"):
            _has_no_place(failing, submission)
            _goes_over_numbers(failing, submission)
            loop = loop_with_more(submission.text, failing.line)
            if late := [one for one in loops_around(submission.text, failing.line) if _begins_late(one, submission)]:
                raise Wrong(
                    not_to_its_end(failing),
                    line=late[-1],
                    misconception="off-by-one-range",
                    says="Python counts from 0: this begins and ends one step too late.",
                    hint="range(2) gives 0 and 1."
                    if len(late) == 1
                    else f"range(2) in {_HOW_MANY[len(late) > 2]} loops.",
                )
            if re.search(_RIGHT_RANGE, submission.row(loop)):
                raise Wrong(not_to_its_end(failing), line=failing.line, misconception="crashed", error=failing)
            raise Wrong(
                not_to_its_end(failing),
                line=loop,
                misconception="off-by-one-range",
                says="It takes one step too many.",
                hint="range(2) gives 0 and 1, and nothing stands at 2; range(len(A)) fits any matrix.",
            )


def _begins_late(loop: int, submission: Submission) -> bool:
    """Whether the head of a loop counts from 1 to 2, or to the length."""
    return bool(re.search(_FROM_ONE, submission.row(loop)))


def _has_no_place(failing: Raised, submission: Submission) -> None:
    """Raise Wrong when what the loop fills was made without a place for each number: `C = []`, `np.zeros(2)`."""
    stored = re.match(_STORES, submission.row(failing.line))
    begun = {
        made[1]: (number, made[2])
        for number, row in enumerate(code_lines(submission.text)[: failing.line], 1)
        if (made := re.match(_MADE, row))
    }
    number, text = begun.get(stored[1], (0, "")) if stored else (0, "")
    if number and re.fullmatch(_NO_PLACES, text):
        name = short_name(stored[1]) if stored else ""
        raise Wrong(
            f"{name} has no place for this number: it begins as {shortened(text, MOST_SHOWN)}.",
            line=number,
            says=f"The loop stopped with {failing.type}: {failing.message.rstrip('.')}.",
            own_row=f"{name} = [[0, 0], [0, 0]], or np.zeros((2, 2)): a place for each cell.",
        )


def _goes_over_numbers(failing: Raised, submission: Submission) -> None:
    """Raise Wrong when the loop goes over the numbers themselves, and each of them is used as an index."""
    for loop in loops_around(submission.text, failing.line):
        header = re.match(_OVER_A_MATRIX, submission.row(loop))
        if header and re.search(rf"\[[^\]]*\b{header[1]}\b[^\]]*\]", submission.row(failing.line)):
            each, whole = short_name(header[1]), short_name(header[2])
            what = "number" if "[" in whole else "row"
            raise Wrong(
                not_to_its_end(failing),
                line=loop,
                misconception="off-by-one-range",
                says=f"{each} is one {what} of {whole} after the other here, and no index.",
                hint=f"for {each} in range(len({whole})):",
            )


def refuse_stopped_loop(trace: Trace, submission: Submission, line: int) -> None:
    """Raise Wrong when an error stopped the loop around `line`, so that what it makes is not whole."""
    for failing in errors_in_loop(trace, submission, line, "skipped", 0):
        if failing.type != "AssertionError":
            raise Wrong(not_to_its_end(failing), line=failing.line, error=failing)


def stopped_loop(trace: Trace, submission: Submission, since: int) -> Raised | None:
    """The first loop whose head raised an error after `since`, in events, so that nothing in it was done."""
    later = (one for one in trace.skipped if one.order > since)
    return next((one for one in later if re.match(r"\s*(for|while)\b", submission.row(one.line))), None)


def stopped_where_written(trace: Trace, numbers: Array) -> Raised | None:
    """The error of the line in which a matrix's numbers are written out, so that it is not there."""
    entries = [f"{entry:g}" for entry in numbers.ravel().tolist()]
    return next((one for one in trace.skipped if re.findall(r"\d+", trace.row(one.line)) == entries), None)
