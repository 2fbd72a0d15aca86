"""A folder is graded once, completely, and what comes of it is all there."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from grader.batch.page_names import PageNames
from tests.batch.classes import grade, marks, results, solution, write
from tests.collection.building import LAYOUTS, ids, lay_out
from tests.corpus import SUBMISSIONS


def test_every_output_is_there(undisturbed: Path) -> None:
    out = undisturbed / "out"
    students = marks(out)
    assert {path.name for path in out.iterdir()} >= {"results.jsonl", "grades.csv", "index.html", "gradebook.sqlite"}
    assert {path.stem for path in (out / "students").iterdir()} == set(students)
    assert len((out / "grades.csv").read_text("utf-8").splitlines()) == len(students) + 1
    assert not list(out.rglob(".*"))


def test_a_folder_is_graded_as_its_files_are_one_by_one(undisturbed: Path) -> None:

    for document in results(undisturbed / "out")[::12]:
        alone = grade(
            undisturbed, undisturbed / "class" / document["submission"], "--format", "json", "--no-html",
            "--isolation", "strict", code=0 if document["status"] == "passed" else 1,
        )  # fmt: skip
        mine = json.loads(alone.stdout)
        for one in (mine, document):
            one.update(runs=[(run["scenario"], run["status"]) for run in one["runs"]], submission="", student="")
            for exercise in one["exercises"]:
                exercise.pop("title")
        assert mine["exercises"] == document["exercises"]
        assert (mine["status"], mine["score"]) == (document["status"], document["score"])


def test_an_unchanged_folder_is_not_run_again(undisturbed: Path) -> None:
    before = (undisturbed / "out" / "results.jsonl").read_bytes()
    done = grade(undisturbed, "class", "--out", "out")
    assert "0 graded now; 60 unchanged" in done.stdout
    assert (undisturbed / "out" / "results.jsonl").read_bytes() == before


def test_only_what_changed_is_run_again(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"bo": b"print(1)\n", "cy": solution()})
    done = grade(tmp_path, "class", "--out", "out")
    assert "2 graded now; 1 unchanged" in done.stdout
    assert [status for status, _ in marks(tmp_path / "out").values()] == ["passed", "failed", "passed"]
    assert "3 graded now." in grade(tmp_path, "class", "--out", "out", "--again").stdout
    (tmp_path / "class" / "cy.py").unlink()
    assert "2 submissions" in grade(tmp_path, "class", "--out", "out").stdout
    (tmp_path / "out" / "students" / "al.html").unlink()
    assert "1 graded now; 1 unchanged" in grade(tmp_path, "class", "--out", "out").stdout


def test_a_folder_runs_files_as_a_single_one_is_run(tmp_path: Path) -> None:
    source = (
        b"import os, signal\ntry:\n    os.kill(os.getpid(), signal.SIGINT)\nexcept KeyboardInterrupt:\n    pass\n"
        b"assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
        b"assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])\n"
    )
    write(tmp_path / "class", {"al": source + solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    assert set(marks(tmp_path / "out").values()) == {("passed", 100)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_each_student_the_mark(layout: str, tmp_path: Path) -> None:
    students = {"alice": solution(), "bob": b"print('nothing yet')\n", "carol": b"\xff\0"}
    done = grade(tmp_path, lay_out(layout, students, tmp_path / "class", zipped=True), "--out", "out")
    expected = dict(zip(students.values(), ("passed", "failed", "inconclusive"), strict=True))
    assert {student: status for student, (status, _) in marks(tmp_path / "out").items()} == {
        student: expected[source] for student, source in ids(layout, students).items()
    }
    assert "3 submissions: 1 passed, 1 not yet, 1 could not be judged" in done.stdout


def test_moodle_students_get_their_pages_in_a_zip(tmp_path: Path) -> None:
    grade(
        tmp_path,
        lay_out("moodle-folders", {"alice": solution()}, tmp_path / "class"),
        "--out",
        "out",
        "--layout",
        "moodle",
    )
    with zipfile.ZipFile(tmp_path / "out" / "moodle-feedback.zip") as archive:
        assert archive.namelist() == ["Jane Doe_4000_assignsubmission_file/feedback.html"]


def test_without_pages_nothing_is_graded_again_and_no_folder_is_left_for_them(tmp_path: Path) -> None:
    folder = lay_out("one-file-a-student", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    grade(tmp_path, folder, "--out", "bare", "--no-html")
    assert not (tmp_path / "bare" / "students").exists()
    grade(tmp_path, folder, "--out", "out")
    assert "0 graded now" in grade(tmp_path, folder, "--out", "out", "--no-html").stdout
    assert "index.html and the pages" not in grade(tmp_path, folder, "--out", "out", "--no-html").stderr
    (tmp_path / "class" / "bob.py").write_bytes(solution())
    assert "index.html and the pages of students are those of an earlier call" in (
        grade(tmp_path, folder, "--out", "out", "--no-html").stderr
    )


def test_a_junit_file_of_a_class_may_be_in_a_new_folder(tmp_path: Path) -> None:
    folder = lay_out("one-file-a-student", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    grade(tmp_path, folder, "--out", "out", "--junit", "new/results.xml")
    assert (tmp_path / "new" / "results.xml").read_text("utf-8").startswith("<?xml")
    done = grade(tmp_path, folder, "--out", "out", "--junit", "new/results.xml/no.xml", code=2)
    assert "2 submissions" in done.stdout


def test_what_is_for_a_file_is_refused_for_a_class(tmp_path: Path) -> None:
    folder = lay_out("one-file-a-student", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    assert "--verbose is for a single file" in grade(tmp_path, folder, "--verbose", code=2).stderr


def test_an_exported_gradebook_is_filled_beside_the_reports(tmp_path: Path) -> None:
    lay_out("canvas", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    exported = (
        b'Student,ID,Section,Matmul (5)\r\n    Points Possible,,,10\r\n"A",4000,x,\r\n"B",4001,x,3\r\n"C",9,x,\r\n'
    )
    (tmp_path / "exported.csv").write_bytes(exported)
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "exported.csv", "--column", "Matmul (5)")
    assert (tmp_path / "out" / "exported.csv").read_bytes() == exported.replace(b"4000,x,", b"4000,x,10").replace(
        b"x,3", b"x,0"
    )
    assert "2 rows filled" in done.stderr
    assert "1 in the gradebook, without a submission here: 9" in done.stderr
    assert "1 had another mark, which was replaced: 4001 (3 → 0)" in done.stderr
    wrong = grade(tmp_path, "class", "--out", "out", "--gradebook", "exported.csv", "--column", "Matmull", code=2)
    assert "did you mean 'Matmul (5)'" in wrong.stderr


def test_exit_codes_follow_fail_under(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": b"print()\n"})
    done = grade(tmp_path, "class", "--fail-under", "50", code=1)
    assert "grade: 1 below 50 %, or without a mark: bo" in done.stderr
    grade(tmp_path, "class", "--fail-under", "0", code=0)
    write(tmp_path / "class", {"bo": b"\xff\xfe"})
    grade(tmp_path, "class", "--fail-under", "50", code=1)


def test_python_files_of_nobody_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path / "class", {"doe_1_2_matmul": solution(), "roe_3_4_matmul": solution(), "Zed, Zoe": solution()})
    done = grade(tmp_path, "class", "--out", "out", "--quiet")
    assert "1 Python file not graded, as the layout names no student for it: Zed, Zoe.py" in done.stderr


def test_a_junit_report_has_a_suite_for_each_submission(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": b"print()\n"})
    grade(tmp_path, "class", "--junit", "junit.xml")
    report = (tmp_path / "junit.xml").read_text("utf-8")
    assert "al.py" in report
    assert "bo.py" in report


def test_json_is_a_document_a_line(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": b"print()\n"})
    done = grade(tmp_path, "class", "--format", "json")
    assert done.stdout == (tmp_path / "feedback" / "results.jsonl").read_text("utf-8")
    assert len(done.stdout.splitlines()) == 2


HOSTILE_NAMES = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "::error::x",
    "a\x1b[31mb",
    "\u202egnp",
    "con",
    "a\nb",
    "..",
    "x" * 200,
)


def test_hostile_names_are_inert_everywhere(tmp_path: Path) -> None:
    write(tmp_path / "class", {"plain": solution()})
    for name in HOSTILE_NAMES:
        (tmp_path / "class" / f"{name.replace('/', '-')}.py").write_bytes(b"print()\n")
    (tmp_path / "class" / os.fsdecode(b"\xff\xfe.py")).write_bytes(b"print()\n")
    done = grade(tmp_path, "class", "--out", "out")
    assert f"{len(HOSTILE_NAMES) + 2} submissions" in done.stdout
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    assert "\x1b" not in page + done.stdout + done.stderr
    for line in (done.stdout + done.stderr).splitlines():
        assert not line.startswith("::")
    for line in (tmp_path / "out" / "grades.csv").read_text("utf-8").splitlines():
        assert not line.startswith(("=", "+", "-", "@", '"='))
    for document in results(tmp_path / "out"):
        assert (tmp_path / "out" / "students").is_dir()
        assert document["schema"].startswith("try-this-grader/")
    assert all(
        path.parent == tmp_path / "out" / "students"
        for path in (tmp_path / "out").rglob("*.html")
        if path.name != "index.html"
    )


def test_pages_have_names_of_their_own() -> None:
    students = ["jane", "Jane", "JANE", "../x", "a/b", "con", "ünï", "x" * 300, "", ".", "jane@example.org"]
    pages = PageNames(students)
    names = {student: pages.of(student) for student in students}
    assert len({name.casefold() for name in names.values()}) == len(students)
    assert not any("/" in name or name.startswith(".") or len(name) > 120 for name in names.values())
    assert names["jane@example.org"] == "jane@example.org.html"


def test_hostile_submissions_in_a_folder_hurt_nobody(tmp_path: Path) -> None:
    paths = sorted((SUBMISSIONS / "hostile").rglob("matmul_practice.py"))[::4]
    students = {path.parent.name: path.read_bytes() for path in paths}
    write(tmp_path / "class", {**students, "honest": solution()})
    grade(tmp_path, "class", "--out", "out", "--time-limit", "2")
    found = marks(tmp_path / "out")
    assert found["honest"] == ("passed", 100)
    assert all(status not in ("error",) for status, _ in found.values())
    assert len(found) == len(students) + 1


def test_a_stray_file_does_not_make_a_class_one_learners_folder(tmp_path: Path) -> None:
    for student in ("a", "b"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "class" / "loose.py").write_text("print(1)\n")
    grade(tmp_path, "class", "--out", "out")
    assert {"a", "b"} <= marks(tmp_path / "out").keys()


@pytest.mark.parametrize(
    ("name", "column", "says"),
    [("grades.csv", "Score", "is what the marks are written to"), ("mine.csv", "Scor", "did you mean 'Score'")],
)
def test_a_gradebook_that_cannot_be_filled_is_said_before_anything_is_graded(
    tmp_path: Path, name: str, column: str, says: str
) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    (tmp_path / name).write_text("Student,Score\njane,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", name, "--column", column, code=2)
    assert says in done.stderr
    assert not (tmp_path / "out").exists()


def test_two_files_of_the_right_name_in_folders_beside_each_other_are_not_chosen_from(tmp_path: Path) -> None:
    for student in ("ann", "bob"):
        for folder in ("final", "old"):
            (tmp_path / "class" / student / folder).mkdir(parents=True)
            (tmp_path / "class" / student / folder / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "class" / "bob" / "matmul_practice.py").write_bytes(solution())
    done = grade(tmp_path, "class", "--layout", "one-folder-a-student", "--out", "out")
    assert marks(tmp_path / "out").keys() == {"bob"}
    assert "ann: several files could be meant" in done.stdout


def test_what_is_called_as_no_program_is_not_run_as_one(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("print('run')\n")
    (tmp_path / "marks.csv").write_text("print('run')\n")
    (tmp_path / "class.tar.gz").write_bytes(b"\x1f\x8b")
    assert "no zip that can be read" in grade(tmp_path, "no.zip", code=2).stderr
    assert "unpack it and name the folder" in grade(tmp_path, "class.tar.gz", code=2).stderr
    assert "a Python file or a notebook is graded" in grade(tmp_path, "marks.csv", code=2).stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_zip_that_may_not_be_read_is_said_to_be_that(tmp_path: Path) -> None:
    lay_out("one-file-a-student", {"al": solution()}, tmp_path / "class", zipped=True).chmod(0)
    assert "class.zip: cannot be read (Permission denied)" in grade(tmp_path, "class.zip", code=2).stderr


def test_without_html_there_is_no_page_at_all(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    assert "Class page" not in grade(tmp_path, "class", "--out", "out", "--no-html").stdout
    assert not list((tmp_path / "out").rglob("*.html"))


def test_who_could_not_be_judged_is_named_and_has_no_mark(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": b"\xff\0"})
    assert "1 could not be judged:\n  bob: bob.py" in grade(tmp_path, "class", "--out", "out").stdout
    page = (tmp_path / "out" / "students" / "bob.html").read_text(encoding="utf-8")
    assert "Not graded" in page
    assert "/ 100" not in page


def test_options_that_mean_nothing_here_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    assert "with --gradebook" in grade(tmp_path, "class", "--column", "Practice", code=2).stderr
    filled = ("--diff", "class/jane.py", "--gradebook", "class/bob.py")
    assert "and writes nothing" in grade(tmp_path, "class", *filled, code=2).stderr
    for option in ("--time-limit", "--fail-under"):
        assert "'nan' is no number" in grade(tmp_path, "class", option, "nan", code=2).stderr
    assert "--layout is for a folder" in grade(tmp_path, "class/jane.py", "--layout", "canvas", code=2).stderr


def test_where_nothing_can_be_graded_nothing_is_left(tmp_path: Path) -> None:
    write(tmp_path / "class", {"a": solution(), "b": solution()})
    assert "layout" in grade(tmp_path, "class", "--layout", "nonsense", "--out", "out", code=2).stderr
    assert not (tmp_path / "out").exists()


def test_a_students_page_says_whose_it_is_and_that_it_is_late(tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    for name in ("doejane_LATE_12_345_matmul_practice.py", "roerich_13_346_matmul_practice.py"):
        (tmp_path / "class" / name).write_bytes(solution())
    grade(tmp_path, "class", "--layout", "canvas", "--out", "out")
    assert "doejane (12), late" in (tmp_path / "out" / "students" / "12.html").read_text("utf-8")


def test_of_a_course_folder_of_nbgrader_only_what_was_handed_in_is_graded(tmp_path: Path) -> None:
    for part in ("source/ps1", "release/ps1", "submitted/ann/ps1", "submitted/bob/ps1"):
        (tmp_path / "course" / part).mkdir(parents=True)
        (tmp_path / "course" / part / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "course" / "nbgrader_config.py").write_text("c = get_config()\n")
    grade(tmp_path, "course", "--out", "out")
    assert sorted(marks(tmp_path / "out")) == ["ann", "bob"]


def test_who_has_no_submission_is_below_any_bound(tmp_path: Path) -> None:
    lay_out("one-folder-a-student", {"al": solution(), "bo": solution()}, tmp_path / "class")
    (tmp_path / "class" / "bo" / "matmul_practice.py").rename(tmp_path / "class" / "bo" / "practice.docx")
    done = grade(tmp_path, "class", "--fail-under", "1", code=1)
    assert "grade: 1 below 1 %, or without a mark: bo" in done.stderr


def test_a_gradebook_of_another_class_is_an_error_and_is_not_copied(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    (tmp_path / "mine.csv").write_text("Student,Score\nzed,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "mine.csv", code=2)
    assert "none of its rows is about a student of this class" in done.stderr
    (tmp_path / "mine.csv").write_text("Student,Score\nal,\nal,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "mine.csv", code=2)
    assert "no row was filled in" in done.stderr
    assert "1 not filled in, because several rows or students could be meant: al" in done.stderr
    assert not (tmp_path / "out" / "mine.csv").exists()
    assert set(marks(tmp_path / "out")) == {"al", "bo"}
