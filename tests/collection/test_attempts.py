"""Attempts are ordered by what platforms write, in the languages that they write it in."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.collection.attempts import ordered, read_moment
from grader.text import natural


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-20-10-00-00", datetime(2026, 11, 20, 10)),
        ("2026-11-20 10:00:00 UTC", datetime(2026, 11, 20, 10)),
        ("2026-11-20 10:00:00.250000 UTC", datetime(2026, 11, 20, 10, 0, 0, 250000)),
        ("2026-11-20 10:00:00.000000000 -08:00", datetime(2026, 11, 20, 18)),
        ("2026-04-26 17:34:00.861687000 Z", datetime(2026, 4, 26, 17, 34, 0, 861687)),
        ("Sep 24, 2024 926 PM", datetime(2024, 9, 24, 21, 26)),
        ("1 octobre 2024 9 h 26", datetime(2024, 10, 1, 9, 26)),
        ("Oct 2, 2024 111 AM", datetime(2024, 10, 2, 1, 11)),
        ("Oct 2, 2024 1205 AM", datetime(2024, 10, 2, 0, 5)),
        ("24 September, 2024 2126", datetime(2024, 9, 24, 21, 26)),
        ("9 févr. 2024 1111", datetime(2024, 2, 9, 11, 11)),
        ("3 juil. 2024 905", datetime(2024, 7, 3, 9, 5)),
        ("24. Okt. 2024 2126", datetime(2024, 10, 24, 21, 26)),
        ("2024-09-24 2126", datetime(2024, 9, 24, 21, 26)),
    ],
)
def test_a_moment_is_read_as_platforms_write_it(written: str, meant: datetime) -> None:
    assert read_moment(written) == meant


@pytest.mark.parametrize("written", ["", "3", "Feb 31, 2024 111 AM", "24 Foo 2024 2126", "2026-99-99", "Sep 24, 2024"])
def test_what_is_no_moment_is_none(written: str) -> None:
    assert read_moment(written) is None


def test_numbers_are_ordered_as_numbers() -> None:
    assert ordered(["10", "9"]) == (("9", "10"), "number")


def test_one_unreadable_date_makes_all_ordered_as_texts() -> None:
    assert ordered(["24 Foo 2024 2126", "Sep 24, 2024 926 PM"]).is_sure is False


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), min_size=1, max_size=9))
def test_dates_keep_their_order_however_they_are_written(moments: list[datetime]) -> None:
    minutes = [moment.replace(second=0, microsecond=0) for moment in moments]
    for form in ("%Y-%m-%d-%H-%M-%S", "%b %d, %Y %I%M %p", "%d %B %Y %H%M"):
        by_text = {moment.strftime(form): moment for moment in minutes}
        assert [by_text[text] for text in ordered(by_text).attempts] == sorted(set(minutes))


@given(st.lists(st.text()))
def test_any_texts_can_be_ordered(texts: list[str]) -> None:
    assert set(ordered(texts).attempts) == set(texts)
    assert sorted(texts, key=natural) == sorted(sorted(texts), key=natural)


def test_numbers_in_names_count_as_numbers() -> None:
    assert sorted(["submission_10", "submission_9"], key=natural) == ["submission_9", "submission_10"]
