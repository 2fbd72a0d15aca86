"""A class as one self-contained page: what it misunderstands, and a table of everybody to search and sort.

The page is written row by row: its size does not show in memory. The script only sorts and filters what is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from jinja2 import Template

from grader.batch.class_summary import BINS, ClassSummary, Named
from grader.entry import Remark
from grader.files import whole
from grader.rendering.pages import Inlined, environment, inlined
from grader.rendering.wording import ISOLATION_WORDS, counted, points
from grader.text import person

MOST_REMARKS = 200
MOST_GROUPS = 50
CHART = (440, 120)
"""Width and height of a chart, in its own units."""


class Bar(NamedTuple):
    """A bar of the chart of marks: what it counts, how many, and where it is drawn."""

    label: str
    students: int
    x: float
    y: float
    width: float
    height: float


class Link(NamedTuple):
    """A student, and where the page is (at a line, when there is one to speak of)."""

    words: str
    href: str | None


def write_class_page(summary: ClassSummary, remarks: Sequence[Remark], title: str, path: Path) -> None:
    """Write the class page to `path`. Raises OSError when it cannot be written."""
    template, style, script = _template()
    stream = template.stream(
        title=title,
        summary=summary,
        remarks=remarks[:MOST_REMARKS],
        more_remarks=max(len(remarks) - MOST_REMARKS, 0),
        without=[remark for remark in remarks if remark.without and remark.student],
        sentence=_sentence(summary),
        bars=_bars(summary),
        chart=CHART,
        most_groups=MOST_GROUPS,
        isolation=", ".join(ISOLATION_WORDS[level] for level in summary.isolation),
        link=lambda row, line=None: _link(summary.named[row], line),
        names=lambda made: dict.fromkeys(summary.misconceptions[index].id for index in made),
        href=lambda student: _href(student.page),
        person=person,
        style=style.text,
        style_hash=style.hash,
        script=script.text,
        script_hash=script.hash,
    )
    stream.enable_buffering(200)
    with whole(path) as file:
        for part in stream:
            file.write(part.encode("utf-8", "backslashreplace"))


@cache
def _template() -> tuple[Template, Inlined, Inlined]:
    return environment().get_template("class.html.j2"), inlined("class.css"), inlined("class.js")


def _sentence(summary: ClassSummary) -> str:
    count = len(summary.students)
    if not count:
        return "There are no submissions."
    things = "submission" if count == 1 else "submissions"
    median = f"median {points(summary.median)} of {points(summary.max_score)}"
    return f"{count} {things}: {counted(dict(summary.statuses))}; {median}."


def _bars(summary: ClassSummary) -> list[Bar]:
    """The distribution of marks: ten bars of a tenth of the points each, and one for all of them."""
    most = max(*summary.bins, 1)
    width, height = CHART
    step = width / len(summary.bins)
    return [
        Bar(
            label="all points" if index == BINS else f"{10 * index} to {10 * index + 10} %",
            students=count,
            x=round(index * step + 1, 1),
            y=round(height - height * count / most, 1),
            width=round(step - 2, 1),
            height=round(height * count / most, 1),
        )
        for index, count in enumerate(summary.bins)
    ]


def _link(student: Named, line: int | None) -> Link:
    href = _href(student.page)
    return Link(student.words, f"{href}#L{line}" if href and line else href)


def _href(page: str | None) -> str | None:
    """A student's page, as a link that leads nowhere else, whatever it is called."""
    return quote(page, safe="/") if page else None
