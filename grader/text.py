"""Text from a submission, made harmless to show.

Whatever a learner's file is named, holds or prints may reach a terminal or a log: nothing in it may move
the cursor, hide or reorder what is shown, or be taken for a command.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO

TAB_WIDTH = 4
LONGEST_MESSAGE = 4000
LONGEST_NUMBER = 19
"""Digits of what is compared as a number."""
LONGEST_NAME = 60

# Unprintable to Python, yet needed for Persian, Hindi and emoji (joiners), French and Japanese (spaces).
_HARMLESS = frozenset("\u200c\u200d\u00a0\u3000")
_BRACKET_COMMAND = r"##(?=[a-zA-Z]*\[)"


def inert(text: str) -> str:
    r"""`text` with every unprintable character shown as an escape: `\x1b`, `\u202e`, `\ud800`.

    Newlines stay, tabs become spaces, printable Unicode is untouched.
    """
    if text.isprintable():
        return text
    unified = text.replace("\r\n", "\n").expandtabs(TAB_WIDTH)
    return "\n".join(_inert_line(line) for line in unified.split("\n"))


def one_line(text: str) -> str:
    r"""`inert` text on a single line: newlines are shown as `\n`."""
    return inert(text).replace("\n", "\\n")


def not_a_command(line: str) -> str:
    r"""One line of a log in which a CI runner finds no command.

    GitHub's runner takes `::name` after leading spaces, and `##[` anywhere; Azure's takes `##vso[`, and
    TeamCity's `##teamcity[`. These become `:\x3aname` and `#\x23[`.
    """
    if line.lstrip().startswith("::"):
        line = line.replace("::", ":\\x3a", 1)
    return re.sub(_BRACKET_COMMAND, r"#\\x23", line) if "##" in line else line


def write_document(text: str, stream: TextIO) -> None:
    """Write JSON to a stream: always as UTF-8, whatever encoding the stream has, as a reader of JSON expects."""
    stream.flush()
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        buffer.write(text.encode("utf-8", "backslashreplace"))
        buffer.flush()


def shortened(text: str, limit: int) -> str:
    """`text` of at most `limit` characters and a remark on how many were left out."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}… ({len(text) - limit} more characters)"


def natural(text: str) -> str:
    """A key that orders texts as people do: `submission_9` before `submission_10`."""
    return re.sub(r"\d+", lambda number: number[0].zfill(LONGEST_NUMBER), text)


def readable(text: str) -> str:
    """`inert` text, no longer than anybody reads."""
    return inert(shortened(text, LONGEST_MESSAGE))


def short_name(name: str) -> str:
    """A name as a sentence has room for it: it may be as long as the file."""
    return shortened(name, LONGEST_NAME)


def at_the_beginning(words: str) -> str:
    """Words as a sentence begins with them: the first letter is a capital, and the others are what they were."""
    return words[:1].upper() + words[1:]


def place_of(label: str) -> str:
    """A line as a sentence speaks of it, by what a person calls it: `line 12`, or `cell 3, line 2`."""
    return f"line {label}" if label.isdecimal() else label


def some(names: Sequence[str], most: int = 8) -> str:
    """The first of some names, each on a single line, and how many more there are.

    Where a name has a comma in it, semicolons stand between them.
    """
    first = [one_line(name) for name in names[:most]]
    shown = ("; " if any("," in name for name in first) else ", ").join(first)
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def person(student: str, name: str | None) -> str:
    """A student's id, with the name where that tells more."""
    return f"{student} ({name})" if name and name != student else student


def _inert_line(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(map(_shown, line))


def _shown(character: str) -> str:
    if character.isprintable() or character in _HARMLESS:
        return character
    return character.encode("unicode_escape").decode("ascii")


def without_signature(message: str) -> str:
    """What an error says, without the signature of NumPy's function, and without the folder that a module lies in."""
    signature = r" \(has \d+, gufunc core with signature [^)]*\)\S* requires \d+\)|, with gufunc signature \S+"
    return re.sub(rf"{signature}|(?<=') \((?:/|[A-Z]:|unknown location)[^()]{{0,300}}\)$", "", message)
