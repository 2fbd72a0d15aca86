"""Why a network's data are not those of the exercise: the seed, the generator, the function that drew them, a size."""

from __future__ import annotations

import re
from typing import NoReturn

import numpy as np

from grader.check import Missing, Wrong
from grader.evidence.likeness import constant
from grader.own_names import name_of
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.syntax.scopes import function_around, function_of
from grader.trace import Array, Raised, Seeding, Sight, Trace, equal

from .data import own_data

_OLD = ("seed", "RandomState")
_DRAWN = r"\b(rand|randint|random|uniform|random_sample|ranf|integers)\("
_LEGACY = r"\brandom\.(rand\w*|normal|standard_normal|uniform|random_sample)\(|(?<![\w.])randn?\("
_RIGHTLY_DRAWN = r"randn\(|normal\("
_DRAWS_TWO = r"((?:\w+\.)*(?:\w+\(\s*\d*\s*\)\.)?randn)\(\s*\d+\s*,\s*\d+\s*\)$"
"""What draws a matrix of two lengths, from NumPy's generator or one of the file's own."""
_NOT_CALLED = r"\brandom\.seed\s*(=|$|#|;)"
_TURN_THE_REST = " Turn the weights and the products together with it, as is said at each layer."
_SETS_A_SEED = r"seed|RandomState|default_rng|\brandom\.\w+\(\s*\d+\s*\)"


def explain_data(trace: Trace, data: Array, seed: int, submission: Submission) -> NoReturn:
    """Say what the data are instead of `data`, drawn by randn after `seed`. Always raises."""
    shape = data.shape
    candidates = trace.arrays(*shape)
    made = {id(one.result) for one in trace.operations}
    # What is multiplied with weights within the statement that draws them is a layer.
    drawn = [one for one in candidates if re.search(_RIGHTLY_DRAWN, one.site.text) and id(one.array) not in made]
    mine = next(iter(drawn or candidates), None)
    # What another exercise seeds, later, is not about these data, unless it is the seed that was asked for.
    about = [one for one in trace.seeds if mine is None or one.order < mine.order or one.seed == seed]
    seeds = [one for one in about if one.function != "random.seed"]
    if not mine and not seeds:
        raise Missing(f"No data of shape {shape} was made.", hint=f"np.random.seed({seed})\n{_drawing(shape)}")
    if mine and constant(mine.array):
        told = f"X is {mine.array.flat[0]:g} everywhere here."
        hint = f"np.random.seed({seed})\n{_drawing(shape)}"
        raise Wrong(told, line=mine.site.line, says="The exercise draws it.", hint=hint)
    if wrong := _seeded_otherwise(seeds, mine, seed) if seeds else _without_a_seed(trace, mine, submission):
        raise _with_what_drew_it(wrong, mine, seed, shape)
    if mine is None:
        _drawn_on_its_side(trace, shape)
    own = own_data(trace, shape) or (None if mine else _first_drawn(trace, shape[0]))
    if own is not None and own.array.shape[0] == shape[0]:
        raise Wrong(
            f"The data here are {own.array.shape}: {own.array.shape[1]} features instead of {shape[1]}.",
            line=own.site.line,
            hint=_drawing(shape, own),
        )
    if mine is None:
        _other_samples(trace, shape, own)
        line = next((sight.site.line for sight in trace.sights if sight.array.size == data.size), None)
        seen = f"No array of shape {shape} was made."
        raise Wrong(seen, line=line) if line else Missing(seen, hint=_drawing(shape))
    _drawn_turned(trace, mine, shape)
    _put_in_another_order(trace, data, mine, submission)
    _drawn_otherwise(seeds, mine, shape)
    _something_drawn_before(trace, seeds, mine, shape, submission)
    raise Wrong(
        f"These are not the numbers that randn{shape} draws first after the seed {seed}.",
        line=mine.site.line,
        says="X is drawn right after the seed is set, before anything else.",
        hint=f"np.random.seed({seed})\n{_drawing(shape)}",
    )


def _done_from(submission: Submission, line: int, until: int) -> int:
    """Where what stands at a line is called from, outside of functions, above `until`; itself if nowhere."""
    rows = code_lines(submission.text)
    begin = function_around(submission.text, line)
    name = re.match(r"\s*(?:async\s+)?def\s+(\w+)", rows[begin - 1]) if begin else None
    if name is None:
        return line
    called = name[1]
    if called == "__init__":
        classes = (re.match(r"\s*class\s+(\w+)", row) for row in reversed(rows[:begin]))
        called = next((found[1] for found in classes if found), called)
    outside = (number for number in range(begin + 1, until) if not function_of(submission.text, number))
    return next((number for number in outside if re.search(rf"\b{called}\(", rows[number - 1])), line)


