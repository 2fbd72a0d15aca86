"""The multiplications and additions of single numbers that a product by hand is made of, in a trace."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from functools import cached_property

from grader.syntax.shapes import Place
from grader.trace import Array, Pair, Trace

from .counting import is_counted
from .repetition import is_written_out

MOST_UNITS = 200
"""Multiplications of which it is tried whether they tell the units in which A and B are multiplied."""


class Arithmetic:
    """The multiplications and additions of whole numbers that make up A @ B."""

    def __init__(self, trace: Trace, left: Array, right: Array) -> None:
        self._pairs = trace.pairs
        self._source = trace.source
        self.expected = left @ right
        self._scalars = {one.value for one in trace.scalars}
        self._left = left
        self._right = right

    @cached_property
    def _wanted(self) -> list[tuple[float, float]]:
        inner = range(self._left.shape[1])
        return [
            (float(self._left[row, k]), float(self._right[k, column]))
            for row in range(self._left.shape[0])
            for column in range(self._right.shape[1])
            for k in inner
        ]

    @cached_property
    def multiplications(self) -> list[Pair]:
        """The multiplications of an entry of A with the entry of B that it meets, also where one is negated first."""
        wanted = {_factors(*pair) for pair in self._wanted}
        return [pair for pair in self._pairs if pair.name == "multiply" and _factors(pair.left, pair.right) in wanted]

    @cached_property
    def all_products(self) -> bool:
        """Whether each product that A @ B needs was made of two numbers, or by adding one up often enough."""
        made = {_factors(pair.left, pair.right) for pair in self.multiplications}
        return all(_factors(*pair) in made or self._added_up(*pair) for pair in self._wanted)

    def _added_up(self, one: float, other: float) -> bool:
        """Whether a product was made of multiples of one of its factors: counting by ones makes every number."""
        if 0 in (one, other):
            # Nothing has to be added.
            return True
        if any(_is_power_of_two(factor) for factor in (one, other)):
            # Nothing is added to itself, or it is doubled by a shift.
            return one * other in self._added
        sums = [pair for pair in self._pairs if pair.name == "add" and pair.result == one * other]
        both = (pair for pair in sums if pair.left and pair.right)
        return any(pair.left % factor == pair.right % factor == 0 for pair in both for factor in (one, other))

    @cached_property
    def _added(self) -> set[float]:
        adding = (pair for pair in self._pairs if pair.name in ("add", "addend"))
        return {float(number) for pair in adding for number in (pair.left, pair.right)}

    @property
    def all_multiplied(self) -> bool:
        """Whether each product was made by a multiplication."""
        made = {_factors(pair.left, pair.right) for pair in self.multiplications}
        return all(_factors(*pair) in made for pair in self._wanted)

    @cached_property
    def is_counted(self) -> bool:
        """Whether the factors are made of counters and typed numbers wherever they are multiplied, and of no data."""
        sites = {pair.site.id: pair.site for pair in self.multiplications}.values()
        places = (Place(site.line, site.column, site.end_line, site.end_column) for site in sites)
        return bool(sites) and all(is_counted(self._source, place) for place in places)

    @cached_property
    def all_sums(self) -> bool:
        """Whether the entries of B (or A) were added as often as the other matrix says."""
        added = Counter(pair.right for pair in self._pairs if pair.name in ("addend", "add"))
        by_right = all(added[entry] >= self._left[:, k].sum() for k in range(2) for entry in self._right[k].tolist())
        by_left = all(added[entry] >= self._right[k].sum() for k in range(2) for entry in self._left[:, k].tolist())
        return bool(by_right or by_left)

    @property
    def another_way(self) -> bool:
        """Whether the product may have been made by other means than multiplying each entry with those it meets."""
        return self.all_products or self.all_sums or self.other_way or bool(self._in_other_units)

    @cached_property
    def other_way(self) -> bool:
        """Whether seven or more multiplications of numbers and their sums give every cell (Strassen's way)."""
        return len(self._meeting) >= 7 and self.holds_cells(self.expected)

    @cached_property
    def _meeting(self) -> list[Pair]:
        """Sums within A that meet sums within B, or an entry of one plus or minus one of the other that is squared."""
        multiplied = [
            pair for pair in self._pairs if pair.name == "multiply" and {pair.left, pair.right}.isdisjoint({0, 1})
        ]
        first, second = _sums_within(self._left), _sums_within(self._right)
        pairs = itertools.product(self._left.ravel().tolist(), self._right.ravel().tolist())
        both = {float(sign * (one + turn * other)) for one, other in pairs for sign in (1, -1) for turn in (1, -1)}
        return [
            pair for pair in multiplied if _meet(pair, first, second) or (pair.left == pair.right and pair.left in both)
        ]

    @cached_property
    def _in_other_units(self) -> list[Pair]:
        """The multiplications of what meets, with all of A, or all of B, in another unit: tenths, or cents."""
        multiplied = [pair for pair in self._pairs if pair.name == "multiply" and pair.left and pair.right]
        made = {(float(pair.left), float(pair.right)): pair for pair in multiplied}
        made |= {(right, left): pair for (left, right), pair in made.items()}
        one, other = self._wanted[0]
        for left, right in [*made][:MOST_UNITS] if one and other else ():
            units = left / one, right / other
            found = [made.get((entry * units[0], meets * units[1])) for entry, meets in self._wanted]
            if all(found):
                return [pair for pair in found if pair]
        return []

    @property
    def lines_of_another_way(self) -> set[int]:
        """Where that happened by which the product may have been made without multiplying each two entries that meet.

        Empty where these were multiplied, or added up.
        """
        if self.all_products:
            return set()
        entries = {*self._left.ravel().tolist(), *self._right.ravel().tolist()}
        added = [pair for pair in self._pairs if pair.name in ("add", "addend") and pair.right in entries]
        several = (*self._meeting, *self._in_other_units, *(added if self.all_sums else ()))
        return {pair.site.line for pair in several}

    def holds_cells(self, product: Array) -> bool:
        """Whether every cell was seen as a single number: as a sum, or as what a name or a cell got."""
        sums = {pair.result for pair in self._pairs if pair.name == "add"} | self._scalars
        return all(float(entry) in sums for entry in product.ravel())

    @property
    def adds_products(self) -> bool:
        """Whether the products were added to something, or every cell was seen as a single number."""
        added = {number for pair in self._pairs if pair.name in ("add", "addend") for number in (pair.left, pair.right)}
        return all(one * other in added for one, other in self._wanted) or self.holds_cells(self.expected)

    @cached_property
    def once(self) -> bool:
        """Whether every multiplication, of numbers or of whole rows, stands at a place that ran only once."""
        places = Counter((pair.site.line, pair.site.column) for pair in self._pairs if pair.name == "multiply")
        return bool(places) and max(places.values()) == 1

    @property
    def some(self) -> bool:
        """Whether there is any such multiplication."""
        return bool(self.multiplications)

    @cached_property
    def repeated(self) -> bool:
        """Whether some multiplication's place ran more than once: a loop, a comprehension, a recursion.

        A function whose calls are written down one by one is none of these.
        """
        if self.all_sums or not self.multiplications:
            return True
        places = Counter((pair.site.line, pair.site.column) for pair in self.multiplications)
        several = (place for place, times in places.items() if times > 1)
        return any(not is_written_out(self._source, *place) for place in several)

    @property
    def line(self) -> int | None:
        """The first multiplication's line."""
        return self.multiplications[0].site.line if self.multiplications else None

    def line_until(self, moment: float) -> int:
        """The line of the last multiplication up to a moment, in events: of entries that meet, where any do; else 0."""
        any_numbers = [pair for pair in self._pairs if pair.name == "multiply"]
        lines = [pair.site.line for pair in self.multiplications or any_numbers if pair.order <= moment]
        return lines[-1] if lines else 0

    @property
    def last_line(self) -> int | None:
        """The line of the last multiplication of any two numbers."""
        lines = [pair.site.line for pair in self._pairs if pair.name == "multiply"]
        return lines[-1] if lines else None


def _factors(one: float, other: float) -> frozenset[float]:
    """Two numbers in any order, and with any sign."""
    return frozenset((abs(one), abs(other)))


def _is_power_of_two(number: float) -> bool:
    if not math.isfinite(number):
        return False
    whole = int(number)
    return whole == number and whole > 0 and not whole & (whole - 1)


def _sums_within(matrix: Array) -> set[float]:
    """The entries of a matrix, and all sums and differences of some of them."""
    entries = [float(entry) for entry in matrix.ravel().tolist()]
    signs = itertools.product((-1, 0, 1), repeat=len(entries))
    return {sum(sign * entry for sign, entry in zip(row, entries, strict=True)) for row in signs} - {0.0}


def _meet(pair: Pair, first: set[float], second: set[float]) -> bool:
    return (pair.left in first and pair.right in second) or (pair.left in second and pair.right in first)
