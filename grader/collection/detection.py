"""Which layout a download has, decided over all of it.

A student's folder or file has one vote, so that nobody's many files outvote the others.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from grader.collection.errors import CollectionError
from grader.collection.layouts import LAYOUTS, OWN_PATTERN, PLAIN, Layout, from_pattern, meant_by, named
from grader.collection.remarks import counted, listed, shown
from grader.loading.names import SUFFIXES, is_python, stem_of
from grader.submission import PYTHON_NAME

_HANDED_IN = (*SUFFIXES, ".zip")
_OWN = stem_of(PYTHON_NAME).casefold()
"""What the exercises ask the file to be called."""
_SAMPLE = 5
_BESIDE_CLONES = re.compile(r"\.github/.*|results?\.json", re.DOTALL)


MOST_BESIDE, FEWEST = 2, 2
"""A folder with so many students of its own, beside at most so much else, is a class, and no student's."""
MOST_TRIED = 8
"""Folders in which a layout is looked for that was said: it is held against every file in each of these ways."""


_LATE = re.compile(
    r"(late|verspätet|zu spät|en retard|tarde|tard[ií]os|te laat|in ritardo)([ _-]*(submissions?|hand-?ins?|work))?",
    re.IGNORECASE,
)
"""What a folder is called that an instructor put late submissions in."""


class Way(NamedTuple):
    """How a path is looked at. passed: folders around everything; before: the download's own name, where it matters."""

    passed: str = ""
    before: str = ""

    def path(self, name: str) -> str:
        """The path that a layout's pattern is held against."""
        return self.before + name.removeprefix(self.passed)


NBGRADER_CONFIG = "nbgrader_config.py"
"""What a course folder of nbgrader has at its top, beside what is handed out and what was handed in."""
_BESIDE_SUBMITTED = frozenset({"source", "release", "autograded", "feedback"})
"""The folders of such a course folder that hold no work of students as they handed it in."""


class Detected(NamedTuple):
    """A layout and the way of looking at the paths in which it fits.

    late_files: those that lie right in a folder for late submissions, each called as its student, among students'
    folders.
    """

    layout: Layout
    way: Way
    late_files: frozenset[str] = frozenset()

    def match(self, name: str) -> re.Match[str] | None:
        """What the layout says of a file, or None when it is not named as the layout names files."""
        return self._match_late(name) or self._match(self.way.path(name))

    def is_late(self, name: str) -> bool:
        """Whether a file is in a folder that is called late, and named there as the layout names files."""
        return self._match_late(name) is not None

    def is_for_late(self, folder: str) -> bool:
        """Whether a folder is the one for late submissions."""
        return _LATE.fullmatch(self.way.path(folder)) is not None and self.layout.name != OWN_PATTERN

    def _match_late(self, name: str) -> re.Match[str] | None:
        top, _, below = self.way.path(name).partition("/")
        if not below or not self.is_for_late(f"{self.way.passed}{top}"):
            return None
        return named("one-file-a-student").pattern.fullmatch(below) if name in self.late_files else self._match(below)

    def _match(self, path: str) -> re.Match[str] | None:
        found = self.layout.pattern.fullmatch(path)
        # The download's own name is never a student.
        return found if found and found["user"] and found.start("user") >= len(self.way.before) else None


def detect(
    names: Sequence[str],
    *,
    title: str = "",
    layout: str | None = None,
    pattern: str | None = None,
) -> Detected:
    """The layout of the files of a download called `title`; `layout` and `pattern` say it instead.

    Raises CollectionError when there are no files, and when what was said fits none of them.
    """
    if not names:
        raise CollectionError(f"{shown(title) or 'this download'}: there is no file here that could be a submission")
    if layout is not None and pattern is not None:
        raise CollectionError("--layout and --pattern both say how files are named; give one of them")
    around = _around(names)
    ways = [*map(Way, around), *([Way(before=f"{title}/")] if title else [])]
    if pattern is not None:
        own = from_pattern(pattern)
        # With the download's own name before them, paths are only looked at where they fit in no other way.
        plain = [way for way in ways if not way.before]
        fits = any(Detected(own, way).match(name) for way in plain for name in names)
        return _said((own,), plain if fits else ways, names)
    if layout is not None:
        within = _ways_within(names, around[0])
        best = _said(meant_by(layout), [*ways, *within], names)
        if best.way in within:
            _refuse_several([way for way in within if _fits(meant_by(layout), way, names)], best.layout)
        return best
    if any(_is_course_folder(folder, names) for folder in around):
        # A student's file may be called as nbgrader's own.
        with contextlib.suppress(CollectionError):
            return _said((named("nbgrader"),), ways, names)
    votes = _votes(names, around[0])
    found = _particular(ways, votes)
    if found is None and len(votes) <= MOST_BESIDE:
        tops = [_top(sample[0], around[0]) for sample in votes]
        _refuse_a_class_within(tops, names, around[0])
    if found is not None:
        return found
    usual = Detected(_plain(names, votes, ways[0]), ways[0])
    return usual._replace(late_files=_late_files(usual, names))


