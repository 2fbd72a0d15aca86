"""The end of a run: no process of it is left."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time

from . import kernel, namespaces
from .errors import ConfinementError, step
from .layers import Layers

PATIENCE_SECONDS = 2.0
_PAUSE_SECONDS = 0.0002
# A walk of /proc costs milliseconds; the child that was just killed ends sooner.
_PASSES_BEFORE_A_WALK = 3


def become_subreaper() -> None:
    """Orphans among the descendants become this process's children from here on (Linux; else nothing)."""
    if sys.platform == "linux":
        with step("processes", "become a subreaper"):
            kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)


def kill_all(child: int, layers: Layers) -> int | None:
    """Kill the child with every descendant, wait for them all, and give the status that wait(2) has of the child.

    None when the child had been waited for before. The process must have no other children. Raises
    ConfinementError when descendants are still there after PATIENCE_SECONDS.
    """
    ending: list[int] = []
    deadline = time.monotonic() + PATIENCE_SECONDS
    if layers.namespaces:
        namespaces.kill_everything()
    else:
        _kill_group(child)
    hunted = not layers.namespaces and not layers.seccomp
    passes = 0
    while _reap(child, ending):
        passes += 1
        if time.monotonic() > deadline:
            raise ConfinementError("processes", f"descendants of {child} cannot be killed")
        if hunted and passes > _PASSES_BEFORE_A_WALK:
            for descendant in _descendants(os.getpid()):
                _kill(descendant)
        elif ending:
            # Without a fork there is nothing but the child; but never leave what a mistake let through.
            hunted = not layers.namespaces
        time.sleep(_PAUSE_SECONDS)
    return ending[0] if ending else None


def _kill_group(child: int) -> None:
    """Kill the child and its process group, while its id is certainly its own: not yet waited for."""
    try:
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    _kill(child)


def _kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(process, signal.SIGKILL)


def _reap(child: int, ending: list[int]) -> bool:
    """Wait for all that have ended. False when there is no child left, thus no descendant either.

    That holds for a subreaper and for pid 1: an orphan among the descendants becomes their child.
    """
    while True:
        try:
            process, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return False
        if process == 0:
            return True
        if process == child:
            ending.append(status)


def _descendants(ancestor: int) -> list[int]:
    """The processes below `ancestor`, by one walk of /proc; new ones may appear meanwhile."""
    children: dict[int, list[int]] = {}
    try:
        entries = os.listdir("/proc")
    except OSError:
        return []
    for entry in entries:
        if entry.isdigit() and (parent := _parent(entry)) is not None:
            children.setdefault(parent, []).append(int(entry))
    found: list[int] = []
    waiting = [ancestor]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _parent(process: str) -> int | None:
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            # The name, in parentheses, may itself hold spaces and parentheses.
            return int(file.read().rpartition(b")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return None
