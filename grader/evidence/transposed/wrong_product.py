"""Why there is no A.T @ B: what was multiplied instead, or had the shape without the numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Missing, Runs, Wrong
from grader.evidence.formulas import Elsewhere, Recognised, recognise
from grader.evidence.indices import entries_taken
from grader.evidence.likeness import truncates
from grader.evidence.made import begun_at, set_to_zero
from grader.evidence.stopped import no_result, stopped_after
from grader.evidence.transposed.operands import givens, made_at
from grader.exercise import Exercise
from grader.syntax.lines import code_lines
from grader.syntax.loops import early_end_around, loop_that_leaves_out, outermost_loop
from grader.trace import Array, FailedOperation, Operation, Sight, Trace, equal

_TURNS = r"\.T\b|transpose|swapaxes"
_AXIS_WITH_ITSELF = r"swapaxes\(\s*(-?\d)\s*,\s*\1\s*\)"
_BACKWARDS = r"\[\s*(:\s*,\s*)?::\s*-1\s*\]|\bflip(ud|lr)?\("
_AXES_AS_THEY_ARE = r"transpose\(\s*(\w+\s*,\s*)?\(?\s*0\s*,\s*1\s*\)?"
FROM_THE_BEGINNING = "A = np.random.randn(5, 3), then B = np.random.randn(5, 4), then C = A.T @ B"
MOST_TRIED = 4
"""Of the last arrays, whether loops took other entries for them."""
LONGEST = 6
"""Of the lengths of A, B and their product, one more than the greatest."""
_UNLIKE = "This array has the shape (3, 4), but not the numbers of A.T @ B."
_BETTER_IN_WORDS = ("np.where(", "np.cumsum(", "np.outer(")
"""How formulas begin that tell a learner less than what is said of them."""


def explain_product(trace: Trace, exercise: Exercise, pairs: Sequence[tuple[Array, Array]], runs: Runs) -> NoReturn:
    """Say what is there instead. Always raises."""
    _left_early(trace)
    refuse_known_mistakes(trace, exercise, pairs, runs)
    _truncated(trace, pairs)
    _sliced(trace, pairs)
    shown = {failing.line for failing in trace.exceptions if failing.outcome == "caught"}
    failures = [failure for failure in trace.failures if any(_may_be_of_it(part) for part in failure.operands)]
    _failed([failure for failure in failures if failure.site.line not in shown])
    _altered(trace, pairs)
    # What a learner catches may be there to show what does not work.
    _failed([failure for failure in failures if failure.site.line in shown])
    _stopped(trace, ("IndexError",))
    _other_entries(trace, pairs)
    for sight in trace.arrays(3, 4):
        if not np.any(sight.array) and len(trace.arrays(3, 4)) > 1:
            continue
        if any(product.result is sight.array for product in trace.products):
            continue
        raise Wrong(
            _UNLIKE,
            line=made_at(trace, sight),
            misconception="shape-only-fake",
        )
    results = [product for product in trace.operations if _uses(product.operands, pairs)]
    if results:
        last = results[-1]
        if np.shape(last.result) == (3, 4):
            raise Wrong(
                "This product has the shape (3, 4), but not the numbers of A.T @ B.",
                line=last.site.line,
                misconception="shape-only-fake",
            )
        raise Wrong(
            f"This product gives {np.shape(last.result)}; asked for is A.T @ B, shape (3, 4).", line=last.site.line
        )
    _stopped(trace)
    _of_other_sizes(trace)
    _filled_in_another_shape(trace, pairs)
    begun = pairs or trace.arrays(5, 3)
    raise Missing("No result of shape (3, 4) was seen.", hint="C = A.T @ B" if begun else FROM_THE_BEGINNING)


def _left_early(trace: Trace) -> None:
    """Raise Wrong when the loop that fills the result is left in its first round."""
    filled = {sight.site.line for sight in trace.arrays(3, 4) if not sight.is_last_look}
    if early := early_end_around(trace.source, filled):
        raise Wrong(early.told, line=early.line, hint="Move it behind the loop.", misconception="return-too-early")


def _other_entries(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when the loops took other entries of A and B than those that meet."""
    last = trace.arrays(3, 4)[:-MOST_TRIED:-1]
    for sight, (left, right) in itertools.product(last, pairs):
        if taken := entries_taken(sight.array, left, right, "kikj"):
            raise Wrong(
                f"Your result is what {taken} gives, added up over k.",
                line=made_at(trace, sight),
                misconception="wrong-index",
            )


