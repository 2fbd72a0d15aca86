"""A result as lines of text: styled with Rich on a terminal, plain anywhere else, the same words in both.

The report is first laid out as data (`Line`s of styled `Span`s), then printed, so that what is said never
depends on how it is coloured, and every line passes one gate on its way out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TextIO

import msgspec
from rich.cells import cell_len

from grader.rendering.fitting import cut, wrap
from grader.rendering.wording import (
    ISOLATION_WORDS,
    MARKS,
    RUN_WORDS,
    STATUS_WORDS,
    earned,
    place,
    points,
    same_feedback,
    scenario,
    score,
    sentence,
)
from grader.result import CheckResult, ExerciseResult, Graded, ListedLine, Note, Result, Run, Status
from grader.text import at_the_beginning, not_a_command, one_line, readable

NARROWEST, WIDEST = 40, 120
TEXT_WIDTH = 92
NARROWEST_TITLE = 24
MOST_SHAPES = 3
INDENT = 4
"""Of what is said of a check, and of the lines that it shows."""

STYLES = {
    "strong": "bold",
    "dim": "dim",
    "shapes": "cyan",
    "passed": "green",
    "failed": "red",
    "partial": "yellow",
    "inconclusive": "yellow",
    "blocked": "dim",
    "error": "magenta",
}

_TUPLE = r"\(\d[\d, ]{0,30}\)"
_BRACKETS = r"\((?:[^()\n]|\([^()\n]{0,40}\)){0,60}\)|\[(?:[^\[\]\n]|\[[^\[\]\n]{0,40}\]){0,60}\]"
_OPERAND = rf"(?:{_TUPLE}|\b[\w.]+(?:{_BRACKETS})*|{_BRACKETS})"
_SIGN = r"(?:[-+*/@]?=|==|!=|<=?|>=?|[-+*/@→])"
# Short code and shapes stay on one line: a character that inert text has not stands for their spaces meanwhile.
_CODE = re.compile(rf"`[^`\n]{{1,36}}`|for \w+ in {_OPERAND}:?|{_TUPLE}|{_OPERAND}(?: {_SIGN} {_OPERAND})*")
_GLUE = "\ue000"

_ASCII = str.maketrans({
    "✓": "+", "✗": "x", "◐": "~", "–": "-", "→": "->", "…": "...", "│": "|", "·": "-", "×": "x", "−": "-",
    "≠": "!=", "‘": "'", "’": "'", "“": '"', "”": '"', "—": "-",
})  # fmt: skip


class Span(NamedTuple):
    """Some text and the name of its style in `STYLES`."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


def render(graded: Graded, stream: TextIO, *, report: str | None, verbose: bool = False, quiet: bool = False) -> None:
    """Write what was found to `stream`.

    report: where the page for this result is, if there is one. quiet: only the score line. verbose: also how
    each run ended, the isolation in force, and what the program printed.
    """
    layout = _Layout(graded, width=width_of(stream), fits=_fits(stream))
    lines = layout.score_line() if quiet else layout.page(report, verbose=verbose)
    write = _styled if _wants_style(stream) else _plain
    write(lines, stream)


