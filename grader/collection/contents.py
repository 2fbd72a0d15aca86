"""What stands in a student's files, as far as it decides which of them is graded, or is to be said of that one."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from grader.collection.choice import HandedIn
from grader.collection.errors import CollectionError
from grader.collection.files import Files
from grader.loading.submissions import from_bytes
from grader.submission import SubmissionError
from grader.syntax.tree import tree_of


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
        text = from_bytes(files.read(file.path), file.file).text
    except (CollectionError, SubmissionError):
        return False
    tree = tree_of(text)
    if tree is None:
        return True
    return any(not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)) for one in tree.body)
