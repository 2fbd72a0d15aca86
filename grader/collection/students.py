"""Whose each file of a download is, and what files beside them tell about those people."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

import msgspec

from grader.collection import metadata, scores
from grader.collection.choice import LATE, HandedIn
from grader.collection.detection import Detected
from grader.collection.errors import CollectionError
from grader.collection.files import MOST_READ, Files
from grader.collection.layouts import OWN_PATTERN
from grader.collection.metadata import About
from grader.collection.receipts import name_in
from grader.collection.remarks import LEFT_OUT, Remarks, counted, listed, shown

_METADATA = re.compile(rf"(?:assignment_\d+_export/)?{re.escape(metadata.FILE)}")
_TELLS_APART = frozenset({"when", "version", "late", "assignment", "attachment"})
_SCORES = re.compile(re.escape(scores.FILE))


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a file beside the submissions says about one: whose it is (members: of a group), and when it came.

    names: what members are called, by their ids; numbers: their student numbers, likewise.
    """

    student: str | None = None
    members: tuple[str, ...] = ()
    names: dict[str, str] = {}
    numbers: dict[str, str] = {}
    name: str | None = None
    email: str | None = None
    attempt: str | None = None

    def people(self, folder: str) -> dict[str, str | None]:
        """Each one's id and name; `folder` where nothing else is known."""
        return {student: self.names.get(student, self.name) for student in self.members or (self.student or folder,)}


class Students(NamedTuple):
    """The files of each student, those that are nobody's, and why some of a student's were left out."""

    files: dict[str, list[HandedIn]]
    others: list[str]
    left_out: dict[str, str]


def by_student(files: Files, detected: Detected) -> Students:
    """Each file's student. A folder without a file is a student's as well, and so is a file that was left out."""
    found: dict[str, list[HandedIn]] = {}
    others: list[str] = []
    folders: dict[str, str] = {}
    for name in files.names:
        match = detected.match(name)
        if match is None:
            others.append(name)
        else:
            if detected.layout.name == OWN_PATTERN:
                _refuse_two_of_one_name(match, folders)
            found.setdefault(_composed(match["user"]), []).append(_handed_in(name, match, late=detected.is_late(name)))
    for folder in files.empty:
        if (match := detected.match(f"{folder}/-")) and not detected.is_for_late(folder):
            found.setdefault(_composed(match["user"]), [])
    left_out: dict[str, str] = {}
    for remark in files.remarks:
        path = remark.path or ""
        if remark.message.startswith(LEFT_OUT) and (match := detected.match(path) or detected.match(f"{path}/-")):
            left_out.setdefault(_composed(match["user"]), remark.message)
            found.setdefault(_composed(match["user"]), [])
    names = without_shared(found, detected.layout.before_user) if detected.layout.before_user else {}
    return Students(
        {names.get(user, user): handed_in for user, handed_in in found.items()},
        others,
        {names.get(user, user): reason for user, reason in left_out.items()},
    )


def _refuse_two_of_one_name(match: re.Match[str], folders: dict[str, str]) -> None:
    """Raise CollectionError where an instructor's pattern gives one name to what lies in different folders.

    folders: where each name was so far. What tells attempts apart may stand in a folder's name.
    """
    if _TELLS_APART.isdisjoint(match.groupdict()):
        user, before = match["user"], match.string[: match.start("user")].rpartition("/")[0]
        if folders.setdefault(user, before) != before:
            raise CollectionError(
                f"--pattern: {shown(user)} is in {shown(folders[user])} and in {shown(before)}: maybe two students; "
                "take the folder into the name, (?P<user>[^/]+/[^/]+), or call it an attempt, (?P<version>[^/]+)"
            )


def _handed_in(path: str, match: re.Match[str], *, late: bool) -> HandedIn:
    """late: whether it lies in a folder of such, which is a later attempt where there is one outside, too."""
    said = match.groupdict()
    attachment = said.get("attachment") or ""
    return HandedIn(
        path=path,
        file=said.get("file") or path.rsplit("/", 1)[-1],
        name=_composed(said["name"]) if said.get("name") else None,
        attempt=said.get("when") or said.get("version") or (LATE if late else ""),
        attachment=int(attachment) if attachment.isdecimal() and len(attachment) < 19 else 0,
        late=late or bool(said.get("late")),
        assignment=said.get("assignment") or "",
    )


def _composed(text: str) -> str:
    """The text with each accent in its letter (NFC), however the student's machine wrote it."""
    return unicodedata.normalize("NFC", text)


