"""Which lines speak of lengths of some matrices alone, also where a function, or an object, is asked for them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from grader.syntax.origins import (
    Variable,
    attributes_given,
    called_by,
    given_in,
    given_to,
    is_no_object,
    returned_by,
)
from grader.syntax.scopes import scope_of
from grader.syntax.shapes import measured
from grader.syntax.tree import AnyCallable, nodes_of

MOST_LOOKED_AT = 150
"""Parts of a source, for one line: an honest one has a few."""
_AS_IT_IS = frozenset({"T", "transpose", "array", "asarray", "copy"})
"""What gives a matrix again, perhaps on its side."""

_Given = Mapping[Variable, bool]
"""Which parameters stand for such a matrix."""


def lines_of_lengths(source: str, matrices: frozenset[Variable]) -> set[int]:
    """The lines that do something with lengths of these matrices, and with nothing else but typed values.

    As in `print(out_shape(A, B))`, where that function gives `(a.shape[1], b.shape[1])`.
    """
    found: set[int] = set()
    others: set[int] = set()
    for node in nodes_of(source):
        match node:
            case ast.Expr(value=value) | ast.Assert(test=value) | ast.If(test=value):
                lengths = _Lengths(source, matrices)
                if lengths.are_all_in(value):
                    found.add(node.lineno)
                elif isinstance(node, ast.Expr) and not lengths.are_none_in(value):
                    others.add(node.lineno)
    return found - others


class _Lengths:
    """Whether a value is made of lengths of some matrices."""

    def __init__(self, source: str, matrices: frozenset[Variable]) -> None:
        self._source = source
        self._matrices = matrices
        self._names = {name for name, _ in matrices}
        self._found = False
        self._left = MOST_LOOKED_AT
        self._asked: list[Variable] = []
        self._called: list[AnyCallable] = []

    def are_all_in(self, value: ast.expr) -> bool:
        """Whether it has some, and nothing else but what is typed."""
        return self._has_no_others(value, {}) and self._found

    def are_none_in(self, value: ast.expr) -> bool:
        """Whether it is all typed."""
        return self._has_no_others(value, {}) and not self._found

    def _has_no_others(self, value: ast.AST, given: _Given) -> bool:
        self._left -= 1
        if self._left < 0:
            return False
        matrix = measured(value)
        if matrix is not None and self._is_a_matrix(matrix, given):
            self._found = True
            return True
        match value:
            case ast.Call() if (function := called_by(self._source, value)) is not None:
                return self._are_returned(function, value, given)
            case ast.Call(func=ast.Name(id=name)) if name == "len" or not is_no_object(self._source, name):
                return False
            case ast.Call(func=ast.Name() | ast.Attribute(value=ast.Constant())):
                return self._all([*value.args, *(one.value for one in value.keywords)], given)
            case ast.Attribute(value=owner, attr=name) if name in attributes_given(self._source):
                return self._is_kept(name, owner, given)
            case ast.Name(id=name, lineno=line):
                return self._is_no_other((name, scope_of(self._source, name, line)), given)
            case ast.Subscript(value=held):
                return self._has_no_others(held, given)
            case ast.Call() | ast.Attribute() | ast.Lambda() | ast.comprehension():
                return False
        return self._all(ast.iter_child_nodes(value), given)

    def _all(self, values: Iterable[ast.AST], given: _Given) -> bool:
        looked_at = [self._has_no_others(value, given) for value in values]
        return all(looked_at)

    def _are_returned(self, function: AnyCallable, call: ast.Call, given: _Given) -> bool:
        """Whether a function gives back nothing else in that call; what calls itself, nothing but what it gives."""
        if function in self._called:
            return True
        self._called.append(function)
        found = self._all(returned_by(function), self._given_by(call, function, given))
        self._called.pop()
        return found

    def _is_no_other(self, variable: Variable, given: _Given) -> bool:
        """Whether nothing but such lengths, or typed values, was given to a variable."""
        if variable in self._asked:
            return True
        values = given_to(self._source, variable)
        self._asked.append(variable)
        found = bool(values) and variable[0] not in self._names and self._all(values, given)
        self._asked.pop()
        return found

    def _is_kept(self, name: str, owner: ast.expr, given: _Given) -> bool:
        """Whether the attribute of an object, which its class made of what it was given, has such lengths alone."""
        made = given_to(self._source, (owner.id, 0)) if isinstance(owner, ast.Name) else [owner]
        for call in made:
            function = called_by(self._source, call) if isinstance(call, ast.Call) else None
            if not isinstance(call, ast.Call) or function is None:
                return False
            if not self._is_no_other((f".{name}", 0), self._given_by(call, function, given)):
                return False
        return bool(made)

    def _given_by(self, call: ast.Call, function: AnyCallable, given: _Given) -> _Given:
        """Which parameters stand for such a matrix within a call."""
        within = given_in(function, call).items()
        return {**given, **{variable: self._is_a_matrix(value, given) for variable, value in within}}

    def _is_a_matrix(self, value: ast.expr, given: _Given) -> bool:
        """Whether it is one of these matrices, perhaps on its side."""
        self._left -= 1
        if self._left < 0:
            return False
        match value:
            case ast.Name(id=name, lineno=line):
                variable = (name, scope_of(self._source, name, line))
                return self._stands_for_one(variable, given)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy"), attr=name), args=[held, *_]):
                return name in _AS_IT_IS and self._is_a_matrix(held, given)
            case ast.Attribute(value=held, attr=name) | ast.Call(func=ast.Attribute(value=held, attr=name)):
                return name in _AS_IT_IS and self._is_a_matrix(held, given)
            case ast.Subscript(value=held, slice=ast.Constant(value=0)):
                return self._is_a_matrix(held, given)
        return False

    def _stands_for_one(self, variable: Variable, given: _Given) -> bool:
        if variable in given or variable in self._asked:
            return given.get(variable, True)
        if variable in self._matrices or variable[1] == 0:
            return variable in self._matrices
        values = given_to(self._source, variable)
        self._asked.append(variable)
        found = bool(values) and all(self._is_a_matrix(value, given) for value in values)
        self._asked.pop()
        return found
