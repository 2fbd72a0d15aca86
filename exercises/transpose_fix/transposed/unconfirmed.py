"""Why a shape is not confirmed: what was printed or compared instead."""

from __future__ import annotations

import math
import re
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Wrong
from grader.evidence.printed import mentions, written
from grader.evidence.shown import refuse_compared_as_text, shape_alone, shown_as_text
from grader.own_names import MOST_CHARACTERS, name_of
from grader.submission import Submission
from grader.syntax.calls import called_as_named
from grader.syntax.comparisons import always_true, never_compared, true_by_itself
from grader.syntax.loops import outermost_loop
from grader.syntax.names import names_in
from grader.syntax.origins import looks_at_itself
from grader.syntax.scopes import function_around
from grader.syntax.shapes import looks_within_shapes, measured_at, tells_sides
from grader.syntax.statements import says_the_same_at, swallowed_at
from grader.text import short_name
from grader.trace import Operation, Trace

from .asked_in_vain import asked_in_vain
from .misfit import may_be_of_it
from .operands import product_in, results_of, there_since
from .stopped_print import refuse_stopped_print
from .whose_lengths import (
    given_the_product,
    lines_of_numpys_again,
    lines_of_the_operands,
    names_at,
    refuse_another_matrix,
    with_shape,
)

_FIRST_A_RESULT = "Not looked at yet: first there has to be a result of shape (3, 4)."
_ASSERT = "assert C.shape == (3, 4)"
_THE_SAME_TURNED = "What is compared here is the same for a matrix of shape (4, 3)."


