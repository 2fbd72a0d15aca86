"""Grades one file in a process of its own, while this one reads the command line and gets the reports ready.

That process is forked before anything else is done, and loads NumPy once for two: for itself, which judges, and for
the launcher that is forked off it at the level `basic`. Linux only; elsewhere a file is graded where the command runs.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from grader.recording.start import Started
    from grader.single.answer import Answer, Question

LENGTH_BYTES = 8
MOST_SECONDS = 300.0
"""Beside the file's own time, longer than the slowest takes: an engine that has not answered by then was stopped."""
PR_SET_PDEATHSIG = 1
"""prctl(2), <linux/prctl.h>"""


class Engine:
    """The other process, and our end of the socket to it: unlike a pipe, nobody else can open that in /proc."""

    def __init__(self, pid: int, channel: socket.socket) -> None:
        self._pid = pid
        self._channel = channel
        self._answers = channel.makefile("rb")
        self._answered = False

    def ask(self, question: Question) -> None:
        """Have it grade; it need not be ready yet, and is spared reading the specs."""
        import msgspec

        from grader.packs.spec import PackError, Specs
        from grader.paths import data_path

        # What is wrong with them, the engine says.
        with contextlib.suppress(PackError):
            question = msgspec.structs.replace(question, specs=Specs.read(data_path("exercises")))
        self._channel.settimeout(MOST_SECONDS + question.time_limit)
        with contextlib.suppress(OSError):
            self._channel.sendall(msgspec.msgpack.encode(question))
            self._channel.shutdown(socket.SHUT_WR)

    def answer(self) -> Answer:
        """Wait for what it found."""
        import msgspec

        from grader.single.answer import Answer

        decoder = msgspec.msgpack.Decoder(Answer)
        told, length = b"", 0
        with contextlib.suppress(OSError):
            length = int.from_bytes(self._answers.read(LENGTH_BYTES), "little")
            told = self._answers.read(length)
        if not told or len(told) < length:
            return Answer(fault="machine", message="the process that grades was ended before it was done; try again")
        self._answered = True
        return decoder.decode(told)

    def close(self) -> None:
        """Wait until it has cleared up after its answer; end it when it has not answered.

        A launcher whose engine is gone clears up by itself.
        """
        if self._answered:
            with contextlib.suppress(OSError):
                self._answers.read()
        else:
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def start_engine(strict: bool) -> Engine | None:
    """Fork the engine off this process, which has no threads yet. None when there can be no more processes.

    strict: whether that level is going to be asked for. Its launcher must not be a fork of ours, and takes longer.
    """
    parent = os.getpid()
    ours, theirs = socket.socketpair()
    try:
        pid = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        return None
    if pid == 0:
        ours.close()
        _be_engine(theirs, parent, strict)
    theirs.close()
    return Engine(pid, ours)


def _be_engine(channel: socket.socket, parent: int, strict: bool) -> NoReturn:
    # Ctrl-C is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _serve(channel, parent, strict)
    except ConnectionError:
        # The parent is gone, or has seen that there is nothing to grade.
        pass
    except Exception as error:
        with contextlib.suppress(OSError):
            _tell_of_failure(channel, error)
    finally:
        os._exit(0)


def _tell_of_failure(channel: socket.socket, error: Exception) -> None:
    """Answer that nothing could be graded, and why: a library that is broken, a machine with no memory left."""
    from grader.mistakes import mistake
    from grader.single.answer import Answer

    ours = not isinstance(error, ImportError | OSError | MemoryError)
    told = mistake(error) if ours else f"what grades could not be started: {mistake(error)}"
    _send(channel, Answer(fault="grader" if ours else "machine", message=told))


def _send(channel: socket.socket, answer: Answer) -> None:
    import msgspec

    told = msgspec.msgpack.encode(answer)
    channel.sendall(len(told).to_bytes(LENGTH_BYTES, "little") + told)


def _serve(channel: socket.socket, parent: int, strict: bool) -> None:
    """Load NumPy, answer one question, and end."""
    from grader.recording.start import ONE_THREAD, start_launcher

    # Imports make no garbage worth looking for.
    gc.disable()
    os.environ |= ONE_THREAD
    started: Started | None = start_launcher() if strict else None
    import msgspec
    import numpy.random  # noqa: F401

    if started is None:
        from grader.recording.forked import fork_launcher

        # Before the question is looked at: it warms up meanwhile, and knows nothing.
        started = fork_launcher()
    _end_with(parent)
    from grader.single.answer import Question
    from grader.single.answering import answered

    with channel.makefile("rb") as questions:
        asked = questions.read()
    if not asked:
        return
    question = msgspec.msgpack.decode(asked, type=Question)
    if (question.isolation == "strict") != strict:
        # A launcher that is told no level ends.
        started.channel.close()
        started = None
    gc.freeze()
    gc.enable()
    with channel, answered(question, started) as answer:
        _send(channel, answer)


def _end_with(parent: int) -> None:
    """Be ended with the parent, however that comes about."""
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)
