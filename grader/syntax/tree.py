"""The syntax tree of a submission's source, read once; nothing of it is run."""

from __future__ import annotations

import ast
import functools
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeGuard

MAX_SOURCE = 100_000
AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef
AnyCallable = AnyFunction | ast.Lambda
Leaving = ast.Return | ast.Raise | ast.Break | ast.Continue
"""What leaves its block, so that nothing below it there is done."""


class Walked(NamedTuple):
    """The nodes of a syntax tree, those above before those below, and what stands right above each, by its identity."""

    nodes: Sequence[ast.AST]
    parents: Mapping[int, ast.AST]


@functools.lru_cache(maxsize=1)
def tree_of(source: str) -> ast.Module | None:
    """The syntax tree; None for what Python cannot read, and for what is too long to be looked at."""
    return parsed(source) if len(source) <= MAX_SOURCE else None


def parsed(source: str | bytes) -> ast.Module | None:
    """The syntax tree of a source of any length; None for what Python cannot read."""
    try:
        with warnings.catch_warnings():
            # Of an odd escape in a text: not for the instructor to read, and no error under -W error.
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@functools.lru_cache(maxsize=1)
def walked(source: str) -> Walked:
    """A source's syntax tree; without nodes when there is none."""
    tree = tree_of(source)
    nodes: list[ast.AST] = [tree] if tree else []
    parents: dict[int, ast.AST] = {}
    for node in nodes:
        for child in ast.iter_child_nodes(node):
            # A list that is gone through goes on with what is appended to it.
            nodes.append(child)
            parents[id(child)] = node
    return Walked(nodes, parents)


def nodes_of(source: str) -> Sequence[ast.AST]:
    """The nodes of its syntax tree, those above before those below; none when there is no tree."""
    return walked(source).nodes


def around(source: str, node: ast.AST) -> Iterator[ast.AST]:
    """What stands around a node of its syntax tree, the innermost first."""
    parents = walked(source).parents
    while (above := parents.get(id(node))) is not None:
        yield above
        node = above


def blocks_of(source: str) -> Iterator[list[ast.stmt]]:
    """The statements of each block, one after the other: of a function, a branch, a `finally`, the whole file."""
    for node in nodes_of(source):
        for part in ("body", "orelse", "finalbody"):
            block = getattr(node, part, None)
            # A lambda, and an `if` within an expression, have an expression there.
            if isinstance(block, list):
                yield block


def standing_alone(source: str) -> list[ast.expr]:
    """The expressions that are statements: nothing gets their values."""
    return [node.value for node in nodes_of(source) if isinstance(node, ast.Expr)]


def own_nodes(function: AnyFunction) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions and classes in it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, AnyCallable | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def written_out(node: ast.AST) -> str:
    """A piece of syntax as Python writes it; nothing for what is nested too deeply, or has too many digits."""
    try:
        return ast.unparse(node)
    except (RecursionError, ValueError):
        return ""


def lines_of(body: Sequence[ast.stmt]) -> range:
    """The lines of some statements that follow one another."""
    return range(body[0].lineno, last_line(body[-1]) + 1) if body else range(0)


def last_line(node: ast.stmt) -> int:
    """The line on which a statement ends."""
    return node.end_lineno or node.lineno


def is_or(node: ast.AST) -> TypeGuard[ast.BoolOp]:
    """Whether it is something with an `or`."""
    return isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or)


def is_print(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether it is a call of `print`."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"


def returns_something(node: ast.AST) -> bool:
    """Whether it is a `return` with a value."""
    return isinstance(node, ast.Return) and node.value is not None
