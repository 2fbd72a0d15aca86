"""How an exported gradebook is to be read: which column, its maximum, and whom each row is about.

Sources: Canvas lib/gradebook_importer.rb and gradebook_exporter.rb; Moodle
mod/assign/feedback/offline/importgradeslib.php; D2L's help, "Import grades".
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from grader.export.spans import Cell, GradebookFileError, Table

_CANVAS_ID = re.compile(r"^(.*)\s\((\d+)\)$")
_PARTICIPANT = re.compile(r"^\D*?\s(\d+)$")
_PARTICIPANT_IN_ONE = re.compile(r"^\D*[^\W\d_]\D*?(\d+)$")
_POINTS_GRADE = re.compile(r"^(.*) Points Grade(?: <(.*)>)?$")
_MAX_POINTS = re.compile(r"MaxPoints:\s*([\d.]+)")
_GRADE_WORDS = ("grade", "bewertung", "note", "calificación", "calificacion", "nota", "cijfer", "valutazione", "ocena")
_MAXIMUM_WORDS = ("maximum grade", "bestwertung", "beste bewertung", "höchste bewertung", "note maximale",
                  "calificación máxima", "nota máxima", "maximumcijfer", "valutazione massima")  # fmt: skip
_CHANGEABLE = ("grade can be changed", "bewertung kann geändert werden", "la note peut être modifiée",
               "la calificación puede cambiarse", "cijfer kan gewijzigd worden")  # fmt: skip
_STATUS_WORDS = ("status", "statut", "estado", "estatus", "stato", "état")
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
LAST_ACCENT = 0x36F
"""Of the marks that stand above and below Latin letters, and are left out where names are compared."""
_MARKS = re.compile(r"\b(grade|mark|score|points?|punkte|note|points|total|try this)s?\b", re.IGNORECASE)
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
_REMARKS = re.compile(
    r"\b(notes|comments?|feedback|remarks?|kommentare?|bemerkung(en)?|anmerkung(en)?|commentaires?|remarques?|comentarios?"
    r"|commenti|opmerking(en)?)\b",
    re.IGNORECASE,
)
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
Names = tuple[str, ...]
"""What a student may be called, the surest first."""

_GROUP_WORDS = frozenset({"group", "gruppe", "groupe", "grupo", "gruppo", "groep", "grupp", "grupa"})


class Form(NamedTuple):
    """How one platform's file is to be read.

    first: the first row that is about a student; ids: for a row, what its student may be called, the surest first;
    locked: a column that says "No" where a mark cannot be changed; fixed: columns of which it is known that they hold
    no marks; group: the column that says in which group a student is; name_of: for a row, its student's name, where the
    platform has it beside ids; hidden: what stands for all names where they are not shown; staying: what stands where
    no mark is wanted; is_sure: whether an id is one person's wherever the platform runs, whatever the name says.
    """

    name: str
    column: int
    points: float | None
    first: int
    ids: Callable[[Sequence[Cell]], list[str]]
    locked: int | None = None
    fixed: Collection[int] = ()
    group: int | None = None
    name_of: Callable[[Sequence[Cell]], str | None] = lambda row: None
    hidden: str = ""
    staying: Collection[str] = ("EX",)
    is_sure: bool = False


class Way(NamedTuple):
    """Where a table says who its students are: what that is called, and for a row, what its student may be called."""

    called: str
    ids: Callable[[Sequence[Cell]], list[str]]
    is_plain: bool = False


def form_of(table: Table, column: str | None, students: Sequence[Names], *, of_canvas: bool = False) -> Form:
    """How a file is to be read whose `column` is to be filled with marks of `students`.

    of_canvas: their ids are those that Canvas itself gives. Raises GradebookFileError.
    """
    header = [cell.value.strip() for cell in table.rows[0]]
    for kind in (partial(_canvas, own_ids=of_canvas), _brightspace, _moodle):
        if (form := kind(table, header, column)) is not None:
            return form
    return _plain(table, header, column, students)


def _canvas(table: Table, header: list[str], column: str | None, *, own_ids: bool) -> Form | None:
    """own_ids: only the column of Canvas's own ids is looked at; a school may have given the same numbers to others."""
    if len(header) < 3 or not ("Student" in header[0] or header[0] == "LastName") or "Section" not in header:
        return None
    begins = header.index("Section") + 1
    titles = {index: title for index, title in enumerate(header) if index >= begins}
    known = {index: match for index, title in titles.items() if (match := _CANVAS_ID.match(title))}
    if column is None:
        index = _only(known or titles, header)
    else:
        ways = (
            [index for index, title in enumerate(header) if title == column],
            [index for index, match in known.items() if match[2] == column],
            [index for index, match in known.items() if match[1] == column],
        )
        index = _one(next((way for way in ways if way), []), column, header)
    custom = [at for at in titles if at < min(known, default=0) or (at not in known and _REMARKS.search(titles[at]))]
    if index < begins or index in custom:
        raise no_marks(header[index])
    first, maximum = _canvas_maximum(table, header, index)
    places = {title: at for at, title in reversed([*enumerate(header)])}
    of_ids = ("ID",) if own_ids else ("ID", "SIS User ID", "SIS Login ID")
    ids = _cells_at([places[name] for name in (*of_ids, "Student") if name in places])
    both = _first_and_last(places.get("FirstName"), places.get("LastName"))
    name_of = _text_at(places["Student"]) if "Student" in places else both
    # N/A is where the assignment is not for a student.
    return Form("Canvas", index, maximum, first, ids, name_of=name_of, staying=("EX", "N/A"), is_sure=own_ids)


