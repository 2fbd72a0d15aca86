"""Is there a result of shape (3, 4) that equals A.T @ B, and was its shape confirmed?

In the run `changed` another seed draws other numbers, and B has fewer columns. It can only acquit: what is not plain
from it is asked of `other_numbers`, where only the seed is another, and of `smaller`, with only fewer columns. Whether
a shape that is not shown as it is could be (4, 3) as well is asked of `on_its_side`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from grader.check import Inconclusive, Missing, Plans, Runs, Wrong, check
from grader.evidence.candidates import candidates
from grader.evidence.made import made_of_nothing, was_computed
from grader.evidence.printed import Mention, mentions, written
from grader.evidence.shown import not_taken
from grader.exercise import Exercise
from grader.own_names import MOST_CHARACTERS, name_of
from grader.submission import Submission
from grader.syntax.statements import name_assigned_in
from grader.syntax.telling import said_at, typed_alone
from grader.trace import Array, Sight, Trace, equal

from .transposed.confirmed_shape import (
    compared,
    compared_as_filled,
    fits_the_operands,
    noticed,
    printed_anew,
    read_as_filled,
)
from .transposed.denied_shape import (
    refuse_denied_by_a_test,
    refuse_denied_by_another,
    refuse_denied_by_nothing,
    refuse_denied_shape,
    refuse_denied_whatever,
)
from .transposed.each_length import each_length_told
from .transposed.kept_product import (
    is_held,
    line_of_first_drawn,
    refuse_other_than_product,
    refuse_typed_product,
    shown_instead,
)
from .transposed.on_its_side import refuse_the_same_on_its_side, shows_the_shape_itself
from .transposed.operands import made_at, originals, pairs_of, product_in, there_since, to_explain
from .transposed.whose_lengths import refuse_operands_lengths, with_shape


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
            refuse_other_than_product(found, left, right, as_written, submission, runs)
        except Wrong as wrong:
            # Something may be tried with other matrices first.
            objection = objection or wrong
            continue
        if product_in(changed, _narrower(plans)) is None:
            refuse_typed_product(as_written, left.T @ right)
            _follows(as_written, runs("other_numbers"), found)
        return
    from .transposed.wrong_product import explain_product, refuse_known_mistakes

    if objection:
        if objection.misconception == "shape-only-fake":
            # What was made to compare may be the only right one.
            refuse_known_mistakes(as_written, exercise, to_explain(as_written), runs)
        raise objection
    if plain:
        raise Wrong(
            "With these numbers every way gives the same result.",
            line=line_of_first_drawn(as_written),
            misconception="given-altered",
        )
    explain_product(as_written, exercise, to_explain(as_written), runs)


def _made(trace: Trace, pairs: Sequence[tuple[Array, Array]]) -> Iterator[tuple[Array, Array, Sight]]:
    """The pairs whose product is there, with each array that it is; what comes after the result is no given."""
    for left, right in pairs:
        since = max(trace.seen(part)[0].order for part in (left, right))
        yield from ((left, right, sight) for sight in trace.like(left.T @ right) if sight.order >= since)


def _made_otherwise(trace: Trace, right_ones: Sequence[Array]) -> Iterator[int]:
    """When something else was made of a B that was never rightly multiplied, in events."""
    lefts = [sight.array for sight in candidates(trace.arrays(5, 3))]
    for made in candidates(trace.products):
        mine = next((operand for operand in made.operands if np.shape(operand) == (5, 4)), None)
        if mine is None or np.shape(made.result) != (3, 4):
            continue
        if any(equal(made.result, product) for product in right_ones):
            continue
        other = next((operand for operand in made.operands if np.shape(operand) == (3, 5)), None)
        if other is not None and not any(_same_numbers(other, left) for left in lefts):
            # Drawn in the shape that fits: another example.
            continue
        if not any(trace.find(left.T @ mine) for left in lefts):
            yield made.order


def _same_numbers(one: Array, other: Array) -> bool:
    """Whether two arrays hold the same numbers in any order."""
    return equal(np.sort(one, axis=None), np.sort(other, axis=None))


def own_names(as_written: Trace, submission: Submission) -> dict[str, str]:
    """What the file calls the matrices, and the product."""
    alike, made = as_written.arrays(3, 4), product_in(as_written, 4)
    # Where there is no product, B may be a matrix that was drawn in its shape.
    seen = (one for sight in alike for one in as_written.seen(sight.array) if made or "B" not in one.site.names)
    own = name_of(seen, submission.text)
    text = made.site.text if made and not own else ""
    unnamed = f"({text})" if 0 < len(text) <= MOST_CHARACTERS and "=" not in text else None
    pairs = pairs_of(as_written)
    left = _called(as_written, "A", [left for left, _ in pairs], submission)
    right = _called(as_written, "B", [right for _, right in pairs], submission)
    if left == right:
        # An object that holds both, whose parts have no names that a line could use.
        left = right = None
    failed = [submission.row(failure.site.line) for failure in as_written.failures if failure.is_misfit]
    meant = name_assigned_in(failed[-1]) if failed and not alike and "lambda" not in failed[-1] else None
    found = {"C": own or unnamed or meant, "A": left, "B": right}
    if left and right:
        found[" A, B)"] = f" {left}, {right})"
    return {name: own for name, own in found.items() if own}


def _called(trace: Trace, name: str, matrices: Sequence[Array], submission: Submission) -> str | None:
    """What the file calls A, or B: as the exercise does, else as the last matrix that may be it, and has a name."""
    seen = [one for matrix in matrices for one in trace.seen(matrix)]
    if any(one.how == "bind" and name in one.site.names for one in seen):
        return name
    return name_of(seen, submission.text)


@check(points=5)
def shape_is_confirmed(as_written: Trace, changed: Trace, plans: Plans, submission: Submission, runs: Runs) -> None:
    """The output's shape is printed or asserted"""
    product = _product_to_show(as_written, submission)
    since = there_since(product)
    refuse_denied_shape(as_written, changed, submission)
    refuse_denied_by_another(as_written, submission)
    refuse_denied_whatever(as_written, submission)
    refuse_denied_by_nothing(as_written, submission)
    refuse_denied_by_a_test(as_written, since, submission, runs)
    columns = _narrower(plans)
    if not _is_confirmed(as_written, changed, runs, columns, since, submission):
        _refuse_unconfirmed(as_written, columns, since, submission, runs)
    if shows_the_shape_itself(as_written, since, submission):
        return
    if not fits_the_operands(as_written, changed, columns, submission):
        refuse_the_same_on_its_side(as_written, runs("on_its_side"), submission)


