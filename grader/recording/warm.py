"""The grader's side of a warm launcher: sends it requests, and reads what comes back within bounds (Linux)."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import time
from functools import partial
from typing import IO

import msgspec

if sys.platform == "linux":
    import fcntl

from grader.recording.requests import STOP, Hello, Notice, Reply, Request, pack, receive
from grader.recording.sandbox import MAX_OUTPUT, MAX_TRACE, Begun, Recording, SandboxError
from grader.recording.start import Started, start_launcher
from grader.result import Isolation

GRACE_SECONDS = 3.0
END_SECONDS = 1.0
START_SECONDS = 60.0
RUNS_OF_A_LAUNCHER = 500
SECONDS_BETWEEN_READS = 0.01
PIPE_BYTES = 1024 * 1024


def _widen(pipe: int) -> None:
    """Let a pipe hold as much as a user may ask for, so that its writer need not wait (Linux; else nothing)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)


def _in_memory(data: bytes) -> IO[bytes]:
    """A file in memory that holds `data`."""
    assert sys.platform == "linux"
    file = os.fdopen(os.memfd_create("request", os.MFD_CLOEXEC), "wb", buffering=0)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    return file


def _take_away(folder: str) -> None:
    """Remove the folder of a launcher that did not do so itself."""
    if not os.path.exists(folder):
        return
    with contextlib.suppress(OSError):
        os.rmdir(os.path.join(folder, "box"))
        os.rmdir(folder)
        return
    # Takes longer to import than all else that happens here.
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


class Pipes:
    """The three pipes of a run, read together and within bounds."""

    def __init__(self) -> None:
        pairs = [os.pipe() for _ in range(3)]
        self.readers = [reader for reader, _ in pairs]
        self.writers = [writer for _, writer in pairs]
        self._parts: list[bytearray] = [bytearray(), bytearray(), bytearray()]
        self._most = (MAX_TRACE, MAX_OUTPUT, MAX_OUTPUT)
        self.flooded = False
        for reader in self.readers:
            os.set_blocking(reader, False)
            _widen(reader)

    def close_writers(self) -> None:
        for writer in self.writers:
            os.close(writer)
        self.writers = []

    def read(self, reader: int) -> bool:
        """Take what is there; False at the end of that pipe."""
        index = self.readers.index(reader)
        try:
            data = os.read(reader, 1 << 18)
        except BlockingIOError:
            return True
        if not data:
            return False
        self._parts[index] += data[: max(0, self._most[index] - len(self._parts[index]))]
        if len(self._parts[index]) >= self._most[index]:
            self.flooded = True
        return True

    def drain(self) -> None:
        """Take what is left without waiting: a stray process may hold a pipe open for ever."""
        for reader in self.readers:
            before = -1
            while before != (before := len(self._parts[self.readers.index(reader)])) and self.read(reader):
                continue

    def close(self) -> tuple[bytes, bytes, bytes]:
        self.close_writers()
        for reader in self.readers:
            os.close(reader)
        trace, output, errors = (bytes(part) for part in self._parts)
        return trace, output, errors


class WarmSandbox:
    """A launcher with NumPy loaded that forks a child for each run (Linux)."""

    def __init__(self, level: Isolation = "basic", started: Started | None = None) -> None:
        self.level: Isolation = level
        self.layers: tuple[str, ...] = ()
        self._runs = 0
        self._adopt(started or start_launcher())

    def _adopt(self, started: Started) -> None:
        self._process, self._channel = started
        # A launcher that is gone already is noticed, and replaced, at the first run.
        with contextlib.suppress(OSError):
            started.enter(self.level)
        self._folder = ""
        self._ready = False
        self._unanswered = False

    def _greeted(self) -> None:
        if self._ready:
            return
        self._channel.settimeout(START_SECONDS)
        received = receive(self._channel, Hello)
        if received is None:
            raise ConnectionError("it did not start; `grade doctor` tells what is missing")
        hello, _ = received
        self._folder = hello.folder
        if hello.error:
            raise SandboxError(hello.error)
        if self.layers and hello.layers != self.layers:
            raise SandboxError(f"isolation changed meanwhile from {self.layers} to {hello.layers}; start again")
        self.layers = hello.layers
        self._ready = True

    def begin(self, request: Request) -> Begun:
        """Hand a request to the launcher, which runs it while its recording is not asked for yet.

        A launcher that died is replaced, and the run tried once more.
        """
        # Whoever was interrupted in the middle of a run never took the launcher's answer.
        if self._runs >= RUNS_OF_A_LAUNCHER or self._unanswered:
            self._restart()
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            return partial(self._end, self._send(request), request)
        return partial(self._again, request)

    def _end(self, pipes: Pipes, request: Request) -> Recording:
        try:
            return self._recording(pipes, request)
        except (OSError, msgspec.MsgspecError):
            return self._again(request)

    def _again(self, request: Request) -> Recording:
        self._restart()
        try:
            return self._recording(self._send(request), request)
        except (OSError, msgspec.MsgspecError) as error:
            self._restart()
            raise SandboxError(f"the launcher of submissions ended twice during this run: {error}") from error

    def _send(self, request: Request) -> Pipes:
        self._greeted()
        self._runs += 1
        pipes = Pipes()
        try:
            self._unanswered = True
            frame = pack(Notice.of(request))
            self._channel.settimeout(GRACE_SECONDS + request.limits.wall_seconds)
            with _in_memory(pack(request)) as letter:
                sent = socket.send_fds(self._channel, [frame], [letter.fileno(), *pipes.writers])
            self._channel.sendall(frame[sent:])
            pipes.close_writers()
        except BaseException:
            pipes.close()
            raise
        return pipes

    def _recording(self, pipes: Pipes, request: Request) -> Recording:
        try:
            reply = self._follow(pipes, request.limits.wall_seconds + GRACE_SECONDS)
            self._unanswered = False
            pipes.drain()
        finally:
            trace, output, errors = pipes.close()
        if reply.failure:
            raise SandboxError(f"a run could not be isolated as asked: {reply.failure}")
        return Recording(trace=trace, output=output, errors=errors, reply=reply, flooded=pipes.flooded, key=request.key)

    def _follow(self, pipes: Pipes, seconds: float) -> Reply:
        deadline = time.monotonic() + seconds
        told = False
        poll = select.poll()
        poll.register(self._channel, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            # A run writes many small events: it would only be slowed down by a reader who woke for each.
            if poll.poll(1000 * min(left, SECONDS_BETWEEN_READS)):
                received = receive(self._channel, Reply)
                if received is None:
                    raise ConnectionError("it was killed")
                return received[0]
            pipes.drain()
            if pipes.flooded and not told:
                told = True
                self._channel.sendall(STOP)
        raise ConnectionError("it did not answer")

    def _restart(self) -> None:
        self.close()
        self._runs = 0
        try:
            self._adopt(start_launcher())
        except OSError as error:
            raise SandboxError(f"the launcher of submissions cannot be started again: {error}") from error

    def close(self) -> None:
        """End the launcher; what it was running dies with it.

        It ends by itself when the channel is closed, with its children and its folder, unless it is in a run.
        """
        self._channel.close()
        if not self._unanswered:
            self._process.wait(END_SECONDS)
        self._process.kill()
        self._process.wait()
        if self._folder:
            _take_away(self._folder)
