"""What stands in a student's files, as far as it decides which of them is graded, or is to be said of that one."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Sequence

from grader.collection.choice import HandedIn
from grader.collection.errors import CollectionError
from grader.collection.files import Files
from grader.loading.submissions import code_in
from grader.submission import SubmissionError

_NO_CODE = frozenset({
    tokenize.COMMENT, tokenize.STRING, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENDMARKER,
})  # fmt: skip


def imported_beside(files: Files, chosen: HandedIn, handed_in: Sequence[HandedIn]) -> list[str]:
    """Which of a student's other Python files the one that is graded imports."""
    names = {file.file.rpartition("/")[2] for file in handed_in if file is not chosen}
    modules = {name.removesuffix(".py"): name for name in sorted(names) if name.endswith(".py")}
    if not modules:
        return []
    try:
        rows = files.read(chosen.path).decode("utf-8", "replace")
    except CollectionError:
        return []
    found = re.findall(r"(?m)^[ \t]*(?:from|import)[ \t]+(\w+)", rows)
    return [modules[name] for name in dict.fromkeys(found) if name in modules]


def has_code(files: Files, file: HandedIn) -> bool:
    """Whether more than comments and texts stand in a file that can be read."""
    try:
        text = code_in(files.read(file.path), file.file)
    except (CollectionError, SubmissionError):
        return False
    try:
        # It is asked here, where nothing bounds what a file takes, so that the first word of code has to do.
        return any(token.type not in _NO_CODE for token in tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return True
