"""Shapes in what a submission printed, however it wrote them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from grader.evidence.candidates import candidates
from grader.evidence.columns_first import (
    COLUMNS,
    MAX_GAP,
    ROWS,
    Number,
    are_named_the_other_way_round,
    columns_come_first,
    line_before,
    words_beside,
)
from grader.trace import Print, Trace

MAX_TEXT = 200_000
TEXTS_KEPT = 4
"""Of which is known which numbers are in them: a long one has a hundred thousand."""
MOST_BEGINNINGS = 4_000
"""Of a shape in what was printed: of more the first and the last are looked at."""
_STRICT = r"(?:(?<![A-Za-z_\d.])|(?<=\d[xX×*]))\d{1,9}(?![\d]|\.\d)"
_ANY = r"(?<![A-Za-z_\d.])\d{1,9}(?![\d]|\.\d)|(?<=[A-Za-z_])\d{1,9}(?![\d]|\.\d|\s*[:=])"
"""Also right behind letters, but not where these and it are a label: `h3: 100`."""

_COLOUR = r"\x1b\[[\d;]*m"
_LEADERS = r"(?<=\S)(?<![.·_~=-]{2})[.·_~=-]{2,}+(?=[\d(])"
_JOINERS, _A_LETTER = "\u200c\u200d", "ʼ"
"""What letters of a word are joined or parted with, and a letter that no word begins with."""
_BETWEEN_COLUMNS = r"[^\W\d_]{2,}|\s{2,}|\||\t|[-=]>|→"
_COMMA = r"\s*,\s*"
_NEXT_TUPLE = r"\s*\)[^()]*\("
_NEXT_LINE_TUPLE = r"[^(]*\n[^\d]*\("
_BESIDE = r"(?:[ \t]{1,8}|[ \t]{0,8}[x×*,][ \t]{0,8})"
"""What stands between two numbers of one shape on a line."""
_IN_A_TABLE = r"[ \t,;|]{1,80}"
LEAST_IN_A_ROW = 3
_PAIRS = r"\(0, \d{1,9}\)[\s,]{1,8}\(1, \d{1,9}\)"
_BEHIND_A_LABEL = r"\s?[\])]?[^\d()\[\]\n]{0,60}"
"""What may stand between a numbered label and its number, which is no tuple's."""
_NAMED_LABEL, _LABELLED = r"\n\s*(?:[^\W\d_]{1,20} ){0,3}[^\W\d_]+[\s_]*$", r"\s*:|[ \t]+[(\[]?\d"
"""What stands before the number of a label on a line of its own, and behind it: `Layer 3: 100`, `hidden_3 100`."""


class Mention(NamedTuple):
    """A shape in printed text: where it begins, the line that printed it, and when."""

    start: int
    line: int
    order: int


def mentions(trace: Trace, shape: Sequence[int], *, apart: bool = False) -> list[Mention]:
    """Where the numbers of `shape` were printed one after the other, in digits of any script.

    apart: another number may stand between them, as in a table.
    """
    text = _plain(trace.told_text)
    found = {start for pattern in (_STRICT, _ANY) for start in _starts(text, tuple(shape), pattern)}
    found |= set(_upright(text, tuple(shape)))
    if apart:
        found |= set(_with_one_between(text, shape))
    ends = list(accumulate(len(part.text) for part in trace.told)) if found else []
    return [Mention(start, *_printed_by(trace.told, ends, start)) for start in sorted(found)]


class Length(NamedTuple):
    """A whole number in a text, where it begins, and whether a word beside it names it as rows, or as columns."""

    start: int
    value: int
    of_rows: bool
    of_columns: bool


def lengths_in(text: str) -> Iterator[Length]:
    """The whole numbers of a text that may be lengths."""
    plain = _plain(text)
    for number in _numbers(plain, _ANY):
        words = words_beside(plain, number)
        rows, columns = (any(re.match(pattern, word) for word in words) for pattern in (ROWS, COLUMNS))
        yield Length(number.start, number.value, rows, columns)


