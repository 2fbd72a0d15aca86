"""The words that every report uses: points, places, statuses, and the one sentence that sums a result up."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from grader.result import AS_WRITTEN, CheckResult, ExerciseResult, Isolation, Listing, Result, Run, RunStatus, Status
from grader.text import place_of

CODE_IN_PROSE = re.compile(r"`([^`\n]+)`")
"""What stands between backticks in a message is code."""

STATUS_WORDS: dict[Status, str] = {
    "passed": "passed",
    "failed": "not yet",
    "partial": "partly",
    "inconclusive": "could not be judged",
    "blocked": "not reached",
    "error": "grader's error",
}

MARKS: dict[Status, str] = {
    "passed": "✓",
    "failed": "✗",
    "partial": "◐",
    "inconclusive": "?",
    "blocked": "–",
    "error": "!",
}

RUN_WORDS: dict[RunStatus, str] = {
    "finished": "ran to the end",
    "raised": "stopped with an error",
    "exited": "ended itself early",
    "timed_out": "ran out of time",
    "out_of_memory": "ran out of memory",
    "killed": "was stopped",
    "crashed": "crashed",
    "flooded": "printed too much",
    "unreadable": "left no readable trace",
    "not_run": "was not run",
}

ISOLATION_WORDS: dict[Isolation, str] = {
    "strict": "strict isolation",
    "basic": "basic isolation",
}


def counted(statuses: Mapping[str, int]) -> str:
    """How many ended how: `95 passed, 104 not yet`."""
    return ", ".join(f"{statuses[status]} {word}" for status, word in STATUS_WORDS.items() if statuses.get(status))


def points(value: float) -> str:
    """A score as people write it: `65`, `12.5`, `33.33`."""
    if not math.isfinite(value):
        return "?"
    return f"{value:.2f}".rstrip("0").rstrip(".")


def earned(item: Result | ExerciseResult | CheckResult) -> str:
    """The points that it has; a dash where there are none because it could not be judged."""
    return "-" if item.status == "inconclusive" and not item.score else points(item.score)


def score(item: Result | ExerciseResult | CheckResult) -> str:
    """`65 / 100`."""
    return f"{earned(item)} / {points(item.max_score)}"


def place(line: int | None, listing: Listing | None = None) -> str | None:
    """What a person calls that line: `line 12`, or `cell 3, line 2`; None when there is none to speak of."""
    if line is None:
        return None
    listed = listing.line(line) if listing else None
    return place_of(listed.label if listed else str(line))


def scenario(run: Run) -> str:
    """A scenario's name for people: `as_written` is "as written"."""
    return run.scenario.replace("_", " ")


def same_feedback(checks: Iterable[CheckResult]) -> list[tuple[CheckResult, ...]]:
    """Neighbouring checks that say the very same, to say it once; a passed check stands alone."""

    def said(numbered: tuple[int, CheckResult]) -> object:
        index, check = numbered
        if check.status == "passed" or not (check.message or check.hint):
            return index
        return (check.status, check.message, check.hint, check.line, check.misconception)

    return [tuple(check for _, check in group) for _, group in groupby(enumerate(checks), key=said)]


def sentence(result: Result, listing: Listing | None = None) -> str:
    """What a learner should know first, in one sentence."""
    if result.status == "passed":
        return _all_right(result, listing)
    if result.status == "error":
        return (
            "Something in the grader or in an exercise went wrong here. "
            "That is not your mistake: please tell your instructor."
        )
    start = _where_to_start(result, listing)
    if result.status == "blocked":
        return f"Your file stops before any exercise could be judged{start}."
    if not result.exercises:
        return "This could not be graded, so there is no mark; below is why."
    if result.status == "inconclusive":
        return "Part of this could not be judged; that does not mean that it is wrong."
    return f"{_how_many_pass(result.exercises)}{start}."


def _all_right(result: Result, listing: Listing | None) -> str:
    stopped = next((run for run in result.runs if run.status not in ("finished", "exited")), None)
    if stopped is None or stopped.scenario != AS_WRITTEN:
        return "Everything that was asked for is here, and it is right."
    where = place(stopped.line, listing)
    return f"Every exercise is right, but the file does not run to its end{f': look at {where}' if where else ''}."


def _how_many_pass(exercises: tuple[ExerciseResult, ...]) -> str:
    passed = sum(exercise.status == "passed" for exercise in exercises)
    if passed == 0:
        return "No exercise is complete yet"
    if passed == len(exercises):
        return "Every exercise passes, and there is something left to look at"
    return f"{passed} of {len(exercises)} exercises {'passes' if passed == 1 else 'pass'}"


def _where_to_start(result: Result, listing: Listing | None) -> str:
    open_checks = [check for exercise in result.exercises for check in exercise.checks if check.status != "passed"]
    urgent = [check.line for check in open_checks if check.status in ("failed", "partial") and check.line]
    noted = [note.line for note in result.notes if note.line]
    # In the order in which a report tells them: the line to start at is the one that is spoken of first.
    lines = noted or urgent or [check.line for check in open_checks if check.line]
    where = place(lines[0], listing) if lines else None
    return f"; start at {where}" if where else ""
