"""Reads what was handed in: a file, a notebook, the one Python file of a folder, or standard input."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import sys
import tokenize

from grader.loading.names import is_python, stem_of
from grader.loading.notebook import code_cells, from_notebook
from grader.submission import (
    MAX_BYTES,
    MAX_NOTEBOOK_BYTES,
    PYTHON_NAME,
    Submission,
    SubmissionError,
)
from grader.syntax.tree import MAX_SOURCE, parsed

MOST_NAMED = 5
"""Files that a message lists."""
_OF_A_NOTEBOOK = rb'"(nbformat|cell_type)"'
_COOKIE = rb"coding[:=]"
_AS_ASCII = bytes(range(128)) + b"?" * 128
_SLOW_ENCODINGS = frozenset({"punycode", "idna"})


def read_submission(path: str | os.PathLike[str]) -> Submission:
    """Read the file, the notebook, or the one Python file of a folder at `path` (`-`: standard input).

    Raises SubmissionError for everything that cannot be read as one.
    """
    if str(path) == "-":
        if sys.stdin is None:
            raise SubmissionError("-: standard input is closed; name a file")
        return from_bytes(sys.stdin.buffer.read(MAX_NOTEBOOK_BYTES + 1), "<stdin>")
    found = os.fspath(path)
    if os.path.isdir(found):
        found = _file_in(found)
    return from_bytes(_read(found), found)


def from_bytes(data: bytes, name: str) -> Submission:
    """A submission from its content. Raises SubmissionError when that is no text."""
    if _is_notebook(data, name):
        return from_notebook(data, name)
    if len(data) > MAX_BYTES:
        raise SubmissionError(f"{name}: {len(data):,} bytes are too many; a practice file has at most {MAX_BYTES:,}")
    if b"\0" in data:
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        advice = "hand in the .py file itself"
        if wide:
            advice = "it is saved as UTF-16, and Python reads UTF-8: choose that where the editor saves"
        raise SubmissionError(f"{name}: this is not text (it has NUL bytes); {advice}")
    return Submission(name=name, source=data, text=_decode(data, name))


def code_in(data: bytes, name: str) -> str:
    """The code in a submission's content as it is written, also what Python cannot read. Raises SubmissionError."""
    return "\n".join(code_cells(data, name)) if _is_notebook(data, name) else from_bytes(data, name).text


def _is_notebook(data: bytes, name: str) -> bool:
    """A notebook may be called anything, and a program a notebook; no program begins as one does."""
    called = name.endswith(".ipynb") and not _is_program(data)
    return called or bool(_first_byte(data) == b"{" and b'"cells"' in data and re.search(_OF_A_NOTEBOOK, data))


def _first_byte(data: bytes) -> bytes:
    """The first byte that is no space, nor a mark of the byte order; none of what has none."""
    return data.removeprefix(codecs.BOM_UTF8).lstrip()[:1]


def _is_program(data: bytes) -> bool:
    """Whether what is called a notebook is Python that can be read."""
    if len(data) > MAX_SOURCE or _first_byte(data) in (b"", b"{", b"[", b"<"):
        return False
    return parsed(data) is not None


def _decode(data: bytes, name: str) -> str:
    """The text as Python reads it: byte-order mark and coding line (PEP 263) honoured."""
    try:
        encoding = _declared(data)
        if codecs.lookup(encoding).name in _SLOW_ENCODINGS:
            raise LookupError(encoding)
        text = data.decode(encoding)
        # Some encodings give halves of characters, which Python itself takes from no source.
        text.encode("utf-8")
        return text
    except (SyntaxError, LookupError) as error:
        if data.startswith(codecs.BOM_UTF8):
            raise SubmissionError(
                f"{name}: it is saved as UTF-8, and its coding line names another encoding; take that line out"
            ) from error
        reason = str(error).removeprefix("unknown encoding: ")
        raise SubmissionError(
            f"{name}: its coding line names an encoding that Python cannot read ({reason}); save it as UTF-8"
        ) from error
    except ValueError as error:
        raise SubmissionError(
            f"{name}: line {_line_of(error)} is not text in the file's encoding; save the file as UTF-8"
        ) from error


def _declared(data: bytes) -> str:
    """The encoding that a file is in. The line that names one may be in it itself."""
    marked, lines = data.startswith(codecs.BOM_UTF8), io.BytesIO(data)

    def line() -> bytes:
        read = lines.readline()
        return read.translate(_AS_ASCII) if not marked and re.search(_COOKIE, read) else read

    try:
        return tokenize.detect_encoding(line)[0]
    except SyntaxError as error:
        if str(error).startswith("invalid"):
            # A line that names none, and is no UTF-8.
            return "utf-8"
        raise


def _line_of(error: ValueError) -> int:
    """The line that an encoding's error is about; the first where it does not say."""
    match error:
        case UnicodeDecodeError(object=data, start=start):
            return data[:start].count(b"\n") + 1
        case UnicodeEncodeError(object=text, start=start):
            return text[:start].count("\n") + 1
    return 1


def _read(path: str) -> bytes:
    try:
        # A FIFO would block here for ever without O_NONBLOCK.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise SubmissionError(f"{path}: there is no such file{_near(path)}") from None
    except OSError as error:
        raise SubmissionError(f"{path}: cannot be read ({error.strerror or error})") from None
    with open(descriptor, "rb", buffering=0) as file:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise SubmissionError(f"{path}: this is not a file but a {_kind(mode)}; name the .py file itself")
        try:
            return _up_to(file, MAX_NOTEBOOK_BYTES + 1)
        except OSError as error:
            raise SubmissionError(f"{path}: cannot be read ({error.strerror or error})") from None


def _up_to(file: io.FileIO, most: int) -> bytes:
    parts = bytearray()
    while len(parts) < most and (part := file.read(min(1 << 20, most - len(parts)))):
        parts += part
    return bytes(parts)


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISFIFO, "pipe"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"), (stat.S_ISSOCK, "socket"))
    return next((name for test, name in kinds if test(mode)), "special file")


def _near(path: str) -> str:
    """A word about files that may have been meant, those with the most similar names first."""
    from difflib import get_close_matches

    folder, name = os.path.split(path)
    try:
        others = sorted(filter(is_python, os.listdir(folder or ".")))
    except OSError:
        return ""
    near = dict.fromkeys((*get_close_matches(name, others), *others))
    return f"; in that folder are: {', '.join([*near][:MOST_NAMED])}" if others else ""


def _file_in(folder: str) -> str:
    try:
        with os.scandir(folder) as entries:
            # A link in a folder that somebody handed in could lead anywhere.
            files = sorted(
                entry.name for entry in entries if is_python(entry.name) and entry.is_file(follow_symlinks=False)
            )
    except OSError as error:
        raise SubmissionError(f"{folder}: cannot be read ({error.strerror or error})") from None
    named = [name for name in files if stem_of(name) == stem_of(PYTHON_NAME)]
    if len(named) == 1 or len(files) == 1:
        return os.path.join(folder, (named or files)[0])
    if not files:
        raise SubmissionError(f"{folder}: there is no Python file in this folder; name the file to grade")
    listed = ", ".join(files[:MOST_NAMED])
    raise SubmissionError(f"{folder}: several files could be meant ({listed}); name the one to grade")
