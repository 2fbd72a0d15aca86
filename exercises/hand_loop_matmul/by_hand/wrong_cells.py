"""A result made by hand has wrong numbers: the known mistake that gives them, or the first wrong cell."""

from __future__ import annotations

import re
from typing import NoReturn

import numpy as np

from grader.check import Wrong
from grader.evidence.formulas import Recognised
from grader.evidence.made import begun_at, filled_at, set_to_zero
from grader.evidence.stopped import refuse_sign_behind_equals
from grader.submission import Submission
from grader.syntax.functions import taken_the_other_way
from grader.syntax.loops import loop_that_leaves_out, loops_around
from grader.text import short_name
from grader.trace import Array, Sight, Trace, equal

from .handwork import Handwork
from .loop_mistakes import (
    refuse_added_behind_its_loop,
    refuse_break,
    refuse_stored_too_early,
    refuse_stuck_counter,
    refuse_total_set_back,
)
from .matrices import names_of

_OVER = r"\bfor\s{1,8}[^\W\d]\w{0,40}\s{1,8}in\s{1,8}([^\W\d]\w{0,40})(?=\s{0,8}[:\])])"
_ADDS_TO = r"\s*(\w{1,40})\s*(?:\+=|=\s*\1\s*\+)|\s*(\w{1,40})\.append\("
_NOT_ZERO = r"(?!0(?:\.0*)?\s*(?:#|$))[-+]?[\d.]+"
_INTO_A_LINE = r"\s*(\w+)\[\s*(?:(:\s*,)\s*\w+|\w+(?:\s*,\s*:)?)\s*\]\s*=(?!=)"
"""A number that is given to a whole column of an array, or to a row."""
_COLUMN = r"\[\s*:\s*,\s*(\w+)\s*\]"
_BY_COLUMNS = r"\border\s*=\s*['\"]F['\"]"


def explain_known_mistake(found: Recognised, work: Handwork, submission: Submission) -> NoReturn:
    """Say which mistake's formula the result equals."""
    arithmetic = work.arithmetic
    if found.misconception.id == "last-product-only" and arithmetic.some and not arithmetic.all_products:
        raise Wrong(
            wrong_cell(found.sight, work),
            line=_line_of("off-by-one-range", found.sight, work, submission),
            hint="range(2) gives 0 and 1; range(1, 2) gives only 1.",
            says="The innermost loop begins one step too late: the first product of each sum was never made.",
            misconception="off-by-one-range",
        )
    if found.misconception.id == "last-product-only" and arithmetic.last_line:
        refuse_sign_behind_equals(
            work.trace, [arithmetic.last_line], "Only the last product of each cell is left", found.misconception.id
        )
    refuse_total_set_back(found, arithmetic, submission)
    refuse_added_behind_its_loop(found, arithmetic, submission)
    refuse_stored_too_early(found, work, submission)
    refuse_break(found, arithmetic, submission)
    refuse_stuck_counter(found, arithmetic, submission)
    _refuse_one_matrix_twice(found, work, submission)
    _refuse_dealt_by_columns(found, work)
    _refuse_rows_for_columns(found, work, submission)
    _refuse_whole_lines(found, work, submission)
    called = found.misconception.id == "swapped-operands" and _call_that_gave(found.sight, work)
    if called and (defined := taken_the_other_way(submission.text, called)):
        _refuse_handed_over_turned(found, called, work, submission)
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=defined,
            says="This function takes the two in the other order than it is given them.",
            hint=f"Exchange its parameters, or what {submission.place(called)} hands over.",
            misconception=found.misconception.id,
        )
    raise Wrong(
        f"Your result equals {found.formula}." if len(found.formula) < 12 else wrong_cell(found.sight, work),
        line=called or _line_of(found.misconception.id, found.sight, work, submission),
        hint="Hand over A first, and B second." if called else found.misconception.hint,
        says=found.misconception.says,
        misconception=found.misconception.id,
    )


def _refuse_one_matrix_twice(found: Recognised, work: Handwork, submission: Submission) -> None:
    """Raise Wrong when a function of the learner's own is called with one of the matrices in both places."""
    line = _call_that_gave(found.sight, work) if found.formula in ("A @ A", "B @ B") else None
    twice = re.search(r"\b(\w+)\(\s*(\w+)\s*,\s*\2\s*\)", submission.row(line)) if line else None
    if twice:
        name = short_name(twice[2])
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=line,
            says=f"{short_name(twice[1])}() is handed {name} twice here.",
            hint="Hand over A first, and B second.",
            misconception=found.misconception.id,
        )


