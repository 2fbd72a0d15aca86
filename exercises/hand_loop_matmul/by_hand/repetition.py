"""Does a piece of a source run again and again by itself, or only as often as its function's calls are written down?"""

from __future__ import annotations

import ast
import functools
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from grader.syntax.tree import AnyCallable, AnyFunction, around, nodes_of, walked

_REPEATS = ast.For | ast.AsyncFor | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp | ast.Await
_Multiplication = ast.BinOp | ast.AugAssign


def is_written_out(source: str, line: int, column: int) -> bool:
    """Whether what is multiplied there stands in a function all of whose calls are written down, and in no loop.

    Not so where it cannot be told: a function that is handed on (to `map`), that calls itself, or that has no name.
    """
    places = [node for node in nodes_of(source) if isinstance(node, _Multiplication)]
    found = [node for node in places if (node.lineno, node.col_offset) == (line, column)]
    function = _function_around(found[0], source) if found else None
    return function is not None and _is_called_by_hand(_name_of(function, source), source)


def _is_called_by_hand(name: str | None, source: str) -> bool:
    """Whether each call of a function is written down: none stands in a loop, or in a function that is called by it."""
    runs_in: dict[str, set[str | None]] = {}
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name in runs_in:
            continue
        places = _places_of_calls(name, source) if name else None
        if name is None or places is None:
            return False
        runs_in[name] = places
        waiting += places
    try:
        TopologicalSorter(runs_in).prepare()
    except CycleError:
        return False
    return True


def _places_of_calls(name: str, source: str) -> set[str | None] | None:
    """What the functions are called that call this one once for each of their calls, and its other names.

    None where there are no uses, or one of them may run it as often as it likes.
    """
    places: set[str | None] = set()
    for use in _uses(source).get(name, ()):
        match walked(source).parents[id(use)]:
            case ast.Assign(targets=[ast.Name(id=other)]):
                places.add(other)
            case ast.Call() as call if call.func is use and not _is_repeated(call, source):
                outer = _function_around(call, source)
                places |= {_name_of(outer, source)} if outer else set()
            case _:
                return None
    return places if name in _uses(source) else None


def _function_around(node: ast.AST, source: str) -> AnyCallable | None:
    """The innermost function around a node that runs once for each of its calls; None without one."""
    if _is_repeated(node, source):
        return None
    return next((one for one in around(source, node) if isinstance(one, AnyCallable)), None)


def _is_repeated(node: ast.AST, source: str) -> bool:
    """Whether a loop or a comprehension is around a node, within its function."""
    for outer in around(source, node):
        if isinstance(outer, AnyCallable):
            return False
        if isinstance(outer, _REPEATS):
            return True
    return False


def _name_of(function: AnyCallable, source: str) -> str | None:
    """What a function is called; None where it has no name, or a decorator may call it as often as it likes."""
    if isinstance(function, AnyFunction):
        return None if function.decorator_list else function.name
    match walked(source).parents[id(function)]:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return None


@functools.lru_cache(maxsize=2)
def _uses(source: str) -> Mapping[str, list[ast.AST]]:
    """Where each name is read, also as a method or as what a module has."""
    found: dict[str, list[ast.AST]] = {}
    for node in nodes_of(source):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                found.setdefault(name, []).append(node)
    return found
