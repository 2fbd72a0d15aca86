"""Which layers of confinement hold, and which refusals each of them can promise."""

from __future__ import annotations

from typing import NamedTuple

REFUSALS = {
    "network": "no layer refuses the network (needs namespaces or seccomp)",
    "files": "no layer hides and protects files (needs namespaces or Landlock)",
    "processes": "no layer refuses signals to other processes (needs namespaces or seccomp)",
    "ipc": "no layer refuses shared memory and queues (needs namespaces or seccomp)",
    "syscalls": "no layer filters system calls (needs seccomp)",
}


class Layers(NamedTuple):
    """The layers asked for, or found to hold. landlock: its ABI number, 0 for none."""

    namespaces: bool = False
    landlock: int = 0
    seccomp: bool = False

    def describe(self) -> tuple[str, ...]:
        """Names for a report, e.g. ("namespaces", "landlock 7", "seccomp")."""
        names = (
            "namespaces" if self.namespaces else "",
            f"landlock {self.landlock}" if self.landlock else "",
            "seccomp" if self.seccomp else "",
        )
        return tuple(name for name in names if name)

    def refused(self) -> frozenset[str]:
        """Which of REFUSALS at least one of these layers promises."""
        kept: set[str] = set()
        if self.namespaces:
            kept |= {"network", "files", "processes", "ipc"}
        if self.landlock:
            kept |= {"files"}
        if self.seccomp:
            kept |= {"network", "processes", "ipc", "syscalls"}
        return frozenset(kept)

    @property
    def strict(self) -> bool:
        """Network, files, processes, ipc and system calls are each refused by at least one layer."""
        return self.refused() == frozenset(REFUSALS)