def _plain(text: str) -> str:
    """The text that is looked at; colours, what leads to a number, and the middle of very much are blanked out."""
    half, beyond = MAX_TEXT // 2, max(0, len(text) - MAX_TEXT)
    blank = text[:half] + "\n" * beyond + text[half + beyond :]
    for pattern in (_COLOUR, _LEADERS):
        blank = re.sub(pattern, lambda found: " " * len(found.group()), blank)
    if blank.isascii():
        return blank
    # Raised and lowered digits are digits, too.
    digits = "".join(mark if mark.isdecimal() else str(unicodedata.digit(mark, mark)) for mark in blank)
    return _with_whole_letters(digits)


def _with_whole_letters(text: str) -> str:
    """The text with letters for the marks that combine with a letter: vowels are such marks in many scripts."""
    marks = {mark for mark in set(text) if unicodedata.category(mark).startswith("M") or mark in _JOINERS}
    if not marks:
        return text
    combined = rf"(?<=[^\W\d_])[{re.escape(''.join(sorted(marks)))}]+"
    return re.sub(combined, lambda found: _A_LETTER * len(found.group()), text)


def _with_one_between(text: str, shape: Sequence[int]) -> Iterator[int]:
    """Where the two lengths stand on one line with a number between them that belongs to neither."""
    numbers = _numbers(text, _ANY)
    for first, other, last in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if [first.value, last.value] != list(shape):
            continue
        gaps = (text[first.end : other.start], text[other.end : last.start])
        if all(len(gap) <= MAX_GAP and "\n" not in gap and re.search(_BETWEEN_COLUMNS, gap) for gap in gaps):
            yield first.start


def _upright(text: str, shape: tuple[int, ...]) -> Iterator[int]:
    """Where the two lengths stand one below the other, in a table of all rows and then all columns."""
    for one, other in (*pairwise(_rows_of_numbers(text)), *_lines_alike(text)):
        if len(one) == len(other) >= LEAST_IN_A_ROW:
            yield from (
                rows.start for rows, columns in zip(one, other, strict=True) if (rows.value, columns.value) == shape
            )


@lru_cache(maxsize=TEXTS_KEPT)
def _rows_of_numbers(text: str) -> list[list[Number]]:
    """The numbers of a text, together with those that only blanks and marks between numbers part from them."""
    rows: list[list[Number]] = []
    for number in _numbers(text, _STRICT):
        if rows and re.fullmatch(_IN_A_TABLE, text[rows[-1][-1].end : number.start]):
            rows[-1].append(number)
        else:
            rows.append([number])
    return rows


@lru_cache(maxsize=TEXTS_KEPT)
def _lines_alike(text: str) -> list[tuple[list[Number], list[Number]]]:
    """The numbers of two lines with the same words between them: `Rows: A 5 B 5 C 3` and `Columns: A 3 B 4 C 4`."""
    lines: list[list[Number]] = []
    for number in _numbers(text, _STRICT):
        if lines and "\n" not in text[lines[-1][-1].end : number.start]:
            lines[-1].append(number)
        else:
            lines.append([number])
    return [
        (one, other)
        for one, other in pairwise(lines)
        if text.count("\n", one[-1].end, other[0].start) == 1
        and _words_between(text, one) == _words_between(text, other)
        and line_before(text, one[0]) != line_before(text, other[0])
    ]


def _words_between(text: str, numbers: Sequence[Number]) -> list[list[str]]:
    return [text[before.end : after.start].split() for before, after in pairwise(numbers)]


def written(text: str, shape: Sequence[int]) -> int:
    """How often the shape stands in a piece of source text."""
    return len(set(_starts(text, tuple(shape), _ANY)))


@lru_cache(maxsize=TEXTS_KEPT)
def _numbers(text: str, pattern: str) -> tuple[Number, ...]:
    return tuple(Number(found.start(), found.end(), int(found.group())) for found in re.finditer(pattern, text))


