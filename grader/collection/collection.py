"""Which files of a folder are to be graded, and whose each is."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from grader.collection.entry import Entry, Remark
from grader.collection.files import CollectionError, Files
from grader.collection.layouts import Layout, alternatives, detect, from_pattern
from grader.collection.metadata import FILE as METADATA
from grader.collection.metadata import Submitter, read_metadata

PYTHON = (".py", ".ipynb")
MOST_NAMED = 5
_COPY = re.compile(r"[\s_]*(?:\((\d+)\)|[-_ ](\d+)|[-_ ]+copy(?:[-_ ]?(\d+))?)$", re.IGNORECASE)
_WHEN = ("%Y-%m-%d-%H-%M-%S", "%Y-%m-%d %H:%M:%S %Z", "%Y-%m-%d %H:%M:%S", "%b %d, %Y %I%M %p", "%B %d, %Y %I%M %p",
         "%b %d, %Y %H%M", "%d %b %Y %H%M", "%Y%m%d%H%M%S")  # fmt: skip


class Collection(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds. summary: what was found, in a sentence."""

    layout: Layout
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]
    summary: str


class _File(NamedTuple):
    """A file that the layout knows: where it is in the folder, what it is called, and what its path says."""

    path: str
    file: str
    said: dict[str, str | None]

    @property
    def is_python(self) -> bool:
        return self.file.lower().endswith(PYTHON)

    @property
    def attempt(self) -> str:
        return self.said.get("when") or self.said.get("version") or ""


def read_collection(
    files: Files, *, layout: str | None = None, pattern: str | None = None, filename: str = "matmul_practice.py"
) -> Collection:
    """Find the submissions among `files`; the layout is found out over all of them unless it is said.

    filename: what the exercise asks the file to be called; any other name will do where there is only one.
    Raises CollectionError when there is nothing to grade.
    """
    found, paths = _layout_of(files.names, layout, pattern)
    students, others = _by_student(found, paths)
    students = _without_common_prefix(students) if found.name == "classroom50" else students
    people = _people(files, paths) if found.name == "gradescope" else {}
    entries, remarks, count = [], list(files.remarks), len(students)
    while students:
        student, handed_in = students.popitem()
        entry, said = _entry(student, handed_in, os.path.splitext(filename)[0], people.get(student, ()))
        entries += [entry] if entry else []
        remarks += said
    entries, doubles = _one_each(entries)
    remarks += [*doubles, *_leftovers(others)]
    if not entries:
        raise CollectionError(f"no Python file of a student was found here; {_summary(found, entries, count)}")
    entries.sort(key=lambda entry: (entry.student.casefold(), entry.student))
    return Collection(
        layout=found, entries=tuple(entries), remarks=tuple(remarks), summary=_summary(found, entries, count)
    )


def _layout_of(names: Sequence[str], layout: str | None, pattern: str | None) -> tuple[Layout, dict[str, str]]:
    """The layout, and the paths that it speaks of: within the folders around everything, if there are any."""
    ways = [{name.removeprefix(around): name for name in names} for around in _around(names)]
    found = [(_layout(list(paths), layout, pattern), paths) for paths in ways]
    return max(found, key=lambda one: (one[0].is_particular, _known(*one) if one[0].is_particular else 0))


def _layout(paths: Sequence[str], layout: str | None, pattern: str | None) -> Layout:
    if pattern is not None:
        return from_pattern(pattern)
    return alternatives(layout, paths) if layout is not None else detect(paths)


def _known(layout: Layout, paths: Iterable[str]) -> int:
    return sum(bool(layout.pattern.fullmatch(path)) for path in paths)


def _around(names: Sequence[str]) -> list[str]:
    """The folders that all files are in, the innermost first; at last no folder. A lone file keeps its own folder."""
    found = [""]
    while all(name.startswith(found[0]) and "/" in name.removeprefix(found[0]) for name in names):
        tops = {name.removeprefix(found[0]).split("/")[0] for name in names}
        inner = f"{found[0]}{tops.pop()}/" if len(tops) == 1 else ""
        below = {name.removeprefix(inner).split("/")[0] for name in names}
        if not inner or len(_python(below)) == 1:
            break
        found.insert(0, inner)
    return found


def _python(names: Iterable[str]) -> list[str]:
    return [name for name in names if _is_python(name)]


def _is_python(name: str) -> bool:
    return name.lower().endswith(PYTHON)


def _by_student(layout: Layout, paths: dict[str, str]) -> tuple[dict[str, list[_File]], list[str]]:
    students: dict[str, list[_File]] = {}
    others = []
    for path, name in paths.items():
        match = layout.pattern.fullmatch(path)
        if match is None:
            others.append(name)
            continue
        said = match.groupdict()
        file = _File(name, said.get("file") or path.rsplit("/", 1)[-1], said)
        students.setdefault(unicodedata.normalize("NFC", match["user"]), []).append(file)
    return students, others


def _without_common_prefix(students: dict[str, list[_File]]) -> dict[str, list[_File]]:
    """Clones are called classroom-assignment-user: the user is what follows what all have in common."""
    parts = [student.split("-") for student in students]
    same = 0
    while len(students) > 1 and all(len(part) > same + 1 and part[same] == parts[0][same] for part in parts):
        same += 1
    # Of one clone alone, what follows the second hyphen.
    return {"-".join(student.split("-")[same or 2 :]) or student: files for student, files in students.items()}


def _people(files: Files, paths: dict[str, str]) -> dict[str, tuple[Submitter, ...]]:
    for path, name in paths.items():
        if path.rsplit("/", 1)[-1] == METADATA:
            try:
                return read_metadata(files.read(name))
            except CollectionError:
                return {}
    return {}


