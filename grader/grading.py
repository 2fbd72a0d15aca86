"""The way through: submission → scenarios → recordings → traces → judge → result."""

from __future__ import annotations

import functools
import os

from grader import __version__
from grader.deadline import Overdue, within
from grader.diagnosis import notes
from grader.exercise import Pack, load_pack
from grader.judge import judge, unjudged
from grader.listing import listing
from grader.paths import data_folder
from grader.recording.plan import Plan, Substitution
from grader.recording.requests import Limits, Request
from grader.recording.sandbox import Level, Recording, Sandbox, open_sandbox
from grader.result import AS_WRITTEN, Graded, Result, Run, RunStatus, overall
from grader.scenario import KEEP_GOING, Numbers, plan
from grader.submission import Submission, read_submission
from grader.trace import Print, Trace, TraceError, contradiction, keeps_its_givens, read_trace

SCENARIO_SECONDS = 5.0
AFTER_TIMEOUT_SECONDS = 2.0
JUDGING_SECONDS = 20.0
"""Of the processor's time. An honest file takes a hundredth of a second."""
SIGKILL = 9


@functools.cache
def default_pack() -> Pack:
    """The pack that comes with the grader. Raises PackError when it is not sound."""
    return load_pack(data_folder("exercises"), proven=True)


def grade(
    path: str | os.PathLike[str],
    *,
    pack: Pack | None = None,
    isolation: Level = "basic",
    time_limit: float = 10.0,
    seed: int = 0,
) -> Result:
    """Grade the file, notebook, or folder with one Python file, at `path`.

    time_limit: seconds for the run as written. Raises SubmissionError when there is nothing to grade,
    PackError when the exercises are not sound, SandboxError when nothing can be run.
    """
    sandbox = open_sandbox(isolation)
    try:
        return grade_submission(
            read_submission(path), pack or default_pack(), sandbox, time_limit=time_limit, seed=seed
        ).result
    finally:
        sandbox.close()


def grade_submission(
    submission: Submission, pack: Pack, sandbox: Sandbox, *, time_limit: float = 10.0, seed: int = 0
) -> Graded:
    """Run `submission` in every scenario that the pack asks for, and judge what it did."""
    numbers = Numbers(submission, pack.version, seed)
    substitutions = _substitutions(pack, numbers)
    plans: dict[str, Plan] = {}
    orders = plan(AS_WRITTEN, None, submission, numbers, substitutions)
    begun = sandbox.begin(_request(submission, orders, time_limit))
    # Meanwhile the checks are imported, if they were not yet.
    scenarios = pack.scenarios()
    faithful = _trace(begun(), AS_WRITTEN, orders)
    traces = {AS_WRITTEN: faithful}
    seconds = min(time_limit, SCENARIO_SECONDS)
    if faithful.status == "timed_out":
        seconds = min(seconds, AFTER_TIMEOUT_SECONDS)
    starts = _starts(faithful)
    if starts:
        if faithful.status in ("raised", "timed_out"):
            orders = plan(KEEP_GOING, None, submission, numbers, substitutions)
            traces[KEEP_GOING] = _record(submission, KEEP_GOING, orders, sandbox, seconds)
        for name, scenario in scenarios.items():
            plans[name] = plan(name, scenario, submission, numbers, substitutions)
            traces[name] = _record(submission, name, plans[name], sandbox, seconds)
    for name in scenarios:
        plans.setdefault(name, plan(name, None, submission, numbers, substitutions))
        traces.setdefault(name, Trace(name))

    def on_demand(name: str) -> Trace:
        if name not in traces:
            scenario = pack.all_scenarios()[name]
            plans[name] = plan(name, scenario, submission, numbers, substitutions)
            traces[name] = _record(submission, name, plans[name], sandbox, seconds) if starts else Trace(name)
        return traces[name]

    try:
        with within(JUDGING_SECONDS):
            exercises = judge(pack, submission, traces, plans, on_demand)
            remarks = notes(submission, pack, traces, exercises)
            lines = listing(submission, traces.get(KEEP_GOING, faithful))
    except Overdue:
        exercises, remarks = unjudged(pack, "What this file did is too much to be looked at in time."), ()
        lines = listing(submission, Trace(AS_WRITTEN))
    result = Result(
        submission=submission.name.encode("utf-8", "backslashreplace").decode("utf-8"),
        status=overall(exercise.status for exercise in exercises),
        score=sum(exercise.score for exercise in exercises),
        max_score=pack.points,
        isolation=sandbox.level,
        isolation_layers=sandbox.layers,
        grader=__version__,
        pack=pack.version,
        runs=tuple(_run(trace) for trace in traces.values() if trace.status != "not_run"),
        notes=remarks,
        exercises=exercises,
    )
    return Graded(result=result, listing=lines)


def _starts(trace: Trace) -> bool:
    """Whether the file can be run at all: what Python cannot read is not tried again."""
    return not (trace.stop is not None and trace.stop.type in ("SyntaxError", "IndentationError", "TabError")
                and not trace.sights and not trace.prints and not trace.stop.function)  # fmt: skip


def _substitutions(pack: Pack, numbers: Numbers) -> tuple[Substitution, ...]:
    found: list[Substitution] = []
    for exercise in pack.exercises:
        givens = exercise.literal_givens
        if givens:
            others = numbers.other_givens(givens, exercise.tells_apart)
            found += [Substitution(given, other) for given, other in zip(givens, others, strict=True)]
    return tuple(found)


def _record(submission: Submission, name: str, orders: Plan, sandbox: Sandbox, seconds: float) -> Trace:
    return _trace(sandbox.run(_request(submission, orders, seconds)), name, orders)


def _request(submission: Submission, orders: Plan, seconds: float) -> Request:
    return Request(source=submission.source, text=submission.text, plan=orders, limits=Limits(wall_seconds=seconds))


def _trace(recording: Recording, name: str, orders: Plan) -> Trace:
    try:
        trace = read_trace(recording.trace, name)
        replaced = [one.given for one in orders.substitutions if one.other != one.given]
        lies = contradiction(trace) or any(keeps_its_givens(trace, matrix) for matrix in replaced)
        status = "unreadable" if lies else _status(trace, recording)
    except TraceError:
        trace, status = Trace(name), "unreadable"
    trace.status = status
    trace.seconds = recording.reply.seconds
    trace.replaced = tuple(substitution.other for substitution in orders.substitutions)
    if recording.output:
        # Written past Python's own file, so nobody knows when.
        trace.prints.append(Print(0, recording.output.decode("utf-8", "replace"), 1 << 40))
    trace.native_errors = recording.errors.decode("utf-8", "replace")
    return trace


def _status(trace: Trace, recording: Recording) -> RunStatus:
    reply = recording.reply
    if "printed" in trace.limits or recording.flooded:
        return "flooded"
    if reply.timed_out:
        return "timed_out"
    if trace.stop is not None and trace.stop.type == "MemoryError":
        return "out_of_memory"
    if trace.ended is not None and trace.ended.status in ("finished", "raised", "exited"):
        return trace.ended.status  # type: ignore[return-value]
    if reply.signal == SIGKILL:
        return "killed"
    return "crashed" if reply.signal else "exited"


def _run(trace: Trace) -> Run:
    stop = trace.stop
    return Run(
        scenario=trace.scenario,
        status=trace.status,
        seconds=round(trace.seconds, 4),
        line=(stop.line or None) if stop else None,
        message=f"{stop.type}: {stop.message}"[:500] if stop else None,
    )
