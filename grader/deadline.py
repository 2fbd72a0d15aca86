"""A bound on the processor's time that something may take here: what a hostile file did may be endless to look at."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn


class Overdue(BaseException):
    """The time is over. No Exception, so that nothing on the way takes it for an error of its own."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise Overdue when the body has taken so much of the processor's time; waiting does not count.

    Only the main thread can be interrupted, and only where there are such timers (POSIX); elsewhere nothing happens.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _overdue)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _overdue(number: int, frame: FrameType | None) -> NoReturn:
    raise Overdue