@lru_cache(maxsize=256)
def _starts(text: str, shape: tuple[int, ...], pattern: str) -> tuple[int, ...]:
    numbers = _numbers(text, pattern)
    found = []
    last = len(numbers) - len(shape)
    beginning = [at for at, number in enumerate(numbers) if number.value in (shape[0], shape[-1]) and at <= last]
    for first in candidates(beginning, MOST_BEGINNINGS):
        if numbers[first].value == shape[-1] and (
            _said_from_the_last(text, numbers, first, shape) or _labelled_from_the_last(numbers, first, shape)
        ):
            found.append(numbers[first].start)
        if numbers[first].value != shape[0]:
            continue
        run = numbers[first : first + len(shape)]
        near = all(after.start - before.end <= MAX_GAP for before, after in pairwise(run))
        if _enumerated(text, numbers, first, shape) or (
            near
            and not are_named_the_other_way_round(text, run)
            and not _within_a_tuple(text, numbers, first)
            and not _ends_a_tuple(text, numbers, first)
            and (_is_said(text, run, shape) or _labelled(text, numbers, first, shape))
        ):
            found.append(run[0].start)
    return tuple(found)


def _is_said(text: str, run: Sequence[Number], shape: Sequence[int]) -> bool:
    """Whether numbers that follow one another are the shape's, and of one thing."""
    of_others = any(_begins_another(text, before, after) for before, after in pairwise(run))
    return [number.value for number in run] == list(shape) and not of_others


def _said_from_the_last(text: str, numbers: Sequence[Number], first: int, shape: Sequence[int]) -> bool:
    """Whether words say that this length and the next are those of the shape, the last one first."""
    if len(shape) != 2 or shape[0] == shape[1] or first + 1 >= len(numbers):
        return False
    columns, rows = numbers[first], numbers[first + 1]
    near = rows.start - columns.end <= MAX_GAP
    return near and [rows.value, columns.value] == list(shape) and columns_come_first(text, columns, rows)


def _within_a_tuple(text: str, numbers: Sequence[Number], first: int) -> bool:
    """Whether the number is the second of a tuple: the 100 of `(1, 100, 16)`."""
    if first == 0:
        return False
    before = numbers[first - 1]
    return (
        text[before.start - 1 : before.start] == "("
        and re.fullmatch(_COMMA, text[before.end : numbers[first].start]) is not None
    )


def _begins_another(text: str, before: Number, after: Number) -> bool:
    """Whether the second number is of something else: the 3 of `(3, 4)`, or `Layer 3:`, on a later line than a 100."""
    between = text[before.end : after.start]
    labels = re.search(_NAMED_LABEL, between) and re.match(_LABELLED, text[after.end : after.end + MAX_GAP])
    return bool(labels) or re.fullmatch(_NEXT_LINE_TUPLE, between) is not None or _pairs_of_lines(text, before, after)


def _pairs_of_lines(text: str, before: Number, after: Number) -> bool:
    """Whether one number ends a line of two, and the other begins one: the 100 and 16 of `8 100` and `16 100`."""
    if not re.fullmatch(r"[ \t]*\n[ \t]*", text[before.end : after.start]):
        return False
    one, other = text[max(before.start - MAX_GAP, 0) : before.start], text[after.end : after.end + MAX_GAP]
    return bool(re.search(rf"\d{_BESIDE}$", one) and re.match(rf"{_BESIDE}\d", other))


def _ends_a_tuple(text: str, numbers: Sequence[Number], first: int) -> bool:
    """Whether a number is the end of one tuple and the next one stands in another: the 3 and 5 of `(2, 3) (5, 4)`."""
    if not 0 < first < len(numbers) - 1:
        return False
    before = text[numbers[first - 1].end : numbers[first].start]
    after = text[numbers[first].end : numbers[first + 1].start]
    return re.fullmatch(_COMMA, before) is not None and re.match(_NEXT_TUPLE, after) is not None


def _labelled(text: str, numbers: Sequence[Number], first: int, shape: Sequence[int]) -> bool:
    """Whether the two lengths stand behind numbered labels: `row 1: 100, row 2: 16`, `size(C, 1) = 3`."""
    if len(shape) != 2 or first < 1 or first + 2 >= len(numbers):
        return False
    label, rows, again, columns = numbers[first - 1 : first + 3]
    if not all(
        re.fullmatch(_BEHIND_A_LABEL, text[one.end : other.start]) for one, other in ((label, rows), (again, columns))
    ):
        return False
    counted = again.value in (label.value, label.value + 1) and label.value < 4
    return [rows.value, columns.value] == list(shape) and counted


