"""What a source compares and asserts: with what, and whether that can turn out false."""

from __future__ import annotations

import ast
import itertools
import re

from grader.syntax.functions import name_called
from grader.syntax.returns import silent_functions
from grader.syntax.tree import is_or, nodes_of, standing_alone, written_out

_COMPARES = r"(?:\w+\.)*(?:array_equal|array_equiv|allclose|isclose)"
_OF_ALL_CELLS = r"(?:not )?((?:\w+\.)+(?:any|all))"
_PRODUCT = r"(?:\w+\.)*(?:dot|matmul)"


def always_true(source: str) -> dict[int, str]:
    """The assertions that cannot fail: a condition and a text in brackets are a tuple, which is true.

    By their lines, each with its condition; of two values without a text, that they are equal.
    """
    if "assert" not in source:
        return {}
    asserts = [node for node in nodes_of(source) if isinstance(node, ast.Assert)]
    return {
        node.lineno: _condition_meant(node.test)
        for node in asserts
        if isinstance(node.test, ast.Tuple) and node.test.elts
    }


def _condition_meant(values: ast.Tuple) -> str:
    match values.elts:
        case [ast.Attribute() | ast.Name() | ast.Call() as one, ast.Tuple() | ast.List() as other]:
            return f"{written_out(one)} == {written_out(other)}"
    return written_out(values.elts[0])


def compared_with_texts(source: str) -> list[tuple[int, str]]:
    """The typed texts that something is compared with by ==, each with its line."""
    equations = [node for node in nodes_of(source) if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq)]
    typed = (side for node in equations for side in sides(node) if isinstance(side, ast.Constant))
    return [(side.lineno, side.value) for side in typed if isinstance(side.value, str)]


def compared_alone(source: str) -> dict[str, int]:
    """The names that a line compares with something and does nothing else: `h2 == h1 @ W2`; with the line.

    Several things may stand on that line with commas between, or several comparisons with an `and`: more than that
    may depend on what a comparison gives.
    """
    found: dict[str, int] = {}
    for node in standing_alone(source):
        for part in _parts_of(node):
            match part:
                case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq()]):
                    found.setdefault(name, node.lineno)
    return found


def _parts_of(node: ast.expr) -> list[ast.expr]:
    """What stands side by side in an expression, and does nothing with one another."""
    match node:
        case ast.Tuple(elts=parts):
            return parts
        case ast.BoolOp(values=parts) if all(isinstance(part, ast.Compare) for part in parts):
            return parts
    return [node]


def compares_nothing(source: str) -> dict[int, str]:
    """The lines that compare what a function of the source without any `return` gives, which is None; with its name."""
    silent = silent_functions(source)
    compared = (side for node in nodes_of(source) if isinstance(node, ast.Compare) for side in sides(node))
    calls = (side for side in compared if isinstance(side, ast.Call))
    return {call.lineno: name for call in calls if (name := name_called(call.func)) in silent}


def only_compares(source: str) -> set[int]:
    """The lines on which a comparison stands alone: `C[i, j] == total`."""
    return {node.lineno for node in standing_alone(source) if isinstance(node, ast.Compare)}


def never_called(source: str) -> tuple[str, int] | None:
    """A function that compares, or asks all cells, and is a condition by itself: `if np.array_equal:`; its line."""
    for node in nodes_of(source):
        if isinstance(node, ast.If | ast.IfExp | ast.While | ast.Assert):
            name = written_out(node.test)
            if re.fullmatch(_COMPARES, name):
                return name, node.test.lineno
            if of_all := re.fullmatch(_OF_ALL_CELLS, name):
                return of_all[1], node.test.lineno
    return None


def behind_the_comma(source: str) -> list[int]:
    """The assertions of which a product is only the message: it is not computed as long as they hold."""
    messages = ((node.lineno, node.msg) for node in nodes_of(source) if isinstance(node, ast.Assert))
    return [line for line, message in messages if message and any(map(_is_product, ast.walk(message)))]


def never_compared(source: str) -> list[int]:
    """The lines of assertions of a bare value, with another one behind a comma, as if the two were compared."""
    asserts = (node for node in nodes_of(source) if isinstance(node, ast.Assert) and node.msg is not None)
    return [
        node.lineno
        for node in asserts
        if isinstance(node.test, ast.Name | ast.Attribute)
        and not isinstance(node.msg, ast.JoinedStr | ast.Call)
        and not (isinstance(node.msg, ast.Constant) and isinstance(node.msg.value, str))
    ]


def asks_for_identity(source: str) -> tuple[int, bool] | None:
    """The line that asks whether something `is` a product of matrices, or `is not`, and what the answer always is."""
    compares = (node for node in nodes_of(source) if isinstance(node, ast.Compare))
    identities = (node for node in compares if isinstance(node.ops[0], ast.Is | ast.IsNot))
    found = (node for node in identities if any(map(_is_product, sides(node))))
    return next(((node.lineno, isinstance(node.ops[0], ast.IsNot)) for node in found), None)


def behind_or(source: str) -> tuple[str, int] | None:
    """What stands before an `or` behind which a product is, with the line: where it is true, that is never computed."""
    for node in nodes_of(source):
        if is_or(node):
            for before, behind in itertools.pairwise(node.values):
                if any(map(_is_product, ast.walk(behind))):
                    return written_out(before), node.lineno
    return None


def _is_product(side: ast.AST) -> bool:
    """Whether it is a product of NumPy's: `A @ B`, `np.dot(A, B)`."""
    if isinstance(side, ast.Call):
        return re.fullmatch(_PRODUCT, written_out(side.func)) is not None
    return isinstance(side, ast.BinOp) and isinstance(side.op, ast.MatMult)


def true_by_itself(source: str, line: int) -> str | None:
    """What stands behind an `or` at a line and is true whatever stands before it: `C.shape == (3, 4) or (4, 3)`."""
    for node in nodes_of(source):
        if is_or(node) and node.lineno == line:
            typed = (part for part in node.values[1:] if isinstance(part, ast.Tuple | ast.List | ast.Constant))
            return next((written_out(part) for part in typed if getattr(part, "elts", getattr(part, "value", 0))), None)
    return None


def has_another_way_out(source: str, line: int) -> bool:
    """Whether an `or` stands at a line: one side of it may be false."""
    found = (node for node in nodes_of(source) if is_or(node))
    return any(node.lineno <= line <= (node.end_lineno or node.lineno) for node in found)


def sides(node: ast.Compare) -> list[ast.expr]:
    """What a comparison compares, from left to right."""
    return [node.left, *node.comparators]
