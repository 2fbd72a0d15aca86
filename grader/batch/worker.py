"""What a worker does, on this machine or in a cluster: grade a chunk of submissions, each with its page.

A chunk and its outcomes are plain data. The same chunk gives the same outcomes on every machine, but for times.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import signal
import threading
from typing import TYPE_CHECKING

import msgspec

from grader import TIME_LIMIT
from grader.entry import Entry
from grader.identity import identity
from grader.mistakes import mistake
from grader.record import Record
from grader.result import Isolation, Note, Result

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

    from grader.recording.sandbox import Sandbox
    from grader.result import Graded


COLLECT_AFTER = 20_000
"""Objects. Looking for garbage more often takes more time than it saves memory."""


class WorkerError(Exception):
    """This worker cannot grade: why, and what to do. It concerns the whole run, not a submission."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a folder is graded. time_limit: seconds for each file as written; pages: whether pages are made."""

    isolation: Isolation = "strict"
    time_limit: float = TIME_LIMIT
    seed: int = 0
    pages: bool = True


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A submission to grade: whose it is, its bytes, and the key that its result is kept under."""

    entry: Entry
    source: bytes
    key: bytes
    page: str | None = None


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some tasks. grader: the identity of the code that sent them; a worker with other code refuses."""

    tasks: tuple[Task, ...]
    settings: Settings
    grader: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A graded task: its record, its key, and the student's page."""

    record: Record
    key: bytes
    page: bytes | None = None


def grade_chunk(chunk: Chunk) -> tuple[Outcome, ...]:
    """Grade each task of a chunk. Raises WorkerError when this worker cannot grade anything."""
    if chunk.grader != identity():
        raise WorkerError(
            "a worker has another version of the grader or of its exercises; install the same one everywhere"
        )
    return tuple(_grade(task, chunk.settings) for task in chunk.tasks)


def key_of(source: bytes, entry: Entry, settings: Settings) -> bytes:
    """Names all that a result, and its page, depend on: the same key, the same result, with a page or without."""
    digest = hashlib.blake2b(digest_size=16)
    settings = msgspec.structs.replace(settings, pages=True)
    whose = (entry.submission, entry.student, entry.name, entry.late)
    for part in (identity().encode(), msgspec.json.encode(settings), msgspec.json.encode(whose)):
        digest.update(len(part).to_bytes(8, "little") + part)
    digest.update(source)
    return digest.digest()


def prepare_process(started: Synchronized[int], processors: tuple[int, ...]) -> None:
    """Make this process a worker of a local pool: Ctrl-C is the parent's to handle, and nothing outlives the parent.

    started: counts the workers; processors: those that they keep to, in turn.
    """
    from grader.recording.start import ONE_THREAD

    with started.get_lock():
        started.value += 1
        number = started.value
    if processors:
        os.sched_setaffinity(0, {processors[number % len(processors)]})
    # The products that are judged are small: more threads would only take the processor from other workers.
    os.environ |= ONE_THREAD
    # Little that a result is made of refers to itself.
    gc.set_threshold(COLLECT_AFTER)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class _Own(threading.local):
    """What each thread of a worker has for itself: a sandbox talks to one run at a time."""

    sandbox: Sandbox | None = None
    level: Isolation | None = None


_own = _Own()


def _sandbox(level: Isolation) -> Sandbox:
    from grader.recording.opening import open_sandbox
    from grader.recording.sandbox import SandboxError

    if _own.sandbox is None or _own.level != level:
        if _own.sandbox is not None:
            _own.sandbox.close()
        try:
            _own.sandbox, _own.level = open_sandbox(level), level
        except SandboxError as error:
            raise WorkerError(str(error)) from None
    return _own.sandbox


def _grade(task: Task, settings: Settings) -> Outcome:
    from grader.grading import default_pack, grade_submission
    from grader.loading.submissions import from_bytes
    from grader.packs.spec import PackError
    from grader.recording.sandbox import SandboxError
    from grader.submission import SubmissionError

    try:
        submission = from_bytes(task.source, task.entry.submission)
        graded = grade_submission(
            submission,
            default_pack(),
            _sandbox(settings.isolation),
            time_limit=settings.time_limit,
            seed=settings.seed,
        )
        return _outcome(task, settings, graded, submission.text)
    except SubmissionError as error:
        return without_exercises(task, settings, "inconclusive", str(error))
    except (PackError, SandboxError) as error:
        raise WorkerError(str(error)) from None
    except Exception as error:
        message = f"The grader failed on this file ({mistake(error)}). This is a mistake of the grader's own."
        return without_exercises(task, settings, "error", message)


def _outcome(task: Task, settings: Settings, graded: Graded, text: str) -> Outcome:
    from grader.batch.fingerprint import fingerprint

    result = msgspec.structs.replace(graded.result, student=task.entry.student)
    page = None
    if settings.pages and task.page:
        from grader.rendering import html

        told = msgspec.structs.replace(graded, result=result)
        page = html.render(told, name=task.entry.name, late=task.entry.late).encode("utf-8", "backslashreplace")
    record = Record(entry=task.entry, result=result, page=task.page if page else None, fingerprint=fingerprint(text))
    return Outcome(record=record, key=task.key, page=page)


def without_exercises(task: Task, settings: Settings, status: str, message: str) -> Outcome:
    """The outcome of a task that could not be graded: no exercise, no points, and the reason."""
    from grader import __version__
    from grader.grading import default_pack
    from grader.result import Graded, Listing

    pack = default_pack()
    result = Result(
        submission=task.entry.submission,
        student=task.entry.student,
        status="error" if status == "error" else "inconclusive",
        score=0.0,
        max_score=float(pack.points),
        isolation=settings.isolation,
        grader=__version__,
        pack=pack.version,
        runs=(),
        notes=(Note(message=message),),
        exercises=(),
    )
    page = None
    if settings.pages and task.page:
        from grader.rendering import html

        with contextlib.suppress(Exception):
            told = Graded(result=result, listing=Listing())
            page = html.render(told, name=task.entry.name, late=task.entry.late).encode("utf-8", "backslashreplace")
    record = Record(entry=task.entry, result=result, page=task.page if page else None)
    return Outcome(record=record, key=task.key, page=page)
