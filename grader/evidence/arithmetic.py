"""A product made by hand, in a trace: the givens, the results that a learner has, the arithmetic that made them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cached_property

import numpy as np

from grader.exercise import Exercise
from grader.recording.events import Site
from grader.scenario import KEEP_GOING
from grader.source import names_in
from grader.trace import NOT_PRODUCTS, Array, Pair, Product, Sight, Trace, equal

SHAPES = ((2, 2), (4,))
MOST_BESIDE = 64
"""Numbers in a container that may be taken for a result of another shape."""
SUBTRACTIONS = frozenset({"Sub", "subtract"})
_GIVEN_OUT = frozenset({"result", "used", "argument", "display"})
"""How a container is seen that a function returns, passes on or prints."""
_SORTED = re.compile(r"(\w+\.)?(sorted|sort|set|frozenset|unique|Counter)\(")
_DEALT_OUT = re.compile(r"\.(flatten|ravel|reshape|tolist|copy|astype)\([^()]*\)$")
_LETTER = re.compile(r"[^\W\d]")


def givens_of(trace: Trace, exercise: Exercise) -> tuple[Array, Array] | None:
    """A and B as they were in this run: the exercise's, or those that stood in for them; None when not seen."""
    for pair in (trace.replaced, exercise.literal_givens):
        if len(pair) != 2:
            continue
        left, right = (np.array(rows) for rows in pair)
        if _present(trace, left) and _present(trace, right):
            return left, right
    return None


def own_givens(trace: Trace) -> tuple[Array, Array] | None:
    """The first two matrices of two rows and two columns that were typed in; None when there are no two."""
    typed = [sight.array for sight in trace.arrays(2, 2) if sight.how == "display" and np.any(sight.array)]
    return (typed[0], typed[1]) if len(typed) > 1 else None


def line_of(trace: Trace, array: Array) -> int:
    """The line where a recorded array was first seen."""
    return trace.seen(array)[0].site.line


def first_seen(trace: Trace, given: Array) -> int:
    """When that matrix was first there, in events; 0 when it was never there as a whole."""
    return next((sight.order for sight in trace.arrays(*given.shape) if equal(sight.array, given)), 0)


def _present(trace: Trace, given: Array) -> bool:
    if any(equal(sight.array, given) for sight in trace.arrays(2, 2)):
        return True
    if any(equal(sight.array, given.ravel()) for sight in trace.arrays(4)):
        return True
    rows = [sight.array for sight in trace.arrays(2)]
    if all(any(equal(row, found) for found in rows) for row in given):
        return True
    scalars = {value for value, _, _ in trace.scalars}
    return all(float(entry) in scalars for entry in given.ravel())


def products_seen(trace: Trace, left: Array, right: Array) -> list[Product]:
    """The library's products of A and B, whole or in parts, or of something that holds them."""
    numbers = {0.0, 1.0, *left.ravel().tolist(), *right.ravel().tolist()}
    return [product for product in trace.products if product.name not in NOT_PRODUCTS and _of(product, numbers)]


def _of(product: Product, numbers: set[float]) -> bool:
    operands = [np.asarray(operand) for operand in product.operands]
    arrays = [operand for operand in operands if operand.size > 1 and operand.dtype.kind in "biufc"]
    return bool(arrays) and all(numbers.issuperset(array.real.ravel().tolist()) for array in arrays)


