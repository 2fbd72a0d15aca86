"""Answers a question: opens a sandbox, grades the file in it, and tells what went wrong if anything did."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from grader.loading.submissions import read_submission
from grader.mistakes import mistake
from grader.recording.opening import open_sandbox
from grader.recording.sandbox import Sandbox, SandboxError
from grader.single.answer import Answer, Fault, Question
from grader.submission import SubmissionError

if TYPE_CHECKING:
    from grader.recording.start import Started


@contextlib.contextmanager
def answered(question: Question, started: Started | None = None) -> Iterator[Answer]:
    """The answer; what ran the file is ended after it is used. started: a launcher that warms up already."""
    try:
        sandbox = open_sandbox(question.isolation, started)
    except (SandboxError, OSError) as error:
        yield _none("machine", str(error))
        return
    try:
        yield _answer(question, sandbox)
    finally:
        sandbox.close()


def _answer(question: Question, sandbox: Sandbox) -> Answer:
    from grader.grading import default_pack, grade_submission
    from grader.packs.reading import pack_of
    from grader.packs.spec import PackError
    from grader.paths import data_path

    try:
        submission = read_submission(os.fsdecode(question.path))
        pack = pack_of(data_path("exercises"), question.specs) if question.specs else default_pack()
        graded = grade_submission(submission, pack, sandbox, time_limit=question.time_limit, seed=question.seed)
    except SubmissionError as error:
        return _none("submission", str(error))
    except (PackError, SandboxError) as error:
        return _none("machine", str(error))
    except Exception as error:
        return _none("grader", mistake(error))
    return Answer(graded=graded)


def _none(fault: Fault, message: str) -> Answer:
    return Answer(fault=fault, message=message.encode("utf-8", "backslashreplace").decode())
