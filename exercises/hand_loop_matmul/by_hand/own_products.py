"""Is a result made of the learner's own products of two numbers: does it follow these in runs that make them wrong?"""

from __future__ import annotations

import ast
import re
from collections import Counter

import numpy as np

from grader.check import Runs
from grader.evidence.likeness import same
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.functions import functions_in
from grader.syntax.names import names_in
from grader.syntax.slicing import forward_slice
from grader.syntax.tree import nodes_of
from grader.trace import Array, Operation, Sight, Trace, equal, stands_within

from ..verified.changed_words import says_otherwise
from .arithmetic import Arithmetic
from .displayed import times_written
from .handwork import Handwork, handwork_in, handwork_of

_BYTE = 256
"""What whole numbers in eight bits, or in more, are cut to."""


def exchanged_in(as_written: Trace, changed: Trace, exercise: Exercise) -> bool:
    """Whether something was made by hand of A and B, and is made of what stands in for them."""
    arithmetic = handwork_of(as_written, exercise).arithmetic
    return (arithmetic.all_multiplied or arithmetic.another_way) and follows(arithmetic, changed, exercise)


def follows(arithmetic: Arithmetic, changed: Trace, exercise: Exercise) -> bool:
    """Whether the learner's own multiplications, if there are any, are those of what stands in for A and B.

    A and B may be written in a way that cannot be exchanged, or not everywhere.
    """
    other = handwork_in(changed, exercise)
    if other is None or equal(other.left, np.array(exercise.literal_givens[0])):
        return False
    return not arithmetic.all_multiplied or not changed.undisturbed or other.arithmetic.all_multiplied


def only_for_these(arithmetic: Arithmetic, changed: Trace, exercise: Exercise) -> bool:
    """Whether entries of what stands in for A and B are multiplied, and others than those that meet, or none of them.

    Then numbers are typed in their place, or are found in a way that only the given ones allow. Not so where one of the
    given matrices is still there, in a form that could not be exchanged, and not only to be counted through.
    """
    other = handwork_in(changed, exercise)
    if other is None or not arithmetic.all_multiplied or not changed.undisturbed or other.arithmetic.all_multiplied:
        return False
    if arithmetic.is_counted:
        return True
    given = [sorted(entry for row in matrix for entry in row) for matrix in exercise.literal_givens]
    if _has_given(changed, exercise):
        return False
    new = {*other.left.ravel().tolist(), *other.right.ravel().tolist()}.difference(*given)
    return any(not new.isdisjoint((pair.left, pair.right)) for pair in changed.pairs if pair.name == "multiply")


def is_written_out(source: str, runs: Runs, exercise: Exercise) -> bool:
    """Whether factors or products are typed, and the result is not A @ B in a run in which only these are exchanged.

    Not so where the product is too large for where the learner keeps it.
    """
    if not _types_them(source, exercise):
        return False
    work = _exchanged(runs("other_numbers"), exercise)
    if work is None or work.is_right:
        return False
    whole = [sight.array for sight in work.results.wrong if sight.array.size == work.product.size]
    cut = [np.mod(array, _BYTE).ravel() for array in whole if array.dtype.kind in "if"]
    return not any(equal(array, np.mod(work.product, _BYTE).ravel()) for array in cut)


def _types_them(source: str, exercise: Exercise) -> bool:
    """Whether the numbers of A and B are typed more often than two forms of these need, or most of their products are.

    Each entry meets two others, so that who types the factors types each twice, and once more for A or B.
    """
    left, right = (np.array(given) for given in exercise.literal_givens)
    numbers = [node for node in nodes_of(source) if isinstance(node, ast.Constant) and type(node.value) is int]
    typed = Counter(node.value for node in numbers)
    entries = {*left.ravel().tolist(), *right.ravel().tolist()}
    products = {one * other for k in range(len(right)) for one in left[:, k].tolist() for other in right[k].tolist()}
    rows: dict[int, set[object]] = {}
    for node in numbers:
        if node.value in products - entries:
            rows.setdefault(node.lineno, set()).add(node.value)
    # One by itself may be anything.
    terms = set().union(*(found for found in rows.values() if len(found) > 1))
    return all(typed[entry] > 2 for entry in entries) or len(terms) > 2


def _exchanged(normal: Trace, exercise: Exercise) -> Handwork | None:
    """The product in a run in which A and B are exchanged; None where they, or one of them in some form, are not."""
    work = handwork_in(normal, exercise)
    if work is None or not normal.undisturbed or equal(work.left, np.array(exercise.literal_givens[0])):
        return None
    return None if _has_given(normal, exercise) else work


def is_of_these_alone(work: Handwork, other_numbers: Trace, exercise: Exercise) -> bool:
    """Whether the names of the result have other numbers than A @ B in a run in which only A and B are exchanged."""
    other = _exchanged(other_numbers, exercise)
    if other is None:
        return False
    held = [sight.array for sight in other_numbers.sights if work.names.intersection(sight.site.names)]
    whole = [array for array in held if array.size == other.product.size and np.all(array)]
    return bool(whole) and not any(same(array, other.product) for array in whole)


