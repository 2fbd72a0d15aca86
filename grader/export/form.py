"""How one platform's gradebook is to be read: its columns, and whom each row is about."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from grader.export.spans import Cell, GradebookFileError

GRADE_WORDS = ("grade", "bewertung", "note", "calificación", "calificacion", "nota", "cijfer", "valutazione", "ocena")
LAST_ACCENT = 0x36F
"""Of the marks that stand above and below Latin letters, and are left out where names are compared."""
REMARKS = re.compile(
    r"\b(notes|comments?|feedback|remarks?|kommentare?|bemerkung(en)?|anmerkung(en)?|commentaires?|remarques?|comentarios?"
    r"|commenti|opmerking(en)?)\b",
    re.IGNORECASE,
)


Names = tuple[str, ...]
"""What a student may be called, the surest first."""


class Form(NamedTuple):
    """How one platform's file is to be read.

    first: the first row that is about a student; ids: for a row, what its student may be called, the surest first;
    locked: a column that says "No" where a mark cannot be changed; fixed: columns of which it is known that they hold
    no marks; group: the column that says in which group a student is; name_of: for a row, its student's name, where the
    platform has it beside ids; hidden: what stands for all names where they are not shown; staying: what stands where
    no mark is wanted; is_sure: whether an id is one person's wherever the platform runs, even where the names of all
    are other ones, as groups have.
    """

    name: str
    column: int
    points: float | None
    first: int
    ids: Callable[[Sequence[Cell]], list[str]]
    locked: int | None = None
    fixed: Collection[int] = ()
    group: int | None = None
    name_of: Callable[[Sequence[Cell]], str | None] = lambda row: None
    hidden: str = ""
    staying: Collection[str] = ("EX",)
    is_sure: bool = False


def letters_of(name: str) -> str:
    """A name or id as it is compared at the last: without capitals, spaces and marks, "Doe, Jane" as "Jane Doe"."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and "," not in first else name
    marks = unicodedata.normalize("NFKD", turned.casefold())
    # Of scripts that write vowels as marks, these are letters.
    return "".join(
        one for one in marks if one.isalnum() or (ord(one) > LAST_ACCENT and unicodedata.category(one)[0] == "M")
    )


def cells_at(columns: Sequence[int]) -> Callable[[Sequence[Cell]], list[str]]:
    """For a row, what stands in these columns, where anything does."""

    def ids(row: Sequence[Cell]) -> list[str]:
        return [value for column in columns if column < len(row) and (value := row[column].value.strip())]

    return ids


def text_at(column: int | None) -> Callable[[Sequence[Cell]], str | None]:
    """For a row, what stands in a column; None where that is nothing, or there is no such column."""

    def text(row: Sequence[Cell]) -> str | None:
        return row[column].value.strip() or None if column is not None and column < len(row) else None

    return text


def first_and_last(first: int | None, last: int | None) -> Callable[[Sequence[Cell]], str | None]:
    """For a row, the name that two columns have together; None where one is missing."""

    def name(row: Sequence[Cell]) -> str | None:
        if first is None or last is None or len(row) <= max(first, last):
            return None
        return f"{row[first].value} {row[last].value}".strip() or None

    return name


def no_marks(header: str) -> GradebookFileError:
    """What is wrong with a column that is to be filled, and is not for marks."""
    return GradebookFileError(f"column {header!r} does not hold marks; name the column of the assignment")


def only_one_of(found: Iterable[int], header: Sequence[str]) -> int:
    """The one column that can be meant. Raises GradebookFileError when there are several, or none."""
    columns = list(found)
    if len(columns) == 1:
        return columns[0]
    listed = ", ".join(repr(header[index]) for index in columns) or ", ".join(map(repr, header))
    raise GradebookFileError(f"say which column is to be filled with --column; there are: {listed}")


def the_one_called(found: Sequence[int], column: str, header: Sequence[str]) -> int:
    """The one column of that name. Raises GradebookFileError when there are several, or none."""
    if len(found) == 1:
        return found[0]
    if found:
        headers = [header[index] for index in found if index < len(header)]
        if len(set(headers)) == len(found):
            listed = ", ".join(map(repr, headers))
            raise GradebookFileError(f"--column {column!r} may mean several; give the whole header: {listed}")
        raise GradebookFileError(f"there are {len(found)} columns called {column!r}; rename one of them")
    near = difflib.get_close_matches(column, header, n=1)
    meant = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(map(repr, header))}"
    raise GradebookFileError(f"there is no column {column!r} in the gradebook{meant}")


def maximum_in(text: str) -> float | None:
    """The points that a text says; None for what is no number, or none above 0."""
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return found if 0 < found < float("inf") else None
