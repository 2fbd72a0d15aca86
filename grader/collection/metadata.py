"""What a Gradescope export says about its submissions: `submission_metadata.yml`.

Only the lines that Gradescope writes about submitters are read, by their columns and keys. Everything else in it, such
as what submissions printed, stands deeper and is passed over: no YAML is interpreted.
"""

from __future__ import annotations

import json
import re

import msgspec

from grader.collection.errors import CollectionError

FILE = "submission_metadata.yml"
_SUBMISSION = re.compile(r"(submission_\w+): *")
_SECTION = re.compile(r"  :(\w+): *(.*?) *")
_PERSON = re.compile(r"( {2,4})- ")
_FIELD = re.compile(r":(\w+): *(.*?) *")
_NO_VALUE = frozenset({"", "~", "null", "Null", "NULL", "''", '""'})
_NO_PLAIN_VALUE = tuple("|>&*!{[%@`\"'")


class Submitter(msgspec.Struct, frozen=True):
    """One of those who handed in a submission together."""

    name: str | None = None
    sid: str | None = None
    email: str | None = None

    @property
    def id(self) -> str | None:
        """What identifies the person: e-mail, else the student id."""
        return self.email or self.sid


class About(msgspec.Struct, frozen=True):
    """What is known about one submission. created_at: when it was handed in, as written."""

    submitters: tuple[Submitter, ...] = ()
    created_at: str | None = None


def read_metadata(data: bytes) -> dict[str, About]:
    """What is said about the submission in each folder. Raises CollectionError when no line of it is understood."""
    reader = _Reader()
    # Not splitlines: in YAML, which a text printed by a submission is quoted in, nothing else ends a line.
    for line in data.decode("utf-8", "replace").split("\n"):
        reader.read(line.removesuffix("\r"))
    if not reader.found:
        raise CollectionError("not written as Gradescope writes it")
    return {folder: draft.about() for folder, draft in reader.found.items()}


class _Draft:
    def __init__(self) -> None:
        self.people: list[dict[str, str]] = []
        self.created_at: str | None = None

    def about(self) -> About:
        people = tuple(
            Submitter(**{key: value for key, value in one.items() if value}) for one in self.people if any(one.values())
        )
        return About(people, self.created_at)


class _Reader:
    """Where in the file a line stands: below which submission, in which section, in which column a person's keys."""

    def __init__(self) -> None:
        self.found: dict[str, _Draft] = {}
        self._draft: _Draft | None = None
        self._lists_people = False
        self._column = 0
        self._last = ""

    def read(self, line: str) -> None:
        if begins := _SUBMISSION.fullmatch(line):
            self._draft, self._lists_people = self.found.setdefault(begins[1], _Draft()), False
        elif line[:1] not in ("", " "):
            self._draft = None
        elif self._draft is not None:
            self._read_within(self._draft, line)

    def _read_within(self, draft: _Draft, line: str) -> None:
        if section := _SECTION.fullmatch(line):
            self._lists_people, self._column = section[1] == "submitters", 0
            if section[1] == "created_at":
                draft.created_at = _value(section[2])
        elif self._lists_people:
            self._read_person(draft, line)

    def _read_person(self, draft: _Draft, line: str) -> None:
        column = len(line) - len(line.lstrip(" "))
        person = _PERSON.match(line)
        if person and self._column in (0, person.end()):
            self._column = column = person.end()
            draft.people.append({})
        if not draft.people or not line.strip():
            return
        if column > self._column:
            # The value above goes on here, so what was read of it is not the whole.
            draft.people[-1].pop(self._last, None)
        elif column == self._column and (field := _FIELD.fullmatch(line[column:])):
            self._last = field[1]
            if field[1] in ("name", "sid", "email"):
                draft.people[-1][field[1]] = _value(field[2]) or ""


def _value(written: str) -> str | None:
    """A value on one line; None for none, and for one that is written in another way."""
    if written in _NO_VALUE:
        return None
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    if len(written) > 1 and written[0] == written[-1] == '"':
        try:
            return str(json.loads(written))
        except ValueError:
            return None
    return None if written.startswith(_NO_PLAIN_VALUE) else written
