"""Which statements stand around a line."""

from __future__ import annotations

import pytest

from grader.syntax.statements import (
    block_at,
    branches_at,
    condition_of,
    handlers_in,
    says_the_same_at,
    swallowed_at,
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
CAUGHT = """\
try:
    a = 1
except ValueError:
    raise
"""


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
    assert block_at("for i in x\n    a", 1) == range(1, 2)


def test_what_catches_an_exception_begins_below_its_except() -> None:
    assert handlers_in(CAUGHT) == [4]


@pytest.mark.parametrize(("then", "line"), [("pass", 3), ("print('wrong')", 0), ("raise", 0)])
def test_an_assertion_is_swallowed_where_nothing_tells_of_its_error(then: str, line: int) -> None:
    assert swallowed_at(f"try:\n    assert a\nexcept AssertionError:\n    {then}\n", 2) == line


def test_branches_that_do_the_same_are_found() -> None:
    assert says_the_same_at("if a:\n    b()\nelse:\n    b()\n", 1)
    assert not says_the_same_at("if a:\n    b()\nelse:\n    c()\n", 1)
    assert not says_the_same_at("if a:\n    b()\n", 1)
