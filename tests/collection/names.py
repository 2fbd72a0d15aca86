"""Files that are nothing but their names, and what a collection of them says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from grader.collection.collection import Collection, read_collection
from grader.collection.errors import CollectionError
from grader.entry import Remark


class Named:
    """Files without a disk below them. A file's content is its name, where none is given."""

    def __init__(self, names: Iterable[str], contents: Mapping[str, str] | None = None, title: str = "") -> None:
        self._contents = dict(contents or {})
        self.names: Sequence[str] = tuple(sorted([*names, *self._contents]))
        self.title = title
        self.empty: Sequence[str] = ()
        self.remarks: Sequence[Remark] = ()

    def read(self, name: str) -> bytes:
        if name not in self.names:
            raise CollectionError(f"{name}: no such file")
        return self._contents.get(name, name).encode("utf-8", "backslashreplace")


def collected(
    *names: str,
    contents: Mapping[str, str] | None = None,
    title: str = "",
    layout: str | None = None,
    pattern: str | None = None,
) -> Collection:
    """What a download of these names is taken for."""
    return read_collection(Named(names, contents, title), layout=layout, pattern=pattern)


def graded(found: Collection) -> dict[str, str]:
    """Each student's file."""
    return {entry.student: entry.submission for entry in found.entries}


def said(found: Collection) -> str:
    """All remarks, a line each: whom or what it is about, and the message."""
    return "\n".join(f"{remark.student or remark.path or ''}: {remark.message}" for remark in found.remarks)
