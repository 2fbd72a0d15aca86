"""The gradebook: one SQLite file that has each result before it counts as done, whatever ends the grader.

Write-ahead log, strict tables, synced at each commit: a result that was added survives `kill -9` and a reset.
It is held for as long as it is open: a second call on the same folder is told so.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any

import msgspec

from grader.entry import Entry, Remark
from grader.record import PAGES, Record
from grader.result import Result
from grader.text import some

FORMAT = 2
NO_PART = "0/0"
"""Which part a gradebook is that was put together of some."""
CACHE_KIBIBYTES = 256
"""Results are written once, and read in order: a greater cache would only take memory."""
_TABLES = """
CREATE TABLE IF NOT EXISTS result (
    submission TEXT PRIMARY KEY,
    student TEXT NOT NULL,
    status TEXT NOT NULL,
    mark REAL,
    max_score REAL NOT NULL,
    key BLOB NOT NULL,
    entry BLOB NOT NULL,
    document BLOB NOT NULL,
    page TEXT,
    fingerprint TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS listed (position INTEGER PRIMARY KEY, submission TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS waiting (submission TEXT PRIMARY KEY, entry BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""
_SUBMISSION, _PAGE = 0, 8
"""Where they stand in a row of `result`."""
_LISTED = "SELECT entry, document, page, fingerprint FROM listed JOIN result USING (submission)"
_RECORDS = f"{_LISTED} ORDER BY position"
_NOT_GRADED = (
    "SELECT submission, entry FROM listed LEFT JOIN {waiting} USING (submission) "
    "WHERE submission NOT IN (SELECT submission FROM result) ORDER BY position"
)
_WITHOUT_MARK = f"{_LISTED} WHERE mark IS NULL ORDER BY position"


class GradebookError(Exception):
    """A gradebook that cannot be used: what is wrong, and what to do."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is noted about a graded folder: which part it is of which folder, and how it was graded.

    of: names the folder; grader: names the code, see grader.identity; options: how submissions were run, in words.
    """

    shard: Annotated[str, msgspec.Meta(pattern=r"^\d{1,9}/\d{1,9}$")] = "1/1"
    of: str = ""
    grader: str = ""
    options: str = ""
    layout: str = ""
    remarks: tuple[Remark, ...] = ()


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of another gradebook: results taken over, those that were here already, and what it lists ungraded.

    pages: of those taken over.
    """

    taken: int
    pages: tuple[str, ...] = ()
    known: int
    not_graded: tuple[Entry, ...] = ()
    about: About = About()


class Gradebook:
    """The results of a folder. `listed` says which submissions the folder has now, in order.

    Raises GradebookError when the file is no gradebook, is held by another call, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise GradebookError(f"{path}: cannot be opened ({error}); choose another folder with --out") from None
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._connection.close()
            raise GradebookError(_reason(path, error)) from None

    def _prepare(self) -> None:
        run = self._connection.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        (found,) = run("PRAGMA user_version").fetchone()
        if found not in (0, FORMAT):
            self._connection.close()
            raise GradebookError(
                f"{self.path}: written by another version of the grader (format {found}); choose another --out"
            )
        run("BEGIN EXCLUSIVE")
        for table in _TABLES.split(";"):
            run(table)
        run(f"PRAGMA user_version = {FORMAT}")
        run("COMMIT")

    def keys(self) -> dict[str, tuple[bytes, str | None]]:
        """What is graded already: submission → the key that it was graded under, and its page."""
        rows = self._rows("SELECT submission, key, page FROM result")
        return {submission: (key, page) for submission, key, page in rows}

    def set_listed(self, submissions: Iterable[str]) -> None:
        """Say which submissions the folder has now. Results of others stay, but are no longer reported."""
        with self._changing() as run:
            run.execute("DELETE FROM listed")
            _list(run, submissions)

    def set_waiting(self, entries: Iterable[Entry]) -> None:
        """Say whose the submissions are that are about to be graded: who merges a part that was stopped has to know."""
        with self._changing() as run:
            run.execute("DELETE FROM waiting")
            run.executemany(
                "INSERT OR REPLACE INTO waiting VALUES (?, ?)",
                ((entry.submission, msgspec.json.encode(entry)) for entry in entries),
            )

    def add(self, records: Iterable[tuple[Record, bytes]]) -> None:
        """Keep records with their keys: all of them, or (when this raises GradebookError) none."""
        with self._changing() as run:
            run.executemany(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_row(record, key) for record, key in records),
            )

    def update_entries(self, entries: Iterable[Entry]) -> None:
        """Keep what is said about submissions that are not graded again: whose they are may be known better now."""
        with self._changing() as run:
            run.executemany(
                "UPDATE result SET entry = ? WHERE submission = ?",
                ((msgspec.json.encode(entry), entry.submission) for entry in entries),
            )

    def stale_pages(self) -> Iterator[str]:
        """The pages of submissions that the folder no longer has, but for those that a listed one has now.

        Who was graded again without pages keeps the earlier one.
        """
        listed = "FROM listed JOIN result USING (submission) WHERE page IS"
        query = (
            f"SELECT DISTINCT page FROM result WHERE page IS NOT NULL AND page NOT IN (SELECT page {listed} NOT NULL) "
            f"AND student NOT IN (SELECT student {listed} NULL)"
        )
        yield from (page for (page,) in self._rows(query))

    def records(self) -> Iterator[Record]:
        """The records of the listed submissions, one after the other, in order."""
        for row in self._rows(_RECORDS):
            yield _record(self.path, row)

    def documents(self) -> Iterator[bytes]:
        """The results of the listed submissions as JSON, in order."""
        for _, document, _, _ in self._rows(_RECORDS):
            yield document

    def marks(self) -> Iterator[tuple[str, float | None, float]]:
        """Status, mark and greatest score of each listed submission."""
        query = "SELECT status, mark, max_score FROM listed JOIN result USING (submission) ORDER BY position"
        yield from self._rows(query)

    def refuse_another_class(self, students: Iterable[str]) -> None:
        """Raise GradebookError when most of those whose marks are here are not among `students`: it is another class.

        A few may be gone.
        """
        _refuse_another_class(self.path.parent, self.students(), students)

    def students(self) -> Iterator[str]:
        """The students who have a listed result, in order."""
        query = "SELECT student FROM listed JOIN result USING (submission) ORDER BY position"
        yield from (student for (student,) in self._rows(query))

    def mark_of_each(self) -> dict[str, float | None]:
        """The mark of each student who has a listed result, in order; None for what could not be judged."""
        return dict(self._rows("SELECT student, mark FROM listed JOIN result USING (submission) ORDER BY position"))

    def unjudged(self) -> Iterator[tuple[Entry, str]]:
        """The listed submissions that have no mark, and why, in order."""
        for row in self._rows(_WITHOUT_MARK):
            record = _record(self.path, row)
            yield record.entry, record.result.why_no_mark

    def contents(self) -> Iterator[tuple[bytes, bytes, str | None, str | None]]:
        """All that is known of each listed result, as it is kept, in order."""
        yield from self._rows(_RECORDS)

    def merge(self, others: Iterable[Path]) -> tuple[Merged, ...]:
        """List what other gradebooks list, each result once, in the order of their students, and nothing else.

        One whose page has the name of another's counts as listed, too. Raises GradebookError when one of them cannot be
        read, or when they are of another class, and changes nothing.
        """
        with self._changing() as run:
            before = tuple(self.students())
            run.execute("DELETE FROM listed")
            found = tuple(self._take_over(other, run) for other in others)
            query = "SELECT student, submission FROM listed JOIN result USING (submission) ORDER BY position"
            listed = sorted(run.execute(query), key=lambda row: (row[0].casefold(), row[0]))
            found = _still_not_graded(found, {submission for _, submission in listed})
            if self.about.get("of") not in {one.about.of for one in found}:
                waiting = (entry.student for one in found for entry in one.not_graded)
                _refuse_another_class(self.path.parent, before, (*(student for student, _ in listed), *waiting))
            run.execute("DELETE FROM listed")
            _list(run, (submission for _, submission in listed))
        return found

    def _take_over(self, other: Path, run: sqlite3.Connection) -> Merged:
        if not other.is_file():
            raise GradebookError(f"{other}: there is no such gradebook; name the output folders of graded parts")
        try:
            with contextlib.closing(_read_only(other)) as theirs:
                (version,) = theirs.execute("PRAGMA user_version").fetchone()
                rows = theirs.execute(
                    "SELECT result.* FROM listed JOIN result USING (submission) ORDER BY position"
                ).fetchall()
                not_graded = _not_graded(other, theirs)
                about = _about(other, dict(theirs.execute("SELECT name, value FROM about")))
        except sqlite3.Error as error:
            raise GradebookError(_reason(other, error)) from None
        if version != FORMAT:
            raise GradebookError(
                f"{other}: written by another version of the grader (format {version}); grade it again"
            )
        # Whoever made the other one may have written anything there.
        rows = [(*row[:_PAGE], row[_PAGE] and f"{PAGES}/{Path(row[_PAGE]).name}", *row[_PAGE + 1 :]) for row in rows]
        if about.shard == NO_PART:
            raise GradebookError(f"{other}: it was itself merged, of parts that are not the whole; name those parts")
        listed_here = "SELECT submission, page FROM listed JOIN result USING (submission)"
        known = {name for row in run.execute(listed_here) for name in row}
        new = [row for row in rows if known.isdisjoint((row[_SUBMISSION], row[_PAGE] or row[_SUBMISSION]))]
        run.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", new)
        _list(run, (row[_SUBMISSION] for row in new))
        return Merged(
            taken=len(new),
            pages=tuple(row[_PAGE] for row in new if row[_PAGE]),
            known=len(rows) - len(new),
            not_graded=not_graded,
            about=about,
        )

    @property
    def about(self) -> Mapping[str, str]:
        """What was noted about the gradebook itself."""
        return dict(self._rows("SELECT name, value FROM about"))

    def note(self, **values: str) -> None:
        """Note something about the gradebook itself."""
        with self._changing() as run:
            run.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values.items())

    def _rows(self, query: str) -> Iterator[Any]:
        """What a query finds. Raises GradebookError when the file turns out to be damaged."""
        try:
            yield from self._connection.execute(query)
        except sqlite3.Error as error:
            raise GradebookError(_reason(self.path, error)) from None

    def _changing(self) -> _Transaction:
        return _Transaction(self._connection, self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Listed:
    """The records of a gradebook, read anew each time that somebody goes through them."""

    def __init__(self, gradebook: Gradebook) -> None:
        self._gradebook = gradebook

    def __iter__(self) -> Iterator[Record]:
        return self._gradebook.records()


class _Transaction:
    """All of what is done within, or nothing of it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        self._run("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._run("COMMIT")
            return
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise GradebookError(_reason(self._path, error)) from None

    def _run(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except sqlite3.Error as error:
            raise GradebookError(_reason(self._path, error)) from None


def read_records(path: Path) -> Iterator[Record]:
    """The records of a gradebook that is only read. Raises GradebookError when it is none."""
    if not path.is_file():
        raise GradebookError(f"{path}: there is no such gradebook")
    try:
        with contextlib.closing(_read_only(path)) as connection:
            for row in connection.execute(_RECORDS):
                yield _record(path, row)
    except sqlite3.Error as error:
        raise GradebookError(_reason(path, error)) from None


def _read_only(path: Path) -> sqlite3.Connection:
    """Another call's gradebook, which is neither changed nor locked; its folder may not even be ours to write to."""
    log = path.with_name(f"{path.name}-wal")
    unwritten = log.exists() and log.stat().st_size > 0
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{'mode=ro' if unwritten else 'immutable=1'}", uri=True, timeout=0.2
    )


def _refuse_another_class(out: Path, before: Iterable[str], now: Iterable[str]) -> None:
    earlier, here = set(before), set(now)
    gone = earlier - here
    if here and 2 * len(gone) > len(earlier):
        raise GradebookError(
            f"{out}: this folder holds the marks of other students ({some(sorted(gone), 3)}), who are not among those "
            "that are graded now; choose another one with --out"
        )


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
        _entry(path, entry) if entry else Entry(student=submission, submission=submission)
        for submission, entry in gradebook.execute(_NOT_GRADED.format(waiting=waiting))
    )


