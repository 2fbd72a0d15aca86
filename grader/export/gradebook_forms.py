"""How an exported gradebook is to be read: which column, its maximum, and whom each row is about.

Sources: Canvas lib/gradebook_importer.rb and gradebook_exporter.rb; Moodle
mod/assign/feedback/offline/importgradeslib.php; D2L's help, "Import grades".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from grader.export.form import (
    GRADE_WORDS,
    REMARKS,
    Form,
    Names,
    cells_at,
    first_and_last,
    maximum_in,
    no_marks,
    only_one_of,
    text_at,
    the_one_called,
)
from grader.export.plain_form import plain_form
from grader.export.spans import Cell, GradebookFileError, Table

_CANVAS_ID = re.compile(r"^(.*)\s\((\d+)\)$")
_PARTICIPANT = re.compile(r"^\D*?\s(\d+)$")
_PARTICIPANT_IN_ONE = re.compile(r"^\D*[^\W\d_]\D*?(\d+)$")
_POINTS_GRADE = re.compile(r"^(.*) Points Grade(?: <(.*)>)?$")
_MAX_POINTS = re.compile(r"MaxPoints:\s*([\d.]+)")
_MAXIMUM_WORDS = ("maximum grade", "bestwertung", "beste bewertung", "höchste bewertung", "note maximale",
                  "calificación máxima", "nota máxima", "maximumcijfer", "valutazione massima")  # fmt: skip
_CHANGEABLE = ("grade can be changed", "bewertung kann geändert werden", "la note peut être modifiée",
               "la calificación puede cambiarse", "cijfer kan gewijzigd worden")  # fmt: skip
_GROUP_WORDS = frozenset({"group", "gruppe", "groupe", "grupo", "gruppo", "groep", "grupp", "grupa"})
_STATUS_WORDS = ("status", "statut", "estado", "estatus", "stato", "état")


def form_of(table: Table, column: str | None, students: Sequence[Names], *, of_canvas: bool = False) -> Form:
    """How a file is to be read whose `column` is to be filled with marks of `students`.

    of_canvas: their ids are those that Canvas itself gives. Raises GradebookFileError.
    """
    header = [cell.value.strip() for cell in table.rows[0]]
    for kind in (partial(_canvas, own_ids=of_canvas), _brightspace, _moodle):
        if (form := kind(table, header, column)) is not None:
            return form
    return plain_form(table, header, column, students)


def _canvas(table: Table, header: list[str], column: str | None, *, own_ids: bool) -> Form | None:
    """own_ids: only the column of Canvas's own ids is looked at; a school may have given the same numbers to others."""
    if len(header) < 3 or not ("Student" in header[0] or header[0] == "LastName") or "Section" not in header:
        return None
    begins = header.index("Section") + 1
    titles = {index: title for index, title in enumerate(header) if index >= begins}
    known = {index: match for index, title in titles.items() if (match := _CANVAS_ID.match(title))}
    if column is None:
        index = only_one_of(known or titles, header)
    else:
        ways = (
            [index for index, title in enumerate(header) if title == column],
            [index for index, match in known.items() if match[2] == column],
            [index for index, match in known.items() if match[1] == column],
        )
        index = the_one_called(next((way for way in ways if way), []), column, header)
    custom = [at for at in titles if at < min(known, default=0) or (at not in known and REMARKS.search(titles[at]))]
    if index < begins or index in custom:
        raise no_marks(header[index])
    first, maximum = _canvas_maximum(table, header, index)
    places = {title: at for at, title in reversed([*enumerate(header)])}
    of_ids = ("ID",) if own_ids else ("ID", "SIS User ID", "SIS Login ID")
    ids = cells_at([places[name] for name in (*of_ids, "Student") if name in places])
    both = first_and_last(places.get("FirstName"), places.get("LastName"))
    name_of = text_at(places["Student"]) if "Student" in places else both
    # N/A is where the assignment is not for a student.
    return Form("Canvas", index, maximum, first, ids, name_of=name_of, staying=("EX", "N/A"), is_sure=own_ids)


def _canvas_maximum(table: Table, header: list[str], index: int) -> tuple[int, float | None]:
    """The first row about a student, and the maximum that stands before it. Raises GradebookFileError for no such."""
    row = next((row for row, cells in enumerate(table.rows[:4]) if "Points Possible" in cells[0].value), None)
    possible = table.rows[row][index].value.strip() if row is not None and len(table.rows[row]) > index else ""
    # The words in brackets are those of the instructor's language.
    if possible.startswith("("):
        raise GradebookFileError(f"column {header[index]!r} is read only in Canvas; choose an assignment's column")
    if possible and re.fullmatch(r"0+(\.0+)?", possible):
        told = f"column {header[index]!r} has 0 points in Canvas; give the assignment points, then export again"
        raise GradebookFileError(told)
    return 1 if row is None else row + 1, maximum_in(possible)


def _brightspace(table: Table, header: list[str], column: str | None) -> Form | None:
    if not {"OrgDefinedId", "Username"} & set(header) or not any("End-of-Line" in title for title in header):
        return None
    items = {index: match for index, title in enumerate(header) if (match := _POINTS_GRADE.match(title))}
    if column is None:
        index = only_one_of(items, header)
    else:
        ways = (
            [index for index, title in enumerate(header) if title == column],
            [index for index, match in items.items() if match[1] == column],
            [index for index, match in items.items() if f"{match[1]} Points Grade" == column],
        )
        index = the_one_called(next((way for way in ways if way), []), column, header)
    most = _MAX_POINTS.search(header[index])
    people = [header.index(name) for name in ("OrgDefinedId", "Username", "Email") if name in header]
    first, last = (
        next((at for at, title in enumerate(header) if title == name), None) for name in ("First Name", "Last Name")
    )
    plain, name_of = cells_at(people), first_and_last(first, last)

    def ids(row: Sequence[Cell]) -> list[str]:
        return [*(name.removeprefix("#") for name in plain(row)), *filter(None, [name_of(row)])]

    fixed = [at for at in range(len(header)) if at not in items]
    return Form("Brightspace", index, maximum_in(most[1]) if most else None, 1, ids, fixed=fixed, name_of=name_of)


def _moodle(table: Table, header: list[str], column: str | None) -> Form | None:
    """Told by its rows: the first cell of each is a word and the participant's number."""
    rows = [row for row in table.rows[1:] if row and row[0].value.strip()]
    lowered = [title.casefold() for title in header]
    # Some translations write the number right after the word; only a header of Moodle's tells that from a user name.
    participant = _PARTICIPANT_IN_ONE if set(lowered) & set(_MAXIMUM_WORDS) else _PARTICIPANT
    if not rows or not all(participant.match(row[0].value.strip()) for row in rows) or len(header) < 4:
        return None
    grades = [at for at, title in enumerate(lowered) if title in GRADE_WORDS]
    if column is None:
        index = only_one_of(grades, header)
    else:
        index = the_one_called([index for index, title in enumerate(header) if title == column], column, header)
    maximum = next((at for at, title in enumerate(lowered) if title in _MAXIMUM_WORDS), None)
    points = maximum_in(rows[0][maximum].value) if maximum is not None and len(rows[0]) > maximum else None
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
    return Form("Moodle worksheet", index, points, 1, ids, changeable, fixed, group, text_at(named), hidden)
