"""What an error, or a loop without an end, kept from being made."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from grader.check import Wrong
from grader.recording.events import Handling
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.syntax.loops import loop_with_more, loops_around, outermost_loop
from grader.syntax.names import names_in
from grader.syntax.statements import block_at, sign_behind_equals
from grader.text import short_name, shortened
from grader.trace import Array, Raised, Trace

_NOT_THERE = {"ImportError", "ModuleNotFoundError", "OSError", "PermissionError", "FileNotFoundError"}
_OVER_A_MATRIX = r"\s*for\s+(\w+)\s+in\s+([^\W\d]\w*(?:\[[^\]]*\])*)\s*:"
_RIGHT_RANGE = r"\brange\(\s*(0\s*,\s*)?(2|len\([^()]*\))\s*\)"
_FROM_ONE = r"\brange\(\s*1\s*,\s*(3|len\([^()]{0,40}\)\s*\+\s*1)\s*\)"
_HOW_MANY = ("both", "all three")
_STORES = r"\s*(\w+)\s*\["
_MADE = r"\s*(\w+)\s*=\s*(\S(?:.*\S)?)\s*$"
_NO_PLACES = (
    r"\[\s*\]|\{\s*\}|list\(\)|dict\(\)|\[\s*\[\s*\]\s*\].{0,20}|\[\s*\[\s*\]\s*,\s*\[\s*\]\s*\]|"
    r"(?:np\.)?(?:zeros|ones|empty)\(\(?\s*\d+\s*,?\s*\)?\)|\[\s*0\s*\]\s*\*\s*\d+|\[\s*0\s*(?:,\s*0\s*)*\]"
)
"""How something begins that has no place for each cell of a matrix."""
MOST_SHOWN = 40
"""Characters of a line that are quoted."""
_FILLS = r"\s*(\w+)\s*\[.*?\]\s*[-+*/]?=(?!=)"
_GIVES = r"\s*(?:return\b|[^=()]+=[^=])"
"""How a line begins whose value something gets."""


def is_endless(trace: Trace, submission: Submission, line: int) -> bool:
    """Whether `line` stands in a loop that never ended."""
    endless = (failing.line for failing in trace.exceptions if failing.type == "EndlessLoop")
    return any(line in block_at(submission.text, begin) for begin in endless)


def refuse_endless(trace: Trace, submission: Submission, line: int) -> None:
    """Raise Wrong when `line` stands in a loop that never ended: what it made there was not finished."""
    for failing in trace.exceptions:
        if failing.type == "EndlessLoop" and line in (block := block_at(submission.text, failing.line)):
            refuse_sign_behind_equals(submission, block, "So the loop never ends", "timed-out")
            raise Wrong("This loop never ends.", line=failing.line, misconception="timed-out")


def refuse_sign_behind_equals(
    submission: Submission, lines: Iterable[int], consequence: str, misconception: str
) -> None:
    """Raise Wrong when one of some lines has `=+` where `+=` was meant. consequence: what comes of that."""
    for number in lines:
        if found := sign_behind_equals(submission.row(number)):
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
    refuse_endless(trace, submission, line)
    refuse_step_too_many(trace, submission, line, since=since)
    for failing in _stopped_in_loop(trace, submission, line, "skipped", since):
        raise Wrong(_not_to_its_end(failing), line=failing.line, misconception="crashed")


def refuse_stopped_loop(trace: Trace, submission: Submission, line: int) -> None:
    """Raise Wrong when an error stopped the loop around `line`, so that what it makes is not whole."""
    for failing in _stopped_in_loop(trace, submission, line, "skipped", 0):
        if failing.type != "AssertionError":
            raise Wrong(_not_to_its_end(failing), line=failing.line, error=failing)


def refuse_step_too_many(
    trace: Trace, submission: Submission, line: int, *, outcome: Handling = "skipped", since: int = 0
) -> None:
    """Raise Wrong when `line` stands in a loop that was stopped by an index that there is not.

    outcome: what became of the error; where the file itself catches it, the loop may be meant to end so.
    """
    for failing in _stopped_in_loop(trace, submission, line, outcome, since):
        if failing.type in ("IndexError", "KeyError"):
            _has_no_place(failing, submission)
            _goes_over_numbers(failing, submission)
            loop = loop_with_more(submission.text, failing.line)
            if late := [one for one in loops_around(submission.text, failing.line) if _begins_late(one, submission)]:
                raise Wrong(
                    _not_to_its_end(failing),
                    line=late[-1],
                    misconception="off-by-one-range",
                    says="Python counts from 0: this begins and ends one step too late.",
                    hint="range(2) gives 0 and 1."
                    if len(late) == 1
                    else f"range(2) in {_HOW_MANY[len(late) > 2]} loops.",
                )
            if re.search(_RIGHT_RANGE, submission.row(loop)):
                raise Wrong(_not_to_its_end(failing), line=failing.line, misconception="crashed", error=failing)
            raise Wrong(
                _not_to_its_end(failing),
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
            hint=f"{name} = [[0, 0], [0, 0]], or np.zeros((2, 2)): a place for each cell.",
        )


def _goes_over_numbers(failing: Raised, submission: Submission) -> None:
    """Raise Wrong when the loop goes over the numbers themselves, and each of them is used as an index."""
    for loop in loops_around(submission.text, failing.line):
        header = re.match(_OVER_A_MATRIX, submission.row(loop))
        if header and re.search(rf"\[[^\]]*\b{header[1]}\b[^\]]*\]", submission.row(failing.line)):
            each, whole = short_name(header[1]), short_name(header[2])
            what = "number" if "[" in whole else "row"
            raise Wrong(
                _not_to_its_end(failing),
                line=loop,
                misconception="off-by-one-range",
                says=f"{each} is one {what} of {whole} after the other here, and no index.",
                hint=f"for {each} in range(len({whole})):",
            )


def _stopped_in_loop(
    trace: Trace, submission: Submission, line: int, outcome: Handling, since: int
) -> Iterator[Raised]:
    outermost = outermost_loop(submission.text, line)
    for failing in (one for one in trace.exceptions if one.order > since):
        if failing.outcome == outcome and outermost and failing.line in block_at(submission.text, outermost):
            yield failing


def _not_to_its_end(failing: Raised) -> str:
    return f"The loop does not come to its end: {failing.type}: {failing.message.strip().rstrip('.')}."


def stopped_after(trace: Trace, since: int) -> Raised | None:
    """The error that would have stopped the file first after `since`, in events, in the learner's own work.

    No assertion, and no error of what is missing, or not allowed, where the file runs.
    """
    skipped = [one for one in _skipped(trace) if one.type != "AssertionError"]
    stop = next((failing for failing in skipped if failing.order > since), None)
    if stop is not None and (name := re.search(r"^name '(\w+)'", stop.message)):
        # Where the name was to be made, or in a function that is called there, an error came before.
        making = [row for row in trace.rows if name[1] in names_in(row.partition("=")[0])]
        called = {word for row in making for word in names_in(row.partition("=")[2])}
        own = (one for one in skipped if one.order < stop.order)
        made = (one for one in own if trace.row(one.line) in making or one.function in called)
        stop = next(made, stop)
    return None if stop is None or stop.type in _NOT_THERE else stop


def stopped_loop(trace: Trace, submission: Submission, since: int) -> Raised | None:
    """The first loop whose head raised an error after `since`, in events, so that nothing in it was done."""
    later = (one for one in _skipped(trace) if one.order > since)
    return next((one for one in later if re.match(r"\s*(for|while)\b", submission.row(one.line))), None)


def stopped_where_written(trace: Trace, numbers: Array) -> Raised | None:
    """The error of the line in which a matrix's numbers are written out, so that it is not there."""
    entries = [f"{entry:g}" for entry in numbers.ravel().tolist()]
    return next((one for one in _skipped(trace) if re.findall(r"\d+", trace.row(one.line)) == entries), None)


def _skipped(trace: Trace) -> list[Raised]:
    """The errors that a run that goes on has passed over."""
    return [failing for failing in trace.exceptions if failing.outcome == "skipped"]


def no_result(stop: Raised) -> Wrong:
    """The verdict on a part that an error stopped before it had a result."""
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
    for failing in trace.exceptions:
        kept = failing.line in lines and re.match(_GIVES, submission.row(failing.line))
        if kept and failing.outcome == "skipped" and since < failing.order < until:
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
    for failing in _skipped(trace) if names else ():
        fills = re.match(_FILLS, submission.row(failing.line))
        if fills and fills[1] in names:
            raise Wrong(_not_to_its_end(failing), line=failing.line, misconception="crashed", error=failing)
