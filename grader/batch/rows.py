"""What stands in a gradebook's file: its rows as records, and what to say when they cannot be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from grader.entry import Entry, Remark
from grader.record import Record
from grader.result import Result

FORMAT = 2
NO_PART = "0/0"
"""Which part a gradebook is that was put together of some."""


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


def read_only(path: Path) -> sqlite3.Connection:
    """Another call's gradebook, which is neither changed nor locked; its folder may not even be ours to write to."""
    log = path.with_name(f"{path.name}-wal")
    unwritten = log.exists() and log.stat().st_size > 0
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{'mode=ro' if unwritten else 'immutable=1'}", uri=True, timeout=0.2
    )


def list_more(run: sqlite3.Connection, submissions: Iterable[str]) -> None:
    """Put submissions behind those that are listed."""
    run.executemany("INSERT INTO listed (submission) VALUES (?)", ((name,) for name in submissions))


def record_in(path: Path, row: tuple[bytes, bytes, str | None, str | None]) -> Record:
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


def entry_in(path: Path, document: bytes) -> Entry:
    """Whose a submission is, as it is kept. Raises GradebookError when that is damaged."""
    try:
        return msgspec.json.decode(document, type=Entry)
    except msgspec.MsgspecError as error:
        raise GradebookError(f"{path}: whose a submission is cannot be read ({error}); it is damaged") from None


def about_in(path: Path, values: dict[str, str]) -> About:
    """What is noted about a folder, from the notes by name. Raises GradebookError when that is damaged."""
    try:
        remarks = msgspec.json.decode(values.get("remarks", "[]"), type=tuple[Remark, ...])
        return msgspec.convert({**values, "remarks": remarks}, About)
    except msgspec.MsgspecError as error:
        raise GradebookError(
            f"{path}: what it says about its folder cannot be read ({error}); grade it again"
        ) from None


def row_of(record: Record, key: bytes) -> tuple[object, ...]:
    """The row of `result` that a record becomes."""
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


def reason_of(path: Path, error: sqlite3.Error) -> str:
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