def refuse_known_mistakes(trace: Trace, exercise: Exercise, pairs: Sequence[tuple[Array, Array]], runs: Runs) -> None:
    """Raise Wrong when a result is what the formula of a known mistake gives."""

    def elsewhere() -> Elsewhere:
        other = runs("other_numbers")
        return _candidates(other), givens(other)

    _exchanged_when_drawn(trace, exercise)
    found = recognise(exercise, _candidates(trace), givens(trace), elsewhere)
    if found and found.misconception.id == "off-by-one-range":
        # Only a loop ends too early; where NumPy multiplies, parts were cut out.
        _sliced(trace, pairs)
    if found:
        if found.misconception.id == "off-by-one-range":
            _turned_in_part(trace)
        if found.misconception.id == "rotated-for-transpose":
            _backwards(trace)
        raise Wrong(
            _UNLIKE if found.formula.startswith(_BETTER_IN_WORDS) else f"Your result equals {found.formula}.",
            line=_points_to(trace, found, pairs),
            hint=found.misconception.hint,
            says=found.misconception.says,
            misconception=found.misconception.id,
        )


def _backwards(trace: Trace) -> None:
    """Raise Wrong when rows or columns are taken from their end: that, and no rotation, is what was written."""
    lines = {sight.site.line for sight in trace.sights if 5 in sight.array.shape}
    for number, row in enumerate(code_lines(trace.source), 1):
        if number in lines and re.search(_BACKWARDS, row):
            raise Wrong(
                "Here rows, or columns, are taken in the opposite order.",
                line=number,
                says="A transpose leaves them in their order.",
                hint="A.T @ B, without turning anything round.",
                misconception="rotated-for-transpose",
            )


