"""A layer that is fed with something else than the layer before, or is no product at all."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import truncates
from grader.evidence.made import made_of_nothing
from grader.syntax.names import names_in
from grader.syntax.scopes import function_around, scope_of
from grader.text import at_the_beginning, short_name
from grader.trace import Array, Operation, Sight, Trace, equal

from .activations import loses_samples
from .changed_between import refuse_changed_layer, told_of_lost_samples
from .data import KEEP_THE_LAYER, LEAVE_OUT, changed_under_its_name
from .named import name_of_the_data
from .wanted import Wanted

MOST_CHARACTERS = 120
"""Characters of what is handed over that are looked for in its row."""
_AS_DRAWN = "The first layer is made of X as it was drawn right after the seed."


def refuse_wrong_input(wanted: Wanted) -> None:
    """Raise Wrong when the layer is made of something that is not the layer before."""
    for product in wanted.trace.products:
        if len(product.operands) != 2 or np.shape(product.result) != wanted.shape:
            continue
        inputs = product.operands[0]
        if not isinstance(inputs, np.ndarray) or inputs.ndim != 2:
            continue
        if any(product.result is one for one in wanted.inputs):
            # It is the layer before.
            continue
        before = wanted.before
        if before and product.order < before.product.order:
            continue
        origin = before.product.array if before else wanted.network.data
        whole = next((one for one in wanted.inputs if loses_samples(one, inputs)), None)
        if wanted.number and whole is not None:
            raise Wrong(
                told_of_lost_samples(whole, inputs, "what this layer is fed with"),
                line=wanted.trace.seen(inputs)[0].site.line,
                says="Each row of the data is a sample.",
                hint=KEEP_THE_LAYER if changed_under_its_name(wanted.trace, whole, inputs) else None,
                misconception="partial-batch",
            )
        if truncates(inputs, [origin, *wanted.inputs]):
            sight = next(sight for sight in wanted.trace.sights if sight.array is inputs)
            raise Wrong(
                f"{at_the_beginning(wanted.told_before)} was turned into whole numbers.",
                line=sight.site.line,
                misconception="integer-truncation",
            )
        earlier = [wanted.network.data, *(layer.product.array for layer in wanted.further_back)]
        if wanted.number and any(equal(inputs, candidate) for candidate in earlier):
            raise Wrong(
                f"The {wanted.ordinal} layer is fed with {inputs.shape}, which is not the {wanted.ordinal_before} one.",
                line=_called_from(wanted, product),
                misconception="layer-input-wrong",
            )


def _called_from(wanted: Wanted, product: Operation) -> int:
    """Where a product was asked for: the call of the function that makes it, where it makes several ones."""
    trace, text = wanted.trace, wanted.submission.text
    shape = np.shape(product.result)
    again = any(other.site.line == product.site.line and np.shape(other.result) != shape for other in trace.products)
    calls = [one.site.line for one in trace.seen(product.result) if one.site.kind == "call"] if again else []
    if calls or not again or not function_around(text, product.site.line):
        return calls[0] if calls else product.site.line
    # What the function makes of the product is the first that gets a name outside.
    after = (one.site for one in trace.sights if one.order > product.order and one.site.names)
    return next((site.line for site in after if not function_around(text, site.line)), product.site.line)


def refuse_other_data(wanted: Wanted) -> None:
    """Raise Wrong when the exercise's data are there, and the first layer is made of others."""
    if wanted.number > 0:
        return
    made = {id(product.result) for product in wanted.trace.products}
    # What a first layer of another width gives, after a bias and an activation.
    made |= {id(given) for given in wanted.network.inputs(1)}
    for product in wanted.trace.products:
        inputs = product.operands[0] if len(product.operands) == 2 else None
        if not isinstance(inputs, np.ndarray) or np.shape(product.result) != wanted.shape:
            continue
        if any(equal(inputs, one) for one in wanted.inputs) or id(inputs) in made:
            # What they are multiplied by, or how, is another question.
            continue
        if inputs.shape == wanted.network.data.shape and wanted.trace.find(wanted.network.data):
            changed = changed_under_its_name(wanted.trace, wanted.network.data, inputs)
            if not changed:
                _refuse_others_in_their_place(wanted, inputs, product)
            raise Wrong(
                "The first layer is fed with other data than the exercise's: here they are drawn, or changed.",
                line=wanted.trace.seen(inputs)[0].site.line,
                says=_AS_DRAWN,
                hint=LEAVE_OUT if changed else "hidden1 = X @ W1",
                misconception="layer-input-wrong",
            )


