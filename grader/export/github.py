"""What GitHub Actions shows: annotations on the learner's lines, and a summary of the job.

The runner takes commands from anything that a step prints, so text from a submission leaves here only inside
a command that this module began, escaped as the runner unescapes it.
Source: GitHub Docs, "Workflow commands for GitHub Actions"; actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from grader.rendering.wording import CODE_IN_PROSE, MARKS, STATUS_WORDS, place, same_feedback, score, sentence
from grader.result import CheckResult, ExerciseResult, Listing, Result, Status
from grader.text import at_the_beginning, not_a_command, one_line, readable

LONGEST_SUMMARY = 900 * 1024
"""Bytes: over 1 MiB GitHub drops the summary."""
MOST_OF_A_LEVEL = 10
"""A step's annotations of one level: GitHub drops the rest without a word."""

Level = Literal["error", "warning", "notice"]

_LEVELS: dict[Status, Level] = {
    "failed": "error",
    "error": "error",
    "partial": "warning",
    "inconclusive": "warning",
    "blocked": "notice",
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$^=>])")
_MENTION = re.compile(r"@(?=\w)")


class _Annotation(NamedTuple):
    level: Level
    title: str
    message: str
    line: int | None


def workflow_commands(result: Result, path: str, listing: Listing | None = None) -> str:
    """The workflow commands that annotate `path`, one a line, the most important first and the total last.

    path: the file as GitHub knows it, relative to the workspace. A notebook's lines are not its file's, so
    annotations of one say the cell, as `listing` has it, and name no line.
    """
    has_lines = not path.lower().endswith(".ipynb")
    found = list(_found(result))
    kept, dropped = _within_limits(found if has_lines else [_placed(annotation, listing) for annotation in found])
    commands = [_command(annotation, path, has_lines=has_lines) for annotation in kept]
    total = sentence(result, listing) + (f" {dropped} more remarks are in the report." if dropped else "")
    commands.append(_command(_Annotation("notice", score(result), total, None), "", has_lines=False))
    return "".join(f"{command}\n" for command in commands)


def _placed(annotation: _Annotation, listing: Listing | None) -> _Annotation:
    """With the place in words before the message."""
    where = place(annotation.line, listing)
    return annotation._replace(message=f"{at_the_beginning(where)}: {annotation.message}") if where else annotation


def summary(result: Result, listing: Listing | None = None) -> str:
    """Markdown for `$GITHUB_STEP_SUMMARY`: the score, what was found, and each exercise's checks."""
    text = "\n".join(_summary(result, listing))
    kept = text.encode()[:LONGEST_SUMMARY].decode(errors="ignore")
    return text if kept == text else kept.rpartition("\n")[0] + "\n\n_The rest was too long to show._\n"


def _found(result: Result) -> Iterator[_Annotation]:
    level: Level = "notice" if result.status == "passed" else "error"
    for note in result.notes:
        yield _Annotation(level, note.misconception or "About the whole file", note.message, note.line)
    for exercise in result.exercises:
        for group in same_feedback(exercise.checks):
            check = group[0]
            if check.status != "passed":
                titles = ", ".join(each.title for each in group)
                level = _LEVELS[check.status] if check.required else "notice"
                yield _Annotation(level, f"{exercise.title}: {titles}", _said(check), check.line)


def _said(check: CheckResult) -> str:
    told = check.message or STATUS_WORDS[check.status]
    return f"{told}\nTry: {check.hint}" if check.hint else told


def _within_limits(found: Sequence[_Annotation]) -> tuple[list[_Annotation], int]:
    """What GitHub will show, errors first, with room for the closing notice; and how many it would not."""
    by_level: dict[Level, list[_Annotation]] = {"error": [], "warning": [], "notice": []}
    for annotation in found:
        by_level[annotation.level].append(annotation)
    room: dict[Level, int] = {
        "error": MOST_OF_A_LEVEL,
        "warning": MOST_OF_A_LEVEL,
        "notice": MOST_OF_A_LEVEL - 1,
    }
    kept = [annotation for level, items in by_level.items() for annotation in items[: room[level]]]
    return kept, sum(map(len, by_level.values())) - len(kept)


def _command(annotation: _Annotation, path: str, *, has_lines: bool) -> str:
    line = annotation.line if has_lines and annotation.line and annotation.line > 0 else None
    properties = {
        "file": one_line(path),
        "line": "" if line is None else str(line),
        "title": one_line(readable(annotation.title)),
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    message = _data(readable(annotation.message))
    return "::" + not_a_command(f"{annotation.level} {given}::{message}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(result: Result, listing: Listing | None) -> Iterator[str]:
    yield f"## {score(result)} · {_markdown(one_line(result.submission))}"
    yield ""
    yield _markdown(sentence(result, listing))
    yield ""
    if result.notes:
        for note in result.notes:
            where = place(note.line, listing)
            yield f"- {f'**{_markdown(at_the_beginning(where))}:** ' if where else ''}{_markdown(note.message)}"
        yield ""
    for exercise in result.exercises:
        yield from _table(exercise)
        yield from _remarks(exercise.checks, listing)


def _table(exercise: ExerciseResult) -> Iterator[str]:
    yield f"### {MARKS[exercise.status]} {_markdown(one_line(exercise.title))}: {score(exercise)}"
    yield ""
    yield "| | Check | | Points |"
    yield "| --- | --- | --- | ---: |"
    for check in exercise.checks:
        word = STATUS_WORDS[check.status] + ("" if check.required else ", optional")
        yield f"| {MARKS[check.status]} | {_markdown(one_line(check.title))} | {word} | {score(check)} |"
    yield ""


def _remarks(checks: Sequence[CheckResult], listing: Listing | None) -> Iterator[str]:
    for group in same_feedback(checks):
        check = group[0]
        if check.status == "passed" or not (check.message or check.hint):
            continue
        named = place(check.line, listing)
        where = f"{_markdown(at_the_beginning(named))}: " if named else ""
        yield f"**{_markdown(', '.join(each.title for each in group))}**<br>"
        yield f"{where}{_markdown(check.message or STATUS_WORDS[check.status])}"
        yield ""
        if check.hint:
            yield from ("<details><summary>Hint</summary>", "", _markdown(check.hint), "", "</details>", "")


def _markdown(text: str) -> str:
    """Text that GitHub shows as it is: nothing in it is markup, a link, a mention or the end of a cell."""
    pieces = CODE_IN_PROSE.split(readable(text.strip()))
    return "".join(
        f"<code>{_escaped(piece)}</code>" if index % 2 else _escaped(piece) for index, piece in enumerate(pieces)
    ).replace("\n", "<br>")


def _escaped(text: str) -> str:
    entities = text.replace("&", "&amp;").replace("<", "&lt;").replace("  ", "&nbsp; ")
    return _MENTION.sub("@<!-- -->", _MARKDOWN.sub(r"\\\1", entities))