class Results:
    """What a learner's names, calls and displays hold at the end, leaving the givens and the library's products out."""

    def __init__(self, trace: Trace, left: Array, right: Array, products: bool) -> None:
        self._trace = trace
        self._left, self._right = left, right
        self._givens = [left, right, left.T, right.T, np.zeros((2, 2)), np.ones((2, 2)), np.eye(2)]
        made = [] if products else [product for product in trace.products if product.name not in NOT_PRODUCTS]
        self._made = {id(product.result): product.result for product in made if isinstance(product.result, np.ndarray)}
        self._sites = {(product.site.line, product.site.column) for product in made}
        self._lines = {product.site.line for product in made}

    @cached_property
    def finals(self) -> list[Sight]:
        """The last array of each name, or place without a name, in order."""
        last: dict[object, Sight] = {}
        for sight in self._trace.sights:
            if sight.array.shape not in SHAPES or sight.array.dtype.kind == "b" or not _own(sight):
                continue
            key: object = sight.site.names if sight.site.names else (sight.site.line, sight.site.column)
            if (sight.site.line, sight.site.column) in self._sites:
                continue
            last[key] = sight
        return sorted(last.values(), key=lambda sight: sight.order)

    def has(self, expected: Array, unlike: Array | None = None) -> bool:
        """Whether the right numbers were ever held outside of the library's products: as an array, or cell by cell.

        unlike: other numbers that no container may hold when only single cells are right.
        """
        if self.holds(expected):
            return True
        if self.spoilt(expected) or self.misshapen(expected):
            return False
        if self._in_rows(expected):
            return True
        entries = [float(entry) for entry in expected.ravel()]
        suspect = {*entries, *(() if unlike is None else unlike.ravel().tolist())}
        if any(len({float(entry.real) for entry in array.ravel()} & suspect) > 1 for array in self._containers):
            # The numbers stand in other cells, or beside a result that came from elsewhere.
            return False
        cells = {float(value) for value, _, _ in self._trace.scalars}
        cells |= {float(pair.result) for pair in self._trace.pairs if pair.name == "add"}
        return all(entry in cells for entry in entries) and self._shown(entries)

    def holds(self, expected: Array) -> bool:
        """Whether one container that is not the library's has all the right numbers."""
        return any(same(sight.array, expected) and not self._is_a_row(sight.array) for sight in self._kept)

    def spoilt(self, expected: Array) -> Sight | None:
        """What a name that had the right numbers came to hold instead of them; None where all still have them."""
        last = {name: sight for sight in self._named for name in sight.site.names}
        right = {name: sight for sight in self._named if same(sight.array, expected) for name in sight.site.names}
        lost = {name: sight for name, sight in right.items() if not same(last[name].array, expected)}
        later = (
            sight
            for sight in self._named
            if any(lost[name].order < sight.order for name in lost.keys() & {*sight.site.names})
        )
        return next(later, None)

    @cached_property
    def _named(self) -> list[Sight]:
        """What names held that are not the library's, as a matrix of the result's size or one after the other."""
        own = (sight for sight in self._trace.sights if _own(sight) and sight.site.names)
        return [sight for sight in own if sight.array.shape in SHAPES and not self._is_librarys(sight)]

    def misshapen(self, expected: Array) -> Sight | None:
        """A container that has the right numbers with zeros in rows or columns beside them, or rows more than once."""
        last = {
            sight.site.names: sight
            for sight in self._trace.sights
            if sight.array.ndim == 2 and sight.site.names and _own(sight)
        }
        wrong = (sight for sight in last.values() if sight.array.shape not in SHAPES)
        return next((sight for sight in wrong if _holds_more(sight.array, expected)), None)

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
        mine = [sight for sight in self._trace.sights if same(sight.array, expected) and not self._is_librarys(sight)]
        ends = [sight for sight in mine if sight.how == "end" and sight.site.kind == "return"]
        filled = next((sight for sight in mine if sight.how in ("bind", "changed")), None)
        if not ends or filled is None or any(sight.how in _GIVEN_OUT for sight in mine):
            return None
        later = (pair for pair in self._trace.comparisons if pair.order > filled.order)
        used = any(names_in(pair.site.text).intersection(filled.site.names) for pair in later)
        inside = any(filled.order < part.order < ends[0].order for part in self._trace.told)
        outside = any(sight.how == "changed" and sight.site.kind == "end" for sight in mine) and not self._bound
        return None if used or inside or outside else ends[-1]

    def made_at(self, expected: Array) -> int:
        """When a container that is not the library's first had all the right numbers, in events; 0 when none did."""
        for sight in self._trace.sights:
            right = sight.array.shape in SHAPES and _own(sight) and same(sight.array, expected)
            if right and not self._is_librarys(sight):
                return sight.order
        return 0

    def names_of(self, expected: Array) -> set[str]:
        """The names that held the right numbers without these being typed there."""
        right = [sight for sight in self._trace.sights if _own(sight) and same(sight.array, expected)]
        lines = {sight.site.line for sight in right if sight.how == "display"}
        bound = [sight for sight in right if sight.how == "bind" and sight.site.line in lines]
        typed = {name for sight in bound for name in sight.site.names}
        own = [sight for sight in right if not self._is_librarys(sight)]
        return {name for sight in own for name in sight.site.names} - typed

    def final_names_of(self, expected: Array) -> set[str]:
        """The names that have the right numbers at the end."""
        last = {name: sight for sight in self._trace.sights for name in sight.site.names if sight.array.size > 1}
        return {name for name, sight in last.items() if same(sight.array, expected) and not self._is_librarys(sight)}

    @property
    def _containers(self) -> list[Array]:
        """Final arrays of the learner's own, and those filled item by item, whatever with."""
        filled = [sight.array for sight in self.finals if sight.how in ("changed", "display")]
        mine = [array for array in filled if not any(same(array, given) for given in self._givens)]
        return [*(sight.array for sight in self.wrong), *mine]

    def _in_rows(self, expected: Array) -> bool:
        """Whether each row was held by itself, at a place that is not the library's."""
        rows = [sight.array for sight in self._trace.arrays(2) if _own(sight) and not self._is_librarys(sight)]
        held = all(any(equal(row, other) for other in rows) for row in expected)
        return held and not any(sight.array.size == 4 for sight in self.wrong)

    @cached_property
    def _kept(self) -> list[Sight]:
        """What is not the library's: of a name what it holds at the last, or was compared as; of other places all."""
        last: dict[object, Sight] = {}
        compared: list[Sight] = []
        for sight in self._trace.sights:
            if sight.array.shape not in SHAPES or not _own(sight) or self._is_librarys(sight):
                continue
            if _SORTED.match(sight.site.text):
                # The numbers in order, wherever they stood.
                continue
            named = sight.site.names and sight.site.kind != "use"
            key = (sight.site.names, sight.array.shape) if named else sight.order
            before = last.get(key)
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
            and any(id(operand) in self._made for operand in made.operands)
            for made in self._subtracted
        )

    @cached_property
    def _subtracted(self) -> list[Product]:
        return [made for made in self._trace.products if made.name in SUBTRACTIONS]

    @cached_property
    def _when_compared(self) -> list[int]:
        return [pair.order for pair in self._trace.comparisons]

    @property
    def _own_text(self) -> str:
        """What was printed without the library's product; after an error, without what stands beside that, too."""
        stopped = self._trace.scenario == KEEP_GOING
        used = (sight for sight in self._trace.sights if sight.how == "used" and self._is_librarys(sight))
        lines = self._lines | {sight.site.line for sight in used}
        shown = [text for made in self._made.values() for text in (str(made), repr(made))]
        texts = []
        for part in self._trace.prints:
            if not (stopped and part.line in self._lines):
                product = next((text for text in shown if text in part.text), "") if part.line in lines else ""
                texts.append(part.text.replace(product, "", 1) if product else part.text)
        return "".join(texts)

    def _shown(self, entries: list[float]) -> bool:
        """Whether numbers that are in no container were at least printed, compared or subtracted."""
        text = re.sub(r"(?<=\d)[,_'\u00a0\u202f](?=\d{3})", "", unicodedata.normalize("NFKC", self._own_text))
        text = "".join(str(unicodedata.decimal(mark, mark)) for mark in text)
        compared = {
            float(side) for pair in self._trace.comparisons for side in (pair.left, pair.right) if np.ndim(side) == 0
        }
        subtractions = [pair for pair in self._trace.pairs if pair.name == "subtract"]
        compared |= {float(side) for pair in subtractions for side in (pair.left, pair.right)}
        return all(re.search(rf"(?<![\d.]){entry:g}(?!\d)", text) or entry in compared for entry in entries)

    def _is_librarys(self, sight: Sight) -> bool:
        if (sight.site.line, sight.site.column) in self._sites:
            return True
        beside = sight.how == "display" or (sight.site.kind == "call" and not self._holds_product(sight.site))
        if id(sight.array) in self._made and sight.site.line in self._lines and not beside:
            return True
        if _DEALT_OUT.search(sight.site.text) and self._holds_product(sight.site):
            return any(same(made, sight.array) for made in self._made.values() if made.size == sight.array.size)
        words = {*sight.site.names, *names_in(sight.site.text)}
        return any(
            order <= sight.order and sight.array is array
            for name in words & self._bound.keys()
            for order, array in self._bound[name]
        )

    def _holds_product(self, site: Site) -> bool:
        """Whether a product of the library's stands within that place."""
        start, end = (site.line, site.column), (site.end_line, site.end_column)
        return any(start <= place < end for place in self._sites)

    @cached_property
    def _bound(self) -> dict[str, list[tuple[int, Array]]]:
        """Names that a library's product was given to, with the product and when."""
        found: dict[str, list[tuple[int, Array]]] = {}
        for sight in self._trace.sights:
            if sight.how == "bind" and sight.site.line in self._lines and id(sight.array) in self._made:
                for name in sight.site.names:
                    found.setdefault(name, []).append((sight.order, sight.array))
        return found

    @cached_property
    def wrong(self) -> list[Sight]:
        """Final arrays that are neither given nor the library's, nor older than what is given."""
        since = min(first_seen(self._trace, self._left), first_seen(self._trace, self._right))
        return [
            sight
            for sight in self.finals
            if sight.order > since
            and not any(same(sight.array, known) for known in (*self._givens, *self._made.values(), *self._typed))
        ]

    @cached_property
    def _typed(self) -> list[Array]:
        """What is typed as nothing but numbers: sizes, shapes, an answer."""
        typed = [sight for sight in self._trace.sights if sight.how == "display" and sight.array.shape in SHAPES]
        return [sight.array for sight in typed if not _LETTER.search(sight.site.text)]

    def line_of(self, expected: Array) -> int | None:
        """Where the right numbers were first seen outside of a product."""
        for sight in self._trace.sights:
            if sight.array.shape in SHAPES and sight.how not in ("operand", "end") and same(sight.array, expected):
                return sight.site.line
        return None

    def stored_at(self, expected: Array) -> int | None:
        """Where a container that was filled item by item came to hold the right numbers."""
        for sight in self._trace.sights:
            if sight.how in ("changed", "display") and sight.site.kind != "end" and same(sight.array, expected):
                return sight.site.line
        return None


