"""Every labelled submission gets the verdict of its label, and most of the wrong ones their reason."""

from __future__ import annotations

import pytest

from grader.result import Result
from tests.corpus import ALLOWED, Grading, Labelled, labelled

NAMED, LOCATED = 0.9, 0.8
"""The least shares of wrong files whose mistake is named, and is named at its line."""


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


@pytest.mark.timeout(400)
def test_nine_in_ten_mistakes_are_named(grading: Grading) -> None:
    labels = [label for label in labelled("wrong") if label.mistake]
    missed = [label for label in labels if label.mistake not in {name for name, _ in _told(grading.of(label))}]
    for label in missed:
        print(f"{label}: {label.mistake} is not among {_told(grading.of(label))}")
    assert len(missed) <= (1 - NAMED) * len(labels)


@pytest.mark.timeout(400)
def test_four_in_five_mistakes_are_named_at_their_line(grading: Grading) -> None:
    labels = [label for label in labelled("wrong") if label.mistake and label.line]
    missed = [label for label in labels if (label.mistake, label.line) not in _told(grading.of(label))]
    for label in missed:
        print(f"{label}: {label.mistake} at line {label.line} is not among {_told(grading.of(label))}")
    assert len(missed) <= (1 - LOCATED) * len(labels)


def _told(result: Result) -> list[tuple[str, int | None]]:
    """The misconceptions that a result names, with the lines that it names them at."""
    checks = [(check.misconception, check.line) for exercise in result.exercises for check in exercise.checks]
    notes = [(note.misconception, note.line) for note in result.notes]
    return [(name, line) for name, line in checks + notes if name]
