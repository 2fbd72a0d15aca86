"""Exercises and packs: `spec.toml` and `checks.py`, loaded and validated before anything is graded."""

from __future__ import annotations

import importlib.util
import inspect
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from grader.formula import Formula
from grader.recording.plan import Matrix
from grader.result import AS_WRITTEN
from grader.soundness import mistake_in_function, mistakes_in_checks, mistakes_in_formulas, mistakes_in_numbers
from grader.spec import (
    EXERCISE,
    ExerciseSpec,
    Misconception,
    PackError,
    Scenario,
    Specs,
    line_in,
    plainest,
)

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
        """Whether, for these givens, no misconception's formula has the right answer's value, nor another's."""
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


def load_pack(folder: str | os.PathLike[str], specs: Specs | None = None, *, at_once: bool = True) -> Pack:
    """The pack in `folder`. Raises PackError with every mistake that is found in it.

    specs: what was read there already. at_once: whether all checks are imported, and found sound, now; if not, those of
    an exercise are when they are first needed.
    """
    specs = specs or Specs.read(folder)
    problems: list[str] = []
    exercises = [_load_exercise(os.path.join(folder, name), spec, problems) for name, spec in specs.exercises.items()]
    for exercise in exercises if at_once else ():
        try:
            exercise.checks  # noqa: B018
            problems += mistakes_in_numbers(os.path.join(folder, exercise.id, EXERCISE), exercise)
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    return Pack(
        title=specs.pack.title,
        version=specs.pack.version,
        exercises=tuple(exercises),
        misconceptions={misconception.id: misconception for misconception in specs.pack.misconception},
    )


def _load_exercise(folder: str, spec: ExerciseSpec, problems: list[str]) -> Exercise:
    path = os.path.join(folder, EXERCISE)
    given = _givens(path, spec, problems)
    return Exercise(
        id=os.path.basename(folder),
        title=spec.title,
        points=spec.points,
        given=given,
        literal=tuple(name for name, text in spec.given.items() if text.lstrip().startswith("[")),
        answer=Formula(spec.answer) if spec.answer else None,
        scenarios=spec.scenario,
        misconceptions=spec.misconception,
        load=partial(_sound_checks, path, spec, given),
    )


def _givens(path: str, spec: ExerciseSpec, problems: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in spec.given.items():
        try:
            found[name] = np.asarray(Formula(text)(found))
        except Exception as error:
            problems.append(f"{path}:{line_in(path, name)}: given {name} does not evaluate: {error}")
    return found


def _sound_checks(path: str, spec: ExerciseSpec, given: Mapping[str, Any]) -> Authored:
    """What is beside the spec at `path`. Raises PackError with every mistake in it, and in the spec's formulas."""
    authored = _load_checks(os.path.join(os.path.dirname(path), "checks.py"))
    problems = [*mistakes_in_checks(path, spec, authored.checks), *mistakes_in_formulas(path, spec, given)]
    if problems:
        raise PackError(problems)
    return authored


def _load_checks(path: str) -> Authored:
    try:
        module = _import(path)
    except (Exception, SystemExit) as error:
        raise PackError([f"{path}: cannot be imported: {type(error).__name__}: {error}"]) from error
    problems = []
    from grader.check import Authored, Check, declared

    functions = [value for value in vars(module).values() if declared(value) and value.__module__ == module.__name__]
    checks = []
    for function in functions:
        problem = mistake_in_function(function)
        if problem:
            problems.append(f"{path}:{inspect.getsourcelines(function)[1]}: {problem}")
        else:
            checks.append(Check.of(function))
    if not functions:
        problems.append(f"{path}: there is no check; decorate a function with @check(points=…)")
    if problems:
        raise PackError(problems)
    return Authored(tuple(checks), vars(module).get("own_names"))


def _import(path: str) -> ModuleType:
    name = f"grader_checks_{os.path.basename(os.path.dirname(path)).replace('-', '_')}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no module at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
