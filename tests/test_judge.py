"""Each way in which a check ends has its status; an author's mistake is never the learner's."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from grader import grading, judging
from grader import judge as judge_module
from grader.check import Authored, Check, Inconclusive, Missing, Partly, Runs, Wrong, check
from grader.exercise import Exercise, Pack
from grader.judge import judge
from grader.loading.submissions import from_bytes
from grader.packs.spec import Misconception
from grader.recording.sandbox import Sandbox
from grader.result import AS_WRITTEN, CheckResult, ExerciseResult, RunStatus
from grader.scenario import KEEP_GOING
from grader.trace import Raised, Trace

Body = Callable[..., None]
KNOWN = Misconception(id="known", says="It teaches.", hint="Try that.")


def exercise(*bodies: Body) -> Exercise:
    return Exercise(
        id="e",
        title="E",
        points=10 * len(bodies),
        given={},
        literal=(),
        answer=None,
        scenarios={},
        misconceptions=(KNOWN,),
        load=lambda: Authored(tuple(Check.of(check(points=10)(body)) for body in bodies)),
    )


def judged(*bodies: Body, **traces: Trace) -> ExerciseResult:
    pack = Pack(title="P", version="1", exercises=(exercise(*bodies),), misconceptions={})
    (result,) = judge(pack, from_bytes(b"x = 1\n" * 9, "work.py"), traces or {AS_WRITTEN: run()}, {}, no_other_run)
    return result


def run(status: RunStatus = "finished", stop: Raised | None = None) -> Trace:
    return Trace(status=status, exceptions=[stop] if stop else [])


def no_other_run(name: str) -> Trace:
    raise KeyError(name)


STOPPED = run("raised", Raised("NameError", "x", 7, "uncaught", "", "", 1))


def passes(as_written: Trace) -> None:
    """It passes."""


def fails(as_written: Trace) -> None:
    """It fails."""
    raise Wrong("It was seen.", line=3, misconception="known")


def half(as_written: Trace) -> None:
    """It is half right."""
    raise Partly("Half.", share=0.5, hint="More.", line=4)


def unsure(as_written: Trace) -> None:
    """It cannot be judged."""
    raise Inconclusive("Not known.")


def missing(as_written: Trace) -> None:
    """It is not there."""
    raise Missing("There is none.", hint="Write it.")


def broken(as_written: Trace) -> None:
    """It is the author's mistake."""
    raise ZeroDivisionError("division by zero")


ENDS: list[tuple[Body, str, float]] = [
    (passes, "passed", 10),
    (fails, "failed", 0),
    (half, "partial", 5),
    (unsure, "inconclusive", 0),
    (missing, "failed", 0),
    (broken, "error", 0),
]


@pytest.mark.parametrize(("body", "status", "score"), ENDS)
def test_each_end_has_its_status_and_score(body: Body, status: str, score: float) -> None:
    result = judged(body)
    assert (result.status, result.score) == (status, score)
    (only,) = result.checks
    assert (only.status, only.score, only.max_score) == (status, score, 10)


def test_a_known_mistake_explains_itself() -> None:
    (only,) = judged(fails).checks
    assert only == CheckResult(
        id="fails", title="It fails", status="failed", score=0, max_score=10, message="It was seen. It teaches.",
        hint="Try that.", line=3, misconception="known",
    )  # fmt: skip


def test_a_check_that_raises_is_an_error_for_it_alone() -> None:
    result = judged(passes, broken, fails)
    assert [found.status for found in result.checks] == ["passed", "error", "failed"]
    assert result.status == "error"
    message = result.checks[1].message
    assert message is not None
    assert "ZeroDivisionError" in message
    assert "not yours" in message


def test_whatever_numbers_a_submission_has_can_be_calculated_with() -> None:
    def rounds(as_written: Trace) -> None:
        """It rounds, divides, and overflows."""
        odd = np.frombuffer(b"\x80\x7f\x80\x7f\xff\xff\x7f\x7f", "<f4")
        np.round(odd) / np.zeros(2) + odd * odd

    assert judged(rounds).checks[0].status == "passed"


def test_what_is_missing_after_a_stop_is_blocked_and_the_line_named() -> None:
    (only,) = judged(missing, as_written=STOPPED).checks
    assert (only.status, only.line) == ("blocked", 7)
    assert only.message == "Not reached: line 7 stopped the file (NameError)."


