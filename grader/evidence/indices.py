"""Which entries of two matrices loops took, told from the numbers that they gave: `A[i][k] * B[j][k]`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from grader.trace import Array, equal


def entries_taken(found: Array, left: Array, right: Array, rightly: str) -> str | None:
    """The product, or the sum, of two entries that gives `found` when it is added up over k; None when none does.

    rightly: the four indices that should have been used, as in "ikkj"; of several answers it is one that is nearest.
    i counts the rows of the result, j its columns.
    """
    extents = dict(zip(rightly[:2], left.shape, strict=True)) | dict(zip(rightly[2:], right.shape, strict=True))
    grid = dict(zip("ijk", np.ogrid[: extents["i"], : extents["j"], : extents["k"]], strict=True))
    whole = tuple(extents[letter] for letter in "ijk")
    for letters in _nearest_first(rightly):
        try:
            one, other = (
                matrix[grid[row], grid[column]] for matrix, (row, column) in ((left, letters[:2]), (right, letters[2:]))
            )
        except IndexError:
            continue
        for sign, terms in (("*", one * other), ("+", one + other)):
            if (sign != "*" or letters != tuple(rightly)) and equal(np.broadcast_to(terms, whole).sum(axis=2), found):
                return f"A[{letters[0]}][{letters[1]}] {sign} B[{letters[2]}][{letters[3]}]"
    return None


def _nearest_first(rightly: str) -> Iterator[tuple[str, ...]]:
    every = itertools.product("ijk", repeat=len(rightly))
    yield from sorted(every, key=lambda one: sum(a != b for a, b in zip(one, rightly, strict=True)))