def _list(run: sqlite3.Connection, submissions: Iterable[str]) -> None:
    run.executemany("INSERT INTO listed (submission) VALUES (?)", ((name,) for name in submissions))


def _record(path: Path, row: tuple[bytes, bytes, str | None, str | None]) -> Record:
    """What a row of a gradebook holds. Raises GradebookError when it is damaged, or of another version."""
    entry, document, page, fingerprint = row
    try:
        return Record(
            entry=msgspec.json.decode(entry, type=Entry),
            result=msgspec.json.decode(document, type=Result),
            page=page,
            fingerprint=fingerprint,
        )
    except msgspec.MsgspecError as error:
        raise GradebookError(f"{path}: a result in it cannot be read ({error}); it is damaged, or too old") from None


def _entry(path: Path, document: bytes) -> Entry:
    try:
        return msgspec.json.decode(document, type=Entry)
    except msgspec.MsgspecError as error:
        raise GradebookError(f"{path}: whose a submission is cannot be read ({error}); it is damaged") from None


def _about(path: Path, values: dict[str, str]) -> About:
    try:
        remarks = msgspec.json.decode(values.get("remarks", "[]"), type=tuple[Remark, ...])
        return msgspec.convert({**values, "remarks": remarks}, About)
    except msgspec.MsgspecError as error:
        raise GradebookError(
            f"{path}: what it says about its folder cannot be read ({error}); grade it again"
        ) from None


def _row(record: Record, key: bytes) -> tuple[object, ...]:
    result = record.result
    return (
        record.entry.submission,
        record.entry.student,
        result.status,
        result.mark,
        result.max_score,
        key,
        msgspec.json.encode(record.entry),
        result.to_json(),
        record.page,
        record.fingerprint,
    )


def _reason(path: Path, error: sqlite3.Error) -> str:
    """What to say of an error, by SQLite's name for it, of which an extended one begins with the plain one."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return (
            f"{path}: another call of grade is at work in this folder, or another program has the gradebook open; wait "
            "until it is done, or use another --out"
        )
    if name == "SQLITE_FULL":
        return f"{path}: the disk is full; make room, then call again: what is graded already stays"
    if name == "SQLITE_ERROR":
        return f"{path}: this is no gradebook that grade wrote"
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return f"{path}: this is no gradebook, or it is damaged; for an output folder, choose another one with --out"
    return f"{path}: the gradebook cannot be used ({error}); is its folder one that can be written to?"
