"""A fingerprint sees through names, texts and layout, and nothing in a source can hurt it."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.fingerprint import fingerprint
from grader.paths import data_folder
from tests.corpus import labelled
from tests.transforming import reformatted, renamed

SOURCE = (data_folder("solutions") / "matmul_practice.py").read_text("utf-8")


def test_names_layout_comments_and_texts_do_not_matter() -> None:
    assert fingerprint(SOURCE) == fingerprint(renamed(SOURCE)) == fingerprint(reformatted(SOURCE))
    assert fingerprint(SOURCE) == fingerprint(SOURCE.replace("Layer 1", "Hidden").replace("# ", "# and "))


def test_another_way_of_doing_it_is_another_fingerprint() -> None:
    assert fingerprint(SOURCE) != fingerprint(SOURCE.replace("A.T @ B", "np.dot(A.T, B)"))
    assert fingerprint(SOURCE) != fingerprint(SOURCE.replace("RandomState", "x").replace("42", "43"))


def test_most_right_files_look_different() -> None:
    found = [fingerprint(label.path.read_bytes().decode("utf-8", "replace")) for label in labelled("right")]
    known = [one for one in found if one]
    assert len(set(known)) > 0.9 * len(known)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "x = 1\n",
        "def f(:\n",
        "\0",
        "(" * 5000 + ")" * 5000,
        "-" * 20_000 + "1",
        "a" + ".b" * 20_000,
        "x = 1\n" * 40_000,
    ],
    ids=["empty", "short", "broken", "nul", "brackets", "minus", "dots", "long"],
)
def test_what_cannot_be_compared_has_none(source: str) -> None:
    assert fingerprint(source) is None


def test_odd_escapes_warn_nobody_and_are_compared_all_the_same() -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        assert fingerprint(SOURCE + 'print("\\d")\n') is not None
    assert not warned


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_nothing_makes_it_fail(source: str) -> None:
    assert fingerprint(source) is None or len(source) > 100


def test_a_number_of_endless_digits_has_a_fingerprint_too() -> None:
    assert fingerprint(f"{SOURCE}\nlong = 0x{'f' * 4000}\n") is not None