def _something_drawn_before(
    trace: Trace, seeds: list[Seeding], mine: Sight, shape: tuple[int, ...], submission: Submission
) -> None:
    """Raise Wrong when a line between the seed and the data, both of which are right, draws other numbers."""
    since = max((one.order for one in seeds if one.order < mine.order), default=mine.order)
    drawn = (one for one in trace.sights if since < one.order < mine.order and re.search(_LEGACY, one.site.text))
    before = next((one for one in drawn if one.site.line < mine.site.line), None)
    line = _done_from(submission, before.site.line, mine.site.line) if before else 0
    if before is not None:
        raise Wrong(
            f"This draws numbers before X: X is not what randn{shape} draws first after the seed.",
            line=line,
            says="Each draw goes on where the one before it ended.",
            hint="Move this line below X = np.random.randn(100, 8)",
        )


def _drawing(shape: tuple[int, ...], sight: Sight | None = None) -> str:
    """What draws the data; where `sight` draws them in another shape, as that does."""
    drawn = re.search(_DRAWS_TWO, sight.site.text) if sight else None
    return f"X = {drawn[1]}{shape}" if drawn else f"X = np.random.randn{shape}"


def _with_what_drew_it(wrong: Wrong, mine: Sight | None, seed: int, shape: tuple[int, ...]) -> Wrong:
    """The same, and what else is to be changed where not even the function that drew the data is the right one."""
    if wrong.misconception in ("seed-missing", "seed-other") and mine and (other := _other_function(mine)):
        wrong.seen += f" X is drawn with {other}, and not with randn."
        wrong.hint = f"np.random.seed({seed})\n{_drawing(shape)}"
    return wrong


def _other_function(mine: Sight) -> str | None:
    """The function that drew the data, where it is one that draws no negative numbers, as randn does."""
    drawn = re.search(_DRAWN, mine.site.text)
    return drawn[1] if drawn and not np.any(mine.array < 0) else None


def _without_a_seed(trace: Trace, mine: Sight | None, submission: Submission) -> Wrong:
    """What to say of data that were drawn without a seed."""
    line = mine.site.line if mine else None
    pythons = [one.site.line for one in trace.seeds if one.function == "random.seed"]
    if pythons:
        return Wrong(
            "random.seed is for Python's own generator; NumPy's numbers do not depend on it.",
            line=pythons[0],
            misconception="seed-missing",
        )
    rows = enumerate(code_lines(submission.text), 1)
    named = next((number for number, row in rows if re.search(_NOT_CALLED, row)), None)
    if named:
        return Wrong(
            "np.random.seed is not called here.",
            line=named,
            hint="Write np.random.seed(42) in the place of this line.",
            misconception="seed-missing",
        )
    if stop := _stopped_at_the_seed(trace, mine, submission):
        return Wrong(
            f"X was drawn without a seed: line {stop.line}, which should set it, stopped with {stop.type}.",
            line=stop.line,
            says="Then every run draws other numbers.",
            hint="np.random.seed(42)",
            misconception="seed-missing",
        )
    assigned = [one.site.line for one in trace.scalars if any("seed" in name for name in one.site.names)]
    return Wrong("X was drawn without a seed.", line=assigned[0] if assigned else line, misconception="seed-missing")


def _stopped_at_the_seed(trace: Trace, mine: Sight | None, submission: Submission) -> Raised | None:
    """The error that stopped the file at a line, before X was drawn, that was to set the seed."""
    before = (stop for stop in trace.skipped if mine is None or stop.order < mine.order)
    return next((stop for stop in before if re.search(_SETS_A_SEED, submission.row(stop.line))), None)


def _seeded_otherwise(seeds: list[Seeding], mine: Sight | None, seed: int) -> Wrong | None:
    """What to say of another seed, or a newer generator, or NumPy's old one without any; None where it was right."""
    old = [one for one in seeds if one.function in _OLD]
    other = next((one for one in old if one.seed != seed), None)
    if other and not any(one.seed == seed for one in seeds):
        told = f"The seed here is {other.seed}." if other.seed is not None else "The seed here is not the number 42."
        return Wrong(told, line=other.site.line, misconception="seed-other")
    apart = [one for one in seeds if one.function == "RandomState"]
    if apart and len(apart) == len(seeds) and mine and re.search(_LEGACY, mine.site.text):
        return Wrong(
            "X was drawn without a seed: RandomState makes a generator of its own, and X does not come from it.",
            line=apart[0].site.line,
            misconception="seed-missing",
        )
    modern = next((one for one in seeds if one.function not in _OLD), None)
    if modern and not old and mine and re.search(_LEGACY, mine.site.text):
        return Wrong(
            f"X was drawn without a seed: {modern.function} makes a generator, and X does not come from it.",
            line=mine.site.line,
            misconception="seed-missing",
        )
    if modern:
        line = mine.site.line if mine else modern.site.line
        return Wrong(f"{modern.function} was used.", line=line, misconception="generator-instead-of-seed")
    return None


