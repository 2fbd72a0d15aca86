"""The namespaces: what is seen inside, and that pid 1 and its stub live and die together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from grader.recording.confinement import Bounds, ConfinementError, Layers, confine, enter_namespaces
from grader.recording.confinement.view import view_of
from tests.confinement.configurations import ROOT, Configuration

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux")
NAMESPACES = Configuration("only-namespaces", "self", namespaces=True)

START = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from grader.recording.confinement import *
"""


def launch(script: str, **options: Any) -> subprocess.Popen[str]:
    NAMESPACES.layers()
    environment = {"OPENBLAS_NUM_THREADS": "1", "PATH": os.defpath}
    process: subprocess.Popen[str] = subprocess.Popen(
        [sys.executable, "-B", "-c", START + script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        **options,
    )
    return process


def said(script: str) -> str:
    with launch(script) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()


def test_numpy_is_imported_inside() -> None:
    script = """
import importlib.util
package = os.path.dirname(importlib.util.find_spec("numpy").origin)
enter_namespaces(interpreter_paths([package, package + ".libs"]), "/box")
import numpy as np
assert (np.eye(3) @ np.eye(3) == np.eye(3)).all()
np.linalg.inv(np.eye(3)); np.random.default_rng(1).random(3)
there = [os.path.exists(place) for place in ("/proc", "/etc/passwd")]
print(os.getpid(), os.getcwd(), *sorted(os.listdir("/dev")), *there)
"""
    assert said(script) == "1 / null urandom False False"


def test_nothing_but_the_box_can_be_written() -> None:
    script = """
import errno
enter_namespaces(interpreter_paths(), "/box")
def refused(place):
    try:
        open(place, "w").close()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "written"
layers = Layers(namespaces=True)
before = refused("/box/file")
fresh_box("/box", layers)
inside = refused("/box/file")
fresh_box("/box", layers)
print(before, inside, os.listdir("/box"), refused("/file"), refused("/usr/lib/confinement-test"))
"""
    assert said(script) == "EROFS written [] EROFS EROFS"


def test_the_library_cannot_be_made_writable_by_a_confined_run() -> None:
    script = """
from grader.recording.confinement import kernel
enter_namespaces(interpreter_paths(), "/box")
layers = Layers(namespaces=True)
fresh_box("/box", layers)
child = os.fork()
if child == 0:
    confine(Bounds(), layers, (), "/box")
    try:
        kernel.call("mount", b"none", b"/usr/lib", b"", 32 | 4096, None)
    except PermissionError:
        os._exit(7)
    os._exit(8)
os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
print(os.waitstatus_to_exitcode(kill_all(child, layers)))
"""
    assert said(script) == "7"


def test_the_stub_exits_as_pid_1_does() -> None:
    with launch("enter_namespaces(interpreter_paths(), '/box'); os._exit(42)") as process:
        assert process.wait(timeout=60) == 42
    with launch("enter_namespaces(interpreter_paths(), '/box'); os.abort()") as process:
        # Pid 1 cannot send itself SIGABRT; glibc then ends it with an invalid instruction.
        assert process.wait(timeout=60) in (128 + signal.SIGABRT, 128 + signal.SIGSEGV, 128 + signal.SIGILL)


def test_pid_1_dies_with_its_stub() -> None:
    reader, writer = os.pipe()
    script = """
enter_namespaces(interpreter_paths(), "/box")
if os.fork() == 0:
    os.setsid()
print("inside", flush=True)
import time
time.sleep(60)
"""
    with launch(script, pass_fds=[writer]) as process:
        os.close(writer)
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        started = time.monotonic()
        # The pipe ends when the last process inside is gone; the stub had closed it long ago.
        assert os.read(reader, 1) == b""
        assert time.monotonic() - started < 20
    os.close(reader)


def test_the_stub_keeps_no_descriptor() -> None:
    reader, writer = os.pipe()
    script = f"""
enter_namespaces(interpreter_paths(), "/box")
os.close({writer})
print("closed", flush=True)
sys.stdin.readline()
"""
    with launch(script, pass_fds=[writer], stdin=subprocess.PIPE) as process:
        os.close(writer)
        assert os.read(reader, 1) == b""
        process.communicate("\n", timeout=60)
    os.close(reader)


def test_a_second_thread_is_named_as_the_reason() -> None:
    script = """
import threading, time
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
try:
    enter_namespaces(interpreter_paths(), "/box")
except ConfinementError as error:
    print(error.layer, error.number, error.advice, flush=True)
os._exit(0)
"""
    assert said(script).startswith("namespaces 22 the process has several threads")


def test_links_are_shown_with_what_they_lead_to(tmp_path: Path) -> None:
    real = tmp_path / "real"
    (real / "inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "absolute").symlink_to(tmp_path / "link")
    seen = view_of([str(tmp_path / "absolute" / "inner"), str(tmp_path / "missing")])
    assert seen.binds == (str(real / "inner"),)
    assert seen.links == (
        (str(tmp_path / "absolute"), str(tmp_path / "link")),
        (str(tmp_path / "link"), "real"),
    )
    assert view_of([str(real), str(real / "inner"), str(tmp_path / "link")]).binds == (str(real),)


def test_the_whole_file_system_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "root").symlink_to("/")
    for path in ("/", "/usr/..", str(tmp_path / "root")):
        with pytest.raises(ConfinementError, match="whole file system"):
            view_of([path])


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ConfinementError, match="follow the links"):
        view_of([str(tmp_path / "loop")])


def test_namespaces_are_not_taken_on_trust() -> None:
    with pytest.raises(ConfinementError, match="not in namespaces of ours"):
        confine(Bounds(), Layers(namespaces=True), (), "/box")
    with pytest.raises(ConfinementError, match="not an absolute path"):
        enter_namespaces(["relative"], "/box")
