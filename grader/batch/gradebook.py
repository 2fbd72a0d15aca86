"""The gradebook: one SQLite file that has each result before it counts as done, whatever ends the grader.

Write-ahead log, strict tables, synced at each commit: a result that was added survives `kill -9` and a reset.
It is held for as long as it is open: a second call on the same folder is told so.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from grader.batch.rows import FORMAT, GradebookError, list_more, read_only, reason_of, record_in, row_of
from grader.entry import Entry
from grader.record import Record

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
_LISTED = "SELECT entry, document, page, fingerprint FROM listed JOIN result USING (submission)"
_RECORDS = f"{_LISTED} ORDER BY position"
_WITHOUT_MARK = f"{_LISTED} WHERE mark IS NULL ORDER BY position"


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
            raise GradebookError(reason_of(path, error)) from None

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
        with self.changing() as run:
            run.execute("DELETE FROM listed")
            list_more(run, submissions)

    def set_waiting(self, entries: Iterable[Entry]) -> None:
        """Say whose the submissions are that are about to be graded: who merges a part that was stopped has to know."""
        with self.changing() as run:
            run.execute("DELETE FROM waiting")
            run.executemany(
                "INSERT OR REPLACE INTO waiting VALUES (?, ?)",
                ((entry.submission, msgspec.json.encode(entry)) for entry in entries),
            )

    def add(self, records: Iterable[tuple[Record, bytes]]) -> None:
        """Keep records with their keys: all of them, or (when this raises GradebookError) none."""
        with self.changing() as run:
            run.executemany(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row_of(record, key) for record, key in records),
            )

    def update_entries(self, entries: Iterable[Entry]) -> None:
        """Keep what is said about submissions that are not graded again: whose they are may be known better now."""
        with self.changing() as run:
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
            yield record_in(self.path, row)

    def documents(self) -> Iterator[bytes]:
        """The results of the listed submissions as JSON, in order."""
        for _, document, _, _ in self._rows(_RECORDS):
            yield document

    def marks(self) -> Iterator[tuple[str, float | None, float]]:
        """Status, mark and greatest score of each listed submission."""
        query = "SELECT status, mark, max_score FROM listed JOIN result USING (submission) ORDER BY position"
        yield from self._rows(query)

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
            record = record_in(self.path, row)
            yield record.entry, record.result.why_no_mark

    def contents(self) -> Iterator[tuple[bytes, bytes, str | None, str | None]]:
        """All that is known of each listed result, as it is kept, in order."""
        yield from self._rows(_RECORDS)

    @property
    def about(self) -> Mapping[str, str]:
        """What was noted about the gradebook itself."""
        return dict(self._rows("SELECT name, value FROM about"))

    def note(self, **values: str) -> None:
        """Note something about the gradebook itself."""
        with self.changing() as run:
            run.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values.items())

    def _rows(self, query: str) -> Iterator[Any]:
        """What a query finds. Raises GradebookError when the file turns out to be damaged."""
        try:
            yield from self._connection.execute(query)
        except sqlite3.Error as error:
            raise GradebookError(reason_of(self.path, error)) from None

    def changing(self) -> Transaction:
        """All of what is done within, or nothing of it; gives the connection to do it with."""
        return Transaction(self._connection, self.path)

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


class Transaction:
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
            raise GradebookError(reason_of(self._path, error)) from None

    def _run(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except sqlite3.Error as error:
            raise GradebookError(reason_of(self._path, error)) from None


def read_records(path: Path) -> Iterator[Record]:
    """The records of a gradebook that is only read. Raises GradebookError when it is none."""
    if not path.is_file():
        raise GradebookError(f"{path}: there is no such gradebook")
    try:
        with contextlib.closing(read_only(path)) as connection:
            for row in connection.execute(_RECORDS):
                yield record_in(path, row)
    except sqlite3.Error as error:
        raise GradebookError(reason_of(path, error)) from None
