"""Is there a result of shape (3, 4) that equals A.T @ B, and was its shape confirmed?

In the run `changed` another seed draws other numbers, and B has fewer columns. It can only acquit: what is not plain
from it is asked of `other_numbers`, where only the seed is another, and of `smaller`, with only fewer columns.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from grader.check import Missing, Runs, Wrong, check
from grader.evidence.likeness import constant, keeps_order, only_adds_up, truncates
from grader.evidence.made import (
    given_to_nothing,
    is_held_elsewhere,
    is_lost,
    made_of_nothing,
    made_to_compare,
    never_leaves,
    was_filled,
)
from grader.evidence.printed import mentions, written
from grader.evidence.shown import not_taken, shown
from grader.evidence.stopped import refuse_stopped, refuse_unfinished
from grader.evidence.transposed.confirmed_shape import (
    compared,
    compared_as_filled,
    fits_the_operands,
    noticed,
    printed_anew,
    read_as_filled,
    refuse_denied_shape,
)
from grader.evidence.transposed.operands import MOST, made_at, originals, pairs_of, product_in, products_of, there_since
from grader.evidence.transposed.whose_lengths import refuse_operands_lengths, with_shape
from grader.exercise import Exercise
from grader.own_names import name_of
from grader.recording.plan import Plan
from grader.submission import Submission
from grader.syntax.source import names_in, said_at
from grader.trace import Array, Sight, Trace, equal, stands_within

Plans = Mapping[str, Plan]

_LETTER = r"[^\W\d](?<![eE])"
_DRAWS = (
    r"([\d.]+ ?\* ?|\[\[)?[\w.()]*\b(rand\w*|\w*normal|uniform|integers|choice|sample|random_sample|random|gauss|"
    r"exponential|poisson|binomial|beta|gamma|laplace|logistic|triangular|\w+variate)\("
)
NEAR = 0.06
"""What rounding for a tidy print may change."""


@check(points=15)
def product_is_right(
    as_written: Trace, changed: Trace, plans: Plans, exercise: Exercise, submission: Submission, runs: Runs
) -> None:
    """The result is A.T @ B, shape (3, 4)"""
    pairs = pairs_of(as_written)
    right_ones = [product for left, right in pairs for product in [left.T @ right] if as_written.find(product)]
    otherwise = max(_made_otherwise(as_written, right_ones), default=-1)
    plain: Sight | None = None
    objection: Wrong | None = None
    for left, right, found in _made(as_written, pairs):
        if found.order <= otherwise:
            # It was only tried.
            continue
        if equal(left.T @ right, left.reshape(3, 5) @ right):
            plain = found
            continue
        try:
            _is_the_product(found, left, right, as_written, submission)
        except Wrong as wrong:
            # Something may be tried with other matrices first.
            objection = objection or wrong
            continue
        if product_in(changed, _narrower(plans)) is None:
            _follows(as_written, runs("other_numbers"), found)
            _typed_in(as_written, left.T @ right)
        return
    from grader.evidence.transposed.wrong_product import explain_product, refuse_known_mistakes

    if objection:
        if objection.misconception == "shape-only-fake":
            # What was made to compare may be the only right one.
            refuse_known_mistakes(as_written, exercise, pairs, runs)
        raise objection
    if plain:
        raise Wrong(
            "With these numbers every way gives the same result.",
            line=_first_drawn(as_written),
            misconception="given-altered",
        )
    explain_product(as_written, exercise, pairs, runs)


def _made(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> Iterator[tuple[Array, Array, Sight]]:
    """The pairs whose product is there, with each array that it is; what comes after the result is no given."""
    for left, right in pairs:
        since = max(trace.seen(part)[0].order for part in (left, right))
        yield from ((left, right, sight) for sight in trace.like(left.T @ right) if sight.order >= since)


def _made_otherwise(trace: Trace, right_ones: Sequence[Array]) -> Iterator[int]:
    """When something else was made of a B that was never rightly multiplied, in events."""
    for made in trace.products:
        mine = next((operand for operand in made.operands if np.shape(operand) == (5, 4)), None)
        if mine is None or np.shape(made.result) != (3, 4):
            continue
        if any(equal(made.result, product) for product in right_ones):
            continue
        other = next((operand for operand in made.operands if np.shape(operand) == (3, 5)), None)
        if other is not None and not any(_same_numbers(other, left.array) for left in trace.arrays(5, 3)):
            # Drawn in the shape that fits: another example.
            continue
        if not any(trace.find(left.array.T @ mine) for left in trace.arrays(5, 3)):
            yield made.order


def _same_numbers(one: Array, other: Array) -> bool:
    """Whether two arrays hold the same numbers in any order."""
    return equal(np.sort(one, axis=None), np.sort(other, axis=None))


def _is_the_product(found: Sight, left: Array, right: Array, trace: Trace, submission: Submission) -> None:
    """Raise Wrong when a product is none of A and B as they are given, or is not kept."""
    refuse_unfinished(trace, submission, found.site.line)
    refuse_stopped(trace, found.array, submission, "the product")
    _given_to_something(trace, submission, found)
    _kept(trace, left.T @ right)
    _multiplied(trace, found, left, right)
    _as_drawn(trace, left, right)
    _replaced(trace, found, submission)
    if line := made_to_compare(trace, found.array):
        raise Wrong(
            "A.T @ B is only made here, to compare another matrix with it.",
            line=line,
            misconception="shape-only-fake",
        )


def own_names(as_written: Trace, submission: Submission) -> dict[str, str]:
    """What the file calls the product."""
    alike = as_written.arrays(3, 4)
    own = name_of((one for sight in alike for one in as_written.seen(sight.array)), submission.text)
    return {"C": own} if own else {}


@check(points=5)
def shape_is_confirmed(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The output's shape is printed or asserted"""
    if not as_written.arrays(3, 4) and not any(map(with_shape, as_written.comparisons)):
        from grader.evidence.transposed.unconfirmed import explain_not_printed

        explain_not_printed(as_written, submission)
    multiplied = any(np.shape(made.result) in ((3, 4), (4, 3), (3,), (4,), ()) for made in as_written.operations)
    product = product_in(as_written, 4)
    nothing = all(made_of_nothing(as_written, sight) for sight in as_written.arrays(3, 4))
    if product is None and (nothing or not (pairs_of(as_written) or multiplied)):
        raise Missing("There is no product whose shape could be shown.")
    since = there_since(product)
    if product and (other := _shown_instead(as_written, product, submission)) and _is_held(as_written, product):
        raise Wrong(
            "The matrix whose shape is shown here is not the product.",
            line=other.site.line,
            hint="Show the shape of what A.T @ B was given to.",
            misconception="shape-not-printed",
        )
    printed = [mention for mention in mentions(as_written, (3, 4)) if mention.order > since]
    refuse_denied_shape(as_written, changed, submission)
    columns = _narrower(plans)
    if printed_anew(as_written, changed, columns, since, submission) or (
        changed.undisturbed and compared(as_written, changed, since, submission)
    ):
        return
    if fits_the_operands(as_written, changed, columns, submission):
        return
    smaller = runs("smaller")
    if compared_as_filled(as_written, smaller, columns, submission):
        return
    if compared(as_written, smaller, since, submission) or noticed(as_written, smaller, submission, columns):
        return
    if not printed:
        from grader.evidence.transposed.unconfirmed import explain_not_printed

        explain_not_printed(as_written, submission)
    if printed_anew(as_written, smaller, columns, since, submission):
        return
    if read_as_filled(as_written, printed, submission):
        return
    refuse_operands_lengths(as_written, printed, submission)
    typed = all(written(said_at(submission.text, item.line), (3, 4)) for item in printed)
    made = any(
        equal(sight.array, left.T @ right)
        for left, right in itertools.product(originals(smaller, 5, 3), originals(smaller, 5, columns))
        for sight in smaller.arrays(3, columns)
    )
    if (made and mentions(smaller, (3, 4))) or (typed and not made):
        keeps = "The array whose shape is shown here keeps it when B has fewer columns."
        says = "It is not the product's: its size was typed where it was made."
        raise not_taken(submission, printed[-1].line, (3, 4), keeps=keeps, says=says)


