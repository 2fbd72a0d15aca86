"""What Classroom 50 says about its students: `scores.csv`, a line a submission, beside the clones."""

from __future__ import annotations

import csv
import io

import msgspec

from grader.collection.errors import CollectionError

FILE = "scores.csv"


class Member(msgspec.Struct, frozen=True):
    """A student of the classroom. handed_in: whether a submission of theirs is known."""

    username: str
    name: str | None = None
    email: str | None = None
    handed_in: bool = False


def read_scores(data: bytes) -> dict[str, Member]:
    """The students by their user names in lower case, as they stand in the names of clones.

    Raises CollectionError when it has no user names.
    """
    try:
        table = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
        if "username" not in (table.fieldnames or ()):
            raise CollectionError("it has no column username")
        found: dict[str, Member] = {}
        for row in table:
            member = _member(row)
            if member.username:
                found.setdefault(member.username.lower(), member)
        return found
    except csv.Error as error:
        raise CollectionError(f"this is no CSV ({error})") from None


def _member(row: dict[str, str | None]) -> Member:
    name = " ".join(filter(None, (row.get("first_name"), row.get("last_name"))))
    return Member(
        username=row.get("username") or "",
        name=name or None,
        email=row.get("email") or None,
        handed_in=bool(row.get("submission_tag") or row.get("datetime") or row.get("score")),
    )
