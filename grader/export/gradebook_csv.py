"""Fills results into the gradebook file that an instructor exported: Canvas, Moodle, Brightspace, or any CSV.

Only cells of the asked column change; all else stays byte for byte. Sources: Canvas lib/gradebook_importer.rb and
gradebook_exporter.rb; Moodle mod/assign/feedback/offline/importgradeslib.php; D2L's help, "Import grades".
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from grader.export.spans import Cell, GradebookFileError, Table
from grader.record import Record

__all__ = ["Filled", "GradebookFileError", "fill"]

_CANVAS_ID = re.compile(r"^(.*)\s\((\d+)\)$")
_PARTICIPANT = re.compile(r"^\D*?\s(\d+)$")
_PARTICIPANT_IN_ONE = re.compile(r"^\D*[^\W\d_]\D*?(\d+)$")
_POINTS_GRADE = re.compile(r"^(.*) Points Grade(?: <(.*)>)?$")
_MAX_POINTS = re.compile(r"MaxPoints:\s*([\d.]+)")
_GRADE_WORDS = ("grade", "bewertung", "note", "calificación", "calificacion", "nota", "cijfer", "valutazione", "ocena")
_MAXIMUM_WORDS = ("maximum grade", "bestwertung", "beste bewertung", "höchste bewertung", "note maximale",
                  "calificación máxima", "nota máxima", "maximumcijfer", "valutazione massima")  # fmt: skip
_LEFT_ALONE = ("EX",)


_COUNTED = re.compile(r"\W*(no|nr|num|number|nummer|row|pos|position|rank|lfd|index|n)?\W*", re.IGNORECASE)
"""What a column of running numbers is called."""
_PERSON = re.compile(
    r"\b(user|login|e-?mail|mail|id|student|matr|name|sis|participant|teilnehmer|alumn|élève)|(id|name|mail)\b",
    re.IGNORECASE,
)


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A filled gradebook. points: the column's maximum, where the file tells it.

    without_submission: rows of students who handed nothing in; without_row: students who were graded and have no
    row; ambiguous: several rows or students could be meant; not_graded: their file could not be judged.
    """

    data: bytes
    format: str
    column: str
    points: float | None
    matched: int
    without_submission: tuple[str, ...]
    without_row: tuple[str, ...]
    ambiguous: tuple[str, ...]
    not_graded: tuple[str, ...]


class _Form(NamedTuple):
    """How one platform's file is to be read. ids: for a row, what its student may be called, the surest first."""

    name: str
    column: int
    points: float | None
    first: int
    ids: Callable[[Sequence[Cell]], list[str]]


class _Mark(NamedTuple):
    """What one student is called, and got: None where nothing could be judged."""

    student: str
    names: tuple[str, ...]
    score: float | None
    max_score: float

    def points(self, maximum: float | None) -> float | None:
        """The score as points of a column's maximum."""
        return self.score if maximum is None or self.score is None else self.score / self.max_score * maximum


def fill(exported: bytes, column: str | None, records: Iterable[Record]) -> Filled:
    """Fill the records' scores into `column` of an exported gradebook.

    column: its header, or None where only one can be meant. Raises GradebookFileError.
    """
    table = Table(exported)
    marks = [mark for record in records for mark in _marks(record)]
    form = _form(table, column, marks)
    rows = [index for index in range(form.first, len(table.rows)) if len(table.rows[index]) > form.column]
    pairs, ambiguous = _paired(table, form, rows, marks)
    comma = _decimal_comma(table, form)
    values = {}
    for index, mark in pairs.items():
        points = mark.points(form.points)
        if points is not None and table.rows[index][form.column].value.strip().upper() not in _LEFT_ALONE:
            values[index, form.column] = _number(points, comma)
    taken = {mark.student for mark in pairs.values()}
    unclear = set(ambiguous)
    return Filled(
        data=table.replaced(values),
        format=form.name,
        column=table.rows[0][form.column].value,
        points=form.points,
        matched=len(values),
        without_submission=tuple(
            _called(form, table.rows[row])
            for row in rows
            if row not in pairs and _called(form, table.rows[row]) not in unclear
        ),
        without_row=tuple(mark.student for mark in marks if mark.student not in taken and mark.student not in unclear),
        ambiguous=tuple(ambiguous),
        not_graded=tuple(mark.student for mark in pairs.values() if mark.score is None),
    )


