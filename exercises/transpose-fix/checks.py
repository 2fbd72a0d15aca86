"""Is there a result of shape (3, 4) that equals A.T @ B, and was its shape confirmed?

In the run `changed` another seed draws other numbers, and B has fewer columns. It can only acquit: what is not plain
from it is asked of `other_numbers`, where only the seed is another, and of `smaller`, with only fewer columns.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from grader.check import Blocked, Missing, Partly, Runs, Wrong, check, completed, stopped_after
from grader.evidence.formulas import Elsewhere, Givens, Recognised, recognise
from grader.evidence.layers import made_to_compare, truncates
from grader.evidence.printed import Mention, mentions, written
from grader.evidence.shown import not_taken, shown
from grader.evidence.verification import speaks_otherwise
from grader.exercise import Exercise
from grader.recording.events import Site
from grader.recording.plan import Plan
from grader.source import looks_at_itself, names_in, said_at, tells_sides
from grader.submission import Submission
from grader.trace import NOT_PRODUCTS, Array, Comparison, Sight, Trace, equal, stands_within

Plans = Mapping[str, Plan]

MOST = 40
NEAR = 0.06
"""What rounding for a tidy print may change."""


@check(points=15)
def product_is_right(
    as_written: Trace, changed: Trace, plans: Plans, exercise: Exercise, submission: Submission, runs: Runs
) -> None:
    """The result is A.T @ B, shape (3, 4)"""
    pairs = _pairs(as_written)
    results = as_written.arrays(3, 4)
    plain: Sight | None = None
    for left, right in pairs:
        found = next((sight for sight in results if equal(sight.array, left.T @ right)), None)
        if found and max(as_written.seen(part)[0].order for part in (left, right)) > found.order:
            # What comes after the result is no given.
            continue
        if found and equal(left.T @ right, left.reshape(3, 5) @ right):
            plain = found
            continue
        if found:
            completed(as_written, submission, found.site.line)
            _kept(as_written, left.T @ right)
            if _product_in(changed, _narrower(plans)) is None:
                _follows(as_written, runs("other_numbers"), found)
            _as_drawn(as_written, left, right)
            _replaced(as_written, found)
            if line := made_to_compare(as_written, found.array):
                raise Wrong(
                    "A.T @ B is only made here, to compare another matrix with it.",
                    line=line,
                    misconception="shape-only-fake",
                )
            return
    if plain:
        raise Wrong(
            "With these numbers every way gives the same result.",
            line=as_written.arrays(5, 3)[0].site.line,
            misconception="given-altered",
        )
    _explain(as_written, exercise, pairs, runs)


@check(points=5)
def shape_is_confirmed(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The output's shape is printed or asserted"""
    if not as_written.arrays(3, 4) and not any(map(_with_shape, as_written.comparisons)):
        _not_printed(as_written, submission)
    multiplied = any(np.shape(made.result) in ((3, 4), (4, 3), (3,), (4,), ()) for made in as_written.products)
    if not _pairs(as_written) and not multiplied:
        raise Missing("There is no product whose shape could be shown.", misconception="shape-not-printed")
    product = _product_in(as_written, 4)
    since = product.order if product and product.site.kind != "end" else 0
    if product and (other := _shown_instead(as_written, product)) and _is_held(as_written, product):
        raise Wrong(
            "The matrix whose shape is shown here is not the product.",
            line=other.site.line,
            hint="Show the shape of what A.T @ B was given to.",
            misconception="shape-not-printed",
        )
    printed = [mention for mention in mentions(as_written, (3, 4)) if mention.order > since]
    columns = _narrower(plans)
    if _printed_anew(as_written, changed, columns, since) or (
        changed.undisturbed and _compared(as_written, changed, submission)
    ):
        return
    if _fits_the_operands(as_written, changed, columns, submission):
        return
    smaller = runs("smaller")
    if _of_a_container(as_written, [pair.site for pair in as_written.comparisons if pair.equal and _with_shape(pair)]):
        return
    if _compared(as_written, smaller, submission) or _noticed(as_written, smaller, submission, columns):
        return
    if not printed:
        _not_printed(as_written, submission)
    if _printed_anew(as_written, smaller, columns, since):
        return
    if _of_a_container(as_written, printed):
        return
    typed = all(written(said_at(submission.text, item.line), (3, 4)) for item in printed)
    made = any(
        equal(sight.array, left.T @ right)
        for left, right in itertools.product(_originals(smaller, 5, 3), _originals(smaller, 5, columns))
        for sight in smaller.arrays(3, columns)
    )
    if (made and mentions(smaller, (3, 4))) or (typed and not made):
        keeps = "The array whose shape is shown here keeps it when B has fewer columns."
        says = "It is not the product's: its size was typed where it was made."
        raise not_taken(submission, printed[-1].line, (3, 4), keeps=keeps, says=says)


