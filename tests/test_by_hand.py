"""What is said to a learner whose product by hand, or its comparison with NumPy's, is not right yet."""

from __future__ import annotations

import pytest

from grader.result import CheckResult
from tests.corpus import Grading

ARRAYS = """\
import numpy as np
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
"""
LISTS = """\
import numpy as np
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
"""
IN_CELLS = """\
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
"""
FLAT = """\
C = []
for i in range(2):
    for j in range(2):
        total = 0
        for k in range(2):
            total += A[i][k] * B[k][j]
        C.append(total)
"""
LOOPS = "for i in range(2):\n    for j in range(2):\n        for k in range(2):\n"
ZEROS_FIRST = "C = np.zeros((2, 2)) before the loops; in the innermost one, C[i][j] += A[i][k] * B[k][j]."


def told(source: str, check: str, grading: Grading) -> CheckResult:
    """What one check of the product by hand says of a source."""
    (by_hand,) = (one for one in grading.source(source).exercises if one.id == "hand-loop-matmul")
    return next(one for one in by_hand.checks if one.id == check)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("", "print(np.array_equal(np.reshape(C, (2, 2)), np.dot(A, B)))"),
        ("print(np.array_equal(C, np.dot(A, B)))", "print(np.array_equal(np.reshape(C, (2, 2)), np.dot(A, B)))"),
        ("assert np.array_equal(C, np.dot(A, B))", "assert np.array_equal(np.reshape(C, (2, 2)), np.dot(A, B))"),
        (
            "result = np.dot(A, B)\nprint(np.array_equal(result, C))",
            "print(np.array_equal(result, np.reshape(C, (2, 2))))",
        ),
        (
            "np.array_equal(np.reshape(C, (2, 2)), np.dot(A, B))",
            "print(np.array_equal(np.reshape(C, (2, 2)), np.dot(A, B)))",
        ),
        ("alike = np.array_equal(np.reshape(C, (2, 2)), np.dot(A, B))", "print(alike)"),
        ("print(C == np.dot(A, B))", "print(np.reshape(C, (2, 2)) == np.dot(A, B))"),
    ],
)
def test_what_compares_four_numbers_in_a_row_is_told_step_by_step(line: str, hint: str, grading: Grading) -> None:
    assert told(f"{LISTS}{FLAT}print(C)\n{line}\n", "verified", grading).hint == hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("if (C == A @ B).all:\n    print('same')", "if (C == A @ B).all():"),
        ("print((C == A @ B).all)", "print((C == A @ B).all())"),
        ("result = A @ B\nif (C == result).all:\n    print('same')", "if (C == result).all():"),
    ],
)
def test_a_method_without_brackets_is_put_right_in_its_row(line: str, hint: str, grading: Grading) -> None:
    assert told(f"{ARRAYS}{IN_CELLS}print(C)\n{line}\n", "verified", grading).hint == hint


@pytest.mark.parametrize(
    ("given", "line", "hint"),
    [
        (ARRAYS, "if C.all() == (A @ B).all():\n    print('same')", "if np.array_equal(C, A @ B):"),
        (ARRAYS, "if np.all(C) == np.all(A @ B):\n    print('same')", "if np.array_equal(C, A @ B):"),
        (LISTS, "print(np.array_equal(C, A * B))", "print(np.array_equal(C, np.dot(A, B)))"),
        (LISTS, "assert C == A @ B", "assert np.array_equal(C, np.dot(A, B))"),
    ],
)
def test_a_comparison_that_stopped_or_tells_nothing_is_asked_otherwise(
    given: str, line: str, hint: str, grading: Grading
) -> None:
    assert told(f"{given}{IN_CELLS}print(C)\n{line}\n", "verified", grading).hint == hint


