"""What a syntax tree tells before it is rewritten, gathered in one walk."""

from __future__ import annotations

import ast
from collections import deque
from typing import NamedTuple, TypeGuard

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
    swallowing: set[str] = set()
    within: list[tuple[str, tuple[int, int]]] = []
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
        elif isinstance(node, ast.Try | ast.TryStar):
            protected.extend([_lines_of(node.body)] if _catches(node) else [])
        elif isinstance(node, ast.With | ast.AsyncWith):
            within.extend((_name_of(item), _lines_of(node.body)) for item in node.items)
        else:
            named.extend(_named_by(node))
        if _is_swallowing(node):
            swallowing.add(node.name)
        pending.extend(ast.iter_child_nodes(node))
    protected.extend(lines for name, lines in within if name in swallowing or _may_swallow(name))
    return Survey(
        assigned=frozenset(assigned),
        protected=tuple(protected),
        functions=tuple(functions),
        named=tuple(place for place in named if place[1] in defined),
    )


def swallows(item: ast.withitem) -> bool:
    """Whether a context manager may catch exceptions, by its name."""
    return _may_swallow(_name_of(item))


def _may_swallow(name: str) -> bool:
    return any(word in name for word in SWALLOWING_CONTEXTS)


def _name_of(item: ast.withitem) -> str:
    """The name of what makes a context manager."""
    call = item.context_expr
    target = call.func if isinstance(call, ast.Call) else call
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def _catches(node: ast.Try | ast.TryStar) -> bool:
    """Whether exceptions may end here: with `except`, or where what is done finally leaves by itself."""
    leaves = ast.Return | ast.Break | ast.Continue
    return bool(node.handlers) or any(isinstance(step, leaves) for step in node.finalbody)


def _is_swallowing(node: ast.AST) -> TypeGuard[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Whether it is a context manager that may catch exceptions.

    As a class, with an `__exit__` that gives back something; as a function, with a `yield` that is tried.
    """
    if isinstance(node, ast.ClassDef):
        return any(_gives_back(part) for part in node.body if getattr(part, "name", "") in ("__exit__", "__aexit__"))
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or not node.decorator_list:
        return False
    tries = (part for part in ast.walk(node) if isinstance(part, ast.Try) and _catches(part))
    return any(isinstance(part, ast.Yield) for one in tries for step in one.body for part in ast.walk(step))


def _gives_back(function: ast.stmt) -> bool:
    """Whether a function returns something that is not plainly false."""
    values = (part.value for part in ast.walk(function) if isinstance(part, ast.Return) and part.value)
    return any(not isinstance(value, ast.Constant) or bool(value.value) for value in values)


def _lines_of(body: list[ast.stmt]) -> tuple[int, int]:
    return body[0].lineno, body[-1].end_lineno or body[-1].lineno


def _bound_by(node: ast.AST) -> tuple[str, ...]:
    match node:
        case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
        case ast.alias(name=name, asname=other):
            return (other or name,)
        case _:
            return ()


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
