"""How platforms name the files that an instructor downloads, and which of them a folder comes from.

Sources: Canvas lib/content_zipper.rb; Moodle mod/assign/classes/downloader.php and feedback/file/importziplib.php;
nbgrader coursedir.py and zipcollect.py; Autolab submission.rb; gh-classroom student-repos.go; Classroom 50's
gh-teacher.md. Blackboard, Brightspace and Gradescope as their users describe them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from grader.collection.files import CollectionError

_PYTHON = r"(?:py|ipynb|PY|IPYNB)"


class Layout(NamedTuple):
    """A way of naming files.

    pattern: matches a whole path; its groups say what is known: `user`, `file`, `name`, `when` or `version` (of an
    attempt), `late`, `attachment`. folders: each student has a folder, so a student without a file is seen.
    """

    name: str
    title: str
    pattern: re.Pattern[str]
    folders: bool = True

    @property
    def is_particular(self) -> bool:
        """Whether the names alone tell it: others match nearly everything."""
        return self.name not in _PLAIN


def _layout(name: str, title: str, pattern: str, *, folders: bool = True) -> Layout:
    return Layout(name, title, re.compile(pattern), folders)


_WHEN = r"[^\W\d_]{3,12}\.? \d{1,2}, \d{4} \d{3,4}(?: ?[AP]M)?|\d{1,2} [^\W\d_]{3,12}\.?,? \d{4} \d{3,4}"

LAYOUTS = (
    _layout(
        "moodle-folders",
        "Moodle download",
        r"(?P<name>[^/_]*)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)_?/(?P<file>.+)",
    ),
    _layout(
        "moodle-flat",
        "Moodle download without folders",
        r"(?P<name>[^/_]*)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)_(?P<file>[^/]+)",
        folders=False,
    ),
    _layout(
        "blackboard",
        "Blackboard download",
        r"(?P<assignment>[^/]+)_(?P<user>[^/_]+)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+)|\.txt)",
        folders=False,
    ),
    _layout(
        "brightspace-folders",
        "Brightspace download",
        rf"(?P<user>\d+)-(?P<folder>\d+) - (?P<name>[^/]+?) - (?P<when>{_WHEN})/(?P<file>.+)",
    ),
    _layout(
        "brightspace-flat",
        "Brightspace download without folders",
        rf"(?P<user>\d+)-(?P<folder>\d+) - (?P<name>[^/]+?) - (?:(?P<when>{_WHEN}) - )?(?P<file>[^/]+)",
        folders=False,
    ),
    _layout("gradescope", "Gradescope export", r"(?:assignment_\d+_export/)?(?P<user>submission_\d+)/(?P<file>.+)"),
    _layout(
        "nbgrader-exchange",
        "nbgrader exchange",
        r"(?P<user>[^/+]+)\+(?P<assignment>[^/+]+)\+(?P<when>[^/+]+)(?:\+[^/+]+)?/(?P<file>.+)",
    ),
    _layout(
        "github-classroom",
        "GitHub Classroom clones",
        r"(?P<assignment>[^/]+)-submissions/(?P=assignment)-(?P<user>[^/]+)/(?P<file>.+)",
    ),
    _layout(
        "autolab",
        "Autolab download",
        r"(?P<user>[^/@]+@[^/_]+)_(?P<version>\d+)_(?P<file>[^/]+)",
        folders=False,
    ),
    _layout(
        "canvas",
        "Canvas download",
        r"(?:(?P<name>\w+?)_)??(?:(?P<late>LATE|late)_)?(?P<user>\d+|anon_\w+?)_(?P<attachment>\d+)_(?P<file>[^/]+)",
        folders=False,
    ),
    _layout("classroom50", "Classroom 50 clones", r"(?P<user>[^/]+-[^/]+-[^/]+)/(?P<file>.+)"),
    _layout("nbgrader", "nbgrader", r"(?:submitted/)?(?P<user>[^/]+)/(?P<assignment>[^/]+)/(?P<file>[^/]+)"),
    _layout("one-folder-a-student", "one folder a student", r"(?P<user>[^/]+)/(?P<file>.+)"),
    _layout("one-file-a-student", "one file a student", rf"(?P<file>(?P<user>[^/]+)\.{_PYTHON})", folders=False),
)
_PLAIN = frozenset({"nbgrader", "one-folder-a-student", "one-file-a-student", "classroom50"})
"""Layouts whose names match nearly everything: they are taken by what else the folder holds."""
_BESIDE_CLONES = re.compile(r"[^/]+/(\.github/.*|results?\.json)")


def detect(paths: Sequence[str]) -> Layout:
    """The layout that most of `paths` have: decided over all of them. Raises CollectionError when there is none."""
    if not paths:
        raise CollectionError("there is no file here that could be a submission")
    counts = Counter(
        layout.name
        for layout in LAYOUTS
        if layout.name not in _PLAIN
        for path in paths
        if layout.pattern.fullmatch(path)
    )
    best = next((layout for layout in LAYOUTS if counts and layout.name == counts.most_common(1)[0][0]), None)
    if best is not None and 2 * counts[best.name] >= len([path for path in paths if _could_be_handed_in(path)]):
        return best
    return _plain(paths)


def _could_be_handed_in(path: str) -> bool:
    return path.lower().endswith((".py", ".ipynb"))


def _plain(paths: Sequence[str]) -> Layout:
    python = [path for path in paths if _could_be_handed_in(path)] or list(paths)
    flat = sum("/" not in path for path in python)
    if 2 * flat > len(python):
        return named("one-file-a-student")
    folders = {path.split("/")[0] for path in python if "/" in path}
    clones = sum(any(_BESIDE_CLONES.fullmatch(path) for path in paths if path.startswith(f"{one}/")) for one in folders)
    if len(folders) > 1 and 2 * clones > len(folders) and all("-" in folder for folder in folders):
        return named("classroom50")
    if any(path.startswith("submitted/") for path in python) or _has_one_assignment(python):
        return named("nbgrader")
    return named("one-folder-a-student")


def _has_one_assignment(paths: Sequence[str]) -> bool:
    """Whether all files are two folders deep, and the inner one has the same name everywhere."""
    parts = [path.split("/") for path in paths]
    students = {part[0] for part in parts}
    inner = {part[1] for part in parts if len(part) == 3}
    return len(students) > 1 and len(inner) == 1 and all(len(part) == 3 for part in parts)


def named(name: str) -> Layout:
    """The layout of that name; `canvas`, `moodle`, `brightspace` will do. Raises CollectionError for another."""
    found = [layout for layout in LAYOUTS if layout.name == name] or [
        layout for layout in LAYOUTS if layout.name.startswith(f"{name}-")
    ]
    if not found:
        known = ", ".join(layout.name for layout in LAYOUTS)
        raise CollectionError(f"--layout {name}: there is no such layout; known are: {known}")
    return found[0]


def alternatives(name: str, paths: Sequence[str]) -> Layout:
    """Of the layouts that `name` may mean, the one that most paths have."""
    first = named(name)
    same = [layout for layout in LAYOUTS if layout.name == name or layout.name.startswith(f"{name}-")]
    return max(same or [first], key=lambda layout: sum(bool(layout.pattern.fullmatch(path)) for path in paths))


def from_pattern(text: str) -> Layout:
    """An instructor's own layout. Raises CollectionError for what is no regular expression or has no group `user`."""
    try:
        pattern = re.compile(text)
    except re.error as error:
        raise CollectionError(f"--pattern: this is no regular expression ({error})") from None
    if "user" not in pattern.groupindex:
        raise CollectionError("--pattern: it needs a named group for the student: (?P<user>…)")
    return Layout("pattern", "the pattern given", pattern, folders=False)
