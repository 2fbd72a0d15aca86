"""The file says of the product's shape that it is wrong, where it is right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from grader.check import Runs, Wrong
from grader.evidence.other_way_round import (
    counted_the_other_way_round,
    listed_the_other_way_round,
    said_the_other_way_round,
)
from grader.evidence.printed import written
from grader.evidence.sentences import Told, answer_of, may_deny, sentences
from grader.evidence.vocabulary import asks_for, truth_in, verdict_of
from grader.evidence.words import quoted
from grader.submission import Submission
from grader.syntax.comparisons import compares_nothing
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import branches_at, if_right_before
from grader.syntax.telling import prints_text_alone
from grader.text import short_name
from grader.trace import Print, Trace

from .whose_lengths import with_shape

_TURNED = r"[\[(]\s{0,4}4\s{0,4},\s{0,4}3\s{0,4}[\])]"
_OF_A_TEST = r"\.assert(Equal|TupleEqual|SequenceEqual|True)\("
_DENIES = (
    r"(?i)\W*(?:(?:the|its?|this|that|c|results?|products?|shapes?|dimensions?|size|is|are|was|has|a|die|der|das|"
    r"ergebniss?e?s?|form|ist|hat|la|el|forma|es|forme|est|le|du|del?)\b\W*)*"
    r"(?:wrong|incorrect[ao]?|not (?:right|correct|ok(?:ay)?)|falsch|nicht richtig|fausse?|errónea)"
    r"(?: (?:shapes?|dimensions?|size))?\W*"
)
"""What says that a shape is wrong, and nothing else."""
_LONGEST_DENIAL = 60
_CLAUSE_ENDS = r"[,;!]|\.\s"


def refuse_denied_shape(trace: Trace, smaller: Trace, submission: Submission) -> None:
    """Raise Wrong when the shape is found equal to (3, 4), and the file says that it is wrong.

    smaller: a run in which it is another one: whoever objects to that there means it rightly.
    """
    for pair in trace.comparisons:
        if pair.equal and with_shape(pair):
            places = {pair.site.line, *branches_at(submission.text, pair.site.line)}
            told, again = ([part for part in one.prints if part.line in places] for one in (trace, smaller))
            denied = [part for part in told if verdict_of(part.text) is False]
            if denied and _is_inverted(told, again):
                raise Wrong(
                    f'The shape is right, and the file says "{quoted(denied[0].text)}".',
                    line=denied[0].line,
                    misconception="verification-inverted",
                )


def refuse_denied_by_another(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when the shape is compared with (4, 3), and so the file says that it is wrong."""
    for pair in trace.comparisons:
        sides = [np.asarray(side).tolist() for side in (pair.left, pair.right)]
        row = submission.row(pair.site.line)
        if sorted(sides, key=str) != [[3, 4], [4, 3]] or pair.equal or not re.search(_TURNED, row):
            continue
        if re.search(_OF_A_TEST, row):
            raise Wrong(
                "The shape is compared with (4, 3) here, and so this test fails.",
                line=pair.site.line,
                hint="self.assertEqual(C.shape, (3, 4))",
                misconception="shape-not-printed",
            )
        line = pair.site.line
        places = {line, *branches_at(submission.text, line)}
        told = [part for part in trace.prints if part.line in places and not written(part.text, (4, 3))]
        # A function of the file's own may print what it is given.
        elsewhere = forward_slice(submission.text, line)
        told = told or [part for part in trace.prints if part.order > pair.order and part.line in elsewhere][:1]
        denied = [part for part in told if verdict_of(part.text) is False]
        if denied and not any(verdict_of(part.text) for part in told):
            raise Wrong(
                f'The shape is right, and the file says "{quoted(denied[0].text)}".',
                line=pair.site.line,
                says="It is compared with (4, 3) here.",
                hint="C.shape == (3, 4)",
                misconception="shape-not-printed",
            )


def refuse_denied_whatever(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when the file says, right behind the `if` that finds the shape right, that it is wrong."""
    found: dict[int, int] = {}
    for pair in trace.comparisons:
        if pair.equal and with_shape(pair):
            found.setdefault(pair.site.line, pair.order)
    for part in trace.prints if found else ():
        behind = found.get(if_right_before(submission.text, part.line), part.order) < part.order
        denies = behind and len(part.text) <= _LONGEST_DENIAL and re.fullmatch(_DENIES, part.text)
        if denies and prints_text_alone(submission.text, part.line):
            raise Wrong(
                f'The shape is right, and the file says "{quoted(part.text)}".',
                line=part.line,
                says="It is printed whatever came of the comparison.",
                hint="else: in the line before it, and indent it.",
                misconception="verification-inverted",
            )


def refuse_denied_by_nothing(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when what a function without a `return` gives is compared with (3, 4), and so the shape is denied."""
    for line, name in compares_nothing(submission.text).items() if trace.arrays(3, 4) else ():
        if not written(submission.row(line), (3, 4)):
            continue
        places = {line, *branches_at(submission.text, line)}
        denied = (part for part in trace.prints if part.line in places and verdict_of(part.text) is False)
        if said := next(denied, None):
            raise Wrong(
                f'The shape is right, and the file says "{quoted(said.text)}".',
                line=line,
                says=f"{short_name(name)}() has no return, so that None is compared here.",
                hint="C.shape == (3, 4)",
                misconception="return-missing",
            )


def refuse_denied_by_a_test(trace: Trace, since: int, submission: Submission, runs: Runs) -> None:
    """Raise Wrong when a helper, a list of tests, or a report says of the shape that it is wrong, and not where it is.

    since: when the product was there, in events.
    """
    compared = {pair.site.line for pair in trace.comparisons if pair.order > since and with_shape(pair)}
    decided = frozenset().union(*(forward_slice(submission.text, line) for line in compared))
    told = sentences([part for part in trace.prints if part.order > since and part.line in decided])
    if not any(map(may_deny, told)):
        return
    alone = Told(trace, runs("smaller"), since, alone=True)
    for find in (said_the_other_way_round, listed_the_other_way_round, counted_the_other_way_round):
        said = find(alone)
        if said and said.line in decided:
            raise Wrong(
                f'The shape is right, and the file says "{quoted(said.text)}".',
                line=said.line,
                says="Where it is wrong, the file does not say so.",
                hint="What says that it is right belongs to the case in which C.shape == (3, 4) is True.",
                misconception="verification-inverted",
            )


def _is_inverted(told: Sequence[Print], again: Sequence[Print]) -> bool:
    """Whether nothing is denied any more where the shape is wrong."""
    first, second = (Counter(word for part in parts for word in part.text.split()) for parts in (told, again))
    label = re.split(_CLAUSE_ENDS, " ".join(part.text for part in told))[-1]
    asked = asks_for(word for word in label.split() if truth_in(word) is None and not re.search(r"\d", word))
    answers = [answer_of(words) for words in (first - second, second - first)]
    if answers in ([True, False], [False, True]) and asked is not None:
        return answers[0] is (asked is False)
    if any(re.search(r"True", word) for word in first - second) and not any("True" in word for word in second - first):
        return False
    return not any(verdict_of(part.text) is False for part in again)
