"""Which paths the private root shows: bind mounts of real places, and the links that lead to them."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from typing import NamedTuple

from .errors import ConfinementError

LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/etc/localtime")
_MOST_LINKS = 40


class View(NamedTuple):
    """binds: places without a symbolic link in them, none inside another. links: (place, target)."""

    binds: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def interpreter_paths(packages: Iterable[str] = ()) -> tuple[str, ...]:
    """What this interpreter reads: its standard library and shared libraries, and `packages`.

    packages: folders of installed packages (site-packages, or better the single ones that are needed, since
    whatever is named here can be read by the submission). Nothing of sys.path is taken by itself: it may name
    a checkout.
    """
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = os.path.dirname(os.__file__)
    dynamic = os.path.join(sys.base_exec_prefix, sys.platlibdir, version, "lib-dynload")
    paths = (library, dynamic, *packages, *LIBRARIES)
    return tuple(dict.fromkeys(path for path in paths if os.path.exists(path)))


def view_of(paths: Iterable[str]) -> View:
    """Resolve `paths`; those that do not exist are left out. Raises ConfinementError for the whole root."""
    links: dict[str, str] = {}
    places = set()
    for path in paths:
        place = _resolve(path, links)
        if place == "/":
            raise ConfinementError("namespaces", f"{path} is the whole file system")
        if os.path.lexists(place):
            places.add(place)
    binds = [place for place in sorted(places) if not _inside(place, places)]
    shown = set(binds)
    return View(
        tuple(binds),
        tuple((place, target) for place, target in sorted(links.items()) if not _inside(place, shown)),
    )


def _resolve(path: str, links: dict[str, str]) -> str:
    """The real place of an absolute path; the links on the way are added to `links`."""
    if not os.path.isabs(path):
        raise ConfinementError("namespaces", f"{path} is not an absolute path")
    place = "/"
    pending = path.split("/")[::-1]
    followed = 0
    while pending:
        part = pending.pop()
        if part in ("", "."):
            continue
        if part == "..":
            place = os.path.dirname(place)
            continue
        candidate = os.path.join(place, part)
        target = _target(candidate)
        if target is None:
            place = candidate
            continue
        followed += 1
        if followed > _MOST_LINKS:
            raise ConfinementError("namespaces", f"follow the links of {path}", errno.ELOOP)
        links[candidate] = target
        if target.startswith("/"):
            place = "/"
        pending.extend(target.split("/")[::-1])
    return place


def _target(place: str) -> str | None:
    try:
        return os.readlink(place)
    except OSError:
        return None


def _inside(place: str, places: Iterable[str]) -> bool:
    return any(place.startswith(other + "/") for other in places)
