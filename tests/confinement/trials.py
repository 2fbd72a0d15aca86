"""What a confined file tries. Each function runs alone in a confined child; its world is in `World`.

`refused_…` must raise OSError (or return a refusal in words of its own); `bounded_…` must meet a limit;
`works_…` must return None. Everything is imported here, before the confinement: afterwards the interpreter's
own folder may be out of reach (a pyenv below /root, for nobody).
"""

from __future__ import annotations

import asyncio
import concurrent.futures.thread
import contextlib
import ctypes
import errno
import fcntl
import mmap
import multiprocessing.popen_fork
import os
import platform
import random
import resource
import secrets  # noqa: F401 - NumPy imports it on first use
import select
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import termios
import threading
import time
import zipfile  # noqa: F401 - NumPy imports it on first use
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from grader.recording.confinement import attempts, kernel


class World(NamedTuple):
    """What is outside: files of the same user, a listener of each kind, a process of the same user."""

    folder: str
    secret: str
    checkout: str
    home: str
    port: int
    socket_path: str
    abstract_name: str
    other: int
    launcher: int
    box: str


# ---- network


def refused_tcp_connect(world: World) -> None:
    with socket.socket() as client:
        client.connect(("127.0.0.1", world.port))


def refused_tcp_listen(world: World) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()


def refused_udp(world: World) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"x", ("127.0.0.1", 9))


def refused_internet_6(world: World) -> None:
    socket.socket(socket.AF_INET6).close()


def refused_netlink(world: World) -> None:
    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW).close()


def refused_raw_packets(world: World) -> None:
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW).close()


def refused_vsock(world: World) -> None:
    socket.socket(socket.AF_VSOCK).close()


def refused_every_family(world: World) -> None:
    made = []
    for family in range(50):
        for kind in (1, 2, 3, 5):
            try:
                made.append((family, kind, kernel.call("socket", family, kind, 0)))
            except PermissionError:
                continue
    if not made:
        raise PermissionError(errno.EPERM, "none")


def refused_unix_socket_by_path(world: World) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(world.socket_path)


def refused_unix_socket_abstract(world: World) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0" + world.abstract_name)


def refused_datagram_pair_to_abstract(world: World) -> None:
    one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with one, two:
        one.sendto(b"out", "\0" + world.abstract_name + "-datagram")


def refused_datagram_pair_sendmsg(world: World) -> None:
    one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with one, two:
        one.sendmsg([b"out"], [], 0, "\0" + world.abstract_name + "-datagram")


def refused_datagram_pair_connect(world: World) -> None:
    one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with one, two:
        one.connect("\0" + world.abstract_name + "-datagram")


def refused_socketpair_of_another_family(world: World) -> None:
    pair = (ctypes.c_int * 2)()
    kernel.call("socketpair", 30, 1, 0, pair)


# ---- files


def refused_read_passwd(world: World) -> None:
    open("/etc/passwd").close()


def refused_read_home(world: World) -> None:
    os.listdir(world.home)


def refused_read_checkout(world: World) -> None:
    open(world.checkout).close()


def refused_list_checkout(world: World) -> None:
    os.listdir(os.path.dirname(world.checkout))


def refused_read_own_file_outside(world: World) -> None:
    open(world.secret).close()


def refused_read_through_a_link(world: World) -> None:
    os.symlink(world.secret, "link")
    open("link").close()


def refused_read_dots(world: World) -> None:
    open("../../../../../../.." + world.secret).close()


def refused_write_outside(world: World) -> None:
    open(world.secret, "a").close()


def refused_create_outside(world: World) -> None:
    open(os.path.join(world.folder, "created"), "w").close()


def refused_create_in_tmp(world: World) -> None:
    open(f"/tmp/confinement-{os.getpid()}", "x").close()


def refused_create_in_library(world: World) -> None:
    open(os.path.join("/usr/lib", "confinement"), "x").close()


def refused_truncate_outside(world: World) -> None:
    os.truncate(world.secret, 0)


def refused_truncate_by_reading(world: World) -> None:
    os.close(os.open(world.secret, os.O_RDONLY | os.O_TRUNC))


def refused_unlink_outside(world: World) -> None:
    os.unlink(world.secret)


def refused_move_in(world: World) -> None:
    os.rename(world.secret, "mine")


def refused_hard_link(world: World) -> None:
    os.link(world.secret, "mine")


def refused_make_folder_outside(world: World) -> None:
    os.mkdir(os.path.join(world.folder, "made"))


def refused_chmod(world: World) -> None:
    os.chmod(world.secret, 0o777)


def refused_fchmod_of_a_library(world: World) -> None:
    with open("/etc/ld.so.cache", "rb") as file:
        os.fchmod(file.fileno(), 0o644)


