"""What is wrong with a learner's loops, told from their source and from what they did: each raises Wrong."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from grader.check import Wrong
from grader.evidence.by_hand.arithmetic import Arithmetic
from grader.evidence.by_hand.handwork import Handwork
from grader.evidence.formulas import Recognised
from grader.recording.numbers import unset
from grader.submission import Submission
from grader.syntax.comparisons import only_compares
from grader.syntax.loops import (
    beside_its_loop,
    early_end_around,
    loop_around,
    loops_around,
    outermost_loop,
    used_up,
    ways_out_of,
)
from grader.syntax.names import names_in
from grader.syntax.statements import block_at
from grader.syntax.telling import for_nothing
from grader.text import short_name
from grader.trace import Array, equal

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROUNDING = 1e-6
MOST_ADDED = 1e6
MOST_TIMES = 50
LEAST_BYTES = 4
"""Of a type of whole numbers, for what is in memory to be told from a result."""


def refuse_early_end(arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when a loop around the multiplications is left in its first round."""
    if early := early_end_around(submission.text, [arithmetic.last_line or 0]):
        raise Wrong(
            early.told,
            line=early.line,
            hint=None if early.word == "return" else "Take the break out, or put it below an if.",
            misconception="return-too-early",
        )


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
            hint=re.sub(r"\s\+\s", " += ", row, count=1),
            misconception="sum-not-stored",
        )
    if re.match(r"[^=()]*[^=!<>]==(?!=)", row) and line in only_compares(submission.text):
        raise Wrong(
            "This compares a cell with the product, and stores nothing.",
            line=line,
            says="== asks whether two things are equal; = and += give a value.",
            hint=row.replace("==", "=" if row.partition("==")[0].strip() in row.partition("==")[2] else "+=", 1),
            misconception="sum-not-stored",
        )
    if "*=" in row:
        raise Wrong(
            "Every cell begins with 0, and stays 0: it is multiplied here.",
            line=line,
            hint=row.replace("*=", "+=", 1),
            misconception="multiplied-not-added",
        )