def _narrower(plans: Plans) -> int:
    """How many columns B has in the runs in which it has fewer."""
    return next((resize.size for resize in plans["changed"].resizes if resize.shape == (5, 4)), 4)


def _first_drawn(trace: Trace) -> int:
    """Where the matrix that stands for A was made."""
    return trace.arrays(5, 3)[0].site.line


def _as_drawn(trace: Trace, left: Array, right: Array) -> None:
    """Raise Wrong when A or B was made another matrix before they were multiplied."""
    for name, matrix in (("A", left), ("B", right)):
        first = trace.seen(matrix)[0]
        turned = [sight for sight in trace.arrays(*matrix.T.shape) if equal(sight.array, matrix.T)]
        if turned and turned[0].order < first.order and re.match(_DRAWS, turned[0].site.text):
            seen = f"{name} was drawn with the shape {matrix.T.shape}."
            raise Wrong(seen, line=turned[0].site.line, misconception="given-altered")
        words = names_in(first.site.text)
        seen_at_once = (seen for seen in trace.seen(matrix) if seen.site.line == first.site.line)
        own = {name for seen in seen_at_once if seen.how == "bind" for name in seen.site.names}
        whole = set(map(id, originals(trace, *matrix.shape)))
        for sight in trace.arrays(*matrix.shape):
            if id(sight.array) not in whole:
                continue
            names = {name for seen in trace.seen(sight.array) for name in seen.site.names}
            made_of = names & words
            if own and own.isdisjoint(names):
                # A helper of another name on the way to it.
                continue
            if np.allclose(sight.array, matrix, atol=NEAR):
                continue
            if sight.order < first.order and made_of and "rand" not in first.site.text:
                seen = f"{name} was made another matrix before it was multiplied."
                says = "The exercise asks for the product of A and B as they are given."
                raise Wrong(seen, line=first.site.line, says=says, misconception="given-altered")


