"""The names in a source: those that a piece of it has, and where they are read and given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from grader.syntax.tree import AnyFunction, nodes_of

_NAME = r"[^\W\d]\w*"
_INSIDES = frozenset({
    "__code__", "co_consts", "__closure__", "cell_contents", "f_back", "f_globals", "f_locals", "f_builtins",
    "__globals__", "gi_frame", "cr_frame", "ag_frame", "tb_frame", "__self__", "__wrapped__", "_current_line",
    "_recorder", "get_instructions", "Bytecode", "getargvalues", "getmembers", "currentframe", "getouterframes",
    "get_objects", "get_referrers", "get_referents", "_getframe", "gettrace", "getprofile", "__builtins__",
})  # fmt: skip
_LONGEST_NAME = 40


def names_in(text: str) -> set[str]:
    """The words of a piece of source that can be names."""
    return set(re.findall(_NAME, text))


def names_among(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The names that are read or given in some parts of a source."""
    return (node.id for node in nodes if isinstance(node, ast.Name))


def names_by_line(source: str) -> dict[int, set[str]]:
    """The names that are read or given at each line; what stands in texts is none."""
    found: dict[int, set[str]] = {}
    for node in nodes_of(source):
        if isinstance(node, ast.Name):
            found.setdefault(node.lineno, set()).add(node.id)
    return found


def bound_names(source: str) -> dict[str, int]:
    """The names that a source gives to something, with the line where it first does."""
    found: dict[str, int] = {}
    for node in nodes_of(source):
        names = [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else []
        names += [node.name] if isinstance(node, AnyFunction | ast.ClassDef) else []
        names += [node.arg] if isinstance(node, ast.arg) else []
        if isinstance(node, ast.Import | ast.ImportFrom):
            names += [alias.asname or alias.name.partition(".")[0] for alias in node.names]
        for name in names:
            found[name] = min(found.get(name, node.lineno), node.lineno)  # type: ignore[attr-defined]
    return found


def keys_in(source: str) -> dict[str, list[str]]:
    """The keys with which dictionaries are written out, by the names that these get: `{"a": A}`."""
    found: dict[str, list[str]] = {}
    for node in nodes_of(source):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(keys=keys)):
                written = [key.value for key in keys if isinstance(key, ast.Constant)]
                found.setdefault(name, []).extend(key for key in written if isinstance(key, str))
    return found


def looks_inside(source: str) -> int | None:
    """The first line that speaks of what a function, a frame or a generator is made of; None when none does.

    What the source itself gives to an object under such a name is its own.
    """
    nodes = nodes_of(source)
    own = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    lines = [getattr(node, "lineno", 1) for node in nodes if _INSIDES & _spoken_of(node) - own]
    return min(lines, default=None)


def _spoken_of(node: ast.AST) -> set[str]:
    """The attributes that a part of a source names: with a dot, in a pattern, or in a text as `attrgetter` takes it."""
    match node:
        case ast.Attribute(attr=name) | ast.Name(id="__builtins__" as name):
            return {name}
        case ast.alias(name=name):
            return {name}
        case ast.MatchClass(kwd_attrs=names):
            return set(names)
        case ast.Constant(value=str()) | ast.BinOp():
            return set((_text_of(node) or "").split("."))
    return set()


def _text_of(node: ast.AST) -> str | None:
    """The text that is written out, or put together of a few such: `"__co" + "de__"`."""
    left_to_right: list[str] = []
    waiting = [node]
    while waiting and len(left_to_right) + len(waiting) <= _LONGEST_NAME:
        match waiting.pop():
            case ast.Constant(value=str(text)) if len(text) <= _LONGEST_NAME:
                left_to_right.append(text)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                waiting += [right, left]
            case _:
                return None
    return None if waiting else "".join(left_to_right)
