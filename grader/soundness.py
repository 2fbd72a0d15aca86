"""What is wrong with an exercise as its author wrote it, each with its file and line, before anything is graded."""

from __future__ import annotations

import ast
import inspect
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.exercise import Exercise
from grader.formula import Formula
from grader.result import AS_WRITTEN
from grader.scenario import MOST_NUMBERS, draws
from grader.spec import ExerciseSpec, line_in

if TYPE_CHECKING:
    from grader.check import Check


def mistakes_in_formulas(path: str, spec: ExerciseSpec, given: Mapping[str, Any]) -> Iterator[str]:
    """The answer, and the known mistakes' values, that cannot be calculated."""
    formulas: list[tuple[str, str | None, tuple[str, ...]]] = [("the answer", spec.answer, ("answer",))]
    formulas += [
        (f"misconception {misconception.id}", misconception.value, ("misconception", str(index), "value"))
        for index, misconception in enumerate(spec.misconception)
    ]
    for what, text, place in formulas:
        try:
            text is None or Formula(text)(given)
        except Exception as error:
            yield f"{path}:{line_in(path, *place)}: {what} does not evaluate: {error}"


def mistakes_in_checks(path: str, spec: ExerciseSpec, checks: Sequence[Check]) -> Iterator[str]:
    """Points that do not add up, and scenarios that are asked for and not defined."""
    total = sum(check.points for check in checks)
    if total != spec.points:
        yield f"{path}:{line_in(path, 'points')}: points = {spec.points}, but the checks have {total:g} in all"
    source = os.path.join(os.path.dirname(path), "checks.py")
    for check in checks:
        for name in check.scenarios:
            if name != AS_WRITTEN and name not in spec.scenario:
                yield (
                    f"{source}:{check.line}: check {check.id} asks for scenario {name}, "
                    f"which [scenario.{name}] of spec.toml does not define"
                )


def undefined_names(path: str, misconceptions: Collection[str], scenarios: Collection[str]) -> Iterator[str]:
    """What the checks at `path` name, of mistakes and of runs, and is not among those that are defined."""
    with open(path, "rb") as file:
        source = file.read()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.keyword(arg="misconception", value=ast.Constant(value=str(name))) if name not in misconceptions:
                yield f"{path}:{node.lineno}: misconception {name} is not defined by spec.toml, nor by pack.toml"
            case ast.Call(func=ast.Name(id="runs"), args=[ast.Constant(value=str(name))]) if name not in scenarios:
                yield f"{path}:{node.lineno}: runs asks for scenario {name}; defined are {', '.join(scenarios)}"


def mistakes_in_numbers(path: str, exercise: Exercise) -> Iterator[str]:
    """Givens that no scenario can exchange, sizes that it cannot make smaller, formulas that nothing tells apart."""
    for name, scenario in exercise.scenarios.items():
        for resize in scenario.resize:
            if not 0 <= resize.axis < len(resize.shape) or resize.shape[resize.axis] < 2:
                place = line_in(path, "scenario", name)
                yield f"{path}:{place}: scenario {name} cannot make axis {resize.axis} of {resize.shape} smaller"
    ragged = [name for name in exercise.literal if np.ndim(exercise.given[name]) != 2]
    for name in ragged:
        yield f"{path}:{line_in(path, name)}: given {name} is no matrix: write it row by row, as [[1, 2], [3, 4]]"
    many = sum(np.size(exercise.given[name]) for name in exercise.literal)
    if many > MOST_NUMBERS:
        yield f"{path}:{line_in(path, 'given')}: {many} numbers are written out; only {MOST_NUMBERS} can be exchanged"
    elif not ragged:
        yield from _alike(path, exercise)


def _alike(path: str, exercise: Exercise) -> Iterator[str]:
    if exercise.literal and not any(map(exercise.tells_apart, draws(0, exercise.literal_givens))):
        same = exercise.alike(next(draws(0, exercise.literal_givens)))
        told = f"nothing tells {' and '.join(same)} from the answer, or from another mistake, whatever the numbers are"
        yield f"{path}:{line_in(path, 'misconception')}: {told if same else 'no numbers tell its entries apart'}"


def mistake_in_function(function: Callable[..., Any]) -> str | None:
    """What is wrong with a check by itself."""
    if not (function.__doc__ or "").strip():
        return f"check {function.__name__} has no docstring; its first line is what a learner reads"
    kinds = (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction)
    if any(is_one(function) for is_one in kinds):
        return f"check {function.__name__} is asynchronous, or yields: nothing would run it; make it a plain function"
    return None
