"""How each exercise and each check went over a class, in the exercises' own order."""

from __future__ import annotations

import msgspec

from grader.result import UNJUDGED, CheckResult, ExerciseResult


class CheckCount(msgspec.Struct, frozen=True, kw_only=True):
    """How a check went: how many were judged, how many passed, and the mean share of its points (0 to 1)."""

    title: str
    passed: int
    judged: int
    share: float


class ExerciseCount(msgspec.Struct, frozen=True, kw_only=True):
    """How an exercise went, as CheckCount says it of a check, and its checks."""

    title: str
    passed: int
    judged: int
    share: float
    checks: tuple[CheckCount, ...]


class CheckCounting:
    """Counts exercises and checks, result by result."""

    def __init__(self) -> None:
        self._exercises: dict[str, _Count] = {}
        self._checks: dict[str, dict[str, _Count]] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The exercises seen so far, in the order in which they were first seen."""
        return tuple(self._exercises)

    def title(self, exercise: str) -> str:
        """The title of an exercise by its id; nothing of one that was not seen."""
        return self._exercises[exercise].title if exercise in self._exercises else ""

    def add(self, exercise: ExerciseResult) -> None:
        """Count one exercise of one result."""
        self._exercises.setdefault(exercise.id, _Count(exercise.title)).add(exercise, exercise.status == "passed")
        checks = self._checks.setdefault(exercise.id, {})
        for check in exercise.checks:
            checks.setdefault(check.id, _Count(check.title)).add(check, check.score >= check.max_score)

    def counts(self) -> tuple[ExerciseCount, ...]:
        """What was counted."""
        return tuple(self._exercise(name, count) for name, count in self._exercises.items())

    def _exercise(self, name: str, count: _Count) -> ExerciseCount:
        checks = tuple(
            CheckCount(title=check.title, passed=check.passed, judged=check.judged, share=check.share)
            for check in self._checks[name].values()
        )
        return ExerciseCount(
            title=count.title, passed=count.passed, judged=count.judged, share=count.share, checks=checks
        )


class _Count:
    def __init__(self, title: str) -> None:
        self.title = title
        self.passed = self.judged = 0
        self._total = 0.0

    def add(self, item: ExerciseResult | CheckResult, passed: bool) -> None:
        if item.status in UNJUDGED:
            return
        self.passed += passed
        self.judged += 1
        self._total += item.score / item.max_score if item.max_score else 1.0

    @property
    def share(self) -> float:
        """The mean share of the points; rounded, as sums of floats depend on their order."""
        return round(self._total / self.judged, 6) if self.judged else 0.0
