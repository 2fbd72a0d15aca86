"""What is wrong with a learner's loops, told from their source and from what they did: each raises Wrong."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Wrong
from grader.evidence.formulas import Recognised
from grader.submission import Submission
from grader.syntax.functions import shared_defaults
from grader.syntax.loops import (
    beside_its_loop,
    early_end_around,
    loop_around,
    loops_around,
    outermost_loop,
    used_up,
    ways_out_of,
)
from grader.syntax.statements import block_at, name_assigned_in
from grader.text import short_name

from .arithmetic import Arithmetic
from .handwork import Handwork

_SMALL_TYPE = r"out of bounds for (u?int(?:8|16))\b"
_COUNTS_UP = r"\s*while\s*\(?\s*([^\W\d]\w*)\s*(?:<|!=)"
_COUNTS = r"\s*for\s+(?!_+\s)([^\W\d]\w{0,40})\s+in\b"
_AS_FAR_AS = r"(\s*for\s+[^\W\d]\w{0,40})\s+in\s+range\(([^\W\d]\w{0,40})\)\s*:"
_SET_TO_ZERO = r"\s*([^\W\d]\w*)\s*=\s*0(?:\.0*)?\s*(?:#|$)"
_ADDS_A_TEXT = r"(?:\+=|=[^=#]{1,60}\+)\s*str\("
MOST_TIMES = 50
"""How often the loops may have gone over the same cells."""


def refuse_early_end(arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when a loop around the multiplications is left in its first round."""
    if early := early_end_around(submission.text, [arithmetic.last_line or 0]):
        raise Wrong(
            early.told,
            line=early.line,
            hint=None if early.word == "return" else "Take the break out, or put it below an if.",
            misconception="return-too-early",
        )


def refuse_overflow(work: Handwork) -> None:
    """Raise Wrong when a sum is too large for the type of whole numbers that the result has."""
    for failing in work.trace.exceptions:
        small = re.search(_SMALL_TYPE, failing.message) if failing.type == "OverflowError" else None
        if small and failing.line == work.arithmetic.last_line and failing.outcome != "caught":
            limits = np.iinfo(small[1])
            raise Wrong(
                f"A number does not fit here: {small[1]} holds whole numbers from {limits.min} to {limits.max} only.",
                line=failing.line,
                hint="Make the result without a dtype: np.zeros((2, 2)).",
                error=failing,
            )


