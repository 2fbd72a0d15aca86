"""What a source compares, and where it only seems to."""

from __future__ import annotations

import pytest

from grader.syntax.comparisons import behind_the_comma, compares_nothing, never_called


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


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(a):\n    print(a)\nf(1) == 1\n", {3: "f"}),
        ("def f(a):\n    pass\nf(1) == 1\n", {3: "f"}),
        ("def f(a):\n    return a\nf(1) == 1\n", {}),
        ("class T:\n    def f(self):\n        print(self)\n    def g(self):\n        self.f() == 1\n", {5: "f"}),
        ("async def f(a):\n    print(a)\nf(1) == 1\n", {}),
    ],
)
def test_what_a_function_without_return_gives_is_nothing_to_compare(source: str, found: dict[int, str]) -> None:
    assert compares_nothing(source) == found
