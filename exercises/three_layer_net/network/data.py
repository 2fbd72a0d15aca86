"""What a learner has for a network's data where it is not the data themselves, or where the file stopped at them."""

from __future__ import annotations

import itertools
import re

import numpy as np

from grader.evidence.likeness import is_rounded, truncates
from grader.trace import Array, FailedOperation, Sight, Trace, equal, stands_within

from .layers import Network
from .weights import times, weights_between

LEAVE_OUT = "Leave this line out: X stays as it was drawn."
"""What to try where a line gives other numbers to the name of the data."""
KEEP_THE_LAYER = "Leave this line out: the layer stays as it was made."
"""The same, where it is the name of a layer that gets other numbers."""
MOST_LENGTHS = 12
"""Arrays of fewer or more rows than the data that are looked at."""
MOST_TIMES = 10
"""How many times as many rows as the data an array has at the most that is looked at."""

CLOSE = 1e-6
"""How far a mean or a deviation may be from the one that was asked for."""


def own_data(trace: Trace, shape: tuple[int, ...]) -> Sight | None:
    """The data that the learner has in another shape: what was drawn first, and then multiplied with something."""
    made = {id(product.result) for product in trace.operations}
    for product in trace.products:
        operands = product.operands
        if len(operands) != 2 or [np.ndim(operand) for operand in operands] != [2, 2]:
            continue
        first, second = (trace.seen(operand)[0] for operand in operands)
        is_other = (first.array.shape[0] == shape[0]) != (first.array.shape[1] == shape[1])
        return first if is_other and id(first.array) not in made and first.order < second.order else None
    return None


def changed_where_drawn(trace: Trace, data: Array) -> Sight | None:
    """What gets a name in the place of the data, made of them within the statement that draws them.

    Rounded, or in single precision, they are the data still.
    """
    found = trace.find(data)
    seen = trace.seen(found.array) if found else []
    if any(one.site.names or one.how not in ("result", "operand") for one in seen):
        return None
    bound = (sight for sight in trace.sights if sight.how == "bind" and sight.array.shape == data.shape)
    around = (sight for sight in bound if any(stands_within(one.site, sight.site) for one in seen[:1]))
    # What whole numbers lose, a layer of them tells.
    return next((one for one in around if not is_rounded(one.array, data) and not truncates(one.array, [data])), None)


def changed_under_its_name(trace: Trace, data: Array, other: Array) -> Sight | None:
    """Where the name of the data got the other numbers: `X = X[:50]`, `X.sort(axis=0)`; None where it did not."""
    held = trace.find(data)
    if held is None:
        return None
    names = trace.names_of(held.array)
    later = (sight for sight in trace.seen(other) if sight.how in ("bind", "changed") and sight.order > held.order)
    return next((sight for sight in later if names.intersection(sight.site.names)), None)


def scaled_under_its_name(trace: Trace, network: Network) -> Sight | None:
    """Where the name of the data got them shifted or scaled before the first layer, and not normalised: `X *= 2`."""
    first = network.layers[0]
    if first is None or equal(first.inputs, network.data) or _is_normalised(first.inputs):
        return None
    return changed_under_its_name(trace, network.data, first.inputs)


def _is_normalised(array: Array) -> bool:
    """Whether all of an array, or each of its columns, has a mean of 0, a deviation, a greatest, or a length of 1."""
    for axis in (None, 0):
        deviations = array.std(axis=axis), array.std(axis=axis, ddof=1)
        greatest = array.max(axis=axis), -array.min(axis=axis), np.abs(array).max(axis=axis)
        ones = (*deviations, *greatest, np.linalg.norm(array, axis=axis))
        zeros = (array.mean(axis=axis), array.min(axis=axis), *(one - 1 for one in ones))
        if any(np.allclose(zero, 0, atol=CLOSE) for zero in zeros):
            return True
    return False


def used_part(trace: Trace, data: Array) -> Array | None:
    """Some rows of the data, from the first one on, where it is these that are multiplied with something."""
    operands = (made.operands[0] for made in trace.products if made.operands)
    parts = (one for one in operands if isinstance(one, np.ndarray) and one.ndim == data.ndim)
    return next((part for part in parts if 1 < len(part) < len(data) and equal(part, data[: len(part)])), None)


def uncut(row: str) -> str | None:
    """A row that gives a name to some rows of a matrix, with all of them: `batch = X` for `batch = X[:32]`."""
    cut = re.match(r"\s*([^\W\d]\w*\s{0,3}=\s{0,3}[^\W\d]\w*)\[[^\[\]]{0,40}\]\s*(#|$)", row)
    return cut[1] if cut else None


def gathered_part(trace: Trace, data: Array, width: int) -> Array | None:
    """The rows of the data that a first layer of other length was made of, the last one, one by one or in batches.

    Fewer of them stand in their order; more of them are all of the data, and some again.
    """
    others = [one for one in trace.different() if one.array.shape[1:] == (width,) and _is_of_some(one.array, data)]
    others.sort(key=lambda sight: (-len(sight.array), -sight.order))
    for weights, _ in weights_between(trace, data.shape[1], width) if others else ():
        whole = times(data, weights)[0]
        for sight in others[:MOST_LENGTHS]:
            places = [np.flatnonzero(np.isclose(whole, row).all(axis=1)) for row in sight.array]
            rows = [int(found[0]) if found.size else -1 for found in places]
            in_order = all(first < second for first, second in itertools.pairwise([-1, *rows]))
            if in_order or set(rows) == set(range(len(data))):
                return data[rows]
    return None


def _is_of_some(array: Array, data: Array) -> bool:
    """Whether an array has more or fewer rows than the data, and not very many more."""
    return 1 < len(array) < MOST_TIMES * len(data) and len(array) != len(data)


def failed_first(trace: Trace, network: Network) -> FailedOperation | None:
    """The product of the data that stopped the file, where the first layer is only what the same place gave later."""
    first = network.layers[0]
    stops = {failing.line for failing in trace.skipped}
    return next(
        (
            failure
            for failure in trace.failures
            if first is not None
            and failure.order < first.product.order
            and failure.site.line in stops
            and failure.site.line == first.product.site.line
            and any(equal(operand, network.data) for operand in failure.operands)
        ),
        None,
    )
