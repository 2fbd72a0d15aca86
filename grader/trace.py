"""What a run did, as data: arrays with the places where they were seen, products, prints, exceptions.

Everything in a trace is the run's own testimony. It is decoded strictly, and checked where it can be.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, get_args

import msgspec
import numpy as np

from grader.recording import events
from grader.recording.numbers import digest_of
from grader.result import RunStatus

Array = np.ndarray[Any, np.dtype[Any]]

Matrix = tuple[tuple[int | float, ...], ...]

MAX_DIMENSIONS = 8
MAX_LENGTH = 2**31
MAX_EVENTS = 61_000
"""Beside what is printed: a recorder falls silent after 60 000, but for a few words about the end."""
MAX_ROWS_MULTIPLIED = 64
TOLERANCE = (1e-6, 1e-9)
_OF_PYTHON = re.compile(r"Traceback|Warning|Error|Exception")
_UNFORESEEN = np.random.default_rng()
FEW = 16
"""Numbers of an array that are compared one by one."""
LOOSE = (2e-3, 1e-4)
"""Relative and absolute. For single precision: products of 16 standard normal numbers stay well within it."""


class TraceError(Exception):
    """The bytes that a run sent are no trace: what is wrong, and where."""


class Sight(msgspec.Struct, frozen=True):
    """An array as it was at one moment. `order` counts the events of the run."""

    array: Array
    site: events.Site
    how: str
    order: int


NOT_PRODUCTS = frozenset({"multiply", "add", "Sub", "Div", "Pow", "FloorDiv", "Mod"})
"""Operations on arrays that go entry by entry, by the names that a trace has for them."""


PRODUCTS_OF_MATRICES = frozenset({"@", "@=", "*", "matmul", "dot", "__matmul__", "__rmatmul__"})
"""By the names that a trace has for them; `*` is np.matrix's."""


class Product(msgspec.Struct, frozen=True):
    """An operation on arrays; operands and result are arrays or plain numbers."""

    name: str
    operands: tuple[Any, ...]
    result: Any
    site: events.Site
    altered: bool
    order: int


class Failure(msgspec.Struct, frozen=True):
    """An operation on arrays that raised."""

    name: str
    operands: tuple[Array, ...]
    message: str
    site: events.Site
    order: int

    @property
    def is_misfit(self) -> bool:
        """Whether two operands' shapes are why: for a product of matrices, or entry by entry."""
        if len(self.operands) != 2:
            return False
        left, right = (operand.shape for operand in self.operands)
        if self.name in PRODUCTS_OF_MATRICES:
            return bool(left and right) and left[-1] != right[-2 if len(right) > 1 else -1]
        try:
            np.broadcast_shapes(left, right)
        except ValueError:
            return self.name in NOT_PRODUCTS
        return False


class Pair(msgspec.Struct, frozen=True):
    """Two whole numbers multiplied or added (`addend`: the right one added to an item)."""

    name: str
    left: int | float
    right: int | float
    result: int | float
    site: events.Site
    order: int


class Comparison(msgspec.Struct, frozen=True):
    """Two values compared for equality; arrays or plain numbers."""

    left: Any
    right: Any
    equal: bool
    site: events.Site
    order: int


class Seeding(msgspec.Struct, frozen=True):
    """A generator that was seeded, or made: by which function, and with what, if it was a whole number."""

    function: str
    seed: int | None
    site: events.Site
    order: int


class Print(msgspec.Struct, frozen=True):
    """Text that was written while a line ran."""

    line: int
    text: str
    order: int


class Failing(msgspec.Struct, frozen=True):
    """An exception: `outcome` is uncaught, caught, skipped or passed over. message: on one line."""

    type: str
    message: str
    line: int
    outcome: str
    text: str
    function: str
    order: int


