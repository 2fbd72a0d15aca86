"""The sandboxed process's main: parse, instrument, run as `__main__`, and report how it ended.

Runs in a process of its own, with its limits already set. What it knows is the submission and the plan.
"""

from __future__ import annotations

import ast
import atexit
import builtins
import contextlib
import faulthandler
import gc
import importlib
import inspect
import io
import os
import random
import sys
import threading
import traceback
import types
from collections.abc import Iterable
from importlib.machinery import SourceFileLoader
from typing import Any

import numpy as np

from grader.recording import audit, doctests, events, progress_bars
from grader.recording.classes import ancestors
from grader.recording.compiled import Compiled
from grader.recording.compiling import compile_submission
from grader.recording.exceptions import describe, innermost, kind, strip_frames
from grader.recording.ipython import provide
from grader.recording.plan import Plan
from grader.recording.recorder import Recorder
from grader.recording.requests import LINE_SIGNAL, Request
from grader.recording.stream import PrintedBuffer, TraceStream

WARMING = """
import numpy as np
np.random.seed(42)
X = np.random.randn(4, 3)
W = np.random.randn(3, 2)
H = X @ W
print("shape:", H.shape, f"{H.shape} {W.T.shape}")
A = np.array([[9, 0], [2, 9]])
B = [[0, 3], [9, 2]]
C = np.zeros((2, 2))
D = [[0 for _ in range(2)] for _ in range(2)]
def multiply(left, right):
    total = 0
    for k in range(2):
        total += left[k] * right[k][0]
    return total
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k][j]
            D[i][j] = D[i][j] + A[i][k] * B[k][j]
if multiply(A[0], B) == C[0, 0]:
    print(C, np.array_equal(C, A @ B), np.allclose(D, np.dot(A, B)))
"""
"""A program like those that will come, with numbers of its own: a run may look for what is left of it."""

TRACE_DESCRIPTOR = 3
NOT_CONFINED = 70
"""The exit code of a child that was never let run the submission."""
MAX_TRACEBACK = 8_000

_exit = os._exit


def run(request: Request, folder: str) -> None:
    """Run the request's source under its plan in `folder`, then leave the process. Never returns."""
    faulthandler.enable(file=2, all_threads=False)
    if LINE_SIGNAL is not None:
        faulthandler.register(LINE_SIGNAL, file=2, all_threads=False)
    stream = TraceStream(TRACE_DESCRIPTOR, request.key)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=stream.fall_silent)
    recorder = Recorder(stream, request.plan)
    buffers = _replace_streams(stream, recorder)
    audit.watch(recorder.looked_around)
    ended = events.Ended("raised")
    try:
        ended = _run_main(recorder, request, folder)
        _finish(recorder)
    finally:
        for buffer in buffers:
            buffer.send()
        stream.last(ended)
        _exit(0)


def _replace_streams(stream: TraceStream, recorder: Recorder) -> list[PrintedBuffer]:
    buffers = []
    for number, name, errors in ((1, "stdout", "strict"), (2, "stderr", "backslashreplace")):
        buffer = PrintedBuffer(stream, number, recorder.current_line)
        wrapper = io.TextIOWrapper(buffer, "utf-8", errors, newline="\n", write_through=True)  # type: ignore[type-var]
        wrapper.mode = "w"  # type: ignore[misc]
        setattr(sys, name, wrapper)
        setattr(sys, f"__{name}__", wrapper)
        buffers.append(buffer)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    setattr(sys, "__stdin__", sys.stdin)  # noqa: B010
    return buffers


def _run_main(recorder: Recorder, request: Request, folder: str) -> events.Ended:
    plan, text = request.plan, request.text
    main = _main_module(plan, folder)
    _start_generators(plan)
    code = None
    try:
        code = recorder.adopt(request.compiled or _compiled(request), text)
        if plan.notebook:
            main.__dict__["display"] = recorder.show
            provide(recorder.show)
            recorder.history.begin(vars(sys.modules["builtins"]))
        if progress_bars.NAME in text:
            progress_bars.provide()
        recorder.wrappers.from_strings.stand_in(text)
        if doctests.NAME in text:
            doctests.watch(recorder)
        if code.co_flags & inspect.CO_COROUTINE:
            import asyncio

            asyncio.run(eval(code, main.__dict__))
        else:
            exec(code, main.__dict__)
    except SystemExit as stop:
        recorder.finish(main.__dict__)
        return _exited(recorder, stop)
    except BaseException as error:
        if code is None and isinstance(error, RecursionError | MemoryError):
            # It holds what was made of the file so far.
            error.__traceback__ = None
            return _not_recorded(recorder, request, error)
        _report(recorder, error, unread=code is None)
        if code is not None:
            recorder.finish(main.__dict__)
        return events.Ended("raised", 1)
    recorder.finish(main.__dict__)
    return events.Ended("finished")


def _not_recorded(recorder: Recorder, request: Request, error: BaseException) -> events.Ended:
    """Say why what a file does is not recorded: it cannot be read, or only what would record it takes too much."""
    if _can_be_read(request):
        recorder.stream.always(events.Limit("code"))
        return events.Ended("finished")
    what = "nested too deeply" if isinstance(error, RecursionError) else "nested too deeply, or too long,"
    stop = events.ExceptionRaised(0, "SyntaxError", f"this code is {what} to be read", "uncaught")
    recorder.stream.always(stop)
    return events.Ended("raised", 1)


