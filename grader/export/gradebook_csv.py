"""Fills results into the gradebook file that an instructor exported: Canvas, Moodle, Brightspace, or any CSV.

Only cells of the asked column change; all else stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import msgspec

from grader.collection.entry import Remark
from grader.export.gradebook_forms import Form, form_of, letters_of
from grader.export.spans import Cell, GradebookFileError, Table
from grader.record import Record
from grader.text import person

__all__ = ["Filled", "GradebookFileError", "fill"]

_EXCUSED = ("EX",)
_NOT_MARKED = ("", "-", "needs grading", "n/a")
"""What stands where there is no mark yet."""
_NO = ("no", "nein", "non", "nee", "nie", "нет")


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A filled gradebook. points: the column's maximum, where the file tells it.

    matched: rows that got a mark; replaced: another mark that stood there, by student; left: rows that are excused, or
    locked; without_submission: rows of students who handed nothing in; not_taken: who handed in what was no submission;
    without_row: students who were graded and have no row; ambiguous: several rows or students could be meant;
    not_graded: their file could not be judged; short: their row ends before the column.
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
    not_graded: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def of_this_class(self) -> bool:
        """Whether any row is about somebody of the class."""
        return any((self.matched, self.left, self.not_taken, self.ambiguous, self.not_graded, self.short))


class _Mark(NamedTuple):
    """What one student is called, and got: None where nothing could be judged. handed_in: what was no submission."""

    student: str
    names: tuple[str, ...]
    score: float | None
    max_score: float
    handed_in: bool = True

    def points(self, maximum: float | None) -> float | None:
        """The score as points of a column's maximum."""
        return self.score if maximum is None or self.score is None else self.score / self.max_score * maximum


def fill(exported: bytes, column: str | None, records: Iterable[Record], without: Iterable[Remark] = ()) -> Filled:
    """Fill the records' scores into `column` of an exported gradebook.

    column: its header, or None where only one can be meant; without: remarks on students who have no submission.
    Raises GradebookFileError.
    """
    if exported.startswith(b"PK\x03\x04"):
        raise GradebookFileError("this is a workbook, and no text: save it as CSV, or export the gradebook as CSV")
    table = Table(exported)
    graded = [mark for record in records for mark in _marks(record)]
    having = {mark.student for mark in graded}
    others = [_mark_without(remark) for remark in without if remark.student and remark.student not in having]
    ungraded = {mark.student for mark in others}
    form = form_of(table, column, [mark.names for mark in graded])
    rows = [index for index in range(form.first, len(table.rows)) if any(cell.value for cell in table.rows[index])]
    pairs, ambiguous, contested = _paired(table, form, rows, [*graded, *others])
    written = _written(table, form, pairs)
    taken = {mark.student for mark in pairs.values()}
    settled = taken.union(ambiguous)
    unpaired = (_called(form, table.rows[row]) for row in rows if row not in pairs and row not in contested)
    without_mark = [mark for mark in pairs.values() if mark.score is None]
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
        ambiguous=tuple(ambiguous),
        not_graded=tuple(mark.student for mark in without_mark if mark.student not in ungraded),
        short=tuple(written.short),
    )


class _Written(NamedTuple):
    """What is written where, and whose rows are more, or less, than that: see `Filled`."""

    values: dict[tuple[int, int], str]
    replaced: list[str]
    left: list[str]
    short: list[str]


def _written(table: Table, form: Form, pairs: Mapping[int, _Mark]) -> _Written:
    comma = _decimal_comma(table, form)
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


def _marks(record: Record) -> list[_Mark]:
    entry, result = record.entry, record.result
    score = result.score if result.exercises and result.max_score else None
    if entry.members:
        return [_Mark(member, (member,), score, result.max_score) for member in entry.members]
    names = tuple(name for name in (entry.student, entry.email, entry.name) if name)
    return [_Mark(entry.student, names, score, result.max_score)]


def _mark_without(remark: Remark) -> _Mark:
    student = remark.student or ""
    return _Mark(student, tuple(name for name in (student, remark.name) if name), None, 0, remark.handed_in)


def _paired(
    table: Table, form: Form, rows: Sequence[int], marks: Sequence[_Mark]
) -> tuple[dict[int, _Mark], list[str], set[int]]:
    """Rows with the marks that belong to them, who cannot be told apart, and the rows that may be theirs.

    Exactly, then whatever the case, then by letters alone.
    """
    found: dict[int, _Mark] = {}
    ambiguous: list[str] = []
    contested: set[int] = set()
    for same in (str, str.casefold, letters_of):
        by_id: dict[str, list[int]] = {}
        for row in rows:
            if row not in found:
                for name in dict.fromkeys(filter(None, map(same, form.ids(table.rows[row])))):
                    by_id.setdefault(name, []).append(row)
        taken = {mark.student for mark in found.values()}
        claims: dict[int, list[_Mark]] = {}
        for mark in marks:
            if mark.student in taken:
                continue
            places = next((by_id[same(name)] for name in mark.names if same(name) in by_id), [])
            if len(places) > 1:
                ambiguous.append(mark.student)
                contested.update(places)
            elif places:
                claims.setdefault(places[0], []).append(mark)
        for row, several in claims.items():
            if len(several) == 1:
                found[row] = several[0]
            else:
                ambiguous += [mark.student for mark in several]
                contested.add(row)
    settled = {mark.student for mark in found.values()}
    return found, [name for name in dict.fromkeys(ambiguous) if name not in settled], contested


def _stays(form: Form, row: Sequence[Cell]) -> bool:
    """Whether a student is excused, or the platform would not take a mark."""
    locked = form.locked is not None and form.locked < len(row) and row[form.locked].value.strip().casefold() in _NO
    return locked or row[form.column].value.strip().upper() in _EXCUSED


def _decimal_comma(table: Table, form: Form) -> bool:
    """Whether the file writes 7,5: it is separated by semicolons, and some number in the column has a comma."""
    cells = [row[form.column].value for row in table.rows[1:] if len(row) > form.column]
    return table.delimiter == ";" and any(re.fullmatch(r"\s*\d+,\d+\s*", value) for value in cells)


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
    full = (name for name in names[1:] if " " in name and "@" not in name)
    return person(names[0], next(full, None)) if names else "?"
