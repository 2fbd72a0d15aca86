"""Checks over traces: what the runs of a submission did, judged without running anything of it."""

from __future__ import annotations

import inspect
import re
import warnings
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
import numpy as np

from grader.check import Blocked, Broken, Check, Inconclusive, Missing, Partly, Runs, Verdict, Wrong
from grader.diagnosis.refused import is_refused
from grader.diagnosis.uncalled import uncalled
from grader.exercise import Exercise, Pack
from grader.mistakes import mistake
from grader.own_names import in_own_names
from grader.recording.events import ENDLESS_LOOP
from grader.recording.plan import Plan
from grader.result import AS_WRITTEN, CheckResult, ExerciseResult, Note, Status, overall
from grader.scenario import KEEP_GOING
from grader.submission import Submission
from grader.syntax.statements import block_at, ends_at, something_follows
from grader.text import shortened, without_signature
from grader.trace import Raised, Trace

TOO_LONG = "With other numbers the file did not come to its end in time, so this could not be judged."
NOT_ALL_KEPT = "This could not be judged: the file did more than is recorded."
REFUSED = "This could not be judged: where files are graded, what this line asks for is not allowed."
_PLAINLY = "Take that line out; what another process was to do, call as a plain function."
_STATUSES: Mapping[type[Verdict], Status] = {
    Partly: "partial",
    Inconclusive: "inconclusive",
    Blocked: "blocked",
    Broken: "error",
}
"""Of checks that did not pass; of others `failed`."""
MOST_UNCALLED = 2
"""Functions that one check speaks of."""
MOST_LINES = 200
"""Of a function, that are looked at for an exercise's matrices."""
MOST_QUOTED = 120
"""Characters of what Python says, or of the learner's own row."""
_LESS = "Take out, or move to the end, whatever does not belong to the exercises."
UNTRUSTED = "The record of this run cannot be trusted."


def judge(
    pack: Pack,
    submission: Submission,
    traces: Mapping[str, Trace],
    plans: Mapping[str, Plan],
    runs: Runs,
) -> tuple[ExerciseResult, ...]:
    """Judge every exercise of `pack` by the traces of the scenarios that its checks ask for.

    runs: gives the trace of a scenario that is not among `traces`.
    """
    seen = dict(traces)
    if KEEP_GOING in seen:
        # What came after the statement that stopped the file is judged as if it had gone on.
        seen[AS_WRITTEN] = seen.pop(KEEP_GOING)
    faithful = traces[AS_WRITTEN]
    # What a submission's arrays hold may be anything: to calculate with it is no reason to complain.
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        own = {"submission": submission, "plans": plans, "runs": _believed(runs, faithful), **seen}
        return tuple(_ExerciseJudge(exercise, own, submission, faithful).result() for exercise in pack.exercises)


def unjudged(pack: Pack, reason: str) -> tuple[ExerciseResult, ...]:
    """Every exercise as one that could not be judged."""
    verdict = Inconclusive(reason)
    return tuple(
        _exercise_result(exercise, [_result(check, exercise, verdict) for check in exercise.checks])
        for exercise in pack.exercises
    )


def _believed(runs: Runs, faithful: Trace) -> Runs:
    """The same, for a check that asks for a run.

    One whose record cannot be trusted earns nothing; one that did not come to its end in time tells nothing.
    """

    def believed(name: str) -> Trace:
        trace = runs(name)
        if trace.status == "unreadable":
            raise Wrong(UNTRUSTED)
        if trace.status == "timed_out" and faithful.status == "finished":
            raise Inconclusive(TOO_LONG, hint="Leave out what makes the file wait.")
        return trace

    return believed


