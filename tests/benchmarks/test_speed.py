"""What grading costs, as ratios of medians, the two sides measured in turns: `pytest tests/benchmarks -s`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from statistics import median
from types import CodeType

import pytest

from grader.exercise import Pack
from grader.loading.submissions import read_submission
from grader.paths import data_folder
from grader.recording.compiling import compile_submission, compiled_beforehand
from grader.recording.plan import Plan
from grader.recording.recorder import Recorder
from grader.recording.requests import Limits, Request
from grader.recording.sandbox import Sandbox
from grader.recording.stream import TraceStream
from grader.result import AS_WRITTEN
from grader.scenario import Numbers, plan
from grader.submission import PYTHON_NAME, Submission

SOLUTION = data_folder("solutions") / PYTHON_NAME
TRIPLE_LOOP = """
import random
n = 100
A = [[random.randrange(9) for _ in range(n)] for _ in range(n)]
B = [[random.randrange(9) for _ in range(n)] for _ in range(n)]
C = [[0] * n for _ in range(n)]
for i in range(n):
    for j in range(n):
        for k in range(n):
            C[i][j] += A[i][k] * B[k][j]
"""

pytestmark = pytest.mark.timeout(600)
Work = Callable[[], object]


def ratio(what: str, one: Work, other: Work, rounds: int) -> None:
    """Print how many times longer `one` takes than `other`."""
    ours, plain = [], []
    for _ in range(rounds):
        ours.append(seconds(one))
        plain.append(seconds(other))
    share = median(ours) / median(plain)
    print(f"\n{what}: {share:.2f} ({median(ours) * 1000:.1f} ms ÷ {median(plain) * 1000:.1f} ms)")


def seconds(work: Work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def command(folder: Path, *arguments: str) -> Work:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "LANG": "C.UTF-8",
    }

    def call() -> None:
        subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)

    return call


def test_the_command_against_plain_python(tmp_path: Path) -> None:
    ours = command(tmp_path, "-m", "grader", str(SOLUTION))
    ratio("grade, all scenarios and reports ÷ python", ours, command(tmp_path, str(SOLUTION)), 40)


def test_one_recorded_run_against_plain_python(sandbox: Sandbox, pack: Pack, tmp_path: Path) -> None:
    submission = read_submission(SOLUTION)
    orders = plan(AS_WRITTEN, None, submission, Numbers(submission, pack.version), ())
    compiled = compiled_beforehand(submission.source, submission.text, orders)
    request = Request(source=submission.source, text=submission.text, plan=orders, limits=Limits(), compiled=compiled)
    plain = command(tmp_path, str(SOLUTION))
    ratio("one warm recorded run ÷ python", lambda: sandbox.begin(request)(), plain, 15)


@pytest.mark.parametrize("name", ["reference", "triple loop of 100"])
def test_recorded_code_against_plain_code_in_process(name: str) -> None:
    text = SOLUTION.read_text(encoding="utf-8") if name == "reference" else TRIPLE_LOOP
    submission = Submission(name=PYTHON_NAME, source=text.encode(), text=text)
    plain = compile(text, PYTHON_NAME, "exec")
    rounds = 200 if name == "reference" else 5
    with nowhere() as descriptor:
        codes = iter([recorded_code(submission, descriptor) for _ in range(rounds)])
        ratio(
            f"recorded ÷ plain, in process, {name}",
            lambda: execute(next(codes)),
            lambda: execute(plain),
            rounds,
        )


@contextmanager
def nowhere() -> Iterator[int]:
    descriptor = os.open(os.devnull, os.O_WRONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def recorded_code(submission: Submission, descriptor: int) -> CodeType:
    """The submission's code with a witness of its own: what was recorded once is not sent again."""
    recorder = Recorder(TraceStream(descriptor), Plan(filename=PYTHON_NAME))
    return recorder.adopt(compile_submission(submission.source, submission.text, recorder.plan), submission.text)


def execute(code: CodeType) -> None:
    with open(os.devnull, "w", encoding="utf-8") as nothing, redirect_stdout(nothing):
        exec(code, {"__name__": "__main__"})
