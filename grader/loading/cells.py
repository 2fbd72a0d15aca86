"""A notebook's code cell as lines of Python: what only IPython understands is put right or taken out, line by line."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Container, Sequence

from grader.syntax.copies import is_multiplied

_MAGIC = re.compile(r"^\s*(%|!|\?)|^\s*[\w.*]+\?{1,2}\s*$")
_ASSIGNED_MAGIC = re.compile(r"^(\s*\w[\w, ]*=\s*)([%!])\S")
_COMMANDS = (
    "pip", "pip3", "conda", "mamba", "cd", "ls", "run", "reset", "matplotlib", "load_ext", "autoreload", "pwd", "who",
    "whos", "clear", "cls", "history",
)  # fmt: skip
_AUTOMATIC = re.compile(
    r"(pip3?|conda|mamba|cd|ls|run|reset|matplotlib|load_ext|autoreload)\s+(?!(in|is|and|or|if|else|not)\b)"
    r"(-{1,2}\w|[\w~/\"']|\.\.|\./|\*\.).*"
    r"|(ls|pwd|whos?|clear|cls|history|cd)\s*"
)
"""Commands that IPython takes without a % before them, where no variable has the name."""
_ASSIGNS = r"\b(?:{name}[ \t]*+(?:[:,][^=\n]{{0,80}})?=(?!=)|(?:def|for|as|import)\s+{name}\b)"
"""Bounded, as are others here: a cell may be one long line of what nearly is one."""
_TIMED = re.compile(r"^\s*%time(?:it)?\s+(?!-)(\S.*)$")
_CELL_MAGIC = re.compile(r"^\s*%%(\w+)")
_PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun", "debug", "memit", "python", "python3"})
_PROMPT, _GOES_ON = re.compile(r"\s*(>>>|In \[\d+\]:)( |$)"), re.compile(r"\s*(\.\.\.)( |$)")
_FUTURE = re.compile(r"^[ \t]*from __future__ import\b(?: *\([^)]{0,400}\)|(?:[^;\n\\]|\\\n)*);?[ \t]*", re.MULTILINE)
_MARKS = r"\\.|\"\"\"|\'\'\'|[\"\'#()\[\]{}]"
"""What opens or closes something, and what is escaped."""


def assigned_in(text: str) -> frozenset[str]:
    """Which names of IPython's commands some code gives to something of its own."""
    return frozenset(name for name in _COMMANDS if name in text and re.search(_ASSIGNS.format(name=name), text))


def python_lines(text: str, *, first: bool, assigned: Container[str] = ()) -> list[str]:
    """A cell's lines as Python, as many as it has.

    first: no other code cell comes before; assigned: commands that are the notebook's own names.

    One that Python cannot read raises its SyntaxError where IPython would, and nothing else of it is run: the other
    cells are.
    """
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    beginning = next((row for row in rows if row.strip()), "")
    magic = _CELL_MAGIC.match(beginning)
    if magic and magic.group(1) not in _PYTHON_CELLS:
        return ["" for _ in rows]
    kept = _without_magics(_outdented(_without_prompts(rows)), assigned)
    if not first:
        # Every cell is a program of its own.
        kept = _FUTURE.sub(lambda found: "\n" * found[0].count("\n"), "\n".join(kept)).split("\n")
    return _unreadable(kept) or kept


def _without_prompts(rows: Sequence[str]) -> list[str]:
    """The lines without what an interpreter shows before each, where it does before the first."""
    beginning = next((row for row in rows if row.strip()), "")
    if not _PROMPT.match(beginning):
        return list(rows)
    return [_GOES_ON.sub("", _PROMPT.sub("", row, count=1), count=1) for row in rows]


def _outdented(rows: Sequence[str]) -> list[str]:
    """The lines further left by what the first one is indented."""
    beginning = next((row for row in rows if row.strip()), "")
    indent = beginning[: len(beginning) - len(beginning.lstrip())]
    return [row.removeprefix(indent) for row in rows]


def _without_magics(rows: Sequence[str], assigned: Container[str]) -> list[str]:
    kept: list[str] = []
    depth, quote, goes_on = 0, "", False
    for row in rows:
        taken_out = not depth and not quote and (goes_on or _is_magic(row, assigned))
        kept.append((_instead_of(row) if not goes_on else "") if taken_out else row)
        goes_on = taken_out and row.rstrip().endswith("\\")
        if not taken_out:
            depth, quote = _left_open(row, depth, quote)
    return kept


def _left_open(row: str, depth: int, quote: str) -> tuple[int, str]:
    """How many brackets are open when a line ends, and the quotes of a text that goes on, with these before it."""
    for part in re.finditer(_MARKS, row):
        mark = part[0]
        if quote:
            quote = "" if mark == quote else quote
        elif mark.startswith("#"):
            break
        elif mark[0] in "'\"":
            quote = mark
        elif mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth = max(0, depth - 1)
    return depth, quote if len(quote) == len('"""') else ""


def _is_magic(row: str, assigned: Container[str]) -> bool:
    automatic = _AUTOMATIC.fullmatch(row.rstrip())
    if automatic and row.split()[0] not in assigned:
        return True
    return bool(_MAGIC.match(row) or _ASSIGNED_MAGIC.match(row))


def _instead_of(row: str) -> str:
    assigned = _ASSIGNED_MAGIC.match(row)
    if assigned:
        # What a command of the system's prints is a list of lines.
        return assigned.group(1) + ("[]" if assigned.group(2) == "!" else "None")
    indent = row[: len(row) - len(row.lstrip())]
    timed = _TIMED.match(row)
    if timed:
        return indent + timed.group(1)
    return f"{indent}pass" if indent else ""


def _unreadable(rows: Sequence[str]) -> list[str] | None:
    """A cell that Python cannot read as one that raises; None for one that it can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text, flags = "\n".join(rows), ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            tree = compile(text, "", "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
            if "finally" not in text or not is_multiplied(tree):
                compile(tree, "", "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        line = min(max(error.lineno or 1, 1), len(rows))
        told = [f"# {row}" if row.strip() else "" for row in rows]
        told[line - 1] = f"raise {type(error).__name__}({error.msg!r})  {told[line - 1]}".rstrip()
        return told
    except (ValueError, RecursionError, MemoryError):
        # It is refused as a whole, with the reason.
        return None
    return None
