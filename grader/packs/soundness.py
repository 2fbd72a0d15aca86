"""What is wrong with an exercise as its author wrote it, each with its file and line, before anything is graded."""

from __future__ import annotations

import ast
import inspect
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.exercise import Exercise, Pack
from grader.packs.formula import Formula
from grader.packs.spec import ExerciseSpec, Scenario, line_in, spec_path
from grader.recording.plan import ENTRIES, WAYS, Matrix
from grader.result import AS_WRITTEN
from grader.scenario import MOST_NUMBERS, OF_THE_GIVENS, draws

if TYPE_CHECKING:
    from pathlib import Path

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


def undefined_names(folder: str, misconceptions: Collection[str], scenarios: Collection[str]) -> Iterator[str]:
    """What the modules in an exercise's folder name, of mistakes and of runs, and is not among those defined."""
    from pathlib import Path

    for path in sorted(Path(folder).rglob("*.py")):
        yield from _undefined_in(path, misconceptions, scenarios)


def _undefined_in(path: Path, misconceptions: Collection[str], scenarios: Collection[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.keyword(arg="misconception", value=ast.Constant(value=str(name))) if name not in misconceptions:
                yield f"{path}:{node.lineno}: misconception {name} is not defined by spec.toml, nor by pack.toml"
            case ast.Call(func=ast.Name(id="runs"), args=[ast.Constant(value=str(name))]) if name not in scenarios:
                yield f"{path}:{node.lineno}: runs asks for scenario {name}; defined are {', '.join(scenarios)}"


def mistakes_in_numbers(path: str, exercise: Exercise) -> Iterator[str]:
    """Givens that no scenario can exchange, sizes that it cannot make smaller, formulas that nothing tells apart."""
    for name, scenario in exercise.scenarios.items():
        for resize in scenario.resize:
            if not 0 <= resize.axis < len(resize.shape) or resize.shape[resize.axis] < 2 or (resize.size or 1) < 1:
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


def mistakes_together(folder: str | os.PathLike[str], pack: Pack) -> Iterator[str]:
    """What each exercise may ask for by itself, and a run of the whole file cannot do."""
    matrices = [matrix for exercise in pack.exercises for matrix in exercise.literal_givens]
    for name, scenario in pack.all_scenarios().items():
        asking = [exercise.id for exercise in pack.exercises if name in exercise.scenarios]
        path = spec_path(folder, asking[-1])
        for problem in (
            *_twice_resized(scenario),
            *_not_exchanged(scenario, matrices),
            *_not_broken(scenario, matrices),
        ):
            yield f"{path}:{line_in(path, 'scenario', name)}: scenario {name} {problem}"


def _twice_resized(scenario: Scenario) -> Iterator[str]:
    shapes = Counter(resize.shape for resize in scenario.resize)
    yield from (f"makes {shape} smaller twice; a run does so along one axis" for shape in shapes if shapes[shape] > 1)


def _not_exchanged(scenario: Scenario, matrices: Sequence[Matrix]) -> Iterator[str]:
    """Why given matrices cannot be exchanged: there are none, or a flat list of numbers could be either of two."""
    if scenario.given and not matrices:
        yield "exchanges given numbers, and no exercise has any that are written out, as [[1, 2], [3, 4]]"
    flat = Counter(tuple(number for row in matrix for number in row) for matrix in matrices)
    if scenario.given and any(count > 1 for count in flat.values()):
        yield "exchanges given numbers, and two matrices of the pack have the same ones"


def _not_broken(scenario: Scenario, matrices: Sequence[Matrix]) -> Iterator[str]:
    """Why products cannot be made wrong in the ways that are asked for."""
    of_two = [family for family in scenario.broken if family in OF_THE_GIVENS]
    ways = [family for family in of_two if family in (*WAYS, *ENTRIES)]
    if of_two and len(matrices) != 2:
        yield f"breaks {of_two[0]}, which needs two matrices written out in the whole pack; there are {len(matrices)}"
    elif ways:
        yield from _without_product(ways[0], *matrices)
    if len(ways) > 1:
        yield f"breaks {' and '.join(ways)}, and a product can only be wrong in one of these ways"
    if "terms" in scenario.broken and not (of_two and ("matmul" in scenario.broken or ways)):
        yield "breaks terms, which needs matmul, and scalars or sums, beside it"


def _without_product(family: str, left: Matrix, right: Matrix) -> Iterator[str]:
    if len(left[0]) != len(right):
        yield f"breaks {family}, and the first matrix that is written out cannot be multiplied by the second one"
    elif family in ENTRIES and ENTRIES.index(family) >= len(left) * len(right[0]):
        yield f"breaks {family}, and the product of the given matrices has no such entry"


def mistake_in_function(function: Callable[..., Any]) -> str | None:
    """What is wrong with a check by itself."""
    if not (function.__doc__ or "").strip():
        return f"check {function.__name__} has no docstring; its first line is what a learner reads"
    kinds = (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction)
    if any(is_one(function) for is_one in kinds):
        return f"check {function.__name__} is asynchronous, or yields: nothing would run it; make it a plain function"
    return None
