"""What a folder costs, as ratios of medians or sums in one run: `pytest tests/benchmarks/test_folder_speed.py -s`.

LARGE=500 makes the large folder smaller than its ten thousand submissions.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.classes import ROOT, grade, varied, write

SMALL = 500
LARGE = int(os.environ.get("LARGE", "10000"))
PEAK = """
import re, sys
from pathlib import Path
from grader import cli
try:
    cli.main(sys.argv[1:])
finally:
    print("peak", re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1], file=sys.stderr)
"""
"""Not getrusage(2): its greatest size is that of the process which started this one, where that was larger."""

pytestmark = pytest.mark.timeout(7200)


def seconds(here: Path, *arguments: str) -> float:
    started = time.perf_counter()
    grade(here, *arguments, timeout=7000)
    return time.perf_counter() - started


def test_a_folder_of_200_against_plain_python_one_after_the_other(tmp_path: Path) -> None:
    folder = write(tmp_path / "class", varied(200))
    first = seconds(tmp_path, "class", "--out", "out", "--jobs", "2")
    again = sorted(seconds(tmp_path, "class", "--out", "out", "--jobs", "2") for _ in range(5))[2]
    started = time.perf_counter()
    for file in sorted(folder.iterdir()):
        subprocess.run(
            [sys.executable, str(file)],
            cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
    plain = time.perf_counter() - started
    print(f"\na folder of 200, strict ÷ each with plain python: {first / plain:.2f} ({first:.1f} s ÷ {plain:.1f} s)")
    print(f"the same folder again ÷ the first time: {again / first:.3f} ({again:.2f} s)")


def test_cost_is_linear_and_memory_flat(tmp_path: Path) -> None:
    cost, peak = {}, {}
    for count in (SMALL, LARGE):
        students = varied(200)
        sources = list(students.values())
        write(tmp_path / f"class{count}", {f"s{n:06}": sources[n % len(sources)] + b"#%d\n" % n for n in range(count)})
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", PEAK, f"class{count}", "--out", f"out{count}", "--jobs", "2"],
            cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
        )  # fmt: skip
        cost[count] = (time.perf_counter() - started) / count
        found = re.search(r"peak (\d+)", done.stderr)
        assert done.returncode == 0
        assert found, done.stderr
        peak[count] = int(found[1])
        print(f"\n{count}: {cost[count] * 1000:.1f} ms a submission, parent's peak {peak[count] / 1024:.0f} MB")
        shutil.rmtree(tmp_path / f"class{count}")
    print(f"time a submission at {LARGE} ÷ at {SMALL}: {cost[LARGE] / cost[SMALL]:.2f}")
    print(f"parent's peak memory at {LARGE} ÷ at {SMALL}: {peak[LARGE] / peak[SMALL]:.2f}")
    print(f"a million on 100 workers, from that: {cost[LARGE] * 2 * 1_000_000 / 100 / 3600:.1f} hours")