def refused_chown(world: World) -> None:
    os.chown(world.secret, os.getuid(), os.getgid())


def refused_utime(world: World) -> None:
    os.utime(world.secret)


def refused_xattr(world: World) -> None:
    os.setxattr(world.secret, "user.mark", b"x")


def refused_mknod(world: World) -> None:
    os.mknod("device", 0o600 | 0o020000, os.makedev(1, 1))


def refused_proc_of_the_parent(world: World) -> None:
    open(f"/proc/{os.getppid()}/environ", "rb").close()


def refused_memory_of_the_parent(world: World) -> None:
    open(f"/proc/{world.launcher}/mem", "rb").close()


def refused_list_processes(world: World) -> None:
    os.listdir("/proc")


def refused_sys(world: World) -> None:
    os.listdir("/sys")


def refused_disk_device(world: World) -> None:
    os.listdir("/dev")


def refused_file_handle(world: World) -> None:
    kernel.call("open_by_handle_at", -100, b"\0" * 24, 0)


def refused_make_a_program(world: World) -> None:
    with open("program", "wb") as file:
        file.write(b"#!/bin/sh\n")
    os.chmod("program", 0o755)


# ---- processes


def refused_fork(world: World) -> None:
    if os.fork() == 0:
        os._exit(0)


def refused_vfork(world: World) -> None:
    kernel.call("clone", 0x4111, None, None, None, None)


def refused_clone3(world: World) -> None:
    kernel.call("clone3", b"\0" * 64, 64)


def refused_forkpty(world: World) -> None:
    os.forkpty()


def refused_spawn(world: World) -> None:
    os.posix_spawn("/bin/true", ["true"], {})


def refused_execute(world: World) -> None:
    os.execv("/bin/true", ["true"])


def refused_subprocess(world: World) -> None:
    subprocess.run(["/bin/true"], check=False)


def refused_system(world: World) -> str:
    return "refused: status" if os.system("true") else "ran"


def refused_multiprocessing(world: World) -> None:
    process = multiprocessing.get_context("fork").Process(target=print)
    process.start()


def refused_fork_bomb(world: World) -> None:
    for _ in range(5):
        if os.fork() == 0:
            time.sleep(5)
            os._exit(0)


def refused_signal_launcher(world: World) -> None:
    os.kill(os.getppid(), 0)


def refused_signal_another(world: World) -> None:
    os.kill(world.other, 0)


def refused_signal_everybody(world: World) -> None:
    os.kill(-1, 0)


def refused_signal_group(world: World) -> None:
    os.killpg(os.getpgid(0), 0)


def refused_signal_one(world: World) -> None:
    os.kill(1, 0)


def refused_signal_by_owner_of_a_file(world: World) -> None:
    # F_SETOWN and F_SETSIG make the kernel send any signal when input arrives.
    one, two = os.pipe()
    fcntl.fcntl(one, fcntl.F_SETOWN, world.other)
    fcntl.fcntl(one, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(one, fcntl.F_SETFL, os.O_ASYNC)
    os.write(two, b"x")


def refused_signal_by_ioctl_owner(world: World) -> None:
    one, two = socket.socketpair()
    with one, two:
        fcntl.ioctl(one, 0x8901, struct.pack("i", world.other))


def refused_pidfd(world: World) -> None:
    handle = os.pidfd_open(world.other)
    signal.pidfd_send_signal(handle, 0)


def refused_queued_signal(world: World) -> None:
    kernel.call("rt_sigqueueinfo", world.other, 0, b"\0" * 128)


def refused_ptrace_attach(world: World) -> None:
    kernel.call("ptrace", 16, world.other, None, None)


def refused_read_memory(world: World) -> None:
    kernel.call("process_vm_readv", world.other, None, 0, None, 0, 0)


def refused_set_limit_of_another(world: World) -> None:
    resource.prlimit(world.other, resource.RLIMIT_CORE)


def refused_new_session(world: World) -> None:
    os.setsid()


# ---- ipc


def refused_posix_shared_memory(world: World) -> None:
    open("/dev/shm/confinement", "w").close()


def refused_memfd(world: World) -> None:
    os.memfd_create("memory")


def refused_system_v_memory(world: World) -> None:
    kernel.call("shmget", 0, 4096, 0o1600)


def refused_system_v_semaphores(world: World) -> None:
    kernel.call("semget", 0, 1, 0o1600)


def refused_system_v_messages(world: World) -> None:
    kernel.call("msgget", 0, 0o1600)


def refused_posix_queue(world: World) -> None:
    kernel.call("mq_open", b"confinement", 0o102, 0o600, None)


# ---- the kernel


def refused_raise_limit(world: World) -> None:
    kernel.call("prlimit64", 0, resource.RLIMIT_NOFILE, struct.pack("=2Q", 65, 65), None)


def refused_user_namespace(world: World) -> None:
    kernel.call("unshare", 0x10000000)


def refused_namespace_by_clone(world: World) -> None:
    kernel.call("clone", 0x10000000 | 17, None, None, None, None)


def refused_mount(world: World) -> None:
    kernel.call("mount", b"none", world.box.encode(), b"tmpfs", 0, None)


def refused_unmount(world: World) -> None:
    kernel.call("umount2", world.box.encode(), 2)


def refused_chroot(world: World) -> None:
    os.chroot(".")


def refused_become_root(world: World) -> None:
    os.setuid(0)


def refused_become_nobody(world: World) -> None:
    os.setresuid(65534, 65534, 65534)


def refused_capset(world: World) -> None:
    kernel.call("capset", struct.pack("=Ii", 0x20080522, 0), b"\xff" * 24)


def refused_nice(world: World) -> None:
    os.nice(-5)


def refused_realtime(world: World) -> None:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))