def _printed_anew(as_written: Trace, narrower: Trace, columns: int, since: int) -> bool:
    """Whether what says (3, 4) says (3, columns) when B has fewer columns, as typed text does not.

    since: when the product was there, in events.
    """
    usual, narrow = (
        [
            Counter(mention.line for mention in mentions(trace, (3, width)) if mention.order > begun)
            for width in (4, columns)
        ]
        for trace, begun in ((as_written, since), (narrower, 0))
    )
    # Only where it was said before: an objection may name the shape that is asked for.
    return any(usual[0][line] > narrow[0][line] and narrow[1][line] >= max(1, usual[1][line]) for line in usual[0])


def _of_a_container(trace: Trace, places: Sequence[Mention | Site]) -> bool:
    """Whether it is the shape of an array that was made (3, 4) before the product was put into it."""
    products = [left.T @ right for left, right in _pairs(trace)]
    empty: set[str] = set()
    filled: set[str] = set()
    for sight in trace.sights:
        if sight.how in ("bind", "changed") and sight.array.shape == (3, 4):
            right = any(equal(sight.array, product) for product in products)
            filled |= {name for name in sight.site.names if right and name in empty}
            empty |= set() if right else {*sight.site.names}
    lines = {place.line for place in places}
    sites = [*(sight.site for sight in trace.sights), *(pair.site for pair in trace.comparisons)]
    read = {site.text for site in sites if site.line in lines}
    return any(re.search(rf"\b{re.escape(name)}(\[0\])?\.shape\b", text) for name in filled for text in read)


def _narrower(plans: Plans) -> int:
    """How many columns B has in the runs in which it has fewer."""
    return next((resize.size for resize in plans["changed"].resizes if resize.shape == (5, 4)), 4)


def _as_drawn(trace: Trace, left: Array, right: Array) -> None:
    """Raise Wrong when A or B was made another matrix before they were multiplied."""
    for name, matrix in (("A", left), ("B", right)):
        first = trace.seen(matrix)[0]
        turned = [sight for sight in trace.arrays(*matrix.T.shape) if equal(sight.array, matrix.T)]
        if turned and turned[0].order < first.order and "rand" in turned[0].site.text:
            seen = f"{name} was drawn with the shape {matrix.T.shape}."
            raise Wrong(seen, line=turned[0].site.line, misconception="given-altered")
        words = names_in(first.site.text)
        for sight in trace.arrays(*matrix.shape):
            made_of = {name for seen in trace.seen(sight.array) for name in seen.site.names} & words
            if sight.order < first.order and made_of and "rand" not in first.site.text:
                seen = f"{name} was made another matrix before it was multiplied."
                says = "The exercise asks for the product of A and B as they are given."
                raise Wrong(seen, line=first.site.line, says=says, misconception="given-altered")


def _pairs(trace: Trace, columns: int = 4) -> list[tuple[Array, Array]]:
    return [(left, right) for left in _originals(trace, 5, 3) for right in _originals(trace, 5, columns)]


def _originals(trace: Trace, *shape: int) -> list[Array]:
    """Arrays of that shape which are not an earlier one with its entries in another order."""
    found: list[Array] = []
    for sight in islice(trace.arrays(*shape), MOST):
        ordered = np.sort(sight.array, axis=None)
        again = any(equal(ordered, np.sort(other, axis=None)) for other in found)
        if not again and not truncates(sight.array, found):
            found.append(sight.array)
    return found


def _givens(trace: Trace) -> list[Givens]:
    return [{"A": left, "B": right} for left, right in _pairs(trace)]


def _results(trace: Trace) -> list[Sight]:
    """What may be meant for the result: no sum that is still added to."""
    added = {id(operand) for product in trace.products if product.name == "add" for operand in product.operands}
    return [sight for sight in trace.arrays(3, 4) + trace.arrays(4, 3) if id(sight.array) not in added]