def refuse_shared_default(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when a function adds to its default, which is the same list in each call, and is called again."""
    defaults = shared_defaults(submission.text, work.arithmetic.last_line or 0)
    taken = [sight for sight in work.trace.sights if sight.how == "argument"] if defaults else []
    for name, line in defaults.items():
        filled = {id(one.array) for one in work.trace.sights if one.how == "changed" and name in one.site.names}
        if any(sight.site.line == line and id(sight.array) in filled for sight in taken):
            raise Wrong(
                f"{short_name(name)} is made once, where the function is defined, and all calls add to the same one.",
                line=line,
                says="So the second call begins with what the first one left.",
                hint="Make the zeros inside the function.",
                misconception="start-not-zero",
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


def refuse_total_set_back(found: Recognised, arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when the last product alone is left because the total begins again in every round."""
    line = arithmetic.last_line or 0
    rows = submission.lines
    if found.misconception.id != "last-product-only" or not 0 < line <= len(rows) or "+" not in rows[line - 1]:
        return
    block = block_at(submission.text, loop_around(submission.text, line))
    back = [number for number in block if re.search(r"[^=!<>]=\s*(0|0\.0?|\[\])\s*(#.*)?$", rows[number - 1])]
    if back:
        # A cell of the innermost loop's own counter is another one in each round: before that loop there is none.
        counter = re.match(r"\s*for\s+(\w+)\s", submission.row(loop_around(submission.text, line)))
        moves = counter and re.match(rf"\s*\w+\[[^=]{{0,40}}\b{counter[1]}\b", submission.row(back[0]))
        raise Wrong(
            "The total is set back in every round of the innermost loop.",
            line=back[0],
            says="So only the last product of each cell is left.",
            hint="Take this line out; the result begins with zeros, above all loops."
            if moves
            else "Set it to 0 before that loop, once a cell.",
            misconception="last-product-only",
        )


def refuse_added_behind_its_loop(found: Recognised, arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when each product gets a name in the innermost loop, and is added where that loop has ended."""
    text, line = submission.text, arithmetic.last_line or 0
    loop, name = loop_around(text, line), name_assigned_in(submission.row(line))
    if found.misconception.id != "last-product-only" or loop == line or not name:
        return
    adds = re.compile(rf"[^=#]{{1,60}}(?:\+=|=[^=#]{{1,60}}\+)\s*{name}\s*(?:#|$)")
    behind = range(block_at(text, loop).stop, block_at(text, loop_around(text, loop)).stop)
    if added := next((number for number in behind if adds.match(submission.row(number))), None):
        raise Wrong(
            f"This line stands below the loop of {submission.place(loop)}: it adds only the last {short_name(name)}.",
            line=added,
            says="Each product of a cell has to be added.",
            hint=f"Indent this line as far as {submission.place(line)}, so that it belongs to that loop.",
            misconception="last-product-only",
        )


def refuse_stored_too_early(found: Recognised, work: Handwork, submission: Submission) -> None:
    """Raise Wrong when all products were made, and each cell got its sum before the last one was added."""
    line = work.arithmetic.last_line or 0
    if found.misconception.id != "off-by-one-range" or not work.arithmetic.all_products:
        return
    block = block_at(submission.text, loop_around(submission.text, line))
    stored = {one.site.line for one in work.trace.seen(found.sight.array) if one.how == "changed"}
    early = sorted(stored.intersection(block))
    if early and not any(pair.name == "add" and pair.site.line in block for pair in work.trace.pairs):
        raise Wrong(
            "Each product is kept here by itself, and nothing adds up those of a cell.",
            line=early[0],
            says="A cell is a row of A times a column of B, added up.",
            hint="total += A[i][k] * B[k][j] over k, and then the total into the result: once for each cell.",
            misconception="sum-not-stored",
        )
    if early:
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


def refuse_same_counter(arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when a loop has the counter of a loop around it, so that the outer one's number is lost."""
    loops = loops_around(submission.text, arithmetic.last_line or 0)
    heads = {line: found for line in loops if (found := re.match(_COUNTS, submission.row(line)))}
    for line, found in heads.items():
        outer = next((other for other in heads if other < line and heads[other][1] == found[1]), None)
        if outer is None:
            continue
        name, taken = short_name(found[1]), {head[1] for head in heads.values()}
        free = next((letter for letter in "ijk" if letter not in taken), "n")
        raise Wrong(
            f"This loop counts with {name}, as the one of {submission.place(outer)} around it does.",
            line=line,
            says=f"So {name} is no longer the number of that one. Use {free} below, where this loop's number is meant.",
            own_row=re.sub(rf"\b{found[1]}\b", free, submission.row(line).strip(), count=1),
            misconception="wrong-index",
        )


def refuse_loop_over_zero(arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when nothing was multiplied, and a loop goes as far as a name that is set to 0 right above it."""
    for line, row in enumerate(submission.lines if not arithmetic.some else (), 1):
        found = re.match(_AS_FAR_AS, row)
        above = re.match(_SET_TO_ZERO, submission.row(line - 1)) if found else None
        if found and above and above[1] == found[2]:
            name = short_name(found[2])
            raise Wrong(
                f"{name} is 0 when this loop begins, so that range({name}) is empty.",
                line=line,
                says="What stands in the loop is never done.",
                own_row=f"{found[1].strip()} in range(2):",
                misconception="off-by-one-range",
            )


def refuse_joined_texts(arithmetic: Arithmetic, submission: Submission) -> None:
    """Raise Wrong when the products are made texts and joined, where they were to be added up."""
    line = arithmetic.last_line or 0
    if re.search(_ADDS_A_TEXT, submission.row(line)):
        raise Wrong(
            "str(…) makes a text of each product, and + joins texts: 5 and 14 become 514.",
            line=line,
            says="Numbers are added up as they are.",
            hint="total = 0 before the loop over k, and in it total += A[i][k] * B[k][j]",
            misconception="wrong-operator",
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
            counter = _never_set_back(loop, submission)
            raise Wrong(
                f"{short_name(counter)} is not set back before this loop begins again: then it ends at once."
                if counter
                else "This loop does not go through all that it should.",
                line=loop,
                hint=f"{short_name(counter)} = 0 right before the loop, as far to the right as its `while`."
                if counter
                else None,
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


def _never_set_back(loop: int, submission: Submission) -> str | None:
    """The counter of the `while` at that line, where nothing in the loop around it gives it a value but for adding."""
    counter, around = re.match(_COUNTS_UP, submission.row(loop)), loop_around(submission.text, loop)
    if not counter or around == loop:
        return None
    name = counter[1]
    gives = rf"\b{name}\b[\w\s,]*(?:[-*/%&|^:]|//)?=(?!=)(?!\s*{name}\s*\+)"
    rows = [submission.row(line) for line in block_at(submission.text, around)[1:]]
    return None if any(re.search(gives, row) for row in rows) else name


def _indent_of(row: str) -> int:
    """How far a row is indented, in columns."""
    expanded = row.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())