def _canvas_maximum(table: Table, header: list[str], index: int) -> tuple[int, float | None]:
    """The first row about a student, and the maximum that stands before it. Raises GradebookFileError for no such."""
    row = next((row for row, cells in enumerate(table.rows[:4]) if "Points Possible" in cells[0].value), None)
    possible = table.rows[row][index].value.strip() if row is not None and len(table.rows[row]) > index else ""
    if "read only" in possible:
        raise GradebookFileError(f"column {header[index]!r} is read only in Canvas; choose an assignment's column")
    if possible and re.fullmatch(r"0+(\.0+)?", possible):
        told = f"column {header[index]!r} has 0 points in Canvas; give the assignment points, then export again"
        raise GradebookFileError(told)
    return 1 if row is None else row + 1, _maximum(possible)


def _brightspace(table: Table, header: list[str], column: str | None) -> Form | None:
    if not {"OrgDefinedId", "Username"} & set(header) or not any("End-of-Line" in title for title in header):
        return None
    items = {index: match for index, title in enumerate(header) if (match := _POINTS_GRADE.match(title))}
    if column is None:
        index = _only(items, header)
    else:
        ways = (
            [index for index, title in enumerate(header) if title == column],
            [index for index, match in items.items() if match[1] == column],
            [index for index, match in items.items() if f"{match[1]} Points Grade" == column],
        )
        index = _one(next((way for way in ways if way), []), column, header)
    most = _MAX_POINTS.search(header[index])
    people = [header.index(name) for name in ("OrgDefinedId", "Username", "Email") if name in header]
    first, last = (
        next((at for at, title in enumerate(header) if title == name), None) for name in ("First Name", "Last Name")
    )
    plain, name_of = _cells_at(people), _first_and_last(first, last)

    def ids(row: Sequence[Cell]) -> list[str]:
        return [*(name.removeprefix("#") for name in plain(row)), *filter(None, [name_of(row)])]

    fixed = [at for at in range(len(header)) if at not in items]
    return Form("Brightspace", index, _maximum(most[1]) if most else None, 1, ids, fixed=fixed, name_of=name_of)


