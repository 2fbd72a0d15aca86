"""A folder's grading in a terminal: progress on stderr while it runs, what came of it on stdout."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING, TextIO

from grader.output_folder import CLASS_PAGE, GRADES
from grader.rendering.wording import counted, points
from grader.text import inert, not_a_command, one_line, person

if TYPE_CHECKING:
    from pathlib import Path

    from grader.batch.call import Listener, Progress, Summary

SECONDS_BETWEEN_LINES = 10.0
MOST_REMARKS = 20


def say(sentence: str, stream: TextIO) -> None:
    """Write a line; what it quotes from file names is inert."""
    for line in inert(sentence).splitlines():
        stream.write(not_a_command(line) + "\n")
    stream.flush()


@contextmanager
def listening(stream: TextIO, *, quiet: bool) -> Iterator[Listener]:
    """Someone who shows how far a run is: a bar in a terminal, a line now and then elsewhere."""
    from grader.batch.call import Listener

    def warn(sentence: str) -> None:
        say(sentence, stream)

    if quiet:
        yield Listener(say=lambda sentence: None, warn=warn, progress=lambda progress: None)
    elif stream.isatty():
        with _bar(stream) as listener:
            yield listener
    else:
        yield Listener(say=warn, warn=warn, progress=_Lines(stream).progress)


@contextmanager
def _bar(stream: TextIO) -> Iterator[Listener]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from grader.batch.call import Listener

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    columns = (
        TextColumn("grading"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}"),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rate="", failures="", visible=False)
        started = time.monotonic()

        def progress(now: Progress) -> None:
            rate = now.done / max(time.monotonic() - started, 1e-3)
            failures = f"{now.not_passed} not yet" if now.not_passed else ""
            bar.update(task, completed=now.done, total=now.total, rate=f"{rate:.1f}/s", failures=failures, visible=True)

        def tell(sentence: str) -> None:
            console.print(not_a_command(one_line(sentence)))

        yield Listener(say=tell, warn=tell, progress=progress)


class _Lines:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._started = self._last = time.monotonic()

    def progress(self, now: Progress) -> None:
        moment = time.monotonic()
        if moment - self._last < SECONDS_BETWEEN_LINES:
            return
        self._last = moment
        rate = now.done / (moment - self._started)
        left = (now.total - now.done) / rate if rate else 0
        say(
            f"{now.done} of {now.total} graded, {now.not_passed} not yet right; "
            f"{rate:.1f} a second, about {left:.0f} s left",
            self._stream,
        )


def render(summary: Summary, out: Path, stream: TextIO, *, quiet: bool, pages: bool = True) -> None:
    """Write what became of a folder; quiet: only how many passed; pages: whether there are any of this call."""
    say(_headline(summary), stream)
    if quiet:
        return
    if summary.scores:
        middle = points(median(summary.scores))
        say(f"Median {middle} of {points(summary.max_score)} points.", stream)
    if summary.unjudged:
        more = f" (the first {MOST_REMARKS} are listed)" if len(summary.unjudged) > MOST_REMARKS else ""
        say(f"{len(summary.unjudged)} could not be judged{more}:", stream)
    for told in summary.unjudged[:MOST_REMARKS]:
        say(f"  {told}", stream)
    if summary.unjudged and summary.remarks:
        say("Remarks:", stream)
    for remark in summary.remarks[:MOST_REMARKS]:
        about = remark.path or (remark.student and person(remark.student, remark.name))
        say(f"  {one_line(about)}: {remark.message}" if about else f"  {remark.message}", stream)
    if len(summary.remarks) > MOST_REMARKS:
        say(f"  … and {len(summary.remarks) - MOST_REMARKS} more remarks, all on the class page", stream)
    if pages and (out / CLASS_PAGE).exists():
        say(f"Class page  {out / CLASS_PAGE}", stream)
    say(f"Marks       {out / GRADES}", stream)


def _headline(summary: Summary) -> str:
    statuses = counted(summary.statuses)
    things = "submission" if summary.total == 1 else "submissions"
    found = f"{summary.total} {things}: {statuses or 'none'}."
    if summary.merged:
        return found
    known = f"; {summary.known} unchanged since the last time" if summary.known else ""
    return f"{found} {summary.graded} graded now{known}."
