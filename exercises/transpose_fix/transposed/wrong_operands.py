"""A or B is another matrix than the exercise's, or only a part of it was multiplied."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import truncates
from grader.exercise import Exercise
from grader.own_names import name_of
from grader.syntax.loops import outermost_loop
from grader.trace import Array, Operation, Sight, Trace, equal


def refuse_truncated(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when A or B was made whole numbers."""
    given = [part for pair in pairs for part in pair]
    for sight in trace.arrays(5, 3) + trace.arrays(5, 4) + trace.arrays(3, 5):
        origins = [way for part in given for way in (part, part.T) if way.shape == sight.array.shape]
        if truncates(sight.array, origins) and _multiplied(trace, sight.array):
            raise Wrong(
                "This matrix was turned into whole numbers.",
                line=sight.site.line,
                says="What its numbers have after the point is lost.",
                hint="Leave its numbers as they are drawn, without rounding them, or astype(int).",
                misconception="integer-truncation",
            )


def refuse_sliced(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong for a product of parts of A and B: of fewer rows than they have."""
    for product in trace.products:
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray) and operand.ndim == 2]
        if len(arrays) != 2:
            continue
        for left, right in pairs:
            parts = _part_of(arrays[0], left) or _part_of(arrays[0], left.T) or _part_of(arrays[0].T, left)
            others = _part_of(arrays[1], right)
            whole = (parts or equal(arrays[0], left), others or equal(arrays[1], right))
            if (parts or others) and all(whole) and np.shape(product.result)[-1:] == (4,):
                cut = arrays[1] if others else arrays[0]
                raise Wrong(
                    f"Only parts of A and B were multiplied: {arrays[0].shape} @ {arrays[1].shape}.",
                    line=trace.seen(cut)[0].site.line,
                    misconception="sliced-to-fit",
                )


def refuse_reordered(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when a matrix was multiplied that has the numbers of A, or of B, in another order."""
    operands = [one for made in trace.products for one in made.operands if np.ndim(one) == 2]
    for (name, whole), operand in itertools.product((*zip("AB", pairs[-1], strict=True),) if pairs else (), operands):
        for matrix in (operand, operand.T):
            same = matrix.shape == whole.shape and equal(np.sort(matrix, axis=None), np.sort(whole, axis=None))
            if same and not equal(matrix, whole):
                line, in_place = _reordered_at(trace, matrix, whole)
                raise Wrong(
                    f"The numbers of {name} are put in another order here.",
                    line=line,
                    says="Each row of A belongs to the row of B that has the same number.",
                    hint="Leave this line out." if in_place else "C = A.T @ B",
                    misconception="given-altered",
                )


def _reordered_at(trace: Trace, matrix: Array, whole: Array) -> tuple[int | None, bool]:
    """Where a matrix got its numbers in another order, and whether that changed the one that it was."""
    made = next((sight for sight in trace.arrays(*whole.shape) if equal(sight.array, matrix)), None)
    if made and not made.is_last_look:
        return made.site.line, made.how == "changed"
    # What is not seen to change was changed by what had it last.
    used = [one.site.line for one in trace.seen(whole) if one.how == "used"]
    return (used[-1], True) if used else (None, False)


def _part_of(array: Array, whole: Array) -> bool:
    """Whether `array` is made of fewer rows (and first columns) of `whole`."""
    columns = array.shape[1]
    if array.size >= whole.size or columns > whole.shape[1] or array.shape[0] > whole.shape[0]:
        return False
    return all(any(np.allclose(row, other[:columns]) for other in whole) for row in array)


def refuse_other_sizes(trace: Trace) -> None:
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


def refuse_exchanged_when_drawn(trace: Trace, exercise: Exercise) -> None:
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


def refuse_drawn_on_its_side(trace: Trace) -> None:
    """Raise Wrong when A or B was drawn with its rows and columns exchanged."""
    for sight in (*trace.arrays(3, 5), *trace.arrays(4, 5)):
        if sight.site.kind in ("call", "bind") and "rand" in sight.site.text:
            _drawn_on_its_side(sight, trace)


def _drawn_on_its_side(sight: Sight, trace: Trace) -> None:
    letter, shape = {(3, 5): ("A", (5, 3)), (4, 5): ("B", (5, 4))}.get(sight.array.shape, ("", ()))
    if letter:
        own = {"A": _name(trace, (5, 3)) or "A", "B": _name(trace, (5, 4)) or "B"}
        raise Wrong(
            f"This matrix is drawn as {sight.array.shape}, and {letter} has the shape {shape}.",
            line=sight.site.line,
            says="The exercise gives both sizes; what has to be found is how they fit. In these sizes A.T @ B does.",
            hint=f"{own[letter]} = np.random.randn{shape}\nC = {own['A']}.T @ {own['B']}",
            misconception="given-altered",
        )


def _name(trace: Trace, shape: tuple[int, int]) -> str | None:
    """What the file calls the last matrix of that shape, also where it lies on its side."""
    drawn = [sight for sight in trace.arrays(*shape) + trace.arrays(*shape[::-1]) if "rand" in sight.site.text]
    return name_of((one for sight in drawn for one in trace.seen(sight.array)), trace.source)


def refuse_altered(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """Raise Wrong when a product fits because A or B was made in another shape."""
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
                _drawn_on_its_side(sight, trace)
                raise Wrong(f"This matrix has the shape {shape}.", line=sight.site.line, misconception="given-altered")


def refuse_turned_in_part(trace: Trace) -> None:
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


def _multiplied(trace: Trace, array: Array) -> bool:
    return any(
        operand is array or (isinstance(operand, np.ndarray) and equal(operand, array.T))
        for product in trace.operations
        for operand in product.operands
    )
