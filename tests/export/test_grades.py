"""grades.csv holds every mark, and no formula."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.grades import safe, write_grades
from grader.record import Record
from tests.export.records import not_graded, record


def rows(tmp_path: Path, *records: Record) -> list[dict[str, str]]:
    write_grades(records, tmp_path / "grades.csv")
    with (tmp_path / "grades.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_has_the_mark_and_what_it_is_made_of(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, record("jane", 46.666, name="Jane Doe", late=True))
    assert (row["student"], row["name"], row["score"], row["max_score"]) == ("jane", "Jane Doe", "46.67", "100")
    assert (row["transpose-fix"], row["misconceptions"], row["late"]) == ("46.67", "reshape-for-transpose", "late")
    assert row["feedback"].startswith("No exercise is complete yet; start at line 18")


def test_a_group_has_a_row_for_each_member(tmp_path: Path) -> None:
    found = rows(tmp_path, record("a@x.org", members=("a@x.org", "b@x.org")))
    assert [row["student"] for row in found] == ["a@x.org", "b@x.org"]
    named = rows(tmp_path, record("a@x.org", members=("a@x.org", "b@x.org"), names={"b@x.org": "=Bo"}))
    assert [row["name"] for row in named] == ["", "'=Bo"]


def test_what_could_not_be_graded_says_why(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, not_graded("jane"))
    assert (row["status"], row["feedback"]) == ("inconclusive", "this is not text")


def test_no_records_give_a_header(tmp_path: Path) -> None:
    assert rows(tmp_path) == []
    assert (tmp_path / "grades.csv").read_text().startswith("student,")


HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200b=1",
    "＝1",
    "－1",
    '"=1',
    "'=1",
    "|x",
    "%x",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_is_a_text(tmp_path: Path, text: str) -> None:
    (row,) = rows(tmp_path, record(text, name=text, submission=text))
    for column in ("student", "name", "submission"):
        assert row[column].startswith(("'", "\\"))


@given(st.text(st.characters(codec=None)))
def test_no_cell_begins_a_formula_or_a_line(text: str) -> None:
    shown = safe(text)
    assert not shown.lstrip().startswith(("=", "+", "-", "@", "|", "%"))
    assert not set(shown) & set("\r\n\t\0\x1b")


def test_lone_surrogates_and_escapes_are_written_as_such(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, record("\udcff\x1b[31m\u202e", name="a,b\n"))
    assert row["student"] == "\\udcff\\x1b[31m\\u202e"
    assert row["name"] == "a,b\\n"


def test_nothing_is_left_when_writing_fails(tmp_path: Path) -> None:
    def failing() -> object:
        yield record("jane")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_grades(failing(), tmp_path / "grades.csv")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
