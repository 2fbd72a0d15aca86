"""What the gradebook, the marks, the results and the pages say of a submission is the same, whichever call wrote it."""

from __future__ import annotations

import contextlib
import csv
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from grader.batch.gradebook import Gradebook
from tests.batch.classes import grade, marks, results, solution, write
from tests.corpus import SUBMISSIONS

WRONG = (SUBMISSIONS / "wrong" / "a_bt.py").read_bytes()


def test_what_is_graded_again_and_comes_out_otherwise_is_written_everywhere(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "zoe": WRONG})
    grade(tmp_path, "class", "--out", "out")
    # As if the machine had been in the way the first time.
    change(tmp_path / "out", "UPDATE result SET document = (SELECT document FROM result WHERE student = 'zoe')")
    grade(tmp_path, "class", "--out", "out")
    assert [score for _, score in scores(tmp_path / "out")] != [100, 100]
    before = scores(tmp_path / "out")
    grade(tmp_path, "class", "--out", "out", "--again")
    assert before != scores(tmp_path / "out") == [(name, score) for name, (_, score) in marks(tmp_path / "out").items()]
    assert scores(tmp_path / "out")[0] == ("jane", 100)


@pytest.mark.parametrize("options", [(), ("--no-html",)], ids=["pages", "no pages"])
def test_whose_a_submission_is_is_known_better_later(tmp_path: Path, options: tuple[str, ...]) -> None:
    write(tmp_path / "class", {"ann": solution(), "bob": solution(), "x_cem": solution()})
    for pattern, last in ((r"(?P<user>\w+)\.py", "x_cem"), (r"(x_)?(?P<user>\w+)\.py", "cem")):
        grade(tmp_path, "class", "--out", "out", *options, "--pattern", pattern)
        assert [*marks(tmp_path / "out")] == [name for name, _ in scores(tmp_path / "out")] == ["ann", "bob", last]
    grade(tmp_path, "class", "--out", "out", *options, "--pattern", r"(?P<late>x_)?(?P<user>\w+)\.py")
    pages = [page.read_text("utf-8") for page in sorted((tmp_path / "out").glob("students/*.html"))]
    assert [", late<" in page for page in pages] == ([] if options else [False, False, True])


def test_a_mark_that_the_grader_itself_stands_in_the_way_of_is_none(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": b"\xff\xfe\x00"})
    grade(tmp_path, "class", "--out", "out")
    (tmp_path / "list.csv").write_text("Student,ID,Try This\nJane,jane,\nBob,bob,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "list.csv", "--column", "Try This")
    assert (tmp_path / "out" / "list.csv").read_text() == "Student,ID,Try This\nJane,jane,100\nBob,bob,\n"
    assert "1 not filled in, because the file could not be graded: bob" in done.stderr


def test_a_merge_that_fails_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    parts(tmp_path)
    grade(tmp_path, "merge", "part1", "part2", "--out", "whole")
    before = results(tmp_path / "whole")
    (tmp_path / "bad.sqlite").write_bytes(b"no gradebook" * 100)
    assert "damaged" in grade(tmp_path, "merge", "part1", "bad.sqlite", "--out", "whole", code=2).stderr
    with Gradebook(tmp_path / "whole" / "gradebook.sqlite") as gradebook:
        assert len([*gradebook.records()]) == len(before)


def test_a_merge_of_another_outcome_is_written_everywhere(tmp_path: Path) -> None:
    parts(tmp_path)
    grade(tmp_path, "merge", "part1", "part2", "--out", "whole")
    before = scores(tmp_path / "whole")
    other = """replace(CAST(document AS TEXT), '"score":100.0', '"score":90.0')"""
    change(tmp_path / "part1", f"UPDATE result SET document = CAST({other} AS BLOB)")
    grade(tmp_path, "merge", "part1", "part2", "--out", "whole")
    assert before != scores(tmp_path / "whole")


def test_why_all_is_graded_again_is_said_where_the_grader_is_another_one(tmp_path: Path) -> None:
    write(tmp_path / "class", {"ann": solution(), "bob": solution()})
    told = "the grader, or its exercises, are others than the last time"
    for _ in range(2):
        assert told not in grade(tmp_path, "class", "--out", "out").stderr
    change(tmp_path / "out", "UPDATE about SET value = 'another' WHERE name = 'grader'")
    assert told in grade(tmp_path, "class", "--out", "out").stderr


def test_parts_of_other_versions_are_told_when_they_are_merged(tmp_path: Path) -> None:
    parts(tmp_path)
    change(tmp_path / "part2", "UPDATE about SET value = 'another' WHERE name = 'grader'")
    done = grade(tmp_path, "merge", "part1", "part2", "--out", "whole", code=1)
    assert "the parts were graded by different versions of the grader, or of its exercises" in done.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE result SET document = x'00'",
        "UPDATE result SET entry = CAST('[]' AS BLOB)",
        "UPDATE about SET value = 'x' WHERE name IN ('shard', 'remarks')",
    ],
)
def test_what_cannot_be_read_in_a_part_is_said(tmp_path: Path, statement: str) -> None:
    parts(tmp_path)
    change(tmp_path / "part1", statement)
    done = grade(tmp_path, "merge", "part1", "part2", "--out", "whole", code=2)
    assert "cannot be read" in done.stderr
    assert "mistake of the grader's own" not in done.stderr


