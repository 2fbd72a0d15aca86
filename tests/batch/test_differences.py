"""Whose mark a changed exercise would change is said before anything is overwritten."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from grader.batch.differences import differences, told
from grader.batch.gradebook import read_records
from grader.output_folder import DATABASE
from tests.batch.classes import grade, solution, write


def test_diff_says_whose_mark_would_change_and_overwrites_nothing(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"bo": solution().replace(b"A.T @ B", b"A.reshape(3, 5) @ B")})
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    done = grade(tmp_path, "class", "--out", "out", "--diff", "out/gradebook.sqlite")
    assert "bo  100 / 100 →" in done.stdout
    assert "    the file is not the same as then\n" in done.stdout
    assert "transpose-fix, product_is_right: passed 15 / 15 → not yet 0 / 15" in done.stdout
    assert "1 mark would change; nothing was overwritten." in done.stdout
    assert {path: path.read_bytes() for path in before} == before


def test_diff_does_not_blame_a_file_that_is_the_same(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    before = list(read_records(tmp_path / "out" / DATABASE))
    after = [replace(record, result=replace(record.result, score=90.0)) for record in before]
    assert list(told(differences(before, after))) == [
        "al  100 / 100 → 90 / 100", "bo  100 / 100 → 90 / 100", "2 marks would change; nothing was overwritten."
    ]  # fmt: skip


def test_diff_of_a_part_compares_that_part(tmp_path: Path) -> None:
    write(tmp_path / "class", {name: solution() for name in ("al", "bo", "cy", "dan", "eve", "flo")})
    grade(tmp_path, "class", "--out", "out")
    for part in ("1/2", "2/2"):
        done = grade(tmp_path, "class", "--out", "new", "--diff", "out/gradebook.sqlite", "--shard", part)
        assert done.stdout == "0 marks would change; nothing was overwritten.\n"


def test_diff_may_be_brief_or_data_and_follows_fail_under(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"bo": b"print()\n", "cy": solution()})
    compare = ("class", "--out", "out", "--diff", "out/gradebook.sqlite")
    assert grade(tmp_path, *compare, "--quiet").stdout == "2 marks would change; nothing was overwritten.\n"
    told = [json.loads(line) for line in grade(tmp_path, *compare, "--format", "json").stdout.splitlines()]
    scores = {one["student"]: (one["before"] and one["before"]["score"], one["after"]["score"]) for one in told}
    assert scores == {"bo": (100, 0), "cy": (None, 100)}
    grade(tmp_path, *compare, "--fail-under", "50", code=1)
    assert "no such check" not in grade(tmp_path, *compare).stdout


def test_diff_knows_a_student_whose_new_attempt_is_another_file(tmp_path: Path) -> None:
    write(tmp_path / "class", {"leeann_101_55_matmul": solution(), "roy_102_56_matmul": solution()})
    grade(tmp_path, "class", "--out", "out", "--layout", "canvas")
    (tmp_path / "class" / "leeann_101_55_matmul.py").unlink()
    write(tmp_path / "class", {"leeann_101_77_matmul": b"print()\n"})
    done = grade(tmp_path, "class", "--out", "new", "--layout", "canvas", "--diff", "out/gradebook.sqlite")
    assert "101  100 / 100 → 0 / 100\n    the file is not the same as then\n" in done.stdout
    assert "1 mark would change" in done.stdout


def test_diff_says_so_where_the_file_cannot_be_read_any_more(tmp_path: Path) -> None:
    write(tmp_path / "class", {"ann": solution(), "roy": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"ann": b"x = (\n"})
    done = grade(tmp_path, "class", "--out", "new", "--diff", "out/gradebook.sqlite")
    assert "ann  100 / 100 → 0 / 100\n    the file is not the same as then\n" in done.stdout


def test_diff_with_another_class_says_so(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    write(tmp_path / "other", {"ann": solution(), "cem": solution()})
    grade(tmp_path, "class", "--out", "out")
    done = grade(tmp_path, "other", "--out", "two", "--diff", "out/gradebook.sqlite", code=2)
    assert "nobody in this gradebook" in done.stderr