@pytest.mark.parametrize(
    ("work", "seen", "hint"),
    [
        ("", "No result was seen.", f"Three loops, one inside the other, over i, j and k. {ZEROS_FIRST}"),
        (
            f"total = 0\n{LOOPS}            total += A[i][k] * B[k][j]\nprint(total)\n",
            "total is never set back to 0: at the end it is 134, all products together.",
            ZEROS_FIRST,
        ),
        (f"{LOOPS}            s = A[i][k] * B[k][j]\nprint(s)\n", "s is given each product in turn", ZEROS_FIRST),
        (f"{LOOPS}            print(A[i][k] * B[k][j])\n", "The products are printed here, and not", ZEROS_FIRST),
        (
            "C = []\nfor i in range(2):\n    line = []\n    for j in range(2):\n        for k in range(2):\n"
            "            line.append(A[i][k] * B[k][j])\n    C.append(line)\nprint(C)\n",
            "Each row of your result has 4 numbers instead of 2: the products are appended, not added up.",
            "total = 0 before the loop over k, total += A[i][k] * B[k][j] in it, and line.append(total) behind it.",
        ),
        (
            f"{LOOPS.replace('        for k', '        s = 0{0}        for k').format(chr(10))}"
            "            s += A[i][k] * B[k][j]\n        print(s)\nprint(np.array_equal(s, A @ B))\n",
            "The four sums are right, but s holds one of them at a time",
            "C = np.zeros((2, 2)) before the loops, C[i][j] = s right behind the innermost one;"
            " then compare C, and not s.",
        ),
    ],
)
def test_what_loops_did_with_the_products_is_told(work: str, seen: str, hint: str, grading: Grading) -> None:
    found = told(f"{ARRAYS}{work}", "product_is_right", grading)
    assert str(found.message).startswith(seen)
    assert found.hint == hint


def test_what_is_compared_has_the_name_that_the_loops_are_to_fill(grading: Grading) -> None:
    assert told(ARRAYS, "verified", grading).hint == "print(np.array_equal(C, A @ B))"


@pytest.mark.parametrize(
    ("work", "line", "seen", "hint"),
    [
        (
            "C = np.zeros((2, 2))\nfor i in range(1, 3):\n    for j in range(1, 3):\n        for k in range(1, 3):\n"
            "            C[i, j] += A[i, k] * B[k, j]\n",
            5,
            "Python counts from 0: this begins and ends one step too late.",
            "range(2) in all three loops.",
        ),
        (
            f"C = np.zeros((2, 2))\n{LOOPS}            C[i][j] = C + A[i][k] * B[k][j]\nprint(C, A @ B)\n",
            8,
            "The loop does not come to its end: ",
            None,
        ),
        (
            "def product():\n    C = [[0, 0], [0, 0]]\n    for i in range(2):\n        for j in range(2):\n"
            "            for k in range(2):\n                C[i][j] += A[i][k] * B[k][j]\n"
            "    print('C' + C)\nproduct()\n",
            10,
            "an error keeps it there: TypeError",
            None,
        ),
        (
            "C = []\nfor row in A:\n    for col in B:\n        C.append(sum(a * b for a, b in zip(row, col)))\n"
            "print(C)\n",
            6,
            "This goes over the rows of B; its columns are wanted.",
            "for col in zip(*B):",
        ),
    ],
)
def test_the_line_that_kept_the_result_from_being_right_is_told(
    work: str, line: int, seen: str, hint: str | None, grading: Grading
) -> None:
    found = told(f"{ARRAYS}{work}", "product_is_right", grading)
    assert seen in str(found.message)
    assert (found.line, found.hint) == (line, hint)


def test_of_functions_that_nobody_called_the_one_with_the_matrices_is_named(grading: Grading) -> None:
    work = "".join(f"    {row}\n" for row in IN_CELLS.splitlines())
    given = "".join(f"    {row}\n" for row in LISTS.splitlines()[1:])
    source = f"def one():\n    print(1)\ndef two():\n    print(2)\ndef three():\n{given}{work}"
    found = told(source, "product_is_right", grading)
    assert (found.line, found.message) == (
        5,
        "Nothing of this was seen. three() is never called: write three() at the end of the file.",
    )


IN_A_FUNCTION = """\
C = np.random.randn(3, 4)
def product(A, B):
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    return C
"""
ALL_IN_ONE = """\
C = np.random.randn(3, 4)
def exercise3():
    M = [[1, 2], [3, 4]]
    N = [[5, 6], [7, 8]]
    R = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                R[i][j] += M[i][k] * N[k][j]
    print(R)
exercise3()
"""


