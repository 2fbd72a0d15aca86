"""Parts of a folder that are graded apart make the whole."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

from grader.batch.call import Shard
from tests.batch.classes import grade, results, solution, write


def test_shards_together_are_the_whole(undisturbed: Path, tmp_path: Path) -> None:
    for part in ("1/3", "2/3", "3/3"):
        grade(tmp_path, undisturbed / "class", "--out", f"part{part[0]}", "--shard", part)
    done = grade(tmp_path, "merge", "part1", "part2", "part3", "--out", "whole")
    assert "60 submissions" in done.stdout
    assert results(tmp_path / "whole") == results(undisturbed / "out")
    assert len(list((tmp_path / "whole" / "students").iterdir())) == 60


def test_a_student_is_in_one_shard_only() -> None:
    for student in ("jane", "bob", "ünïcode"):
        assert sum(Shard(number, 7).has(student) for number in range(1, 8)) == 1


def test_a_part_is_not_merged_into_itself_and_what_it_lacks_is_said(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    grade(tmp_path, "class", "--out", "part")
    assert "choose another --out" in grade(tmp_path, "merge", "part", "--out", "part", code=2).stderr
    assert "2 more are in an earlier part" in grade(tmp_path, "merge", "part", "part", "--out", "all").stderr


def test_what_merged_parts_lack_to_be_one_folder_is_said(tmp_path: Path) -> None:
    write(tmp_path / "class", {f"s{number}": solution() for number in range(6)})
    write(tmp_path / "other", {f"t{number}": solution() for number in range(6)})
    for folder in ("class", "other"):
        grade(tmp_path, folder, "--out", f"{folder}1", "--shard", "1/3")
    done = grade(tmp_path, "merge", "class1", "--out", "alone", code=1)
    assert "grade: the folder was graded in 3 parts: the parts 2, 3 are missing" in done.stderr
    done = grade(tmp_path, "merge", "class1", "other1", "--out", "both", code=1)
    assert "the parts are not all of the same folder" in done.stderr
    assert "no such gradebook" in grade(tmp_path, "merge", "class", "--out", "none", code=2).stderr
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "class" / "gradebook.sqlite").exists()


def test_parts_that_were_graded_with_other_options_are_told_when_they_are_merged(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution(), "cem": solution()})
    for part, options in (("1/2", ()), ("2/2", ("--seed", "4", "--isolation", "basic"))):
        grade(tmp_path, "class", "--out", f"part{part[0]}", "--shard", part, *options)
    done = grade(tmp_path, "merge", "part1", "part2", "--out", "merged", code=1)
    assert "graded differently: basic isolation, 10 s, seed 4; strict isolation, 10 s, seed 0" in done.stderr


def test_students_without_a_submission_are_among_the_marks_in_every_part(tmp_path: Path) -> None:
    for student in ("ann", "bob", "cem", "dan", "eve"):
        (tmp_path / "class" / student).mkdir(parents=True)
    for student in ("ann", "cem"):
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "class" / "dan" / "notes.txt").write_text("nothing to run")
    grade(tmp_path, "class", "--layout", "one-folder-a-student", "--out", "out")
    for part in ("1/2", "2/2"):
        grade(tmp_path, "class", "--layout", "one-folder-a-student", "--out", f"part{part[0]}", "--shard", part)
    grade(tmp_path, "merge", "part1", "part2", "--out", "merged")
    for out in ("out", "merged"):
        with (tmp_path / out / "grades.csv").open(encoding="utf-8", newline="") as file:
            found = {row["student"]: (row["status"], row["score"]) for row in csv.DictReader(file)}
        missing = ("missing", "")
        assert found == {
            "ann": ("passed", "100"),
            "bob": missing,
            "cem": ("passed", "100"),
            "dan": ("not graded", ""),
            "eve": missing,
        }


def test_merged_parts_of_moodle_have_the_zip_of_pages(tmp_path: Path) -> None:
    for number, name in ((1234, "Jane Doe"), (1235, "Rick Roe")):
        folder = tmp_path / "class" / f"{name}_{number}_assignsubmission_file_"
        folder.mkdir(parents=True)
        (folder / "matmul_practice.py").write_bytes(solution())
    for part in ("1/2", "2/2"):
        grade(tmp_path, "class", "--layout", "moodle", "--out", f"part{part[0]}", "--shard", part)
    grade(tmp_path, "merge", "part1", "part2", "--out", "merged")
    with zipfile.ZipFile(tmp_path / "merged" / "moodle-feedback.zip") as pages:
        assert len(pages.namelist()) == 2


def test_who_may_be_in_a_missing_part_is_not_said_to_have_no_submission(tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(6)]
    write(tmp_path / "class", {name: solution() for name in names})
    (tmp_path / "mine.csv").write_text("id,Score\n" + "".join(f"{name},\n" for name in names))
    for part in ("1", "2"):
        grade(tmp_path, "class", "--out", f"part{part}", "--shard", f"{part}/3")
    parts = ("part1", "part1", "part2")
    done = grade(tmp_path, "merge", *parts, "--out", "all", "--gradebook", "mine.csv", "--column", "Score", code=1)
    assert "in the gradebook, not in what was graded here" in done.stderr
    assert "merged from 2 parts" in (tmp_path / "all" / "index.html").read_text()
