"""Whose lengths a line speaks of: A's and B's, by whatever name, the result's columns alone, or the result's."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import constant, is_rounded
from grader.evidence.printed import Mention
from grader.submission import Submission
from grader.syntax.lengths import lines_of_lengths
from grader.syntax.names import names_by_line, names_in
from grader.syntax.origins import columns_alone, lengths_by_names, made_of
from grader.syntax.scopes import function_around, scope_of
from grader.syntax.shapes import Place, measured_at, measured_without_name, tells_sides, without_sides
from grader.syntax.statements import condition_of, name_assigned_in
from grader.trace import Array, Comparison, Trace, equal

from .operands import names_of, product_in, products_of, results_of

_LENGTH_OF = r"(?:\blen\(\s*(?=\w+)|(?<!\.)(?=\b\w+(?:\.T)?\.shape\b))\b(\w+)"
_GIVEN = r"\s*+\(?(\w++(?:\s*+,\s*+\w++)*+)\)?\s*+=(?!=)"
_COLUMNS_ALONE = r"\.shape\[(?:1|-1)\]|\blen\(\w+\[(?:0|-1)\]\)"
_ROWS_TOO = r"\.shape\b(?!\[(?:1|-1)\])|\blen\(\w+\)|\bshape\("
_TEXT = r"""(?<![\w"'])(?:"[^"{}]*"|'[^'{}]*')"""
_PRINTS_TEXT = rf"\s*+print\(\s*+{_TEXT}\s*+\)"
_FORMATTED, _IN_BRACES = r"""\b[fF](["'])((?:(?!\1).)*)\1""", r"\{([^{}]*)\}"
_SHAPE_OF_ALL = r"\)\.shape\s*(?:#.*)?$"
_MULTIPLIES = r"@|\b(dot|matmul|einsum|tensordot|inner)\b"


def lines_of_the_operands(trace: Trace, submission: Submission) -> set[int]:
    """The lines that speak of A's and B's lengths, or of other matrices', and of nothing that makes the product."""
    found = [sight for product in products_of(trace) for sight in trace.like(product)]
    results = {name for sight in found for name in trace.names_of(sight.array)}
    results = results or results_of(trace)
    operands = (names_of(trace, 5) | names_of(trace, 5, axis=1)) - results
    given = given_the_product(trace)
    lines = {
        number
        for number, row in enumerate(submission.lines, 1)
        if (owners := set(re.findall(_LENGTH_OF, row)))
        and owners <= operands
        and not names_in(_without_texts(row)) & names_at(number, results, submission)
        and not re.search(_MULTIPLIES, _without_texts(row))
        # A parameter of that name may be the product there.
        and not (given and function_around(submission.text, number) in given)
    }
    outermost = frozenset((name, 0) for name in operands)
    lines |= lines_of_other_matrices(trace, submission) | lines_of_lengths(submission.text, outermost)
    matrices = {name for sight in trace.sights if sight.array.ndim == 2 for name in sight.site.names}
    return lines | _lines_of_lengths(lines, results, matrices, submission)


def lines_of_other_matrices(trace: Trace, submission: Submission) -> set[int]:
    """The lines that read a shape of what has no name, and is not the product: `(A.reshape(3, 5) @ B).shape`.

    Where no product was seen, it may be what the learner takes for one.
    """
    product, results = product_in(trace, 4), results_of(trace)
    if product is None:
        return set()
    seen: dict[Place, list[Array]] = {}
    for sight in trace.arrays(*product.array.shape):
        for one in trace.seen(sight.array):
            place = Place(one.site.line, one.site.column, one.site.end_line, one.site.end_column)
            seen.setdefault(place, []).append(sight.array)
    others = {
        place
        for place, arrays in seen.items()
        if not any(_is_a_product(array, product.array, trace) for array in arrays)
    }
    return {
        line
        for line, places in measured_without_name(submission.text).items()
        if others.issuperset(places) and not results & names_in(submission.row(line))
    }


def _is_a_product(array: Array, product: Array, trace: Trace) -> bool:
    """Whether it is the product, or one that was made of other matrices in the same way."""
    if equal(array, product) or is_rounded(array, product):
        return True
    pairs = itertools.product(trace.arrays(5, 3), trace.arrays(5, 4))
    return not constant(array) and any(equal(array, left.array.T @ right.array) for left, right in pairs)


def _without_texts(row: str) -> str:
    """A row without its typed texts; of one with braces, what stands in these is left."""
    formatted = re.sub(_FORMATTED, lambda text: " ".join(re.findall(_IN_BRACES, text[2])), row)
    return re.sub(_TEXT, "", formatted)


def _lines_of_lengths(found: set[int], results: set[str], matrices: set[str], submission: Submission) -> set[int]:
    """The lines that speak of such lengths by names of their own: `m, n = A.shape[1], B.shape[1]`.

    matrices: names that are no lengths, also where they are given by these, as in `C = np.zeros((m, n))`.
    """
    source, rows = submission.text, submission.lines
    lengths: set[tuple[str, int]] = set()
    others: set[tuple[str, int]] = set()
    for number, row in enumerate(rows, 1):
        if match := re.match(_GIVEN, row):
            names = {(name, function_around(source, number)) for name in names_in(match[1])}
            (lengths if number in found else others).update(names)
    own = {(name, function) for name, function in lengths - others if name not in matrices}
    return {
        line
        for line, names in names_by_line(source).items()
        if own & {(name, function_around(source, line)) for name in names}
        and not results & (names | _both_by_names(source, line))
        and not re.search(_MULTIPLIES, _without_texts(rows[line - 1]))
    }


@functools.lru_cache(maxsize=8)
def given_the_product(trace: Trace) -> frozenset[int]:
    """The lines of the functions that got the product: a parameter of any name is the product there."""
    widths = {shape[1] for shape in trace.shapes if len(shape) == 2 and shape[0] == 5}
    products = [product for width in widths for product in products_of(trace, width)]
    got = (sight for sight in trace.sights if sight.how == "argument")
    return frozenset(sight.site.line for sight in got if any(equal(sight.array, product) for product in products))


def lines_of_columns_alone(submission: Submission) -> set[int]:
    """The lines that read how many columns a matrix has, and nothing how many rows, there or on the line after it.

    Lines that only print a text, as the label of the rows, may stand between the two.
    """
    by_name = columns_alone(submission.text)
    telling = [(number, row) for number, row in enumerate(submission.lines, 1) if not re.match(_PRINTS_TEXT, row)]
    return {
        number
        for (number, row), (following, after) in pairwise([*telling, (len(submission.lines) + 1, "")])
        if (number in by_name or re.search(_COLUMNS_ALONE, row))
        and not _both_by_names(submission.text, number, following)
        and not re.search(_ROWS_TOO, row)
        and not (re.search(_ROWS_TOO, after) and _measure_the_same(submission.text, number, following))
    }


def _both_by_names(source: str, *lines: int) -> set[str]:
    """Of which objects some lines read the number of rows, and that of columns, both by names."""
    by_names = lengths_by_names(source)
    read = {length for line in lines for length in by_names.get(line, ())}
    return {owner for owner, which in read if which == "0" and (owner, "1") in read}


def _measure_the_same(source: str, line: int, other: int) -> bool:
    """Whether two lines read lengths of the same object."""
    return not measured_at(source, line).isdisjoint(measured_at(source, other))


def refuse_operands_lengths(trace: Trace, printed: Sequence[Mention], submission: Submission) -> None:
    """Raise Wrong when all that says (3, 4) speaks of A's and B's lengths, reads the 4 alone, or has no sides."""
    if all(_has_no_sides(submission.text, mention.line) for mention in printed):
        raise Wrong(
            "What is shown here is the same for a matrix of shape (4, 3).",
            line=printed[-1].line,
            hint="print(C.shape)",
            misconception="shape-not-printed",
        )
    refuse_another_matrix([mention.line for mention in printed], trace, submission)
    lines, halves = lines_of_the_operands(trace, submission), lines_of_columns_alone(submission)
    if all(mention.line in lines for mention in printed):
        raise Wrong(
            "These are lengths of A and of B: they are the same whatever the result is.",
            line=printed[-1].line,
            hint="Print the product's own shape.",
            misconception="shape-not-printed",
        )
    if all(mention.line in halves for mention in printed):
        raise Wrong(
            "Only the number of columns is read from the result here.",
            line=printed[-1].line,
            says="The 3 does not come from it.",
            hint="print(C.shape)",
            misconception="shape-printed-as-literal",
        )


def refuse_another_matrix(lines: Sequence[int], trace: Trace, submission: Submission) -> None:
    """Raise Wrong when all of these lines read the shape of a matrix without a name, which is not the product."""
    if lines and set(lines) <= lines_of_other_matrices(trace, submission):
        raise Wrong(
            "The matrix whose shape is shown here is not the product.",
            line=lines[-1],
            hint="print(C.shape)",
            misconception="shape-not-printed",
        )


def _has_no_sides(source: str, line: int) -> bool:
    """Whether what a line says, or the condition that it stands under, asks for the same of a shape on its side."""
    places = (line, condition_of(source, line))
    return line in without_sides(source) or not all(tells_sides(source, place) for place in places)


def names_at(line: int, names: set[str], submission: Submission) -> set[str]:
    """These names of matrices, and those that stand at a line for what is made of them alone: `m, n = C.shape`."""
    text = submission.text
    made = made_of(text, frozenset(names))
    return names | {name for name, function in made if function in (0, scope_of(text, name, line))}


def lines_of_numpys_again(trace: Trace) -> set[int]:
    """Where the product is made again with which a result of NumPy's may be compared: it is always as large.

    And where its shape is spoken of by a name: `expected = (A.T @ B).shape`.
    """
    first = product_in(trace, 4)
    if first is None or first.how != "result":
        return set()
    lines = [product.site.line for product in trace.products if np.shape(product.result) == (3, 4)]
    measured = (trace.row(line) for line in lines)
    names = {name for row in measured if re.search(_SHAPE_OF_ALL, row) and (name := name_assigned_in(row))}
    return {*lines[1:], *(line for line, known in names_by_line(trace.source).items() if names & known)}


def with_shape(pair: Comparison) -> bool:
    """Whether something is compared with the shape (3, 4)."""
    return [3, 4] in (np.asarray(pair.left).tolist(), np.asarray(pair.right).tolist())
