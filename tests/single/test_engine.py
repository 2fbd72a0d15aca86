"""The process that grades one file for the command: it hides the caller from the file, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from grader.paths import data_folder
from grader.recording.confinement import available

ROOT = Path(__file__).parents[2]
ENDLESS = "import sys\nprint('running', flush=True)\nwhile True:\n    pass\n"
LEVELS = ["basic", *(["strict"] if available(quick=True).strict else [])]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file is graded where the command runs")


def command(folder: Path, *arguments: str, **changes: str) -> tuple[list[str], dict[str, str]]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB", "GRADE", "PYTHON"))}
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    environment = {**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TMPDIR": str(temporary), **changes}
    return [sys.executable, "-m", "grader", *arguments], environment


def seen_by(folder: Path, source: str, level: str, **changes: str) -> list[str]:
    """What a file prints that is graded at `level`: the lines of it."""
    (folder / "looks.py").write_text(source, encoding="utf-8")
    arguments, environment = command(folder, "looks.py", "--isolation", level, "--verbose", "--no-html", **changes)
    shown = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout
    printed = shown.partition("What your program printed\n")[2]
    return [line.strip().removeprefix("│ ") for line in printed.splitlines() if line.strip()]


@pytest.mark.parametrize("level", LEVELS)
def test_a_file_sees_nothing_of_the_caller(tmp_path: Path, level: str) -> None:
    source = (
        "import gc, os, sys\n"
        "def read(name):\n"
        "    try: return open(f'/proc/self/{name}', 'rb').read()\n"
        "    except OSError: return b''\n"
        "print('secret' in str(os.environ), b'secret' in read('environ'))\n"
        f"print(any('elsewhere' in path or {str(tmp_path)!r} == path for path in sys.path))\n"
        "arguments = read('cmdline').rstrip(b'\\0').split(b'\\0')\n"
        "print(arguments in ([b''], [name.encode() for name in sys.orig_argv]), sys.argv == sys.orig_argv[1:])\n"
        "print(gc.isenabled(), os.getcwd() == sys.path[0])\n"
        "print([name for name in sys.modules if name.startswith(('grader.', 'click', 'jinja2'))])\n"
    )
    found = seen_by(tmp_path, source, level, TOKEN="secret", PYTHONPATH=f"{ROOT}{os.pathsep}/elsewhere")
    assert found == ["False False", "False", "True True", "True True", "[]"]


def test_a_file_cannot_answer_in_the_place_of_what_grades_it(tmp_path: Path) -> None:
    # Opening a pipe's end of another process in /proc gives a new one; only its own ancestors are looked at. What these
    # import meanwhile is open for a moment.
    source = (
        "import os\n"
        "found, process = [], os.getppid()\n"
        "while b'grader' in open(f'/proc/{process}/cmdline', 'rb').read():\n"
        "    for end in os.listdir(f'/proc/{process}/fd'):\n"
        "        path = f'/proc/{process}/fd/{end}'\n"
        "        try:\n"
        "            if int(end) > 2 and os.readlink(path).startswith(('pipe:', 'socket:')):\n"
        "                os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK)); found.append(os.readlink(path))\n"
        "        except OSError: pass\n"
        "    process = int(open(f'/proc/{process}/stat').read().rpartition(')')[2].split()[1])\n"
        "mine = {os.readlink(f'/proc/self/fd/{end}') for end in range(5) if os.path.exists(f'/proc/self/fd/{end}')}\n"
        "print('others:', [one for one in found if one not in mine])\n"
    )
    assert seen_by(tmp_path, source, "basic") == ["others: []"]


def test_both_levels_judge_alike(tmp_path: Path) -> None:
    (tmp_path / "work.py").write_text("import numpy as np\nprint(np.ones((3, 4)).shape)\n", encoding="utf-8")
    found = []
    for level in LEVELS:
        arguments, environment = command(tmp_path, "work.py", "--format", "json", "--isolation", level)
        done = subprocess.run(arguments, cwd=tmp_path, env=environment, capture_output=True, check=False)
        found.append(json.loads(done.stdout)["exercises"])
    assert all(exercises == found[0] for exercises in found)


@pytest.mark.parametrize("level", LEVELS)
def test_packages_may_be_where_an_isolated_interpreter_does_not_look(tmp_path: Path, level: str) -> None:
    venv.create(tmp_path / "bare", with_pip=False)
    packages = Path(np.__file__).parents[1]
    arguments, environment = command(
        tmp_path, str(data_folder("solutions") / "matmul_practice.py"), "--isolation", level, "--quiet",
        PYTHONPATH=f"{ROOT}{os.pathsep}{packages}",
    )  # fmt: skip
    done = subprocess.run(
        [str(tmp_path / "bare" / "bin" / "python"), *arguments[1:]],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "100 / 100" in done.stdout


@contextmanager
def grading(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command in a process group of its own, while the file that it grades runs without an end."""
    (folder / f"{named_after(folder)}.py").write_text(ENDLESS, encoding="utf-8")
    arguments, environment = command(folder, f"{named_after(folder)}.py", "--time-limit", "60")
    with subprocess.Popen(
        arguments,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert soon(lambda: bool(list((folder / "temporary").glob("*/box/matmul_practice.py"))))
        assert len(running_in(folder)) == 4
        yield process


def named_after(folder: Path) -> str:
    """A name that no other test's file has, which may run at the same time."""
    return f"{folder.parent.name}-{folder.name}"


def soon(holds: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


def nothing_is_left(folder: Path) -> bool:
    return not list((folder / "temporary").iterdir()) and not running_in(folder)


def running_in(folder: Path) -> list[str]:
    """The processes that speak of that folder in what they were started with, or work there."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            texts = [(entry / name).read_bytes() for name in ("cmdline", "environ")] + [
                os.fsencode(os.readlink(entry / "cwd"))
            ]
        except OSError:
            continue
        if any(name in text for text in texts for name in (named_after(folder).encode(), os.fsencode(folder))):
            found.append(entry.name)
    return found


def children_of(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_ctrl_c_ends_all(tmp_path: Path) -> None:
    with grading(tmp_path) as process:
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == b"grade: stopped"
    assert soon(lambda: nothing_is_left(tmp_path))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_when_the_command_is_killed_all_ends(tmp_path: Path, number: signal.Signals) -> None:
    with grading(tmp_path) as process:
        process.send_signal(number)
        assert process.wait(10) == -number
    assert soon(lambda: nothing_is_left(tmp_path))


def test_when_what_grades_is_killed_the_command_says_so(tmp_path: Path) -> None:
    with grading(tmp_path) as process:
        (engine,) = children_of(process.pid)
        os.kill(engine, signal.SIGKILL)
        assert process.stderr is not None
        assert b"was ended before it was done" in process.stderr.read()
        assert process.wait(10) == 3
    assert soon(lambda: nothing_is_left(tmp_path))


@pytest.mark.parametrize("level", LEVELS)
def test_a_library_that_is_broken_is_told(tmp_path: Path, level: str) -> None:
    broken = tmp_path / "broken"
    (broken / "numpy").mkdir(parents=True)
    (broken / "numpy" / "__init__.py").write_text("raise ImportError('libopenblas.so.0: no such file')\n")
    (tmp_path / "mine.py").write_text("print(1)\n")
    arguments, environment = command(
        tmp_path, "mine.py", "--isolation", level, PYTHONPATH=f"{broken}{os.pathsep}{ROOT}"
    )
    done = subprocess.run(arguments, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "could not be started: ImportError: libopenblas.so.0: no such file" in done.stderr


@pytest.mark.parametrize("level", ["strict", "basic"])
def test_what_was_started_was_waited_for(tmp_path: Path, level: str) -> None:
    """In a container nobody may take care of processes that have ended: the first one there is no init."""
    if level == "strict" and not available(quick=True).strict:
        pytest.skip("strict isolation cannot be had here")
    adopts = f"""
import ctypes, os, subprocess, sys
PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
subprocess.run([sys.executable, "-m", "grader", {str(data_folder("solutions") / "matmul_practice.py")!r},
                "--isolation", {level!r}, "--quiet"], check=True)
try:
    print("left:", os.waitpid(-1, 0))
except ChildProcessError:
    print("nothing left")
"""
    command = [sys.executable, "-c", adopts]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.splitlines()[-1:] == ["nothing left"], done.stdout + done.stderr
