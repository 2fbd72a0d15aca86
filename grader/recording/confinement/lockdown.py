"""A child locks itself down: the steps in the order in which they work."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from . import landlock, limits, namespaces, privileges, seccomp
from .errors import ConfinementError, step
from .layers import Layers
from .limits import Bounds

UMASK = 0o022


def prepare(layers: Layers) -> None:
    """In the launcher, once, after enter_namespaces: what children then inherit instead of doing it."""
    limits.tasks_of_this_user()
    if sys.platform != "linux" or not any(layers):
        return
    privileges.empty_bounding_set()
    if layers.seccomp:
        seccomp.prepared(layers)


def confine(limits_of_run: Bounds, layers: Layers, readable: Sequence[str], box: str) -> None:
    """Confine this process for good: `enclose` it, then `filter_calls`."""
    enclose(limits_of_run, layers, readable, box)
    filter_calls(layers)


def filter_calls(layers: Layers) -> None:
    """The last wall: after it, a process can do no more than a submission may."""
    if layers.seccomp:
        seccomp.install(layers, os.getpid())


def enclose(
    limits_of_run: Bounds, layers: Layers, readable: Sequence[str], box: str, *, parent: int | None = None
) -> None:
    """Put up all walls but the filter of system calls; the process has one thread, and its working folder is set.

    readable: what it may read (and map) besides the box. parent: the launcher's id, to notice that it died
    meanwhile; pid 1 of our namespaces needs none. Raises ConfinementError, and then the caller must exit.
    """
    if layers.namespaces and not namespaces.entered():
        raise ConfinementError("namespaces", "the process is not in namespaces of ours")
    with step("processes", "make a session of its own"):
        os.setsid()
    os.umask(UMASK)
    limits.apply(limits_of_run, namespaces=layers.namespaces)
    if sys.platform != "linux":
        if any(layers):
            raise ConfinementError("system", f"these layers need Linux, this is {sys.platform}")
        return
    _give_up_privileges(layers)
    privileges.die_with(None if layers.namespaces else parent)
    privileges.hide_memory()
    privileges.no_new_privileges()
    if layers.landlock:
        landlock.restrict(readable, box, layers.landlock)


def _give_up_privileges(layers: Layers) -> None:
    if any(layers):
        privileges.drop_groups()
        privileges.drop_capabilities()
    else:
        privileges.keep_limits_hard()
