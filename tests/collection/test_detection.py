"""The layout is told over the whole download, a vote for each student, whatever lies around or beside."""

from __future__ import annotations

from typing import Any

import pytest

from grader.collection.detection import detect
from grader.collection.errors import CollectionError
from tests.collection.names import collected, graded, said

TWO_CANVAS = ("doe_1_2_matmul_practice.py", "roe_3_4_matmul_practice.py")


def layout(*names: str, title: str = "") -> str:
    return detect(names, title=title).layout.name


def test_one_students_many_files_do_not_outvote_the_others() -> None:
    found = collected("al.py", "bo.py", "cy.py", *(f"dan/x{number}.py" for number in range(50)))
    assert graded(found) == {"al": "al.py", "bo": "bo.py", "cy": "cy.py"}
    assert "dan/x0.py: not graded" in said(found)
    assert "30 more are not graded" in said(found)


def test_a_student_cannot_make_a_folder_look_like_another_platforms() -> None:
    evil = [f"dan/doe_{number}_{number}_m.py" for number in range(50)] + ["dan/submission_1/m.py"]
    assert layout("al/m.py", "bo/m.py", *evil) == "one-folder-a-student"


def test_a_students_file_called_as_a_course_folders_own_stops_nobody() -> None:
    assert layout("al.py", "bo.py", "nbgrader_config.py") == "one-file-a-student"


def test_files_that_nobody_handed_in_do_not_vote() -> None:
    assert layout(*TWO_CANVAS, "index.html", "README.md", "a.csv", "b.csv", "c.csv") == "canvas"


def test_a_download_without_python_files_is_told_by_the_others() -> None:
    assert layout("doe_1_2_report.pdf", "roe_3_4_report.pdf") == "canvas"


@pytest.mark.parametrize("around", ["submissions/", "a/b/c/", "submissions.zip/"])
def test_folders_around_everything_are_passed_over(around: str) -> None:
    assert set(graded(collected(*(around + name for name in TWO_CANVAS)))) == {"1", "3"}
    names = [f"{around}al/matmul_practice.py", f"{around}bo/matmul_practice.py"]
    assert set(graded(collected(*names))) == {"al", "bo"}
    assert set(graded(collected(*names, "README.txt", f"{around}helper.py"))) == {"al", "bo"}
    assert set(graded(collected(*names, f"{around}matmul_practice.py"))) == {"al", "bo"}


def test_a_lone_students_folder_is_not_taken_for_one_around_everything() -> None:
    assert graded(collected("jane/matmul_practice.py")) == {"jane": "jane/matmul_practice.py"}
    assert set(graded(collected("jane/matmul_practice.py", "jane/helper.py", "jane/tests/test_it.py"))) == {"jane"}
    assert set(graded(collected("class/jane/matmul_practice.py", "class/jane/data.csv"))) == {"jane"}


def test_the_downloads_own_name_tells_what_the_platform_called_it() -> None:
    names = ("matmul-jane/matmul_practice.py", "matmul-joe/matmul_practice.py")
    assert set(graded(collected(*names, title="matmul-submissions"))) == {"jane", "joe"}
    assert set(graded(collected(*names, title="downloads"))) == {"matmul-jane", "matmul-joe"}
    assert layout("jane/one/m.py", "joe/two/m.py", title="submitted") == "nbgrader"


@pytest.mark.parametrize("title", ["submission_12", "a+b+c", "Jane Doe_12_assignsubmission_file"])
def test_the_downloads_own_name_is_never_a_student(title: str) -> None:
    assert set(graded(collected("al/m.py", "bo/m.py", title=title))) == {"al", "bo"}


def test_nbgraders_folders_are_told_by_the_assignment_that_all_have() -> None:
    assert layout("al/matmul/m.py", "bo/matmul/m.py") == "nbgrader"
    assert layout("al/matmul/m.py", "bo/other/m.py") == "one-folder-a-student"
    assert layout("al/w.zip/m.py", "bo/w.zip/m.py") == "one-folder-a-student"


@pytest.mark.parametrize("beside", ["source", "release", "autograded", "feedback"])
def test_a_whole_course_folder_of_nbgraders_is_no_class_of_its_five_folders(beside: str) -> None:
    names = [f"{beside}/matmul/matmul_practice.ipynb", *(f"submitted/{who}/matmul/m.ipynb" for who in ("al", "bo"))]
    assert layout(*names) == "nbgrader"
    assert set(graded(collected(*names))) == {"al", "bo"}


def test_moodles_names_may_have_underscores() -> None:
    found = collected("Fritz_Fischer_12352_assignsubmission_file_/m.py", "Jane Doe_7_assignsubmission_file_/m.py")
    assert [(entry.student, entry.name) for entry in found.entries] == [("7", "Jane Doe"), ("12352", "Fritz_Fischer")]


