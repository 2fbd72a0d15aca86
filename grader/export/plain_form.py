"""Any table as a gradebook: which column says who a student is, by what the columns are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from grader.export.form import (
    GRADE_WORDS,
    REMARKS,
    Form,
    Names,
    cells_at,
    first_and_last,
    letters_of,
    maximum_in,
    no_marks,
    only_one_of,
    text_at,
    the_one_called,
)
from grader.export.spans import Cell, GradebookFileError, Table

_COUNTED = re.compile(r"\W*(no|nr|num|number|nummer|row|pos|position|rank|lfd|index|n)?\W*", re.IGNORECASE)
"""What a column of running numbers is called."""
_PERSON = re.compile(
    r"\b(user|login|e-?mail|mail|id|student|matr|name|sis|participant|teilnehmer|alumn|élève)|(id|name|mail)\b",
    re.IGNORECASE,
)
_PLAIN_TITLE = re.compile(
    r"((user|users|login|e-?mail|mail|id|student|students|student's|sis|net|org|participant|full|real|display|number|no|nr"
    r"|name|names|code|address|username|userid|studentid|netid|sid|uid|nid|matrikelnummer|matrikel-?nr|matriculation|matric|identifier"
    r"|teilnehmer|élève|alumno|alumna|vollständiger|nachname|vorname)[\s._-]*)+",
    re.IGNORECASE,
)
"""A header that has no word but these."""
_MARKS = re.compile(r"\b(grade|mark|score|point|punkte|note|total|try this)s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,]+")
_FULL_NAME = ("name", "full name", "student name", "student", "studentname", "fullname", "display name")
_OF_OTHERS = re.compile(
    r"review|partner|\bpeer|tutor|mentor|betreu|korrekt|prüfer|corr[ei]|grader|marker|teach|instruct|supervis|advis|parent"
    r"|\blead|\bteam|gr[ou]+e?pp?|section|course|class|assignment|submission|file"
    r"|comment|komment|coment|feedback|remark|note",
    re.IGNORECASE,
)
"""What a column is called that names somebody, or something, else than the student of its row."""
_ABOUT_WORK = re.compile(r"\b(status|comments?|feedback|section|group)\b", re.IGNORECASE)
_IDS = re.compile(r"(\b|_|user|sis)(id|name|mail|login)$|\bmatr", re.IGNORECASE)
_TOTAL_POINTS = re.compile(r"\[Total Pts:\s*([\d.,]+)", re.IGNORECASE)
_FIRST = (
    "first name",
    "given name",
    "firstname",
    "vorname",
    "prénom",
    "prenom",
    "nombre",
    "nome",
    "voornaam",
    "imię",
    "имя",
)
_LAST = ("last name", "surname", "family name", "lastname", "nachname", "nom", "nom de famille", "apellido",
         "apellidos", "apellido(s)", "cognome", "sobrenome", "achternaam", "nazwisko", "фамилия")  # fmt: skip


Says = Literal["ids", "names", "parts of names"]


MAXIMUM = 100
"""What marks are out of where a file does not tell."""
FEWEST_EMPTY = 2
"""Of the cells in a row that is about no student."""


class Way(NamedTuple):
    """Where a table says who its students are: what that is called, and for a row, what its student may be called.

    is_plain: whether no word of that is about anything else; says: whether ids stand there, names, or only first names.
    """

    called: str
    ids: Callable[[Sequence[Cell]], list[str]]
    is_plain: bool = False
    says: Says = "ids"


def plain_form(table: Table, header: list[str], column: str | None, students: Sequence[Names]) -> Form:
    """Any table: students are in the columns that have their ids, e-mails or names, or in two columns together.

    Only what is called as a column for those is one: a reviewer's column may have as many names of students in it.
    """
    index = _marks_column(table, header, column)
    ways = _ways_in_use(table, header, index, students)
    maximum = _maximum_beside(table, header, index)
    if maximum is None:
        _refuse_a_row_of_maxima(table, header, index, ways)
    names = next((at for at, title in enumerate(header) if at != index and title.casefold() in _FULL_NAME), None)
    first, last = _name_columns(header)
    name_of = text_at(names) if names is not None else first_and_last(first, last)
    called = ", then ".join(way.called for way in ways)

    def ids(row: Sequence[Cell]) -> list[str]:
        return [one for way in ways for one in way.ids(row)]

    return Form(f"CSV, students by column {called}", index, maximum, 1, ids, name_of=name_of)


def _marks_column(table: Table, header: list[str], column: str | None) -> int:
    """Where the marks go. Raises GradebookFileError when that is not plain, or is where something else stands."""
    if column is None:
        words = (*GRADE_WORDS, "score", "points")
        index = only_one_of([at for at, title in enumerate(header) if title.casefold() in words], header)
        if header[index].casefold() == "note":
            # A mark in some languages, and a remark in another.
            index = only_one_of([at for at, title in enumerate(header) if at == index or not _says_who(title)], header)
    else:
        index = the_one_called([at for at, title in enumerate(header) if title == column], column, header)
    if _IDS.search(header[index]) or (REMARKS.search(header[index]) and not _is_for_marks(table, header, index)):
        raise no_marks(header[index])
    return index


def _ways_in_use(table: Table, header: list[str], index: int, students: Sequence[Names]) -> list[Way]:
    """The way that finds most of the class, by ids where any does, then by addresses and names that are beside it.

    Raises GradebookFileError when none does, or several may that are not called plainly.
    """
    ways = _ways_to_students(header, index)
    to_rename = f"there are: {', '.join(map(repr, header))}; call the right one 'id', 'email' or 'name'"
    known = {letters_of(name) for names in students for name in names} - {""}

    def matching(way: Way) -> int:
        return sum(any(letters_of(name) in known for name in way.ids(row)) for row in table.rows[1:])

    if not ways:
        # A header in a language that is not known: where it alone has names of this class, it is theirs.
        unknown = [at for at, title in enumerate(header) if at != index and not _is_of_others(title)]
        ways = [Way(repr(header[at]), cells_at([at])) for at in unknown]
        if not known and ways:
            # Whose names these are is not known yet.
            return ways[:1]
        ways = [way for way in ways if matching(way)]
        if len(ways) != 1:
            raise GradebookFileError(f"no column is called as one that says who a student is; {to_rename}")
    plain = [way for way in ways if way.is_plain]
    if any(map(matching, plain)):
        # `Name` beside `Buddy name`.
        ways = plain
    best = max(ways, key=lambda way: (way.says == "ids" and matching(way) > 0, matching(way)))
    if rivals := [way.called for way in ways if not way.is_plain and way is not best and matching(way)]:
        seen = ", ".join((best.called, *rivals))
        raise GradebookFileError(f"several columns may say who a student is, {seen}: call the right one 'id' or 'name'")
    if known and not matching(best):
        raise GradebookFileError(
            f"none of its rows is about a student of this class, by column {best.called}, so nothing was filled in: is "
            f"it another one's gradebook? If not, {to_rename}"
        )
    beside = [way for way in ways if way is not best and way.is_plain and matching(way)]
    # Another column's numbers may be the same as those of others in this one.
    addresses = [way for way in beside if any("@" in cell for row in table.rows[1:] for cell in way.ids(row))]
    names = [way for way in beside if way.says == "names"]
    return list(dict.fromkeys((best, *addresses, *names)))


def _is_for_marks(table: Table, header: Sequence[str], index: int) -> bool:
    """Whether a column is for marks that may be called as one for remarks, as French `Notes` is: the only such one."""
    cells = [row[index].value.strip() for row in table.rows[1:] if len(row) > index]
    others = [title for at, title in enumerate(header) if at != index and _MARKS.search(title)]
    return not others and all(not cell or _NUMBER.fullmatch(cell) for cell in cells)


def _ways_to_students(header: Sequence[str], index: int) -> list[Way]:
    """The columns that are called as those for a student's id or name, or for both names in two, but for `index`."""
    people = [at for at, title in enumerate(header) if at != index and _names_students(title)]
    ways = [Way(repr(header[at]), cells_at([at]), _is_plain(header[at]), _said_by(header[at])) for at in people]
    first, last = _name_columns(header)
    if first is not None and last is not None and index not in (first, last):
        ways.append(
            Way(f"{header[first]!r} and {header[last]!r}", _both_names(first, last), is_plain=True, says="names")
        )
    return ways


