"""Right parts beside which others are tried, and how a part that is written in another way is graded."""

from __future__ import annotations

from grader.paths import data_folder
from grader.result import CheckResult, ExerciseResult
from tests.corpus import Grading

SOLUTION = (data_folder("solutions") / "matmul_practice.py").read_text("utf-8")
NETWORK, TRANSPOSE, BY_HAND = (SOLUTION.index(f"# {part}.") for part in (1, 2, 3))
PARTS = (SOLUTION[NETWORK:TRANSPOSE], SOLUTION[TRANSPOSE:BY_HAND], SOLUTION[BY_HAND:])
DATA = """\
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
"""
GIVEN = """\
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
"""
LOOP = """\
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
"""


def not_passed(exercise: ExerciseResult) -> list[CheckResult]:
    """The checks of an exercise that are not passed."""
    return [check for check in exercise.checks if check.status != "passed"]


def status(grading: Grading, part: int, text: str) -> str:
    """The status of a part that is written like this, in a file whose other parts are right."""
    parts = [text if index == part else right for index, right in enumerate(PARTS)]
    return list(grading.statuses("import numpy as np\n" + "\n".join(parts)).values())[part]
