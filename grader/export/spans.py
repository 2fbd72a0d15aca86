"""A CSV file as an instructor's platform wrote it: cells with their places, so that some can be replaced.

All but the replaced cells stays as it is, byte for byte: encoding, byte-order mark, delimiter, quotes, line ends.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

MAX_BYTES = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DELIMITERS = (",", ";", "\t")
_SAID = re.compile(r'"?sep=(?P<delimiter>[,;\t])"?(?:\r\n|\n|\r)', re.IGNORECASE)
"""A first line by which Excel is told the delimiter; no row."""


class GradebookFileError(Exception):
    """An exported gradebook that cannot be filled: what is wrong, where, and what to do."""


class Cell(NamedTuple):
    """A cell: its value, where it stands in the text (quotes included), and whether it is quoted."""

    value: str
    start: int
    end: int
    quoted: bool


class Table:
    """The rows of an exported file. Raises GradebookFileError for what is no such file."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_BYTES:
            raise GradebookFileError(f"this gradebook has {len(data):,} bytes; at most {MAX_BYTES:,} are read")
        self._mark, self.encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
        self._text = self._decoded(data[len(self._mark) :])
        if "\0" in self._text:
            raise GradebookFileError("this is no text: it has NUL characters; export the gradebook as CSV")
        said = _SAID.match(self._text)
        self.delimiter = said["delimiter"] if said else _delimiter(self._text)
        self.rows: list[list[Cell]] = list(_rows(self._text, self.delimiter, said.end() if said else 0))
        if not self.rows:
            raise GradebookFileError("this gradebook is empty")

    def _decoded(self, data: bytes) -> str:
        for encoding in (self.encoding,) if self.encoding else ("utf-8", "cp1252", "latin-1"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                if self.encoding:
                    raise GradebookFileError(f"this file is not text in {encoding} ({error})") from None
            else:
                self.encoding = encoding
                return text
        raise GradebookFileError("this file is no text")

    def replaced(self, values: Mapping[tuple[int, int], str]) -> bytes:
        """The file with other values at some (row, column); a cell that was quoted stays quoted."""
        parts, position = [], 0
        for row, column in sorted(values):
            cell, value = self.rows[row][column], values[row, column]
            parts += [
                self._text[position : cell.start],
                f'"{value}"' if cell.quoted or self._needs_quotes(value) else value,
            ]
            position = cell.end
        parts.append(self._text[position:])
        return self._mark + "".join(parts).encode(self.encoding)

    def _needs_quotes(self, value: str) -> bool:
        return self.delimiter in value


def _delimiter(text: str) -> str:
    """The one that the first line has most of, outside quotes."""
    line, inside = [], False
    for character in text:
        if character == '"':
            inside = not inside
        elif not inside and character in "\r\n":
            break
        elif not inside:
            line.append(character)
    return max(_DELIMITERS, key="".join(line).count)


def _rows(text: str, delimiter: str, start: int) -> Iterator[list[Cell]]:
    position, length, line = start, len(text), 2 if start else 1
    row: list[Cell] = []
    while position < length:
        cell, line = _cell(text, position, delimiter, line)
        row.append(cell)
        position = cell.end
        if position < length and text[position] == delimiter:
            position += 1
            if position == length:
                row.append(Cell("", position, position, False))
            else:
                continue
        yield row
        row = []
        if text.startswith("\r\n", position):
            position += 2
        else:
            position += 1
        line += 1
        while position < length and text[position] in "\r\n":
            # An empty line is no row.
            position += 1
            line += 1
    if row:
        yield row


def _cell(text: str, start: int, delimiter: str, line: int) -> tuple[Cell, int]:
    if text.startswith('"', start):
        return _quoted(text, start, delimiter, line)
    end = start
    while end < len(text) and text[end] not in "\r\n" and text[end] != delimiter:
        end += 1
    return Cell(text[start:end], start, end, False), line


def _quoted(text: str, start: int, delimiter: str, line: int) -> tuple[Cell, int]:
    end = start + 1
    while True:
        end = text.find('"', end)
        if end < 0:
            raise GradebookFileError(f"line {line}: a quote is opened here and never closed")
        if not text.startswith('""', end):
            break
        end += 2
    value = text[start + 1 : end].replace('""', '"')
    after = end + 1
    if after < len(text) and text[after] not in "\r\n" and text[after] != delimiter:
        raise GradebookFileError(f"line {line}: something follows a closing quote")
    return Cell(value, start, after, True), line + value.count("\n")
