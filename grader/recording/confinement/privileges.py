"""What a process may do by who it is: capabilities, groups, no_new_privs, its parent's death."""

from __future__ import annotations

import errno
import os
import struct
from ctypes import create_string_buffer
from functools import cache

from . import kernel
from .errors import step

_SIGKILL = 9
_CAPABILITY_VERSION = 0x20080522
_CAP_SETGID = 6
_CAP_SYS_RESOURCE = 24
_LAST_POSSIBLE = 63


def capabilities() -> tuple[int, int, int]:
    """The effective, permitted and inheritable sets of this thread, as bits."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    data = create_string_buffer(24)
    kernel.call("capget", header, data)
    low = struct.unpack_from("=3I", data, 0)
    high = struct.unpack_from("=3I", data, 12)
    effective, permitted, inheritable = (a | b << 32 for a, b in zip(low, high, strict=True))
    return effective, permitted, inheritable


def _set_capabilities(effective: int, permitted: int, inheritable: int) -> None:
    sets = (effective, permitted, inheritable)
    words = [value & 0xFFFFFFFF for value in sets] + [value >> 32 for value in sets]
    kernel.call("capset", struct.pack("=Ii", _CAPABILITY_VERSION, 0), struct.pack("=6I", *words))


def _bounding_set() -> list[int]:
    """The capabilities that the bounding set still has; EINVAL comes after the kernel's last one."""
    found = []
    for capability in range(_LAST_POSSIBLE + 1):
        try:
            if kernel.prctl(kernel.PR_CAPBSET_READ, capability):
                found.append(capability)
        except OSError:
            break
    return found


def _drop_from_bounding_set(dropped: list[int]) -> None:
    for capability in dropped:
        try:
            kernel.prctl(kernel.PR_CAPBSET_DROP, capability)
        except OSError as error:
            # EPERM without CAP_SETPCAP: then there is nothing to be had from the set but by execve,
            # which no_new_privs makes harmless.
            if error.errno != errno.EPERM:
                raise
            return


@cache
def empty_bounding_set() -> None:
    """No program that is executed from here on gains a capability. What the process has now, it keeps.

    Once is enough: nothing fills the set again, and a fork inherits it.
    """
    with step("privileges", "empty the bounding set"):
        _drop_from_bounding_set(_bounding_set())


def drop_capabilities() -> None:
    """Give up every capability."""
    empty_bounding_set()
    with step("privileges", "drop the capabilities"):
        _set_capabilities(0, 0, 0)


def drop_groups() -> None:
    """Leave the supplementary groups, where the process may (root outside a user namespace)."""
    effective, _, _ = capabilities()
    if not effective & 1 << _CAP_SETGID:
        return
    try:
        os.setgroups([])
    except PermissionError:
        # A user namespace whose setgroups file says "deny".
        return


def keep_limits_hard() -> None:
    """Give up raising hard limits, and nothing else: root's limits hold in `basic` too."""
    effective, permitted, inheritable = capabilities()
    kept = ~(1 << _CAP_SYS_RESOURCE)
    with step("privileges", "give up CAP_SYS_RESOURCE"):
        _drop_from_bounding_set([_CAP_SYS_RESOURCE])
        _set_capabilities(effective & kept, permitted & kept, inheritable & kept)


def die_with(parent: int | None) -> None:
    """Be killed when the parent's thread ends; leave at once if it has ended already.

    A change of uid clears this (prctl(2)), and fork does not pass it on.
    """
    with step("privileges", "ask to be killed with the parent"):
        kernel.prctl(kernel.PR_SET_PDEATHSIG, _SIGKILL)
    if parent is not None and os.getppid() != parent:
        os._exit(137)


def hide_memory() -> None:
    """No core file, no ptrace and no /proc/PID/mem by others of the same user."""
    with step("privileges", "make the process undumpable"):
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def no_new_privileges() -> None:
    """setuid programs give nothing any more; Landlock and seccomp ask for it."""
    with step("privileges", "set no_new_privs"):
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
