"""Checks over traces: what the runs of a submission did, judged without running anything of it."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import numpy as np

from grader.check import Blocked, Check, Inconclusive, Missing, OwnNames, Partly, Runs, Verdict, Wrong
from grader.diagnosis.uncalled import uncalled
from grader.exercise import Exercise, Pack
from grader.mistakes import mistake
from grader.own_names import in_own_names
from grader.recording.plan import Plan
from grader.result import AS_WRITTEN, CheckResult, ExerciseResult, Status, overall
from grader.scenario import KEEP_GOING
from grader.submission import Submission
from grader.syntax.statements import ends_at
from grader.text import shortened, without_signature
from grader.trace import Raised, Trace

TOO_LONG = "With other numbers the file did not come to its end in time, so this could not be judged."
NOT_ALL_KEPT = "Nothing of this was seen, but the file did more than is recorded."
_STATUSES: Mapping[type[Verdict], Status] = {Partly: "partial", Inconclusive: "inconclusive", Blocked: "blocked"}
"""Of checks that did not pass; of others `failed`."""
MOST_UNCALLED = 2
"""Functions that one check speaks of."""
MOST_QUOTED = 120
"""Characters of what Python says."""
_LESS = "Take out, or move to the end, whatever does not belong to the exercises."
UNTRUSTED = "The record of this run cannot be trusted."


def judge(
    pack: Pack,
    submission: Submission,
    traces: Mapping[str, Trace],
    plans: Mapping[str, Plan],
    runs: Runs | None = None,
) -> tuple[ExerciseResult, ...]:
    """Judge every exercise of `pack` by the traces of the scenarios that its checks ask for.

    runs: gives the trace of a scenario that is not among `traces`; without it, that of a run that never was.
    """
    seen = dict(traces)
    if KEEP_GOING in seen:
        # What came after the statement that stopped the file is judged as if it had gone on.
        seen[AS_WRITTEN] = seen.pop(KEEP_GOING)
    stop = traces[AS_WRITTEN]
    # What a submission's arrays hold may be anything: to calculate with it is no reason to complain.
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        others = runs or _not_run
        return tuple(_judge(exercise, submission, seen, plans, stop, others) for exercise in pack.exercises)


def _not_run(scenario: str) -> Trace:
    return Trace(scenario=scenario)


def unjudged(pack: Pack, reason: str) -> tuple[ExerciseResult, ...]:
    """Every exercise as one that could not be judged."""
    return tuple(
        ExerciseResult(
            id=exercise.id,
            title=exercise.title,
            status="inconclusive",
            score=0.0,
            max_score=float(exercise.points),
            checks=tuple(
                _result(check, exercise, "inconclusive", 0, Inconclusive(reason)) for check in exercise.checks
            ),
        )
        for exercise in pack.exercises
    )


def _judge(
    exercise: Exercise,
    submission: Submission,
    traces: Mapping[str, Trace],
    plans: Mapping[str, Plan],
    faithful: Trace,
    runs: Runs,
) -> ExerciseResult:
    own = {"exercise": exercise, "submission": submission, "plans": plans, "runs": _believed(runs, faithful)}
    needs = {**own, **traces}
    checks = tuple(_run_all(exercise, needs, faithful, submission))
    if exercise.own_names and any(check.hint for check in checks):
        names = _own_names(exercise.own_names, needs)
        checks = tuple(
            msgspec.structs.replace(check, hint=check.hint and in_own_names(check.hint, names)) for check in checks
        )
    return ExerciseResult(
        id=exercise.id,
        title=exercise.title,
        status=overall(check.status for check in checks if check.required),
        score=sum((check.score for check in checks), 0.0),
        max_score=float(exercise.points),
        checks=checks,
    )


def _own_names(function: OwnNames, needs: Mapping[str, Any]) -> Mapping[str, str]:
    """What it tells; nothing of a file in which there is nothing to be called so."""
    try:
        return function(**{name: needs[name] for name in inspect.signature(function).parameters})
    except Verdict:
        return {}
    except Exception as error:
        # The hint is as good with the article's names.
        mistake(error)
        return {}


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


def _run_all(
    exercise: Exercise, needs: Mapping[str, Any], faithful: Trace, submission: Submission
) -> Iterator[CheckResult]:
    """The checks' results. What one finds that stopped this part of the file is why others have nothing to look at."""
    cause = None
    for check in exercise.checks:
        result, verdict = _run(check, exercise, needs, faithful, submission, cause)
        cause = cause or (verdict.error if verdict else None)
        yield result


