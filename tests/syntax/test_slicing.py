"""What depends on a line: through names, branches, functions, and objects that are filled."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.syntax.slicing import forward_slice

BRANCHES = """\
if C.shape == (3, 4):
    word = "right"
else:
    word = "wrong"
print("by the way")
print(word)
"""
COUNTER = """\
passed = 0
passed += C.shape == (3, 4)
other = passed + 1
print(other)
print(C)
"""
HELPER = """\
failures = []
def expect(name, got, want):
    if got != want:
        failures.append(name)
expect("shape", C.shape, (3, 4))
name = "unrelated"
print(name)
print(len(failures))
"""
GIVEN_ON = """\
def say(name, fine):
    print(name, fine)
say("shape", C.shape == (3, 4))
print("done")
"""
RETURNS = """\
def check(C):
    if C.shape != (3, 4):
        return "wrong"
    return "right"
verdict = check(A.T @ B)
print(verdict)
print(A)
"""
OBJECT = """\
class Report:
    def __init__(self):
        self.lines = []
    def check(self, fine):
        self.lines.append(fine)
report = Report()
report.check(C.shape == (3, 4))
print(report.lines)
print(C)
"""
LEAVES = """\
for C in candidates:
    if C.shape != (3, 4):
        continue
    print("right")
print("done")
"""
SCOPES = """\
def one():
    fine = C.shape == (3, 4)
def two():
    fine = 3
    print(fine)
"""
WITHIN_A_FUNCTION = """def outer():
    def inner():
        x = 1
    print(x)
x = 2
outer()
"""


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        (BRANCHES, 1, {6}),
        (COUNTER, 2, {4}),
        (HELPER, 3, {8}),
        (GIVEN_ON, 3, {2}),
        (RETURNS, 2, {6}),
        (OBJECT, 7, {8}),
        (LEAVES, 2, {4}),
        (SCOPES, 2, set()),
        (WITHIN_A_FUNCTION, 5, {4}),
    ],
)
def test_what_is_printed_depends_on_a_line(source: str, line: int, said: set[int]) -> None:
    printing = {number for number, row in enumerate(source.splitlines(), 1) if "print(" in row}
    assert forward_slice(source, line) & printing == said


def test_of_what_is_no_python_only_the_line_itself_is_known() -> None:
    assert forward_slice("if x\n    print(x)\n", 1) == {1}


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), min_size=1, max_size=12))
def test_a_slice_has_the_slices_of_its_lines(pairs: list[tuple[str, str]]) -> None:
    source = "\n".join(f"{given} = {read}" for given, read in pairs)
    assert ast.parse(source)
    found = forward_slice(source, 1)
    assert all(forward_slice(source, line) <= found for line in found)
