"""The warm launcher survives its runs; when it dies or stops itself, it is replaced and no submission is lost."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from grader.recording import confinement, launcher, start
from grader.recording.confinement import Availability, ConfinementError, Layers, ProbeLine, available
from grader.recording.opening import open_sandbox
from grader.recording.plan import Substitution
from grader.recording.requests import STOP
from grader.recording.sandbox import MAX_OUTPUT, MAX_TRACE, SandboxError
from grader.recording.warm import Pipes, WarmSandbox
from grader.result import AS_WRITTEN, Isolation
from grader.runs.reading import read_trace
from tests.isolation.processes import alive, descendants, soon
from tests.running import printed, record, trace_of

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "tests" / "submissions" / "hostile"
root = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody else")
needs_strict = pytest.mark.skipif(not available(quick=True).strict, reason="strict isolation cannot be had here")
LEVELS = [pytest.param("strict", marks=needs_strict), "basic"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the warm sandbox needs Linux")


@pytest.fixture(params=LEVELS)
def warm(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[WarmSandbox]:
    monkeypatch.setattr("grader.recording.warm.GRACE_SECONDS", 1.0)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with closing(WarmSandbox(request.param)) as opened:
        assert printed(opened, "print('first')") == "first\n"
        yield opened
        assert printed(opened, "print('last')") == "last\n"
    assert list(tmp_path.iterdir()) == []


def outermost(warm: WarmSandbox) -> int:
    """The process that the grader started: the stub where there are namespaces, else the launcher."""
    return warm._process.pid


def innermost(warm: WarmSandbox) -> int:
    """The launcher itself: pid 1 of its namespaces, if there are any."""
    stub = outermost(warm)
    below = descendants(stub) if "namespaces" in warm.layers else set()
    return min(below, default=stub)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
@pytest.mark.parametrize("victim", [outermost, innermost])
@pytest.mark.timeout(30)
def test_a_launcher_that_is_gone_between_runs_is_replaced(
    warm: WarmSandbox, victim: object, number: signal.Signals
) -> None:
    before = outermost(warm)
    os.kill(outermost(warm) if victim is outermost else innermost(warm), number)
    assert trace_of(warm, "print('done')", seconds=0.5).text == "done\n"
    if outermost(warm) != before:
        assert soon(lambda: not alive(before))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_a_run_during_which_the_launcher_goes_is_repeated(
    warm: WarmSandbox, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = innermost(warm)
    waiting = [victim]
    drain = Pipes.drain

    def drain_and_kill(pipes: Pipes) -> None:
        drain(pipes)
        if waiting and b"begun" in pipes._parts[1]:
            os.kill(waiting.pop(), number)

    monkeypatch.setattr(Pipes, "drain", drain_and_kill)
    source = "import os, time\nos.write(1, b'begun')\ntime.sleep(0.6)\nprint('done')\n"
    assert trace_of(warm, source, seconds=2.0).text == "done\n"
    assert not waiting
    assert soon(lambda: not alive(victim))


@pytest.mark.timeout(30)
def test_a_run_is_given_up_when_each_launcher_dies(warm: WarmSandbox) -> None:
    over = threading.Event()

    def kill() -> None:
        while not over.wait(0.02):
            for process in descendants(outermost(warm)) | {outermost(warm)}:
                if alive(process):
                    os.kill(process, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with pytest.raises(SandboxError, match="ended twice"):
            record(warm, "while True: pass", seconds=1.0)
    finally:
        over.set()
        killer.join()


@pytest.mark.parametrize("descriptor", [1, 2, 3])
def test_a_flood_is_cut_off(warm: WarmSandbox, descriptor: int) -> None:
    source = f"import os\nrubbish = bytes(1 << 20)\nwhile True: os.write({descriptor}, rubbish)\n"
    found = record(warm, source, seconds=30.0)
    assert found.flooded
    assert found.reply.stopped
    assert not found.reply.timed_out
    assert len(found.trace) <= MAX_TRACE
    assert len(found.output) <= MAX_OUTPUT
    assert len(found.errors) <= MAX_OUTPUT


def test_a_stop_that_crosses_the_reply_harms_no_other_run(warm: WarmSandbox) -> None:
    before = outermost(warm)
    warm._channel.sendall(STOP)
    assert printed(warm, "print('done')") == "done\n"
    assert outermost(warm) == before


def test_thirty_runs_leave_nothing(warm: WarmSandbox, tmp_path: Path) -> None:
    def state() -> tuple[int, int, int, set[Path]]:
        """Open files here and in the innermost launcher, processes (one child is always ready), and folders."""
        below = descendants()
        opened = min(len(os.listdir(f"/proc/{process}/fd")) for process in below)
        return len(os.listdir("/proc/self/fd")), opened, len(below), {*tmp_path.rglob("*")}

    time.sleep(0.2)
    before = state()
    assert any(tmp_path.glob("try-this-*")) == ("namespaces" not in warm.layers)
    for number in range(30):
        source = f"open('left{number}', 'w').write('x')\nimport os; print(sorted(os.listdir()))\n"
        assert printed(warm, source) == f"['left{number}', 'matmul_practice.py']\n"
    assert soon(lambda: state() == before)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("running", [True, False], ids=["during a run", "between runs"])
def test_when_the_grader_is_killed_all_of_it_goes(level: Isolation, running: bool, tmp_path: Path) -> None:
    program = (
        "import sys, threading, time\nfrom grader.recording.warm import WarmSandbox\n"
        "from tests.running import record\nfrom tests.isolation.processes import descendants\n"
        f"warm = WarmSandbox({level!r})\nrecord(warm, 'x = 1')\n"
        f"if {running}: threading.Thread(target=record, args=(warm, 'while True: pass', 60.0), daemon=True).start()\n"
        "time.sleep(0.3)\nprint(*descendants(), flush=True)\ntime.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        processes = [int(part) for part in parent.stdout.readline().split()]
        assert processes
        parent.kill()
    assert soon(lambda: not any(map(alive, processes)))
    assert soon(lambda: not list(tmp_path.iterdir()))


def test_a_child_that_cannot_be_confined_is_the_machines_fault() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from grader.recording import launcher\n"
        "from grader.recording.confinement import ConfinementError\n"
        "def refuse(*arguments, **keywords): raise ConfinementError('landlock', 'restrict the process', 12)\n"
        "launcher.confinement.enclose = refuse\n"
        "launcher.main(sys.argv[1:])\n"
    )
    ours, theirs = socket.socketpair()
    with theirs:
        command = [sys.executable, "-I", "-c", program, str(theirs.fileno()), "basic"]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=start.VARIABLES)
        # The sandbox waits for it.
        process.returncode = 0
    with (
        closing(WarmSandbox("basic", start.Started(start.LauncherProcess(process.pid), ours))) as warm,
        pytest.raises(SandboxError, match=r"landlock: restrict the process .Cannot allocate memory"),
    ):
        record(warm, "print('never run')")


def test_a_submission_cannot_claim_that_it_was_not_confined(warm: WarmSandbox) -> None:
    source = "import os\ntry: os.write(4, b'not confined')\nexcept OSError: print('closed', flush=True)\nos._exit(70)\n"
    found = record(warm, source)
    assert found.reply.failure == ""
    assert read_trace(found.trace, AS_WRITTEN, key=0).ended is None


def test_strict_without_layers_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Availability((ProbeLine("seccomp", False, "refused by the container", "allow seccomp"),))
    monkeypatch.setattr(confinement, "available", lambda quick: nothing)
    with pytest.raises(ConfinementError) as caught:
        launcher._enter("strict")
    told = str(caught.value)
    assert "no layer filters system calls (needs seccomp)" in told
    assert "seccomp: refused by the container (allow seccomp)" in told
    assert "--isolation basic" in told


def test_a_wall_that_fails_after_the_probes_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise ConfinementError("namespaces", "pivot_root", 22, "the root is a chroot")

    monkeypatch.setattr(confinement, "available", lambda quick: Availability((), Layers(True, 7, True)))
    monkeypatch.setattr(confinement, "enter_namespaces", refuse)
    with pytest.raises(ConfinementError, match=r"namespaces: pivot_root .*the root is a chroot; --isolation basic"):
        launcher._enter("strict")


def test_another_system_has_no_strict_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.recording.opening.can_fork", lambda: False)
    with pytest.raises(SandboxError, match=r"strict isolation needs Linux.*--isolation basic"):
        open_sandbox("strict")


@needs_strict
def test_a_launcher_with_other_layers_does_not_take_over(warm: WarmSandbox) -> None:
    held = warm.layers
    warm.layers = (*held, "another")
    os.kill(innermost(warm), signal.SIGKILL)
    with pytest.raises(SandboxError, match="isolation changed"):
        record(warm, "x = 1")
    warm.layers = held
    warm._restart()


REFUSED = (
    "own_proc_raw_clone",
    "own_proc_programs",
    "own_net_loopback",
    "own_net_pair",
    "own_file_links_out",
    "own_file_numpy",
)
GOT_THROUGH = ("process", "ran", "reached", "sent", "read", "linked", "did it")
ELSEWHERE = f"""
import os, sys
from contextlib import closing
sys.path.insert(0, {str(ROOT)!r})
from grader.recording.warm import WarmSandbox
from tests.running import trace_of
with closing(WarmSandbox("strict")) as warm:
    print(*trace_of(warm, "print(6 * 7)").text.split(), warm.layers, os.getuid())
    for name in {REFUSED!r}:
        with open(os.path.join({str(HOSTILE)!r}, name, "matmul_practice.py"), "rb") as file:
            trace = trace_of(warm, file.read())
        print([line for line in trace.text.splitlines() if line.startswith({GOT_THROUGH!r})], trace.stop)
