"""What a learner's names, calls and displays hold of the product by hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

import numpy as np

from grader.evidence.likeness import same
from grader.syntax.functions import filled_for_the_caller, takes_nothing
from grader.syntax.names import names_in
from grader.trace import Array, Comparison, Operation, Sight, Trace, equal

from .displayed import are_shown, times_written
from .library import Library
from .matrices import OF_ANOTHER, first_seen

SHAPES = ((2, 2), (4,))
MOST_BESIDE = 64
"""Numbers in a container that may be taken for a result of another shape."""
SUBTRACTIONS = frozenset({"Sub", "subtract"})
_GIVEN_OUT = frozenset({"result", "used", "argument", "display"})
"""How a container is seen that a function returns, passes on or prints."""
_SORTED = r"(\w+\.)?(sorted|sort|set|frozenset|unique|Counter)\("
_LETTER = r"[^\W\d]"


class Results:
    """What a learner's names, calls and displays hold at the end, leaving the givens and the library's products out.

    products: the library's count, too.
    """

    def __init__(self, trace: Trace, left: Array, right: Array, *, products: bool = False) -> None:
        self._trace = trace
        self._left, self._right = left, right
        self._givens = [left, right, left.T, right.T, np.zeros((2, 2)), np.ones((2, 2)), np.eye(2)]
        self.library = Library(trace, [] if products else trace.products)

    @cached_property
    def finals(self) -> list[Sight]:
        """The last array of each name, or place without a name, in order."""
        last: dict[object, Sight] = {}
        for sight in self._trace.sights:
            if sight.array.shape not in SHAPES or sight.array.dtype.kind == "b" or not _own(sight):
                continue
            key: object = sight.site.names if sight.site.names else (sight.site.line, sight.site.column)
            if (sight.site.line, sight.site.column) in self.library.places:
                continue
            last[key] = sight
        return sorted(last.values(), key=lambda sight: sight.order)

    def has(self, expected: Array, unlike: Array | None = None) -> bool:
        """Whether the right numbers were ever held outside of the library's products: as an array, or cell by cell.

        unlike: other numbers that no container may hold when only single cells are right.
        """
        if self.holds(expected) and not self._was_shortened(expected) and not self._is_only_typed(expected):
            return True
        if self.spoilt(expected) or self.misshapen(expected) or self.uneven(expected):
            return False
        entries = [float(entry) for entry in expected.ravel()]
        if self._in_rows(expected):
            return are_shown(entries, self._trace, self.library)
        suspect = {*entries, *(() if unlike is None else unlike.ravel().tolist())}
        if any(len({float(entry.real) for entry in array.ravel()} & suspect) > 1 for array in self._containers):
            # The numbers stand in other cells, or beside a result that came from elsewhere.
            return False
        cells = {float(one.value) for one in self._trace.scalars}
        cells |= {float(pair.result) for pair in self._trace.pairs if pair.name == "add"}
        return all(entry in cells for entry in entries) and are_shown(entries, self._trace, self.library)

    def holds(self, expected: Array) -> bool:
        """Whether one container that is not the library's has all the right numbers."""
        return any(same(sight.array, expected) and not self._is_a_row(sight.array) for sight in self._kept)

    def _is_only_typed(self, expected: Array) -> bool:
        """Whether the right numbers are typed as what is expected, beside another result that was filled."""
        lines = {sight.site.line for sight in self._typed if same(sight.array, expected)}
        bound = (sight for sight in self.named if sight.how == "bind" and sight.site.line in lines)
        names = {name for sight in bound for name in sight.site.names}
        right = (sight for sight in self._kept if same(sight.array, expected) and sight.site.line not in lines)
        if not lines or any(names.isdisjoint(sight.site.names) for sight in right):
            return False
        filled = (sight for sight in self._trace.sights if sight.how == "changed" and not sight.is_last_look)
        return any(same(sight.array, wrong.array) for sight in filled for wrong in self.wrong)

    def spoilt(self, expected: Array) -> Sight | None:
        """What a name that had the right numbers came to hold instead of them; None where all still have them."""
        named = sorted([*self.named, *self._shortened(expected)], key=lambda sight: sight.order)
        last = {name: sight for sight in named for name in self._variables(sight)}
        right = {name: sight for sight in self.named if same(sight.array, expected) for name in self._variables(sight)}
        lost = {name: sight for name, sight in right.items() if not same(last[name].array, expected)}
        later = (
            sight
            for sight in named
            if any(lost[name].order < sight.order for name in lost.keys() & self._variables(sight))
        )
        return next(later, None)

    def _variables(self, sight: Sight) -> set[tuple[str, int]]:
        return self._trace.variables(sight.site.names, sight.site.line)

    @cached_property
    def named(self) -> list[Sight]:
        """What names held that are not the library's, as a matrix of the result's size or one after the other."""
        own = (sight for sight in self._trace.sights if _own(sight) and sight.site.names)
        return [sight for sight in own if sight.array.shape in SHAPES and not self.library.has(sight)]

    def _shortened(self, expected: Array) -> list[Sight]:
        """Where a name has but one row of the right numbers: a row was taken out of it if it had all of them before."""
        return [
            sight
            for sight in self._trace.sights
            if sight.how in ("changed", "used") and sight.array.shape == (1, len(expected[0]))
            if any(equal(sight.array[0], row) for row in expected) and _own(sight)
        ]

    def last_row(self, expected: Array) -> Sight | None:
        """Where a name got the one row of the right numbers that it has at the end, when no other name has more."""
        rows = [row for row in expected if np.count_nonzero((expected == row).all(axis=1)) == 1]
        given = (sight for sight in self._trace.sights if sight.how in ("bind", "changed") and _own(sight))
        last = {name: sight for sight in given for name in sight.site.names}
        mine = (sight for sight in last.values() if sight.array.size == len(expected[0]))
        found = [sight for sight in mine if any(same(sight.array, row) for row in rows)]
        return max(found, key=lambda sight: (sight.array.ndim, sight.order), default=None)

    def _was_shortened(self, expected: Array) -> bool:
        spoilt = self.spoilt(expected)
        return spoilt is not None and spoilt.array.size < expected.size

    def misshapen(self, expected: Array) -> Sight | None:
        """A container that has the right numbers with zeros in rows or columns beside them, or rows more than once."""
        last = {
            sight.site.names: sight
            for sight in self._trace.sights
            if sight.array.ndim == 2 and sight.site.names and _own(sight)
        }
        wrong = (sight for sight in last.values() if sight.array.shape not in SHAPES)
        return next((sight for sight in wrong if _holds_more(sight.array, expected)), None)

    def uneven(self, expected: Array) -> Sight | None:
        """Rows that are not equally long, filled up with NaN, among which those of the right numbers are."""
        return next((sight for sight in self._trace.ragged if _holds_more(sight.array, expected)), None)

    def _is_a_row(self, array: Array) -> bool:
        """Whether four numbers stand in one row of several: where a list that was to be a row is never made anew.

        Then the rows were shorter before. The result beside NumPy's, in one list, is none of that.
        """
        if array.shape != (4,):
            return False
        wide = [sight for sight in self._trace.sights if sight.array.ndim == 2 and sight.array.shape[1] == 4]
        rows = [sight for sight in wide if len(sight.array) > 1 and bool((sight.array == array).all(axis=1).any())]
        names = {name for sight in rows for name in sight.site.names}
        return any(
            sight.array.ndim == 2 and sight.array.shape[1] < len(array) and names.intersection(sight.site.names)
            for sight in self._trace.sights
        )

    def never_given_out(self, expected: Array) -> Sight | None:
        """Where a function ends that has the right numbers, and neither gives, shows nor compares them.

        None when they are used anywhere, or anything was printed since they were there.
        """
        mine = [sight for sight in self._trace.sights if same(sight.array, expected) and not self.library.has(sight)]
        ends = [sight for sight in mine if sight.how == "end" and sight.site.kind == "return"]
        filled = next((sight for sight in mine if sight.how in ("bind", "changed")), None)
        if not ends or filled is None or any(sight.how in _GIVEN_OUT for sight in mine):
            return None
        if any(filled_for_the_caller(self._trace.source, filled.site.line, name) for name in filled.site.names):
            return None
        later = [pair for pair in self._trace.comparisons if pair.order > filled.order]
        read = (self._trace.variables(names_in(pair.site.text), pair.site.line) for pair in later)
        used = any(self._variables(filled) & variables for variables in read)
        used = used or any(self._takes_part(pair, expected) for pair in later)
        used = used or self._shown_since(filled.order, expected)
        inside = any(filled.order < part.order < ends[0].order for part in self._trace.told)
        outside = any(sight.how == "changed" and sight.is_last_look for sight in mine) and not self.library.bound
        return None if used or inside or outside else ends[-1]

    def _takes_part(self, pair: Comparison, expected: Array) -> bool:
        """Whether numbers are compared; where both sides have them, one may be the library's."""
        sides = [side for side in (pair.left, pair.right) if same(side, expected)]
        return len(sides) == 2 or any(id(side) not in self.library.products for side in sides)

    def _shown_since(self, since: int, expected: Array) -> bool:
        """Whether numbers are printed since then; twice, where the library's product has the same."""
        text = "".join(part.text for part in self._trace.told if part.order > since)
        times = 1 + any(same(made, expected) for made in self.library.products.values())
        return all(times_written(entry, text) >= times for entry in expected.flat)

    def made_at(self, expected: Array) -> int:
        """When a container that is not the library's first had all the right numbers, in events; 0 when none did."""
        for sight in self._trace.sights:
            right = sight.array.shape in SHAPES and _own(sight) and same(sight.array, expected)
            if right and not self.library.has(sight):
                return sight.order
        return 0

    def names_of(self, expected: Array) -> set[str]:
        """The names that held the right numbers without these being typed there."""
        right = [sight for sight in self._trace.sights if _own(sight) and same(sight.array, expected)]
        lines = {sight.site.line for sight in right if sight.how == "display"}
        bound = [sight for sight in right if sight.how == "bind" and sight.site.line in lines]
        typed = {name for sight in bound for name in sight.site.names}
        own = [sight for sight in right if not self.library.has(sight)]
        return {name for sight in own for name in sight.site.names} - typed

    def final_names_of(self, expected: Array) -> set[str]:
        """The names that have the right numbers at the end."""
        last = {name: sight for sight in self._trace.sights for name in sight.site.names if sight.array.size > 1}
        return {name for name, sight in last.items() if same(sight.array, expected) and not self.library.has(sight)}

    def is_kept(self, expected: Array, source: str) -> bool:
        """Whether the right numbers are there when the file ends, or a function that is given nothing, as `main()`."""
        given = [sight for sight in self._trace.sights if sight.how in ("bind", "changed")]
        everyones = {name for sight in given for name, function in self._variables(sight) if not function}
        own = (sight for sight in given if same(sight.array, expected) and not self.library.has(sight))
        mine = {variable for sight in own for variable in self._variables(sight)}
        if mine and all(function and name in everyones for name, function in mine):
            # What has that name elsewhere is another array, and may be the library's.
            return False
        ends = (sight for sight in self._trace.sights if sight.is_last_look or sight.how == "end")
        return any(
            same(sight.array, expected) and (sight.is_last_look or takes_nothing(source, sight.site.line))
            for sight in ends
        )

    @property
    def _containers(self) -> list[Array]:
        """Final arrays of the learner's own, and those filled item by item, whatever with."""
        filled = [sight.array for sight in self.finals if sight.how in ("changed", "display")]
        mine = [array for array in filled if not any(same(array, given) for given in self._givens)]
        return [*(sight.array for sight in self.wrong), *mine]

    def _in_rows(self, expected: Array) -> bool:
        """Whether each row was held by itself, at a place that is not the library's."""
        rows = [sight.array for sight in self._trace.arrays(2) if _own(sight) and not self.library.has(sight)]
        held = all(any(equal(row, other) for other in rows) for row in expected)
        return held and not any(sight.array.size == 4 for sight in self.wrong)

    @cached_property
    def _kept(self) -> list[Sight]:
        """What is not the library's: of a name what it holds at the last, or was compared as; of other places all."""
        last: dict[object, Sight] = {}
        compared: list[Sight] = []
        for sight in self._trace.sights:
            if sight.array.shape not in SHAPES or not _own(sight):
                continue
            if re.match(_SORTED, sight.site.text):
                # The numbers in order, wherever they stood.
                continue
            named = sight.site.names and sight.site.kind != "use"
            key = (sight.site.names, sight.array.shape) if named else sight.order
            before = last.get(key)
            if self.library.has(sight) and not _is_filled_anew(before, sight):
                continue
            if before is not None and self._compared(before, sight.order):
                compared.append(before)
            last[key] = sight
        return [*compared, *last.values()]

    def _compared(self, sight: Sight, until: int) -> bool:
        """Whether what a name held was compared before it held something else, or as it came to: `C -= A @ B`."""
        first, last = (bisect_right(self._when_compared, order) for order in (sight.order, until - 1))
        names = {*sight.site.names}
        if any(
            names & names_in(pair.site.text) and (same(pair.left, sight.array) or same(pair.right, sight.array))
            for pair in self._trace.comparisons[first:last]
        ):
            return True
        return any(
            sight.order < made.order <= until
            and names & names_in(made.site.text)
            and any(same(operand, sight.array) for operand in made.operands)
            and any(id(operand) in self.library.products for operand in made.operands)
            for made in self._subtracted
        )

    @cached_property
    def _differences(self) -> set[int]:
        """What was left when the library's product was taken away from something, or something from it."""
        made = (
            one for one in self._subtracted if any(id(operand) in self.library.products for operand in one.operands)
        )
        return {id(one.result) for one in made}

    @cached_property
    def _subtracted(self) -> list[Operation]:
        return [made for made in self._trace.operations if made.name in SUBTRACTIONS]

    @cached_property
    def _when_compared(self) -> list[int]:
        return [pair.order for pair in self._trace.comparisons]

    @property
    def names_of_numpys(self) -> set[str]:
        """The names that a library's product was given to."""
        return set(self.library.bound)

    @cached_property
    def wrong(self) -> list[Sight]:
        """Final arrays that are neither given nor the library's, nor older than what is given."""
        since = min(first_seen(self._trace, self._left), first_seen(self._trace, self._right))
        typed = [sight.array for sight in self._typed]
        found = [
            sight
            for sight in self.finals
            if sight.order > since
            and id(sight.array) not in self._differences
            and not any(same(sight.array, known) for known in (*self._givens, *self.library.alone, *typed))
            and not self._is_of_another_exercise(sight.array)
        ]
        return [sight for sight in found if sight.site.names or not self._is_compared_with(sight)]

    def _is_of_another_exercise(self, array: Array) -> bool:
        """Whether four numbers are a row of a matrix of the exercise before, as a loop over its rows has them."""
        others = [sight.array for sight in self._trace.arrays(*OF_ANOTHER[1])] if array.shape == (4,) else []
        return any(bool((other == array).all(axis=1).any()) for other in others)

    def _is_compared_with(self, sight: Sight) -> bool:
        """Whether what has no name is only what something that has one, and is not the library's, is compared with."""
        named = {id(one.array) for one in self._trace.sights if one.site.names} - self.library.products.keys()
        pairs = (pair for pair in self._trace.comparisons if pair.site.line == sight.site.line)
        sides = ({id(pair.left), id(pair.right)} for pair in pairs)
        return any(id(sight.array) in both and both & named for both in sides)

    @cached_property
    def _typed(self) -> list[Sight]:
        """What is typed as nothing but numbers: sizes, shapes, an answer."""
        typed = [sight for sight in self._trace.sights if sight.how == "display" and sight.array.shape in SHAPES]
        return [sight for sight in typed if not re.search(_LETTER, sight.site.text)]

    def line_of(self, expected: Array) -> int | None:
        """Where the right numbers were first seen outside of a product."""
        for sight in self._trace.sights:
            if sight.array.shape in SHAPES and sight.how not in ("operand", "end") and same(sight.array, expected):
                return sight.site.line
        return None

    def typed_at(self, expected: Array) -> int:
        """When a name first got the right numbers as they are typed, in events; 0 when none did."""
        lines = {sight.site.line for sight in self._typed if same(sight.array, expected)}
        bound = (sight.order for sight in self._trace.sights if sight.how == "bind" and sight.site.line in lines)
        return next(bound, 0)

    def stored_at(self, expected: Array) -> int | None:
        """Where a container that was filled item by item came to hold the right numbers."""
        for sight in self._trace.sights:
            if sight.how in ("changed", "display") and not sight.is_last_look and same(sight.array, expected):
                return sight.site.line
        return None


def _own(sight: Sight) -> bool:
    """Whether a sight tells where a value came from: not an operand, nor a last look that has no name."""
    return sight.is_origin and not sight.is_last_look


def _is_filled_anew(before: Sight | None, sight: Sight) -> bool:
    """Whether other numbers were put into what had the learner's own: it does not have these any more."""
    return before is not None and sight.how == "changed" and before.array is not sight.array


def _holds_more(array: Array, expected: Array) -> bool:
    """Whether nothing but rows and columns of zeros, rows that were there before, and short ones stand beside these."""
    if array.ndim != 2 or not expected.size < array.size <= MOST_BESIDE:
        return False
    array = array[~np.isnan(array).any(axis=1)]
    bare = array[array.any(axis=1)][:, array.any(axis=0)]
    rows = [row for index, row in enumerate(bare) if not any(equal(row, before) for before in bare[:index])]
    return same(rows, expected)
