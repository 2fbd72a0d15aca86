"""Numbers in whatever a submission keeps them: turned into arrays and scalars that can travel.

Only exact, known types are looked into. An object that claims to be an array is not asked.
"""

from __future__ import annotations

import array
import collections
import hashlib
import sys
from typing import TYPE_CHECKING, Any

from grader.recording.classes import ancestors, attributes
from grader.recording.events import MAX_DIMENSIONS, MAX_LENGTH, Digest
from grader.recording.kept import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_ENTRIES = 65_536
MAX_NESTED = 8_192
MAX_MEMBERS = 64
WHOLE = 2**53

FLOATS = frozenset({float, np.float64})
SINGLE = frozenset({int, float, bool, str, type(None), np.float64, np.int64})
"""Types of values that hold no array."""
_UNSET = b"\x40"
_SUMS = ("__mul__", "__rmul__", "__imul__", "__add__", "__radd__", "__iadd__")
_WHOLES = frozenset({int, bool, np.int64})
_PLAIN = FLOATS | _WHOLES
_SEQUENCES = (list, tuple, array.array, collections.deque)
_numpy_array = np.array
_ascontiguous = np.ascontiguousarray
_blake2b = hashlib.blake2b


def is_array(value: object) -> bool:
    """Whether `value` really is a NumPy array; its `__class__` is not asked."""
    return np.ndarray in ancestors(type(value))


def is_masked(kinds: tuple[type, ...]) -> bool:
    """Whether one of these types is NumPy's masked array."""
    return _loaded("numpy.ma", "MaskedArray") in kinds


def _loaded(module: str, name: str) -> Any:
    """What a module defines that few files load; None where it is not loaded."""
    return getattr(sys.modules.get(module), name, None)


def entries(value: Any) -> int:
    """How many entries an array has, without touching them."""
    count = 1
    for length in np.ndarray.shape.__get__(value):
        count *= length
    return count


def extent(value: Any) -> int:
    """About how many entries a container has: rows times the length of the first."""
    kind = type(value)
    if kind is list:
        first = value[0] if value else None
        if type(first) is list:
            return len(value) * len(first)
    if kind not in _SEQUENCES and kind is not dict:
        return entries(value) if is_array(value) else 1
    first = next(iter(value.values() if kind is dict else value), None)
    nested: Any = first
    long = type(first) in _SEQUENCES or (is_array(first) and nested.ndim > 0)
    return len(value) * (len(nested) if long else 1)


def scalar(value: object) -> int | float | None:
    """A number as an int or a float, or None when `value` is no real number."""
    kind = type(value)
    if kind in _WHOLES:
        number = int(value)  # type: ignore[call-overload]
        return number if -WHOLE < number < WHOLE else _as_float(number)
    if kind in FLOATS:
        return float(value)  # type: ignore[arg-type]
    if kind is complex:
        return value.real if value.imag == 0 else None  # type: ignore[attr-defined]
    if np.generic in ancestors(kind):
        return _of_numpy(value)
    if kind is _loaded("decimal", "Decimal") or kind is _loaded("fractions", "Fraction"):
        return _as_float(value)
    if is_array(value) and entries(value) == 1:
        flat = np.asarray(value).reshape(-1)
        return scalar(flat[0]) if flat.dtype.kind in "biufcO" and type(flat[0]) is not np.ndarray else None
    return _of_subclass(value)


def _of_subclass(value: Any) -> int | float | None:
    """The number of an instance of the submission's own kind of int or float, past whatever that makes of it."""
    kinds = ancestors(type(value))
    if int in kinds:
        return scalar(int.__int__(value))
    return float.__float__(value) if float in kinds else None


def calculates_itself(value: object) -> bool:
    """Whether the submission's own kind of int or float says itself what its sums and products are."""
    kinds = ancestors(type(value))
    if kinds[0] in _PLAIN or np.generic in kinds:
        return False
    base = int if int in kinds else float
    return base in kinds[1:] and any(name in attributes(kind) for kind in kinds[: kinds.index(base)] for name in _SUMS)


def _of_numpy(value: Any) -> int | float | None:
    kind = np.generic.dtype.__get__(value).kind
    if kind in "biu":
        return scalar(int(value))
    if kind == "f":
        return float(value)
    if kind == "c":
        return float(value.real) if value.imag == 0 else None
    return None


def _as_float(value: Any) -> int | float | None:
    try:
        number = float(value)
    except (OverflowError, ValueError, TypeError):
        return None
    return int(number) if abs(number) < WHOLE and number == int(number) else number


def whole(value: object) -> int | float | None:
    """`scalar(value)` when that is a whole number, else None."""
    number = scalar(value)
    if number is None or (type(number) is float and not number.is_integer()):
        return None
    return number


def numbers(value: Any) -> NDArray[Any] | None:
    """The numeric array that `value` is or holds (nested sequences, dicts by cell), or None.

    The answer has one of the element types that travel, and may share memory with `value`.
    """
    if is_array(value):
        return _of_array(value) if _travels(value) else None
    if dict in ancestors(type(value)):
        return _of_dict(value)
    if _is_sequence(value):
        rows = _nested(value, 3, [MAX_NESTED])
        return _regular(rows) if rows is not None else None
    return None