"""


def _elsewhere(before: str) -> list[str]:
    """What ELSEWHERE prints in a process that does `before` first."""
    program = (
        f"import os, sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from grader.recording.confinement import kernel, namespaces\n" + before
        + f"\nos.execv(sys.executable, [sys.executable, '-B', '-c', {ELSEWHERE!r}])\n"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, cwd="/")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_strict
def test_without_user_namespaces_the_other_layers_are_named_and_hold() -> None:
    said = _elsewhere(
        "namespaces.unshare(namespaces.NEW_USER)\n"
        "with open('/proc/sys/user/max_user_namespaces', 'w') as file: file.write('0')\n"
    )
    assert said[0].startswith("42 ('landlock ")
    assert "'seccomp'" in said[0]
    assert "namespaces" not in said[0]
    assert said[1:] == ["[] None"] * len(REFUSED)


@root
@needs_strict
def test_an_ordinary_user_has_strict_isolation() -> None:
    """In a mount namespace where the interpreter and the grader can be read by nobody, wherever they lie."""
    said = _elsewhere(
        f"shown = {[sys.base_prefix, sys.prefix, str(ROOT)]!r}\n"
        "def closed(place):\n"
        "    while place != '/':\n"
        "        if not os.stat(place).st_mode & 1: yield place\n"
        "        place = os.path.dirname(place)\n"
        "kernel.call('unshare', namespaces.NEW_MOUNTS)\n"
        "namespaces.mount('none', '/', '', namespaces.MS_REC | namespaces.MS_PRIVATE)\n"
        "for place in shown:\n"
        "    covered = list(closed(place))\n"
        "    if not covered: continue\n"
        "    held = os.open(place, os.O_PATH)\n"
        "    namespaces.mount('tmpfs', covered[-1], 'tmpfs', 0, b'mode=755')\n"
        "    os.makedirs(place, exist_ok=True)\n"
        "    namespaces.mount(f'/proc/self/fd/{held}', place, '', namespaces.MS_BIND | namespaces.MS_REC)\n"
        "os.setgroups([])\nos.setresgid(65534, 65534, 65534)\nos.setresuid(65534, 65534, 65534)\n"
    )
    assert said[0].startswith("42 ('namespaces', ")
    assert said[0].endswith(" 65534")
    assert said[1:] == ["[] None"] * len(REFUSED)


LOOKS_AT_FRAMES = """
import sys
wanted = "rehtona-fo-krow-eht"[::-1], "123456789"[::-1]
found, frame = [], sys._getframe().f_back
while frame:
    found += [name for name, value in frame.f_locals.items() if any(one in repr(value) for one in wanted)]
    frame = frame.f_back
print(found)
"""
SEARCHES_ALL_MEMORY = """
wanted = b"rehtona-fo-krow-eht"[::-1]
found = 0
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb") as memory:
    for line in maps:
        place, rights = line.split()[:2]
        first, last = (int(part, 16) for part in place.split("-"))
        if rights.startswith("rw"):
            memory.seek(first)
            data = memory.read(last - first)
            found += data.count(wanted)
            data = None
print("found" if found > 1 else "only its own")
"""
BEFORE = "work = 'the-work-of-another'\n" * 20


def test_no_frame_holds_the_submission_before(warm: WarmSandbox) -> None:
    record(warm, BEFORE, substitutions=(Substitution(((1, 2), (3, 4)), ((987654321, 2), (3, 4))),))
    assert printed(warm, LOOKS_AT_FRAMES) == "[]\n"


def test_nothing_of_the_submission_before_is_in_memory() -> None:
    with closing(WarmSandbox("basic")) as warm:
        record(warm, BEFORE)
        assert printed(warm, SEARCHES_ALL_MEMORY) == "only its own\n"
