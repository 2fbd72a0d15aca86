"""A cluster grades as this machine does: a real scheduler, two workers in their own processes, one of them killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.classes import ROOT, command, grade, results, varied, write
from tests.isolation.processes import soon

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}


class Cluster:
    """A scheduler with workers, on loopback."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = (folder / "log").open("ab")
        self._processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        assert soon(lambda: self._found(r"Scheduler at:\s+(tcp://\S+)") is not None, 60), self._text()
        self.address = self._found(r"Scheduler at:\s+(tcp://\S+)") or ""

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
            cwd=self._folder, stdout=self._log, stderr=self._log, env=ENVIRONMENT,
        )  # fmt: skip
        self._processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        """One more worker, with a single thread."""
        before = len(re.findall("Registered to", self._text()))
        process = self._start(
            "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
            "--local-directory", str(self._folder / "workers"),
        )  # fmt: skip
        assert soon(lambda: len(re.findall("Registered to", self._text())) > before, 60), self._text()
        return process

    def _text(self) -> str:
        return (self._folder / "log").read_text("utf-8", "replace")

    def _found(self, pattern: str) -> str | None:
        match = re.search(pattern, self._text())
        return match[1] if match else None

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        self._log.close()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed")
    (tmp_path / "cluster").mkdir()
    opened = Cluster(tmp_path / "cluster")
    yield opened
    opened.close()


@pytest.mark.timeout(300)
def test_a_cluster_gives_the_same_results_even_when_a_worker_is_lost(cluster: Cluster, tmp_path: Path) -> None:
    write(tmp_path / "class", varied(80))
    grade(tmp_path, "class", "--out", "here")
    lost, _ = cluster.worker(), cluster.worker()
    process = subprocess.Popen(
        command("class", "--out", "there", "--cluster", cluster.address),
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
    )  # fmt: skip
    pages = tmp_path / "there" / "students"
    assert soon(lambda: pages.is_dir() and any(pages.iterdir()), 60)
    lost.send_signal(signal.SIGKILL)
    _, told = process.communicate(timeout=200)
    assert process.returncode == 0, told
    assert results(tmp_path / "there") == results(tmp_path / "here")
    here, there = (sorted((tmp_path / name / "students").iterdir()) for name in ("here", "there"))
    assert [page.name for page in here] == [page.name for page in there]


def test_a_worker_with_other_code_is_an_error(cluster: Cluster, tmp_path: Path) -> None:
    write(tmp_path / "class", varied(3))
    other = tmp_path / "other"
    other.mkdir()
    (other / "sitecustomize.py").write_text("import grader.identity\ngrader.identity.identity = lambda: 'another'\n")
    previous = ENVIRONMENT["PYTHONPATH"]
    ENVIRONMENT["PYTHONPATH"] = f"{other}{os.pathsep}{previous}"
    try:
        cluster.worker()
    finally:
        ENVIRONMENT["PYTHONPATH"] = previous
    done = grade(tmp_path, "class", "--cluster", cluster.address, code=3)
    assert "another version of the grader" in done.stderr


def test_a_scheduler_without_workers_is_an_error(cluster: Cluster, tmp_path: Path) -> None:
    write(tmp_path / "class", varied(3))
    assert "has no workers" in grade(tmp_path, "class", "--cluster", cluster.address, code=2).stderr


def test_an_address_where_nobody_answers_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    write(tmp_path / "class", varied(3))
    assert "no scheduler answers there" in grade(tmp_path, "class", "--cluster", "tcp://127.0.0.1:9", code=2).stderr
