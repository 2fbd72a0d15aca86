"""What a submission compiles to: instrumented once, and kept for its other runs, which differ in their plans alone."""

from __future__ import annotations

import ast
import contextlib
import marshal
import os
import sys
import types
import warnings

import msgspec

if sys.platform == "linux":
    import fcntl

from grader.recording.events import Site
from grader.recording.instrument import instrument
from grader.recording.plan import Plan
from grader.recording.sites import Sites, Source
from grader.recording.survey import survey


class Compiled(msgspec.Struct, frozen=True):
    """A submission's instrumented code, the same for every plan, not yet bound to a recorder.

    code: marshalled; sites: by their numbers; protected: lines whose exceptions the code may catch itself;
    functions, named: see Survey.
    """

    code: bytes
    sites: list[Site]
    protected: tuple[tuple[int, int], ...]
    functions: tuple[tuple[int, str], ...]
    named: tuple[tuple[int, str], ...]

    def unmarshalled(self) -> types.CodeType:
        """The code itself."""
        code = marshal.loads(self.code)
        if not isinstance(code, types.CodeType):
            raise TypeError("this is no code")
        return code


if sys.platform == "linux":
    _FOR_GOOD = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
_DECODER = msgspec.msgpack.Decoder(Compiled)
"""Made here: where a submission runs, the grader's types cannot be looked up any more."""


def compile_submission(source: bytes, text: str, plan: Plan) -> Compiled:
    """Parse and instrument. text: the source decoded, as its own encoding declaration says.

    Raises SyntaxError and ValueError as compile() does, RecursionError and MemoryError for code nested too deeply.
    """
    # Said once is enough, and what is kept would not say it again.
    tree = _parsed(source, plan, quietly=plan.keep_going)
    try:
        return _instrumented(tree, text, plan, guarded=True)
    except SyntaxError:
        # Python nests at most twenty blocks, and each guard is one.
        return _instrumented(_parsed(source, plan, quietly=True), text, plan, guarded=False)


def _parsed(source: bytes, plan: Plan, quietly: bool) -> ast.Module:
    with warnings.catch_warnings():
        if quietly:
            warnings.simplefilter("ignore")
        tree: ast.Module = compile(source, plan.filename, "exec", ast.PyCF_ONLY_AST | _awaits(plan), dont_inherit=True)
        return tree


def _awaits(plan: Plan) -> int:
    return ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if plan.notebook else 0


def _instrumented(tree: ast.Module, text: str, plan: Plan, guarded: bool) -> Compiled:
    found, sites = survey(tree), Sites()
    code = instrument(
        tree, Source(text), sites, plan.filename,
        guarded=guarded, displays=plan.displays, flags=_awaits(plan), known=found,
    )  # fmt: skip
    return Compiled(marshal.dumps(code), sites.all, found.protected, found.functions, found.named)


def saved(descriptor: int) -> Compiled | None:
    """What an earlier run left in a file; None when there is nothing, or not all of it."""
    data = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
    try:
        return _DECODER.decode(data) if data else None
    except msgspec.MsgspecError:
        return None


def save(descriptor: int, compiled: Compiled) -> None:
    """Leave it in a file in memory for later runs, and seal that. What is cut short at a limit is not used."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.pwrite(descriptor, msgspec.msgpack.encode(compiled), 0)
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, _FOR_GOOD)
