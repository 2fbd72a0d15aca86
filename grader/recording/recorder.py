"""What the rewritten code calls: looks at values as they pass, and lets them pass."""

from __future__ import annotations

import ast
import builtins
import operator
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.recording import events
from grader.recording.compiled import Compiled
from grader.recording.exceptions import describe
from grader.recording.flow import MAX_LOOKS_AT_SITE, Flow
from grader.recording.instrument import bind_hooks, instrument
from grader.recording.numbers import FLOATS, SINGLE, entries, extent, is_array, numbers, scalar, whole
from grader.recording.plan import Plan
from grader.recording.sites import Source
from grader.recording.stream import TraceStream
from grader.recording.wrappers import PLAIN_OWNERS, Wrappers

MAX_AT_SITE = 400
MAX_ARITHMETIC_AT_SITE = 1_000
MAX_SMALL = 64
"""Entries of a container that is looked at after each change."""
FEW = 8

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

_NUMBERS = frozenset({int, float, np.float64, np.int64})


class Recorder(Flow):
    """One run's witness. Its public methods named in `hooks` are what the rewritten code calls.

    They are called for each value of each loop: they look at plain numbers, and at places that have been recorded
    often enough, before anything else, and count without a call.
    """

    def __init__(self, stream: TraceStream, plan: Plan) -> None:
        super().__init__(stream, plan)
        self.wrappers = Wrappers(self, self.effects)
        self.watched = frozenset(plan.watched)
        self.met: set[tuple[int, int | float, int | float]] = set()
        self._changes: dict[int, int] = {}
        names = "value bind look changed used display_of function matmul multiply add operate in_place addend"
        names += " compare comparing asserted enter leave caught keep display still item"
        self.hooks: dict[str, Callable[..., Any]] = {name: getattr(self, name) for name in names.split()}

    # Code

    def adopt(self, compiled: Compiled, text: str) -> types.CodeType:
        """The submission's own code, which speaks to this recorder from now on."""
        self.main = Source(text)
        self.sites.all = list(compiled.sites)
        self.protected = compiled.protected
        for line, name in compiled.functions:
            self.stream.send(events.Defined(line, name))
        for line, name in compiled.named:
            self.stream.send(events.Defined(line, name, False))
        return bind_hooks(compiled.unmarshalled(), self.hooks)

    def compile_text(self, text: str, filename: str, mode: str, flags: int) -> types.CodeType:
        """Code that the submission made from a string, instrumented; its values are reported at the calling line."""
        tree = compile(text, filename, mode, flags | ast.PyCF_ONLY_AST, dont_inherit=True)
        source = Source(text, fixed_line=self.current_line() or 1)
        return bind_hooks(instrument(tree, source, self.sites, filename), self.hooks)

    # Hooks: values

    def value(self, site: int, value: Any, changed_site: int = -1, changed: Any = None) -> Any:
        """The result of a call, a slice, an attribute; `changed` is a container that the call filled."""
        if type(value) in SINGLE:
            if value is not None and self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE:
                self._single(site, value)
        else:
            value = self._called_value(site, value)
        if changed is not None:
            self.changed(changed_site, changed)
        return value

    def _called_value(self, site: int, value: Any) -> Any:
        value = self.effects.made_by_call(value)
        if self.interesting(value):
            if not self.often(site, MAX_AT_SITE):
                self.record(site, "result", value)
        elif type(value) in self.wrappers.function_types:
            return self.wrappers.substitute(value)
        elif value is not None:
            self._single(site, value)
        return value

    def _single(self, site: int, value: Any) -> None:
        if not self.often(site, MAX_ARITHMETIC_AT_SITE):
            self.say_scalar(site, value)

    def bind(self, site: int, value: Any) -> Any:
        """A value that gets a name."""
        kind = type(value)
        if kind in FLOATS and not value.is_integer():
            return value
        if self._counts.get(site, 0) >= MAX_ARITHMETIC_AT_SITE:
            return value
        if kind in SINGLE or not self.interesting(value):
            self._single(site, value)
        elif not self.often(site, MAX_AT_SITE):
            self.record(site, "bind", value)
        return value

    def look(self, site: int, value: Any) -> None:
        """A name that was bound by a loop or by unpacking."""
        if type(value) not in SINGLE and self.interesting(value) and not self.often(site, MAX_AT_SITE):
            self.record(site, "bind", value)

    def changed(self, site: int, value: Any) -> None:
        """A container after one of its items was assigned: a large one is looked at ever more rarely."""
        if self._counts.get(site, 0) >= MAX_AT_SITE or not self.interesting(value):
            return
        if extent(value) <= MAX_SMALL:
            self._counts[site] = self._counts.get(site, 0) + 1
            self.record(site, "changed", value)
            return
        count = self._changes[site] = self._changes.get(site, 0) + 1
        if count <= FEW or not count & (count - 1):
            self.record(site, "changed", value)

    def item(self, site: int, value: Any) -> None:
        """An item of a container after something was added to it."""
        kind = type(value)
        if kind in FLOATS and not value.is_integer():
            return
        if self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE and not self.interesting(value):
            self._single(site, value)

    def used(self, site: int, value: Any) -> Any:
        """A named value that is passed, printed or formatted: it may have changed since it was bound."""
        kind = type(value)
        if kind in SINGLE:
            return value
        if kind in self.wrappers.function_types:
            return self.wrappers.substitute(value)
        if self.interesting(value) and not self.often(site, MAX_LOOKS_AT_SITE):
            self.record(site, "used", value)
        return value

    def display_of(self, site: int, value: Any) -> Any:
        """A list, tuple, dict or comprehension that was just built."""
        value = self.effects.made_by_display(value)
        if not self.often(site, MAX_AT_SITE):
            self.record(site, "display", value)
        return value

    # Hooks: functions

    def function(self, value: Any) -> Any:
        """Something that is about to be called or passed on: products and arithmetic get a witness."""
        kind = type(value)
        if kind is types.BuiltinMethodType and type(value.__self__) in PLAIN_OWNERS:
            return value
        return self.wrappers.substitute(value, called=True)

    # Hooks: operators

    def matmul(self, site: int, left: Any, right: Any) -> Any:
        """`left @ right`."""
        return self.product(site, "@", operator.matmul, (left, right))

    def product(self, site: int, name: str, function: Callable[..., Any], operands: tuple[Any, ...]) -> Any:
        """Call a product of arrays, note operands and result, and make it wrong where the scenario says so."""
        library = any(is_array(operand) for operand in operands)
        own = any(self._own_class(operand) for operand in operands)
        if own or not library:
            result = function(*operands)
            if self.interesting(result) and not self.often(site, MAX_AT_SITE):
                self.record(site, "result", result)
            return result
        known = self.known(operands)
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
        return getattr(type(value), "__module__", "") == "__main__" and (
            not is_array(value) or type(value).__matmul__ is not np.ndarray.__matmul__
        )

    def known(self, operands: tuple[Any, ...]) -> tuple[events.Operand, ...]:
        """The operands as an event refers to them, as they are before the operation."""
        return tuple(found for found in map(self.operand, operands) if found is not None)

    def multiplied(
        self, site: int, name: str, operands: tuple[Any, ...], known: tuple[events.Operand, ...], result: Any
    ) -> Any:
        """Note a product of arrays that was made, and give what the submission shall get of it."""
        if not is_array(result) and scalar(result) is None:
            return result
        given, altered = self.effects.product(operands, result)
        if not self.often(site, MAX_AT_SITE):
            found = self.operand(given)
            if found is not None:
                self.stream.send(events.Operation(self.place(site), name, known, found, altered))
        return given

    def failed(self, site: int, name: str, operands: tuple[Any, ...], error: BaseException) -> None:
        """Note a product that raised."""
        arrays = [numbers(operand) for operand in operands if self._operand_like(operand)]
        known = [array for array in arrays if array is not None]
        if self.often(site, MAX_LOOKS_AT_SITE) or not known:
            return
        shapes = tuple(array.shape for array in known)
        digests = tuple(self._array(array) for array in known)
        self.stream.send(events.FailedOperation(self.place(site), name, shapes, describe(error), digests))

    def multiply(self, site: int, left: Any, right: Any) -> Any:
        """`left * right`: of two numbers, of arrays entry by entry, or of np.matrix as a product."""
        if type(left) in _NUMBERS and type(right) in _NUMBERS:
            number = left * right
            if type(number) in FLOATS and not number.is_integer():
                return number
            return self._multiplied_numbers(site, left, right, number)
        matrices = np.matrix in type(left).__mro__ or np.matrix in type(right).__mro__
        if matrices and self._operand_like(left) and self._operand_like(right):
            return self.product(site, "*", operator.mul, (left, right))
        try:
            result = left * right
        except ValueError as error:
            self.failed(site, "multiply", (left, right), error)
            raise
        result = self.effects.scalar_product(left, right, result)
        self.arithmetic(site, "multiply", left, right, result)
        return result

    def _multiplied_numbers(self, site: int, left: Any, right: Any, number: Any) -> Any:
        if left in self.watched and right in self.watched:
            number = self.effects.scalar_product(left, right, number)
            self.arithmetic(site, "multiply", left, right, number)
        elif self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE:
            self.arithmetic(site, "multiply", left, right, number)
        return number

    def add(self, site: int, left: Any, right: Any) -> Any:
        """`left + right`."""
        result = left + right
        kind = type(result)
        if kind in FLOATS and not result.is_integer():
            return result
        if kind in _NUMBERS and self._counts.get(site, 0) >= MAX_ARITHMETIC_AT_SITE:
            return result
        self.arithmetic(site, "add", left, right, result)
        return result

    def arithmetic(self, site: int, name: str, left: Any, right: Any, result: Any) -> None:
        if is_array(result) and entries(result) != 1:
            result = self.effects.made_by_operator(result)
            self._elementwise(site, name, left, right, result)
            return
        number = whole(result)
        if number is None:
            if type(result) in (list, tuple) and not self.often(site, MAX_AT_SITE):
                self.record(site, "result", result)
            return
        first, second = whole(left), whole(right)
        if first is None or second is None:
            return
        if name == "multiply" and first in self.watched and second in self.watched:
            if (site, first, second) in self.met:
                return
            self.met.add((site, first, second))
        elif self.often(site, MAX_ARITHMETIC_AT_SITE):
            return
        self.stream.send(events.Arithmetic(self.place(site), name, first, second, number))

    def _elementwise(self, site: int, name: str, left: Any, right: Any, result: Any) -> None:
        if self.often(site, MAX_LOOKS_AT_SITE) or entries(result) > 65_536:
            return
        first, second, made = self.operand(left), self.operand(right), self.operand(result)
        if first is not None and second is not None and made is not None:
            self.stream.send(events.Operation(self.place(site), name, (first, second), made))

    def operate(self, site: int, name: str, left: Any, right: Any) -> Any:
        """The other arithmetic operators."""
        if name == "Pow" and np.matrix in type(left).__mro__:
            return self.product(site, "**", operator.pow, (left, right))
        result = _OPERATORS[name](left, right)
        kind = type(result)
        if kind in _NUMBERS and (
            self._counts.get(site, 0) >= MAX_ARITHMETIC_AT_SITE or (kind in FLOATS and not result.is_integer())
        ):
            return result
        if is_array(result) and entries(result) != 1:
            self._elementwise(site, name, left, right, result)
        elif not self.often(site, MAX_ARITHMETIC_AT_SITE):
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
        if name == "MatMult" or (name == "Mult" and np.matrix in type(left).__mro__ and self._operand_like(right)):
            made = self.product(site, "@=", function, (left, right))
            if is_array(left) and is_array(made) and made is not left and made.shape == left.shape:
                left[...] = made
                return left
            return made
        before = left if not is_array(left) else self.operand(left)
        result = function(left, right)
        if is_array(left) and is_array(result) and before is not None and not self.often(site, MAX_LOOKS_AT_SITE):
            other, made = self.operand(right), self.operand(result)
            if other is not None and made is not None:
                act = {"Add": "add", "Mult": "multiply"}.get(name, name)
                self.stream.send(events.Operation(self.place(site), act, (before, other), made))
        if name == "Mult" and not is_array(result):
            result = self.effects.scalar_product(left, right, result)
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
        if name == "Add" and self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE:
            self.arithmetic(site, "add", left, right, number)
        return number

    def addend(self, site: int, name: str, value: Any) -> Any:
        """What is added to an item or an attribute."""
        if type(value) in FLOATS and not value.is_integer():
            return value
        if name == "Add" and self._counts.get(site, 0) < MAX_ARITHMETIC_AT_SITE and not self.interesting(value):
            number = whole(value)
            if number is not None and not self.often(site, MAX_ARITHMETIC_AT_SITE):
                self.stream.send(events.Arithmetic(self.place(site), "addend", 0, number, number))
        return value

    def compare(self, site: int, equal: bool, left: Any, right: Any) -> Any:
        """`left == right` or `left != right`."""
        result = left == right if equal else left != right
        kind = type(result)
        if (kind is bool or kind is np.bool_) and not self.often(site, MAX_LOOKS_AT_SITE):
            first, second = self.operand(left), self.operand(right)
            if first is not None and second is not None:
                same = bool(result) if equal else not result
                self.stream.send(events.Compared(self.place(site), first, second, same))
        return result

    def comparing(self, site: int, function: Any) -> Any:
        """A function whose name says that it compares its first two arguments."""
        function = self.wrappers.substitute(function, called=True)

        def compared(*arguments: Any, **keywords: Any) -> Any:
            result = function(*arguments, **keywords)
            if len(arguments) > 1 and not self.often(site, MAX_LOOKS_AT_SITE):
                first, second = self.operand(arguments[0]), self.operand(arguments[1])
                if first is not None and second is not None:
                    same = result is None or _all_true(result)
                    self.stream.send(events.Compared(self.place(site), first, second, same))
            return result

        return compared

    def display(self, value: Any) -> Any:
        """A notebook cell's last expression is shown."""
        if value is not None:
            self.show(value)
            names = sys._getframe(1).f_globals
            names["_"] = value
        return value

    @staticmethod
    def show(*values: Any) -> None:
        """`display()`, as a notebook has it."""
        for value in values:
            builtins.print(repr(value))

    def finish(self, names: dict[str, Any]) -> None:
        """Look at everything that the module still holds."""
        site = self.sites.new(self.main, "end", (1, 0, 1, 0))
        for value in list(names.values())[:400]:
            if self.interesting(value):
                self.record(site, "changed", value)


def _all_true(value: Any) -> bool:
    """Whether a comparison's result, of two numbers or entry by entry, says equal."""
    if is_array(value) and value.dtype == bool:
        return bool(value.all())
    return type(value) in (bool, np.bool_) and bool(value)
