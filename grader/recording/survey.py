"""What a syntax tree tells before it is rewritten, gathered in one walk."""

from __future__ import annotations

import ast
from collections import deque
from typing import NamedTuple

SWALLOWING_CONTEXTS = ("suppress", "raises", "assertRaises")


class Survey(NamedTuple):
    """assigned: names that the code binds. protected: line ranges whose exceptions it may catch itself.

    functions: those of the module, and right within functions, with their lines. named: places that only name one
    (line, name), where a call may have been meant.
    """

    assigned: frozenset[str]
    protected: tuple[tuple[int, int], ...]
    functions: tuple[tuple[int, str], ...]
    named: tuple[tuple[int, str], ...]


def survey(tree: ast.AST) -> Survey:
    """Look at every node of `tree` once."""
    assigned: set[str] = set()
    defined: set[str] = set()
    protected: list[tuple[int, int]] = []
    named: list[tuple[int, str]] = []
    functions: list[tuple[int, str]] = []
    pending: deque[ast.AST] = deque([tree])
    while pending:
        node = pending.popleft()
        kind = type(node)
        if kind is ast.Name:
            if isinstance(node.ctx, ast.Store):  # type: ignore[attr-defined]
                assigned.add(node.id)  # type: ignore[attr-defined]
            continue
        if kind is ast.Constant:
            continue
        assigned.update(_bound_by(node))
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef):
            inner = (one for one in node.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))
            functions.extend((one.lineno, one.name) for one in inner)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if not node.decorator_list:
                # A property is not called.
                defined.add(node.name)
        elif isinstance(node, ast.Try | ast.TryStar | ast.With | ast.AsyncWith):
            protected.extend(_protected_by(node))
        else:
            named.extend(_named_by(node))
        pending.extend(ast.iter_child_nodes(node))
    return Survey(
        assigned=frozenset(assigned),
        protected=tuple(protected),
        functions=tuple(functions),
        named=tuple(place for place in named if place[1] in defined),
    )


def swallows(item: ast.withitem) -> bool:
    """Whether a context manager may catch exceptions, by its name."""
    call = item.context_expr
    target = call.func if isinstance(call, ast.Call) else call
    name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
    return any(word in name for word in SWALLOWING_CONTEXTS)


def _bound_by(node: ast.AST) -> tuple[str, ...]:
    match node:
        case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
        case ast.alias(name=name, asname=other):
            return (other or name,)
        case _:
            return ()


def _protected_by(node: ast.Try | ast.TryStar | ast.With | ast.AsyncWith) -> list[tuple[int, int]]:
    catches = node.handlers if isinstance(node, ast.Try | ast.TryStar) else any(map(swallows, node.items))
    return [(node.body[0].lineno, node.body[-1].end_lineno or node.body[-1].lineno)] if catches else []


def _named_by(node: ast.AST) -> list[tuple[int, str]]:
    """Names that stand alone as a statement, or are printed."""
    if isinstance(node, ast.Expr):
        values = [node.value]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
        values = node.args
    else:
        return []
    return [
        (value.lineno, value.id if isinstance(value, ast.Name) else value.attr)
        for value in values
        if isinstance(value, ast.Name | ast.Attribute)
    ]
