"""What all pages are made with: templates that make every text inert, styles and scripts named by their hash."""

from __future__ import annotations

import base64
import hashlib
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from grader.paths import data_folder
from grader.rendering.wording import CODE_IN_PROSE, MARKS, STATUS_WORDS, points
from grader.text import inert, one_line, readable


class Inlined(msgspec.Struct, frozen=True):
    """A style sheet or script of ours, and the hash by which a page's policy allows it, and nothing else."""

    text: Markup
    hash: str


def inlined(name: str) -> Inlined:
    """The file `name` of the templates' folder."""
    text = (_folder() / name).read_text("utf-8")
    digest = hashlib.sha256(text.encode()).digest()
    return Inlined(Markup(text), f"sha256-{base64.b64encode(digest).decode()}")


@cache
def environment() -> Environment:
    """The templates. Every string on its way into a page passes `inert`, and Jinja's autoescaping after it."""
    found = Environment(
        loader=FileSystemLoader(_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_inert,
        bytecode_cache=_bytecode_cache(_folder()),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"one_line": one_line, "points": points, "prose": prose}
    found.globals |= {"marks": MARKS, "words": STATUS_WORDS}
    return found


def _folder() -> Path:
    return data_folder("reports") / "templates"


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, in a folder that need not be writable."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _bytecode_cache(templates: Path) -> BytecodeCache | None:
    """Where compiled templates stay: beside their source, as Python's compiled modules do, and as trusted.

    Never in a shared or temporary folder: what is read from it is run.
    """
    folder = templates / "__pycache__"
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
    return _Compiled(str(folder)) if folder.is_dir() else None


def _inert(value: object) -> object:
    """Every string on its way into the page; what is markup already was made from inert text."""
    return inert(value) if type(value) is str else value


def prose(text: str) -> Markup:
    """A message: backticks become code, indented lines keep their columns, everything is escaped."""
    lines = readable(text.strip()).split("\n")
    return Markup("\n").join(_columns(line) if line.startswith("  ") else _words(line) for line in lines)


def _columns(line: str) -> Markup:
    return Markup('<span class="columns">{}</span>').format(line)


def _words(line: str) -> Markup:
    return Markup().join(
        Markup("<code>{}</code>").format(piece) if index % 2 else escape(piece)
        for index, piece in enumerate(CODE_IN_PROSE.split(line))
    )
