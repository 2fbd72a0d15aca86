"""Is a comparison with NumPy's product real: does the file say something else when that product is wrong?"""

from __future__ import annotations

import re

import numpy as np

from grader.recording.plan import WRONG_BY
from grader.submission import Submission
from grader.trace import Array, Comparison, Trace, equal

_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
_WORDS = re.compile(r"[^\s\[\](),]+")
"""Without brackets: NumPy sets a space between a bracket and a shorter number."""
_DIFFERENCES = (WRONG_BY, WRONG_BY**2, WRONG_BY / 4, WRONG_BY**2 / 4)
"""The greatest or the sum of four differences of which one is not 0, of their squares, and the means."""
_DIGIT = re.compile(r"\d")
_CLAIM = re.compile(
    r"true|match|equal|same|correct|verif|check|agree|identical|\bok\b|pass|success|✓|✔|igual|correct|gleich|stimmt|"
    r"uguale|égal|vrai|верно|совпад|同|一致|같",
    re.IGNORECASE,
)


def _said(trace: Trace) -> dict[int, list[str]]:
    """The words that were printed, by the line of the source that printed them."""
    words: dict[int, list[str]] = {}
    for part in (*trace.prints, *trace.errors):
        words.setdefault(part.line, []).extend(_WORDS.findall(_ADDRESS.sub("", part.text)))
    return words


def changing_words(one: Trace, other: Trace) -> set[tuple[int, int]]:
    """Words that differ between runs whose given numbers are the same (times, random numbers): (line, which word)."""
    first, second = _said(one), _said(other)
    return {
        (line, index)
        for line in first.keys() & second.keys()
        if len(first[line]) == len(second[line])
        for index, (word, again) in enumerate(zip(first[line], second[line], strict=True))
        if word != again
    }


def says_otherwise(normal: Trace, broken: Trace, changing: set[tuple[int, int]]) -> bool:
    """Whether the file says something else when NumPy's product is wrong: in what it prints, or by an exception."""
    first, second = _said(normal), _said(broken)
    for line in first.keys() | second.keys():
        before, after = first.get(line, []), second.get(line, [])
        if len(before) != len(after):
            return True
        words = enumerate(zip(before, after, strict=True))
        if any(word != other and (line, index) not in changing for index, (word, other) in words):
            return True
    return _raised(normal) != _raised(broken)


def shows_what_is_wrong(as_written: Trace, changed: Trace, product: Array) -> bool:
    """Whether a word that is the last entry of `product` as written, or no difference, is wrong in `changed`.

    There NumPy's product has a wrong last entry, and differs from the learner's own by that alone.
    """
    wrong = [
        float(np.ravel(made.result)[-1].real) for made in changed.products if made.altered and np.size(made.result)
    ]
    told = {(f"{product.ravel()[-1]:g}", f"{entry:g}") for entry in wrong}
    told |= {("0", f"{difference:g}") for difference in _DIFFERENCES} if wrong else set()
    first, second = _said(as_written), _said(changed)
    return any(
        (_plain(word), _plain(other).removeprefix("-")) in told
        for line in first.keys() & second.keys()
        if len(first[line]) == len(second[line])
        for word, other in zip(first[line], second[line], strict=True)
        if word != other
    )


def says_products(normal: Trace, broken: Trace) -> bool:
    """Whether a word becomes another one that is no number, or the wrong entry of a product that was made wrong."""
    wrong = {f"{entry:g}" for product in broken.products if product.altered for entry in np.ravel(product.result)}
    first, second = _said(normal), _said(broken)
    return any(
        word != other and (not _DIGIT.search(word + other) or _plain(other) in wrong)
        for line in first.keys() & second.keys()
        if len(first[line]) == len(second[line])
        for word, other in zip(first[line], second[line], strict=True)
    )


def _plain(word: str) -> str:
    """A number as it is written at the shortest; another word as it is."""
    try:
        return f"{float(word) + 0:g}"
    except ValueError:
        return word


