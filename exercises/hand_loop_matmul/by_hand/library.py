"""What of a trace is a library's: its products, and what holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from grader.evidence.likeness import same
from grader.recording.events import Site
from grader.syntax.names import names_in
from grader.trace import Array, Operation, Sight, Trace

_DEALT_OUT = (
    r"\.(flatten|ravel|reshape|tolist|copy|astype)\([^()]*\)$|^(np|numpy)\.(ravel|reshape|array|asarray|copy)\("
)


class Library:
    """The products that a library made, by identity, and the places and lines where it made them."""

    def __init__(self, trace: Trace, products: Sequence[Operation]) -> None:
        self._trace = trace
        made = [product for product in products if isinstance(product.result, np.ndarray)]
        self.products = {id(product.result): product.result for product in made}
        self._since = {id(product.result): product.order for product in reversed(made)}
        self.places = {(product.site.line, product.site.column) for product in products}
        self.lines = {product.site.line for product in products}

    def has(self, sight: Sight) -> bool:
        """Whether what is seen there is a product of the library's, or holds one."""
        if (sight.site.line, sight.site.column) in self.places:
            return True
        beside = sight.how == "display" or (sight.site.kind == "call" and not self._stands_in(sight.site))
        # The learner's own may have been the same before, on the same line: in a text that is executed all are on one.
        since = self._since.get(id(sight.array), sight.order + 1)
        if since <= sight.order and sight.site.line in self.lines and not beside:
            return True
        if self._was_handed_over(sight):
            return True
        if re.search(_DEALT_OUT, sight.site.text) and self._stands_in(sight.site):
            return any(same(made, sight.array) for made in self.products.values() if made.size == sight.array.size)
        words = {*sight.site.names, *names_in(sight.site.text)}
        return any(
            order <= sight.order and sight.array is array and not self._is_changed(name, order, sight)
            for name in words & self.bound.keys()
            for order, array in self.bound[name]
        )

    def _was_handed_over(self, sight: Sight) -> bool:
        """Whether a function uses a product that it was given: whoever gave it is who has it."""
        since = self._since.get(id(sight.array))
        if sight.how != "used" or since is None:
            return False
        given = (one.order for one in self._arguments if one.array is sight.array and _is_within(sight.site, one.site))
        last = max((order for order in given if order < sight.order), default=-1)
        return since <= last and not any(self._is_changed(name, last, sight) for name in sight.site.names)

    @cached_property
    def _arguments(self) -> list[Sight]:
        return [sight for sight in self._trace.sights if sight.how == "argument" and sight.site.kind == "function"]

    def _is_changed(self, name: str, since: int, sight: Sight) -> bool:
        """Whether other numbers were put into what a name has, so that the same ones are there again by other means."""
        looks = self._changes.get(name, ())
        return any(since < other.order < sight.order and other.array is not sight.array for other in looks)

    @cached_property
    def _changes(self) -> dict[str, list[Sight]]:
        """Where something was put into the arrays that names have."""
        found: dict[str, list[Sight]] = {}
        for sight in self._trace.sights:
            for name in sight.site.names if sight.how == "changed" and not sight.is_last_look else ():
                found.setdefault(name, []).append(sight)
        return found

    def _stands_in(self, site: Site) -> bool:
        """Whether a product of the library's stands within that place."""
        start, end = (site.line, site.column), (site.end_line, site.end_column)
        return any(start <= place < end for place in self.places)

    @cached_property
    def bound(self) -> dict[str, list[tuple[int, Array]]]:
        """Names that a library's product was given to, with the product and when."""
        found: dict[str, list[tuple[int, Array]]] = {}
        for sight in self._trace.sights:
            if sight.how == "bind" and sight.site.line in self.lines and id(sight.array) in self.products:
                for name in sight.site.names:
                    found.setdefault(name, []).append((sight.order, sight.array))
        return found

    @cached_property
    def alone(self) -> list[Array]:
        """The library's products, but for those whose numbers the learner had before."""
        sights = self._trace.sights
        first = [
            (made, next((sight for sight in sights if same(sight.array, made)), None))
            for made in self.products.values()
        ]
        return [made for made, sight in first if sight is None or self.has(sight)]


def _is_within(site: Site, function: Site) -> bool:
    return function.line <= site.line <= function.end_line
