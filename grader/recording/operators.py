"""What happens at operators: products of arrays, and the arithmetic of single numbers."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from grader.recording import events
from grader.recording.classes import ancestors, defined, module_of
from grader.recording.exceptions import describe
from grader.recording.flow import MAX_LOOKS_AT_SITE, Flow
from grader.recording.kept import np
from grader.recording.numbers import FLOATS, calculates_itself, entries, is_array, numbers, scalar, whole
from grader.recording.plan import Plan
from grader.recording.stream import TraceStream

MAX_AT_SITE = 400
MAX_ARITHMETIC_AT_SITE = 1_000
# As they were before the submission ran, which may put others in their place.
_matmul, _multiply = operator.matmul, operator.mul
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Sub": operator.sub,
    "Div": operator.truediv,
    "Pow": operator.pow,
    "FloorDiv": operator.floordiv,
    "Mod": operator.mod,
}
_IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.iadd,
    "Sub": operator.isub,
    "Mult": operator.imul,
    "MatMult": operator.imatmul,
    "Div": operator.itruediv,
    "FloorDiv": operator.ifloordiv,
    "Mod": operator.imod,
    "Pow": operator.ipow,
    "BitAnd": operator.iand,
    "BitOr": operator.ior,
    "BitXor": operator.ixor,
    "LShift": operator.ilshift,
    "RShift": operator.irshift,
}

_PROTOCOLS = ("__array_ufunc__", "__array_function__")
"""By which an array of another class answers NumPy's functions itself."""
_NUMBERS = frozenset({int, float, np.float64, np.int64})


def answers_itself(value: Any, names: tuple[str, ...] = _PROTOCOLS) -> bool:
    """Whether the class of an array, which is not NumPy's, has its own answer when a product is asked for."""
    kind = type(value)
    if kind is np.ndarray or not is_array(value) or module_of(kind).startswith("numpy"):
        return False
    return any(defined(kind, name) is not defined(np.ndarray, name) for name in names)


