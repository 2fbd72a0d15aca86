"""What takes too much of the processor's time is interrupted; what waits is not."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable

import pytest

from grader.deadline import Overdue, within


def busy(seconds: float) -> None:
    started = time.process_time()
    while time.process_time() - started < seconds:
        pass


def test_what_is_busy_for_too_long_is_interrupted() -> None:
    with pytest.raises(Overdue), within(0.05):
        busy(30)


def test_what_only_waits_is_not() -> None:
    with within(0.05):
        time.sleep(0.2)


def test_nothing_is_left_of_a_deadline_that_was_kept() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with within(0.05):
        pass
    busy(0.1)
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_it_passes_what_catches_every_exception() -> None:
    with pytest.raises(Overdue), within(0.05):
        try:
            busy(30)
        except Exception:
            pytest.fail("it was taken for an error")


def in_a_thread(work: Callable[[], None]) -> list[BaseException | None]:
    """What the work raises in a thread of its own."""
    ends: list[BaseException | None] = []

    def worker() -> None:
        try:
            work()
        except BaseException as error:
            ends.append(error)
        else:
            ends.append(None)

    thread = threading.Thread(target=worker)
    thread.start()
    thread.join()
    return ends


def test_in_a_thread_of_a_cluster_the_same_holds() -> None:
    def too_long() -> None:
        with within(0.05):
            busy(30)

    def waits() -> None:
        with within(0.05):
            time.sleep(0.2)
        busy(0.1)

    assert [type(error) for error in in_a_thread(too_long)] == [Overdue]
    assert in_a_thread(waits) == [None]
