"""Why a layer is not one of all samples: some went through it, or one by one, or into whole numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import constant, truncates
from grader.evidence.made import was_filled
from grader.submission import Submission
from grader.syntax.calls import shuffled_at
from grader.syntax.loops import loop_around, loop_counting, loop_that_leaves_out, loops_around
from grader.syntax.names import names_in
from grader.trace import Array, Operation, Sight, Trace, equal

from .data import LEAVE_OUT, changed_under_its_name
from .layers import STEPS, WEIGHTS
from .wanted import Wanted

if TYPE_CHECKING:
    from numpy.typing import NDArray

REDUCES = r"\b((?:a|arg)?(?:max|min)|sum|mean)\("
"""What makes one number of many."""
MOST_WEIGHTS, MOST_FILLED = 20, 60
"""Weights, and arrays that may be filled with a part of their product, that are looked at."""
MOST_KEPT = 30
"""Products of one place after which there may have been more than were kept."""


def line_of_one_by_one(wanted: Wanted, least: int) -> int | None:
    """The line that multiplies samples one by one, at least so many, where nothing puts the results into one array."""
    inner = wanted.network.start.shape[1] if wanted.number == 0 else wanted.network.widths[wanted.number - 1]
    rows = [
        product
        for product in wanted.trace.products
        if np.shape(product.result) in ((wanted.width,), (1, wanted.width))
        and product.operands
        and np.shape(product.operands[0]) in ((inner,), (1, inner))
    ]
    whole = [sight.array for sight in wanted.trace.arrays(*wanted.shape)] if rows else []
    if any(_holds(array, rows[0]) and _holds(array, rows[-1]) for array in whole):
        return None
    return rows[0].site.line if len(rows) >= min(least, MOST_KEPT) else None


def refuse_one_by_one(wanted: Wanted) -> None:
    """Raise Wrong when all samples go through the layer, each alone, and no array has them all."""
    if line := line_of_one_by_one(wanted, wanted.network.samples):
        shape = wanted.shape
        raise Wrong(
            f"The samples go through this layer one by one, and nothing collects the results in an array of {shape}.",
            line=line,
            says="Each row of the data is a sample.",
            hint=_at_once(wanted),
            misconception="partial-batch",
        )


def refuse_one_row(wanted: Wanted) -> None:
    """Raise Wrong when single samples go through the layer, and not all of them."""
    if line := line_of_one_by_one(wanted, 1):
        raise Wrong(
            f"One row goes into this product, and not all {wanted.network.samples} samples.",
            line=line,
            says="Each row of the data is a sample.",
            hint=wanted.step,
            misconception="partial-batch",
        )


def refuse_weights_of_their_own(wanted: Wanted) -> None:
    """Raise Wrong when the samples are in the layer, and not all of them met the same weights."""
    if last := last_with_weights_of_its_own(wanted):
        one_by_one = len(np.atleast_2d(last.operands[0])) == 1
        raise Wrong(
            f"Each {'sample' if one_by_one else 'batch'} is multiplied by weights of its own here.",
            line=wanted.trace.seen(last.operands[1])[0].site.line,
            misconception="weights-not-shared",
        )


def last_with_weights_of_its_own(wanted: Wanted) -> Operation | None:
    """The last product of some samples, where an array has all of the layer's rows, made with several weights."""
    shape = wanted.shape
    for inputs in wanted.inputs:
        met: dict[int, Operation] = {}
        for product in wanted.trace.products:
            if len(product.operands) == 2 and np.shape(product.operands[1]) == (inputs.shape[-1], shape[1]):
                part = np.atleast_2d(product.operands[0])
                if part.ndim == 2 and len(part) < len(inputs) and _holds_rows(inputs, part):
                    met[id(product.operands[1])] = product
        whole = (sight.array for sight in wanted.trace.arrays(*shape))
        if len(met) > 1 and any(all(_holds(array, one) for one in met.values()) for array in whole):
            return [*met.values()][-1]
    return None


def _holds(array: Array, product: Operation) -> bool:
    return _holds_rows(array, np.atleast_2d(product.result))


