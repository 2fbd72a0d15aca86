"""Does what a file says of the product's shape tell (3, 4) from (4, 3)?

Asked of a run in which A has four columns and B three, so that their product lies on its side.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Collection, Sequence

import numpy as np

from grader.check import Wrong
from grader.evidence.printed import mentions
from grader.submission import Submission
from grader.syntax.shapes import compared_at, measured_in, shapes_as_they_are
from grader.syntax.slicing import forward_slice
from grader.trace import Sight, Trace

from .operands import originals, product_in, there_since
from .whose_lengths import lines_of_the_operands

_WITH_A_POINT = r"\d{1,20}\.\d{1,20}(?:e[-+]?\d{1,4})?"
"""What the matrices hold: they are others in that run."""
_SAID = r"\w+|[^\x00-\x7f\w]|:-?[()]"
"""A word, a whole number, or a sign such as a tick."""


def shows_the_shape_itself(trace: Trace, since: int, submission: Submission) -> bool:
    """Whether (3, 4) is printed where nothing is done with a shape but to print it."""
    plain = shapes_as_they_are(submission.text)
    return any(mention.line in plain for mention in mentions(trace, (3, 4)) if mention.order > since)


def refuse_the_same_on_its_side(trace: Trace, turned: Trace, submission: Submission) -> None:
    """Raise Wrong when the file says of a product of shape (4, 3) what it says of (3, 4)."""
    product, other = product_in(trace, 4), _product_on_its_side(turned)
    if product is None or other is None:
        return
    silent = lines_of_the_operands(trace, submission)
    if _said(trace, product, silent) != _said(turned, other, silent):
        return
    printed = [one.line for one in mentions(trace, (3, 4)) if one.order > product.order and one.line not in silent]
    compared = printed or _compared(trace, product, submission)
    raise Wrong(
        f"What is {'shown' if printed else 'compared'} here is the same for a matrix of shape (4, 3).",
        line=compared[-1] if compared else None,
        hint="print(C.shape)" if printed else "assert C.shape == (3, 4)",
        misconception="shape-not-printed",
    )


def _product_on_its_side(turned: Trace) -> Sight | None:
    """The product, if it was seen."""
    pairs = itertools.product(originals(turned, 5, 4), originals(turned, 5, 3))
    return next((found for left, right in pairs if (found := turned.find(left.T @ right))), None)


def _said(trace: Trace, product: Sight, silent: Collection[int]) -> list[tuple[int, Sequence[str]]]:
    """What was told since the product was there, warnings too, by its lines: also by errors, and as the file ends."""
    since = there_since(product)
    printed = [
        (part.line, re.findall(_SAID, re.sub(_WITH_A_POINT, "", part.text)))
        for part in (*trace.prints, *trace.errors)
        if part.order > since
    ]
    came = [one for one in trace.exceptions if one.order > since and one.outcome != "caught"]
    raised = [(one.line, [one.type, one.message if one.type == "SystemExit" else ""]) for one in came]
    return [(line, words) for line, words in (*printed, *raised) if line not in silent and words]


def _compared(trace: Trace, product: Sight, submission: Submission) -> list[int]:
    """The lines that compare what depends on the product, before the next exercise; else those that read its shape."""
    text, line = submission.text, product.site.line
    depending = forward_slice(text, line)
    after = [sight for sight in trace.arrays(2, 2) if sight.order > product.order][:1]
    until, end = (after[0].order, after[0].site.line) if after else (math.inf, math.inf)
    pairs = (pair for pair in trace.comparisons if product.order < pair.order < until and np.size(pair.left) <= 2)
    made = {pair.site.line for pair in pairs} & depending
    following = {one for one in depending if line < one <= end}
    written = {one for one in following if compared_at(text, one)}
    return sorted(made | written) or sorted(following & measured_in(text).keys())