class _ExerciseJudge:
    """Runs an exercise's checks. needs: what these may ask for, by name; faithful: the run as written, as it ended."""

    def __init__(self, exercise: Exercise, needs: Mapping[str, Any], submission: Submission, faithful: Trace) -> None:
        self._exercise = exercise
        self._needs = {**needs, "exercise": exercise}
        self._submission = submission
        self._faithful = faithful
        self._cause: Raised | None = None
        """What stopped this part of the file, as a check found: why those after it have nothing to look at."""

    def result(self) -> ExerciseResult:
        """What the exercise came to, with hints in the file's own names."""
        return _exercise_result(self._exercise, [self._run(check) for check in self._exercise.checks])

    @cached_property
    def _own_names(self) -> Mapping[str, str]:
        """What the file calls things; nothing where there is nothing to be called so."""
        function = self._exercise.own_names
        if function is None:
            return {}
        try:
            return function(**{name: self._needs[name] for name in inspect.signature(function).parameters})
        except Verdict:
            return {}
        except Exception as error:
            # The hint is as good with the article's names.
            mistake(error)
            return {}

    def _run(self, check: Check) -> CheckResult:
        verdict = self._verdict(check)
        if verdict is None:
            return _passed(check)
        self._cause = self._cause or verdict.error
        result = _result(check, self._exercise, verdict, python_said=self._python_said(verdict))
        if not self._submission.has(result.line):
            # A submission may claim any line for its code.
            result = msgspec.structs.replace(result, line=None)
        if verdict.own_row and len(verdict.own_row) <= MOST_QUOTED:
            return msgspec.structs.replace(result, hint=verdict.own_row)
        return msgspec.structs.replace(result, hint=result.hint and in_own_names(result.hint, self._own_names))

    def _verdict(self, check: Check) -> Verdict | None:
        """What a check says against the file; None where it passes."""
        if any(self._needs[name].status == "unreadable" for name in check.scenarios):
            return Wrong(UNTRUSTED)
        try:
            check.function(**{name: self._needs[name] for name in check.parameters})
        except Missing as missing:
            kept_from = self._refused() or self._not_reached() or self._left_open(check)
            return kept_from or self._not_called(missing) or missing
        except Blocked as found:
            return self._refused() or self._left_open(check) or found
        except (Wrong, Partly) as found:
            return self._left_open(check) or found
        except Verdict as found:
            return found
        except Exception as error:
            return Broken(f"The check itself failed ({mistake(error)}). This is a mistake in the exercise, not yours.")
        return None

    def _refused(self) -> Verdict | None:
        """That it could not be judged, where the grader refused something to the file that stopped it."""
        stop = self._faithful.stop
        if stop is None or not is_refused(stop):
            return None
        return Inconclusive(REFUSED, hint=_PLAINLY, line=stop.line)

    def _not_reached(self) -> Verdict | None:
        """What stopped the file, or this part of it, where that may be why nothing was seen."""
        faithful, cause = self._faithful, self._cause
        if cause is not None and cause.line:
            place = self._submission.place(cause.line)
            return Blocked(f"Not reached: {place} stopped this part ({_why(cause)}).", line=cause.line)
        if stopped := _stopped(faithful, self._submission):
            return Blocked(f"Not reached: {stopped}", line=faithful.stop.line if faithful.stop else None)
        return None

    def _left_open(self, check: Check) -> Verdict | None:
        """That it could not be judged, where more was done than a record has that the check looks at."""
        looked_at = (self._faithful, *(self._needs[name] for name in check.scenarios))
        return Inconclusive(NOT_ALL_KEPT, hint=_LESS) if any(trace.is_cut for trace in looked_at) else None

    def _not_called(self, missing: Missing) -> Verdict | None:
        """What was never called, where that may be why nothing was seen."""
        found = [] if missing.line else [*uncalled(self._submission, self._faithful, self._faithful)]
        notes = ([note for note in found if self._holds_givens(note)] or found)[:MOST_UNCALLED]
        if not notes:
            return None
        told = " ".join(note.message for note in notes)
        # Without what this check looks for: what is told of several checks alike is shown once.
        return Wrong(f"Nothing of this was seen. {told}", line=notes[0].line, misconception=notes[0].misconception)

    def _holds_givens(self, note: Note) -> bool:
        """Whether the matrices that the exercise gives are written out in what a note speaks of."""
        block = block_at(self._submission.text, note.line or 0)
        written = [re.findall(r"\d+", self._submission.row(line)) for line in block[:MOST_LINES]]
        given = [[f"{entry:g}" for row in matrix for entry in row] for matrix in self._exercise.literal_givens]
        return bool(given) and all(numbers in written for numbers in given)

    def _python_said(self, verdict: Verdict) -> str | None:
        """What Python said, and what to try about it; nothing of the error that stopped the file: a note does."""
        error, stop = verdict.error, self._faithful.stop
        if error is None or (stop and (stop.line, stop.type) == (error.line, error.type)):
            return None
        from grader.diagnosis.advice import advice_on

        message = shortened(without_signature(error.message).strip().rstrip("."), MOST_QUOTED)
        return " ".join(filter(None, (f"Python says: {message}.", advice_on(error, self._submission))))


def _exercise_result(exercise: Exercise, checks: Sequence[CheckResult]) -> ExerciseResult:
    """The result of an exercise whose checks came to this.

    A check that is `partial` and has no points is shown as failed; for the status of the exercise it stays partial.
    """
    return ExerciseResult(
        id=exercise.id,
        title=exercise.title,
        status=overall(check.status for check in checks if check.required),
        score=sum((check.score for check in checks), 0.0),
        max_score=float(exercise.points),
        checks=tuple(map(_failed_without_points, checks)),
    )


def _failed_without_points(check: CheckResult) -> CheckResult:
    none = check.status == "partial" and not check.score
    return msgspec.structs.replace(check, status="failed") if none else check


def _passed(check: Check) -> CheckResult:
    return CheckResult(
        id=check.id,
        title=check.title,
        status="passed",
        score=check.points,
        max_score=check.points,
        required=check.required,
    )


def _result(check: Check, exercise: Exercise, verdict: Verdict, *, python_said: str | None = None) -> CheckResult:
    known = exercise.known(verdict.misconception)
    says = verdict.says or python_said or (known.says if known else None)
    share = verdict.share if isinstance(verdict, Partly) else 0
    return CheckResult(
        id=check.id,
        title=check.title,
        status=next((status for kind, status in _STATUSES.items() if isinstance(verdict, kind)), "failed"),
        score=float(round(check.points * share, 2)),
        max_score=check.points,
        required=check.required,
        message=f"{verdict.seen} {says}" if says else verdict.seen,
        hint=verdict.hint or (known.hint if known else None),
        line=verdict.line or None,
        misconception=verdict.misconception,
    )


def _why(cause: Raised) -> str:
    return "a loop without an end" if cause.type == ENDLESS_LOOP else cause.type


def _stopped(faithful: Trace, submission: Submission) -> str | None:
    """Why the file was not run to its end, in words; None when it was."""
    if faithful.status == "finished":
        return None
    stop = faithful.stop
    if stop is not None and stop.type == "SystemExit" and ends_at(submission.text, stop.line):
        return None
    if stop is not None and stop.line and not something_follows(submission.text, stop.line):
        # What is not there by then is not kept from being there.
        return None
    if stop is not None and stop.line:
        return f"{submission.place(stop.line)} stopped the file ({stop.type})."
    return {
        "timed_out": "the file did not come to its end in time.",
        "out_of_memory": "the file used more memory than it may.",
        "flooded": "the file printed more than it may.",
        "unreadable": "the record of this run cannot be trusted.",
        "raised": "the file stopped with an error.",
        "exited": "the file ended itself before this part.",
    }.get(faithful.status, "the file did not run to its end.")