def _holds_rows(array: Array, rows: Array) -> bool:
    """Whether the first and the last of some rows are rows of an array."""
    if not len(rows) or rows.shape[1:] != array.shape[1:]:
        return False
    return all((array == row).all(axis=1).any() for row in rows[[0, -1]])


def _at_once(wanted: Wanted) -> str:
    return f"One product of whole matrices takes all rows at once: {wanted.step}"


def refuse_whole_numbers(wanted: Wanted) -> None:
    """Raise Wrong when the layer was put, row by row, into an array of whole numbers."""
    width = wanted.width
    whole = [sight for sight in wanted.trace.arrays(wanted.network.samples, width) if sight.array.dtype.kind in "iu"]
    for inputs in wanted.inputs if whole else ():
        for weights in wanted.trace.arrays(inputs.shape[1], width)[-MOST_WEIGHTS:]:
            cut = [sight for sight in whole if truncates(sight.array, [inputs @ weights.array])]
            if cut:
                raise Wrong(
                    "The array that collects this layer can hold whole numbers only.",
                    line=next((sight for sight in whole if sight.how in ("bind", "result")), cut[0]).site.line,
                    misconception="integer-truncation",
                )


def refuse_some_samples(wanted: Wanted) -> None:
    """Raise Wrong when an array has some rows of the layer, and zeros for the others."""
    width = wanted.width
    for inputs in wanted.inputs:
        # The last first: a container that is being filled is seen on the way, too.
        parts = [
            sight for sight in wanted.trace.different() if sight.array.shape[1:] == (width,) and len(sight.array) > 1
        ]
        filled = [sight for sight in reversed(parts) if not constant(sight.array)]
        # A batch may be a part of what holds all of them.
        filled.sort(key=lambda sight: len(sight.array) != wanted.network.samples)
        for weights in wanted.trace.arrays(inputs.shape[1], width)[-MOST_WEIGHTS:]:
            whole = inputs @ weights.array
            for sight in filled[:MOST_FILLED]:
                if len(sight.array) < wanted.network.samples and _is_put_together(
                    wanted.trace, sight, wanted.network.samples
                ):
                    continue
                rows = sight.array[: len(whole)]
                same = np.isclose(rows, whole[: len(rows)]).all(axis=1)
                right = int(same.sum())
                if 2 <= right < len(whole) and not np.any(rows[~same]) and is_last(wanted.trace, sight.array):
                    raise Wrong(
                        f"{right} of {len(whole)} rows are right; the others were never computed.",
                        line=loop_around(wanted.submission.text, written_at(wanted.trace, sight)),
                        hint=_at_once(wanted),
                        misconception="partial-batch",
                    )


def _is_put_together(trace: Trace, part: Sight, samples: int) -> bool:
    """Whether the rows of an array stand in a later one of all samples."""
    later = (sight for sight in trace.arrays(samples, part.array.shape[1]) if sight.order > part.order)
    return any(_holds_rows(sight.array, part.array) for sight in later)


class Rows(NamedTuple):
    """An array that has a layer's rows, and may not have each in its place.

    samples: which each row is of, -1 for others; others_are_zeros: whether those were never filled.
    """

    container: Sight
    samples: NDArray[np.int_]
    others_are_zeros: bool


def misplaced(trace: Trace, inputs: Array, width: int) -> Rows | None:
    """What holds the layer of these inputs by rows, where these are not in their places."""
    containers = (one for one in _containers(trace, inputs, width) if one.others_are_zeros)
    return next((one for one in containers if not _in_their_places(one)), None)


def has_some_rows(trace: Trace, inputs: Array, width: int) -> bool:
    """Whether an array of all samples has rows of their layer, in their places or not."""
    return any((one.samples >= 0).any() for one in _containers(trace, inputs, width))


