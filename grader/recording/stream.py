"""The child's end of the trace: frames on a file descriptor, within bounds."""

from __future__ import annotations

import io
import os
import signal
import threading
from collections.abc import Callable

import msgspec

from grader.recording.events import Event, Limit, Printed
from grader.recording.hidden import hidden

MAX_EVENTS = 60_000
MAX_BYTES = 12 * 1024 * 1024
MAX_PRINTED = 1024 * 1024

_SIGNAL = getattr(signal, "SIGKILL", signal.SIGTERM)
_encode = msgspec.msgpack.Encoder().encode
_range = range
_write = os.write
_kill = os.kill
_getpid = os.getpid


class TraceStream:
    """Writes events as they happen. At the bound of events or bytes it says so, and stays silent afterwards.

    key: of 32 bits, combined with the length of each frame, so that nobody else writes one.
    """

    def __init__(self, descriptor: int, key: int = 0) -> None:
        self._descriptor = descriptor
        self._key = key
        self._encode = _encode
        self._events = 0
        self._bytes = 0
        self._printed = 0
        self.full = False
        # Held while something is sent for the first time: a submission may have threads.
        self.lock = threading.RLock()

    def send(self, event: Event) -> None:
        """Write `event` unless a bound was reached."""
        if self.full:
            return
        self._events += 1
        if self._events > MAX_EVENTS:
            self._stop("events")
            return
        self._frame(event)
        if self._bytes > MAX_BYTES:
            self._stop("bytes")

    def fall_silent(self) -> None:
        """In a process that the submission forked: what happens there is not the run's, and would only garble it."""
        self.lock = threading.RLock()
        self._descriptor = os.open(os.devnull, os.O_WRONLY)

    def always(self, event: Event) -> None:
        """Write an event that ends or explains the run, bound or not."""
        self._frame(event)

    def last(self, event: Event) -> None:
        """Write the event that ends the run. The lock is kept: no thread writes anything after it."""
        self.lock.acquire()
        self._frame(event)

    @property
    def has_printed_much(self) -> bool:
        """Whether half of what may be printed was printed."""
        return self._printed > MAX_PRINTED // 2

    def printed(self, event: Printed) -> None:
        """Write text that the submission printed; a flood ends the run."""
        self._printed += len(event.text)
        if self._printed > MAX_PRINTED:
            self.always(Limit("printed"))
            _kill(_getpid(), _SIGNAL)
        self.always(event)

    def _stop(self, limit: str) -> None:
        self.full = True
        self.always(Limit(limit))

    def _frame(self, event: Event) -> None:
        with self.lock:
            body = self._encode(event)
            data = memoryview((len(body) ^ self._key).to_bytes(4, "little") + body)
            self._bytes += len(data)
            while data:
                data = data[_write(self._descriptor, data) :]


class PrintedBuffer(io.BufferedIOBase):
    """The binary file under the submission's `sys.stdout` or `sys.stderr`: what is written becomes an event."""

    __slots__ = ("_current_line", "_stream")

    def __init__(self, stream: TraceStream, number: int, current_line: Callable[[], int]) -> None:
        _stream.set(self, stream)
        _current_line.set(self, current_line)
        self._number = number
        self._pending: list[str] = []
        self._pending_line = 0
        self._size = 0

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return False

    def write(self, data: object) -> int:
        raw = bytes(data)  # type: ignore[call-overload]
        line = _current_line.of(self)()
        if self._pending and line != self._pending_line:
            self.send()
        self._pending_line = line
        self._pending.append(raw.decode("utf-8", "replace"))
        self._size += len(raw)
        if raw.endswith(b"\n") or self._size > 4096:
            self.send()
        return len(raw)

    def flush(self) -> None:
        """Nothing waits here longer than a line does."""

    def send(self) -> None:
        """Let out what waits for the end of its line."""
        if self._pending:
            text = "".join(self._pending)
            self._pending.clear()
            self._size = 0
            for start in _range(0, len(text), 100_000):
                _stream.of(self).printed(Printed(self._pending_line, self._number, text[start : start + 100_000]))


# What a file is told of its output is as of Python's own.
PrintedBuffer.__name__ = PrintedBuffer.__qualname__ = "BufferedWriter"
PrintedBuffer.__module__ = "_io"
_stream, _current_line = hidden(PrintedBuffer, "_stream"), hidden(PrintedBuffer, "_current_line")
