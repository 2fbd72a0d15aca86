"""What became of the product by hand: does the file itself find it wrong, is it NumPy's, what stopped it."""

from __future__ import annotations

import re

from grader.check import Runs, stopped_after
from grader.evidence.matrices import first_seen, products_seen
from grader.evidence.results import results, same
from grader.evidence.unverified import found_unlike
from grader.source import names_in
from grader.submission import Submission
from grader.trace import Array, Raised, Trace


def found_unequal(trace: Trace, submission: Submission, left: Array, right: Array, runs: Runs) -> bool:
    """Whether the learner compared something with the right product, and only ever found it unequal.

    What NumPy made, a product of other matrices or entry by entry, is no result of the learner's. Where a name outside
    of all functions has the right numbers at the end, the others were compared to show that they are others.
    """
    expected = left @ right
    work = results(trace, left, right)
    outside = [row for row in submission.lines if row[:1].strip() and not row.startswith(("def ", "class ", "#"))]
    names = work.final_names_of(expected)
    if found_unlike(trace, expected, 0) is None:
        return False
    held = any(names & names_in(row) for row in outside)
    if not held and found_unlike(trace, expected, work.made_at(expected)) is not None:
        return True
    return not _stays(runs("broken_as_given"), left, right)


def _stays(broken: Trace, left: Array, right: Array) -> bool:
    """Whether the right numbers are there although NumPy's product is wrong, so that they are the learner's own."""
    made_wrong = broken.is_altered
    return not made_wrong or results(broken, left, right).has(left @ right)


def is_numpys(trace: Trace, submission: Submission, left: Array, right: Array, runs: Runs) -> bool:
    """Whether NumPy's product is what the learner has for a result, rather than what another one is compared with."""
    product = left @ right
    if what_stopped(trace, left, right):
        return False
    if found_unequal(trace, submission, left, right, runs) or not products_seen(trace, left, right):
        return False
    kept = any(sight.how == "bind" and same(sight.array, product) for sight in trace.sights)
    compared = any(same(side, product) for pair in trace.comparisons for side in (pair.left, pair.right))
    return kept or (not compared and all(re.search(rf"(?<!\d){entry:g}(?!\d)", trace.text) for entry in product.flat))


def what_stopped(trace: Trace, left: Array, right: Array) -> Raised | None:
    """The error that would have stopped the file when the first matrix was there, and NumPy's product was not yet."""
    stop = stopped_after(trace, first_seen(trace, left))
    made = [product.order for product in products_seen(trace, left, right)]
    return None if stop and made and made[0] < stop.order else stop
