"""The files of a folder or of a zip, by their paths, read within bounds. Nothing is ever unpacked to disk.

What is no plain file (links, devices, entries of a zip that lead out of it) is left out, and said.
"""

from __future__ import annotations

import io
import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from grader.collection.entry import Remark
from grader.submission import MAX_NOTEBOOK_BYTES

MAX_FILES = 200_000
MAX_DEPTH = 12
MAX_INNER_ZIP = 64 * 1024 * 1024
MOST_READ = MAX_NOTEBOOK_BYTES + 1
"""No file is read further: one byte more than the largest that is graded tells that it is too large."""

_LITTER = frozenset(
    {"__MACOSX", ".git", ".hg", ".svn", "__pycache__", ".ipynb_checkpoints", ".venv", "venv", "site-packages"}
    | {"node_modules", ".idea", ".vscode", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".DS_Store", "Thumbs.db"}
)
_DRIVE = re.compile(r"^[A-Za-z]:")
_ENCRYPTED = 0x1


class CollectionError(Exception):
    """A folder or zip that cannot be graded, or a file of it that cannot be read: what is wrong, and what to do."""


class Files:
    """The files of a folder or zip: `names` are their paths with `/`, in order; `remarks` what was left out."""

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        self.remarks: list[Remark] = []

    def read(self, name: str) -> bytes:
        """The beginning of a file, at most MOST_READ bytes. Raises CollectionError when it cannot be read."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of what is open."""

    def leave_out(self, path: str, reason: str) -> None:
        """Remark that something is not looked at."""
        self.remarks.append(Remark(message=f"left out: {reason}", path=path))

    def __enter__(self) -> Files:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_files(path: Path, without: Path | None = None) -> Files:
    """The files of the folder or zip at `path`. Raises CollectionError when it is neither, or cannot be read.

    without: a folder that is not looked into, such as the one that the reports go to.
    """
    if path.is_dir():
        return FolderFiles(path, without)
    if not path.exists():
        raise CollectionError(f"{path}: there is no such file or folder")
    try:
        return ZipFiles(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CollectionError(f"{path}: this is neither a folder nor a zip that can be read ({error})") from None


class FolderFiles(Files):
    """The files below a folder. Links are never followed."""

    def __init__(self, root: Path, without: Path | None = None) -> None:
        super().__init__()
        self._root = root
        self._without = without.resolve() if without else None
        self._inner = _InnerZips()
        plain = list(self._walk("", 0))
        self.names = tuple(sorted([*plain, *self._inner.opened(self, plain)]))

    def _walk(self, folder: str, depth: int) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(self._root / folder), key=lambda entry: entry.name)
        except OSError as error:
            if not folder:
                raise CollectionError(f"{self._root}: cannot be read ({error.strerror or error})") from None
            self.leave_out(folder, f"cannot be read ({error.strerror or error})")
            return
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if _is_litter(entry.name):
                continue
            if self._without and entry.name == self._without.name and Path(entry).resolve() == self._without:
                continue
            if entry.is_symlink():
                self.leave_out(name, "a link")
            elif entry.is_dir(follow_symlinks=False):
                if depth >= MAX_DEPTH:
                    self.leave_out(name, f"deeper than {MAX_DEPTH} folders")
                else:
                    yield from self._walk(name, depth + 1)
            elif entry.is_file(follow_symlinks=False):
                yield name
            else:
                self.leave_out(name, "no plain file")

    def read(self, name: str) -> bytes:
        if self._inner.has(name):
            return self._inner.read(name)
        return self.read_up_to(name, MOST_READ)

    def read_up_to(self, name: str, most: int) -> bytes:
        """The beginning of a file of the folder itself."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            with open(os.open(self._root / name, flags), "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise CollectionError(f"{name}: this is no plain file")
                return file.read(most)
        except OSError as error:
            raise CollectionError(f"{name}: cannot be read ({error.strerror or error})") from None


class ZipFiles(Files):
    """The files of a zip, read from it one by one."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._zip = _Zip(path, self)
        self._inner = _InnerZips()
        self.names = tuple(sorted([*self._zip.members, *self._inner.opened(self, self._zip.members)]))

    def read(self, name: str) -> bytes:
        return self._inner.read(name) if self._inner.has(name) else self.read_up_to(name, MOST_READ)

    def read_up_to(self, name: str, most: int) -> bytes:
        """The beginning of a member of the zip itself."""
        return self._zip.read(name, most)

    def close(self) -> None:
        self._zip.close()


