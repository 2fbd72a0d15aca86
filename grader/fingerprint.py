"""A fingerprint of how a file is written: equal for files that differ in names, texts, comments and layout only.

It is a pointer for a person to look, never a verdict: short files that are right look alike by themselves.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator

from grader.source import tree_of

LEAST_NODES = 120
"""Files with fewer nodes have no fingerprint: too many people write the very same."""


def fingerprint(source: str) -> str | None:
    """The fingerprint of a source text; None for what Python cannot read, and for what is too short or too long.

    Numbers count: the exercise gives them, and other ones are an author's own. Never runs anything of it.
    """
    tree = tree_of(source)
    if tree is None:
        return None
    nodes = list(_nodes(tree))
    if len(nodes) < LEAST_NODES:
        return None
    return hashlib.blake2b("\n".join(nodes).encode("utf-8", "backslashreplace"), digest_size=12).hexdigest()


def _nodes(tree: ast.AST) -> Iterator[str]:
    """The tree in order, a word a node, with how deep it is; names, texts and docstrings left out."""
    waiting: list[tuple[ast.AST, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield f"{depth} {type(node).__name__}{_kept(node)}"
        below = [child for child in ast.iter_child_nodes(node) if not _left_out(child)]
        waiting += [(child, depth + 1) for child in reversed(below)]


def _left_out(node: ast.AST) -> bool:
    """Whether a node says nothing about how the work is done: a text by itself, or how a name is used."""
    if isinstance(node, ast.expr_context):
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _kept(node: ast.AST) -> str:
    """What a node says beside its kind: a number, or the name of an attribute (a library's, mostly)."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex):
        return f" {node.value!r}"[:40]
    return f" {node.attr}" if isinstance(node, ast.Attribute) else ""
