"""What a run did, as data: arrays with the places where they were seen, operations, prints, exceptions."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
import numpy as np

from grader.recording import events
from grader.recording.plan import Matrix
from grader.result import RunStatus
from grader.syntax.lines import split_lines
from grader.syntax.scopes import scope_of

Array = np.ndarray[Any, np.dtype[Any]]

TOLERANCE = (1e-6, 1e-9)
_OF_PYTHON = r"Traceback|Warning|Error|Exception"
FEW = 16
"""Numbers of an array that are compared one by one."""
LOOSE = (2e-3, 1e-4)
"""Relative and absolute. For single precision: products of 16 standard normal numbers stay well within it."""


class Sight(msgspec.Struct, frozen=True):
    """An array as it was at one moment. `order` counts the events of the run."""

    array: Array
    site: events.Site
    how: events.How
    order: int

    @property
    def is_origin(self) -> bool:
        """Whether it may tell where the value came from: it was there before as an operand, and as a function ends."""
        return self.how not in ("operand", "argument", "end")

    @property
    def is_last_look(self) -> bool:
        """Whether it was seen when the file had ended, at no place of its own."""
        return self.site.kind == "end"


NOT_PRODUCTS = frozenset({"multiply", "add", "Sub", "Div", "Pow", "FloorDiv", "Mod"})
"""Operations on arrays that go entry by entry, by the names that a trace has for them."""


PRODUCTS_OF_MATRICES = frozenset({"@", "@=", "*", "matmul", "dot", "__matmul__", "__rmatmul__"})
"""By the names that a trace has for them; `*` is np.matrix's."""


class Operation(msgspec.Struct, frozen=True):
    """An operation on arrays; operands and result are arrays or plain numbers."""

    name: str
    operands: tuple[Any, ...]
    result: Any
    site: events.Site
    altered: bool
    order: int

    @property
    def is_product(self) -> bool:
        """Whether it is a product of matrices or vectors, and does not go entry by entry."""
        return self.name not in NOT_PRODUCTS


class FailedOperation(msgspec.Struct, frozen=True):
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


class Scalar(msgspec.Struct, frozen=True):
    """A whole number as it was at one moment."""

    value: int | float
    site: events.Site
    order: int


class Pair(msgspec.Struct, frozen=True):
    """Two whole numbers multiplied, or one subtracted from the other; `addend`: the right one added to an item."""

    name: str
    left: int | float
    right: int | float
    result: int | float
    site: events.Site
    order: int


class Comparison(msgspec.Struct, frozen=True):
    """Two values compared for equality; arrays or plain numbers.

    by_cell: an answer for each entry came of it, and not one for all.
    """

    left: Any
    right: Any
    equal: bool
    site: events.Site
    order: int
    by_cell: bool = False

    @property
    def numbers(self) -> list[float]:
        """Those of both sides."""
        return [entry.real for side in (self.left, self.right) for entry in np.ravel(side).tolist()]


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


class Raised(msgspec.Struct, frozen=True):
    """An exception, and what became of it. message: on one line."""

    type: str
    message: str
    line: int
    outcome: events.Handling
    text: str
    function: str
    order: int


