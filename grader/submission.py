"""A submission: the bytes that a learner handed in, as the Python file that they are run as."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property

import msgspec

from grader.syntax.lines import split_lines
from grader.text import place_of

MAX_BYTES = 1024 * 1024
MAX_NOTEBOOK_BYTES = 16 * 1024 * 1024
PYTHON_NAME = "matmul_practice.py"


class SubmissionError(Exception):
    """A file that cannot be graded: what is wrong, and what to do."""


class CellLine(msgspec.Struct, frozen=True):
    """Where a line of a notebook's code stands: cell and line, both from 1; text: as it stands there."""

    cell: int
    line: int
    text: str = ""


class Submission(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What is graded. source: the bytes that are run; text: their decoded lines; cells: of a notebook, by line.

    displays: first and last lines of what a notebook shows the value of, with the number n that makes it Out[n].
    """

    name: str
    source: bytes
    text: str
    cells: tuple[CellLine, ...] = ()
    displays: tuple[tuple[int, int, int], ...] = ()

    @property
    def digest(self) -> bytes:
        """Names this submission's content."""
        return hashlib.blake2b(self.source, digest_size=16).digest()

    @cached_property
    def lines(self) -> Sequence[str]:
        """The text, line by line."""
        return split_lines(self.text)

    @property
    def shown(self) -> Sequence[str]:
        """The same lines as the learner wrote them, also where a notebook's cell is run as something else."""
        return [place.text for place in self.cells] or split_lines(self.text.removeprefix("\ufeff"))

    def row(self, line: int) -> str:
        """One line of the text; nothing where there is no such line, as a run may claim of code that it makes."""
        return self.lines[line - 1] if self.has(line) else ""

    def has(self, line: int | None) -> bool:
        """Whether there is such a line."""
        return line is not None and 0 < line <= len(self.lines)

    def place(self, line: int) -> str:
        """The same as it is said in a sentence: `line 12`, or `cell 3, line 2`."""
        return place_of(self.label(line))

    def label(self, line: int) -> str:
        """What a person calls that line: `12`, or `cell 3, line 2`."""
        if self.cells and 1 <= line <= len(self.cells):
            place = self.cells[line - 1]
            return f"cell {place.cell}, line {place.line}"
        return str(line)
