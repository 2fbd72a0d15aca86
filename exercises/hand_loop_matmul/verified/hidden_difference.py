"""A result that is not NumPy's, in a file that says they agree, or lets that pass without a word."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.likeness import same
from grader.evidence.sentences import sentences
from grader.evidence.vocabulary import OF_EQUALITY, verdict_of
from grader.evidence.words import quoted, said_since
from grader.submission import Submission
from grader.trace import Array, Trace

from .less_compared import never_said
from .reasons import reason_of


def refuse_hidden_difference(trace: Trace, submission: Submission, left: Array, right: Array, made: int) -> None:
    """Raise Wrong when a wrong result is compared with NumPy's, and the file says that they agree, or nothing of it.

    Raise Partly when it says so of a part of the matrices, or beside both of them. made: when NumPy's product was
    there, in events.
    """
    product = left @ right
    if _holds_against_another(trace, left, right):
        return
    pairs = [
        pair for pair in trace.comparisons if not pair.equal and (same(pair.left, product) or same(pair.right, product))
    ]
    since = pairs[-1].order if pairs else made
    said = sentences(said_since(since, trace, trace))
    verdicts = [verdict_of(sentence.text, alone=True) for sentence in said]
    objects = any(failing.order > since for failing in trace.exceptions)
    if False in verdicts:
        return
    _lets_pass(trace, product)
    _agrees_with_another(trace, left, right)
    if objects:
        return
    claims = [
        one
        for one, verdict in zip(said, verdicts, strict=True)
        if verdict
        and re.search(OF_EQUALITY, one.text, re.IGNORECASE)
        and "shape" not in reason_of(one.line, submission)
    ]
    if claims:
        claim = claims[-1]
        seen = f'Your result is not NumPy\'s, and the file says "{quoted(claim.text)}".'
        if not pairs:
            says = "What it says has to depend on whether all four numbers are equal."
            raise Partly(seen, share=0.5, line=claim.line, says=says, misconception="verification-fake")
        raise Wrong(seen, line=claim.line, misconception="verification-fake")
    if pairs and never_said(trace, submission, pairs[-1].site.line):
        raise Wrong(
            "What comes of this comparison is never said.",
            line=pairs[-1].site.line,
            misconception="verification-missing",
        )


def _holds_against_another(trace: Trace, left: Array, right: Array) -> bool:
    """Whether the last comparison holds the result against NumPy's product of other matrices, and finds it equal."""
    others = {
        id(made.result)
        for made in trace.products
        if not any(same(operand, given) for operand in made.operands for given in (left, right, left.T, right.T))
    }
    wide = [pair for pair in trace.comparisons if np.shape(pair.left) == np.shape(pair.right) == left.shape]
    return bool(wide) and wide[-1].equal and bool({id(wide[-1].left), id(wide[-1].right)} & others)


def _agrees_with_another(trace: Trace, left: Array, right: Array) -> None:
    """Raise Wrong when the result is compared with another product of NumPy's of A and B, and equal to that alone."""
    product = left @ right
    given = [np.sort(matrix, axis=None).tolist() for matrix in (left, right)]
    made = {
        id(made.result)
        for made in trace.products
        if all(np.sort(operand, axis=None).tolist() in given for operand in made.operands)
    }
    others = [
        pair
        for pair in trace.comparisons
        if np.size(pair.left) == np.size(pair.right) == product.size
        and {id(pair.left), id(pair.right)} & made
        and not same(pair.left, product)
        and not same(pair.right, product)
    ]
    if (
        others
        and others[-1].equal
        and not any(same(side, product) for pair in trace.comparisons for side in (pair.left, pair.right))
    ):
        raise Wrong(
            "The result is compared with another product of NumPy's here, which is as wrong.",
            line=others[-1].site.line,
            says="So it finds no difference.",
            hint="np.array_equal(result, A @ B)",
            misconception="compared-unlike",
        )


def _lets_pass(trace: Trace, product: Array) -> None:
    """Raise Wrong when other numbers than the product's are found equal to them, and nothing objects to that.

    A function of the learner's own may compare, and print or raise; in a run that goes on it comes to its end.
    """
    found = [
        (pair, others[0])
        for pair in trace.comparisons
        if len(others := [side for side in (pair.left, pair.right) if not same(side, product)]) == 1
        and np.size(others[0]) == product.size
    ]
    objects = any(failing.outcome not in ("caught", "kept") for failing in trace.exceptions)
    if found and not objects and all(pair.equal for pair, _ in found):
        pair, other = found[-1]
        raise Wrong(
            f"This finds {np.asarray(other).tolist()} equal to {product.tolist()}.",
            line=pair.site.line,
            hint="np.allclose(result, A @ B), with no tolerance of your own.",
            misconception="verification-fake",
        )
