"""Which files of a folder are to be graded, and whose each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise

import msgspec

from grader.collection.advice import advice_for
from grader.collection.attempts import read_moment
from grader.collection.choice import SEVERAL, Choice, HandedIn, assignment_meant, choose
from grader.collection.contents import has_code, imported_beside
from grader.collection.detection import Detected, detect
from grader.collection.doubtful import tell_doubtful
from grader.collection.errors import CollectionError
from grader.collection.files import Files
from grader.collection.layouts import OWN_PATTERN, Layout
from grader.collection.remarks import Remarks, counted, listed, shown
from grader.collection.students import Known, Students, by_student, known_of
from grader.entry import Entry, Remark, looked_up
from grader.loading.names import is_python
from grader.text import natural

MOST_TOLD = 4


class Collection(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds. summary: what was found, in a sentence; nobodys: Python files that are no student's."""

    layout: Layout
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]
    summary: str
    nobodys: tuple[str, ...] = ()


def read_collection(files: Files, *, layout: str | None = None, pattern: str | None = None) -> Collection:
    """Find the submissions among `files`; the layout is found out over all of them unless it is said.

    Raises CollectionError when there is nothing to grade.
    """
    if not files.names and files.remarks:
        first = files.remarks[0]
        where = f"{shown(first.path)}: " if first.path else ""
        raise CollectionError(f"{shown(files.title)}: nothing here can be read; {where}{first.message}")
    detected = detect(files.names, title=files.title, layout=layout, pattern=pattern)
    remarks = Remarks(files.remarks)
    students = by_student(files, detected)
    known = known_of(files, detected, students, remarks)
    _keep_one_assignment(students.files, remarks)
    choosing = partial(choose, only_named=detected.layout.clones, has_code=partial(has_code, files))
    entries = _entries(students, known, remarks, choosing, files)
    tell_doubtful(entries, detected, remarks)
    if advice := _advice(files, detected, len(entries), remarks):
        remarks.say(advice)
    nobodys = tuple(filter(is_python, students.others))
    _tell_leftovers(nobodys, [name for name in students.others if not is_python(name)], remarks)
    without = len({remark.student for remark in remarks.all() if remark.without})
    summary = _summary(detected.layout, entries, without, len(files.names))
    if not entries:
        found = "; ".join(
            f"{shown(one.student or one.path or 'here')}: {one.message}"
            for one in remarks.all()[:MOST_TOLD]
            if one.message != advice
        )
        raise CollectionError(
            f"no Python file of a student was found here. {summary}. {found}{f'; {advice}' if advice else ''}".rstrip(
                " ."
            )
        )
    told = tuple(_of_those_without(remarks.all(), entries))
    return Collection(layout=detected.layout, entries=tuple(entries), remarks=told, summary=summary, nobodys=nobodys)


def _advice(files: Files, detected: Detected, graded: int, remarks: Remarks) -> str | None:
    """How the folders may be meant, where at least as many have several files as were graded."""
    unclear = sum(remark.without and remark.message.startswith(SEVERAL) for remark in remarks.all())
    if not unclear or unclear < graded or detected.layout.name == OWN_PATTERN:
        return None
    return advice_for([detected.way.path(name) for name in files.names if is_python(name)])


def _of_those_without(remarks: Iterable[Remark], entries: Sequence[Entry]) -> Iterator[Remark]:
    """The remarks; nobody lacks a submission who has another one, in a group or alone."""
    having = {student for entry in entries for student in entry.members or (entry.student,)}
    for remark in remarks:
        has = remark.without and remark.student in having
        yield msgspec.structs.replace(remark, without=False) if has else remark


def _entries(
    students: Students,
    known: dict[str, Known],
    remarks: Remarks,
    choosing: Callable[[Sequence[HandedIn]], Choice],
    files: Files,
) -> list[Entry]:
    """One for each student, in their order. Takes their files out: of a large folder they take much memory."""
    entries = []
    for student in _in_order(students.files):
        handed_in = students.files.pop(student)
        about = known.get(student, Known())
        if not handed_in:
            reason = students.left_out.get(student)
            told = f"what was handed in is {reason}" if reason else "nothing was handed in (an empty folder)"
            _tell_without(student, about, told, remarks, handed_in=reason is not None)
            continue
        choice = choosing(handed_in)
        name = next((file.name for file in handed_in if file.name), None)
        for told in choice.told:
            if choice.file is None:
                _tell_without(student, about, told, remarks, name, handed_in=True)
            else:
                remarks.about_student(student, told, choice.file.path, name=name)
        if choice.file is not None:
            for module in imported_beside(files, choice.file, handed_in):
                told = f"it imports {shown(module)}, which lies beside it and is not there when it runs"
                remarks.about_student(student, told, choice.file.path, name=name)
            entries.append(_entry(student, choice.file, about))
    found = _one_each(entries, remarks)
    return found if _is_in_order(found) else sorted(found, key=lambda entry: looked_up(entry.student))


