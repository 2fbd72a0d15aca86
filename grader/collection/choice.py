"""Which of the files that a student handed in is graded."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from grader.collection.attempts import natural, ordered
from grader.collection.detection import is_python
from grader.collection.remarks import listed, shown

_COPY = re.compile(r"(?:\((\d+)\)|[-_ ](\d+)|[-_ ]copy(?:[-_ ]?(\d+)| ?\((\d+)\))?)$", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[-_\s]+")
_OTHERS_FOLDERS = frozenset({"test", "tests", ".github", "solution", "solutions"})
_TESTS = re.compile(r"test_.*|.*_test|conftest", re.IGNORECASE | re.DOTALL)


class HandedIn(NamedTuple):
    """A file of a student. path: in the download; file: as the student called it; the rest as its path says it."""

    path: str
    file: str
    name: str | None = None
    attempt: str = ""
    attachment: int = 0
    late: bool = False


class Choice(NamedTuple):
    """The file that is graded, if it can be told, and what there is to say about the others."""

    file: HandedIn | None
    told: tuple[str, ...] = ()


def choose(files: Sequence[HandedIn], filename: str, *, only_named: bool = False) -> Choice:
    """Of the newest attempt with Python in it, the file that is called `filename`, or else the only one.

    only_named: no other name will do, and nothing in folders that hold tests.
    """
    python = [file for file in files if is_python(file.file)]
    if not python:
        return Choice(None, (f"no Python file (only {listed(file.file for file in files)})",))
    newest, told = _newest(files, python)
    choice = _of_one_attempt(newest, filename, only_named=only_named)
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
    unsure = "" if attempts.is_sure else "; not all are dates that can be read, so they were ordered as texts"
    told = f"{len(attempts.attempts)} attempts; {which} is graded ({shown(best)}), not {others}{unsure}"
    return [file for file in python if file.attempt == best], (told,)


def _of_one_attempt(files: list[HandedIn], filename: str, *, only_named: bool) -> Choice:
    if len(files) == 1 and not only_named:
        return Choice(files[0])
    own = [file for file in files if not _is_of_others(file.file)]
    called = _called(own, filename) or ([] if only_named else _called(files, filename))
    if called:
        best = max(called, key=_rank)
        alike = [file.file for file in called if _rank(file)[:-1] == _rank(best)[:-1]]
        if len({os.path.dirname(file) for file in alike}) > 1:
            told = f"several files could be meant ({listed(alike)}), in folders as deep, so none was graded"
            return Choice(None, (told,))
        same = [file.file for file in called if file is not best]
        return Choice(best, (f"{shown(best.file)} is graded, not {listed(same)}",) if same else ())
    if only_named:
        return Choice(None, (f"no {filename} (only {listed(file.file for file in files)})",))
    top = min(file.file.count("/") for file in own or files)
    nearest = [file for file in own or files if file.file.count("/") == top]
    if len(nearest) > 1:
        names = listed(file.file for file in nearest)
        return Choice(None, (f"several files could be meant ({names}); none is called {filename}, so none was graded",))
    others = [file.file for file in files if file is not nearest[0]]
    return Choice(nearest[0], (f"{shown(nearest[0].file)} is graded, not {listed(others)}",) if others else ())


def _is_of_others(file: str) -> bool:
    *folders, name = file.split("/")
    return any(folder.lower() in _OTHERS_FOLDERS for folder in folders) or bool(
        _TESTS.fullmatch(os.path.splitext(name)[0])
    )


def _called(files: Sequence[HandedIn], filename: str) -> list[HandedIn]:
    wanted, _ = _stem(filename)
    return [file for file in files if _stem(file.file)[0] == wanted]


def _rank(file: HandedIn) -> tuple[object, ...]:
    """Nearest to the top, then the copy with the highest number, the last upload, .py before a notebook."""
    is_text = file.file.lower().endswith(".py")
    return -file.file.count("/"), _stem(file.file)[1], file.attachment, is_text, natural(file.path)


def _stem(file: str) -> tuple[str, int]:
    """A file's name without its suffix, and the number of a copy: `matmul_practice (2)`, `matmul_practice-2`."""
    stem = os.path.splitext(file.rsplit("/", 1)[-1])[0]
    copy = _COPY.search(stem)
    number = next((part for part in copy.groups() if part), "1") if copy else "0"
    plain = unicodedata.normalize("NFC", stem[: copy.start()] if copy else stem).casefold()
    return _BETWEEN_WORDS.sub("_", plain.strip(" _-")), int(number[:6])
