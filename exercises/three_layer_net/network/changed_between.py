"""A layer that was made, and became something else before the next one took it; or only zeros, or nan, go in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.check import Blocked, Wrong
from grader.trace import Array, Operation, Sight, stands_within

from .activations import rows_of_others
from .data import KEEP_THE_LAYER
from .layers import STEPS
from .wanted import Wanted


def refuse_not_numbers(wanted: Wanted) -> None:
    """Raise Blocked when all that this layer is made of has nan or inf in it: so has any product with it."""
    inputs = wanted.inputs
    if inputs and not any(np.isfinite(one).all() for one in inputs):
        raise Blocked(
            "Not looked at yet: there is nan or inf in what goes into this layer, and in any product with it."
        )


def refuse_zeros(wanted: Wanted) -> None:
    """Raise Blocked when all that this layer is made of is 0: then nothing can be told of its product."""
    inputs = wanted.inputs
    multiplied = any(operand is one for made in wanted.trace.products for operand in made.operands for one in inputs)
    if not np.any(wanted.network.start) or (multiplied and not any(map(np.any, inputs))):
        raise Blocked("Not looked at yet: what goes into this layer is 0 everywhere, and so is any product with it.")


def refuse_changed_layer(wanted: Wanted, made: Sequence[Operation]) -> None:
    """Raise Wrong when the product that should be this layer takes what became of the layer before.

    made: the products that have this layer's shape.
    """
    before = wanted.before
    if before is None:
        return
    for product in made:
        taken = product.operands[0]
        alike = np.shape(taken) == before.product.array.shape
        seen = [sight for sight in wanted.trace.seen(taken) if alike and sight.order <= product.order]
        became = next((sight for sight in seen if _comes_of(wanted, before.product, sight)), None)
        if became is None:
            continue
        hint = None if became.site.line == before.product.site.line else KEEP_THE_LAYER
        if not np.isfinite(taken).all():
            raise Wrong(
                f"Here numbers of the {wanted.ordinal_before} layer become nan or inf, and go into the next layer.",
                line=became.site.line,
                says="That comes of a division by 0, or of a logarithm or a root of a number that is too small.",
                hint=hint or STEPS[wanted.number - 1],
                misconception="layer-input-wrong",
            )
        if not np.any(taken):
            raise Wrong(
                f"What goes into the {wanted.ordinal} layer is 0 everywhere: it becomes so here.",
                line=became.site.line,
                says="Nothing of the layer before is left in it.",
                hint=hint,
                misconception="layer-input-wrong",
            )
        raise Wrong(
            f"Here the {wanted.ordinal_before} layer's numbers become others, and these go into the next layer.",
            line=became.site.line,
            says="A bias, or an activation of each number, may stand between two layers; this is neither.",
            hint=hint,
            misconception="layer-input-wrong",
        )


def told_of_lost_samples(whole: Array, left: Array, what: str) -> str:
    """What there is of the samples in an array of which some are lost. what: what the array is, in words."""
    filled, rows = int(left.any(axis=1).sum()), len(left)
    if filled < rows:
        return f"Only {filled} of {rows} samples are left in {what}; the rows of the others are 0."
    if rows_of_others(whole, left).any():
        kept = int((whole == left).all(axis=1).sum())
        return f"Only {kept} of {rows} samples are left in {what}; the rows of the others hold other numbers."
    return f"{what[0].upper()}{what[1:]} is the same for every sample."


def _comes_of(wanted: Wanted, layer: Sight, sight: Sight) -> bool:
    """Whether an array was made of a layer, or of its activation: by an operation, a call, or in its place."""
    trace, known = wanted.trace, [layer.array, *wanted.inputs]
    if sight.order < layer.order or not sight.is_origin:
        return False
    held = [one for array in known for one in trace.seen(array) if one.order <= sight.order]
    computed = any(
        made.result is sight.array and any(operand is array for operand in made.operands for array in known)
        for made in trace.operations
    )
    names = {variable for one in held for variable in trace.variables(one.site.names, one.site.line)}
    got = trace.variables(sight.site.names, sight.site.line) if sight.how in ("bind", "changed") else set()
    in_its_place = not names.isdisjoint(got)
    return computed or in_its_place or any(stands_within(one.site, sight.site) for one in held)
