"""The result is compared in a way that other results would pass as well, or that says nothing of the numbers."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.likeness import same
from grader.submission import Submission
from grader.syntax.comparisons import asks_for_identity, never_called
from grader.syntax.loops import always_true_since, true_at_the_first
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import condition_of
from grader.syntax.telling import printed_instead
from grader.text import short_name
from grader.trace import Array, Trace

from ..by_hand.matrices import matrix_products

_NOT_CALLED = r"\.(all|any)\b(?!\s*\()"
_OF_EACH = r"\b(all|any)\(.*==.*\b(all|any)\("
_OF_TEXTS = r"\b(str|repr|array_str|array_repr|array2string)\(.*[=!]=.*\b(str|repr|array_str|array_repr|array2string)\("
_LENGTHS_OF_TEXTS, _CUT_OFF = r"\blen\(\s*(str|repr)\(", r"\)\[[^\[\]]*\]\s*[=!]="
_LEAST_DIFFERENCE = r"\babs.*\bmin\(|\bmin\(.*\babs\("
_TOLERANT = r"\b(atol|rtol|decimal)\s*=\s*[\w.+-]+"
_IS_TRUE = r"\)\s+is\s+True\b"
_ANY = r"\bany\("
_EXTREME = r"\b(max|min|amax|amin)\("
USE_ARRAY_EQUAL = "np.array_equal(result, A @ B) compares all cells at once, and gives one True or False."
_ASSERTS = r"\bassert\w*\b"


def refuse_true_at_first(trace: Trace, submission: Submission) -> None:
    """Raise Partly when the comparison answers True for all cells as soon as one is the same."""
    compared = {pair.site.line for pair in trace.comparisons if pair.equal}
    for asked, answered in true_at_the_first(submission.text):
        if asked in compared and (verdict := always_true_since(submission.text, answered)):
            raise Partly(
                f"{short_name(verdict[0])} is True from the beginning, and nothing ever makes it False.",
                share=0.5,
                line=verdict[1],
                says="So it is True whatever is compared.",
                hint=f"Where two cells differ: {short_name(verdict[0])} = False.",
                misconception="verification-fake",
            )
        if asked in compared:
            raise Partly(
                "This settles it as soon as one cell is the same.",
                share=0.5,
                line=answered,
                says="The other cells may differ.",
                hint="Settle it at the first cell that differs: then they are not the same, else they are.",
                misconception="return-too-early",
            )


def refuse_never_called(submission: Submission) -> None:
    """Raise Wrong when a function that compares stands as a condition, and is not called."""
    if found := never_called(submission.text):
        name, line = found
        asks_all = name.endswith((".any", ".all"))
        raise Wrong(
            f"{name} stands here without brackets: it is never called, and compares nothing.",
            line=line,
            says="A function itself counts as True.",
            hint=f"if {name}(result, A @ B):",
            own_row=submission.row(line).strip().replace(name, f"{name}()", 1) if asks_all else None,
            misconception="verification-fake",
        )


def refuse_less_compared(trace: Trace, submission: Submission, product: Array) -> None:
    """Raise Wrong when what is compared is something that other matrices have as well."""
    _told_of_less(trace, submission)
    _less_than_equal(trace, submission, product)


def _told_of_less(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when a line that prints compares texts, the least difference, or one truth of each matrix."""
    told = (part.line for part in reversed(trace.told))
    for line in dict.fromkeys(place for said in told for place in (said, condition_of(submission.text, said))):
        if of_texts := re.search(_OF_TEXTS, submission.row(line)):
            seen, says = _told_of_texts(of_texts[0], submission.row(line))
            raise Wrong(
                seen,
                line=line,
                says=says,
                hint=USE_ARRAY_EQUAL,
                misconception="compared-unlike",
            )
        if re.search(_LEAST_DIFFERENCE, submission.row(line)):
            raise Wrong(
                "The least difference is 0 as soon as one cell is the same.",
                line=line,
                says="The other cells may differ.",
                hint="np.abs(result - A @ B).max() is 0 only when every cell is the same.",
                misconception="verification-fake",
            )
        if re.search(_OF_EACH, submission.row(line)):
            raise Wrong(
                "Each .all() or .any() makes one True or False of its matrix; these two are compared.",
                line=line,
                says="They are the same for nearly all matrices.",
                hint="if np.array_equal(result, A @ B):"
                if re.match(r"\s*if\b", submission.row(line))
                else USE_ARRAY_EQUAL,
                misconception="verification-fake",
            )


