"""Whether what a place of a source calculates with is counted or typed there, and is nobody's data."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping

from grader.syntax.functions import scope_of
from grader.syntax.origins import Variable, given_to, variables_in
from grader.syntax.tree import nodes_of

Place = tuple[int, int, int, int]
"""The line and the column where a piece of source begins, and those where it ends."""
_COUNTS = frozenset({"range", "reversed", "product", "ndindex", "enumerate"})


def is_counted(source: str, place: Place) -> bool:
    """Whether an expression is made of counters and of numbers that are typed in it: `(2 * i + k + 1) * (2 * k + 5)`.

    A variable that was given numbers, or a container of some, is data; so is what goes through such a container.
    """
    node = _expressions(source).get(place)
    return node is not None and all(_is_counter(source, one) for one in variables_in(source, node))


@functools.lru_cache(maxsize=2)
def _expressions(source: str) -> Mapping[Place, ast.expr]:
    return {
        (node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0): node
        for node in nodes_of(source)
        if isinstance(node, ast.expr)
    }


def _is_counter(source: str, variable: Variable, above: frozenset[Variable] = frozenset()) -> bool:
    """Whether a variable counts, or is made of such alone. above: those whose values are looked at already."""
    if variable in _counters(source):
        return True
    read = [set(variables_in(source, value)) for value in given_to(source, variable)]
    above |= {variable}
    return bool(read) and all(
        names and not names & above and all(_is_counter(source, name, above) for name in names) for names in read
    )


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
                case _, ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _COUNTS:
                    yield from _names(target)


def _names(target: ast.expr) -> Iterator[ast.Name]:
    return (one for one in ast.walk(target) if isinstance(one, ast.Name))
