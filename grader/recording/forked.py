"""A launcher that is forked off a process with NumPy loaded: there at once, where a fresh one loads NumPy again.

It has the memory of the process that it comes from, so it is for the level `basic` alone, and for a process that
has seen no submission yet, and has no threads.
"""

from __future__ import annotations

import os
import socket
import sys
import traceback
from typing import NoReturn

from grader.recording.start import CHANNEL, LauncherProcess, Started, environment
from grader.recording.title import Title

MOST_DESCRIPTORS = 4096


def fork_launcher() -> Started:
    """Fork this process into itself and a launcher. Raises OSError when there can be no more processes."""
    ours, theirs = socket.socketpair()
    with theirs:
        pid = os.fork()
        if pid == 0:
            _become_launcher(theirs.fileno())
        return Started(LauncherProcess(pid), ours)


def _become_launcher(channel: int) -> NoReturn:
    """In the forked process: be as if freshly started, then serve."""
    debugged = "GRADE_DEBUG" in os.environ
    try:
        os.setsid()
        _keep_only(channel)
        from grader.recording import launcher

        _forget_the_caller()
        launcher.main([str(CHANNEL)])
        os._exit(0)
    except BaseException:
        if debugged:
            traceback.print_exc()
    finally:
        os._exit(1)


def _keep_only(channel: int) -> None:
    """Standard input is empty, the channel is where a launcher has it, all else is closed."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    if channel != CHANNEL:
        os.dup2(channel, CHANNEL)
    os.closerange(CHANNEL + 1, MOST_DESCRIPTORS)


def _forget_the_caller() -> None:
    """Its environment, and where it had modules of its own: a fresh launcher starts with `python -I`."""
    own = set(os.environ.get("PYTHONPATH", "").split(os.pathsep))
    if not sys.flags.safe_path:
        own.add(sys.path[0])
    sys.path[:] = [entry for entry in sys.path if entry not in own]
    kept = environment()
    os.environ.clear()
    if title := Title.of_this_process():
        title.forget_environment()
    os.environ.update(kept)
