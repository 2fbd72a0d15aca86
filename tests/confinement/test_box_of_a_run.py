"""The box without namespaces: private, and removed whatever was built in it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from grader.recording.confinement import ConfinementError, Layers, clear_box, fresh_box, overfull
from grader.recording.confinement.box import BOX_BYTES, BOX_FILES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the launcher forks")
NONE = Layers()


def test_a_fresh_box_is_empty_and_private(tmp_path: Path) -> None:
    box = tmp_path / "box"
    fresh_box(str(box), NONE)
    (box / "left").write_text("by the run before")
    fresh_box(str(box), NONE)
    assert list(box.iterdir()) == []
    assert box.stat().st_mode & 0o777 == 0o700


def test_a_box_is_cleared_twice_without_complaint(tmp_path: Path) -> None:
    fresh_box(str(tmp_path / "box"), NONE)
    clear_box(str(tmp_path / "box"), NONE)
    clear_box(str(tmp_path / "box"), NONE)
    assert not (tmp_path / "box").exists()


def test_a_tree_deeper_than_any_path_is_removed(tmp_path: Path) -> None:
    box = tmp_path / "box"
    fresh_box(str(box), NONE)
    folder = os.open(box, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("d" * 100, dir_fd=folder)
        inner = os.open("d" * 100, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    clear_box(str(box), NONE)
    assert not box.exists()


def test_folders_without_rights_links_and_odd_names_are_removed(tmp_path: Path) -> None:
    box, outside = tmp_path / "box", tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    fresh_box(str(box), NONE)
    (box / "locked" / "inner").mkdir(parents=True)
    (box / "locked" / "inner" / ".removed-1").mkdir()
    (box / ".removed-1").mkdir()
    (box / ".removed-2").write_text("")
    (box / "link").symlink_to(outside)
    (box / "locked" / "link").symlink_to(outside / "kept")
    os.mkdir(os.fsencode(box) + b"/\xff\n\t")
    (box / "locked" / "inner").chmod(0)
    (box / "locked").chmod(0)
    box.chmod(0)
    clear_box(str(box), NONE)
    assert not box.exists()
    assert (outside / "kept").read_text() == "kept"


def test_a_box_that_became_a_link_is_removed_as_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o755)
    (tmp_path / "box").symlink_to(outside)
    clear_box(str(tmp_path / "box"), NONE)
    assert outside.is_dir()
    assert not (tmp_path / "box").is_symlink()


@pytest.mark.parametrize(
    ("files", "length", "too_much"),
    [(10, 10_000, False), (10, BOX_BYTES // 10 + 10_000, True), (BOX_FILES, 0, False), (BOX_FILES + 1, 0, True)],
)
def test_an_overfull_box_is_noticed(files: int, length: int, too_much: bool, tmp_path: Path) -> None:
    for number in range(files):
        (tmp_path / f"{number}").write_bytes(b"x" * length)
    assert overfull(str(tmp_path)) is too_much


def test_a_box_that_is_gone_is_not_overfull(tmp_path: Path) -> None:
    assert not overfull(str(tmp_path / "gone"))


def test_nothing_is_mounted_outside_of_our_namespaces(tmp_path: Path) -> None:
    with pytest.raises(ConfinementError, match="namespaces"):
        fresh_box(str(tmp_path), Layers(namespaces=True))
