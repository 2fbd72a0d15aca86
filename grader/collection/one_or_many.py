"""Whether a path is what one learner handed in, or what a class did."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path

from grader.collection.detection import NBGRADER_CONFIG
from grader.collection.layouts import ATTEMPT
from grader.loading.names import is_python, stem_of
from grader.submission import PYTHON_NAME

_HANDED_IN = re.compile(
    rf"^[^_]+(_LATE)?_\d+_\d+_|_\d+_assignsubmission_|_{ATTEMPT}_\d{{4}}(-\d\d){{5}}|^\d+-\d+ - .+ - "
)
"""How Canvas (student, numbers of student and submission), Moodle, Blackboard and Brightspace name a file."""

_DATA = re.compile(rb"\b100\s*,\s*8\b")
MOST_LOOKED_AT = 20_000
"""Bytes."""
MOST_LOOKED_THROUGH = 200
"""Files of a folder."""


def is_a_class(path: str) -> bool:
    """Whether `path` holds submissions rather than being one: a zip, or a folder that is not one learner's own.

    A learner's own folder has one Python file, or `matmul_practice.py` beside others that answer none of the exercises,
    and no zips or folders with more of them, nor files that are named as a platform names what was handed in.
    """
    found = Path(path)
    try:
        if found.is_file():
            with found.open("rb") as file:
                return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
        if not found.is_dir():
            return False
        return _holds_submissions(found)
    except OSError:
        return False


def _holds_submissions(folder: Path) -> bool:
    python = others = students = zips = 0
    own = answers = False
    with os.scandir(folder) as entries:
        for entry in entries:
            if _HANDED_IN.search(entry.name) or entry.name == NBGRADER_CONFIG:
                return True
            if is_python(entry.name):
                own = own or stem_of(entry.name) == stem_of(PYTHON_NAME)
                answers = answers or _answers(entry)
                python += 1
            elif entry.name.endswith(".zip"):
                others += 1
                zips += 1
            elif entry.is_dir(follow_symlinks=False) and not entry.name.startswith((".", "_")):
                others += 1
                students += _has_python(entry.path)
                if _holds_a_download(entry.path):
                    return True
    if students > 1 or zips > 1 or (answers and python > 1):
        return True
    return not own and (python > 1 or (python == 0 and others > 0))


def _answers(entry: os.DirEntry[str]) -> bool:
    """Whether a Python file that is no version of `matmul_practice.py` draws the first exercise's data."""
    if stem_of(entry.name).startswith(stem_of(PYTHON_NAME)) or not entry.is_file(follow_symlinks=False):
        return False
    try:
        with open(entry.path, "rb") as file:
            return _DATA.search(file.read(MOST_LOOKED_AT)) is not None
    except OSError:
        return False


def _holds_a_download(folder: str, deep: int = 2) -> bool:
    """Whether files in it, or so deep in it, are named as a platform names what several students handed in."""
    try:
        with os.scandir(folder) as entries:
            found = list(islice(entries, MOST_LOOKED_THROUGH))
    except OSError:
        return False
    if sum(_HANDED_IN.search(entry.name) is not None for entry in found) > 1:
        return True
    folders = (entry.path for entry in found if deep > 1 and entry.is_dir(follow_symlinks=False))
    return any(_holds_a_download(path, deep - 1) for path in folders)


def _has_python(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(is_python(entry.name) for entry in entries)
    except OSError:
        return False
