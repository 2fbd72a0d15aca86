"""Folders and zips are read within bounds; what is no plain file is left out, and said."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.collection import files as module
from grader.collection import inner
from grader.collection.collection import read_collection
from grader.collection.errors import CollectionError
from grader.collection.files import MOST_READ, Files, open_files
from grader.text import one_line

PYTHON = b"print(1)\n"


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as found:
        for name, data in entries.items():
            found.writestr(name, data)
    return file.getvalue()


def zipped(path: Path, entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path.write_bytes(packed(entries, method))
    return path


def renamed(path: Path, old: bytes, new: bytes) -> Path:
    """A zip in which an entry has a name that Python would not have written, without the mark of UTF-8."""
    assert len(old) == len(new)
    path.write_bytes(path.read_bytes().replace(old, new))
    return path


def reasons(files: Files) -> dict[str | None, str]:
    return {remark.path: remark.message for remark in files.remarks}


@pytest.mark.parametrize("name", ["../evil.py", "a/../../evil.py", "/etc/evil.py", "C:/evil.py", "..\\evil.py"])
def test_names_that_lead_out_of_a_zip_are_left_out(tmp_path: Path, name: str) -> None:
    with open_files(zipped(tmp_path / "a.zip", {name: PYTHON, "b.py": PYTHON})) as files:
        assert list(files.names) == ["b.py"]
        assert any("leads out" in remark.message for remark in files.remarks)


def test_links_and_devices_in_a_zip_are_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as found:
        for name, mode in (("link.py", stat.S_IFLNK), ("pipe.py", stat.S_IFIFO), ("file.py", stat.S_IFREG)):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (mode | 0o644) << 16
            found.writestr(entry, "/etc/passwd")
    with open_files(tmp_path / "a.zip") as files:
        assert list(files.names) == ["file.py"]
        assert "a link" in reasons(files)["link.py"]
        assert "no plain file" in reasons(files)["pipe.py"]


def test_a_bomb_is_read_no_further_than_a_file_may_be_long(tmp_path: Path) -> None:
    with open_files(zipped(tmp_path / "a.zip", {"a.py": bytes(MOST_READ * 3)})) as files:
        assert len(files.read("a.py")) == MOST_READ


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_python_unpacks_without_a_bound_is_left_out(tmp_path: Path, method: int) -> None:
    with open_files(zipped(tmp_path / "a.zip", {"a.py": bytes(1_000_000)}, method)) as files:
        assert list(files.names) == []
        assert "compressed in a way that is not read" in reasons(files)["a.py"]


@pytest.mark.parametrize("claimed", [50, 50_000])
def test_a_header_that_lies_about_the_size_is_an_error_of_that_file_alone(tmp_path: Path, claimed: int) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": b"x" * 5000, "b.py": PYTHON})
    renamed(path, (5000).to_bytes(4, "little"), claimed.to_bytes(4, "little"))
    with open_files(path) as files:
        assert files.read("b.py") == PYTHON
        try:
            assert len(files.read("a.py")) <= 5000
        except CollectionError as error:
            assert "a.py" in str(error)


def test_a_damaged_member_is_an_error_of_that_file_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": b"damaged content here", "b.py": PYTHON}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"damaged content here", b"DAMAGED CONTENT HERE", 1))
    with open_files(path) as files:
        assert files.read("b.py") == PYTHON
        with pytest.raises(CollectionError, match=r"a\.py: cannot be read from the zip"):
            files.read("a.py")


def test_an_encrypted_member_is_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": PYTHON})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with open_files(path) as files:
        assert "encrypted" in reasons(files)["a.py"]


def test_a_zip_of_encrypted_files_says_so(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": PYTHON})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with (
        open_files(path) as files,
        pytest.raises(CollectionError, match=r"nothing here can be read; a\.py: .*encrypted"),
    ):
        read_collection(files)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_the_later_one_is_taken_as_when_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as found:
        for name, data in (("\xe9.py", b"first"), ("e\u0301.py", b"decomposed"), ("\xe9.py", b"last")):
            found.writestr(name, data)
    with open_files(tmp_path / "a.zip") as files:
        assert list(files.names) == ["\xe9.py"]
        assert files.read("\xe9.py") == b"last"
        assert "twice" in reasons(files)["\xe9.py"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("J\xf6rg.py".encode(), "J\xf6rg.py"),
        (b"J\x94rg.py", "J\xf6rg.py"),
        ("Jo\u0308rg.py".encode(), "J\xf6rg.py"),
        (b"al\\m.py", "al/m.py"),
        (b".//al/./m.py", "al/m.py"),
    ],
    ids=["UTF-8 without its mark", "code page 437", "macOS", "Windows", "needless parts"],
)
def test_a_name_is_read_as_it_was_meant(tmp_path: Path, written: bytes, meant: str) -> None:
    plain = b"x" * len(written)
    path = renamed(zipped(tmp_path / "a.zip", {plain.decode(): PYTHON}), plain, written)
    with open_files(path) as files:
        assert list(files.names) == [meant]
        assert files.read(meant) == PYTHON


@pytest.mark.parametrize(
    ("name", "reason"),
    [(b"a.py\0.txt", "NUL"), (b"x" * 252 + b"y.py", "longer than 255"), (b"d/" * 13 + b"a.py", "deeper than 12")],
)
def test_a_name_that_no_file_should_have_is_left_out(tmp_path: Path, name: bytes, reason: str) -> None:
    plain = b"x" * len(name)
    path = renamed(zipped(tmp_path / "a.zip", {plain.decode(): PYTHON, "b.py": PYTHON}), plain, name)
    with open_files(path) as files:
        assert list(files.names) == ["b.py"]
        assert reason in " ".join(reasons(files).values())


def test_a_zip_within_is_looked_into_once(tmp_path: Path) -> None:
    work = packed({"matmul_practice.py": PYTHON, "again.zip": packed({"a.py": PYTHON}), "../evil.py": PYTHON})
    with open_files(zipped(tmp_path / "a.zip", {"jane.ZIP": work, "b.zip": b"no zip"})) as files:
        assert list(files.names) == ["b.zip", "jane.ZIP/again.zip", "jane.ZIP/matmul_practice.py"]
        assert files.read("jane.ZIP/matmul_practice.py") == PYTHON
        assert "no zip that can be read" in reasons(files)["b.zip"]
        assert "leads out" in reasons(files)["jane.ZIP/../evil.py"]


def test_zips_in_a_folder_are_read_in_any_order(tmp_path: Path) -> None:
    for student in ("jane", "joe"):
        (tmp_path / student).mkdir()
        zipped(tmp_path / student / "work.zip", {"a.py": student.encode(), "b.py": b"2"})
    with open_files(tmp_path) as files:
        order = ["jane/work.zip/a.py", "joe/work.zip/a.py", "jane/work.zip/b.py", "joe/work.zip/b.py"]
        assert [files.read(name) for name in order] == [b"jane", b"joe", b"2", b"2"]
        assert sorted(order) == list(files.names)


def test_a_zip_within_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = packed({f"{n}.py": PYTHON for n in range(9)})
    monkeypatch.setattr(inner, "MAX_INNER_ENTRIES", 8)
    with open_files(zipped(tmp_path / "a.zip", {"many.zip": many, "b.py": PYTHON})) as files:
        assert list(files.names) == ["b.py", "many.zip"]
        assert "a zip of more than 8 entries" in reasons(files)["many.zip"]
    monkeypatch.setattr(inner, "MAX_INNER_ZIP", 100)
    with open_files(tmp_path / "a.zip") as files:
        assert "a zip of more than 100 bytes" in reasons(files)["many.zip"]


def test_all_zips_within_together_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inner, "MAX_INNER_FILES", 3)
    work = packed({"a.py": PYTHON, "b.py": PYTHON})
    with open_files(zipped(tmp_path / "a.zip", {"1.zip": work, "2.zip": work})) as files:
        assert list(files.names) == ["1.zip/a.py", "1.zip/b.py", "2.zip"]
        assert "more than 3 files" in reasons(files)["2.zip"]


def test_a_zip_and_a_folder_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    both = {"w.zip": packed({"a.py": b"inside"}), "w.zip/a.py": b"beside"}
    with open_files(zipped(tmp_path / "a.zip", both)) as files:
        assert files.read("w.zip/a.py") == b"beside"
        assert "same name" in reasons(files)["w.zip"]


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.py": PYTHON for n in range(5)})
    monkeypatch.setattr(module, "MAX_ENTRIES", 4)
    with pytest.raises(CollectionError, match=r"a\.zip: this is a zip of more than 4 entries; unpack it"):
        open_files(path)


def test_a_list_of_entries_that_claims_to_be_huge_is_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.py": PYTHON})
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = b"\xfe\xff\xff\xff"
    path.write_bytes(data)
    with pytest.raises(CollectionError, match=r"a\.zip"):
        open_files(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 but no zip", b"print(1)"])
def test_what_is_no_zip_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(CollectionError, match=r"a\.zip: this is no zip that can be read .* name the folder"):
        open_files(tmp_path / "a.zip")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="no such file or folder"):
        open_files(tmp_path / "nowhere")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(CollectionError, match="neither a folder nor a zip"):
        open_files(tmp_path / "a.zip")


def test_links_pipes_and_litter_of_a_folder_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(PYTHON)
    (tmp_path / "link.py").symlink_to("/etc/passwd")
    (tmp_path / "around").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.py")
    for litter in ("__MACOSX/._a.py", ".git/hook.py", "__pycache__/x.py", ".venv/lib/x.py", "._b.py"):
        (tmp_path / litter).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / litter).write_bytes(PYTHON)
    with open_files(tmp_path) as files:
        assert list(files.names) == ["a.py"]
        assert set(reasons(files)) == {"link.py", "around", "pipe.py"}


def test_a_folder_that_is_only_called_venv_is_what_was_handed_in(tmp_path: Path) -> None:
    with open_files(zipped(tmp_path / "a.zip", {"bob/venv/matmul_practice.py": PYTHON})) as files:
        assert list(files.names) == ["bob/venv/matmul_practice.py"]


def test_a_virtual_environment_is_passed_over_whatever_it_is_called(tmp_path: Path) -> None:
    names = ["al/m.py", "al/myenv/pyvenv.cfg", "al/myenv/bin/activate_this.py", "al/lib/site-packages/numpy.py"]
    with open_files(zipped(tmp_path / "a.zip", dict.fromkeys(names, PYTHON))) as files:
        assert list(files.names) == ["al/m.py"]


def test_what_cannot_be_looked_into_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "m.py").write_bytes(PYTHON)
    real = os.scandir

    def refusing(path: Path) -> object:
        if path == tmp_path / "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with open_files(tmp_path) as files:
        assert list(files.names) == ["b/m.py"]
        assert "Permission denied" in reasons(files)["a"]


def test_folders_without_a_file_are_known(tmp_path: Path) -> None:
    for name in ("al/src", "bo/.git", "cy"):
        (tmp_path / "class" / name).mkdir(parents=True)
    (tmp_path / "class" / "cy" / "m.py").write_bytes(PYTHON)
    with open_files(tmp_path / "class") as files:
        assert list(files.empty) == ["al", "al/src", "bo"]
    with open_files(zipped(tmp_path / "a.zip", {"al/": b"", "cy/": b"", "cy/m.py": PYTHON})) as files:
        assert list(files.empty) == ["al"]
    litter = {"al/__pycache__/m.pyc": b"", "bo/.git/config": b"", "cy/m.py": PYTHON, ".git/config": b""}
    with open_files(zipped(tmp_path / "b.zip", litter)) as files:
        assert list(files.empty) == ["al", "bo"]


def test_a_file_that_became_a_link_or_a_pipe_is_not_followed(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_bytes(PYTHON)
    with open_files(tmp_path) as files:
        for name in ("a.py", "b.py"):
            (tmp_path / name).unlink()
        (tmp_path / "a.py").symlink_to("/etc/passwd")
        os.mkfifo(tmp_path / "b.py")
        with pytest.raises(CollectionError, match="cannot be read"):
            files.read("a.py")
        with pytest.raises(CollectionError, match="no plain file"):
            files.read("b.py")


def test_a_very_deep_folder_is_left_out(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 30)
    deep.mkdir(parents=True)
    (deep / "a.py").write_bytes(PYTHON)
    (tmp_path / "b.py").write_bytes(PYTHON)
    with open_files(tmp_path) as files:
        assert list(files.names) == ["b.py"]
        assert "deeper" in next(iter(reasons(files).values()))


def test_the_folder_that_reports_go_to_is_not_looked_into(tmp_path: Path) -> None:
    for name in ("a.py", "feedback/students/a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(PYTHON)
    with open_files(tmp_path, without=(tmp_path / "feedback",)) as files:
        assert list(files.names) == ["a.py"]


def test_what_is_left_out_for_the_same_reason_is_counted(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number}.py").symlink_to("/etc/passwd")
    with open_files(tmp_path) as files:
        assert len(files.remarks) == 21
        assert files.remarks[-1].message == "5 more are left out: a link"


def test_no_error_quotes_a_name_that_moves_the_cursor(tmp_path: Path) -> None:
    with open_files(zipped(tmp_path / "a.zip", {"\x1b[2J\u202e.py": b"x" * 50}, zipfile.ZIP_STORED)) as files:
        (name,) = files.names
    path = renamed(tmp_path / "a.zip", b"x" * 50, b"y" * 50)
    with open_files(path) as files, pytest.raises(CollectionError) as caught:
        files.read(name)
    assert str(caught.value) == one_line(str(caught.value))


WHOLE = packed(
    {
        "jane/w.zip": packed({"matmul_practice.py": PYTHON * 40, "\xe9.py": PYTHON}),
        "joe/matmul_practice.py": PYTHON * 99,
        "empty/": b"",
    }
)
FLIPS = st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(FLIPS, st.integers(0, len(WHOLE)))
def test_a_zip_damaged_anywhere_gives_bounded_bytes_or_a_clear_error(
    tmp_path: Path, flips: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(WHOLE)
    for place, value in flips:
        data[place] = value
    (tmp_path / "a.zip").write_bytes(data[: cut if cut % 3 == 0 else len(data)])
    try:
        with open_files(tmp_path / "a.zip") as files:
            for name in files.names:
                try:
                    assert len(files.read(name)) <= MOST_READ
                except CollectionError as error:
                    assert str(error) == one_line(str(error))
    except CollectionError as error:
        assert "a.zip" in str(error)