def _own(sight: Sight) -> bool:
    """Whether a sight tells where a value came from: not an operand, nor a last look that has no name."""
    return sight.how not in ("operand", "end", "argument") and sight.site.kind != "end"


def results(trace: Trace, left: Array, right: Array, products: bool = False) -> Results:
    """The results in a trace; with `products`, the library's products count too."""
    return Results(trace, left, right, products)


def same(side: object, expected: Array) -> bool:
    """Whether these are the expected numbers, as a matrix or one after the other."""
    array = np.asarray(side)
    return array.size == expected.size and equal(array.reshape(expected.shape), expected)


def _holds_more(array: Array, expected: Array) -> bool:
    """Whether nothing but rows and columns of zeros, and rows that were there before, stand beside these numbers."""
    if not expected.size < array.size <= MOST_BESIDE:
        return False
    bare = array[array.any(axis=1)][:, array.any(axis=0)]
    rows = [row for index, row in enumerate(bare) if not any(equal(row, before) for before in bare[:index])]
    return same(rows, expected)


def _sums_within(matrix: Array) -> set[float]:
    """The entries of a matrix, and all sums and differences of some of them."""
    entries = [float(entry) for entry in matrix.ravel().tolist()]
    signs = itertools.product((-1, 0, 1), repeat=len(entries))
    return {sum(sign * entry for sign, entry in zip(row, entries, strict=True)) for row in signs} - {0.0}


