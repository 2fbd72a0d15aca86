"""A product by loops that is wrong keeps the points of its comparison, where the file says that it is not NumPy's."""

from __future__ import annotations

import pytest

from tests.corpus import Grading

WRONG = """\
import numpy as np
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[j, k]
print(result)
expected = A @ B
"""
CELLS = "for i in range(2):\n    for j in range(2):\n"
HONEST = (
    "print('Match:', np.array_equal(result, expected))",
    "print('largest difference', np.abs(result - A @ B).max())",
    "print('differ' if (result - expected).any() else 'equal')",
    f"wrong = 0\n{CELLS}        if result[i, j] != expected[i, j]:\n            wrong += 1\nprint(wrong, 'wrong')",
    f"same = True\n{CELLS}        if result[i][j] != expected[i][j]:\n            same = False\nprint('same:', same)",
    "print('all equal:', all(result[i, j] == expected[i, j] for i in range(2) for j in range(2)))",
    "problems = []\n"
    "if not np.array_equal(result, A @ B):\n"
    "    problems.append('result equals NumPy')\n"
    "print('Problems: ' + ', '.join(problems) if problems else 'No problems found')",
    "def differ(P, Q):\n"
    "    for mine, other in zip(P, Q):\n"
    "        for one, two in zip(mine, other):\n"
    "            if one != two:\n"
    "                return True\n"
    "    return False\n"
    "print('differ:', differ(result, A @ B))",
)
HIDDEN = (
    "print('Match:', True)",
    f"{CELLS}        result[i, j] == expected[i, j]\nprint('They match')",
    "print('largest difference', np.abs(result - result).max())",
    "print('equal:', result[0, 0] == 17)",
    f"{CELLS}        result[i, j] - expected[i, j]",
)


def points(source: str, grading: Grading) -> float:
    (check,) = (check for check in grading.source(source).exercises[2].checks if check.id == "verified")
    return check.score


@pytest.mark.parametrize("comparison", HONEST)
def test_an_honest_comparison_has_its_points(comparison: str, grading: Grading) -> None:
    assert points(WRONG + comparison + "\n", grading) == 10


@pytest.mark.parametrize("comparison", HIDDEN)
def test_what_hides_the_difference_has_none(comparison: str, grading: Grading) -> None:
    assert points(WRONG + comparison + "\n", grading) < 10
