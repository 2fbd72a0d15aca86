"""The formula finder: which known mistake's formula does a wrong array equal?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from grader.exercise import Exercise
from grader.packs.formula import Formula
from grader.packs.spec import Misconception
from grader.trace import Array, Sight, equal

Givens = Mapping[str, Array]
Elsewhere = tuple[Sequence[Sight], Sequence[Givens]]
"""What may equal a formula in another run, and the numbers that were given there."""


class Recognised(NamedTuple):
    """A mistake with the formula that the learner's array equals, and the array as it was first seen."""

    misconception: Misconception
    formula: str
    sight: Sight


def recognise(
    exercise: Exercise,
    candidates: Sequence[Sight],
    givens: Iterable[Givens],
    elsewhere: Callable[[], Elsewhere],
) -> Recognised | None:
    """The first formula of the spec that one of `candidates` equals for some of `givens`.

    elsewhere: gives candidates and givens of another scenario. Of whole numbers, which may be the same by chance, a
    formula is believed only where it holds there, too; when there are no candidates it is believed.
    """
    possible = list(givens)
    for misconception, formula in exercise.formulas():
        values = [value for names in possible if (value := _value(formula, names)) is not None]
        for sight in candidates:
            if not any(_is(value, sight.array) for value in values):
                continue
            if _has_fractions(sight.array):
                return Recognised(misconception, formula.text, sight)
            others, names = elsewhere()
            if not others or _somewhere(formula, others, names):
                return Recognised(misconception, formula.text, sight)
    return None


def _has_fractions(array: Array) -> bool:
    return not np.array_equal(array, np.round(array))


def _somewhere(formula: Formula, candidates: Sequence[Sight], givens: Sequence[Givens]) -> bool:
    values = (_value(formula, names) for names in givens)
    return any(value is not None and _is(value, sight.array) for value in values for sight in candidates)


def _value(formula: Formula, givens: Givens) -> Array | None:
    """What a formula gives; None where these givens do not fit it."""
    try:
        return np.asarray(formula(givens))
    except (ValueError, IndexError, TypeError):
        return None


def _is(value: Array, array: Array) -> bool:
    return (
        value.size == array.size and value.shape in (array.shape, (2, 2)) and equal(value.reshape(array.shape), array)
    )
