"""A comparison cell by cell that takes another cell of NumPy's product, and finds differences where there are none."""

from __future__ import annotations

import numpy as np

from grader.check import Partly
from grader.evidence.sentences import Told, denies
from grader.evidence.vocabulary import verdict_of
from grader.submission import Submission
from grader.syntax.slicing import forward_slice
from grader.trace import Array

from .compared import single_numbers


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


def _denies(line: int, both: Told, submission: Submission) -> bool:
    """Whether something that depends on a line says that numbers differ."""
    decided = forward_slice(submission.text, line)
    told = [one for one in both.mine if one.line in decided]
    return any(verdict_of(one.text, alone=True) is False or "False" in one.text.split() or denies(one) for one in told)