def _containers(trace: Trace, inputs: Array, width: int) -> Iterator[Rows]:
    """The arrays that may hold the layer of these inputs, the last ones first."""
    filled = [sight for sight in trace.arrays(len(inputs), width) if not constant(sight.array)]
    for weights in trace.arrays(inputs.shape[1], width)[-MOST_WEIGHTS:]:
        whole = inputs @ weights.array
        for sight in filled[: -MOST_FILLED - 1 : -1]:
            nearest = np.isclose(sight.array[:, :1], whole[:, 0]).argmax(axis=1)
            found, empty = np.isclose(sight.array, whole[nearest]).all(axis=1), ~sight.array.any(axis=1)
            yield Rows(sight, np.where(found & ~empty, nearest, -1), bool((found | empty).all()))


def _in_their_places(held: Rows) -> bool:
    """Whether each row that is there is that of its own sample."""
    own = held.samples == np.arange(len(held.samples))
    return bool(own[held.samples >= 0].all())


def refuse_misplaced_samples(wanted: Wanted) -> None:
    """Raise Wrong when each row of an array is a sample's output, but not the one that belongs there."""
    for inputs in wanted.inputs:
        if inputs.ndim == 2 and (found := misplaced(wanted.trace, inputs, wanted.width)):
            turned = [one for one in wanted.trace.arrays(*inputs.shape) if equal(one.array, inputs[found.samples])]
            line = (
                wanted.trace.seen(turned[0].array)[0].site.line if turned else written_at(wanted.trace, found.container)
            )
            shuffled = shuffled_at(wanted.submission.text, wanted.trace.names_of(inputs))
            changed = shuffled or (turned and changed_under_its_name(wanted.trace, inputs, turned[0].array))
            raise Wrong(
                _told_of(found.samples),
                line=shuffled or line,
                says="Each row of the data is a sample, and keeps its place.",
                hint=_left_out(wanted) if changed else wanted.steps_from_a_name if turned else _at_once(wanted),
                misconception="partial-batch",
            )


def _left_out(wanted: Wanted) -> str:
    """What to try where a line gives another order to what this layer is made of."""
    return f"Leave this line out: {wanted.told_before} stays as it was." if wanted.number else LEAVE_OUT


def _told_of(samples: NDArray[np.int_]) -> str:
    """Which rows are where."""
    held, rows = samples[samples >= 0], len(samples)
    if len(held) < rows:
        return f"Only {len(held)} of {rows} rows hold a sample's output; the others are 0."
    several = len(set(held.tolist()))
    if several == 1:
        return f"All {rows} rows are the same sample's output."
    if several < rows:
        return f"The {rows} rows are the outputs of {several} samples only: some stand there again and again."
    row = int(np.flatnonzero(samples != np.arange(rows))[0])
    return f"The samples are in another order here: row {row} is made of sample {samples[row]}."


def refuse_short_loops(wanted: Wanted) -> None:
    """Raise Wrong when the loops that fill the layer leave neurons out, or numbers of each sum."""
    width = wanted.width
    filled = [
        one
        for one in wanted.trace.arrays(wanted.network.samples, width)
        if not constant(one.array) and is_last(wanted.trace, one.array)
    ]
    for inputs in wanted.inputs if filled else ():
        for weights in wanted.trace.arrays(inputs.shape[1], width)[-MOST_WEIGHTS:]:
            whole = inputs @ weights.array
            for sight in filled[: -MOST_FILLED - 1 : -1]:
                written = written_at(wanted.trace, sight)
                line = loop_that_leaves_out(wanted.trace.source, written)
                right = np.isclose(sight.array, whole).all(axis=0)
                if right.any() and not right.all() and not np.any(sight.array[:, ~right]):
                    seen = f"{right.sum()} of {width} columns are right; the others were never computed."
                    over = _loop_over_columns(wanted.submission, written)
                    raise Wrong(seen, line=over or line, misconception="off-by-one-range")
                looped = was_filled(wanted.trace, sight, least=1) or loops_around(wanted.trace.source, written)
                if not looped:
                    continue
                shorter = (whole - np.outer(inputs[:, at], weights.array[at]) for at in (-1, 0))
                if any(np.allclose(sight.array, one) for one in shorter):
                    seen = f"Each number here is a sum of {inputs.shape[1] - 1} products instead of {inputs.shape[1]}."
                    hint = f"Let the array say how far a loop goes: range({WEIGHTS[wanted.number]}.shape[0])"
                    raise Wrong(seen, line=line, hint=hint, misconception="off-by-one-range")


