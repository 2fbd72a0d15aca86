"""How a scenario changes what a submission gets: other given numbers, other sizes, wrong products."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from grader.recording.kept import np
from grader.recording.numbers import entries, is_array, numbers, scalar
from grader.recording.plan import ENTRIES, WAYS, WRONG_BY, Plan, Resize, Substitution

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NARROW = 2
_MEMBERS = 16
_SMALL = 4
"""Entries of what is multiplied: of random data there are more, and what is made of these stays comparable."""
_INDICES = 9
"""What rows, columns and sizes are counted with; the numbers in place of the given ones have two digits."""


class Effects:
    """The effects of one plan. Without any, everything passes unchanged."""

    def __init__(self, plan: Plan) -> None:
        self._resizes = {resize.shape: resize for resize in plan.resizes}
        self._substitutions = [_Exchange(substitution) for substitution in plan.substitutions]
        self._sizes = {exchange.size for exchange in self._substitutions}
        self._broken = "matmul" in plan.broken
        self._miscounts = "scalars" in plan.broken
        self.spoils = "numbers" in plan.broken
        told_apart = len(plan.substitutions) == 2 and {"scalars", "sums", *WAYS, *ENTRIES} & set(plan.broken)
        self._meeting = [
            {float(number) for row in substitution.other for number in row}
            for substitution in (plan.substitutions if told_apart else ())
        ]
        ways = [_WAYS[family] for family in plan.broken if family in _WAYS]
        if told_apart and "swapped" in plan.broken:
            ways.append(_swapped_for(plan))
        if told_apart:
            ways += [partial(_too_small, entry=_entry_of(plan, family)) for family in plan.broken if family in ENTRIES]
        self._of_given_wrong = next(iter(ways), _wrong if self._broken else None)
        self._addends = frozenset().union(*self._meeting) if "sums" in plan.broken else frozenset()
        self._terms = len(plan.substitutions[-1].other) if self._meeting and "terms" in plan.broken else 0
        self.changes_numbers = bool(plan.resizes or plan.substitutions or plan.broken or plan.seed_key is not None)

    def made_by_call(self, value: Any) -> Any:
        """An array that a call returned, or several: resized, or exchanged when it is one that the exercise gives."""
        if not is_array(value):
            if type(value) not in (list, tuple):
                return value
            if 0 < len(value) <= _MEMBERS and all(map(is_array, value)):
                made = [self.made_by_call(one) for one in value]
                changed = any(new is not old for new, old in zip(made, value, strict=True))
                return type(value)(made) if changed else value
            return self.made_by_display(value)
        if resize := self._resizes.get(np.ndarray.shape.__get__(value)):
            return _resized(value, resize)
        return self.made_by_operator(value)

    def made_by_operator(self, value: Any) -> Any:
        """An array that an operator made."""
        if self._sizes and entries(value) in self._sizes:
            for exchange in self._substitutions:
                if exchange.matches(value):
                    return exchange.array(value)
        return value

    def made_by_display(self, value: Any) -> Any:
        """A list, tuple or dict that the submission wrote out."""
        for resize in self._resizes.values():
            if _has_shape(value, resize.shape):
                rows = _so_many(value, resize.size) if resize.axis == 0 else value
                return type(value)(_so_many(row, resize.size) if resize.axis == 1 else row for row in rows)
        if not self._substitutions:
            return value
        for exchange in self._substitutions:
            exchanged = exchange.nested(value)
            if exchanged is not None:
                return exchanged
        if type(value) in (list, tuple) and len(value) <= _MEMBERS:
            members = [self.made_by_display(one) if type(one) in (list, tuple) else one for one in value]
            if any(new is not old for new, old in zip(members, value, strict=True)):
                return type(value)(members)
        elif type(value) is dict and len(value) <= _MEMBERS:
            held = {key: self.made_by_display(one) if type(one) in (list, tuple) else one for key, one in value.items()}
            if any(held[key] is not value[key] for key in held):
                return held
        return value

    def scalar_product(self, left: Any, right: Any, result: Any) -> Any:
        """The product of two numbers as the submission gets it."""
        if not (self.spoils or (self._miscounts and self._meeting)) or _has_many(result):
            return result
        one, other = scalar(left), scalar(right)
        if one is None or other is None:
            return result
        if self.spoils:
            return _plus(result, one) if max(abs(one), abs(other)) > _INDICES else result
        first, second = self._meeting
        sizes = abs(one), abs(other)
        meet = (sizes[0] in first and sizes[1] in second) or (sizes[0] in second and sizes[1] in first)
        # Of a negated factor the product is negative, and farther from 0.
        return _plus(result, 1 if (one < 0) is (other < 0) else -1) if meet else result

    def scalar_sum(self, addends: Iterable[Any], result: Any) -> Any:
        """The sum of numbers as the submission gets it."""
        if not self._addends or _has_many(result):
            return result
        return _plus(result, sum(scalar(addend) in self._addends for addend in addends))

    def product(self, operands: Sequence[Any], result: Any) -> tuple[Any, bool]:
        """A product of arrays as the submission gets it, and whether it was made wrong."""
        if self._of_given_wrong and self._meeting and self._of_given(operands):
            return self._of_given_wrong(self._counted(result))
        if not self._broken:
            return result, False
        small = all(_size(operand) <= _SMALL for operand in operands)
        return _wrong(result) if small or all(map(_is_whole, operands)) else (result, False)

    def _of_given(self, operands: Sequence[Any]) -> bool:
        """Whether the operands hold nothing but entries of the one given matrix, and of the other."""
        found = [array for array in map(numbers, operands) if array is not None]
        if len(found) != 2 or not all(map(self._may_be_given, found)):
            return False
        one, other = (set(array.ravel().tolist()) for array in found)
        first, second = self._meeting
        return (one <= first and other <= second) or (one <= second and other <= first)

    def _may_be_given(self, array: NDArray[Any]) -> bool:
        """Whether an array begins with an entry of a given matrix: others are told by that, however large they are."""
        return not array.size or any(array.item(0) in numbers for numbers in self._meeting)

    def _counted(self, result: Any) -> Any:
        """A product of the given matrices with each of its terms one too large, as the submission's own are."""
        return _plus(result, self._terms)


