"""Places in a source: numbered, with the text that stands there."""

from __future__ import annotations

import ast
import threading
from typing import Any

from grader.recording.events import Site
from grader.syntax.lines import split_lines

MAX_TEXT = 240


class Sites:
    """The sites of one run, in order of their numbers."""

    def __init__(self) -> None:
        self.all: list[Site] = []
        self._lock = threading.Lock()

    def new(
        self,
        source: Source,
        kind: str,
        span: tuple[int, int, int, int],
        names: tuple[str, ...] = (),
    ) -> int:
        """Number a span (line, column, end line, end column; columns in UTF-8 bytes) of `source`."""
        line, column, end_line, end_column = span
        text = source.segment(line, column, end_line, end_column)
        if source.fixed_line is not None:
            line = end_line = source.fixed_line
        with self._lock:
            self.all.append(Site(len(self.all), kind, line, column, end_line, end_column, text, names))
            return len(self.all) - 1


class Source:
    """The text of a piece of code, by lines. `fixed_line` is the line that evaluated strings are reported at."""

    def __init__(self, text: str, fixed_line: int | None = None) -> None:
        self._lines = [line.encode("utf-8", "surrogatepass") for line in split_lines(text)]
        self.fixed_line = fixed_line

    def segment(self, line: int, column: int, end_line: int, end_column: int) -> str:
        """The text of a span, shortened, without its line breaks."""
        if not 1 <= line <= end_line <= len(self._lines):
            return ""
        rows = self._lines[line - 1 : min(end_line, line + 6)]
        if line + 6 >= end_line:
            rows[-1] = rows[-1][:end_column]
        rows[0] = rows[0][column:]
        text = " ".join(row.decode("utf-8", "replace").strip() for row in rows)
        return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"


def span_of(node: ast.expr | ast.stmt) -> tuple[int, int, int, int]:
    """Where a node stands."""
    return node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def place_of(node: ast.expr | ast.stmt) -> dict[str, Any]:
    """The same, as the fields of a node that shall stand there, too."""
    line, column, end_line, end_column = span_of(node)
    return {"lineno": line, "col_offset": column, "end_lineno": end_line, "end_col_offset": end_column}


def constant(value: str | int | None, at: ast.expr | ast.stmt) -> ast.Constant:
    """A constant that stands where `at` does."""
    return ast.Constant(value, None, **place_of(at))