def ragged(value: Any) -> NDArray[Any] | None:
    """A list of rows of numbers that are not equally long, filled up with NaN, or None when `value` is none."""
    if type(value) not in (list, tuple) or not 1 < len(value) <= MAX_MEMBERS:
        return None
    if any(type(row) not in (list, tuple) or not len(row) <= MAX_MEMBERS for row in value):
        return None
    rows = [row for row in map(numbers, value) if row is not None and row.ndim == 1]
    lengths = {len(row) for row in rows}
    if len(rows) < len(value) or len(lengths) < 2:
        return None
    filled = np.full((len(rows), max(lengths)), np.nan)
    for place, row in zip(filled, rows, strict=True):
        place[: len(row)] = row
    return filled


def _travels(array: Any) -> bool:
    """Whether an array is of a size and a shape that is recorded."""
    shape = np.ndarray.shape.__get__(array)
    return entries(array) <= MAX_ENTRIES and len(shape) <= MAX_DIMENSIONS and max(shape, default=0) < MAX_LENGTH


def _of_array(value: Any) -> NDArray[Any] | None:
    array = np.asarray(value)
    kind = array.dtype.kind
    if kind == "O":
        flat = [scalar(entry) for entry in array.reshape(-1)[:MAX_NESTED]]
        if len(flat) != array.size or not flat or any(entry is None for entry in flat):
            return None
        return _regular(flat, array.shape)
    return _travelling(array) if kind in "biufc" and array.dtype.names is None else None


def _of_dict(value: dict[Any, Any]) -> NDArray[Any] | None:
    """A dict by cell, as a matrix when its keys are (row, column), else in its own order, flat or by rows."""
    if not 1 < len(value) <= MAX_NESTED:
        return None
    cells = [scalar(entry) for entry in value.values()]
    if any(cell is None for cell in cells):
        rows = _nested(list(value.values()), 2, [MAX_NESTED])
        return _regular(rows) if rows is not None else None
    keys = list(value)
    if all(type(key) is tuple and len(key) == 2 and all(type(part) is int for part in key) for key in keys):
        row_of = {row: index for index, row in enumerate(sorted({key[0] for key in keys}))}
        column_of = {column: index for index, column in enumerate(sorted({key[1] for key in keys}))}
        if len(row_of) * len(column_of) == len(keys):
            ordered = sorted(zip(keys, cells, strict=True), key=lambda item: item[0])
            return _regular([cell for _, cell in ordered], (len(row_of), len(column_of)))
    return _regular(cells)


def _is_sequence(value: object) -> bool:
    kind = type(value)
    return kind in _SEQUENCES or list in ancestors(kind) or tuple in ancestors(kind)


def _members(value: Any) -> list[Any]:
    """A sequence's members, taken past whatever a subclass makes of iteration."""
    kind = type(value)
    if kind in _SEQUENCES:
        return list(value)
    return list(list.__iter__(value) if list in ancestors(kind) else tuple.__iter__(value))


def _nested(value: Any, depth: int, budget: list[int]) -> list[Any] | None:
    """Rows of plain numbers, or None as soon as something else is met."""
    members = _members(value)
    if not 0 < len(members) <= budget[0]:
        return None
    if FLOATS.issuperset(map(type, members)):
        budget[0] -= len(members)
        return list(map(float, members))
    rows: list[Any] = []
    for entry in members:
        if type(entry) is list and depth > 1 and 0 < len(entry) <= budget[0] and FLOATS.issuperset(map(type, entry)):
            budget[0] -= len(entry)
            rows.append(entry)
            continue
        many = type(entry) not in _PLAIN and is_array(entry) and not (entries(entry) == 1 and entry.ndim == 0)
        number = None if many else scalar(entry)
        if number is not None:
            budget[0] -= 1
            rows.append(number)
        elif is_array(entry) and depth > 1 and 0 < entries(entry) <= budget[0]:
            inner = _of_array(entry)
            if inner is None:
                return None
            budget[0] -= inner.size
            rows.append(inner)
        elif _is_sequence(entry) and depth > 1:
            inner_rows = _nested(entry, depth - 1, budget)
            if inner_rows is None:
                return None
            rows.append(inner_rows)
        else:
            return None
    return rows


def _regular(rows: Any, shape: tuple[int, ...] | None = None) -> NDArray[Any] | None:
    try:
        array = _numpy_array(rows)
    except (ValueError, OverflowError, TypeError):
        return None
    if array.dtype.kind not in "biufc":
        return None
    return _travelling(array if shape is None else array.reshape(shape))


def _travelling(array: NDArray[Any]) -> NDArray[Any]:
    kind, size = array.dtype.kind, array.dtype.itemsize
    if kind == "b":
        return array
    if kind in "iu":
        return array.astype("<i8") if array.dtype.str != "<i8" else array
    if kind == "f":
        return array.astype("<f4" if size <= 4 else "<f8", copy=False)
    if not array.imag.any():
        return array.real.astype("<f8")
    return array.astype("<c16", copy=False)


def content(array: NDArray[Any]) -> tuple[Digest, str, bytes]:
    """An array's digest, element type as it travels, and bytes in C order."""
    data = _ascontiguous(array).tobytes()
    code = f"{array.dtype.kind}{array.dtype.itemsize}"
    return digest_of(code, array.shape, data), code, data


def digest_of(code: str, shape: tuple[int, ...], data: bytes) -> Digest:
    """The name of an array's content."""
    return _blake2b(data, digest_size=16, person=f"{code}{shape}".encode()[:16]).digest()


def unset(dtype: np.dtype[Any]) -> Any:
    """What an array holds that nothing was put into: the same for each type, and as odd as what is in memory."""
    return np.frombuffer(_UNSET * dtype.itemsize, dtype)[0]
