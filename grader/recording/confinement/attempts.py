"""Things that a hostile file would try, as single system calls that do no harm where they get through.

Raw calls, so that libc's fall-backs cannot hide an answer, and with arguments that would change nothing.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from typing import NamedTuple

from . import kernel

_NO_SUCH_KEY = 0x7E57_0B0E
_O_APPEND_WRITE = 0o2001
_PTRACE_PEEKDATA = 2
_KEYCTL_GET_KEYRING_ID, _SESSION_KEYRING = 0, -3

Argument = int | bytes | None


class Attempt(NamedTuple):
    """A call that must be refused. kind: one of layers.REFUSALS; refusals: the errnos that say "refused".

    Any other errno means that the kernel looked at the call, so nothing stood in its way.
    """

    name: str
    kind: str
    call: str
    arguments: tuple[Argument, ...]
    refusals: frozenset[int] = frozenset({errno.EPERM})

    def gets_through(self) -> bool:
        """Try it in this process."""
        try:
            result = kernel.call(self.call, *self.arguments)
        except OSError as error:
            return error.errno not in self.refusals
        if self.call == "clone" and result == 0:
            os._exit(0)
        return True


_HIDDEN = frozenset({errno.EPERM, errno.EACCES, errno.ENOENT, errno.EROFS})
_UNSEEN = frozenset({errno.EPERM, errno.ESRCH})


def _network() -> Iterable[Attempt]:
    families = {"unix": 1, "internet": 2, "internet 6": 10, "netlink": 16, "packet": 17, "vsock": 40}
    for name, family in families.items():
        yield Attempt(f"{name} socket", "network", "socket", (family, 2, 0))


def _files(secret: bytes) -> Iterable[Attempt]:
    yield Attempt("read a file", "files", "openat", (kernel.AT_FDCWD, secret, 0, 0), _HIDDEN)
    yield Attempt("write to a file", "files", "openat", (kernel.AT_FDCWD, secret, _O_APPEND_WRITE, 0), _HIDDEN)
    yield Attempt("list a folder", "files", "openat", (kernel.AT_FDCWD, os.path.dirname(secret), 0o200000, 0), _HIDDEN)


def _processes(other: int) -> Iterable[Attempt]:
    yield Attempt("signal another process", "processes", "kill", (other, 0), _UNSEEN)
    yield Attempt("signal a thread", "processes", "tkill", (other, 0), _UNSEEN)
    yield Attempt("trace another process", "processes", "ptrace", (_PTRACE_PEEKDATA, other, None, None))
    yield Attempt("read its memory", "processes", "process_vm_readv", (other, None, 0, None, 0, 0))
    yield Attempt("open a handle of it", "processes", "pidfd_open", (other, 0))
    yield Attempt("make a process", "processes", "clone", (17, None, None, None, None))
    yield Attempt("execute a program", "processes", "execve", (b"/nonexistent", None, None))


def _ipc() -> Iterable[Attempt]:
    yield Attempt("shared memory", "ipc", "shmget", (_NO_SUCH_KEY, 0, 0))
    yield Attempt("semaphores", "ipc", "semget", (_NO_SUCH_KEY, 0, 0))
    yield Attempt("message queue", "ipc", "msgget", (_NO_SUCH_KEY, 0))
    yield Attempt("posix queue", "ipc", "mq_open", (b"no-such-queue", 0, 0, None))


def _syscalls() -> Iterable[Attempt]:
    calls: dict[str, tuple[Argument, ...]] = {
        "io_uring_setup": (0, None),
        "keyctl": (_KEYCTL_GET_KEYRING_ID, _SESSION_KEYRING, 0),
        "userfaultfd": (-1,),
        "bpf": (-1, None, 0),
        "perf_event_open": (None, 0, -1, -1, 0),
        "unshare": (0,),
        "mount": (None, None, None, 0, None),
        "memfd_create": (None, 0),
        "personality": (0xFFFFFFFF,),
        "setuid": (os.getuid(),),
        "fchmodat": (kernel.AT_FDCWD, b"/nonexistent", 0),
        "utimensat": (kernel.AT_FDCWD, b"/nonexistent", None, 0),
        "setsid": (),
        "seccomp": (-1, 0, None),
        "landlock_create_ruleset": (None, 0, 1),
    }
    for call, arguments in calls.items():
        yield Attempt(call, "syscalls", call, arguments)


def attempts(secret: str, other: int) -> tuple[Attempt, ...]:
    """All of them. secret: a file outside, readable and writable; other: a process of the same user."""
    place = os.fsencode(secret)
    return (*_network(), *_files(place), *_processes(other), *_ipc(), *_syscalls())


def open_ones(secret: str, other: int, kinds: Iterable[str]) -> tuple[str, ...]:
    """The names of those among `kinds` that get through from this process."""
    wanted = frozenset(kinds)
    chosen = [attempt for attempt in attempts(secret, other) if attempt.kind in wanted]
    return tuple(attempt.name for attempt in chosen if attempt.gets_through())
