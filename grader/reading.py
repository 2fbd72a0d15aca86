"""From the bytes that a run sent to its trace: decoded strictly, and checked where it can be.

Everything in a record is the run's own testimony.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
import numpy as np

from grader.recording import events
from grader.recording.numbers import digest_of
from grader.recording.plan import Matrix
from grader.trace import (
    Array,
    Comparison,
    FailedOperation,
    Operation,
    Pair,
    Print,
    Raised,
    Scalar,
    Seeding,
    Sight,
    Trace,
    equal,
)

MAX_EVENTS = 61_000
"""Beside what is printed: a recorder falls silent after 60 000, but for a few words about the end."""
MAX_MULTIPLIED = 64
"""Rows of the left operand of a product, and columns of the right one, that are multiplied again."""
MAX_PRODUCTS = 2_000
ROUGHLY = 1e-2
"""How near a product has to be to what its operands give, as they may be of single or of half precision."""
LARGEST_EXACT = 2.0**53
"""The largest number up to which a float has every whole one."""
_UNFORESEEN = np.random.default_rng()
"""Chooses what of much is looked at: nobody can know that beforehand."""


class TraceError(Exception):
    """The bytes that a run sent are no trace: what is wrong, and where."""


def read_trace(data: bytes, scenario: str) -> Trace:
    """Decode a run's events. Raises TraceError, and nothing else, for bytes that are no trace.

    A frame that the end of the run cut short is left out.
    """
    reader = _Reader()
    try:
        for event in _events(data):
            reader.take(event)
    except msgspec.MsgspecError as error:
        raise TraceError(f"event {reader.order + 1} does not decode: {error}") from error
    except (RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise TraceError(f"event {reader.order + 1} does not decode") from error
    return reader.trace(scenario)


_DECODER = msgspec.msgpack.Decoder(events.Event)

_LIST_DECODER = msgspec.msgpack.Decoder(list[events.Event])

_LENGTH = struct.Struct("<I")


def _events(data: bytes) -> Iterable[events.Event]:
    """The events of a record: decoded at one go, or where that fails one by one, up to the one that is to blame."""
    try:
        frames = list(_frames(data))
        return _LIST_DECODER.decode(b"".join([_LIST_HEAD, len(frames).to_bytes(4, "big"), *frames]))
    except (TraceError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError):
        return map(_DECODER.decode, _frames(data))


_LIST_HEAD = b"\xdd"
"""MessagePack's `array 32`: the number of items follows in four bytes, then the items."""


def _frames(data: bytes) -> Iterator[bytes]:
    start, end = 0, len(data)
    while start + 4 <= end:
        (length,) = _LENGTH.unpack_from(data, start)
        if length > events.MAX_FRAME:
            raise TraceError(f"a frame promises {length} bytes")
        start += 4
        if start + length > end:
            return
        yield data[start : start + length]
        start += length


