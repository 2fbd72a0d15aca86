"""Are the learner's own result and NumPy's product both shown, or how much they differ, for a reader to compare?"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from grader.evidence.words import said, said_in_order
from grader.recording.plan import WRONG_BY
from grader.trace import Array, Trace, equal

from .changed_words import only_numbers_change, plain, word_pairs

_AMOUNTS = [WRONG_BY * one for one in (1, 2, 0.5, 2**0.5, WRONG_BY, 2 * WRONG_BY, WRONG_BY / 2)]
"""The greatest difference, their sum, mean and norm; of their squares the greatest, the sum, the mean."""
_NUMBER = r"-?(\d++\.?\d*+|\.\d++)(e[+-]?\d++)?"
_COUNTS = frozenset("01234")
"""How many of four cells are the same, or not; or a truth as a number."""


def shows_what_is_wrong(as_written: Trace, changed: Trace, product: Array, own: Array) -> bool:
    """Whether the learner's own result and NumPy's product are both printed, or how much they differ.

    product: as written; own: the result in `changed`, where NumPy's product is `shifted(own)`.
    """
    if shows_entries(as_written, changed, product, own):
        return True
    if not any(made.altered and equal(made.result, shifted(own)) for made in changed.operations):
        return False
    words = word_pairs(as_written, changed)
    return any(plain(word) == "0" and is_amount(plain(other)) for word, other in words)


def shows_entries(as_written: Trace, changed: Trace, product: Array, own: Array) -> bool:
    """Whether all entries of the learner's own result and of NumPy's product are printed; see `shows_what_is_wrong`."""
    if not any(made.altered and equal(made.result, shifted(own)) for made in changed.operations):
        return False
    words = Counter((plain(word), plain(other)) for word, other in word_pairs(as_written, changed))
    entries = [(f"{one:g}", f"{other:g}") for matrix in (own, shifted(own)) for one, other in _pairs(product, matrix)]
    return not Counter(entries) - words


def _pairs(one: Array, other: Array) -> list[tuple[float, float]]:
    return list(zip(one.ravel().tolist(), other.ravel().tolist(), strict=True))


def shifted(own: Array) -> Array:
    """The learner's result as NumPy's product is made of it in `changed`."""
    return np.add(own, [[WRONG_BY, -WRONG_BY], [0, 0]])


def is_amount(word: str) -> bool:
    """Whether a number may be what tells two matrices apart of which one is shifted."""
    return bool(re.fullmatch(_NUMBER, word)) and any(abs(abs(float(word)) - one) < 1e-3 * one for one in _AMOUNTS)


def shows_one_alone(normal: Trace, broken: Trace, product: Array) -> bool:
    """Whether NumPy's product is printed, and nothing to compare it with: only its numbers change.

    product: A @ B, in both runs.
    """
    as_many = len(said_in_order(normal)) == len(said_in_order(broken))
    return as_many and only_numbers_change(normal, broken) and not shows_both(normal, broken, product)


def shows_both(normal: Trace, broken: Trace, product: Array) -> bool:
    """Whether a wrong number stands beside the right one, or how much, or how often, numbers differ.

    product: A @ B, in both runs.
    """
    first, second = ([plain(word) for word in said_in_order(trace)] for trace in (normal, broken))
    numbers = [*product.ravel().tolist(), float(product.sum())]
    if any({f"{number:g}", f"{number + WRONG_BY:g}"} <= {*second} for number in numbers):
        return True
    return len(first) == len(second) and any(
        word != other and ((word == "0" and is_amount(other)) or {word, other} <= _COUNTS)
        for word, other in zip(first, second, strict=True)
    )


def shows_both_as_given(as_written: Trace, broken: Trace, other: Trace, product: Array) -> bool:
    """Whether each number of the product is printed twice, and one of them alone becomes NumPy's wrong one.

    broken: a run in which only NumPy's product differs, in its last entry; other: one with other numbers, in which what
    is typed stays as it is.
    """
    usual, again = said(as_written), said(other)
    entries_at = (
        line for line, words in usual.items() if {f"{entry:g}" for entry in product.flat} & {*map(plain, words)}
    )
    if any(usual[line] == again.get(line) for line in entries_at):
        return False
    before, after = (Counter(map(plain, said_in_order(trace))) for trace in (as_written, broken))
    entries = Counter(f"{entry:g}" for entry in product.ravel().tolist())
    last = float(product.ravel()[-1])
    twice = all(before[entry] >= 2 * count for entry, count in entries.items())
    return twice and before - after == Counter([f"{last:g}"]) and after - before == Counter([f"{last + WRONG_BY:g}"])


def shows_two(trace: Trace, one: Array, other: Array) -> bool:
    """Whether the numbers of two matrices are printed."""
    words = {plain(word) for word in said_in_order(trace)}
    return {f"{number:g}" for matrix in (one, other) for number in matrix.ravel().tolist()} <= words


def says_how_much(normal: Trace, broken: Trace) -> bool:
    """Whether a 0 becomes the amount by which an entry of a product was made wrong."""
    words = ((plain(word), plain(other)) for word, other in word_pairs(normal, broken))
    return any(word == "0" and (other in ("1", "-1") or is_amount(other)) for word, other in words)
