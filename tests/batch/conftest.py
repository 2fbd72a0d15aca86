"""A class that several tests look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.classes import grade, varied, write


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 60 that was graded in one go, at `class`, `out`."""
    here = tmp_path_factory.mktemp("undisturbed")
    write(here / "class", varied(60))
    grade(here, "class", "--out", "out", "--jobs", "2")
    return here
