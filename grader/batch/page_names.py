"""What the students' pages are called: names that every file system takes, one for each student."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

LONGEST_STEM = 80
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that no file can have on Windows."""
_NOT_PLAIN = re.compile(r"[^\w@.+-]", re.ASCII)


class PageNames:
    """File names for students' pages: the id where it is a plain name, with a part of its digest where not.

    Ids that differ in case only are told apart, as some file systems do not.
    """

    def __init__(self, students: Iterable[str]) -> None:
        counts = Counter(student.casefold() for student in students)
        self._shared = frozenset(name for name, count in counts.items() if count > 1)

    def of(self, student: str) -> str:
        """The name of that student's page."""
        plain = _NOT_PLAIN.sub("_", student)[:LONGEST_STEM].strip(".")
        alone = student.casefold() not in self._shared
        if plain and plain == student and alone and not _DEVICE.fullmatch(plain):
            return f"{plain}.html"
        return f"{plain or 'student'}-{hashlib.blake2b(student.encode(), digest_size=4).hexdigest()}.html"
