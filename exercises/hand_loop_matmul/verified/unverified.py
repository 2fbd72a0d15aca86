"""Why a comparison with NumPy's product does not count: it stops, comes too early, or compares other things."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import same
from grader.recording.events import ENDLESS_LOOP
from grader.submission import Submission
from grader.syntax.comparisons import compared_alone
from grader.syntax.names import names_in
from grader.syntax.returns import LostResult, lost_results
from grader.syntax.statements import name_assigned_in
from grader.text import short_name
from grader.trace import Array, Comparison, Raised, Trace

from ..by_hand.handwork import Handwork
from ..by_hand.matrices import matrix_products
from .only_inside import only_inside

_COMPARING = r"(?i)\b(?:all|any)\(|equal|close|==|!=|@|\bdot\b|matmul|assert|compar|verif|check|same"
_ASKING = r"(?i)equal|close|==|!=|assert|compar|verif|check|same|match"
_TRUTH_ALONE = r"==\s*(True|False)\b"
_STORES = r"\s*\w+\[.*\]\s*[-+*/]?=(?!=)"
_NOT_ASKED_SO = r"ambiguous|broadcast|multiply sequence|unsupported operand|'list' object has no attribute"
"""What Python says where `==`, `*`, `-` or a method is asked of what it is not made for."""
_ASKS_A_NAME = r"(?:if|elif|while|assert)\s+(?:not\s+)?([^\W\d]\w*)\s*(?:[:,]|$)"
_OF_DIFFERENCES = r"[\w\])]\s*-\s*[\w(]|!=|\bsubtract\("
_ASSIGNED = r"^\s*[\w.]+\s*=(?!=)"
_ALL_CELLS = "np.array_equal(result, A @ B)"


def refuse_found_different(trace: Trace, submission: Submission, product: Array, since: int) -> None:
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
            own_row=in_rows(after[-1].site.line, trace, submission, product) if flat else None,
            misconception="compared-unlike",
        )


def in_rows(line: int, trace: Trace, submission: Submission, product: Array) -> str | None:
    """The row at a line with the name of the right numbers in a row as a matrix: `np.reshape(C, (2, 2))`."""
    row = submission.row(line).strip()
    flat = (sight for sight in trace.arrays(product.size) if same(sight.array, product))
    names = {name for sight in flat for name in trace.names_of(sight.array)}
    own = [name for name in sorted(names & names_in(row)) if len(re.findall(rf"\b{name}\b", row)) == 1]
    return re.sub(rf"\b{own[0]}\b", f"np.reshape({own[0]}, {product.shape})", row) if own else None


def _asked_otherwise(failing: Raised, row: str, work: Handwork, submission: Submission) -> str | None:
    """What to write for a comparison that stopped: where the result is there, or in another way."""
    unknown = re.match(r"name '(\w+)' is not defined", failing.message)
    if unknown and unknown[1] in work.names and (inside := only_inside(work, submission)):
        return inside.hint_above
    return asked_as_in(row) if re.search(_NOT_ASKED_SO, failing.message) else None


def _asked_of_cells(failing: Raised, submission: Submission) -> str | None:
    """The row of an `if` that asks a name with an answer, or a difference, for each cell: of all cells, or of any."""
    row = submission.row(failing.line).strip()
    asked = re.match(_ASKS_A_NAME, row) if "ambiguous" in failing.message else None
    if asked is None:
        return None
    rows = submission.lines[: failing.line - 1]
    given = next((one for one in reversed(rows) if name_assigned_in(one) == asked[1]), "")
    method = "any" if re.search(_OF_DIFFERENCES, given) else "all"
    return f"{row[: asked.end(1)]}.{method}(){row[asked.end(1) :]}"


def asked_as_in(row: str) -> str:
    """The comparison of all cells in a line like that one: as the condition of an `if`, an assertion, or a print."""
    if begins := re.match(r"\s*(if|elif|assert)\b", row):
        return f"{begins[1]} {_ALL_CELLS}" if begins[1] == "assert" else f"{begins[1]} {_ALL_CELLS}:"
    return f"print({_ALL_CELLS})"


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


def refuse_compared_with_another(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the right result is compared with another product of NumPy's."""
    made, product = matrix_products(work.trace), work.product
    for pair in work.trace.comparisons:
        others = [side for side in (pair.left, pair.right) if not same(side, product)]
        if len(others) == 1 and id(others[0]) in made and not pair.equal:
            beside, inside = np.shape(others[0]), only_inside(work, submission)
            name_it = inside.hint_above if inside else "Compare what your loops made: give it a name of its own first."
            seen = "What your result is compared with here is not A @ B."
            if beside != product.shape:
                seen = f"An array of the shape {beside} is compared with A @ B here, and not your result."
            raise Wrong(
                seen,
                line=pair.site.line,
                hint=name_it if beside != product.shape else None,
                misconception="compared-unlike",
            )


