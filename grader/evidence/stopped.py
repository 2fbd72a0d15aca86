"""What an error, or a loop without an end, kept from being made."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from grader.check import Wrong
from grader.recording.events import ENDLESS_LOOP, Handling
from grader.submission import Submission
from grader.syntax.loops import loops_around, outermost_loop
from grader.syntax.names import names_in
from grader.syntax.statements import block_at, sign_behind_equals
from grader.text import shortened
from grader.trace import Array, Raised, Trace

_NOT_THERE = {"ImportError", "ModuleNotFoundError", "OSError", "PermissionError", "FileNotFoundError"}
MOST_SHOWN = 40
"""Characters of a line that are quoted."""
_BEYOND = r"^index \d{1,9} is out of bounds for axis (\d) with size (\d{1,9})"
_FILLS = r"\s*(\w+)\s*\[.*?\]\s*[-+*/]?=(?!=)"
_GIVES = r"\s*(?:return\b|[^=()]+=[^=])"
"""How a line begins whose value something gets."""


def refuse_endless(trace: Trace, line: int) -> None:
    """Raise Wrong when `line` stands in a loop that never ended: what it made there was not finished."""
    for failing in trace.exceptions:
        if failing.type == ENDLESS_LOOP and line in (block := block_at(trace.source, failing.line)):
            refuse_sign_behind_equals(trace, block, "So the loop never ends", "timed-out")
            raise _endless(failing)


def _endless(stop: Raised) -> Wrong:
    return Wrong("This loop never ends.", line=stop.line, misconception="timed-out")


def refuse_sign_behind_equals(trace: Trace, lines: Iterable[int], consequence: str, misconception: str) -> None:
    """Raise Wrong when one of some lines has `=+` where `+=` was meant. consequence: what comes of that."""
    for number in lines:
        if found := sign_behind_equals(trace.row(number)):
            name, sign = shortened(found[1], MOST_SHOWN), found[2]
            raise Wrong(
                f"=+ gives {name} the value that stands behind it, each time anew."
                if sign == "+"
                else f"=- gives {name} the value behind it with a minus, each time anew.",
                line=number,
                says=f"{consequence}.",
                hint=f"{name} {sign}= …: the sign comes first.",
                misconception=misconception,
            )


def refuse_unfinished(trace: Trace, submission: Submission, line: int, *, since: int = 0) -> None:
    """Raise Wrong when `line` stands in a loop that an error stopped, or that never ended.

    What such a loop made was only finished in a run that went on after the error. since: when its work could begin, in
    events; another exercise may have had it done by the same loop before.
    """
    refuse_endless(trace, line)
    for failing in errors_in_loop(trace, submission, line, "skipped", since):
        _refuse_one_too_far(failing, submission)
        raise Wrong(not_to_its_end(failing), line=failing.line, misconception="crashed")


def _refuse_one_too_far(failing: Raised, submission: Submission) -> None:
    """Raise Wrong when a loop around an error counts to one more than the length of what was indexed."""
    beyond = re.search(_BEYOND, failing.message)
    if beyond is None:
        return
    axis, length = int(beyond[1]), int(beyond[2])
    indices = [inside.split(",") for inside in re.findall(r"\[([^\[\]]+)\]", submission.row(failing.line))]
    there = {some[axis].strip() for some in indices if len(some) > axis}
    for loop in loops_around(submission.text, failing.line):
        counts = re.match(rf"\s*for\s+(\w+)\s+in\s+range\(\s*(?:0\s*,\s*)?{length + 1}\s*\)", submission.row(loop))
        if counts and counts[1] in there:
            raise Wrong(
                not_to_its_end(failing),
                line=loop,
                misconception="off-by-one-range",
                says="It takes one step too many.",
                hint=f"range({length}): the last index is {length - 1}.",
            )


def errors_in_loop(trace: Trace, submission: Submission, line: int, outcome: Handling, since: int) -> Iterator[Raised]:
    """The errors in the outermost loop around a line of which that became, after `since`, in events."""
    outermost = outermost_loop(submission.text, line)
    for failing in (one for one in trace.exceptions if one.order > since):
        if failing.outcome == outcome and outermost and failing.line in block_at(submission.text, outermost):
            yield failing


def not_to_its_end(failing: Raised) -> str:
    """What to say of a loop that an error ended."""
    return f"The loop does not come to its end: {failing.type}: {failing.message.strip().rstrip('.')}."


def stopped_after(trace: Trace, since: int) -> Raised | None:
    """The error that would have stopped the file first after `since`, in events, in the learner's own work.

    No assertion, and no error of what is missing, or not allowed, where the file runs.
    """
    skipped = [one for one in trace.skipped if one.type != "AssertionError"]
    stop = next((failing for failing in skipped if failing.order > since), None)
    if stop is not None and (name := re.search(r"^name '(\w+)'", stop.message)):
        # Where the name was to be made, or in a function that is called there, an error came before.
        making = [row for row in trace.rows if name[1] in names_in(row.partition("=")[0])]
        called = {word for row in making for word in names_in(row.partition("=")[2])}
        own = (one for one in skipped if one.order < stop.order)
        made = (one for one in own if trace.row(one.line) in making or one.function in called)
        stop = next(made, stop)
    return None if stop is None or stop.type in _NOT_THERE else stop


def stopped_print(trace: Trace, submission: Submission, since: float, until: float) -> Raised | None:
    """The first error between two moments, in events, that the file would have stopped at in a line that prints."""
    between = (one for one in trace.skipped if since < one.order < until)
    return next((one for one in between if "print(" in submission.row(one.line)), None)


def no_result(stop: Raised) -> Wrong:
    """The verdict on a part that an error stopped, or a loop without an end, before it had a result."""
    if stop.type == ENDLESS_LOOP:
        return _endless(stop)
    return Wrong(f"There is no result, because {stop.type} stopped this part.", line=stop.line, error=stop)


def refuse_stopped(trace: Trace, array: Array, submission: Submission, what: str) -> None:
    """Raise Wrong when the statement that makes an array stopped with an error, so that nothing got it.

    what: what the array is called in a sentence.
    """
    seen = trace.seen(array)
    if any(sight.site.names or sight.how not in ("result", "operand") for sight in seen):
        return
    since, lines = seen[0].order, {sight.site.line for sight in seen}
    elsewhere = [sight.order for sight in trace.sights if sight.site.line not in lines]
    elsewhere += [part.order for part in trace.prints]
    # What is done elsewhere meanwhile shows that the line had come to its end, and stopped another time.
    until = min((order for order in elsewhere if order > since), default=math.inf)
    for failing in trace.skipped:
        kept = failing.line in lines and re.match(_GIVES, submission.row(failing.line))
        if kept and since < failing.order < until:
            told = failing.message.strip().rstrip(".")
            raise Wrong(
                f"This line stops with an error before {what} is there: {failing.type}: {told}.",
                line=failing.line,
                misconception="crashed",
            )


def refuse_stopped_filling(trace: Trace, shape: tuple[int, ...], submission: Submission) -> None:
    """Raise Wrong when a statement that fills an array of that shape stopped with an error."""
    held = (sight for sight in trace.sights if sight.how in ("changed", "bind") and sight.array.shape == shape)
    names = {name for sight in held for name in sight.site.names}
    for failing in trace.skipped if names else ():
        fills = re.match(_FILLS, submission.row(failing.line))
        if fills and fills[1] in names:
            raise Wrong(not_to_its_end(failing), line=failing.line, misconception="crashed", error=failing)
