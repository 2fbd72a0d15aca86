"""The functions of a source: what they give and use, which of them is around a line, whose its variables are.

Lines count from 1. Where the source cannot be read as Python, there is no function.
"""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from grader.syntax.names import names_among
from grader.syntax.tree import (
    AnyFunction,
    last_line,
    lines_of,
    nodes_of,
    own_nodes,
    returns_something,
    standing_alone,
    written_out,
)

_PROCESSES = r"\b(multiprocessing|ProcessPoolExecutor|joblib)\b"
"""What has other processes work."""


class LostResult(NamedTuple):
    """A call whose value is used, of a function that gives none. made: what it makes last, by its name."""

    function: str
    line: int
    made: str = ""


class AskedOfNothing(NamedTuple):
    """A condition that asks a function which gives nothing. line: of the condition; lines: of all that it decides."""

    function: str
    line: int
    lines: range


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
    calls = {_name(node.func) for node in nodes if isinstance(node, ast.Call)}
    return {node.name: _function(node, node.name in calls) for node in nodes if isinstance(node, AnyFunction)}


def _function(node: AnyFunction, called: bool) -> Function:
    own = list(own_nodes(node))
    names = set(names_among(own))
    speaks = "print" in names or any(isinstance(part, ast.Assert) for part in own)
    return Function(
        uses=frozenset(names | {part.attr for part in own if isinstance(part, ast.Attribute)}),
        yields=any(isinstance(part, ast.Yield | ast.YieldFrom) for part in own),
        called=called,
        only_gives=bool(node.args.args) and _gives(node) and not speaks,
    )


def lost_results(source: str) -> list[LostResult]:
    """Calls of functions without a `return`, where something is done with what they give."""
    nodes = nodes_of(source)
    functions = [node for node in nodes if isinstance(node, AnyFunction)]
    giving = {function.name for function in functions if _gives(function)}
    # What a coroutine gives is not what calling it gives.
    silent = {one.name: one for one in functions if isinstance(one, ast.FunctionDef) and one.name not in giving}
    alone = set(map(id, standing_alone(source)))
    calls = (node for node in nodes if isinstance(node, ast.Call) and id(node) not in alone)
    lost = ((silent[_name(call.func)], call.lineno) for call in calls if _name(call.func) in silent)
    return sorted((LostResult(one.name, line, _made_last(one)) for one, line in lost), key=lambda one: one.line)


def asked_of_nothing(source: str) -> list[AskedOfNothing]:
    """The conditions, and assertions, that ask a call of a function without a `return`, or a name that has its value.

    A function of which only the name and `pass` are written is still to come.
    """
    nodes = nodes_of(source)
    own = [node for node in nodes if isinstance(node, ast.FunctionDef) and not _is_to_come(node)]
    silent = {one.name for one in own} - {one.name for one in own if _returns_or_yields(one)}
    named: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            called = _name(node.value.func) if isinstance(node.value, ast.Call) else ""
            named.setdefault(node.targets[0].id, set()).add(called)
    found = []
    for node in nodes:
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            test = node.test.operand if isinstance(node.test, ast.UnaryOp) else node.test
            asked = {_name(test.func)} if isinstance(test, ast.Call) else named.get(_name(test), set())
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            if asked <= silent:
                found += [AskedOfNothing(function, node.lineno, lines) for function in asked if len(asked) == 1]
    return found


def _is_to_come(function: AnyFunction) -> bool:
    """Whether nothing is done in a function: there is its description at most."""
    return all(
        isinstance(step, ast.Pass) or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
        for step in function.body
    )


def _made_last(function: ast.FunctionDef) -> str:
    """The name to which a function last gives, or adds, something, or what it calculates last and nothing gets."""
    made: list[tuple[int, str]] = []
    for node in own_nodes(function):
        match node:
            case ast.Assign(targets=[target]) | ast.AugAssign(target=target) | ast.AnnAssign(target=target):
                made.append((node.lineno, _whole_of(target)))
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"))):
                made.append((node.lineno, name))
            case ast.Expr(value=ast.BinOp() as value):
                made.append((node.lineno, written_out(value)))
    return max(made, default=(0, ""))[1]


def _whole_of(target: ast.expr) -> str:
    """The name of what gets a value, or gets one somewhere in it: `C` for `C[i][j]`."""
    while isinstance(target, ast.Subscript):
        target = target.value
    return target.id if isinstance(target, ast.Name) else ""


def given_for_nothing(source: str) -> dict[int, str]:
    """The lines that call a function of the file's own, do nothing with what it gives, and it does nothing else."""
    functions = functions_in(source)
    calls = ((node.lineno, _name(node.func)) for node in standing_alone(source) if isinstance(node, ast.Call))
    return {line: name for line, name in calls if name in functions and functions[name].only_gives}