def _name_columns(header: Sequence[str]) -> tuple[int | None, int | None]:
    """Where first and last names stand, in columns of their own."""
    first, last = (
        next((at for at, title in enumerate(header) if title.casefold() in words), None) for words in (_FIRST, _LAST)
    )
    return first, last


def _is_plain(title: str) -> bool:
    """Whether no word of a header is about anything but a student's id, address or name."""
    return _PLAIN_TITLE.fullmatch(title.strip()) is not None or title.casefold() in (*_FIRST, *_LAST)


def _said_by(title: str) -> Says:
    if title.casefold() in (*_FIRST, *_LAST):
        return "parts of names"
    return "names" if title.casefold() in _FULL_NAME else "ids"


def _names_students(title: str) -> bool:
    """Whether a column is called as one for the ids or names of students, and of nobody else."""
    called = bool(_PERSON.search(title)) or title.casefold() in (*_FIRST, *_LAST)
    return called and not _is_of_others(title)


def _is_of_others(title: str) -> bool:
    """Whether a column is called as one that names somebody else, or something, or only counts the rows."""
    return bool(_OF_OTHERS.search(title) or _COUNTED.fullmatch(title))


def _maximum_beside(table: Table, header: Sequence[str], index: int) -> float | None:
    """A column's maximum by its own header, as Blackboard writes it, or by another column, as Gradescope does."""
    if found := _TOTAL_POINTS.search(header[index]):
        return maximum_in(found[1])
    beside = next((at for at, title in enumerate(header) if title == f"{header[index]} - Max Points"), None)
    told = {row[beside].value.strip() for row in table.rows[1:] if beside is not None and len(row) > beside}
    return maximum_in(told.pop()) if len(told) == 1 else None


