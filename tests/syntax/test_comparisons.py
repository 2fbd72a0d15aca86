"""What a source compares, and where it only seems to."""

from __future__ import annotations

import pytest

from grader.syntax.comparisons import behind_the_comma, never_called


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("if np.array_equal:\n    a = 1\n", ("np.array_equal", 1)),
        ("a = 1\nassert allclose\n", ("allclose", 2)),
        ("if np.array_equal(a, b):\n    a = 1\n", None),
        ("if equal:\n    a = 1\n", None),
        ("if not d.any:\n    a = 1\n", ("d.any", 1)),
        ("if d.any():\n    a = 1\n", None),
    ],
)
def test_a_function_that_compares_is_found_where_nobody_calls_it(source: str, found: tuple[str, int] | None) -> None:
    assert never_called(source) == found


def test_a_product_behind_the_comma_of_an_assertion_is_only_its_message() -> None:
    assert behind_the_comma("assert c, a @ b\nassert c == a @ b, 'differs'\n") == [1]
