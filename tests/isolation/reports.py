"""Every report of a result, and whether a submission's text does anything in it."""

from __future__ import annotations

import io
import json
import re
from typing import NoReturn
from xml.etree import ElementTree

from grader.export import github, junit
from grader.rendering import html, terminal
from grader.result import Graded

MOVES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TAGS = re.compile(r"<script>alert|<img src=x|onerror=alert\(1\)>|</pre><script|<b>alarm|</failure>\"", re.IGNORECASE)
COMMAND = re.compile(r"\s*::")
ANNOTATION = re.compile(r"::(error|warning|notice) ")


def faults(graded: Graded) -> list[str]:
    """What in the reports is not inert, or not valid."""
    found = []
    result = graded.result
    document = json.loads(result.to_json(), parse_constant=refuse)
    if document["status"] != result.status:
        found.append("the JSON says another status")
    stream = io.StringIO()
    terminal.render(graded, stream, report="feedback/page.html", verbose=True)
    shown = {
        "terminal": stream.getvalue(),
        "page": html.render(graded),
        "junit": junit.render([result]),
        "annotations": github.workflow_commands(result, "matmul_practice.py"),
        "summary": github.summary(result),
    }
    ElementTree.fromstring(shown["junit"].encode())
    for name, text in shown.items():
        if moving := MOVES.search(text):
            found.append(f"{name} holds {moving.group()!r}")
        if name != "terminal" and name != "annotations" and (tag := TAGS.search(text)):
            found.append(f"{name} holds {tag.group()}")
        if name in ("terminal", "junit") and any(COMMAND.match(line) for line in text.splitlines()):
            found.append(f"{name} has a line that is a command")
        if name in ("terminal", "annotations") and ("##[" in text or "##vso[" in text):
            found.append(f"{name} holds a command's beginning")
    found += [line for line in shown["annotations"].splitlines() if not ANNOTATION.match(line)]
    return found


def refuse(constant: str) -> NoReturn:
    """JSON has no such number."""
    raise AssertionError(f"{constant} is not JSON")
