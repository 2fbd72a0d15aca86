"""Notices, by Python's audit events, when a submission looks at what runs it, however it spells that (PEP 578)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from threading import get_ident
from typing import Any

from grader.recording.kept import np

_ATTRIBUTE = "object.__getattr__"
_FRAMES = frozenset({"sys._getframe", "sys._current_frames", "sys._current_exceptions"})
_TRACERS = frozenset({"sys.settrace", "sys.setprofile", "sys.addaudithook"})
_MEMORY = frozenset({
    "gc.get_objects", "gc.get_referrers", "gc.get_referents",
    "ctypes.dlsym", "ctypes.cdata", "ctypes.PyObj_FromPtr", "ctypes.string_at",
})  # fmt: skip
_EVENTS = frozenset({_ATTRIBUTE, *_FRAMES, *_TRACERS, *_MEMORY})
_ON_BEHALF = ("inspect.py", "threading.py", os.path.join("ctypes", "__init__.py"))
"""Modules that ask for such things when a submission asks them to."""
INSIDES = frozenset({
    "__closure__", "__code__", "__globals__", "__self__", "ag_frame", "cell_contents", "cr_frame",
    "f_back", "f_builtins", "f_code", "f_globals", "f_locals", "gi_frame", "tb_frame",
})  # fmt: skip
"""Attributes of functions and frames: some are read without an event, and what a stand-in reads is not heard."""
_LIBRARIES = (
    os.path.dirname(os.__file__),
    os.path.dirname(os.path.dirname(np.__file__)),
    os.path.dirname(__file__),
    "<frozen ",
    "<__array_function__",
)


def watch(looked_around: Callable[[str], None]) -> None:
    """Call `looked_around` with the name of what is asked for, from now until the process ends."""
    busy: set[int] = set()
    frame = sys._getframe

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        thread = get_ident() if event in _EVENTS else 0
        if not thread or thread in busy:
            return
        busy.add(thread)
        try:
            if _is_asked_for(event, frame(1).f_code.co_filename):
                looked_around(arguments[1] if event == _ATTRIBUTE else event)
        finally:
            busy.discard(thread)

    sys.addaudithook(hook)


def _is_asked_for(event: str, filename: str) -> bool:
    """Whether it is the submission that asks, itself or through a module that does nothing else."""
    if event != _ATTRIBUTE and filename.endswith(_ON_BEHALF):
        return True
    return not filename.startswith(_LIBRARIES)
