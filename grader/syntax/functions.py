"""The functions of a source: what they take, give and use, and who calls them.

Where the source cannot be read as Python, there is no function.
"""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from grader.syntax.definitions import function_called
from grader.syntax.names import names_among
from grader.syntax.scopes import function_at
from grader.syntax.tree import (
    AnyFunction,
    last_line,
    lines_of,
    nodes_of,
    own_nodes,
    returns_something,
    written_out,
)

_PROCESSES = r"\b(multiprocessing|ProcessPoolExecutor|joblib)\b"
"""What has other processes work."""


class Function(NamedTuple):
    """A function: the names that it uses, whether it yields, whether a call of it stands in the source.

    only_gives: it takes something and gives something, and says nothing itself.
    """

    uses: frozenset[str]
    yields: bool
    called: bool
    only_gives: bool


@functools.lru_cache(maxsize=2)
def functions_in(source: str) -> Mapping[str, Function]:
    """The functions and methods of a source, by name."""
    nodes = nodes_of(source)
    calls = {name_called(node.func) for node in nodes if isinstance(node, ast.Call)}
    return {node.name: _function(node, node.name in calls) for node in nodes if isinstance(node, AnyFunction)}


def _function(node: AnyFunction, called: bool) -> Function:
    own = list(own_nodes(node))
    names = set(names_among(own))
    speaks = "print" in names or any(isinstance(part, ast.Assert) for part in own)
    return Function(
        uses=frozenset(names | {part.attr for part in own if isinstance(part, ast.Attribute)}),
        yields=any(isinstance(part, ast.Yield | ast.YieldFrom) for part in own),
        called=called,
        only_gives=bool(node.args.args) and gives(node) and not speaks,
    )


def taken_the_other_way(source: str, line: int) -> int | None:
    """The line that defines a function whose two parameters are called as what it is given at `line`, exchanged."""
    calls = (node for node in nodes_of(source) if isinstance(node, ast.Call) and node.lineno == line)
    for call in calls:
        given = [one.id.casefold() for one in call.args if isinstance(one, ast.Name)]
        function = function_called(source, name_called(call.func))
        taken = [one.arg.casefold() for one in function.args.args] if function else []
        if function and len({*given}) == 2 and given == taken[:2][::-1]:
            return function.lineno
    return None


def run_elsewhere(source: str) -> frozenset[str]:
    """The names that are handed to calls in a source that has other processes work for it."""
    if not re.search(_PROCESSES, source):
        return frozenset()
    calls = [node for node in nodes_of(source) if isinstance(node, ast.Call)]
    handed = (part for call in calls for part in (*call.args, *(keyword.value for keyword in call.keywords)))
    return frozenset(part.id for part in handed if isinstance(part, ast.Name))


def unused_classes(source: str) -> dict[str, int]:
    """The classes that nothing outside of them speaks of, by name, with their lines."""
    nodes = nodes_of(source)
    classes = [node for node in nodes if isinstance(node, ast.ClassDef) and node.col_offset == 0]
    used = Counter(names_among(nodes))
    return {
        one.name: one.lineno
        for one in classes
        if not one.decorator_list
        # What unittest finds by itself.
        and not any("TestCase" in written_out(base) for base in one.bases)
        and used[one.name] == list(names_among(ast.walk(one))).count(one.name)
    }


def shared_defaults(source: str, line: int) -> dict[str, int]:
    """The parameters of the function around a line whose default is made once, as a list, or an array; their lines."""
    holders = (node for node in nodes_of(source) if isinstance(node, AnyFunction) and line in lines_of(node.body))
    found: dict[str, int] = {}
    for node in holders:
        positional = [*node.args.posonlyargs, *node.args.args]
        given = positional[len(positional) - len(node.args.defaults) :]
        pairs = [
            *zip(given, node.args.defaults, strict=True),
            *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
        ]
        made = (name for name, value in pairs if isinstance(value, ast.List | ast.ListComp | ast.Call | ast.Dict))
        found |= {name.arg: name.lineno for name in made}
    return found


def takes_nothing(source: str, line: int) -> bool:
    """Whether the function that begins at `line`, or stands around it, is given nothing, as `main()` is."""
    function = function_at(source, line)
    return function is not None and not function.args.args


def last_in_function(source: str, line: int) -> tuple[str, int] | None:
    """What the function around a line is called, and the last line in it before it returns; None outside of all."""
    function = function_at(source, line)
    steps = [step for step in function.body if not isinstance(step, ast.Return)] if function else []
    return (function.name, last_line(steps[-1])) if function and steps else None


def filled_for_the_caller(source: str, line: int, name: str) -> bool:
    """Whether a parameter of the function around `line` is a variable of its caller's, which is read after the call."""
    function = function_at(source, line)
    parameters = [one.arg for one in (*function.args.posonlyargs, *function.args.args)] if function else []
    if function is None or name not in parameters:
        return False
    for call in (node for node in nodes_of(source) if isinstance(node, ast.Call)):
        bound = isinstance(call.func, ast.Attribute) and parameters[0] in ("self", "cls")
        called = getattr(call.func, "attr", getattr(call.func, "id", None))
        given = [*([None] if bound else []), *call.args]
        value = dict(zip(parameters, given, strict=False)).get(name)
        value = next((keyword.value for keyword in call.keywords if keyword.arg == name), value)
        if called == function.name and isinstance(value, ast.Name) and _is_read_after(source, value):
            return True
    return False


def _is_read_after(source: str, variable: ast.Name) -> bool:
    """Whether the next that is done with a variable, further down, is to read it."""
    uses = (node for node in nodes_of(source) if isinstance(node, ast.Name) and node.id == variable.id)
    later = sorted((use for use in uses if use.lineno > variable.lineno), key=lambda use: (use.lineno, use.col_offset))
    return bool(later) and isinstance(later[0].ctx, ast.Load)


def gives(function: AnyFunction) -> bool:
    """Whether a call of it has a value: what is returned, or a generator. An empty body is still to be written."""
    works = (ast.For, ast.While, ast.Assign, ast.AugAssign)
    working = any(isinstance(node, works) or _computes_for_nothing(node) for node in own_nodes(function))
    return returns_or_yields(function) or not working


def returns_or_yields(function: AnyFunction) -> bool:
    """Whether a call of it has a value: what it returns, or a generator."""
    own = own_nodes(function)
    return any(isinstance(node, ast.Yield | ast.YieldFrom) or returns_something(node) for node in own)


def _computes_for_nothing(node: ast.AST) -> bool:
    """Whether a statement is nothing but a transpose, something of NumPy's, or arithmetic: its value is gone."""
    match node:
        case ast.Expr(
            value=ast.BinOp()
            | ast.Attribute(attr="T")
            | ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy")))
        ):
            return True
    return False


def name_called(function: ast.expr) -> str:
    """What a call speaks of as a function of the source's own; nothing where that cannot be told."""
    if isinstance(function, ast.Name):
        return function.id
    # Of another object, the name may be a library's: `np.dot` is not the learner's own `dot`.
    match function:
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name
    return ""
