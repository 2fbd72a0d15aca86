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


def test_a_long_finally_is_multiplied_as_much_as_many_are() -> None:
    rows = ["def f():", " try:", *["  if x: return"] * 400, " finally:", *["  a = b"] * 800]
    assert is_multiplied(ast.parse("\n".join(rows)))


@given(
    st.lists(
        st.sampled_from(["def f(a=[]):", "@d\ndef f():", "async def f(a: c):", "class A(b):", "if x():"]), max_size=40
    )
)
def test_functions_within_functions_are_not_multiplied_by_their_headers(heads: list[str]) -> None:
    rows = [" " * level + row for level, head in enumerate(heads) for row in head.split("\n")]
    source = "\n".join([*rows, " " * len(heads) + "pass"]) + "\n"
    compiled = compiled_beforehand(source.encode(), source, Plan(filename="a.py"))
    assert compiled is not None
    assert len(compiled.code) < 2_000 * (len(heads) + 1)


@given(st.integers(1, 7), st.integers(1, 4))
def test_what_is_compiled_beforehand_stays_small(levels: int, ways_out: int) -> None:
    source = nested(levels, ways_out)
    if not is_multiplied(ast.parse(source)):
        code = compile(source, "a.py", "exec").co_consts[0]
        assert len(code.co_code) < 2_000_000