def _explain(trace: Trace, exercise: Exercise, pairs: Sequence[tuple[Array, Array]], runs: Runs) -> None:
    """Say what is there instead. Always raises."""

    def elsewhere() -> Elsewhere:
        other = runs("other_numbers")
        return _results(other), _givens(other)

    found = recognise(exercise, _results(trace), _givens(trace), elsewhere)
    if found:
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=_points_to(trace, found, pairs),
            hint=found.misconception.hint,
            says=found.misconception.says,
            misconception=found.misconception.id,
        )
    _truncated(trace, pairs)
    _sliced(trace, pairs)
    _failed(trace)
    _altered(trace, pairs)
    for sight in trace.arrays(3, 4):
        if not np.any(sight.array) and len(trace.arrays(3, 4)) > 1:
            continue
        if any(product.result is sight.array and product.name not in NOT_PRODUCTS for product in trace.products):
            continue
        raise Wrong(
            "This array has the shape (3, 4), but not the numbers of A.T @ B.",
            line=_made_at(trace, sight),
            misconception="shape-only-fake",
        )
    results = [product for product in trace.products if _uses(product.operands, pairs)]
    if results:
        last = results[-1]
        if np.shape(last.result) == (3, 4):
            raise Wrong(
                "This product has the shape (3, 4), but not the numbers of A.T @ B.",
                line=last.site.line,
                misconception="shape-only-fake",
            )
        raise Wrong(
            f"This product gives {np.shape(last.result)}; asked for is A.T @ B, shape (3, 4).", line=last.site.line
        )
    _stopped(trace)
    raise Missing("No result of shape (3, 4) was seen.", hint="C = A.T @ B")


def _shown_instead(trace: Trace, product: Sight) -> Sight | None:
    """The matrix whose shape is shown, where that is another one, which came after the product."""
    products = [one.T @ other for one, other in _pairs(trace)]
    seen = shown(trace, (3, 4))
    later = [sight for sight in seen if sight.order > product.order]
    if any(np.allclose(sight.array, one, atol=NEAR) for sight in seen for one in products):
        return None
    return later[-1] if later else None


def _is_held(trace: Trace, product: Sight) -> bool:
    """Whether some name has the product at the end."""
    last = {name: sight for sight in trace.sights if sight.how in ("bind", "changed") for name in sight.site.names}
    return any(equal(sight.array, product.array) for sight in last.values())


def _replaced(trace: Trace, product: Sight) -> None:
    """Raise Wrong when another matrix came in the product's place before anything of that was shown."""
    other = _shown_instead(trace, product)
    if other and not _is_held(trace, product):
        raise Wrong(
            "A.T @ B is made, but the matrix whose shape is shown is another one.",
            line=other.site.line,
            says="It came in the product's place.",
            hint="Keep A.T @ B under its name, and show its shape.",
            misconception="shape-only-fake",
        )


def _kept(trace: Trace, product: Array) -> None:
    """The product is not only a part of an expression whose value, another matrix, gets a name."""
    right, others = set(), set()
    for sight in trace.arrays(3, 4):
        if equal(sight.array, product):
            right.add(id(sight.array))
        elif not np.allclose(sight.array, product, atol=NEAR):
            others.add(id(sight.array))
    made = {sight.site.id: sight.site for sight in trace.sights if id(sight.array) in right}
    bound = {sight.site.id: sight for sight in trace.sights if id(sight.array) in others and sight.site.kind == "bind"}
    if len(made) > MOST or len(bound) > MOST:
        # An honest file has it in a few places; to compare thousands would only take time.
        return
    inside = [
        next((one for one in bound.values() if site is not one.site and stands_within(site, one.site)), None)
        for site in made.values()
    ]
    if not all(inside):
        return
    sight = next(one for one in inside if one)
    if truncates(sight.array, [product]):
        raise Wrong("The result has no fractions.", line=sight.site.line, misconception="integer-truncation")
    raise Wrong("A.T @ B is right, but here its numbers are changed before they are kept.", line=sight.site.line)


