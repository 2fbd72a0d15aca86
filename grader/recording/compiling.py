"""Compiles a submission: parsed, instrumented, and surveyed."""

from __future__ import annotations

import ast
import marshal
import warnings

from grader.recording.compiled import Compiled
from grader.recording.instrument import instrument
from grader.recording.plan import Plan
from grader.recording.sites import Sites, Source
from grader.recording.survey import survey
from grader.syntax.copies import is_multiplied

MOST_CHARACTERS = 20_000
"""Of a text that is compiled outside of a sandbox, which bounds what that takes."""


def compiled_beforehand(source: bytes, text: str, plan: Plan) -> Compiled | None:
    """The same as `compile_submission`, where nothing confines it, for what every run of a submission shares.

    None for what Python refuses or warns of, which is for the run to say, and for what is long, or becomes so.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            if "finally" in text and is_multiplied(_parsed(source, plan, quietly=True)):
                return None
            found = compile_submission(source, text, plan)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return None if any(issubclass(one.category, SyntaxWarning) for one in told) else found


def compile_submission(source: bytes, text: str, plan: Plan) -> Compiled:
    """Parse and instrument. text: the source decoded, as its own encoding declaration says.

    Raises SyntaxError and ValueError as compile() does, RecursionError and MemoryError for code nested too deeply.
    """
    # Said once is enough: the run as written says it.
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
