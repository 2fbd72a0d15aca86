"""A new interpreter for each run: everywhere that Python runs, without fork, descriptors to pass, or signals."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

from grader.recording.requests import LINE_SIGNAL, SECONDS_TO_SAY_THE_LINE, Reply, Request, pack
from grader.recording.sandbox import MAX_OUTPUT, MAX_TRACE, Begun, Recording
from grader.recording.start import VARIABLES, command
from grader.result import Isolation

SECONDS_BETWEEN_LOOKS = 0.01
SECONDS_TO_READ_THE_REST = 0.5
OF_WINDOWS = ("SYSTEMROOT", "SYSTEMDRIVE")
"""Without these a Windows process finds neither its libraries nor random numbers."""


class PlainSandbox:
    """Runs each request in an interpreter of its own."""

    level: Isolation = "basic"
    layers: tuple[str, ...] = ("process",)

    def begin(self, request: Request) -> Begun:
        """The run begins when its recording is asked for."""
        return partial(_run, request)

    def close(self) -> None:
        """Nothing stays between runs."""


def _run(request: Request) -> Recording:
    with tempfile.TemporaryDirectory(prefix="try-this-", ignore_cleanup_errors=True) as folder:
        Path(folder, request.plan.filename).write_bytes(request.source)
        started = time.monotonic()
        with _process(folder) as (process, trace):
            assert process.stdout is not None
            assert process.stderr is not None
            readers = [
                _Reader(trace, MAX_TRACE),
                *(_Reader(file, MAX_OUTPUT) for file in (process.stdout, process.stderr)),
            ]
            _send(process, request)
            timed_out = _follow(process, readers, started + request.limits.wall_seconds)
            if timed_out:
                _ask_for_the_line(process)
            _kill(process)
            code = process.wait()
            parts = [reader.rest() for reader in readers]
    reply = Reply(
        signal=max(-code, 0),
        seconds=time.monotonic() - started,
        timed_out=timed_out,
    )
    return Recording(
        trace=parts[0],
        output=parts[1],
        errors=parts[2],
        reply=reply,
        flooded=any(reader.full for reader in readers),
        key=request.key,
    )


class _Reader(threading.Thread):
    """Reads a pipe up to a bound; a pipe that a stray process holds open does not hold anybody up."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        super().__init__(daemon=True)
        self._file = file
        self._most = most
        self._data = bytearray()
        self.full = False
        self.start()

    def run(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while not self.full and (part := os.read(self._file.fileno(), 1 << 16)):
                self._data += part[: self._most - len(self._data)]
                self.full = len(self._data) >= self._most

    def rest(self) -> bytes:
        """All that came, after the process has ended."""
        self.join(SECONDS_TO_READ_THE_REST)
        return bytes(self._data)


@contextlib.contextmanager
def _process(folder: str) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """A process that waits for its request on standard input, and the pipe that its trace comes through."""
    reader, writer = os.pipe()
    environment = {**VARIABLES, **_places(folder)}
    pipe = subprocess.PIPE
    with os.fdopen(reader, "rb", buffering=0) as trace:
        if sys.platform == "win32":
            import msvcrt

            handle = msvcrt.get_osfhandle(writer)
            os.set_handle_inheritable(handle, True)
            process = subprocess.Popen(
                command("once", str(handle)), stdin=pipe, stdout=pipe, stderr=pipe, env=environment, cwd=folder,
                startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]}),
            )  # fmt: skip
        else:
            process = subprocess.Popen(
                command("once", str(writer)), stdin=pipe, stdout=pipe, stderr=pipe, env=environment, cwd=folder,
                pass_fds=[writer],
            )  # fmt: skip
        os.close(writer)
        with process:
            yield process, trace


def _places(folder: str) -> dict[str, str]:
    if sys.platform != "win32":
        return {"TMPDIR": folder, "HOME": folder}
    kept = {name: os.environ[name] for name in OF_WINDOWS if name in os.environ}
    return {**kept, "TEMP": folder, "TMP": folder, "USERPROFILE": folder}


def _send(process: subprocess.Popen[bytes], request: Request) -> None:
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError, OSError):
        process.stdin.write(pack(request))
        process.stdin.close()


def _follow(process: subprocess.Popen[bytes], readers: list[_Reader], deadline: float) -> bool:
    """Wait for the end, or a flood; whether the clock ended it."""
    while process.poll() is None and not any(reader.full for reader in readers):
        if time.monotonic() > deadline:
            return True
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return False


def _ask_for_the_line(process: subprocess.Popen[bytes]) -> None:
    """A running process says which line it is at, where there are signals of one's own."""
    if LINE_SIGNAL is not None:
        process.send_signal(LINE_SIGNAL)
        time.sleep(SECONDS_TO_SAY_THE_LINE)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process with those that it started: its session, or its tree."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