def _meet(pair: Pair, first: set[float], second: set[float]) -> bool:
    return (pair.left in first and pair.right in second) or (pair.left in second and pair.right in first)


class Arithmetic:
    """The multiplications and additions of whole numbers that make up A @ B."""

    def __init__(self, trace: Trace, left: Array, right: Array) -> None:
        self._pairs = trace.pairs
        self.expected = left @ right
        self._scalars = {value for value, _, _ in trace.scalars}
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
        """The multiplications of an entry of A with the entry of B that it meets."""
        wanted = {frozenset(pair) for pair in self._wanted}
        return [
            pair for pair in self._pairs if pair.name == "multiply" and frozenset((pair.left, pair.right)) in wanted
        ]

    @cached_property
    def all_products(self) -> bool:
        """Whether each product that A @ B needs was made of two numbers, or by adding one up often enough."""
        made = {frozenset((pair.left, pair.right)) for pair in self.multiplications}
        return all(frozenset(pair) in made or self._added_up(*pair) for pair in self._wanted)

    def _added_up(self, one: float, other: float) -> bool:
        """Whether a product was made of multiples of one of its factors: counting by ones makes every number."""
        if 0 in (one, other):
            # Nothing has to be added.
            return True
        if 1 in (one, other):
            return max(one, other) in self._added
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
        made = {frozenset((pair.left, pair.right)) for pair in self.multiplications}
        return all(frozenset(pair) in made for pair in self._wanted)

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
        return self.all_products or self.all_sums or self.other_way

    @cached_property
    def other_way(self) -> bool:
        """Whether seven or more multiplications of numbers and their sums give every cell (Strassen's way).

        Sums within A meet sums within B, or an entry of one plus or minus one of the other is squared.
        """
        multiplied = [
            pair for pair in self._pairs if pair.name == "multiply" and {pair.left, pair.right}.isdisjoint({0, 1})
        ]
        first, second = _sums_within(self._left), _sums_within(self._right)
        pairs = itertools.product(self._left.ravel().tolist(), self._right.ravel().tolist())
        both = {float(sign * (one + turn * other)) for one, other in pairs for sign in (1, -1) for turn in (1, -1)}
        meeting = [
            pair for pair in multiplied if _meet(pair, first, second) or (pair.left == pair.right and pair.left in both)
        ]
        return len(meeting) >= 7 and self.holds_cells(self.expected)

    def holds_cells(self, product: Array) -> bool:
        """Whether every cell was seen as a single number: as a sum, or as what a name or a cell got."""
        sums = {pair.result for pair in self._pairs if pair.name == "add"} | self._scalars
        return all(float(entry) in sums for entry in product.ravel())

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
        """Whether some multiplication's place ran more than once: a loop, a comprehension, a recursion."""
        places = Counter((pair.site.line, pair.site.column) for pair in self.multiplications)
        return self.all_sums or not places or max(places.values()) > 1

    @property
    def line(self) -> int | None:
        """The first multiplication's line."""
        return self.multiplications[0].site.line if self.multiplications else None

    @property
    def last_line(self) -> int | None:
        """The line of the last multiplication of any two numbers."""
        lines = [pair.site.line for pair in self._pairs if pair.name == "multiply"]
        return lines[-1] if lines else None
