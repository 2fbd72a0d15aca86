"""Every platform's download gives the same students and the same files; what is not graded is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.collection.choice import HandedIn, choose
from grader.collection.collection import Collection, read_collection
from grader.collection.contents import has_code
from grader.collection.errors import CollectionError
from grader.collection.files import Files, open_files
from grader.collection.layouts import named
from grader.collection.students import without_shared
from grader.text import one_line
from tests.collection.building import LAYOUTS, ids, lay_out
from tests.collection.names import Named, collected, graded, said

STUDENTS = {name: f"print('{name}')\n".encode() for name in ("alice", "bob", "carol", "dave", "erin")}


def read(path: Path) -> tuple[Collection, dict[str, bytes]]:
    with open_files(path) as files:
        found = read_collection(files)
        return found, {entry.student: files.read(entry.submission) for entry in found.entries}


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_recognised_and_gives_the_same_files(layout: str, zipped: bool, tmp_path: Path) -> None:
    found, content = read(lay_out(layout, STUDENTS, tmp_path / "download", zipped=zipped))
    assert found.layout.name == layout
    assert content == ids(layout, STUDENTS)
    assert found.summary.startswith(f"{named(layout).title}: 5 submissions in ")
    assert [entry.student for entry in found.entries] == sorted(content)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_folder_around_everything_changes_nothing(layout: str, tmp_path: Path) -> None:
    lay_out(layout, STUDENTS, tmp_path / "download" / "around")
    found, content = read(tmp_path / "download")
    assert (found.layout.name, content) == (layout, ids(layout, STUDENTS))


# Attempts


def test_a_late_submission_is_marked() -> None:
    found = collected("doejane_LATE_1234_5678_matmul_practice.py", "roe_99_5679_matmul_practice.py")
    assert {entry.student: entry.late for entry in found.entries} == {"1234": True, "99": False}
    assert "1 late" in found.summary


@pytest.mark.parametrize(
    ("names", "late"),
    [
        (("al/m.py", "bo/m.py", "late/cy/m.py"), "cy"),
        (("al/m.py", "bo/m.py", "Late submissions/cy/m.py", "Late submissions/di/m.py"), "cy di"),
        (("al.py", "bo.py", "late/cy.py", "late/di.py"), "cy di"),
        (("class/al.py", "class/bo.py", "class/late/cy.py"), "cy"),
        (("a_1_10_m.py", "b_2_11_m.py", "late/c_LATE_3_12_m.py", "late/d_4_13_m.py"), "3 4"),
        (("late/m.py", "bo/m.py", "cy/m.py"), ""),
        (("al/m.py", "bo/m.py", "late/cy.py", "Late/di.py"), "cy di"),
        (("al/m.py", "bo/m.py", "late/matmul_practice.py"), ""),
    ],
)
def test_what_is_in_a_folder_of_late_submissions_is_each_students_own(names: tuple[str, ...], late: str) -> None:
    found = collected(*names)
    assert sorted(graded(found).values()) == sorted(names)
    assert [entry.student for entry in found.entries if entry.late] == late.split()


def test_who_handed_in_nothing_but_a_document_is_a_student_all_the_same() -> None:
    found = collected("al.pdf", "bo.py", "bo.txt", "cy.py.txt", "di.docx", "ed.7z", "README.txt", "marks.csv")
    assert graded(found) == {"bo": "bo.py", "cy": "cy.py.txt"}
    assert [remark.student for remark in found.remarks if remark.without] == ["al", "di", "ed"]
    assert "al: no Python file (only al.pdf)" in said(found).splitlines()
    assert ": 2 files are no submissions: README.txt, marks.csv" in said(found).splitlines()


@pytest.mark.parametrize(
    "odd", ["solution/m.py", "_backup/m.py", "template/m.py", "on time/al/m.py", "resubmissions/al/m.py", "zz/al/m.py"]
)
def test_a_folder_that_may_be_no_students_is_told_and_graded(odd: str) -> None:
    found = collected("al/m.py", "bo/m.py", "cy/m.py", odd)
    student = odd.partition("/")[0]
    assert f"{student}: maybe no student" in said(found)
    assert said(found).count("maybe") == 1
    assert graded(found)[student] == odd


def test_folders_that_differ_in_how_deep_they_are_are_students() -> None:
    assert "maybe" not in said(collected("al/m.py", "bo/m.py", "cy/x/m.py", "di/y/m.py", "ed/m.py", "old-field/m.py"))


@pytest.mark.parametrize("copy", ["al (2)", "Copy of al", "al - Kopie", "al_v2", "al - copy (2)"])
def test_a_file_that_may_be_another_ones_copy_is_told_and_graded(copy: str) -> None:
    found = collected("al.py", "bo.py", "cy2.py", f"{copy}.py")
    assert f"{copy}: maybe the same student as al, by the file's name; both are graded" in said(found)
    assert len(found.entries) == 4


def test_a_name_that_ends_as_anothers_copy_is_no_copy_of_nobody() -> None:
    assert "maybe" not in said(collected("al (2).py", "bo.py", "cy_v2.py"))


def test_what_was_handed_in_again_late_is_graded_and_that_is_said() -> None:
    found = collected("al.py", "bo.py", "late/al.py")
    assert graded(found) == {"al": "late/al.py", "bo": "bo.py"}
    assert "al: 2 attempts; the newest is graded (late), not one without a date" in said(found).splitlines()


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("doe_7_500_matmul_practice.py", "doe_7_501_matmul_practice-1.py"),
        ("doe_7_501_matmul_practice-1.py", "doe_7_400_matmul_practice-2.py"),
        ("doe_7_99_matmul_practice.py", "doe_7_100_matmul_practice.py"),
        ("P_7_attempt_2026-11-20-10-00-00_m.py", "P_7_attempt_2026-11-21-09-00-00_m.py"),
        ("7@example.org_9_matmul_practice.py", "7@example.org_10_matmul_practice.py"),
        ("7+m+2026-11-20 10:00:00 UTC+x/m.py", "7+m+2026-11-20 11:00:00 UTC+a/m.py"),
        ("7-1 - Jane Doe - Sep 24, 2024 926 PM/m.py", "7-1 - Jane Doe - Oct 2, 2024 111 AM/m.py"),
        ("7-1 - Jane Doe - Oct 2, 2024 111 AM/m.py", "7-1 - Jane Doe - Oct 2, 2024 1005 AM/m.py"),
        ("7-1 - Jane Doe - 30 sept. 2024 2126/m.py", "7-1 - Jane Doe - 2 oct. 2024 111/m.py"),
        ("7-1 - Jane Doe - Sep 24, 2024 926 PM - m.py", "7-1 - Jane Doe - Oct 2, 2024 111 AM - m.py"),
    ],
)
def test_of_several_attempts_the_newest_is_graded_and_that_is_said(older: str, newer: str) -> None:
    found = collected(older, newer)
    assert list(graded(found).values()) == [newer]
    assert "graded" in said(found)


def test_students_stand_in_the_order_in_which_a_person_looks_them_up() -> None:
    found = collected("student10/m.py", "student9/m.py", "Student1/m.py", "ann/m.py", "Zoe/m.py")
    assert [entry.student for entry in found.entries] == ["ann", "Student1", "student9", "student10", "Zoe"]


def test_attempts_whose_dates_cannot_be_read_are_ordered_as_texts_and_that_is_said() -> None:
    found = collected("7-1 - Jane - 1 Foo 2024 926/m.py", "7-1 - Jane - 2 Bar 2024 926/m.py")
    assert graded(found) == {"7": "7-1 - Jane - 2 Bar 2024 926/m.py"}
    assert "ordered as texts" in said(found)


def test_a_newest_attempt_without_python_is_not_passed_over_in_silence() -> None:
    found = collected(
        "P_al_attempt_2026-11-20-10-00-00_m.py",
        "P_al_attempt_2026-11-21-10-00-00_report.pdf",
        "P_bo_attempt_2026-11-20-10-00-00_m.py",
    )
    assert graded(found)["al"] == "P_al_attempt_2026-11-20-10-00-00_m.py"
    assert "the newest that has a Python file is graded (2026-11-20-10-00-00), not 2026-11-21-10-00-00" in said(found)


# Which of a student's files


def test_the_file_that_is_called_as_asked_is_graded() -> None:
    found = collected(
        *("a/matmul_practice.py", "a/notes.py", "b/Matmul_Practice (1).py", "b/x.py", "c/only.py"),
        *(
            "c2/matmul_practice - Copy.py",
            "c2/matmul_practice.py",
            "c3/matmul_practice copy 2.py",
            "c3/matmul_practice copy.py",
        ),
        *("d/Matmul Practice - Copy.py", "d/x.py", "e/matmul-practice.ipynb", "e/x.py"),
        *("f/MATMUL_PRACTICE.PY", "f/x.py"),
    )
    assert graded(found) == {
        "a": "a/matmul_practice.py",
        "b": "b/Matmul_Practice (1).py",
        "c": "c/only.py",
        "c2": "c2/matmul_practice.py",
        "c3": "c3/matmul_practice copy 2.py",
        "d": "d/Matmul Practice - Copy.py",
        "e": "e/matmul-practice.ipynb",
        "f": "f/MATMUL_PRACTICE.PY",
    }


def test_a_file_in_which_nothing_stands_is_not_graded_where_another_one_has_code(tmp_path: Path) -> None:
    files = {
        "al/matmul_practice.py": "print(1)\n",
        "al/matmul_practice (1).py": "",
        "bo/__init__.py": "",
        "bo/solution.py": "print(1)\n",
        "cy/matmul_practice.py": "# starter\n\n",
        "di/matmul_practice.py": "# starter\n\n",
        "di/tests/test_matmul.py": "print(1)\n",
        "di/notes.py": "print(1)\n",
        "ed/matmul_practice.py": "print(1)\n",
        "ed/matmul_practice (1).py": '"""Only a text."""\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with open_files(tmp_path) as opened:
        found = read_collection(opened)
    assert graded(found) == {
        "al": "al/matmul_practice.py", "bo": "bo/solution.py", "cy": "cy/matmul_practice.py",
        "di": "di/matmul_practice.py", "ed": "ed/matmul_practice.py",
    }  # fmt: skip
    assert "matmul_practice.py is graded, not matmul_practice (1).py" in said(found)


def test_of_many_files_of_one_name_none_is_looked_into() -> None:
    def asked(file: HandedIn) -> bool:
        raise AssertionError(f"{file.path} is looked into")

    files = [HandedIn(f"al/{number}/matmul_practice.py", f"{number}/matmul_practice.py") for number in range(100)]
    choice = choose(files, only_named=False, has_code=asked)
    assert choice.file is None


def test_a_notebook_is_looked_into_as_it_is_written() -> None:
    cells = [
        {"cell_type": "code", "source": source} for source in ("# only\n", "'words'", "", "%pip install numpy\n1 +")
    ]
    for count, has in ((3, False), (4, True)):
        notebook = json.dumps({"cells": cells[:count], "nbformat": 4}).encode()
        assert has_code(cast("Files", Single(notebook)), HandedIn("al/m.ipynb", "m.ipynb")) is has


class Single:
    """A download of one file."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self, _name: str) -> bytes:
        return self.content