def taken_the_other_way(source: str, line: int) -> int | None:
    """The line that defines a function whose two parameters are called as what it is given at `line`, exchanged."""
    functions = {node.name: node for node in nodes_of(source) if isinstance(node, AnyFunction)}
    calls = (node for node in nodes_of(source) if isinstance(node, ast.Call) and node.lineno == line)
    for call in calls:
        given = [one.id.casefold() for one in call.args if isinstance(one, ast.Name)]
        function = functions.get(_name(call.func))
        taken = [one.arg.casefold() for one in function.args.args] if function else []
        if function and len({*given}) == 2 and given == taken[:2][::-1]:
            return function.lineno
    return None


def mapped_over(source: str) -> dict[str, int]:
    """The functions that `map` gets, where nothing is done with what it gives; with the line."""
    found: dict[str, int] = {}
    for node in standing_alone(source):
        match node:
            case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=name), *_]):
                found.setdefault(name, node.lineno)
    return found


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


def function_around(source: str, line: int) -> int:
    """The line that begins the innermost function around `line`; 0 outside of all."""
    return max((begins for begins, lines in _functions_of(source) if line in lines), default=0)


def function_of(source: str, line: int) -> int:
    """`line` where a function begins there, else the line that begins the innermost one around it; 0 outside of all."""
    return line if any(begins == line for begins, _ in _functions_of(source)) else function_around(source, line)


def scope_of(source: str, name: str, line: int) -> int:
    """The line that begins the function whose own variable `name` is at `line`; 0 where it is everyone's."""
    around = (begins for begins, lines in _functions_of(source) if line in lines)
    own = _own_variables(source)
    return max((begins for begins in around if name in own[begins]), default=0)


@functools.lru_cache(maxsize=4)
def _own_variables(source: str) -> dict[int, set[str]]:
    """What each function is given, or gives a value to without saying that it is another one's variable."""
    found: dict[int, set[str]] = {}
    for function in nodes_of(source):
        if isinstance(function, AnyFunction):
            own = list(own_nodes(function))
            arguments = (node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg))
            given = (node.id for node in own if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
            others = (name for node in own if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names)
            found[function.lineno] = {*arguments, *given}.difference(others)
    return found


def gives_back(source: str, line: int, name: str) -> str | None:
    """What the function around `line` is called, when it returns its variable `name`; None when it does not."""
    function = _definition(source, line)
    given = [node.value for node in own_nodes(function) if isinstance(node, ast.Return)] if function else []
    back = any(isinstance(value, ast.Name) and value.id == name for value in given)
    return function.name if function and back else None


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
    function = _definition(source, line)
    return function is not None and not function.args.args


def _definition(source: str, line: int) -> AnyFunction | None:
    """The function that begins at `line`, or stands around it."""
    begins = function_of(source, line)
    functions = (node for node in nodes_of(source) if isinstance(node, AnyFunction))
    return next((node for node in functions if node.lineno == begins), None)


def last_in_function(source: str, line: int) -> tuple[str, int] | None:
    """What the function around a line is called, and the last line in it before it returns; None outside of all."""
    function = _definition(source, line)
    steps = [step for step in function.body if not isinstance(step, ast.Return)] if function else []
    return (function.name, last_line(steps[-1])) if function and steps else None


def filled_for_the_caller(source: str, line: int, name: str) -> bool:
    """Whether a parameter of the function around `line` is a variable of its caller's, which is read after the call."""
    function = _definition(source, line)
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


@functools.lru_cache(maxsize=4)
def _functions_of(source: str) -> tuple[tuple[int, range], ...]:
    """The functions: the line that begins each, and those of its body."""
    functions = (node for node in nodes_of(source) if isinstance(node, AnyFunction))
    return tuple((node.lineno, lines_of(node.body)) for node in functions)


def _gives(function: AnyFunction) -> bool:
    """Whether a call of it has a value: what is returned, or a generator. An empty body is still to be written."""
    works = (ast.For, ast.While, ast.Assign, ast.AugAssign)
    working = any(isinstance(node, works) or _computes_for_nothing(node) for node in own_nodes(function))
    return _returns_or_yields(function) or not working


def _returns_or_yields(function: AnyFunction) -> bool:
    """Whether a call of it has a value: what it returns, or a generator."""
    own = own_nodes(function)
    return any(isinstance(node, ast.Yield | ast.YieldFrom) or returns_something(node) for node in own)


def _computes_for_nothing(node: ast.AST) -> bool:
    """Whether a statement is nothing but something of NumPy's, or arithmetic: its value is gone."""
    match node:
        case ast.Expr(value=ast.BinOp() | ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy")))):
            return True
    return False


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    # Of another object, the name may be a library's: `np.dot` is not the learner's own `dot`.
    match function:
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name
    return ""