def _filled_in_another_shape(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when an array that is filled after A and B has another shape than the product."""
    since = max((trace.seen(part)[0].order for part in pairs[-1]), default=0) if pairs else 0
    for sight in reversed(trace.sights):
        shape = sight.array.shape
        may_be = since and sight.how == "changed" and not sight.is_last_look and sight.order > since and len(shape) == 2
        if may_be and 2 < max(shape) <= LONGEST and shape not in ((5, 3), (5, 4)):
            raise Wrong(
                f"The array that is filled here has the shape {shape}; the product has (3, 4).",
                line=sight.site.line,
                says="It has a row for each column of A, and a column for each of B.",
                hint="np.zeros((3, 4))",
                misconception="shape-only-fake",
            )


def _may_be_of_it(operand: Array) -> bool:
    """Whether a matrix has one of the lengths of A, B or their product, and none that is larger."""
    return max(np.shape(operand), default=0) <= LONGEST


def _of_other_sizes(trace: Trace) -> None:
    """Raise Wrong when a product has the shape (3, 4), and is one of other matrices than the exercise's."""
    for product in trace.products:
        shapes = [np.shape(operand) for operand in product.operands]
        if [len(shape) for shape in shapes] != [2, 2]:
            continue
        if np.shape(product.result) == (3, 4) and shapes[0][0] == 3 and shapes[1][1] == 4:
            rows = shapes[1][0]
            seen = "B is made of A's columns here." if rows == 5 else f"A and B have {rows} rows here, and not 5."
            drawn = trace.arrays(rows, 4)
            line = drawn[0].site.line if drawn else product.site.line
            raise Wrong(seen, line=line, misconception="given-altered")
        if shapes[0][1] == shapes[1][0] == 5:
            _of_other_lengths(trace, shapes[0][0], shapes[1][1], product)


def _of_other_lengths(trace: Trace, first: int, second: int, product: Operation) -> None:
    """Raise Wrong when a matrix of 5 rows was drawn with another number of columns than A, or B, has."""
    for name, columns, right in (("A", first, 3), ("B", second, 4)):
        drawn = [sight for sight in trace.arrays(5, columns) if "rand" in sight.site.text]
        if columns != right and drawn and product.order > drawn[0].order:
            raise Wrong(f"{name} is (5, {columns}) here.", line=drawn[0].site.line, misconception="given-altered")


def _exchanged_when_drawn(trace: Trace, exercise: Exercise) -> None:
    """Raise Wrong when each of the given matrices is drawn with the other one's size."""
    bound = [sight for sight in trace.sights if sight.how == "bind"]
    first, second = (
        next((sight for sight in bound if sight.array.shape == np.shape(value) and other in sight.site.names), None)
        for value, other in zip(exercise.given.values(), reversed(exercise.given), strict=True)
    )
    if first and second and _multiplied(trace, first.array):
        raise Wrong(
            f"A and B are drawn with each other's sizes: A is {second.array.shape}, and B is {first.array.shape}.",
            line=second.site.line,
            misconception="given-altered",
        )


def _candidates(trace: Trace) -> list[Sight]:
    """What may be meant for the result: no sum that is still added to."""
    added = {id(operand) for product in trace.operations if product.name == "add" for operand in product.operands}
    return [sight for sight in trace.arrays(3, 4) + trace.arrays(4, 3) if id(sight.array) not in added]


def _points_to(trace: Trace, found: Recognised, pairs: Sequence[tuple[Array, Array]]) -> int:
    """Where a teacher would point: the reshaping, the call with exchanged arguments, else the product."""
    if found.misconception.id in ("reshape-for-transpose", "rotated-for-transpose"):
        for left, _ in pairs:
            dealt = [left.reshape(3, 5), left.reshape(3, 5, order="F")]
            dealt += [np.rot90(left), np.rot90(left, -1), np.rot90(left, 2).T]
            seen = [sight for sight in trace.arrays(3, 5) if any(equal(sight.array, other) for other in dealt)]
            if seen:
                return seen[0].site.line
    if found.misconception.id == "swapped-operands":
        called = [part.site.line for part in trace.seen(found.sight.array) if part.site.kind == "call"]
        if called:
            return called[-1]
    made = made_at(trace, found.sight)
    if found.misconception.id == "start-not-zero":
        return begun_at(trace, found.sight) or made
    if found.misconception.id == "total-not-reset":
        return set_to_zero(trace, until=found.sight.order) or made
    return loop_that_leaves_out(trace.source, made) if found.misconception.id == "off-by-one-range" else made


def _uses(operands: Sequence[object], pairs: Sequence[tuple[Array, Array]]) -> bool:
    return any(
        isinstance(operand, np.ndarray) and any(equal(operand, part) or equal(operand, part.T) for part in pair)
        for operand in operands
        for pair in pairs
    )


def _truncated(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    for sight in trace.arrays(5, 3) + trace.arrays(5, 4):
        origins = [part for pair in pairs for part in pair if part.shape == sight.array.shape]
        if truncates(sight.array, origins) and _multiplied(trace, sight.array):
            raise Wrong(
                "This matrix was turned into whole numbers.",
                line=sight.site.line,
                hint="Leave its numbers as they are drawn, without astype(int).",
                misconception="integer-truncation",
            )
    for sight in reversed(trace.arrays(3, 4)):
        whole = np.array_equal(sight.array, np.round(sight.array.real)) and np.any(sight.array)
        for left, right in pairs:
            near = bool((np.abs(1.0 * sight.array - left.T @ right) < 5).all())
            if whole and (truncates(sight.array, [left.T @ right]) or near):
                cast = re.search(r"\.astype\([^)]*\)", sight.site.text)
                raise Wrong(
                    "The result has no fractions.",
                    line=made_at(trace, sight),
                    hint=f"Leave {cast[0]} out." if cast else None,
                    misconception="integer-truncation",
                )


def _sliced(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """A product of parts of A and B: fewer rows than they have."""
    for product in trace.products:
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray) and operand.ndim == 2]
        if len(arrays) != 2:
            continue
        for left, right in pairs:
            parts = _part_of(arrays[0], left) or _part_of(arrays[0], left.T)
            others = _part_of(arrays[1], right)
            whole = (parts or equal(arrays[0], left), others or equal(arrays[1], right))
            if (parts or others) and all(whole) and np.shape(product.result)[-1:] == (4,):
                cut = arrays[1] if others else arrays[0]
                raise Wrong(
                    f"Only parts of A and B were multiplied: {arrays[0].shape} @ {arrays[1].shape}.",
                    line=trace.seen(cut)[0].site.line,
                    misconception="sliced-to-fit",
                )


def _part_of(array: Array, whole: Array) -> bool:
    """Whether `array` is made of fewer rows (and first columns) of `whole`."""
    columns = array.shape[1]
    if array.size >= whole.size or columns > whole.shape[1] or array.shape[0] > whole.shape[0]:
        return False
    return all(any(np.allclose(row, other[:columns]) for other in whole) for row in array)


def _failed(failures: Sequence[FailedOperation]) -> None:
    for failure in reversed(failures):
        if not failure.is_misfit:
            continue
        left, right = (operand.shape for operand in failure.operands)
        seen = f"{left} and {right} do not fit: this product raised an error."
        if failure.name == "multiply":
            raise Wrong(seen, line=failure.site.line, misconception="elementwise-product")
        if re.search(_AXIS_WITH_ITSELF, failure.site.text):
            raise Wrong(
                f"{seen} An axis that is exchanged with itself stays where it is.",
                line=failure.site.line,
                hint="A.swapaxes(0, 1), or A.T.",
                misconception="transpose-missing",
            )
        if {left, right} == {(5, 3), (5, 4)} and re.search(_AXES_AS_THEY_ARE, failure.site.text):
            raise Wrong(
                f"{seen} The axes 0 and 1, in this order, are as they were.",
                line=failure.site.line,
                says="A transpose exchanges them.",
                hint="A.T, or A.transpose(1, 0).",
                misconception="transpose-missing",
            )
        if {left, right} == {(5, 3), (5, 4)} and re.search(_TURNS, failure.site.text):
            raise Wrong(
                f"{seen} What is turned here was turned before, and lies as at first.",
                line=failure.site.line,
                says="Turned twice, a matrix is what it was.",
                hint="Turn A once: C = A.T @ B, with A as it was drawn.",
                misconception="transpose-missing",
            )
        if {left, right} == {(5, 3), (5, 4)}:
            raise Wrong(seen, line=failure.site.line, misconception="transpose-missing")
        if (left, right) == ((5, 4), (3, 5)):
            raise Wrong(
                seen,
                line=failure.site.line,
                says="A is turned, and stands on the wrong side of B.",
                hint="A comes first: A.T @ B.",
                misconception="swapped-operands",
            )
        if (left, right) == ((5, 3), (4, 5)):
            raise Wrong(seen, line=failure.site.line, misconception="transpose-wrong-operand")
        if {left, right} == {(3, 5), (4, 5)}:
            raise Wrong(f"{seen} Both lie on their side.", line=failure.site.line, hint="Only A is turned: A.T @ B.")


def _turned_in_part(trace: Trace) -> None:
    """Raise Wrong when loops that turn A over leave a part of it out, and NumPy multiplies what they made."""
    filled = [sight for sight in trace.arrays(3, 5) if sight.how == "changed" and not sight.is_last_look]
    if filled and _multiplied(trace, trace.arrays(3, 5)[-1].array):
        raise Wrong(
            "The loops that turn A over leave a part of it out.",
            says="What is not turned stays 0, and is missing in every sum.",
            line=outermost_loop(trace.source, filled[-1].site.line) or filled[-1].site.line,
            hint="A has 5 rows and 3 columns: range(5) and range(3); A.T needs no loop.",
            misconception="off-by-one-range",
        )


def _stopped(trace: Trace, types: Sequence[str] = ()) -> None:
    """Raise Wrong when an error came before there was a result, and before the matrices of another exercise.

    types: of errors that count; without any, all do.
    """
    drawn = [sight.order for sight in trace.arrays(5, 3) + trace.arrays(5, 4)]
    stop = stopped_after(trace, max(drawn)) if drawn else None
    if stop and types and stop.type not in types:
        return
    if stop and not any(max(drawn) < sight.order < stop.order for sight in trace.arrays(2, 2)):
        raise no_result(stop)


def _altered(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """A product that fits because A or B was made in another shape."""
    alike = [sight for sight in trace.arrays(5, 3) if "rand" in sight.site.text]
    if not trace.arrays(5, 4) and len(alike) > 1:
        raise Wrong(
            "This matrix has the shape (5, 3), as A has.", line=alike[1].site.line, misconception="given-altered"
        )
    turned = [part.T for pair in pairs for part in pair] + [sight.array.T for sight in trace.arrays(5, 3)]
    for shape in ((3, 5), (4, 5), (3, 4), (5, 3)):
        for sight in trace.arrays(*shape):
            drawn = sight.site.kind in ("call", "bind") and "rand" in sight.site.text
            known = any(equal(sight.array, other) for other in turned)
            if drawn and not known and _multiplied(trace, sight.array) and shape != (5, 3):
                raise Wrong(f"This matrix has the shape {shape}.", line=sight.site.line, misconception="given-altered")


def _multiplied(trace: Trace, array: Array) -> bool:
    return any(
        operand is array or (isinstance(operand, np.ndarray) and equal(operand, array.T))
        for product in trace.operations
        for operand in product.operands
    )
