"""Tries, on this machine, what a confinement needs; run as a program of its own, one line of output a probe.

`python -I -S -B probes.py quick|full`. Each probe is a forked child of this small process: what it enters or
forbids itself ends with it. A line is name, 1 or 0, what was seen, advice; separated by tabs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial

if __name__ == "__main__":
    # By location and under a name of its own: the packages above may need what -S does not offer.
    _package = type(sys)("confinement")
    _package.__path__ = [os.path.dirname(os.path.abspath(__file__))]
    sys.modules["confinement"] = _package
    __package__ = "confinement"

from . import attempts, box, killing, landlock, lockdown, namespaces, privileges
from .errors import ConfinementError
from .layers import Layers
from .limits import Bounds

BOX = "/box"
_SECRET_TEXT = b"canary"
_MEGABYTE = 1024 * 1024


class Refused(Exception):
    """A probe's way to say no: what was seen, and advice."""

    def __init__(self, detail: str, advice: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.advice = advice


def in_child(probe: Callable[[], str]) -> tuple[bool, str, str]:
    """Run a probe in a child of this process: whether it works, what was seen, advice."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _report(probe, writer)
    os.close(writer)
    with open(reader, "rb") as pipe:
        answer = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if not answer:
        return False, f"the probe died with {os.waitstatus_to_exitcode(status)}", ""
    works, detail, advice = answer.split("\t")
    return works == "1", detail, advice


def _report(probe: Callable[[], str], writer: int) -> None:
    """Run the probe, write its answer, leave. The stub of a probe that enters namespaces never comes here."""
    try:
        try:
            answer = f"1\t{probe()}\t"
        except ConfinementError as error:
            reason = f"{error.what}: {os.strerror(error.number)}" if error.number else error.what
            answer = f"0\t{reason}\t{error.advice}"
        except Refused as error:
            answer = f"0\t{error.detail}\t{error.advice}"
        except Exception as error:
            answer = f"0\t{type(error).__name__}: {error}\t"
        os.write(writer, answer.replace("\n", " ").encode())
    finally:
        os._exit(0)


class Machine:
    """What the probes need to know: a file outside every confinement, and this process."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.process = os.getpid()

    def try_everything(self, layers: Layers) -> None:
        """In a confined child: raise Refused if something gets through that these layers should refuse."""
        through = attempts.open_ones(self.secret, self.process, layers.refused())
        if through:
            raise Refused("not refused: " + ", ".join(through))

    def namespaces(self) -> str:
        """Namespaces with mounts, as in a run, hide files and processes."""
        layers = Layers(namespaces=True)
        namespaces.enter_namespaces((), BOX)
        box.fresh_box(BOX, layers)
        os.close(os.open(f"{BOX}/file", os.O_CREAT | os.O_WRONLY))
        box.clear_box(BOX, layers)
        if os.path.exists(self.secret):
            raise Refused("files outside can be seen")
        return "user, pid, net, ipc, mnt, uts; a private root"

    def landlock(self) -> str:
        """Landlock makes a readable file unreadable."""
        version = landlock.abi()
        if not version:
            raise Refused("landlock_create_ruleset is not there", landlock.ADVICE)
        privileges.no_new_privileges()
        landlock.restrict((), "", version)
        try:
            os.close(os.open(self.secret, os.O_RDONLY))
        except PermissionError:
            return f"ABI {version}"
        raise Refused(f"ABI {version}, but a file outside can still be read")

    def seccomp(self) -> str:
        """The real filter refuses what it should, and this interpreter goes on under it."""
        layers = Layers(seccomp=True)
        lockdown.confine(Bounds(), layers, (), "")
        self.try_everything(layers)
        return "the filter of a run"

    def whole(self, layers: Layers) -> str:
        """The layers together, exactly as a run has them, against everything."""
        if layers.namespaces:
            namespaces.enter_namespaces((), BOX)
            folder = BOX
        else:
            folder = f"{self.secret}.box"
        lockdown.prepare(layers)
        box.fresh_box(folder, layers)
        try:
            return self._confined(layers, folder)
        finally:
            box.clear_box(folder, layers)

    def _confined(self, layers: Layers, folder: str) -> str:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _report(lambda: self._hostile(layers, folder), writer)
        os.close(writer)
        with open(reader, "rb") as pipe:
            works, _, rest = pipe.read().decode().partition("\t")
        killing.kill_all(child, layers)
        detail, _, advice = rest.partition("\t")
        if works != "1":
            raise Refused(detail or "the confined process died", advice)
        return detail

    def _hostile(self, layers: Layers, folder: str) -> str:
        os.chdir(folder)
        lockdown.confine(Bounds(processes=64), layers, (), folder)
        self.try_everything(layers)
        os.close(os.open("file", os.O_CREAT | os.O_WRONLY))
        count = len(attempts.attempts(self.secret, self.process))
        return f"{count} hostile calls refused"


def single(kind: int) -> Callable[[], str]:
    """A probe of one kind of namespace, in a user namespace unless it is that one itself."""

    def probe() -> str:
        namespaces.unshare(namespaces.NEW_USER | kind)
        return "can be made"

    return probe


def identity() -> str:
    """Who runs the grader, and what that means here."""
    user = os.getuid()
    if user:
        return f"ordinary user {user}"
    effective, _, _ = privileges.capabilities()
    return f"root with {effective.bit_count()} capabilities; submissions run without any"


def memory() -> str:
    """A limit of the address space ends in MemoryError."""
    lockdown.confine(Bounds(memory_bytes=256 * _MEGABYTE), Layers(), (), "")
    try:
        bytearray(1024 * _MEGABYTE)
    except MemoryError:
        return "an allocation above the limit is a MemoryError"
    raise Refused("RLIMIT_AS does not hold")


def control_group() -> str:
    """A writable version 2 group could kill a tree at once; nothing here depends on it."""
    try:
        with open("/proc/self/cgroup") as file:
            mine = next((line.strip()[3:] for line in file if line.startswith("0::")), None)
    except OSError:
        mine = None
    if mine is None:
        raise Refused("no version 2 hierarchy", "nothing needs it")
    root = next((root for root in ("/sys/fs/cgroup", "/sys/fs/cgroup/unified") if _is_version_2(root)), None)
    if root is None:
        raise Refused("no version 2 hierarchy is mounted", "nothing needs it")
    place = f"{root}{mine.rstrip('/')}/grade-doctor-{os.getpid()}"
    try:
        os.mkdir(place)
    except OSError as error:
        raise Refused(f"not writable: {error.strerror}", "nothing needs it") from error
    kills = os.path.exists(f"{place}/cgroup.kill")
    os.rmdir(place)
    if not kills:
        raise Refused("no cgroup.kill (Linux 5.14)", "nothing needs it")
    return "writable, with cgroup.kill"


def _is_version_2(root: str) -> bool:
    return os.path.exists(f"{root}/cgroup.controllers")


def _secret_file() -> str:
    """A file that only confinement keeps from being read: in a private folder of this process."""
    for parent in (os.environ.get("TMPDIR"), "/tmp", "/var/tmp", "/dev/shm", "."):
        if parent and os.access(parent, os.W_OK | os.X_OK):
            folder = f"{os.path.abspath(parent)}/grade-probe-{os.getpid()}-{os.urandom(4).hex()}"
            os.mkdir(folder, 0o700)
            break
    else:
        raise SystemExit("no folder to write a file in")
    with open(f"{folder}/secret", "wb") as file:
        file.write(_SECRET_TEXT)
    return f"{folder}/secret"


def _say(name: str, result: tuple[bool, str, str]) -> bool:
    works, detail, advice = result
    print(name, int(works), detail, advice, sep="\t", flush=True)
    return works


def _quick(machine: Machine) -> Layers:
    has_namespaces = _say("namespaces", in_child(machine.namespaces))
    has_landlock = _say("landlock", in_child(machine.landlock))
    has_seccomp = _say("seccomp", in_child(machine.seccomp))
    return Layers(has_namespaces, landlock.abi() if has_landlock else 0, has_seccomp)


def _full(machine: Machine, layers: Layers) -> None:
    kinds = {
        "user namespace": namespaces.NEW_USER,
        "pid namespace": namespaces.NEW_PROCESSES,
        "net namespace": namespaces.NEW_NETWORK,
        "ipc namespace": namespaces.NEW_IPC,
        "mnt namespace": namespaces.NEW_MOUNTS,
        "uts namespace": namespaces.NEW_HOSTNAME,
    }
    for name, kind in kinds.items():
        _say(name, in_child(single(kind)))
    _say("user", in_child(identity))
    _say("memory limit", in_child(memory))
    _say("control groups", in_child(control_group))
    for described in dict.fromkeys((layers, layers._replace(namespaces=False))):
        if described.strict:
            name = "self-test (" + ", ".join(described.describe()) + ")"
            _say(name, in_child(partial(machine.whole, described)))


def main(arguments: list[str]) -> None:
    """Probe; `full` adds what `grade doctor` lists."""
    machine = Machine(_secret_file())
    try:
        layers = _quick(machine)
        if arguments == ["full"]:
            _full(machine, layers)
        elif layers.strict:
            _say("self-test", in_child(partial(machine.whole, layers)))
    finally:
        os.unlink(machine.secret)
        os.rmdir(os.path.dirname(machine.secret))


if __name__ == "__main__":
    main(sys.argv[1:])
