"""Resource limits of one run. None is ever raised above what the launcher itself was given."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import NamedTuple

from .errors import ConfinementError, step

if sys.platform != "win32":
    import resource


class Bounds(NamedTuple):
    """What the kernel bounds of one run; None leaves that as it is.

    cpu_seconds: SIGXCPU then, SIGKILL a second later. memory_bytes: address space (RLIMIT_AS), what is loaded
    included. file_bytes: each file. processes: tasks beyond those that the user already has (threads count;
    uid 0 is never bound by it, see kernel/fork.c).
    """

    cpu_seconds: int | None = None
    memory_bytes: int | None = None
    file_bytes: int | None = 4 * 1024 * 1024
    open_files: int | None = 64
    processes: int | None = None
    stack_bytes: int | None = 8 * 1024 * 1024


@cache
def tasks_of_this_user() -> int:
    """How many processes and threads this user has on the machine; 0 where /proc does not say."""
    user = os.getuid()
    count = 0
    try:
        entries = [entry for entry in os.listdir("/proc") if entry.isdigit()]
    except OSError:
        return 0
    for entry in entries:
        try:
            if os.stat(f"/proc/{entry}").st_uid == user:
                # "." and ".." are links too.
                count += os.stat(f"/proc/{entry}/task").st_nlink - 2
        except OSError:
            continue
    return count


def _values(limits: Bounds, namespaces: bool) -> dict[str, int | None]:
    """The bounds by the name of their resource, as (soft) values."""
    tasks = limits.processes
    if tasks is not None and not namespaces:
        already = tasks_of_this_user()
        tasks = tasks + already if already else None
    return {
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_AS": limits.memory_bytes,
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_NPROC": tasks,
        "RLIMIT_STACK": limits.stack_bytes,
        "RLIMIT_CORE": 0,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
    }


def apply(limits: Bounds, *, namespaces: bool = False) -> None:
    """Set them, soft and hard. namespaces: the process is in a user namespace of its own, alone in it."""
    if sys.platform == "win32":
        raise ConfinementError("limits", "this system has no resource limits")
    for name, value in _values(limits, namespaces).items():
        kind = getattr(resource, name, None)
        if kind is None or value is None:
            continue
        later = 1 if name == "RLIMIT_CPU" else 0
        _, inherited = resource.getrlimit(kind)
        unbounded = inherited == resource.RLIM_INFINITY
        hard = value + later if unbounded else min(value + later, inherited)
        with step("limits", f"set {name} to {value}"):
            resource.setrlimit(kind, (min(value, hard), hard))