def _run(
    check: Check,
    exercise: Exercise,
    needs: Mapping[str, Any],
    faithful: Trace,
    submission: Submission,
    cause: Raised | None,
) -> tuple[CheckResult, Verdict | None]:
    verdict: Verdict | None = None
    if any(needs[name].status == "unreadable" for name in check.scenarios):
        return _result(check, exercise, "failed", 0, Wrong(UNTRUSTED)), None
    try:
        check.function(**{name: needs[name] for name in check.parameters})
    except Missing as missing:
        verdict = _instead_of(missing, submission, faithful, cause)
    except Verdict as found:
        verdict = found
    except Exception as error:
        broken = Verdict(f"The check itself failed ({mistake(error)}). This is a mistake in the exercise, not yours.")
        return _result(check, exercise, "error", 0, broken), None
    if verdict is None:
        return _passed(check), None
    _explain_error(verdict, submission, faithful)
    share = verdict.share if isinstance(verdict, Partly) else 0
    status: Status = next((status for kind, status in _STATUSES.items() if isinstance(verdict, kind)), "failed")
    return _result(check, exercise, status, round(check.points * share, 2), verdict), verdict


def _passed(check: Check) -> CheckResult:
    return CheckResult(
        id=check.id,
        title=check.title,
        status="passed",
        score=check.points,
        max_score=check.points,
        required=check.required,
    )


def _instead_of(missing: Missing, submission: Submission, faithful: Trace, cause: Raised | None) -> Verdict:
    """The verdict where nothing was seen: why that is, where it is known. cause: what stopped the exercise's part."""
    if cause is not None and cause.line:
        return Blocked(
            f"Not reached: {submission.place(cause.line)} stopped this part ({cause.type}).", line=cause.line
        )
    if stopped := _stopped(faithful, submission):
        return Blocked(f"Not reached: {stopped}", line=_line(faithful))
    if {"events", "bytes"}.intersection(faithful.limits):
        return Inconclusive(NOT_ALL_KEPT, hint=_LESS)
    return _not_called(missing, submission, faithful) or missing


def _result(check: Check, exercise: Exercise, status: Status, score: float, verdict: Verdict) -> CheckResult:
    known = exercise.known(verdict.misconception)
    says = verdict.says or (known.says if known else None)
    message = f"{verdict.seen} {says}" if says else verdict.seen
    return CheckResult(
        id=check.id,
        title=check.title,
        status=status,
        score=float(score),
        max_score=check.points,
        required=check.required,
        message=message,
        hint=verdict.hint or (known.hint if known else None),
        line=verdict.line or None,
        misconception=verdict.misconception,
    )


def _explain_error(verdict: Verdict, submission: Submission, faithful: Trace) -> None:
    """Add what Python said, and what to try about it; not of the error that stopped the file: a note does."""
    error, stop = verdict.error, faithful.stop
    if error is None or verdict.says or (stop and (stop.line, stop.type) == (error.line, error.type)):
        return
    from grader.diagnosis.advice import advice_on

    message = shortened(without_signature(error.message).strip().rstrip("."), MOST_QUOTED)
    verdict.says = " ".join(filter(None, (f"Python says: {message}.", advice_on(error, submission))))


def _not_called(missing: Missing, submission: Submission, faithful: Trace) -> Verdict | None:
    """What was never called, where that may be why nothing was seen."""
    notes = [] if missing.line else list(uncalled(submission, faithful, faithful))[:MOST_UNCALLED]
    if not notes:
        return None
    told = " ".join(note.message for note in notes)
    # Without what this check looks for: what is told of several checks alike is shown once.
    known = missing.misconception or notes[0].misconception
    return Wrong(f"Nothing of this was seen. {told}", line=notes[0].line, misconception=known)


def _line(faithful: Trace) -> int | None:
    return faithful.stop.line if faithful.stop and faithful.stop.line else None


def _stopped(faithful: Trace, submission: Submission) -> str | None:
    """Why the file was not run to its end, in words; None when it was."""
    if faithful.status == "finished":
        return None
    stop = faithful.stop
    if stop is not None and stop.type == "SystemExit" and ends_at(submission.text, stop.line):
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