def _typed_in(trace: Trace, product: Array) -> None:
    """Raise Wrong when the product's numbers come from nowhere but a place where they are typed."""
    right = [sight for sight in trace.arrays(3, 4) if equal(sight.array, product)]
    looks = ("operand", "argument", "used", "end")
    seen = [one for sight in right for one in trace.seen(sight.array) if one.how not in looks and not one.is_last_look]
    typed = {one.site.line for one in seen if one.how == "display" and not re.search(_LETTER, one.site.text)}
    if typed and all(one.site.line in typed for one in seen):
        raise Wrong(
            "These numbers are typed in.",
            line=min(typed),
            says="They are right, but not computed from A and B.",
            hint="C = A.T @ B",
            misconception="shape-only-fake",
        )


def _multiplied(trace: Trace, found: Sight, left: Array, right: Array) -> None:
    """Raise Wrong when one of the matrices only copies or adds up the other one's rows, and no product is seen."""
    if not (only_adds_up(left) or only_adds_up(right)) or was_filled(trace, found):
        return
    operands = (operand for product in trace.operations for operand in product.operands if np.ndim(operand) == 2)
    if not any(equal(operand, one) for operand in operands for one in (left, left.T, right, right.T)):
        raise Wrong(
            "A and B are not multiplied here: with such numbers a copy, or a sum, gives the same.",
            line=_first_drawn(trace),
            misconception="given-altered",
        )


def _shown_instead(trace: Trace, product: Sight, submission: Submission) -> Sight | None:
    """The matrix whose shape is shown, where that is another one: it came later, or never became the product."""
    # What is made of ones alone shows how it is done, and is nobody's result beside another one.
    products = [one for one in products_of(trace) if not constant(one) or constant(product.array)]
    seen = shown(trace, (3, 4), submission)
    if any(np.allclose(sight.array, one, atol=NEAR) for sight in seen for one in products):
        return None
    right = [sight for sight in trace.arrays(3, 4) if equal(sight.array, product.array)]
    held = [one for sight in right for one in trace.seen(sight.array)]
    # Also what a call fills: np.matmul(A.T, B, C), np.copyto(C, A.T @ B).
    given = {one.site.line for one in held if one.how in ("result", "bind", "changed") and not one.is_last_look}
    rows = {line: names_in(row) for line, row in enumerate(submission.lines, 1) if line in given}
    names = {variable for one in held for variable in trace.variables(one.site.names, one.site.line)}
    names = names.union(*(trace.variables(row, line) for line, row in rows.items()))
    elsewhere = is_held_elsewhere(trace, product.array, submission)
    # An object may have the product, and something else of its shape, such as gradients.
    together = {(one.site.line, one.site.names) for one in held if one.how in ("bind", "changed") and one.site.names}
    others = [
        sight
        for sight in seen
        if (sight.site.line, sight.site.names) not in together
        if sight.order > product.order
        or (names.isdisjoint(trace.variables(sight.site.names, sight.site.line)) and not elsewhere)
    ]
    return others[-1] if others else None


