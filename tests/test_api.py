"""`from grader import grade`: the same result as the command's, or one of three documented errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import grader
from grader import PackError, Result, SubmissionError, grade, load_pack
from grader.paths import data_folder

SOLUTION = data_folder("solutions") / "matmul_practice.py"


def test_a_path_gives_a_result() -> None:
    result = grade(SOLUTION)
    assert isinstance(result, Result)
    assert (result.status, result.score, result.max_score) == ("passed", 100, 100)
    assert result.submission == str(SOLUTION)


def test_text_will_do_for_a_path() -> None:
    assert grade(str(SOLUTION)).status == "passed"


def test_grading_is_repeatable_and_another_seed_judges_alike() -> None:
    results = [grade(SOLUTION, seed=seed) for seed in (0, 0, 12345, -1)]
    assert {result.score for result in results} == {100}
    assert results[0].exercises == results[1].exercises


def test_a_pack_may_be_given() -> None:
    assert grade(SOLUTION, pack=load_pack(data_folder("exercises"))).score == 100


def test_a_missing_file_is_a_submission_error(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="no such file"):
        grade(tmp_path / "matmul_practice.py")


def test_a_pack_that_is_not_sound_is_a_pack_error(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.toml"):
        load_pack(tmp_path)


def test_the_time_limit_holds(tmp_path: Path) -> None:
    path = tmp_path / "matmul_practice.py"
    path.write_text("while True: pass\n")
    result = grade(path, time_limit=0.5)
    assert result.runs[0].status == "timed_out"
    assert result.runs[0].seconds < 5


def test_all_that_is_promised_is_there() -> None:
    for name in grader.__all__:
        assert getattr(grader, name) is not None
    with pytest.raises(AttributeError, match="no_such_thing"):
        getattr(grader, "no_such_thing")  # noqa: B009


def test_the_command_gives_the_same_document(tmp_path: Path) -> None:
    arguments = [str(SOLUTION), "--format", "json", "--no-html"]
    done = subprocess.run([sys.executable, "-m", "grader", *arguments], capture_output=True, check=True, cwd=tmp_path)
    documents = [msgspec.json.decode(document) for document in (done.stdout, grade(SOLUTION).to_json())]
    for document in documents:
        assert type(document["score"]) is type(document["exercises"][0]["checks"][0]["max_score"]) is float
        for run in document["runs"]:
            del run["seconds"]
    assert documents[0] == documents[1]


def test_importing_the_package_imports_nothing_large() -> None:
    program = "import sys, grader; print(sorted({'numpy', 'rich', 'jinja2', 'msgspec'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