@pytest.mark.parametrize(
    ("source", "line", "hint"),
    [
        (
            f"{ARRAYS}{IN_A_FUNCTION}product(A, B)\n",
            12,
            "C = product(A, B), then print(np.array_equal(C, A @ B))",
        ),
        (f"{ARRAYS}{IN_A_FUNCTION}print(product(A, B))\n", 12, "print(np.array_equal(product(A, B), A @ B))"),
        (f"{ARRAYS}{IN_A_FUNCTION}C = product(A, B)\n", None, "print(np.array_equal(C, A @ B))"),
        (
            f"import numpy as np\n{ALL_IN_ONE}",
            11,
            "Below line 11, inside exercise3(): print(np.array_equal(R, np.dot(M, N)))",
        ),
        (
            f"import numpy as np\n{ALL_IN_ONE}print(np.array_equal(R, np.dot([[1, 2], [3, 4]], [[5, 6], [7, 8]])))\n",
            13,
            "Below line 11, inside exercise3(): print(np.array_equal(R, np.dot(M, N)))",
        ),
    ],
)
def test_what_is_only_there_in_a_function_is_compared_there_or_gets_a_name(
    source: str, line: int | None, hint: str, grading: Grading
) -> None:
    found = told(source, "verified", grading)
    assert (found.line, found.hint) == (line, hint)


def test_another_matrix_that_is_compared_takes_nothing_from_the_loops(grading: Grading) -> None:
    other = "C = np.random.randn(5, 3).T @ np.random.randn(5, 4)\n"
    work = IN_A_FUNCTION.replace("C = np.random.randn(3, 4)\n", other)
    source = f"{ARRAYS}{work}product(A, B)\nprint(np.array_equal(C, A @ B))\n"
    assert told(source, "computed_by_hand", grading).status == "passed"
    found = told(source, "verified", grading)
    assert (found.status, found.line, found.hint) == ("failed", 13, "C = product(A, B), above this line.")


def test_what_loops_make_and_nothing_keeps_is_no_result_where_numpys_has_its_name(grading: Grading) -> None:
    source = f"{ARRAYS}{IN_A_FUNCTION}product(A, B)\nC = A @ B\nprint(np.array_equal(C, A @ B))\n"
    assert told(source, "computed_by_hand", grading).status == "failed"


def test_an_error_of_another_exercise_does_not_stop_what_is_still_to_be_written(grading: Grading) -> None:
    source = f"{ARRAYS}X = np.random.randn(100, 8)\nhidden1 = X @ W1\n"
    found = told(source, "product_is_right", grading)
    assert (found.status, found.message, found.line) == ("failed", "No result was seen.", None)
    assert told(source, "loops_do_it", grading).status == "failed"
    found = told(f"{source}print(A @ W2)\n".replace("X @ W1", "B @ W1"), "product_is_right", grading)
    assert found.line == 5


def test_a_call_has_both_matrices_as_the_file_calls_them(grading: Grading) -> None:
    given = ARRAYS.replace("A =", "P =").replace("B =", "Q =")
    source = f"{given}{IN_A_FUNCTION}product(P, Q)\nD = P @ Q\nprint(D)\n"
    assert told(source, "computed_by_hand", grading).hint == "C = product(P, Q)"


def test_a_check_with_none_of_its_points_is_not_yet_passed_where_the_whole_is_in_part(grading: Grading) -> None:
    cells = [[f"A[{i}, 0] * B[0, {j}] + A[{i}, 1] * B[1, {j}]" for j in range(2)] for i in range(2)]
    rows = ", ".join(f"[{', '.join(row)}]" for row in cells)
    by_hand = grading.source(f"{ARRAYS}C = np.array([{rows}])\nprint(C == A @ B)\n").exercises[2]
    assert (by_hand.status, by_hand.score) == ("partial", 35)
    assert [check.status for check in by_hand.checks] == ["passed", "passed", "failed", "passed"]
