"""The learner's source with what each line made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import numpy as np

from grader.result import ListedLine, Listing
from grader.submission import Submission
from grader.trace import FailedOperation, Operation, Trace

MAX_PRINTED = 20_000
MAX_SHAPES = 40
MAX_LINES = 5_000
SIGNS = {"multiply": "*", "add": "+", "Sub": "-", "Div": "/", "matmul": "@", "dot": "@", "__matmul__": "@"}


def listing(submission: Submission, faithful: Trace, whole: Trace | None = None) -> Listing:
    """Each line with the shapes of the products and arrays that it made, and the beginning of what was printed.

    whole: the run that went on after an error, which made more.
    """
    shapes = _shapes(whole or faithful)
    lines = list(submission.shown)
    if lines and not lines[-1]:
        lines.pop()
    return Listing(
        lines=tuple(
            ListedLine(
                number=number,
                label=submission.label(number),
                text=text,
                shapes=tuple(islice(shapes.get(number, {}), MAX_SHAPES)),
            )
            for number, text in enumerate(lines[:MAX_LINES], start=1)
        ),
        left_out=max(len(lines) - MAX_LINES, 0),
        printed=faithful.text[:MAX_PRINTED],
    )


def _shapes(trace: Trace) -> dict[int, dict[str, None]]:
    """By line, what it made; operations tell more than the arrays that they gave."""
    found: dict[int, dict[str, None]] = {}
    for product in trace.operations:
        if any(isinstance(operand, np.ndarray) and operand.ndim for operand in product.operands):
            found.setdefault(product.site.line, {})[_operation(product)] = None
    for failure in trace.failures:
        found.setdefault(failure.site.line, {})[_failure(failure)] = None
    for sight in trace.sights:
        if sight.how == "bind" and sight.array.ndim == 2 and sight.site.line not in found:
            found[sight.site.line] = {str(sight.array.shape): None}
        elif sight.how == "bind" and sight.array.ndim == 2 and sight.site.kind == "bind":
            shapes = found[sight.site.line]
            if not any(text.endswith(str(sight.array.shape)) for text in shapes):
                shapes[str(sight.array.shape)] = None
    return found


def _joined(name: str, shapes: Iterable[str]) -> str:
    sign = SIGNS.get(name, name)
    if sign.isidentifier():
        return f"{sign}({', '.join(shapes)})"
    return f" {sign} ".join(shapes)


def _operation(product: Operation) -> str:
    operands = [str(np.shape(operand)) if np.ndim(operand) else "number" for operand in product.operands]
    return f"{_joined(product.name, operands)} → {np.shape(product.result) if np.ndim(product.result) else 'number'}"


def _failure(failure: FailedOperation) -> str:
    return f"{_joined(failure.name, (str(operand.shape) for operand in failure.operands))} ✗"
