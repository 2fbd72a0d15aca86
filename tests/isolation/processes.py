"""What there is of processes on this machine, read from /proc."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable


def descendants(ancestor: int | None = None) -> set[int]:
    """The processes below one, this one if none is named; what has ended and was not waited for is left out."""
    below: dict[int, list[int]] = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{entry}/stat", "rb") as file:
            state, parent = file.read().rpartition(b")")[2].split()[:2]
            if state != b"Z":
                below.setdefault(int(parent), []).append(int(entry))
    found: set[int] = set()
    waiting = [ancestor or os.getpid()]
    while waiting:
        new = below.get(waiting.pop(), [])
        found.update(new)
        waiting += new
    return found


def parent(process: int) -> int | None:
    """The process that a process belongs to; None when it has ended."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            return int(file.read().rpartition(b")")[2].split()[1])
    except OSError:
        return None


def with_environment(entry: str) -> set[int]:
    """The processes, of whichever parent, that were started with this entry in their environment, or forked of such."""
    found = set()
    for process in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{process}/environ", "rb") as file:
            if os.fsencode(entry) in file.read().split(b"\0"):
                found.add(int(process))
    return found


def alive(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[0] != b"Z"
    except OSError:
        return False


def soon(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether a condition comes true within that time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.01)
    return condition()
