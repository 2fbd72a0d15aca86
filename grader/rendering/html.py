"""A result as one self-contained page: no script, no network, everything from a submission escaped.

The template decides how things look; this module decides what is said, and holds the two gates that no text
gets past: `inert` for every value that the template prints, and Jinja's autoescaping after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import msgspec
from jinja2 import Template

from grader.rendering.drawing import Drawing, product
from grader.rendering.pages import Inlined, environment, inlined
from grader.rendering.wording import (
    ISOLATION_WORDS,
    MARKS,
    RUN_WORDS,
    STATUS_WORDS,
    earned,
    place,
    same_feedback,
    scenario,
    score,
    sentence,
)
from grader.result import CheckResult, ExerciseResult, Graded, ListedLine, Listing, Status
from grader.text import at_the_beginning, one_line, shortened

LONGEST_LINE = 1000
LONGEST_PRINTED = 16_000
MOST_SHAPES = 4


class Anchor(msgspec.Struct, frozen=True):
    """Where in the page a line of the source is, and what it is called."""

    words: str
    href: str | None

    @property
    def opening(self) -> str:
        """The words at the beginning of a sentence."""
        return at_the_beginning(self.words)


class Feedback(msgspec.Struct, frozen=True):
    """What is said, once, about checks that went the same way."""

    status: Status
    checks: Sequence[CheckResult]
    message: str | None
    hint: str | None
    anchor: Anchor | None
    misconception: str | None
    drawing: Drawing | None
    id: str


class Part(msgspec.Struct, frozen=True):
    """An exercise and all that is said about it."""

    exercise: ExerciseResult
    feedback: Sequence[Feedback]


class LineRemark(msgspec.Struct, frozen=True):
    """What is said below a line of the source, and where in the page it is said in full."""

    status: Status
    mark: str
    word: str
    message: str
    href: str | None


class SourceLine(msgspec.Struct, frozen=True):
    """A line of the source with what it made and what is said about it."""

    number: int
    label: str
    text: str
    shapes: str
    remarks: Sequence[LineRemark]


def render(graded: Graded, *, name: str | None = None, late: bool = False) -> str:
    """The page for one submission: a complete HTML document. name: what the student is called, besides the id."""
    result, listing = graded.result, graded.listing
    parts = _parts(result.exercises, listing)
    template, style = _template()
    return template.render(
        result=result,
        name=name if name != result.student else None,
        late=late,
        style=style.text,
        style_hash=style.hash,
        sentence=sentence(result, listing),
        share=_share(result.score, result.max_score),
        notes=[(note, _anchor(note.line, listing)) for note in result.notes],
        parts=parts,
        source=_source(graded, parts),
        hidden_lines=listing.left_out,
        printed=shortened(listing.printed, LONGEST_PRINTED).rstrip("\n"),
        runs=[(run, _anchor(run.line, listing)) for run in result.runs],
    )


def prepare() -> None:
    """Compile the template now: a caller that waits for a submission to run has the time."""
    _template()


@cache
def _template() -> tuple[Template, Inlined]:
    found = environment()
    found.globals |= {
        "run_words": RUN_WORDS,
        "isolation_words": ISOLATION_WORDS,
        "scenario": scenario,
        "earned": earned,
        "score": score,
    }
    return found.get_template("report.html.j2"), inlined("report.css")


def _share(score: float, whole: float) -> float:
    return round(min(max(100 * score / whole, 0), 100), 2) if whole > 0 else 0


def _anchor(line: int | None, listing: Listing) -> Anchor | None:
    where = place(line, listing)
    if where is None:
        return None
    return Anchor(where, f"#L{line}" if listing.line(line) else None)


def _parts(exercises: Sequence[ExerciseResult], listing: Listing) -> list[Part]:
    return [
        Part(
            exercise,
            [
                _feedback(group, listing, f"check-{number}-{index}")
                for index, group in enumerate(same_feedback(exercise.checks), start=1)
            ],
        )
        for number, exercise in enumerate(exercises, start=1)
    ]


def _feedback(group: Sequence[CheckResult], listing: Listing, name: str) -> Feedback:
    first = group[0]
    told = first.status != "passed"
    return Feedback(
        status=first.status,
        checks=group,
        message=first.message if told else None,
        hint=first.hint if told else None,
        anchor=_anchor(first.line, listing) if told else None,
        misconception=first.misconception if told else None,
        drawing=product(listing.line(first.line)) if told and first.status != "blocked" else None,
        id=name,
    )


def _source(graded: Graded, parts: Sequence[Part]) -> list[SourceLine]:
    remarks = _remarks(graded, parts)
    return [_source_line(line, remarks.get(line.number, ())) for line in graded.listing.lines]


def _source_line(line: ListedLine, remarks: Sequence[LineRemark]) -> SourceLine:
    shown = ", ".join(line.shapes[:MOST_SHAPES])
    more = len(line.shapes) - MOST_SHAPES
    return SourceLine(
        number=line.number,
        label=one_line(line.label),
        text=one_line(shortened(line.text.rstrip("\r\n"), LONGEST_LINE)),
        shapes=one_line(f"{shown} and {more} more" if more > 0 else shown),
        remarks=remarks,
    )


def _remarks(graded: Graded, parts: Sequence[Part]) -> dict[int, list[LineRemark]]:
    """What is said below each line: the notes, then the checks; what was not reached is said above only."""
    found: dict[int, list[LineRemark]] = defaultdict(list)
    for note in graded.result.notes:
        if note.line is not None:
            found[note.line].append(LineRemark("partial", "!", "", note.message, None))
    for part in parts:
        for said in part.feedback:
            line = said.checks[0].line
            if line is not None and said.message and said.status not in ("passed", "blocked"):
                found[line].append(
                    LineRemark(
                        said.status,
                        MARKS[said.status],
                        STATUS_WORDS[said.status],
                        said.message,
                        f"#{said.id}",
                    )
                )
    return found
