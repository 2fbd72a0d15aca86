"""Several gradebooks become one: parts of a folder that were graded apart, and no other class's."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import msgspec

from grader.batch.gradebook import Gradebook
from grader.batch.rows import (
    FORMAT,
    NO_PART,
    About,
    GradebookError,
    about_in,
    entry_in,
    list_more,
    read_only,
    reason_of,
)
from grader.entry import Entry, Remark, looked_up
from grader.output_folder import PAGES
from grader.text import some

_SUBMISSION, _STUDENT, _MARK, _PAGE = 0, 1, 3, 8
"""Where they stand in a row of `result`."""
_NOT_GRADED = (
    "SELECT submission, entry FROM listed LEFT JOIN {waiting} USING (submission) "
    "WHERE submission NOT IN (SELECT submission FROM result) ORDER BY position"
)


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of another gradebook: results taken over, those that were here already, and what it lists ungraded.

    pages: of those taken over; otherwise: the students whose mark here stands beside another one in it.
    """

    taken: int
    pages: tuple[str, ...] = ()
    known: int
    otherwise: tuple[str, ...] = ()
    not_graded: tuple[Entry, ...] = ()
    about: About = About()


def merge(gradebook: Gradebook, others: Iterable[Path]) -> tuple[Merged, ...]:
    """List what other gradebooks list, each result once, in the order of their students, and nothing else.

    One whose page has the name of another's counts as listed, too. Raises GradebookError when one of them cannot be
    read, or when they are of another class, and changes nothing.
    """
    with gradebook.changing() as run:
        before = tuple(gradebook.students())
        run.execute("DELETE FROM listed")
        found = tuple(_taken_over(other, run) for other in others)
        query = "SELECT student, submission FROM listed JOIN result USING (submission) ORDER BY position"
        listed = sorted(run.execute(query), key=lambda row: looked_up(row[0]))
        found = _still_not_graded(found, {submission for _, submission in listed})
        if gradebook.about.get("of") not in {one.about.of for one in found}:
            waiting = (entry.student for one in found for entry in one.not_graded)
            told = (student for one in found for student in students_of(one.about.remarks))
            here = (*(student for student, _ in listed), *waiting, *told)
            refuse_another_class(gradebook.path.parent, before, here)
        run.execute("DELETE FROM listed")
        list_more(run, (submission for _, submission in listed))
    return found


def refuse_missing(parts: Iterable[Path]) -> None:
    """Raise GradebookError when a part is not there, before anything is made where they are put together."""
    for part in parts:
        if not part.is_file():
            raise GradebookError(f"{part}: there is no such gradebook; name the output folders of graded parts")


def _taken_over(other: Path, run: sqlite3.Connection) -> Merged:
    try:
        with contextlib.closing(read_only(other)) as theirs:
            (version,) = theirs.execute("PRAGMA user_version").fetchone()
            rows = theirs.execute(
                "SELECT result.* FROM listed JOIN result USING (submission) ORDER BY position"
            ).fetchall()
            not_graded = _not_graded(other, theirs)
            about = about_in(other, dict(theirs.execute("SELECT name, value FROM about")))
    except sqlite3.Error as error:
        raise GradebookError(reason_of(other, error)) from None
    if version != FORMAT:
        raise GradebookError(f"{other}: written by another version of the grader (format {version}); grade it again")
    # Whoever made the other one may have written anything there.
    rows = [(*row[:_PAGE], row[_PAGE] and f"{PAGES}/{Path(row[_PAGE]).name}", *row[_PAGE + 1 :]) for row in rows]
    if about.shard == NO_PART:
        raise GradebookError(f"{other}: it was itself merged, of parts that are not the whole; name those parts")
    listed_here = "SELECT submission, page FROM listed JOIN result USING (submission)"
    known = {name for row in run.execute(listed_here) for name in row}
    marks = dict(run.execute("SELECT submission, mark FROM listed JOIN result USING (submission)"))
    otherwise = [row[_STUDENT] for row in rows if marks.get(row[_SUBMISSION], row[_MARK]) != row[_MARK]]
    new = [row for row in rows if known.isdisjoint((row[_SUBMISSION], row[_PAGE] or row[_SUBMISSION]))]
    run.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", new)
    list_more(run, (row[_SUBMISSION] for row in new))
    return Merged(
        taken=len(new),
        pages=tuple(row[_PAGE] for row in new if row[_PAGE]),
        known=len(rows) - len(new),
        otherwise=tuple(otherwise),
        not_graded=not_graded,
        about=about,
    )


def refuse_another_class(out: Path, before: Iterable[str], now: Iterable[str]) -> None:
    """Raise GradebookError when most of those whose marks are in an output folder are not here: it is another class.

    A few may be gone.
    """
    earlier, here = set(before), set(now)
    gone = earlier - here
    if here and 2 * len(gone) > len(earlier):
        raise GradebookError(
            f"{out}: this folder holds the marks of other students ({some(sorted(gone), 3)}), who are not among those "
            "that are graded now; choose another one with --out"
        )


def students_of(remarks: Iterable[Remark]) -> Iterator[str]:
    """Who is spoken of: also those who have no submission any more are of the class."""
    yield from (remark.student for remark in remarks if remark.student)


def _still_not_graded(parts: Iterable[Merged], graded: Collection[str]) -> tuple[Merged, ...]:
    """The parts, without what another one of them has a result of."""
    return tuple(
        msgspec.structs.replace(
            part, not_graded=tuple(entry for entry in part.not_graded if entry.submission not in graded)
        )
        for part in parts
    )


def _not_graded(path: Path, gradebook: sqlite3.Connection) -> tuple[Entry, ...]:
    """The submissions that a gradebook lists and has no result of; of an older one only where they are is known."""
    (known,) = gradebook.execute("SELECT count(*) FROM sqlite_master WHERE name = 'waiting'").fetchone()
    waiting = "waiting" if known else "(SELECT NULL AS submission, NULL AS entry)"
    return tuple(
        entry_in(path, entry) if entry else Entry(student=submission, submission=submission)
        for submission, entry in gradebook.execute(_NOT_GRADED.format(waiting=waiting))
    )
