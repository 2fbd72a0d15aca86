"""A result that is compared with the right numbers, as the learner typed them, and not with NumPy's product."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from grader.check import Partly, Runs
from grader.evidence.vocabulary import verdict_of
from grader.evidence.words import counts_otherwise, said, speaks_otherwise
from grader.submission import Submission
from grader.syntax.comparisons import compared_with_texts
from grader.syntax.names import names_in
from grader.syntax.slicing import forward_slice
from grader.trace import Comparison, Trace, equal

from ..by_hand.handwork import Handwork

_NUMBERS = r"-?\d{1,9}(?:\.\d{1,9})?"


def refuse_compared_with_typed(work: Handwork, submission: Submission, runs: Runs) -> None:
    """Raise Partly when the result is compared with numbers that stay as they are when A and B are others.

    As a whole, cell by cell, or as the text that it is printed as.
    """
    other = runs("other_numbers")
    lines = (*_wholes(work, other), *_cell_by_cell(work, other), *_as_text(work, submission))
    if any(_is_told(line, work.trace, other, submission) for line in lines):
        raise Partly(
            "The result is compared with typed numbers, not with NumPy's.",
            share=0.5,
            line=lines[0],
            misconception="verification-missing",
        )


def _wholes(work: Handwork, other: Trace) -> Iterator[int]:
    """The lines that compare all four numbers at once. other: a run with other numbers."""
    for pair in work.trace.comparisons:
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        typed = any(side.size == work.product.size and equal(side.reshape(2, 2), work.product) for side in sides)
        own = not work.numpys or work.names & names_in(pair.site.text)
        if pair.equal and typed and own and not _equal_again(pair, other):
            yield pair.site.line


def _cell_by_cell(work: Handwork, other: Trace) -> list[int]:
    """The lines that compare one number each, or a row, where all four are compared."""
    of_cells = [
        pair
        for pair in work.trace.comparisons
        if pair.equal and pair.order > work.since and np.size(pair.left) == np.size(pair.right) < work.product.size
    ]
    entries = set(work.product.ravel().tolist())
    about = [pair for pair in of_cells if entries.issuperset(pair.numbers) and not _equal_again(pair, other)]
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


def _equal_again(pair: Comparison, other: Trace) -> bool:
    """Whether something is found equal at that line in another run, too."""
    return any(again.equal and again.site.line == pair.site.line for again in other.comparisons)
