"""Every labelled submission gets the verdict of its label, and the wrong ones their reason, at its line."""

from __future__ import annotations

import json

import pytest

from grader.result import Result
from tests.corpus import ALLOWED, SUBMISSIONS, Grading, Labelled, labelled

MISTAKEN = [label for label in labelled("wrong") if label.mistake]
UNEXPLAINED = json.loads((SUBMISSIONS / "wrong" / "unexplained.json").read_text("utf-8"))
"""The files whose mistake is told in other words than a teacher's, or at another line: a list that may only shrink."""


@pytest.mark.parametrize("label", labelled(), ids=str)
def test_each_exercise_gets_the_verdict_of_the_label(label: Labelled, grading: Grading) -> None:
    result = grading.of(label)
    assert all(check.status != "error" for exercise in result.exercises for check in exercise.checks)
    found = {exercise.id: exercise.status for exercise in result.exercises}
    differing = {
        name: (verdict, found[name]) for name, verdict in label.verdicts.items() if found[name] not in ALLOWED[verdict]
    }
    assert not differing


@pytest.mark.timeout(400)
def test_no_honest_file_is_said_to_lie(grading: Grading) -> None:
    lies = [label for label in labelled() if any(run.status == "unreadable" for run in grading.of(label).runs)]
    assert not lies


@pytest.mark.parametrize("label", MISTAKEN, ids=str)
def test_the_mistake_is_named_and_at_its_line(label: Labelled, grading: Grading) -> None:
    told = _told(grading.of(label))
    named = label.mistake in {name for name, _ in told}
    assert named is (label.file not in UNEXPLAINED["not_named"])
    if named and label.line:
        assert ((label.mistake, label.line) in told) is (label.file not in UNEXPLAINED["at_another_line"])


def test_labels_and_the_pack_speak_of_the_same_mistakes(grading: Grading) -> None:
    pack = grading.pack
    known = {one.id for exercise in pack.exercises for one in exercise.misconceptions} | pack.misconceptions.keys()
    assert {label.mistake for label in MISTAKEN} <= known


@pytest.mark.timeout(400)
def test_every_mistake_that_is_named_is_explained_by_its_exercise_or_by_the_pack(grading: Grading) -> None:
    explained = {exercise.id: {one.id for one in exercise.misconceptions} for exercise in grading.pack.exercises}
    for label in labelled():
        for exercise in grading.of(label).exercises:
            named = {check.misconception for check in exercise.checks if check.misconception}
            assert named <= explained[exercise.id] | grading.pack.misconceptions.keys(), label.file


def _told(result: Result) -> list[tuple[str, int | None]]:
    """The misconceptions that a result names, with the lines that it names them at."""
    checks = [(check.misconception, check.line) for exercise in result.exercises for check in exercise.checks]
    notes = [(note.misconception, note.line) for note in result.notes]
    return [(name, line) for name, line in checks + notes if name]
