"""From a run's events to its trace: what contradicts itself is refused. Everything in it is the run's own testimony."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.recording import events
from grader.recording.numbers import digest_of
from grader.runs.decoding import TraceError, events_in
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
)

MAX_EVENTS = 61_000
"""Beside what is printed: a recorder falls silent after 60 000, but for a few words about the end."""
_ADDRESS = r"\b0x[0-9a-fA-F]{6,16}\b"
"""Where something lies in memory, as in `<bound method … at 0x7f3492a2e590>`: elsewhere in each run."""


def read_trace(data: bytes, scenario: str, key: int) -> Trace:
    """The trace that a run's bytes tell. Raises TraceError, and nothing else, for bytes that are no trace.

    key: with which the run was asked to write.
    """
    reader = _Reader()
    for event in events_in(data, key):
        reader.take(event)
    return reader.trace(scenario)


class _Reader:
    """Builds a trace event by event, and refuses what contradicts itself."""

    def __init__(self) -> None:
        self.order = 0
        self._counted = 0
        self._sites: dict[int, events.Site] = {}
        self._arrays: dict[bytes, Array] = {}
        self._lists: defaultdict[str, list[Any]] = defaultdict(list)
        """What the trace has one after the other, by its fields."""
        self._lines: defaultdict[str, dict[str, int]] = defaultdict(dict)
        """Where functions and classes are, by its fields and by their names."""
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
            events.LookedAround: self._lists["looked_around"].append,
            events.Limit: lambda event: self._lists["limits"].append(event.name),
            events.Ended: self._end,
        }

    def trace(self, scenario: str) -> Trace:
        """What was taken so far."""
        fields: dict[str, Any] = {**self._lists, **self._lines}
        return Trace(scenario=scenario, ended=self._ended, **fields)

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
        sights = self._lists["ragged" if event.how == "ragged" else "sights"]
        sights.append(Sight(array, self._site_of(event.site), event.how, self.order))

    def _add_scalar(self, event: events.SeenScalar) -> None:
        self._lists["scalars"].append(Scalar(event.value, self._site_of(event.site), self.order))

    def _add_operation(self, event: events.Operated) -> None:
        operands = tuple(self._value(operand) for operand in event.operands)
        site, result = self._site_of(event.site), self._value(event.result)
        made = Operation(event.name, operands, result, site, event.altered, self.order)
        self._lists["operations"].append(made)
        sights = self._lists["sights"]
        if isinstance(result, np.ndarray):
            sights.append(Sight(result, site, "result", self.order))
        sights += [Sight(one, site, "operand", self.order) for one in operands if isinstance(one, np.ndarray)]

    def _add_failed_operation(self, event: events.OperationFailed) -> None:
        operands = tuple(self._value(operand) for operand in event.operands)
        self._lists["failures"].append(
            FailedOperation(event.name, operands, event.message, self._site_of(event.site), self.order)
        )

    def _add_pair(self, event: events.Arithmetic) -> None:
        site = self._site_of(event.site)
        self._lists["pairs"].append(Pair(event.name, event.left, event.right, event.result, site, self.order))

    def _add_comparison(self, event: events.Compared) -> None:
        left, right = self._value(event.left), self._value(event.right)
        site = self._site_of(event.site)
        self._lists["comparisons"].append(Comparison(left, right, event.equal, site, self.order, event.by_cell))

    def _add_seeding(self, event: events.Seeded) -> None:
        self._lists["seeds"].append(Seeding(event.function, event.seed, self._site_of(event.site), self.order))

    def _add_print(self, event: events.Printed) -> None:
        written = self._lists["prints" if event.stream == 1 else "errors"]
        written.append(Print(event.line, re.sub(_ADDRESS, "…", event.text), self.order))

    def _add_exception(self, event: events.ExceptionRaised) -> None:
        kind, message = _unbroken(event.type), _unbroken(event.message)
        self._lists["exceptions"].append(
            Raised(kind, message, event.line, event.outcome, event.text, event.function, self.order)
        )

    def _add_call(self, event: events.Called) -> None:
        self._lines["called"].setdefault(event.name, event.line)

    def _add_definition(self, event: events.Defined) -> None:
        self._lines["defined" if event.function else "only_named"].setdefault(event.name, event.line)

    def _end(self, event: events.Ended) -> None:
        self._ended = event


def _unbroken(text: str) -> str:
    """What an exception says, on one line: lines of its own could look like the report's."""
    return " ".join(text.split()) if "\n" in text.strip() else text
