"""What the runs of a submission did: recordings become traces, and a record that cannot be true is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from grader.recording.sandbox import Begun, Recording, Sandbox
from grader.result import AS_WRITTEN, Run, RunStatus
from grader.runs.contradictions import contradiction, keeps_its_givens
from grader.runs.decoding import TraceError
from grader.runs.plans import Plans
from grader.runs.reading import read_trace
from grader.scenario import KEEP_GOING
from grader.trace import Print, Trace

SCENARIO_SECONDS = 5.0
TIMES_AS_LONG = 1.5
"""What a slow file may take with other numbers, beside its first run."""
AFTER_TIMEOUT_SECONDS = 2.0
SIGKILL = 9
AT_AN_UNKNOWN_TIME = 1 << 40
"""The order of what was written past Python's own file: after all events."""


class Runner:
    """Runs a submission, and gives the traces by scenario; those that not all are asked for run when they are needed.

    begun: the run as written, which goes on already. time_limit: seconds for it.
    """

    def __init__(self, plans: Plans, sandbox: Sandbox, begun: Begun, time_limit: float) -> None:
        self._plans = plans
        self._sandbox = sandbox
        self._begun = begun
        self._seconds = time_limit
        self._starts = True
        self.traces: dict[str, Trace] = {}

    @property
    def faithful(self) -> Trace:
        """The file as it is written."""
        return self.traces[AS_WRITTEN]

    def __call__(self, name: str) -> Trace:
        if name not in self.traces:
            self._begin(name)()
        return self.traces[name]

    def run(self, scenarios: Iterable[str]) -> None:
        """Run what is asked of every submission; each run goes on while it is found out what is asked for next."""
        end = self._end_as_written
        for name in scenarios:
            end()
            end = self._begin(name)
        end()

    def _end_as_written(self) -> None:
        """Take what the file did as it is written, and run what came after the statement that stopped it."""
        faithful = self.traces[AS_WRITTEN] = _trace(self._begun(), AS_WRITTEN, self._plans)
        self._starts = _starts(faithful)
        self._seconds = min(self._seconds, max(SCENARIO_SECONDS, TIMES_AS_LONG * faithful.seconds))
        if faithful.status == "timed_out":
            self._seconds = min(self._seconds, AFTER_TIMEOUT_SECONDS)
        if self._starts and faithful.status in ("raised", "timed_out", "flooded", "out_of_memory"):
            self(KEEP_GOING)

    def _begin(self, name: str) -> Callable[[], None]:
        """Begin a run; its trace is there when what is given is called."""
        begun = self._sandbox.begin(self._plans.request(name, self._seconds)) if self._starts else None

        def end() -> None:
            self.traces[name] = _trace(begun(), name, self._plans) if begun else Trace(scenario=name)

        return end

    def results(self) -> tuple[Run, ...]:
        """How each run ended."""
        return tuple(_result(trace) for trace in self.traces.values() if trace.status != "not_run")


def _starts(trace: Trace) -> bool:
    """Whether the file can be run at all: what Python cannot read is not tried again."""
    return not (trace.stop is not None and trace.stop.type in ("SyntaxError", "IndentationError", "TabError")
                and not trace.sights and not trace.prints and not trace.stop.function)  # fmt: skip


def _trace(recording: Recording, name: str, plans: Plans) -> Trace:
    plan = plans[name]
    try:
        trace = read_trace(recording.trace, name, recording.key)
        replaced = [one.given for one in plan.substitutions if one.other != one.given]
        lies = contradiction(trace) or any(keeps_its_givens(trace, matrix) for matrix in replaced)
        status = "unreadable" if lies else _status(trace, recording)
    except TraceError:
        trace, status = Trace(scenario=name), "unreadable"
    written = recording.output.decode("utf-8", "replace")
    return msgspec.structs.replace(
        trace,
        source=plans.submission.text,
        status=status,
        seconds=recording.reply.seconds,
        replaced=tuple(substitution.other for substitution in plan.substitutions),
        prints=[*trace.prints, Print(0, written, AT_AN_UNKNOWN_TIME)] if written else trace.prints,
        native_errors=recording.errors.decode("utf-8", "replace"),
    )


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


def _result(trace: Trace) -> Run:
    stop = trace.stop
    return Run(
        scenario=trace.scenario,
        status=trace.status,
        seconds=round(trace.seconds, 4),
        line=(stop.line or None) if stop else None,
        message=f"{stop.type}: {stop.message}"[:500] if stop else None,
    )
