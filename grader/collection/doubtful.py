"""Folders and files that count as students of their own, and may be none by their names: said, and graded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.collection.detection import Detected
from grader.collection.remarks import Remarks, shown
from grader.entry import Entry

FEWEST_OTHERS = 3
"""So many folders without another one in them make one with it odd."""
_NO_STUDENTS = re.compile(
    r"[._-]?(solutions?|templates?|starter|tests?|old|backups?|archive|resubmissions?|on[ _-]time"
    r"|(muster)?lösung(en)?|vorlagen?|soluci[oó]n(es)?|corrigés?)",
    re.IGNORECASE,
)
_COPIED_FROM = re.compile(r"(?:copy of|kopie von|copie de|copia de) ", re.IGNORECASE)
_COPY = re.compile(
    r"[ _-]{0,3}(?:\(\d{1,3}\)|(?<=[ _-])(?:v\d{1,2}|(?:copy|kopie|copie|copia)(?: ?\(\d{1,3}\))?))$", re.IGNORECASE
)


def tell_doubtful(entries: Sequence[Entry], detected: Detected, remarks: Remarks) -> None:
    """Say of which students it is worth a look whether they are some."""
    if detected.layout.name == "one-folder-a-student":
        _tell_folders([entry for entry in entries if not entry.late], detected, remarks)
    if detected.layout.name == "one-file-a-student":
        _tell_copies(entries, remarks)


def _tell_folders(entries: Sequence[Entry], detected: Detected, remarks: Remarks) -> None:
    deep = [entry for entry in entries if detected.way.path(entry.submission).count("/") > 1]
    alone = deep if len(deep) == 1 and len(entries) > FEWEST_OTHERS else []
    for entry in entries:
        if _NO_STUDENTS.fullmatch(entry.student):
            remarks.about_student(entry.student, "maybe no student, by the folder's name", entry.submission)
        elif entry in alone:
            told = "maybe no student: this folder alone has its file in another folder"
            remarks.about_student(entry.student, told, entry.submission)


def _tell_copies(entries: Sequence[Entry], remarks: Remarks) -> None:
    students = {entry.student for entry in entries}
    for entry in entries:
        original = _COPY.sub("", _COPIED_FROM.sub("", entry.student, count=1))
        if original != entry.student and original in students:
            told = f"maybe the same student as {shown(original)}, by the file's name; both are graded"
            remarks.about_student(entry.student, told, entry.submission)
