"""Which of the files that a student handed in is graded."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from grader.collection.attempts import ordered
from grader.collection.errors import CollectionError
from grader.collection.remarks import listed, shown
from grader.loading.names import is_python, stem_of
from grader.submission import PYTHON_NAME
from grader.text import natural

_COPY = re.compile(r"(?:\((\d+)\)|[-_ ](\d+)|[-_ ]copy(?:[-_ ]?(\d+)| ?\((\d+)\))?)$", re.IGNORECASE)
_PART = re.compile(r"_\d+$")
"""How a file may be numbered that is a part of the work, and no copy."""
MOST_COPIES = 10**6
MOST_LOOKED_INTO = 8
"""Of one student's files: each takes time before anything is graded."""
LATE = "late"
"""As which attempt a file counts that only its folder calls late."""
SEVERAL = "several files could be meant"
"""How it is said that none was graded, as there was no choosing."""
_BETWEEN_WORDS = re.compile(r"[-_\s]+")
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tar.gz", ".tgz", ".gz", ".bz2", ".xz")
_OTHERS_FOLDERS = frozenset({"test", "tests", ".github", "solution", "solutions"})
_TESTS = re.compile(r"test_.*|.*_test|conftest", re.IGNORECASE | re.DOTALL)


class HandedIn(NamedTuple):
    """A file of a student. path: in the download; file: as the student called it; the rest as its path says it.

    assignment: where the download may hold several.
    """

    path: str
    file: str
    name: str | None = None
    attempt: str = ""
    attachment: int = 0
    late: bool = False
    assignment: str = ""


class Assignment(NamedTuple):
    """The assignment that is graded, and the others that are here as well."""

    name: str
    others: tuple[str, ...]


class Choice(NamedTuple):
    """The file that is graded, if it can be told, and what there is to say about the others."""

    file: HandedIn | None
    told: tuple[str, ...] = ()


def choose(files: Sequence[HandedIn], *, only_named: bool, has_code: Callable[[HandedIn], bool]) -> Choice:
    """Of the newest attempt with Python in it, the file called `matmul_practice.py`, or else the only one with code.

    only_named: no other name will do, and nothing in folders that hold tests. has_code: is asked of a file where there
    are several.
    """
    python = [file for file in files if is_python(file.file)]
    if not python:
        packed = any(file.file.lower().endswith(_ARCHIVES) for file in files)
        why = ": an archive that was not opened; ask for the .py itself" if packed else ""
        return Choice(None, (f"no Python file (only {listed(file.file for file in files)}){why}",))
    newest, told = _newest(files, python)
    choice = _of_one_attempt(newest, has_code, only_named=only_named)
    return Choice(choice.file, (*told, *choice.told))


def _newest(files: Sequence[HandedIn], python: list[HandedIn]) -> tuple[list[HandedIn], tuple[str, ...]]:
    different = {file.attempt for file in files}
    if len(different) < 2:
        return python, ()
    attempts = ordered(different)
    with_python = {file.attempt for file in python}
    best = next(attempt for attempt in reversed(attempts.attempts) if attempt in with_python)
    others = listed(attempt or "one without a date" for attempt in reversed(attempts.attempts) if attempt != best)
    which = "the newest" if best == attempts.attempts[-1] else "the newest that has a Python file"
    unsure = (
        ""
        if attempts.is_sure or different == {"", LATE}
        else "; not all are dates that can be read, so they were ordered as texts"
    )
    told = f"{len(attempts.attempts)} attempts; {which} is graded ({shown(best)}), not {others}{unsure}"
    return [file for file in python if file.attempt == best], (told,)


def _of_one_attempt(files: list[HandedIn], has_code: Callable[[HandedIn], bool], *, only_named: bool) -> Choice:
    if len(files) == 1 and not only_named:
        return Choice(files[0])
    own = [file for file in files if not _is_of_others(file.file)]
    called = _called(own) or ([] if only_named else _called(files))
    if len(called) > 1:
        # What is empty only yields to another one of its name.
        called = _with_code(called, has_code) or called
    if called:
        rank = partial(_rank, only_named=only_named)
        best = max(called, key=rank)
        alike = [file.file for file in called if rank(file)[:-1] == rank(best)[:-1]]
        if len({os.path.dirname(file) for file in alike}) > 1:
            told = f"{SEVERAL} ({listed(alike)}), in folders as deep, so none was graded"
            return Choice(None, (told,))
        others = _called(own) if only_named else files
        return Choice(best, _told(best, others))
    if only_named:
        return Choice(None, (f"no {PYTHON_NAME} (only {listed(file.file for file in files)})",))
    top = min(file.file.count("/") for file in own or files)
    nearest = [file for file in own or files if file.file.count("/") == top]
    if len(nearest) > 1:
        coded = _with_code(nearest, has_code)
        nearest = coded if len(coded) == 1 else nearest
    if len(nearest) > 1 and _are_copies(nearest):
        nearest = [max(nearest, key=partial(_rank, only_named=False))]
    if len(nearest) > 1:
        names = listed(file.file for file in nearest)
        return Choice(None, (f"{SEVERAL} ({names}); none is called {PYTHON_NAME}, so none was graded",))
    return Choice(nearest[0], _told(nearest[0], files))


