"""Each forbidden thing is really tried, from a child confined as a run is, with and without namespaces."""

from __future__ import annotations

import sys

import pytest

from tests.confinement import trials
from tests.confinement.configurations import BOTH_WALLS, NO_LANDLOCK, SECOND_WALL, Configuration, outcomes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux")

FORBIDDEN = tuple(trials.named("refused_", "killed_"))
WALLS = [*BOTH_WALLS, *SECOND_WALL, *NO_LANDLOCK]

# Without Landlock the private root itself can be listed: it has the folders that lead to what is readable.
EMPTY_BUT_THERE = {"refused_read_home", "refused_disk_device"}


@pytest.mark.parametrize("configuration", WALLS, ids=str)
@pytest.mark.parametrize("trial", FORBIDDEN)
def test_what_is_forbidden_is_refused(configuration: Configuration, trial: str) -> None:
    result = outcomes(configuration, FORBIDDEN)["trials"][trial]
    if configuration in NO_LANDLOCK and trial in EMPTY_BUT_THERE:
        assert result in ("ran", "refused: ENOENT")
    elif trial.startswith("killed_"):
        assert result == "ended SIGSYS"
    else:
        assert result.startswith("refused"), result


@pytest.mark.parametrize("configuration", WALLS, ids=str)
def test_the_world_outside_is_as_before(configuration: Configuration) -> None:
    results = outcomes(configuration, FORBIDDEN)
    assert results["unharmed"]
    assert results["alive"]
    assert results["left"] == []