def _late_files(detected: Detected, names: Sequence[str]) -> frozenset[str]:
    """The files right in a folder for late submissions; none where one is called as what a student's folder holds."""
    if detected.layout.name != "one-folder-a-student":
        return frozenset()
    right_in = [name for name in names if is_python(name) and detected.way.path(name).count("/") == 1]
    late = frozenset(name for name in right_in if detected.is_for_late(name.rpartition("/")[0]))
    held = {_OWN, *(_stem(name) for name in right_in if name not in late)}
    return late if held.isdisjoint(map(_stem, late)) else frozenset()


def _stem(name: str) -> str:
    return stem_of(name.rpartition("/")[2]).casefold()


def _top(name: str, around: str) -> str:
    return name.removeprefix(around).partition("/")[0]


def _ways_within(names: Sequence[str], around: str) -> list[Way]:
    """To look at the paths in one of the folders as if it were the download; none where there are many."""
    tops = {_top(name, around) for name in names if "/" in name.removeprefix(around)}
    return [Way(passed=f"{around}{top}/") for top in sorted(tops)] if len(tops) <= MOST_TRIED else []


def _fits(layouts: Iterable[Layout], way: Way, names: Iterable[str]) -> bool:
    detected = [Detected(layout, way) for layout in layouts]
    return any(one.match(name) for name in names for one in detected)


def _refuse_several(ways: Sequence[Way], layout: Layout) -> None:
    """Raise CollectionError when what was said fits in several folders: an id may be another one's in each."""
    if len(ways) > 1:
        folders = listed(way.passed.rstrip("/") for way in ways)
        raise CollectionError(
            f"each of these folders is a class by itself ({layout.title}): {folders}; grade them one by one, each with "
            "an --out of its own"
        )


def _refuse_a_class_within(tops: Sequence[str], names: Sequence[str], around: str) -> None:
    """Raise CollectionError when one of these folders is itself a download of a platform's."""
    for top in tops:
        within = [name for name in names if name.startswith(f"{around}{top}/")]
        inner = Way(passed=_around(within)[0])
        for layout in LAYOUTS:
            matches = (Detected(layout, inner).match(name) for name in within if _tells(Detected(layout, inner), name))
            if len({match["user"] for match in matches if match}) >= FEWEST:
                what = shown(inner.passed.rstrip("/"))
                raise CollectionError(
                    f"{what} is a class by itself ({layout.title}): name that folder, or the one file"
                )


def _is_course_folder(folder: str, names: Sequence[str]) -> bool:
    """Whether it is nbgrader's, with what was handed out beside what was handed in."""
    if f"{folder}{NBGRADER_CONFIG}" in names:
        return True
    tops = {name[len(folder) :].partition("/")[0] for name in names if name.startswith(folder)}
    return "submitted" in tops and not tops.isdisjoint(_BESIDE_SUBMITTED)


def _said(layouts: Iterable[Layout], ways: Sequence[Way], names: Sequence[str]) -> Detected:
    """Of what was said, that which fits most files."""
    fitting = [
        (sum(detected.match(name) is not None for name in names), detected)
        for layout in layouts
        for way in ways
        for detected in [Detected(layout, way)]
    ]
    count, best = max(fitting, key=lambda one: one[0])
    if not count:
        told = f"{best.layout.title} fits none of the {counted(len(names), 'file')} ({listed(names)})"
        raise CollectionError(f"{told}; a pattern must match the whole path")
    return best


