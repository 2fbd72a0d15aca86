"""Where the data folders are: inside the package in a wheel, at the root in a checkout."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class DataFolderError(Exception):
    """The installation is incomplete: one of its own data folders is not there."""


def data_folder(name: str) -> Path:
    """The folder `name` of `data_path`, as a Path."""
    from pathlib import Path

    return Path(data_path(name))


def data_path(name: str) -> str:
    """The folder `name` (`exercises`, `reports` or `solutions`) that came with the grader.

    Raises DataFolderError, naming the places that were looked at.
    """
    package = os.path.dirname(os.path.realpath(__file__))
    places = (os.path.join(package, "_data", name), os.path.join(os.path.dirname(package), name))
    for place in places:
        if os.path.isdir(place):
            return place
    looked = " and ".join(places)
    raise DataFolderError(f"the grader's own folder {name!r} is missing (looked at {looked}); install the grader again")
