"""The numbers of a scenario follow from the submission, and tell right from wrong."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.exercise import Pack
from grader.loading.submissions import from_bytes
from grader.packs.spec import ResizeSpec, Scenario
from grader.recording.plan import Resize, Substitution, other_seed
from grader.result import AS_WRITTEN
from grader.runs.plans import Plans, UnknownScenario
from grader.scenario import KEEP_GOING, LEAST, MOST, Numbers, plan
from grader.submission import Submission
from tests.running import GIVEN, OTHER


def submission(source: bytes = b"print(1)\n") -> Submission:
    return from_bytes(source, "matmul_practice.py")


def numbers(source: bytes = b"print(1)\n", pack: str = "1", seed: int = 0) -> Numbers:
    return Numbers(submission(source), pack, seed)


def test_a_scenario_that_no_exercise_defines_is_told_with_those_that_are_there(pack: Pack) -> None:
    plans = Plans(submission(), pack, 0)
    with pytest.raises(UnknownScenario, match=r'^no exercise defines the scenario "misspelt"; there are as_written, '):
        plans["misspelt"]
    assert "misspelt" not in plans
    assert all(name in plans for name in plans)


def test_the_same_submission_has_the_same_numbers() -> None:
    assert numbers().integer("seed") == numbers().integer("seed")


@pytest.mark.parametrize("other", [numbers(b"print(2)\n"), numbers(pack="2"), numbers(seed=1), numbers(seed=-1)])
def test_other_bytes_pack_or_seed_have_others(other: Numbers) -> None:
    assert other.integer("seed") != numbers().integer("seed")


def test_a_seed_counts_beside_a_version_of_any_length() -> None:
    long = "1.0.dev20261127+" + "0123456789abcdef" * 4
    assert numbers(pack=long, seed=1).integer("seed") != numbers(pack=long).integer("seed")


def test_each_purpose_has_its_own_numbers() -> None:
    assert len({numbers().integer(purpose) for purpose in ("seed", "entropy", "given", "resize (5, 4)")}) == 4


def test_other_givens_are_new_and_all_different() -> None:
    others = numbers().other_givens(GIVEN, lambda others: True)
    entries = [entry for matrix in others for row in matrix for entry in row]
    assert len(set(entries)) == 8
    assert all(LEAST <= entry < MOST for entry in entries)


def test_givens_are_drawn_until_they_tell_apart() -> None:
    asked: list[object] = []

    def at_the_third(others: object) -> bool:
        asked.append(others)
        return len(asked) == 3

    assert numbers().other_givens(GIVEN, at_the_third) == asked[2]


def test_givens_that_never_tell_apart_are_an_error() -> None:
    with pytest.raises(ValueError, match="no numbers tell"):
        numbers().other_givens(GIVEN, lambda others: False)


@given(st.binary(max_size=20))
def test_no_misconception_has_the_right_answer_for_any_submission(pack: Pack, source: bytes) -> None:
    drawn = Numbers(submission(b"# " + source.hex().encode()), pack.version)
    exercise = next(exercise for exercise in pack.exercises if exercise.literal_givens)
    left, right = (np.array(rows) for rows in drawn.other_givens(exercise.literal_givens, exercise.tells_apart))
    givens = {"A": left, "B": right}
    values = [np.asarray(formula(givens)).tolist() for _, formula in exercise.formulas()]
    assert (left @ right).tolist() not in values
    assert len({str(value) for value in values}) == len(values)


@given(st.integers(2, 500), st.text())
def test_a_smaller_length_is_smaller(length: int, purpose: str) -> None:
    found = numbers().smaller(purpose.encode("utf-8", "replace").decode(), length)
    assert 2 <= found <= length
    assert found < length or length <= 3


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_another_seed_is_another(seed: int, key: int) -> None:
    assert 0 <= other_seed(seed, key) < 2**32
    assert other_seed(seed, key) != seed


def test_the_faithful_run_changes_nothing() -> None:
    orders = plan(AS_WRITTEN, None, submission(), numbers(), ())
    assert orders.as_written
    assert orders.filename == "matmul_practice.py"


def test_the_run_that_keeps_going_changes_no_numbers() -> None:
    orders = plan(KEEP_GOING, None, submission(), numbers(), ())
    assert orders.keep_going
    assert (orders.seed_key, orders.substitutions, orders.broken, orders.resizes) == (None, (), (), ())


def test_a_scenario_becomes_orders() -> None:
    scenario = Scenario(seed="other", given="other", broken=("matmul",), resize=(ResizeSpec((100, 8), 0),))
    substitutions = tuple(Substitution(one, other) for one, other in zip(GIVEN, OTHER, strict=True))
    orders = plan("all", scenario, submission(), numbers(), substitutions)
    assert orders.keep_going
    assert orders.seed_key is not None
    assert orders.substitutions == substitutions
    assert orders.broken == ("matmul",)
    (resize,) = orders.resizes
    assert resize == Resize((100, 8), 0, resize.size)
    assert 2 <= resize.size < 100


def test_a_scenario_may_say_how_long_an_axis_gets() -> None:
    scenario = Scenario(resize=(ResizeSpec((5, 3), 1, size=4),))
    assert plan("wide", scenario, submission(), numbers(), ()).resizes == (Resize((5, 3), 1, 4),)


def test_substitutions_are_for_scenarios_that_ask_for_them() -> None:
    substitutions = tuple(Substitution(one, other) for one, other in zip(GIVEN, OTHER, strict=True))
    assert plan("seeds", Scenario(seed="other"), submission(), numbers(), substitutions).substitutions == ()


@pytest.mark.parametrize("scenario", [None, Scenario(seed="other"), Scenario(broken=("matmul", "scalars"))])
def test_a_run_with_the_given_numbers_knows_no_others(scenario: Scenario | None) -> None:
    exchanged = tuple(Substitution(given, other) for given, other in zip(GIVEN, OTHER, strict=True))
    found = plan("some", scenario, submission(), numbers(), exchanged)
    assert {11, 12, 13, 14, 15, 16, 17, 18}.isdisjoint(found.watched)
    assert set(found.watched) == {1, 2, 3, 4, 5, 6, 7, 8}
