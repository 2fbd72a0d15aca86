"""Starts a launcher's process: a fresh interpreter, or a fork of one in which NumPy is loaded already."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import select
import signal
import socket
import sys
from typing import NamedTuple

_SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "launcher.py")
_NEEDED = ("numpy", "msgspec")
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""NumPy's libraries start threads of their own when they are loaded; a process with threads is not to be forked."""
VARIABLES = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "1", **ONE_THREAD}
PASSED_ON = ("TMPDIR", "LD_LIBRARY_PATH")
"""Where temporary files go, and what this interpreter may need to be started at all."""
CHANNEL = 3
"""Where a launcher has its end of the control socket."""


LEVEL_BYTES = 8


class LauncherProcess:
    """A launcher as its parent holds it: by a handle, so that no later process of the same number is meant."""

    def __init__(self, pid: int) -> None:
        assert sys.platform == "linux"
        self.pid = pid
        self._handle = os.pidfd_open(pid)

    def kill(self) -> None:
        """End it at once, if it has not ended."""
        assert sys.platform == "linux"
        if self._handle >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for its end, at most so long. Says whether it has ended."""
        if self._handle >= 0:
            if not select.select([self._handle], [], [], seconds)[0]:
                return False
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
            os.close(self._handle)
            self._handle = -1
        return True


class Started(NamedTuple):
    """A launcher that is warming up, and our end of its control socket."""

    process: LauncherProcess
    channel: socket.socket

    def enter(self, level: str) -> None:
        """Tell it the isolation level of its runs; before that it has none."""
        self.channel.sendall(level.encode().ljust(LEVEL_BYTES))


def can_fork() -> bool:
    """Whether this system has what a launcher needs: fork, and handles of processes (Linux 5.3)."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


def environment() -> dict[str, str]:
    """All that a launcher gets to know of ours."""
    return VARIABLES | {name: os.environ[name] for name in PASSED_ON if name in os.environ}


def command(*arguments: str) -> list[str]:
    """What starts the launcher's script isolated from our environment, but with the packages that we have.

    They need not be where an isolated interpreter looks for them: `pip install --user` puts them into the home.
    """
    specs = [importlib.util.find_spec(name) for name in _NEEDED]
    origins = [spec.origin for spec in specs if spec and spec.origin]
    places = dict.fromkeys(os.path.dirname(os.path.dirname(os.path.abspath(origin))) for origin in origins)
    return [sys.executable, "-I", _SCRIPT, os.pathsep.join(places), *arguments]


def start_launcher() -> Started:
    """Start a launcher in an interpreter of its own, whose memory holds nothing of ours."""
    assert sys.platform == "linux"
    ours, theirs = socket.socketpair()
    with theirs:
        pid = os.posix_spawn(
            sys.executable,
            command(str(CHANNEL)),
            environment(),
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_DUP2, theirs.fileno(), CHANNEL),
            ],
            setsid=True,
        )
    return Started(LauncherProcess(pid), ours)