@pytest.mark.parametrize("status", ["timed_out", "out_of_memory", "flooded", "raised", "exited", "killed", "crashed"])
def test_what_is_missing_in_a_run_that_did_not_end_is_blocked_and_the_reason_said(status: RunStatus) -> None:
    (only,) = judged(missing, as_written=run(status)).checks
    assert only.status == "blocked"
    assert only.message is not None
    assert len(only.message) > len("Not reached: ")


def test_what_is_wrong_after_a_stop_is_failed() -> None:
    assert judged(fails, as_written=STOPPED).status == "failed"


def test_what_came_after_the_stop_is_judged_by_the_run_that_kept_going() -> None:
    def sees_the_kept_run(as_written: Trace) -> None:
        """It looks at the run that kept going."""
        assert as_written is kept

    kept = run()
    result = judged(sees_the_kept_run, **{AS_WRITTEN: STOPPED, KEEP_GOING: kept})
    assert result.status == "passed"


def test_an_unreadable_record_earns_nothing() -> None:
    result = judged(passes, as_written=run("unreadable"))
    assert (result.status, result.score) == ("failed", 0)


def test_an_unreadable_record_that_a_check_asks_for_earns_nothing() -> None:
    def asks(as_written: Trace, runs: Runs) -> None:
        """It looks at another run."""
        runs("another")

    pack = Pack(title="P", version="1", exercises=(exercise(asks),), misconceptions={})
    (result,) = judge(pack, from_bytes(b"", "work.py"), {AS_WRITTEN: run()}, {}, lambda name: run("unreadable"))
    assert result.checks[0].status == "failed"
    assert result.checks[0].message == "The record of this run cannot be trusted."


@pytest.mark.parametrize(
    ("bodies", "status"),
    [
        ((passes, passes), "passed"),
        ((passes, half), "partial"),
        ((half, fails), "failed"),
        ((passes, unsure), "inconclusive"),
        ((unsure, fails), "failed"),
        ((fails, broken), "error"),
    ],
)
def test_an_exercise_is_as_good_as_its_required_checks(bodies: tuple[Body, ...], status: str) -> None:
    assert judged(*bodies).status == status


def test_a_check_that_is_not_required_only_has_points() -> None:
    first, second = Check.of(check(points=5)(passes)), Check.of(check(points=5, required=False)(fails))
    whole = Exercise(
        id="e", title="E", points=10, given={}, literal=(), answer=None, scenarios={}, misconceptions=(),
        load=lambda: Authored((first, second)),
    )  # fmt: skip
    pack = Pack(title="P", version="1", exercises=(whole,), misconceptions={})
    (result,) = judge(pack, from_bytes(b"", "work.py"), {AS_WRITTEN: run()}, {}, no_other_run)
    assert (result.status, result.score, result.max_score) == ("passed", 5, 10)


COPIES = """
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
for i in range(200):
    Y = X * (2 + i)
for i in range(200):
    W = np.random.randn(8, 16)
for i in range(200):
    H = np.random.randn(100, 16)
"""


def test_an_exercise_that_takes_too_long_to_judge_is_not_judged_and_takes_nothing_from_the_others(
    pack: Pack, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "JUDGING_SECONDS", 0.05)
    source = COPIES.encode() + TRANSPOSED
    result = grading.grade_submission(from_bytes(source, "matmul_practice.py"), pack, sandbox).result
    assert [exercise.status for exercise in result.exercises[:2]] == ["inconclusive", "failed"]
    assert "too much" in str(result.exercises[0].checks[0].message)
    assert result.exercises[1].checks[0].status == "passed"


def test_what_comes_after_a_loop_that_floods_is_judged(pack: Pack, sandbox: Sandbox) -> None:
    source = b"i = 0\nwhile i < 3:\n    print('again and again and again and again and again')\n" + TRANSPOSED
    result = grading.grade_submission(from_bytes(source, "matmul_practice.py"), pack, sandbox).result
    assert result.runs[0].status == "flooded"
    assert result.exercises[1].checks[0].status == "passed"


TRANSPOSED = b"""
import numpy as np
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
"""


def test_an_error_of_several_lines_is_told_on_one(pack: Pack, sandbox: Sandbox) -> None:
    source = 'raise ValueError("x\\n\\n✓ matmul_practice.py  100 / 100")\n'
    result = grading.grade_submission(from_bytes(source.encode(), "matmul_practice.py"), pack, sandbox).result
    assert [note.message.count("\n") for note in result.notes] == [0]
    assert "ValueError: x ✓" in result.notes[0].message


