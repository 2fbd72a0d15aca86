"""Is a comparison with NumPy's product real: does the file say something else when that product is wrong?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from grader.recording.plan import WRONG_BY
from grader.submission import Submission
from grader.trace import Array, Comparison, Trace, equal

_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
_LEADERS = re.compile(r"(?<=\S)(?<![.·_~=-]{2})[.·_~=-]{2,}(?=[\d.-])")
"""What leads the eye to a number that stands further to the right. Begun only where a row of them does."""
_COLOUR = re.compile(r"\x1b\[([\d;]*)m")
_UNSEEN = re.compile(r"[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_WORDS = re.compile(r"[^\s\[\](),]+")
"""Without brackets: NumPy sets a space between a bracket and a shorter number."""
_AMOUNTS = [WRONG_BY * one for one in (1, 2, 0.5, 2**0.5, WRONG_BY, 2 * WRONG_BY, WRONG_BY / 2)]
"""The greatest difference, their sum, mean and norm; of their squares the greatest, the sum, the mean."""
_NUMBER = re.compile(r"-?(\d++\.?\d*+|\.\d++)(e[+-]?\d++)?")
_NUMBERS = re.compile(r"[-+\d.,e\[\](){}'\"]+")
_COUNTS = frozenset("01234")
"""How many of four cells are the same, or not; or a truth as a number."""
_DIGIT = re.compile(r"\d")
_ONE_SIDED = re.compile(r"[<>]")
_CLAIM = re.compile(
    r"true|match|equal|same|correct|verif|check|agree|identical|\bok\b|pass|success|✓|✔|igual|correct|gleich|stimmt|"
    r"uguale|égal|vrai|верно|совпад|同|一致|같",
    re.IGNORECASE,
)


def _said(trace: Trace) -> dict[int, list[str]]:
    """The words that were printed, by the line of the source that printed them."""
    words: dict[int, list[str]] = {}
    for part in (*trace.prints, *trace.errors):
        words.setdefault(part.line, []).extend(_words(part.text))
    return words


def _in_order(trace: Trace) -> list[str]:
    """The words that were printed, in their order."""
    parts = sorted((*trace.prints, *trace.errors), key=lambda part: part.order)
    return _words("".join(part.text for part in parts))


def _words(text: str) -> list[str]:
    """The words of a text; how they are written, and the mark behind one, make no other word of it."""
    seen = _UNSEEN.sub("", _LEADERS.sub(" ", _ADDRESS.sub("", _COLOUR.sub(_in_letters, text))))
    return [word.rstrip(".!;:").casefold() or word for word in _WORDS.findall(seen)]


def _in_letters(colour: re.Match[str]) -> str:
    """A colour as a word of its own: a verdict may be nothing else."""
    return f" colour {''.join('abcdefghij'[int(mark)] for mark in colour.group(1) if mark.isdecimal())} "


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
    if _in_order(normal) == _in_order(broken):
        # The same words, wherever they come from.
        return _raised(normal) != _raised(broken)
    for line in first.keys() | second.keys():
        before, after = first.get(line, []), second.get(line, [])
        if len(before) != len(after):
            return True
        words = enumerate(zip(before, after, strict=True))
        if any(word != other and (line, index) not in changing for index, (word, other) in words):
            return True
    return _raised(normal) != _raised(broken)


def shows_what_is_wrong(as_written: Trace, changed: Trace, product: Array, own: Array) -> bool:
    """Whether the learner's own result and NumPy's product are both printed, or how much they differ.

    product: as written; own: the result in `changed`, where NumPy's product is `shifted(own)`.
    """
    if shows_entries(as_written, changed, product, own):
        return True
    if not any(made.altered and equal(made.result, shifted(own)) for made in changed.products):
        return False
    words = _side_by_side(as_written, changed)
    return any(_plain(word) == "0" and _is_amount(_plain(other)) for word, other in words)


def shows_entries(as_written: Trace, changed: Trace, product: Array, own: Array) -> bool:
    """Whether all entries of the learner's own result and of NumPy's product are printed; see `shows_what_is_wrong`."""
    if not any(made.altered and equal(made.result, shifted(own)) for made in changed.products):
        return False
    words = Counter((_plain(word), _plain(other)) for word, other in _side_by_side(as_written, changed))
    entries = [(f"{one:g}", f"{other:g}") for matrix in (own, shifted(own)) for one, other in _pairs(product, matrix)]
    return not Counter(entries) - words


def _pairs(one: Array, other: Array) -> list[tuple[float, float]]:
    return list(zip(one.ravel().tolist(), other.ravel().tolist(), strict=True))


def shifted(own: Array) -> Array:
    """The learner's result as NumPy's product is made of it in `changed`."""
    return np.add(own, [[WRONG_BY, -WRONG_BY], [0, 0]])


def _is_amount(word: str) -> bool:
    """Whether a number may be what tells two matrices apart of which one is shifted."""
    return bool(_NUMBER.fullmatch(word)) and any(abs(abs(float(word)) - one) < 1e-3 * one for one in _AMOUNTS)


def shows_one_alone(normal: Trace, broken: Trace, product: Array) -> bool:
    """Whether NumPy's product is printed, and nothing to compare it with: only its numbers change.

    product: A @ B, in both runs.
    """
    as_many = len(_in_order(normal)) == len(_in_order(broken))
    return as_many and only_numbers_change(normal, broken) and not shows_both(normal, broken, product)


def only_numbers_change(normal: Trace, broken: Trace) -> bool:
    """Whether nothing changes but numbers, nor what is raised."""
    first, second = (
        _NUMBERS.sub(" ", "".join(part.text for part in (*trace.prints, *trace.errors))) for trace in (normal, broken)
    )
    return first.split() == second.split() and _raised(normal) == _raised(broken)


def shows_both(normal: Trace, broken: Trace, product: Array) -> bool:
    """Whether a wrong number stands beside the right one, or how much, or how often, numbers differ.

    product: A @ B, in both runs.
    """
    first, second = ([_plain(word) for word in _in_order(trace)] for trace in (normal, broken))
    numbers = [*product.ravel().tolist(), float(product.sum())]
    if any({f"{number:g}", f"{number + WRONG_BY:g}"} <= {*second} for number in numbers):
        return True
    return len(first) == len(second) and any(
        word != other and ((word == "0" and _is_amount(other)) or {word, other} <= _COUNTS)
        for word, other in zip(first, second, strict=True)
    )


def shows_both_as_given(as_written: Trace, broken: Trace, other: Trace, product: Array) -> bool:
    """Whether each number of the product is printed twice, and one of them alone becomes NumPy's wrong one.

    broken: a run in which only NumPy's product differs, in its last entry; other: one with other numbers, in which what
    is typed stays as it is.
    """
    usual, again = _said(as_written), _said(other)
    entries_at = (
        line for line, words in usual.items() if {f"{entry:g}" for entry in product.flat} & {*map(_plain, words)}
    )
    if any(usual[line] == again.get(line) for line in entries_at):
        return False
    before, after = (Counter(map(_plain, _in_order(trace))) for trace in (as_written, broken))
    entries = Counter(f"{entry:g}" for entry in product.ravel().tolist())
    last = float(product.ravel()[-1])
    twice = all(before[entry] >= 2 * count for entry, count in entries.items())
    return twice and before - after == Counter([f"{last:g}"]) and after - before == Counter([f"{last + WRONG_BY:g}"])


def shows_two(trace: Trace, one: Array, other: Array) -> bool:
    """Whether the numbers of two matrices are printed."""
    words = {_plain(word) for word in _in_order(trace)}
    return {f"{number:g}" for matrix in (one, other) for number in matrix.ravel().tolist()} <= words


def says_products(normal: Trace, broken: Trace) -> bool:
    """Whether a word becomes another one that is no number, or the wrong entry of a product that was made wrong."""
    wrong = {f"{entry:g}" for product in broken.products if product.altered for entry in np.ravel(product.result)}
    return any(
        word != other and (not _DIGIT.search(word + other) or _plain(other) in wrong)
        for word, other in _side_by_side(normal, broken)
    )


def says_how_much(normal: Trace, broken: Trace) -> bool:
    """Whether a 0 becomes the amount by which an entry of a product was made wrong."""
    words = ((_plain(word), _plain(other)) for word, other in _side_by_side(normal, broken))
    return any(word == "0" and (other in ("1", "-1") or _is_amount(other)) for word, other in words)


def says_verdict(as_written: Trace, normal: Trace, broken: Trace) -> bool:
    """Whether something stays the same when the given numbers are others, and not when NumPy's product is wrong.

    What is made of the product alone, its entries, their sum or norm, is another one with other numbers.
    """
    first, second, third = _said(as_written), _said(normal), _said(broken)
    for line in first.keys() & second.keys() & third.keys():
        usual, same, other = first[line], second[line], third[line]
        if usual == same != other and len(other) != len(usual):
            return True
        if len(usual) == len(same) == len(other):
            words = zip(usual, same, other, strict=True)
            if any(one == two != three for one, two, three in words):
                return True
    return False


def _side_by_side(one: Trace, other: Trace) -> Iterator[tuple[str, str]]:
    """The words of two runs that stand at the same place, where a line says as many in both."""
    first, second = _said(one), _said(other)
    for line in first.keys() & second.keys():
        if len(first[line]) == len(second[line]):
            yield from zip(first[line], second[line], strict=True)


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
    """Whether NumPy's product is on one side of a comparison, and something else on the other."""
    made = {id(product.result) for product in broken.products if product.altered}
    return any((id(pair.left) in made) != (id(pair.right) in made) for pair in broken.comparisons)


