"""What an array was made for, or how."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from grader.evidence.likeness import near, same
from grader.submission import Submission
from grader.syntax.functions import takes_nothing
from grader.syntax.names import names_by_line, names_in
from grader.syntax.scopes import function_around, function_of
from grader.syntax.statements import block_at
from grader.syntax.telling import for_nothing
from grader.trace import Array, Sight, Trace, equal, stands_within

MADE_OF_NOTHING = r"\b(rand\w*|\w*normal|uniform|(zeros|ones|empty|full)(_like)?)\("
"""How an array is made for which nothing is calculated."""
_COMPARES = r"==|\bassert|equal|close"
_ANOTHER_NAME = r"\w+ = (\w+)"
FILLED_IN = 3
"""Changes of an array that show that it was filled little by little."""
MOST_COMPARED = 100
"""Comparisons that are looked at when a product may only be made for one of them."""


def made_to_compare(trace: Trace, product: Array) -> int | None:
    """The line that makes a product only to compare something else with it: that is another one, or has its shape."""
    made = [sight.site for sight in trace.seen(product) if sight.is_origin]
    results = (one.result for one in trace.products)
    beside = any(np.shape(other) == product.shape and not near(other, product) for other in results)
    unlike = [pair.site for pair in trace.comparisons if beside or not pair.equal]
    places = [place for site in made for place in unlike[:MOST_COMPARED] if stands_within(site, place)]
    stopped = _stopped_comparisons(trace)
    lines = [place.line for place in places] + [site.line for site in made if site.line in stopped]
    alone = all(site.line in stopped or any(stands_within(site, place) for place in places) for site in made)
    return lines[0] if lines and alone else None


def _stopped_comparisons(trace: Trace) -> set[int]:
    """The lines that compare something, and raised an error instead, as where the shapes differ."""
    lines = {failing.line for failing in trace.exceptions if failing.outcome != "caught"}
    return {line for line in lines if re.search(_COMPARES, trace.row(line))}


def was_filled(trace: Trace, product: Sight, least: int = FILLED_IN) -> bool:
    """Whether an array was filled little by little, as in loops. least: changes of it that were seen."""
    names = trace.names_of(product.array)
    changed = (sight for sight in trace.arrays(*product.array.shape) if sight.how == "changed")
    return sum(not names.isdisjoint(sight.site.names) for sight in changed) >= least


def was_computed(trace: Trace, product: Sight) -> bool:
    """Whether an operation gave these numbers, or loops did: what is only read from a text was not."""
    wanted = product.array, product.array.T
    if any(
        np.shape(made.result) == one.shape and near(made.result, one) for made in trace.operations for one in wanted
    ):
        return True
    sums = {pair.result for pair in trace.pairs if pair.name == "add"}
    return was_filled(trace, product) or any(float(entry) in sums for entry in product.array.flat)


def set_to_zero(trace: Trace, until: float = math.inf) -> int | None:
    """The line that last gave a name the number 0, as a running total begins. until: a moment, in events."""
    zeros = (one for one in reversed(trace.scalars) if one.value == 0 and one.site.kind == "bind")
    return next((one.site.line for one in zeros if one.order < until), None)


def begun_at(trace: Trace, sight: Sight) -> int | None:
    """The line that last gave something to the name of an array, before that was filled with what it holds."""
    seen = trace.seen(sight.array)
    names = {name for part in seen for name in part.site.names}
    bound = (part for part in trace.sights if part.how == "bind" and names.intersection(part.site.names))
    return next((part.site.line for part in reversed([*bound]) if part.order < seen[0].order), None)


def is_lost(trace: Trace, product: Array, shown: Sequence[Sight], submission: Submission) -> bool:
    """Whether nothing gets a product: no name, or one that is never read, or that ends with its function.

    shown: other arrays, whose shape is shown. What is read of the product alone, as its shape, is no sight of it. A
    cell of a notebook shows an expression of its own.
    """
    source = submission.text
    seen = _sights_of(trace, product)
    if submission.cells or any(sight.how in ("used", "argument") or sight.is_last_look for sight in seen):
        return False
    places = for_nothing(source)
    if places and all((sight.site.line, sight.site.column) in places for sight in seen):
        return True
    bound = [sight for sight in seen if sight.site.names]
    returned = any(sight.how == "result" and sight.site.kind == "return" for sight in seen)
    if not bound or returned:
        return False
    own = {(name, function_around(source, sight.site.line)) for sight in bound for name in sight.site.names}
    before = {(name, function_around(source, sight.site.line)) for sight in shown for name in sight.site.names}
    # `current = out`: what has been filled under one name gets another one.
    own |= {
        (other[1], function_around(source, sight.site.line))
        for sight in bound
        if (other := re.fullmatch(_ANOTHER_NAME, sight.site.text))
    }
    if own & before or is_held_elsewhere(trace, product, submission):
        # The array that is shown became the product later, or a function filled what another one has.
        return False
    rows = {sight.site.line for sight in bound}
    others = (row for number, row in enumerate(submission.lines, 1) if number not in rows)
    ended = any(sight.how == "end" for sight in seen)
    return ended or {name for name, _ in own}.isdisjoint(set[str]().union(*map(names_in, others)))


def never_leaves(trace: Trace, product: Array, submission: Submission) -> Sight | None:
    """Where a function is given matrices, names their product, and neither reads nor returns that."""
    source = submission.text
    seen = _sights_of(trace, product)
    given_on = (sight.how == "result" and sight.site.kind == "return" for sight in seen)
    if any(given_on) or any(sight.how in ("used", "argument") or sight.is_last_look for sight in seen):
        return None
    bound = [sight for sight in seen if sight.how in ("bind", "changed") and sight.site.names]
    functions = {function_around(source, sight.site.line) for sight in bound}
    names = {name for sight in bound for name in sight.site.names}
    if not bound or 0 in functions or not all(map(str.isidentifier, names)):
        return None
    if any(takes_nothing(source, function) for function in functions):
        return None
    if is_held_elsewhere(trace, product, submission) or not names.isdisjoint(_with_attributes(trace)):
        return None
    given = {sight.site.line for sight in bound}
    inside = {line for function in functions for line in block_at(source, function)} - given
    read = {name for line, some in names_by_line(source).items() if line in inside for name in some}
    return bound[-1] if names.isdisjoint(read) else None


def _with_attributes(trace: Trace) -> set[str]:
    """The names of objects that were given an attribute: what these hold does not end with a function."""
    places = (name for sight in trace.sights if sight.how == "bind" for name in sight.site.names)
    return {place.split(".")[0] for place in places if "." in place}


def given_to_nothing(trace: Trace, product: Array, submission: Submission) -> bool:
    """Whether a product is an expression of its own, and no name, call or print gets it.

    A cell of a notebook shows such an expression.
    """
    places = for_nothing(submission.text) if not submission.cells else set()
    return bool(places) and all((sight.site.line, sight.site.column) in places for sight in trace.seen(product))


def made_of_nothing(trace: Trace, sight: Sight) -> bool:
    """Whether an array is as it was drawn, or made with one number everywhere: nothing was calculated for it."""
    looks = [one for one in trace.seen(sight.array) if one.how == "changed" and not one.is_last_look]
    calculated = any(made.result is sight.array for made in trace.operations)
    return not looks and not calculated and re.search(MADE_OF_NOTHING, sight.site.text) is not None


def is_held_elsewhere(trace: Trace, product: Array, submission: Submission) -> bool:
    """Whether a product is there in the end where it got no name: a function filled an array that others have."""
    seen = _sights_of(trace, product)
    bound = (sight for sight in seen if sight.how in ("bind", "changed") and sight.site.names)
    scopes = {function_around(submission.text, sight.site.line) for sight in bound}
    ends = {
        0 if sight.is_last_look else function_of(submission.text, sight.site.line)
        for sight in seen
        if sight.how == "end" or sight.is_last_look
    }
    return bool(ends - scopes)


def _sights_of(trace: Trace, product: Array) -> list[Sight]:
    """All sights of these numbers, in whichever array."""
    return [sight for sight in trace.sights if sight.array.shape == product.shape and equal(sight.array, product)]


def filled_at(trace: Trace, array: object) -> int | None:
    """The line that last put something into an array of these numbers."""
    changed = (one for one in reversed(trace.sights) if one.how == "changed" and not one.is_last_look)
    return next((one.site.line for one in changed if same(array, one.array)), None)