class Trace:
    """What one run did. Arrays are read-only; all lists are in the order in which things happened.

    replaced: the matrices that the scenario put in the place of the given ones; native_errors: what was written to
    the errors' descriptor past Python, by a crash for instance.
    """

    def __init__(self, scenario: str = "as_written") -> None:
        self.scenario = scenario
        self.status: RunStatus = "not_run"
        self.replaced: tuple[Matrix, ...] = ()
        self.seconds = 0.0
        self.sights: list[Sight] = []
        self.ragged: list[Sight] = []
        self.products: list[Product] = []
        self.failures: list[Failure] = []
        self.pairs: list[Pair] = []
        self.scalars: list[tuple[int | float, events.Site, int]] = []
        self.comparisons: list[Comparison] = []
        self.prints: list[Print] = []
        self.errors: list[Print] = []
        self.exceptions: list[Failing] = []
        self.seeds: list[Seeding] = []
        self.called: dict[str, int] = {}
        self.defined: dict[str, int] = {}
        self.only_named: dict[str, int] = {}
        self.remarks: list[events.Remark] = []
        self.limits: list[str] = []
        self.ended: events.Ended | None = None
        self.native_errors = ""

    @property
    def stop(self) -> Failing | None:
        """The exception that ended the run."""
        return next((failing for failing in self.exceptions if failing.outcome == "uncaught"), None)

    @property
    def undisturbed(self) -> bool:
        """Whether the run came to its end, and passed over no statement on the way."""
        return self.status == "finished" and not any(failing.outcome == "skipped" for failing in self.exceptions)

    def undisturbed_beside(self, usual: Trace) -> bool:
        """Whether the run came to its end, and passed over nothing but what stops, or is passed over, in that one."""
        known = {(failing.type, failing.line) for failing in usual.exceptions}
        skipped = (failing for failing in self.exceptions if failing.outcome == "skipped")
        return self.status == "finished" and all((failing.type, failing.line) in known for failing in skipped)

    @cached_property
    def text(self) -> str:
        """All that was printed."""
        return "".join(part.text for part in self.prints)

    @cached_property
    def told(self) -> list[Print]:
        """What was printed, and what was told on the errors' stream (by `logging`, say) but for errors and warnings."""
        told = [part for part in self.errors if part.line and not _OF_PYTHON.search(part.text)]
        return sorted((*self.prints, *told), key=lambda part: part.order) if told else self.prints

    @cached_property
    def told_text(self) -> str:
        """All of that."""
        return "".join(part.text for part in self.told)

    def arrays(self, *shape: int) -> list[Sight]:
        """Every different array of that shape, at its first sight."""
        return self._by_shape.get(shape, [])

    @property
    def shapes(self) -> Collection[tuple[int, ...]]:
        """The shapes of all arrays that were seen."""
        return self._by_shape.keys()

    @cached_property
    def _by_shape(self) -> dict[tuple[int, ...], list[Sight]]:
        found: dict[tuple[int, ...], list[Sight]] = {}
        known: set[int] = set()
        for sight in self.sights:
            if id(sight.array) not in known:
                known.add(id(sight.array))
                found.setdefault(sight.array.shape, []).append(sight)
        return found

    def different(self) -> Iterator[Sight]:
        """Every different array at its first sight, whatever its shape."""
        for sights in self._by_shape.values():
            yield from sights

    def seen(self, array: Array) -> list[Sight]:
        """All sights of exactly that recorded array."""
        return [sight for sight in self.sights if sight.array is array]

    def find(self, value: Array) -> Sight | None:
        """The first sight of an array equal to `value`."""
        return next((sight for sight in self.arrays(*value.shape) if equal(sight.array, value)), None)


def equal(one: Any, other: Any) -> bool:
    """Whether two arrays hold the same numbers, within rounding (single precision's, when one has it)."""
    first, second = np.asarray(one), np.asarray(other)
    if first.shape != second.shape:
        return False
    if not first.size:
        return True
    single = first.dtype == np.float32 or second.dtype == np.float32
    relative, absolute = LOOSE if single else TOLERANCE
    # Arrays that differ mostly do so in their first entry already.
    mine, others = first.item(0), second.item(0)
    if abs(mine - others) > absolute + relative * abs(others):
        return False
    if first.size <= FEW:
        # NumPy's own way takes longer than so few numbers do.
        pairs = zip(first.ravel().tolist(), second.ravel().tolist(), strict=True)
        return all(one == two or abs(one - two) <= absolute + relative * abs(two) for one, two in pairs)
    if (first == second).all():
        return True
    with np.errstate(all="ignore"):
        return bool(np.allclose(first, second, rtol=relative, atol=absolute))


def stands_within(inner: events.Site, outer: events.Site) -> bool:
    """Whether one place is in another one, or the same."""
    first, last = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return first <= (inner.line, inner.column) and (inner.end_line, inner.end_column) <= last


