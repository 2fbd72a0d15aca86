"""Sums that were made by hand, and do not stand in the result, or not by themselves."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from grader.check import Wrong
from grader.recording.numbers import unset
from grader.submission import Submission
from grader.syntax.comparisons import only_compares
from grader.syntax.loops import loop_around, loops_around, outermost_loop
from grader.syntax.names import names_in
from grader.syntax.statements import block_at
from grader.syntax.telling import for_nothing
from grader.text import short_name
from grader.trace import Array, equal

from .handwork import Handwork

if TYPE_CHECKING:
    from numpy.typing import NDArray

IN_CELLS = "C = np.zeros((2, 2)) before the loops; in the innermost one, C[i][j] += A[i][k] * B[k][j]."
_IN_ITS_CELL = "C = np.zeros((2, 2)) before the loops, C[i][j] = {} right behind the innermost one"
_APPENDS = r"\s*([\w.\[\]]{1,30})\.append\("
_ADDS_TO = r"\s*([^\W\d]\w{0,40})\s*(?:\+=|=\s*\1\s*\+)"
ROUNDING = 1e-6
MOST_ADDED = 1e6
LEAST_BYTES = 4
"""Of a type of whole numbers, for what is in memory to be told from a result."""


def refuse_lost_sums(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when all products were made, and cells of the result are 0 all the same."""
    wrong = work.results.wrong
    if not work.arithmetic.all_products or not wrong or np.all(wrong[-1].array):
        return
    line = work.arithmetic.last_line or 0
    anew = Counter(sight.site.line for sight in work.trace.sights if sight.how == "bind" and _is_zeros(sight.array))
    loops = loops_around(submission.text, line)
    for place, times in anew.items():
        if times > 1 and loops and loops[-1] < place:
            raise Wrong(
                f"The result is made anew {times} times.",
                line=place,
                misconception="result-made-anew",
            )
    stored = [sight.site.line for sight in work.trace.seen(wrong[-1].array) if sight.how == "changed"]
    raise Wrong(
        "All products were made, but not every sum got into the result.",
        line=stored[0] if stored else line,
        misconception="sum-not-stored",
    )


