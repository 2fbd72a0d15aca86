"""Code that Python multiplies when it compiles it: what stands in a `finally` is there once for each way out."""

from __future__ import annotations

import ast

MOST_COPIES = 5_000
_WAYS_OUT = ast.Return | ast.Break | ast.Continue


def is_multiplied(tree: ast.AST) -> bool:
    """Whether `finally` stands within `finally` so often that compiling may take any memory: then only in a sandbox.

    A bound from above: all ways out of what is within a `try` are taken to pass each `finally` around them.
    """
    waiting = [(tree, 1)]
    while waiting:
        node, copies = waiting.pop()
        if isinstance(node, ast.Try | ast.TryStar) and node.finalbody:
            copies *= 2 + sum(isinstance(part, _WAYS_OUT) for part in ast.walk(node))
            if copies > MOST_COPIES:
                return True
        waiting += [(part, copies) for part in ast.iter_child_nodes(node)]
    return False
