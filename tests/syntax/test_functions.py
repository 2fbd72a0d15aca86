"""What functions give, and which of them is around a line."""

from __future__ import annotations

import pytest

from grader.syntax.functions import shared_defaults, takes_nothing
from grader.syntax.returns import lost_results
from grader.syntax.scopes import function_around, function_of

SILENT = "def f(a):\n    b = a\n"


@pytest.mark.parametrize("use", ["x = f(1)", "print(f(1))", "g(f(1))", "[f(i) for i in range(2)]", "f(1).shape"])
def test_what_a_function_without_return_gives_is_lost_where_it_is_used(use: str) -> None:
    assert lost_results(SILENT + use) == [("f", 3, "b")]


@pytest.mark.parametrize(
    "source",
    [
        SILENT + "f(1)",
        SILENT + "np.f(1)\nx = np.f(1)",
        "def f(a):\n    return a\nx = f(1)",
        "def f(a):\n    for b in a:\n        yield b\nx = list(f(1))",
        "def f(a):\n    ...\nx = f(1)",
        "def f(a):\n    def g():\n        b = 1\n    return g\nx = f(1)",
    ],
)
def test_nothing_is_lost_where_nothing_is_used_or_something_is_given(source: str) -> None:
    assert lost_results(source) == []


def test_an_inner_functions_return_is_not_the_outer_ones() -> None:
    assert lost_results("def f(a):\n    for b in a:\n        g = lambda: b\n    def h():\n        return a\nx = f(1)\n")


def test_a_method_that_gives_nothing() -> None:
    source = "class N:\n    def f(self):\n        self.a = 1\n    def g(self):\n        return self.f()\n"
    assert lost_results(source) == [("f", 5, "")]


FUNCTIONS = """\
def main():
    def inner(a):
        try:
            return a
        except ValueError:
            raise
    inner(1)
main()
"""


def test_where_a_function_begins_it_is_its_own() -> None:
    assert [function_around(FUNCTIONS, line) for line in (1, 2, 4, 7, 8)] == [0, 1, 2, 1, 0]
    assert [function_of(FUNCTIONS, line) for line in (1, 2, 4, 7, 8)] == [1, 2, 2, 1, 0]
    assert [takes_nothing(FUNCTIONS, line) for line in (1, 2, 4, 7, 8)] == [True, False, False, True, False]


def test_a_default_that_is_made_once_is_shared_by_all_calls() -> None:
    source = "def f(a, b=[0], *, c=1, d=list()):\n    b[0] += a\n"
    assert shared_defaults(source, 2) == {"b": 1, "d": 1}
    assert shared_defaults(source, 1) == {}
