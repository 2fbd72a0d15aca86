"""Whatever ends a call, nothing is lost, and the next one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.batch.gradebook import Gradebook
from grader.output_folder import DATABASE
from tests.batch.classes import ROOT, command, grade, results, solution, varied, write
from tests.corpus import SUBMISSIONS
from tests.isolation.processes import alive, descendants, parent, soon


@pytest.mark.timeout(300)
def test_kill_9_at_any_moment_loses_nothing_and_repeats_nothing(undisturbed: Path, tmp_path: Path) -> None:
    write(tmp_path / "class", varied(60))
    for moment in range(10):
        process = start(tmp_path)
        before = graded(tmp_path / "out")
        soon(lambda before=before, process=process: graded(tmp_path / "out") > before or not alive(process.pid), 20)  # type: ignore[misc]
        time.sleep(0.05 * moment)
        below = descendants(process.pid)
        process.kill()
        process.wait()
        assert soon(lambda below=below: not any(map(alive, below)), 20)  # type: ignore[misc]
    done = grade(tmp_path, "class", "--out", "out")
    assert "60 submissions" in done.stdout
    assert results(tmp_path / "out") == results(undisturbed / "out")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("victim", ["spawn_main", "launcher.py"], ids=["worker", "launcher"])
def test_a_worker_or_launcher_that_is_killed_costs_nothing(undisturbed: Path, tmp_path: Path, victim: str) -> None:
    write(tmp_path / "class", varied(60))
    process = start(tmp_path)
    assert soon(lambda: graded(tmp_path / "out") > 0, 30)
    # A launcher's runs are called as it is: one that is killed by itself is a run that ended so.
    for number in [number for number in descendants(process.pid) if victim in called(number)]:
        if (above := parent(number)) is not None and victim not in called(above):
            os.kill(number, signal.SIGKILL)
    assert process.wait(timeout=100) == 0
    assert results(tmp_path / "out") == results(undisturbed / "out")


@pytest.mark.parametrize("goes_on", [True, False], ids=["killed", "stopped"])
def test_a_worker_that_ends_in_the_middle_of_its_answer_stops_nobody(tmp_path: Path, goes_on: bool) -> None:
    program = f"""
import gc, os
from multiprocessing import active_children
from grader.batch.pool import grade, this_machine
from grader.entry import Entry
from grader.batch.worker import Settings, Task

def main():
    source = open({str(SUBMISSIONS / "right" / "article_style.py")!r}, "rb").read()
    tasks = [Task(entry=Entry(student=f"s{{n}}", submission=f"s{{n}}.py"), source=source, key=b"k") for n in range(8)]
    means = this_machine(2)
    outcomes = grade(iter(tasks), Settings(isolation="basic", pages=False), means)
    first = next(outcomes)
    pool = next(one for one in gc.get_objects() if type(one).__name__ == "ProcessPoolExecutor")
    # The beginning of an answer, whose rest never comes.
    os.write(pool._result_queue._writer.fileno(), (1 << 20).to_bytes(4, "big"))
    active_children()[0].kill()
    if {goes_on}:
        print(len(first) + sum(map(len, outcomes)))
    else:
        outcomes.close()
        print("closed")

if __name__ == "__main__":
    main()
"""
    (tmp_path / "stuck.py").write_text(program)
    done = subprocess.run(
        [sys.executable, "stuck.py"], cwd=tmp_path, capture_output=True, text=True, timeout=90, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout == ("8\n" if goes_on else "closed\n"), done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_ends_cleanly_and_says_how_to_go_on(tmp_path: Path, number: signal.Signals) -> None:
    write(tmp_path / "class", varied(60))
    # Whoever runs these tests may ignore it, and what is ignored stays so.
    process = start(tmp_path, stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
    assert soon(lambda: graded(tmp_path / "out") > 0, 30)
    below = descendants(process.pid)
    process.send_signal(number)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"the same command goes on" in told
    assert not any(word in told for word in (b"Traceback", b"Warning"))
    assert soon(lambda: not any(map(alive, below)), 20)
    assert 0 < graded(tmp_path / "out") < 60


@pytest.mark.parametrize("seconds", [0.3, 0.5, 0.8])
def test_ctrl_c_in_a_terminal_reaches_everybody_and_nobody_complains(tmp_path: Path, seconds: float) -> None:
    write(tmp_path / "class", varied(60))
    process = subprocess.Popen(
        command("class", "--out", "out", "--jobs", "2"), cwd=tmp_path, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    told, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert not any(word in told for word in (b"Traceback", b"Warning")), told.decode()


def test_a_second_call_on_the_same_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    with Gradebook(tmp_path / "out" / DATABASE):
        done = grade(tmp_path, "class", "--out", "out", code=2)
    assert "another call of grade is at work" in done.stderr


def test_a_full_disk_is_said_and_the_next_call_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    program = (
        "import resource, sys, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, resource.RLIM_INFINITY))\n"
        "import grader.cli; grader.cli.main(['class', '--out', 'out', '--jobs', '1'])\n"
    )
    done = subprocess.run(
        [*command()[:2], "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert "2 submissions: 2 passed" in grade(tmp_path, "class", "--out", "out").stdout


def start(
    here: Path, stderr: int = subprocess.DEVNULL, preexec_fn: Callable[[], object] | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("class", "--out", "out", "--jobs", "2"),
        cwd=here,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        preexec_fn=preexec_fn,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def graded(out: Path) -> int:
    """How many pages there are: one is written right before its result counts."""
    return len(list((out / "students").glob("*.html"))) if (out / "students").is_dir() else 0


def called(process: int) -> str:
    """A process's command line."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""
