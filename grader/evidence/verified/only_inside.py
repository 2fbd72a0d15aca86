"""The result is only there inside of a function: how it gets a name outside, or where in there it can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from grader.evidence.by_hand.handwork import Handwork
from grader.evidence.likeness import same
from grader.submission import Submission
from grader.syntax.functions import function_around, last_in_function
from grader.syntax.telling import calls_alone
from grader.text import short_name
from grader.trace import Sight

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
    source = work.trace.source
    mine = [one for one in work.trace.sights if same(one.array, work.product) and not work.results.library.has(one)]
    named = [one for one in mine if one.site.names and one.how in ("bind", "changed") and not one.is_last_look]
    if not named or any(not function_around(source, one.site.line) for one in named):
        return None
    return _given_by_a_call(mine, source) or _at_the_end_of(named[-1], submission)


def _given_by_a_call(mine: Sequence[Sight], source: str) -> Inside | None:
    """Where a call outside of functions gives it, and nothing gets that."""
    for sight in mine:
        call, line = sight.site.text, sight.site.line
        if sight.site.kind == "call" and not function_around(source, line) and re.fullmatch(_CALL, call):
            if (line, sight.site.column) in calls_alone(source):
                return Inside(line, f"C = {call}", "print(np.array_equal(C, A @ B))")
            matrix = call if sight.array.ndim > 1 else f"np.reshape({call}, (2, 2))"
            return Inside(line, None, f"print(np.array_equal({matrix}, A @ B))")
    return None


def _at_the_end_of(sight: Sight, submission: Submission) -> Inside | None:
    """The end of the function in which it has a name."""
    found = last_in_function(submission.text, sight.site.line)
    if found is None:
        return None
    function, line = found
    return Inside(line, None, f"Below {submission.place(line)}, inside {short_name(function)}(): {COMPARE}")
