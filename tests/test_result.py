"""The JSON contract: its keys, its schema, and nothing that is not JSON."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.paths import data_folder
from grader.result import CheckResult, ExerciseResult, Note, Result, Status, json_schema, overall
from tests.corpus import SUBMISSIONS, Grading
from tests.rendering.sample import SAMPLES

RESULT = {
    "schema",
    "submission",
    "student",
    "status",
    "score",
    "max_score",
    "isolation",
    "runs",
    "notes",
    "exercises",
}
EXERCISE = {"id", "title", "status", "score", "max_score", "checks"}
CHECK = {
    "id",
    "title",
    "status",
    "score",
    "max_score",
    "required",
    "message",
    "hint",
    "line",
    "misconception",
}
WRONG = SUBMISSIONS / "wrong" / "reshape_for_transpose.py"


@pytest.fixture(scope="module")
def document(grading: Grading) -> dict[str, object]:
    found: dict[str, object] = json.loads(grading.file(WRONG).result.to_json())
    return found


def test_the_document_has_the_keys_of_the_contract(document: dict[str, object]) -> None:
    assert set(document) == RESULT | {"isolation_layers", "grader", "pack"}
    assert document["schema"] == "try-this-grader/result/v1"
    assert document["submission"] == str(WRONG)
    assert (document["student"], document["isolation"]) == (None, "basic")


def test_what_no_encoding_has_is_written_as_an_escape_and_all_else_stays(grading: Grading) -> None:
    note = Note(message="it says \\ud800")
    odd = msgspec.structs.replace(grading.file(WRONG).result, submission="a\udcff.py", notes=(note,))
    written = json.loads(odd.to_json())
    assert written["submission"] == "a\\udcff.py"
    assert written["notes"][0]["message"] == note.message


def test_runs_exercises_and_checks_have_theirs(document: dict[str, object]) -> None:
    runs, exercises = document["runs"], document["exercises"]
    assert isinstance(runs, list)
    assert isinstance(exercises, list)
    assert all({"scenario", "status", "seconds"} <= set(run) for run in runs)
    assert runs[0]["scenario"] == "as_written"
    assert all(set(exercise) == EXERCISE for exercise in exercises)
    assert all(set(check) == CHECK for exercise in exercises for check in exercise["checks"])


def test_the_exercises_are_the_three_in_order(document: dict[str, object]) -> None:
    exercises = document["exercises"]
    assert isinstance(exercises, list)
    assert [exercise["id"] for exercise in exercises] == [
        "three-layer-net",
        "transpose-fix",
        "hand-loop-matmul",
    ]


def test_scores_are_the_sums_of_their_parts(document: dict[str, object]) -> None:
    result = msgspec.convert(document, Result)
    assert result.score == sum(exercise.score for exercise in result.exercises)
    assert result.max_score == sum(exercise.max_score for exercise in result.exercises) == 100
    for exercise in result.exercises:
        assert exercise.score == sum(check.score for check in exercise.checks)


def test_a_mistake_has_its_line_and_name(document: dict[str, object]) -> None:
    result = msgspec.convert(document, Result)
    told = [check for exercise in result.exercises for check in exercise.checks if check.status == "failed"]
    assert [check.misconception for check in told] == ["reshape-for-transpose"]
    (line,) = [check.line for check in told]
    assert line is not None
    assert "reshape" in WRONG.read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize(
    ("second", "percent", "below"),
    [("failed", 50, False), ("failed", 51, True), ("inconclusive", 1, True), ("error", 50, True), ("error", 0, True)],
)
def test_what_has_no_mark_is_below_any_percentage(second: Status, percent: float, below: bool) -> None:
    statuses: tuple[Status, ...] = ("passed", second)
    checks = tuple(
        CheckResult(id="c", title="C", status=status, score=5 * (status == "passed"), max_score=5)
        for status in statuses
    )
    result = Result(
        submission="work.py", status=overall(statuses), score=5, max_score=10, isolation="basic", grader="1", pack="1",
        runs=(), exercises=(ExerciseResult(id="e", title="E", status="failed", score=5, max_score=10, checks=checks),),
    )  # fmt: skip
    assert result.is_below(percent) is below


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_result_survives_the_way_through_json(sample: object) -> None:
    assert callable(sample)
    result = sample().result
    again = msgspec.json.decode(result.to_json(), type=Result)
    assert msgspec.json.decode(again.to_json(), type=Result) == again


@given(st.text(st.characters(exclude_categories=["Cs"])), st.floats())
def test_the_document_is_one_line_of_json_without_nan(text: str, number: float) -> None:
    check = CheckResult(id="c", title=text, status="failed", score=number, max_score=number, message=text)
    written = msgspec.json.encode(check)
    assert b"\n" not in written
    assert json.loads(written, parse_constant=pytest.fail)["title"] == text


def test_the_schema_that_is_shipped_is_that_of_the_types() -> None:
    shipped = json.loads((data_folder("reports") / "result.schema.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(msgspec.json.encode(json_schema()))


def test_the_schema_knows_every_key_of_a_document(document: dict[str, object]) -> None:
    schema = json.loads((data_folder("reports") / "result.schema.json").read_text(encoding="utf-8"))
    assert set(schema["$defs"]["Result"]["properties"]) == set(document)
    assert Path(schema["$ref"]).name == "Result"


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (["passed"], "passed"),
        ([], "passed"),
        (["passed", "partial"], "partial"),
        (["partial", "failed"], "failed"),
        (["blocked"], "blocked"),
        (["blocked", "passed"], "failed"),
        (["passed", "inconclusive"], "inconclusive"),
        (["failed", "error"], "error"),
    ],
)
def test_a_whole_has_the_status_that_its_parts_give(statuses: list[Status], status: Status) -> None:
    assert overall(statuses) == status
