"""What is no answer, taken for one: the None of a function that gives nothing, or a function that nobody called."""

from __future__ import annotations

import re

from grader.check import Partly
from grader.evidence.sentences import Told, sentences
from grader.evidence.vocabulary import asks_for, verdict_of
from grader.evidence.words import quoted, said_since
from grader.submission import Submission
from grader.syntax.returns import asked_of_nothing
from grader.syntax.statements import branches_at
from grader.syntax.telling import printed_last_in
from grader.text import short_name
from grader.trace import Trace

from .reasons import contradicted, reason_of

_A_FUNCTION = r"<(built-in method|built-in function|bound method|function) [^>]*(equal|close|all|any)"
"""How Python shows a function that compares, or sums up a comparison."""
_GIVES_NOTHING = r"\bassert_(array_)?(almost_)?(equal|allclose)\(\s*[^)\s]"
"""What raises when two arrays differ, and gives None when they do not."""


def refuse_nothing_for_true(both: Told) -> None:
    """Raise Partly when None is said where the results are equal, and False where they are not."""
    mine, others = both.mine, both.others
    for one, again in zip(mine, others, strict=False):
        words, changed = one.text.split(), again.text.split()
        said = [pair for pair in zip(words, changed, strict=False) if pair[0] != pair[1]]
        if said == [("None", "False")] and len(words) == len(changed) and asks_for(words[:-1]):
            raise Partly(
                contradicted(one),
                share=0.5,
                line=one.line,
                says="A function that comes to its end without a return gives None.",
                hint="return True, as the last line of the function that compares.",
                misconception="return-missing",
            )


def refuse_nothing_as_false(trace: Trace, submission: Submission, since: int) -> None:
    """Raise Partly when what `np.testing` gives decides what is said: it is None where the results are equal.

    since: when the result was there, in events.
    """
    places = [number for number, row in enumerate(submission.lines, 1) if re.search(_GIVES_NOTHING, row)]
    for sentence in sentences(said_since(since, trace, trace)):
        # None by itself is what such a function gives, and says nothing.
        if sentence.text == "None" or verdict_of(sentence.text, alone=True) is not False:
            continue
        decided = any(sentence.line in branches_at(submission.text, place) for place in places)
        if decided or re.search(_GIVES_NOTHING, reason_of(sentence.line, submission)):
            raise Partly(
                contradicted(sentence),
                share=0.5,
                line=sentence.line,
                says="np.testing's functions raise an error when two arrays differ, else they give None: false.",
                hint="np.array_equal(result, A @ B) gives True or False.",
                misconception="verification-inverted",
            )


def refuse_own_nothing_as_false(both: Told, submission: Submission) -> None:
    """Raise Partly when what a function of the file's own gives decides what is said, and it gives nothing.

    Then the file says, or raises, the same whatever the function found.
    """
    denied = [one for one in both.mine if one in both.others and verdict_of(one.text) is False]
    failed = {one.line for one in both.trace.exceptions if one.type == "AssertionError" and one.order > both.since}
    for asked in asked_of_nothing(submission.text):
        told = next((one for one in denied if one.line in asked.lines), None)
        if told is None and asked.line not in failed:
            continue
        said = f'the file says "{quoted(told.text)}"' if told else "this assertion fails"
        answer, function = printed_last_in(submission.text, asked.function), short_name(asked.function)
        raise Partly(
            f"Your result equals NumPy's, and {said}: {function}() has no return.",
            share=0.5,
            line=asked.line,
            says="A function without a return gives None, which counts as False.",
            hint="return True, as the last line of the function that compares.",
            own_row=answer and f"return {answer}, as the last line of {function}.",
            misconception="return-missing",
        )


def refuse_function_for_answer(both: Told) -> None:
    """Raise Partly when a function itself is shown where what it gives was to be: `print(np.array_equal)`."""
    for sentence in both.mine:
        if re.search(_A_FUNCTION, sentence.text):
            raise Partly(
                "A function itself is printed here, and not what it gives.",
                share=0.5,
                line=sentence.line,
                says="It is called by brackets behind its name.",
                hint="np.array_equal(result, A @ B), or (result == A @ B).all().",
                misconception="verification-fake",
            )
