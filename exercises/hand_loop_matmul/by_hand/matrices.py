"""The matrices of the product by hand in a trace: where they are, and what the library multiplied of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import same
from grader.evidence.stopped import stopped_after
from grader.recording.plan import Matrix
from grader.syntax.names import names_in
from grader.syntax.scopes import function_around
from grader.syntax.statements import name_assigned_in
from grader.trace import NOT_PRODUCTS, Array, Operation, Scalar, Sight, Trace, equal

OF_ANOTHER = ((5, 3), (5, 4))
GIVENS = "A = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])"
_TURNS = r"\.T\b|transpose|swapaxes"


def givens_of(trace: Trace, literal: Sequence[Matrix]) -> tuple[Array, Array] | None:
    """A and B as they were in this run: those written out, or those that stood in for them; None when not seen."""
    for pair in (trace.replaced, literal):
        if len(pair) != 2:
            continue
        left, right = (np.array(rows) for rows in pair)
        if _present(trace, left) and _present(trace, right):
            return left, right
    return None


def names_of(trace: Trace, matrix: Array) -> set[str]:
    """All names under which these numbers were ever seen."""
    return {name for sight in trace.sights if same(sight.array, matrix) for name in sight.site.names}


def own_givens(trace: Trace) -> tuple[Array, Array] | None:
    """The first two matrices of two rows and two columns that were typed in, or drawn; None when there are no two."""
    shown = [sight for sight in trace.sights if sight.how == "display" and sight.array.shape == (2, 2)]
    places = {(sight.site.line, sight.site.column): sight for sight in shown if np.any(sight.array)}
    typed = list(places.values())
    drawn = [sight for sight in trace.arrays(2, 2) if "rand" in sight.site.text and sight.is_origin]
    found = typed if len(typed) > 1 else drawn if len(drawn) > 1 else sorted((*typed, *drawn), key=_moment)
    if len(found) == 1 and _has_two_names(trace, found[0].array):
        # B = A
        return found[0].array, found[0].array
    return (found[0].array, found[1].array) if len(found) > 1 else None


def _has_two_names(trace: Trace, array: Array) -> bool:
    """Whether a matrix was given two names at one place: outside of functions, or in one of them."""
    given = [sight for sight in trace.arrays(2, 2) if equal(sight.array, array)]
    bound = [one.site for sight in given for one in trace.seen(sight.array) if one.how == "bind"]
    names: dict[int, set[tuple[str, ...]]] = {}
    for site in bound:
        names.setdefault(function_around(trace.source, site.line), set()).add(site.names)
    return any(len(some) > 1 for some in names.values())


def _moment(sight: Sight) -> int:
    return sight.order


def refuse_matrices_of_another_exercise(trace: Trace, literal: Sequence[Matrix]) -> None:
    """Raise Wrong when two rows and columns are filled while A and B are still the larger ones of another exercise."""
    others = [sights[-1].order for shape in OF_ANOTHER if (sights := trace.arrays(*shape))]
    filled = [sight for sight in trace.arrays(2, 2) if sight.how == "changed" and not sight.is_last_look]
    if len(others) != len(OF_ANOTHER) or not filled:
        return
    stop = stopped_after(trace, min(others))
    if filled[-1].order > max(others) and not (stop and stop.order < filled[-1].order):
        pairs = zip("AB", OF_ANOTHER, literal, strict=True)
        still = {name: shape for name, shape, rows in pairs if not _present(trace, np.array(rows))}
        shapes = " and ".join(map(str, still.values()))
        stopped = _stopped_where_given(trace)
        raise Wrong(
            f"{' and '.join(still)} {'are' if len(still) > 1 else 'is'} still the {shapes} of another exercise here.",
            line=stopped or filled[-1].site.line,
            says="An error stopped the line that was to give other numbers." if stopped else None,
            hint=f"Before the loops:\n{GIVENS}",
            misconception="given-altered",
        )


def _stopped_where_given(trace: Trace) -> int | None:
    """The line that was to give a name of another exercise's matrix a new value, and was stopped by an error."""
    larger = [sight for shape in OF_ANOTHER for sight in trace.arrays(*shape)]
    since = larger[0].order
    names = {name for sight in larger for name in trace.names_of(sight.array)}
    failed = (one.line for one in trace.exceptions if one.order > since and one.outcome == "skipped")
    return next((line for line in failed if name_assigned_in(trace.row(line)) in names), None)


def line_of(trace: Trace, array: Array) -> int:
    """The line where a recorded array was first seen."""
    return trace.seen(array)[0].site.line


def first_seen(trace: Trace, given: Array) -> int:
    """When that matrix was first there, in events; 0 when it was never there as a whole."""
    return next((sight.order for sight in trace.arrays(*given.shape) if equal(sight.array, given)), 0)


def _present(trace: Trace, given: Array) -> bool:
    if any(equal(sight.array, given) for sight in trace.arrays(2, 2)):
        return True
    if any(equal(sight.array, given.ravel()) for sight in trace.arrays(4)):
        return True
    rows = [sight.array for sight in trace.arrays(2)]
    if all(any(equal(row, found) for found in rows) for row in given):
        return True
    entries = set(given.ravel().tolist())
    return entries <= {one.value for one in seen_by_themselves(trace, entries)}


def seen_by_themselves(trace: Trace, entries: Collection[float]) -> list[Scalar]:
    """The numbers that are entries, at places where no others are: a counter goes past all of them."""
    others = {one.site.id for one in trace.scalars if one.value not in entries}
    return [one for one in trace.scalars if one.site.id not in others]


def products_seen(trace: Trace, left: Array, right: Array) -> list[Operation]:
    """The library's products of A and B, whole or in parts, or of something that holds them."""
    numbers = {0.0, 1.0, *left.ravel().tolist(), *right.ravel().tolist()}
    return [product for product in trace.products if _of(product, numbers)]


def _of(product: Operation, numbers: set[float]) -> bool:
    operands = [np.asarray(operand) for operand in product.operands]
    arrays = [operand for operand in operands if operand.size > 1 and operand.dtype.kind in "biufc"]
    return bool(arrays) and all(numbers.issuperset(array.real.ravel().tolist()) for array in arrays)


def matrix_products(trace: Trace) -> set[int]:
    """What NumPy made of whole matrices, by identity: products, and those entry by entry that are taken for one.

    Such a product turned over is NumPy's, too.
    """
    names = NOT_PRODUCTS - {"multiply"}
    operations = [product for product in trace.operations if product.name not in names]
    made = {id(product.result) for product in operations}
    small = [product.result for product in operations if np.shape(product.result) == (2, 2)]
    lines = {product.site.line for product in operations}
    bound = (sight for sight in trace.sights if sight.how == "bind" and any(sight.array is one for one in small))
    called = {name for sight in bound for name in sight.site.names}
    for sight in trace.arrays(2, 2) if small else ():
        is_theirs = sight.site.line in lines or called & names_in(sight.site.text)
        if is_theirs and re.search(_TURNS, sight.site.text) and any(equal(sight.array, one.T) for one in small):
            made.add(id(sight.array))
    return made
