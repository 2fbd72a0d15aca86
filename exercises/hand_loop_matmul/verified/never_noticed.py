"""Why a comparison notices nothing when NumPy's product is wrong, or why there is none."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import numpy as np

from grader.check import Missing, Runs, Wrong
from grader.evidence.likeness import same
from grader.evidence.words import said
from grader.submission import Submission
from grader.syntax.comparisons import behind_or, behind_the_comma
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import condition_of
from grader.text import short_name
from grader.trace import equal

from ..by_hand.handwork import Handwork
from ..by_hand.loop_mistakes import refuse_shared_default
from ..by_hand.matrices import first_seen
from .changed_words import line_of_claim
from .less_compared import (
    refuse_compared_by_extreme,
    refuse_compared_for_nothing,
    refuse_identity,
    refuse_less_compared,
    refuse_never_called,
    refuse_true_at_first,
)
from .noticing import refuse_comparison_of_a_part, tells_otherwise
from .only_inside import only_inside
from .opposite import refuse_denied_too_early
from .typed_numbers import refuse_compared_with_typed
from .unverified import (
    asked_as_in,
    refuse_compared_too_early,
    refuse_compared_with_another,
    refuse_found_another,
    refuse_nothing_compared,
    refuse_stopped_comparison,
    refuse_verdict_never_set,
)

_IN_QUOTES = r"""print\((["'])([^"'\n]{1,200})\1\)"""
_GIVEN_ANOTHER_MEANING = r"\s*((?:np|numpy)\.(?:array_equal|array_equiv|allclose|isclose))\s*=(?!=)"
_COMPARES = r"(?:equal|close|all)\(|=="


def explain_never_noticed(work: Handwork, submission: Submission, runs: Runs) -> NoReturn:
    """Say why a comparison that notices nothing does not. Always raises."""
    as_written = work.trace
    refuse_stopped_comparison(work, submission)
    _refuse_given_another_meaning(submission)
    refuse_denied_too_early(as_written, submission, work.product, work.since, work.arithmetic.last_line or 0)
    refuse_never_called(submission)
    refuse_nothing_compared(work, submission)
    refuse_verdict_never_set(submission)
    _refuse_replaced_by_numpys(work)
    refuse_compared_too_early(as_written, work.product, work.since)
    refuse_shared_default(work, submission)
    refuse_found_another(as_written, work.product, work.since)
    refuse_compared_with_another(work, submission)
    refuse_true_at_first(as_written, submission)
    refuse_compared_by_extreme(as_written, submission, work.product)
    refuse_comparison_of_a_part(as_written, submission, runs, work.left)
    refuse_less_compared(as_written, submission, work.product)
    refuse_compared_with_typed(work, submission, runs)
    refuse_compared_for_nothing(as_written, submission, work.product)
    refuse_identity(submission)
    line = line_of_claim(as_written, first_seen(as_written, work.left)) or _said_all_the_same(work, submission, runs)
    if line is None:
        raise Wrong("Nothing says whether your result and NumPy's agree.", **_where_to_compare(work, submission))
    asked = condition_of(submission.text, line)
    _refuse_typed_comparison(line, submission)
    if tells_otherwise(as_written, runs("crossed_as_given"), as_written, runs):
        raise Wrong(
            "Where three of NumPy's four numbers are wrong, the file says the same: one equal cell is enough for it.",
            line=asked,
            says="Two matrices are equal when all of their cells are, each with the one in its place.",
            hint=asked_as_in(submission.row(asked)),
            misconception="verification-fake",
        )
    raise Wrong(
        "This is said whatever NumPy's product is.",
        line=asked,
        hint=asked_as_in(submission.row(asked)),
        misconception="verification-fake",
    )


def _refuse_given_another_meaning(submission: Submission) -> None:
    """Raise Wrong when a function of NumPy's that compares is replaced by one that compares nothing."""
    for given, row in enumerate(submission.lines, 1):
        replaced = re.match(_GIVEN_ANOTHER_MEANING, row)
        called = (line for line, other in enumerate(submission.lines, 1) if replaced and f"{replaced[1]}(" in other)
        if replaced and (line := next((line for line in called if line > given), None)):
            raise Wrong(
                f"{replaced[1]} is not NumPy's comparison here: {submission.place(given)} makes it another function.",
                line=line,
                hint=f"Take {submission.place(given)} out.",
                misconception="verification-fake",
            )


def _refuse_typed_comparison(line: int, submission: Submission) -> None:
    """Raise Wrong when a comparison stands between quotes, so that its words are printed and nothing is compared."""
    row = submission.row(line).strip()
    typed = re.fullmatch(_IN_QUOTES, row)
    if not typed or not re.search(_COMPARES, typed[2]):
        return
    filled_in = "{" in typed[2]
    raise Wrong(
        "What stands between quotes is printed as it is: it is not computed.",
        line=line,
        says="Only a text with an f before it has its braces filled in." if filled_in else None,
        own_row=row.replace(typed[1], f"f{typed[1]}", 1) if filled_in else f"print({typed[2]})",
        misconception="verification-fake",
    )


def _refuse_replaced_by_numpys(work: Handwork) -> None:
    """Raise Wrong when the name of the learner's own result is given NumPy's product before the two are compared."""
    trace, library = work.trace, work.results.library
    named = [one for one in trace.sights if one.how in ("bind", "changed") and same(one.array, work.product)]
    own: set[tuple[str, int]] = set()
    for one in named:
        variables = trace.variables(one.site.names, one.site.line)
        again, is_numpys = own & variables, library.has(one)
        own |= set() if is_numpys else variables
        if again and is_numpys and one.how == "bind":
            name = short_name(min(again)[0])
            raise Wrong(
                f"Here {name} becomes NumPy's product, and what your loops have made is compared with nothing.",
                line=one.site.line,
                says=f"{name} had your own result before.",
                hint="Take this line out.",
                misconception="verification-fake",
            )


def _said_all_the_same(work: Handwork, submission: Submission, runs: Runs) -> int | None:
    """The last line that follows from NumPy's product, and says the same where that is wrong; None without one."""
    usual, wrong = said(work.trace), said(runs("broken_as_given"))
    following = frozenset().union(*(forward_slice(submission.text, made.site.line) for made in work.numpys))
    lines = [part.line for part in work.trace.prints if part.order > work.since and part.line in following]
    return next((line for line in reversed(lines) if usual.get(line) == wrong.get(line)), None)


def explain_never_compared(work: Handwork, submission: Submission, runs: Runs) -> NoReturn:
    """NumPy's product was never made. Always raises."""
    trace = work.trace
    refuse_compared_with_typed(work, submission, runs)
    for pair in trace.comparisons:
        sides = [np.asarray(side) for side in (pair.left, pair.right)]
        if any(side.size == 4 and equal(side.reshape(2, 2), work.left * work.right) for side in sides):
            raise Wrong(
                "This compares with A * B, which multiplies entry by entry.",
                line=pair.site.line,
                says="NumPy's product of matrices is A @ B.",
                misconception="verification-missing",
            )
    for place in behind_the_comma(trace.source):
        raise Wrong(
            "What stands behind this comma is the message of the assertion, and only computed where it fails.",
            line=place,
            says="So your result is compared with nothing.",
            hint="assert np.array_equal(result, A @ B)",
            misconception="verification-fake",
        )
    _refuse_passed_over(submission)
    line = line_of_claim(trace, first_seen(trace, work.left))
    if line is None:
        raise Missing("NumPy's product was not computed.", **_where_to_compare(work, submission))
    _refuse_typed_comparison(line, submission)
    raise Wrong("NumPy's product was not computed.", line=line, misconception="verification-fake")


def _refuse_passed_over(submission: Submission) -> None:
    """Raise Wrong when NumPy's product stands behind an `or`, and what stands before that is already true."""
    if found := behind_or(submission.text):
        before, row = short_name(found[0]), submission.row(found[1]).strip()
        raise Wrong(
            f"`or` asks what stands behind it only where what stands before it is False; {before} is True here.",
            line=found[1],
            says="So your result and NumPy's are never compared.",
            own_row=row.replace(" or ", " and ") if row.count(" or ") == 1 else None,
            hint="print(np.array_equal(result, A @ B))",
            misconception="verification-fake",
        )


def _where_to_compare(work: Handwork, submission: Submission) -> dict[str, Any]:
    """What a verdict on a comparison that is missing tells beside that."""
    inside = only_inside(work, submission)
    place = {"line": inside.line, "hint": inside.hint} if inside else {}
    return {**place, "misconception": "verification-missing"}
