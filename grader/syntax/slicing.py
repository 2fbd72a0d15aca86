"""What depends on a line: its forward slice, by the names that it gives, its branches, and the functions it calls.

M. Weiser, "Program slicing", ICSE 1981. Names count in the function in which they are given; of an object, all of it
depends on what is put into it.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from grader.syntax.scopes import parameters, scope_of
from grader.syntax.tree import AnyFunction, Leaving, around, last_line, lines_of, nodes_of

FILLING = frozenset({
    "append", "appendleft", "add", "extend", "insert", "update", "setdefault", "put", "write", "writelines",
    "writerow", "remove", "pop", "clear",
})  # fmt: skip
"""Methods that put something into what they are called on, or take it out."""

_Name = tuple[int, str]
"""A name, and the line of the function in which it is given; 0 outside of all."""
_Cause = int | _Name
"""What something can depend on: a line, or a name."""


class _Step(NamedTuple):
    """A statement without those within it. lines: its own; within: those that it decides about.

    follows: the lines that only come to run where it does not leave its function or loop.
    """

    lines: range
    within: range
    follows: range
    reads: frozenset[_Name]
    gives: frozenset[_Name]
    calls: frozenset[str]


@functools.lru_cache(maxsize=64)
def forward_slice(source: str, line: int) -> frozenset[int]:
    """The lines that depend on what is found at `line`, and itself. A source that is no Python has no others."""
    steps = _steps_of(source)
    found: set[_Cause] = set()
    taken: set[int] = set()
    followed: dict[int, int] = {}
    waiting: list[_Cause] = [line]
    while waiting:
        cause = waiting.pop()
        if cause in found:
            continue
        found.add(cause)
        for number in steps.caused_by.get(cause, ()):
            if number not in taken:
                taken.add(number)
                waiting += steps.causes(number, followed)
    return frozenset(cause for cause in found if isinstance(cause, int))


class _Steps:
    """The statements of a source. caused_by: the numbers of those that are at a line, or read a name."""

    def __init__(self, source: str) -> None:
        scopes = _Scopes(source)
        self._parameters = scopes.parameters
        self._all = [scopes.step(node) for node in nodes_of(source) if isinstance(node, ast.stmt)]
        self.caused_by: dict[_Cause, list[int]] = {}
        for number, step in enumerate(self._all):
            for cause in (*step.lines, *step.reads):
                self.caused_by.setdefault(cause, []).append(number)

    def causes(self, number: int, followed: dict[int, int]) -> Iterator[_Cause]:
        """What depends on a statement: lines, and names that get something there.

        followed: from where on lines that follow one were told already, by where they end: of many assertions in one
        `try` each is followed by the same.
        """
        step = self._all[number]
        yield from (*step.lines, *step.within, *step.gives)
        start, stop = step.follows.start, step.follows.stop
        yield from range(start, followed.get(stop, stop))
        followed[stop] = min(start, followed.get(stop, stop))
        for called in step.calls:
            yield from self._parameters.get(called, ())


@functools.lru_cache(maxsize=1)
def _steps_of(source: str) -> _Steps:
    return _Steps(source)


class _Scopes:
    """Where the statements of a source stand, and whose the names in them are."""

    def __init__(self, source: str) -> None:
        self._source = source
        functions = [node for node in nodes_of(source) if isinstance(node, AnyFunction)]
        self.parameters = {node.name: frozenset((node.lineno, name) for name in parameters(node)) for node in functions}

    def step(self, node: ast.stmt) -> _Step:
        """What a statement reads, gives and decides."""
        outer = list(around(self._source, node))
        parts = [part for one in _head(node) for part in ast.walk(one)]
        gives = {self._scoped(name, node) for name in _given(parts)}
        function = next((one for one in outer if isinstance(one, AnyFunction)), None)
        if function is not None and any(isinstance(part, ast.Return | ast.Yield | ast.YieldFrom) for part in parts):
            gives.add((0, function.name))
        return _Step(
            lines=_lines_of_head(node),
            within=range(0) if isinstance(node, AnyFunction | ast.ClassDef | ast.With) else _lines_of_bodies(node),
            follows=_follows(node, outer),
            reads=frozenset(self._scoped(name, node) for name in _read(parts)),
            gives=frozenset(gives),
            calls=frozenset(name for part in parts if isinstance(part, ast.Call) for name in _called(part)),
        )

    def _scoped(self, name: str, node: ast.stmt) -> _Name:
        return (scope_of(self._source, name, node.lineno), name)


def _head(node: ast.stmt) -> list[ast.AST]:
    """A simple statement, or of a compound one what stands before its bodies."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [*node.decorator_list]
        case ast.If() | ast.While():
            return [node.test]
        case ast.For() | ast.AsyncFor():
            return [node.target, node.iter]
        case ast.With() | ast.AsyncWith():
            return [*node.items]
        case ast.Match():
            return [node.subject, *(case.guard for case in node.cases if case.guard)]
        case ast.Try():
            return []
    return [node]


def _lines_of_head(node: ast.stmt) -> range:
    """The lines of a statement, of a compound one those of its head alone."""
    head = _head(node)
    if head == [node]:
        return range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return range(node.lineno, max((getattr(part, "end_lineno", node.lineno) for part in head), default=node.lineno) + 1)


def _lines_of_bodies(node: ast.stmt) -> range:
    """The lines of all that stands within a statement, in its branches as well."""
    return range(node.lineno, (node.end_lineno or node.lineno) + 1) if _head(node) not in ([node], []) else range(0)


def _follows(node: ast.stmt, outer: Sequence[ast.AST]) -> range:
    """What comes after a statement that leaves its function or loop, in that one; of an assertion, what it decides."""
    if isinstance(node, ast.Assert):
        return _decided_by(node, outer)
    ends = AnyFunction if isinstance(node, ast.Return) else AnyFunction | ast.For | ast.AsyncFor | ast.While
    inside = next((one for one in outer if isinstance(one, ends)), None) if isinstance(node, Leaving) else None
    return range(node.lineno, (getattr(inside, "end_lineno", None) or node.lineno) + 1) if inside else range(0)


def _decided_by(assertion: ast.Assert, outer: Sequence[ast.AST]) -> range:
    """The rest of the `try` that catches what an assertion raises: either what follows there runs, or a handler."""
    for one in outer:
        if isinstance(one, AnyFunction):
            break
        if isinstance(one, ast.Try) and one.handlers and assertion.lineno in lines_of(one.body):
            return range(assertion.lineno, last_line(one) + 1)
    return range(0)


def _given(parts: Iterable[ast.AST]) -> Iterator[str]:
    """The names, and attributes, that get something: by an assignment, or as an object that is filled."""
    for part in parts:
        match part:
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.Subscript(value=held, ctx=ast.Store()):
                yield from _object(held)
            case ast.Call(func=ast.Attribute(value=held, attr=method)) if method in FILLING:
                yield from _object(held)


def _object(held: ast.expr) -> Iterator[str]:
    """What an object is called: `failures`, `self.failures`, `results["shape"]`."""
    match held:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
        case ast.Subscript(value=inner):
            yield from _object(inner)


def _read(parts: Iterable[ast.AST]) -> Iterator[str]:
    for part in parts:
        match part:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                yield name


def _called(call: ast.Call) -> Iterator[str]:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