def read_trace(data: bytes, scenario: str) -> Trace:
    """Decode a run's events. Raises TraceError, and nothing else, for bytes that are no trace.

    A frame that the end of the run cut short is left out.
    """
    reader = _Reader(Trace(scenario))
    try:
        for event in _events(data):
            reader.take(event)
    except msgspec.MsgspecError as error:
        raise TraceError(f"event {reader.order + 1} does not decode: {error}") from error
    except (RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise TraceError(f"event {reader.order + 1} does not decode") from error
    return reader.trace


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

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.order = 0
        self._counted = 0
        self._sites: dict[int, events.Site] = {}
        self._arrays: dict[bytes, Array] = {}
        self._take: dict[type, Callable[[Any], None]] = {
            kind: getattr(self, f"_{kind.__name__.lower()}") for kind in get_args(events.Event)
        }

    def take(self, event: events.Event) -> None:
        if self.trace.ended is not None:
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

    def _site(self, event: events.Site) -> None:
        if event.id in self._sites:
            raise TraceError(f"place {event.id} is named twice")
        self._sites[event.id] = event

    def _arraydata(self, event: events.ArrayData) -> None:
        size = events.DTYPES.get(event.dtype)
        if size is None or len(event.shape) > MAX_DIMENSIONS or not all(0 <= part < MAX_LENGTH for part in event.shape):
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

    def _seen(self, event: events.Seen) -> None:
        array = self._value(event.value)
        sights = self.trace.ragged if event.how == events.RAGGED else self.trace.sights
        sights.append(Sight(array, self._site_of(event.site), event.how, self.order))

    def _seenscalar(self, event: events.SeenScalar) -> None:
        self.trace.scalars.append((event.value, self._site_of(event.site), self.order))

    def _toolarge(self, event: events.TooLarge) -> None:
        self._site_of(event.site)

    def _operation(self, event: events.Operation) -> None:
        operands = tuple(self._value(operand) for operand in event.operands)
        site, result = self._site_of(event.site), self._value(event.result)
        product = Product(event.name, operands, result, site, event.altered, self.order)
        self.trace.products.append(product)
        if isinstance(result, np.ndarray):
            self.trace.sights.append(Sight(result, site, "result", self.order))
        for operand in operands:
            if isinstance(operand, np.ndarray):
                self.trace.sights.append(Sight(operand, site, "operand", self.order))

    def _failedoperation(self, event: events.FailedOperation) -> None:
        operands = tuple(self._value(operand) for operand in event.operands)
        self.trace.failures.append(Failure(event.name, operands, event.message, self._site_of(event.site), self.order))

    def _arithmetic(self, event: events.Arithmetic) -> None:
        site = self._site_of(event.site)
        self.trace.pairs.append(Pair(event.name, event.left, event.right, event.result, site, self.order))

    def _compared(self, event: events.Compared) -> None:
        left, right = self._value(event.left), self._value(event.right)
        self.trace.comparisons.append(Comparison(left, right, event.equal, self._site_of(event.site), self.order))

    def _seeded(self, event: events.Seeded) -> None:
        self.trace.seeds.append(Seeding(event.function, event.seed, self._site_of(event.site), self.order))

    def _printed(self, event: events.Printed) -> None:
        target = self.trace.prints if event.stream == 1 else self.trace.errors
        target.append(Print(event.line, event.text, self.order))

    def _raised(self, event: events.Raised) -> None:
        # Lines of its own could look like the report's.
        message = " ".join(event.message.split()) if "\n" in event.message.strip() else event.message
        self.trace.exceptions.append(
            Failing(event.type, message, event.line, event.outcome, event.text, event.function, self.order)
        )

    def _called(self, event: events.Called) -> None:
        self.trace.called.setdefault(event.name, event.line)

    def _defined(self, event: events.Defined) -> None:
        (self.trace.defined if event.function else self.trace.only_named).setdefault(event.name, event.line)

    def _remark(self, event: events.Remark) -> None:
        self.trace.remarks.append(event)

    def _limit(self, event: events.Limit) -> None:
        self.trace.limits.append(event.name)

    def _ended(self, event: events.Ended) -> None:
        self.trace.ended = event


def contradiction(trace: Trace) -> str | None:
    """What in a trace cannot be true: a product whose operands do not give its result."""
    known: set[tuple[int, int, int]] = set()
    for product in trace.products:
        if product.altered or product.name not in ("@", "matmul", "__matmul__", "dot"):
            continue
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray)]
        if len(arrays) != 2 or len(product.operands) != 2 or not isinstance(product.result, np.ndarray):
            continue
        same = (id(arrays[0]), id(arrays[1]), id(product.result))
        if same in known:
            continue
        known.add(same)
        if not _multiplies_to(arrays[0], arrays[1], product.result):
            return f"line {product.site.line}: the operands of this product do not give its result"
    return None


def keeps_its_givens(trace: Trace, given: Matrix) -> bool:
    """Whether a matrix that this run's scenario put others in the place of is written out all the same.

    Whoever records honestly has exchanged it before it was seen.
    """
    kept = np.array(given)
    return any(sight.how == "display" and equal(sight.array, kept) for sight in trace.arrays(*kept.shape))


def _multiplies_to(left: Array, right: Array, result: Array) -> bool:
    if (
        max(left.ndim, right.ndim, result.ndim) > 2
        or not min(left.ndim, right.ndim)
        or "b" in (left.dtype.kind, right.dtype.kind)
    ):
        return True
    if left.shape[-1] != right.shape[0]:
        return False
    # Before anything is multiplied: a product of nothing could be of any size.
    if left.shape[:-1] + right.shape[1:] != result.shape:
        return False
    if left.ndim == 2 and len(left) > MAX_ROWS_MULTIPLIED:
        rows = _UNFORESEEN.choice(len(left), MAX_ROWS_MULTIPLIED, replace=False)
        left, result = left[rows], result[rows]
    with np.errstate(all="ignore"):
        expected = left @ right
    if result.dtype.kind == "i":
        if expected.dtype.kind != "i":
            return False
        # Narrow integers wrap around: their low byte is still right.
        return bool(np.array_equal(expected & 0xFF, result & 0xFF))
    if np.array_equal(expected, result):
        return True
    with np.errstate(all="ignore"):
        return bool(np.allclose(expected, result, rtol=1e-2, atol=1e-2, equal_nan=True))