def _tell_without(
    student: str, known: Known, told: str, remarks: Remarks, name: str | None = None, *, handed_in: bool = False
) -> None:
    """Why there is no submission, for each one of a group."""
    for person, called in known.people(student).items():
        remarks.without(person, told, handed_in=handed_in, name=called or name)


def _keep_one_assignment(students: dict[str, list[HandedIn]], remarks: Remarks) -> None:
    """Take the files of other assignments than the one that is meant out of `students`."""
    meant = assignment_meant(students.values())
    if meant is None:
        return
    remarks.say(f"several assignments are here; {shown(meant.name)} is graded, not {listed(meant.others)}")
    for student, files in list(students.items()):
        students[student] = [file for file in files if file.assignment == meant.name]
        if files and not students[student]:
            remarks.without(student, f"nothing was handed in for {shown(meant.name)}")
            del students[student]


def _in_order(students: Iterable[str]) -> list[str]:
    """As a person looks them up. In two passes, as keys of both kinds would take much memory."""
    found = sorted(students)
    found.sort(key=lambda student: looked_up(student)[0])
    return found


def _is_in_order(entries: Sequence[Entry]) -> bool:
    """Whether nobody got another id than the one that they were sorted by."""
    return all(one <= other for one, other in pairwise(looked_up(entry.student) for entry in entries))


def _entry(student: str, file: HandedIn, known: Known) -> Entry:
    student = known.student or student
    return Entry(
        student=student,
        submission=file.path,
        name=known.name or file.name,
        members=known.members,
        names=known.names if known.members else {},
        numbers=known.numbers,
        email=known.email or (student if "@" in student else None),
        attempt=known.attempt or file.attempt or None,
        late=file.late,
    )


def _one_each(entries: Sequence[Entry], remarks: Remarks) -> list[Entry]:
    """No student twice, alone or in a group: where ids come from elsewhere than the path, several may have the same."""
    people = Counter(student for entry in entries for student in entry.members or (entry.student,))
    if not any(count > 1 for count in people.values()):
        return list(entries)
    newest: dict[str, Entry] = {}
    kept = []
    for entry in sorted(entries, key=_age, reverse=True):
        group = entry.members or (entry.student,)
        for student in group:
            if student in newest:
                other = newest[student]
                by = "newer" if _age(other)[0] > _age(entry)[0] else "last by name"
                told = f"handed in twice; {shown(other.submission)} counts ({by}), not {shown(entry.submission)}"
                remarks.about_student(student, told, other.submission)
        rest = tuple(student for student in group if student not in newest)
        newest.update(dict.fromkeys(rest, entry))
        if rest:
            kept.append(entry if rest == group else _of_fewer(entry, rest))
    return kept


def _age(entry: Entry) -> tuple[datetime, str]:
    return read_moment(entry.attempt or "") or datetime.min, natural(entry.submission)


def _of_fewer(entry: Entry, students: tuple[str, ...]) -> Entry:
    """The entry of a group of which only `students` have no newer one."""
    members = students if len(students) > 1 else ()
    if students[0] == entry.student:
        return msgspec.structs.replace(entry, members=members)
    email = students[0] if "@" in students[0] else None
    return msgspec.structs.replace(entry, student=students[0], members=members, name=None, email=email)


def _tell_leftovers(nobodys: Sequence[str], rest: Sequence[str], remarks: Remarks) -> None:
    """Python files that do not look like the others by name; the rest only counted."""
    for name in nobodys:
        remarks.about_file(name, "not graded: its name is not like the others'")
    if rest:
        are = "is no submission" if len(rest) == 1 else "are no submissions"
        remarks.say(f"{counted(len(rest), 'file')} {are}: {listed(rest)}")


def _summary(layout: Layout, entries: Sequence[Entry], without: int, files: int) -> str:
    groups = sum(bool(entry.members) for entry in entries)
    late = sum(entry.late for entry in entries)
    parts = [
        f"{counted(len(entries), 'submission')} in {counted(files, 'file')}",
        f"{groups:,} of groups" if groups else "",
        f"{late:,} late" if late else "",
        f"{counted(without, 'student')} without one" if without else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{layout.title}: {said} (--layout and --pattern say otherwise)"
