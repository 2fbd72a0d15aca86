"""What a line asks of a shape where the answer says nothing of it, and why: `is`, a chain, a number with a point."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.syntax.shapes import measured_at
from grader.syntax.statements import never_reached
from grader.syntax.tree import nodes_of
from grader.text import short_name

_IDENTITY = "`is` asks whether two things are one and the same object, not whether they are equal."
_CHAIN = "Two comparisons in a row: (3, 4) is compared with what comes behind it, too, and is not equal to that."
_AND = (
    "& binds more strongly than ==, so that this compares other things than it seems to: between conditions stands and."
)
_POINT = "A number with a point is one number; a shape is two numbers with a comma between them."
_ORDER = "A shape that is greater is let through here as well."
_GIVEN = "One = gives the shape, and compares nothing."
_AXES = "ndim is how many lengths a shape has, and not the lengths."
_DONE = "This line is never done: the return above it ends the function."
_KEPT = "What comes of this comparison is kept, and nothing shows it."
_ASSERT, _PRINT = "assert C.shape == (3, 4)", "print(C.shape)"


class InVain(NamedTuple):
    """A line that speaks of a shape, and tells nothing of it: why, and what to try."""

    line: int
    told: str
    hint: str


def asked_in_vain(source: str) -> list[InVain]:
    """The lines that speak of a shape, and tell nothing of it."""
    return sorted([*_given_or_asked_otherwise(source), *_behind_a_return(source)])


def _given_or_asked_otherwise(source: str) -> Iterator[InVain]:
    used = {node.id for node in nodes_of(source) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for node in nodes_of(source):
        match node:
            case ast.Compare(lineno=line) if (told := _why(node)) and measured_at(source, line):
                yield InVain(line, told, _ASSERT)
            case ast.Assign(targets=[ast.Attribute(attr="shape")], lineno=line):
                yield InVain(line, _GIVEN, _ASSERT)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Compare(), lineno=line) if name not in used:
                yield InVain(line, _KEPT, f"print({short_name(name)})")
            case ast.Attribute(attr="ndim", ctx=ast.Load(), lineno=line):
                yield InVain(line, _AXES, _PRINT)


def _why(node: ast.Compare) -> str | None:
    """Why a comparison says nothing; None where it may say something."""
    match node:
        case ast.Compare(ops=[ast.Is() | ast.IsNot()]):
            return _IDENTITY
        case ast.Compare(comparators=[ast.BinOp(op=ast.BitAnd() | ast.BitOr()), *_]):
            return _AND
        case ast.Compare(ops=[ast.Eq(), ast.Eq() | ast.Is()], comparators=[ast.Tuple(), ast.Constant(value=bool())]):
            return _CHAIN
        case ast.Compare(ops=[ast.Eq() | ast.NotEq()], comparators=[ast.Constant(value=float())]):
            return _POINT
        case ast.Compare(ops=[ast.Gt() | ast.GtE() | ast.Lt() | ast.LtE()]):
            return _ORDER
    return None


def _behind_a_return(source: str) -> Iterator[InVain]:
    """The lines that speak of a shape, and stand behind a `return` in the same block."""
    for step in never_reached(source, below=ast.Return):
        if measured_at(source, step.lineno):
            yield InVain(step.lineno, _DONE, "Move it above the return.")
