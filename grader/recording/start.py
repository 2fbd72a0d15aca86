"""Starts a launcher's process: small and quick to import, so that NumPy is loaded there while we load it here."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import NamedTuple

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "launcher.py")
VARIABLES = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
}
PASSED_ON = ("TMPDIR", "LD_LIBRARY_PATH")
"""Where temporary files go, and what this interpreter may need to be started at all."""


LEVEL_BYTES = 8


class Started(NamedTuple):
    """A launcher that is warming up, and our end of its control socket."""

    process: subprocess.Popen[bytes]
    channel: socket.socket

    def enter(self, level: str) -> None:
        """Tell it the isolation level of its runs; before that it has none."""
        self.channel.sendall(level.encode().ljust(LEVEL_BYTES))

    def give_up(self) -> None:
        """End it: it is not needed after all."""
        self.channel.close()
        self.process.kill()
        self.process.wait()


def can_fork() -> bool:
    """Whether this system has what a launcher needs: fork, and handles of processes (Linux 5.3)."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


def start_launcher() -> Started:
    """Start a launcher; its isolation level may be known later."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-I", SCRIPT, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env=VARIABLES | {name: os.environ[name] for name in PASSED_ON if name in os.environ},
            cwd="/",
            start_new_session=True,
        )
    return Started(process, ours)
