"""Why a comparison with NumPy's product does not count: it stops, comes too early, or compares other things."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.by_hand.matrices import matrix_products
from grader.evidence.likeness import same
from grader.submission import Submission
from grader.syntax.comparisons import asks_for_identity, compared_alone
from grader.syntax.functions import lost_results
from grader.syntax.loops import true_at_the_first
from grader.syntax.names import names_in
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import name_assigned_in
from grader.text import short_name
from grader.trace import Array, Comparison, Trace

_COMPARING = r"(?i)equal|close|==|!=|@|\bdot\b|matmul|assert|compar|verif|check|same"
_TRUTH_ALONE = r"==\s*(True|False)\b"
_ASSERTS = r"\bassert\w*\b"
_ASSIGNED = r"^\s*[\w.]+\s*=(?!=)"
_NOT_CALLED = r"\.(all|any)\b(?!\s*\()"
_OF_EACH = r"\b(all|any)\(.*==.*\b(all|any)\("
_OF_TEXTS = r"\b(str|repr|array_str|array_repr|array2string)\(.*[=!]=.*\b(str|repr|array_str|array_repr|array2string)\("
_LEAST_DIFFERENCE = r"\babs.*\bmin\(|\bmin\(.*\babs\("
_TOLERANT = r"\b(atol|rtol|decimal)\s*=\s*[\w.+-]+"
_IS_TRUE = r"\)\s+is\s+True\b"
_ANY = r"\bany\("
_EXTREME = r"\b(max|min|amax|amin)\("
_USE_ARRAY_EQUAL = "np.array_equal(result, A @ B) compares all cells at once, and gives one True or False."


def refuse_found_different(trace: Trace, product: Array, since: int) -> None:
    """Raise Wrong when the right result was compared, and never found equal. since: when it was there, in events.

    What is compared with other numbers may be meant to show that these are others.
    """
    after = [pair for pair in _comparisons(trace, product) if pair.order > since]
    alike = any(same(pair.left, product) and same(pair.right, product) for pair in after[-1:])
    if alike and not any(pair.equal for pair in after):
        flat = {np.shape(after[-1].left), np.shape(after[-1].right)} == {(product.size,), product.shape}
        raise Wrong(
            f"This finds a difference, although your result is right: {_sides(after[-1])}",
            line=after[-1].site.line,
            hint=f"np.array_equal(np.reshape(result, {product.shape}), A @ B)" if flat else None,
            misconception="compared-unlike",
        )


def refuse_found_another(trace: Trace, product: Array, since: int) -> None:
    """Raise Wrong when the product was compared with other numbers, since then, and with nothing else."""
    pairs = [pair for pair in _comparisons(trace, product) if pair.order > since]
    others = [side for pair in pairs[-1:] for side in (pair.left, pair.right) if not same(side, product)]
    if others and not any(pair.equal for pair in pairs) and np.size(others[0]) == product.size:
        raise Wrong(
            f"This compares {np.asarray(others[0]).tolist()} with {product.tolist()}, and your result is right.",
            line=pairs[-1].site.line,
            misconception="compared-unlike",
        )


def refuse_compared_too_early(trace: Trace, product: Array, since: int) -> None:
    """Raise Wrong when NumPy's product was only compared before the right result was there."""
    pairs = _comparisons(trace, product)
    if pairs and all(pair.order < since for pair in pairs):
        raise Wrong(
            "This compares before the result is there.",
            line=pairs[-1].site.line,
            misconception="compared-too-early",
        )


def refuse_compared_with_another(trace: Trace, product: Array) -> None:
    """Raise Wrong when the right result is compared with another product of NumPy's."""
    made = matrix_products(trace)
    for pair in trace.comparisons:
        others = [side for side in (pair.left, pair.right) if not same(side, product)]
        if len(others) == 1 and id(others[0]) in made and not pair.equal:
            beside = np.shape(others[0])
            seen = "What your result is compared with here is not A @ B."
            if beside != product.shape:
                seen = f"An array of the shape {beside} is compared with A @ B here, and not your result."
            raise Wrong(seen, line=pair.site.line, misconception="compared-unlike")


def refuse_true_at_first(trace: Trace, submission: Submission) -> None:
    """Raise Partly when the comparison answers True for all cells as soon as one is the same."""
    compared = {pair.site.line for pair in trace.comparisons if pair.equal}
    for asked, answered in true_at_the_first(submission.text):
        if asked in compared:
            raise Partly(
                "This settles it as soon as one cell is the same.",
                share=0.5,
                line=answered,
                says="The other cells may differ.",
                hint="Settle it at the first cell that differs: then they are not the same, else they are.",
                misconception="return-too-early",
            )


