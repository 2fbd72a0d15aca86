"""What was multiplied by hand is not A and B as the exercise gives them."""

from __future__ import annotations

import re

import numpy as np

from grader.check import Wrong
from grader.evidence.likeness import same
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.lines import code_lines
from grader.text import short_name
from grader.trace import equal

from .handwork import Handwork
from .matrices import GIVENS, first_seen
from .outcome import named_the_other_way_round

_OF_TEXTS = r"non-int of type '(numpy\.)?str|'(numpy\.)?str_?' and |and '(numpy\.)?str_?'|string multiply|<U\d"
"""How Python and NumPy say that a text was multiplied, or added to a number."""
_ANOTHER_NAME = r"\s*(\w+)\s*=\s*([^\W\d]\w*)\s*(?:#.*)?$"


def refuse_exchanged_when_typed(work: Handwork, exercise: Exercise) -> None:
    """Raise Wrong when each of the given matrices has the other one's name."""
    if exchanged := named_the_other_way_round(work, exercise):
        left, right = work.left.tolist(), work.right.tolist()
        raise Wrong(
            f"A and B stand the other way round: A is {right} here, and B is {left}.",
            line=exchanged.site.line,
            misconception="given-altered",
        )


def refuse_typed_on_its_side(work: Handwork) -> None:
    """Raise Wrong when one of the matrices is only there typed with its rows and columns exchanged."""
    for name, matrix in (("A", work.left), ("B", work.right)):
        bound = [sight for sight in work.trace.arrays(*matrix.shape[::-1]) if sight.how in ("bind", "display")]
        turned = [sight for sight in bound if equal(sight.array, matrix.T)]
        named = (one.how == "bind" for sight in work.trace.like(matrix) for one in work.trace.seen(sight.array))
        if turned and not equal(matrix, matrix.T) and not any(named):
            raise Wrong(
                f"{name} is {turned[0].array.tolist()} here: its rows and columns are exchanged.",
                line=turned[0].site.line,
                misconception="given-altered",
            )


def refuse_texts(work: Handwork) -> None:
    """Raise Wrong when nothing could be multiplied because the entries are texts."""
    stops = (one for one in work.trace.skipped if one.type == "TypeError")
    stop = next((one for one in stops if re.search(_OF_TEXTS, one.message)), None)
    if stop and not work.arithmetic.some:
        raise Wrong(
            "The entries of A and B are texts here, and texts cannot be multiplied.",
            line=stop.line,
            hint="[[1, 2], [3, 4]] without quotes, or int('1').",
        )


def refuse_later_matrices(work: Handwork) -> None:
    """Raise Wrong when the result is NumPy's product of other matrices, which came in A's or B's place."""
    for made in work.trace.products:
        operands = [operand for operand in made.operands if np.shape(operand) == (2, 2)]
        others = [one for one in operands if not any(equal(one, given) for given in (work.left, work.right))]
        if len(operands) == 2 and others and any(same(sight.array, made.result) for sight in work.results.wrong):
            first = work.trace.seen(others[0])
            raise Wrong(
                "The result is the product of other matrices than those that the exercise gives.",
                line=first[0].site.line if first else made.site.line,
                says=f"By then one of them is {np.asarray(others[0]).tolist()}.",
                hint=GIVENS,
                misconception="given-altered",
            )


def refuse_filling_a_given(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when the result is A or B under another name, so that filling it changes what is multiplied."""
    first = first_seen(work.trace, work.left), first_seen(work.trace, work.right)
    alike = (sight for sight in work.trace.sights if any(equal(sight.array, one) for one in (work.left, work.right)))
    given = {name for sight in alike for name in sight.site.names}
    wrong = {name for sight in work.results.wrong if sight.order > min(first) for name in sight.site.names}
    for number, row in enumerate(code_lines(submission.text), 1):
        names = re.match(_ANOTHER_NAME, row)
        if names and names[1] in wrong and names[2] in given:
            name, other = short_name(names[1]), short_name(names[2])
            raise Wrong(
                f"{name} is {other} itself, under another name.",
                line=number,
                says=f"What is put into {name} changes {other}, while the loops still read it.",
                hint=f"{name} = np.zeros((2, 2))",
                misconception="start-not-zero",
            )
