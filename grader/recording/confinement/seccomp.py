"""The system call filter: a list of what is allowed, made for one process.

Not on the list: EPERM where the call existed when this was written, ENOSYS for what came later (then libc
falls back).
"""

from __future__ import annotations

import ctypes
import errno
from functools import cache

from . import bpf, kernel, tables
from .errors import step
from .layers import Layers
from .tables import Architecture

_FILES = """
    read write pread64 pwrite64 readv writev preadv pwritev preadv2 pwritev2 sendfile copy_file_range
    lseek ftruncate fallocate fsync fdatasync flock fadvise64 close close_range dup dup2 dup3
"""
_PATHS = """
    open openat creat stat fstat lstat newfstatat statx statfs fstatfs access faccessat faccessat2
    readlink readlinkat getdents getdents64 getcwd chdir fchdir umask rename renameat renameat2 mkdir
    mkdirat rmdir unlink unlinkat symlink symlinkat
"""
_MEMORY = """
    mmap munmap mprotect mremap madvise brk msync
"""
_SIGNALS = """
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack alarm
    setitimer getitimer pause restart_syscall
"""
_THREADS = """
    futex set_robust_list rseq gettid set_tid_address membarrier exit exit_group wait4 waitid
"""
_CLOCKS = """
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage
"""
_WAITING = """
    poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
    eventfd eventfd2 pipe pipe2
"""
_INFORMATION = """
    getpid getppid getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp uname sysinfo
    getcpu sched_getaffinity sched_yield sched_get_priority_max sched_get_priority_min getpriority
    getrlimit getrandom
"""
_SOCKETS = """
    recvfrom shutdown getsockname getpeername getsockopt
"""
ALLOWED = frozenset(
    " ".join((_FILES, _PATHS, _MEMORY, _SIGNALS, _THREADS, _CLOCKS, _WAITING, _INFORMATION, _SOCKETS)).split()
)

# glibc knows an older call for each of these and takes it on ENOSYS; clone3 and openat2 have flags behind a
# pointer, which a filter cannot read.
ABSENT = frozenset({"clone3", "openat2", "fchmodat2", "mseal"})

CLONE_THREAD = 0x10000
CLONE_NEW_NAMESPACES = 0x7E020000
AF_UNIX = 1
PR_SET_NAME, PR_GET_NAME = 15, 16
# F_DUPFD … F_SETLKW, the locks of open file descriptions, F_DUPFD_CLOEXEC, F_GETPIPE_SZ, F_ADD_SEALS. F_SETOWN,
# F_SETSIG and F_SETOWN_EX are left out: they send any signal to any process of the same user.
FCNTL_COMMANDS = (*range(8), 36, 37, 38, 1030, 1032, 1033)
# TCGETS, TIOCGPGRP, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX, TCGETS2 (isatty from glibc 2.42 on).
# Left out above all: TIOCSTI, TIOCLINUX (typing into a terminal), FIOSETOWN, FS_IOC_SETFLAGS.
IOCTL_COMMANDS = (0x5401, 0x540F, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x802C542A)
O_TRUNC = 0o1000
O_ACCMODE = 0o3

_SET_MODE_FILTER = 1
# Before 5.16 a filter switches a slow mitigation on (Documentation/userspace-api/spec_ctrl.rst).
_SPEC_ALLOW = 1 << 2

_REFUSED = bpf.refusal(errno.EPERM)
_ABSENT = bpf.refusal(errno.ENOSYS)


def rules(layers: Layers) -> dict[str, bpf.Block]:
    """The calls that are allowed for some arguments only, as closed blocks by name."""
    own = (bpf.OWN_PROCESS,)
    own_or_zero = (0, bpf.OWN_PROCESS)
    checks: dict[str, tuple[bpf.Block, ...]] = {
        "clone": (bpf.has_bits(0, CLONE_THREAD), bpf.lacks_bits(0, CLONE_NEW_NAMESPACES)),
        "kill": (bpf.one_of(0, own),),
        "tgkill": (bpf.one_of(0, own),),
        "getpgid": (bpf.one_of(0, own_or_zero),),
        "getsid": (bpf.one_of(0, own_or_zero),),
        "prlimit64": (bpf.one_of(0, own_or_zero), bpf.null(2)),
        "prctl": (bpf.one_of(0, (PR_SET_NAME, PR_GET_NAME)),),
        "socketpair": (bpf.one_of(0, (AF_UNIX,)),),
        # An address would reach any process's abstract socket from a datagram pair.
        "sendto": (bpf.null(4),),
        "fcntl": (bpf.one_of(1, FCNTL_COMMANDS),),
        "ioctl": (bpf.one_of(1, IOCTL_COMMANDS),),
    }
    if not _truncation_is_guarded(layers):
        # Landlock before ABI 3 does not see that O_RDONLY | O_TRUNC writes.
        checks["open"] = (bpf.has_bits_if(1, O_TRUNC, O_ACCMODE),)
        checks["openat"] = (bpf.has_bits_if(2, O_TRUNC, O_ACCMODE),)
    return {name: bpf.allow_when(check, _REFUSED) for name, check in checks.items()}


def _truncation_is_guarded(layers: Layers) -> bool:
    return layers.namespaces or layers.landlock >= 3


def allowed(layers: Layers) -> frozenset[str]:
    """The calls that are allowed whatever their arguments."""
    guarded = frozenset({"truncate"}) if _truncation_is_guarded(layers) else frozenset()
    return (ALLOWED | guarded) - frozenset(rules(layers))


def segments(architecture: Architecture, layers: Layers) -> list[bpf.Segment]:
    """Every number from 0 on, each with its block; neighbours with the same block are one segment."""
    blocks: dict[int, bpf.Block] = {}
    for first, last in architecture.known:
        blocks.update(dict.fromkeys(range(first, last + 1), bpf.answer(_REFUSED)))
    by_name: dict[str, bpf.Block] = {
        **dict.fromkeys(allowed(layers), bpf.answer(bpf.ALLOW)),
        **dict.fromkeys(ABSENT, bpf.answer(_ABSENT)),
        **rules(layers),
    }
    for name, block in by_name.items():
        if name in architecture.numbers:
            blocks[architecture.numbers[name]] = block
    found: list[bpf.Segment] = []
    for number in range(max(blocks) + 2):
        block = blocks.get(number, bpf.answer(_ABSENT))
        if not found or found[-1].block != block:
            found.append(bpf.Segment(number, block))
    return found


def template(architecture: Architecture, layers: Layers) -> bpf.Template:
    """The filter for these layers, to be filled with a process's id."""
    return bpf.assemble(bpf.program(architecture.audit, segments(architecture, layers)))


@cache
def prepared(layers: Layers) -> bpf.Template:
    """The filter of this machine, assembled once: a fork inherits it."""
    return template(tables.current(), layers)


def install(layers: Layers, process: int) -> None:
    """Filter this thread's system calls from here on. `process`: its own id. Needs no_new_privs."""
    code = prepared(layers).filled(process)
    instructions = ctypes.create_string_buffer(code, len(code))
    descriptor = (ctypes.c_uint64 * 2)(len(code) // 8, ctypes.addressof(instructions))
    advice = "the kernel has no seccomp filter, or the container's profile refuses seccomp(2)"
    with step("seccomp", "install the filter", advice):
        try:
            kernel.call("seccomp", _SET_MODE_FILTER, _SPEC_ALLOW, descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            kernel.call("seccomp", _SET_MODE_FILTER, 0, descriptor)
