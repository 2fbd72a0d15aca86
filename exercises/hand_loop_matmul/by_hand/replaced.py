"""The right product was there, and what a file shows and compares outside of its functions is made of it, and wrong."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from grader.evidence.likeness import same
from grader.syntax.functions import takes_nothing
from grader.syntax.scopes import function_around

from .displayed import times_written

if TYPE_CHECKING:
    from grader.trace import Array, Comparison, Sight, Trace

    from .results import Results

_NUMBER = r"-?\d{1,18}(?:\.\d{0,18})?"


def replaced_by(trace: Trace, results: Results, expected: Array) -> Sight | None:
    """What has a name outside of functions, and is held against NumPy's product, where only these had it right.

    None where something out there has the right numbers, or they are compared themselves, or printed.
    """
    products = results.library.products
    if any(pair.equal and _is_own(pair, expected, products.keys()) for pair in trace.comparisons):
        return None
    if {float(entry) for entry in expected.flat} <= {one for one, other in _cells(trace) if one == other}:
        return None
    first = results.made_at(expected)
    outside = [sight for sight in results.named if sight.order >= first and _is_outside(sight, trace)]
    last = {name: sight for sight in outside for name in sight.site.names}
    if any(same(sight.array, expected) for sight in last.values()):
        return None
    beside = any(same(made, expected) for made in products.values())
    if _times_written(expected, "".join(part.text for part in trace.told if part.order > first)) > beside:
        return None
    wrong = [sight for sight in last.values() if any(same(sight.array, one.array) for one in results.wrong)]
    return next((sight for sight in wrong if _is_confronted(sight.array, expected, trace)), None)


def _is_own(pair: Comparison, expected: Array, numpys: Collection[int]) -> bool:
    """Whether a side of a comparison has the right numbers without being NumPy's; equal arrays are recorded once."""
    sides = [side for side in (pair.left, pair.right) if same(side, expected)]
    return len(sides) == 2 or any(id(side) not in numpys for side in sides)


def _is_outside(sight: Sight, trace: Trace) -> bool:
    """Whether something stands outside of functions, or in one that is given nothing, as `main()`."""
    line = sight.site.line
    return not function_around(trace.source, line) or takes_nothing(trace.source, line)


def _times_written(expected: Array, text: str) -> int:
    """How often the numbers of a matrix stand in a text, all of them in their order."""
    written = [float(number) for number in re.findall(_NUMBER, text)]
    entries = expected.ravel().tolist()
    places = range(len(written) - len(entries) + 1)
    return sum(written[at : at + len(entries)] == entries for at in places)


def _is_confronted(array: Array, expected: Array, trace: Trace) -> bool:
    """Whether numbers are compared with the right ones, as a whole or cell by cell, or printed beside them."""
    pairs = [(pair.left, pair.right) for pair in trace.comparisons]
    if any(same(one, array) and same(other, expected) for pair in pairs for one, other in (pair, pair[::-1])):
        return True
    cells = _cells(trace)
    each = zip(array.ravel().tolist(), expected.ravel().tolist(), strict=False)
    unlike = [pair for pair in each if pair[0] != pair[1]]
    if array.shape == expected.shape and any(pair in cells or pair[::-1] in cells for pair in unlike):
        return True
    return all(times_written(entry, trace.told_text) for entry in (*array.flat, *expected.flat))


def _cells(trace: Trace) -> set[tuple[float, float]]:
    """The single numbers that were compared."""
    pairs = ((pair.left, pair.right) for pair in trace.comparisons)
    return {(float(one.real), float(other.real)) for one, other in pairs if np.ndim(one) == np.ndim(other) == 0}