def _refuse_handed_over_turned(found: Recognised, called: int, work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the call hands over B first, to a function that takes A first."""
    handed = re.search(r"\b(\w+)\(\s*(\w+)\s*,\s*(\w+)\s*\)", submission.row(called))
    of_right = names_of(work.trace, work.right)
    if handed and handed[2] in of_right and handed[3] not in of_right:
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=called,
            says=f"{short_name(handed[2])} is handed over first here, and is taken for the left one.",
            own_row=f"{handed[1]}({handed[3]}, {handed[2]})",
            misconception=found.misconception.id,
        )


def _refuse_whole_lines(found: Recognised, work: Handwork, submission: Submission) -> None:
    """Raise Wrong when each sum was given to a whole column of an array, or to a whole row; or a row to a column."""
    line = filled_at(work.trace, found.sight.array)
    filled = re.match(_INTO_A_LINE, submission.row(line)) if line else None
    if filled and found.sight.array.ndim == 2 and _is_the_same_along(found.sight.array, 0 if filled[2] else 1):
        part, cells = ("column", "rows") if filled[2] else ("row", "columns")
        raise Wrong(
            wrong_cell(found.sight, work),
            line=line,
            says=f"This gives the sum to a whole {part}: all its {cells} have the last one in the end.",
            hint=f"{short_name(filled[1])}[i, j]: one cell for each sum.",
            misconception="wrong-index",
        )
    if filled and filled[2] and found.misconception.id == "transposed-result":
        raise Wrong(
            f"Your result equals {found.formula}.",
            line=line,
            says="All sums are right, but this puts each row into a column.",
            own_row=re.sub(_COLUMN, r"[\1]", submission.row(line or 0).strip(), count=1),
            misconception=found.misconception.id,
        )


def _is_the_same_along(array: Array, axis: int) -> bool:
    """Whether all columns of a matrix (axis 0), or all its rows, have one number only."""
    return bool((array == np.take(array, [0], axis=axis)).all())


def _refuse_dealt_by_columns(found: Recognised, work: Handwork) -> None:
    """Raise Wrong when the sums were in their order, and a reshape put them down the columns."""
    in_order = work.trace.find(work.product.ravel())
    for sight in work.trace.seen(found.sight.array) if in_order else ():
        if re.search(_BY_COLUMNS, sight.site.text):
            raise Wrong(
                "The sums are right, and stand in the order of the rows; here they are dealt out column by column.",
                line=sight.site.line,
                says="So rows and columns are exchanged.",
                hint="Leave order='F' out.",
                misconception=found.misconception.id,
            )


def _refuse_rows_for_columns(found: Recognised, work: Handwork, submission: Submission) -> None:
    """Raise Wrong when a loop goes over the rows of the right matrix, and is to go over its columns."""
    line = work.arithmetic.last_line
    if found.misconception.id != "transposed-operand" or not line:
        return
    names = names_of(work.trace, work.right)
    for number in (line, *loops_around(submission.text, line)):
        row = submission.row(number).strip()
        over = next((one for one in re.finditer(_OVER, row) if one[1] in names), None)
        if over:
            matrix = over[1]
            raise Wrong(
                f"Your result equals {found.formula}.",
                line=number,
                says=f"This goes over the rows of {short_name(matrix)}; its columns are wanted.",
                own_row=f"{row[: over.start(1)]}zip(*{matrix}){row[over.end(1) :]}",
                misconception=found.misconception.id,
            )


def wrong_cell(sight: Sight, work: Handwork) -> str:
    """The first wrong cell, its sum spelled out."""
    mine, expected = np.asarray(sight.array).reshape(2, 2), work.product
    if equal(mine, expected):
        return "The right numbers were there, but something else was compared."
    row, column = (int(index[0]) for index in np.nonzero(mine != expected))
    terms = " + ".join(f"{one}·{other}" for one, other in zip(work.left[row], work.right[:, column], strict=True))
    place = f"The cell in row {row}, column {column} is {terms} = {expected[row, column]:g}"
    return f"{place}; yours is {mine[row, column]:g}."


def _call_that_gave(sight: Sight, work: Handwork) -> int | None:
    """The line where a function of the learner's own was called that gave this."""
    seen = work.trace.seen(sight.array)
    return next((part.site.line for part in seen if _calls_own_function(part, work.trace)), None)


def _calls_own_function(sight: Sight, trace: Trace) -> bool:
    name = re.match(r"(?:\w+\.)*(\w+)\(", sight.site.text)
    return sight.site.kind == "call" and name is not None and name.group(1) in trace.called


def _line_of(mistake: str, sight: Sight, work: Handwork, submission: Submission) -> int:
    """Where a teacher would point: the loop's bound, the beginning of the total, the call, or the arithmetic."""
    trace, last_line = work.trace, work.arithmetic.last_line
    seen = trace.seen(sight.array)
    if mistake in ("start-not-zero", "total-not-reset") and (started := _total_started_at(last_line or 0, submission)):
        return started
    if mistake in ("aliased-rows", "start-not-zero") and (begun := begun_at(trace, sight)):
        return begun
    if mistake == "aliased-rows" and (appended := _appended_at(sight, trace)):
        return appended
    if mistake == "off-by-one-range" and last_line:
        return loop_that_leaves_out(submission.text, last_line)
    if mistake == "scaled-result" and (filled := filled_at(trace, sight.array)):
        return filled
    zero = _collected_since(last_line or 0, submission)
    if mistake == "total-not-reset" and (start := zero or set_to_zero(trace) or begun_at(trace, sight)):
        return start
    return last_line or next((part.site.line for part in seen if part.how != "operand"), sight.site.line)


def _appended_at(sight: Sight, trace: Trace) -> int | None:
    """The line that puts rows into a result, one by one."""
    names = {*sight.site.names}
    filled = (one.site.line for one in trace.sights if one.how == "changed" and names.intersection(one.site.names))
    return next((line for line in filled if ".append(" in trace.row(line)), None)


def _collected_since(line: int, submission: Submission) -> int | None:
    """The last line above that gives a value to what is added to at `line`: a total, or a list of products."""
    added = re.match(_ADDS_TO, submission.row(line))
    if not added:
        return None
    gives = re.compile(rf"\s*(?:\w+\s*,\s*){{0,8}}{added[1] or added[2]}(?:\s*,\s*\w+){{0,8}}\s*=(?!=)")
    return next((number for number in range(line - 1, 0, -1) if gives.match(submission.row(number))), None)


def _total_started_at(line: int, submission: Submission) -> int | None:
    """The line that gives a number, another than 0, to the total that is added to at `line`."""
    total = re.match(r"\s*(\w+)\s*(?:\+=|=\s*\1\s*\+)", submission.row(line))
    if not total:
        return None
    starts = re.compile(rf"\s*{total[1]}\s*=\s*{_NOT_ZERO}\s*(?:#|$)")
    return next((number for number in range(line - 1, 0, -1) if starts.match(submission.row(number))), None)
