"""Products of A and B that raised an error, as their shapes do not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from grader.check import Wrong
from grader.syntax.scopes import function_around
from grader.trace import Array, FailedOperation, Trace

_TURNS = r"\.T\b|transpose|swapaxes"
_AXIS_WITH_ITSELF = r"swapaxes\(\s*(-?\d)\s*,\s*\1\s*\)"
_AXES_AS_THEY_ARE = r"transpose\(\s*(\w+\s*,\s*)?\(?\s*0\s*,\s*1\s*\)?"
_MADE_AN_ARRAY = r"\b(?:as)?array\("
_OF_NAMES = frozenset({"NameError", "UnboundLocalError", "AttributeError", "ImportError", "ModuleNotFoundError"})
"""Errors that come of no shape."""
_OTHER_PRODUCTS = {
    "einsum": (
        "A letter has one length: what is added up has to be A's first axis, and B's.",
        'C = np.einsum("ki,kj->ij", A, B)',
    ),
    "tensordot": (
        "axes= names the axes that go along: A's first one, and B's.",
        "C = np.tensordot(A, B, axes=(0, 0))",
    ),
    "inner": ("np.inner multiplies rows with rows.", "C = A.T @ B"),
}
"""By the names that a trace has for them: what they need, and what to write."""
LONGEST = 6
"""Of the lengths of A, B and their product, one more than the greatest."""


def refuse_misfit(trace: Trace, failures: Sequence[FailedOperation]) -> None:
    """Raise Wrong for the last product whose operands do not fit."""
    for failure in reversed(failures):
        if not failure.is_misfit:
            continue
        left, right = (operand.shape for operand in failure.operands)
        seen = f"{left} and {right} do not fit: this product raised an error."
        if failure.name == "multiply":
            raise Wrong(seen, line=failure.site.line, misconception="elementwise-product")
        if re.search(_AXIS_WITH_ITSELF, failure.site.text):
            raise Wrong(
                f"{seen} An axis that is exchanged with itself stays where it is.",
                line=failure.site.line,
                hint="C = A.T @ B",
                misconception="transpose-missing",
            )
        if {left, right} == {(5, 3), (5, 4)}:
            raise _as_drawn(failure, seen)
        _refuse_turned_before(trace, failure, seen)
        _refuse_turned_otherwise(failure, seen)
    _refuse_misfit_of_other_products(trace, failures)


def _refuse_misfit_of_other_products(trace: Trace, failures: Sequence[FailedOperation]) -> None:
    """Raise Wrong for the last product of another kind that could not be made of A and B as they are."""
    for failure in reversed(failures):
        shapes = [operand.shape for operand in failure.operands]
        if failure.name in _OTHER_PRODUCTS and sorted(shapes) == [(5, 3), (5, 4)]:
            why, hint = _OTHER_PRODUCTS[failure.name]
            raise Wrong(
                f"{shapes[0]} and {shapes[1]} do not fit: this product raised an error.",
                line=failure.site.line,
                says=why,
                hint=hint,
                misconception="transpose-missing",
            )


def _as_drawn(failure: FailedOperation, seen: str) -> Wrong:
    """What to say where A and B were multiplied as they are: perhaps something was to turn one of them."""
    if re.search(_AXES_AS_THEY_ARE, failure.site.text):
        return Wrong(
            f"{seen} The axes 0 and 1, in this order, are as they were.",
            line=failure.site.line,
            says="A transpose exchanges them.",
            hint="C = A.T @ B",
            misconception="transpose-missing",
        )
    if re.search(_TURNS, failure.site.text):
        return Wrong(
            f"{seen} What is turned here was turned before, and lies as at first.",
            line=failure.site.line,
            says="Turned twice, a matrix is what it was.",
            hint="Turn A once: C = A.T @ B",
            misconception="transpose-missing",
        )
    return Wrong(seen, line=failure.site.line, hint=_of_lists(failure), misconception="transpose-missing")


def _refuse_turned_otherwise(failure: FailedOperation, seen: str) -> None:
    """Raise Wrong when A is turned and stands behind B, or B is turned, alone or with A."""
    left, right = (operand.shape for operand in failure.operands)
    if (left, right) == ((5, 4), (3, 5)):
        raise Wrong(
            seen,
            line=failure.site.line,
            says="A is turned, and stands on the wrong side of B.",
            hint="A comes first: C = A.T @ B",
            misconception="swapped-operands",
        )
    if (left, right) == ((5, 3), (4, 5)):
        raise Wrong(seen, line=failure.site.line, misconception="transpose-wrong-operand")
    if {left, right} == {(3, 5), (4, 5)}:
        raise Wrong(f"{seen} Both lie on their side.", line=failure.site.line, hint="Only A is turned: C = A.T @ B")


def _refuse_turned_before(trace: Trace, failure: FailedOperation, seen: str) -> None:
    """Raise Wrong when B lies on its side since a line before: `B = B.T`."""
    turned = next((operand for operand in failure.operands if operand.shape == (4, 5)), None)
    drawn = trace.find(turned.T) if turned is not None else None
    if turned is None or drawn is None:
        return
    names = trace.names_of(drawn.array)
    bound = [one.site for one in trace.seen(turned) if one.how == "bind" and names.intersection(one.site.names)]
    if not bound or bound[0].line == failure.site.line:
        return
    rest = "." if any(operand.shape == (3, 5) for operand in failure.operands) else ", and turn A: C = A.T @ B"
    raise Wrong(
        f"{seen} B was turned here, and fits as it was drawn.",
        line=bound[0].line,
        says="Only A has to be turned.",
        hint=f"Leave this line out{rest}",
        misconception="transpose-wrong-operand",
    )


def _of_lists(failure: FailedOperation) -> str | None:
    """What to write where lists are multiplied, which have no `.T`; None where arrays are."""
    return "C = np.array(A).T @ np.array(B)" if re.search(_MADE_AN_ARRAY, failure.site.text) else None


def refuse_misfit_by_hand(trace: Trace) -> None:
    """Raise Wrong when a function of the file's own was given A and B as they are, and could not multiply them."""
    for failing in trace.exceptions:
        function = function_around(trace.source, failing.line)
        given = [
            sight
            for sight in trace.sights
            if sight.how == "argument" and sight.site.line == function and sight.order < failing.order
        ]
        shapes = [sight.array.shape for sight in given[-2:]]
        of_the_shapes = failing.type not in _OF_NAMES
        if function and failing.outcome != "caught" and of_the_shapes and shapes == [(5, 3), (5, 4)]:
            raise Wrong(
                f"This function is given (5, 3) and (5, 4), and stops with {failing.type}: these do not fit.",
                line=failing.line,
                says="A has to be transposed before it is handed over.",
                hint="A.T, or for lists: [list(column) for column in zip(*A)]",
                misconception="transpose-missing",
            )


def may_be_of_it(operand: Array) -> bool:
    """Whether a matrix has one of the lengths of A, B or their product, and none that is larger."""
    return max(np.shape(operand), default=0) <= LONGEST
