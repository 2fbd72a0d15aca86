"""What a recorder says: values and exceptions as events, each once, each with its place."""

from __future__ import annotations

import contextlib
import sys
import types
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from grader.recording import events
from grader.recording.classes import ancestors, attributes, members, module_of
from grader.recording.exceptions import describe, innermost, kind
from grader.recording.kept import np
from grader.recording.numbers import SINGLE, content, entries, is_array, numbers, ragged, scalar, whole
from grader.recording.sites import Sites, Source
from grader.recording.stream import TraceStream

LARGE = 64
"""Entries of an array. Of a training's many steps, not every one is kept with all its numbers."""
MAX_LARGE_AT_SITE, LEAST_LARGE_AT_SITE = 32, 2
MAX_ENTRIES_AT_SITE = 65_536
MAX_CAUGHT_AT_LINE = 100
LONG_CODE = 20_000
"""Bytes of the table of a code's lines."""
MAX_MEMBERS = 32
"""Of an object of the submission's own class."""


class Testimony:
    """The events of one run, and what was said already. filename: the submission's, by which its frames are known."""

    def __init__(self, stream: TraceStream, filename: str) -> None:
        self.stream = stream
        self.filename = filename
        self.sites = Sites()
        self.main = Source("")
        self._sent_sites: set[int] = set()
        self._sent_arrays: set[bytes] = set()
        self._counts: dict[int, int] = {}
        self._large: dict[int, int] = {}
        self._caught: dict[int, int] = {}
        self._looked_around = False
        self._places: dict[tuple[int, int], int] = {}
        self._positions: dict[int, tuple[types.CodeType, list[tuple[int | None, ...]]]] = {}

    # Where we are

    def current_line(self) -> int:
        """The submission's line that is running, 0 when none is."""
        frame: types.FrameType | None = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self.filename:
                return frame.f_lineno if len(frame.f_code.co_linetable) < LONG_CODE else self._position(frame)[0] or 0
            frame = frame.f_back
        return 0

    def _position(self, frame: types.FrameType) -> tuple[int | None, ...]:
        """Lines and columns of what a frame does now; of long code all at once, for each is behind those before it."""
        code, at = frame.f_code, frame.f_lasti // 2
        if id(code) not in self._positions:
            is_long = len(code.co_linetable) >= LONG_CODE
            self._positions[id(code)] = (code, [*code.co_positions()] if is_long else [])
        _, positions = self._positions[id(code)]
        return positions[at] if positions else next(islice(code.co_positions(), at, None))

    def here(self, kind: str) -> int:
        """A site for the expression that the submission is evaluating now."""
        frame: types.FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self.filename:
            frame = frame.f_back
        if frame is None:
            return self.sites.new(self.main, kind, (1, 0, 1, 0))
        # By identity: to compare, or to hash, a long file's code takes as long as to go through it.
        place = (id(frame.f_code), frame.f_lasti)
        if place in self._places:
            return self._places[place]
        line, end_line, column, end_column = (part if part is not None else 0 for part in self._position(frame))
        span = (line or frame.f_lineno, column, end_line or line, end_column)
        self._places[place] = self.sites.new(self.main, kind, span)
        return self._places[place]

    # Sending

    def place(self, site: int) -> int:
        with self.stream.lock:
            if site not in self._sent_sites:
                self.stream.send(self.sites.all[site])
                self._sent_sites.add(site)
        return site

    def often(self, site: int, most: int) -> bool:
        """Whether a site has been recorded `most` times already."""
        count = self._counts.get(site, 0)
        if count >= most:
            return True
        self._counts[site] = count + 1
        return False

    def large_again(self, site: int, *values: Any) -> bool:
        """Whether one of some values is a large array at a site that had many, or as many as their size allows."""
        size = max((entries(value) for value in values if is_array(value)), default=0)
        if size < LARGE:
            return False
        count = self._large[site] = self._large.get(site, 0) + 1
        return count > min(MAX_LARGE_AT_SITE, max(LEAST_LARGE_AT_SITE, MAX_ENTRIES_AT_SITE // size))

    def _array(self, array: Any) -> bytes:
        digest, code, data = content(array)
        with self.stream.lock:
            if digest not in self._sent_arrays:
                self.stream.send(events.ArrayData(digest, code, array.shape, data))
                self._sent_arrays.add(digest)
        return digest

    def operand(self, value: Any) -> events.Operand | None:
        """A value as an event refers to it, or None when it is no number and no array of numbers."""
        number = scalar(value)
        if number is not None and not is_array(value):
            return number
        array = numbers(value)
        if array is None:
            array = ragged(value)
        return None if array is None else self._array(array)

    def record(self, site: int, how: events.How, value: Any) -> None:
        """Note the array, nested list, number or collection of arrays that `value` is."""
        if self.stream.full or (how != "changed" and self.large_again(site, value)):
            return
        # Between the look and its event no other thread may change what was looked at, and tell that first.
        with self.stream.lock:
            self._record(site, how, value)

    def _record(self, site: int, how: events.How, value: Any) -> None:
        array = numbers(value)
        if array is not None:
            self.stream.send(events.Seen(self.place(site), how, self._array(array)))
        elif type(value) in (list, tuple, dict) and 0 < len(value) <= 64:
            for member in value.values() if type(value) is dict else value:
                inner = numbers(member) if type(member) in (list, tuple) or is_array(member) else None
                if inner is not None:
                    self.stream.send(events.Seen(self.place(site), how, self._array(inner)))
            uneven = ragged(value)
            if uneven is not None:
                self.stream.send(events.Seen(self.place(site), "ragged", self._array(uneven)))
        else:
            self._record_members(site, how, value)

    def _record_members(self, site: int, how: events.How, value: Any) -> None:
        """Look one level into an object of the submission's own class."""
        if how not in ("bind", "changed") or module_of(type(value)) != "__main__":
            return
        held = [*_members_of(value)]
        for member in held:
            inner = numbers(member) if type(member) in (list, tuple, dict) or is_array(member) else None
            if inner is not None:
                self.stream.send(events.Seen(self.place(site), how, self._array(_in_rows(inner, held))))

    def interesting(self, value: Any) -> bool:
        """Whether a value may hold numbers; a single number is none that does."""
        kind = type(value)
        return kind not in SINGLE and (
            kind in (list, tuple, dict)
            or np.ndarray in ancestors(kind)
            or module_of(kind) in ("__main__", "array", "collections")
        )

    def say_scalar(self, site: int, value: Any) -> None:
        number = whole(value)
        if number is not None:
            self.stream.send(events.SeenScalar(self.place(site), number))

    def raised(self, error: BaseException, outcome: events.Handling, text: str = "") -> None:
        """Note an exception, with the innermost line of the submission's that it passed."""
        line, function = innermost(error, self.filename)
        if outcome in ("caught", "kept"):
            # The error itself is not kept, to know it again: what its frames hold would be kept, too.
            count = self._caught[line] = self._caught.get(line, 0) + 1
            if count > MAX_CAUGHT_AT_LINE:
                return
        event = events.ExceptionRaised(line, kind(error), describe(error), outcome, text, function)
        (self.stream.always if outcome == "uncaught" else self.stream.send)(event)

    def looked_around(self, name: str) -> None:
        """Note once that the submission asked for what would tell it whether it is graded."""
        if not self._looked_around:
            self._looked_around = True
            self.stream.send(events.LookedAround(self.current_line(), name))


def _in_rows(array: Any, beside: Sequence[Any]) -> Any:
    """An object's numbers, one after the other, as the rows and columns that it says they are; others as they are.

    beside: what the object holds. It says so by a pair of lengths, or two that follow each other: `rows`, `columns`.
    """
    pairs = [one for one in beside if type(one) in (list, tuple) and len(one) == 2]
    for rows, columns in [*pairs, *pairwise(beside)]:
        lengths = type(rows) is int and type(columns) is int and min(rows, columns) > 1
        if lengths and array.ndim == 1 and rows * columns == array.size:
            return array.reshape(rows, columns)
    return array


def _members_of(value: Any) -> Iterator[Any]:
    """What an object holds, in its `__dict__` or in slots; nothing of an object with very many attributes."""
    named = members(value)
    if type(named) is dict and len(named) <= MAX_MEMBERS:
        yield from list(named.values())
    for slot in list(attributes(type(value)).values())[:MAX_MEMBERS]:
        if type(slot) is types.MemberDescriptorType:
            with contextlib.suppress(AttributeError):
                yield slot.__get__(value)
