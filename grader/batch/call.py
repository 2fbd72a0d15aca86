"""A call that grades a folder: what it is given, whom it tells, and what came of it."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader.entry import Remark
from grader.text import person, shortened

if TYPE_CHECKING:
    from grader.batch.gradebook import Gradebook

LONGEST_REASON = 200


class Shard(msgspec.Struct, frozen=True):
    """One of `count` parts of a folder, counted from 1. Which one a student is in follows from the id alone."""

    number: int
    count: int

    def has(self, student: str) -> bool:
        """Whether that student is in this part."""
        digest = hashlib.blake2b(student.encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.count == self.number - 1


class Submissions(msgspec.Struct, frozen=True, kw_only=True):
    """Where submissions come from, and which of them are meant."""

    path: Path
    layout: str | None = None
    pattern: str | None = None
    shard: Shard | None = None


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a call is: what it graded, of how many, and how many of those did not pass."""

    done: int
    total: int
    not_passed: int


class Listener(msgspec.Struct, frozen=True):
    """Whom a call tells: `say` gets sentences, `warn` those not to be missed, `progress` numbers as they change."""

    say: Callable[[str], None]
    warn: Callable[[str], None]
    progress: Callable[[Progress], None]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a folder. graded: in this call; known: unchanged since an earlier one; unjudged: who, and why.

    merged: it was put together of parts, and nothing was graded.
    """

    layout: str
    graded: int
    known: int
    statuses: dict[str, int]
    scores: Sequence[float]
    max_score: float
    remarks: tuple[Remark, ...]
    unjudged: tuple[str, ...] = ()
    merged: bool = False

    @classmethod
    def of(cls, gradebook: Gradebook, layout: str, *, graded: int, remarks: tuple[Remark, ...]) -> Summary:
        """The summary of what a gradebook lists."""
        statuses: Counter[str] = Counter()
        scores = array("d")
        max_score = 0.0
        for status, mark, most in gradebook.marks():
            statuses[status] += 1
            max_score = max(max_score, most)
            if mark is not None:
                scores.append(mark)
        return cls(
            layout=layout,
            graded=graded,
            known=statuses.total() - graded,
            statuses=dict(statuses),
            scores=scores,
            max_score=max_score,
            remarks=remarks,
            unjudged=tuple(
                f"{person(entry.student, entry.name)}: {shortened(why, LONGEST_REASON)}"
                for entry, why in gradebook.unjudged()
            ),
        )

    @property
    def total(self) -> int:
        """How many submissions there are."""
        return sum(self.statuses.values())
