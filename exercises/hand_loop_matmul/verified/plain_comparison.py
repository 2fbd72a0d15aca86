"""A comparison that decides by itself, as it stands in the source: two whole matrices, one of them NumPy's product.

`print(np.array_equal(C, A @ B))`, and the like. Of such a one it is enough to see once that it finds a wrong product;
where anything stands in between, each cell has to be tried.
"""

from __future__ import annotations

import ast
import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from grader.syntax.tree import walked

_COMPARING = frozenset({"array_equal", "allclose", "array_equiv", "isclose"})
_ASSERTING = frozenset({"assert_allclose", "assert_array_equal", "assert_array_almost_equal", "assert_equal"})
_MESSAGES = frozenset({"err_msg", "verbose", "equal_nan"})
_PRODUCTS = frozenset({"dot", "matmul", "einsum", "tensordot", "inner", "multi_dot", "vecdot"})
_SAME_NUMBERS = frozenset({"array", "asarray", "matrix", "list", "tolist", "tuple", "astype", "copy", "asmatrix"})
_COUNTING = frozenset({"any", "sum", "count_nonzero", "max", "min", "mean", "len", "id", "hash", "int", "float"})
"""What makes less of a comparison than it found."""
_SHOWING = frozenset({"print", "display", "str", "repr"})


def compares_plainly(source: str, line: int, by_cell: bool) -> bool:
    """Whether at that line two whole matrices are compared, NumPy's product being one, and nothing else decides.

    by_cell: an answer for each cell comes of it, of which a part may be all that counts.
    """
    return _read(source).compares_plainly(line, by_cell)


class _Reading:
    """A source's syntax tree, with what stands above each node, and how often each name is given something."""

    def __init__(self, source: str) -> None:
        self._nodes, self._parents = walked(source)
        self._names = [node for node in self._nodes if isinstance(node, ast.Name)]
        self._bindings = Counter(node.id for node in self._names if not isinstance(node.ctx, ast.Load))
        self._own = set(_own_names(self._nodes))
        self._bindings.update(node.arg for node in self._nodes if isinstance(node, ast.arg))
        self._bindings.update(
            _name(node.value)
            for node in self._nodes
            if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        )

    def compares_plainly(self, line: int, by_cell: bool) -> bool:
        found = [node for node in self._nodes if isinstance(node, ast.expr) and node.lineno == line]
        compared = [(node, sides) for node in found if (sides := self._sides(node))]
        return bool(compared) and all(
            self._decides(node, by_cell) and sum(map(self._is_numpys, sides)) == 1 for node, sides in compared
        )

    def _decides(self, node: ast.AST, by_cell: bool) -> bool:
        """Whether what a node gives is printed, asserted or asked for, all of it, and nothing else goes into that."""
        parent = self._parents.get(id(node))
        match parent:
            case ast.Assert(test=test) | ast.If(test=test):
                return test is node
            case ast.Expr():
                return isinstance(node, ast.Call)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.NamedExpr(target=ast.Name(id=name)):
                uses = [one for one in self._names if one.id == name and isinstance(one.ctx, ast.Load)]
                return self._bindings[name] == 1 and bool(uses) and all(self._decides(use, by_cell) for use in uses)
            case ast.IfExp(test=test):
                return test is node and self._decides(parent, by_cell)
            case (
                ast.UnaryOp(op=ast.Not()) | ast.FormattedValue() | ast.JoinedStr() | ast.Attribute(attr="all" | "lower")
            ):
                return self._decides(parent, by_cell)
            case ast.Tuple() | ast.List():
                return self._decides(parent, by_cell)
            case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod() | ast.Add()):
                return self._decides(parent, by_cell)
            case ast.Call(func=func) if by_cell:
                asks_all = _asks_all(parent, node)
                return (asks_all or _name(func) in _SHOWING) and self._decides(parent, not asks_all)
            case ast.Call(func=func):
                return _name(func) not in _COUNTING and self._decides(parent, by_cell)
        return False

    def _sides(self, node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
        """What is compared with what, by an operator or a function of NumPy's; nothing that goes by its name only."""
        match node:
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[right]):
                return left, right
            case ast.Call(func=func, args=[left, right], keywords=keywords) if (
                _name(func) in (_COMPARING | _ASSERTING) - self._own and "np" not in self._own
            ):
                return (left, right) if all(keyword.arg in _MESSAGES for keyword in keywords) else None
        return None

    def _is_numpys(self, side: ast.expr) -> bool:
        """Whether a side is NumPy's product, in its own words."""
        match side:
            case ast.BinOp(op=ast.MatMult()):
                return True
            case ast.Call(func=func) if _name(func) in _PRODUCTS - self._own:
                return True
            case ast.Call(func=ast.Attribute(value=value, attr=name), args=[]) if name in _SAME_NUMBERS:
                return self._is_numpys(value)
            case ast.Call(func=func, args=[value, *_]) if _name(func) in _SAME_NUMBERS:
                return self._is_numpys(value)
            case ast.Name(id=name):
                values = [node.value for node in self._nodes if _gives(node, name)]
                return len(values) == self._bindings[name] == 1 and self._is_numpys(values[0])
        return False


def _asks_all(call: ast.Call, answers: ast.AST) -> bool:
    """Whether a call asks whether all of these answers are True: `all(answers)`, `np.all(answers)`, `answers.all()`."""
    return _name(call.func) == "all" and not call.keywords and call.args in ([], [answers])


def _own_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The names that are the learner's own: of functions and classes, of what is assigned, imported under another."""
    for node in nodes:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.alias(name=name, asname=str(other)) if (name, other) != ("numpy", "np") and name != other:
                yield other


@functools.lru_cache(maxsize=1)
def _read(source: str) -> _Reading:
    return _Reading(source)


def _gives(node: ast.AST, name: str) -> TypeGuard[ast.Assign]:
    return isinstance(node, ast.Assign) and [_name(target) for target in node.targets] == [name]


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