def _around(names: Sequence[str]) -> list[str]:
    """The folders that everything is in, the innermost first; at last no folder. A lone student's own is none."""
    found = [""]
    while (inner := _only_folder(names, found[0])) is not None and not _is_a_students(names, inner):
        found.insert(0, inner)
    return found


def _only_folder(names: Sequence[str], within: str) -> str | None:
    """The one folder in `within`, when nothing that may have been handed in lies beside it."""
    tops = set()
    for name in names:
        if name.startswith(within):
            top, slash, _ = name[len(within) :].partition("/")
            if not slash and top.lower().endswith(_HANDED_IN):
                return None
            if slash:
                tops.add(top)
                if len(tops) > 1:
                    return None
    return f"{within}{tops.pop()}/" if tops else None


def _is_a_students(names: Sequence[str], folder: str) -> bool:
    """Whether a folder has the exercise's file right in it, or only one, and is not the one around the students'."""
    direct, folders = [], set()
    for name in names:
        if name.startswith(folder) and is_python(name):
            top, slash, _ = name[len(folder) :].partition("/")
            if slash:
                folders.add(top)
            else:
                direct.append(stem_of(top).casefold())
    return (_OWN in direct or len(direct) == 1) and len(folders) < 2


def _votes(names: Sequence[str], within: str) -> list[list[str]]:
    """For each folder or file at the top, a few of its files: those with something to grade, or else all."""
    everybody: dict[str, list[str]] = {}
    handing_in: dict[str, list[str]] = {}
    for name in names:
        top = _top(name, within)
        for voters in (everybody, handing_in) if name.lower().endswith(_HANDED_IN) else (everybody,):
            sample = voters.setdefault(top, [])
            if len(sample) < _SAMPLE:
                sample.append(name)
    return list((handing_in or everybody).values())


def _particular(ways: Sequence[Way], votes: Sequence[Sequence[str]]) -> Detected | None:
    """The layout whose names alone tell it, when at least half of the votes are for it."""
    best, most = None, 0
    for way in ways:
        for layout in LAYOUTS:
            detected = Detected(layout, way)
            count = sum(any(_tells(detected, name) for name in sample) for sample in votes)
            if count > most:
                best, most = detected, count
    return best if 2 * most >= len(votes) else None


def _tells(detected: Detected, name: str) -> bool:
    layout, way = detected.layout, detected.way
    if layout.name in PLAIN and not (layout.name == "nbgrader" and way.path(name).startswith("submitted/")):
        return False
    return detected.match(name) is not None


def _plain(names: Sequence[str], votes: Sequence[Sequence[str]], way: Way) -> Layout:
    """One of the layouts whose names tell nothing."""
    paths = [way.path(sample[0]) for sample in votes]
    flat = sum("/" not in path or path.partition("/")[0].lower().endswith(".zip") for path in paths)
    if 2 * flat > len(paths):
        return named("one-file-a-student")
    if _are_clones([path.partition("/")[0] for path in paths if "/" in path], names, way):
        return named("classroom50")
    if _has_one_assignment([way.path(name) for sample in votes for name in sample]):
        return named("nbgrader")
    return named("one-folder-a-student")


def _are_clones(folders: Sequence[str], names: Sequence[str], way: Way) -> bool:
    """Whether most folders are called as repositories are and hold what only Classroom 50 puts there."""
    if not folders or not all(folder.count("-") >= 2 for folder in folders):
        return False
    marked = set()
    for name in names:
        folder, _, rest = way.path(name).partition("/")
        if _BESIDE_CLONES.fullmatch(rest):
            marked.add(folder)
    return 2 * len(marked.intersection(folders)) > len(folders)


def _has_one_assignment(paths: Sequence[str]) -> bool:
    """Whether all files are two folders deep, and the inner one has the same name everywhere."""
    parts = [path.split("/") for path in paths]
    students = {part[0] for part in parts}
    inner = {part[1] for part in parts if len(part) == 3}
    return (
        len(students) > 1
        and len(inner) == 1
        and all(len(part) == 3 for part in parts)
        and not inner.pop().lower().endswith(".zip")
    )
