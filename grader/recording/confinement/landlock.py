"""Landlock: which files the process may open, and no TCP, no abstract sockets, no signals out of itself.

Bits and structures: include/uapi/linux/landlock.h. A bit that the kernel does not know is EINVAL, a longer
structure with something in it E2BIG: hence everything by ABI.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
from collections.abc import Iterable

from . import kernel
from .errors import step

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << bit for bit in range(6))
MAKE_DIR, MAKE_REG, MAKE_SYM, REFER, TRUNCATE, IOCTL_DEV = (1 << bit for bit in (7, 8, 12, 13, 14, 15))

_FILE_BITS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
_READ = EXECUTE | READ_FILE | READ_DIR
_BOX = WRITE_FILE | READ_FILE | READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
_DEVICES = (("/dev/null", READ_FILE | WRITE_FILE), ("/dev/urandom", READ_FILE))

_TCP_BIND_AND_CONNECT = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
_VERSION = 1
_PATH_BENEATH = 1
# From ABI 7: a hostile file cannot flood the machine's audit log.
_LOG_SAME_EXEC_OFF = 1
ADVICE = "Landlock needs Linux 5.13 and `landlock` in the kernel's list of security modules (lsm=)"


def abi() -> int:
    """The version that this kernel offers, 0 for none."""
    try:
        return kernel.call("landlock_create_ruleset", None, 0, _VERSION)
    except OSError as error:
        if error.errno in (errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM):
            return 0
        raise


def handled_files(version: int) -> int:
    """The file rights that a version can take away."""
    newer = ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEV))
    return (1 << 13) - 1 | sum(bit for since, bit in newer if version >= since)


def attributes(version: int) -> bytes:
    """struct landlock_ruleset_attr: everything that this version can refuse is refused."""
    words = [handled_files(version)]
    if version >= 4:
        words.append(_TCP_BIND_AND_CONNECT)
    if version >= 6:
        words.append(_ABSTRACT_SOCKETS_AND_SIGNALS)
    return struct.pack(f"={len(words)}Q", *words)


def restrict(readable: Iterable[str], box: str, version: int) -> None:
    """Leave this thread `readable` to read and `box` to work in. Needs no_new_privs.

    What does not exist in `readable` is passed over; the box must be there.
    """
    with step("landlock", f"make rules of version {version}", ADVICE):
        rules = attributes(version)
        ruleset = kernel.call("landlock_create_ruleset", rules, len(rules), 0)
    try:
        handled = handled_files(version)
        for path in readable:
            _allow(ruleset, path, _READ & handled, must_exist=False)
        for path, rights in _DEVICES:
            _allow(ruleset, path, rights & handled, must_exist=False)
        if box:
            _allow(ruleset, box, _BOX & handled, must_exist=True)
        with step("landlock", "restrict the process", ADVICE):
            kernel.call("landlock_restrict_self", ruleset, _LOG_SAME_EXEC_OFF if version >= 7 else 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int, *, must_exist: bool) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError as error:
        if not must_exist and error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EACCES):
            return
        with step("landlock", f"open {path}"):
            raise
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            # EINVAL for a right that only a folder can have.
            rights &= _FILE_BITS
        rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, descriptor), 12)
        with step("landlock", f"allow {path}"):
            kernel.call("landlock_add_rule", ruleset, _PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)
