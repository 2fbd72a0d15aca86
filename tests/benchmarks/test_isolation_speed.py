"""What isolation costs, as ratios of medians of interleaved runs. Run with `pytest tests/benchmarks -s`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from grader.recording.compiling import compiled_beforehand
from grader.recording.confinement import available
from grader.recording.plan import Plan
from grader.recording.requests import Limits, Request
from grader.recording.warm import WarmSandbox

REFERENCE = Path(__file__).parents[2] / "solutions" / "matmul_practice.py"
ROUNDS = 25


@pytest.mark.skipif(not available(quick=True).strict, reason="strict isolation cannot be had here")
def test_a_warm_run_against_plain_python() -> None:
    source = REFERENCE.read_bytes()
    plan = Plan(filename="matmul_practice.py")
    compiled = compiled_beforehand(source, source.decode(), plan)
    request = Request(source=source, text=source.decode(), plan=plan, limits=Limits(), compiled=compiled)
    with closing(WarmSandbox("strict")) as strict, closing(WarmSandbox("basic")) as basic:
        ways: dict[str, Callable[[], object]] = {
            "plain python": lambda: subprocess.run([sys.executable, str(REFERENCE)], capture_output=True, check=True),
            "strict": lambda: strict.begin(request)(),
            "basic": lambda: basic.begin(request)(),
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for count in range(ROUNDS + 2):
            for name, run in ways.items():
                started = time.perf_counter()
                run()
                if count > 1:
                    taken[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    print()
    for name, median in medians.items():
        print(f"{name}: {median * 1000:.1f} ms, {median / medians['plain python']:.3f} × plain python")
    print(f"strict ÷ basic: {medians['strict'] / medians['basic']:.2f}")