def _can_be_read(request: Request) -> bool:
    """Whether Python itself can read a file."""
    try:
        compile(request.source, request.plan.filename, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (MemoryError, RecursionError):
        return False
    return True


def _compiled(request: Request) -> Compiled:
    with_no_frames_of_ours = sys.getrecursionlimit()
    sys.setrecursionlimit(max(with_no_frames_of_ours, 6000))
    try:
        return compile_submission(request.source, request.text, request.plan)
    finally:
        sys.setrecursionlimit(with_no_frames_of_ours)


def _main_module(plan: Plan, folder: str) -> types.ModuleType:
    main = types.ModuleType("__main__")
    file = os.path.join(folder, plan.filename)
    main.__dict__.update(
        __file__=file, __builtins__=_own_builtins(), __annotations__={}, __cached__=None,
        __loader__=SourceFileLoader("__main__", file),
    )  # fmt: skip
    sys.modules["__main__"] = main
    sys.argv = [plan.filename]
    sys.path.insert(0, folder)
    sys.orig_argv = arguments(plan)
    return main


def _own_builtins() -> types.ModuleType:
    """Python's builtins for the submission alone: what it puts in their place is not what it is recorded with."""
    own = types.ModuleType("builtins")
    own.__dict__.update(vars(builtins))
    sys.modules["builtins"] = own
    return own


def arguments(plan: Plan) -> list[str]:
    """What the process would have been started with: `python matmul_practice.py`."""
    return [sys.executable, plan.filename]


def _start_generators(plan: Plan) -> None:
    """An unseeded start is drawn from the plan, so that the same file is always graded alike."""
    entropy = plan.entropy if plan.seed_key is None else plan.entropy ^ plan.seed_key
    np.random.seed(entropy & 0xFFFFFFFF)
    random.seed(entropy)


def _exited(recorder: Recorder, stop: SystemExit) -> events.Ended:
    line, _ = innermost(stop, recorder.plan.filename)
    code = stop.code
    if code is None or isinstance(code, int):
        status = 0 if code is None else code & 0xFF
    else:
        status = 1
        _say(describe(stop) + "\n")
    recorder.stream.always(events.ExceptionRaised(line, "SystemExit", describe(stop), "uncaught"))
    return events.Ended("exited", status)


def _report(recorder: Recorder, error: BaseException, unread: bool) -> None:
    """Say the traceback on the errors' stream as Python would, without our frames."""
    strip_frames(error)
    try:
        told = traceback.TracebackException.from_exception(error, limit=-40, compact=True)
        lines = told.format_exception_only() if unread else told.format()
        text = "".join(lines)[-MAX_TRACEBACK:]
    except BaseException:
        text = kind(error)
    recorder.raised(error, "uncaught", text.encode("utf-8", "backslashreplace").decode("utf-8"))
    _say(text)


def _say(text: str) -> None:
    """Write to the errors' stream, which may be none any more, or anything that the submission put there."""
    with contextlib.suppress(BaseException):
        sys.stderr.write(text)


def _finish(recorder: Recorder) -> None:
    """What Python does after the last statement: threads, then functions registered for the exit."""
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
    except BaseException as error:
        recorder.raised(error, "caught")
    _flush()


def _flush() -> None:
    """A submission may have wrapped its output in files of its own, which wait to be flushed."""
    for value in [sys.stdout, sys.stderr, *gc.get_objects()]:
        if io.TextIOWrapper in ancestors(type(value)):
            with contextlib.suppress(BaseException):
                value.flush()


def prepare() -> None:
    """Warm what a run needs, before the first fork; leave no garbage to be collected in the children."""
    square = np.arange(4.0).reshape(2, 2)
    np.allclose(square @ square, np.einsum("ij,jk->ik", square, square))
    np.random.seed(0)
    np.random.randn(2, 2)
    repr(square)
    Recorder(TraceStream(TRACE_DESCRIPTOR), Plan(filename=""))


def prepare_for(modules: Iterable[str]) -> bool:
    """Import what a submission will import that speaks of it: once in a launcher instead of in each of its runs.

    Says whether there was anything to import.
    """
    wanted = [module for module in modules if module not in sys.modules]
    for module in wanted:
        importlib.import_module(module)
    return bool(wanted)


def warm() -> None:
    """Do once what a run will do, with nothing to show for it: what it touches is then this process's own."""
    with open(os.devnull, "wb") as nowhere:
        recorder = Recorder(TraceStream(nowhere.fileno()), Plan(filename=""))
        compiled = compile_submission(WARMING.encode(), WARMING, recorder.plan)
        names: dict[str, Any] = {"print": _silent}
        exec(recorder.adopt(compiled, WARMING), names)
        recorder.finish({})
        # The function in it holds these names, which hold the function.
        names.clear()


def _silent(*values: object) -> None:
    for value in values:
        str(value)


def forget_ourselves(root: str) -> None:
    """Take the grader out of what a submission can import, and leave no sign of it among the modules."""
    sys.path[:] = [entry for entry in sys.path if entry and os.path.abspath(entry) != root]
    for name in [name for name in sys.modules if name == "grader" or name.startswith("grader.")]:
        del sys.modules[name]
