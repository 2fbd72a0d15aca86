"""What most tests need: a sandbox, the pack of exercises, and a grading of the labelled submissions."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from grader.exercise import Pack
from grader.grading import default_pack
from grader.recording.opening import open_sandbox
from grader.recording.sandbox import Sandbox
from tests.corpus import Grading

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell lets what it starts in the background ignore Ctrl-C; what the tests start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    opened = open_sandbox("basic")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def pack() -> Pack:
    return default_pack()


@pytest.fixture(scope="session")
def grading(pack: Pack, sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Grading:
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "graded"
    shared.mkdir(exist_ok=True)
    return Grading(pack, sandbox, shared)
