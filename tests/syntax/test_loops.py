"""Which loops are around a line, however a learner writes them, and what ends them."""

from __future__ import annotations

import pytest

from grader.syntax.loops import always_true_since, beside_its_loop, early_ends, loop_around, loops_around, used_up

NESTED = """\
for i in x:
    a = 1
    while y:
        b = 2
c = b
"""
ONE_LINE = """\
for i in range(2):
    for k in range(1, 2): total += A[i][k]
print(total)
"""
WITH_TEXT = """\
for i in x:
    note = '''
not indented
'''
    total += i
"""


def test_the_loops_around_a_line_begin_with_the_innermost() -> None:
    assert [loop_around(NESTED, line) for line in (2, 4, 5)] == [1, 3, 5]
    assert loops_around(NESTED, 4) == [3, 1]
    assert loops_around("for i in x\n    a", 2) == []


def test_a_loop_on_one_line_is_one() -> None:
    assert loops_around(ONE_LINE, 2) == [2, 1]


def test_a_text_that_is_not_indented_ends_no_loop() -> None:
    assert loops_around(WITH_TEXT, 5) == [1]


def test_a_return_under_no_condition_ends_its_loop() -> None:
    source = "def f(a):\n    for b in a:\n        if b:\n            return b\n        for c in b:\n            d = c\n"
    source += "        return d\n"
    assert early_ends(source) == [("return", 7, 2, 7)]
    assert early_ends("def f(a):\n    for b in a:\n        pass\n    return b\n") == []


def test_a_break_under_no_condition_ends_its_loop() -> None:
    source = "for a in b:\n    while a:\n        c = a\n        break\n    if a:\n        break\n"
    assert early_ends(source) == [("break", 4, 2, 4)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("for j in a:\n    c = 0\nfor k in b:\n    c += j * k\n", ("j", 3)),
        ("for i in a:\n    for j in a:\n        c = 0\n    for k in b:\n        c += i * j * k\n", ("j", 4)),
        ("for j in a:\n    for k in b:\n        c += j * k\n", None),
        ("for j in a:\n    c = 0\nfor j in b:\n    c += j\n", None),
        ("for n in a:\n    c = 0\nfor k in b:\n    n = 0\n    n += k\n", None),
    ],
)
def test_a_loop_that_stands_beside_the_one_it_belongs_in_is_found(source: str, found: tuple[str, int] | None) -> None:
    assert beside_its_loop(source, source.count("\n")) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("z = zip(*b)\nfor r in a:\n    for c in z:\n        d = c\n", ("z", 1)),
        ("z = zip(*b)\nd = [[x for x in z] for r in a]\n", ("z", 1)),
        ("z = list(zip(*b))\nfor r in a:\n    for c in z:\n        d = c\n", None),
        ("z = zip(*b)\nfor c in z:\n    d = c\n", None),
        ("for r in a:\n    z = zip(*b)\n    for c in z:\n        d = c\n", None),
    ],
)
def test_what_can_be_gone_through_once_is_found_where_a_loop_does_so_again(
    source: str, found: tuple[str, int] | None
) -> None:
    assert used_up(source) == found


def test_a_name_that_a_while_counts_is_no_other_loops() -> None:
    source = "for k in a:\n    b(k)\nfor i in c:\n    while k < 2:\n        d[k] = 1\n"
    assert beside_its_loop(source, 5) is None


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("ok = True\nfor a in b:\n    if a == c:\n        ok = True\n", ("ok", 1)),
        ("ok = False\nfor a in b:\n    if a == c:\n        ok = True\n", None),
        ("ok = True\nok &= d\nif a == c:\n    ok = True\n", None),
    ],
)
def test_a_name_that_is_true_and_stays_so_is_found(source: str, found: tuple[str, int] | None) -> None:
    assert always_true_since(source, 4) == found
