"""`grades.csv`: a row for each student, for people and spreadsheets. No cell can become a formula.

Source for what spreadsheets take for a formula: OWASP, "CSV Injection".
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.entry import Remark
from grader.files import whole
from grader.packs.spec import exercise_ids
from grader.paths import data_folder
from grader.record import Record
from grader.rendering.wording import points, sentence
from grader.result import Result
from grader.text import one_line, shortened

COLUMNS = ("student", "name", "email", "submission", "status", "score", "max_score", "late")
LAST_COLUMNS = ("misconceptions", "feedback", "isolation", "grader")
LONGEST_CELL = 500
_SEPARATES = re.compile(r"[\",;\t\r\n]")
_FORMULA = re.compile(r"^[\s\u200b-\u200f\u2060\ufeff\"']*[=+\-@\t\r\n|%＝＋－＠]")


def write_grades(records: Iterable[Record], path: Path, without: Iterable[Remark] = ()) -> None:
    """Write the marks of all records, one after the other, to `path`. Raises OSError when that fails.

    without: remarks on students who have no submission, and why; they get a row without a mark.
    """
    missing = {remark.student: remark for remark in without if remark.student}
    with whole(path) as file:
        text = io.TextIOWrapper(file, "utf-8", errors="backslashreplace", newline="")
        exercises: tuple[str, ...] | None = None
        for record in records:
            if exercises is None:
                exercises = _exercises(record.result)
                text.write(_line([*COLUMNS, *exercises, *LAST_COLUMNS]))
            for row in _rows(record, exercises):
                text.write(_line(row))
            for student in (record.entry.student, *record.entry.members):
                missing.pop(student, None)
        if exercises is None:
            exercises = exercise_ids(data_folder("exercises"))
            text.write(_line([*COLUMNS, *exercises, *LAST_COLUMNS]))
        for student, remark in missing.items():
            text.write(_line(_row_without(student, remark, exercises)))
        text.flush()
        text.detach()


def _line(cells: Sequence[str]) -> str:
    """A row. What a program that separates by semicolons or tabs would take apart is quoted, too."""
    quoted = (f'"{cell.replace(chr(34), chr(34) * 2)}"' if _SEPARATES.search(cell) else cell for cell in cells)
    return ",".join(quoted) + "\n"


def safe(text: str | None) -> str:
    """A text as a cell: one line, nothing unprintable, and with `'` before it where it would be a formula."""
    shown = shortened(one_line(text or ""), LONGEST_CELL)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _exercises(result: Result) -> tuple[str, ...]:
    return tuple(exercise.id for exercise in result.exercises) or exercise_ids(data_folder("exercises"))


def _rows(record: Record, exercises: Sequence[str]) -> Iterator[list[str]]:
    """One row; for a group, one for each member."""
    for student in record.entry.members or (record.entry.student,):
        yield _row(record, student, exercises)


def _row(record: Record, student: str, exercises: Sequence[str]) -> list[str]:
    entry, result = record.entry, record.result
    alone = not entry.members
    judged = (exercise for exercise in result.exercises if exercise.score or exercise.status != "inconclusive")
    scores = {exercise.id: points(exercise.score) for exercise in judged}
    return [
        safe(student),
        safe(entry.names.get(student) or (entry.name if alone or student == entry.student else None)),
        safe(entry.email) if alone or student == entry.student else safe(student if "@" in student else ""),
        safe(entry.submission),
        result.status,
        # What could not be graded has no mark, which is another thing than none of the points.
        "" if result.mark is None else points(result.mark),
        points(result.max_score),
        "late" if entry.late else "",
        *(scores.get(exercise, "") for exercise in exercises),
        safe(" ".join(_misconceptions(result))),
        safe(_feedback(result)),
        safe(" ".join((result.isolation, *result.isolation_layers))),
        safe(result.grader),
    ]


def _row_without(student: str, remark: Remark, exercises: Sequence[str]) -> list[str]:
    return [
        safe(student),
        safe(remark.name),
        *("" for _ in COLUMNS[2:4]),
        "not graded" if remark.handed_in else "missing",
        *("" for _ in (*COLUMNS[5:], *exercises, "misconceptions")),
        safe(remark.message),
        *("" for _ in LAST_COLUMNS[2:]),
    ]


def _misconceptions(result: Result) -> list[str]:
    """Their ids, each once, in the order of the report."""
    found = [note.misconception for note in result.notes]
    found += [check.misconception for exercise in result.exercises for check in exercise.checks]
    return list(dict.fromkeys(name for name in found if name))


def _feedback(result: Result) -> str:
    if not result.exercises and result.notes:
        return result.notes[0].message
    return sentence(result)
