"""The launcher's process: NumPy is loaded once, and each run is a fork of it.

What it knows, every later run could find in its memory: so it never gets to see a submission, nor a plan.

Started as a script, `python -I launcher.py PACKAGES SOCKET`, it is told its isolation level there; with
`once DESCRIPTOR` it is itself the one run (where there is no fork), its request on standard input. It never runs a
learner's code itself, and knows nothing secret.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import os
import select
import signal
import socket
import sys
import time
from typing import NamedTuple

if __name__ == "__main__":
    # Imports make no garbage worth looking for.
    gc.disable()
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
    # Packages that this interpreter would not find by itself, because it is isolated.
    sys.path += [place for place in sys.argv[1].split(os.pathsep) if place not in sys.path]

from grader.recording import child, confinement
from grader.recording.confinement import ConfinementError, Layers
from grader.recording.ready import Place, ReadyChild, bounds_of, ready_child
from grader.recording.requests import (
    LINE_SIGNAL,
    SECONDS_TO_SAY_THE_LINE,
    STOP,
    Hello,
    Limits,
    Notice,
    Reply,
    Request,
    pack,
    read_message,
    receive,
)
from grader.recording.start import LEVEL_BYTES
from grader.recording.title import Title

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECONDS_BETWEEN_LOOKS_AT_THE_BOX = 0.05
PRIVATE_BOX = "/box"
LESS = "--isolation basic accepts less (only for files that you trust)"


class Wait(NamedTuple):
    """What ended the wait for a child, if it was not its own end."""

    timed_out: bool = False
    stopped: bool = False


def serve(channel: socket.socket, place: Place) -> None:
    """Answer requests until the other end closes. The child for the next one is there before it comes."""
    with contextlib.suppress(ConnectionError):
        folder = "" if place.layers.namespaces else os.path.dirname(place.box)
        limits = Limits()
        # Before anyone hears that we are there, and takes the processor that the child would start on.
        try:
            ready = ready_child(place, limits)
        except ConfinementError as error:
            channel.sendall(pack(Hello(error=str(error))))
            return
        channel.sendall(pack(Hello(layers=place.layers.describe() or ("limits",), folder=folder)))
        try:
            while (received := receive(channel, Notice)) is not None:
                notice, descriptors = received
                if child.prepare_for(notice.imports) or not ready.fits(notice.limits, place.layers):
                    _discard(ready, place)
                    limits = notice.limits
                    ready = ready_child(place, limits)
                channel.sendall(pack(_run(channel, place, ready, notice, descriptors)))
                ready = ready_child(place, limits)
            # Else it would be nobody's child when this process is gone.
            _discard(ready, place)
        except ConfinementError as error:
            # Whatever is left dies with this process, or cannot be killed at all.
            channel.sendall(pack(Reply(signal=0, seconds=0, timed_out=False, failure=str(error))))


def _discard(ready: ReadyChild, place: Place) -> None:
    confinement.kill_all(ready.process, place.layers)
    ready.said()


def _run(channel: socket.socket, place: Place, ready: ReadyChild, notice: Notice, descriptors: list[int]) -> Reply:
    """Hand the descriptors of a run to a child, wait for its end, and leave nothing of it."""
    started = time.monotonic()
    ready.hand(descriptors)
    for descriptor in descriptors:
        os.close(descriptor)
    wait = _wait(channel, ready.process, started + notice.limits.wall_seconds, place)
    if wait.timed_out and LINE_SIGNAL is not None:
        os.kill(ready.process, LINE_SIGNAL)
        _wait(channel, ready.process, time.monotonic() + SECONDS_TO_SAY_THE_LINE, place)
    status = confinement.kill_all(ready.process, place.layers)
    confinement.clear_box(place.box, place.layers)
    code = os.waitstatus_to_exitcode(status) if status is not None else 0
    return Reply(
        signal=max(-code, 0),
        seconds=time.monotonic() - started,
        timed_out=wait.timed_out,
        stopped=wait.stopped,
        failure=ready.said(),
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


def _enter(level: str) -> Place:
    """Put up the walls that are shared by all runs. Raises ConfinementError when the level cannot be had."""
    if level == "basic":
        confinement.become_subreaper()
        confinement.prepare(Layers())
        return Place(Layers(), (), _own_folder(), Title.of_this_process())
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
    title = Title.of_this_process()
    if available.layers.namespaces:
        confinement.enter_namespaces(readable, PRIVATE_BOX)
    else:
        confinement.become_subreaper()
    confinement.prepare(available.layers)
    return Place(available.layers, readable, PRIVATE_BOX if available.layers.namespaces else _own_folder(), title)


def _own_folder() -> str:
    """A folder that nobody else has; `tempfile` takes longer to import than all else that happens here."""
    wanted = os.environ.get("TMPDIR", "")
    place = wanted if wanted and os.access(wanted, os.W_OK | os.X_OK) else "/tmp"
    folder = os.path.join(place, f"try-this-{os.urandom(8).hex()}")
    os.mkdir(folder, 0o700)
    return os.path.join(folder, "box")


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
        confinement.confine(bounds_of(request.limits, Layers()), Layers(), (), folder)
    child.forget_ourselves(ROOT)
    if title := Title.of_this_process():
        title.says(*child.arguments(request.plan))
    child.run(request, folder)


def main(arguments: list[str]) -> None:
    """The script's entry."""
    # A worker of a folder ignores Ctrl-C; what it starts would inherit that, and run submissions differently.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    child.prepare()
    # All that is there stays: a first collection would only go through it.
    gc.freeze()
    gc.enable()
    # Our own modules may be cached; nothing is written once a submission could run.
    sys.dont_write_bytecode = True
    if arguments[0] == "once":
        _once(int(arguments[1]))
        return
    os.chdir("/")
    with socket.socket(fileno=int(arguments[0])) as channel:
        level = channel.recv(LEVEL_BYTES, socket.MSG_WAITALL).decode().strip()
        if not level:
            return
        try:
            place = _enter(level)
        except (ConfinementError, OSError) as error:
            channel.sendall(pack(Hello(error=str(error))))
            return
        os.environ.pop("LD_LIBRARY_PATH", None)
        os.environ["HOME"] = os.environ["TMPDIR"] = place.box
        child.forget_ourselves(ROOT)
        try:
            serve(channel, place)
        except KeyboardInterrupt:
            # Only a run sends that here; whoever waits for it starts another launcher.
            return
        finally:
            if not place.layers.namespaces:
                with contextlib.suppress(ConfinementError, OSError):
                    confinement.clear_box(place.box, place.layers)
                    os.rmdir(os.path.dirname(place.box))


if __name__ == "__main__":
    main(sys.argv[2:])
    # To take all modules down piece by piece would only take time.
    os._exit(0)
