"""What runs submissions: what it is asked, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from grader.recording.requests import Reply, Request
from grader.result import Isolation

MAX_TRACE = 24 * 1024 * 1024
MAX_OUTPUT = 1024 * 1024
"""Bytes of a recording; what comes after them ends the run."""


class SandboxError(Exception):
    """The machine cannot run submissions as asked: what is missing, and what to do."""


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """What came out of one run: the bytes of its trace, what it wrote itself, how its process ended.

    key: that of its request, with which the lengths in its trace are written.
    """

    trace: bytes
    output: bytes
    errors: bytes
    reply: Reply
    flooded: bool = False
    key: int = 0


Begun = Callable[[], Recording]
"""Waits for the end of a run that was begun. Raises SandboxError when no run is possible."""


class Sandbox(Protocol):
    """Runs submissions, one at a time."""

    level: Isolation
    layers: tuple[str, ...]

    def begin(self, request: Request) -> Begun:
        """Begin to run a request, whose recording is asked for later, before anything else of this sandbox."""

    def close(self) -> None:
        """Leave no process behind."""