def _entry(
    student: str, handed_in: Sequence[_File], stem: str, people: Sequence[Submitter]
) -> tuple[Entry | None, list[Remark]]:
    """What of a student's files is graded, and what is to be said about the others."""
    python = [file for file in handed_in if file.is_python]
    if not python:
        listed = ", ".join(file.file for file in handed_in[:MOST_NAMED])
        return None, [Remark(message=f"no Python file (only {listed})", student=student)]
    newest, remarks = _newest_attempt(student, python)
    chosen, said = _chosen(student, newest, stem)
    if chosen is None:
        return None, [*remarks, *said]
    ids = tuple(person.id for person in people if person.id)
    entry = Entry(
        student=ids[0] if ids else student,
        submission=chosen.path,
        name=(people[0].name if people else None) or _name(chosen),
        members=ids if len(ids) > 1 else (),
        email=(people[0].email if people else None) or (student if "@" in student else None),
        attempt=chosen.attempt or None,
        late=bool(chosen.said.get("late")),
    )
    return entry, [*remarks, *said]


def _name(file: _File) -> str | None:
    name = file.said.get("name")
    return unicodedata.normalize("NFC", name) if name else None


def _newest_attempt(student: str, files: list[_File]) -> tuple[list[_File], list[Remark]]:
    attempts = sorted({file.attempt for file in files}, key=_moment)
    if len(attempts) < 2:
        return files, []
    older = [file for file in files if file.attempt != attempts[-1]]
    message = (
        f"{len(attempts)} attempts; the newest is graded ({attempts[-1]}), not {', '.join(attempts[:-1][-MOST_NAMED:])}"
    )
    return [file for file in files if file.attempt == attempts[-1]], [
        Remark(message=message, student=student, path=older[-1].path)
    ]


def _moment(attempt: str) -> tuple[int, float, str]:
    """Orders attempts by number, else by date, else as text."""
    if attempt.isdecimal() and len(attempt) < 12:
        return 1, float(attempt), attempt
    for form in _WHEN:
        try:
            return 1, datetime.strptime(attempt, form).timestamp(), attempt
        except (ValueError, OverflowError):
            continue
    return 0, 0.0, attempt


def _chosen(student: str, files: Sequence[_File], stem: str) -> tuple[_File | None, list[Remark]]:
    """The file to grade, of several the one that is called as the exercise asks, or its newest copy."""
    if len(files) == 1:
        return files[0], []
    called = [file for file in files if _stem(file)[0] == stem.casefold()]
    if not called:
        python = [file for file in files if "/" not in file.file and not file.file.startswith(("test_", "conftest"))]
        if len(python) == 1:
            return python[0], []
        listed = ", ".join(file.file for file in files[:MOST_NAMED])
        told = f"several files could be meant ({listed}); none is called {stem}.py, so none was graded"
        return None, [Remark(message=told, student=student)]
    ranked = sorted(called, key=_rank)
    best = ranked[-1]
    if len(ranked) == 1:
        return best, []
    others = ", ".join(file.file for file in ranked[:-1][-MOST_NAMED:])
    return best, [Remark(message=f"{best.file} is graded, not {others}", student=student, path=best.path)]


def _rank(file: _File) -> tuple[int, int, int, bool, str]:
    """Nearest to the top, then the copy with the highest number, then the last upload, then .py before a notebook."""
    attachment = file.said.get("attachment") or "0"
    number = int(attachment) if attachment.isdecimal() and len(attachment) < 19 else 0
    return -file.file.count("/"), _stem(file)[1], number, file.file.lower().endswith(".py"), file.file


def _stem(file: _File) -> tuple[str, int]:
    """A file's name without its suffix, and the number of a copy: `matmul_practice (2)`, `matmul_practice-2`."""
    stem = os.path.splitext(file.file.rsplit("/", 1)[-1])[0]
    copy = _COPY.search(stem)
    number = next((part for part in copy.groups() if part), "1") if copy else "0"
    plain = stem[: copy.start()] if copy else stem
    return unicodedata.normalize("NFC", plain).casefold().replace(" ", "_"), int(number[:6])


def _one_each(entries: Sequence[Entry]) -> tuple[list[Entry], list[Remark]]:
    """No student twice: where an id comes from elsewhere than the path, two folders may have the same one."""
    last: dict[str, Entry] = {}
    remarks = []
    for entry in sorted(entries, key=lambda entry: (_moment(entry.attempt or ""), entry.submission)):
        if entry.student in last:
            older = last[entry.student].submission
            told = f"handed in twice; {entry.submission} is graded, not {older}"
            remarks.append(Remark(message=told, student=entry.student, path=older))
        last[entry.student] = entry
    return list(last.values()), remarks


def _leftovers(others: Sequence[str]) -> list[Remark]:
    """Python files that do not look like the rest, each; other files only counted."""
    python = [name for name in others if _is_python(name)]
    rest = [name for name in others if not _is_python(name)]
    remarks = [Remark(message="not graded: its name is not like the others'", path=name) for name in python]
    if rest:
        shown = ", ".join(rest[:MOST_NAMED]) + (", …" if len(rest) > MOST_NAMED else "")
        files = "1 file is no submission" if len(rest) == 1 else f"{len(rest)} files are no submissions"
        remarks.append(Remark(message=f"{files}: {shown}"))
    return remarks


def _summary(layout: Layout, entries: Sequence[Entry], students: int) -> str:
    late = sum(entry.late for entry in entries)
    without = students - len(entries)
    parts = [
        f"{len(entries)} submission{'' if len(entries) == 1 else 's'}",
        f"{late} late" if late else "",
        f"{without} student{'' if without == 1 else 's'} without one" if without > 0 else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{layout.title}: {said} (--layout and --pattern say otherwise)"
