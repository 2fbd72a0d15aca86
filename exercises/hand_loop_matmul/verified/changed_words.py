"""Which words a run prints that another one does not, where only the given numbers or NumPy's product differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import numpy as np

from grader.evidence.vocabulary import claims
from grader.evidence.words import raised, raises_otherwise, said, said_in_order, said_since, words_in
from grader.trace import Trace

_NUMBERS = r"[-+\d.,e\[\](){}'\"]+"


def plain(word: str) -> str:
    """A number as it is written at the shortest; another word as it is."""
    try:
        return f"{float(word) + 0:g}"
    except ValueError:
        return word


def word_pairs(one: Trace, other: Trace) -> Iterator[tuple[str, str]]:
    """The words of two runs that stand at the same place, where a line says as many in both."""
    first, second = said(one), said(other)
    for line in first.keys() & second.keys():
        if len(first[line]) == len(second[line]):
            yield from zip(first[line], second[line], strict=True)


def changing_words(one: Trace, other: Trace) -> set[tuple[int, int]]:
    """Words that differ between runs whose given numbers are the same (times, random numbers): (line, which word)."""
    first, second = said(one), said(other)
    return {
        (line, index)
        for line in first.keys() & second.keys()
        if len(first[line]) == len(second[line])
        for index, (word, again) in enumerate(zip(first[line], second[line], strict=True))
        if word != again
    }


def says_otherwise(normal: Trace, broken: Trace, changing: set[tuple[int, int]]) -> bool:
    """Whether the file says something else when NumPy's product is wrong: in what it prints, or by an exception."""
    first, second = said(normal), said(broken)
    if said_in_order(normal) == said_in_order(broken):
        # The same words, wherever they come from.
        return raised(normal) != raised(broken)
    for line in first.keys() | second.keys():
        before, after = first.get(line, []), second.get(line, [])
        if len(before) != len(after):
            return True
        words = enumerate(zip(before, after, strict=True))
        if any(word != other and (line, index) not in changing for index, (word, other) in words):
            return True
    return raised(normal) != raised(broken)


def only_numbers_change(normal: Trace, broken: Trace, since: int = 0) -> bool:
    """Whether nothing changes but numbers, nor how many there are, nor what is raised.

    since: what other exercises said before that moment of the normal run is left out.
    """
    first, second = (
        "".join(part.text for part in (*said_since(since, normal, trace), *trace.errors)) for trace in (normal, broken)
    )
    words, again = (re.sub(_NUMBERS, " ", text).split() for text in (first, second))
    as_many = len(words_in(first)) == len(words_in(second))
    return words == again and as_many and not raises_otherwise(normal, broken, since)


def says_verdict(as_written: Trace, normal: Trace, broken: Trace) -> bool:
    """Whether something stays the same when the given numbers are others, and not when NumPy's product is wrong.

    What is made of the product alone, its entries, their sum or norm, is another one with other numbers.
    """
    first, second, third = said(as_written), said(normal), said(broken)
    for line in first.keys() & second.keys() & third.keys():
        usual, same, other = first[line], second[line], third[line]
        if usual == same != other and len(other) != len(usual):
            return True
        if len(usual) == len(same) == len(other):
            words = zip(usual, same, other, strict=True)
            if any(one == two != three for one, two, three in words):
                return True
    return False


def says_products(normal: Trace, broken: Trace) -> bool:
    """Whether a word becomes another one that is no number, or the wrong entry of a product that was made wrong."""
    wrong = {f"{entry:g}" for product in broken.operations if product.altered for entry in np.ravel(product.result)}
    return any(
        word != other and (not re.search(r"\d", word + other) or plain(other) in wrong)
        for word, other in word_pairs(normal, broken)
    )


def said_behind(line: int, trace: Trace) -> Trace:
    """A run without what it told before anything was compared at a line."""
    since = min((pair.order for pair in trace.comparisons if pair.site.line == line), default=0)
    return msgspec.structs.replace(
        trace,
        prints=[part for part in trace.prints if part.order > since],
        errors=[part for part in trace.errors if part.order > since],
        exceptions=[failing for failing in trace.exceptions if failing.order > since],
    )


def line_of_claim(trace: Trace, since: int) -> int | None:
    """The last line that prints something like "matches: True", since then, in events."""
    lines = [part.line for part in trace.prints if part.order >= since and claims(part.text)]
    return lines[-1] if lines and lines[-1] else None