def _refuse_a_row_of_maxima(table: Table, header: Sequence[str], index: int, ways: Sequence[Way]) -> None:
    """Raise GradebookFileError where the first row is nobody's and has a number: marks out of 100 may be too many."""
    row = table.rows[1] if len(table.rows) > 1 else []
    number = maximum_in(row[index].value) if len(row) > index else None
    empty = sum(not cell.value.strip() for cell in row)
    if number not in (None, MAXIMUM) and empty >= FEWEST_EMPTY and not any(way.ids(row) for way in ways):
        raise GradebookFileError(
            f"the first row is no student's and has {number:g} in column {header[index]!r}: if that is its maximum, "
            f"call the column '{header[index]} [Total Pts: {number:g}]' and take the row out"
        )


def _both_names(first: int, last: int) -> Callable[[Sequence[Cell]], list[str]]:
    def ids(row: Sequence[Cell]) -> list[str]:
        if len(row) <= max(first, last):
            return []
        names = row[first].value.strip(), row[last].value.strip()
        return [" ".join(names), " ".join(reversed(names))]

    return ids


def _says_who(header: str) -> bool:
    names = (*_FIRST, *_LAST)
    return is_about_people(header) or header.casefold() in names or bool(_COUNTED.fullmatch(header))


def is_about_people(header: str) -> bool:
    """Whether a column is called as one that says who a student is, or how the work came in."""
    return bool(_PERSON.search(header) or _ABOUT_WORK.search(header))