class _Reader:
    """Builds a trace event by event, and refuses what contradicts itself."""

    def __init__(self) -> None:
        self.order = 0
        self._counted = 0
        self._sites: dict[int, events.Site] = {}
        self._arrays: dict[bytes, Array] = {}
        self._sights: list[Sight] = []
        self._ragged: list[Sight] = []
        self._operations: list[Operation] = []
        self._failures: list[FailedOperation] = []
        self._pairs: list[Pair] = []
        self._scalars: list[Scalar] = []
        self._comparisons: list[Comparison] = []
        self._prints: list[Print] = []
        self._errors: list[Print] = []
        self._exceptions: list[Raised] = []
        self._seeds: list[Seeding] = []
        self._called: dict[str, int] = {}
        self._defined: dict[str, int] = {}
        self._only_named: dict[str, int] = {}
        self._looked_around: list[events.LookedAround] = []
        self._limits: list[str] = []
        self._ended: events.Ended | None = None
        self._take: dict[type, Callable[[Any], None]] = {
            events.Site: self._add_site,
            events.ArrayData: self._add_array,
            events.Seen: self._add_sight,
            events.SeenScalar: self._add_scalar,
            events.Operated: self._add_operation,
            events.OperationFailed: self._add_failed_operation,
            events.Arithmetic: self._add_pair,
            events.Compared: self._add_comparison,
            events.Seeded: self._add_seeding,
            events.Printed: self._add_print,
            events.ExceptionRaised: self._add_exception,
            events.Called: self._add_call,
            events.Defined: self._add_definition,
            events.LookedAround: self._looked_around.append,
            events.Limit: lambda event: self._limits.append(event.name),
            events.Ended: self._end,
        }

    def trace(self, scenario: str) -> Trace:
        """What was taken so far."""
        return Trace(
            scenario=scenario,
            sights=self._sights,
            ragged=self._ragged,
            operations=self._operations,
            failures=self._failures,
            pairs=self._pairs,
            scalars=self._scalars,
            comparisons=self._comparisons,
            prints=self._prints,
            errors=self._errors,
            exceptions=self._exceptions,
            seeds=self._seeds,
            called=self._called,
            defined=self._defined,
            only_named=self._only_named,
            looked_around=self._looked_around,
            limits=self._limits,
            ended=self._ended,
        )

    def take(self, event: events.Event) -> None:
        if self._ended is not None:
            raise TraceError("there are events after the end")
        self.order += 1
        kind = type(event)
        self._counted += kind is not events.Printed
        if self._counted > MAX_EVENTS:
            raise TraceError("there are more events than a recorder sends")
        self._take[kind](event)

    def _site_of(self, number: int) -> events.Site:
        if number not in self._sites:
            raise TraceError(f"event {self.order} speaks of a place that was never named")
        return self._sites[number]

    def _value(self, operand: events.Operand) -> Any:
        if not isinstance(operand, bytes):
            return operand
        if operand not in self._arrays:
            raise TraceError(f"event {self.order} speaks of an array that was never sent")
        return self._arrays[operand]

    def _add_site(self, event: events.Site) -> None:
        if event.id in self._sites:
            raise TraceError(f"place {event.id} is named twice")
        self._sites[event.id] = event

    def _add_array(self, event: events.ArrayData) -> None:
        size = events.DTYPES.get(event.dtype)
        fits = len(event.shape) <= events.MAX_DIMENSIONS and all(0 <= one < events.MAX_LENGTH for one in event.shape)
        if size is None or not fits:
            raise TraceError(f"event {self.order} is an array of an unknown kind")
        count = 1
        for length in event.shape:
            count *= length
        if count * size != len(event.data) or digest_of(event.dtype, event.shape, event.data) != event.digest:
            raise TraceError(f"event {self.order} is an array that is not what it says")
        try:
            array = np.frombuffer(event.data, dtype="<" + event.dtype).reshape(event.shape)
        except ValueError as error:
            raise TraceError(f"event {self.order} is an array of an impossible shape") from error
        # A batch of one is looked at as what is in it.
        self._arrays[event.digest] = array[0] if array.ndim == 3 and len(array) == 1 else array

    def _add_sight(self, event: events.Seen) -> None:
        array = self._value(event.value)
        sights = self._ragged if event.how == "ragged" else self._sights
        sights.append(Sight(array, self._site_of(event.site), event.how, self.order))

    def _add_scalar(self, event: events.SeenScalar) -> None:
        self._scalars.append(Scalar(event.value, self._site_of(event.site), self.order))

    def _add_operation(self, event: events.Operated) -> None:
        operands = tuple(self._value(operand) for operand in event.operands)
        site, result = self._site_of(event.site), self._value(event.result)
        product = Operation(event.name, operands, result, site, event.altered, self.order)
        self._operations.append(product)
        if isinstance(result, np.ndarray):
            self._sights.append(Sight(result, site, "result", self.order))
        for operand in operands:
            if isinstance(operand, np.ndarray):
                self._sights.append(Sight(operand, site, "operand", self.order))

    def _add_failed_operation(self, event: events.OperationFailed) -> None:
        operands = tuple(self._value(operand) for operand in event.operands)
        self._failures.append(
            FailedOperation(event.name, operands, event.message, self._site_of(event.site), self.order)
        )

    def _add_pair(self, event: events.Arithmetic) -> None:
        site = self._site_of(event.site)
        self._pairs.append(Pair(event.name, event.left, event.right, event.result, site, self.order))

    def _add_comparison(self, event: events.Compared) -> None:
        left, right = self._value(event.left), self._value(event.right)
        self._comparisons.append(Comparison(left, right, event.equal, self._site_of(event.site), self.order))

    def _add_seeding(self, event: events.Seeded) -> None:
        self._seeds.append(Seeding(event.function, event.seed, self._site_of(event.site), self.order))

    def _add_print(self, event: events.Printed) -> None:
        target = self._prints if event.stream == 1 else self._errors
        target.append(Print(event.line, event.text, self.order))

    def _add_exception(self, event: events.ExceptionRaised) -> None:
        kind, message = _unbroken(event.type), _unbroken(event.message)
        self._exceptions.append(
            Raised(kind, message, event.line, event.outcome, event.text, event.function, self.order)
        )

    def _add_call(self, event: events.Called) -> None:
        self._called.setdefault(event.name, event.line)

    def _add_definition(self, event: events.Defined) -> None:
        (self._defined if event.function else self._only_named).setdefault(event.name, event.line)

    def _end(self, event: events.Ended) -> None:
        self._ended = event


