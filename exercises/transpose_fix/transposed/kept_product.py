"""Is a product that was found one of A and B as they are given, and kept: or was it typed, lost, or replaced?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np

from grader.check import Runs, Wrong
from grader.evidence.likeness import constant, follows_from, is_rounded, only_adds_up, truncates
from grader.evidence.made import (
    given_to_nothing,
    is_held_elsewhere,
    is_lost,
    made_to_compare,
    never_leaves,
    was_filled,
)
from grader.evidence.printed import mentions
from grader.evidence.shown import shown
from grader.evidence.stopped import refuse_stopped, refuse_stopped_filling, refuse_unfinished
from grader.recording.events import Site
from grader.submission import Submission
from grader.syntax.names import names_in
from grader.syntax.slicing import forward_slice
from grader.text import short_name
from grader.trace import Array, Sight, Trace, equal, stands_within

from .operands import MOST, originals, products_of

_LETTER = r"[^\W\d](?<![eE])"
_CUT_DOWN = ((3,), (4,), (12,), (4, 3), (2, 6), (6, 2), (1, 12), (12, 1))
"""What a sum, a row, a diagonal or a reshape makes of the product."""
_CUTS_OFF = r"\.astype\(|\b(trunc|fix|floor|int_?)\("
MOST_STEPS = 8
MOST_TIMES = 50
"""How often a product may have been added to itself."""
_DRAWS = (
    r"([\d.]+ ?\* ?|\[\[)?[\w.()]*\b(rand\w*|\w*normal|uniform|integers|choice|sample|random_sample|random|gauss|"
    r"exponential|poisson|binomial|beta|gamma|laplace|logistic|triangular|\w+variate)\("
)


def refuse_other_than_product(
    found: Sight, left: Array, right: Array, trace: Trace, submission: Submission, runs: Runs
) -> None:
    """Raise Wrong when a product is none of A and B as they are given, or is not kept."""
    refuse_unfinished(trace, submission, found.site.line)
    refuse_stopped(trace, found.array, submission, "the product")
    for shape in (left.T.shape, right.T.shape):
        refuse_stopped_filling(trace, shape, submission)
    _given_to_something(trace, submission, found)
    _kept(trace, left.T @ right)
    _multiplied(trace, found, left, right)
    _as_drawn(trace, left, right)
    _in_place_of_the_drawn(trace, left, right, runs)
    _turned_over(trace, found, submission)
    _replaced(trace, found, submission)
    if line := made_to_compare(trace, found.array):
        raise Wrong(
            "A.T @ B is only made here, to compare another matrix with it.",
            line=line,
            misconception="shape-only-fake",
        )


def line_of_first_drawn(trace: Trace) -> int:
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
            names = trace.names_of(sight.array)
            made_of = names & words
            if own and own.isdisjoint(names):
                # A helper of another name on the way to it.
                continue
            if is_rounded(matrix, sight.array):
                continue
            if sight.order < first.order and made_of and "rand" not in first.site.text:
                seen = f"{name} was made another matrix before it was multiplied."
                says = "The exercise asks for the product of A and B as they are given."
                raise Wrong(seen, line=first.site.line, says=says, misconception="given-altered")


def _in_place_of_the_drawn(trace: Trace, left: Array, right: Array, runs: Runs) -> None:
    """Raise Wrong when a matrix stands in the place of one that was drawn, has a name, and is never used."""
    for matrix in (left, right):
        first, own = trace.seen(matrix)[0], set(_names_given(trace, matrix))
        for sight in trace.arrays(*matrix.shape)[:MOST]:
            names = _names_given(trace, sight.array)
            drawn_before = sight.order < first.order and re.match(_DRAWS, sight.site.text)
            if not drawn_before or not names or not own.isdisjoint(names) or _is_used(trace, sight.array):
                continue
            anew = re.match(_DRAWS, first.site.text)
            if anew or _made_without(trace, sight, first) or _stays(matrix, sight.array, runs("other_numbers")):
                raise Wrong(
                    f"{'New numbers are drawn' if anew else 'Another matrix is made'} here, "
                    f"and {short_name(names[0])} is never used.",
                    line=first.site.line,
                    says="The exercise asks for the product of A and B as they are given.",
                    hint="C = A.T @ B",
                    misconception="given-altered",
                )


def _made_without(trace: Trace, drawn: Sight, matrix: Sight) -> bool:
    """Whether nothing of what makes a matrix depends on the line that draws another one."""
    lines = [one.site.line for one in trace.seen(matrix.array) if one.how in ("bind", "changed", "result")]
    return forward_slice(trace.source, drawn.site.line).isdisjoint(lines or [matrix.site.line])


def _stays(matrix: Array, drawn: Array, other: Trace) -> bool:
    """Whether a matrix has the same numbers where others are drawn for another one: `np.ones_like(B)`."""
    return other.undisturbed and other.find(matrix) is not None and other.find(drawn) is None


def _names_given(trace: Trace, matrix: Array) -> list[str]:
    """The names that a matrix has got."""
    return [name for one in trace.seen(matrix) if one.how == "bind" for name in one.site.names]


def _is_used(trace: Trace, matrix: Array) -> bool:
    """Whether a matrix, or its transpose, is in an operation, a call or a comparison."""
    operands = [operand for made in trace.operations for operand in made.operands]
    operands += [operand for failed in trace.failures for operand in failed.operands]
    compared = (side for pair in trace.comparisons for side in (pair.left, pair.right))
    given = (sight.array for sight in trace.sights if sight.how == "argument")
    return any(
        equal(one, matrix) or equal(one, matrix.T)
        for one in (*operands, *compared, *given)
        if sorted(np.shape(one)) == sorted(matrix.shape)
    )


def refuse_typed_product(trace: Trace, product: Array) -> None:
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
            line=line_of_first_drawn(trace),
            misconception="given-altered",
        )


def shown_instead(trace: Trace, product: Sight, submission: Submission) -> Sight | None:
    """The matrix whose shape is shown, where that is another one: it came later, or never became the product."""
    # What is made of ones alone shows how it is done, and is nobody's result beside another one.
    products = [one for one in products_of(trace) if not constant(one) or constant(product.array)]
    seen = shown(trace, (3, 4), submission)
    if any(is_rounded(sight.array, one) for sight in seen for one in products):
        return None
    right = [sight for sight in trace.arrays(3, 4) if equal(sight.array, product.array)]
    held = [one for sight in right for one in trace.seen(sight.array)]
    names = {variable for one in held for variable in trace.variables(_called(one), one.site.line)}
    elsewhere = is_held_elsewhere(trace, product.array, submission)
    others = [
        sight
        for sight in seen
        if not _is_beside(sight, held, trace)
        if sight.order > product.order
        or (names.isdisjoint(trace.variables(sight.site.names, sight.site.line)) and not elsewhere)
    ]
    return others[-1] if others else None


def _called(sight: Sight) -> Collection[str]:
    """What an array, and what it is made of, is called where it is seen: `C += part`, or C filled by a call."""
    return names_in(sight.site.text) if sight.how in ("used", "argument", "result") else sight.site.names


def _is_beside(sight: Sight, held: Sequence[Sight], trace: Trace) -> bool:
    """Whether an object has the product, and this matrix of its shape, such as gradients, at the same time."""
    same_place = (one for one in held if one.how in ("bind", "changed") and one.site.names == sight.site.names != ())
    orders = [one.order for one in same_place if one.site.line == sight.site.line]
    made = [one.order for one in trace.arrays(*sight.array.shape) if one.how == "result"]
    return any(not any(order < one < sight.order for one in made) for order in orders)


def is_held(trace: Trace, product: Sight) -> bool:
    """Whether some name has the product at the end, or until it gets a matrix of another exercise."""
    alike = (sight for sight in trace.sights if sight.array.shape == product.array.shape)
    last = {name: sight for sight in alike if sight.how in ("bind", "changed") for name in sight.site.names}
    return any(equal(sight.array, product.array) for sight in last.values())


def _replaced(trace: Trace, product: Sight, submission: Submission) -> None:
    """Raise Wrong when another matrix came in the product's place before anything of that was shown."""
    other = shown_instead(trace, product, submission)
    if other and truncates(other.array, [product.array]):
        cut_off = re.search(_CUTS_OFF, other.site.text)
        raise Wrong(
            "The result has no fractions.",
            line=other.site.line,
            hint="Leave out this line: A.T @ B has fractions." if cut_off else None,
            misconception="integer-truncation",
        )
    if other and is_lost(trace, product.array, [other], submission):
        raise Wrong(
            "A.T @ B is made here, and nothing keeps it; the matrix whose shape is shown is another one.",
            line=product.site.line,
            says="What is not kept cannot be shown; a function has to return it.",
            hint="C = A.T @ B\nprint(C.shape)",
            misconception="shape-only-fake",
        )
    if other and not is_held(trace, product):
        _added_again(product.array, other, submission)
    if other and not is_held(trace, product) and not _is_made_of(trace, product, other):
        if np.any(product.array == other.array):
            raise Wrong(
                "A.T @ B was made, and some of its numbers are changed here before its shape is shown.",
                line=other.site.line,
                hint="Leave the product as it is.",
            )
        later = other.order > product.order
        raise Wrong(
            "A.T @ B is made, but the matrix whose shape is shown is another one.",
            line=other.site.line,
            says="It came in the product's place." if later else None,
            hint="Keep A.T @ B under its name, and show its shape." if later else None,
            misconception="shape-only-fake",
        )


