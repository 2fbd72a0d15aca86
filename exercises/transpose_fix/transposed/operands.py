"""A and B in a trace, told by their shapes, and their product A.T @ B."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from grader.evidence.candidates import candidates
from grader.evidence.likeness import constant, truncates
from grader.syntax.names import names_in
from grader.trace import Array, Sight, Trace, equal

MOST = 40
MOST_EXPLAINED = 100
_EMPTY = r"\b(zeros|ones|empty|full)(_like)?\(|\* ?\d+\]|for _ in"


@lru_cache(maxsize=16)
def pairs_of(trace: Trace, columns: int = 4) -> Sequence[tuple[Array, Array]]:
    """What may be A and B, where B has so many columns; neither is put together of the other's, nor its product."""
    pairs = itertools.product(originals(trace, 5, 3), originals(trace, 5, columns))
    multiplied = {(id(made.result), id(one)) for made in trace.products for one in made.operands}
    return [
        (left, right)
        for left, right in pairs
        if (id(right), id(left)) not in multiplied
        and not _put_together(trace, left, right)
        and not _put_together(trace, right, left)
        and not _added_up(trace, left, right)
    ]


def _put_together(trace: Trace, one: Array, other: Array) -> bool:
    """Whether all columns of `one` are columns of `other`, but for those in which all entries are the same.

    Two that are made by the same rule have columns alike, too: where each is made in a place that does not speak of the
    other one, neither is made of it.
    """
    known = {tuple(column) for column in other.T.tolist()}
    own = [tuple(column) for column in one.T.tolist() if len(set(column)) > 1]
    return bool(own) and known.issuperset(own) and not _made_apart(trace, one, other)


def _added_up(trace: Trace, left: Array, right: Array) -> bool:
    """Whether loops filled a matrix with sums of A's columns, where another one may be B: a product of them."""
    _, filled = _filled(trace, right.shape)
    if id(right) not in filled or len(originals(trace, *right.shape)) < 2 or right.dtype.kind not in "iuf":
        return False
    if not (np.isfinite(left.real).all() and np.isfinite(right).all()):
        return False
    rank = np.linalg.matrix_rank(left)
    return bool(rank == np.linalg.matrix_rank(np.hstack([left, right])) and rank < len(left))


def _made_apart(trace: Trace, one: Array, other: Array) -> bool:
    named = [[sight for sight in trace.seen(array) if sight.site.names] for array in (one, other)]
    names = [{name for sight in sights for name in sight.site.names} for sights in named]
    words = [{word for sight in sights for word in names_in(sight.site.text)} for sights in named]
    return all(names) and names[0].isdisjoint(words[1] | names[1]) and names[1].isdisjoint(words[0])


@lru_cache(maxsize=32)
def originals(trace: Trace, *shape: int) -> Sequence[Array]:
    """Arrays of that shape which are not an earlier one in another order, or with its fractions cut off.

    What never had a name is on its way to the matrix: `np.sort(np.random.rand(5, 3))`; what was only seen while it was
    filled is so, too, and whole numbers made of what had another name. Of very many the first and the last are looked
    at: a trial may come before the exercise.
    """
    begun, filled = _filled(trace, shape)
    whole = {id(sight.array) for sight in trace.sights if sight.how != "changed" and sight.array.shape == shape}
    sights = [sight for sight in trace.arrays(*shape) if id(sight.array) in (whole | filled) - begun]
    found: list[Array] = []
    ordered: list[Array] = []
    named: dict[str, list[Array]] = {}
    for sight in candidates(sights, MOST):
        mine = np.sort(sight.array, axis=None)
        names = trace.names_of(sight.array)
        alike = [array for name in names or named for array in named.get(name, ())]
        if not any(equal(mine, other) for other in ordered) and not truncates(sight.array, alike):
            found.append(sight.array)
            ordered += [mine] if names else []
            for name in names:
                named.setdefault(name, []).append(sight.array)
    return found


@lru_cache(maxsize=32)
def _filled(trace: Trace, shape: tuple[int, ...]) -> tuple[set[int], set[int]]:
    """The arrays of one number, or of unset memory, that were filled under their name; and what they came to be."""
    begun: set[int] = set()
    last: dict[str, int] = {}
    blank: dict[str, int] = {}
    filled: set[int] = set()
    for sight in trace.sights:
        for name in sight.site.names if sight.array.shape == shape else ():
            if sight.how == "bind":
                filled |= {last.pop(name)} if name in last else set()
                blank.pop(name, None)
                if constant(sight.array) and re.search(_EMPTY, sight.site.text):
                    blank[name] = id(sight.array)
            elif sight.how == "changed":
                begun |= {blank[name]} if name in blank else set()
                last[name] = id(sight.array)
    return begun, filled | {*last.values()}


def to_explain(trace: Trace) -> Sequence[tuple[Array, Array]]:
    """Those of which a mistake may be told: there are many where a loop draws some for a trial."""
    return candidates(pairs_of(trace), MOST_EXPLAINED)


def givens(trace: Trace) -> list[Mapping[str, Array]]:
    """The same, as formulas take them."""
    return [{"A": left, "B": right} for left, right in to_explain(trace)]


def products_of(trace: Trace, columns: int = 4) -> list[Array]:
    """What A.T @ B may be, where B has so many columns."""
    return [left.T @ right for left, right in pairs_of(trace, columns)]


def product_in(trace: Trace, columns: int) -> Sight | None:
    """The product of an A and a B with so many columns, where it is first seen; one of ones where there is no other."""
    products = sorted(filter(np.any, products_of(trace, columns)), key=constant)
    found = (sight for product in products for sight in trace.like(product))
    return next(found, None)


def there_since(product: Sight | None) -> int:
    """When a product was there, in events; 0 where that is not known.

    What is only seen when its function, or the file, ends was there before.
    """
    return product.order if product and product.how != "end" and product.site.kind != "end" else 0


def names_of(trace: Trace, length: int, axis: int = 0) -> set[str]:
    """The names of the matrices with so many rows; with axis 1, so many columns."""
    held = [sight for sight in trace.sights if sight.array.ndim == 2 and sight.array.shape[axis] == length]
    return {name for sight in held for name in sight.site.names}


def results_of(trace: Trace) -> set[str]:
    """The names of matrices with as many rows as the product, and not those of A.T.

    One that never holds but one number is no result, unless it is made like one: np.zeros((3, 4)), to compare shapes.
    """
    held: dict[str, list[Sight]] = {}
    for sight in trace.sights:
        if sight.array.ndim == 2 and sight.array.shape[0] == 3 and sight.array.shape[1] != 5:
            for name in sight.site.names:
                held.setdefault(name, []).append(sight)
    found = {name for name, sights in held.items() if not all(constant(sight.array) for sight in sights)}
    like = {name for name, sights in held.items() if any(found & names_in(sight.site.text) for sight in sights)}
    return found | like


def made_at(trace: Trace, sight: Sight) -> int:
    """The line of the product that made an array, else of its first sight that is no operand."""
    made = [product.site.line for product in trace.operations if product.result is sight.array]
    first = [part.site.line for part in trace.seen(sight.array) if part.is_origin]
    return (made or first or [sight.site.line])[0]