def refuse_less_compared(trace: Trace, submission: Submission, product: Array) -> None:
    """Raise Wrong when what is compared is something that other matrices have as well."""
    for line in dict.fromkeys(part.line for part in reversed(trace.told)):
        if re.search(_OF_TEXTS, submission.row(line)):
            raise Wrong(
                "Texts are compared here, and not the numbers.",
                line=line,
                says='The same number may be written in two ways: "19." is not "19".',
                hint=_USE_ARRAY_EQUAL,
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
                hint=_USE_ARRAY_EQUAL,
                misconception="verification-fake",
            )
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
                hint=_USE_ARRAY_EQUAL,
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
                hint=_USE_ARRAY_EQUAL,
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
            misconception="verification-missing",
        )
    row = submission.row(line)
    if uncalled := re.search(_NOT_CALLED, row):
        raise Wrong(
            f"{uncalled[0]} stands here without brackets: so it is never asked.",
            line=line,
            says="What is shown is the method itself, which is there whatever it would find.",
            hint=f"(result == A @ B){uncalled[0]}()",
            misconception="verification-fake",
        )
    if tolerant := re.search(_TOLERANT, row):
        raise Wrong(
            f"With {tolerant[0]} this is True for numbers that are far apart, too.",
            line=line,
            says="What it says has to depend on whether all four numbers are equal.",
            hint=_USE_ARRAY_EQUAL,
            misconception="verification-fake",
        )
    raise Wrong(
        "The results are compared here, and where NumPy's product is wrong the file says the same.",
        line=line,
        says="What it says has to depend on whether all four numbers are equal.",
        misconception="verification-fake",
    )


def refuse_identity(submission: Submission) -> None:
    """Raise Wrong when it is asked whether NumPy's product is the same object as the result."""
    if line := asks_for_identity(submission.text):
        raise Wrong(
            "`is` asks whether two names stand for the same object; NumPy's product is always another one.",
            line=line,
            says="So this is False whatever the numbers are.",
            hint=_USE_ARRAY_EQUAL,
            misconception="verification-fake",
        )


def refuse_nothing_compared(submission: Submission) -> None:
    """Raise Wrong when what a function without a return gives is compared: that is None."""
    rows = submission.lines
    given = {name: lost for lost in lost_results(submission.text) if (name := name_assigned_in(rows[lost.line - 1]))}
    for row in rows:
        for name in names_in(row) & given.keys() if re.search(_COMPARING, row) else ():
            function = short_name(given[name].function)
            raise Wrong(
                f"{short_name(name)} is compared with NumPy's product, and it is None: {function}() has no return.",
                line=given[name].line,
                misconception="return-missing",
            )


def refuse_verdict_never_set(submission: Submission) -> None:
    """Raise Wrong when a verdict is only compared with a truth where it was to become one: `ok == False`."""
    for name, line in compared_alone(submission.text).items():
        if re.search(_TRUTH_ALONE, submission.lines[line - 1]):
            raise Wrong(
                f"This only compares {short_name(name)} with something, and leaves it as it is.",
                line=line,
                says="== asks whether two things are equal; = gives a value.",
                hint=submission.lines[line - 1].strip().replace("==", "=", 1),
            )


def never_said(trace: Trace, submission: Submission, line: int) -> bool:
    """Whether nothing is printed that depends on a comparison, and it asserts nothing either."""
    rows = submission.lines
    asserts = re.search(_ASSERTS, rows[line - 1]) if 0 < line <= len(rows) else True
    return not asserts and forward_slice(submission.text, line).isdisjoint(part.line for part in trace.told)


def refuse_stopped_comparison(trace: Trace, submission: Submission, since: int, names: set[str] | None = None) -> None:
    """Raise Wrong when the line that compares ends in an error. names: those that it has to speak of, if any."""
    rows = submission.lines
    for failing in trace.exceptions:
        if failing.outcome not in ("skipped", "uncaught") or failing.order < since or failing.type == "AssertionError":
            continue
        row = rows[failing.line - 1] if 0 < failing.line <= len(rows) else ""
        if re.search(_COMPARING, row) and (names is None or names & names_in(re.sub(_ASSIGNED, "", row))):
            if failing.type == "EndlessLoop":
                raise Wrong("This loop never ends.", line=failing.line, misconception="timed-out")
            raise Wrong(
                f"The comparison stopped: {failing.type}: {failing.message.strip().rstrip('.')}.",
                line=failing.line,
                hint=_USE_ARRAY_EQUAL if "ambiguous" in failing.message else None,
                misconception="comparison-stopped",
            )


def refuse_failed_assertion(trace: Trace, product: Array) -> None:
    """Raise Wrong when an assertion of the learner's own fails although what it compares is found equal."""
    for failing in trace.exceptions:
        if failing.type == "AssertionError" and failing.outcome in ("skipped", "uncaught"):
            mine = {float(entry) for entry in product.flat}
            here = [pair for pair in trace.comparisons if pair.site.line == failing.line and _of_entries(pair, mine)]
            if here and all(pair.equal for pair in here):
                raise Wrong(
                    "Your own assertion stops the file here, although what it compares is equal.",
                    line=failing.line,
                    hint="assert np.array_equal(result, A @ B) stops the file when they differ.",
                    misconception="compared-unlike",
                )


def _of_entries(pair: Comparison, entries: set[float]) -> bool:
    """Whether nothing but entries of the product are compared."""
    return {float(entry) for entry in np.ravel(pair.left)} <= entries


def _comparisons(trace: Trace, product: Array) -> list[Comparison]:
    """Those with the right numbers on one side, and on the other no other product of NumPy's."""
    made = matrix_products(trace)
    found = []
    for pair in trace.comparisons:
        others = [side for side in (pair.left, pair.right) if not same(side, product)]
        if len(others) < 2 and not any(id(side) in made for side in others):
            found.append(pair)
    return found


def _sides(pair: Comparison) -> str:
    left, right = (np.asarray(side) for side in (pair.left, pair.right))
    if left.shape != right.shape:
        return f"the shapes {left.shape} and {right.shape} are compared."
    return "look at what stands on its two sides."
