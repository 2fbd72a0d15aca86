"""The gradebook keeps what it was given, whatever ends its owner, and says what is wrong with it."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from grader.batch.gradebook import Gradebook, read_records
from grader.batch.merging import Merged, merge
from grader.batch.rows import GradebookError
from tests.export.records import not_graded, record

ROOT = Path(__file__).parents[2]


def test_records_come_back_as_they_were_in_the_order_of_the_folder(tmp_path: Path) -> None:
    mine = [record("jane", name="Jane Doe", members=("jane", "joe")), not_graded("bob"), record("al", late=True)]
    with Gradebook(tmp_path / "g.sqlite") as book:
        book.add((one, b"key") for one in mine)
        book.set_listed(one.entry.submission for one in reversed(mine))
        assert list(book.records()) == mine[::-1]
        assert book.keys()["jane.py"] == (b"key", "students/jane.html")
    assert list(read_records(tmp_path / "g.sqlite")) == mine[::-1]


def test_what_is_no_longer_in_the_folder_stays_but_is_not_listed(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "g.sqlite") as book:
        book.add([(record("jane"), b"1"), (record("bob"), b"2")])
        book.set_listed(["bob.py"])
        assert [one.entry.student for one in book.records()] == ["bob"]
        assert set(book.keys()) == {"jane.py", "bob.py"}


def test_a_second_owner_is_told_so(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "g.sqlite"), pytest.raises(GradebookError, match="another call of grade is at work"):
        Gradebook(tmp_path / "g.sqlite")


def test_its_tables_are_strict_and_its_log_is_ahead(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "g.sqlite") as book:
        book.add([(record("jane"), b"1")])
    with sqlite3.connect(tmp_path / "g.sqlite") as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
            plain.execute("UPDATE result SET mark = 'all of them'")


def test_what_was_added_survives_kill_9(tmp_path: Path) -> None:
    program = (
        f"import sys, os, signal; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from grader.batch.gradebook import Gradebook; from tests.export.records import record\n"
        "book = Gradebook(Path(sys.argv[1])); book.set_listed(['jane.py', 'bob.py'])\n"
        "book.add([(record('jane'), b'1')])\n"
        "book._connection.execute('BEGIN'); book._connection.execute('DELETE FROM result')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "g.sqlite"], check=False)
    assert done.returncode == -signal.SIGKILL
    with Gradebook(tmp_path / "g.sqlite") as book:
        assert [one.entry.student for one in book.records()] == ["jane"]


def test_a_failed_change_changes_nothing(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "g.sqlite") as book:
        book.set_listed(["jane.py"])
        with pytest.raises(ZeroDivisionError):
            book.add((record("jane"), bytes([1 // zero])) for zero in (1, 0))
        assert list(book.records()) == []


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "g.sqlite") as book:
        book.set_listed(["jane.py", "bob.py"])
        book.add([(record("jane"), b"1")])
        book._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(GradebookError, match="the disk is full"):
            book.add((record(f"bob{n}" * 500), b"2") for n in range(50))
        assert [one.entry.student for one in book.records()] == ["jane"]


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be one" * 20, b"SQLite format 3\0" + b"x" * 4096]
)
def test_what_is_no_gradebook_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "g.sqlite").write_bytes(content)
    with pytest.raises(GradebookError, match="no gradebook"):
        Gradebook(tmp_path / "g.sqlite")
    with pytest.raises(GradebookError, match="no gradebook"):
        list(read_records(tmp_path / "g.sqlite"))


def test_a_database_of_something_else_is_said(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "g.sqlite") as other:
        other.execute("CREATE TABLE something (value TEXT)")
    other.close()
    with pytest.raises(GradebookError, match="no gradebook that grade wrote"):
        list(read_records(tmp_path / "g.sqlite"))


def test_another_format_is_said(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "g.sqlite") as plain:
        plain.execute("PRAGMA user_version = 99")
    with pytest.raises(GradebookError, match="another version"):
        Gradebook(tmp_path / "g.sqlite")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GradebookError, match="--out"):
        Gradebook(tmp_path / "file" / "g.sqlite")


def test_merging_takes_what_is_listed(tmp_path: Path) -> None:
    for name, students in (("a", ("jane", "gone")), ("b", ("bob",))):
        with Gradebook(tmp_path / f"{name}.sqlite") as book:
            book.add((record(student), student.encode()) for student in students)
            book.set_listed([f"{students[0]}.py"])
    with Gradebook(tmp_path / "all.sqlite") as book:
        assert [part.taken for part in merge(book, [tmp_path / f"{name}.sqlite" for name in "ab"])] == [1, 1]
        assert [one.entry.student for one in book.records()] == ["bob", "jane"]


def test_merging_counts_what_is_there_twice_and_what_is_not_graded(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "a.sqlite") as book:
        book.add([(record("jane"), b"jane")])
        book.set_listed(["jane.py", "bob.py", "al.py"])
        book.set_waiting([record("bob", name="Bob Roe").entry])
    with Gradebook(tmp_path / "all.sqlite") as book:
        waiting = record("bob", name="Bob Roe").entry, record("al.py", submission="al.py").entry
        pages = ("students/jane.html",)
        assert merge(book, [tmp_path / "a.sqlite"] * 2) == (
            Merged(taken=1, pages=pages, known=0, not_graded=waiting),
            Merged(taken=0, known=1, not_graded=waiting),
        )
        assert [one.entry.student for one in book.records()] == ["jane"]


def test_a_gradebook_that_is_only_read_leaves_no_file_beside_it(tmp_path: Path) -> None:
    with Gradebook(tmp_path / "a.sqlite") as book:
        book.add([(record("jane"), b"jane")])
        book.set_listed(["jane.py"])
    before = sorted(tmp_path.iterdir())
    assert len(list(read_records(tmp_path / "a.sqlite"))) == 1
    assert sorted(tmp_path.iterdir()) == before