def test_a_part_of_a_folder_whose_names_are_no_text_is_graded(tmp_path: Path) -> None:
    for student in ("ann", "bob", "cem"):
        write(tmp_path / "class" / student, {"matmul_practice": solution()})
    (tmp_path / "class" / os.fsdecode(b"d\xe9d\xe9")).mkdir()
    whole = grade(tmp_path, "class", "--out", "out")
    told = [grade(tmp_path, "class", "--out", f"part{part}", "--shard", f"{part}/2").stdout for part in (1, 2)]
    assert "d\\udce9d" in whole.stdout
    assert sum("d\\udce9d" in one for one in told) == 1


def test_nothing_is_written_of_a_comparison_of_marks(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    grade(tmp_path, "class", "--out", "out")
    for option in (("--junit", "j.xml"), ("--gradebook", "out/grades.csv")):
        done = grade(tmp_path, "class", "--out", "new", "--diff", "out/gradebook.sqlite", *option, code=2)
        assert option[0] in done.stderr
        assert not (tmp_path / "j.xml").exists()


def parts(here: Path) -> None:
    """A class of six, graded in two parts."""
    write(here / "class", {f"s{number}": solution() for number in range(6)})
    for part in (1, 2):
        grade(here, "class", "--out", f"part{part}", "--shard", f"{part}/2")


def change(out: Path, statement: str) -> None:
    """Change a gradebook by something else than the grader."""
    with contextlib.closing(sqlite3.connect(out / "gradebook.sqlite")) as connection, connection:
        connection.execute(statement)


def scores(out: Path) -> list[tuple[str, Any]]:
    """Who has which score by grades.csv."""
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(row["student"], float(row["score"]) if row["score"] else None) for row in csv.DictReader(file)]


def test_what_was_merged_may_be_merged_again_when_it_is_whole(tmp_path: Path) -> None:
    parts(tmp_path)
    grade(tmp_path, "merge", "part1", "--out", "half", code=1)
    assert "name those parts" in grade(tmp_path, "merge", "half", "part2", "--out", "all", code=2).stderr
    grade(tmp_path, "merge", "part1", "part2", "--out", "whole")
    done = grade(tmp_path, "merge", "whole", "--out", "again")
    assert "grade:" not in done.stderr
    assert scores(tmp_path / "again") == scores(tmp_path / "whole")


def test_a_merge_takes_away_the_pages_of_those_who_are_no_longer_there(tmp_path: Path) -> None:
    parts(tmp_path)
    grade(tmp_path, "merge", "part1", "part2", "--out", "whole")
    grade(tmp_path, "merge", "part1", "--out", "whole", code=1)
    pages = {page.stem for page in (tmp_path / "whole" / "students").iterdir()}
    assert pages == {name for name, _ in scores(tmp_path / "whole")}


def test_a_merge_does_not_take_the_place_of_another_class(tmp_path: Path) -> None:
    parts(tmp_path)
    write(tmp_path / "other", {"ann": solution(), "cem": solution()})
    grade(tmp_path, "other", "--out", "out")
    done = grade(tmp_path, "merge", "part1", "part2", "--out", "out", code=2)
    assert "holds the marks of other students (ann, cem)" in done.stderr
    assert [student for student, _ in scores(tmp_path / "out")] == ["ann", "cem"]
    assert "2 unchanged" in grade(tmp_path, "other", "--out", "out").stdout


def test_a_merge_of_a_part_that_was_stopped_names_who_is_not_graded_yet(tmp_path: Path) -> None:
    parts(tmp_path)
    lost = [student for student, _ in scores(tmp_path / "part1")][1]
    # What a part holds that was stopped: whom it was about to grade, and no result.
    change(tmp_path / "part1", f"DELETE FROM result WHERE student = '{lost}'")
    (tmp_path / "list.csv").write_text(f"Student,Try This\n{lost},\n")
    exported = "--gradebook", "list.csv", "--column", "Try This"
    done = grade(tmp_path, "merge", "part1", "part2", "--out", "whole", *exported, code=1)
    assert f"not graded yet: {lost}" in done.stderr
    assert f"1 not filled in, as what they handed in was not graded: {lost}" in done.stderr
    assert "without a submission" not in done.stderr
    with (tmp_path / "whole" / "grades.csv").open(encoding="utf-8", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["student"] == lost)
    assert (row["status"], row["score"]) == ("not graded", "")
    assert "not graded yet" in (tmp_path / "whole" / "index.html").read_text()
    for part in (1, 2):
        grade(tmp_path, "class", "--out", f"part{part}", "--shard", f"{part}/2")
    grade(tmp_path, "merge", "part1", "part2", "--out", "whole")
    assert dict(scores(tmp_path / "whole"))[lost] == 100