def _is_held(trace: Trace, product: Sight) -> bool:
    """Whether some name has the product at the end, or until it gets a matrix of another exercise."""
    alike = (sight for sight in trace.sights if sight.array.shape == product.array.shape)
    last = {name: sight for sight in alike if sight.how in ("bind", "changed") for name in sight.site.names}
    return any(equal(sight.array, product.array) for sight in last.values())


def _replaced(trace: Trace, product: Sight, submission: Submission) -> None:
    """Raise Wrong when another matrix came in the product's place before anything of that was shown."""
    other = _shown_instead(trace, product, submission)
    if other and truncates(other.array, [product.array]):
        raise Wrong("The result has no fractions.", line=other.site.line, misconception="integer-truncation")
    if other and is_lost(trace, product.array, [other], submission):
        raise Wrong(
            "A.T @ B is made here, and nothing keeps it; the matrix whose shape is shown is another one.",
            line=product.site.line,
            says="What is not kept cannot be shown.",
            hint="C = A.T @ B, then print(C.shape); in a function, return it.",
            misconception="shape-only-fake",
        )
    if other and not _is_held(trace, product) and not keeps_order(product.array, other.array):
        raise Wrong(
            "A.T @ B is made, but the matrix whose shape is shown is another one.",
            line=other.site.line,
            says="It came in the product's place.",
            hint="Keep A.T @ B under its name, and show its shape.",
            misconception="shape-only-fake",
        )


def _given_to_something(trace: Trace, submission: Submission, product: Sight) -> None:
    """Raise Wrong when no name, call or print gets the product, or it never leaves its function."""
    if given_to_nothing(trace, product.array, submission):
        raise Wrong("A.T @ B is computed here, and nothing gets it.", line=product.site.line, hint="C = A.T @ B")
    if last := never_leaves(trace, product.array, submission):
        raise Wrong(
            "A.T @ B is made in this function, and never leaves it.",
            line=last.site.line,
            says="A function gives back only what it returns.",
            hint=f"return {last.site.names[0]}",
        )


def _kept(trace: Trace, product: Array) -> None:
    """The product is not only a part of an expression whose value, another matrix, gets a name."""
    right, others = set(), set()
    for sight in trace.arrays(3, 4):
        if equal(sight.array, product):
            right.add(id(sight.array))
        elif not np.allclose(sight.array, product, atol=NEAR):
            others.add(id(sight.array))
    others |= {id(sight.array) for sight in trace.arrays(4, 3) if equal(sight.array, product.T)}
    made = {sight.site.id: sight.site for sight in trace.sights if id(sight.array) in right and sight.is_origin}
    bound = {sight.site.id: sight for sight in trace.sights if id(sight.array) in others and sight.site.kind == "bind"}
    if len(made) > MOST or len(bound) > MOST:
        # An honest file has it in a few places; to compare thousands would only take time.
        return
    inside = [
        next((one for one in bound.values() if site is not one.site and stands_within(site, one.site)), None)
        for site in made.values()
    ]
    if not inside or not all(inside):
        return
    sight = next(one for one in inside if one)
    if equal(sight.array, product.T):
        raise Wrong(
            "The product is transposed here before it is kept: then it is (4, 3).",
            line=sight.site.line,
            hint="A.T @ B is (3, 4) already.",
        )
    if truncates(sight.array, [product]):
        raise Wrong("The result has no fractions.", line=sight.site.line, misconception="integer-truncation")
    raise Wrong("A.T @ B is right, but here its numbers are changed before they are kept.", line=sight.site.line)


def _follows(trace: Trace, other: Trace, found: Sight) -> None:
    """With other numbers in A and B the result is another one, too."""
    pairs = pairs_of(other)
    changed = pairs and not any(equal(left, mine) for left, _ in pairs for mine, _ in pairs_of(trace))
    if changed and other.undisturbed_beside(trace) and product_in(other, 4) is None:
        raise Wrong(
            "With other numbers in A and B this is not their product.",
            line=made_at(trace, found),
            misconception="shape-only-fake",
        )
