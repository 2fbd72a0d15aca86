"""System calls that Python has no function for, by number."""

from __future__ import annotations

import ctypes
import os
from functools import cache
from typing import Any

from . import tables

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
AT_FDCWD = -100
"""In the place of a folder's descriptor: the folder that the process is in."""


@cache
def _syscall() -> Any:
    function = ctypes.CDLL(None, use_errno=True).syscall
    function.restype = ctypes.c_long
    return function


def _argument(value: int | bytes | ctypes.Array[Any] | None) -> Any:
    # ctypes passes a plain int as 32 bits; the kernel reads the whole register.
    return ctypes.c_long(value) if isinstance(value, int) else value


def call(name: str, *arguments: int | bytes | ctypes.Array[Any] | None) -> int:
    """Make the system call `name`. Raises OSError with the call's name in place of a file's."""
    number = tables.current().numbers[name]
    result: int = _syscall()(ctypes.c_long(number), *map(_argument, arguments))
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), name)
    return result


def prctl(option: int, value: int = 0) -> int:
    """prctl(2) with the unused arguments zero, as several options demand."""
    return call("prctl", option, value, 0, 0, 0)
