"""The launcher's process: NumPy is loaded once, and each run is a fork of it.

Started as a script, `python -I launcher.py SOCKET LEVEL`; with `once DESCRIPTOR` it is itself the one run (where
there is no fork), its request on standard input. It never runs a learner's code itself, and knows nothing secret.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import os
import select
import shutil
import socket
import sys
import tempfile
import time
from typing import NamedTuple, NoReturn

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

if sys.platform != "win32":
    import fcntl

from grader.recording import child, confinement
from grader.recording.confinement import ConfinementError, Layers
from grader.recording.requests import STOP, Hello, Limits, Reply, Request, pack, read_message, receive

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECONDS_TO_SAY_THE_LINE = 0.05
SECONDS_BETWEEN_LOOKS_AT_THE_BOX = 0.05
TASKS = 256
PRIVATE_BOX = "/box"
COMPLAINT_DESCRIPTOR = child.TRACE_DESCRIPTOR + 1
"""Where a child says why it cannot be confined; closed before the submission runs."""
LESS = "--isolation basic accepts less (only for files that you trust)"


class Place(NamedTuple):
    """Where runs happen: what confines them, what they may read, the folder that they work in."""

    layers: Layers
    readable: tuple[str, ...]
    box: str


class Wait(NamedTuple):
    """What ended the wait for a child, if it was not its own end."""

    timed_out: bool = False
    stopped: bool = False


def serve(channel: socket.socket, place: Place) -> None:
    """Answer requests until the other end closes."""
    with contextlib.suppress(ConnectionError):
        folder = "" if place.layers.namespaces else os.path.dirname(place.box)
        channel.sendall(pack(Hello(layers=place.layers.describe() or ("limits",), folder=folder)))
        while (received := receive(channel, Request)) is not None:
            request, descriptors = received
            try:
                reply = _run(channel, place, request, descriptors)
            except ConfinementError as error:
                # Whatever is left dies with this process, or cannot be killed at all.
                channel.sendall(pack(Reply(exit_code=0, signal=0, seconds=0, timed_out=False, failure=str(error))))
                return
            channel.sendall(pack(reply))


def _run(channel: socket.socket, place: Place, request: Request, descriptors: list[int]) -> Reply:
    """Fork a child for one run, wait for its end, and leave nothing of it."""
    started = time.monotonic()
    confinement.fresh_box(place.box, place.layers)
    with open(os.path.join(place.box, request.plan.filename), "wb") as file:
        file.write(request.source)
    parent = os.getpid()
    child.prepare_for(request.text)
    # What a collection in a child would go through, it would also copy.
    gc.freeze()
    complaint, said = os.pipe()
    descriptors.append(said)
    process = os.fork()
    if process == 0:
        _become_child(request, descriptors, place, parent)
    for descriptor in descriptors:
        os.close(descriptor)
    wait = _wait(channel, process, started + request.limits.wall_seconds, place)
    if wait.timed_out:
        os.kill(process, child.LINE_SIGNAL)
        _wait(channel, process, time.monotonic() + SECONDS_TO_SAY_THE_LINE, place)
    ending = confinement.kill_all(process, place.layers)
    confinement.clear_box(place.box, place.layers)
    with open(complaint, encoding="utf-8", errors="replace") as file:
        failure = file.read()
    code = os.waitstatus_to_exitcode(ending.status) if ending else 0
    return Reply(
        exit_code=max(code, 0),
        signal=max(-code, 0),
        seconds=time.monotonic() - started,
        timed_out=wait.timed_out,
        stopped=wait.stopped,
        failure=failure,
    )


def _wait(channel: socket.socket, process: int, deadline: float, place: Place) -> Wait:
    """Wait for the child's end, the deadline, a word from the grader, or a box that grows too full."""
    handle = os.pidfd_open(process)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        poll.register(channel, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            bounded = left if place.layers.namespaces else min(left, SECONDS_BETWEEN_LOOKS_AT_THE_BOX)
            ready = [descriptor for descriptor, _ in poll.poll(bounded * 1000)]
            if handle in ready:
                return Wait()
            if channel.fileno() in ready:
                channel.recv(len(STOP))
                return Wait(stopped=True)
            if not place.layers.namespaces and confinement.overfull(place.box):
                return Wait(stopped=True)
        return Wait(timed_out=True)
    finally:
        os.close(handle)


def _become_child(request: Request, descriptors: list[int], place: Place, parent: int) -> NoReturn:
    """In the forked child: only the pipes stay open, the walls go up, the submission runs."""
    try:
        _keep_only(descriptors)
        try:
            os.chdir(place.box)
            bounds = _bounds(request.limits, place.layers)
            above = None if place.layers.namespaces else parent
            confinement.confine(bounds, place.layers, place.readable, place.box, parent=above)
        except (ConfinementError, OSError) as error:
            os.write(COMPLAINT_DESCRIPTOR, str(error).encode())
            raise
        os.close(COMPLAINT_DESCRIPTOR)
        child.run(request.source, request.plan, place.box, request.text)
    finally:
        os._exit(child.NOT_CONFINED)


def _keep_only(descriptors: list[int]) -> None:
    """Standard input is empty; output, errors, the trace and the complaint are the four pipes; all else is closed."""
    null = os.open(os.devnull, os.O_RDONLY)
    # Out of the way first: which numbers they have depends on what the grader itself had open.
    trace, output, errors, said, null = (
        fcntl.fcntl(number, fcntl.F_DUPFD, COMPLAINT_DESCRIPTOR + 1) for number in (*descriptors, null)
    )
    for target, descriptor in enumerate((null, output, errors, trace, said)):
        os.dup2(descriptor, target)
    os.closerange(COMPLAINT_DESCRIPTOR + 1, 4096)


def _bounds(limits: Limits, layers: Layers) -> confinement.Limits:
    return confinement.Limits(
        cpu_seconds=int(limits.wall_seconds) + 2,
        memory_bytes=limits.memory_bytes,
        file_bytes=limits.file_bytes,
        open_files=limits.open_files,
        processes=None if layers.seccomp else TASKS,
    )


def _enter(level: str) -> Place:
    """Put up the walls that are shared by all runs. Raises ConfinementError when the level cannot be had."""
    if level == "basic":
        confinement.become_subreaper()
        confinement.prepare(Layers())
        return Place(Layers(), (), _own_folder())
    try:
        return _enter_strict()
    except ConfinementError as error:
        advice = f"{error.advice}; {LESS}" if error.advice else LESS
        raise ConfinementError(error.layer, error.what, error.number, advice) from error


def _enter_strict() -> Place:
    available = confinement.available(quick=True)
    if not available.strict:
        raise ConfinementError("strict isolation", "; ".join(available.missing))
    readable = confinement.interpreter_paths(_numpy_folders())
    if available.layers.namespaces:
        confinement.enter_namespaces(readable, PRIVATE_BOX)
    else:
        confinement.become_subreaper()
    confinement.prepare(available.layers)
    return Place(available.layers, readable, PRIVATE_BOX if available.layers.namespaces else _own_folder())


def _own_folder() -> str:
    return os.path.join(tempfile.mkdtemp(prefix="try-this-"), "box")


def _numpy_folders() -> list[str]:
    found = importlib.util.find_spec("numpy")
    places = list(found.submodule_search_locations or ()) if found else []
    return [*places, *(f"{place}.libs" for place in places)]


def _once(descriptor: int) -> None:
    """Be the one run: the request comes on standard input, the trace goes to `descriptor` (on Windows, a handle)."""
    request = read_message(sys.stdin.buffer, Request)
    if sys.platform == "win32":
        import msvcrt

        descriptor = msvcrt.open_osfhandle(descriptor, os.O_BINARY)
    if descriptor != child.TRACE_DESCRIPTOR:
        os.dup2(descriptor, child.TRACE_DESCRIPTOR)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    folder = os.getcwd()
    if os.name == "posix":
        os.closerange(child.TRACE_DESCRIPTOR + 1, 4096)
        confinement.confine(_bounds(request.limits, Layers()), Layers(), (), folder)
    child.forget_ourselves(ROOT)
    child.run(request.source, request.plan, folder, request.text)


def main(arguments: list[str]) -> None:
    """The script's entry."""
    child.prepare()
    # Our own modules may be cached; nothing is written once a submission could run.
    sys.dont_write_bytecode = True
    if arguments[0] == "once":
        _once(int(arguments[1]))
        return
    with socket.socket(fileno=int(arguments[0])) as channel:
        try:
            place = _enter(arguments[1])
        except (ConfinementError, OSError) as error:
            channel.sendall(pack(Hello(error=str(error))))
            return
        os.environ.pop("LD_LIBRARY_PATH", None)
        os.environ["HOME"] = os.environ["TMPDIR"] = place.box
        tempfile.tempdir = None
        child.forget_ourselves(ROOT)
        try:
            serve(channel, place)
        finally:
            if not place.layers.namespaces:
                shutil.rmtree(os.path.dirname(place.box), ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