def _refuse_unconfirmed(as_written: Trace, columns: int, since: int, submission: Submission, runs: Runs) -> None:
    """Raise Wrong, or what else there is to say, unless the shape may be the product's all the same."""
    printed = [mention for mention in mentions(as_written, (3, 4)) if mention.order > since]
    if not printed:
        from .transposed.unconfirmed import explain_not_printed

        explain_not_printed(as_written, submission)
    smaller = runs("smaller")
    if printed_anew(as_written, smaller, columns, since, submission):
        return
    if read_as_filled(as_written, printed, submission):
        return
    refuse_operands_lengths(as_written, printed, submission)
    from .transposed.unconfirmed import refuse_vain_comparison

    refuse_vain_comparison(as_written, submission)
    _refuse_typed(smaller, columns, printed, submission)


def _product_to_show(trace: Trace, submission: Submission) -> Sight | None:
    """The product, if it was seen. Raises Wrong or Missing where there is nothing whose shape could be confirmed."""
    if not trace.arrays(3, 4) and not any(map(with_shape, trace.comparisons)):
        from .transposed.unconfirmed import explain_not_printed

        explain_not_printed(trace, submission)
    multiplied = any(np.shape(made.result) in ((3, 4), (4, 3), (3,), (4,), ()) for made in trace.operations)
    product = product_in(trace, 4)
    nothing = all(made_of_nothing(trace, sight) for sight in trace.arrays(3, 4))
    if product is None and (nothing or not (pairs_of(trace) or multiplied)):
        raise Missing("There is no product whose shape could be shown.")
    if product and (other := shown_instead(trace, product, submission)) and is_held(trace, product):
        raise Wrong(
            "The matrix whose shape is shown here is not the product.",
            line=other.site.line,
            hint="Show the shape of what A.T @ B was given to.",
            misconception="shape-not-printed",
        )
    return product


def _is_confirmed(
    as_written: Trace, changed: Trace, runs: Runs, columns: int, since: int, submission: Submission
) -> bool:
    """Whether what the file prints, or what follows of a comparison, is another thing for another shape."""
    if printed_anew(as_written, changed, columns, since, submission):
        return True
    if changed.undisturbed and compared(as_written, changed, since, submission):
        return True
    if fits_the_operands(as_written, changed, columns, submission):
        return True
    smaller = runs("smaller")
    return (
        compared_as_filled(as_written, smaller, columns, submission)
        or compared(as_written, smaller, since, submission)
        or noticed(as_written, smaller, submission, columns)
        or each_length_told(as_written, changed, columns, since, submission)
    )


def _refuse_typed(smaller: Trace, columns: int, printed: Sequence[Mention], submission: Submission) -> None:
    """Raise Wrong when the (3, 4) that is printed does not follow B: it is typed, or an array's of a typed size."""
    typed = all(written(said_at(submission.text, item.line), (3, 4)) for item in printed)
    made = any(
        equal(sight.array, left.T @ right)
        for left, right in itertools.product(originals(smaller, 5, 3), originals(smaller, 5, columns))
        for sight in smaller.arrays(3, columns)
    )
    alone = typed_alone(submission.text).issuperset(item.line for item in printed)
    if alone or (made and mentions(smaller, (3, 4))) or (typed and not made):
        keeps = "The array whose shape is shown here keeps it when B has fewer columns."
        says = "It is not the product's: its size was typed where it was made."
        raise not_taken(submission, printed[-1].line, (3, 4), keeps=keeps, says=says)


def _narrower(plans: Plans) -> int:
    """How many columns B has in the runs in which it has fewer."""
    return next((resize.size for resize in plans["changed"].resizes if resize.shape == (5, 4)), 4)


def _lefts(trace: Trace) -> Sequence[Array]:
    """What may be A, each once."""
    return [*{id(left): left for left, _ in pairs_of(trace)}.values()]


def _follows(trace: Trace, other: Trace, found: Sight) -> None:
    """With other numbers in A and B the result is another one, too. Raises Inconclusive where that cannot be told."""
    if product_in(other, 4) is not None:
        return
    lefts, undisturbed = _lefts(other), other.undisturbed_beside(trace)
    changed = lefts and not any(equal(left, mine) for left in lefts for mine in _lefts(trace))
    if changed and undisturbed:
        raise Wrong(
            "With other numbers in A and B this is not their product.",
            line=made_at(trace, found),
            misconception="shape-only-fake",
        )
    if not undisturbed and not was_computed(trace, found):
        raise Inconclusive(
            "With other numbers in A and B the file ends otherwise, and no product was seen, so this was not judged.",
            line=made_at(trace, found),
        )