def _has_many(value: Any) -> bool:
    """Whether a value is an array of other than one entry."""
    return is_array(value) and entries(value) != 1


def _plus(result: Any, number: Any) -> Any:
    """The result, so much larger, as the same kind of number or array; as it is when that cannot be."""
    kind = result.dtype.type if is_array(result) else type(result)
    try:
        return result + kind(number) if is_array(result) else kind(result + kind(number))
    except (TypeError, ValueError, ArithmeticError):
        return result


def _is_whole(value: Any) -> bool:
    """Whether there is nothing but whole numbers in an operand; what holds no numbers does not count."""
    if is_array(value) and value.dtype.kind == "f" and value.size and 0 < abs(value.flat[0] % 1) < 1:
        # Mostly the first entry tells, and a loop may ask very often.
        return False
    number = scalar(value)
    if number is not None:
        return float(number).is_integer()
    found = numbers(value)
    if found is None:
        return all(map(_is_whole, value)) if type(value) in (list, tuple) else True
    with np.errstate(all="ignore"):
        return bool(np.array_equal(found, np.round(found.real)))


def _size(value: Any) -> int:
    if is_array(value):
        return entries(value)
    if type(value) in (list, tuple):
        found = numbers(value)
        if found is not None:
            return int(found.size)
        return max((_size(member) for member in value), default=0)
    return 0


