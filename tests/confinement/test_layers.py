"""What the layers promise together, and how the machine's probes are read."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from grader.recording.confinement import Bounds, Layers, available, landlock
from grader.recording.confinement.availability import understood
from grader.recording.confinement.limits import _values
from tests.confinement.configurations import machine

linux = pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux")


@pytest.mark.parametrize(
    ("layers", "strict"),
    [
        (Layers(True, 7, True), True),
        (Layers(False, 1, True), True),
        (Layers(True, 0, True), True),
        (Layers(True, 7, False), False),
        (Layers(False, 0, True), False),
        (Layers(False, 7, False), False),
        (Layers(), False),
    ],
)
def test_strict_needs_a_wall_around_each_thing(layers: Layers, strict: bool) -> None:
    assert layers.strict == strict


def test_layers_describe_themselves() -> None:
    assert Layers(True, 7, True).describe() == ("namespaces", "landlock 7", "seccomp")
    assert Layers(False, 4, False).describe() == ("landlock 4",)
    assert Layers().describe() == ()


def test_probes_are_read_into_layers() -> None:
    found = understood(
        "namespaces\t0\tmake new namespaces: EPERM\task\nlandlock\t1\tABI 4\t\nseccomp\t1\tyes\t\nrubbish\n"
    )
    assert found.layers == Layers(False, 4, True)
    assert found.strict
    assert found.missing == ()
    assert [line.works for line in found.lines] == [False, True, True]


def test_what_is_missing_is_said_in_sentences() -> None:
    found = understood("namespaces\t0\trefused\task Docker\nlandlock\t0\tnone\tupdate\nseccomp\t1\tyes\t\n")
    assert not found.strict
    assert found.missing == (
        "no layer hides and protects files (needs namespaces or Landlock)",
        "namespaces: refused (ask Docker)",
        "landlock: none (update)",
    )


def test_a_failed_self_test_is_not_strict() -> None:
    found = understood("landlock\t1\tABI 4\t\nseccomp\t1\tyes\t\nself-test\t0\tnot refused: shared memory\t\n")
    assert not found.strict
    assert found.missing == ("self-test: not refused: shared memory",)


def test_another_system_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    found = available()
    assert not found.strict
    assert "confinement needs Linux, this is darwin" in found.missing[-1]


def test_probes_that_cannot_start_are_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert "cannot be started" in available(quick=True).missing[-1]


@linux
def test_the_doctor_lists_each_layer_once() -> None:
    lines = available().lines
    names = [line.name for line in lines]
    assert names[:3] == ["namespaces", "landlock", "seccomp"]
    assert {"pid namespace", "user", "memory limit", "control groups", "NumPy in one thread"} <= set(names)
    assert len(set(names)) == len(names)
    assert all(line.detail for line in lines)


@linux
def test_the_quick_probe_agrees_with_the_self_test() -> None:
    found = machine()
    assert found.strict == (found.layers.strict and all(line.works for line in found.lines if "self" in line.name))


def test_landlock_asks_for_what_a_version_has() -> None:
    lengths = {version: len(landlock.attributes(version)) for version in range(1, 10)}
    assert lengths == {1: 8, 2: 8, 3: 8, 4: 16, 5: 16, 6: 24, 7: 24, 8: 24, 9: 24}
    bits = [struct.unpack_from("=Q", landlock.attributes(version))[0] for version in (1, 2, 3, 4, 5, 7)]
    assert bits == [0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF, 0xFFFF]


def test_processes_are_counted_beyond_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from grader.recording.confinement import limits

    monkeypatch.setattr(limits, "tasks_of_this_user", lambda: 500)
    assert _values(Bounds(processes=64), namespaces=False)["RLIMIT_NPROC"] == 564
    assert _values(Bounds(processes=64), namespaces=True)["RLIMIT_NPROC"] == 64
    assert _values(Bounds(), namespaces=True)["RLIMIT_NPROC"] is None
    monkeypatch.setattr(limits, "tasks_of_this_user", lambda: 0)
    assert _values(Bounds(processes=64), namespaces=False)["RLIMIT_NPROC"] is None


@linux
def test_a_lower_inherited_limit_is_kept() -> None:
    import subprocess

    from tests.confinement.configurations import ROOT

    script = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
import resource
from grader.recording.confinement import limits
resource.setrlimit(resource.RLIMIT_NOFILE, (32, 40))
resource.setrlimit(resource.RLIMIT_CPU, (50, 60))
limits.apply(limits.Bounds(open_files=64, cpu_seconds=5))
limits.apply(limits.Bounds(open_files=64, cpu_seconds=100))
print(resource.getrlimit(resource.RLIMIT_NOFILE), resource.getrlimit(resource.RLIMIT_CPU))
"""
    done = subprocess.run([sys.executable, "-B", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(40, 40) (6, 6)"
