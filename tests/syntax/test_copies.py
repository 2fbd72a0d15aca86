"""What Python multiplies when it compiles it is known before it is compiled outside of a sandbox."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.recording.compiling import compiled_beforehand
from grader.recording.plan import Plan
from grader.syntax.copies import is_multiplied


def nested(levels: int, ways_out: int) -> str:
    """A function in whose `finally` another one stands, and so on."""
    rows = ["def f():"]
    for level in range(levels):
        indent = " " * (level + 1)
        rows += [f"{indent}try:", *[f"{indent} if x: return"] * max(ways_out, 1), f"{indent}finally:"]
    return "\n".join([*rows, " " * (levels + 1) + "pass"]) + "\n"


@pytest.mark.parametrize(("levels", "ways_out", "many"), [(1, 9, False), (2, 5, False), (8, 4, True), (12, 1, True)])
def test_what_grows_without_bound_is_known(levels: int, ways_out: int, many: bool) -> None:
    source = nested(levels, ways_out)
    assert is_multiplied(ast.parse(source)) is many
    assert (compiled_beforehand(source.encode(), source, Plan(filename="a.py")) is None) is many


@given(st.integers(1, 7), st.integers(1, 4))
def test_what_is_compiled_beforehand_stays_small(levels: int, ways_out: int) -> None:
    source = nested(levels, ways_out)
    if not is_multiplied(ast.parse(source)):
        code = compile(source, "a.py", "exec").co_consts[0]
        assert len(code.co_code) < 2_000_000
