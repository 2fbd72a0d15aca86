"""What grading a submission gives: plain data, and the only thing that reports and exports read.

`Result` is the contract: its JSON is what `--format json` prints and what every export is a projection of.
`Listing` goes beside it for reports that show the learner's own source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

SCHEMA = "try-this-grader/result/v1"
AS_WRITTEN = "as_written"
"""The run that changes nothing."""

Status = Literal["passed", "failed", "partial", "inconclusive", "blocked", "error"]
RunStatus = Literal[
    "finished",
    "raised",
    "exited",
    "timed_out",
    "out_of_memory",
    "killed",
    "crashed",
    "flooded",
    "unreadable",
    "not_run",
]
UNJUDGED: frozenset[Status] = frozenset({"inconclusive", "error"})
"""What could not be judged, which counts for nobody and against nobody."""
Isolation = Literal["strict", "basic"]
_UNSEEN = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
"""Controls, line separators and marks of direction, which JSON allows as they are."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """How the run of one scenario ended. `seconds` is wall time; `line` is the learner's line that stopped it."""

    scenario: str
    status: RunStatus
    seconds: float
    line: int | None = None
    message: str | None = None


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """One check's outcome. `line` is the learner's 1-based line that the message speaks of."""

    id: str
    title: str
    status: Status
    score: float
    max_score: float
    required: bool = True
    message: str | None = None
    hint: str | None = None
    line: int | None = None
    misconception: str | None = None


class ExerciseResult(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise's outcome: it is passed when all its required checks are."""

    id: str
    title: str
    status: Status
    score: float
    max_score: float
    checks: tuple[CheckResult, ...]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something worth saying about the whole file. `misconception` is set when it is a known one."""

    message: str
    line: int | None = None
    misconception: str | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What was found about one submission."""

    schema: str = SCHEMA
    submission: str
    student: str | None = None
    status: Status
    score: float
    max_score: float
    isolation: Isolation
    isolation_layers: tuple[str, ...] = ()
    grader: str
    pack: str
    runs: tuple[Run, ...]
    notes: tuple[Note, ...] = ()
    exercises: tuple[ExerciseResult, ...]

    @property
    def mark(self) -> float | None:
        """The score, where every check could be judged; else None: points would be missing by nobody's mistake."""
        return self.score if self.exercises and not any(True for _ in self._unjudged()) else None

    @property
    def why_no_mark(self) -> str:
        """Why there is no mark; empty where nothing tells."""
        told = [check.message for check in self._unjudged()] or [note.message for note in self.notes]
        return next((message for message in told if message), "")

    def is_below(self, percent: float) -> bool:
        """Whether the mark is less than so much of what can be had, or there is none."""
        return self.mark is None or 100 * self.mark < percent * self.max_score

    def _unjudged(self) -> Iterator[CheckResult]:
        return (check for one in self.exercises for check in one.checks if check.status in UNJUDGED)

    def to_json(self) -> bytes:
        """The document of `--format json`: UTF-8, one line, no NaN.

        What no encoding has, and what would move or reorder the text of a terminal, is written as an escape.
        """
        try:
            data = msgspec.json.encode(self)
        except UnicodeEncodeError:
            # Lone surrogates come from file names that are no text.
            data = msgspec.json.encode(_encodable(msgspec.to_builtins(self)))
        if data.isascii() and b"\x7f" not in data:
            return data
        return re.sub(_UNSEEN, lambda found: f"\\u{ord(found[0]):04x}", data.decode()).encode()


def _encodable(value: Any) -> Any:
    """The same with what no encoding has written as escapes."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {name: _encodable(part) for name, part in value.items()}
        case list() | tuple():
            return [_encodable(part) for part in value]
    return value


class ListedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the learner's source. `shapes` are what it made, as `(100, 8) @ (8, 16) → (100, 16)`.

    number: 1-based line in the submission as it was run; label: what a person calls it (`12`, or `cell 3, line 2`).
    """

    number: int
    label: str
    text: str
    shapes: tuple[str, ...] = ()


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """The learner's source with what each line made, and the beginning of what it printed.

    left_out: how many lines come after those that are listed.
    """

    lines: tuple[ListedLine, ...] = ()
    left_out: int = 0
    printed: str = ""

    def line(self, number: int | None) -> ListedLine | None:
        """The line of that number, or None when there is no such line."""
        if number is None or not 1 <= number <= len(self.lines):
            return None
        return self.lines[number - 1]


class Graded(msgspec.Struct, frozen=True, kw_only=True):
    """A result and the listing that explains it."""

    result: Result
    listing: Listing


def overall(statuses: Iterable[Status]) -> Status:
    """The status of a whole whose parts have `statuses`.

    All passed is passed; an error outweighs everything; any failed or blocked part makes a failed whole.
    """
    found = set(statuses)
    if "error" in found:
        return "error"
    if found <= {"passed"}:
        return "passed"
    if found <= {"blocked"}:
        return "blocked"
    if found & {"failed", "blocked"}:
        return "failed"
    if "partial" in found:
        return "partial"
    return "inconclusive"


def json_schema() -> dict[str, object]:
    """The JSON Schema of `Result`, generated from the types."""
    return msgspec.json.schema(Result)
