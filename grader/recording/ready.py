"""A child that is forked and confined before its request comes, so that a run only takes what it takes itself."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import socket
import sys
from typing import NamedTuple, NoReturn

if sys.platform != "win32":
    import fcntl

from grader.recording import child, confinement
from grader.recording.confinement import ConfinementError, Layers
from grader.recording.requests import Limits, Request, read_message
from grader.recording.title import Title

TASKS = 256
COMPLAINT = child.TRACE_DESCRIPTOR + 1
"""Where a child says why it cannot be confined; closed before the submission runs."""
CHANNEL = COMPLAINT + 1
"""Where a child waits for its request; closed before the submission runs."""

MOST_DESCRIPTORS = 8
SECONDS_BEFORE_WARMING = 0.03
"""When requests follow each other at once, warming would only take the time of the processor from other runs."""


class Place(NamedTuple):
    """Where runs happen: what confines them, what they may read, the folder that they work in, what they are called."""

    layers: Layers
    readable: tuple[str, ...]
    box: str
    title: Title | None


class ReadyChild(NamedTuple):
    """A forked child. complaint: what it says there is why it could not be confined."""

    process: int
    channel: socket.socket
    complaint: int
    bounds: confinement.Bounds

    def fits(self, limits: Limits, layers: Layers) -> bool:
        """Whether it was confined as a run with these limits must be; more time of the processor does no harm."""
        wanted = bounds_of(limits, layers)
        return wanted._replace(cpu_seconds=self.bounds.cpu_seconds) == self.bounds and (
            (wanted.cpu_seconds or 0) <= (self.bounds.cpu_seconds or 0)
        )

    def hand(self, descriptors: list[int]) -> None:
        """Give it the file with its request, and its three pipes.

        A child that is gone is seen when it is waited for.
        """
        with contextlib.suppress(OSError), self.channel:
            socket.send_fds(self.channel, [b"!"], descriptors)

    def said(self) -> str:
        """Its complaint, once it has ended."""
        self.channel.close()
        with open(self.complaint, encoding="utf-8", errors="replace") as file:
            return file.read()


def ready_child(place: Place, limits: Limits) -> ReadyChild:
    """Fork a child into a fresh box, for a run with such limits."""
    confinement.fresh_box(place.box, place.layers)
    bounds = bounds_of(limits, place.layers)
    ours, theirs = socket.socketpair()
    # No pipe: at the level `basic` a run could open that in /proc, and complain in the child's place.
    complaint, said = (end.detach() for end in socket.socketpair())
    parent = os.getpid()
    # What a collection in a child would go through, it would also copy.
    gc.freeze()
    process = os.fork()
    if process == 0:
        _be_ready(theirs.fileno(), said, place, bounds, None if place.layers.namespaces else parent)
    theirs.close()
    os.close(said)
    return ReadyChild(process, ours, complaint, bounds)


def _be_ready(channel: int, said: int, place: Place, bounds: confinement.Bounds, parent: int | None) -> NoReturn:
    """In the forked child: the walls go up, the request comes, the submission runs."""
    try:
        waiting = _keep_only(said, channel)
        try:
            os.chdir(place.box)
            confinement.enclose(bounds, place.layers, place.readable, place.box, parent=parent)
            if not select.select([waiting], [], [], SECONDS_BEFORE_WARMING)[0]:
                child.warm()
            begin, descriptors, _, _ = socket.recv_fds(waiting, 1, MOST_DESCRIPTORS)
            if not begin:
                os._exit(0)
            request = _request_in(descriptors[0])
            with open(os.path.join(place.box, request.plan.filename), "wb") as file:
                file.write(request.source)
            _take(descriptors[1:])
            confinement.filter_calls(place.layers)
        except (ConfinementError, OSError) as error:
            os.write(COMPLAINT, str(error).encode())
            raise
        waiting.close()
        os.close(COMPLAINT)
        if place.title:
            place.title.says(*child.arguments(request.plan))
        child.run(request, place.box)
    finally:
        os._exit(child.NOT_CONFINED)


def _keep_only(said: int, channel: int) -> socket.socket:
    """Standard input is empty, the complaint and the channel are where they belong, all else is closed."""
    null = os.open(os.devnull, os.O_RDONLY)
    # Out of the way first: which numbers they have depends on what the grader itself had open.
    null, said, channel = (fcntl.fcntl(number, fcntl.F_DUPFD, CHANNEL + 1) for number in (null, said, channel))
    for target, descriptor in ((0, null), (COMPLAINT, said), (CHANNEL, channel)):
        os.dup2(descriptor, target)
    os.closerange(1, COMPLAINT)
    os.closerange(CHANNEL + 1, 4096)
    return socket.socket(fileno=CHANNEL)


def _request_in(descriptor: int) -> Request:
    """The request that a file in memory holds."""
    with os.fdopen(descriptor, "rb") as file:
        file.seek(0)
        return read_message(file, Request)


def _take(descriptors: list[int]) -> None:
    """Make the pipes that came with the request the trace, standard output and errors."""
    trace, output, errors = (fcntl.fcntl(number, fcntl.F_DUPFD, CHANNEL + 1) for number in descriptors)
    for target, descriptor in ((1, output), (2, errors), (child.TRACE_DESCRIPTOR, trace)):
        os.dup2(descriptor, target)
    os.closerange(CHANNEL + 1, 64)


def bounds_of(limits: Limits, layers: Layers) -> confinement.Bounds:
    """What the kernel holds a run with these limits to."""
    return confinement.Bounds(
        cpu_seconds=int(limits.wall_seconds) + 2,
        memory_bytes=limits.memory_bytes,
        file_bytes=limits.file_bytes,
        open_files=limits.open_files,
        processes=None if layers.seccomp else TASKS,
    )