def refuse_never_stored(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the result stays 0 as the products are only compared with its cells, or multiplied with them."""
    line, wrong = work.arithmetic.last_line or 0, work.results.wrong
    if not 0 < line <= len(submission.lines) or (wrong and np.any(wrong[-1].array)):
        return
    row = submission.lines[line - 1].strip()
    if any(line == place for place, _ in for_nothing(submission.text)):
        raise Wrong(
            "This calculates something, and keeps nothing of it.",
            line=line,
            says="+ gives a sum; += puts it where it belongs.",
            own_row=re.sub(r"\s\+\s", " += ", row, count=1),
            misconception="sum-not-stored",
        )
    if re.match(r"[^=()]*[^=!<>]==(?!=)", row) and line in only_compares(submission.text):
        raise Wrong(
            "This compares a cell with the product, and stores nothing.",
            line=line,
            says="== asks whether two things are equal; = and += give a value.",
            own_row=row.replace("==", "=" if row.partition("==")[0].strip() in row.partition("==")[2] else "+=", 1),
            misconception="sum-not-stored",
        )
    if "*=" in row:
        raise Wrong(
            "Every cell begins with 0, and stays 0: it is multiplied here.",
            line=line,
            own_row=row.replace("*=", "+=", 1),
            misconception="multiplied-not-added",
        )


def refuse_longer_rows(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the result has a number for every product: a total, or the product, appended too deep."""
    line = work.arithmetic.last_line or 0
    products = work.left[:, None, :] * work.right.T
    block = block_at(submission.text, loop_around(submission.text, line))
    appended = [number for number in block if ".append(" in submission.row(number)]
    if seen := _has_longer_rows(work, products.reshape(2, -1)):
        filled = re.match(_APPENDS, submission.row(appended[-1])) if appended else None
        raise Wrong(
            f"{seen}: the products are appended, not added up.",
            line=appended[-1] if appended else line,
            says="A cell is the sum of its products.",
            hint=f"total = 0 before the loop over k, total += A[i][k] * B[k][j] in it,"
            f" and {filled[1] if filled else 'row'}.append(total) behind it.",
            misconception="sum-not-stored",
        )
    if line and (seen := _has_longer_rows(work, np.cumsum(products, axis=2).reshape(2, -1))):
        raise Wrong(
            f"{seen}.",
            line=appended[-1] if appended else line,
            says="The total is put there after every addition, and not only when its sum is complete.",
            hint="append stands inside the innermost loop: move it one level to the left.",
            misconception="sum-not-stored",
        )


def _has_longer_rows(work: Handwork, rows: Array) -> str | None:
    """How many numbers the result has, or each row of it, where it is these rows, or all of them in one."""
    if any(equal(sight.array, rows.ravel()) for sight in work.trace.arrays(rows.size)):
        return f"Your result has {rows.size} numbers instead of 4"
    if any(equal(sight.array, rows) for sight in work.trace.arrays(*rows.shape)):
        return f"Each row of your result has {rows.shape[1]} numbers instead of 2"
    return None


def refuse_single_numbers(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when one name had the four sums one after the other, and nothing kept them."""
    sums = [pair for pair in work.trace.pairs if pair.name == "add" and pair.result in work.product]
    if not {*work.product.ravel().tolist()} <= {float(pair.result) for pair in sums}:
        return
    line = sums[-1].site.line
    row = submission.row(line)
    name = re.match(r"\s*([^\W\d]\w*)\s*\+?=(?!=)", row)
    if name and not re.search(rf"\]\s*=\s*{name[1]}\b", submission.text):
        raise Wrong(
            f"The four sums are right, but {short_name(name[1])} holds one of them at a time:"
            f" at the end {sums[-1].result:g} is left.",
            line=line,
            hint=f"{_IN_ITS_CELL.format(name[1])}; then compare C, and not {short_name(name[1])}."
            if any(name[1] in names_in(pair.site.text) for pair in work.trace.comparisons)
            else "Put each sum into its cell before the next one begins, or print it there.",
            misconception="sum-not-stored",
        )


def refuse_one_total(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when one number is left that all products were added to, those of all cells together."""
    sums = [pair for pair in work.trace.pairs if pair.name == "add"]
    everything = float(work.product.sum())
    if not work.arithmetic.all_multiplied or not sums or float(sums[-1].result) != everything:
        return
    line = sums[-1].site.line
    name = re.match(_ADDS_TO, submission.row(line))
    if name:
        raise Wrong(
            f"{short_name(name[1])} is never set back to 0: at the end it is {everything:g}, all products together.",
            line=line,
            says="Each cell needs its own sum.",
            hint=IN_CELLS,
            misconception="total-not-reset",
        )


def refuse_only_printed(work: Handwork) -> None:
    """Raise Wrong when the products are printed one by one, and nothing adds them up."""
    line = work.arithmetic.last_line or 0
    added = any(pair.name in ("add", "addend") and pair.site.line == line for pair in work.trace.pairs)
    if work.arithmetic.all_multiplied and not added and any(part.line == line for part in work.trace.told):
        raise Wrong(
            "The products are printed here, and not added up.",
            line=line,
            says="A cell is the sum of its products.",
            hint=IN_CELLS,
            misconception="sum-not-stored",
        )


def refuse_overwritten_number(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when one name was given each product in turn, so that the last of them is left."""
    line = work.arithmetic.last_line or 0
    name = re.match(r"\s*([^\W\d]\w*)\s*=(?!=)", submission.row(line))
    if name and name[1] not in names_in(submission.row(line)[name.end() :]) and work.arithmetic.all_multiplied:
        own = short_name(name[1])
        raise Wrong(
            f"{own} is given each product in turn: at the end one number is left.",
            line=line,
            says="Each product belongs to a cell, and is added to what is there.",
            hint=IN_CELLS,
            misconception="last-product-only",
        )


def _is_zeros(array: Array) -> bool:
    return array.shape == (2, 2) and not np.any(array)


def refuse_unset_cells(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the result holds what `np.empty` found in memory, by itself or with numbers added to it."""
    last = next((sight for sight in work.results.wrong[::-1] if sight.site.names), None)
    if last is None or not _beyond_unset(last.array).any():
        return
    names = {*last.site.names}
    made = [part.site.line for part in work.trace.sights if "empty" in part.site.text and names & {*part.site.names}]
    line = made[-1] if made else last.site.line
    if not np.any(last.array == unset(last.array.dtype)):
        raise Wrong("Numbers are added to cells that were never given a value.", line=line, misconception="never-set")
    raise Wrong(
        "A cell of the result was never given a value.",
        line=outermost_loop(submission.text, work.arithmetic.last_line or 0) or line,
        says="What stands there is whatever was in memory.",
        hint="The loops have to come to every row and every column: range(len(A)), range(len(B[0])).",
        misconception="never-set",
    )


def _beyond_unset(array: Array) -> NDArray[np.bool_]:
    """Which entries are what an array holds that nothing was put into, or that and a whole number."""
    over = np.subtract(array.real, unset(array.real.dtype), dtype=float)
    odd = array != np.rint(array) if array.dtype.kind == "f" else np.abs(over) < MOST_ADDED
    whole = np.abs(over - np.rint(over)) < ROUNDING
    found: NDArray[np.bool_] = odd & whole & (array.dtype.itemsize >= LEAST_BYTES)
    return found