def _raised(trace: Trace) -> list[tuple[str, int, str]]:
    """The exceptions that were not caught; of an exit, its code is what the file says."""
    return [
        (failing.type, failing.line, failing.message if failing.type == "SystemExit" else "")
        for failing in trace.exceptions
        if failing.outcome != "caught"
    ]


def compares(broken: Trace) -> bool:
    """Whether NumPy's product is on one side of a comparison."""
    made = {id(product.result) for product in broken.products if product.altered}
    return any(id(side) in made for pair in broken.comparisons for side in (pair.left, pair.right))


def tells_of_comparison(as_written: Trace, changed: Trace, own: Array, submission: Submission) -> bool:
    """Whether the learner's own result is compared with NumPy's product, and what is said depends on it.

    own: the result in `changed`, where NumPy's product is another one in its last entry alone.
    """
    wrong = [np.asarray(product.result) for product in changed.products if product.altered]
    others = [array.reshape(own.shape) for array in wrong if array.size == own.size and array.dtype.kind in "iuf"]
    parts = [part for other in others for part in zip(_with_the_last(own), _with_the_last(other), strict=True)]
    found_equal = {pair.site.line for pair in as_written.comparisons if pair.equal}
    lines = {
        pair.site.line
        for pair in changed.comparisons
        if not pair.equal
        and pair.site.line in found_equal
        and any(_are((pair.left, pair.right), part) or _are((pair.right, pair.left), part) for part in parts)
    }
    return any(_speaks_otherwise(line, as_written, changed, submission) for line in lines)


def _with_the_last(matrix: Array) -> tuple[Array, ...]:
    """The parts of a matrix by which it may be compared, as far as its last entry is among them."""
    return matrix, matrix.ravel(), matrix[-1], matrix[:, -1], matrix[-1, -1]


def _are(sides: tuple[object, object], parts: tuple[Array, Array]) -> bool:
    return all(equal(side, part) for side, part in zip(sides, parts, strict=True))


def _speaks_otherwise(line: int, normal: Trace, broken: Trace, submission: Submission) -> bool:
    """Whether a comparison's line, or one that uses its outcome, says in words or by an error what it did not."""
    first, second = _said(normal), _said(broken)
    raised = {failing[1] for failing in _raised(broken)} - {failing[1] for failing in _raised(normal)}
    decided = [line, *submission.branches_at(line)]
    for place in {using for one in decided for using in submission.lines_using(one)}:
        if place in raised or _other_words(first.get(place, []), second.get(place, [])):
            return True
        branches = set(submission.branches_at(place))
        if branches & first.keys() != branches & second.keys() or branches & raised:
            return True
    return False


def _other_words(before: list[str], after: list[str]) -> bool:
    return len(before) == len(after) and any(
        word != other and not _DIGIT.search(word + other) for word, other in zip(before, after, strict=True)
    )


def line_of_claim(trace: Trace) -> int | None:
    """The last line that prints something like "matches: True"."""
    lines = [part.line for part in trace.prints if _CLAIM.search(part.text)]
    return lines[-1] if lines and lines[-1] else None


def only_sums(trace: Trace, broken: Trace, left: Array, right: Array) -> bool:
    """Whether nothing but one number over all cells was compared, or shown."""
    wrong = [np.asarray(product.result) for product in broken.products if product.altered]
    whole = [array for array in wrong if array.size == 4]
    shown = [all(re.search(rf"(?<!\d){entry:g}(?!\d)", broken.text) for entry in array.ravel()) for array in whole]
    summed = [bool(re.search(rf"(?<!\d){array.sum():g}(?!\d)", broken.text)) for array in whole]
    if whole and any(summed) and not any(shown) and not compares(broken):
        return True
    total = float((left @ right).sum())
    compared = [pair for pair in trace.comparisons if pair.equal and _four_or_total(pair, total)]
    return bool(compared) and all(np.size(pair.left) == np.size(pair.right) == 1 for pair in compared)


def _four_or_total(pair: Comparison, total: float) -> bool:
    """Whether a comparison is of four numbers, or of the sum over them."""
    sizes = {np.size(pair.left), np.size(pair.right)}
    return sizes == {4} or (sizes == {1} and bool(np.all(np.asarray(pair.left) == total)))