def test_what_a_slow_file_shows_is_judged(pack: Pack, sandbox: Sandbox) -> None:
    source = b"import time\ntime.sleep(5.5)\n" + TRANSPOSED + b"print(C.shape)\n"
    result = grading.grade_submission(from_bytes(source, "matmul_practice.py"), pack, sandbox).result
    assert result.exercises[1].status == "passed"


def test_what_comes_after_the_bound_of_a_record_is_nobodys_fault(pack: Pack, sandbox: Sandbox) -> None:
    much = "for n in range(400):\n    many = [np.full(m + 2, n) for m in range(60)]\n" * 2
    source = f"import numpy as np\n{much}".encode() + TRANSPOSED + b"print(C.shape)\n"
    result = grading.grade_submission(from_bytes(source, "matmul_practice.py"), pack, sandbox).result
    product, _ = result.exercises[1].checks
    assert (product.status, product.message) == ("inconclusive", judge_module.NOT_ALL_KEPT)
    assert "more than is recorded" in result.notes[0].message


def test_what_is_not_right_in_a_record_that_was_cut_is_left_open(pack: Pack, sandbox: Sandbox) -> None:
    much = "def last(i):\n    return i\n" + "for i in range(1000):\n    z = i + 1\n" * 32 + "last(1)\n"
    result = grading.grade_submission(from_bytes(much.encode() + BY_HAND, "matmul_practice.py"), pack, sandbox).result
    checks = [check for exercise in result.exercises for check in exercise.checks]
    assert {check.status for check in checks} <= {"inconclusive", "passed"}
    assert not any("never called" in note.message for note in result.notes)


def test_a_file_that_is_too_long_to_be_recorded_is_left_open() -> None:
    too_long = Trace(status="finished", limits=["code"])
    assert [check.status for check in judged(missing, fails, **{AS_WRITTEN: too_long}).checks] == ["inconclusive"] * 2


def test_what_is_partly_right_in_a_record_that_was_cut_is_left_open() -> None:
    cut = Trace(status="finished", limits=["events"])
    assert [check.status for check in judged(half, passes, **{AS_WRITTEN: cut}).checks] == ["inconclusive", "passed"]


BY_HAND = b"""
import numpy as np
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("equal:", np.array_equal(C, np.array(A) @ np.array(B)))
"""


IN_OTHER_PROCESSES = b"""
import numpy as np
from multiprocessing import Pool
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
def row(i):
    return [sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)]
with Pool(2) as pool:
    C = pool.map(row, range(2))
print("equal:", np.array_equal(C, np.array(A) @ np.array(B)))
"""


def test_what_other_processes_multiply_is_left_open(pack: Pack, sandbox: Sandbox) -> None:
    submission = from_bytes(IN_OTHER_PROCESSES, "matmul_practice.py")
    result = grading.grade_submission(submission, pack, sandbox).result
    right, by_hand, loops, verified = result.exercises[2].checks
    assert [one.status for one in (right, by_hand, loops, verified)] == ["passed", *["inconclusive"] * 2, "passed"]
    assert "row() runs in other processes" in (by_hand.message or "")


@pytest.mark.parametrize(
    "text", ["'=' * 200_000", "'-.' * 100_000", "'1' * 100_000 + 'x'", "'1,' * 100_000", "'~1' * 100_000"]
)
def test_a_long_line_is_no_reason_not_to_judge(text: str, pack: Pack, sandbox: Sandbox) -> None:
    compared = b"print('same:', np.array_equal(C, A.T @ B))\n"
    source = TRANSPOSED + b"print(C.shape)\n" + f"print({text})\n".encode() + compared
    result = grading.grade_submission(from_bytes(source, "matmul_practice.py"), pack, sandbox).result
    assert result.exercises[1].status == "passed"


def test_a_line_that_the_file_does_not_have_is_not_named() -> None:
    def beyond(as_written: Trace) -> None:
        """It is said of code that has no lines here."""
        raise Wrong("It was seen.", line=1_000_000_000)

    assert [check.line for check in judged(fails, beyond).checks] == [3, None]


def test_what_is_missing_where_the_grader_refused_something_is_left_open() -> None:
    stop = Raised("PermissionError", "[Errno 1] Operation not permitted", 7, "uncaught", "", "<module>", 1)
    checks = judged(missing, fails, passes, **{AS_WRITTEN: run("raised", stop)}).checks
    assert [check.status for check in checks] == ["inconclusive", "failed", "passed"]
    assert checks[0].line == 7
