"""A fingerprint of how a file is written: equal for files that differ in names, texts, comments and layout only.

It is a pointer for a person to look, never a verdict: short files that are right look alike by themselves.
"""

from __future__ import annotations

import ast
import hashlib
from typing import TypeGuard

from grader.syntax.tree import nodes_of

LEAST_NODES = 120
"""Files with fewer nodes have no fingerprint: too many people write the very same."""


def fingerprint(source: str) -> str | None:
    """The fingerprint of a source text; None for what Python cannot read, and for what is too short or too long.

    Numbers count: the exercise gives them, and other ones are an author's own. Never runs anything of it.
    """
    nodes = nodes_of(source)
    told = {id(part) for node in nodes if _is_text(node) for part in (node, node.value)}
    words = [
        f"{type(node).__name__}{_kept(node)}"
        for node in nodes
        if not isinstance(node, ast.expr_context) and id(node) not in told
    ]
    if len(words) < LEAST_NODES:
        return None
    return hashlib.blake2b("\n".join(words).encode("utf-8", "backslashreplace"), digest_size=12).hexdigest()


def _is_text(node: ast.AST) -> TypeGuard[ast.Expr]:
    """Whether a statement is a text by itself, which says nothing about how the work is done."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _kept(node: ast.AST) -> str:
    """What a node says beside its kind: a number, or the name of an attribute (a library's, mostly)."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex):
        try:
            return f" {node.value!r}"[:40]
        except ValueError:
            # A number of thousands of digits, written in another base.
            return " long"
    return f" {node.attr}" if isinstance(node, ast.Attribute) else ""
