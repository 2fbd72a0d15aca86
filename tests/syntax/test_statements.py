"""Which statements stand around a line, however a learner writes them."""

from __future__ import annotations

import pytest

from grader.syntax.statements import (
    block_at,
    branches_at,
    condition_of,
    function_around,
    function_of,
    handlers_in,
    loop_around,
    loops_around,
    takes_nothing,
)

NESTED = """\
for i in x:
    a = 1
    while y:
        if z:
            b = 2
        else:
            b = 3
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
    assert [loop_around(NESTED, line) for line in (2, 5, 7, 8)] == [1, 3, 3, 8]
    assert loops_around(NESTED, 5) == [3, 1]


def test_a_loop_on_one_line_is_one() -> None:
    assert loops_around(ONE_LINE, 2) == [2, 1]


def test_a_text_that_is_not_indented_ends_no_loop() -> None:
    assert loops_around(WITH_TEXT, 5) == [1]


def test_a_block_ends_before_its_else() -> None:
    assert block_at(NESTED, 3) == range(3, 8)
    assert block_at(NESTED, 4) == range(4, 6)
    assert block_at(NESTED, 8) == range(8, 9)


def test_both_branches_of_an_if_are_told_from_what_follows() -> None:
    assert branches_at(NESTED, 4) == [5, 7]
    assert branches_at(NESTED, 3) == []


@pytest.mark.parametrize(
    ("source", "line", "condition"),
    [
        (NESTED, 5, 4),
        (NESTED, 7, 7),
        ("assert a == b\n\nprint('ok')\n", 3, 1),
        ("for x in y:\n    assert x\nprint('ok')\n", 3, 2),
        ("if a:\n    with b:\n        print('ok')\n", 3, 1),
        ("if a:\n    for b in c:\n        print('ok')\n", 3, 3),
    ],
)
def test_what_a_line_depends_on_is_the_condition_right_around_or_before_it(
    source: str, line: int, condition: int
) -> None:
    assert condition_of(source, line) == condition


def test_nothing_stands_around_a_line_of_what_is_no_python() -> None:
    assert loops_around("for i in x\n    a", 2) == []
    assert block_at("for i in x\n    a", 1) == range(1, 2)


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


def test_what_catches_an_exception_begins_below_its_except() -> None:
    assert handlers_in(FUNCTIONS) == [6]