def compared_as_a_whole(as_written: Trace, changed: Trace, product: Array, own: Array) -> set[int]:
    """The lines at which all of the learner's own result is compared with NumPy's product, and found equal as written.

    product: as written; own: the result in `changed`, where NumPy's product is `shifted(own)`.
    """
    parts = list(zip(_parts(own), _parts(shifted(own)), strict=True))
    lines = {
        pair.site.line
        for pair in changed.comparisons
        if not pair.equal
        and not _ONE_SIDED.search(pair.site.text)
        and any(_are((pair.left, pair.right), part) or _are((pair.right, pair.left), part) for part in parts)
    }
    return {
        line for line in lines if covers((pair for pair in as_written.comparisons if pair.site.line == line), product)
    }


def _parts(matrix: Array) -> tuple[Array, ...]:
    """The matrix, and the parts by which two may be compared, and found unequal when one is shifted."""
    return (matrix, matrix.ravel(), matrix[0], *matrix.T, *matrix[0])


def covers(pairs: Iterable[Comparison], product: Array) -> bool:
    """Whether every entry of the product is compared at one line, at once or in parts, and found equal."""
    entries: dict[int, set[float]] = {}
    for pair in pairs:
        if pair.equal:
            entries.setdefault(pair.site.line, set()).update(float(np.real(entry)) for entry in np.ravel(pair.left))
    return any(set(product.ravel().tolist()) <= found for found in entries.values())


