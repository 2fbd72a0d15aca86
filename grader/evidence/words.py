"""What a run said, word by word, in what it printed and what it raised; where two runs raise or say other things."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from grader.evidence.vocabulary import verdict_of
from grader.recording.events import ENDLESS_LOOP
from grader.submission import Submission
from grader.syntax.slicing import forward_slice
from grader.text import shortened
from grader.trace import Print, Raised, Trace

_ADDRESS = r"0x[0-9a-fA-F]{6,}"
_TIME = r"(?<![\w.])\d+(?:\.\d+)?(?:e-?\d+)?[ \t]?(?:s|secs?|seconds?|ms|milliseconds?|[µμu]s|microseconds?|ns)\b"
"""How long something took: another time in each run, whatever its numbers are."""
_LEADERS = r"(?<=\S)(?<![.·_~=-]{2})([.·_~=-])\1+(?=[\d.-])"
"""What leads the eye to a number that stands further to the right: a row of one mark, unlike the two in `min=-5`."""
_COLOUR = r"\x1b\[([\d;]*)m"
_FACES = {":)": " smiling ", ":-)": " smiling ", ":(": " frowning ", ":-(": " frowning "}
"""Verdicts, of which only brackets tell which."""
_UNSEEN = r"[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
_WORDS = r"[^\s\[\](),]+"
"""Without brackets: NumPy sets a space between a bracket and a shorter number."""
_COUNT, _GLUED = r"\d{1,9}(?:\.\d{1,9})?", r"#[^#\d.e+-]|[^#\d.e+-]#|#-#"
"""A number in a word, and what tells by the marks at it that it counts something."""
MOST_QUOTED = 80
_NOT_HEARD = ("caught", "kept")
_SAYS_NOTHING = (ENDLESS_LOOP, "NameError", "UnboundLocalError")


def said(trace: Trace) -> dict[int, list[str]]:
    """The words that were printed, by the line of the source that printed them."""
    words: dict[int, list[str]] = {}
    for part in (*trace.prints, *trace.errors):
        words.setdefault(part.line, []).extend(words_in(part.text))
    return words


def said_in_order(trace: Trace) -> list[str]:
    """The words that were printed, in their order."""
    parts = sorted((*trace.prints, *trace.errors), key=lambda part: part.order)
    return words_in("".join(part.text for part in parts))


def words_in(text: str) -> list[str]:
    """The words of a text; how they are written, and the mark behind one, make no other word of it."""
    seen = re.sub(_COLOUR, _in_letters, text)
    for pattern, instead in ((_ADDRESS, ""), (_TIME, " "), (_LEADERS, " "), (_UNSEEN, "")):
        seen = re.sub(pattern, instead, seen)
    for face, word in _FACES.items():
        seen = seen.replace(face, word)
    return [word.rstrip(".!;:").casefold() or word for word in re.findall(_WORDS, seen)]


def _in_letters(colour: re.Match[str]) -> str:
    """A colour as a word of its own: a verdict may be nothing else."""
    return f" colour {''.join('abcdefghij'[int(mark)] for mark in colour.group(1) if mark.isdecimal())} "


def raised(trace: Trace, left_out: Collection[int] = ()) -> list[tuple[str, int, str]]:
    """The exceptions that were not caught, but for some lines'; of an exit, its code is what the file says.

    A loop that would never end says nothing, nor does a name that there is not.
    """
    return [
        (failing.type, failing.line, failing.message if failing.type == "SystemExit" else "")
        for failing in trace.exceptions
        if failing.outcome not in _NOT_HEARD and failing.line not in left_out and failing.type not in _SAYS_NOTHING
    ]


def raises_otherwise(normal: Trace, broken: Trace, since: int = 0) -> bool:
    """Whether other exceptions come through, but for those of what came before that moment of the normal run."""
    lines = (failing.line for trace in (normal, broken) for failing in trace.exceptions)
    earlier = _earlier(normal, since, lines)
    return raised(normal, earlier) != raised(broken, earlier)


def said_since(since: int, normal: Trace, trace: Trace) -> list[Print]:
    """What was printed in a run, without what only spoke before that moment of the normal run.

    A line that is silent there goes with the one nearest to it: the branches of a condition stand together.
    """
    before = _earlier(normal, since, (part.line for part in trace.prints))
    return [part for part in trace.prints if part.line not in before]


def _earlier(normal: Trace, since: int, lines: Iterable[int]) -> set[int]:
    """Those of the lines that only spoke before that moment of the normal run, or are nearest to one that did."""
    told: list[Print | Raised] = [*normal.prints, *normal.exceptions]
    before = {part.line for part in told if part.order < since} - {part.line for part in told if part.order >= since}
    spoke = sorted({part.line for part in normal.prints} | before)
    return {line for line in set(lines) if _nearest(line, spoke) in before}


def _nearest(line: int, lines: Sequence[int]) -> int:
    """The one of these lines, which are in order, that is nearest to a line."""
    at = bisect_left(lines, line)
    return min(lines[max(at - 1, 0) : at + 1], key=lambda other: abs(other - line), default=0)


def speaks_otherwise(line: int, normal: Trace, broken: Trace, submission: Submission) -> bool:
    """Whether what depends on a comparison's line says in words, or by an error, what it did not, or not at all."""
    first, second = said(normal), said(broken)
    if line in first and line in second and _otherwords_in(first[line], second[line]):
        return True
    stopped = {line for _, line, _ in raised(broken)} - {line for _, line, _ in raised(normal)}
    if _otherwords_in(said_in_order(normal), said_in_order(broken)):
        # A report of what failed, wherever it is printed.
        stopped |= _kept_at(broken) - _kept_at(normal)
    decided = forward_slice(submission.text, line)
    if not decided.isdisjoint(stopped):
        return True
    pairs = [(first.get(place, []), second.get(place, [])) for place in sorted(decided)]
    # Two branches may say the same.
    usual, other = (list(itertools.chain(*words)) for words in zip(*pairs, strict=True))
    return usual != other and any(_otherwords_in(before, after) for before, after in pairs)


