"""The page: complete, self-contained, and nothing in it but text from a submission."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.listing import MAX_LINES
from grader.listing import listing as listing_of
from grader.loading.submissions import from_bytes
from grader.paths import data_folder
from grader.rendering.html import LONGEST_LINE, render
from grader.result import Graded, ListedLine, Listing
from grader.trace import Trace
from tests.rendering.sample import SAMPLES, check, exercise, full_marks, hostile, listing, mixed, result

VOID = {"meta", "link", "br", "hr", "img", "input", "rect"}


class Page(HTMLParser):
    """A page taken apart: its tags balanced, its ids, links, headings and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def values(self, attribute: str) -> list[str | None]:
        return [value for _, name, value in self.attributes if name == attribute]

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_page_is_well_formed_and_self_contained(sample: Callable[[], Graded]) -> None:
    page = Page(render(sample()))
    assert page.tags["h1"] == page.tags["main"] == page.tags["header"] == page.tags["footer"] == page.tags["title"] == 1
    assert not set(page.tags) & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert all(str(value).startswith("#") for value in page.values("href"))
    assert not page.values("src")
    assert not page.values("style")
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_every_link_leads_somewhere_and_no_id_is_twice(sample: Callable[[], Graded]) -> None:
    page = Page(render(sample()))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {str(value).removeprefix("#") for value in page.values("href")} <= set(ids)
    assert {label for value in page.values("aria-labelledby") for label in str(value).split()} <= set(ids)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_policy_allows_the_one_style_and_nothing_else(sample: Callable[[], Graded]) -> None:
    text = render(sample())
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_hostile_text_is_shown_and_does_nothing() -> None:
    text = render(hostile())
    page = Page(text)
    assert page.tags["script"] == page.tags["b"] == page.tags["img"] == 0
    assert "<script>alert(1)</script>" in page.text
    assert "{{7*7}}" in page.text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\u2028\u2029]", text)
    text.encode()


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_of_a_submission_adds_an_element(text: str) -> None:
    one = check("C", "failed", message=text, hint=text, line=1)

    lines = (ListedLine(number=1, label=text, text=text, shapes=(text,)),)
    found = Page(
        render(
            Graded(
                result=result("failed", exercise("e", "E", "failed", one), submission=text),
                listing=Listing(lines=lines, printed="x" + text),
            )
        )
    )
    assert set(found.tags) <= set(Page(render(mixed())).tags) | {"code"}
    assert found.tags["script"] == 0


def test_headings_are_in_order() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", render(mixed()))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_say_what_their_headers_head() -> None:
    text = render(mixed())
    headers = re.findall(r"<th\b[^>]*>", text)
    assert headers
    assert all("scope=" in header for header in headers)


def test_a_failed_check_leads_to_its_line_and_back() -> None:
    text = render(mixed())
    assert '<a href="#L18">Line 18</a>' in text
    assert '<tr id="L18" class="marked failed">' in text
    assert '<li id="check-2-1" class="check failed">' in text
    assert '<a href="#check-2-1">' in text
    assert "<summary>Hint</summary>" in text


def test_a_product_on_the_line_is_drawn_and_a_clash_is_said_in_words() -> None:
    one = check("C", "failed", message="M", line=1)
    shapes = {1: ("(5, 3) @ (5, 4)",)}
    text = render(
        Graded(
            result=result("failed", exercise("e", "E", "failed", one)),
            listing=listing("C = A @ B\n", "", shapes),
        )
    )
    assert 'role="img" aria-label="(5, 3) @ (5, 4): the inner dimensions do not meet, 3 ≠ 5"' in text
    assert "The inner dimensions do not meet: 3 ≠ 5" in text
    assert text.count("<rect") == 2 + 2


def test_a_passed_page_has_no_hints() -> None:
    text = render(full_marks())
    assert "<details" not in text
    assert "100 / 100 · matmul_practice.py" in text


def test_backticks_become_code_and_indented_lines_keep_their_columns() -> None:
    text = render(mixed())
    assert "<code>A.reshape(3, 5) @ B</code>" in text
    assert '<span class="columns">  yours             2 × 7 = 14</span>' in text


def test_a_long_program_with_long_lines_is_bounded() -> None:
    submission = from_bytes(b"x" * 5000 + b"\n" + b"y\n" * (MAX_LINES + 1), "matmul_practice.py")
    one = check("C", "failed", message="M", line=MAX_LINES + 1)
    listed = listing_of(submission, Trace())
    text = render(Graded(result=result("failed", exercise("e", "E", "failed", one)), listing=listed))
    assert "2 more lines are not shown." in text
    assert "x" * (LONGEST_LINE + 1) not in text
    assert f'href="#L{MAX_LINES + 1}"' not in text


def test_a_line_that_made_much_says_how_much_more() -> None:
    shapes = {1: tuple(f"({number}, 2)" for number in range(7))}
    graded = msgspec.structs.replace(mixed(), listing=listing("C = A @ B\n", "", shapes))
    assert "(3, 2) and 3 more" in render(graded)


def test_a_notebook_line_is_called_by_its_cell() -> None:
    lines = (ListedLine(number=1, label="cell 3, line 1", text="C = A @ B"),)
    one = check("C", "failed", message="M", line=1)
    text = render(Graded(result=result("failed", exercise("e", "E", "failed", one)), listing=Listing(lines=lines)))
    assert '<a href="#L1">Cell 3, line 1</a>' in text
    assert "start at cell 3, line 1." in text


def prepare_with(templates: Path, *, writes_bytecode: bool) -> None:
    """Compile the page's template from `templates` in a fresh interpreter."""
    program = (
        "import sys; from pathlib import Path; from grader.rendering import html, pages\n"
        "pages.data_folder = lambda name: Path(sys.argv[1])\n"
        "html.prepare()\n"
    )
    environment = {
        "PYTHONPATH": os.pathsep.join(sys.path),
        **({} if writes_bytecode else {"PYTHONDONTWRITEBYTECODE": "1"}),
    }
    subprocess.run([sys.executable, "-c", program, str(templates.parent)], check=True, env=environment)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    source = data_folder("reports") / "templates"
    return Path(shutil.copytree(source, tmp_path / "templates", ignore=shutil.ignore_patterns("__pycache__")))


def test_the_compiled_template_is_kept_beside_its_source(templates: Path) -> None:
    prepare_with(templates, writes_bytecode=True)
    kept = list((templates / "__pycache__").iterdir())
    assert len(kept) == 1
    before = kept[0].stat().st_mtime_ns
    prepare_with(templates, writes_bytecode=True)
    assert kept[0].stat().st_mtime_ns == before


def test_nothing_is_kept_where_python_keeps_nothing(templates: Path) -> None:
    prepare_with(templates, writes_bytecode=False)
    assert not (templates / "__pycache__").exists()


def test_a_folder_that_cannot_be_made_does_no_harm(templates: Path) -> None:
    (templates / "__pycache__").write_text("in the way")
    prepare_with(templates, writes_bytecode=True)