def refused_set_clock(world: World) -> None:
    time.clock_settime(time.CLOCK_REALTIME, time.time())


def refused_io_uring(world: World) -> None:
    kernel.call("io_uring_setup", 4, b"\0" * 120)


def refused_keyctl(world: World) -> None:
    kernel.call("add_key", b"user", b"confinement", b"x", 1, -3)


def refused_userfaultfd(world: World) -> None:
    kernel.call("userfaultfd", 1)


def refused_bpf(world: World) -> None:
    kernel.call("bpf", 0, b"\0" * 64, 64)


def refused_perf(world: World) -> None:
    kernel.call("perf_event_open", b"\0" * 112, 0, -1, -1, 0)


def refused_personality(world: World) -> None:
    kernel.call("personality", 0x0040000)


def refused_inotify(world: World) -> None:
    kernel.call("inotify_init1", 0)


def refused_prctl(world: World) -> None:
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)


def refused_typing_into_a_terminal(world: World) -> None:
    fcntl.ioctl(0, termios.TIOCSTI, b"x")


def refused_a_call_of_the_future(world: World) -> None:
    kernel._syscall()(ctypes.c_long(999))
    assert ctypes.get_errno() == errno.ENOSYS
    raise OSError(ctypes.get_errno(), "999")


def refused_x32_number(world: World) -> None:
    assert kernel._syscall()(ctypes.c_long(0x40000000 + 39)) == -1
    raise OSError(ctypes.get_errno(), "x32")


def refused_attempts_of_the_self_test(world: World) -> str:
    kinds = ("network", "files", "processes", "ipc", "syscalls")
    through = attempts.open_ones(world.secret, world.other, kinds)
    return "ran: " + ", ".join(through) if through else "refused: all"


# ---- killed


def killed_by_the_filter_for_32_bit_calls(world: World) -> None:
    """Int 0x80 with getpid's number for i386: another architecture."""
    if platform.machine() != "x86_64":
        os.kill(os.getpid(), signal.SIGSYS)
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()


# ---- bounded


def bounded_memory_of_a_list(world: World) -> str:
    try:
        held = []
        while True:
            held.append(bytearray(16 << 20))
    except MemoryError:
        return "bounded"


def bounded_memory_of_an_array(world: World) -> str:
    try:
        np.ones((70_000, 70_000))
    except MemoryError:
        return "bounded"
    return "40 GB"


def bounded_shared_anonymous_memory(world: World) -> str:
    try:
        mmap.mmap(-1, 10 << 30)
    except OSError as error:
        return "bounded" if error.errno == errno.ENOMEM else str(error)
    return "10 GB"


def bounded_file_size(world: World) -> str:
    try:
        with open("large", "wb") as file:
            file.truncate(1 << 40)
    except OSError as error:
        return "bounded" if error.errno == errno.EFBIG else str(error)
    return "1 TB"


def bounded_open_files(world: World) -> str:
    held = []
    try:
        while True:
            held.append(os.dup(0))
    except OSError as error:
        return "bounded" if error.errno == errno.EMFILE and len(held) < 64 else f"{error} after {len(held)}"


def bounded_threads(world: World) -> str:
    def wait() -> None:
        time.sleep(30)

    count = 0
    try:
        while count < 5000:
            threading.Thread(target=wait, daemon=True).start()
            count += 1
    except (RuntimeError, MemoryError):
        return "bounded"
    return "5000 threads"


def bounded_processor_time(world: World) -> str:
    signal.signal(signal.SIGXCPU, lambda number, frame: os._exit(77))
    while True:
        pass


def bounded_core_files(world: World) -> str:
    return "bounded" if resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) else "core files"


def box_is_full_after_eight_megabytes(world: World) -> str:
    try:
        for number in range(20):
            with open(f"file-{number}", "wb") as file:
                file.write(b"x" * (1 << 20))
    except OSError as error:
        return "bounded" if error.errno == errno.ENOSPC else str(error)
    return "20 MB"


