"""Code that a submission makes from strings: rewritten and recorded like its file."""

from __future__ import annotations

import builtins
import functools
import importlib
import sys
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.recording.recorder import Recorder

COMPILING = {"doctest": "doctest", "code": "codeop"}
"""Modules that run a submission's text, by the word that tells that they are meant, and where each compiles it."""
MAX_SOURCE = 200_000
"""Characters. What is longer is run as it is."""


class CodeFromStrings:
    """The stand-ins of one run for what compiles a string."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.by_identity: dict[int, Callable[..., Any]] = {
            id(builtins.eval): self._eval,
            id(builtins.exec): self._exec,
            id(builtins.compile): self._compile,
        }
        # They are known by identity, which a submission that deletes them would set free.
        self._originals = (builtins.eval, builtins.exec, builtins.compile)

    def _instrumented(self, text: Any, filename: str, mode: str, flags: int = 0) -> Any:
        if isinstance(text, bytes | bytearray):
            # A coding line tells how to read others.
            text = bytes(text).decode("utf-8") if text.isascii() else None
        if type(text) is not str or len(text) > MAX_SOURCE:
            return None
        try:
            return self._recorder.compile_text(text.lstrip(" \t") if mode == "eval" else text, filename, mode, flags)
        except (RecursionError, AssertionError):
            return None

    def _eval(self, source: Any, globals: Any = None, locals: Any = None, /) -> Any:
        return self._run(eval, "eval", source, globals, locals)

    def _exec(self, source: Any, globals: Any = None, locals: Any = None, /, **keywords: Any) -> Any:
        return self._run(functools.partial(exec, **keywords), "exec", source, globals, locals)

    def _run(self, run: Callable[..., Any], mode: str, source: Any, names: Any, inner: Any) -> Any:
        frame = sys._getframe(2)
        while frame.f_back is not None and frame.f_code.co_filename == __file__:
            frame = frame.f_back
        if names is None:
            names = frame.f_globals
            inner = frame.f_locals if inner is None else inner
        code = source if isinstance(source, types.CodeType) else self._instrumented(source, "<string>", mode)
        code = source if code is None else code
        if inner is None or inner is names:
            return run(code, names)
        return run(code, names, inner)

    def stand_in(self, text: str) -> None:
        """Have the modules of Python's that a submission's text speaks of compile with this, if they do by themselves.

        text: the submission's.
        """
        for word, module in COMPILING.items():
            if word in text:
                importlib.import_module(module).__dict__["compile"] = self._compile_for_module

    def _compile_for_module(self, source: str, filename: str, mode: str, flags: int, dont_inherit: bool = False) -> Any:
        """An example of a docstring, a line of a console."""
        code = self._instrumented(source, filename, mode, flags)
        return compile(source, filename, mode, flags, dont_inherit) if code is None else code

    def _compile(
        self, source: Any, filename: Any, mode: str, flags: int = 0, dont_inherit: bool = False, optimize: int = -1
    ) -> Any:
        plain = not flags and isinstance(filename, str) and mode in ("eval", "exec")
        # A string compiled under the submission's own name could claim lines that it does not stand on.
        shown = "<string>" if filename == self._recorder.plan.filename else filename
        code = self._instrumented(source, shown, mode) if plain else None
        return compile(source, filename, mode, flags, dont_inherit, optimize) if code is None else code
