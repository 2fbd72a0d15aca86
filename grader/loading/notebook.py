"""A Jupyter notebook as the one Python file that its code cells make."""

from __future__ import annotations

import codecs
import json
import re
from typing import Any

import msgspec

from grader.loading.cells import assigned_in, python_lines
from grader.submission import MAX_BYTES, MAX_NOTEBOOK_BYTES, CellLine, Submission, SubmissionError
from grader.syntax.lines import split_lines
from grader.syntax.tree import last_line, parsed

_SHOWS_ALL = re.compile(r"""ast_node_interactivity\s*=\s*["']all["']""")
"""What has a notebook show every expression, not only the last one of a cell."""


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: str | list[str] = ""
    input: str | list[str] = ""
    """What `source` was called until nbformat 4."""
    execution_count: Any = None
    prompt_number: Any = None
    """What `execution_count` was called until nbformat 4."""

    @property
    def text(self) -> str:
        return re.sub("[\ud800-\udfff]", "\ufffd", "".join(self.source or self.input))

    def number(self, place: int) -> int:
        """The number n by which its value is known as Out[n]: as it was run, or else its place among the cells."""
        count = self.execution_count or self.prompt_number
        return count if type(count) is int and 0 < count <= HIGHEST_NUMBER else place


class _Worksheet(msgspec.Struct):
    cells: list[_Cell] = []


class _Notebook(msgspec.Struct):
    """https://nbformat.readthedocs.io/en/latest/format_description.html; worksheets: until nbformat 4."""

    cells: list[_Cell] | None = None
    worksheets: list[_Worksheet] = []

    def __post_init__(self) -> None:
        if self.cells is None and not self.worksheets:
            raise ValueError("it has no cells")

    @property
    def code(self) -> list[_Cell]:
        """The cells with code, in their order."""
        sheets = [cell for sheet in self.worksheets for cell in sheet.cells]
        return [cell for cell in (*(self.cells or ()), *sheets) if cell.cell_type == "code"]


MOST_CELLS = 10_000
HIGHEST_NUMBER = 1_000_000


def code_cells(data: bytes, name: str) -> list[str]:
    """The code cells in a notebook's bytes, as they are written. Raises SubmissionError for none, or too many.

    Halves of characters, which no source has, are replaced.
    """
    return [cell.text for cell in _code_cells(data, name)]


def _code_cells(data: bytes, name: str) -> list[_Cell]:
    if len(data) > MAX_NOTEBOOK_BYTES:
        raise SubmissionError(f"{name}: this notebook is too large; clear its outputs and save it again")
    try:
        cells = _decoded(data.removeprefix(codecs.BOM_UTF8)).code
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        why = "it is empty" if not data.strip() else f"{error}; open it in Jupyter, and save it again"
        raise SubmissionError(f"{name}: this is not a Jupyter notebook ({why})") from None
    if len(cells) > MOST_CELLS:
        raise SubmissionError(f"{name}: this notebook has {len(cells):,} code cells; at most {MOST_CELLS:,} are graded")
    _refuse_too_much(sum(len(cell.text) for cell in cells), name)
    return cells


def from_notebook(data: bytes, name: str) -> Submission:
    """The submission in a notebook's bytes. Raises SubmissionError when they are none, or too many."""
    cells = _code_cells(data, name)
    texts = [cell.text for cell in cells]
    lines: list[str] = []
    places: list[CellLine] = []
    displays: list[tuple[int, int, int]] = []
    shows_all = False
    assigned = assigned_in("\n".join(texts))
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True), start=1):
        rows = python_lines(text, first=place == 1, assigned=assigned)
        first = len(lines) + 1
        lines += rows
        written = split_lines(text)
        places += [CellLine(place, row, line) for row, line in enumerate(written[: len(rows)], start=1)]
        shows_all = shows_all or _SHOWS_ALL.search(text) is not None
        if rows and not _silenced(rows):
            shown = (shows_all and _statements(rows, first)) or [(first, len(lines))]
            displays += [(*span, cell.number(place)) for span in shown]
    text = "\n".join(lines) + "\n"
    source = text.encode("utf-8")
    _refuse_too_much(len(source), name)
    return Submission(name=name, source=source, text=text, cells=tuple(places), displays=tuple(displays))


def _refuse_too_much(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise SubmissionError(f"{name}: this notebook has too much code; at most {MAX_BYTES:,} bytes are graded")


def _decoded(data: bytes) -> _Notebook:
    """The notebook, also where numbers are no numbers (NaN), which Python's own reader takes."""
    try:
        return msgspec.json.decode(data, type=_Notebook)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return msgspec.convert(json.loads(data), type=_Notebook)


def _statements(rows: list[str], first: int) -> list[tuple[int, int]]:
    """The lines of each statement of a cell that begins in line `first`; none of what Python cannot read."""
    tree = parsed("\n".join(rows))
    return [(first + node.lineno - 1, first + last_line(node) - 1) for node in (tree.body if tree else ())]


def _silenced(rows: list[str]) -> bool:
    """Whether a semicolon at the end keeps the cell's last value from being shown."""
    last: Any = next((row for row in reversed(rows) if row.strip() and not row.lstrip().startswith("#")), "")
    return bool(last.rstrip().endswith(";"))
