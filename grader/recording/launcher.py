"""The launcher's process: NumPy is loaded once, and each run is a fork of it.

Started as a script, `python -I -B launcher.py SOCKET`; with `once DESCRIPTOR` it is itself the one run (where
there is no fork), its request on standard input. It never runs a learner's code itself.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import sys
import time

if __name__ == "__main__":
    ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sys.path.insert(0, ROOT)

from grader.recording import child
from grader.recording.box import Box
from grader.recording.requests import Hello, Reply, Request, pack, read_message, receive

SECONDS_TO_SAY_THE_LINE = 0.05


def serve(channel: socket.socket) -> None:
    """Answer requests until the other end closes."""
    with contextlib.suppress(BrokenPipeError, ConnectionError):
        channel.sendall(pack(Hello()))
        while (received := receive(channel, Request)) is not None:
            request, descriptors = received
            channel.sendall(pack(_run(channel, request, descriptors)))


def _run(channel: socket.socket, request: Request, descriptors: list[int]) -> Reply:
    """Fork a child for one run, wait for its end, and leave nothing of it."""
    started = time.monotonic()
    with Box(request.plan.filename, request.source) as box:
        process = os.fork()
        if process == 0:
            _become_child(request, descriptors, box.folder)
        for descriptor in descriptors:
            os.close(descriptor)
        timed_out, stopped = _wait(channel, process, started + request.limits.wall_seconds)
        if timed_out:
            os.kill(process, child.LINE_SIGNAL)
            _wait(channel, process, time.monotonic() + SECONDS_TO_SAY_THE_LINE)
        _kill_group(process)
        _, status = os.waitpid(process, 0)
        _reap()
    code = os.waitstatus_to_exitcode(status)
    return Reply(
        exit_code=max(code, 0),
        signal=max(-code, 0),
        seconds=time.monotonic() - started,
        timed_out=timed_out,
        stopped=stopped,
    )


def _wait(channel: socket.socket, process: int, deadline: float) -> tuple[bool, bool]:
    """Wait for the child's end, the deadline, or a word from the grader. Says which of the latter two it was."""
    handle = os.pidfd_open(process)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        poll.register(channel, select.POLLIN)
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                return True, False
            ready = [descriptor for descriptor, _ in poll.poll(left * 1000)]
            if handle in ready:
                return False, False
            if channel.fileno() in ready:
                channel.recv(1)
                return False, True
    finally:
        os.close(handle)


def _kill_group(process: int) -> None:
    for kill in (os.killpg, os.kill):
        try:
            kill(process, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _reap() -> None:
    """Collect processes that the run left behind and that fell to us."""
    while True:
        try:
            process, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if process == 0:
            return


def _become_child(request: Request, descriptors: list[int], folder: str) -> None:
    """In the forked child: only the pipes stay open, limits are set, the submission runs. Never returns."""
    try:
        os.setsid()
        high = [os.dup(descriptor) if descriptor < 8 else descriptor for descriptor in descriptors]
        trace, output, errors = high
        null = os.open(os.devnull, os.O_RDONLY)
        for descriptor, target in ((null, 0), (output, 1), (errors, 2), (trace, 3)):
            os.dup2(descriptor, target)
        os.closerange(4, 1024)
        os.chdir(folder)
        _limit(request)
        child.forget_ourselves(ROOT)
        child.run(request.source, request.plan, folder, request.text)
    finally:
        os._exit(70)


def _limit(request: Request) -> None:
    import resource

    limits = request.limits
    seconds = int(limits.wall_seconds) + 2
    for kind, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bounded, bounded))


def _once(descriptor: int) -> None:
    """Be the one run: the request comes on standard input, the trace goes to `descriptor`."""
    request = read_message(sys.stdin.buffer, Request)
    if descriptor != child.TRACE_DESCRIPTOR:
        os.dup2(descriptor, child.TRACE_DESCRIPTOR)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    folder = os.getcwd()
    if os.name == "posix":
        os.closerange(4, 1024)
        _limit(request)
    child.forget_ourselves(ROOT)
    child.run(request.source, request.plan, folder, request.text)


def main(arguments: list[str]) -> None:
    """The script's entry."""
    child.prepare()
    if arguments[0] == "once":
        _once(int(arguments[1]))
        return
    with socket.socket(fileno=int(arguments[0])) as channel:
        serve(channel)


if __name__ == "__main__":
    main(sys.argv[1:])