def _turned_over(trace: Trace, product: Sight, submission: Submission) -> None:
    """Raise Wrong when a later step transposes the product, which nothing keeps, before its shape was shown."""
    shapes = (product.array.shape, product.array.T.shape)
    named = [sight for sight in trace.sights if sight.how in ("bind", "changed") and sight.array.shape in shapes]
    last = {variable: sight for sight in named for variable in trace.variables(sight.site.names, sight.site.line)}
    turned = {
        variable: sight
        for variable, sight in last.items()
        if sight.order > product.order and equal(sight.array, product.array.T)
    }
    # What is a function's own is gone when it ends.
    places = {0, *(function for _, function in turned)}
    kept = any(function in places and equal(sight.array, product.array) for (_, function), sight in last.items())
    if kept or not turned:
        return
    first = min(turned.values(), key=lambda sight: sight.order)
    told = any(product.order < one.order < first.order for one in mentions(trace, shapes[0]))
    if not told and not any(equal(sight.array, product.array) for sight in shown(trace, shapes[0], submission)):
        raise Wrong(
            "The product is transposed here, and nothing keeps it as it was: then it is (4, 3).",
            line=first.site.line,
            hint="A.T @ B is (3, 4) already: leave out the .T behind it.",
        )


def _is_made_of(trace: Trace, product: Sight, other: Sight) -> bool:
    """Whether further steps made a matrix of the product, each of what the one before had left under that name.

    One line may have several steps: `C = np.maximum(C + b, 0)`.
    """
    names = set(other.site.names)
    since = [
        sight
        for sight in trace.sights
        if product.order < sight.order <= other.order and sight.array.shape == product.array.shape
    ]
    named = [one for one in since if one.how in ("bind", "changed") and names.intersection(one.site.names)]
    lines = {one.site.line for one in named if one.how == "bind"}
    kept = set(map(id, named))
    within = [one for one in since if id(one) in kept or (one.how == "result" and one.site.line in lines)]
    return any(_follow_one_another(product.array, some, other.array) for some in (named, within))