def _marks(record: Record) -> list[_Mark]:
    entry, result = record.entry, record.result
    score = result.score if result.exercises and result.max_score else None
    if entry.members:
        return [_Mark(member, (member,), score, result.max_score) for member in entry.members]
    names = tuple(name for name in (entry.student, entry.email, entry.name) if name)
    return [_Mark(entry.student, names, score, result.max_score)]


def _paired(
    table: Table, form: _Form, rows: Sequence[int], marks: Sequence[_Mark]
) -> tuple[dict[int, _Mark], list[str]]:
    """Rows with the marks that belong to them, and who cannot be told apart. Exactly, then whatever the case."""
    found: dict[int, _Mark] = {}
    ambiguous: list[str] = []
    for same in (str, str.casefold):
        by_id: dict[str, list[int]] = {}
        for row in rows:
            if row not in found:
                for name in dict.fromkeys(same(name) for name in form.ids(table.rows[row])):
                    by_id.setdefault(name, []).append(row)
        taken = {mark.student for mark in found.values()}
        claims: dict[int, list[_Mark]] = {}
        for mark in marks:
            if mark.student in taken:
                continue
            places = next((by_id[same(name)] for name in mark.names if same(name) in by_id), [])
            if len(places) > 1:
                ambiguous.append(mark.student)
            elif places:
                claims.setdefault(places[0], []).append(mark)
        for row, several in claims.items():
            if len(several) == 1:
                found[row] = several[0]
            else:
                ambiguous += [mark.student for mark in several]
    settled = {mark.student for mark in found.values()}
    return found, [name for name in dict.fromkeys(ambiguous) if name not in settled]


def _form(table: Table, column: str | None, marks: Sequence[_Mark]) -> _Form:
    header = [cell.value.strip() for cell in table.rows[0]]
    for kind in (_canvas, _brightspace, _moodle):
        if (form := kind(table, header, column)) is not None:
            return form
    return _plain(table, header, column, marks)


def _canvas(table: Table, header: list[str], column: str | None) -> _Form | None:
    if len(header) < 3 or not ("Student" in header[0] or header[0] == "LastName") or "Section" not in header:
        return None
    begins = header.index("Section") + 1
    titles = {index: title for index, title in enumerate(header) if index >= begins}
    known = {index: match for index, title in titles.items() if (match := _CANVAS_ID.match(title))}
    if column is None:
        index = _only(known or titles, header)
    else:
        ways = (
            [index for index, title in titles.items() if title == column],
            [index for index, match in known.items() if match[2] == column],
            [index for index, match in known.items() if match[1] == column],
        )
        index = _one(next((way for way in ways if way), []), column, list(titles.values()))
    row = next((row for row, cells in enumerate(table.rows[:4]) if "Points Possible" in cells[0].value), None)
    possible = table.rows[row][index].value.strip() if row is not None and len(table.rows[row]) > index else ""
    if "read only" in possible:
        raise GradebookFileError(f"column {header[index]!r} is read only in Canvas; choose an assignment's column")
    people = [header.index(name) for name in ("ID", "SIS User ID", "SIS Login ID", "Student") if name in header]
    return _Form("Canvas", index, _maximum(possible), 1 if row is None else row + 1, _cells_at(people))


