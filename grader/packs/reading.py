"""Packs read from their folder: each exercise's spec and checks, found sound before anything is graded."""

from __future__ import annotations

import importlib
import inspect
import itertools
import os
import sys
from collections.abc import Mapping
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.exercise import Exercise, Pack
from grader.packs.formula import Formula
from grader.packs.soundness import (
    mistake_in_function,
    mistakes_in_checks,
    mistakes_in_formulas,
    mistakes_in_numbers,
    mistakes_together,
    undefined_names,
)
from grader.packs.spec import ExerciseSpec, PackError, Specs, exercise_folder, line_in, spec_path
from grader.result import AS_WRITTEN

if TYPE_CHECKING:
    from grader.check import Authored


_loaded = itertools.count(1)


def load_pack(folder: str | os.PathLike[str]) -> Pack:
    """The pack in `folder`, with all checks found sound. Raises PackError with every mistake that is found in it."""
    problems: list[str] = []
    pack = _unchecked_pack(folder, Specs.read(folder), problems)
    for exercise in pack.exercises:
        try:
            exercise.checks  # noqa: B018
            problems += mistakes_in_numbers(spec_path(folder, exercise.id), exercise)
            known = {*pack.misconceptions, *(one.id for one in exercise.misconceptions)}
            runs = (AS_WRITTEN, *exercise.scenarios)
            problems += undefined_names(exercise_folder(folder, exercise.id), known, runs)
        except PackError as error:
            problems += error.problems
    if not problems:
        problems += mistakes_together(folder, pack)
    if problems:
        raise PackError(problems)
    return pack


def pack_of(folder: str | os.PathLike[str], specs: Specs) -> Pack:
    """The pack in `folder`, whose specs are read: checks are imported, and found sound, when they are first needed."""
    problems: list[str] = []
    pack = _unchecked_pack(folder, specs, problems)
    if problems:
        raise PackError(problems)
    return pack


def _unchecked_pack(folder: str | os.PathLike[str], specs: Specs, problems: list[str]) -> Pack:
    exercises = [_exercise(folder, name, spec, problems) for name, spec in specs.exercises.items()]
    return Pack(
        title=specs.pack.title,
        version=specs.pack.version,
        exercises=tuple(exercises),
        misconceptions={misconception.id: misconception for misconception in specs.pack.misconception},
    )


def _exercise(pack: str | os.PathLike[str], name: str, spec: ExerciseSpec, problems: list[str]) -> Exercise:
    path = spec_path(pack, name)
    given = _givens(path, spec, problems)
    return Exercise(
        id=name,
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
    authored = _load_checks(os.path.dirname(path))
    problems = [*mistakes_in_checks(path, spec, authored.checks), *mistakes_in_formulas(path, spec, given)]
    if problems:
        raise PackError(problems)
    return authored


def _load_checks(folder: str) -> Authored:
    path = os.path.join(folder, "checks.py")
    try:
        module = _imported(folder)
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


def _imported(folder: str) -> ModuleType:
    """The checks in an exercise's folder: as a package, so that they find what stands beside them."""
    # With a number: another pack may have an exercise of that name, and its checks import what they need when they do.
    package = ModuleType(f"grader.exercises.{os.path.basename(folder)}_{next(_loaded)}")
    package.__path__ = [folder]
    sys.modules[package.__name__] = package
    return importlib.import_module(f"{package.__name__}.checks")
