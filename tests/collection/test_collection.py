"""Every platform's download gives the same students and the same files; what is not graded is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.collection.collection import Collection, read_collection
from grader.collection.files import CollectionError, Files, open_files
from grader.collection.layouts import named
from tests.collection.building import LAYOUTS, ids, lay_out

STUDENTS = {name: f"print('{name}')\n".encode() for name in ("alice", "bob", "carol", "dave", "erin")}


def read(path: Path, **ways: str) -> tuple[Collection, dict[str, bytes]]:
    with open_files(path) as files:
        found = read_collection(files, **ways)
        return found, {entry.student: files.read(entry.submission) for entry in found.entries}


def write(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"# {path}\n")
    return folder


def graded(folder: Path, *paths: str, **ways: str) -> dict[str, str]:
    found, _ = read(write(folder, *paths), **ways)
    return {entry.student: entry.submission for entry in found.entries}


def said(folder: Path) -> str:
    found, _ = read(folder)
    return "\n".join(f"{remark.student} {remark.path} {remark.message}" for remark in found.remarks)


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_recognised_and_gives_the_same_files(layout: str, zipped: bool, tmp_path: Path) -> None:
    found, content = read(lay_out(layout, STUDENTS, tmp_path / "download", zipped=zipped))
    assert found.layout.name == layout
    assert content == ids(layout, STUDENTS)
    assert named(layout).title in found.summary


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_folder_around_everything_changes_nothing(layout: str, tmp_path: Path) -> None:
    lay_out(layout, STUDENTS, tmp_path / "download" / "around")
    found, content = read(tmp_path / "download")
    assert (found.layout.name, content) == (layout, ids(layout, STUDENTS))


def test_a_late_submission_is_marked(tmp_path: Path) -> None:
    found, _ = read(write(tmp_path, "doejane_LATE_1234_5678_matmul_practice.py", "roe_99_5679_matmul_practice.py"))
    assert {entry.student: entry.late for entry in found.entries} == {"1234": True, "99": False}
    assert "1 late" in found.summary


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("doe_7_500_matmul_practice.py", "doe_7_501_matmul_practice-1.py"),
        ("doe_7_501_matmul_practice-1.py", "doe_7_400_matmul_practice-2.py"),
        ("P_7_attempt_2026-11-20-10-00-00_m.py", "P_7_attempt_2026-11-21-09-00-00_m.py"),
        ("7@example.org_9_matmul_practice.py", "7@example.org_10_matmul_practice.py"),
        ("7+m+2026-11-20 10:00:00 UTC+x/m.py", "7+m+2026-11-20 11:00:00 UTC+a/m.py"),
        ("7-1 - Jane Doe - Sep 24, 2024 926 PM/m.py", "7-1 - Jane Doe - Oct 2, 2024 111 AM/m.py"),
    ],
)
def test_of_several_attempts_the_newest_is_graded_and_that_is_said(tmp_path: Path, older: str, newer: str) -> None:
    (mine,) = graded(tmp_path, older, newer).values()
    assert mine == newer
    assert "graded" in said(tmp_path)


def test_the_file_that_is_called_as_asked_is_graded(tmp_path: Path) -> None:
    found = graded(tmp_path, "a/matmul_practice.py", "a/notes.py", "b/Matmul_Practice (1).py", "b/x.py", "c/only.py")
    assert found == {"a": "a/matmul_practice.py", "b": "b/Matmul_Practice (1).py", "c": "c/only.py"}


def test_a_student_with_several_files_that_could_be_meant_is_not_graded_but_named(tmp_path: Path) -> None:
    assert graded(tmp_path, "a/one.py", "a/two.py", "b/matmul_practice.py") == {"b": "b/matmul_practice.py"}
    assert "a None several files could be meant (one.py, two.py)" in said(tmp_path)


def test_a_student_without_a_python_file_is_named(tmp_path: Path) -> None:
    graded(tmp_path, "a/report.pdf", "b/matmul_practice.py", "c/matmul_practice.py")
    assert "a None no Python file (only report.pdf)" in said(tmp_path)


def test_the_tests_in_a_clone_are_not_graded(tmp_path: Path) -> None:
    found = graded(
        tmp_path,
        *("c-m-jo/matmul_practice.py", "c-m-jo/tests/matmul_practice.py", "c-m-jo/result.json", "c-m-jo/.github/x.yml"),
        *("c-m-al/matmul_practice.py", "c-m-al/tests/test_it.py", "c-m-al/result.json"),
    )
    assert found == {"jo": "c-m-jo/matmul_practice.py", "al": "c-m-al/matmul_practice.py"}


def test_a_groups_members_come_from_gradescopes_metadata(tmp_path: Path) -> None:
    write(tmp_path, "assignment_1_export/submission_1/m.py", "assignment_1_export/submission_2/m.py")
    (tmp_path / "assignment_1_export/submission_metadata.yml").write_text(
        "---\nsubmission_1:\n  :submitters:\n  - :name: Jane Doe\n    :sid: '1'\n    :email: jane@example.org\n"
        "  - :name: Richard Roe\n    :email: richard@example.org\n  :created_at: x\n  :results:\n    :name: evil\n"
    )
    found, _ = read(tmp_path)
    first, second = found.entries
    assert (first.student, first.name, first.email) == ("jane@example.org", "Jane Doe", "jane@example.org")
    assert first.members == ("jane@example.org", "richard@example.org")
    assert second.student == "submission_2"


def test_files_that_are_no_submissions_are_counted(tmp_path: Path) -> None:
    lay_out("canvas", STUDENTS, tmp_path)
    write(tmp_path, "README.md", "stray.py")
    assert "1 file is no submission: README.md" in said(tmp_path)
    assert "stray.py not graded" in said(tmp_path)


def test_a_layout_may_be_said(tmp_path: Path) -> None:
    found = graded(tmp_path, "a_1_2_m.py", "b_3_4_m.py", layout="one-file-a-student")
    assert set(found) == {"a_1_2_m", "b_3_4_m"}


def test_a_pattern_may_be_given(tmp_path: Path) -> None:
    found = graded(tmp_path, "week1-jane.py", "week1-joe.py", pattern=r"week1-(?P<user>\w+)\.py")
    assert found == {"jane": "week1-jane.py", "joe": "week1-joe.py"}


@pytest.mark.parametrize(
    ("ways", "message"),
    [
        ({"layout": "blackbird"}, "no such layout; known are: .*canvas"),
        ({"pattern": "("}, "no regular expression"),
        ({"pattern": "x"}, "named group for the student"),
    ],
)
def test_what_is_said_wrong_is_named(tmp_path: Path, ways: dict[str, str], message: str) -> None:
    with pytest.raises(CollectionError, match=message):
        read(write(tmp_path, "a.py", "b.py"), **ways)


def test_a_folder_with_nothing_to_grade_says_so(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="no file here"):
        read(tmp_path)
    with pytest.raises(CollectionError, match="no Python file"):
        read(write(tmp_path, "a/x.pdf", "b/y.pdf"))


class Named(Files):
    """Files that are nothing but their names."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = tuple(names)

    def read(self, name: str) -> bytes:
        return name.encode()


PARTS = st.sampled_from(
    [
        *("a", "b", "LATE", "12", "_", "-", " - ", "+", "/", "/", ".py", ".py", ".ipynb", "@x.org_1_"),
        *("_assignsubmission_file_", "_attempt_2026-11-20-10-00-00_", "submission_1/", "matmul_practice"),
        *("\n", "\u202e", "(1)", "x" * 300),
    ]
)
NAMES = st.lists(st.lists(PARTS, min_size=1, max_size=7).map("".join), unique=True, max_size=12)


@given(NAMES)
def test_whatever_files_are_called_each_student_has_one_entry_and_nothing_is_lost(names: list[str]) -> None:
    try:
        found = read_collection(Named(names))
    except CollectionError:
        return
    students = [entry.student for entry in found.entries]
    assert len(set(students)) == len(students)
    assert {entry.submission for entry in found.entries} <= set(names)
    graded = {entry.submission for entry in found.entries}
    for name in names:
        if name.lower().endswith((".py", ".ipynb")) and name not in graded:
            assert any(
                remark.path == name or remark.student or "attempts" in remark.message for remark in found.remarks
            )
