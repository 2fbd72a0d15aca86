"""What is counted or typed where it is calculated with, and what is data."""

from __future__ import annotations

import pytest

from exercises.hand_loop_matmul.by_hand.counting import is_counted
from grader.syntax.shapes import Place


def last_value(source: str) -> Place:
    """Where the value of the last assignment stands."""
    line = len(source.splitlines())
    row = source.splitlines()[-1]
    return Place(line, row.index("=") + 2, line, len(row))


@pytest.mark.parametrize(
    ("source", "counted"),
    [
        ("for i in reversed(range(2)):\n    c = i * i", True),
        ("for x in reversed(B):\n    c = x * x", False),
        ("for i, k in product(range(2), range(2)):\n    c = (i + 1) * (k + 5)", True),
        ("for a, b in product(A, B):\n    c = a * b", False),
        ("for i, row in enumerate(A):\n    c = (i + 1) * 5", True),
        ("for i, row in enumerate(A):\n    c = row * 5", False),
        ("i = 0\nwhile i < 2:\n    i += 1\n    c = i * 5", True),
        ("a, b = 1, 5\nc = a * b", False),
    ],
)
def test_a_counter_is_told_from_data(source: str, counted: bool) -> None:
    assert is_counted(source, last_value(source)) is counted


def test_names_that_are_each_made_of_two_are_looked_at_once() -> None:
    rows = ["for i in range(2):", "    a0 = i; b0 = i"]
    rows += [f"    a{n} = a{n - 1} + b{n - 1}; b{n} = a{n - 1} * b{n - 1}" for n in range(1, 1200)]
    source = "\n".join([*rows, "    c = a1199 * b1199"])
    assert is_counted(source, last_value(source))
