"""Is a result made of the learner's own products of two numbers: does it follow these in runs that make them wrong?"""

from __future__ import annotations

import numpy as np

from grader.check import Missing, Runs
from grader.evidence.arithmetic import Arithmetic
from grader.evidence.matrices import givens_of, own_givens
from grader.evidence.results import results
from grader.exercise import Exercise
from grader.trace import Array, Sight, Trace, equal


def matrices_of(trace: Trace, exercise: Exercise) -> tuple[Array, Array]:
    """The matrices that were multiplied: the exercise's, else what the learner has in their place."""
    found = givens_of(trace, exercise) or own_givens(trace)
    if found is None:
        raise Missing(
            "The matrices A = [[1, 2], [3, 4]] and B = [[5, 6], [7, 8]] were not seen.",
            hint="A = np.array([[1, 2], [3, 4]]) and B = np.array([[5, 6], [7, 8]])",
        )
    return found


def exchanged_in(as_written: Trace, changed: Trace, exercise: Exercise) -> bool:
    """Whether something was made by hand of A and B, and is made of what stands in for them."""
    arithmetic = Arithmetic(as_written, *matrices_of(as_written, exercise))
    return (arithmetic.all_multiplied or arithmetic.another_way) and follows(arithmetic, changed, exercise)


def follows(arithmetic: Arithmetic, changed: Trace, exercise: Exercise) -> bool:
    """Whether the learner's own multiplications, where there are any, are those of the matrices that stand in for
    A and B: these may be written in a way that cannot be exchanged, or not everywhere."""
    givens = givens_of(changed, exercise)
    if givens is None or equal(givens[0], np.array(exercise.literal_givens[0])):
        return False
    return not arithmetic.all_multiplied or not changed.undisturbed or Arithmetic(changed, *givens).all_multiplied


def only_for_these(arithmetic: Arithmetic, changed: Trace, exercise: Exercise) -> bool:
    """Whether entries of what stands in for A and B are multiplied, and others than those that meet.

    Then numbers are typed in their place, or are found in a way that only the given ones allow. Not so where one of the
    given matrices is still there, in a form that could not be exchanged.
    """
    givens = givens_of(changed, exercise)
    if givens is None or not arithmetic.all_multiplied or not changed.undisturbed:
        return False
    given = [sorted(entry for row in matrix for entry in row) for matrix in exercise.literal_givens]
    if any(
        np.sort(sight.array, axis=None).tolist() in given
        for sight in changed.sights
        if sight.array.size == givens[0].size
    ):
        return False
    new = {*givens[0].ravel().tolist(), *givens[1].ravel().tolist()}.difference(*given)
    multiplied = any(not new.isdisjoint((pair.left, pair.right)) for pair in changed.pairs if pair.name == "multiply")
    return multiplied and not Arithmetic(changed, *givens).all_multiplied


def survives(broken: Trace, exercise: Exercise) -> bool:
    """Whether the result is right with NumPy's products made wrong, and all multiplications were the learner's own."""
    givens = givens_of(broken, exercise)
    if givens is None or not results(broken, *givens).has(givens[0] @ givens[1]):
        return False
    return Arithmetic(broken, *givens).all_multiplied


def one_too_large(left: Array, right: Array) -> Array:
    """A @ B when each product of two numbers is one too large."""
    counted: Array = np.add(left @ right, left.shape[1])
    return counted


def made_of_own_products(miscounted: Trace, exercise: Exercise) -> bool:
    """Whether every cell is the sum of the learner's own products of two numbers, each of which is one too large."""
    givens = givens_of(miscounted, exercise)
    if givens is None or not Arithmetic(miscounted, *givens).all_multiplied:
        return False
    return results(miscounted, *givens).has(one_too_large(*givens), unlike=givens[0] @ givens[1])


def holds_own_products(changed: Trace, exercise: Exercise) -> bool:
    """The same of a run in which NumPy counts wrong, too: it has to be in one container, which NumPy never fills so."""
    givens = givens_of(changed, exercise)
    if givens is None or not Arithmetic(changed, *givens).all_multiplied:
        return False
    own = one_too_large(*givens)
    return Arithmetic(changed, *givens).holds_cells(own) and results(changed, *givens).holds(own)


def thrown_away(changed: Trace, exercise: Exercise) -> Sight | None:
    """Where a function ends that has made the result, and gives out another one, in a run in which NumPy's is wrong."""
    givens = givens_of(changed, exercise)
    return results(changed, *givens).never_given_out(one_too_large(*givens)) if givens else None


def made_by_hand(runs: Runs, broken: str, spoilt: str, exercise: Exercise) -> bool:
    """Whether the right result survives wrong products of NumPy's, and is made without multiplying each two numbers.

    It has to be another one when the learner's products and sums of numbers are wrong, as in `spoilt`.
    """
    trace = runs(broken)
    givens = givens_of(trace, exercise)
    if givens is None or not results(trace, *givens).has(givens[0] @ givens[1]):
        return False
    arithmetic = Arithmetic(trace, *givens)
    if arithmetic.all_multiplied or not arithmetic.another_way:
        return False
    return not _stays(runs(spoilt), exercise)


def _stays(spoilt: Trace, exercise: Exercise) -> bool:
    """Whether the result is right although the learner's own products and sums of two numbers are wrong."""
    givens = givens_of(spoilt, exercise)
    if givens is None:
        return False
    work, product = results(spoilt, *givens), givens[0] @ givens[1]
    # Where a container has other numbers, the right ones may be counters, or of a table.
    return work.holds(product) or (not work.wrong and work.has(product))
