"""The configurations in which trials are run, and the way to run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from grader.recording.confinement import Availability, Layers, available

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(__file__).with_name("bench.py")
USERS = ("root", "nobody") if hasattr(os, "getuid") and os.getuid() == 0 else ("self",)


class Configuration(NamedTuple):
    """Who runs trials, and behind which walls (wanted: those of Layers that are to hold)."""

    name: str
    user: str
    namespaces: bool = False
    landlock: bool = False
    seccomp: bool = False

    def __str__(self) -> str:
        return f"{self.name}-{self.user}"

    def layers(self) -> Layers:
        """The layers with this machine's Landlock version; skips the test where the machine lacks one."""
        found = machine()
        for wanted, line in (
            (self.namespaces and not found.layers.namespaces, "namespaces"),
            (self.landlock and not found.layers.landlock, "landlock"),
            (self.seccomp and not found.layers.seccomp, "seccomp"),
        ):
            if wanted:
                reasons = [probe for probe in found.lines if probe.name in (line, "probes")]
                pytest.skip(f"{line}: {'; '.join(probe.detail for probe in reasons)}")
        return Layers(self.namespaces, found.layers.landlock if self.landlock else 0, self.seccomp)


BOTH_WALLS = [Configuration("both-walls", user, True, True, True) for user in USERS]
SECOND_WALL = [Configuration("second-wall", user, False, True, True) for user in USERS]
NO_LANDLOCK = [Configuration("no-landlock", user, True, False, True) for user in USERS]
ONLY_NAMESPACES = [Configuration("only-namespaces", user, True) for user in USERS]
BASIC = [Configuration("basic", user) for user in USERS]


@cache
def machine() -> Availability:
    """What this machine offers."""
    return available(quick=True)


@cache
def outcomes(configuration: Configuration, trials: tuple[str, ...]) -> dict[str, Any]:
    """Run all of these trials, each in a child of one launcher."""
    settings = {
        "root": str(ROOT),
        "user": configuration.user,
        "layers": configuration.layers()._asdict(),
        "memory": 512 << 20,
        "processes": 60,
        "trials": trials,
    }
    done = subprocess.run(
        [sys.executable, "-B", str(BENCH), json.dumps(settings)],
        capture_output=True,
        text=True,
        timeout=300,
        env={
            "PATH": os.defpath,
            "HOME": str(Path.home()),
            "OPENBLAS_NUM_THREADS": "1",
            "MALLOC_ARENA_MAX": "1",
        },
    )
    assert done.returncode == 0, done.stderr
    results: dict[str, Any] = json.loads(done.stdout)
    assert "failed" not in results["trials"], results["trials"]["failed"]
    return results
