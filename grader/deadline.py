"""A bound on the processor's time that something may take here: what a hostile file did may be endless to look at."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

SHORTEST_WAIT = 0.01


class Overdue(BaseException):
    """The time is over. No Exception, so that nothing on the way takes it for an error of its own."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise Overdue when the body has taken so much of the processor's time; waiting does not count.

    Where a system cannot measure that (Windows; macOS, in any thread but the main one), nothing happens.
    """
    if threading.current_thread() is not threading.main_thread():
        bounded = _watched(seconds) if hasattr(time, "pthread_getcpuclockid") else contextlib.nullcontext()
    else:
        bounded = _signalled(seconds) if hasattr(signal, "setitimer") else contextlib.nullcontext()
    with bounded:
        yield


@contextlib.contextmanager
def _signalled(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _overdue)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _overdue(number: int, frame: FrameType | None) -> NoReturn:
    raise Overdue


@contextlib.contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """The same in a thread that no signal reaches, such as a cluster's: another one looks at how long it has taken."""
    ident = threading.get_ident()
    clock = time.pthread_getcpuclockid(ident)
    over = threading.Event()
    watcher = threading.Thread(
        target=_watch, args=(ident, clock, time.clock_gettime(clock) + seconds, over), daemon=True
    )
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        _interrupt(ident, None)


def _watch(ident: int, clock: int, until: float, over: threading.Event) -> None:
    while (left := until - time.clock_gettime(clock)) > 0:
        if over.wait(max(left, SHORTEST_WAIT)):
            return
    _interrupt(ident, Overdue)


def _interrupt(ident: int, error: type[BaseException] | None) -> None:
    """Raise `error` in that thread when it next runs Python code; with None, take back what was not raised yet."""
    import ctypes

    raised = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), raised)
