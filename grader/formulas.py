"""The formula finder: which known mistake's formula does a wrong array equal?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.exercise import Exercise
from grader.spec import Misconception
from grader.trace import Array, Sight, equal

Givens = Mapping[str, Array]


class Recognised(NamedTuple):
    """A mistake with the formula that the learner's array equals, and the array as it was first seen."""

    misconception: Misconception
    formula: str
    sight: Sight


def recognise(
    exercise: Exercise,
    candidates: Sequence[Sight],
    givens: Iterable[Givens],
    elsewhere: Sequence[tuple[Sequence[Sight], Sequence[Givens]]] = (),
) -> Recognised | None:
    """The first formula of the spec that one of `candidates` equals for some of `givens`.

    elsewhere: candidates and givens of other scenarios; the formula is believed only where it holds in each of them.
    """
    possible = list(givens)
    for misconception, formula in exercise.formulas():
        for sight in candidates:
            if not any(_holds(formula, names, sight.array) for names in possible):
                continue
            if all(_somewhere(formula, others, names) for others, names in elsewhere if others):
                return Recognised(misconception, formula.text, sight)
    return None


def _somewhere(formula: Any, candidates: Sequence[Sight], givens: Sequence[Givens]) -> bool:
    return any(_holds(formula, names, sight.array) for names in givens for sight in candidates)


def _holds(formula: Any, givens: Givens, array: Array) -> bool:
    try:
        value = np.asarray(formula(givens))
    except (ValueError, IndexError, TypeError):
        return False
    return (
        value.size == array.size and value.shape in (array.shape, (2, 2)) and equal(value.reshape(array.shape), array)
    )
