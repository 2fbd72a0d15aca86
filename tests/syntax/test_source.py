"""What is read from a source without running it: functions that give nothing, loops that end at once, names."""

from __future__ import annotations

import pytest

from grader.syntax.source import bound_names, early_ends, lost_results, tree_of

SILENT = "def f(a):\n    b = a\n"


@pytest.mark.parametrize("use", ["x = f(1)", "print(f(1))", "g(f(1))", "[f(i) for i in range(2)]", "f(1).shape"])
def test_what_a_function_without_return_gives_is_lost_where_it_is_used(use: str) -> None:
    assert lost_results(SILENT + use) == [("f", 3)]


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
    assert lost_results(source) == [("f", 5)]


def test_a_return_under_no_condition_ends_its_loop() -> None:
    source = "def f(a):\n    for b in a:\n        if b:\n            return b\n        for c in b:\n            d = c\n"
    source += "        return d\n"
    assert early_ends(source) == [("return", 7, 2, 7)]
    assert early_ends("def f(a):\n    for b in a:\n        pass\n    return b\n") == []


def test_a_break_under_no_condition_ends_its_loop() -> None:
    source = "for a in b:\n    while a:\n        c = a\n        break\n    if a:\n        break\n"
    assert early_ends(source) == [("break", 4, 2, 4)]


def test_names_are_known_from_the_line_where_they_are_first_given() -> None:
    source = "import numpy as np\ndef f(a):\n    b = a\nfor i, j in []:\n    b = 1\nclass C: pass\n"
    assert bound_names(source) == {"np": 1, "f": 2, "a": 2, "b": 3, "i": 4, "j": 4, "C": 6}


@pytest.mark.parametrize("source", ["x = (", "x = " + "(" * 5000, "\0", "x = 1\n" * 50_000], ids=range(4))
def test_what_cannot_be_read_says_nothing(source: str) -> None:
    assert tree_of(source) is None
    assert (lost_results(source), early_ends(source), bound_names(source)) == ([], [], {})