def box_holds_a_thousand_files(world: World) -> str:
    try:
        for number in range(5000):
            open(f"file-{number}", "wb").close()
    except OSError as error:
        return "bounded" if error.errno == errno.ENOSPC and number <= 1023 else f"{error} after {number}"
    return "5000 files"


# ---- works


def works_matmul(world: World) -> None:
    left, right = np.random.default_rng(1).random((2, 200, 200))
    assert np.allclose(left @ right, np.einsum("ij,jk->ik", left, right))
    np.linalg.svd(left)
    np.fft.fft(left)


def works_numpy_files(world: World) -> None:
    np.save("array.npy", np.arange(10))
    assert np.load("array.npy", mmap_mode="r")[3] == 3
    np.savez("arrays.npz", a=np.arange(3))


def works_tempfile(world: World) -> None:
    tempfile.tempdir = None
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(b"x")
    with tempfile.TemporaryFile() as file:
        file.write(b"x")


def works_threads(world: World) -> None:
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert list(pool.map(abs, [-1, 2])) == [1, 2]


def works_asyncio(world: World) -> None:
    async def both() -> list[int]:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, time.sleep, 0.001)
        return list(await asyncio.gather(asyncio.sleep(0.001, 1), asyncio.sleep(0, 2)))

    assert asyncio.run(both()) == [1, 2]


def works_files_in_the_box(world: World) -> None:
    os.makedirs("a/b")
    with open("a/b/file", "w") as file:
        file.write("text")
    os.replace("a/b/file", "a/file")
    os.symlink("a/file", "link")
    with open("link", "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert file.read() == "text"
        file.truncate(0)
    assert os.stat("a/file").st_size == 0
    os.unlink("link")
    shutil.rmtree("a")
    assert os.listdir() == []


def works_truncate_in_the_box(world: World) -> None:
    with open("file", "w") as file:
        file.write("text")
    with open("file", "w"):
        pass
    assert os.stat("file").st_size == 0


def works_null_and_random(world: World) -> None:
    with open(os.devnull, "w") as file:
        print("gone", file=file)
    with open("/dev/urandom", "rb") as file:
        assert len(file.read(8)) == 8
    random.SystemRandom().random()


def works_timers(world: World) -> None:
    caught = []
    signal.signal(signal.SIGALRM, lambda number, frame: caught.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    time.sleep(0.02)
    assert caught == [signal.SIGALRM]


def works_signal_to_itself(world: World) -> None:
    caught = []
    signal.signal(signal.SIGUSR1, lambda number, frame: caught.append(number))
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
    assert caught == [signal.SIGUSR1] * 3


def works_information(world: World) -> None:
    platform.platform()
    os.cpu_count()
    os.getpgrp()
    os.getpgid(0)
    resource.getrlimit(resource.RLIMIT_AS)
    resource.getrusage(resource.RUSAGE_SELF)
    os.isatty(1)
    time.localtime()
    select.select([], [], [], 0)


def works_only_four_descriptors(world: World) -> None:
    opened = []
    for descriptor in range(256):
        try:
            fcntl.fcntl(descriptor, fcntl.F_GETFD)
        except OSError:
            continue
        opened.append(descriptor)
    assert opened == [0, 1, 2, 3], opened


def works_in_a_session_of_its_own(world: World) -> None:
    assert os.getpid() == os.getsid(0)
    assert os.umask(0o22) == 0o22


def works_after_a_refusal(world: World) -> None:
    os.system("true")
    with contextlib.suppress(OSError):
        socket.socket()
    works_matmul(world)


# ---- leaves processes behind (only where something else than seccomp must end them)


def leaves_daemons(world: World) -> None:
    for _ in range(20):
        _daemon(lambda: time.sleep(60))


def leaves_hoppers(world: World) -> None:
    def hop() -> None:
        while True:
            if os.fork():
                os._exit(0)

    for _ in range(8):
        _daemon(hop)
    time.sleep(0.05)


def leaves_a_fork_bomb(world: World) -> None:
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            os.fork()


def leaves_ignored_signals(world: World) -> None:
    def ignore() -> None:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        time.sleep(60)

    _daemon(ignore)


def _daemon(body: Callable[[], None]) -> None:
    """Fork twice, with a session of its own between."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    os.setsid()
    if os.fork() == 0:
        body()
    os._exit(0)


def ends_by_abort(world: World) -> None:
    os.abort()


def ends_by_its_own_signal(world: World) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def ends_by_a_segmentation_fault(world: World) -> None:
    ctypes.string_at(0)


def named(*prefixes: str) -> list[str]:
    """The names of the trials with one of these prefixes."""
    return [name for name in globals() if name.startswith(prefixes) and "_" in name]