class Trace(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """What one run did. Arrays are read-only; everything is in the order in which it happened.

    ragged: lists whose rows are not equally long, filled up with NaN; called, defined, only_named: functions and
    classes by name, with a line; limits: what the run went beyond, so that no more was recorded; replaced: the matrices
    that the scenario put in the place of the given ones; native_errors: what was written to the errors' descriptor past
    Python, by a crash for instance; source: what ran.
    """

    scenario: str = "as_written"
    source: str = ""
    status: RunStatus = "not_run"
    seconds: float = 0.0
    replaced: tuple[Matrix, ...] = ()
    sights: Sequence[Sight] = ()
    ragged: Sequence[Sight] = ()
    operations: Sequence[Operation] = ()
    failures: Sequence[FailedOperation] = ()
    pairs: Sequence[Pair] = ()
    scalars: Sequence[Scalar] = ()
    comparisons: Sequence[Comparison] = ()
    prints: Sequence[Print] = ()
    errors: Sequence[Print] = ()
    exceptions: Sequence[Raised] = ()
    seeds: Sequence[Seeding] = ()
    called: Mapping[str, int] = {}
    defined: Mapping[str, int] = {}
    only_named: Mapping[str, int] = {}
    looked_around: Sequence[events.LookedAround] = ()
    limits: Sequence[str] = ()
    ended: events.Ended | None = None
    native_errors: str = ""

    @property
    def stop(self) -> Raised | None:
        """The exception that ended the run."""
        return next((failing for failing in self.exceptions if failing.outcome == "uncaught"), None)

    @cached_property
    def skipped(self) -> list[Raised]:
        """The exceptions that the run passed over, and went on behind the statements that they stopped."""
        return [failing for failing in self.exceptions if failing.outcome == "skipped"]

    @property
    def is_cut(self) -> bool:
        """Whether more was done than is recorded."""
        return not {"events", "bytes", "code"}.isdisjoint(self.limits)

    def variables(self, names: Iterable[str], line: int) -> set[tuple[str, int]]:
        """Names at a line, each with the function whose own it is: another one may have one of the same name."""
        return {(name, scope_of(self.source, name, line)) for name in names}

    @property
    def undisturbed(self) -> bool:
        """Whether the run came to its end, and passed over no statement on the way."""
        return self.status == "finished" and not self.skipped

    def undisturbed_beside(self, usual: Trace) -> bool:
        """Whether the run came to its end, and passed over nothing but what stops, or is passed over, in that one."""
        known = {(failing.type, failing.line) for failing in usual.exceptions}
        return self.status == "finished" and all((failing.type, failing.line) in known for failing in self.skipped)

    @cached_property
    def products(self) -> list[Operation]:
        """The operations that are products of matrices or vectors."""
        return [made for made in self.operations if made.is_product]

    @cached_property
    def is_altered(self) -> bool:
        """Whether a product of the library's was made wrong by the scenario."""
        return any(made.altered for made in self.operations)

    @cached_property
    def text(self) -> str:
        """All that was printed."""
        return "".join(part.text for part in self.prints)

    @cached_property
    def told(self) -> Sequence[Print]:
        """What was printed, and what was told on the errors' stream (by `logging`, say) but for errors and warnings."""
        told = [part for part in self.errors if part.line and not re.search(_OF_PYTHON, part.text)]
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
        return self._by_identity.get(id(array), [])

    def names_of(self, array: Array) -> set[str]:
        """What exactly that recorded array was ever called."""
        return {name for sight in self.seen(array) for name in sight.site.names}

    def row(self, line: int) -> str:
        """One line of what ran; nothing where there is no such line."""
        return self.rows[line - 1] if 0 < line <= len(self.rows) else ""

    @cached_property
    def rows(self) -> Sequence[str]:
        """The lines of what ran."""
        return split_lines(self.source)

    @cached_property
    def _by_identity(self) -> dict[int, list[Sight]]:
        found: dict[int, list[Sight]] = {}
        for sight in self.sights:
            found.setdefault(id(sight.array), []).append(sight)
        return found

    def find(self, value: Array) -> Sight | None:
        """The first sight of an array equal to `value`."""
        return next(self.like(value), None)

    def like(self, value: Array) -> Iterator[Sight]:
        """Every array equal to `value`, at its first sight."""
        sights = self.arrays(*value.shape)
        if len(sights) > FEW:
            if value.shape not in self._samples:
                self._samples[value.shape] = samples([sight.array for sight in sights])
            sights = [sights[index] for index in may_equal(self._samples[value.shape], value)]
        return (sight for sight in sights if equal(sight.array, value))

    @cached_property
    def _samples(self) -> dict[tuple[int, ...], Array]:
        return {}


def samples(arrays: Sequence[Array]) -> Array:
    """Some numbers of each of several arrays of one shape, a row for each: those that differ do so in these already."""
    places = _places(arrays[0].size) if arrays else []
    return np.array([array.reshape(-1)[places] for array in arrays]) + 0.0


def _places(size: int) -> list[int]:
    return [0, size // 3, 2 * size // 3, size - 1] if size else []


def may_equal(rows: Array, value: Array, unit: float = 1.0) -> list[int]:
    """Which of the arrays that these samples are of may equal `value`, by their indices.

    unit: the size of numbers that are compared as 1 is.
    """
    if not len(rows):
        return []
    relative, absolute = LOOSE
    sample = value.reshape(-1)[_places(value.size)] + 0.0
    with np.errstate(all="ignore"):
        differ = np.abs(rows - sample) > absolute * unit + relative * np.abs(sample)
    return np.flatnonzero(~differ.any(axis=1)).tolist()


def equal(one: Any, other: Any) -> bool:
    """Whether two arrays hold the same numbers, within rounding (single precision's, when one has it)."""
    first, second = np.asarray(one), np.asarray(other)
    if first.shape != second.shape:
        return False
    if not first.size:
        return True
    single = first.dtype == np.float32 or second.dtype == np.float32
    # Small whole numbers are exact in single precision, too.
    relative, absolute = LOOSE if single and not _are_whole(first, second) else TOLERANCE
    # The size of a complex number may be too large for Python.
    with contextlib.suppress(OverflowError):
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


def _are_whole(*arrays: Array) -> bool:
    """Whether the numbers of some small arrays are all whole."""
    return all(
        array.size <= FEW
        and all(isinstance(entry, int) or float(entry).is_integer() for entry in array.ravel().tolist())
        for array in arrays
        if array.dtype.kind in "fiub"
    )


def stands_within(inner: events.Site, outer: events.Site) -> bool:
    """Whether one place is in another one, or the same."""
    first, last = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return first <= (inner.line, inner.column) and (inner.end_line, inner.end_column) <= last