def _kept_at(trace: Trace) -> set[int]:
    return {failing.line for failing in trace.exceptions if failing.outcome == "kept"}


def _otherwords_in(before: list[str], after: list[str]) -> bool:
    if not before or not after:
        return before != after
    first, second = ([word for word in words if not re.search(r"\d", word)] for words in (before, after))
    # "They match" and "they are matching" say the same; "[x] they match" and "[ ] they match" do not.
    marks = all(len(word) == 1 for word in (Counter(first) - Counter(second)) + (Counter(second) - Counter(first)))
    again = len(first) != len(second) and verdict_of(" ".join(first)) is verdict_of(" ".join(second)) is True
    # A list of failures may have nothing but numbers in it, where it is not empty.
    listed = (len(first) == len(before)) is not (len(second) == len(after))
    return (first == second and listed) or (first != second and (marks or not again))


def counts_otherwise(line: int, normal: Trace, broken: Trace, submission: Submission) -> bool:
    """Whether what depends on a comparison's line counts otherwise: how many passed, or did not, as in "2/3", "67%"."""
    first, second = said(normal), said(broken)
    pairs = ((first.get(place, []), second.get(place, [])) for place in forward_slice(submission.text, line))
    return any(
        word != other and _are_counts(word, other)
        for before, after in pairs
        if len(before) == len(after)
        for word, other in zip(before, after, strict=True)
    )


def _are_counts(word: str, other: str) -> bool:
    """Whether two words are whole numbers, or numbers with the same marks or letters at them; "0.5" may be an entry."""
    marks = {re.sub(_COUNT, "#", one) for one in (word, other)}
    return (word + other).isdecimal() or (len(marks) == 1 and re.search(_GLUED, marks.pop()) is not None)


def quoted(text: str) -> str:
    """What a file says, at a length and on a line that a message has room for."""
    return shortened(" ".join(text.split()), MOST_QUOTED)