def _with_code(files: Sequence[HandedIn], has_code: Callable[[HandedIn], bool]) -> list[HandedIn]:
    """Those of several files that have code; none where they are too many to be looked into."""
    return [file for file in files if has_code(file)] if len(files) <= MOST_LOOKED_INTO else []


def _are_copies(files: Sequence[HandedIn]) -> bool:
    """Whether files are one that was handed in again: `homework.py`, `homework-1.py`, `homework (2).py`.

    `task_1.py` and `task_2.py` are two, and so are `task-1.py` and `task-2.py` where there is no `task.py`.
    """
    stems = {_stem(file.file) for file in files}
    folders = {os.path.dirname(file.file) for file in files}
    parts = any(_PART.search(stem_of(file.file)) for file in files)
    one_name = len(folders) == 1 and len({stem for stem, _ in stems}) == 1
    return one_name and not parts and any(copy == 0 for _, copy in stems)


def _told(best: HandedIn, files: Sequence[HandedIn]) -> tuple[str, ...]:
    """That one of several files is graded. By their paths, where two have the same name."""
    others = [file for file in files if file is not best]
    if not others:
        return ()
    by_path = len({file.file for file in others} | {best.file}) <= len(others)
    names = [file.path if by_path else file.file for file in (best, *others)]
    return (f"{shown(names[0])} is graded, not {listed(names[1:])}",)


def assignment_meant(students: Iterable[Sequence[HandedIn]]) -> Assignment | None:
    """Of several assignments the only one with files called `matmul_practice.py`; None where there are not several.

    Raises CollectionError where it cannot be told.
    """
    every = [file for files in students for file in files if is_python(file.file)]
    names = sorted({file.assignment for file in every})
    if len(names) < 2:
        return None
    meant = {file.assignment for file in _called(every)}
    if len(meant) != 1:
        before = "submitted/" if any(file.path.startswith("submitted/") for file in every) else ""
        raise CollectionError(
            f"several assignments are here ({listed(names)}); say which one is meant, "
            f"as in --pattern '{before}(?P<user>[^/]+)/{shown(names[0])}/(?P<file>.+)'"
        )
    (name,) = meant
    return Assignment(name, tuple(other for other in names if other != name))


def _is_of_others(file: str) -> bool:
    *folders, name = file.split("/")
    return any(folder.lower() in _OTHERS_FOLDERS for folder in folders) or bool(_TESTS.fullmatch(stem_of(name)))


def _called(files: Sequence[HandedIn]) -> list[HandedIn]:
    wanted, _ = _stem(PYTHON_NAME)
    return [file for file in files if _stem(file.file)[0] == wanted]


def _rank(file: HandedIn, *, only_named: bool) -> tuple[object, ...]:
    """Nearest to the top, then the copy with the highest number, the last upload, .py before a notebook.

    only_named: what has exactly that name comes before every copy of it.
    """
    is_text = not file.file.lower().endswith(".ipynb")
    copy = _stem(file.file)[1]
    return -file.file.count("/"), (copy == 0 if only_named else copy), file.attachment, is_text, natural(file.path)


def _stem(file: str) -> tuple[str, int]:
    """A file's name without its suffix, and the number of a copy: `matmul_practice (2)`, `matmul_practice-2`.

    What is called a copy is one that was kept of an older state: it comes before the file itself, by its number.
    """
    stem = stem_of(file.rsplit("/", 1)[-1])
    copy = _COPY.search(stem)
    number = int(next((part for part in copy.groups() if part), "1")[:6]) if copy else 0
    plain = unicodedata.normalize("NFC", stem[: copy.start()] if copy else stem).casefold()
    kept = copy is not None and "copy" in copy[0].lower()
    return _BETWEEN_WORDS.sub("", plain), number - MOST_COPIES if kept else number
