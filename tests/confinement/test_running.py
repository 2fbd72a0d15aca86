"""What a practice file does works in confinement; what would exhaust the machine meets a bound."""

from __future__ import annotations

import sys

import pytest

from tests.confinement import trials
from tests.confinement.configurations import BASIC, BOTH_WALLS, SECOND_WALL, Configuration, outcomes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux")

LEVELS = [*BOTH_WALLS, *SECOND_WALL, *BASIC]
HONEST = tuple(trials.named("works_", "ends_"))
GREEDY = tuple(trials.named("bounded_"))
FILLING = tuple(trials.named("box_"))
ENDS = {
    "ends_by_abort": "ended SIGABRT",
    "ends_by_its_own_signal": "ended SIGTERM",
    "ends_by_a_segmentation_fault": "ended SIGSEGV",
}


@pytest.mark.parametrize("configuration", LEVELS, ids=str)
@pytest.mark.parametrize("trial", HONEST)
def test_honest_code_runs(configuration: Configuration, trial: str) -> None:
    assert outcomes(configuration, HONEST)["trials"][trial] == ENDS.get(trial, "ran")


@pytest.mark.parametrize("configuration", LEVELS, ids=str)
@pytest.mark.parametrize("trial", GREEDY)
def test_greedy_code_meets_a_bound(configuration: Configuration, trial: str) -> None:
    expected = "ended 77" if trial == "bounded_processor_time" else "bounded"
    assert outcomes(configuration, GREEDY)["trials"][trial] == expected


@pytest.mark.parametrize("configuration", BOTH_WALLS, ids=str)
@pytest.mark.parametrize("trial", FILLING)
def test_the_box_of_a_private_root_is_bounded(configuration: Configuration, trial: str) -> None:
    assert outcomes(configuration, FILLING)["trials"][trial] == "bounded"


@pytest.mark.parametrize("configuration", BASIC, ids=str)
def test_limits_cannot_be_raised_in_basic_not_even_by_root(configuration: Configuration) -> None:
    trial = "refused_raise_limit"
    assert outcomes(configuration, (trial,))["trials"][trial] == "refused: EPERM"
