"""Folders of submissions for tests, and how they were graded, without what differs from one time to another."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.corpus import SUBMISSIONS, labelled

ROOT = Path(__file__).parents[2]


def varied(count: int) -> dict[str, bytes]:
    """So many submissions, right and wrong ones, each with bytes of its own; mostly the same when others are added."""
    labels = [label for label in labelled("right", "wrong") if label.mistake not in ("timed-out",)]
    labels.sort(key=lambda label: hashlib.blake2b(label.file.encode()).digest())
    chosen = [labels[index % len(labels)] for index in range(count)]
    return {
        f"student{index:05}": label.path.read_bytes() + f"\n# {index}\n".encode()
        for index, label in enumerate(chosen)
        if label.file.endswith(".py")
    }


def solution() -> bytes:
    """A right one."""
    return (SUBMISSIONS / "right" / "article_style.py").read_bytes()


def write(folder: Path, students: Mapping[str, bytes]) -> Path:
    """One file a student."""
    folder.mkdir(parents=True, exist_ok=True)
    for student, source in students.items():
        (folder / f"{student}.py").write_bytes(source)
    return folder


def command(*arguments: str | Path) -> list[str]:
    """The call of `grade` with those arguments."""
    return [sys.executable, "-P", "-m", "grader", *map(str, arguments)]


def grade(
    here: Path, *arguments: str | Path, code: int = 0, timeout: float = 110, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Call `grade`, and see how it ends."""
    done = subprocess.run(
        command(*arguments), cwd=here, capture_output=True, text=True, timeout=timeout, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def results(out: Path) -> list[dict[str, Any]]:
    """The results of a graded folder without times, and without the launcher's luck: how long a run took."""
    documents = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
    for document in documents:
        for run in document["runs"]:
            run["seconds"] = 0
    return documents


def marks(out: Path) -> dict[str, tuple[str, float]]:
    """Status and score by student."""
    return {document["student"]: (document["status"], document["score"]) for document in results(out)}
