"""The box: the one folder that a run may write to. A fresh one for each run, and gone after it."""

from __future__ import annotations

import contextlib
import os
import stat

from . import namespaces
from .errors import ConfinementError, step
from .layers import Layers

BOX_BYTES = 8 * 1024 * 1024
BOX_FILES = 1023


def fresh_box(box: str, layers: Layers) -> None:
    """An empty box: with namespaces a bounded memory file system, else a private folder.

    The path is absolute; without namespaces its parent folder must be the caller's own.
    """
    clear_box(box, layers)
    if not layers.namespaces:
        with step("box", f"make {box}"):
            os.mkdir(box, 0o700)
        return
    options = f"size={BOX_BYTES},nr_inodes={BOX_FILES + 1},mode=700".encode()
    with step("box", f"mount a memory file system on {box}"):
        flags = namespaces.MS_NOSUID | namespaces.MS_NODEV | namespaces.MS_NOEXEC
        namespaces.mount("tmpfs", box, "tmpfs", flags, options)


def clear_box(box: str, layers: Layers) -> None:
    """Take the box away with all that is in it, if it is there. No process may use it any more."""
    if layers.namespaces:
        if not namespaces.entered():
            raise ConfinementError("box", "a mount only inside our own namespaces")
        if os.path.ismount(box):
            with step("box", f"unmount {box}"):
                namespaces.unmount(box)
        return
    with step("box", f"remove {box}"), contextlib.suppress(FileNotFoundError):
        _remove_tree(box)


def overfull(box: str) -> bool:
    """Whether a box that nothing bounds (no namespaces) has outgrown the bounds. Stops counting there."""
    used = files = 0
    pending = [box]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    files += 1
                    used += _size(entry)
                    if files > BOX_FILES or used > BOX_BYTES:
                        return True
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
        except OSError:
            # The run goes on meanwhile: a folder may vanish.
            continue
    return False


def _size(entry: os.DirEntry[str]) -> int:
    try:
        # Blocks, not length: a sparse file takes no room.
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except OSError:
        return 0


def _remove_tree(place: str) -> None:
    """Remove a hostile tree: of any depth, of unreadable folders, of names that are too long together.

    Folders within folders are moved up until there are none: no path and no recursion grows with depth.
    """
    if not stat.S_ISDIR(os.lstat(place).st_mode):
        os.unlink(place)
        return
    os.chmod(place, 0o700)
    top = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        moved = 0
        while folders := _unlink_files(top):
            for name in folders:
                moved = _empty_into(top, name, moved)
                os.rmdir(name, dir_fd=top)
    finally:
        os.close(top)
    os.rmdir(place)


def _empty_into(top: int, name: str, moved: int) -> int:
    """Take everything out of the folder `name`: files away, folders up into `top` under new names."""
    inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=top)
    try:
        for below in _unlink_files(inner):
            moved = _unused(top, moved)
            os.rename(below, f".removed-{moved}", src_dir_fd=inner, dst_dir_fd=top)
    finally:
        os.close(inner)
    return moved


def _unused(top: int, moved: int) -> int:
    """The next number whose name is free in `top`."""
    while True:
        moved += 1
        try:
            os.stat(f".removed-{moved}", dir_fd=top, follow_symlinks=False)
        except FileNotFoundError:
            return moved


def _unlink_files(folder: int) -> list[str]:
    """Remove all but the folders directly in `folder`; return those, made ours to move and to read."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries]
    folders = []
    for name in names:
        if stat.S_ISDIR(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
            os.chmod(name, 0o700, dir_fd=folder)
            folders.append(name)
        else:
            os.unlink(name, dir_fd=folder)
    return folders
