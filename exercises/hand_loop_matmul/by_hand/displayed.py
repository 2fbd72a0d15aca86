"""Which numbers a learner shows, beside what shows the library's product."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from grader.scenario import KEEP_GOING
from grader.trace import Trace

from .library import Library


def are_shown(entries: Sequence[float], trace: Trace, library: Library) -> bool:
    """Whether numbers that are in no container were at least printed, compared or subtracted."""
    text = re.sub(r"(?<=\d)[,_'\u00a0\u202f](?=\d{3})", "", unicodedata.normalize("NFKC", _own_text(trace, library)))
    text = "".join(str(unicodedata.decimal(mark, mark)) for mark in text)
    compared = {
        float(np.real(number))
        for pair in trace.comparisons
        for side in (pair.left, pair.right)
        if np.ndim(side) < 2 and np.size(side) <= 2
        for number in np.ravel(side)
    }
    subtractions = [pair for pair in trace.pairs if pair.name == "subtract"]
    compared |= {float(side) for pair in subtractions for side in (pair.left, pair.right)}
    return all(times_written(entry, text) or entry in compared for entry in entries)


def _own_text(trace: Trace, library: Library) -> str:
    """What was printed without the library's product; after an error, without what stands beside that, too."""
    stopped = trace.scenario == KEEP_GOING
    used = (sight for sight in trace.sights if sight.how == "used" and library.has(sight))
    lines = library.lines | {sight.site.line for sight in used}
    shown = [text for made in library.products.values() for text in (str(made), repr(made))]
    texts = []
    for part in trace.prints:
        if not (stopped and part.line in library.lines):
            product = next((text for text in shown if text in part.text), "") if part.line in lines else ""
            texts.append(part.text.replace(product, "", 1) if product else part.text)
    return "".join(texts)


def times_written(number: float, text: str) -> int:
    """How often a number stands in a text, and is no part of another one."""
    return len(re.findall(rf"(?<![\d.−-]){number:g}(?!\d)", text))
