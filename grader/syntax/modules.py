"""Where a source asks which modules are loaded, as a file does that wants to know whether it is graded."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TypeGuard

from grader.syntax.tree import walked

_TOOLS = frozenset({
    "grader", "msgspec", "nbgrader", "otter", "check50", "gradescope_utils", "autograder", "pytest", "_pytest",
    "unittest", "doctest", "nose", "hypothesis", "coverage", "bdb", "pdb", "pydevd",
})  # fmt: skip
"""What grades, tests or watches. Whether NumPy or a notebook's kernel is loaded may be asked innocently."""
_OF_ONE_KEY = frozenset({"get", "pop", "setdefault", "__contains__", "__getitem__"})


def looks_at_modules(source: str) -> int | None:
    """The first line that goes through the loaded modules, or asks for one that grades; None when none does."""
    nodes, parents = walked(source)
    names = {name for node in nodes for name in _names_of_sys(node)}
    looked = [node for node in nodes if _is_table(node, names)]
    speaks_of_tools = bool(looked) and any(_is_tool(node) for node in nodes)
    lines = [table.lineno for table in looked if _asks(_key(table, parents), speaks_of_tools)]
    return min(lines, default=None)


def _names_of_sys(node: ast.AST) -> list[str]:
    """The names that an import gives to `sys`, and (with a dot before) to its `modules`."""
    match node:
        case ast.Import(names=names):
            return [one.asname or one.name for one in names if one.name == "sys"]
        case ast.ImportFrom(module="sys", names=names):
            return [f".{one.asname or one.name}" for one in names if one.name == "modules"]
    return []


def _is_table(node: ast.AST, names: set[str]) -> TypeGuard[ast.Name | ast.Attribute]:
    """Whether this is `sys.modules`, however `sys` came to be here."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            return f".{name}" in names
        case ast.Attribute(attr="modules", value=ast.Name(id=name)):
            return name in names
        case ast.Attribute(attr="modules", value=ast.Call(args=[ast.Constant(value="sys")])):
            return True
    return False


def _key(table: ast.AST, parents: Mapping[int, ast.AST]) -> ast.AST | None:
    """The module that is asked for: `key in sys.modules`, `sys.modules[key]`, `sys.modules.get(key)`."""
    match parents.get(id(table)):
        case ast.Compare(left=key, ops=[ast.In() | ast.NotIn()]):
            return key
        case ast.Subscript(slice=key):
            return key
        case ast.Attribute(attr=method) as called if method in _OF_ONE_KEY:
            match parents.get(id(called)):
                case ast.Call(args=[key, *_]):
                    return key
    return None


def _asks(key: ast.AST | None, speaks_of_tools: bool) -> bool:
    """Whether that is a look at what runs the file: by all modules, by a tool's name, or by one that comes from one."""
    match key:
        case None:
            return True
        case ast.Constant():
            return _is_tool(key)
        case ast.Name(id="__name__"):
            return False
    return speaks_of_tools


def _is_tool(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return text.partition(".")[0] in _TOOLS
    return False