class _Zip:
    """A zip whose members have safe names and are read within bounds, whatever their headers say."""

    def __init__(self, file: Path | io.BytesIO, files: Files, prefix: str = "") -> None:
        self._archive = zipfile.ZipFile(file)
        self.members: dict[str, zipfile.ZipInfo] = {}
        entries = self._archive.infolist()
        if len(entries) > MAX_FILES:
            raise ValueError(f"it has {len(entries):,} entries; at most {MAX_FILES:,} are read")
        for entry in entries:
            if entry.is_dir():
                continue
            name = _member_name(entry)
            if any(_is_litter(part) for part in name.split("/")):
                continue
            reason = self._reason_against(entry, name)
            if reason:
                files.leave_out(f"{prefix}{name}", reason)
            else:
                self.members[name] = entry

    def _reason_against(self, entry: zipfile.ZipInfo, name: str) -> str | None:
        mode = entry.external_attr >> 16
        kind = stat.S_IFMT(mode)
        if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
            return "its name leads out of the zip"
        if kind not in (0, stat.S_IFREG):
            return "a link" if kind == stat.S_IFLNK else "no plain file"
        if entry.flag_bits & _ENCRYPTED:
            return "it is encrypted"
        if name.count("/") > MAX_DEPTH:
            return f"deeper than {MAX_DEPTH} folders"
        return "the zip has this name twice" if name in self.members else None

    def read(self, name: str, most: int) -> bytes:
        entry = self.members[name]
        try:
            with self._archive.open(entry) as file:
                return file.read(most)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise CollectionError(f"{name}: cannot be read from the zip ({error})") from None

    def close(self) -> None:
        self._archive.close()


class _InnerZips:
    """Zips that students handed in: one level, held in memory within a bound."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, str]] = {}
        self._outer: FolderFiles | ZipFiles | None = None
        self._open: tuple[str, _Zip] | None = None

    def opened(self, outer: FolderFiles | ZipFiles, names: list[str] | dict[str, zipfile.ZipInfo]) -> list[str]:
        """The paths within the zips among `names`."""
        self._outer = outer
        for name in names:
            if not name.lower().endswith(".zip"):
                continue
            try:
                members = self._zip(name).members
            except (CollectionError, zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
                outer.leave_out(name, f"a zip that cannot be read ({error})")
                continue
            self._names.update({f"{name}/{member}": (name, member) for member in members})
        return list(self._names)

    def has(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        outer, inner = self._names[name]
        return self._zip(outer).read(inner, MOST_READ)

    def _zip(self, name: str) -> _Zip:
        if self._open is None or self._open[0] != name:
            assert self._outer is not None
            data = self._outer.read_up_to(name, MAX_INNER_ZIP + 1)
            if len(data) > MAX_INNER_ZIP:
                raise CollectionError(f"{name}: larger than {MAX_INNER_ZIP:,} bytes")
            # Only the last one is kept: names are read in order.
            self._open = name, _Zip(io.BytesIO(data), self._outer if name not in self._seen() else Files(), f"{name}/")
        return self._open[1]

    def _seen(self) -> set[str]:
        return {outer for outer, _ in self._names.values()}


def _member_name(entry: zipfile.ZipInfo) -> str:
    """The name with `/`, composed as the gradebook's names are (NFC); a zip from Windows may have backslashes."""
    name = entry.filename.replace("\\", "/")
    while name.startswith("./"):
        name = name[2:]
    return unicodedata.normalize("NFC", name)


def _is_litter(part: str) -> bool:
    return part in _LITTER or part.startswith("._")