def _brightspace(table: Table, header: list[str], column: str | None) -> _Form | None:
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
        index = _one(next((way for way in ways if way), []), column, [header[index] for index in items])
    most = _MAX_POINTS.search(header[index])
    people = [header.index(name) for name in ("OrgDefinedId", "Username", "Email") if name in header]
    first, last = (
        next((at for at, title in enumerate(header) if title == name), None) for name in ("First Name", "Last Name")
    )
    plain = _cells_at(people)

    def ids(row: Sequence[Cell]) -> list[str]:
        found = [name.removeprefix("#") for name in plain(row)]
        if first is not None and last is not None and len(row) > max(first, last):
            found.append(f"{row[first].value} {row[last].value}".strip())
        return found

    return _Form("Brightspace", index, float(most[1]) if most else None, 1, ids)


def _moodle(table: Table, header: list[str], column: str | None) -> _Form | None:
    """Told by its rows: the first cell of each is a word and the participant's number."""
    rows = [row for row in table.rows[1:] if row and row[0].value.strip()]
    lowered = [title.casefold() for title in header]
    # Some translations write the number right after the word; only a header of Moodle's tells that from a user name.
    participant = _PARTICIPANT_IN_ONE if set(lowered) & set(_MAXIMUM_WORDS) else _PARTICIPANT
    if not rows or not all(participant.match(row[0].value.strip()) for row in rows) or len(header) < 4:
        return None
    if column is None:
        grades = {index: None for index, title in enumerate(lowered) if title in _GRADE_WORDS}
        index = _only(grades, header)
    else:
        index = _one([index for index, title in enumerate(header) if title == column], column, header)
    maximum = next((at for at, title in enumerate(lowered) if title in _MAXIMUM_WORDS), None)
    points = _maximum(rows[0][maximum].value) if maximum is not None and len(rows[0]) > maximum else None
    if maximum is None and any(title in ("scale", "skala", "escala", "barème", "schaal", "scala") for title in lowered):
        raise GradebookFileError(
            "this assignment is graded with a scale in Moodle; change it to points, then export again"
        )

    def ids(row: Sequence[Cell]) -> list[str]:
        match = participant.match(row[0].value.strip()) if row else None
        others = [cell.value.strip() for index, cell in enumerate(row) if "@" in cell.value or index == 1]
        return [*([match[1]] if match else []), *others]

    return _Form("Moodle worksheet", index, points, 1, ids)


def _plain(table: Table, header: list[str], column: str | None, marks: Sequence[_Mark]) -> _Form:
    """Any table: students are in the column that has most of their ids, e-mails or names.

    A column that is called as one for those comes first, and rows that are only counted tell nobody.
    """
    if column is None:
        words = (*_GRADE_WORDS, "score", "points")
        index = _only([at for at, title in enumerate(header) if title.casefold() in words], header)
    else:
        index = _one([at for at, title in enumerate(header) if title == column], column, header)
    names = {name.casefold() for mark in marks for name in mark.names}
    people = [at for at, title in enumerate(header) if at != index and not _COUNTED.fullmatch(title)]
    matching = {
        at: sum(row[at].value.strip().casefold() in names for row in table.rows[1:] if at < len(row)) for at in people
    }
    best = max(people, key=lambda at: (bool(matching[at] and _PERSON.search(header[at])), matching[at]), default=index)
    return _Form(f"CSV, students by column {header[best]!r}", index, None, 1, _cells_at([best]))


def _cells_at(columns: Sequence[int]) -> Callable[[Sequence[Cell]], list[str]]:
    def ids(row: Sequence[Cell]) -> list[str]:
        return [value for column in columns if column < len(row) and (value := row[column].value.strip())]

    return ids


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


def _decimal_comma(table: Table, form: _Form) -> bool:
    """Whether the file writes 7,5: it is separated by semicolons, and some number in the column has a comma."""
    cells = [row[form.column].value for row in table.rows[1:] if len(row) > form.column]
    return table.delimiter == ";" and any(re.fullmatch(r"\s*\d+,\d+\s*", value) for value in cells)


def _number(score: float, comma: bool) -> str:
    text = f"{score:.2f}".rstrip("0").rstrip(".") or "0"
    return text.replace(".", ",") if comma else text


def _called(form: _Form, row: Sequence[Cell]) -> str:
    return next(iter(form.ids(row)), "?")
