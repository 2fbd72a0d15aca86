"""What one student, or one group, handed in: where it is, and whose it is."""

from __future__ import annotations

import msgspec

from grader.text import natural


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A file to be graded.

    student: the id that the layout gives (a Canvas user id, a Moodle participant number, a user name, an e-mail);
    submission: the file's path within the folder or zip, with `/`; members: the ids of all who share it, when several
    do; names: what these are called, by their ids; numbers: the student numbers of all, likewise; attempt: which of
    several it is, as the layout says it (a time, a version); late: whether the layout marks it.
    """

    student: str
    submission: str
    name: str | None = None
    members: tuple[str, ...] = ()
    names: dict[str, str] = {}
    numbers: dict[str, str] = {}
    email: str | None = None
    attempt: str | None = None
    late: bool = False


def looked_up(student: str) -> tuple[str, str]:
    """A key that orders students by their ids as a person looks them up: `jane9` before `Jane10`."""
    return natural(student.casefold()), student


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something about a folder that the instructor should know: an older attempt, a student without a file.

    student: whom it is about, when it is about one; path: the file or folder within the collection; without: whether
    that student has no submission because of it; handed_in: though there are files; name: what that student is called.
    """

    message: str
    path: str | None = None
    student: str | None = None
    without: bool = False
    handed_in: bool = False
    name: str | None = None
