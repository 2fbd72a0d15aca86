"""What calls of a source's own functions give: what is returned, what is lost, what nothing is done with."""

from __future__ import annotations

import ast
from typing import NamedTuple

from grader.syntax.functions import functions_in, gives, name_called, returns_or_yields
from grader.syntax.scopes import function_at
from grader.syntax.tree import AnyFunction, nodes_of, own_nodes, standing_alone, written_out


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


def silent_functions(source: str) -> dict[str, ast.FunctionDef]:
    """The functions and methods of which a call gives None: none of that name returns, or yields, anything."""
    functions = [node for node in nodes_of(source) if isinstance(node, AnyFunction)]
    giving = {one.name for one in functions if returns_or_yields(one)}
    # What a coroutine gives is not what calling it gives.
    return {one.name: one for one in functions if isinstance(one, ast.FunctionDef) and one.name not in giving}


def lost_results(source: str) -> list[LostResult]:
    """Calls of functions without a `return`, where something is done with what they give."""
    silent = {name: one for name, one in silent_functions(source).items() if not gives(one)}
    alone = set(map(id, standing_alone(source)))
    calls = (node for node in nodes_of(source) if isinstance(node, ast.Call) and id(node) not in alone)
    lost = ((silent[name_called(call.func)], call.lineno) for call in calls if name_called(call.func) in silent)
    return sorted((LostResult(one.name, line, _made_last(one)) for one, line in lost), key=lambda one: one.line)


def asked_of_nothing(source: str) -> list[AskedOfNothing]:
    """The conditions, and assertions, that ask a call of a function without a `return`, or a name that has its value.

    A function of which only the name and `pass` are written is still to come.
    """
    nodes = nodes_of(source)
    silent = {name for name, one in silent_functions(source).items() if not _is_to_come(one)}
    named: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            called = name_called(node.value.func) if isinstance(node.value, ast.Call) else ""
            named.setdefault(node.targets[0].id, set()).add(called)
    found = []
    for node in nodes:
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            test = node.test.operand if isinstance(node.test, ast.UnaryOp) else node.test
            asked = {name_called(test.func)} if isinstance(test, ast.Call) else named.get(name_called(test), set())
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            if asked <= silent:
                found += [AskedOfNothing(function, node.lineno, lines) for function in asked if len(asked) == 1]
    return found


def given_for_nothing(source: str) -> dict[int, str]:
    """The lines that call a function of the file's own, do nothing with what it gives, and it does nothing else."""
    functions = functions_in(source)
    calls = ((node.lineno, name_called(node.func)) for node in standing_alone(source) if isinstance(node, ast.Call))
    return {line: name for line, name in calls if name in functions and functions[name].only_gives}


def mapped_over(source: str) -> dict[str, int]:
    """The functions that `map` gets, where nothing is done with what it gives; with the line."""
    found: dict[str, int] = {}
    for node in standing_alone(source):
        match node:
            case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=name), *_]):
                found.setdefault(name, node.lineno)
    return found


def gives_back(source: str, line: int, name: str) -> str | None:
    """What the function around `line` is called, when it returns its variable `name`; None when it does not."""
    function = function_at(source, line)
    given = [node.value for node in own_nodes(function) if isinstance(node, ast.Return)] if function else []
    back = any(isinstance(value, ast.Name) and value.id == name for value in given)
    return function.name if function and back else None


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