def _follow_one_another(product: Array, steps: Sequence[Sight], last: Array) -> bool:
    states = [sight.array for sight in steps if not equal(sight.array, product)][:MOST_STEPS]
    return all(follows_from(one, after) for one, after in pairwise([product, *states, last]))


def _added_again(product: Array, other: Sight, submission: Submission) -> None:
    """Raise Wrong when the product is added to itself in the place of the shown matrix."""
    adds = "+" in submission.row(other.site.line)
    times = (number for number in range(2, MOST_TIMES + 1) if equal(other.array, number * product))
    if adds and (found := next(times, None)):
        raise Wrong(
            f"A.T @ B is added up {found} times.",
            line=other.site.line,
            says="The result is so many times the product.",
            hint="Begin with zeros, and add it once.",
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


def _cut_down(trace: Trace, made: Sequence[Site]) -> dict[int, Sight]:
    """What gets a name that is a sum, a row, a diagonal or a reshape of what is made within the same expression."""
    bound = (sight for sight in trace.sights if sight.site.kind == "bind" and sight.array.shape in _CUT_DOWN)
    return {one.site.id: one for one in bound if any(stands_within(site, one.site) for site in made)}


def _kept(trace: Trace, product: Array) -> None:
    """The product is not only a part of an expression whose value, another matrix, gets a name."""
    right, others = set(), set()
    for sight in trace.arrays(3, 4):
        if equal(sight.array, product):
            right.add(id(sight.array))
        elif not is_rounded(sight.array, product):
            others.add(id(sight.array))
    others |= {id(sight.array) for sight in trace.arrays(4, 3) if equal(sight.array, product.T)}
    made = {sight.site.id: sight.site for sight in trace.sights if id(sight.array) in right and sight.is_origin}
    compared = [pair.site for pair in trace.comparisons if not pair.equal]
    made = {key: site for key, site in made.items() if not any(stands_within(site, one) for one in compared[:MOST])}
    bound = {sight.site.id: sight for sight in trace.sights if id(sight.array) in others and sight.site.kind == "bind"}
    computed = [sight.site for sight in trace.sights if id(sight.array) in right and sight.how == "result"]
    bound |= _cut_down(trace, computed[:MOST])
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
        raise Wrong(
            "The result has no fractions.",
            line=sight.site.line,
            hint="C = A.T @ B",
            misconception="integer-truncation",
        )
    if sight.array.shape != product.shape:
        raise Wrong(
            f"A.T @ B is right, but here it is made an array of the shape {sight.array.shape} before it is kept.",
            line=sight.site.line,
            hint="A.T @ B is (3, 4) already: keep it as it is.",
        )
    if _leaves_nothing(trace, right, sight.site):
        raise Wrong(
            "A.T @ B is right, but it is made 0 here, and nothing of it is left in what is kept.",
            line=sight.site.line,
            misconception="shape-only-fake",
        )
    raise Wrong(
        "A.T @ B is right, but here its numbers are changed before they are kept.",
        line=sight.site.line,
        hint="C = A.T @ B",
    )


def _leaves_nothing(trace: Trace, products: Collection[int], place: Site) -> bool:
    """Whether an operation in a place made nothing but zeros of a product. products: what has it, by identity."""
    inside = (one for one in trace.operations if stands_within(one.site, place))
    return any(not np.any(one.result) and any(id(part) in products for part in one.operands) for one in inside)
