"""Hints speak of the learner's own names, and of the first thing that is missing."""

from __future__ import annotations

import pytest

from grader.own_names import in_own_names
from tests.corpus import Grading

SHAPES = """
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
V = np.random.randn(8, 16)
first = X @ V
second = first @ np.random.randn(16, 8)
last = second @ np.random.randn(8, 3)
{}
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
mine = [[sum(A[i, k] * B[k, j] for k in range(2)) for j in range(2)] for i in range(2)]
"""


def hints(grading: Grading, text: str) -> dict[str, str | None]:
    exercises = grading.source(text).exercises
    return {check.id: check.hint for exercise in exercises for check in exercise.checks}


def test_a_print_that_is_missing_is_that_of_the_learners_layer(grading: Grading) -> None:
    found = hints(grading, SHAPES.format("print(first.shape, last.shape)"))
    assert found["shapes_printed"] == "print(second.shape)"
    assert found["verified"] == "print(np.array_equal(mine, A @ B))"


def test_the_data_in_the_place_of_a_layer_are_seen_in_one_print_of_all(grading: Grading) -> None:
    found = hints(grading, SHAPES.format("print(first.shape, X.shape, last.shape)"))
    assert found["shapes_printed"] == "print(second.shape)"


def test_a_single_number_is_added_to_no_row(grading: Grading) -> None:
    by_rows = "mine = np.zeros((2, 2))\nfor i in range(2):\n    for k in range(2):\n        mine[i] += A[i, k] * B[k]\n"
    found = hints(grading, SHAPES.format("print(last.shape)").partition("mine = ")[0] + by_rows + "print(mine)\n")
    assert found["computed_by_hand"] == "Multiply single numbers, in three loops: total += A[i][k] * B[k][j]."


@pytest.mark.parametrize(
    "product",
    [
        "both = [np.random.randn(5, 3), np.random.randn(5, 4)]\nC = both[0] @ both[1]\n",
        "A, B = np.random.randn(5, 3), np.random.randn(5, 4)\ntimes = lambda one, other: one @ other\ntimes(A, B)\n",
    ],
)
def test_what_holds_both_matrices_or_multiplies_them_is_neither_a_matrix_nor_a_product(
    product: str, grading: Grading
) -> None:
    check = grading.source(f"import numpy as np\n{product}").exercises[1].checks[0]
    assert "C = A.T @ B" in str(check.hint)


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("print(hidden1.shape) after each product.", "print(h.shape) after each product."),
        ("hidden2 = hidden1 @ W2, then hidden1[0]", "hidden2 = h @ W2, then h[0]"),
        ("No hidden1, and no hidden1s either.", "No hidden1, and no hidden1s either."),
        ("my.hidden1.shape", "my.hidden1.shape"),
    ],
)
def test_only_code_is_said_otherwise(hint: str, said: str) -> None:
    assert in_own_names(hint, {"hidden1": "h"}) == said
    assert in_own_names(hint, {}) == hint


def test_a_name_of_several_arrays_takes_the_place_of_none_whose_value_would_be_lost() -> None:
    names = {"W1": "w", "W3": "w", "hidden1": "h", "hidden2": "h", "X": "x"}
    drawn = "W1 = np.random.randn(8, 16)\nW2 = np.random.randn(16, 8)\nW3 = np.random.randn(8, 3)"
    assert in_own_names(drawn, names) == drawn
    assert in_own_names("hidden1 = X @ W1\nhidden2 = hidden1 @ W2", names) == "h = x @ w\nh = h @ W2"


@pytest.mark.parametrize(
    ("solved", "hint"),
    [
        ("third = first.reshape(3, 5) @ second", "third = first.T @ second"),
        ("third = first @ second", "third = first.T @ second"),
        ("t.C = first.reshape(3, 5) @ second\nthird = t.C", "third = first.T @ second"),
        ("t = {}\nt['C'] = first.reshape(3, 5) @ second\nprint(t['C'].shape)", "t['C'] = first.T @ second"),
    ],
)
def test_the_transpose_is_that_of_the_learners_matrix(solved: str, hint: str, grading: Grading) -> None:
    text = "import numpy as np\nclass t: pass\nfirst = np.random.randn(5, 3)\nsecond = np.random.randn(5, 4)\n"
    found = grading.source(f"{text}{solved}\n").exercises[1].checks[0].hint
    assert found is not None
    assert found.endswith(hint)