def _refuse_others_in_their_place(wanted: Wanted, inputs: Array, product: Operation) -> None:
    """Raise Wrong when the data are drawn and get no name, or others are handed over, or multiplied, in their place."""
    drawn, made = wanted.trace.find(wanted.network.data), wanted.trace.seen(inputs)[0]
    own = name_of_the_data(wanted.trace, drawn.array, wanted.submission) if drawn else None
    if drawn and own is None and drawn.site.line < made.site.line:
        raise Wrong(
            f"These are the exercise's data, without a name; {wanted.submission.place(made.site.line)} draws others.",
            line=drawn.site.line,
            says=_AS_DRAWN,
            hint="Take what is drawn here out of this line.",
            misconception="layer-input-wrong",
        )
    row, others = wanted.submission.row(made.site.line).strip(), re.escape(made.site.text[:MOST_CHARACTERS])
    if own and re.match(rf"(\w+\s*=\s*)?(?!print\b)\w+\(\s*{others}\s*[,)]", row):
        raise Wrong(
            f"Other data than {short_name(own)} are handed over here.",
            line=made.site.line,
            says=_AS_DRAWN,
            own_row=row.replace(made.site.text, own, 1),
            misconception="layer-input-wrong",
        )
    if own and made_of_nothing(wanted.trace, made):
        _refuse_another_name(wanted, inputs, product, own)


def _refuse_another_name(wanted: Wanted, inputs: Array, product: Operation, own: str) -> None:
    """Raise Wrong when the product's line takes what was drawn under another name, which is the same variable there."""
    bound = next((sight for sight in wanted.trace.seen(inputs) if sight.site.names), wanted.trace.seen(inputs)[0])
    text, line = wanted.submission.text, product.site.line
    read = {*bound.site.names} & names_in(product.site.text)
    taken = {name for name in read if scope_of(text, name, line) == scope_of(text, name, bound.site.line)}
    if taken and own not in names_in(product.site.text):
        raise Wrong(
            f"The first layer is fed with {short_name(min(taken))}, and not with {short_name(own)}.",
            line=line,
            says=_AS_DRAWN,
            hint=wanted.step,
            misconception="layer-input-wrong",
        )


def refuse_fake(wanted: Wanted) -> None:
    """Raise Wrong when an array has the layer's shape, and is no product of the layer before."""
    data = wanted.trace.find(wanted.network.start)
    since = wanted.before.product.order if wanted.before else 0
    found = [
        sight
        for sight in wanted.trace.arrays(*wanted.shape)
        # Before the data is whole, it may be on its way to be.
        if (data is None or sight.order > data.order)
        and not wanted.network.known(sight.array)
        and not (sight.order < since and equal(sight.array, wanted.network.start))
    ]
    made = [product for sight in found if (product := _made_of_another(wanted.trace, sight.array))]
    _refuse_no_product(wanted, made)
    if wanted.number and made:
        _refuse_cut_to_fit(wanted, made)
        refuse_changed_layer(wanted, made)
        raise Wrong(
            f"The {wanted.ordinal} layer is made of an array that is not the {wanted.ordinal_before} layer's.",
            line=made[0].site.line,
            misconception="layer-input-wrong",
        )
    if found:
        raise _of_the_shape_alone(wanted, found[0])


def _refuse_no_product(wanted: Wanted, made: list[Operation]) -> None:
    """Raise Wrong when the layer before went into one of these, and it is not what multiplying gives."""
    for product in made:
        inputs = [taken for taken in wanted.inputs if np.isfinite(taken).all()]
        if np.any(product.result) and any(one is taken for one in product.operands for taken in inputs):
            raise Wrong(
                f"{at_the_beginning(wanted.told_before)} goes in here,"
                " and what comes out is not its product with weights.",
                line=product.site.line,
                says="In an einsum, the index that both share is added up: ij,jk->ik.",
                hint=wanted.steps,
                misconception="layer-input-wrong",
            )


def _of_the_shape_alone(wanted: Wanted, sight: Sight) -> Wrong:
    """What to say of an array that has the layer's shape, was filled or made in another way, and is no product."""
    names = wanted.trace.names_of(sight.array)
    changed = [one for one in wanted.trace.sights if one.how == "changed" and one.array.shape == wanted.shape]
    filled = [one.site.line for one in changed if not one.is_last_look and names & {*one.site.names}]
    if filled and sight.array.dtype.kind in "iu" and wanted.network.start.dtype.kind == "f":
        return Wrong(
            "The array that is filled here was made for whole numbers.",
            line=sight.site.line,
            misconception="integer-truncation",
        )
    return Wrong(
        f"This array has the shape {wanted.shape}, but it is no product of {wanted.told_before}.",
        line=filled[-1] if filled else sight.site.line,
        hint=wanted.steps,
        misconception="shape-only-fake",
    )


def _refuse_cut_to_fit(wanted: Wanted, made: list[Operation]) -> None:
    """Raise Wrong when only the first columns of the layer before are taken, as many as the weights have rows."""
    whole = wanted.before.product.array if wanted.before else wanted.network.start
    for product in made:
        part = product.operands[0]
        columns = part.shape[1]
        if columns < whole.shape[1] and equal(part, whole[:, :columns]):
            raise Wrong(
                f"Only {columns} of the {whole.shape[1]} columns of {wanted.told_before} go in here.",
                line=product.site.line,
                says="All of them are to be used: the weights need a row for each.",
                hint=wanted.step_with_weights,
                misconception="layer-input-wrong",
            )


def _made_of_another(trace: Trace, array: Array) -> Operation | None:
    """The product of two matrices that gave an array."""
    return next(
        (
            product
            for product in trace.products
            if product.result is array and [np.ndim(operand) for operand in product.operands] == [2, 2]
        ),
        None,
    )
