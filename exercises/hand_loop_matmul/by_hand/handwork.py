"""The product by hand in one run: which matrices are multiplied, and what the run made of them."""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np

from grader.check import Missing
from grader.exercise import Exercise
from grader.recording.plan import Matrix
from grader.trace import Array, Operation, Sight, Trace

from .arithmetic import Arithmetic
from .displayed import times_written
from .matrices import (
    GIVENS,
    givens_of,
    own_givens,
    products_seen,
    refuse_matrices_of_another_exercise,
)
from .replaced import replaced_by
from .results import Results


class Handwork:
    """Two matrices in a run, and what was made of them there; `product` is what should have been."""

    def __init__(self, trace: Trace, left: Array, right: Array) -> None:
        self.trace = trace
        self.left = left
        self.right = right
        self.product: Array = left @ right

    @cached_property
    def results(self) -> Results:
        """What the learner's names, calls and displays hold, without the library's products."""
        return Results(self.trace, self.left, self.right)

    @cached_property
    def arithmetic(self) -> Arithmetic:
        """The multiplications and additions of single numbers."""
        return Arithmetic(self.trace, self.left, self.right)

    @cached_property
    def numpys(self) -> list[Operation]:
        """The library's products of these matrices."""
        return products_seen(self.trace, self.left, self.right)

    @cached_property
    def is_right(self) -> bool:
        """Whether the right numbers were held outside of the library's products, and not replaced by others."""
        return self.results.has(self.product) and self.replaced is None

    @cached_property
    def replaced(self) -> Sight | None:
        """What is shown and compared as the result in the place of the right numbers that a function had."""
        return replaced_by(self.trace, self.results, self.product)

    @cached_property
    def lost(self) -> Sight | None:
        """Where a function ends that has the right numbers, and gives them to nobody."""
        return self.results.never_given_out(self.product)

    @cached_property
    def since(self) -> int:
        """When the right result was first there, in events; 0 when it never was."""
        return self.results.made_at(self.product)

    @cached_property
    def names(self) -> set[str]:
        """The names that held the right numbers without these being typed there."""
        return self.results.names_of(self.product)

    def is_told(self, result: Array) -> bool:
        """Whether a result is printed, or compared as a whole or cell by cell."""
        entries = {float(entry) for entry in result.flat}
        compared = {number for pair in self.trace.comparisons for number in pair.numbers}
        return entries <= compared or all(times_written(entry, self.trace.told_text) for entry in entries)

    @property
    def one_too_large(self) -> Array:
        """The product when each product of two numbers is one too large."""
        counted: Array = np.add(self.product, self.left.shape[1])
        return counted


def handwork_in(trace: Trace, exercise: Exercise) -> Handwork | None:
    """The product of the exercise's A and B, or of what stood in for them in that run; None when they were not seen."""
    return _seen_in(trace, exercise.literal_givens)


def handwork_of(trace: Trace, exercise: Exercise) -> Handwork:
    """The same, else the product of what the learner has in the place of A and B. Raises Missing without any."""
    if found := handwork_in(trace, exercise):
        return found
    if own := own_givens(trace):
        return Handwork(trace, *own)
    refuse_matrices_of_another_exercise(trace, exercise.literal_givens)
    raise Missing("The matrices A = [[1, 2], [3, 4]] and B = [[5, 6], [7, 8]] were not seen.", hint=GIVENS)


@lru_cache(maxsize=8)
def _seen_in(trace: Trace, literal: tuple[Matrix, ...]) -> Handwork | None:
    givens = givens_of(trace, literal)
    return Handwork(trace, *givens) if givens else None
