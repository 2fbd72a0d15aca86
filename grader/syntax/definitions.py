"""The functions, methods and classes that a source defines, by their names."""

from __future__ import annotations

import ast
import functools
from collections.abc import Mapping

from grader.syntax.tree import AnyFunction, nodes_of


def definition_of(source: str, name: str) -> AnyFunction | ast.ClassDef | None:
    """The first function, method or class of that name."""
    return _definitions(source).get(name)


def function_called(source: str, name: str) -> AnyFunction | None:
    """The first function or method of that name, or what begins an object of the class of that name."""
    node = definition_of(source, name)
    return beginning_of(node) if isinstance(node, ast.ClassDef) else node


def beginning_of(owner: ast.ClassDef) -> AnyFunction | None:
    """The `__init__` of a class."""
    return next((part for part in owner.body if isinstance(part, AnyFunction) and part.name == "__init__"), None)


@functools.lru_cache(maxsize=2)
def _definitions(source: str) -> Mapping[str, AnyFunction | ast.ClassDef]:
    """Of several with one name the first."""
    found = [node for node in nodes_of(source) if isinstance(node, AnyFunction | ast.ClassDef)]
    return {node.name: node for node in reversed(found)}
