"""What a function's definition does before the function exists: its decorators, defaults and annotations."""

from __future__ import annotations

import ast
import builtins
import copy

from grader.recording.sites import constant

Definition = ast.FunctionDef | ast.AsyncFunctionDef


def may_raise(function: Definition) -> bool:
    """Whether defining a function can raise: its decorators, defaults and annotations are looked up then."""
    given = function.args
    defaults = [*given.defaults, *(default for default in given.kw_defaults if default)]
    kinds = [one.annotation for one in _parameters(given)] + [function.returns]
    plain = all(kind is None or isinstance(kind, ast.Constant) or _is_builtin(kind) for kind in kinds)
    return bool(function.decorator_list) or not plain or not all(isinstance(one, ast.Constant) for one in defaults)


def without_header(function: Definition) -> Definition:
    """The same function without decorators and annotations, with None for each default."""
    bare = copy.copy(function)
    bare.decorator_list, bare.returns, bare.args = [], None, copy.copy(function.args)
    given = bare.args
    for field in ("posonlyargs", "args", "kwonlyargs"):
        setattr(given, field, [_unannotated(one) for one in getattr(given, field)])
    given.vararg, given.kwarg = (one and _unannotated(one) for one in (given.vararg, given.kwarg))
    given.defaults = [constant(None, default) for default in given.defaults]
    given.kw_defaults = [default and constant(None, default) for default in given.kw_defaults]
    return bare


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    others = [one for one in (arguments.vararg, arguments.kwarg) if one]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *others]


def _is_builtin(kind: ast.expr) -> bool:
    return isinstance(kind, ast.Name) and hasattr(builtins, kind.id)


def _unannotated(parameter: ast.arg) -> ast.arg:
    bare = copy.copy(parameter)
    bare.annotation = None
    return bare
