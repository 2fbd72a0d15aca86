"""Many submissions through a `concurrent.futures.Executor`: a pool of processes here, or a cluster's workers.

Work goes out in chunks, a few ahead of what comes back, so that the parent's memory does not grow with the folder.
A worker that dies loses nothing: what it had is graded again, one file at a time, until the file is found that ends
workers.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager

import msgspec

from grader.batch.worker import Chunk, Outcome, Settings, Task, grade_chunk, prepare_process, without_exercises
from grader.identity import identity

CHUNK = 3
AHEAD = 2
"""Chunks that wait for each worker."""
SECONDS_BEFORE_A_LOOK = 5.0
"""A worker that is killed while it answers leaves the others and the pool waiting, and nobody is told."""
MOST_BREAKS = 3
"""How often a file may be alone with a worker that dies before it is held responsible."""


class Means(msgspec.Struct, frozen=True, kw_only=True):
    """What grades: executors, how many workers one has, and how many submissions go out together.

    abandon: stops one at once, whatever it is doing; broken: what its futures raise when their worker died; is_short:
    whether a worker died, for the case that no future says so.
    """

    make_executor: Callable[[], Executor]
    abandon: Callable[[Executor], None]
    workers: int
    chunk: int
    broken: tuple[type[BaseException], ...] = (BrokenExecutor,)
    is_short: Callable[[], bool] = lambda: False


def usable_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def own_processors(jobs: int) -> tuple[int, ...]:
    """A processor for each worker to keep to, when there are as many workers; otherwise none.

    A worker, its launcher and their runs take turns: on one processor they find each other's memory in its caches.
    """
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return tuple(usable) if len(usable) == jobs else ()


def this_machine(jobs: int) -> Means:
    """A pool of processes here, each with a launcher of its own."""
    # What multiprocessing starts would look for modules first where the command is called: among the submissions.
    os.environ["PYTHONSAFEPATH"] = "1"
    # Started afresh: a forked worker would inherit the locks of the parent's threads.
    context = multiprocessing.get_context("spawn")
    started = context.Value("i", 0)

    def pool() -> Executor:
        nonlocal started
        # Each pool has a counter of its own: a worker may be killed while it holds the lock.
        started = context.Value("i", 0)
        own = own_processors(jobs)
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=prepare_process, initargs=(started, own))

    def is_short() -> bool:
        alive = len(multiprocessing.active_children())
        return bool(alive < started.get_obj().value)

    return Means(make_executor=pool, abandon=_end_processes, workers=jobs, chunk=CHUNK, is_short=is_short)


def _end_processes(pool: Executor) -> None:
    for child in multiprocessing.active_children():
        child.terminate()
    # A worker that ends in the middle of an answer leaves the pool's thread waiting for the rest of it, for as long as
    # there is somebody who could write it: at last only this process.
    if pool._result_queue is not None:  # type: ignore[attr-defined]
        pool._result_queue._writer.close()  # type: ignore[attr-defined]
    # The pool notices that its workers are gone, and ends its own threads in order.
    pool.shutdown(wait=True, cancel_futures=True)


def grade(tasks: Iterable[Task], settings: Settings, means: Means) -> Iterator[tuple[Outcome, ...]]:
    """The outcomes of all tasks, in chunks, in the order in which they are done.

    Raises WorkerError when a worker cannot grade at all.
    """
    run = _Run(settings, means)
    try:
        yield from run.all_of(_batched(tasks, means.chunk))
    except BaseException:
        run.abandon()
        raise
    run.close()


def _batched(tasks: Iterable[Task], size: int) -> Iterator[tuple[Task, ...]]:
    rest = iter(tasks)
    while some := tuple(itertools.islice(rest, size)):
        yield some


class _Run:
    def __init__(self, settings: Settings, means: Means) -> None:
        self._settings = settings
        self._means = means
        self._executor = means.make_executor()
        self._most = means.workers * AHEAD
        self._pending: dict[Future[tuple[Outcome, ...]], tuple[Task, ...]] = {}

    def all_of(self, chunks: Iterator[tuple[Task, ...]]) -> Iterator[tuple[Outcome, ...]]:
        while True:
            for tasks in itertools.islice(chunks, self._most - len(self._pending)):
                self._send(tasks)
            if not self._pending:
                return
            done, _ = wait(self._pending, SECONDS_BEFORE_A_LOOK, return_when=FIRST_COMPLETED)
            lost: list[Task] = []
            if not done and self._means.is_short():
                lost += self._taken_back()
            for future in done:
                tasks = self._pending.pop(future)
                try:
                    yield future.result()
                except self._means.broken:
                    lost += tasks
            if lost:
                # A broken pool takes all that it had with it.
                lost += self._taken_back()
                self._begin_again()
                for task in lost:
                    yield (self._alone(task),)

    def _taken_back(self) -> list[Task]:
        """What was sent and has not come back, to be sent again."""
        tasks = [task for tasks in self._pending.values() for task in tasks]
        self._pending.clear()
        return tasks

    def _send(self, tasks: tuple[Task, ...]) -> Future[tuple[Outcome, ...]]:
        chunk = Chunk(tasks=tasks, settings=self._settings, grader=identity())
        try:
            with _interrupts_held():
                future = self._executor.submit(grade_chunk, chunk)
        except self._means.broken:
            # A worker died between two chunks.
            future = Future()
            future.set_exception(BrokenExecutor())
        self._pending[future] = tasks
        return future

    def _alone(self, task: Task) -> Outcome:
        gone: tuple[type[BaseException], ...] = (*self._means.broken, TimeoutError)
        for _ in range(MOST_BREAKS):
            future = self._send((task,))
            try:
                while not wait([future], SECONDS_BEFORE_A_LOOK).done and not self._means.is_short():
                    continue
                (outcome,) = future.result(SECONDS_BEFORE_A_LOOK)
                return outcome
            except gone:
                self._begin_again()
            finally:
                self._pending.pop(future, None)
        told = f"Grading this file ended the grader's own process {MOST_BREAKS} times."
        return without_exercises(task, self._settings, "error", told)

    def _begin_again(self) -> None:
        self._means.abandon(self._executor)
        self._executor = self._means.make_executor()

    def close(self) -> None:
        """Let go of the executor, which has nothing left to do."""
        self._executor.shutdown(wait=True)

    def abandon(self) -> None:
        """Stop now: what is being graded will be graded again another time."""
        self._means.abandon(self._executor)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits meanwhile: a process that is being started would take it for its own, and complain."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
