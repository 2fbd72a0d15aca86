"""The solutions that are shown to people have full marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.paths import data_folder
from tests.corpus import Grading

SOLUTIONS = sorted(path for path in data_folder("solutions").iterdir() if path.suffix in (".py", ".ipynb"))


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.name)
def test_it_has_full_marks_and_nothing_is_said_against_it(path: Path, grading: Grading) -> None:
    result = grading.file(path).result
    assert (result.status, result.score) == ("passed", 100)
    assert result.notes == ()
    assert {run.status for run in result.runs} == {"finished"}


def test_there_are_solutions_in_several_styles() -> None:
    assert len(SOLUTIONS) >= 5
    assert {path.suffix for path in SOLUTIONS} == {".py", ".ipynb"}
