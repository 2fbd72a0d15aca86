"""Text made harmless: what stays, and what is shown instead."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.text import inert, not_a_command, one_line, shortened

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates, too


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b31m", "\\x9b31m"),
        ("a\x00b\x07\x7f", "a\\x00b\\x07\\x7f"),
        ("FAIL\rPASS", "FAIL\\rPASS"),
        ("gnp\u202eexe\u2066\u2069\u200f", "gnp\\u202eexe\\u2066\\u2069\\u200f"),
        ("lone \ud800", "lone \\ud800"),
        ("one\u2028two\u2029three\x85", "one\\u2028two\\u2029three\\x85"),
        ("\ufeffimport\u200b", "\\ufeffimport\\u200b"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("line\r\nnext", "line\nnext"),
        ("\tindented", "    indented"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    "text", ["", "plain", "çarpım → (3, 4)", "行列の積", "مصفوفه‌ها", "👩‍🔬 ok", "a\u00a0b", "\\x1b"]
)
def test_printable_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(ANY_TEXT)
def test_no_control_character_but_newline_comes_out(text: str) -> None:
    for character in inert(text):
        category = unicodedata.category(character)
        assert character in "\n\u200c\u200d" or category not in ("Cc", "Cf", "Cs", "Zl", "Zp"), character


@given(ANY_TEXT)
def test_what_comes_out_can_be_encoded_and_stays_the_same(text: str) -> None:
    shown = inert(text)
    shown.encode()
    assert inert(shown) == shown


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", ":\\x3aerror::x"),
        ("   ::set-output name=a::b", "   :\\x3aset-output name=a::b"),
        ("\u3000::error::x", "\u3000:\\x3aerror::x"),
        ("see ##[error]x", "see #\\x23[error]x"),
        ("##vso[task.complete]", "#\\x23vso[task.complete]"),
        ("##teamcity[x]", "#\\x23teamcity[x]"),
    ],
)
def test_no_line_of_a_log_is_a_command(line: str, shown: str) -> None:
    assert not_a_command(line) == shown


@pytest.mark.parametrize("line", ["a[::2]", "## heading", "x = y  # note [1]", "std::vector"])
def test_a_line_that_is_no_command_stays_as_it_is(line: str) -> None:
    assert not_a_command(line) == line


def test_long_text_says_how_much_is_missing() -> None:
    assert shortened("abcdef", 4) == "abcd… (2 more characters)"
    assert shortened("abcd", 4) == "abcd"