def _first_drawn(trace: Trace, samples: int) -> Sight | None:
    """The first array of that many rows that was drawn."""
    drawn = (sight for sight in trace.sights if sight.array.ndim == 2 and "rand" in sight.site.text)
    return next((sight for sight in drawn if len(sight.array) == samples), None)


def _other_samples(trace: Trace, shape: tuple[int, ...], own: Sight | None) -> None:
    """Raise Wrong when the data have their features, but another number of samples. own: what is multiplied first."""
    samples, features = shape
    for sight in trace.sights:
        other = sight.array.shape
        many = len(other) == 2 and (other[0] > 2 * features or (own is not None and sight.array is own.array))
        if sight.how == "bind" and other != shape and other[1:] == (features,) and many:
            raise Wrong(
                f"The data here are {other}: {other[0]} sample{'s'[: other[0] != 1]} instead of {samples}.",
                line=sight.site.line,
                hint=_drawing(shape, sight),
                says="Each sample is a row.",
                misconception="partial-batch",
            )


def _drawn_on_its_side(trace: Trace, shape: tuple[int, ...]) -> None:
    """Raise Wrong when nothing has the data's shape, and something was drawn with their lengths exchanged."""
    for sight in trace.arrays(*shape[::-1]):
        if "rand" in sight.site.text:
            raise Wrong(
                f"The data here are {shape[::-1]}: rows and columns are exchanged.",
                line=sight.site.line,
                says=f"Each sample is a row: {shape[0]} rows, and a column for each of the {shape[1]} features."
                f"{_told_of_the_weights(trace, sight, shape[1])}",
                hint=_drawing(shape, sight),
            )


def _told_of_the_weights(trace: Trace, lying: Sight, features: int) -> str:
    """A sentence on what the data that lie on their side are multiplied with: it has to fit them when they stand."""
    for product in trace.products:
        if len(product.operands) == 2 and product.operands[0] is lying.array and np.ndim(product.operands[1]) == 2:
            weights, needed = product.operands[1].shape, (features, product.operands[1].shape[1])
            return f" The weights {weights}, which they are multiplied with, have to be {needed} then."
        if any(operand is lying.array for operand in product.operands):
            return _TURN_THE_REST
    return ""


def _drawn_turned(trace: Trace, mine: Sight, shape: tuple[int, ...]) -> None:
    """Raise Wrong when the data were drawn with their lengths exchanged, and turned over."""
    for sight in trace.arrays(*shape[::-1]):
        if "rand" in sight.site.text and equal(sight.array.T, mine.array):
            raise Wrong(
                f"X was drawn as {shape[::-1]} and transposed: these are other numbers.",
                line=sight.site.line,
                hint=_drawing(shape),
                says="Each sample is a row there already: nothing has to be turned, and what turns X goes.",
            )


def _put_in_another_order(trace: Trace, data: Array, mine: Sight, submission: Submission) -> None:
    """Raise Wrong when the right numbers were drawn, and do not stand row by row in what has the data's shape."""
    if not equal(np.sort(mine.array, axis=None), np.sort(data, axis=None)):
        return
    drawn = (one for one in trace.different() if one.array.size == data.size and equal(one.array.ravel(), data.ravel()))
    names = (name_of(trace.seen(one.array), submission.text) for one in drawn)
    name = next(filter(None, names), None)
    raise Wrong(
        "X has the right numbers here, in another order.",
        line=mine.site.line,
        says=f"randn{data.shape} puts what it draws into X row by row, and so does reshape{data.shape}.",
        hint=f"X = {name}.reshape{data.shape}" if name else _drawing(data.shape),
    )


def _drawn_otherwise(seeds: list[Seeding], mine: Sight, shape: tuple[int, ...]) -> None:
    """Raise Wrong when the seed came too late, or twice, or another function drew the numbers."""
    before = [one for one in seeds if one.order < mine.order]
    if not before:
        raise Wrong(
            "X is drawn here, before the seed is set.",
            line=mine.site.line,
            hint="Set the seed first: it decides what is drawn after it.",
        )
    if before[-1].seed != before[0].seed:
        told = f"The seed is set once more, to {before[-1].seed}: it decides what X is."
        raise Wrong(told, line=before[-1].site.line, misconception="seed-other")
    if other := _other_function(mine):
        raise Wrong(
            f"X was drawn with {other}; it draws other numbers than randn does.",
            line=mine.site.line,
            hint=_drawing(shape),
        )
