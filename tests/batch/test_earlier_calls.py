"""What an earlier call, another class or somebody else left in the output folder is neither mixed in nor lost."""

from __future__ import annotations

from pathlib import Path

from tests.batch.classes import grade, marks, solution, write
from tests.collection.building import lay_out


def test_the_zip_of_pages_is_made_again_when_it_is_lost(tmp_path: Path) -> None:
    folder = lay_out("moodle-folders", {"alice": solution()}, tmp_path / "class")
    grade(tmp_path, folder, "--out", "out", "--layout", "moodle")
    (tmp_path / "out" / "moodle-feedback.zip").unlink()
    grade(tmp_path, folder, "--out", "out", "--layout", "moodle")
    assert (tmp_path / "out" / "moodle-feedback.zip").is_file()


def test_the_output_folder_may_be_the_folder_of_the_submissions(tmp_path: Path) -> None:
    for student in ("al", "bo"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    for _ in range(2):
        done = grade(tmp_path, "class", "--out", "class", "--layout", "one-folder-a-student")
        assert marks(tmp_path / "class").keys() == {"al", "bo"}
        assert "no submission" not in done.stdout


def test_a_students_folder_is_not_taken_for_what_an_earlier_call_wrote(tmp_path: Path) -> None:
    for student in ("al", "bo"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    for name in ("gradebook.sqlite", "grades.csv"):
        (tmp_path / "class" / "bo" / name).touch()
    for out in ("class/al", "class/al/feedback"):
        refused = grade(tmp_path, "class", "--out", out, code=2)
        assert "this is among the submissions" in refused.stderr
    grade(tmp_path, "class", "--out", "class/feedback")
    grade(tmp_path, "class", "--out", "out")
    assert marks(tmp_path / "out").keys() == marks(tmp_path / "class" / "feedback").keys() == {"al", "bo"}


def test_the_output_in_the_folder_of_the_submissions_is_no_student_of_a_later_call(tmp_path: Path) -> None:
    for student in ("al", "bo"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    grade(tmp_path, "class", "--out", "class")
    done = grade(tmp_path, "class", "--out", "out")
    assert "2 submissions in 2 files" in done.stderr


def test_pages_of_another_class_are_not_put_in_the_place_of_a_students_own(tmp_path: Path) -> None:
    write(tmp_path / "one", {"alice": solution(), "carl": solution()})
    write(tmp_path / "two", {"alice": b"print()\n", "bob": solution()})
    for folder in ("one", "two"):
        grade(tmp_path, folder, "--out", f"out-{folder}")
    done = grade(tmp_path, "merge", "out-one", "out-two", "--out", "both", code=1)
    assert "the parts are not all of the same folder" in done.stderr
    pages = {page.stem: page.read_text() for page in (tmp_path / "both" / "students").iterdir()}
    assert pages.keys() == {"alice", "bob", "carl"}
    assert "100 / 100" in pages["alice"]


def test_somebody_elses_files_in_the_output_folder_are_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "class", {"alice": solution(), "bob": solution()})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "grades.csv").write_text("mine\n")
    for call in (("class",), ("merge", "class")):
        done = grade(tmp_path, *call, "--out", "out", code=2)
        assert "grades.csv would be overwritten, and no gradebook here says that grade made them" in done.stderr
    assert (tmp_path / "out" / "grades.csv").read_text() == "mine\n"


def test_marks_of_another_class_are_not_mixed_with_these(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    write(tmp_path / "other", {"ann": solution(), "cem": solution()})
    grade(tmp_path, "class", "--out", "out")
    assert "holds the marks of other students (bob, jane)" in grade(tmp_path, "other", "--out", "out", code=2).stderr
    assert "2 unchanged" in grade(tmp_path, "class", "--out", "out").stdout


def test_a_class_that_shares_a_name_with_another_one_does_not_take_its_marks_away(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution(), "cem": solution()})
    write(tmp_path / "other", {"jane": solution(), "zoe": solution()})
    grade(tmp_path, "class", "--out", "out")
    assert "holds the marks of other students (bob, cem)" in grade(tmp_path, "other", "--out", "out", code=2).stderr
    (tmp_path / "class" / "cem.py").unlink()
    assert "2 unchanged" in grade(tmp_path, "class", "--out", "out").stdout


def test_a_gradebook_that_is_damaged_in_its_middle_is_said(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    grade(tmp_path, "class", "--out", "out")
    with (tmp_path / "out" / "gradebook.sqlite").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)
    assert (
        "damaged; for an output folder, choose another one" in grade(tmp_path, "class", "--out", "out", code=2).stderr
    )


def test_pages_of_who_has_no_mark_any_more_are_taken_away(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution(), "cy": solution()})
    grade(tmp_path, "class", "--out", "out")
    (tmp_path / "class" / "bo.py").unlink()
    (tmp_path / "out" / ".index.html.4711").write_text("half")
    done = grade(tmp_path, "class", "--out", "out")
    assert "1 page of students who have no mark any more taken away" in done.stderr
    assert {path.name for path in (tmp_path / "out" / "students").iterdir()} == {"al.html", "cy.html"}
    assert not (tmp_path / "out" / ".index.html.4711").exists()


def test_what_an_earlier_call_wrote_is_nobodys_submission(tmp_path: Path) -> None:
    lay_out("one-folder-a-student", {"al": solution(), "bo": solution()}, tmp_path / "class")
    grade(tmp_path, "class", "--out", "class/feedback")
    done = grade(tmp_path, "class", "--out", "elsewhere")
    assert "2 submissions" in done.stdout
    assert "feedback: passed over: what an earlier call wrote" in done.stdout
    assert set(marks(tmp_path / "elsewhere")) == {"al", "bo"}


def test_what_is_left_of_an_earlier_call_is_said_to_be(tmp_path: Path) -> None:
    lay_out("moodle-folders", {"al": solution(), "bo": solution(), "cy": solution()}, tmp_path / "class")
    al, bo, cy = sorted((tmp_path / "class").iterdir())
    (tmp_path / "mine.csv").write_text("id,Score\n4000,\n4001,\n")
    exported = "--gradebook", "mine.csv"
    done = grade(tmp_path, "class", "--out", "out", "--layout", "moodle", *exported)
    assert "earlier call" not in done.stderr
    (al / "matmul_practice.py").rename(al / "final.py")
    (bo / "matmul_practice.py").write_bytes(b"print(1)\n")
    (cy / "matmul_practice.py").unlink()
    done = grade(tmp_path, "class", "--out", "out", "--layout", "moodle", "--no-html")
    assert "1 had a mark before, and has none now: 4002" in done.stderr
    assert "1 had another mark before: 4001 (100 → 0)" in done.stderr
    assert "mine.csv was filled in by an earlier call" in done.stderr
    assert "moodle-feedback.zip, out/index.html and the pages of students are those of an earlier call" in done.stderr
    assert {page.stem for page in (tmp_path / "out" / "students").iterdir()} == {"4000", "4001"}
    done = grade(tmp_path, "class", "--out", "out", "--layout", "moodle", *exported)
    assert "earlier call" not in done.stderr


def test_students_whose_files_are_of_another_kind_now_are_still_of_the_class(tmp_path: Path) -> None:
    for student in ("al", "bo", "cy"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    grade(tmp_path, "class", "--out", "out")
    for student in ("al", "bo"):
        (tmp_path / "class" / student / "matmul_practice.py").rename(tmp_path / "class" / student / "m.pdf")
    done = grade(tmp_path, "class", "--out", "out")
    assert "2 had a mark before, and have none now: al, bo" in done.stderr
