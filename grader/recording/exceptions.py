"""Exceptions of a submission: what they say, where, and their tracebacks without our own frames."""

from __future__ import annotations

import os
import sys
import types

MAX_MESSAGE = 2_000
_NAME = type.__dict__["__name__"]
_KEEPERS = {("threading", "_bootstrap_inner"), ("unittest.case", "run")}
"""Modules and functions of Python's."""
_MAIN_TASK = ("asyncio.base_events", "run_until_complete")
"""Where the task that a program waits for is known: its errors end the program."""
_FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep


def describe(error: BaseException) -> str:
    """What an exception says, or nothing when asking it raises."""
    try:
        text = str(error)
    except BaseException:
        return ""
    return text[:MAX_MESSAGE].encode("utf-8", "backslashreplace").decode("utf-8")


def kind(error: BaseException) -> str:
    """The name of an exception's class, whatever its metaclass says instead."""
    return _NAME.__get__(type(error))  # type: ignore[no-any-return]


def innermost(error: BaseException, filename: str) -> tuple[int, str]:
    """The last line of `filename` in an exception's traceback, and the function there.

    Of a recursion that is too deep, the line on which a function calls itself: where it got too deep is chance.
    """
    line, function, code = 0, "", None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            if isinstance(error, RecursionError) and trace.tb_frame.f_code is code:
                break
            line, code = trace.tb_lineno, trace.tb_frame.f_code
            function = code.co_name
        trace = trace.tb_next
    if not line and isinstance(error, SyntaxError) and error.filename == filename:
        line = error.lineno or 0
    return line, function


def strip_frames(error: BaseException) -> None:
    """Take the recorder's own frames out of an exception's traceback."""
    while error.__traceback__ is not None and _ours(error.__traceback__.tb_frame.f_code.co_filename):
        error.__traceback__ = error.__traceback__.tb_next
    trace = error.__traceback__
    while trace is not None:
        while trace.tb_next is not None and _ours(trace.tb_next.tb_frame.f_code.co_filename):
            trace.tb_next = trace.tb_next.tb_next
        trace = trace.tb_next


def is_kept_elsewhere(frame: types.FrameType | None) -> bool:
    """Whether Python itself keeps an error that comes out of a frame: that of a thread, a test, a task beside main.

    What comes of it is said by whoever asks for it, if anybody does.
    """
    while frame is not None:
        place = frame.f_globals.get("__name__"), frame.f_code.co_name
        if place in _KEEPERS or (place == _MAIN_TASK and frame.f_locals.get("future") is not _running_task()):
            return True
        frame = frame.f_back
    return False


def is_in_recursion(frame: types.FrameType, error: BaseException) -> bool:
    """Whether a function has called itself on the way to a frame, or from there to an error."""
    inner, outer = error.__traceback__ and error.__traceback__.tb_next, frame.f_back
    codes = {id(frame.f_code)}
    while outer is not None:
        if id(outer.f_code) in codes:
            return True
        codes.add(id(outer.f_code))
        outer = outer.f_back
    while inner is not None:
        if inner.tb_frame.f_code is frame.f_code:
            return True
        inner = inner.tb_next
    return False


def _running_task() -> object:
    return sys.modules["asyncio"].current_task()


def _ours(filename: str) -> bool:
    return filename.startswith(_FOLDER)