def _enumerated(text: str, numbers: Sequence[Number], first: int, shape: Sequence[int]) -> bool:
    """Whether the two lengths stand in tuples with their places: `(0, 3) (1, 4)`."""
    if len(shape) != 2 or first < 1 or first + 2 >= len(numbers):
        return False
    pairs = text[numbers[first - 1].start - 1 : numbers[first + 2].end + 1]
    return numbers[first + 2].value == shape[1] and re.fullmatch(_PAIRS, pairs) is not None


def _labelled_from_the_last(numbers: Sequence[Number], first: int, shape: Sequence[int]) -> bool:
    """Whether the two lengths stand behind numbered labels, the last one first: `axis 1: 16, axis 0: 100`."""
    if len(shape) != 2 or first < 1 or first + 2 >= len(numbers):
        return False
    label, columns, again, rows = (number.value for number in numbers[first - 1 : first + 3])
    return [rows, columns] == list(shape) and (label, again) == (1, 0)


def _printed_by(prints: Sequence[Print], ends: Sequence[int], position: int) -> tuple[int, int]:
    index = bisect_right(ends, position)
    return (prints[index].line, prints[index].order) if index < len(prints) else (0, 0)


def in_order(trace: Trace, shapes: Sequence[Sequence[int]], since: Sequence[int]) -> list[bool]:
    """Which of `shapes` were printed, one after the other (first to last, or last to first).

    In another order all of them have to be made before. A shape that is printed out of any order counts when it is
    printed more than once, and since it was made: `since` is when, in events. Where the ones before it are missing, it
    may be the data's.
    """
    if _in_a_table(trace, shapes):
        return [True] * len(shapes)
    forwards = _matched(trace, shapes, since)
    backwards = _matched(trace, shapes[::-1], since[::-1])[::-1]
    best = max(forwards, backwards, key=sum)
    if not all(best) and all(since) and _in_any_order(trace, shapes, max(since)):
        return [True] * len(shapes)
    again = [
        sum(mention.order > order for mention in mentions(trace, shape)) > 0 and len(mentions(trace, shape)) > 1
        for shape, order in zip(shapes, since, strict=True)
    ]
    return [one or other for one, other in zip(best, again, strict=True)]


def _in_a_table(trace: Trace, shapes: Sequence[Sequence[int]]) -> bool:
    """Whether all rows stand one after the other, and then all columns, or the other way round.

    The data's may stand before, and each may have a number of its own: `axis 0: 100`.
    """
    text = _plain(trace.told_text)
    told, alone = ([number.value for number in _numbers(text, pattern)] for pattern in (_ANY, _STRICT))
    return any(_are_in_a_table(values, shapes) for values in (told, alone, alone[::2], alone[1::2]))


def _are_in_a_table(values: Sequence[int], shapes: Sequence[Sequence[int]]) -> bool:
    rows, columns = ([shape[axis] for shape in shapes] for axis in (0, 1))
    count = len(shapes)
    return any(
        values[place : place + count] == first and values[place + count + between : place + 2 * count + between] == last
        for first, last in ((rows, columns), (columns, rows))
        for place in range(len(values))
        for between in (0, 1, 2)
    )


def _in_any_order(trace: Trace, shapes: Sequence[Sequence[int]], since: int) -> bool:
    """Whether each shape was printed since a moment, one after the other in whatever order."""
    return all(
        sum(one.order > since for one in mentions(trace, shape)) >= list(shapes).count(shape) for shape in shapes
    )


def _matched(trace: Trace, shapes: Sequence[Sequence[int]], since: Sequence[int]) -> list[bool]:
    position = -1
    matched: list[bool] = []
    for shape, order in zip(shapes, since, strict=True):
        missing = bool(matched) and not any(matched)
        found = (one for one in mentions(trace, shape, apart=True) if one.order > order or not missing)
        after = [mention.start for mention in found if mention.start > position]
        matched.append(bool(after))
        if after:
            position = after[0]
    return matched
