"""Words beside the two lengths of a shape: do they say that the columns are told first, and then the rows?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

MAX_GAP = 80
_SURELY_COLUMNS = (
    r"(?i:col|kol[ou]|feature|neuron|unit|width|spalte|breite|largeur|ancho|sloup|stĺp|sütun|sarak|oszlop"
    r"|στήλ|столб|стовп|宽|寬|欄|열)"
)
COLUMNS = rf"(?:{_SURELY_COLUMNS}|列(?!數))"
ROWS = (
    r"(?i:row|sample|batch|height|zeile|höhe|fila|ligne|hauteur|linha|altura|rig[ah]"
    r"|wiersz|\břád|\briad|rækk|\brader\b|\brij(?:en)?\b|satır|\brivi|\bsor(?:ok)?\b|\brând|vrstic|\bbaris|\bhàng"
    r"|γραμμ|строк|\bряд|שור|صف|سطر|ردیف|แถว|高|行(?!數)|행)"
)
_ROWS_OR_LIE = rf"(?:{ROWS}|列)"
"""In Taiwan 列 is a row, in China and Japan a column: it is a row beside what surely is a column."""
_IN_WORDS = ((COLUMNS, ROWS), (_SURELY_COLUMNS, _ROWS_OR_LIE))
_IN_LETTERS = ("c$", "r$")
_FIRST, _SECOND = r"(?i:\bfirst\b)", r"(?i:\bsecond\b)"

_WORD = r"[^\W\d_]{3,}|[^\W\d_\x00-\u2e7f]{2,}"
_NAME = r"[^\W\d_]{2,}|[^\W\d_\x00-\u2e7f]"
"""A word between numbers, and one of a label: those of Chinese and Japanese are shorter."""
_JOINS = r"(?i:\b(?:and|und|times|mal|with|mit|con)\b)"
"""What joins two numbers, and names none of them."""
_OF_A_ROW = r"(?i:\b(?:(?:length of|per|in) (?:a |each |the )?row|(?:each|every|a) row has)\W*$)"
_IN_A_ROW = r"(?i)\s(?:[^\W\d_]{1,20} )?(?:per row|in (?:a|each|every) row|in each of)\b"
"""What names the columns, and speaks of a row."""
_LABEL, _UNIT = r"([^\W\d_]+)\s*[:=]+\s*$", r"[ \t]*([^\W\d_]++)(?![ \t]*(?::|=(?!=)))"
"""A word before a number that names it, and one behind it, unless it names the next: a row of marks is a ruler."""
_BOTH = tuple(rf"{columns}[^\W\d_]*+\W{{1,20}}(?:[^\W\d_]{{1,3}}\W{{1,20}})?{rows}" for columns, rows in _IN_WORDS)
"""Both words, one after the other: `columns x rows`, or the heads of a table."""
_NUMBERS_OF_ONE_HEADER = r"[ \t,;|/x×*]{1,20}"
MOST_ROWS = 12
"""Of a table: from its header to the last shape."""
LONGEST_ROW = 200


class Number(NamedTuple):
    """A whole number in a text, and where it stands."""

    start: int
    end: int
    value: int


def columns_come_first(text: str, columns: Number, rows: Number) -> bool:
    """Whether words say two numbers to be the columns, and then the rows, as in `16 neurons for 100 samples`.

    No tuple does, unless both words stand before it, or labels within it.
    """
    between, named = text[columns.end : rows.start], line_before(text, columns)[-12:]
    beside = _beside(text, columns, rows)
    if re.match(_IN_A_ROW, between) and re.match(ROWS, beside[1][1]):
        return True
    if any(_are_named(beside, *words) for words in (*_IN_WORDS, _IN_LETTERS)) or _headed(text, columns, rows):
        return True
    if _stands_in_a_tuple(text, columns, rows) and not re.search(rf"{COLUMNS}\w*\s*[:=]", named):
        return False
    of_a_row = re.search(_OF_A_ROW, line_before(text, columns)[-24:])
    if not of_a_row and (re.search(ROWS, named) or _are_named(beside, ROWS, COLUMNS)):
        return False
    # A word alone, or before a colon, may be what the second number is called, as another word calls the first.
    called = re.search(rf"(?:{_NAME})\W*$", named) and re.search(r"^\W*[^\W\d_]+\W*$|[:=]\s*$", between)
    if re.match(ROWS, beside[1][0]) and not called and not re.search(COLUMNS, named):
        return False
    if (of_a_row or re.search(COLUMNS, named)) and re.search(_ROWS_OR_LIE, between):
        return True
    if "\n" in between:
        return _on_lines_of_their_own(text, columns, rows)
    return re.search(_WORD, re.sub(_JOINS, "", between)) is not None


def are_named_the_other_way_round(text: str, numbers: Sequence[Number]) -> bool:
    """Whether two numbers that should be rows and columns stand before, or behind, other words: `columns: 3, rows: 4`.

    行 and 列 are no such words: in Taiwan they are used the other way round.
    """
    return len(numbers) == 2 and _are_named(_beside(text, numbers[0], numbers[1]), _SURELY_COLUMNS, _ROWS_OR_LIE)


def words_beside(text: str, number: Number) -> tuple[str, str]:
    """The word that stands right before a number, as its label, and the one right behind it; empty where none does."""
    before = re.search(_LABEL, text[max(number.start - MAX_GAP, 0) : number.start])
    behind = re.match(_UNIT, text[number.end : number.end + MAX_GAP])
    return before[1] if before else "", behind[1] if behind else ""


def _beside(text: str, one: Number, other: Number) -> list[tuple[str, str]]:
    """The words right before two numbers, and those right behind them."""
    return list(zip(words_beside(text, one), words_beside(text, other), strict=True))


def _are_named(beside: Sequence[tuple[str, str]], first: str, second: str) -> bool:
    """Whether both words before two numbers, or both behind them, match these patterns."""
    return any(re.match(first, word) and re.match(second, another) for word, another in beside)


def _headed(text: str, columns: Number, rows: Number) -> bool:
    """Whether both words stand before both numbers, on their line or at the head of their table."""
    if not _has_headers(text) or not re.fullmatch(_NUMBERS_OF_ONE_HEADER, text[columns.end : rows.start]):
        return False
    if any(re.search(rf"{both}[^\d\n]{{0,40}}$", line_before(text, columns)) for both in _BOTH):
        return True
    begins = columns.start - len(line_before(text, columns))
    above = text[max(begins - LONGEST_ROW * MOST_ROWS, 0) : begins].split("\n")[-MOST_ROWS - 1 : -1]
    header = next((row for row in reversed(above) if re.search(_NAME, row) and not re.search(r"\d", row)), "")
    return any(re.search(both, header) for both in _BOTH)


@lru_cache(maxsize=16)
def _has_headers(text: str) -> bool:
    return any(re.search(both, text) for both in _BOTH)


def _stands_in_a_tuple(text: str, one: Number, other: Number) -> bool:
    before, after = text[max(one.start - 2, 0) : one.start].rstrip(), text[other.end : other.end + 2].lstrip()
    return before.endswith(("(", "[", ",")) or after.startswith((")", "]", ","))


def _on_lines_of_their_own(text: str, columns: Number, rows: Number) -> bool:
    """Whether two numbers have a line and a label each, in any language, and none says that the rows come first.

    The label may stand on the line above.
    """
    one, other = _label_of(text, columns), _label_of(text, rows)
    if one == other or not (re.search(_NAME, one) and re.search(_NAME, other)):
        return False
    rows_first = re.search(rf"{ROWS}|{_FIRST}", one) and not re.search(rf"{COLUMNS}|{_OF_A_ROW}", one)
    columns_last = re.search(rf"{_SURELY_COLUMNS}|{_SECOND}", other) and not re.search(ROWS, other)
    return not rows_first and not columns_last


def _label_of(text: str, number: Number) -> str:
    """The words before a number on its line, or on the one above; nothing where other numbers stand there, too."""
    label = line_before(text, number)
    if not label.strip():
        begins = number.start - len(label)
        label = text[max(begins - LONGEST_ROW, 0) : begins].removesuffix("\n").rpartition("\n")[2]
    elif not re.search(r"[:=]\s*$", label):
        return ""
    return "" if re.search(r"(?<![^\W\d_])\d", label) else label.strip()


def line_before(text: str, number: Number) -> str:
    """What stands before a number on its line."""
    return text[max(number.start - LONGEST_ROW, 0) : number.start].rpartition("\n")[2]
