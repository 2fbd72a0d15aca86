"""From a submission's runs to its result: the checks are asked, and what is known of the whole file is noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader import __version__
from grader.deadline import Overdue, within
from grader.diagnosis.notes import notes
from grader.exercise import Pack
from grader.judge import judge, unjudged
from grader.listing import listing
from grader.recording.sandbox import Sandbox
from grader.result import AS_WRITTEN, ExerciseResult, Graded, Listing, Note, Result, overall
from grader.runs.plans import Plans
from grader.runs.runner import Runner
from grader.scenario import KEEP_GOING
from grader.submission import Submission
from grader.trace import Trace

JUDGING_SECONDS = 8.0
"""Of the processor's time, for each exercise: one that is endless to look at takes nothing from the others."""


def judged(plans: Plans, pack: Pack, runs: Runner, sandbox: Sandbox) -> Graded:
    """Judge what `runs` show of a submission; checks may ask for further ones."""
    exercises, remarks, lines = _within_bounds(plans, pack, runs)
    result = Result(
        submission=plans.submission.name.encode("utf-8", "backslashreplace").decode("utf-8"),
        status=overall(exercise.status for exercise in exercises),
        score=sum((exercise.score for exercise in exercises), 0.0),
        max_score=float(pack.points),
        isolation=sandbox.level,
        isolation_layers=sandbox.layers,
        grader=__version__,
        pack=pack.version,
        runs=runs.results(),
        notes=remarks,
        exercises=exercises,
    )
    return Graded(result=result, listing=lines)


def _within_bounds(
    plans: Plans, pack: Pack, runs: Runner
) -> tuple[tuple[ExerciseResult, ...], tuple[Note, ...], Listing]:
    submission, traces = plans.submission, runs.traces
    exercises = tuple(result for one in pack.exercises for result in _judged_in_time(pack.only(one), plans, runs))
    return exercises, _notes_in_time(submission, pack, traces, exercises), _listing_in_time(submission, traces)


def _notes_in_time(
    submission: Submission, pack: Pack, traces: Mapping[str, Trace], exercises: Sequence[ExerciseResult]
) -> tuple[Note, ...]:
    try:
        with within(JUDGING_SECONDS):
            return notes(submission, pack, traces, exercises)
    except Overdue:
        return (Note(message="What is to be said of the whole file is missing here: it took too long to find out."),)


def _listing_in_time(submission: Submission, traces: Mapping[str, Trace]) -> Listing:
    try:
        with within(JUDGING_SECONDS):
            return listing(submission, traces[AS_WRITTEN], traces.get(KEEP_GOING))
    except Overdue:
        return listing(submission, Trace())


def _judged_in_time(pack: Pack, plans: Plans, runs: Runner) -> tuple[ExerciseResult, ...]:
    try:
        with within(JUDGING_SECONDS):
            return judge(pack, plans.submission, runs.traces, plans, runs)
    except Overdue:
        return unjudged(pack, "What this file did is too much to be looked at in time.")
