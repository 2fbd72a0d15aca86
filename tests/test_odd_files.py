"""Whatever a file holds beside its work, no check errs, and none takes longer than it may."""

from __future__ import annotations

import pytest

from grader.exercise import Pack
from grader.grading import grade_submission
from grader.loading.submissions import from_bytes
from grader.paths import data_folder
from grader.recording.sandbox import Sandbox
from grader.result import Result

REFERENCE = (data_folder("solutions") / "matmul_practice.py").read_text()
LARGE = f"0x{'F' * 4000}"
"""More digits than Python writes out in tens."""
TRANSPOSED = "C = A.T @ B\n"
MATCHES = 'print("Matches NumPy:", np.array_equal(result, A @ B))\n'
TRIALS = """
for trial in range(200):
    M = np.random.randn(5, 3)
    N = np.random.randn(5, 4)
    assert (M.T @ N).shape == (3, 4)
"""

RIGHT = {
    "a number of many digits in a verdict": REFERENCE.replace(
        MATCHES,
        f'if np.array_equal(result, A @ B):\n    print("they match", f"{{{LARGE}:x}}"[:1])\nelse:\n    print("no")\n',
    ),
    "a number of many digits in a row": REFERENCE.replace(
        TRANSPOSED, f'print(f"{{{LARGE}:x}}"[:1], len(output), "rows, 3 columns")\n{TRANSPOSED}'
    ),
    "a sum of many terms": REFERENCE.replace(
        'print("A.T @ B:", C.shape)', f"print(C.shape)\nassert {' + '.join(['C.size'] * 700)} == C.size * 700"
    ),
    "a bracket with many words": f'{REFERENCE}print("(" + "would " * 30_000)\n',
    "tens of thousands of lengths": f'{REFERENCE}print("4 3 " * 40_000)\n',
    "thousands of assertions": REFERENCE.replace(TRANSPOSED, TRANSPOSED + "assert C.shape == (3, 4)\n" * 2_500),
}
WRONG = {
    "divided by nothing": REFERENCE.replace(TRANSPOSED, f"{TRANSPOSED}C = C / 0\n"),
    "not a number": REFERENCE.replace(TRANSPOSED, f"{TRANSPOSED}C = C * np.nan\n"),
    "turned in the complex plane": REFERENCE.replace(TRANSPOSED, f"{TRANSPOSED}C = C * 1j\n"),
    "added to after hundreds of trials": REFERENCE.replace(TRANSPOSED, f"{TRIALS}C = A.T @ B + 1\n"),
}


def result_of(source: str, pack: Pack, sandbox: Sandbox) -> Result:
    assert source != REFERENCE
    return grade_submission(from_bytes(source.encode(), "matmul_practice.py"), pack, sandbox).result


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_odd_beside_right_work_costs_nothing(name: str, pack: Pack, sandbox: Sandbox) -> None:
    assert result_of(RIGHT[name], pack, sandbox).score == 100


@pytest.mark.parametrize("name", WRONG)
def test_what_is_odd_in_wrong_work_is_judged(name: str, pack: Pack, sandbox: Sandbox) -> None:
    statuses = [exercise.status for exercise in result_of(WRONG[name], pack, sandbox).exercises]
    assert statuses[0] == statuses[2] == "passed"
    assert statuses[1] in ("failed", "partial")


def test_thousands_of_comparisons_with_typed_numbers_have_half(pack: Pack, sandbox: Sandbox) -> None:
    cells = "assert (result[0, 0], result[0, 1], result[1, 0], result[1, 1]) == (19, 22, 43, 50)\n"
    each = "for n in range(2_000):\n    assert result[0, 0] == 19 and result[0, 1] == 22\n"
    rest = "assert result[1, 0] == 43 and result[1, 1] == 50\n" * 1_500
    attempt = "".join(f"    {row}" for row in (cells + rest).splitlines(keepends=True))
    in_a_try = f"ok = False\ntry:\n{attempt}    ok = True\nexcept AssertionError:\n    pass\nprint('equal:', ok)\n"
    for compared in (cells, each + rest, in_a_try):
        check = result_of(REFERENCE.replace(MATCHES, compared), pack, sandbox).exercises[2].checks[-1]
        assert (check.status, check.score) == ("partial", check.max_score / 2)


def test_of_hundreds_of_functions_that_nobody_calls_some_are_told(pack: Pack, sandbox: Sandbox) -> None:
    source = "".join(f"def f{number}(a):\n    print(a)\n" for number in range(500))
    result = result_of(source, pack, sandbox)
    assert {check.status for exercise in result.exercises for check in exercise.checks} == {"failed"}
    assert any("never called" in note.message for note in result.notes)


def test_a_very_long_line_that_python_cannot_read_is_told(pack: Pack, sandbox: Sandbox) -> None:
    result = result_of(f"i{'m' * 80_000} x y\n", pack, sandbox)
    assert any("SyntaxError" in note.message for note in result.notes)


def test_a_line_that_takes_thousands_of_entries_is_told(pack: Pack, sandbox: Sandbox) -> None:
    result = result_of(f"a, i = [], 0\nb = {'a[i],' * 10_000}\n", pack, sandbox)
    assert any("IndexError" in note.message for note in result.notes)


def test_what_python_reads_and_the_recorder_does_not_is_not_said_to_be_wrong(pack: Pack, sandbox: Sandbox) -> None:
    branches = "".join(f"elif n == {number}:\n    pass\n" for number in range(2_400))
    result = result_of(f"n = 1\nif n == 0:\n    pass\n{branches}", pack, sandbox)
    assert result.status == "inconclusive"
    assert "nested too deeply" in result.notes[0].message
