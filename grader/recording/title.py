"""What a process was started with, as others read it in /proc: the memory of its arguments and its environment."""

from __future__ import annotations

import ctypes
import os
from typing import NamedTuple

_BEHIND_THE_NAME = 3
"""proc_pid_stat(5) counts its fields from one; the name in parentheses, which may hold spaces, is the second."""


class Title(NamedTuple):
    """Where this process has its arguments and its environment. What is read there is no more than what is there."""

    arguments: tuple[int, int]
    environment: tuple[int, int]

    @classmethod
    def of_this_process(cls) -> Title | None:
        """None where the kernel does not tell."""
        try:
            with open("/proc/self/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
            starts = [int(field) for field in fields[48 - _BEHIND_THE_NAME : 52 - _BEHIND_THE_NAME]]
        except (OSError, ValueError):
            return None
        if len(starts) < 4 or not all(starts):
            return None
        return cls((starts[0], starts[1]), (starts[2], starts[3]))

    def says(self, *arguments: str) -> None:
        """Have these arguments, as many as there is room for."""
        _fill(self.arguments, b"".join(os.fsencode(argument) + b"\0" for argument in arguments))

    def forget_environment(self) -> None:
        """Have none. Python's own must have been cleared before: it refers to the same memory."""
        _fill(self.environment, b"")


def _fill(place: tuple[int, int], data: bytes) -> None:
    start, end = place
    room = end - start
    if room > 0:
        ctypes.memset(start, 0, room)
        ctypes.memmove(start, data, min(len(data), room - 1))
