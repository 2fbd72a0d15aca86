"""What an author of exercises writes with: `@check`, and the ways in which a check can end.

A check is a documented function. It returns when all is well, and raises one of these otherwise. Its parameters
name what it needs: scenarios by their names (each gives a Trace), `exercise`, `submission`, `plans`, `runs`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from grader.recording.plan import Plan
from grader.trace import Raised, Trace

NOT_SCENARIOS = frozenset({"exercise", "submission", "plans", "runs"})

OwnNames = Callable[..., Mapping[str, str]]
"""What the learner calls the things that hints speak of by the article's names; its parameters are as a check's."""

Runs = Callable[[str], Trace]
"""Gives the trace of a scenario of the exercise that is only run when a check turns out to need it."""

Plans = Mapping[str, Plan]
"""The plans of the exercise's scenarios, by name: which numbers a run was given."""


class Verdict(Exception):
    """Base of the ways in which a check ends other than well.

    seen: what was seen, in a sentence; line: the learner's line that it speaks of; hint: the next thing to try;
    own_row: the learner's own row put right, to try instead, with its names as they are; misconception: the id of a
    known mistake, whose explanation is added; says: another explanation for it; error: what Python raised there, which
    is explained where nothing else does.
    """

    def __init__(
        self,
        seen: str,
        *,
        line: int | None = None,
        hint: str | None = None,
        own_row: str | None = None,
        says: str | None = None,
        misconception: str | None = None,
        error: Raised | None = None,
    ) -> None:
        super().__init__(seen)
        self.seen = seen
        self.line = line
        self.hint = hint
        self.own_row = own_row
        self.says = says
        self.misconception = misconception
        self.error = error


class Wrong(Verdict):
    """The learner's work is not right."""


class Missing(Wrong):
    """Nothing was seen that could be judged. Where the file stopped before, the check is blocked."""


class Blocked(Verdict):
    """What this check looks at was never reached: something before it has to be put right first."""


class Partly(Verdict):
    """Some of it is right: `share` of the points, between 0 and 1."""

    def __init__(self, seen: str, *, share: float, **details: Any) -> None:
        super().__init__(seen, **details)
        if not 0 <= share <= 1:
            raise ValueError(f"a share of {share:g} is not between 0 and 1")
        self.share = share


class Inconclusive(Verdict):
    """It could not be judged, which is not the learner's fault."""


class Broken(Verdict):
    """The check itself failed, which is its author's mistake."""


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


class Authored(NamedTuple):
    """What the author of an exercise wrote in Python: the checks, and `own_names`, if there is one."""

    checks: tuple[Check, ...]
    own_names: OwnNames | None = None


def declared(value: object) -> bool:
    """Whether `value` is a function that was declared a check."""
    return inspect.isfunction(value) and hasattr(value, "_check")