def refuse_run_again(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the loops went over the same cells several times, so that each holds its sum as often."""
    wrong, line = work.results.wrong, work.arithmetic.last_line or 0
    if not wrong or not np.all(work.product):
        return
    times = np.asarray(wrong[-1].array).reshape(2, 2) / work.product
    if not work.results.spoilt(work.product) or times.flat[0] not in range(2, MOST_TIMES) or np.ptp(times):
        return
    raise Wrong(
        f"Your result is {times.flat[0]:g} times A @ B.",
        line=outermost_loop(submission.text, line) or line,
        says="The loops go over the same cells again, and add to what is there.",
        hint="Begin with zeros each time, or run the loops once.",
        misconception="scaled-result",
    )


def refuse_longer_rows(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the result has a total after every addition: it was appended one level too deep."""
    line = work.arithmetic.last_line or 0
    totals = np.cumsum(work.left[:, None, :] * work.right.T, axis=2).reshape(2, -1)
    flat = any(equal(sight.array, totals.ravel()) for sight in work.trace.arrays(totals.size))
    longer = flat or any(equal(sight.array, totals) for sight in work.trace.arrays(*totals.shape))
    if not longer or not line:
        return
    whose, many, few = ("Your result", totals.size, 4) if flat else ("Each row of your result", totals.shape[1], 2)
    block = block_at(submission.text, loop_around(submission.text, line))
    appended = [number for number in block if ".append(" in submission.row(number)]
    raise Wrong(
        f"{whose} has {many} numbers instead of {few}.",
        line=appended[-1] if appended else line,
        says="The total is put there after every addition, and not only when its sum is complete.",
        hint="append stands inside the innermost loop: move it one level to the left.",
        misconception="sum-not-stored",
    )


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
            hint="Put each sum into its cell before the next one begins, or print it there.",
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
            hint="C[i][j] += A[i][k] * B[k][j], with zeros in C before the loops.",
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


def refuse_total_set_back(found: Recognised, arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when the last product alone is left because the total begins again in every round."""
    line = arithmetic.last_line or 0
    rows = submission.lines
    if found.misconception.id != "last-product-only" or not 0 < line <= len(rows) or "+" not in rows[line - 1]:
        return
    block = block_at(submission.text, loop_around(submission.text, line))
    back = [number for number in block if re.search(r"[^=!<>]=\s*(0|0\.0?|\[\])\s*(#.*)?$", rows[number - 1])]
    if back:
        raise Wrong(
            "The total is set back in every round of the innermost loop.",
            line=back[0],
            says="So only the last product of each cell is left.",
            hint="Set it to 0 before that loop, once a cell.",
            misconception="last-product-only",
        )


def refuse_stored_too_early(found: Recognised, work: Handwork, submission: Submission) -> None:
    """Raise Wrong when all products were made, and each cell got its sum before the last one was added."""
    line = work.arithmetic.last_line or 0
    if found.misconception.id != "off-by-one-range" or not work.arithmetic.all_products:
        return
    block = block_at(submission.text, loop_around(submission.text, line))
    stored = {one.site.line for one in work.trace.seen(found.sight.array) if one.how == "changed"}
    if early := sorted(stored.intersection(block)):
        raise Wrong(
            "Each cell gets its sum here before the last product is added to it.",
            line=early[0],
            says="It is complete when the innermost loop has ended.",
            hint="Put the sum into its cell when the innermost loop has ended: one level further left.",
            misconception="sum-not-stored",
        )


def refuse_break(found: Recognised, arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when products are missing because a `break` or a `return` leaves a loop that makes them."""
    if found.misconception.id != "off-by-one-range":
        return
    for loop in loops_around(submission.text, arithmetic.last_line or 0):
        for line, word in ways_out_of(submission.text, loop):
            raise Wrong(
                f"This {word} leaves the loop before all products are added.",
                line=line,
                hint="Take it out: each sum needs all of its products.",
                misconception="return-too-early",
            )


def refuse_beside_its_loop(arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when what is multiplied is indexed by what counted a loop that has ended: it stays at its last."""
    found = beside_its_loop(submission.text, arithmetic.last_line or 0)
    if found is None:
        return
    name, line = short_name(found[0]), found[1]
    raise Wrong(
        f"The loop over {name} has ended before this one begins: {name} stays at its last value.",
        line=line,
        says="Each loop stands inside the one before it.",
        hint=f"Indent this loop, and all that belongs to it: it goes inside `for {name} …`.",
        misconception="wrong-index",
    )


def refuse_used_up(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when nothing is left of what the loops go through after the first row."""
    found = used_up(submission.text)
    if found is None or found[1] > (work.arithmetic.last_line or 0):
        return
    name = short_name(found[0])
    raise Wrong(
        f"{name} can be gone through only once: after the first row nothing is left of it.",
        line=found[1],
        hint=f"Make a list of it: {name} = list(…).",
    )


def refuse_stuck_counter(found: Recognised, arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when products are missing because a `while` does not begin again."""
    if found.misconception.id != "off-by-one-range":
        return
    # The outermost one begins but once.
    for loop in loops_around(submission.text, arithmetic.last_line or 0)[:-1]:
        is_while = submission.lines[loop - 1].lstrip().startswith("while ")
        # Where its counter is set right before, it is its end that is wrong.
        if is_while and not _is_set_right_before(loop, submission):
            raise Wrong(
                "This loop does not go through all that it should.",
                line=loop,
                misconception="counter-not-reset",
            )


def _is_set_right_before(loop: int, submission: Submission) -> bool:
    """Whether the counter of the `while` at that line is given a value by the statements right above it."""
    rows = submission.lines
    counter = re.search(r"[^\W\d]\w*", rows[loop - 1].lstrip().removeprefix("while"))
    depth = _indent_of(rows[loop - 1])
    for row in reversed(rows[: loop - 1]):
        if _indent_of(row) != depth or not counter:
            return False
        if re.search(rf"\b{counter[0]}\s*=(?!=)", row):
            return True
    return False


def _indent_of(row: str) -> int:
    """How far a row is indented, in columns."""
    expanded = row.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())
