"""Whether what a place of a source calculates with is counted or typed there, and is nobody's data."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator, Mapping

from grader.syntax.origins import Variable, given_to, variables_in
from grader.syntax.scopes import scope_of
from grader.syntax.shapes import Place
from grader.syntax.tree import nodes_of

_COUNTS = frozenset({"range", "ndindex"})
_OF_COUNTERS = frozenset({"reversed", "product"})
"""What counts when all that it goes through does: `product(range(2), range(2))`."""


def is_counted(source: str, place: Place) -> bool:
    """Whether an expression is made of counters and of numbers that are typed in it: `(2 * i + k + 1) * (2 * k + 5)`.

    A variable that was given numbers, or a container of some, is data; so is what goes through such a container.
    """
    node = _expressions(source).get(place)
    return node is not None and _are_counters(source, variables_in(source, node))


@functools.lru_cache(maxsize=2)
def _expressions(source: str) -> Mapping[Place, ast.expr]:
    return {
        Place(node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0): node
        for node in nodes_of(source)
        if isinstance(node, ast.expr)
    }


def _are_counters(source: str, variables: Iterable[Variable]) -> bool:
    """Whether these variables count, or are made of such alone."""
    waiting, seen = [*variables], set(_counters(source))
    while waiting:
        variable = waiting.pop()
        if variable in seen:
            continue
        seen.add(variable)
        read = [set(variables_in(source, value)) for value in given_to(source, variable)]
        if not read or not all(read):
            return False
        waiting += set().union(*read)
    return True


@functools.lru_cache(maxsize=2)
def _counters(source: str) -> frozenset[Variable]:
    """The variables that loops count, with `range` or by adding a number."""
    names = (name for node in nodes_of(source) for name in _counted_by(node))
    return frozenset((name.id, scope_of(source, name.id, name.lineno)) for name in names)


def _counted_by(node: ast.AST) -> Iterator[ast.Name]:
    match node:
        case ast.AugAssign(target=ast.Name() as counter, value=ast.Constant()):
            yield counter
        case ast.For(target=target, iter=through) | ast.comprehension(target=target, iter=through):
            match target, through:
                case ast.Tuple(elts=[ast.Name() as first, *_]), ast.Call(func=ast.Name(id="enumerate")):
                    yield first
                case _ if _counts(through):
                    yield from (one for one in ast.walk(target) if isinstance(one, ast.Name))


def _counts(through: ast.expr) -> bool:
    match through:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given):
            return name in _COUNTS or (name in _OF_COUNTERS and all(map(_counts, given)))
    return False
