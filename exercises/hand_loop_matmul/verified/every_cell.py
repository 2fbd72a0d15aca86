"""Is every cell of NumPy's product compared, each with the one in its place, and does each of them decide?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from grader.check import Runs
from grader.evidence.likeness import same
from grader.exercise import Exercise
from grader.recording.plan import ENTRIES
from grader.submission import Submission
from grader.trace import Array, Comparison, Trace

from ..by_hand.handwork import Handwork, handwork_in
from ..by_hand.results import SUBTRACTIONS
from .both_shown import shows_entries
from .changed_words import only_numbers_change
from .compared import covers
from .less_compared import refuse_true_at_first
from .noticing import ONE_SIDED, of_a_part, tells_otherwise
from .plain_comparison import compares_plainly

_TURNED, _SWAPPED = "turned_as_given", "swapped_as_given"
_ELSEWHERE = {
    _TURNED: "rows and columns are exchanged",
    "mirrored_as_given": "rows are each turned round",
    "flipped_as_given": "rows stand in another order",
    "crossed_as_given": "numbers are others with the same sums of rows and columns",
    "slid_as_given": "numbers are others with the same sums of rows and diagonals",
    "lifted_as_given": "numbers are others with the same sums of columns and diagonals",
    _SWAPPED: "product is B @ A",
}
"""Scenarios, and what a file misses of NumPy's product that says nothing in them."""
_REARRANGED = r"\b(sort\w*|set|frozenset|unique|Counter|sum|mean)\("
_ONE_OF_THEM = "third"
"""The entry that is made wrong where the matrices are compared at once, with one answer for all cells."""


def refuse_unnoticed_cell(
    work: Handwork, noticed: Trace, changed: Trace, exercise: Exercise, submission: Submission, runs: Runs
) -> None:
    """Raise Partly when the file says the same although one entry of NumPy's product is wrong, or others stand there.

    Where both matrices are printed, or are plainly compared, that needs not be tried. noticed: the run in which the
    file said something else.
    """
    as_written, product = work.trace, work.product
    whole = [pair for pair in as_written.comparisons if pair.equal and np.size(pair.left) == product.size]
    if any(compares_plainly(submission.text, pair.site.line, pair.by_cell) for pair in whole):
        return
    other = handwork_in(changed, exercise)
    if other is not None and shows_entries(as_written, changed, product, other.one_too_large):
        return
    wrong = runs(f"{_ONE_OF_THEM}_as_given")
    more_passes = _more_may_pass(work, wrong)
    entries = (_ONE_OF_THEM,) if _has_one_answer(as_written, product) and not more_passes else ENTRIES
    _refuse_wrong_entry(entries, work, submission, runs)
    if more_passes:
        swaps = _makes_swapped(work, wrong)
        _refuse_others_in_place(tuple(way for way in _ELSEWHERE if swaps or way != _SWAPPED), work, runs)
    elif noticed.scenario == "first_as_given":
        # That the file notices one wrong cell does not mean that it notices two.
        _refuse_others_in_place((_TURNED,), work, runs)
    last = runs(f"{entries[-1]}_as_given")
    if only_numbers_change(as_written, last):
        broken = runs("broken_as_given")
        if not tells_otherwise(as_written, broken, as_written, runs):
            raise of_a_part(ONE_SIDED, as_written, work.left)


def _refuse_wrong_entry(entries: tuple[str, ...], work: Handwork, submission: Submission, runs: Runs) -> None:
    """Raise Partly when one of these entries may be too small by one, or is never made."""
    as_written, never_made = work.trace, []
    for entry in entries:
        wrong = runs(f"{entry}_as_given")
        if not wrong.is_altered:
            never_made.append(entry)
        elif not tells_otherwise(as_written, wrong, as_written, runs):
            refuse_true_at_first(as_written, submission)
            seen = f"When the {entry} of NumPy's four numbers is too small by one, the file says the same: "
            raise of_a_part(f"{seen}not all cells are compared, or not exactly.", as_written, work.left)
    if 0 < len(never_made) < len(entries):
        seen = f"NumPy never makes the {never_made[0]} of the four numbers: not all cells are compared."
        raise of_a_part(seen, as_written, work.left)


def _refuse_others_in_place(ways: tuple[str, ...], work: Handwork, runs: Runs) -> None:
    """Raise Partly when the file says the same although other numbers stand in NumPy's cells."""
    for name in ways:
        wrong = runs(name)
        if wrong.is_altered and not tells_otherwise(work.trace, wrong, work.trace, runs):
            seen = f"When NumPy's {_ELSEWHERE[name]}, the file says the same: so other matrices pass, too."
            raise of_a_part(seen, work.trace, work.left)


def _has_one_answer(trace: Trace, product: Array) -> bool:
    """Whether the whole product is compared, and one answer comes of that, in which all of its cells are."""
    return any(not pair.by_cell and same(pair.left, product) for pair in _compared(trace))


def _more_may_pass(work: Handwork, wrong: Trace) -> bool:
    """Whether something else than the cells themselves is compared, always, or where these are found to differ.

    wrong: a run in which NumPy's product has one wrong entry.
    """
    as_written, product = work.trace, work.product
    if not _cells_are_compared(as_written, product):
        return True
    before, after = (Counter(_places(trace, work.since)) for trace in (as_written, wrong))
    unequal = [pair for pair in wrong.comparisons if pair.order > work.since and not pair.equal]
    return bool(after - before) or not all(_is_of_cells(pair, product) for pair in unequal)


def _makes_swapped(work: Handwork, wrong: Trace) -> bool:
    """Whether NumPy makes B @ A, too, if only where its product is wrong."""
    swapped = (work.right, work.left)
    return any(len(made.operands) == 2 and all(map(same, made.operands, swapped)) for made in wrong.products)


def _cells_are_compared(trace: Trace, product: Array) -> bool:
    """Whether every cell is compared, or subtracted from, at once or in parts."""
    subtracted = (made for made in trace.operations if made.name in SUBTRACTIONS)
    if any(all(same(operand, product) for operand in made.operands) for made in subtracted):
        return True
    compared = _compared(trace)
    return any(same(pair.left, product) for pair in compared) or covers(compared, product)


def _compared(trace: Trace) -> list[Comparison]:
    """What is found equal as it stands, and not sorted or added up before."""
    return [pair for pair in trace.comparisons if pair.equal and not re.search(_REARRANGED, pair.site.text)]


def _places(trace: Trace, since: int) -> Iterator[tuple[int, int]]:
    return ((pair.site.line, pair.site.column) for pair in trace.comparisons if pair.order > since)


def _is_of_cells(pair: Comparison, product: Array) -> bool:
    """Whether the one side is the product, or a part of it."""
    entries = set(product.ravel().tolist())
    return any(
        same(side, product) or (np.size(side) < product.size and set(np.ravel(side).tolist()) <= entries)
        for side in (pair.left, pair.right)
    )
