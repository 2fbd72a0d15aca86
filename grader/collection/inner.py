"""Zips that students handed in: their files appear as `work.zip/matmul_practice.py`, one level deep."""

from __future__ import annotations

import io
from bisect import bisect_left

from grader.collection.archive import Archive
from grader.collection.errors import CollectionError
from grader.collection.folder import Folder
from grader.collection.litter import folders_of
from grader.collection.remarks import Remarks, shown

MAX_INNER_ZIP = 64 * 1024 * 1024
MAX_INNER_ENTRIES = 20_000
MAX_INNER_FILES = 500_000


class InnerZips:
    """The zips among the files of `outer`. One at a time is held in memory, within a bound."""

    def __init__(self, outer: Folder | Archive) -> None:
        self._outer = outer
        self._opened: set[str] = set()
        self._held: tuple[str, Archive] | None = None

    def look_into(self, remarks: Remarks) -> list[str]:
        """The files of the outer one, with those of its zips in place of each zip that could be read."""
        names = sorted(self._outer.names)
        found: list[str] = []
        room = MAX_INNER_FILES
        for name in names:
            inner = self._members(name, names, remarks, room) if name.lower().endswith(".zip") else []
            room -= len(inner)
            found += inner or [name]
        return sorted(found)

    def _members(self, name: str, names: list[str], remarks: Remarks, room: int) -> list[str]:
        after = bisect_left(names, f"{name}/")
        if after < len(names) and names[after].startswith(f"{name}/"):
            remarks.left_out(name, "a zip and a folder have the same name")
            return []
        try:
            archive = self._open(name, remarks)
        except CollectionError as error:
            remarks.left_out(name, str(error))
            return []
        if len(archive.names) > room:
            remarks.left_out(name, f"the zips hold more than {MAX_INNER_FILES:,} files")
            return []
        self._opened.add(name)
        return [f"{name}/{member}" for member in archive.names]

    def _open(self, name: str, remarks: Remarks) -> Archive:
        if self._held is not None and self._held[0] == name:
            return self._held[1]
        self.close()
        data = self._outer.read(name, MAX_INNER_ZIP + 1)
        if len(data) > MAX_INNER_ZIP:
            raise CollectionError(f"a zip of more than {MAX_INNER_ZIP:,} bytes")
        archive = Archive(io.BytesIO(data), remarks, most=MAX_INNER_ENTRIES, prefix=f"{name}/")
        self._held = name, archive
        return archive

    def zip_of(self, name: str) -> str | None:
        """The zip that a file is in, or None when it is a file of the outer one."""
        return next((folder[:-1] for folder in folders_of(name) if folder[:-1] in self._opened), None)

    def read(self, zip_name: str, name: str, most: int) -> bytes:
        """The beginning of a file of that zip. Raises CollectionError when it cannot be read."""
        try:
            return self._open(zip_name, Remarks()).read(name.removeprefix(f"{zip_name}/"), most)
        except (CollectionError, KeyError) as error:
            raise CollectionError(f"{shown(zip_name)}: {error}") from None

    def close(self) -> None:
        """Let go of the zip that is held."""
        if self._held is not None:
            self._held[1].close()
            self._held = None