def _has_given(trace: Trace, exercise: Exercise) -> bool:
    """Whether the numbers of a matrix as the exercise gives it are in some container, in any order."""
    given = [sorted(entry for row in matrix for entry in row) for matrix in exercise.literal_givens]
    alike = (sight for sight in trace.sights if sight.array.size == len(given[0]))
    return any(np.sort(sight.array, axis=None).tolist() in given for sight in alike)


def survives(broken: Trace, exercise: Exercise) -> bool:
    """Whether the result is right with NumPy's products made wrong, and all that was multiplied and added was own."""
    work = handwork_in(broken, exercise)
    return work is not None and work.is_right and work.arithmetic.all_multiplied and work.arithmetic.adds_products


def made_of_own_products(miscounted: Trace, exercise: Exercise) -> bool:
    """Whether every cell is the sum of the learner's own products of two numbers, each of which is one too large."""
    work = handwork_in(miscounted, exercise)
    if work is None or not work.arithmetic.all_multiplied:
        return False
    return work.results.has(work.one_too_large, unlike=work.product)


def holds_own_products(changed: Trace, exercise: Exercise) -> bool:
    """The same of a run in which NumPy counts wrong, too: it has to be in one container, which NumPy never fills so."""
    work = handwork_in(changed, exercise)
    if work is None or not work.arithmetic.all_multiplied:
        return False
    return work.arithmetic.holds_cells(work.one_too_large) and work.results.holds(work.one_too_large)


def thrown_away(changed: Trace, exercise: Exercise) -> Sight | None:
    """Where a function ends that has made the result, and gives out another one, in a run in which NumPy's is wrong."""
    work = handwork_in(changed, exercise)
    return work.results.never_given_out(work.one_too_large) if work else None


def goes_nowhere(
    work: Handwork, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs
) -> Operation | None:
    """NumPy's product, where it is there and nothing that the file says depends on the learner's own products.

    Where the result that they make in `changed` is compared, printed or there at the end, that needs not be tried.
    """
    other = handwork_in(changed, exercise)
    if (
        other is None
        or work.lost
        or not work.numpys
        or not (work.arithmetic.all_multiplied and other.arithmetic.all_multiplied)
    ):
        return None
    if _only_beside_another(work):
        return None
    kept = other.results.is_kept(other.one_too_large, submission.text)
    if kept and (not _is_used(other, submission) or _is_named_where_told(other, submission)):
        return None
    if other.is_told(other.one_too_large) and _is_named_where_told(other, submission):
        return None
    normal, own = runs("other_numbers"), runs("own_wrong")
    if not normal.status == own.status == "finished" or not holds_own_products(own, exercise):
        return None
    if says_otherwise(normal, own, set()):
        return None
    return next((product for product in work.numpys if product.order > work.since), work.numpys[-1])


def typed_instead(work: Handwork, other_numbers: Trace) -> Sight | None:
    """Where a name of the result gets the right numbers although A and B are others: these are typed."""
    typed = [sight for sight in other_numbers.sights if same(sight.array, work.product)]
    return next((sight for sight in typed if sight.how == "bind" and work.names.intersection(sight.site.names)), None)


def _only_beside_another(work: Handwork) -> bool:
    """Whether NumPy's product is only made where it is compared with what is no result by its size, and not shown."""
    made = [product.site for product in work.numpys if same(product.result, work.product)]
    pairs = [pair for pair in work.trace.comparisons if any(stands_within(site, pair.site) for site in made)]
    only_compared = all(any(stands_within(site, pair.site) for pair in pairs) for site in made)
    shown = all(times_written(entry, work.trace.told_text) for entry in work.product.flat)
    return (
        bool(pairs) and only_compared and not shown and all(np.size(pair.left) != np.size(pair.right) for pair in pairs)
    )


def _is_named_where_told(changed: Handwork, submission: Submission) -> bool:
    """Whether a line that prints or compares something names the learner's own result, or a function that gives it.

    changed: a run in which NumPy's product has the same numbers, so that these do not tell whose are printed.
    """
    names = _own_names(changed)
    functions = functions_in(submission.text)
    own = (one for one in changed.trace.sights if one.site.kind == "call" and same(one.array, changed.one_too_large))
    names |= {name for one in own for name in names_in(one.site.text.partition("(")[0]) if name in functions}
    compared = (pair.site for pair in changed.trace.comparisons if len({*re.split(r"\s*==\s*", pair.site.text)}) > 1)
    lines = {part.line for part in changed.trace.told} | {site.line for site in compared}
    return any(names & names_in(submission.row(line)) for line in lines)


