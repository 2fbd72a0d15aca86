"""A comparison cell by cell that takes another cell of NumPy's product, and finds differences where there are none."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Partly
from grader.evidence.likeness import same
from grader.evidence.sentences import Told, denies
from grader.evidence.vocabulary import verdict_of
from grader.submission import Submission
from grader.syntax.slicing import forward_slice
from grader.trace import Array, Comparison

from .compared import single_numbers
from .opposite import DENIES_PLAINLY


def refuse_other_cells_compared(both: Told, submission: Submission, product: Array) -> None:
    """Raise Partly when cells are compared with those on the other side of the diagonal, and are said to differ.

    product: A @ B, the result as it should be.
    """
    beside = frozenset((float(product[0, 1]), float(product[1, 0])))
    diagonal = {frozenset((float(entry),)) for entry in np.diag(product)}
    outcomes: dict[int, dict[frozenset[float], bool]] = {}
    for pair in both.trace.comparisons:
        if pair.order > both.since and (numbers := single_numbers(pair)):
            outcomes.setdefault(pair.site.line, {})[numbers] = pair.equal
    for line, found in outcomes.items():
        if found.keys() == {beside, *diagonal} and not found[beside] and _denies(line, both, submission):
            one, other = sorted(beside)
            raise Partly(
                f"This compares {one:g} with {other:g}, which stands in another cell.",
                share=0.5,
                line=line,
                says="So it finds differences, although your result is right.",
                hint="result[i][j] == expected[i][j]: the same row, and the same column.",
                misconception="compared-unlike",
            )


def refuse_transposed_compared(both: Told, submission: Submission, product: Array) -> None:
    """Raise Partly when the right result is compared with NumPy's turned over, and plainly said to be another.

    Beside its own transpose a result may be shown to be another one: that stays so where NumPy's product is wrong.
    """
    of_own = {pair.site.line for pair in both.other.comparisons if _are_turned(pair, np.asarray(pair.left))}
    for pair in both.trace.comparisons:
        if pair.order < both.since or pair.equal or pair.site.line in of_own or not _are_turned(pair, product):
            continue
        decided = forward_slice(submission.text, pair.site.line)
        if any(one.line in decided and re.fullmatch(DENIES_PLAINLY, one.text) for one in both.mine):
            raise Partly(
                "This compares your result with NumPy's product transposed.",
                share=0.5,
                line=pair.site.line,
                says="So it finds differences, although your result is right.",
                misconception="compared-unlike",
            )


def _are_turned(pair: Comparison, matrix: Array) -> bool:
    """Whether one side is that matrix, and the other its transpose."""
    sides = (np.asarray(pair.left), np.asarray(pair.right))
    return any(same(one, matrix) and same(other, matrix.T) for one, other in (sides, sides[::-1]))


def _denies(line: int, both: Told, submission: Submission) -> bool:
    """Whether something that depends on a line says that numbers differ."""
    decided = forward_slice(submission.text, line)
    told = [one for one in both.mine if one.line in decided]
    return any(verdict_of(one.text, alone=True) is False or "False" in one.text.split() or denies(one) for one in told)
