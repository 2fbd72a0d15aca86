"""The private folder that a run works in: the submission alone, and gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from types import TracebackType


class Box:
    """A temporary folder with the submission in it, for the time of one run."""

    def __init__(self, filename: str, source: bytes) -> None:
        self.folder = tempfile.mkdtemp(prefix="try-this-")
        with open(os.path.join(self.folder, filename), "wb") as file:
            file.write(source)

    def __enter__(self) -> Box:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.folder, onerror=_make_removable)


def _make_removable(function: object, path: str, error: object) -> None:
    """A submission may have taken its folder's permissions away."""
    try:
        os.chmod(os.path.dirname(path), 0o700)
        if os.path.isdir(path) and not os.path.islink(path):
            os.chmod(path, 0o700)
            shutil.rmtree(path, ignore_errors=True)
        else:
            os.unlink(path)
    except OSError:
        return
