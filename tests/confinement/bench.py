"""Runs trials in children that the real functions confine, and prints what became of each as JSON.

Run in an interpreter of its own: `python -B bench.py '{"root": …, "user": …, "layers": …, "trials": […]}'`.

As root everything happens in an outer pid and mount namespace: whatever a trial gets through to, it meets
no process of this machine. For `nobody` the bench changes its uid after the imports, since the interpreter
may lie under a folder that nobody may enter.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from typing import Any

SETTINGS = json.loads(sys.argv[1])
sys.path.insert(0, SETTINGS["root"])

from grader.recording import confinement  # noqa: E402
from grader.recording.confinement import Bounds, Layers, kernel, namespaces  # noqa: E402
from tests.confinement import trials  # noqa: E402
from tests.confinement.trials import World  # noqa: E402

NOBODY = 65534
PATIENCE = 20.0


def outer_namespaces() -> None:
    """Root only: the rest of this program in pid and mount namespaces of its own, with its own /proc."""
    kernel.call("unshare", namespaces.NEW_PROCESSES | namespaces.NEW_MOUNTS | namespaces.NEW_IPC)
    for reaps in (True, False):
        # Two forks: pid 1 only waits, so that the bench itself is an ordinary process.
        child = os.fork()
        if child:
            _, status = os.waitpid(child, 0)
            os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
        if reaps:
            namespaces.mount("none", "/", "", namespaces.MS_REC | namespaces.MS_PRIVATE)
            namespaces.mount("proc", "/proc", "proc", 0)


def become(user: str, folder: str) -> None:
    """Change to nobody, with the folder."""
    if user != "nobody":
        return
    for place in (folder, *(entry.path for entry in os.scandir(folder))):
        os.chown(place, NOBODY, NOBODY)
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    # Undumpable after the change of uid: /proc/self/uid_map would belong to root.
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)


def make_world(folder: str) -> World:
    """Files, listeners and a process outside the confinement."""
    secret = os.path.join(folder, "secret")
    with open(secret, "w") as file:
        file.write("secret")
    name = f"confinement-{os.getpid()}-{time.monotonic_ns()}"
    path = os.path.join(folder, "socket")
    server = socket.create_server(("127.0.0.1", 0))
    held = [server, socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)]
    held[1].bind(path)
    held[2].bind("\0" + name)
    datagrams = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    datagrams.bind("\0" + name + "-datagram")
    for listener in held:
        listener.listen()
    for listener in (*held, datagrams):
        listener.detach()
    return World(
        folder=folder,
        secret=secret,
        checkout=os.path.join(SETTINGS["root"], "grader", "__init__.py"),
        home=os.path.expanduser("~"),
        port=server.getsockname()[1] if server.fileno() >= 0 else 0,
        socket_path=path,
        abstract_name=name,
        other=0,
        launcher=os.getpid(),
        box="/box" if SETTINGS["layers"]["namespaces"] else os.path.join(folder, "box"),
    )


def run(name: str, world: World, layers: Layers, readable: tuple[str, ...]) -> str:
    """One trial in one confined child, as the launcher would do it."""
    confinement.fresh_box(world.box, layers)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _confined(name, world, layers, readable, writer)
    os.close(writer)
    _wait(child)
    status = confinement.kill_all(child, layers)
    assert status is not None
    os.set_blocking(reader, False)
    said = _drained(reader)
    confinement.clear_box(world.box, layers)
    code = os.waitstatus_to_exitcode(status)
    return said or f"ended {signal.Signals(-code).name if code < 0 else code}"


def _wait(child: int) -> None:
    """Until the child's end, or PATIENCE seconds. Its pipe tells less: what it leaves behind may hold it."""
    handle = os.pidfd_open(child)
    select.select([handle], [], [], PATIENCE)
    os.close(handle)


def _drained(reader: int) -> str:
    try:
        return os.read(reader, 65536).decode()
    except BlockingIOError:
        return ""
    finally:
        os.close(reader)


def _confined(name: str, world: World, layers: Layers, readable: tuple[str, ...], writer: int) -> None:
    answer = "nothing"
    try:
        null = os.open(os.devnull, os.O_RDWR)
        writer = os.dup2(writer, 200)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        os.dup2(writer, 3)
        os.closerange(4, 1024)
        os.chdir(world.box)
        for number in (signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        limits = Bounds(
            cpu_seconds=1 if name == "bounded_processor_time" else 10,
            memory_bytes=SETTINGS["memory"],
            processes=SETTINGS["processes"],
        )
        confinement.enclose(limits, layers, readable, world.box, parent=world.launcher)
        confinement.filter_calls(layers)
        answer = _tried(name, world)
    except BaseException as error:
        answer = f"not confined: {type(error).__name__}: {error}"
    finally:
        if answer != "nothing":
            os.write(3, answer.encode())
        os._exit(0)


def _tried(name: str, world: World) -> str:
    try:
        said = getattr(trials, name)(world)
    except OSError as error:
        return f"refused: {errno.errorcode.get(error.errno or 0, error.errno)}"
    except BaseException as error:
        return f"raised: {type(error).__name__}: {error}"
    return said or "ran"


def main() -> None:
    """Be root, nobody or oneself; make the world; try everything."""
    layers = Layers(**SETTINGS["layers"])
    if os.getuid() == 0:
        outer_namespaces()
    folder = tempfile.mkdtemp(prefix="confinement-")
    try:
        results = _all(folder, layers)
        print(json.dumps(results), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _all(folder: str, layers: Layers) -> dict[str, Any]:
    """The bench itself stays in the outer world, as the grader does; a child of it is the launcher."""
    world = make_world(folder)
    before = set(_processes())
    other = os.fork()
    if other == 0:
        become(SETTINGS["user"], folder)
        time.sleep(300)
        os._exit(0)
    reader, writer = os.pipe()
    launcher = os.fork()
    if launcher == 0:
        os.close(reader)
        become(SETTINGS["user"], folder)
        _launch(world._replace(other=other, launcher=os.getpid()), layers, writer)
    os.close(writer)
    with open(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(launcher, 0)
    with open(world.secret) as file:
        unharmed = file.read() == "secret" and set(os.listdir(folder)) <= {"secret", "socket"}
    alive = os.waitpid(other, os.WNOHANG) == (0, 0)
    os.kill(other, signal.SIGKILL)
    os.waitpid(other, 0)
    left = sorted(set(_processes()) - before) if os.getpid() < 10 else []
    return {"trials": json.loads(said), "unharmed": unharmed, "alive": alive, "left": left}


def _processes() -> list[str]:
    """All processes of the outer namespace."""
    return [entry for entry in os.listdir("/proc") if entry.isdigit()]


def _launch(world: World, layers: Layers, writer: int) -> None:
    try:
        package = os.path.dirname(sys.modules["numpy"].__file__ or "")
        readable = confinement.interpreter_paths([package, package + ".libs"])
        if os.getuid() == NOBODY:
            readable = tuple(path for path in readable if os.access(path, os.R_OK))
        started = time.perf_counter()
        if layers.namespaces:
            confinement.enter_namespaces(readable, world.box)
        else:
            confinement.become_subreaper()
        entered = time.perf_counter() - started
        confinement.prepare(layers)
        results: dict[str, Any] = {}
        for name in SETTINGS["trials"]:
            results[name] = run(name, world, layers, readable)
        results["seconds to enter"] = entered
        os.write(writer, json.dumps(results).encode())
    except BaseException as error:
        os.write(writer, json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
    finally:
        os._exit(0)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