def without_shared(users: Collection[str], separator: str) -> dict[str, str]:
    """Each of `users` without the words that all begin with: `spring-matmul-jane` is jane. Always different ones.

    One alone shares nothing: of it a classroom and an assignment (with `-`) or all but the last word are taken away.
    """
    words = [user.split(separator) for user in users]
    shared = 0
    while len(words) > 1 and all(len(word) > shared + 1 and word[shared] == words[0][shared] for word in words):
        shared += 1
    if len(words) == 1:
        shared = 2 if separator == "-" else len(words[0]) - 1
    own = {user: separator.join(word[shared:]) or user for user, word in zip(users, words, strict=True)}
    return own if len(set(own.values())) == len(own) else {user: user for user in users}


def known_of(files: Files, detected: Detected, students: Students, remarks: Remarks) -> dict[str, Known]:
    """What a platform's own file says about each student; nothing where there is none."""
    if detected.layout.name == "blackboard":
        return _by_receipts(files, detected, students)
    if detected.layout.name == "gradescope":
        name = _at_the_top(_METADATA, detected, students)
        if name is None:
            remarks.say(f"there is no {metadata.FILE}, so students are called as their folders are")
    else:
        name = _at_the_top(_SCORES, detected, students) if detected.layout.name == "classroom50" else None
    if name is None:
        return {}
    read = _by_metadata if detected.layout.name == "gradescope" else _by_scores
    students.others.remove(name)
    try:
        return read(_whole(files, name), students, remarks)
    except CollectionError as error:
        remarks.about_file(name, f"{error}; students are called as their folders are")
        return {}


def _by_receipts(files: Files, detected: Detected, students: Students) -> dict[str, Known]:
    found = {}
    for user, handed_in in students.files.items():
        for file in handed_in:
            match = detected.match(file.path)
            if match is not None and match["file"] is None:
                with contextlib.suppress(CollectionError):
                    found[user] = Known(name=name_in(files.read(file.path), user))
                break
    return found


def _at_the_top(wanted: re.Pattern[str], detected: Detected, students: Students) -> str | None:
    """That file beside the students' folders. In one of these, it is only what a student handed in."""
    return next((name for name in students.others if wanted.fullmatch(detected.way.path(name))), None)


def _whole(files: Files, name: str) -> bytes:
    data = files.read(name)
    if len(data) >= MOST_READ:
        raise CollectionError(f"larger than {MOST_READ - 1:,} bytes")
    return data


def _by_metadata(data: bytes, students: Students, remarks: Remarks) -> dict[str, Known]:
    found = {user: _known(about) for user, about in metadata.read_metadata(data).items()}
    without = [user for user in students.files if user not in found or found[user].student is None]
    if without:
        told = f"{metadata.FILE} has no e-mail or student id for {counted(len(without), 'submission')}"
        remarks.say(f"{told} ({listed(without)}), called as the folder is")
    for folder, known in found.items():
        if folder not in students.files:
            for student, name in known.people(folder).items():
                remarks.without(student, f"there is no folder {shown(folder)} here", name=name)
    return found


def _known(about: About) -> Known:
    with_id = [person for person in about.submitters if person.id]
    first = next(iter(with_id or about.submitters), None)
    ids = tuple(dict.fromkeys(person.id for person in with_id if person.id))
    return Known(
        student=ids[0] if ids else None,
        members=ids if len(ids) > 1 else (),
        names={person.id: person.name for person in with_id if person.id and person.name},
        numbers={person.id: person.sid for person in with_id if person.id and person.sid},
        name=first.name if first else None,
        email=first.email if first else None,
        attempt=about.created_at,
    )


def _by_scores(data: bytes, students: Students, remarks: Remarks) -> dict[str, Known]:
    """Also calls students as the table does: `jo-al` and `jo-bo` share a beginning that is not the classroom's."""
    members = scores.read_scores(data)
    for user, handed_in in list(students.files.items()):
        folder = _clone(user, handed_in)
        known = next((name for name in _endings(folder) if name in members), None)
        if known is not None and known != user and known not in students.files:
            students.files[known] = students.files.pop(user)
    for username, member in members.items():
        if username not in students.files and not member.handed_in:
            remarks.without(member.username, "nothing was handed in", name=member.name)
    return {username: Known(name=member.name, email=member.email) for username, member in members.items()}


def _clone(user: str, handed_in: list[HandedIn]) -> str:
    """The name of the folder that a student's files are in."""
    if not handed_in:
        return user
    return handed_in[0].path.removesuffix(handed_in[0].file).rstrip("/").rpartition("/")[2].lower()


def _endings(folder: str) -> list[str]:
    """What may be the user name in a clone's name, the longest first."""
    words = folder.split("-")
    return ["-".join(words[index:]) for index in range(1, len(words))]
