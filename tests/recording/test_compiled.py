"""What a submission compiles to is the same for every run, whether it comes along with the request or not."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import pytest

from grader.recording.compiling import compiled_beforehand
from grader.recording.confinement import available
from grader.recording.plain import PlainSandbox
from grader.recording.plan import Plan, Substitution
from grader.recording.sandbox import Sandbox
from grader.recording.warm import WarmSandbox
from tests.running import GIVEN, printed, trace_of

SOURCE = """
import numpy as np
A = np.array([[1, 2], [3, 4]])
def double(matrix):
    '''Of a matrix.'''
    return [[2 * entry for entry in row] for row in matrix.tolist()]
try:
    print(double(A), "é", A[5])
except IndexError:
    print("caught")
undefined
print(double(A))
"""
PLAN = Plan(filename="matmul_practice.py", keep_going=True)

strict = pytest.mark.skipif(not available(quick=True).strict, reason="strict isolation cannot be had here")


@pytest.fixture(params=["plain", "basic", pytest.param("strict", marks=strict)], scope="module")
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with contextlib.closing(PlainSandbox() if request.param == "plain" else WarmSandbox(request.param)) as opened:
        yield opened


@pytest.mark.parametrize("beforehand", [False, True])
def test_a_run_is_like_the_first_one(sandbox: Sandbox, beforehand: bool) -> None:
    traces = [trace_of(sandbox, SOURCE, keep_going=True, beforehand=beforehand and number > 0) for number in range(3)]
    assert traces[0].text == "caught\n[[2, 4], [6, 8]]\n"
    for trace in traces:
        assert trace.text == traces[0].text
        assert trace.exceptions == traces[0].exceptions
        assert [sight.site for sight in trace.sights] == [sight.site for sight in traces[0].sights]
        assert trace.defined == traces[0].defined == {"double": 4}


def test_the_plans_of_runs_that_share_code_stay_their_own(sandbox: Sandbox) -> None:
    source = "import numpy as np\nA = [[1, 2], [3, 4]]\nprint(np.array(A) @ np.eye(2, dtype=int))\nnothing"
    substitution = (Substitution(GIVEN[0], ((11, 12), (13, 14))),)
    plain = printed(sandbox, source, keep_going=True)
    broken = printed(sandbox, source, keep_going=True, broken=("matmul",))
    other = printed(sandbox, source, keep_going=True, substitutions=substitution)
    assert plain.split() == ["[[1", "2]", "[3", "4]]"]
    assert broken.split() == ["[[1", "2]", "[3", "9]]"]
    assert other.split() == ["[[11", "12]", "[13", "14]]"]


def test_another_submission_gets_its_own_code(sandbox: Sandbox) -> None:
    for number in (1, 2, 1):
        assert printed(sandbox, f"print({number})", keep_going=True) == f"{number}\n"


def test_the_same_bytes_as_another_text_get_their_own_code(sandbox: Sandbox) -> None:
    cells = {"displays": ((1, 1, 1),), "notebook": True}
    assert printed(sandbox, "1 + 1", keep_going=True) == ""
    assert printed(sandbox, "1 + 1", keep_going=True, **cells) == "2\n"
    assert printed(sandbox, "1 + 1", keep_going=True) == ""


def test_what_python_cannot_read_is_refused_in_every_run(sandbox: Sandbox) -> None:
    for _ in range(2):
        stop = trace_of(sandbox, "print(1\n", keep_going=True).stop
        assert stop is not None
        assert (stop.type, stop.line) == ("SyntaxError", 1)


def test_a_submission_finds_no_file_of_kept_code(sandbox: Sandbox) -> None:
    source = """
import os
for number in range(3, 64):
    try:
        os.fstat(number)
    except OSError:
        continue
    print(number)
"""
    for _ in range(2):
        assert printed(sandbox, source, keep_going=True) == "3\n"


def test_what_python_cannot_read_or_warns_of_is_left_to_the_run() -> None:
    for source in ("print(1\n", "x = " + "-" * 19_000 + "1\n", "x\0", "#" * 20_001):
        assert compiled_beforehand(source.encode(), source, PLAN) is None
    assert compiled_beforehand(SOURCE.encode(), SOURCE, PLAN) is not None
    odd = compiled_beforehand(b'"\\d"', '"\\d"', PLAN)
    # Since 3.12 Python says so to whoever runs the file.
    assert (odd is None) == (sys.version_info >= (3, 12))


def test_a_run_that_dies_while_it_compiles_leaves_the_next_one_to_do_it(sandbox: Sandbox) -> None:
    deep = "x = " + "-" * 200_000 + "1\nprint(2)"
    for _ in range(2):
        stop = trace_of(sandbox, deep, keep_going=True).stop
        assert stop is None or stop.type in ("SyntaxError", "MemoryError", "RecursionError")
    assert printed(sandbox, "print('next')", keep_going=True) == "next\n"


def test_what_was_compiled_as_written_serves_the_run_that_keeps_going(sandbox: Sandbox) -> None:
    source = "print(1)\nnothing\nprint(2)"
    assert trace_of(sandbox, source).text == "1\n"
    assert printed(sandbox, source, keep_going=True) == "1\n2\n"
    assert trace_of(sandbox, source).text == "1\n"
