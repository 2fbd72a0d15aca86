"""A result that is compared with the right numbers, as the learner typed them, and not with NumPy's product."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import numpy as np

from grader.check import Partly, Runs
from grader.evidence.candidates import candidates
from grader.evidence.vocabulary import verdict_of
from grader.evidence.words import counts_otherwise, said, speaks_otherwise
from grader.submission import Submission
from grader.syntax.comparisons import compared_with_texts
from grader.syntax.names import names_in
from grader.syntax.slicing import forward_slice
from grader.trace import Trace, equal

from ..by_hand.handwork import Handwork

_NUMBERS = r"-?\d{1,9}(?:\.\d{1,9})?"


def refuse_compared_with_typed(work: Handwork, submission: Submission, runs: Runs) -> None:
    """Raise Partly when the result is compared with numbers that stay as they are when A and B are others.

    As a whole, cell by cell, or as the text that it is printed as.
    """
    other = runs("other_numbers")
    again = {pair.site.line for pair in other.comparisons if pair.equal}
    lines = dict.fromkeys((*_wholes(work, again), *_cell_by_cell(work, again), *_as_text(work, submission)))
    told = (line for line in candidates([*lines]) if _is_told(line, work.trace, other, submission))
    if (line := next(told, None)) is not None:
        raise Partly(
            "The result is compared with typed numbers, not with NumPy's.",
            share=0.5,
            line=line,
            misconception="verification-missing",
        )


def _wholes(work: Handwork, again: Collection[int]) -> Iterator[int]:
    """The lines that compare all four numbers at once. again: where a run with other numbers finds any equal, too."""
    for pair in work.trace.comparisons:
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        typed = any(side.size == work.product.size and equal(side.reshape(2, 2), work.product) for side in sides)
        own = not work.numpys or work.names & names_in(pair.site.text)
        if pair.equal and typed and own and pair.site.line not in again:
            yield pair.site.line


def _cell_by_cell(work: Handwork, again: Collection[int]) -> list[int]:
    """The lines that compare one number each, or a row, where all four are compared; again: likewise."""
    of_cells = [
        pair
        for pair in work.trace.comparisons
        if pair.equal and pair.order > work.since and np.size(pair.left) == np.size(pair.right) < work.product.size
    ]
    entries = set(work.product.ravel().tolist())
    about = [pair for pair in of_cells if entries.issuperset(pair.numbers) and pair.site.line not in again]
    whole = entries <= {number for pair in about for number in pair.numbers}
    return [pair.site.line for pair in about] if whole and not work.numpys else []


def _as_text(work: Handwork, submission: Submission) -> Iterator[int]:
    """The lines that compare a text of the result with a typed one, and do not find that they differ."""
    entries = work.product.ravel().tolist()
    words = said(work.trace)
    stopped = {failing.line for failing in work.trace.exceptions}
    for line, text in compared_with_texts(submission.text):
        numbers = [float(number) for number in re.findall(_NUMBERS, text)]
        denied = line in stopped or "false" in words.get(line, [])
        if numbers == entries and work.names & names_in(submission.row(line)) and not denied:
            yield line


def _is_told(line: int, trace: Trace, other: Trace, submission: Submission) -> bool:
    """Whether what depends on a comparison says, or raises, something else in the other run, and denies nothing."""
    decided = forward_slice(submission.text, line)
    denied = any(verdict_of(part.text, alone=True) is False for part in trace.prints if part.line in decided)
    return not denied and (
        speaks_otherwise(line, trace, other, submission) or counts_otherwise(line, trace, other, submission)
    )
