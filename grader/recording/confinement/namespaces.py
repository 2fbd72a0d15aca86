"""Namespaces: an empty network, a private file system view, no other processes. Entered once, by the launcher.

Constants: include/uapi/linux/sched.h, mount.h, fs.h.
"""

from __future__ import annotations

import errno
import os
import select
import signal
import struct
from collections.abc import Sequence
from typing import NoReturn

from . import kernel, privileges
from .errors import ConfinementError, step
from .view import View, view_of

NEW_MOUNTS = 0x20000
NEW_CGROUP = 0x2000000
NEW_HOSTNAME = 0x4000000
NEW_IPC = 0x8000000
NEW_USER = 0x10000000
NEW_PROCESSES = 0x20000000
NEW_NETWORK = 0x40000000
ALL = NEW_USER | NEW_PROCESSES | NEW_NETWORK | NEW_IPC | NEW_MOUNTS | NEW_HOSTNAME | NEW_CGROUP

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = (
    1,
    2,
    4,
    8,
    32,
    4096,
    16384,
    1 << 18,
)
_MNT_DETACH = 2
_AT_RECURSIVE = 0x8000
_ATTRIBUTES = {"read-only": 1, "nosuid": 2, "nodev": 4}

_OLD_ROOT = "/.old"
_DEVICES = ("/dev/null", "/dev/urandom")
_ROOT_OPTIONS = b"size=256k,nr_inodes=4k,mode=755"

_entered = False
"""Set in pid 1 by enter_namespaces, inherited by its children: without it nothing here kills or mounts."""

_LAYER = "namespaces"
_UNSHARE_ADVICE = {
    errno.EPERM: "a container's profile, a chroot, or kernel.unprivileged_userns_clone=0 refuses them",
    errno.EINVAL: "the process has several threads already, or the kernel lacks a kind of namespace",
    errno.ENOSPC: "user.max_user_namespaces is too low",
    errno.EUSERS: "namespaces are nested too deeply",
    errno.ENOSYS: "the kernel has no namespaces",
}
_MAP_ADVICE = (
    "Ubuntu's AppArmor refuses unprivileged user namespaces: an administrator may set "
    "kernel.apparmor_restrict_unprivileged_userns=0"
)


def entered() -> bool:
    """Whether this process lives in the namespaces that enter_namespaces made."""
    return _entered


def enter_namespaces(readable: Sequence[str], box: str) -> None:
    """Move into new namespaces where only `readable` (read-only) and a place for the box exist.

    Returns as pid 1 there. The calling process stays outside as a stub: it closes every descriptor, waits,
    and exits as pid 1 does (128 + signal if killed); when it dies, pid 1 is killed. The caller must have one
    thread, and must exit after a ConfinementError. There is no /proc, /sys or /dev/shm afterwards, the
    working folder is /, and nothing can be written before fresh_box.
    """
    global _entered
    view = view_of(readable)
    # Opened now: the stub shares the mounts, so pid 1's work takes /dev away from it at any moment.
    null = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    unshare(ALL)
    alive, held = os.pipe()
    process = os.fork()
    if process:
        _be_the_stub(process, held, null)
    os.close(held)
    os.close(null)
    _die_with_the_stub(alive)
    _build_root(view, box)
    _entered = True


def unshare(kinds: int) -> None:
    """Leave the namespaces of these kinds for new ones, with the same user and group ids inside."""
    user, group = os.getuid(), os.getgid()
    try:
        kernel.call("unshare", kinds)
    except OSError as error:
        if error.errno == errno.EINVAL and kinds & NEW_CGROUP:
            # A kernel without cgroups.
            unshare(kinds & ~NEW_CGROUP)
            return
        advice = _UNSHARE_ADVICE.get(error.errno or 0, "")
        raise ConfinementError(_LAYER, "make new namespaces", error.errno or 0, advice) from error
    if kinds & NEW_USER:
        # Without "deny" an unprivileged process may not write the group's map (user_namespaces(7)).
        _write_map("setgroups", "deny")
        _write_map("uid_map", f"{user} {user} 1")
        _write_map("gid_map", f"{group} {group} 1")