class _Layout(msgspec.Struct, frozen=True):
    """Lays a result out for a width. `fits` makes a text fit the stream's character set."""

    graded: Graded
    width: int
    fits: Callable[[str], str]
    excerpted: set[int] = msgspec.field(default_factory=set)

    def page(self, report: str | None, *, verbose: bool) -> Iterator[Line]:
        result = self.graded.result
        yield from self.score_line()
        yield from self._prose(sentence(result, self.graded.listing), 0)
        for note in result.notes:
            yield from self._note(note)
        for exercise in result.exercises:
            yield from self._exercise(exercise)
        if verbose:
            yield from self._behind(result)
            yield from self._printed(self.graded.listing.printed)
        if report is not None:
            yield ()
            yield (Span("Report  ", "dim"), Span(self._label(report)))

    def score_line(self) -> Iterator[Line]:
        result = self.graded.result
        yield (
            Span(self._mark(result.status), result.status),
            Span(" "),
            Span(self._label(result.submission), "strong"),
            Span("  "),
            Span(score(result), "strong"),
        )

    def _note(self, note: Note) -> Iterator[Line]:
        yield ()
        where = place(note.line, self.graded.listing)
        text = f"{at_the_beginning(where)}: {note.message}" if where else note.message
        yield from self._prose(text, 2, first=Span("! ", "partial"))
        yield from self._excerpt(note.line)
        yield from self._misconception(note.misconception)

    def _exercise(self, exercise: ExerciseResult) -> Iterator[Line]:
        yield ()
        yield from self._titled(exercise, 0, "strong")
        for group in same_feedback(exercise.checks):
            for check in group:
                yield from self._titled(check, 2, "")
            if group[0].status != "passed":
                yield from self._feedback(group[0])

    def _titled(self, item: ExerciseResult | CheckResult, indent: int, style: str) -> Iterator[Line]:
        """Mark and title at the left, status and points at the right edge; a long title takes more lines."""
        judged = _judged(item, style)
        taken = sum(cell_len(span.text) for span in judged)
        edge = min(self.width, TEXT_WIDTH + 4)
        room = edge - indent - 2 - taken - 2
        beside = room >= NARROWEST_TITLE
        first, *rest = wrap(self._said(item.title), room if beside else edge - indent - 2)
        gap = Span(" " * (room - cell_len(first) + 2))
        title = (
            Span(" " * indent),
            Span(self._mark(item.status), item.status),
            Span(" "),
            Span(first, style),
        )
        yield (*title, gap, *judged) if beside else title
        for line in rest:
            yield (Span(" " * (indent + 2)), Span(line, style))
        if not beside:
            yield (Span(" " * (edge - taken)), *judged)

    def _feedback(self, check: CheckResult) -> Iterator[Line]:
        if check.message:
            yield from self._prose(self._located(check.message, check.line), INDENT)
        yield from self._excerpt(check.line)
        if check.hint:
            yield from self._prose(check.hint, INDENT, first=Span("Try: ", "strong"))
        yield from self._misconception(check.misconception)
        if check.message or check.hint:
            yield ()

    def _prose(self, text: str, indent: int, first: Span | None = None) -> Iterator[Line]:
        lead = first or Span("")
        hanging = indent + cell_len(lead.text)
        room = max(min(self.width - hanging, TEXT_WIDTH), 16)
        for index, glued in enumerate(wrap(_glued(self._said(text), room), room)):
            line = glued.replace(_GLUE, " ")
            if index == 0:
                yield (Span(" " * indent), lead, Span(line))
            else:
                yield (Span(" " * hanging), Span(line))

    def _misconception(self, name: str | None) -> Iterator[Line]:
        if name:
            yield (Span(" " * INDENT), Span(self._label(f"[{name}]"), "dim"))

    def _located(self, message: str, number: int | None) -> str:
        """`message`, with its place before it when neither the message nor an excerpt below it tells."""
        where = place(number, self.graded.listing)
        will_show = self.graded.listing.line(number) is not None and number not in self.excerpted
        if where is None or will_show or where in message:
            return message
        return f"{at_the_beginning(where)}: {message}"

    def _excerpt(self, number: int | None) -> Iterator[Line]:
        """The line and the one before it, once in a report."""
        listed = self.graded.listing.line(number)
        if listed is None or listed.number in self.excerpted:
            return
        self.excerpted.add(listed.number)
        before = self.graded.listing.line(listed.number - 1)
        shown = [line for line in (before, listed) if line is not None and (line is listed or line.text.strip())]
        gutter = max(cell_len(one_line(line.label)) for line in shown)
        yield ()
        for line in shown:
            yield from self._source(line, gutter, pointed=line is listed)
        yield ()

    def _source(self, line: ListedLine, gutter: int, *, pointed: bool) -> Iterator[Line]:
        label = self._label(line.label).rjust(gutter)
        bar = self.fits("│")
        marker = Span("> " if pointed else "  ", "failed")
        edge = Span(f"{label} {bar} ", "" if pointed else "dim")
        room = max(self.width - INDENT - 2 - cell_len(edge.text), 10)
        source = cut(self._label(line.text.rstrip("\r\n")), room, self.fits("…"))
        shapes = self._shapes(line) if pointed else ""
        margin = Span(" " * INDENT)
        beside = bool(shapes) and cell_len(source) + 3 + cell_len(shapes) <= room
        text: Line = (margin, marker, edge, Span(source, "" if pointed else "dim"))
        yield (*text, Span("   "), Span(shapes, "shapes")) if beside else text
        if shapes and not beside:
            below = Span(f"{' ' * gutter} {bar} ", "dim")
            yield (margin, Span("  "), below, Span(cut(f"shapes: {shapes}", room, self.fits("…")), "shapes"))

    def _shapes(self, line: ListedLine) -> str:
        shown = ", ".join(one_line(shape) for shape in line.shapes[:MOST_SHAPES])
        more = len(line.shapes) - MOST_SHAPES
        return self.fits(f"{shown} and {more} more" if more > 0 else shown)

    def _behind(self, result: Result) -> Iterator[Line]:
        yield ()
        yield (Span("How your file was run", "strong"),)
        for run in result.runs:
            yield from self._prose(self._run(run), 2)
        layers = f" ({', '.join(result.isolation_layers)})" if result.isolation_layers else ""
        yield from self._prose(f"{at_the_beginning(ISOLATION_WORDS[result.isolation])}{layers}", 2)
        yield from self._prose(f"grader {result.grader}, exercises {result.pack}", 2)

    def _run(self, run: Run) -> str:
        where = place(run.line, self.graded.listing)
        ended = f"{scenario(run)}: {RUN_WORDS[run.status]}"
        told = ended + (f" at {where}" if where else "") + f" ({run.seconds:.2f} s)"
        return f"{told}: {run.message}" if run.message else told

    def _printed(self, printed: str) -> Iterator[Line]:
        if not printed:
            return
        yield ()
        yield (Span("What your program printed", "strong"),)
        bar = self.fits("│")
        for line in readable(printed).rstrip("\n").split("\n"):
            yield (Span(f"  {bar} ", "dim"), Span(cut(self.fits(line), self.width - 4, self.fits("…"))))

    def _mark(self, status: Status) -> str:
        return self.fits(MARKS[status])

    def _said(self, text: str) -> str:
        shown = readable(text.strip()).split("\n")
        return "\n".join(self.fits(not_a_command(line)) for line in shown)

    def _label(self, text: str) -> str:
        return self.fits(not_a_command(one_line(text)))