def refuse_vain_comparison(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when a comparison of the result's size says nothing of its shape."""
    names = results_of(trace)
    again = lines_of_numpys_again(trace)
    until = min((sight.order for sight in trace.arrays(2, 2)), default=math.inf)
    short = (pair for pair in trace.comparisons if pair.equal and np.size(pair.left) <= 2 and pair.order < until)
    compared = [pair for pair in short if names_at(pair.site.line, names, submission) & names_in(pair.site.text)]
    for line, objects in looks_within_shapes(submission.text).items():
        if names & objects:
            raise Wrong(_THE_SAME_TURNED, line=line, hint=_ASSERT, misconception="shape-not-printed")
    for pair in compared:
        if behind := true_by_itself(submission.text, pair.site.line):
            raise Wrong(
                f"`or {behind}` is true by itself: this never fails.",
                line=pair.site.line,
                says="Each side of `or` is a condition of its own.",
                hint=_ASSERT,
                misconception="shape-not-printed",
            )
        if looks_at_itself(submission.text, pair.site.line, frozenset(names)) or pair.site.line in again:
            seen = "Here the result's shape is compared with itself."
        elif not tells_sides(submission.text, pair.site.line):
            seen = _THE_SAME_TURNED
        elif {np.asarray(one.left).tolist() for one in compared if np.ndim(one.left) == 0} in ({3}, {4}):
            seen = "Only one of the result's two lengths is compared."
        else:
            continue
        raise Wrong(seen, line=pair.site.line, hint=_ASSERT, misconception="shape-not-printed")


def _compared_with_another(trace: Trace) -> None:
    """Raise Wrong when the result's shape is compared with a shape that it should not have."""
    for pair in trace.comparisons if trace.arrays(3, 4) else ():
        sides = [np.asarray(side).tolist() for side in (pair.left, pair.right)]
        if not pair.equal and [3, 4] in sides and all(np.ndim(side) == 1 and len(side) == 2 for side in sides):
            other = next((side for side in sides if side != [3, 4]), None)
            # A list is never equal to a tuple.
            shape = "[3, 4], a list" if other is None else f"({other[0]:g}, {other[1]:g})"
            raise Wrong(
                f"The result's shape is (3, 4), and it is compared with {shape} here.",
                line=pair.site.line,
                hint=_ASSERT,
                misconception="shape-not-printed",
            )


def _only_named(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when what is printed is a function of the file's own that is not called: `print(product.shape)`."""
    since = there_since(product_in(trace, 4))
    printed = {part.line for part in trace.prints if part.order > since}
    for name, line in trace.only_named.items():
        if line in printed and name not in trace.called:
            raise Wrong(
                f"{short_name(name)} is only named here, and not called: what is printed is the function itself.",
                line=line,
                hint=f"Call it, with brackets: {short_name(called_as_named(submission.text, name, line))}",
                misconception="shape-not-printed",
            )


def _of_a_and_b(product: Operation) -> bool:
    """Whether matrices with the lengths of A or B were multiplied, so that there is a result, of whatever shape."""
    shapes = [sorted(np.shape(operand)) for operand in product.operands]
    return all(shape in ([3, 5], [4, 5]) for shape in shapes)


def explain_not_printed(trace: Trace, submission: Submission) -> NoReturn:
    """Say what was printed instead. Always raises."""
    compared = [pair.site.line for pair in trace.comparisons if pair.equal and with_shape(pair)]
    refuse_another_matrix(compared, trace, submission)
    refuse_vain_comparison(trace, submission)
    _compared_with_another(trace)
    if as_text := shown_as_text(trace, lambda array: may_be_of_it(array) and array.shape != (2, 2)):
        raise as_text
    refuse_compared_as_text(submission)
    _printed_early(trace)
    refuse_stopped_print(trace, submission)
    _only_named(trace, submission)
    _printed_entries(trace, submission)
    _without_result(trace)
    _asserts_a_tuple(submission)
    _asserts_nothing(submission)
    _asked_in_vain(trace, submission)
    _without_consequence(trace, submission)
    _one_length(trace, submission)
    _printed_turned(trace)
    _printed_within_another(trace)
    if not any(np.shape(product.result) == (3, 4) for product in trace.operations) and _shows_another(trace):
        raise Blocked(_FIRST_A_RESULT)
    names = results_of(trace)
    if alone := shape_alone(submission, names, "print(C.shape)"):
        raise alone
    _number_of_entries(trace, names, submission)
    _of_an_operand(trace, submission)
    line, hint = _printed_below(trace, submission)
    raise Wrong(
        "The shape (3, 4) was neither printed nor asserted.", line=line, hint=hint, misconception="shape-not-printed"
    )


def _printed_early(trace: Trace) -> None:
    """Raise Wrong when the shape is printed before there is a product."""
    early = mentions(trace, (3, 4)) if product_in(trace, 4) else []
    if early:
        raise Wrong(
            "(3, 4) is printed here, before the product is there.",
            line=early[-1].line,
            hint="Print the product's own shape, once it is made.",
            misconception="shape-not-printed",
        )


def _printed_entries(trace: Trace, submission: Submission) -> None:
    """Raise Partly when the result itself is printed."""
    for sight in trace.arrays(3, 4):
        shown = sum(f"{abs(entry):.3f}"[:-1] in trace.text for entry in sight.array.real.ravel())
        if shown >= sight.array.size - 2:
            raise Partly(
                "The matrix is printed, but not its shape.",
                share=0.4,
                hint=_printed_below(trace, submission)[1],
                misconception="shape-not-printed",
            )


def _without_result(trace: Trace) -> None:
    """Raise Blocked, or Missing, when there is nothing of shape (3, 4)."""
    if trace.arrays(3, 4):
        return
    if trace.arrays(4, 3) or any(map(_of_a_and_b, trace.products)):
        raise Blocked(_FIRST_A_RESULT)
    raise Missing("There is no result whose shape could be shown.")


def _printed_within_another(trace: Trace) -> None:
    """Raise Wrong when the shape of something with the product in it is printed: `np.shape([C])`."""
    since = there_since(product_in(trace, 4))
    if around := [one for one in mentions(trace, (1, 3, 4)) if one.order > since]:
        raise Wrong(
            "(1, 3, 4) is the shape of something around the product, with the product in it.",
            line=around[-1].line,
            hint="print(C.shape)",
            misconception="shape-not-printed",
        )


def _printed_turned(trace: Trace) -> None:
    """Raise Wrong when (4, 3) is printed, on a line of its own: a 3 that another line prints may be of anything."""
    turned = [one for one in mentions(trace, (4, 3)) if written(_said_on(one.line, trace), (4, 3))]
    if not turned:
        return
    seen, hint = "(4, 3) is printed here, and the result is (3, 4): rows come first.", "print(C.shape)"
    if trace.arrays(4, 3):
        seen = "(4, 3) is printed here: this is the transposed result."
        hint = "A.T @ B is (3, 4) already; print its shape."
    raise Wrong(seen, line=turned[-1].line, hint=hint, misconception="shape-not-printed")


def _printed_below(trace: Trace, submission: Submission) -> tuple[int | None, str]:
    """The line that gives the result its name, and what prints its shape, with the place where it works."""
    made = product_in(trace, 4) or trace.arrays(3, 4)[-1]
    seen = [one for one in trace.seen(made.array) if one.how in ("bind", "changed") and not one.is_last_look]
    name = name_of(seen, submission.text)
    given = [one.site.line for one in seen if name in one.site.names]
    if not given:
        return made.site.line, "print(C.shape)"
    loop, function = (around(submission.text, given[-1]) for around in (outermost_loop, function_around))
    below = f"the loop of {submission.place(loop)}" if loop else submission.place(given[-1])
    return given[-1], f"print(C.shape) below {below}{', in the same function' if function else ''}"


def _number_of_entries(trace: Trace, names: set[str], submission: Submission) -> None:
    """Raise Wrong when the result's `size` is printed in the place of its shape."""
    read = [f"{name}.size" for name in names]
    for mention in mentions(trace, (12,)):
        if any(one in submission.row(mention.line) for one in read):
            raise Wrong(
                "This is the number of entries, not the shape.",
                line=mention.line,
                hint="print(C.shape)",
                misconception="shape-not-printed",
            )


def _said_on(line: int, trace: Trace) -> str:
    """What a line printed."""
    return "".join(part.text for part in trace.told if part.line == line)


def _one_length(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when nothing but one of the result's two lengths is printed."""
    names = results_of(trace)
    parts = [part for part in trace.told if names & measured_at(submission.text, part.line)]
    numbers = [re.findall(r"\d+", part.text) for part in parts]
    if parts and all(found in (["3"], ["4"]) for found in numbers) and len({found[0] for found in numbers}) == 1:
        raise Wrong(
            f"Only {numbers[0][0]} is printed here: that is one of the result's two lengths.",
            line=parts[-1].line,
            hint="print(C.shape)",
            misconception="shape-not-printed",
        )


def _without_consequence(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when the shape is compared, and the file does the same whatever comes of it."""
    for pair in trace.comparisons:
        line = pair.site.line
        if not (pair.equal and with_shape(pair)):
            continue
        if in_vain := swallowed_at(submission.text, line):
            raise Wrong(
                "Where this assertion fails, its error is caught, and nothing tells of it.",
                line=line,
                hint=f"Leave out the try around it: what stands in line {in_vain} takes the error away.",
                misconception="shape-not-printed",
            )
        if says_the_same_at(submission.text, line):
            raise Wrong(
                "The shape is compared here, and both branches do the same.",
                line=line,
                hint="Say something else below the else, or print(C.shape).",
                misconception="shape-not-printed",
            )


def _asserts_a_tuple(submission: Submission) -> None:
    """Raise Wrong when a shape stands with a text in the brackets of an assertion, which is true whatever it is."""
    for line, condition in always_true(submission.text).items():
        if "shape" in condition:
            raise Wrong(
                "This assertion never fails: two things in brackets with a comma are a tuple, which counts as True.",
                line=line,
                hint=f"assert {condition}" if len(condition) <= MOST_CHARACTERS else "assert C.shape == (3, 4)",
                misconception="shape-not-printed",
            )


def _asserts_nothing(submission: Submission) -> None:
    """Raise Wrong when what a shape should be stands behind the comma of an assertion: `assert C.shape, (3, 4)`."""
    for line in never_compared(submission.text):
        if "shape" in submission.row(line):
            raise Wrong(
                "Nothing is compared here: behind the comma stands what an assertion says where it fails.",
                line=line,
                hint=_ASSERT,
                misconception="shape-not-printed",
            )


def _asked_in_vain(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when a line speaks of the product's shape, and what it asks tells nothing of it."""
    names, given = results_of(trace), given_the_product(trace)
    made = product_in(trace, 4)
    until = min((sight.site.line for sight in trace.arrays(2, 2)), default=math.inf)
    for line, told, hint in asked_in_vain(submission.text):
        function = function_around(submission.text, line)
        of_the_product = names & names_in(submission.row(line)) and made and (function or made.site.line < line < until)
        if function in given or of_the_product:
            raise Wrong(told, line=line, hint=hint, misconception="shape-not-printed")


def _of_an_operand(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when the product has a name, and the shape that is printed last is of A, B or a transpose of them."""
    made = product_in(trace, 4)
    if made is None or not any(one.how == "bind" for one in trace.seen(made.array)):
        return
    lines = lines_of_the_operands(trace, submission)
    until = min((sight.order for sight in trace.arrays(2, 2) if sight.order > made.order), default=math.inf)
    compared = [pair.site.line for pair in trace.comparisons if made.order < pair.order < until]
    if asked := [line for line in compared if line in lines and measured_at(submission.text, line)]:
        raise Wrong(
            "What is compared here is the shape of A or B, and not the product's.",
            line=asked[-1],
            hint=_ASSERT,
            misconception="shape-not-printed",
        )
    printed = [part.line for part in trace.told if part.order > made.order and part.line in lines]
    if printed:
        raise Wrong(
            "What is printed here is the shape of A or B, or of its transpose, and not the product's.",
            line=printed[-1],
            hint="print(C.shape)",
            misconception="shape-not-printed",
        )


def _shows_another(trace: Trace) -> bool:
    """Whether the shape of a product of A or B with something else is printed, which is another one."""
    lengths = ([3, 5], [4, 5])
    made = [
        product.result
        for product in trace.products
        if np.ndim(product.result) == 2 and any(sorted(np.shape(operand)) in lengths for operand in product.operands)
    ]
    return any(mentions(trace, np.shape(result)) for result in made)
