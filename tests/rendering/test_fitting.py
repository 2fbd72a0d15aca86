"""How text fits the columns of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from grader.rendering.fitting import cut, wrap
from grader.text import inert, one_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates, too


@given(ANY_TEXT, st.integers(4, 60))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(inert(text), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(inert(text).split())


@given(ANY_TEXT, st.integers(3, 60))
def test_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(cut(one_line(text), width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("行列の積", 5, "行列…"),
        ("नमस्ते दुनिया", 7, "नमस्ते दु…"),
        ("สวัสดีครับ", 5, "สวัสดี…"),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧!!", 4, "👨\u200d👩\u200d👧…"),
        ("é" * 3, 2, "é…"),
    ],
)
def test_text_in_any_script_is_cut_between_what_is_read_as_one(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


def test_words_in_any_script_are_broken_at_spaces() -> None:
    assert wrap("नमस्ते दुनिया", 7) == ["नमस्ते", "दुनिया"]


def test_accents_alone_are_no_reason_to_lose_a_line() -> None:
    assert wrap("\u0301" * 9, 4) == ["\u0301" * 9]


def test_an_indented_line_that_fits_is_kept() -> None:
    assert wrap("sum\n    1 × 5\n\nend", 20) == ["sum", "    1 × 5", "", "end"]
