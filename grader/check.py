"""What an author of exercises writes with: `@check`, and the ways in which a check can end.

A check is a documented function. It returns when all is well, and raises one of these otherwise. Its parameters
name what it needs: scenarios by their names (each gives a Trace), `exercise`, `submission`, `plans`, `runs`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from grader.recording.sites import split_lines
from grader.source import names_in
from grader.statements import block_at, loop_with_more, outermost_loop
from grader.submission import Submission
from grader.trace import Raised, Trace

_NOT_THERE = {"ImportError", "ModuleNotFoundError", "OSError", "PermissionError", "FileNotFoundError"}
NOT_SCENARIOS = frozenset({"exercise", "submission", "plans", "runs"})

Runs = Callable[[str], Trace]
"""Gives the trace of a scenario of the exercise that is only run when a check turns out to need it."""


class Verdict(Exception):
    """Base of the ways in which a check ends other than well.

    seen: what was seen, in a sentence; line: the learner's line that it speaks of; hint: the next thing to try;
    misconception: the id of a known mistake, whose explanation is added; says: another explanation for it.
    """

    def __init__(
        self,
        seen: str,
        *,
        line: int | None = None,
        hint: str | None = None,
        says: str | None = None,
        misconception: str | None = None,
    ) -> None:
        super().__init__(seen)
        self.seen = seen
        self.line = line
        self.hint = hint
        self.says = says
        self.misconception = misconception


class Wrong(Verdict):
    """The learner's work is not right."""


class Missing(Wrong):
    """Nothing was seen that could be judged. Where the file stopped before, the check is blocked."""


def refuse_endless(trace: Trace, submission: Submission, line: int) -> None:
    """Raise Wrong when `line` stands in a loop that never ended: what it made there was not finished."""
    for failing in trace.exceptions:
        if failing.type == "EndlessLoop" and line in block_at(submission.text, failing.line):
            raise Wrong("This loop never ends.", line=failing.line, misconception="timed-out")


class Blocked(Verdict):
    """What this check looks at was never reached: something before it has to be put right first."""


def refuse_unfinished(trace: Trace, submission: Submission, line: int) -> None:
    """Raise Wrong when `line` stands in a loop that an error stopped, or that never ended.

    What such a loop made was only finished in a run that went on after the error.
    """
    refuse_endless(trace, submission, line)
    refuse_step_too_many(trace, submission, line)
    for failing in _stopped_in_loop(trace, submission, line, "skipped"):
        raise Wrong(_not_to_its_end(failing), line=failing.line, misconception="crashed")


def refuse_step_too_many(trace: Trace, submission: Submission, line: int, *, outcome: str = "skipped") -> None:
    """Raise Wrong when `line` stands in a loop that was stopped by an index that there is not.

    outcome: what became of the error; where the file itself catches it, the loop may be meant to end so.
    """
    for failing in _stopped_in_loop(trace, submission, line, outcome):
        if failing.type in ("IndexError", "KeyError"):
            raise Wrong(
                _not_to_its_end(failing),
                line=loop_with_more(submission.text, failing.line),
                misconception="off-by-one-range",
                says="It takes one step too many.",
                hint="range(2) gives 0 and 1, and nothing stands at 2; range(len(A)) fits any matrix.",
            )


def _stopped_in_loop(trace: Trace, submission: Submission, line: int, outcome: str) -> Iterator[Raised]:
    outermost = outermost_loop(submission.text, line)
    for failing in trace.exceptions:
        if failing.outcome == outcome and outermost and failing.line in block_at(submission.text, outermost):
            yield failing


def _not_to_its_end(failing: Raised) -> str:
    return f"The loop does not come to its end: {failing.type}: {failing.message.strip()}."


def stopped_after(trace: Trace, since: int) -> Raised | None:
    """The error that would have stopped the file first after `since`, in events, in the learner's own work.

    No assertion, and no error of what is missing, or not allowed, where the file runs.
    """
    skipped = [one for one in trace.exceptions if one.outcome == "skipped" and one.type != "AssertionError"]
    stop = next((failing for failing in skipped if failing.order > since), None)
    if stop is not None and (name := re.search(r"^name '(\w+)'", stop.message)):
        rows = dict(enumerate(split_lines(trace.source), 1))
        # Where the name was to be made, an error came before.
        made = (one for one in skipped if name[1] in names_in(rows.get(one.line, "").partition("=")[0]))
        stop = next((one for one in made if one.order < stop.order), stop)
    return None if stop is None or stop.type in _NOT_THERE else stop


class Partly(Verdict):
    """Some of it is right: `share` of the points, between 0 and 1."""

    def __init__(self, seen: str, *, share: float, **details: Any) -> None:
        super().__init__(seen, **details)
        self.share = share


class Inconclusive(Verdict):
    """It could not be judged, which is not the learner's fault."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A check as the judge runs it. scenarios: the names of the runs that it looks at."""

    id: str
    title: str
    points: float
    required: bool
    function: Callable[..., None]
    parameters: tuple[str, ...]
    line: int

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The runs that it needs."""
        return tuple(name for name in self.parameters if name not in NOT_SCENARIOS)

    @classmethod
    def of(cls, function: Callable[..., None]) -> Check:
        """The check that a decorated function declares."""
        points, required = function._check  # type: ignore[attr-defined]
        return cls(
            id=function.__name__,
            title=(function.__doc__ or "").strip().splitlines()[0].rstrip("."),
            points=float(points),
            required=required,
            function=function,
            parameters=tuple(inspect.signature(function).parameters),
            line=function.__code__.co_firstlineno,
        )


def check(*, points: float, required: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a check worth `points`. The first line of its docstring is what a learner reads."""

    def declare(function: Callable[..., None]) -> Callable[..., None]:
        function._check = (points, required)  # type: ignore[attr-defined]
        return function

    return declare


def declared(value: object) -> bool:
    """Whether `value` is a function that was declared a check."""
    return inspect.isfunction(value) and hasattr(value, "_check")
