"""What an array was made for, or how."""

from __future__ import annotations

import numpy as np

from grader.evidence.likeness import near
from grader.trace import Array, Sight, Trace, stands_within

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
    alone = all(any(stands_within(site, place) for place in places) for site in made)
    return places[0].line if places and alone else None


def was_filled(trace: Trace, product: Sight) -> bool:
    """Whether an array was filled little by little, as in loops."""
    names = {name for sight in trace.seen(product.array) for name in sight.site.names}
    changed = (sight for sight in trace.arrays(*product.array.shape) if sight.how == "changed")
    return sum(not names.isdisjoint(sight.site.names) for sight in changed) >= FILLED_IN
