"""The files of an instructor's folder or zip, by their paths, read within bounds. Nothing is ever unpacked to disk.

What is no plain file (links, devices, entries of a zip that lead out of it) is left out, and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

from grader.collection.archive import Archive
from grader.collection.errors import CollectionError
from grader.collection.folder import Folder
from grader.collection.inner import InnerZips
from grader.collection.litter import folders_of, without_environments
from grader.collection.remarks import Remarks, shown
from grader.entry import Remark
from grader.submission import MAX_NOTEBOOK_BYTES

MAX_ENTRIES = 200_000
MOST_READ = MAX_NOTEBOOK_BYTES + 1
"""No file is read further: one byte more than the largest that is graded tells that it is too large."""


class Files(Protocol):
    """names: paths with `/`, sorted; empty: folders without a file; remarks: what was left out.

    title: what the folder or zip itself is called; some layouts speak of it.
    """

    names: Sequence[str]
    empty: Sequence[str]
    remarks: Sequence[Remark]
    title: str

    def read(self, name: str) -> bytes:
        """The beginning of a file, at most MOST_READ bytes. Raises CollectionError when it cannot be read."""


def open_files(path: Path, without: Sequence[Path] = ()) -> OpenedFiles:
    """The files of the folder or zip at `path`. Raises CollectionError when it is neither, or cannot be read.

    without: files and folders that are passed over, such as the one that the reports go to.
    """
    remarks = Remarks()
    if path.is_dir():
        return OpenedFiles(Folder(path, remarks, without), remarks, path.resolve().name)
    if not path.exists():
        raise CollectionError(f"{shown(str(path))}: there is no such file or folder")
    if not path.is_file():
        raise CollectionError(f"{shown(str(path))}: this is neither a folder nor a zip; name one of them")
    return OpenedFiles(_archive(path, remarks), remarks, path.stem)


def _archive(path: Path, remarks: Remarks) -> Archive:
    try:
        return Archive(path.open("rb"), remarks, most=MAX_ENTRIES)
    except OSError as error:
        raise CollectionError(f"{shown(str(path))}: cannot be read ({error.strerror or error})") from None
    except CollectionError as error:
        raise CollectionError(f"{shown(str(path))}: this is {error}; unpack it and name the folder") from None


class OpenedFiles:
    """The Files of a folder or zip, and those of the zips among them."""

    def __init__(self, outer: Folder | Archive, remarks: Remarks, title: str) -> None:
        self._outer = outer
        self._inner = InnerZips(outer)
        self.names: Sequence[str] = tuple(without_environments(self._inner.look_into(remarks)))
        held = {folder[:-1] for name in self.names for folder in folders_of(name)} if outer.folders else set()
        self.empty: Sequence[str] = tuple(folder for folder in outer.folders if folder not in held)
        self.remarks: Sequence[Remark] = remarks.all()
        self.title = title

    def read(self, name: str) -> bytes:
        """See Files."""
        zip_name = self._inner.zip_of(name)
        if zip_name is not None:
            return self._inner.read(zip_name, name, MOST_READ)
        return self._outer.read(name, MOST_READ)

    def forget_names(self) -> None:
        """Let go of the names, which take memory in a large folder: whoever reads a file knows what it is called."""
        self.names = self.empty = ()
        if isinstance(self._outer, Folder):
            self._outer.names.clear()

    def close(self) -> None:
        """Let go of what is open."""
        self._inner.close()
        self._outer.close()

    def __enter__(self) -> OpenedFiles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
