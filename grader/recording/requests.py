"""What the grader asks of a launcher, and what it is told: frames of four bytes of length and msgpack."""

from __future__ import annotations

import re
import signal
import socket
from typing import BinaryIO, TypeVar

import msgspec

from grader import TIME_LIMIT
from grader.recording.compiled import Compiled
from grader.recording.plan import Plan

Message = TypeVar("Message")

SLOW_IMPORTS = {
    "numpy.ma": r"\bma\b|unique",
    "numpy.testing": "testing",
    "asyncio": "async",
    "unittest": "unittest",
    "doctest": "doctest",
}
"""Modules that take long to import, with the pattern that tells that they are meant."""
STOP = bytes(4)
"""An empty frame: the run that goes on shall end. It may cross that run's reply, and is then passed over."""
LINE_SIGNAL = signal.SIGRTMAX - 2 if hasattr(signal, "SIGRTMAX") else None
"""On this signal a run says on its errors' descriptor which line it is at; not every system has one to spare."""
SECONDS_TO_SAY_THE_LINE = 0.05


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of one run. wall_seconds: by the clock; the processor's time is bounded a little above it."""

    wall_seconds: float = TIME_LIMIT
    memory_bytes: int = 768 * 1024 * 1024
    file_bytes: int = 4 * 1024 * 1024
    open_files: int = 64


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One run. text: the source decoded as it says of itself; compiled: what it compiles to, where that is known.

    key: what only this run's recorder knows, of 32 bits, so that bytes which others write to the trace are none of it.
    """

    source: bytes
    text: str
    plan: Plan
    limits: Limits
    compiled: Compiled | None = None
    key: int = 0


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What a launcher itself is told of a run: nothing of the submission, as all its later runs inherit its memory.

    The request goes past it, in a file in memory. imports: slow modules that the submission speaks of.
    """

    limits: Limits
    imports: tuple[str, ...] = ()

    @classmethod
    def of(cls, request: Request) -> Notice:
        """The notice that comes with a request."""
        return cls(
            limits=request.limits,
            imports=tuple(module for module, pattern in SLOW_IMPORTS.items() if re.search(pattern, request.text)),
        )


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """How a run's process ended, as seen from outside.

    signal: that ended it, 0 where none did; failure: why it was never let begin, or could not be ended.
    """

    signal: int
    seconds: float
    timed_out: bool
    stopped: bool = False
    failure: str = ""


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """A launcher is ready. layers: what confines its runs; folder: its own, if any; error: why it is not ready."""

    layers: tuple[str, ...] = ()
    folder: str = ""
    error: str = ""


# A launcher takes the grader's modules away from what can be imported; types are not looked up after that.
_DECODERS = {kind: msgspec.msgpack.Decoder(kind) for kind in (Request, Notice, Reply, Hello)}


def pack(message: msgspec.Struct) -> bytes:
    """A message as a frame."""
    body = msgspec.msgpack.encode(message)
    return len(body).to_bytes(4, "little") + body


def receive(channel: socket.socket, kind: type[Message]) -> tuple[Message, list[int]] | None:
    """The next message and the descriptors that came with it; None at the end of the stream."""
    head = STOP
    while head == STOP:
        head, descriptors, _, _ = socket.recv_fds(channel, 4, 8)
        if not head:
            return None
        head += _exactly(channel, 4 - len(head))
    body = _exactly(channel, int.from_bytes(head, "little"))
    return _decoded(body, kind), list(descriptors)


def read_message(file: BinaryIO, kind: type[Message]) -> Message:
    """The one message of a pipe."""
    length = int.from_bytes(file.read(4), "little")
    return _decoded(file.read(length), kind)


def _decoded(body: bytes, kind: type[Message]) -> Message:
    message: Message = _DECODERS[kind].decode(body)  # type: ignore[index, assignment]
    return message


def _exactly(channel: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        part = channel.recv(count - len(parts))
        if not part:
            raise ConnectionError("the other end is gone")
        parts += part
    return bytes(parts)
