"""How platforms name the files that an instructor downloads.

Sources: Canvas lib/content_zipper.rb; Moodle mod/assign/classes/downloader.php and feedback/file/importziplib.php;
nbgrader coursedir.py and zipcollect.py; Autolab submission.rb; gh-classroom student-repos.go; Classroom 50's
gh-teacher.md. Blackboard, Brightspace and Gradescope as their users describe them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from grader.collection.errors import CollectionError
from grader.collection.remarks import shown

_PYTHON = r"(?i:py(?:\.txt)?|ipynb)"
_DOCUMENT = r"(?i:pdf|docx?|odt|rtf|txt|pages|7z|rar)"
_NO_STUDENT = r"(?i:readme|licen[cs]e|requirements|instructions?|assignment|exercise|rubric|notes?|index)"
"""What a document is called that lies beside the students' files and is none of theirs."""
_FILE = r"(?P<file>[^/]+(?:\.(?i:zip)/.+)?)"
"""A file that lies in no folder, or one in a zip that was handed in."""
_WORD, _LETTERS = r"[^\x00-&(-,./:-@\[-^`{-~]", r"[^\x00-@\[-`{-~]"
"""What a name may be made of: with \\w, vowel signs and accents would be none. The first with ' and - as well."""
ATTEMPT = "(?:attempt|Versuch|tentative|intento|tentativo|tentativa|poging)"
"""How Blackboard may call an attempt, by the language that it is used in: what follows is always the same."""
_PART = r"(?:(?! - )[^/])+"
"""What stands between two ` - `. Nothing in it can match in two ways, however long a name is."""
_DATE = rf"(?=[^/]*?\d{{4}}[^/]*?\d{{3}}){_PART}"
"""A year and a time of day, in whatever order and language."""


class Layout(NamedTuple):
    """A way of naming files. title: what people call it.

    pattern: matches a whole path. Its groups say what is known: `user`, `file` (its name as it was handed in), `name`,
    `when` or `version` (of an attempt), `late`, `attachment` (a number that grows with every upload).
    before_user: what stands between the user and something that all have in common before it, when that is part of
    `user`; clones: each student's folder is a repository that others wrote in, too.
    """

    name: str
    title: str
    pattern: re.Pattern[str]
    before_user: str = ""
    clones: bool = False


def _layout(name: str, title: str, pattern: str, *, before_user: str = "", clones: bool = False) -> Layout:
    return Layout(name, title, re.compile(pattern, re.DOTALL), before_user, clones)


LAYOUTS = (
    _layout(
        "moodle-folders",
        "Moodle download",
        r"(?P<name>[^/]*?)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)_?/(?P<file>.+)",
    ),
    _layout(
        "moodle-flat",
        "Moodle download without folders",
        rf"(?P<name>[^/]*?)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)_{_FILE}",
    ),
    _layout(
        "blackboard",
        "Blackboard download",
        rf"(?P<user>[^/]+?)_{ATTEMPT}_(?P<when>\d{{4}}(?:-\d\d){{5}})(?:_{_FILE}|\.txt)",
        before_user="_",
    ),
    _layout(
        "brightspace-folders",
        "Brightspace download",
        rf"(?P<user>\d+)-(?P<folder>\d+) - (?P<name>[^/]+) - (?=[^/]*\d)(?P<when>{_PART})/(?P<file>.+)",
    ),
    _layout(
        "brightspace-flat",
        "Brightspace download without folders",
        rf"(?P<user>\d+)-(?P<folder>\d+) - (?P<name>{_PART}(?: - {_PART}){{0,2}}?) - (?:(?P<when>{_DATE}) - )?{_FILE}",
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
        clones=True,
    ),
    _layout("autolab", "Autolab download", rf"(?P<user>[^/@]+@[^/_]+)_(?P<version>\d+)_{_FILE}"),
    _layout(
        "canvas-quiz",
        "Canvas download of a quiz",
        rf"(?P<name>{_LETTERS}*)(?P<user>\d+)_question_\d+_(?P<attachment>\d+)_{_FILE}",
    ),
    _layout(
        "canvas",
        "Canvas download",
        rf"(?!{_LETTERS}*\d+_question_\d+_\d+_)(?:(?P<name>{_WORD}*?)_)??(?:(?P<late>LATE|late)_)?"
        rf"(?P<user>\d+|anon_[^\W_]+)_(?:(?P<attachment>\d+)_{_FILE}|(?:text|link)\.html)",
    ),
    _layout(
        "classroom50",
        "Classroom 50 clones",
        r"(?P<user>[^/-]+-[^/-]+-[^/]+)/(?P<file>.+)",
        before_user="-",
        clones=True,
    ),
    _layout(
        "nbgrader",
        "nbgrader",
        r"(?:submitted/)?(?!(?:source|release|autograded|feedback|submitted)/)"
        r"(?P<user>[^/]+)/(?P<assignment>[^/]+)/(?P<file>.+)",
    ),
    _layout("one-folder-a-student", "one folder a student", r"(?P<user>[^/]+?)(?:\.(?i:zip))?/(?P<file>.+)"),
    _layout(
        "one-file-a-student",
        "one file a student",
        rf"(?!{_NO_STUDENT}\.{_DOCUMENT}$)(?P<user>[^/]+?)(?:\.{_PYTHON}|\.{_DOCUMENT}|\.(?i:zip)(?:/(?P<file>.+))?)",
    ),
)
OWN_PATTERN = "pattern"
"""What the layout of an instructor's own pattern is called."""
PLAIN = frozenset({"classroom50", "nbgrader", "one-folder-a-student", "one-file-a-student"})
"""Layouts whose names match nearly everything: they are taken by what else the folder holds."""


def named(name: str) -> Layout:
    """The layout of that name. Raises CollectionError when there is none."""
    return meant_by(name)[0]


def meant_by(name: str) -> tuple[Layout, ...]:
    """The layouts that a name may mean: `moodle` both of Moodle's. Raises CollectionError when there is none."""
    found = tuple(layout for layout in LAYOUTS if layout.name == name or layout.name.startswith(f"{name}-"))
    if not found:
        platforms = (layout.name.partition("-")[0] for layout in LAYOUTS if layout.name not in PLAIN)
        known = ", ".join(dict.fromkeys((*platforms, *(layout.name for layout in LAYOUTS))))
        raise CollectionError(f"--layout {shown(name)}: there is no such layout; known are: {known}")
    return tuple(sorted(found, key=lambda layout: layout.name != name))


def from_pattern(text: str) -> Layout:
    """An instructor's own layout. Raises CollectionError for what is no regular expression or has no group `user`."""
    try:
        pattern = re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise CollectionError(f"--pattern: this is no regular expression ({error}): {text}") from None
    if "user" not in pattern.groupindex:
        raise CollectionError(f"--pattern: it needs a named group for the student, (?P<user>…): {text}")
    return Layout(OWN_PATTERN, "the pattern given", pattern)