def refuse_nothing_compared(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when what a function without a return gives is compared with NumPy's product: that is None."""
    matrices = [one for matrix in (work.left, work.right, work.product) for one in work.trace.like(matrix)]
    seen = [sight for one in matrices for sight in work.trace.seen(one.array) if sight.how == "bind"]
    known = {name for sight in seen for name in sight.site.names}
    since = min((sight.site.line for sight in seen), default=0)
    for lost in lost_results(submission.text):
        name = name_assigned_in(submission.row(lost.line))
        rows = _rows_with(name, lost, submission) if name and lost.line > since else ()
        if any(name in names_in(row) and known & names_in(row) and re.search(_ASKING, row) for row in rows):
            mine, function = short_name(name or ""), short_name(lost.function)
            raise Wrong(
                f"{mine} is compared with NumPy's product, and it is None: {function}() has no return.",
                line=lost.line,
                misconception="return-missing",
            )


def _rows_with(name: str, lost: LostResult, submission: Submission) -> Iterator[str]:
    """The rows behind the one that gives None to a name, as far as it is not given another value."""
    return itertools.takewhile(lambda row: name_assigned_in(row) != name, submission.lines[lost.line :])


def refuse_verdict_never_set(submission: Submission) -> None:
    """Raise Wrong when a verdict is only compared with a truth where it was to become one: `ok == False`."""
    for name, line in compared_alone(submission.text).items():
        if re.search(_TRUTH_ALONE, submission.lines[line - 1]):
            raise Wrong(
                f"This only compares {short_name(name)} with something, and leaves it as it is.",
                line=line,
                says="== asks whether two things are equal; = gives a value.",
                own_row=submission.lines[line - 1].strip().replace("==", "=", 1),
            )


def refuse_stopped_comparison(work: Handwork, submission: Submission, names: set[str] | None = None) -> None:
    """Raise Wrong when the line that compares ends in an error. names: those that it has to speak of, if any."""
    rows = submission.lines
    for failing in work.trace.exceptions:
        stops = failing.outcome in ("skipped", "uncaught") and failing.order >= work.since
        if not stops or failing.type == "AssertionError":
            continue
        row = rows[failing.line - 1] if 0 < failing.line <= len(rows) else ""
        if re.match(_STORES, row) or failing.type == "SystemExit":
            # An exit may be what came of a comparison.
            continue
        if (re.search(_COMPARING, row) or "ambiguous" in failing.message) and (
            names is None or names & names_in(re.sub(_ASSIGNED, "", row))
        ):
            if failing.type == ENDLESS_LOOP:
                raise Wrong("This loop never ends.", line=failing.line, misconception="timed-out")
            raise Wrong(
                f"The comparison stopped: {failing.type}: {failing.message.strip().rstrip('.')}.",
                line=failing.line,
                own_row=in_rows(failing.line, work.trace, submission, work.product)
                if "broadcast" in failing.message
                else _asked_of_cells(failing, submission),
                hint=_asked_otherwise(failing, row, work, submission),
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
