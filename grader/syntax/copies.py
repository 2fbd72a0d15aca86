"""Code that Python multiplies when it compiles it: what stands in a `finally` is there once for each way out."""

from __future__ import annotations

import ast

MOST_COPIED = 20_000
"""Nodes of a syntax tree that may be there beside the written ones."""
_WAYS_OUT = ast.Return | ast.Break | ast.Continue


def is_multiplied(tree: ast.AST) -> bool:
    """Whether what stands in a `finally` is copied so often that compiling may take any memory: then only in a sandbox.

    A bound from above: all ways out of what is within a `try` are taken to pass each `finally` around them.
    """
    copied = 0
    waiting = [(tree, 1)]
    while waiting:
        node, copies = waiting.pop()
        if isinstance(node, ast.Try | ast.TryStar) and node.finalbody:
            copies *= 2 + sum(isinstance(part, _WAYS_OUT) for part in ast.walk(node))
            copied += copies * sum(1 for statement in node.finalbody for _ in ast.walk(statement))
            if copied > MOST_COPIED:
                return True
        waiting += [(part, copies) for part in ast.iter_child_nodes(node)]
    return False
