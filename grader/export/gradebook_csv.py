"""Fills results into the gradebook file that an instructor exported: Canvas, Moodle, Brightspace, or any CSV.

Only cells of the asked column change; all else stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import msgspec

from grader.entry import Remark
from grader.export.form import Form, no_marks
from grader.export.gradebook_forms import form_of
from grader.export.pairing import Mark, Pairing, Person, mark_of, names_agree, paired
from grader.export.plain_form import is_about_people
from grader.export.spans import Cell, GradebookFileError, Table
from grader.record import Record
from grader.text import person

__all__ = ["Filled", "GradebookFileError", "fill"]

_TEXT = r"[^\W\d_]{3}"
_NOT_MARKED = ("", "-", "needs grading", "n/a")
"""What stands where there is no mark yet."""
_NO = ("no", "nein", "non", "nee", "nie", "нет")


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A filled gradebook. points: the column's maximum, where the file tells it.

    matched: rows that got a mark; replaced: another mark that stood there, by student; left: rows that are excused, or
    locked; without_submission: rows of students who handed nothing in; not_taken: who handed in what was no submission;
    without_row: students who were graded and have no row; ambiguous: several rows or students could be meant;
    not_graded: their file could not be judged; short: their row ends before the column; by_name: found by name, as no
    id of theirs is there; odd: their id fits a row that has another name, which is not filled; namesakes: only a row
    of their name is there, with another's id, which is not filled either.
    """

    data: bytes
    format: str
    column: str
    points: float | None
    matched: int
    replaced: tuple[str, ...]
    left: tuple[str, ...]
    without_submission: tuple[str, ...]
    not_taken: tuple[str, ...]
    without_row: tuple[str, ...]
    ambiguous: tuple[str, ...]
    by_name: tuple[str, ...]
    odd: tuple[str, ...]
    namesakes: tuple[str, ...]
    not_graded: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def of_this_class(self) -> bool:
        """Whether any row is surely about somebody of the class."""
        return any((self.matched, self.left, self.not_taken, self.not_graded))


def fill(
    exported: bytes,
    column: str | None,
    records: Iterable[Record],
    without: Iterable[Remark] = (),
    *,
    layout: str = "",
) -> Filled:
    """Fill the records' scores into `column` of an exported gradebook.

    column: its header, or None where only one can be meant; without: remarks on students who have no submission;
    layout: of the download that the students' ids are from. Raises GradebookFileError.
    """
    if exported.startswith(b"PK\x03\x04"):
        raise GradebookFileError("this is a workbook, and no text: save it as CSV, or export the gradebook as CSV")
    table = Table(exported)
    graded = [mark for record in records for mark in _marks(record)]
    having = {mark.student for mark in graded}
    others = [_mark_without(remark) for remark in without if remark.student and remark.student not in having]
    names = [mark.names for mark in (*graded, *others)]
    form = form_of(table, column, names, of_canvas=layout.startswith("canvas"))
    rows = [row for row in range(form.first, len(table.rows)) if any(cell.value.strip() for cell in table.rows[row])]
    _refuse_texts(table, form, rows, guessed=column is None)
    groups = _groups(table, form, rows)
    graded = [member for mark in graded for member in _members_of(mark, groups)]
    people = {row: Person(form.ids(table.rows[row]), form.name_of(table.rows[row])) for row in rows}
    marks = [mark.shown(form.hidden) for mark in (*graded, *others)]
    if form.is_sure and not names_agree(people, marks):
        people = {row: one._replace(name=None) for row, one in people.items()}
    pairing = paired(people, marks)
    return _filled(table, form, rows, pairing, graded=graded, others=others)


def _filled(
    table: Table, form: Form, rows: Sequence[int], pairing: Pairing, *, graded: Sequence[Mark], others: Sequence[Mark]
) -> Filled:
    """The file with the marks of those whose rows were found, and who was not. others: those without a submission."""
    written = _written(table, form, pairing.found)
    ungraded = {mark.student for mark in others}
    settled = {mark.student for mark in pairing.found.values()}
    settled |= pairing.ambiguous.keys() | pairing.odd.keys() | pairing.namesakes.keys()
    unpaired = (
        _called(form, table.rows[row]) for row in rows if row not in pairing.found and row not in pairing.contested
    )
    without_mark = [mark for mark in pairing.found.values() if mark.score is None]
    missing = [mark.student for mark in without_mark if not mark.handed_in]
    return Filled(
        data=table.replaced(written.values),
        format=form.name,
        column=table.rows[0][form.column].value,
        points=form.points,
        matched=len(written.values),
        replaced=tuple(written.replaced),
        left=tuple(written.left),
        without_submission=(*missing, *unpaired),
        not_taken=tuple(mark.student for mark in without_mark if mark.student in ungraded and mark.handed_in),
        without_row=tuple(mark.student for mark in graded if mark.student not in settled),
        ambiguous=tuple(pairing.ambiguous),
        by_name=tuple(pairing.by_name),
        odd=tuple(told for _, told in pairing.odd.values()),
        namesakes=tuple(told for student, (_, told) in pairing.namesakes.items() if student not in pairing.odd),
        not_graded=tuple(mark.student for mark in without_mark if mark.student not in ungraded),
        short=tuple(written.short),
    )


