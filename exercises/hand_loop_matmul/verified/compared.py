"""Which comparisons a run made: of the whole product or parts of it, and what followed from how they came out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from grader.evidence.likeness import same
from grader.evidence.words import raised, said_in_order
from grader.trace import Array, Comparison, Operation, Trace, equal

from ..by_hand.results import SUBTRACTIONS
from .both_shown import shifted

_ONE_SIDED = r"[<>]"


def compares(broken: Trace) -> bool:
    """Whether NumPy's product is on one side of a comparison, and something else on the other."""
    made = {id(product.result) for product in broken.operations if product.altered}
    return any((id(pair.left) in made) != (id(pair.right) in made) for pair in broken.comparisons)


def compares_in_parts(broken: Trace, wrong: Array, product: Array) -> Iterator[int]:
    """The lines where a wrong result is compared with NumPy's product number by number, or one taken from the other.

    broken: a run in which NumPy's product is another, and A and B are the same; product: A @ B.
    """
    for made in broken.operations:
        if not (made.altered and np.size(made.result) == wrong.size == product.size):
            continue
        cells = zip(np.ravel(wrong), np.ravel(made.result), np.ravel(product), strict=True)
        altered = {frozenset((float(mine), float(numpys))) for mine, numpys, right in cells if numpys != right}
        yield from (pair.site.line for pair in broken.comparisons if single_numbers(pair) in altered)
    for one in _taken_away(broken):
        if any(same(operand, wrong) for operand in one.operands):
            yield one.site.line


def single_numbers(pair: Comparison) -> frozenset[float]:
    """The two numbers that were compared, or the one that both are; none where more was compared at once."""
    if np.size(pair.left) != 1 or np.size(pair.right) != 1:
        return frozenset()
    return frozenset(float(np.real(np.ravel(side)[0])) for side in (pair.left, pair.right))


def compared_as_a_whole(as_written: Trace, changed: Trace, product: Array, own: Array) -> set[int]:
    """The lines at which all of the learner's own result is compared with NumPy's product, and found equal as written.

    product: as written; own: the result in `changed`, where NumPy's product is `shifted(own)`.
    """
    parts = list(zip(_parts(own), _parts(shifted(own)), strict=True))
    lines = {
        pair.site.line
        for pair in changed.comparisons
        if not pair.equal
        and not re.search(_ONE_SIDED, pair.site.text)
        and any(_are((pair.left, pair.right), part) or _are((pair.right, pair.left), part) for part in parts)
    }
    found: dict[int, list[Comparison]] = {}
    for pair in as_written.comparisons:
        if pair.site.line in lines:
            found.setdefault(pair.site.line, []).append(pair)
    return {line for line, pairs in found.items() if covers(pairs, product)}


def _parts(matrix: Array) -> tuple[Array, ...]:
    """The matrix, and the parts by which two may be compared, and found unequal when one is shifted."""
    return (matrix, matrix.ravel(), matrix[0], *matrix.T, *matrix[0])


def covers(pairs: Iterable[Comparison], product: Array) -> bool:
    """Whether every entry of the product is compared at one line, at once or in parts, and found equal."""
    entries: dict[int, set[float]] = {}
    for pair in pairs:
        if pair.equal:
            entries.setdefault(pair.site.line, set()).update(float(np.real(entry)) for entry in np.ravel(pair.left))
    return any(set(product.ravel().tolist()) <= found for found in entries.values())


def _are(sides: tuple[object, object], parts: tuple[Array, Array]) -> bool:
    return all(equal(side, part) for side, part in zip(sides, parts, strict=True))


def decides_what_is_said(lines: set[int], as_written: Trace, broken: Trace, product: Array) -> bool:
    """Whether one of these comparisons, and no other, comes out otherwise, and words or an error follow from that.

    broken: a run in which only NumPy's product differs. Where parts are compared, the last may be all that counts.
    """
    before, after = _outcomes(as_written), _outcomes(broken)
    otherwise = {line for line in before.keys() | after.keys() if before.get(line) != after.get(line)}
    in_parts = {pair.site.line for pair in as_written.comparisons if np.size(pair.left) < np.size(product)}
    if not otherwise or not otherwise <= lines - in_parts:
        return False
    first, second = (Counter(said_in_order(trace)) for trace in (as_written, broken))
    spoken = [word for word in (first - second) + (second - first) if not re.search(r"\d", word)]
    return bool(spoken) or raised(as_written) != raised(broken)


def _outcomes(trace: Trace) -> dict[int, list[bool]]:
    outcomes: dict[int, list[bool]] = {}
    for pair in trace.comparisons:
        outcomes.setdefault(pair.site.line, []).append(pair.equal)
    return outcomes


def only_sums(trace: Trace, broken: Trace, product: Array) -> bool:
    """Whether nothing but one number over all cells was compared, or shown."""
    if covers(trace.comparisons, product):
        return False
    wrong = [np.asarray(made.result) for made in broken.operations if made.altered]
    whole = [array for array in wrong if array.size == 4]
    shown = [all(re.search(rf"(?<!\d){entry:g}(?!\d)", broken.text) for entry in array.ravel()) for array in whole]
    summed = [bool(re.search(rf"(?<!\d){array.sum():g}(?!\d)", broken.text)) for array in whole]
    if whole and any(summed) and not any(shown) and not compares(broken) and not _taken_away(broken):
        return True
    total = float(product.sum())
    compared = [pair for pair in trace.comparisons if pair.equal and _four_or_total(pair, total)]
    return bool(compared) and all(np.size(pair.left) == np.size(pair.right) == 1 for pair in compared)


def _taken_away(broken: Trace) -> list[Operation]:
    """Where all of NumPy's product is taken away from something, or that from it: the difference is of every cell."""
    made = {id(product.result) for product in broken.operations if product.altered and np.size(product.result) > 1}
    differences = (one for one in broken.operations if one.name in SUBTRACTIONS)
    return [one for one in differences if any(id(operand) in made for operand in one.operands)]


def _four_or_total(pair: Comparison, total: float) -> bool:
    """Whether a comparison is of four numbers, or of the sum over them."""
    sizes = {np.size(pair.left), np.size(pair.right)}
    return sizes == {4} or (sizes == {1} and bool(np.all(np.asarray(pair.left) == total)))
