"""Confines the run of a submission on Linux: namespaces, Landlock, a system call filter, limits.

The launcher asks `available`, and calls once `enter_namespaces` and `prepare` (without namespaces `become_subreaper`
and `prepare`); for each run `fresh_box`, in the forked child `enclose`, and `filter_calls` when its request is there;
then `kill_all` and `clear_box`. A run that is no fork is held by `confine` alone.
"""

from __future__ import annotations

from .availability import Availability, ProbeLine, available
from .box import clear_box, fresh_box, overfull
from .errors import ConfinementError
from .killing import become_subreaper, kill_all
from .layers import Layers
from .limits import Bounds
from .lockdown import confine, enclose, filter_calls, prepare
from .namespaces import enter_namespaces
from .view import interpreter_paths

__all__ = [
    "Availability",
    "Bounds",
    "ConfinementError",
    "Layers",
    "ProbeLine",
    "available",
    "become_subreaper",
    "clear_box",
    "confine",
    "enclose",
    "enter_namespaces",
    "filter_calls",
    "fresh_box",
    "interpreter_paths",
    "kill_all",
    "overfull",
    "prepare",
]
