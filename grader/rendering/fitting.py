"""Text fitted to the columns of a terminal, as Rich measures them: in any script, with accents and emoji."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells, set_cell_size


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in at most `width` columns, ending in `ellipsis` when something was cut away."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - cell_len(ellipsis)).rstrip() + ellipsis


def wrap(text: str, width: int) -> list[str]:
    """The lines of `text`, broken at spaces to fit in `width` columns; a line that fits stays as it is."""
    return [piece for line in text.split("\n") for piece in _wrap_line(line, width)]


def _wrap_line(line: str, width: int) -> Iterator[str]:
    while cell_len(line) > width:
        fitting = chop_cells(line, width)[0]
        space = line.rfind(" ", 1, len(fitting) + 1)
        if space > 0 and line[:space].strip():
            yield line[:space].rstrip()
            line = line[space:].lstrip()
        else:
            yield fitting
            line = line[len(fitting) :]
    yield line
