"""Loops that only calculate, over many numbers: they are looked at for a while, and then go on as they are written.

Whoever times a product of large matrices by hand would wait ten times as long for it otherwise.
"""

from __future__ import annotations

import ast

from grader.recording.families import FAMILY_NAMES

SHORT = 32
"""Steps of a loop that is always looked at: those of the exercises have fewer."""
MAX_STEPS = 1_000
"""Of all longer runs through a loop together, as many as are recorded of a place."""

_STATEMENTS = (ast.Assign, ast.AugAssign, ast.If, ast.Pass, ast.Continue)
_EXPRESSIONS = (ast.Name, ast.Constant, ast.Subscript, ast.Tuple, ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp)
_PARTS = (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)
_PLAIN = (*_STATEMENTS, *_EXPRESSIONS, *_PARTS)
_OF_ARRAYS = FAMILY_NAMES | {"T", "mT", "H", "flat"}


def only_calculates(loop: ast.For) -> bool:
    """Whether a loop over a range does nothing but arithmetic with items: it calls nothing, and is never left early.

    What belongs to arrays, as their product and their attributes, is looked at however often it comes.
    """
    if loop.orelse or not isinstance(loop.target, ast.Name):
        return False
    match loop.iter:
        case ast.Call(func=ast.Name(id="range"), keywords=[]):
            return all(_is_plain(node) for statement in loop.body for node in ast.walk(statement))
    return False


def _is_plain(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.attr not in _OF_ARRAYS
    return isinstance(node, _PLAIN) and not isinstance(node, ast.MatMult)