def _less_than_equal(trace: Trace, submission: Submission, product: Array) -> None:
    """Raise Wrong when a comparison that finds two things equal is of shapes, of any cell, or turned into False."""
    for pair in reversed(trace.comparisons):
        line, row = pair.site.line, submission.row(pair.site.line)
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        if pair.equal and re.search(_IS_TRUE, row):
            raise Wrong(
                "`is True` is never so of what NumPy answers: its np.True_ is another object than True.",
                line=line,
                says="So equal results are taken for different ones.",
                hint="if np.array_equal(result, A @ B):",
                misconception="verification-inverted",
            )
        if pair.equal and all(side.tolist() == list(product.shape) for side in sides) and "shape" in row:
            raise Wrong(
                "Only the shapes are compared here, and not the numbers.",
                line=line,
                says="Other matrices have the same shape.",
                hint=USE_ARRAY_EQUAL,
                misconception="verification-fake",
            )
        if pair.equal and any(same(side, product) for side in sides) and re.search(_ANY, row):
            raise Wrong(
                "`any` is True as soon as one cell is the same.",
                line=line,
                says="The other cells may differ.",
                hint="(result == A @ B).all() is True only when every cell is the same.",
                misconception="verification-fake",
            )


def _told_of_texts(compared: str, row: str) -> tuple[str, str]:
    """What is compared of two texts, and why that is not enough."""
    if re.search(_LENGTHS_OF_TEXTS, row):
        return "Only the lengths of texts are compared here.", "Other numbers have as many digits."
    if re.search(_CUT_OFF, compared):
        return "Only a part of each text is compared here.", "Other matrices may have the same there."
    return (
        "Texts are compared here, and not the numbers.",
        'The same number may be written in two ways: "19." is not "19".',
    )


def refuse_compared_by_extreme(trace: Trace, submission: Submission, product: Array) -> None:
    """Raise Partly when only the greatest, or the least, of the numbers are compared."""
    extremes = {float(product.max()), float(product.min())}
    for pair in trace.comparisons:
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        alone = all(side.size == 1 and float(side.item().real) in extremes for side in sides)
        if pair.equal and alone and re.search(_EXTREME, submission.row(pair.site.line)):
            raise Partly(
                "Only the greatest, or the least, of the four numbers is compared.",
                share=0.5,
                line=pair.site.line,
                says="The other cells may differ.",
                hint=USE_ARRAY_EQUAL,
                misconception="verification-fake",
            )


def refuse_compared_for_nothing(trace: Trace, submission: Submission, product: Array) -> None:
    """Raise Wrong when the results are compared, and nothing is said of that, or always the same."""
    made = matrix_products(trace)
    alike = [
        pair
        for pair in trace.comparisons
        if pair.equal and np.size(pair.left) == product.size and {id(pair.left), id(pair.right)} & made
    ]
    if not alike:
        return
    line = alike[-1].site.line
    if never_said(trace, submission, line):
        raise Wrong(
            "The results are compared here, and what comes of it is neither printed nor asserted.",
            line=line,
            says="So nobody learns whether they are the same.",
            own_row=printed_instead(submission.text, line),
            misconception="verification-missing",
        )
    row = submission.row(line)
    if uncalled := re.search(_NOT_CALLED, row):
        raise Wrong(
            f"{uncalled[0]} stands here without brackets: so it is never asked.",
            line=line,
            says="What is shown is the method itself, which is there whatever it would find.",
            own_row=row.strip().replace(uncalled[0], f"{uncalled[0]}()", 1),
            misconception="verification-fake",
        )
    if tolerant := re.search(_TOLERANT, row):
        raise Wrong(
            f"With {tolerant[0]} this is True for numbers that are far apart, too.",
            line=line,
            says="What it says has to depend on whether all four numbers are equal.",
            hint=USE_ARRAY_EQUAL,
            misconception="verification-fake",
        )
    raise Wrong(
        "The results are compared here, and where NumPy's product is wrong the file says the same.",
        line=line,
        says="What it says has to depend on whether all four numbers are equal.",
        misconception="verification-fake",
    )


def never_said(trace: Trace, submission: Submission, line: int) -> bool:
    """Whether nothing is printed that depends on a comparison, and it asserts nothing either."""
    rows = submission.lines
    asserts = re.search(_ASSERTS, rows[line - 1]) if 0 < line <= len(rows) else True
    return not asserts and forward_slice(submission.text, line).isdisjoint(part.line for part in trace.told)


def refuse_identity(submission: Submission) -> None:
    """Raise Wrong when it is asked whether NumPy's product is the same object as the result."""
    if found := asks_for_identity(submission.text):
        line, answer = found
        raise Wrong(
            f"`is{' not' if answer else ''}` compares no numbers: it asks whether both sides are"
            f" {'different objects' if answer else 'the same object'}, and NumPy's product is always a new one.",
            line=line,
            says=f"So this is {answer} whatever the numbers are.",
            hint=USE_ARRAY_EQUAL,
            misconception="verification-fake",
        )
