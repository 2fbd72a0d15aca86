"""Why a layer's numbers are no sums of products: each overwrites the one before, or they go over another axis."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Wrong
from grader.trace import Sight

from .wanted import Wanted
from .weights import summed_over_outputs
from .wrong_samples import MOST_WEIGHTS, is_last, written_at


def refuse_overwritten_sums(wanted: Wanted) -> None:
    """Raise Wrong when a loop over what is added up leaves the products of its last round alone."""
    for inputs in wanted.inputs:
        for weights in wanted.trace.arrays(inputs.shape[1], wanted.width)[-MOST_WEIGHTS:]:
            last = wanted.trace.find(np.outer(inputs[:, -1], weights.array[-1]))
            if last is not None and np.any(last.array) and is_last(wanted.trace, last.array):
                raise Wrong(
                    "Only the last product of each sum is left: every pass overwrites what the one before gave.",
                    line=written_at(wanted.trace, last),
                    misconception="last-product-only",
                )


def refuse_other_axis(wanted: Wanted) -> None:
    """Raise Wrong when the products were added up over the outputs, where it is the inputs that go into a sum."""
    if wanted.number > 0:
        return
    if found := summed_over_outputs(wanted.trace, wanted.network.start, wanted.width):
        outputs, inputs = wanted.width, wanted.network.start.shape[1]
        raise Wrong(
            f"This adds up over the {outputs} outputs: it leaves {found.array.shape}, and no layer of {outputs}.",
            line=found.site.line,
            says=f"What is added up are the products of a sample's {inputs} numbers with the weights.",
            hint=_axis_instead(wanted, found, (*wanted.network.start.shape, outputs)) or wanted.step,
            misconception="elementwise-product",
        )


def _axis_instead(wanted: Wanted, summed: Sight, products: tuple[int, ...]) -> str | None:
    """The axis to add up over, where another is named, of products that stand as samples, inputs, outputs."""
    named = re.search(r"axis=(-1|2)\b", wanted.submission.row(summed.site.line))
    there = any(np.shape(made.result) == products for made in wanted.trace.operations)
    return f"axis=1 instead of axis={named[1]}" if named and there else None
