"""From the bytes that a run sent to its events: taken out of their frames, and decoded strictly."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

import msgspec

from grader.recording import events

_DECODER = msgspec.msgpack.Decoder(events.Event)
_LIST_DECODER = msgspec.msgpack.Decoder(list[events.Event])
_LIST_HEAD = b"\xdd"
"""MessagePack's `array 32`: the number of items follows in four bytes, then the items."""
_LENGTH = struct.Struct("<I")
_UNDECODABLE = (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError)


class TraceError(Exception):
    """The bytes that a run sent are no trace: what is wrong, and where."""


def events_in(data: bytes, key: int) -> Iterable[events.Event]:
    """The events of a record: decoded at one go, or where that fails one by one, up to the one that is to blame.

    key: of 32 bits, with which the length of each frame was combined by exclusive or: who does not know it cannot
    write a frame. A frame that the end of the run cut short is left out. Raises TraceError at what is no event.
    """
    try:
        frames = list(_frames(data, key))
        return _LIST_DECODER.decode(b"".join([_LIST_HEAD, len(frames).to_bytes(4, "big"), *frames]))
    except (TraceError, *_UNDECODABLE):
        return _one_by_one(data, key)


def _one_by_one(data: bytes, key: int) -> Iterator[events.Event]:
    for number, frame in enumerate(_frames(data, key), start=1):
        try:
            yield _DECODER.decode(frame)
        except _UNDECODABLE as error:
            why = f": {error}" if isinstance(error, msgspec.MsgspecError) else ""
            raise TraceError(f"event {number} does not decode{why}") from error


def _frames(data: bytes, key: int) -> Iterator[bytes]:
    start, end = 0, len(data)
    while start + 4 <= end:
        (length,) = _LENGTH.unpack_from(data, start)
        length ^= key
        if length > events.MAX_FRAME:
            raise TraceError(f"a frame promises {length} bytes")
        start += 4
        if start + length > end:
            return
        yield data[start : start + length]
        start += length
