"""After a run no process of it is left, whatever it forked. Tried in an outer pid namespace only."""

from __future__ import annotations

import os
import sys

import pytest

from grader.recording.confinement import ConfinementError, Layers, kill_all
from tests.confinement import trials
from tests.confinement.configurations import BASIC, ONLY_NAMESPACES, Configuration, outcomes

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux"),
]
outer = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0,
    reason="only root has an outer pid namespace for fork bombs",
)

LEAVERS = tuple(trials.named("leaves_"))
# The kernel does not bind uid 0 by RLIMIT_NPROC, so a bomb of root's is for the pid namespace alone to end.
BOUND = [*(each for each in BASIC if each.user != "root"), *ONLY_NAMESPACES]


@outer
@pytest.mark.parametrize("configuration", BOUND, ids=str)
def test_no_process_is_left(configuration: Configuration) -> None:
    wanted = tuple(name for name in LEAVERS if configuration.user != "root" or "bomb" not in name)
    results = outcomes(configuration, wanted)
    assert results["left"] == []
    assert results["alive"]
    assert set(results["trials"]) >= set(wanted)


def test_everything_is_never_killed_outside_of_our_namespace() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    with pytest.raises(ConfinementError, match="only as pid 1"):
        kill_all(child, Layers(namespaces=True))
    assert os.waitpid(child, 0) == (child, 0)