def _write_map(name: str, text: str) -> None:
    with step(_LAYER, f"write {name} of the user namespace", _MAP_ADVICE):
        descriptor = os.open(f"/proc/self/{name}", os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


def _be_the_stub(process: int, held: int, null: int) -> NoReturn:
    """Wait for pid 1 and exit as it did. `held` stays open: its end tells pid 1 that the stub is gone.

    It opens and imports nothing: its root changes under it.
    """
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for standard in {0, 1, 2} - {held}:
            os.dup2(null, standard)
        os.closerange(3, held)
        os.closerange(max(held + 1, 3), os.sysconf("SC_OPEN_MAX"))
        _, status = os.waitpid(process, 0)
        code = os.waitstatus_to_exitcode(status)
    finally:
        os._exit(code if code >= 0 else 128 - code)


def _die_with_the_stub(alive: int) -> None:
    privileges.die_with(None)
    # getppid() is 0 across the border of a pid namespace: the pipe says whether the stub was there in time.
    poll = select.poll()
    poll.register(alive, select.POLLIN)
    if poll.poll(0):
        os._exit(137)
    os.close(alive)


def mount(source: str, place: str, kind: str, flags: int, options: bytes = b"") -> None:
    """mount(2)."""
    kernel.call("mount", os.fsencode(source), os.fsencode(place), kind.encode(), flags, options or None)


def unmount(place: str) -> None:
    """Take a mount away at once; what still uses it keeps it."""
    kernel.call("umount2", os.fsencode(place), _MNT_DETACH)


def _build_root(view: View, box: str) -> None:
    """Make a root of nothing but the view, devices and the box, and leave the old one."""
    with step(_LAYER, "make the mounts private"):
        mount("none", "/", "", MS_REC | MS_PRIVATE)
    base = next(folder for folder in ("/tmp", "/run", "/usr") if os.path.isdir(folder))
    with step(_LAYER, f"mount a private root on {base}", _MAP_ADVICE):
        mount("tmpfs", base, "tmpfs", MS_NOSUID | MS_NODEV, _ROOT_OPTIONS)
        os.mkdir(base + _OLD_ROOT)
    with step(_LAYER, "pivot_root", "the root is a chroot or the initial ram disk"):
        kernel.call("pivot_root", os.fsencode(base), os.fsencode(base + _OLD_ROOT))
        os.chdir("/")
    for place in view.binds:
        _bind(place, "read-only", "nosuid", "nodev")
    for place, target in view.links:
        with step(_LAYER, f"link {place}"):
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.symlink(target, place)
    for device in _DEVICES:
        _bind(device, "read-only", "nosuid")
    with step(_LAYER, "leave the old root"):
        os.makedirs(box, mode=0o700, exist_ok=True)
        unmount(_OLD_ROOT)
        os.rmdir(_OLD_ROOT)
        mount("none", "/", "", MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)


def _bind(place: str, *attributes: str) -> None:
    """Show the old root's `place` at the same place."""
    with step(_LAYER, f"show {place}"):
        if os.path.isdir(_OLD_ROOT + place):
            os.makedirs(place, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.close(os.open(place, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o644))
        # Recursive: a mount below that came from outside may not be uncovered (EINVAL otherwise).
        mount(_OLD_ROOT + place, place, "", MS_BIND | MS_REC)
    with step(_LAYER, f"make {place} read-only"):
        _restrict_mount(place, attributes)


def _restrict_mount(place: str, attributes: Sequence[str]) -> None:
    """Set the attributes on the mount and all below it: a bind itself ignores them."""
    bits = sum(_ATTRIBUTES[attribute] for attribute in attributes)
    try:
        # struct mount_attr {attr_set, attr_clr, propagation, userns_fd}; Linux 5.12.
        structure = struct.pack("=4Q", bits, 0, 0, 0)
        kernel.call("mount_setattr", kernel.AT_FDCWD, os.fsencode(place), _AT_RECURSIVE, structure, len(structure))
    except OSError as error:
        if error.errno != errno.ENOSYS:
            raise
        _remount(place, bits)


def _remount(place: str, bits: int) -> None:
    """The same before 5.12, mount by mount: the first three MS_ flags have the attributes' values."""
    with open(f"{_OLD_ROOT}/proc/self/mountinfo", "rb") as file:
        mounts = [line.split()[4].decode("unicode_escape") for line in file]
    for mounted in mounts:
        if mounted == place or mounted.startswith(place + "/"):
            # Flags that came from outside are locked and have to be named again (statvfs has the same bits).
            inherited = os.statvfs(mounted).f_flag & 0xF
            mount("none", mounted, "", MS_REMOUNT | MS_BIND | inherited | bits)


def kill_everything() -> None:
    """SIGKILL to all processes of this pid namespace but its pid 1, which must be the caller.

    Anywhere else the same call would end the user's whole session: hence both conditions.
    """
    if not _entered or os.getpid() != 1:
        raise ConfinementError("processes", "kill everything only as pid 1 of our own namespace")
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        return