def _own_names(changed: Handwork) -> set[str]:
    """The names that the learner's own result has, also where its numbers are typed in one place."""
    result = changed.one_too_large
    return changed.results.names_of(result) | changed.results.final_names_of(result)


def _is_used(changed: Handwork, submission: Submission) -> bool:
    """Whether a matrix of such numbers is made of the learner's own result, and may be NumPy's in its place."""
    names = _own_names(changed)
    numpys = [product.result for product in changed.numpys if np.size(product.result) == changed.product.size]
    known = [changed.one_too_large, changed.product, *numpys]
    bound = (sight for sight in changed.trace.sights if sight.how == "bind")
    made = (sight for sight in bound if any(same(sight.array, one) for one in known))
    return any(names & names_in(submission.row(sight.site.line).partition("=")[2]) for sight in made)


def filled_with_numpys(work: Handwork, exercise: Exercise, submission: Submission, runs: Runs) -> int | None:
    """The line that puts a part of NumPy's product into the result, where that is another one when NumPy's is wrong."""
    lines, names = {product.site.line for product in work.numpys}, work.results.names_of_numpys
    for sight in work.trace.sights:
        if sight.how not in ("bind", "changed") or not work.names.intersection(sight.site.names):
            continue
        line = sight.site.line
        given = names_in(submission.row(line).partition("=")[2])
        if line in lines or names & given:
            kept = survives(runs("broken"), exercise) and survives(runs("mirrored"), exercise)
            return None if kept else line
    return None


def holds_numpys(work: Handwork, changed: Handwork) -> bool:
    """Whether the name of the result has NumPy's product, in a run in which that is wrong."""
    wrong = [product.result for product in changed.numpys if product.altered]
    held = [sight.array for sight in changed.trace.sights if work.names.intersection(sight.site.names)]
    return any(same(array, result) for array in held for result in wrong if np.size(result) == work.left.size)


def turned_into_numpys(work: Handwork, changed: Trace, exercise: Exercise, source: str) -> int | None:
    """The line that makes NumPy's product of what the learner multiplied, in a run in which that is another one."""
    other = handwork_in(changed, exercise)
    line = work.arithmetic.last_line
    if other is None or line is None or not work.arithmetic.all_multiplied:
        return None
    made = forward_slice(source, line) - {product.site.line for product in work.numpys}
    wrong = [product.result for product in other.numpys if product.altered]
    for sight in changed.sights:
        own = sight.how in ("bind", "changed") and sight.site.line in made and work.names.intersection(sight.site.names)
        if own and any(same(sight.array, result) for result in wrong if np.size(result) == work.left.size):
            return sight.site.line
    return None


def made_by_hand(runs: Runs, broken: str, spoilt: str, exercise: Exercise, submission: Submission) -> bool:
    """Whether the right result survives wrong products of NumPy's, and is made without multiplying each two numbers.

    It has to depend on what was multiplied and added, and to be another one where that is wrong, as in `spoilt`.
    """
    work = handwork_in(runs(broken), exercise)
    if work is None or not work.is_right or work.arithmetic.all_multiplied or not work.arithmetic.another_way:
        return False
    return _depends_on_arithmetic(work, submission) and not _stays(runs(spoilt), exercise)


def _depends_on_arithmetic(work: Handwork, submission: Submission) -> bool:
    """Whether the line where the result is first seen follows from one of those that multiplied and added."""
    result, causes = work.results.line_of(work.product), work.arithmetic.lines_of_another_way
    return not (result and causes) or any(result in forward_slice(submission.text, cause) for cause in causes)


def _stays(spoilt: Trace, exercise: Exercise) -> bool:
    """Whether the result is right although the learner's own products and sums of two numbers are wrong."""
    work = handwork_in(spoilt, exercise)
    if work is None:
        # Nothing tells that it is another one.
        return True
    # Where a container has other numbers, the right ones may be counters, or of a table.
    return work.results.holds(work.product) or (not work.results.wrong and work.is_right)


def outlives_numpys(
    arithmetic: Arithmetic, altered: bool, exercise: Exercise, submission: Submission, runs: Runs
) -> bool:
    """Whether the result is still there where NumPy's products are wrong. altered: the matrices are the learner's."""
    if made_by_hand(runs, "broken", "spoilt", exercise, submission):
        return True
    if altered and survives(runs("broken_as_given"), exercise):
        return True
    if arithmetic.all_multiplied:
        # Other numbers may be too large for where the learner keeps them.
        return made_of_own_products(runs("miscounted_as_given"), exercise)
    if not arithmetic.another_way or _stays_with_others(arithmetic.expected, runs("other_numbers"), exercise):
        return False
    return made_by_hand(runs, "broken_as_given", "spoilt_as_given", exercise, submission)


def _stays_with_others(product: Array, other_numbers: Trace, exercise: Exercise) -> bool:
    """Whether the result is the product of A and B in a run, too, in which these are exchanged."""
    work = _exchanged(other_numbers, exercise)
    return work is not None and work.results.holds(product)
