"""What the command asks about one file, and what it is told: a graded file, or why there is none."""

from __future__ import annotations

from typing import Literal

import msgspec

from grader.packs.spec import Specs
from grader.result import Graded, Isolation

Fault = Literal["submission", "machine", "grader"]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A file to grade: where it is (`-` is standard input), and how. time_limit: seconds.

    path: as the system has it, which need be no text. specs: those of the exercises, where they are read already.
    """

    path: bytes
    isolation: Isolation
    time_limit: float
    seed: int
    specs: Specs | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Graded, or whose fault it is that nothing is, and what to say of it."""

    graded: Graded | None = None
    fault: Fault | None = None
    message: str = ""
