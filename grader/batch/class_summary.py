"""What a class did, counted over all results: marks, checks, misconceptions, what stopped runs, files that look alike.

One pass over the records counts, and a second one gives the rows of the table: no row is kept.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from statistics import mean, median
from typing import Generic, TypeVar

import msgspec

from grader.batch.class_checks import CheckCounting, ExerciseCount
from grader.packs.spec import Mistake
from grader.record import Record
from grader.result import AS_WRITTEN, Isolation, Result, Status
from grader.text import person

BINS = 10
MOST_SHARING = 0.2
"""Of a class: a fingerprint that more have is how such a file is written, and points to nobody."""
LEAST_COMMON = 3
STOPS = frozenset({"crashed", "timed-out", "out-of-memory"})
"""What ended a file: counted by itself, not among what is misunderstood."""
MOST_TOLD = 100
"""Characters of why a file could not be read."""
MOST_NAMED = 12
"""Of those whom something is true of; the class page's table has them all."""

Name = TypeVar("Name", str, Mistake)


class Student(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the class. misconceptions: numbers into the summary's list; exercises: their statuses, in order.

    page: the student's, relative to the class page; None when there is none. stopped: why the file did not run to its
    end, or could not be read; others: the rest of the group.
    """

    id: str
    name: str | None
    others: tuple[str, ...]
    page: str | None
    status: Status
    mark: float | None
    late: bool
    exercises: tuple[Status | None, ...]
    misconceptions: tuple[int, ...]
    stopped: str | None


class Named(msgspec.Struct, frozen=True):
    """A student that the page speaks of outside of the table."""

    words: str
    page: str | None


class Students:
    """The rows of a class, made anew from the records each time that somebody goes through them."""

    def __init__(
        self, records: Iterable[Record], count: int, exercises: Sequence[str], ranks: Mapping[Mistake, int]
    ) -> None:
        self._records = records
        self._count = count
        self._exercises = exercises
        self._ranks = ranks

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Student]:
        for record in self._records:
            entry, result = record.entry, record.result
            statuses = {exercise.id: exercise.status for exercise in result.exercises}
            yield Student(
                id=entry.student,
                name=entry.name,
                others=tuple(person(one, entry.names.get(one)) for one in entry.members if one != entry.student),
                page=record.page,
                status=result.status,
                mark=result.mark,
                late=entry.late,
                exercises=tuple(map(statuses.get, self._exercises)) if statuses else (),
                misconceptions=tuple(sorted(self._ranks[mistake] for mistake in _mistakes(result, self._ranks))),
                stopped=_stopped(result),
            )


class Whom(msgspec.Struct, frozen=True):
    """Of how many students something is true, and the first of them: (row of the student, line or None)."""

    count: int
    first: tuple[tuple[int, int | None], ...]


class MisconceptionCount(msgspec.Struct, frozen=True, kw_only=True):
    """A known mistake, what it means, and who made it. exercise: the title of its exercise; nothing of whole files."""

    id: str
    exercise: str
    says: str
    whom: Whom


class ClassSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A whole class. bins: how many have 0–10 %, … 90–100 % of the points, and (the last) all of them.

    scores: of those that could be graded; late: how many were handed in late; named: by row, those that are spoken of;
    stops: why files did not run to their end; remarks: what files tried; alike: whose files are near-identical.
    """

    students: Students
    scores: Sequence[float]
    late: int
    named: Mapping[int, Named]
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
    def median(self) -> float:
        """The middle score; 0 when nobody could be graded."""
        return median(self.scores) if self.scores else 0.0

    @property
    def mean(self) -> float:
        """The mean score; 0 when nobody could be graded."""
        return mean(self.scores) if self.scores else 0.0


def summarise(
    records: Iterable[Record], explanations: Mapping[Mistake, str], everyones: Container[str] = ()
) -> ClassSummary:
    """Count over all records, which can be gone through again.

    explanations: what each known mistake means, in a sentence. everyones: fingerprints that point to nobody,
    because they are a published solution's.
    """
    counting = _Counting(explanations, everyones)
    for record in records:
        counting.add(record)
    return counting.summary(records)


class _Counting:
    def __init__(self, explanations: Mapping[Mistake, str], everyones: Container[str]) -> None:
        self._explanations = explanations
        self._everyones = everyones
        self._count = self._late = 0
        self._scores = array("d")
        self._statuses: Counter[Status] = Counter()
        self._named: dict[int, Named] = {}
        self._who: _Whose[Mistake] = _Whose()
        self._fingerprints, self._stops, self._remarks = (_Whose[str]() for _ in range(3))
        self._exercises = CheckCounting()
        self._isolation: set[Isolation] = set()
        self._max_score = 0.0

    def add(self, record: Record) -> None:
        row, entry, result = self._count, record.entry, record.result
        self._count += 1
        self._late += entry.late
        self._statuses[result.status] += 1
        self._max_score = max(self._max_score, result.max_score)
        self._isolation.add(result.isolation)
        for exercise in result.exercises:
            self._exercises.add(exercise)
        if result.mark is not None:
            self._scores.append(result.mark)
        if any([*self._told(row, record)]):
            self._named[row] = Named(entry.name or entry.student, record.page)

    def _told(self, row: int, record: Record) -> Iterator[bool]:
        """Count what is true of a student; for each thing, whether the student is among those that are named."""
        result = record.result
        if record.fingerprint and record.fingerprint not in self._everyones:
            yield self._fingerprints.add(record.fingerprint, row)
        for mistake, line in _mistakes(result, self._explanations).items():
            yield self._who.add(mistake, row, line)
        if stopped := _stopped(result):
            yield self._stops.add(stopped, row)
        for note in result.notes:
            if note.misconception is None and result.exercises:
                yield self._remarks.add(note.message, row)

    def summary(self, records: Iterable[Record]) -> ClassSummary:
        """What was counted, the most frequent first."""
        made = self._who.ranked()
        ranks = {mistake: rank for rank, (mistake, _) in enumerate(made)}
        return ClassSummary(
            students=Students(records, self._count, self._exercises.ids, ranks),
            scores=self._scores,
            late=self._late,
            named=self._named,
            max_score=self._max_score,
            statuses=tuple(sorted(self._statuses.items(), key=lambda item: (-item[1], item[0]))),
            bins=self._bins(),
            exercises=self._exercises.counts(),
            misconceptions=tuple(self._misconception(mistake, whom) for mistake, whom in made),
            stops=self._stops.ranked(),
            remarks=self._remarks.ranked(),
            alike=self._alike(),
            isolation=tuple(sorted(self._isolation)),
        )

    def _misconception(self, mistake: Mistake, whom: Whom) -> MisconceptionCount:
        return MisconceptionCount(
            id=mistake.id,
            exercise=self._exercises.title(mistake.exercise),
            says=self._explanations.get(mistake, ""),
            whom=whom,
        )

    def _bins(self) -> tuple[int, ...]:
        counts = [0] * (BINS + 1)
        for score in self._scores if self._max_score else ():
            counts[min(BINS, int(BINS * score / self._max_score))] += 1
        return tuple(counts)

    def _alike(self) -> tuple[Whom, ...]:
        most = max(LEAST_COMMON, int(MOST_SHARING * self._count))
        groups = [whom for _, whom in self._fingerprints.ranked() if 2 <= whom.count <= most]
        return tuple(sorted(groups, key=lambda whom: (-whom.count, whom.first)))


class _Whose(Generic[Name]):
    """By name, how many there are and the first of them; a name that is met once takes no more than that."""

    def __init__(self) -> None:
        self._counts: dict[Name, int] = {}
        self._first: dict[Name, tuple[tuple[int, int | None], ...]] = {}

    def add(self, name: Name, row: int, line: int | None = None) -> bool:
        """One more of that name. Says whether it is among the first."""
        count = self._counts[name] = self._counts.get(name, 0) + 1
        if count <= MOST_NAMED:
            self._first[name] = (*self._first.get(name, ()), (row, line))
        return count <= MOST_NAMED

    def ranked(self) -> tuple[tuple[Name, Whom], ...]:
        """The names with whom they are true of, the most frequent first."""
        ordered = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple((name, Whom(count, self._first[name])) for name, count in ordered)


def _mistakes(result: Result, explained: Container[Mistake]) -> dict[Mistake, int | None]:
    """The misconceptions of one result, each once, with the first line it is seen at.

    What an exercise has, and does not explain itself, is one of whole files.
    """
    told = [(note.misconception, "", note.line) for note in result.notes if note.misconception not in STOPS]
    told += [(check.misconception, one.id, check.line) for one in result.exercises for check in one.checks]
    found: dict[Mistake, int | None] = {}
    for name, exercise, line in told:
        if name:
            own = Mistake(name, exercise)
            mistake = own if own in explained else Mistake(name)
            found[mistake] = found.get(mistake) or line
    return found


def _why(result: Result) -> str:
    """What was said of a file that could not be read, without its name."""
    told = result.notes[0].message if result.notes else ""
    said = told.removeprefix(f"{result.submission}:").partition(";")[0].strip()
    return f": {said}"[:MOST_TOLD] if said else ""


def _stopped(result: Result) -> str | None:
    """Why the file did not run to its end, in words."""
    from grader.rendering.wording import RUN_WORDS

    run = next((run for run in result.runs if run.scenario == AS_WRITTEN), None)
    if run is None:
        return f"could not be read{_why(result)}" if not result.exercises else None
    if run.status == "finished":
        return None
    if run.status in ("raised", "exited") and run.message:
        return run.message.partition(":")[0][:60]
    return RUN_WORDS[run.status]
