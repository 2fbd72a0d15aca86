"""The class page: complete without a script, safe with any text, written without holding it all."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.class_page import write_class_page
from grader.batch.class_summary import summarise
from grader.entry import Remark
from grader.packs.spec import Mistake
from grader.record import Record
from grader.result import Note
from tests.export.records import not_graded, record, result

SAYS = {Mistake("reshape-for-transpose", "transpose-fix"): "Use `A.T`."}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><!--{{ 7*7 }}{% raw %}\x1b[31m\u202e"


def page(folder: Path, *records: Record, remarks: tuple[Remark, ...] = (), title: str = "class") -> str:
    write_class_page(summarise(records, SAYS), remarks, title, folder / "index.html")
    return (folder / "index.html").read_text("utf-8")


def test_it_says_what_became_of_the_class(tmp_path: Path) -> None:
    text = page(tmp_path, record("a", 100), record("b", 40), not_graded("c"))
    assert "3 submissions: 2 not yet, 1 could not be judged; median 70 of 100." in text
    said = "Most common: <strong>reshape-for-transpose</strong> in “Transpose”, 2 of 3. Use <code>A.T</code>."
    assert said in text


def test_every_student_is_in_the_table_with_a_link_to_the_page(tmp_path: Path) -> None:
    text = page(tmp_path, *(record(f"s{n}", n) for n in range(30)))
    for number in range(30):
        assert f'<a href="students/s{number}.html">s{number}</a>' in text
    assert text.count("<tr data-s=") == 30


def test_a_misconception_leads_to_the_line(tmp_path: Path) -> None:
    assert 'href="students/a.html#L18"' in page(tmp_path, record("a"))


def test_a_mistake_of_two_exercises_is_listed_under_each_and_named_once_beside_who_made_it(tmp_path: Path) -> None:
    (one,) = result().exercises
    other = msgspec.structs.replace(one, id="another", title="Another")
    text = page(tmp_path, Record(entry=record("a").entry, result=result(exercises=(one, other))))
    assert '<option value="0">reshape-for-transpose (1)</option>' in text
    assert '<option value="1">reshape-for-transpose in “Transpose” (1)</option>' in text
    assert '<td class="ids">reshape-for-transpose</td>' in text


def test_what_the_numbers_above_the_columns_stand_for_is_said(tmp_path: Path) -> None:
    (one,) = result().exercises
    other = msgspec.structs.replace(one, id="another", title="Another & one")
    text = page(tmp_path, Record(entry=record("a").entry, result=result(exercises=(one, other))))
    assert "<strong>1</strong> Transpose · <strong>2</strong> Another &amp; one" in text


def test_pages_with_odd_names_are_linked_and_nothing_else_is(tmp_path: Path) -> None:
    one = record("x")
    odd = Record(entry=one.entry, result=one.result, page="students/a b?#%javascript:.html")
    assert 'href="students/a%20b%3F%23%25javascript%3A.html"' in page(tmp_path, odd)


def test_the_policy_allows_our_style_and_script_and_nothing_else(tmp_path: Path) -> None:
    text = page(tmp_path, record("a"))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert not re.search(r"<[^>]* (on\w+|style)=", text)


def test_hostile_text_is_inert_everywhere(tmp_path: Path) -> None:
    one = record(HOSTILE, name=HOSTILE, submission=HOSTILE)
    other = Record(entry=one.entry, result=result(notes=(Note(message=HOSTILE),)), page=None)
    text = page(tmp_path, one, other, remarks=(Remark(message=HOSTILE, path=HOSTILE, student=HOSTILE),), title=HOSTILE)
    assert text.count("<script") == 1
    assert "<img" not in text
    assert "49" not in re.sub(r"<(style|script)>.*?</\1>", "", text, flags=re.DOTALL)
    assert not set(text) & set("\x1b\u202e")


@settings(max_examples=25)
@given(st.text(st.characters(codec=None), max_size=40))
def test_no_name_adds_an_element(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("page")
    plain = re.findall(r"<[a-z]+", page(folder, record("x", name="x1", submission="x")))
    assert re.findall(r"<[a-z]+", page(folder, record("x", name=f"{name}1", submission=name))) == plain


def test_a_check_that_nobody_could_be_judged_by_says_so(tmp_path: Path) -> None:
    one = record("a")
    text = page(tmp_path, Record(entry=one.entry, result=result(0, "inconclusive")))
    assert text.count("none judged") == 2


def test_exercises_are_shown_in_their_own_order_with_their_rates(tmp_path: Path) -> None:
    (first,) = result(100, "passed").exercises
    second = msgspec.structs.replace(first, id="another", title="A later one")
    text = page(tmp_path, Record(entry=record("a").entry, result=result(exercises=(first, second))))
    body = text[text.index('<table class="checks">') :]
    assert body.index("Transpose") < body.index("A later one")
    assert '<td class="number">1 of 1</td><td class="number">100 %</td>' in body


def test_an_empty_class_has_a_page(tmp_path: Path) -> None:
    assert "There are no submissions." in page(tmp_path)


def test_many_remarks_are_cut_and_counted(tmp_path: Path) -> None:
    remarks = tuple(Remark(message=f"remark {n}") for n in range(500))
    text = page(tmp_path, record("a"), remarks=remarks)
    assert "remark 199" in text
    assert "and 300 more" in text
