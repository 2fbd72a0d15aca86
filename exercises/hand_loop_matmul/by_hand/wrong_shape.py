"""The right numbers were made by hand, and the result has not all of them, in their rows."""

from __future__ import annotations

import numpy as np

from grader.check import Wrong
from grader.evidence.formulas import Recognised
from grader.evidence.made import filled_at
from grader.submission import Submission
from grader.text import short_name
from grader.trace import equal

from .handwork import Handwork


def refuse_changed_result(work: Handwork, found: Recognised | None) -> None:
    """Raise Wrong when the right numbers were there, and are changed, or stand in a result of another shape.

    found: what became of them, where it is known.
    """
    if work.results.has(work.product) and (replaced := work.replaced):
        names = {*replaced.site.names}
        made = (sight for sight in work.trace.seen(replaced.array) if names.intersection(sight.site.names))
        raise Wrong(
            f"The right numbers were there, and {short_name(min(names))} becomes {replaced.array.tolist()} here.",
            line=next((sight.site.line for sight in made if sight.how in ("bind", "changed")), replaced.site.line),
            hint="Leave the result as the loops made it.",
            misconception=found.misconception.id if found else None,
        )
    if spoilt := work.results.spoilt(work.product):
        name = short_name(spoilt.site.names[0])
        raise Wrong(
            f"{name} had the right numbers, and is changed here: then it is {spoilt.array.tolist()}.",
            line=spoilt.site.line,
            hint="Leave the result as the loops made it.",
        )
    if larger := work.results.misshapen(work.product):
        rows, columns = larger.array.shape
        again = rows > 1 and not np.ptp(larger.array, axis=0).any()
        raise Wrong(
            f"Your result is {larger.array.tolist()}: {rows} rows of {columns}. A @ B has 2 rows of 2.",
            line=work.trace.seen(larger.array)[0].site.line,
            says="It is the same row each time, and goes on growing." if again else None,
            hint="Begin each row anew: row = [] belongs into the loop over the rows."
            if again
            else "Begin with an empty list, or with 2 rows of 2, and come to each row once.",
        )
    if uneven := work.results.uneven(work.product):
        rows = [", ".join(f"{entry:g}" for entry in row if not np.isnan(entry)) for row in uneven.array]
        raise Wrong(
            f"Your result is [[{'], ['.join(rows)}]]: its rows are not equally long.",
            line=work.trace.ragged[0].site.line,
            hint="Append a row when the loop over its columns has ended: one level further left.",
        )


def refuse_other_cells(work: Handwork) -> None:
    """Raise Wrong when the loops put the four right numbers into other cells than their own."""
    for sight in reversed(work.results.wrong):
        cells = np.ravel(sight.array)
        alike = cells.size == work.product.size and equal(np.sort(cells), np.sort(work.product, axis=None))
        if alike and not equal(cells, work.product.ravel()) and (filled := filled_at(work.trace, sight.array)):
            raise Wrong(
                f"The four numbers of A @ B are there, in other cells: your result is {sight.array.tolist()}.",
                line=filled,
                says="The sum over row i of A and column j of B belongs into row i, column j.",
                hint="Store each sum under the i and the j that it was made with.",
                misconception="wrong-index",
            )


def refuse_one_row(work: Handwork) -> None:
    """Raise Wrong when nothing but one row of the right numbers is there at the end."""
    if work.results.wrong or not (row := work.results.last_row(work.product)):
        return
    raise Wrong(
        f"At the end {short_name(row.site.names[0])} is {row.array.tolist()}: that is one row of A @ B.",
        line=row.site.line,
        says="Each row belongs into the result beside the ones before it.",
        hint="Append the row inside the loop over the rows, to a list that begins before that loop.",
        misconception="sum-not-stored",
    )


def refuse_last_of_each_row(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when a list got one number for each row, as what appends stands outside of the loop over columns."""
    last = work.product[:, -1]
    for sight in work.trace.arrays(len(last)):
        appends = sight.how == "changed" and ".append(" in submission.row(sight.site.line)
        if appends and equal(sight.array, last) and not work.results.wrong:
            raise Wrong(
                f"Your result has one number for each row, {sight.array.tolist()}: the last one of it.",
                line=sight.site.line,
                says="What appends a sum stands outside of the loop over the columns.",
                hint="Move it one level to the right.",
                misconception="sum-not-stored",
            )
