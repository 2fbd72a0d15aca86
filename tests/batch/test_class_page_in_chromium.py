"""The class page in a real browser: what it shows follows its address, ten thousand rows do not hang it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from grader.batch.class_page import write_class_page
from grader.batch.class_summary import summarise
from grader.entry import Entry, Remark
from grader.grading import default_pack
from grader.record import Record
from grader.result import ExerciseResult, Status
from tests.export.records import record, result

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def browse(folder: Path, fragment: str = "", count: int = 300) -> subprocess.CompletedProcess[str]:
    """The page of a class as Chromium shows it: student sN has N % of the points, every third is late."""
    file = folder / "index.html"
    records = [record(f"s{n}", n % 101, name=f"Jane Doe {n}", late=n % 3 == 0) for n in range(count)]
    write_class_page(summarise(records, {}), (), "class", file)
    return look(folder, fragment)


def look(folder: Path, fragment: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Chromium's view of the page that is there: stdout is the document, stderr has its console."""
    return subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
            f"--user-data-dir={folder / 'profile'}", *options,
            "--dump-dom", f"{(folder / 'index.html').as_uri()}{fragment}",
        ],
        capture_output=True, text=True, timeout=100, check=True,
    )  # fmt: skip


def students(dom: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="students/\w+\.html">(\w+)</a>', dom)


def test_nothing_is_complained_about_and_the_tools_are_there(tmp_path: Path) -> None:
    seen = browse(tmp_path)
    assert "CONSOLE" not in seen.stderr
    assert "Content Security Policy" not in seen.stderr
    assert 'id="tools"' in seen.stdout
    assert 'id="tools" hidden' not in seen.stdout
    assert "300 students" in seen.stdout


def test_the_address_sorts(tmp_path: Path) -> None:
    dom = browse(tmp_path, "#sort=score&order=descending").stdout
    assert students(dom)[:4] == ["s100", "s201", "s99", "s200"]
    assert 'aria-sort="descending"' in dom
    assert students(browse(tmp_path, "#sort=student").stdout)[:3] == ["s0", "s1", "s2"]


def test_the_address_searches_and_filters(tmp_path: Path) -> None:
    dom = browse(tmp_path, "#q=doe%20299").stdout
    assert students(dom) == ["s299"]
    assert "1 of 300 students" in dom
    assert "0 of 300 students" in browse(tmp_path, "#status=passed").stdout
    assert "300 students" in browse(tmp_path, "#m=0").stdout


def test_who_has_no_mark_can_be_asked_for(tmp_path: Path) -> None:
    remarks = [
        Remark(message="no matmul_practice.py", student="nobody", without=True),
        Remark(message="cannot be read", student="broken", without=True, handed_in=True),
    ]
    write_class_page(summarise([record("half", 50)], {}), remarks, "class", tmp_path / "index.html")
    for words, student in (("no submission", "nobody"), ("not graded", "broken")):
        dom = look(tmp_path, f"#status={words.replace(' ', '+')}").stdout
        assert re.findall(r'<tr data-s="[^"]*"[^>]*><th scope="row">(\w+)', dom) == [student]
        assert f'<option value="{words}">{words} (1)</option>' in dom


def test_accents_and_marks_need_not_be_typed(tmp_path: Path) -> None:
    named = {"a": "Jürgen Müller", "b": "Nguyễn Thị Hà", "c": "Mary O'Brien"}
    records = [record(student, 50, name=name) for student, name in named.items()]
    write_class_page(summarise(records, {}), (), "class", tmp_path / "index.html")
    for typed, student in (("muller,%20jurgen", "a"), ("nguyen", "b"), ("obrien", "c"), ("O'Brien", "c")):
        assert students(look(tmp_path, f"#q={typed}").stdout) == [student]


def test_a_status_is_sorted_by_how_far_it_is(tmp_path: Path) -> None:
    statuses: tuple[Status, ...] = ("failed", "inconclusive", "passed", "partial")
    records = [
        Record(
            entry=Entry(student=status, submission="a.py"), result=result(50, status), page=f"students/{status}.html"
        )
        for status in statuses
    ]
    write_class_page(summarise(records, {}), (), "class", tmp_path / "index.html")
    dom = look(tmp_path, "#sort=status").stdout
    assert students(dom) == ["passed", "partial", "failed", "inconclusive"]
    assert students(look(tmp_path, "#sort=exercise1&order=descending").stdout)[0] == "inconclusive"


def test_who_has_no_mark_comes_last_whichever_way_marks_are_sorted(tmp_path: Path) -> None:
    unjudged = Record(
        entry=Entry(student="u", submission="a.py"), result=result(0, "inconclusive"), page="students/u.html"
    )
    records = [unjudged, record("zero", 0), record("half", 50)]
    write_class_page(summarise(records, {}), (), "class", tmp_path / "index.html")
    assert students(look(tmp_path, "#sort=score").stdout) == ["zero", "half", "u"]
    assert students(look(tmp_path, "#sort=score&order=descending").stdout) == ["half", "zero", "u"]


def test_a_phone_needs_no_sideways_scrolling(tmp_path: Path) -> None:
    exercises = tuple(
        ExerciseResult(id=one.id, title=one.title, status="passed", score=1, max_score=1, checks=())
        for one in default_pack().exercises
    )
    records = [
        Record(entry=Entry(student=f"s{n}", submission="a.py"), result=result(exercises=exercises)) for n in "ab"
    ]
    write_class_page(summarise(records, {}), (), "class", tmp_path / "class.html")
    (tmp_path / "index.html").write_text(
        '<iframe id="phone" src="class.html" style="width: 390px; border: 0"></iframe><script>phone.onload = () => '
        "{ const page = phone.contentDocument.documentElement; document.title = page.scrollWidth <= 390 }</script>"
    )
    seen = look(tmp_path, "", "--allow-file-access-from-files", "--disable-web-security")
    assert "<title>true</title>" in seen.stdout


def test_ten_thousand_rows_are_sorted_and_shown_in_part(tmp_path: Path) -> None:
    dom = browse(tmp_path, "#sort=score&order=descending", count=10_000).stdout
    assert len(students(dom)) == 200
    assert students(dom)[0] == "s100"
    assert "Show all 10000" in dom


def test_the_skip_link_leaves_what_is_shown_as_it_is(tmp_path: Path) -> None:
    """The page without its policy, so that a script of ours can follow the link."""
    browse(tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8").replace("script-src", "script-src-elem 'unsafe-inline'; old")
    follow = "<script>document.querySelector('.skip').click()</script></body>"
    (tmp_path / "index.html").write_text(page.replace("</body>", follow), "utf-8")
    dom = look(tmp_path, "#q=doe%20299", "--virtual-time-budget=1000").stdout
    assert "1 of 300 students" in dom
    assert students(dom) == ["s299"]
