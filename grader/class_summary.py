"""What a class did, counted over all results: marks, checks, misconceptions, what stopped runs, files that look alike.

One pass over the records; of each only a small row is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from statistics import mean, median
from typing import Any, TypeVar

import msgspec

from grader.class_checks import CheckCounting, ExerciseCount
from grader.record import PAGES, Record
from grader.result import AS_WRITTEN, Isolation, Result, Status

Shared = TypeVar("Shared")

FOLDER, ENDING = f"{PAGES}/", ".html"
BINS = 10
MOST_SHARING = 0.2
"""Of a class: a fingerprint that more have is how such a file is written, and points to nobody."""
LEAST_COMMON = 3
MOST_NAMED = 12
"""Of those whom something is true of; the class page's table has them all."""


class Student(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A row of the class. misconceptions: numbers into the summary's list; exercises: their statuses, in order.

    stem: the name of the student's page without its folder and ending, mostly the id itself.
    """

    id: str
    name: str | None
    stem: str | None
    status: Status
    score: float
    late: bool
    exercises: tuple[Status | None, ...]
    misconceptions: tuple[int, ...]
    stopped: str | None

    @property
    def page(self) -> str | None:
        """The student's page, relative to the class page; None when there is none."""
        return None if self.stem is None else f"{FOLDER}{self.stem}{ENDING}"


class Whom(msgspec.Struct, frozen=True):
    """Of how many students something is true, and the first of them: (row of the student, line or None)."""

    count: int
    first: tuple[tuple[int, int | None], ...]


class MisconceptionCount(msgspec.Struct, frozen=True, kw_only=True):
    """A known mistake, what it means, and who made it."""

    id: str
    says: str
    whom: Whom


class ClassSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A whole class. bins: how many have 0–10 %, … 90–100 % of the points, and (the last) all of them.

    stops: why files did not run to their end; remarks: what files tried; alike: whose files are near-identical.
    """

    students: tuple[Student, ...]
    max_score: float
    statuses: tuple[tuple[Status, int], ...]
    bins: tuple[int, ...]
    exercises: tuple[ExerciseCount, ...]
    misconceptions: tuple[MisconceptionCount, ...]
    stops: tuple[tuple[str, Whom], ...]
    remarks: tuple[tuple[str, Whom], ...]
    alike: tuple[Whom, ...]
    isolation: tuple[Isolation, ...]

    @property
    def scores(self) -> list[float]:
        """The scores of those that could be graded."""
        return [student.score for student in self.students if student.exercises]

    @property
    def late(self) -> int:
        """How many were handed in late."""
        return sum(student.late for student in self.students)

    @property
    def median(self) -> float:
        """The middle score; 0 when nobody could be graded."""
        return median(self.scores) if self.scores else 0.0

    @property
    def mean(self) -> float:
        """The mean score; 0 when nobody could be graded."""
        return mean(self.scores) if self.scores else 0.0


def summarise(
    records: Iterable[Record], explanations: Mapping[str, str], everyones: Container[str] = ()
) -> ClassSummary:
    """Count over all records.

    explanations: what a misconception's id means, in a sentence. everyones: fingerprints that point to nobody,
    because they are a published solution's.
    """
    counting = _Counting(everyones)
    for record in records:
        counting.add(record)
    return counting.summary(explanations)


class _Counting:
    def __init__(self, everyones: Container[str]) -> None:
        self._everyones = everyones
        self._rows: list[Student] = []
        self._fingerprints = _Whose()
        self._who = _Whose()
        self._stops = _Whose()
        self._remarks = _Whose()
        self._exercises = CheckCounting()
        self._isolation: set[Isolation] = set()
        self._max_score = 0.0
        self._known: dict[Any, Any] = {}

    def add(self, record: Record) -> None:
        row, result = len(self._rows), record.result
        self._max_score = max(self._max_score, result.max_score)
        self._isolation.add(result.isolation)
        for exercise in result.exercises:
            self._exercises.add(exercise)
        if record.fingerprint and record.fingerprint not in self._everyones:
            self._fingerprints.add(record.fingerprint, row)
        mistakes = _mistakes(result)
        for name, line in mistakes.items():
            self._who.add(name, row, line)
        stopped = _stopped(result)
        if stopped:
            self._stops.add(stopped, row)
        for note in result.notes:
            if note.misconception is None and result.exercises:
                self._remarks.add(note.message, row)
        self._rows.append(self._student(record, mistakes, stopped))

    def _shared(self, value: Shared) -> Shared:
        """An equal value that some row has already: a class of thousands differs in little."""
        known: Shared = self._known.setdefault(value, value)
        return known

    def _student(self, record: Record, mistakes: Mapping[str, int | None], stopped: str | None) -> Student:
        entry, result = record.entry, record.result
        statuses = {exercise.id: exercise.status for exercise in result.exercises}
        names = self._who.names
        return Student(
            id=entry.student,
            name=entry.name,
            stem=_stem(record),
            status=result.status,
            score=self._shared(result.score),
            late=entry.late,
            exercises=self._shared(tuple(statuses.get(name) for name in self._exercises.ids) if statuses else ()),
            misconceptions=self._shared(tuple(names.index(name) for name in mistakes)),
            stopped=stopped,
        )

    def summary(self, explanations: Mapping[str, str]) -> ClassSummary:
        """What was counted, the most frequent first."""
        names, misconceptions = self._who.names, self._who.ranked()
        ranked = [name for name, _ in misconceptions]
        place = {names.index(name): ranked.index(name) for name in names}
        for number, row in enumerate(self._rows):
            ranks = self._shared(tuple(sorted(place[one] for one in row.misconceptions)))
            # A row made before an exercise was first seen has no place for it yet.
            missing = (None,) * (len(self._exercises.ids) - len(row.exercises))
            statuses = self._shared(row.exercises + missing if row.exercises else ())
            self._rows[number] = msgspec.structs.replace(row, misconceptions=ranks, exercises=statuses)
        rows = tuple(self._rows)
        counted = Counter(row.status for row in rows)
        return ClassSummary(
            students=rows,
            max_score=self._max_score,
            statuses=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
            bins=self._bins(),
            exercises=self._exercises.counts(),
            misconceptions=tuple(
                MisconceptionCount(id=name, says=explanations.get(name, ""), whom=whom) for name, whom in misconceptions
            ),
            stops=self._stops.ranked(),
            remarks=self._remarks.ranked(),
            alike=self._alike(),
            isolation=tuple(sorted(self._isolation)),
        )

    def _bins(self) -> tuple[int, ...]:
        counts = [0] * (BINS + 1)
        for row in self._rows:
            if row.exercises and self._max_score:
                counts[min(BINS, int(BINS * row.score / self._max_score))] += 1
        return tuple(counts)

    def _alike(self) -> tuple[Whom, ...]:
        most = max(LEAST_COMMON, int(MOST_SHARING * len(self._rows)))
        groups = [whom for _, whom in self._fingerprints.ranked() if 2 <= whom.count <= most]
        return tuple(sorted(groups, key=lambda whom: (-whom.count, whom.first)))


class _Whose:
    """By name, how many there are and the first of them; a name that is met once takes no more than that."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._first: dict[str, tuple[tuple[int, int | None], ...]] = {}

    @property
    def names(self) -> list[str]:
        """All names, in the order in which they were met."""
        return list(self._counts)

    def add(self, name: str, row: int, line: int | None = None) -> None:
        """One more of that name."""
        count = self._counts[name] = self._counts.get(name, 0) + 1
        if count <= MOST_NAMED:
            self._first[name] = (*self._first.get(name, ()), (row, line))

    def ranked(self) -> tuple[tuple[str, Whom], ...]:
        """The names with whom they are true of, the most frequent first."""
        ordered = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple((name, Whom(count, self._first[name])) for name, count in ordered)


def _stem(record: Record) -> str | None:
    stem = record.page and record.page.removeprefix(FOLDER).removesuffix(ENDING)
    # One text for both, where they are alike: there may be very many.
    return record.entry.student if stem == record.entry.student else stem


def _mistakes(result: Result) -> dict[str, int | None]:
    """The misconceptions of one result, each once, with the first line it is seen at."""
    told = [(note.misconception, note.line) for note in result.notes]
    told += [(check.misconception, check.line) for exercise in result.exercises for check in exercise.checks]
    found: dict[str, int | None] = {}
    for name, line in told:
        if name and found.get(name) is None:
            found[name] = line
    return found


def _stopped(result: Result) -> str | None:
    """Why the file did not run to its end, in words."""
    from grader.rendering.wording import RUN_WORDS

    run = next((run for run in result.runs if run.scenario == AS_WRITTEN), None)
    if run is None:
        return "could not be read" if not result.exercises else None
    if run.status == "finished":
        return None
    if run.status in ("raised", "exited") and run.message:
        return run.message.partition(":")[0][:60]
    return RUN_WORDS[run.status]