def _groups(table: Table, form: Form, rows: Sequence[int]) -> Mapping[str, list[Person]]:
    """Who is in each group, by its name, where the file tells that."""
    found: dict[str, list[Person]] = {}
    at = form.group
    if at is None:
        return found
    for cells in (table.rows[row] for row in rows if len(table.rows[row]) > at):
        name, ids = cells[at].value.strip().casefold(), form.ids(cells)
        if name and ids:
            found.setdefault(name, []).append(Person(ids, form.name_of(cells)))
    return found


def _members_of(mark: Mark, groups: Mapping[str, list[Person]]) -> list[Mark]:
    """The marks of all who are in a group, where the file tells that the mark is a group's; else the mark itself.

    A group's number may be the same as that of a student.
    """
    people = groups.get((mark.name or "").casefold(), [])
    return [mark_of(one.ids[0], one.ids[1:], one.name, mark.score, mark.max_score) for one in people] or [mark]


def _refuse_texts(table: Table, form: Form, rows: Sequence[int], *, guessed: bool) -> None:
    """Raise GradebookFileError for a column that says something about students, and holds no marks.

    guessed: it was not named, so that whatever is said there would be lost without anybody's wish.
    """
    header = table.rows[0][form.column].value
    there = [table.rows[row][form.column].value for row in rows if len(table.rows[row]) > form.column]
    texts = sum(bool(re.search(_TEXT, text)) for text in there)
    if guessed and any(re.search(_TEXT, text) and text.strip().casefold() not in _NOT_MARKED for text in there):
        raise GradebookFileError(f"column {header!r} holds texts; name the column of the assignment with --column")
    if form.column in form.fixed or (is_about_people(header) and texts > len(there) / 2):
        raise no_marks(header)


class _Written(NamedTuple):
    """What is written where, and whose rows are more, or less, than that: see `Filled`."""

    values: dict[tuple[int, int], str]
    replaced: list[str]
    left: list[str]
    short: list[str]


def _written(table: Table, form: Form, pairs: Mapping[int, Mark]) -> _Written:
    comma = _decimal_comma(table)
    written = _Written({}, [], [], [])
    for index, mark in pairs.items():
        points, row = mark.points(form.points), table.rows[index]
        if len(row) <= form.column:
            written.short.append(mark.student)
        elif points is not None and _stays(form, row):
            written.left.append(mark.student)
        elif points is not None:
            text, before = _number(points, comma), row[form.column].value.strip()
            written.values[index, form.column] = text
            if before.casefold() not in _NOT_MARKED and not _is_number(before, points):
                written.replaced.append(f"{mark.student} ({before} → {text})")
    return written


def _marks(record: Record) -> list[Mark]:
    entry, result = record.entry, record.result
    mark = result.mark if result.max_score else None
    if entry.members:
        return [
            mark_of(member, (entry.numbers.get(member),), entry.names.get(member), mark, result.max_score)
            for member in entry.members
        ]
    others = (entry.email, entry.numbers.get(entry.student))
    return [mark_of(entry.student, others, entry.name, mark, result.max_score)]


def _mark_without(remark: Remark) -> Mark:
    return mark_of(remark.student or "", (), remark.name, None, 0)._replace(handed_in=remark.handed_in)


def _stays(form: Form, row: Sequence[Cell]) -> bool:
    """Whether a student is excused, is not assigned the work, or the platform would not take a mark."""
    locked = form.locked is not None and form.locked < len(row) and row[form.locked].value.strip().casefold() in _NO
    return locked or row[form.column].value.strip().upper() in form.staying


def _decimal_comma(table: Table) -> bool:
    """Whether the file writes 7,5: more of its numbers have a comma than a point.

    Where commas separate the cells, one before three figures may be that of thousands.
    """
    figures = r"\d{1,2}" if table.delimiter == "," else r"\d+"
    cells = [cell.value for row in table.rows[1:] for cell in row]
    commas, points = (
        sum(bool(re.fullmatch(rf"\s*\d+{mark}{figures}\s*", value)) for value in cells) for mark in (",", "[.]")
    )
    return commas > points


def _number(score: float, comma: bool) -> str:
    rounded = Decimal(repr(score)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    text = f"{rounded:f}".rstrip("0").rstrip(".") or "0"
    return text.replace(".", ",") if comma else text


def _is_number(text: str, number: float) -> bool:
    try:
        return abs(float(text.replace(",", ".")) - number) < 0.005
    except ValueError:
        return False


def _called(form: Form, row: Sequence[Cell]) -> str:
    """Whom a row is about, by its id, and by the name that it has as well."""
    names = form.ids(row)
    return person(names[0], form.name_of(row)) if names else "?"
