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
        (LISTS, "print(np.array_equal(C, A * B))", "print(np.array_equal(C, np.dot(A, B)))"),
        (LISTS, "assert C == A @ B", "assert np.array_equal(C, np.dot(A, B))"),
    ],
)
def test_a_comparison_that_stopped_is_asked_otherwise(given: str, line: str, hint: str, grading: Grading) -> None:
    assert told(f"{given}{IN_CELLS}print(C)\n{line}\n", "verified", grading).hint == hint
