"""Whose mark would change when a changed exercise is graded again, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from grader.record import Record
from grader.rendering.wording import STATUS_WORDS, points
from grader.result import CheckResult, Result
from grader.text import one_line


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A submission whose result is another one.

    before, after: None where there was, or is, none; is_rewritten: the file is another one than before, by its place
    or by how it is written, so that the exercise need not be the reason.
    """

    student: str
    submission: str
    before: Result | None
    after: Result | None
    is_rewritten: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """Each check that went another way, in words; none where there is nothing to compare with."""
        if self.before is None or self.after is None:
            return ()
        earlier, later = _checks(self.before), _checks(self.after)
        return tuple(
            _reason(name, earlier.get(name), later.get(name))
            for name in dict.fromkeys([*earlier, *later])
            if _outcome(earlier.get(name)) != _outcome(later.get(name))
        )


def differences(before: Iterable[Record], after: Iterable[Record]) -> list[Difference]:
    """What differs in marks or statuses between two gradings, by student: a new attempt may be another file."""
    earlier = {record.entry.student: record for record in before}
    found = []
    for record in after:
        old = earlier.pop(record.entry.student, None)
        if old is None:
            found.append(_difference(record, None, record.result))
        elif _mark(old.result) != _mark(record.result):
            found.append(_difference(record, old.result, record.result, is_rewritten=_is_rewritten(old, record)))
    return found + [_difference(record, record.result, None) for record in earlier.values()]


def told(found: Iterable[Difference], *, briefly: bool = False) -> Iterator[str]:
    """The differences, for people; briefly: only how many."""
    count = 0
    for difference in found:
        count += 1
        if briefly:
            continue
        yield f"{one_line(difference.student)}  {_score(difference.before)} → {_score(difference.after)}"
        if difference.is_rewritten:
            yield "    the file is not the same as then"
        for reason in difference.reasons:
            yield f"    {one_line(reason)}"
    yield (
        f"{count} marks would change; nothing was overwritten."
        if count != 1
        else "1 mark would change; nothing was overwritten."
    )


def _difference(
    record: Record, before: Result | None, after: Result | None, *, is_rewritten: bool = False
) -> Difference:
    entry = record.entry
    return Difference(
        student=entry.student, submission=entry.submission, before=before, after=after, is_rewritten=is_rewritten
    )


def _is_rewritten(old: Record, new: Record) -> bool:
    """Whether it is another file; two that have no fingerprint are only known by their place."""
    return old.entry.submission != new.entry.submission or old.fingerprint != new.fingerprint


def _mark(result: Result) -> tuple[str, float, float]:
    return result.status, result.score, result.max_score


def _score(result: Result | None) -> str:
    return f"{points(result.score)} / {points(result.max_score)}" if result else "not graded"


def _checks(result: Result | None) -> dict[str, CheckResult]:
    exercises = result.exercises if result else ()
    return {f"{exercise.id}, {check.id}": check for exercise in exercises for check in exercise.checks}


def _outcome(check: CheckResult | None) -> tuple[str, float, float] | None:
    return (check.status, check.score, check.max_score) if check else None


def _reason(name: str, before: CheckResult | None, after: CheckResult | None) -> str:
    change = f"{name}: {_words(before)} → {_words(after)}"
    return f"{change}: {after.message}" if after and after.message else change


def _words(check: CheckResult | None) -> str:
    return (
        f"{STATUS_WORDS[check.status]} {points(check.score)} / {points(check.max_score)}" if check else "no such check"
    )
