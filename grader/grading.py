"""The way through: submission → scenarios → recordings → traces → judge → result."""

from __future__ import annotations

import functools
import os

from grader import TIME_LIMIT
from grader.exercise import Pack
from grader.loading.submissions import read_submission
from grader.packs.reading import pack_of
from grader.packs.spec import Specs
from grader.paths import data_path
from grader.recording.opening import open_sandbox
from grader.recording.sandbox import Sandbox
from grader.result import AS_WRITTEN, Graded, Isolation, Result
from grader.runs.plans import Plans
from grader.submission import Submission


@functools.cache
def default_pack() -> Pack:
    """The pack that comes with the grader. Raises PackError when it is not sound."""
    folder = data_path("exercises")
    return pack_of(folder, Specs.read(folder))


def grade(
    path: str | os.PathLike[str],
    *,
    pack: Pack | None = None,
    isolation: Isolation = "basic",
    time_limit: float = TIME_LIMIT,
    seed: int = 0,
) -> Result:
    """Grade the file, notebook, or folder with one Python file, at `path`.

    time_limit: seconds for the run as written. Raises SubmissionError when there is nothing to grade,
    PackError when the exercises are not sound, SandboxError when nothing can be run.
    """
    submission, pack = read_submission(path), pack or default_pack()
    sandbox = open_sandbox(isolation)
    try:
        return grade_submission(submission, pack, sandbox, time_limit=time_limit, seed=seed).result
    finally:
        sandbox.close()


def grade_submission(
    submission: Submission,
    pack: Pack,
    sandbox: Sandbox,
    *,
    time_limit: float = TIME_LIMIT,
    seed: int = 0,
) -> Graded:
    """Run `submission` in every scenario that the pack asks for, and judge what it did."""
    plans = Plans(submission, pack, seed)
    begun = sandbox.begin(plans.request(AS_WRITTEN, time_limit))
    # What judges is imported while the file runs, and so are the checks: all that is needed only the first time.
    from grader.judging import judged
    from grader.runs.runner import Runner
    from grader.syntax.tree import walked

    # Kept for the checks.
    walked(submission.text)
    runs = Runner(plans, sandbox, begun, time_limit)
    runs.run(pack.scenarios())
    return judged(plans, pack, runs, sandbox)
