"""Does a piece of a source run again and again by itself, or only as often as its function's calls are written down?"""

from __future__ import annotations

import ast

from grader.syntax.tree import AnyFunction, nodes_of, walked

_REPEATS = ast.For | ast.AsyncFor | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp | ast.Await
_Multiplication = ast.BinOp | ast.AugAssign
_Function = AnyFunction | ast.Lambda


def is_written_out(source: str, line: int, column: int) -> bool:
    """Whether what is multiplied there stands in a function all of whose calls are written down, and in no loop.

    Not so where it cannot be told: a function that is handed on (to `map`), that calls itself, or that has no name.
    """
    places = [node for node in nodes_of(source) if isinstance(node, _Multiplication)]
    found = [node for node in places if (node.lineno, node.col_offset) == (line, column)]
    function = _function_around(found[0], source) if found else None
    return function is not None and _is_called_by_hand(function, source, {})


def _is_called_by_hand(function: _Function, source: str, known: dict[int, bool]) -> bool:
    """Whether each call of a function is written down: none stands in a loop, or in a function that is called by it.

    known: what was found of other functions, and of uses that give one another name; what is not settled yet when it is
    asked for again leads to itself.
    """
    if id(function) in known:
        return known[id(function)]
    known[id(function)] = False
    name = _name_of(function, source)
    known[id(function)] = name is not None and _is_used_by_hand(name, source, known)
    return known[id(function)]


def _is_used_by_hand(name: str, source: str, known: dict[int, bool]) -> bool:
    """Whether there are uses of a function's name, and each is a call by hand, or gives the function another name."""
    uses = [node for node in nodes_of(source) if _is_named(node, name)]
    return bool(uses) and all(_is_a_use_by_hand(use, name, source, known) for use in uses)


def _is_a_use_by_hand(use: ast.AST, name: str, source: str, known: dict[int, bool]) -> bool:
    """Whether a use of a function runs it only as often as calls are written down, under this name or another one."""
    match walked(source).parents[id(use)]:
        case ast.Assign(targets=[ast.Name(id=other)]) if other != name:
            if id(use) not in known:
                known[id(use)] = False
                known[id(use)] = _is_used_by_hand(other, source, known)
            return known[id(use)]
        case ast.Call() as call if call.func is use and not _is_repeated(call, source):
            outer = _function_around(call, source)
            return outer is None or _is_called_by_hand(outer, source, known)
    return False


def _function_around(node: ast.AST, source: str) -> _Function | None:
    """The innermost function around a node that runs once for each of its calls; None without one."""
    if _is_repeated(node, source):
        return None
    return next((around for around in _around(node, source) if isinstance(around, _Function)), None)


def _is_repeated(node: ast.AST, source: str) -> bool:
    """Whether a loop or a comprehension is around a node, within its function."""
    for around in _around(node, source):
        if isinstance(around, _Function):
            return False
        if isinstance(around, _REPEATS):
            return True
    return False


def _around(node: ast.AST, source: str) -> list[ast.AST]:
    """What stands around a node, the innermost first."""
    parents, around = walked(source).parents, []
    while id(node) in parents:
        node = parents[id(node)]
        around.append(node)
    return around


def _name_of(function: _Function, source: str) -> str | None:
    """What a function is called; None where it has no name, or a decorator may call it as often as it likes."""
    if isinstance(function, AnyFunction):
        return None if function.decorator_list else function.name
    match walked(source).parents[id(function)]:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return None


def _is_named(node: ast.AST, name: str) -> bool:
    """Whether a node reads a name, also as a method or as what a module has."""
    match node:
        case ast.Name(id=found, ctx=ast.Load()) | ast.Attribute(attr=found, ctx=ast.Load()):
            return found == name
    return False