def _are(sides: tuple[object, object], parts: tuple[Array, Array]) -> bool:
    return all(equal(side, part) for side, part in zip(sides, parts, strict=True))


def speaks_otherwise(line: int, normal: Trace, broken: Trace, submission: Submission) -> bool:
    """Whether a comparison's line, or one that uses its outcome, says in words or by an error what it did not."""
    first, second = _said(normal), _said(broken)
    raised = {failing[1] for failing in _raised(broken)} - {failing[1] for failing in _raised(normal)}
    for place in submission.lines_decided_at(line):
        if place in raised or _other_words(first.get(place, []), second.get(place, [])):
            return True
        branches = submission.branches_at(place)
        spoken = [[word for one in branches for word in said.get(one, [])] for said in (first, second)]
        if spoken[0] != spoken[1] and not _DIGIT.search("".join(spoken[0] + spoken[1])):
            return True
        if not raised.isdisjoint(branches):
            return True
    return False


def decides_what_is_said(lines: set[int], as_written: Trace, broken: Trace, product: Array) -> bool:
    """Whether one of these comparisons, and no other, comes out otherwise, and words or an error follow from that.

    broken: a run in which only NumPy's product differs. Where parts are compared, the last may be all that counts.
    """
    before, after = _outcomes(as_written), _outcomes(broken)
    otherwise = {line for line in before.keys() | after.keys() if before.get(line) != after.get(line)}
    in_parts = {pair.site.line for pair in as_written.comparisons if np.size(pair.left) < np.size(product)}
    if not otherwise or not otherwise <= lines - in_parts:
        return False
    first, second = (Counter(_in_order(trace)) for trace in (as_written, broken))
    spoken = [word for word in (first - second) + (second - first) if not _DIGIT.search(word)]
    return bool(spoken) or _raised(as_written) != _raised(broken)


def _outcomes(trace: Trace) -> dict[int, list[bool]]:
    outcomes: dict[int, list[bool]] = {}
    for pair in trace.comparisons:
        outcomes.setdefault(pair.site.line, []).append(pair.equal)
    return outcomes


def _other_words(before: list[str], after: list[str]) -> bool:
    return len(before) == len(after) and any(
        word != other and not _DIGIT.search(word + other) for word, other in zip(before, after, strict=True)
    )


def line_of_claim(trace: Trace, since: int) -> int | None:
    """The last line that prints something like "matches: True", since then, in events."""
    lines = [part.line for part in trace.prints if part.order >= since and _CLAIM.search(part.text)]
    return lines[-1] if lines and lines[-1] else None


def only_sums(trace: Trace, broken: Trace, left: Array, right: Array) -> bool:
    """Whether nothing but one number over all cells was compared, or shown."""
    if covers(trace.comparisons, left @ right):
        return False
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