def test_a_file_that_imports_another_one_of_the_student_is_said_to(tmp_path: Path) -> None:
    files = {"al/matmul_practice.py": "from helper import f\n", "al/helper.py": "f = 1\n", "bo/m.py": "import numpy\n"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with open_files(tmp_path) as opened:
        found = read_collection(opened)
    assert "it imports helper.py, which lies beside it and is not there when it runs" in said(found)


def test_in_a_repository_a_copy_does_not_come_before_the_file_itself() -> None:
    copies = [f"hw-submissions/hw-{user}/matmul_practice{end}.py" for user in ("al", "bo") for end in ("", " (1)")]
    assert set(graded(collected(*copies)).values()) == set(copies[::2])


def test_a_copy_of_a_file_of_any_name_is_graded_in_its_place_and_that_is_said() -> None:
    found = collected("al/aufgabe.py", "al/aufgabe-1.py", "al/aufgabe-2.py", "bo/homework.py", "bo/homework (1).py")
    assert graded(found) == {"al": "al/aufgabe-2.py", "bo": "bo/homework (1).py"}
    assert "bo: homework (1).py is graded, not homework.py" in said(found)


def test_parts_of_the_work_are_no_copies_of_one_another() -> None:
    found = collected("al/task_1.py", "al/task_2.py", "bo/task-1.py", "bo/task-2.py", "cy/m.py")
    assert graded(found) == {"cy": "cy/m.py"}


def test_what_only_an_archive_holds_is_asked_for() -> None:
    assert "an archive that was not opened; ask for the .py" in said(collected("al/hw.7z", "bo/matmul_practice.py"))


def test_a_script_that_a_platform_made_a_text_of_is_one() -> None:
    assert graded(collected("al.py.txt", "bo.py")) == {"al": "al.py.txt", "bo": "bo.py"}
    found = collected("a/matmul_practice.py.txt", "a/x.py", "a/notes.txt", "b/m.py.TXT")
    assert graded(found) == {"a": "a/matmul_practice.py.txt", "b": "b/m.py.TXT"}


def test_of_a_script_and_a_notebook_the_script_is_graded_and_that_is_said() -> None:
    found = collected("a/matmul_practice.py", "a/matmul_practice.ipynb", "b/m.py")
    assert graded(found)["a"] == "a/matmul_practice.py"
    assert "a: matmul_practice.py is graded, not matmul_practice.ipynb" in said(found)


def test_the_file_nearest_to_the_top_is_meant_when_none_is_called_as_asked() -> None:
    found = collected("a/mine.py", "a/lib/one.py", "a/lib/two.py", "b/m.py")
    assert graded(found)["a"] == "a/mine.py"
    assert "a: mine.py is graded, not lib/one.py, lib/two.py" in said(found)


def test_a_file_beside_the_one_that_is_called_as_asked_is_not_passed_over_in_silence() -> None:
    found = collected("a/matmul_practice.py", "a/real.py", "a/tests/test_it.py", "b/m.py")
    assert graded(found)["a"] == "a/matmul_practice.py"
    assert "a: matmul_practice.py is graded, not real.py, tests/test_it.py" in said(found)


def test_files_of_the_same_name_are_told_apart_by_their_paths() -> None:
    found = collected(
        "doe_114_9017_matmul_practice.py", "doe_114_9018_matmul_practice.py", "roe_1_2_matmul_practice.py"
    )
    told = "doe_114_9018_matmul_practice.py is graded, not doe_114_9017_matmul_practice.py"
    assert f"114: {told}" in said(found)


def test_of_several_assignments_the_one_with_the_exercises_file_is_graded() -> None:
    names = ("submitted/al/ps1/matmul_practice.ipynb", "submitted/al/ps2/x.ipynb", "submitted/bo/ps2/x.ipynb")
    found = collected(*names, "submitted/bo/ps1/matmul_practice.ipynb", "submitted/cy/ps2/x.ipynb")
    assert graded(found) == {name: f"submitted/{name}/ps1/matmul_practice.ipynb" for name in ("al", "bo")}
    assert "several assignments are here; ps1 is graded, not ps2" in said(found)
    assert "cy: nothing was handed in for ps1" in said(found)


def test_which_of_several_assignments_is_meant_has_to_be_said() -> None:
    names = [f"submitted/{name}/{part}/matmul_practice.py" for name in ("al", "bo") for part in ("ps1", "ps2")]
    with pytest.raises(CollectionError, match=r"several assignments are here \(ps1, ps2\).*--pattern"):
        collected(*names)
    found = collected(*names, pattern=r"submitted/(?P<user>[^/]+)/ps1/(?P<file>.+)")
    assert set(graded(found).values()) == {f"submitted/{name}/ps1/matmul_practice.py" for name in ("al", "bo")}


def test_a_student_with_several_files_that_could_be_meant_is_not_graded_but_named() -> None:
    found = collected("a/one.py", "a/two.py", "b/matmul_practice.py")
    assert graded(found) == {"b": "b/matmul_practice.py"}
    assert "a: several files could be meant (one.py, two.py)" in said(found)


@pytest.mark.parametrize(
    ("names", "student"),
    [
        (("a/report.pdf",), "a: no Python file (only report.pdf)"),
        (
            ("Jane_7_assignsubmission_onlinetext/onlinetext.html", "Jo_8_assignsubmission_file/m.py"),
            "7: no Python file",
        ),
        (("doe_7_text.html", "roe_8_9_m.py", "poe_LATE_5_link.html"), "7: no Python file (only doe_7_text.html)"),
        (("P_a_attempt_2026-11-20-10-00-00.txt", "P_b_attempt_2026-11-20-10-00-00_m.py"), "a: no Python file"),
        (("a/work.rar", "a/work.7z"), "a: no Python file (only work.7z, work.rar)"),
    ],
)
def test_a_student_without_a_python_file_is_named(names: tuple[str, ...], student: str) -> None:
    more = () if any("_" in name for name in names) else ("b/matmul_practice.py", "c/matmul_practice.py")
    found = collected(*names, *more)
    assert student in said(found)
    assert "without one" in found.summary


def test_an_empty_folder_is_a_student_without_a_file(tmp_path: Path) -> None:
    lay_out("one-folder-a-student", STUDENTS, tmp_path)
    (tmp_path / "zoe" / "src").mkdir(parents=True)
    found, _ = read(tmp_path)
    assert "zoe: nothing was handed in (an empty folder)" in said(found)
    assert "1 student without one" in found.summary


@pytest.mark.parametrize(
    ("zip_name", "student"),
    [
        ("doe_7_8_work.zip", "7"),
        ("Jane_7_assignsubmission_file_/work.zip", "7"),
        ("Jane_7_assignsubmission_file_work.zip", "7"),
        ("P_jane_attempt_2026-11-20-10-00-00_work.zip", "jane"),
        ("7-1 - Jane - Sep 24, 2024 926 PM/work.zip", "7"),
        ("7-1 - Jane - Sep 24, 2024 926 PM - work.zip", "7"),
        ("jane@example.org_3_work.zip", "jane@example.org"),
        ("submission_7/work.zip", "submission_7"),
        ("jane/work.zip", "jane"),
        ("jane.zip", "jane"),
    ],
)
def test_a_zip_that_was_handed_in_belongs_to_the_student(zip_name: str, student: str) -> None:
    other = zip_name.replace("7", "6").replace("jane", "joe")
    inside = ("matmul/matmul_practice.py", "matmul/notes.py")
    found = graded(collected(*(f"{name}/{file}" for name in (zip_name, other) for file in inside)))
    assert found[student] == f"{zip_name}/matmul/matmul_practice.py"
    assert len(found) == 2


# Whose


def test_blackboards_user_names_may_have_underscores() -> None:
    names = [f"Week_1_{user}_attempt_2026-11-20-10-00-00_m.py" for user in ("jane_doe", "john_doe", "richard")]
    assert set(graded(collected(*names))) == {"jane_doe", "john_doe", "richard"}
    assert set(graded(collected(names[2]))) == {"richard"}


def test_names_composed_in_two_ways_are_one_student() -> None:
    found = collected("J\u00f6rg/matmul_practice.py", "Jo\u0308rg/matmul_practice (1).py", "bo/m.py")
    assert graded(found) == {"J\u00f6rg": "Jo\u0308rg/matmul_practice (1).py", "bo": "bo/m.py"}
    assert "J\u00f6rg: matmul_practice (1).py is graded, not matmul_practice.py" in said(found)


@pytest.mark.parametrize(
    "name",
    [
        "\u0936\u0930\u094d\u092e\u093e",
        "\u0e2a\u0e21\u0e0a\u0e32\u0e22\u0e43\u0e08\u0e14\u0e35",
        "zoe\u0308mu\u0308ller",
        "o'brienpat",
        "doe-smithjane",
    ],
)
def test_names_may_have_signs_that_are_no_letters(name: str) -> None:
    found = collected(f"{name}_7_9000_matmul_practice.py", "doe_8_9001_matmul_practice.py")
    assert (found.layout.name, set(graded(found))) == ("canvas", {"7", "8"})


SECTIONS = "A/al/m.py", "A/bo/m.py", "B/al/m.py", "B/cy/m.py"


def test_a_pattern_does_not_make_one_student_of_two_in_different_folders() -> None:
    with pytest.raises(CollectionError, match="al is in A and in B: maybe two students"):
        collected(*SECTIONS, pattern="[^/]+/(?P<user>[^/]+)/(?P<file>.+)")
    assert set(graded(collected(*SECTIONS, pattern="(?P<user>[^/]+/[^/]+)/(?P<file>.+)"))) == {
        "A/al",
        "A/bo",
        "B/al",
        "B/cy",
    }
    assert set(graded(collected(*SECTIONS, pattern="(?P<version>[^/]+)/(?P<user>[^/]+)/(?P<file>.+)"))) == {
        "al",
        "bo",
        "cy",
    }


def test_one_student_with_two_folders_does_not_stop_a_class() -> None:
    names = [
        "al/src/matmul_practice.py",
        "bo/src/matmul_practice.py",
        "bo/src2/matmul_practice.py",
        "cy/src/matmul_practice.py",
    ]
    assert set(graded(collected(*names))) == {"al", "cy"}


def test_a_stray_file_in_a_section_does_not_make_the_section_a_student() -> None:
    names = ["A/al/m.py", "A/bo/m.py", "B/cy/m.py", "A/roster.csv", "B/notes.py"]
    found = collected(*names, title="class", pattern="[^/]+/(?P<user>[^/]+)/(?P<file>.+)")
    assert set(graded(found)) == {"al", "bo", "cy"}


def test_a_late_file_is_another_attempt_of_the_same_student() -> None:
    pattern = r"[^_/]+_(?:(?P<late>late)_)?(?P<user>\d+)_(?P<file>.+)"
    names = ["doe_7_matmul_practice.py", "doe_late_7_matmul_practice.py", "roe_8_m.py"]
    assert set(graded(collected(*names, pattern=pattern))) == {"7", "8"}


def test_ids_that_differ_in_case_are_two_students() -> None:
    assert set(graded(collected("Jane.py", "jane.py"))) == {"Jane", "jane"}


def test_files_named_after_students_are_a_file_a_student() -> None:
    assert set(graded(collected("x/matmul_practice_al.py", "x/matmul_practice_bo.py"))) == {
        "matmul_practice_al",
        "matmul_practice_bo",
    }


@given(st.sets(st.text("ab-", min_size=1, max_size=6), min_size=1), st.sampled_from(["-", "_"]))
def test_what_all_begin_with_is_taken_away_without_making_two_the_same(users: set[str], separator: str) -> None:
    own = without_shared(users, separator)
    assert set(own) == users
    assert len(set(own.values())) == len(users)
    assert all(user.endswith(own[user]) for user in users)


# Clones


def test_only_the_learners_own_file_of_a_clone_is_graded() -> None:
    found = collected(
        *("c-m-jo/matmul_practice.py", "c-m-jo/tests/matmul_practice.py", "c-m-jo/result.json", "c-m-jo/.github/x.yml"),
        *("c-m-al/work/matmul_practice.py", "c-m-al/tests/test_it.py", "c-m-al/result.json"),
        *("c-m-bo/tests/matmul_practice.py", "c-m-bo/setup.py", "c-m-bo/result.json"),
    )
    assert graded(found) == {"jo": "c-m-jo/matmul_practice.py", "al": "c-m-al/work/matmul_practice.py"}
    assert "bo: no matmul_practice.py (only setup.py, tests/matmul_practice.py)" in said(found)


def test_clones_that_share_no_beginning_keep_their_whole_names() -> None:
    names = [f"{name}/{file}" for name in ("a-b-jane", "c-d-jane") for file in ("matmul_practice.py", "result.json")]
    assert set(graded(collected(*names))) == {"a-b-jane", "c-d-jane"}


def test_scores_csv_tells_user_names_and_who_handed_nothing_in() -> None:
    names = [f"c-m-jo-{name}/{file}" for name in ("al", "bo") for file in ("matmul_practice.py", "result.json")]
    table = "username,first_name,last_name,email,score\njo-al,Jane,Doe,jane@example.org,3\nJo-Bo,,,,1\nzoe,,,,\n"
    found = collected(*names, contents={"scores.csv": table})
    assert graded(found) == {"jo-al": "c-m-jo-al/matmul_practice.py", "jo-bo": "c-m-jo-bo/matmul_practice.py"}
    assert (found.entries[0].name, found.entries[0].email) == ("Jane Doe", "jane@example.org")
    assert "zoe: nothing was handed in" in said(found)
    assert set(graded(collected(*names))) == {"al", "bo"}


# Gradescope


def metadata(*submissions: tuple[int, str, tuple[str, ...]]) -> str:
    lines = ["---"]
    for number, when, emails in submissions:
        lines += [f"submission_{number}:", "  :submitters:"]
        for email in emails:
            lines += [f"  - :name: {email.split('@')[0].title()}", "    :sid: '1'", f"    :email: {email}"]
        lines += [f"  :created_at: {when}"]
    return "\n".join(lines) + "\n"


GROUPS = metadata(
    (9, "2026-11-20 10:00:00 Z", ("al@x.org", "bo@x.org", "cy@x.org")),
    (10, "2026-11-20 09:00:00 Z", ("bo@x.org", "dan@x.org")),
    (11, "2026-11-20 11:00:00 Z", ("cy@x.org",)),
)


def test_student_numbers_come_from_gradescopes_metadata() -> None:
    text = metadata((9, "", ("al@x.org", "bo@x.org"))).replace("'1'", "'17'", 1)
    found = collected("submission_9/m.py", contents={"submission_metadata.yml": text})
    assert found.entries[0].numbers == {"al@x.org": "17", "bo@x.org": "1"}


def test_a_groups_members_come_from_gradescopes_metadata() -> None:
    found = collected("submission_9/m.py", "submission_8/m.py", contents={"submission_metadata.yml": GROUPS})
    first, second = found.entries
    assert (first.student, first.name, first.email) == ("al@x.org", "Al", "al@x.org")
    assert first.members == ("al@x.org", "bo@x.org", "cy@x.org")
    assert second.student == "submission_8"
    assert "no e-mail or student id for 1 submission (submission_8)" in said(found)
    assert "1 of groups" in found.summary


def test_a_student_in_several_groups_counts_in_the_newest() -> None:
    found = collected(
        *(f"submission_{number}/m.py" for number in (9, 10, 11)), contents={"submission_metadata.yml": GROUPS}
    )
    assert {entry.student: (entry.submission, entry.members) for entry in found.entries} == {
        "al@x.org": ("submission_9/m.py", ("al@x.org", "bo@x.org")),
        "dan@x.org": ("submission_10/m.py", ()),
        "cy@x.org": ("submission_11/m.py", ()),
    }
    assert "bo@x.org: handed in twice; submission_9/m.py counts (newer), not submission_10/m.py" in said(found)


def test_the_same_student_twice_without_a_date_counts_in_the_last_by_name() -> None:
    text = metadata((9, "", ("al@x.org",)), (10, "", ("al@x.org",)))
    found = collected("submission_9/m.py", "submission_10/m.py", contents={"submission_metadata.yml": text})
    assert graded(found) == {"al@x.org": "submission_10/m.py"}
    assert "submission_10/m.py counts (last by name), not submission_9/m.py" in said(found)


def test_metadata_that_a_student_handed_in_renames_nobody() -> None:
    evil = {"assignment_1_export/submission_1/submission_metadata.yml": metadata((2, "", ("evil@x.org",)))}
    names = ("assignment_1_export/submission_1/m.py", "assignment_1_export/submission_2/m.py")
    assert set(graded(collected(*names, contents=evil))) == {"submission_1", "submission_2"}
    true = {"assignment_1_export/submission_metadata.yml": metadata((2, "", ("bo@x.org",)))}
    assert set(graded(collected(*names, contents=evil | true))) == {"submission_1", "bo@x.org"}


def test_metadata_that_cannot_be_read_is_said_and_folders_name_students() -> None:
    found = collected("submission_1/m.py", contents={"submission_metadata.yml": "{a: b}"})
    assert set(graded(found)) == {"submission_1"}
    assert "submission_metadata.yml: not written as Gradescope writes it; students are called as" in said(found)


def test_who_has_no_python_file_at_gradescope_is_called_as_the_metadata_does() -> None:
    contents = {"submission_metadata.yml": GROUPS}
    found = collected("submission_9/report.pdf", "submission_11/m.py", contents=contents)
    lacking = {remark.student: (remark.name, remark.message) for remark in found.remarks if remark.without}
    assert set(lacking) == {"al@x.org", "bo@x.org", "dan@x.org"}
    assert lacking["bo@x.org"] == ("Bo", "no Python file (only report.pdf)")
    assert lacking["dan@x.org"] == ("Dan", "there is no folder submission_10 here")


def test_every_member_of_a_group_has_a_name() -> None:
    found = collected("submission_9/m.py", contents={"submission_metadata.yml": GROUPS})
    assert found.entries[0].names == {"al@x.org": "Al", "bo@x.org": "Bo", "cy@x.org": "Cy"}


# What is left


def test_files_that_are_no_submissions_are_counted(tmp_path: Path) -> None:
    found = collected("doe_1_2_m.py", "roe_3_4_m.py", "README.md", "index.html", "stray.py")
    assert "2 files are no submissions: README.md, index.html" in said(found)
    assert "stray.py: not graded" in said(found)


def test_a_download_with_nothing_to_grade_says_what_is_there() -> None:
    with pytest.raises(CollectionError, match="class: there is no file here"):
        collected(title="class")
    with pytest.raises(CollectionError, match=r"no Python file of a student.*a: no Python file \(only x\.pdf\)"):
        collected("a/x.pdf", "b/y.pdf")


def test_what_is_said_quotes_no_name_that_moves_the_cursor() -> None:
    evil = "\x1b[2J\u202e\n\ud800"
    found = collected(f"a/{evil}1.py", f"a/{evil}2.py", f"b/{evil}.pdf", f"{evil}.py", f"{evil}.md", "c/m.py")
    for remark in found.remarks:
        assert remark.message == one_line(remark.message)
    assert graded(found) == {"c": "c/m.py"}


PARTS = st.sampled_from(
    [
        *("a", "b", "LATE", "12", "_", "-", " - ", "+", "/", "/", ".py", ".py", ".ipynb", "@x.org_1_", ".zip", ".zip/"),
        *("_assignsubmission_file_", "_attempt_2026-11-20-10-00-00_", "submission_1/", "matmul_practice", "tests/"),
        *("\n", "\u202e", "\ud800", "(1)", "x" * 300, "submission_metadata.yml", "scores.csv", "result.json", "c-m-"),
        *(" - Sep 24, 2024 926 PM", "m-submissions/m-", "submitted/"),
    ]
)
NAMES = st.lists(st.lists(PARTS, min_size=1, max_size=7).map("".join), unique=True, max_size=12)


@given(NAMES, st.sampled_from(["", "m-submissions", "submission_1"]))
@example(["Jane.PY", "jane.py", "jane.zip/a.py"], "")
def test_whatever_files_are_called_each_student_has_one_entry_and_nothing_is_lost(names: list[str], title: str) -> None:
    try:
        found = read_collection(Named(names, title=title))
    except CollectionError as error:
        assert str(error) == one_line(str(error))
        return
    students = [member for entry in found.entries for member in entry.members or (entry.student,)]
    assert len(set(students)) == len(students)
    assert len(graded(found)) == len(found.entries)
    files = set(graded(found).values())
    assert files <= set(names)
    # A file that is neither graded nor spoken of is beside one that is graded, and of the same student.
    spoken_of = {remark.path for remark in found.remarks}
    match = Matcher(found, title)
    of_graded, about = {match.user(file) for file in files}, {remark.student for remark in found.remarks}
    for name in names:
        if name.lower().endswith((".py", ".ipynb")) and name not in files | spoken_of:
            assert match.user(name) in of_graded | about or found.layout.before_user


class Matcher:
    """Whose a file is, as the layout's own pattern says."""

    def __init__(self, found: Collection, title: str) -> None:
        self._pattern, self._title = found.layout.pattern, title

    def user(self, name: str) -> str | None:
        tails = [name, *(name[index + 1 :] for index, letter in enumerate(name) if letter == "/")]
        matches = (self._pattern.fullmatch(path) for path in (*tails, f"{self._title}/{name}"))
        return next((match["user"] for match in matches if match), None)


def test_what_was_left_out_was_not_nothing(tmp_path: Path) -> None:
    lay_out("one-folder-a-student", STUDENTS, tmp_path / "download")
    (tmp_path / "download" / "zoe").mkdir()
    (tmp_path / "download" / "zoe" / "matmul_practice.py").symlink_to(tmp_path / "download" / "bob")
    (tmp_path / "download" / "yan").mkdir()
    found, _ = read(tmp_path / "download")
    told = {remark.student: (remark.handed_in, remark.message) for remark in found.remarks if remark.without}
    assert told["zoe"] == (True, "what was handed in is left out: a link")
    assert told["yan"] == (False, "nothing was handed in (an empty folder)")


@pytest.mark.parametrize(
    ("names", "advice"),
    [
        ("A/al/m.py A/bo/m.py B/cy/m.py B/di/m.py", "--pattern '[^/]+/(?P<user>[^/]+)/(?P<file>.+)'"),
        ("A/al.py A/bo.py B/cy.py B/di.py", "--pattern '[^/]+/(?P<user>[^/]+)\\.(py|ipynb)'"),
        ("A/al/m.py A/bo/m.py B/al/m.py B/bo/m.py", "where A, B are classes or assignments, grade them one by one"),
        ("A/al.py A/bo.py B/al.py B/cy.py", "where A, B are classes or assignments, grade them one by one"),
        (" ".join(f"{one}/al{one}/m.py {one}/bo/m.py" for one in "ABCDEF"), "grade them one by one"),
        ("Al/X/V1/m.py Al/X/V2/m.py Bo/X/V1/m.py Bo/X/V3/m.py", "where each student's versions are in folders"),
    ],
)
def test_only_a_pattern_that_gives_each_student_one_place_is_proposed(names: str, advice: str) -> None:
    with pytest.raises(CollectionError) as error:
        collected(*names.split())
    assert advice in str(error.value)
    if "--pattern '" in str(error.value):
        pattern = str(error.value).partition("--pattern '")[2].partition("'")[0]
        students = graded(collected(*names.split(), pattern=pattern))
        assert {student.lower() for student in students} <= {"al", "bo", "cy", "di"}
        assert len(students) == (2 if "V1" in names else 4)


def test_nothing_is_proposed_for_one_student_with_two_files() -> None:
    assert "say so" not in said(collected("al/a.py", "al/b.py", "bo/c.py", "cy/d.py"))


def test_blackboards_own_text_says_what_a_student_is_called() -> None:
    begins = "Matmul_{}_attempt_2026-11-20-10-00-00"
    texts = {"al": "Name: Al Lee (al)\nAssignment: Matmul\n", "bo": "Name: Al Lee (al)\n", "cy": "nothing"}
    found = collected(
        *(f"{begins.format(student)}_m.py" for student in texts),
        contents={f"{begins.format(student)}.txt": text for student, text in texts.items()},
    )
    assert {entry.student: entry.name for entry in found.entries} == {"al": "Al Lee", "bo": None, "cy": None}


def test_a_german_blackboard_is_one() -> None:
    found = collected(*(f"M_{student}_Versuch_2026-11-20-10-00-00_m.py" for student in ("al", "bo")))
    assert (found.layout.name, sorted(graded(found))) == ("blackboard", ["al", "bo"])
