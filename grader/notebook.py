"""A Jupyter notebook as the one Python file that its code cells make."""

from __future__ import annotations

import ast
import codecs
import re
from typing import Any

import msgspec

from grader.submission import MAX_BYTES, MAX_NOTEBOOK_BYTES, CellLine, Submission, SubmissionError

_MAGIC = re.compile(r"^\s*(%|!|\?)|^\s*[\w.]+\?{1,2}\s*$")
_ASSIGNED_MAGIC = re.compile(r"^(\s*\w[\w, ]*=\s*)([%!])\S")
_SHOWS_ALL = re.compile(r"""ast_node_interactivity\s*=\s*["']all["']""")
"""What has a notebook show every expression, not only the last one of a cell."""
_TIMED = re.compile(r"^\s*%time(?:it)?\s+(?!-)(\S.*)$")
_CELL_MAGIC = re.compile(r"^\s*%%(\w+)")
_PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun"})


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: str | list[str] = ""


class _Notebook(msgspec.Struct):
    cells: list[_Cell]


def from_notebook(data: bytes, name: str) -> Submission:
    """The submission in a notebook's bytes. Raises SubmissionError when they are none, or too many."""
    if len(data) > MAX_NOTEBOOK_BYTES:
        raise SubmissionError(f"{name}: this notebook is too large; clear its outputs and save it again")
    try:
        notebook = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=_Notebook)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise SubmissionError(f"{name}: this is not a Jupyter notebook ({error})") from None
    lines: list[str] = []
    places: list[CellLine] = []
    displays: list[tuple[int, int]] = []
    shows_all = False
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), start=1):
        rows = _python_lines(cell.source if isinstance(cell.source, str) else "".join(cell.source))
        first = len(lines) + 1
        lines += rows
        places += [CellLine(number, row) for row in range(1, len(rows) + 1)]
        shows_all = shows_all or any(_SHOWS_ALL.search(row) for row in "".join(cell.source).splitlines())
        if rows and not _silenced(rows):
            displays += (shows_all and _statements(rows, first)) or [(first, len(lines))]
    text = "\n".join(lines) + "\n"
    source = text.encode("utf-8", "surrogatepass")
    if len(source) > MAX_BYTES:
        raise SubmissionError(f"{name}: this notebook has too much code; at most {MAX_BYTES:,} bytes are graded")
    return Submission(name=name, source=source, text=text, cells=tuple(places), displays=tuple(displays))


def _statements(rows: list[str], first: int) -> list[tuple[int, int]]:
    """The lines of each statement of a cell that begins in line `first`; none of what Python cannot read."""
    try:
        body = ast.parse("\n".join(rows)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [(first + node.lineno - 1, first + (node.end_lineno or node.lineno) - 1) for node in body]


def _python_lines(text: str) -> list[str]:
    """A cell's lines, with what only IPython understands taken out; their number stays."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((row for row in rows if row.strip()), "")
    magic = _CELL_MAGIC.match(first)
    if magic and magic.group(1) not in _PYTHON_CELLS:
        return ["" for _ in rows]
    kept, depth = [], 0
    for row in rows:
        kept.append(row if depth > 0 else _without_magic(row))
        depth = max(0, depth + sum(row.count(mark) for mark in "([{") - sum(row.count(mark) for mark in ")]}"))
    return kept


def _without_magic(row: str) -> str:
    assigned = _ASSIGNED_MAGIC.match(row)
    if assigned:
        # What a command of the system's prints is a list of lines.
        return assigned.group(1) + ("[]" if assigned.group(2) == "!" else "None")
    if not _MAGIC.match(row):
        return row
    indent = row[: len(row) - len(row.lstrip())]
    timed = _TIMED.match(row)
    if timed:
        return indent + timed.group(1)
    return f"{indent}pass" if indent else ""


def _silenced(rows: list[str]) -> bool:
    """Whether a semicolon at the end keeps the cell's last value from being shown."""
    last: Any = next((row for row in reversed(rows) if row.strip() and not row.lstrip().startswith("#")), "")
    return bool(last.rstrip().endswith(";"))
