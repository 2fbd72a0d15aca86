"""The result is only there inside of a function: how it gets a name outside, or where in there it can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from grader.evidence.likeness import same
from grader.submission import Submission
from grader.syntax.functions import last_in_function
from grader.syntax.scopes import function_around
from grader.syntax.telling import calls_alone
from grader.text import short_name
from grader.trace import Sight

from ..by_hand.handwork import Handwork

COMPARE = "print(np.array_equal(result, A @ B))"
_CALL = r"[^\W\d]\w{0,30}\([^()\n]{0,40}\)"
"""A call that is short enough to be written once more."""


class Inside(NamedTuple):
    """Where a result is that nothing outside of functions has. naming: what gives it a name; comparing: a hint."""

    line: int
    naming: str | None
    comparing: str

    @property
    def hint(self) -> str:
        """What to try where nothing is compared yet."""
        return f"{self.naming}, then {self.comparing}" if self.naming else self.comparing

    @property
    def hint_above(self) -> str:
        """What to try where something else is compared in its place."""
        return f"{self.naming}, above this line." if self.naming else self.comparing


def only_inside(work: Handwork, submission: Submission) -> Inside | None:
    """Where the result is, when a function made it and nothing outside has it; None where it has a name there."""
    named = [one for one in _own(work) if one.site.names and one.how in ("bind", "changed") and not one.is_last_look]
    around = {function_around(work.trace.source, one.site.line) for one in named}
    if not named or 0 in around:
        return None
    by_a_call = None if _where_given(work) in around else _given_by_a_call(work)
    return by_a_call or _at_the_end_of(named[-1], submission)


def call_for_result(work: Handwork) -> str | None:
    """The call that gives the result where A has its name, when nothing there has the result's: `mymul(A, B)`."""
    source, place = work.trace.source, _where_given(work)
    if any(one.site.names and function_around(source, one.site.line) == place for one in _own(work)):
        return None
    return next((one.site.text for one in _calls(work)), None)


def _given_by_a_call(work: Handwork) -> Inside | None:
    """Where a call gives it beside A's name, and nothing gets that."""
    for sight in _calls(work):
        call, line = sight.site.text, sight.site.line
        if (line, sight.site.column) in calls_alone(work.trace.source):
            return Inside(line, f"C = {call}", "print(np.array_equal(C, A @ B))")
        matrix = call if sight.array.ndim > 1 else f"np.reshape({call}, (2, 2))"
        return Inside(line, None, f"print(np.array_equal({matrix}, A @ B))")
    return None


def _calls(work: Handwork) -> Iterator[Sight]:
    """The calls that are short enough to be written once more and give the result where A has its name."""
    source, place = work.trace.source, _where_given(work)
    calls = (one for one in _own(work) if one.site.kind == "call" and re.fullmatch(_CALL, one.site.text))
    return (one for one in calls if function_around(source, one.site.line) == place)


def _own(work: Handwork) -> list[Sight]:
    """Where the result is seen that is not the library's."""
    return [one for one in work.trace.sights if same(one.array, work.product) and not work.results.library.has(one)]


def _where_given(work: Handwork) -> int:
    """The line that begins the function in which A gets its name; 0 outside of all."""
    named = (one for one in work.trace.sights if one.how == "bind" and same(one.array, work.left))
    return min((function_around(work.trace.source, one.site.line) for one in named), default=0)


def _at_the_end_of(sight: Sight, submission: Submission) -> Inside | None:
    """The end of the function in which it has a name."""
    found = last_in_function(submission.text, sight.site.line)
    if found is None:
        return None
    function, line = found
    return Inside(line, None, f"Below {submission.place(line)}, inside {short_name(function)}(): {COMPARE}")