def _loop_over_columns(submission: Submission, line: int) -> int | None:
    """The loop that counts the columns of what a line fills: that over j for `H[i, j] = …`."""
    filled = re.match(r"\s*\w+(?:\[[^\[\]]{0,30}\])?\[[^\[\]]{0,30}?([^\W\d]\w*)\s*\]\s*[-+*]?=", submission.row(line))
    return loop_counting(submission.text, line, filled[1]) if filled else None


def written_at(trace: Trace, container: Sight) -> int:
    """The line that last put something into a container, or into one that its function returned, else where it is."""
    first = trace.seen(container.array)[0]
    changed = [
        sight
        for sight in trace.sights
        if sight.how == "changed" and not sight.is_last_look and sight.order <= first.order
    ]
    written = [sight.site.line for sight in changed if sight.array.shape == container.array.shape]
    # Of what a function fills again and again, not all is recorded.
    own = trace.variables(names_in(first.site.text), first.site.line) if first.site.kind == "return" else set()
    filled = (one for one in changed if one.array.shape[:1] == container.array.shape[:1])
    alike = [one.site.line for one in filled if own & trace.variables(one.site.names, one.site.line)]
    bound = (one for one in trace.sights if one.how == "bind" and one.order <= first.order)
    given = sorted(one.site.line for one in bound if own & trace.variables(one.site.names, one.site.line))
    return (written or alike or given or [first.site.line])[-1]


def refuse_fewer_samples(wanted: Wanted) -> None:
    """Raise Wrong when the layer's products are made of some rows of what feeds it, and not of all."""
    for inputs in wanted.inputs:
        used = np.zeros(len(inputs), dtype=bool)
        line, parts = None, 0
        for product in wanted.trace.products:
            if len(product.operands) != 2:
                continue
            part = np.atleast_2d(np.asarray(product.operands[0]))
            if part.ndim == 2 and part.shape[1:] == inputs.shape[1:] and 0 < len(part) < len(inputs):
                rows = [np.flatnonzero((inputs == row).all(axis=1)) for row in part]
                if all(found.size for found in rows):
                    used[np.concatenate(rows)] = True
                    line, parts = line or product.site.line, parts + 1
        if used.any() and not used.all() and parts < MOST_KEPT:
            raise Wrong(
                f"Only {used.sum()} of {len(inputs)} samples go into this layer.",
                line=line,
                says="Each row of the data is a sample.",
                hint=_at_once(wanted),
                misconception="partial-batch",
            )


def is_last(trace: Trace, array: Array) -> bool:
    """Whether a container was not filled further after it held `array`."""
    mine = trace.seen(array)
    names = {name for sight in mine for name in sight.site.names}
    later = [sight for sight in trace.sights if sight.order > mine[-1].order and set(sight.site.names) & names]
    return not any(sight.how == "changed" and sight.array.shape == array.shape for sight in later)


def refuse_reduced(wanted: Wanted) -> None:
    """Raise Wrong when the layer before was made one row by its greatest numbers, or by a sum, a mean."""
    before = wanted.before
    if before is None:
        return
    width = wanted.network.widths[wanted.number - 1]
    multiplied = {id(one) for made in wanted.trace.products for one in made.operands}
    multiplied |= {id(one) for failure in wanted.trace.failures for one in failure.operands}
    for sight in wanted.trace.arrays(width):
        reduced = re.search(REDUCES, sight.site.text)
        if reduced and sight.order > before.product.order and id(sight.array) in multiplied:
            greatest = reduced[1] in ("max", "amax", "min", "amin")
            raise Wrong(
                f"{reduced[1]} leaves one number of each column here, and no sample.",
                line=sight.site.line,
                says="np.maximum goes entry by entry, and keeps the shape." if greatest else "A layer keeps all rows.",
                hint=f"np.maximum(0, {STEPS[wanted.number - 1].partition(' = ')[2]})" if greatest else None,
                misconception="partial-batch",
            )