def _follows(trace: Trace, other: Trace, found: Sight) -> None:
    """With other numbers in A and B the result is another one, too."""
    pairs = _pairs(other)
    changed = pairs and not any(equal(left, mine) for left, _ in pairs for mine, _ in _pairs(trace))
    if changed and other.undisturbed_beside(trace) and _product_in(other, 4) is None:
        raise Wrong(
            "With other numbers in A and B this is not their product.",
            line=_made_at(trace, found),
            misconception="shape-only-fake",
        )


def _product_in(trace: Trace, columns: int) -> Sight | None:
    """The product of an A and a B with so many columns, where it is first seen."""
    products = [left.T @ right for left, right in _pairs(trace, columns)]
    sights = itertools.product(filter(np.any, products), trace.arrays(3, columns))
    return next((sight for product, sight in sights if equal(sight.array, product)), None)


def _points_to(trace: Trace, found: Recognised, pairs: Sequence[tuple[Array, Array]]) -> int:
    """Where a teacher would point: the reshaping, the call with exchanged arguments, else the product."""
    if found.misconception.id in ("reshape-for-transpose", "rotated-for-transpose"):
        for left, _ in pairs:
            dealt = [left.reshape(3, 5), left.reshape(3, 5, order="F")]
            dealt += [np.rot90(left), np.rot90(left, -1), np.rot90(left, 2).T]
            seen = [sight for sight in trace.arrays(3, 5) if any(equal(sight.array, other) for other in dealt)]
            if seen:
                return seen[0].site.line
    if found.misconception.id == "swapped-operands":
        called = [part.site.line for part in trace.seen(found.sight.array) if part.site.kind == "call"]
        if called:
            return called[-1]
    return _made_at(trace, found.sight)


def _made_at(trace: Trace, sight: Sight) -> int:
    """The line of the product that made an array, else of its first sight that is no operand."""
    made = [product.site.line for product in trace.products if product.result is sight.array]
    first = [part.site.line for part in trace.seen(sight.array) if part.how not in ("operand", "argument", "end")]
    return (made or first or [sight.site.line])[0]


def _uses(operands: Sequence[object], pairs: Sequence[tuple[Array, Array]]) -> bool:
    return any(
        isinstance(operand, np.ndarray) and any(equal(operand, part) or equal(operand, part.T) for part in pair)
        for operand in operands
        for pair in pairs
    )


