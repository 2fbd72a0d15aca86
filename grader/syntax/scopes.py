"""Whose the names of a source are: which function is around a line, and which variables are that one's own.

Lines count from 1. Where the source cannot be read as Python, there is no function.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Mapping, Sequence

from grader.syntax.tree import AnyFunction, lines_of, nodes_of, own_nodes


def function_around(source: str, line: int) -> int:
    """The line that begins the innermost function around `line`; 0 outside of all."""
    around = _functions_around(source).get(line)
    return around[-1].lineno if around else 0


def function_of(source: str, line: int) -> int:
    """`line` where a function begins there, else the line that begins the innermost one around it; 0 outside of all."""
    return line if line in _functions(source) else function_around(source, line)


def function_at(source: str, line: int) -> AnyFunction | None:
    """The function that begins at `line`, or stands around it."""
    return _functions(source).get(function_of(source, line))


def scope_of(source: str, name: str, line: int) -> int:
    """The line that begins the function whose own variable `name` is at `line`; 0 where it is everyone's."""
    own = _own_variables(source)
    around = _functions_around(source).get(line, ())
    return next((function.lineno for function in reversed(around) if name in own[function.lineno]), 0)


def parameters(function: AnyFunction) -> frozenset[str]:
    """The names of all that a function is given."""
    given = function.args
    every = (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg)
    return frozenset(one.arg for one in every if one is not None)


@functools.lru_cache(maxsize=4)
def _functions(source: str) -> Mapping[int, AnyFunction]:
    """The functions by the lines that begin them."""
    return {node.lineno: node for node in nodes_of(source) if isinstance(node, AnyFunction)}


@functools.lru_cache(maxsize=4)
def _functions_around(source: str) -> Mapping[int, Sequence[AnyFunction]]:
    """The functions in whose body a line is, the innermost last; no line outside of all."""
    found: dict[int, list[AnyFunction]] = {}
    for function in _functions(source).values():
        for line in lines_of(function.body):
            found.setdefault(line, []).append(function)
    return found


@functools.lru_cache(maxsize=4)
def _own_variables(source: str) -> Mapping[int, frozenset[str]]:
    """What each function is given, or gives a value to without saying that it is another one's; by its line."""
    return {line: _own(function) for line, function in _functions(source).items()}


def _own(function: AnyFunction) -> frozenset[str]:
    own = list(own_nodes(function))
    given = {node.id for node in own if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    others = {name for node in own if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    return (parameters(function) | given) - others