def test_clones_are_told_by_what_only_classroom_50_puts_there() -> None:
    names = ("c-m-al/m.py", "c-m-bo/m.py")
    assert layout(*names) == "one-folder-a-student"
    assert layout(*names, "c-m-al/result.json", "c-m-bo/results.json") == "classroom50"


def test_a_zip_a_student_is_a_file_a_student() -> None:
    found = collected("al.zip/matmul_practice.py", "bo.zip/x/matmul_practice.py", "cy.py", "dan.zip")
    assert graded(found) == {
        "al": "al.zip/matmul_practice.py",
        "bo": "bo.zip/x/matmul_practice.py",
        "cy": "cy.py",
    }
    assert "dan: no Python file (only dan.zip)" in said(found)


def test_the_layout_may_be_said() -> None:
    assert set(graded(collected(*TWO_CANVAS, layout="one-file-a-student"))) == {
        "doe_1_2_matmul_practice",
        "roe_3_4_matmul_practice",
    }


@pytest.mark.parametrize(
    ("said", "names", "meant"),
    [
        ("moodle", ("Jane_1_assignsubmission_file_m.py",), "moodle-flat"),
        ("moodle", ("Jane_1_assignsubmission_file_/m.py",), "moodle-folders"),
        ("brightspace", ("1-2 - Jane - Sep 24, 2024 926 PM - m.py",), "brightspace-flat"),
        ("nbgrader", ("al/matmul/m.py",), "nbgrader"),
        ("nbgrader", ("al+matmul+2026-11-20 10:00:00 UTC/m.py",), "nbgrader-exchange"),
    ],
)
def test_a_platforms_name_means_whichever_of_its_layouts_fits(said: str, names: tuple[str, ...], meant: str) -> None:
    assert detect(names, layout=said).layout.name == meant


def test_a_pattern_may_be_given() -> None:
    found = collected("w1-jane-late.py", "w1-joe.py", "other.py", pattern=r"w1-(?P<user>\w+?)(?:-(?P<late>late))?\.py")
    assert {entry.student: entry.late for entry in found.entries} == {"jane": True, "joe": False}
    assert "other.py: not graded" in said(found)


def test_a_pattern_is_held_against_paths_within_the_folders_around_everything() -> None:
    assert set(graded(collected("x/al.py", "x/bo.py", pattern=r"(?P<user>\w+)\.py"))) == {"al", "bo"}
    assert set(graded(collected("x/al.py", "x/bo.py", pattern=r"x/(?P<user>\w+)\.py"))) == {"al", "bo"}


@pytest.mark.parametrize(
    ("ways", "message"),
    [
        ({"layout": "blackbird"}, r"no such layout; known are: moodle, .*canvas, .*moodle-flat"),
        ({"layout": "canvas", "pattern": "(?P<user>.*)"}, "give one of them"),
        ({"layout": "canvas"}, r"Canvas download fits none of the 2 files \(a\.py, b\.py\)"),
        ({"pattern": "("}, "no regular expression"),
        ({"pattern": "(?P<user>a){99999999999}"}, "no regular expression"),
        ({"pattern": "x"}, "named group for the student"),
        ({"pattern": "(?P<user>x)"}, r"fits none of the 2 files \(a\.py, b\.py\); a pattern must match the whole path"),
        ({"pattern": "(?P<user>x)?.*"}, "fits none of the 2 files"),
    ],
)
def test_what_is_said_wrong_is_named(ways: dict[str, Any], message: str) -> None:
    with pytest.raises(CollectionError, match=message):
        collected("a.py", "b.py", **ways)


@pytest.mark.parametrize("beside", ["solution.py", "solution/matmul_practice.py", "submissions.zip/jane.py"])
def test_a_class_in_a_folder_beside_something_else_is_named_rather_than_taken_for_a_student(beside: str) -> None:
    within = [f"submissions/{name}" for name in TWO_CANVAS]
    with pytest.raises(CollectionError, match="submissions is a class by itself"):
        collected(beside, *within)
    assert set(graded(collected(beside, *within, layout="canvas"))) == {"1", "3"}


@pytest.mark.parametrize("layout", ["moodle", "canvas"])
def test_a_layout_that_fits_in_several_folders_is_not_taken_for_one_of_them(layout: str) -> None:
    file = "Jo Do_{}_assignsubmission_file/m.py" if layout == "moodle" else "dojo_{}_50_m.py"
    sections = [f"{section}/{file.format(number)}" for section in ("A", "B") for number in (7, 8)]
    with pytest.raises(CollectionError, match=r"each of these folders is a class by itself .*: A, B; "):
        detect(sections, layout=layout)
    assert detect([*sections[:2], "B/notes.py"], layout=layout).way.passed == "A/"