class Operators(Flow):
    """The hooks in the place of operators. Where the scenario says so, what they give is wrong."""

    def __init__(self, stream: TraceStream, plan: Plan) -> None:
        super().__init__(stream, plan)
        self.watched = frozenset(plan.watched)
        self.met: set[tuple[int, int | float, int | float]] = set()

    def matmul(self, site: int, left: Any, right: Any) -> Any:
        """`left @ right`."""
        return self.product(site, "@", _matmul, (left, right))

    def product(self, site: int, name: str, function: Callable[..., Any], operands: tuple[Any, ...]) -> Any:
        """Call a product of arrays, note operands and result, and make it wrong where the scenario says so."""
        library = any(is_array(operand) for operand in operands)
        own = any(self._own_class(operand) for operand in operands)
        if own or not library:
            result = function(*operands)
            if self.interesting(result) and not self.often(site, MAX_AT_SITE):
                self.record(site, "result", result)
            return result
        known = self.known(site, operands)
        try:
            result = function(*operands)
        except BaseException as error:
            self.failed(site, name, operands, error)
            raise
        return self.multiplied(site, name, operands, known, result)

    @staticmethod
    def _operand_like(value: Any) -> bool:
        return is_array(value) or type(value) in (list, tuple)

    @staticmethod
    def _own_class(value: Any) -> bool:
        """Whether the submission's own class decides what the operator means."""
        if not is_array(value):
            return module_of(type(value)) == "__main__"
        return answers_itself(value, ("__matmul__", "__rmatmul__", "__imatmul__", *_PROTOCOLS))

    def known(self, site: int, operands: tuple[Any, ...]) -> tuple[events.Operand, ...] | None:
        """The operands as an event refers to them, as they are before the operation; None when it is not kept."""
        if self.large_again(site, *operands):
            return None
        return tuple(found for found in map(self.operand, operands) if found is not None)

    def multiplied(
        self, site: int, name: str, operands: tuple[Any, ...], known: tuple[events.Operand, ...] | None, result: Any
    ) -> Any:
        """Note a product of arrays that was made, if it is kept, and give what the submission shall get of it."""
        if not is_array(result) and scalar(result) is None:
            return result
        given, altered = self.effects.product(operands, result)
        if known is not None and not self.often(site, MAX_AT_SITE):
            found = self.operand(given)
            if found is not None:
                self.stream.send(events.Operated(self.place(site), name, known, found, altered))
        return given

    def failed(self, site: int, name: str, operands: tuple[Any, ...], error: BaseException) -> None:
        """Note a product that raised."""
        arrays = [numbers(operand) for operand in operands if self._operand_like(operand)]
        known = [array for array in arrays if array is not None]
        if self.often(site, MAX_LOOKS_AT_SITE) or not known:
            return
        digests = tuple(self._array(array) for array in known)
        self.stream.send(events.OperationFailed(self.place(site), name, describe(error), digests))

    def multiply(self, site: int, left: Any, right: Any) -> Any:
        """`left * right`: of two numbers, of arrays entry by entry, or of np.matrix as a product."""
        if type(left) in _NUMBERS and type(right) in _NUMBERS:
            number = left * right
            if type(number) in FLOATS and not number.is_integer():
                return number
            return self._multiplied_numbers(site, left, right, number)
        matrices = np.matrix in ancestors(type(left)) or np.matrix in ancestors(type(right))
        if matrices and self._operand_like(left) and self._operand_like(right):
            return self.product(site, "*", _multiply, (left, right))
        try:
            result = left * right
        except ValueError as error:
            self.failed(site, "multiply", (left, right), error)
            raise
        result = self.effects.scalar_product(left, right, result)
        return self.arithmetic(site, "multiply", left, right, result)

    def _multiplied_numbers(self, site: int, left: Any, right: Any, number: Any) -> Any:
        known = self.watched
        # One of them may be negated first.
        watched = (left in known or -left in known) and (right in known or -right in known)
        self.meetings += watched
        if watched or self.effects.spoils:
            number = self.effects.scalar_product(left, right, number)
        if watched or self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE:
            self.arithmetic(site, "multiply", left, right, number)
        return number

    def add(self, site: int, left: Any, right: Any) -> Any:
        """`left + right`."""
        result = self.effects.scalar_sum((left, right), left + right)
        kind = type(result)
        if kind in FLOATS and not result.is_integer():
            return result
        if kind in _NUMBERS and self._counts.get(site, 0) >= MAX_ARITHMETIC_AT_SITE:
            return result
        return self.arithmetic(site, "add", left, right, result)

    def arithmetic(self, site: int, name: str, left: Any, right: Any, result: Any) -> Any:
        """Note an addition or a multiplication, and give what the submission shall get of it."""
        if is_array(result) and entries(result) != 1:
            return self._elementwise(site, name, left, right, result)
        number = whole(result)
        if number is not None:
            self._of_numbers(site, name, left, right, number)
        elif type(result) in (list, tuple) and not self.often(site, MAX_AT_SITE):
            self.record(site, "result", result)
        return result

    def _of_numbers(self, site: int, name: str, left: Any, right: Any, number: int | float) -> None:
        first, second = whole(left), whole(right)
        if first is None or second is None or calculates_itself(left) or calculates_itself(right):
            return
        if name == "multiply" and first in self.watched and second in self.watched:
            if (site, first, second) in self.met:
                return
            self.met.add((site, first, second))
        elif self.often(site, MAX_ARITHMETIC_AT_SITE):
            return
        self.stream.send(events.Arithmetic(self.place(site), name, first, second, number))

    def _elementwise(self, site: int, name: str, left: Any, right: Any, result: Any) -> Any:
        given = self.effects.made_by_operator(result)
        if self.often(site, MAX_LOOKS_AT_SITE) or entries(given) > 65_536 or self.large_again(site, given):
            return given
        first, second, made = self.operand(left), self.operand(right), self.operand(given)
        if first is not None and second is not None and made is not None:
            self.stream.send(events.Operated(self.place(site), name, (first, second), made))
        return given

    def operate(self, site: int, name: str, left: Any, right: Any) -> Any:
        """The other arithmetic operators."""
        if name == "Pow" and np.matrix in ancestors(type(left)):
            return self.product(site, "**", _OPERATORS[name], (left, right))
        result = _OPERATORS[name](left, right)
        kind = type(result)
        if kind in _NUMBERS and (
            self._counts.get(site, 0) >= MAX_ARITHMETIC_AT_SITE or (kind in FLOATS and not result.is_integer())
        ):
            return result
        if is_array(result) and entries(result) != 1:
            return self._elementwise(site, name, left, right, result)
        if not self.often(site, MAX_ARITHMETIC_AT_SITE):
            self.say_scalar(site, result)
            first, second, difference = whole(left), whole(right), whole(result)
            if name == "Sub" and first is not None and second is not None and difference is not None:
                self.stream.send(events.Arithmetic(self.place(site), "subtract", first, second, difference))
        return result

    def in_place(self, site: int, name: str, left: Any, right: Any) -> Any:
        """`left += right` and its like, for a plain name."""
        function = _IN_PLACE[name]
        if type(left) in _NUMBERS and type(right) in _NUMBERS:
            return self._in_place_number(site, name, left, right, function(left, right))
        if name == "MatMult" or (name == "Mult" and np.matrix in ancestors(type(left)) and self._operand_like(right)):
            made = self.product(site, "@=", function, (left, right))
            if is_array(left) and is_array(made) and made is not left and made.shape == left.shape:
                left[...] = made
                return left
            return made
        before = left
        matrices = is_array(left) or (type(left) is list and is_array(right))
        if matrices:
            before = None if self.large_again(site, left) else self.operand(left)
        result = function(left, right)
        if matrices and is_array(result) and before is not None and not self.often(site, MAX_LOOKS_AT_SITE):
            other, made = self.operand(right), self.operand(result)
            if other is not None and made is not None:
                act = {"Add": "add", "Mult": "multiply"}.get(name, name)
                self.stream.send(events.Operated(self.place(site), act, (before, other), made))
        if name == "Mult" and not is_array(result):
            result = self.effects.scalar_product(left, right, result)
        if name == "Add":
            result = self.effects.scalar_sum((before, right), result)
        if name in ("Add", "Mult") and not is_array(result):
            self.arithmetic(site, "add" if name == "Add" else "multiply", before, right, result)
        if self.interesting(result) and not self.often(~site, MAX_AT_SITE):
            self.record(site, "bind", result)
        return result

    def _in_place_number(self, site: int, name: str, left: Any, right: Any, number: Any) -> Any:
        if type(number) in FLOATS and not number.is_integer():
            return number
        if name == "Mult":
            return self._multiplied_numbers(site, left, right, number)
        if name == "Add":
            number = self.effects.scalar_sum((left, right), number)
            if self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE:
                self.arithmetic(site, "add", left, right, number)
        return number

    def addend(self, site: int, name: str, value: Any) -> Any:
        """What is added to an item or an attribute."""
        if type(value) in FLOATS and not value.is_integer():
            return value
        single = not self.interesting(value) or (is_array(value) and entries(value) == 1)
        if name == "Add" and self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE and single:
            value = self.effects.scalar_sum((value,), value)
            number = whole(value)
            if number is not None and not self.often(site, MAX_ARITHMETIC_AT_SITE):
                self.stream.send(events.Arithmetic(self.place(site), "addend", 0, number, number))
        return value