def contradiction(trace: Trace) -> str | None:
    """What in a trace cannot be true: a product whose operands do not give its result."""
    products = list(_told_products(trace))
    if len(products) > MAX_PRODUCTS:
        products = [products[index] for index in _UNFORESEEN.choice(len(products), MAX_PRODUCTS, replace=False)]
    for product, left, right, result in products:
        if not _multiplies_to(left, right, result, converts=product.name == "matmul"):
            return f"line {product.site.line}: the operands of this product do not give its result"
    return None


def _told_products(trace: Trace) -> Iterator[tuple[Operation, Array, Array, Array]]:
    """The products of two arrays, each of the same arrays once, with their operands and results."""
    known: set[tuple[int, int, int]] = set()
    for product in trace.operations:
        if product.altered or product.name not in ("@", "matmul", "__matmul__", "dot"):
            continue
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray)]
        if len(arrays) != 2 or len(product.operands) != 2 or not isinstance(product.result, np.ndarray):
            continue
        same = (id(arrays[0]), id(arrays[1]), id(product.result))
        if same not in known:
            known.add(same)
            yield product, arrays[0], arrays[1], product.result


def keeps_its_givens(trace: Trace, given: Matrix) -> bool:
    """Whether a matrix that this run's scenario put others in the place of is written out all the same.

    Whoever records honestly has exchanged it before it was seen.
    """
    kept = np.array(given)
    return any(sight.how == "display" and equal(sight.array, kept) for sight in trace.arrays(*kept.shape))


def _multiplies_to(left: Array, right: Array, result: Array, *, converts: bool) -> bool:
    """Whether a product may be right. converts: of a function that can be asked for whole numbers, or for truths."""
    if (
        max(left.ndim, right.ndim, result.ndim) > 2
        or not min(left.ndim, right.ndim)
        or "b" in (left.dtype.kind, right.dtype.kind)
        or (converts and result.dtype.kind == "b")
    ):
        return True
    if left.shape[-1] != right.shape[0]:
        return False
    # Before anything is multiplied: a product of nothing could be of any size.
    shape = left.shape[:-1] + right.shape[1:]
    if _without_ones(shape) != _without_ones(result.shape):
        return False
    # A batch of one was taken as what is in it, and a vector is np.matrix's only row.
    result = result.reshape(shape)
    if left.ndim == 2 and len(left) > MAX_MULTIPLIED:
        rows = _UNFORESEEN.choice(len(left), MAX_MULTIPLIED, replace=False)
        left, result = left[rows], result[rows]
    if right.ndim == 2 and right.shape[1] > MAX_MULTIPLIED:
        columns = _UNFORESEEN.choice(right.shape[1], MAX_MULTIPLIED, replace=False)
        right, result = right[:, columns], result[..., columns]
    with np.errstate(all="ignore"):
        expected = left @ right
        if result.dtype.kind == "i" and expected.dtype.kind == "i":
            # Narrow integers wrap around: their low byte is still right.
            return bool(np.array_equal(expected & 0xFF, result & 0xFF))
        if max(np.abs(one).max(initial=0) for one in (left, right)) > LARGEST_EXACT:
            # Whole numbers without a sign may wrap around, and are recorded as fractions.
            return True
        ways = [expected]
        if converts and result.dtype.kind == "i":
            ways += [np.trunc(left) @ np.trunc(right), np.trunc(expected)]
        return any(_roughly_equal(way, result) for way in ways)


def _roughly_equal(expected: Array, result: Array) -> bool:
    if bool((np.abs(expected - result) <= ROUGHLY + ROUGHLY * np.abs(result)).all()):
        return True
    # What is no number, or without end, equals itself only here; it takes ten times as long.
    return bool(np.allclose(expected, result, rtol=ROUGHLY, atol=ROUGHLY, equal_nan=True))


def _without_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(length for length in shape if length != 1)


def _unbroken(text: str) -> str:
    """What an exception says, on one line: lines of its own could look like the report's."""
    return " ".join(text.split()) if "\n" in text.strip() else text
