"""Exercises and packs, as checks and runs use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from grader.packs.formula import Formula
from grader.packs.spec import Misconception, Scenario, plainest
from grader.recording.plan import Matrix
from grader.result import AS_WRITTEN

if TYPE_CHECKING:
    from grader.check import Authored, Check, OwnNames


class Exercise(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One exercise: what is given, its checks in order, its scenarios and known misconceptions."""

    id: str
    title: str
    points: int
    given: dict[str, Any]
    literal: tuple[str, ...]
    answer: Formula | None
    scenarios: dict[str, Scenario]
    misconceptions: tuple[Misconception, ...]
    load: Callable[[], Authored]

    @cached_property
    def _authored(self) -> Authored:
        return self.load()

    @property
    def checks(self) -> tuple[Check, ...]:
        """Its checks, imported when they are first needed. Raises PackError when that cannot be done."""
        return self._authored.checks

    @property
    def own_names(self) -> OwnNames | None:
        """What tells how the learner calls the things that hints speak of, where there is anything to tell."""
        return self._authored.own_names

    @property
    def literal_givens(self) -> tuple[Matrix, ...]:
        """The givens that a learner writes out as numbers, row by row."""
        return tuple(tuple(map(tuple, np.asarray(self.given[name]).tolist())) for name in self.literal)

    def with_givens(self, matrices: Sequence[Any]) -> Exercise:
        """The same exercise with other matrices in the place of those that a learner writes out."""
        others = dict(zip(self.literal, matrices, strict=True))
        return msgspec.structs.replace(self, given={**self.given, **others})

    def known(self, name: str | None) -> Misconception | None:
        """The misconception of that id that explains itself best without a formula, None when there is none."""
        return next((one for one in plainest(self.misconceptions) if one.id == name), None)

    def formulas(self) -> Iterator[tuple[Misconception, Formula]]:
        """The misconceptions that are told by their value."""
        for misconception in self.misconceptions:
            if misconception.value is not None:
                yield misconception, Formula(misconception.value)

    def tells_apart(self, others: Sequence[Matrix]) -> bool:
        """Whether, for these givens, no misconception's formula has the right answer's value, nor another's.

        Nor may two entries of the one matrix have the same product with two of the other: a product says what it is of.
        """
        if self.answer is None:
            return True
        products = [left * right for left in _entries(others[:1]) for right in _entries(others[1:])]
        return not self.alike(others) and len(set(products)) == len(products)

    def alike(self, others: Sequence[Matrix]) -> list[str]:
        """The formulas of mistakes that have the answer's value, or an earlier one's, for these givens."""
        givens = {**self.given, **{name: np.array(rows) for name, rows in zip(self.literal, others, strict=True)}}
        formulas = [*filter(None, (self.answer,)), *(formula for _, formula in self.formulas())]
        values = [np.asarray(formula(givens)).tolist() for formula in formulas]
        return [formula.text for at, formula in enumerate(formulas) if values[at] in values[:at]]


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """The exercises that one submission answers."""

    title: str
    version: str
    exercises: tuple[Exercise, ...]
    misconceptions: dict[str, Misconception]

    @property
    def points(self) -> int:
        """The whole's points."""
        return sum(exercise.points for exercise in self.exercises)

    def only(self, exercise: Exercise) -> Pack:
        """The same with only one of its exercises."""
        return msgspec.structs.replace(self, exercises=(exercise,))

    def scenarios(self) -> Iterator[str]:
        """The scenarios that some check always asks for; an exercise's checks are imported when it is its turn."""
        told = {AS_WRITTEN}
        for exercise in self.exercises:
            for check in exercise.checks:
                yield from (name for name in check.scenarios if name not in told)
                told.update(check.scenarios)

    def all_scenarios(self) -> dict[str, Scenario]:
        """Every scenario of every exercise, by name."""
        found: dict[str, Scenario] = {}
        for exercise in self.exercises:
            for name, scenario in exercise.scenarios.items():
                found[name] = _united(found[name], scenario) if name in found else scenario
        return found


def _entries(matrices: Sequence[Matrix]) -> list[int | float]:
    return [number for matrix in matrices for row in matrix for number in row]


def _united(one: Scenario, other: Scenario) -> Scenario:
    """Exercises may each add their part to a scenario of the same name."""
    return Scenario(
        seed=one.seed or other.seed,
        given=one.given or other.given,
        broken=tuple(dict.fromkeys((*one.broken, *other.broken))),
        resize=tuple(dict.fromkeys((*one.resize, *other.resize))),
    )
