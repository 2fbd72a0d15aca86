"""The files of a zip, read from it one by one and within bounds, whatever its headers say.

Nothing is unpacked to disk, so a name can lead nowhere; entries whose names try to are left out all the same.
"""

from __future__ import annotations

import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from typing import BinaryIO

from grader.collection.errors import CollectionError
from grader.collection.folder import MAX_DEPTH
from grader.collection.litter import is_litter
from grader.collection.remarks import Remarks, shown

MAX_DIRECTORY = 128 * 1024 * 1024
LONGEST_PART = 255
_OF_AN_ENTRY = b"PK\x01\x02"
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Python unpacks the other methods (bzip2, LZMA) without a bound: a kilobyte may become gigabytes of memory."""
_ENCRYPTED, _UTF_8 = 0x1, 0x800
_DRIVE = re.compile(r"[A-Za-z]:")
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError),
    *(RuntimeError, ValueError, OverflowError, IndexError),
)


class Archive:
    """names: the files of the zip in `file`, with `/`, composed (NFC); folders: those that the zip speaks of itself.

    most: how many entries it may have; prefix: what remarks put before a name. Raises CollectionError when it is no
    zip that can be read.
    """

    def __init__(self, file: BinaryIO, remarks: Remarks, *, most: int, prefix: str = "") -> None:
        self._file = file
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._folders: set[str] = set()
        try:
            self._zip = zipfile.ZipFile(_Bounded(file, most))
        except (CollectionError, *_DAMAGED) as error:
            file.close()
            ours = isinstance(error, CollectionError)
            told = str(error) if ours else f"no zip that can be read ({shown(str(error))})"
            raise CollectionError(told) from None
        for entry in self._zip.infolist():
            self._take(entry, remarks, prefix)

    @property
    def names(self) -> list[str]:
        """The files, in the zip's order."""
        return list(self._entries)

    @property
    def folders(self) -> list[str]:
        """The folders that have an entry of their own, or hold nothing but litter."""
        return sorted(self._folders)

    def _take(self, entry: zipfile.ZipInfo, remarks: Remarks, prefix: str) -> None:
        said = _name(entry)
        parts = [part for part in said.split("/") if part not in ("", ".")]
        litter = next((index for index, part in enumerate(parts) if is_litter(part)), None)
        if litter is not None:
            self._take_folder(entry, said, parts[:litter])
            return
        if not parts:
            return
        name = "/".join(parts)
        reason = _reason_against(entry, said, parts)
        if reason is None and (said.endswith("/") or stat.S_ISDIR(entry.external_attr >> 16)):
            self._folders.add(name)
            return
        if reason is not None:
            remarks.left_out(f"{prefix}{name}", reason)
            return
        if name in self._entries:
            remarks.about_file(f"{prefix}{name}", "the zip has this name twice; the later one counts")
        self._entries[name] = entry

    def _take_folder(self, entry: zipfile.ZipInfo, said: str, parts: list[str]) -> None:
        """The folder that litter lies in: of a student who handed in nothing else it is all there is."""
        if parts and _reason_against(entry, said, parts) is None:
            self._folders.add("/".join(parts))

    def read(self, name: str, most: int) -> bytes:
        """The beginning of a file, at most `most` bytes. Raises CollectionError when it cannot be read."""
        try:
            with self._zip.open(self._entries[name]) as file:
                return file.read(most)
        except _DAMAGED as error:
            raise CollectionError(f"{shown(name)}: cannot be read from the zip ({shown(str(error))})") from None

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()


class _Bounded:
    """What zipfile reads from. It takes the list of entries in one piece, which is refused when it is too long."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file = file
        self._most = most
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1, /) -> bytes:
        """Raises CollectionError instead of giving more entries than there may be."""
        data = self._file.read(size) if size <= MAX_DIRECTORY else None
        if data is None or data.count(_OF_AN_ENTRY) > self._most:
            raise CollectionError(f"a zip of more than {self._most:,} entries")
        return data


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was meant: UTF-8 that is not marked as such, Windows' backslashes, macOS' decomposed letters."""
    name = entry.orig_filename
    if not entry.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.orig_filename
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _reason_against(entry: zipfile.ZipInfo, name: str, parts: list[str]) -> str | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or _DRIVE.match(name) or ".." in parts:
        return "its name leads out of the zip"
    if "\0" in name:
        return "its name has a NUL"
    if len(parts) > MAX_DEPTH + 1 or max(map(len, parts)) > LONGEST_PART:
        return f"its name is longer than {LONGEST_PART} characters, or deeper than {MAX_DEPTH} folders"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "a link" if kind == stat.S_IFLNK else "no plain file"
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if entry.compress_type not in _READ:
        return "it is compressed in a way that is not read; pack it as a plain zip"
    return None
