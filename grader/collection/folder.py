"""The plain files below a folder. Links are never followed, devices and pipes never opened."""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from grader.collection.errors import CollectionError
from grader.collection.litter import is_litter
from grader.collection.remarks import Remarks, shown
from grader.output_folder import DATABASE, GRADES, PAGES, WRITTEN

MAX_DEPTH = 12
MOST_FOLDERS = 10_000
"""Folders that are looked through in what may be an earlier call's."""


class Folder:
    """names: the files below `root`, with `/`; folders: the folders that were looked into.

    without: what is passed over, such as the folder that the reports go to.
    """

    def __init__(self, root: Path, remarks: Remarks, without: Sequence[Path] = ()) -> None:
        self.names: list[str] = []
        self.folders: list[str] = []
        self._root = root
        self._remarks = remarks
        self._without = {path.resolve() for path in without}
        self._names_without = {path.name for path in self._without}
        self._look_into("", 0)

    def _look_into(self, folder: str, depth: int) -> None:
        try:
            with os.scandir(self._root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            reason = f"cannot be read ({error.strerror or error})"
            if not folder:
                raise CollectionError(f"{shown(str(self._root))}: {reason}") from None
            self._remarks.left_out(folder, reason)
            return
        for entry in entries:
            if not is_litter(entry.name) and not self._is_without(entry):
                self._take(entry, f"{folder}/{entry.name}" if folder else entry.name, depth)

    def _take(self, entry: os.DirEntry[str], name: str, depth: int) -> None:
        if _is_link(entry):
            self._remarks.left_out(name, "a link")
        elif entry.is_dir(follow_symlinks=False):
            if is_output(entry.path):
                self._remarks.about_file(name, "passed over: what an earlier call wrote")
            elif depth >= MAX_DEPTH:
                self._remarks.left_out(name, f"deeper than {MAX_DEPTH} folders")
            else:
                self.folders.append(name)
                self._look_into(name, depth + 1)
        elif entry.is_file(follow_symlinks=False):
            self.names.append(name)
        else:
            self._remarks.left_out(name, "no plain file")

    def _is_without(self, entry: os.DirEntry[str]) -> bool:
        return entry.name in self._names_without and Path(entry.path).resolve() in self._without

    def read(self, name: str, most: int) -> bytes:
        """The beginning of a file, at most `most` bytes. Raises CollectionError when it cannot be read."""
        # What was a plain file when the folder was looked into may be a link or a pipe by now.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            with open(os.open(self._root / name, flags), "rb") as file:
                if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    return file.read(most)
        except OSError as error:
            raise CollectionError(f"{shown(name)}: cannot be read ({error.strerror or error})") from None
        raise CollectionError(f"{shown(name)}: this is no plain file")

    def close(self) -> None:
        """Nothing stays open."""


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether it is a symbolic link, or Windows' junction (which Python knows from 3.12 on)."""
    is_junction = getattr(entry, "is_junction", None)
    return entry.is_symlink() or (is_junction is not None and bool(is_junction()))


def is_output(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder is what an earlier call wrote, and nothing else: also filled gradebooks, and files half written.

    One that has a gradebook of that name beside work of its own is somebody's.
    """
    try:
        with os.scandir(folder) as found:
            entries = {entry.name: entry.is_dir(follow_symlinks=False) for entry in found}
    except OSError:
        return False
    written = {name for name in entries if name in WRITTEN or name.startswith((f"{DATABASE}-", "."))}
    others = (name for name in entries if name not in written and (entries[name] or not name.lower().endswith(".csv")))
    whole = entries.get(DATABASE) is False and not entries.keys().isdisjoint((GRADES, PAGES))
    return whole and not any(others) and not _has_work(os.path.join(folder, PAGES))


def _has_work(folder: str) -> bool:
    """Whether something else than pages lies below a folder of pages."""
    below = itertools.islice(os.walk(folder), MOST_FOLDERS)
    return any(not name.endswith(".html") and not name.startswith(".") for _, _, names in below for name in names)


def holds_work(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder holds any file that is not of an earlier call's."""
    if is_output(folder):
        return False
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not is_litter(name) and not is_output(os.path.join(path, name))]
        if any(not is_litter(name) for name in names):
            return True
    return False