def _moodle(table: Table, header: list[str], column: str | None) -> Form | None:
    """Told by its rows: the first cell of each is a word and the participant's number."""
    rows = [row for row in table.rows[1:] if row and row[0].value.strip()]
    lowered = [title.casefold() for title in header]
    # Some translations write the number right after the word; only a header of Moodle's tells that from a user name.
    participant = _PARTICIPANT_IN_ONE if set(lowered) & set(_MAXIMUM_WORDS) else _PARTICIPANT
    if not rows or not all(participant.match(row[0].value.strip()) for row in rows) or len(header) < 4:
        return None
    grades = [at for at, title in enumerate(lowered) if title in _GRADE_WORDS]
    if column is None:
        index = _only(grades, header)
    else:
        index = _one([index for index, title in enumerate(header) if title == column], column, header)
    maximum = next((at for at, title in enumerate(lowered) if title in _MAXIMUM_WORDS), None)
    points = _maximum(rows[0][maximum].value) if maximum is not None and len(rows[0]) > maximum else None
    if maximum is None and any(title in ("scale", "skala", "escala", "barème", "schaal", "scala") for title in lowered):
        raise GradebookFileError(
            "this assignment is graded with a scale in Moodle; change it to points, then export again"
        )

    named = 1 if lowered[1] not in _STATUS_WORDS else None

    def ids(row: Sequence[Cell]) -> list[str]:
        match = participant.match(row[0].value.strip()) if row else None
        others = [cell.value.strip() for index, cell in enumerate(row) if "@" in cell.value or index == named]
        return [*([match[1]] if match else []), *others]

    changeable = next((at for at, title in enumerate(lowered) if title in _CHANGEABLE), None)
    # Where the language is not known, it is at least none of these.
    fixed = [
        at for at in range(len(header)) if at not in (grades or range(2, len(header))) or at in (maximum, changeable)
    ]
    group = next((at for at, title in enumerate(lowered) if title in _GROUP_WORDS), None)
    hidden = rows[0][0].value.strip().rstrip("0123456789").strip()
    return Form("Moodle worksheet", index, points, 1, ids, changeable, fixed, group, _text_at(named), hidden)


def _plain(table: Table, header: list[str], column: str | None, students: Sequence[Names]) -> Form:
    """Any table: students are in the column that has most of their ids, e-mails or names, or in two columns together.

    Only what is called as a column for those is one: a reviewer's column may have as many names of students in it.
    """
    if column is None:
        words = (*_GRADE_WORDS, "score", "points")
        index = _only([at for at, title in enumerate(header) if title.casefold() in words], header)
        if header[index].casefold() == "note":
            # A mark in some languages, and a remark in another.
            index = _only([at for at, title in enumerate(header) if at == index or not _says_who(title)], header)
    else:
        index = _one([at for at, title in enumerate(header) if title == column], column, header)
    if _IDS.search(header[index]) or (_REMARKS.search(header[index]) and not _is_for_marks(table, header, index)):
        raise no_marks(header[index])
    ways = _ways_to_students(header, index)
    to_rename = f"there are: {', '.join(map(repr, header))}; call the right one 'id', 'email' or 'name'"
    known = {letters_of(name) for names in students for name in names} - {""}

    def matching(way: Way) -> int:
        return sum(any(letters_of(name) in known for name in way.ids(row)) for row in table.rows[1:])

    if not ways:
        # A header in a language that is not known: where it alone has names of this class, it is theirs.
        unknown = [at for at, title in enumerate(header) if at != index and not _is_of_others(title)]
        ways = [Way(repr(header[at]), _cells_at([at])) for at in unknown]
        if not known and ways:
            # Whose names these are is not known yet.
            return Form("CSV", index, None, 1, ways[0].ids)
        ways = [way for way in ways if matching(way)]
        if len(ways) != 1:
            raise GradebookFileError(f"no column is called as one that says who a student is; {to_rename}")
    plain = [way for way in ways if way.is_plain]
    if any(map(matching, plain)):
        # `Name` beside `Buddy name`.
        ways = plain
    best = max(ways, key=matching)
    if rivals := [way.called for way in ways if not way.is_plain and way is not best and matching(way)]:
        seen = ", ".join((best.called, *rivals))
        raise GradebookFileError(f"several columns may say who a student is, {seen}: call the right one 'id' or 'name'")
    if known and not matching(best):
        raise GradebookFileError(
            f"none of its rows is about a student of this class, by column {best.called}, so nothing was filled in: is "
            f"it another one's gradebook? If not, {to_rename}"
        )
    maximum = _maximum_beside(table, header, index)
    names = next((at for at, title in enumerate(header) if at != index and title.casefold() in _FULL_NAME), None)
    first, last = _name_columns(header)
    name_of = _text_at(names) if names is not None else _first_and_last(first, last)
    return Form(f"CSV, students by column {best.called}", index, maximum, 1, best.ids, name_of=name_of)


