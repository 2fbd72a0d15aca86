"""Folders and zips are read within bounds; what is no plain file is left out, and said."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from grader.collection import files as module
from grader.collection.files import MOST_READ, CollectionError, Files, open_files

PYTHON = b"print(1)\n"


def zipped(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def reasons(files: Files) -> dict[str | None, str]:
    return {remark.path: remark.message for remark in files.remarks}


@pytest.mark.parametrize("name", ["../evil.py", "a/../../evil.py", "/etc/evil.py", "C:/evil.py", "..\\evil.py"])
def test_names_that_lead_out_of_a_zip_are_left_out(tmp_path: Path, name: str) -> None:
    with open_files(zipped(tmp_path / "a.zip", {name: PYTHON, "b.py": PYTHON})) as files:
        assert files.names == ("b.py",)
        assert any("leads out" in remark.message for remark in files.remarks)


def test_links_and_devices_in_a_zip_are_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, mode in (("link.py", stat.S_IFLNK), ("pipe.py", stat.S_IFIFO), ("file.py", stat.S_IFREG)):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (mode | 0o644) << 16
            archive.writestr(entry, "/etc/passwd")
    with open_files(tmp_path / "a.zip") as files:
        assert files.names == ("file.py",)
        assert "a link" in reasons(files)["link.py"]


def test_a_bomb_is_read_no_further_than_a_file_may_be_long(tmp_path: Path) -> None:
    with open_files(zipped(tmp_path / "a.zip", {"a.py": bytes(MOST_READ * 3)})) as files:
        assert len(files.read("a.py")) == MOST_READ


def test_a_header_that_lies_about_the_size_is_an_error_of_that_file_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": b"x" * 5000, "b.py": PYTHON})
    data = path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    path.write_bytes(data)
    with open_files(path) as files:
        assert files.read("b.py") == PYTHON
        try:
            assert len(files.read("a.py")) <= 5000
        except CollectionError as error:
            assert "a.py" in str(error)


def test_a_damaged_member_is_an_error_of_that_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.py", b"damaged content here")
        archive.writestr("b.py", PYTHON)
    path.write_bytes(path.read_bytes().replace(b"damaged content here", b"DAMAGED CONTENT HERE", 1))
    with open_files(path) as files:
        assert files.read("b.py") == PYTHON
        with pytest.raises(CollectionError, match=r"a\.py: cannot be read from the zip"):
            files.read("a.py")


def test_an_encrypted_member_is_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": PYTHON})
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    path.write_bytes(data)
    with open_files(path) as files:
        assert "encrypted" in reasons(files)["a.py"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_the_first_is_taken_and_the_other_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.py", b"first")
        archive.writestr("a.py", b"second")
    with open_files(tmp_path / "a.zip") as files:
        assert files.read("a.py") == b"first"
        assert "twice" in reasons(files)["a.py"]


def test_a_zip_within_is_looked_into_once(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("matmul_practice.py", PYTHON)
        archive.writestr("again.zip", b"PK\x03\x04")
        archive.writestr("../evil.py", PYTHON)
    for path in (zipped(tmp_path / "a.zip", {"jane.zip": inner.getvalue(), "b.zip": b"no zip"}),):
        with open_files(path) as files:
            assert files.read("jane.zip/matmul_practice.py") == PYTHON
            assert not any("again.zip/" in name for name in files.names)
            assert "cannot be read" in reasons(files)["b.zip"]
            assert "jane.zip/../evil.py" in reasons(files)


def test_a_zip_in_a_folder_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "jane").mkdir()
    zipped(tmp_path / "jane" / "work.zip", {"matmul_practice.py": PYTHON})
    with open_files(tmp_path) as files:
        assert files.read("jane/work.zip/matmul_practice.py") == PYTHON


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FILES", 2)
    with pytest.raises(CollectionError, match="3 entries"):
        open_files(zipped(tmp_path / "a.zip", {f"{n}.py": PYTHON for n in range(3)}))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 but no zip", b"print(1)"])
def test_what_is_no_zip_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(CollectionError, match="neither a folder nor a zip"):
        open_files(tmp_path / "a.zip")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="no such file or folder"):
        open_files(tmp_path / "nowhere")


def test_links_pipes_and_litter_of_a_folder_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(PYTHON)
    (tmp_path / "link.py").symlink_to("/etc/passwd")
    (tmp_path / "around").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.py")
    for litter in ("__MACOSX/._a.py", ".git/hook.py", "__pycache__/x.py", ".venv/lib/x.py"):
        (tmp_path / litter).parent.mkdir(parents=True)
        (tmp_path / litter).write_bytes(PYTHON)
    with open_files(tmp_path) as files:
        assert files.names == ("a.py",)
        assert set(reasons(files)) == {"link.py", "around", "pipe.py"}


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(PYTHON)
    with open_files(tmp_path) as files:
        (tmp_path / "a.py").unlink()
        (tmp_path / "a.py").symlink_to("/etc/passwd")
        with pytest.raises(CollectionError, match="cannot be read"):
            files.read("a.py")


def test_a_very_deep_folder_is_left_out(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 30)
    deep.mkdir(parents=True)
    (deep / "a.py").write_bytes(PYTHON)
    (tmp_path / "b.py").write_bytes(PYTHON)
    with open_files(tmp_path) as files:
        assert files.names == ("b.py",)
        assert "deeper" in next(iter(reasons(files).values()))


def test_the_folder_that_reports_go_to_is_not_looked_into(tmp_path: Path) -> None:
    for name in ("a.py", "feedback/students/a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(PYTHON)
    with open_files(tmp_path, without=tmp_path / "feedback") as files:
        assert files.names == ("a.py",)