def _truncated(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    for sight in trace.arrays(5, 3) + trace.arrays(5, 4):
        origins = [part for pair in pairs for part in pair if part.shape == sight.array.shape]
        if truncates(sight.array, origins) and _multiplied(trace, sight.array):
            raise Wrong(
                "This matrix was turned into whole numbers.", line=sight.site.line, misconception="integer-truncation"
            )
    for sight in reversed(trace.arrays(3, 4)):
        whole = np.array_equal(sight.array, np.round(sight.array.real)) and np.any(sight.array)
        for left, right in pairs:
            near = bool((np.abs(sight.array - left.T @ right) < 5).all())
            if whole and (truncates(sight.array, [left.T @ right]) or near):
                raise Wrong(
                    "The result has no fractions.", line=_made_at(trace, sight), misconception="integer-truncation"
                )


def _sliced(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """A product of parts of A and B: fewer rows than they have."""
    for product in trace.products:
        arrays = [operand for operand in product.operands if isinstance(operand, np.ndarray) and operand.ndim == 2]
        if len(arrays) != 2 or product.name in NOT_PRODUCTS:
            continue
        for left, right in pairs:
            parts = _part_of(arrays[0], left) or _part_of(arrays[0], left.T)
            others = _part_of(arrays[1], right)
            whole = (parts or equal(arrays[0], left), others or equal(arrays[1], right))
            if (parts or others) and all(whole) and np.shape(product.result)[-1:] == (4,):
                cut = arrays[1] if others else arrays[0]
                raise Wrong(
                    f"Only parts of A and B were multiplied: {arrays[0].shape} @ {arrays[1].shape}.",
                    line=trace.seen(cut)[0].site.line,
                    misconception="sliced-to-fit",
                )


def _part_of(array: Array, whole: Array) -> bool:
    """Whether `array` is made of fewer rows (and first columns) of `whole`."""
    columns = array.shape[1]
    if array.size >= whole.size or columns > whole.shape[1] or array.shape[0] > whole.shape[0]:
        return False
    return all(any(np.allclose(row, other[:columns]) for other in whole) for row in array)


def _failed(trace: Trace) -> None:
    for failure in reversed(trace.failures):
        if len(failure.operands) != 2:
            continue
        left, right = (operand.shape for operand in failure.operands)
        seen = f"{left} and {right} do not fit: this product raised an error."
        if failure.name == "multiply" and {left, right} in ({(3, 5), (5, 4)}, {(5, 3), (4, 5)}):
            raise Wrong(seen, line=failure.site.line, misconception="elementwise-product")
        if {left, right} == {(5, 3), (5, 4)}:
            raise Wrong(seen, line=failure.site.line, misconception="transpose-missing")
        if (left, right) in (((5, 3), (4, 5)), ((5, 4), (3, 5))):
            raise Wrong(seen, line=failure.site.line, misconception="transpose-wrong-operand")
        if {left, right} == {(3, 5), (4, 5)}:
            raise Wrong(f"{seen} Both lie on their side.", line=failure.site.line, hint="Only A is turned: A.T @ B.")


def _stopped(trace: Trace) -> None:
    """Raise Wrong when an error came before there was a result, and before the matrices of another exercise."""
    drawn = [sight.order for sight in trace.arrays(5, 3) + trace.arrays(5, 4)]
    stop = stopped_after(trace, max(drawn)) if drawn else None
    if stop and not any(max(drawn) < sight.order < stop.order for sight in trace.arrays(2, 2)):
        raise Wrong(f"There is no result, because {stop.type} stopped this part.", line=stop.line)


def _altered(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> None:
    """A product that fits because A or B was made in another shape."""
    turned = [part.T for pair in pairs for part in pair] + [sight.array.T for sight in trace.arrays(5, 3)]
    for shape in ((3, 5), (4, 5), (3, 4), (5, 3)):
        for sight in trace.arrays(*shape):
            drawn = sight.site.kind in ("call", "bind") and "rand" in sight.site.text
            known = any(equal(sight.array, other) for other in turned)
            if drawn and not known and _multiplied(trace, sight.array) and shape != (5, 3):
                raise Wrong(f"This matrix has the shape {shape}.", line=sight.site.line, misconception="given-altered")


def _multiplied(trace: Trace, array: Array) -> bool:
    return any(
        operand is array or (isinstance(operand, np.ndarray) and equal(operand, array.T))
        for product in trace.products
        for operand in product.operands
    )


def _compared(trace: Trace, smaller: Trace, submission: Submission) -> bool:
    """Whether the shape is compared with (3, 4), and something is said or raised when it is another one."""
    typed = {pair.site.line for pair in smaller.comparisons if pair.equal and _with_shape(pair)}
    lines = {pair.site.line for pair in trace.comparisons if pair.equal and _with_shape(pair)} - typed
    telling = (line for line in lines if tells_sides(submission.text, line))
    return any(speaks_otherwise(line, trace, smaller, submission) for line in telling)


def _fits_the_operands(trace: Trace, narrower: Trace, columns: int, submission: Submission) -> bool:
    """Whether the shape is compared with what A's and B's own shapes make of it, and something depends on that."""

    def fits(usual: int | list[int], narrow: int | list[int]) -> bool:
        lines = _equal_at(trace, usual) & _equal_at(narrower, narrow)
        others = (line for line in lines if not looks_at_itself(submission.text, line, names))
        return any(_has_consequence(line, trace, submission) for line in others)

    names = _names_of(trace, 3)
    return fits([3, 4], [3, columns]) or (fits(3, 3) and fits(4, columns))


def _equal_at(trace: Trace, size: int | list[int]) -> set[int]:
    """The lines at which a shape, or a length of the result, is found equal to that."""
    names = _names_of(trace, 3)
    return {
        pair.site.line
        for pair in trace.comparisons
        if pair.equal
        and np.asarray(pair.left).tolist() == np.asarray(pair.right).tolist() == size
        and (isinstance(size, list) or names & names_in(pair.site.text))
    }


def _has_consequence(line: int, trace: Trace, submission: Submission) -> bool:
    """Whether a line asserts, or prints, or decides what is printed or raised."""
    rows = submission.lines
    told = {part.line for part in trace.prints}
    places = {line, *submission.branches_at(line), *submission.lines_using(line)}
    texts = [rows[place - 1] for place in places if 0 < place <= len(rows)]
    asserted = any(re.search(r"\b(assert|raise)", text) and " or " not in text for text in texts)
    return asserted or not told.isdisjoint(places)


def _noticed(trace: Trace, smaller: Trace, submission: Submission, columns: int) -> bool:
    """Whether the file itself objects, in words or by an error of its own, when the result has another shape."""
    lines = submission.lines
    before = {failing.line for failing in trace.exceptions}
    made, again = _product_in(trace, 4), _product_in(smaller, columns)
    if made is None or again is None:
        return False
    for failing in smaller.exceptions:
        if failing.order < again.order:
            continue
        text = lines[failing.line - 1] if 0 < failing.line <= len(lines) else ""
        asserts = failing.type == "AssertionError"
        own = asserts or re.search(r"\b(raise|exit|quit)\b", text)
        place = failing.line if asserts else submission.condition_of(failing.line)
        if not tells_sides(submission.text, place):
            continue
        if own and failing.line not in before and not smaller.arrays(5, 4) and not _of_others(failing.line, smaller):
            return True
    first, second = (
        [re.findall(r"[^\W\d_]{2,}", part.text) for part in one.prints if part.order > since.order]
        for one, since in ((trace, made), (smaller, again))
    )
    return len(first) == len(second) and first != second


def _of_others(line: int, smaller: Trace) -> bool:
    """Whether what a line finds unequal are shapes of A and B, and not the result's."""
    unequal = [pair for pair in smaller.comparisons if pair.site.line == line and not pair.equal]
    results, operands = (_names_of(smaller, rows) for rows in (3, 5))
    words = [names_in(pair.site.text) for pair in unequal]
    return bool(unequal) and not any(results & names for names in words) and all(operands & names for names in words)


def _names_of(trace: Trace, rows: int) -> set[str]:
    """The names of the matrices with so many rows."""
    held = [sight for sight in trace.sights if sight.array.ndim == 2 and sight.array.shape[0] == rows]
    return {name for sight in held for name in sight.site.names}


def _compared_in_vain(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when a comparison of the result's size says nothing of its shape."""
    names = _names_of(trace, 3)
    short = (pair for pair in trace.comparisons if pair.equal and np.size(pair.left) <= 2)
    compared = [pair for pair in short if names & names_in(pair.site.text)]
    for pair in compared:
        if looks_at_itself(submission.text, pair.site.line, names):
            seen = "Here the result's shape is compared with itself."
        elif not tells_sides(submission.text, pair.site.line):
            seen = "What is compared here is the same for a matrix of shape (4, 3)."
        elif {np.asarray(one.left).tolist() for one in compared if np.ndim(one.left) == 0} in ({3}, {4}):
            seen = "Only one of the result's two lengths is compared."
        else:
            continue
        raise Wrong(seen, line=pair.site.line, hint="assert C.shape == (3, 4)", misconception="shape-not-printed")


def _with_shape(pair: Comparison) -> bool:
    return [3, 4] in (np.asarray(pair.left).tolist(), np.asarray(pair.right).tolist())


def _not_printed(trace: Trace, submission: Submission) -> None:
    """Say what was printed instead. Always raises."""
    _compared_in_vain(trace, submission)
    early = mentions(trace, (3, 4)) if _product_in(trace, 4) else []
    if early:
        raise Wrong(
            "(3, 4) is printed here, before the product is there.",
            line=early[-1].line,
            hint="Print the product's own shape, once it is made.",
            misconception="shape-not-printed",
        )
    for sight in trace.arrays(3, 4):
        shown = sum(f"{abs(entry):.3f}"[:-1] in trace.text for entry in sight.array.real.ravel())
        if shown >= sight.array.size - 2:
            raise Partly("The matrix is printed, but not its shape.", share=0.4, misconception="shape-not-printed")
    if not trace.arrays(3, 4) and trace.arrays(4, 3):
        raise Blocked("Not looked at yet: first there has to be a result of shape (3, 4).")
    if not trace.arrays(3, 4):
        raise Missing("There is no result whose shape could be shown.", misconception="shape-not-printed")
    turned = mentions(trace, (4, 3))
    if turned:
        raise Wrong(
            "(4, 3) is printed here: this is the result lying on its side.",
            line=turned[-1].line,
            hint="A.T @ B is (3, 4) already; print its shape.",
            misconception="shape-not-printed",
        )
    raise Wrong("The shape (3, 4) was neither printed nor asserted.", misconception="shape-not-printed")