def _judged(item: ExerciseResult | CheckResult, style: str) -> Line:
    """The status in a word, unless it is passed, and the points."""
    word = "" if item.status == "passed" else STATUS_WORDS[item.status]
    if isinstance(item, CheckResult) and not item.required:
        word = f"{word}, optional" if word else "optional"
    tally = f"  {earned(item):>3} / {points(item.max_score):<3}"
    return (Span(word, "dim" if item.status == "passed" else item.status), Span(tally, style))


def _glued(text: str, room: int) -> str:
    """A text in which the code that fits in a line of its own has no spaces."""
    return _CODE.sub(lambda code: code[0].replace(" ", _GLUE) if cell_len(code[0]) <= room else code[0], text)


def _plain(lines: Iterable[Line], stream: TextIO) -> None:
    stream.writelines(f"{_gated(line)}\n" for line in _without_double_blanks(lines))


def _styled(lines: Iterable[Line], stream: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=stream, force_terminal=True, color_system="standard", highlight=False, markup=False, emoji=False
    )
    for line in _without_double_blanks(lines):
        text = Text()
        for span in line:
            text.append(span.text, STYLES.get(span.style, ""))
        gated = _gated(line)
        text.rstrip()
        console.print(text if text.plain == gated else Text(gated), soft_wrap=True)


def _gated(line: Line) -> str:
    return not_a_command("".join(span.text for span in line).rstrip())


def _without_double_blanks(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with one blank where several parts asked for one, and none at the end."""
    owed = False
    for line in lines:
        if not line:
            owed = True
            continue
        if owed:
            yield ()
        owed = False
        yield line


def _wants_style(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """How many columns a text on a stream may take."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal():
        return min(max(int(asked), NARROWEST), WIDEST)
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 80
    return min(max(columns or 80, NARROWEST), WIDEST)


def _fits(stream: TextIO) -> Callable[[str], str]:
    """How to write a text in the stream's encoding: as it is where that has the marks, else in ASCII."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        "".join(MARKS.values()).encode(encoding)
        "→…│".encode(encoding)
    except (UnicodeError, LookupError):
        return lambda text: text.translate(_ASCII).encode("ascii", "backslashreplace").decode("ascii")
    return lambda text: text.encode(encoding, "backslashreplace").decode(encoding)
