"""Each Moodle student gets the own page back, under the name that Moodle expects."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from grader.export.moodle import write_feedback_zip
from tests.export.records import record


@pytest.mark.parametrize(
    ("submission", "name"),
    [
        ("Jane Doe_12345_assignsubmission_file/m.py", "Jane Doe_12345_assignsubmission_file/feedback.html"),
        ("a/Jane Doe_12345_assignsubmission_file_/m.py", "Jane Doe_12345_assignsubmission_file_/feedback.html"),
        ("Jane Doe_12345_assignsubmission_file_m.py", "Jane Doe_12345_assignsubmission_file/feedback.html"),
        ("Under Score_x_13_assignsubmission_file/m.py", "Under Score-x_13_assignsubmission_file/feedback.html"),
        (
            "Bob_555_assignsubmission_file_12345_assignsubmission_file/m.py",
            "Bob-555-assignsubmission-file_12345_assignsubmission_file/feedback.html",
        ),
        ("Jo_12345_assignsubmission_file_x_9_assignsubmission_file.py", "Jo_12345_assignsubmission_file/feedback.html"),
        ("Participant_7_assignsubmission_onlinetext/x.py", "Participant_7_assignsubmission_file/feedback.html"),
    ],
)
def test_a_page_goes_into_the_folder_of_the_student(tmp_path: Path, submission: str, name: str) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Page</p>")
    target = tmp_path / "feedback.zip"
    assert write_feedback_zip([(record("12345", submission=submission), page), (record("x"), page)], target) == 1
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [name]
        assert archive.read(name) == b"<p>Page</p>"
    again = target.read_bytes()
    write_feedback_zip([(record("12345", submission=submission), page)], target)
    assert target.read_bytes() == again