def _is_for_marks(table: Table, header: Sequence[str], index: int) -> bool:
    """Whether a column is for marks that may be called as one for remarks, as French `Notes` is: the only such one."""
    cells = [row[index].value.strip() for row in table.rows[1:] if len(row) > index]
    others = [title for at, title in enumerate(header) if at != index and _MARKS.search(title)]
    return not others and all(not cell or _NUMBER.fullmatch(cell) for cell in cells)


def _ways_to_students(header: Sequence[str], index: int) -> list[Way]:
    """The columns that are called as those for a student's id or name, or for both names in two, but for `index`."""
    people = [at for at, title in enumerate(header) if at != index and _names_students(title)]
    ways = [Way(repr(header[at]), _cells_at([at]), _is_plain(header[at])) for at in people]
    first, last = _name_columns(header)
    if first is not None and last is not None and index not in (first, last):
        ways.append(Way(f"{header[first]!r} and {header[last]!r}", _both_names(first, last), is_plain=True))
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
        return _maximum(found[1])
    beside = next((at for at, title in enumerate(header) if title == f"{header[index]} - Max Points"), None)
    told = {row[beside].value.strip() for row in table.rows[1:] if beside is not None and len(row) > beside}
    return _maximum(told.pop()) if len(told) == 1 else None


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


def letters_of(name: str) -> str:
    """A name or id as it is compared at the last: without capitals, spaces and marks, "Doe, Jane" as "Jane Doe"."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and "," not in first else name
    marks = unicodedata.normalize("NFKD", turned.casefold())
    # Of scripts that write vowels as marks, these are letters.
    return "".join(
        one for one in marks if one.isalnum() or (ord(one) > LAST_ACCENT and unicodedata.category(one)[0] == "M")
    )


def _cells_at(columns: Sequence[int]) -> Callable[[Sequence[Cell]], list[str]]:
    def ids(row: Sequence[Cell]) -> list[str]:
        return [value for column in columns if column < len(row) and (value := row[column].value.strip())]

    return ids


def _text_at(column: int | None) -> Callable[[Sequence[Cell]], str | None]:
    def text(row: Sequence[Cell]) -> str | None:
        return row[column].value.strip() or None if column is not None and column < len(row) else None

    return text


def _first_and_last(first: int | None, last: int | None) -> Callable[[Sequence[Cell]], str | None]:
    def name(row: Sequence[Cell]) -> str | None:
        if first is None or last is None or len(row) <= max(first, last):
            return None
        return f"{row[first].value} {row[last].value}".strip() or None

    return name


def no_marks(header: str) -> GradebookFileError:
    """What is wrong with a column that is to be filled, and is not for marks."""
    return GradebookFileError(f"column {header!r} does not hold marks; name the column of the assignment")


def _only(found: Iterable[int], header: Sequence[str]) -> int:
    columns = list(found)
    if len(columns) == 1:
        return columns[0]
    listed = ", ".join(repr(header[index]) for index in columns) or ", ".join(map(repr, header))
    raise GradebookFileError(f"say which column is to be filled with --column; there are: {listed}")


def _one(found: Sequence[int], column: str, header: Sequence[str]) -> int:
    if len(found) == 1:
        return found[0]
    if found:
        headers = [header[index] for index in found if index < len(header)]
        if len(set(headers)) == len(found):
            listed = ", ".join(map(repr, headers))
            raise GradebookFileError(f"--column {column!r} may mean several; give the whole header: {listed}")
        raise GradebookFileError(f"there are {len(found)} columns called {column!r}; rename one of them")
    near = difflib.get_close_matches(column, header, n=1)
    meant = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(map(repr, header))}"
    raise GradebookFileError(f"there is no column {column!r} in the gradebook{meant}")


def _maximum(text: str) -> float | None:
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return found if 0 < found < float("inf") else None