def _has_shape(value: Any, shape: tuple[int, ...]) -> bool:
    """Whether a list or tuple holds so many rows of so many entries each."""
    if len(shape) != 2 or type(value) not in (list, tuple) or len(value) != shape[0]:
        return False
    return all(type(row) in (list, tuple) and len(row) == shape[1] for row in value)


def _resized(value: Any, resize: Resize) -> Any:
    index: list[Any] = [slice(None)] * value.ndim
    index[resize.axis] = [place % resize.shape[resize.axis] for place in range(resize.size)]
    return value[tuple(index)]


def _so_many(row: Any, size: int) -> Any:
    """So many members of a list or tuple: the first ones, and where it has fewer, these again."""
    return (row * (size // len(row) + 1))[:size]


def _wrong(result: Any) -> tuple[Any, bool]:
    """The same shape and type with a wrong last entry: a check that looks at all of it notices, others may not."""
    if is_array(result):
        if result.dtype.kind not in "iufcO":
            return result, False
        if not result.size:
            return result, False
        wrong = result.copy()
        last = (-1,) * result.ndim
        wrong[last] = wrong[last] + result.dtype.type(WRONG_BY) if result.dtype.kind != "O" else wrong[last] + WRONG_BY
        return wrong, True
    if scalar(result) is None or type(result) is bool:
        return result, False
    try:
        return type(result)(result + WRONG_BY), True
    except (TypeError, ValueError):
        return result, False


def _turned_over(result: Any) -> tuple[Any, bool]:
    """The same numbers in other cells: sums, traces, norms stay as they are. A single number is made too large."""
    if is_array(result) and result.size > 1:
        return (result.T if result.ndim > 1 else result[::-1]).copy(), True
    return _wrong(result)


def _mirrored(result: Any) -> tuple[Any, bool]:
    """The same rows with their numbers in another order: sums over rows, and sorted rows, stay as they are."""
    return (result[..., ::-1].copy(), True) if is_array(result) and result.size > 1 else _wrong(result)


def _flipped(result: Any) -> tuple[Any, bool]:
    """The same rows in another order: sums over columns, and sets of rows, stay as they are."""
    return (result[::-1].copy(), True) if is_array(result) and result.size > 1 else _wrong(result)


def _shifted(result: Any) -> tuple[Any, bool]:
    """A part of the first entry moved to its neighbour: no sum over a row or over all is another one."""
    if not is_array(result) or result.size < 2 or result.dtype.kind not in "ifcO":
        return _wrong(result)
    wrong = result.copy()
    flat = np.asarray(wrong).reshape(-1)
    # Of a larger product every part is wrong: it may be that only a part of it is used.
    first = slice(None, None if flat.size > 4 else 2, 2)
    flat[first] += flat.dtype.type(WRONG_BY)
    flat[1:][first] -= flat.dtype.type(WRONG_BY)
    wrong[...] = flat.reshape(result.shape)
    return wrong, True


def _all_but_the_first(result: Any) -> tuple[Any, bool]:
    """Every entry but the first is too large; a single number is, too."""
    if not is_array(result) or result.size < 2 or result.dtype.kind not in "iufcO":
        return _wrong(result)
    wrong = result.copy()
    flat = np.asarray(wrong).reshape(-1)
    flat[1:] += flat.dtype.type(WRONG_BY)
    wrong[...] = flat.reshape(result.shape)
    return wrong, True


def _with_the_same_sums(result: Any, signs: Sequence[Sequence[int]]) -> tuple[Any, bool]:
    """Other numbers in two rows and two columns, larger and smaller by as much. Anything else is made too large."""
    if not is_array(result) or result.shape != (2, 2) or result.dtype.kind not in "ifcO":
        return _wrong(result)
    return result + (WRONG_BY * np.array(signs)).astype(result.dtype), True


def _swapped_for(plan: Plan) -> Callable[[Any], tuple[Any, bool]]:
    """What gives the product of the given matrices in the other order; a part of it is made too large."""
    left, right = (np.array(substitution.other) for substitution in plan.substitutions)
    product, other = left @ right, right @ left

    def swapped(result: Any) -> tuple[Any, bool]:
        if not is_array(result) or result.shape != product.shape or product.shape != other.shape:
            return _wrong(result)
        instead = other if bool(np.all(result == product)) else product
        return instead.astype(result.dtype), True

    return swapped


def _too_small(result: Any, entry: float) -> tuple[Any, bool]:
    """Wherever this entry of the product is given, it is too small, and by little."""
    if not is_array(result):
        return (type(result)(result - 1), True) if scalar(result) == entry else (result, False)
    at = np.asarray(result == entry)
    if not at.any():
        return result, False
    wrong = result.copy()
    wrong[at] -= 1
    return wrong, True


def _entry_of(plan: Plan, family: str) -> float:
    left, right = (np.array(substitution.other) for substitution in plan.substitutions)
    return float((left @ right).flat[ENTRIES.index(family)])


_WAYS: dict[str, Callable[[Any], tuple[Any, bool]]] = {
    "turned": _turned_over,
    "mirrored": _mirrored,
    "flipped": _flipped,
    "shifted": _shifted,
    "rest": _all_but_the_first,
    "crossed": partial(_with_the_same_sums, signs=((1, -1), (-1, 1))),
    "slid": partial(_with_the_same_sums, signs=((1, -1), (1, -1))),
    "lifted": partial(_with_the_same_sums, signs=((1, 1), (-1, -1))),
}
"""How NumPy's product of the given matrices is wrong, by family."""


class _Exchange:
    """One given matrix, in the spellings that it may have, and the other numbers in the same spelling."""

    def __init__(self, substitution: Substitution) -> None:
        self._given = np.array(substitution.given)
        self._other = np.array(substitution.other)
        self.size = self._given.size
        self._flat_given = [number for row in substitution.given for number in row]
        self._flat_other = [number for row in substitution.other for number in row]

    def matches(self, value: Any) -> bool:
        shape = value.shape
        if (shape != self._given.shape and shape != (self._given.size,)) or value.dtype.kind not in "iufcO":
            return False
        if value.dtype.kind in "iu" and value.dtype.itemsize < _NARROW:
            return False
        found = numbers(value)
        return found is not None and np.array_equal(found.reshape(self._given.shape), self._given)

    def array(self, value: Any) -> Any:
        """The other numbers with the class, shape and element type of `value`."""
        other: NDArray[Any] = value.copy()
        flat = np.asarray(other).reshape(-1)
        for index, number in enumerate(self._flat_other):
            flat[index] = _alike(flat[index], number)
        other[...] = flat.reshape(other.shape)
        return other

    def nested(self, value: Any) -> Any | None:
        """The other numbers in a list, tuple or dict built like `value`, or None when `value` is something else."""
        if type(value) is dict:
            return self._dict(value)
        if len(value) == self._given.size:
            return self._row(value, self._flat_given, self._flat_other)
        if len(value) != len(self._given):
            return None
        rows = []
        for row, given, other in zip(value, self._given.tolist(), self._other.tolist(), strict=True):
            exchanged = self._row(row, given, other) if type(row) in (list, tuple) else None
            if exchanged is None:
                return None
            rows.append(exchanged)
        return type(value)(rows)

    def _dict(self, value: dict[Any, Any]) -> dict[Any, Any] | None:
        rows = self.nested(list(value.values())) if value else None
        return None if rows is None else dict(zip(value, rows, strict=True))

    @staticmethod
    def _row(row: Any, given: list[Any], other: list[Any]) -> Any | None:
        if len(row) != len(given) or [scalar(entry) for entry in row] != given:
            return None
        return type(row)(_alike(entry, number) for entry, number in zip(row, other, strict=True))


def _alike(entry: Any, number: int | float) -> Any:
    """`number` as the same kind of number as `entry`."""
    return type(entry)(number)
