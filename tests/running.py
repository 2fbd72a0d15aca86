"""Runs sources as the grader does, and as plain Python does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from grader.loading.submissions import from_bytes
from grader.recording.compiling import compiled_beforehand
from grader.recording.plan import Plan
from grader.recording.requests import Limits, Request
from grader.recording.sandbox import Recording, Sandbox
from grader.result import AS_WRITTEN
from grader.runs.reading import read_trace
from grader.scenario import Numbers, plan
from grader.submission import PYTHON_NAME, Submission
from grader.trace import Trace

GIVEN = (((1, 2), (3, 4)), ((5, 6), (7, 8)))
OTHER = (((11, 12), (13, 14)), ((15, 16), (17, 18)))

_FOLDER = re.compile(rf"/[^\s'\"]*/(?={PYTHON_NAME})")
_LINE = re.compile(rf'^  File "[^"]*{re.escape(PYTHON_NAME)}", line (\d+)', re.MULTILINE)
_PLACE_OF_SYNTAX = re.compile(r" \([^()]*, line \d+\)$")


def record(
    sandbox: Sandbox, source: str | bytes, seconds: float = 5.0, *, beforehand: bool = True, **changes: Any
) -> Recording:
    """Run a source, compiled beforehand as the grader does, or not; `changes` are the plan's."""
    submission = from_bytes(source.encode() if isinstance(source, str) else source, PYTHON_NAME)
    return sandbox.begin(_request(submission, Plan(filename=PYTHON_NAME, **changes), seconds, beforehand=beforehand))()


def _request(submission: Submission, orders: Plan, seconds: float, *, beforehand: bool = True) -> Request:
    source, text = submission.source, submission.text
    as_written = msgspec.structs.replace(orders, keep_going=False)
    return Request(
        source=source,
        text=text,
        plan=orders,
        limits=Limits(wall_seconds=seconds),
        compiled=compiled_beforehand(source, text, as_written) if beforehand else None,
    )


def trace_of(sandbox: Sandbox, source: str | bytes, seconds: float = 5.0, **changes: Any) -> Trace:
    """What a source did under a plan."""
    return read_trace(record(sandbox, source, seconds, **changes).trace, AS_WRITTEN, key=0)


def printed(sandbox: Sandbox, source: str | bytes, **changes: Any) -> str:
    """What a source prints. It must not end in an exception."""
    trace = trace_of(sandbox, source, **changes)
    assert trace.stop is None, trace.stop
    return trace.text


@dataclass(frozen=True)
class Behaviour:
    """What can be seen of a run from outside. failure: type, message and line of the exception that ended it."""

    output: str
    failure: tuple[str, str, int] | None
    code: int


def recorded_behaviour(sandbox: Sandbox, submission: Submission, version: str) -> Behaviour:
    """How a submission behaves when it is recorded as written."""
    orders = plan(AS_WRITTEN, None, submission, Numbers(submission, version), ())
    recording = sandbox.begin(_request(submission, orders, 10.0))()
    trace = read_trace(recording.trace, AS_WRITTEN, key=0)
    stop = trace.stop
    failure = None
    if stop is not None and stop.type != "SystemExit":
        failure = (stop.type, _PLACE_OF_SYNTAX.sub("", stop.message), stop.line)
    code = trace.ended.code if trace.ended else -recording.reply.signal
    output = trace.text + recording.output.decode(errors="replace")
    return Behaviour(_FOLDER.sub("", output), failure, code)


def plain_behaviour(source: bytes, folder: Path, failure: tuple[str, str, int] | None) -> Behaviour:
    """How plain Python runs a source in `folder`. `failure` is the one that is looked for in its traceback."""
    (folder / PYTHON_NAME).write_bytes(source)
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-B", PYTHON_NAME],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    # Python says where the file is in full; a recorded run has it in another folder, and says its name.
    output, errors = (
        text.decode(errors="replace").replace(f"{folder}{os.sep}", "") for text in (done.stdout, done.stderr)
    )
    return Behaviour(output, _failure(errors, failure), done.returncode)


def _failure(errors: str, expected: tuple[str, str, int] | None) -> tuple[str, str, int] | None:
    """The exception at the end of a traceback; in full when it is the expected one, else as it is printed."""
    lines = _LINE.findall(errors)
    # What a test runner says of a failed test is no error that ends the file.
    if (
        not lines
        or errors.rstrip().rpartition("\n")[2].startswith("FAILED (")
        or not re.search(r"(?m)^(Traceback |\w*(Syntax|Indentation|Tab)Error)", errors)
    ):
        return None
    if expected is not None:
        kind, message, _ = expected
        # A record has a message of several lines on one.
        told = r"\s+".join(map(re.escape, (f"{kind}: {message}" if message else kind).split()))
        if re.search(rf"(^|\.){told}(\. Did you [^\n]*)?\s*\Z", errors, re.MULTILINE):
            return kind, message, int(lines[-1])
    return "another", errors.rstrip().splitlines()[-1], int(lines[-1])
