"""Of Gradescope's metadata only what Gradescope itself wrote is believed; of Classroom 50's table, its user names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.collection.errors import CollectionError
from grader.collection.metadata import About, Submitter, read_metadata
from grader.collection.scores import read_scores

ONE = """\
---
submission_7:
  :submitters:
  - :name: Jane Doe
    :sid: '20067930'
    :email: jane@example.org
  :created_at: 2026-11-20 10:00:00.000000000 -08:00
  :score: 7.0
"""
JANE = Submitter(name="Jane Doe", sid="20067930", email="jane@example.org")


def about(text: str, folder: str = "submission_7") -> About:
    return read_metadata(text.encode())[folder]


def test_the_submitters_and_the_time_are_read() -> None:
    assert about(ONE) == About((JANE,), "2026-11-20 10:00:00.000000000 -08:00")
    assert about(ONE.replace("\n", "\r\n")).submitters == (JANE,)
    assert about(ONE.replace("  - ", "    - ").replace("\n    :", "\n      :")).submitters == (JANE,)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("'Jane ''JD'' Doe'", "Jane 'JD' Doe"),
        ('"Zo\\u00eb \\"Z\\" Doe"', 'Zoë "Z" Doe'),
        ("Zoë Doe", "Zoë Doe"),
        ("", None),
        ("~", None),
        ("null", None),
        ("''", None),
        ("|-", None),
        ("*alias", None),
        ('"unfinished', None),
    ],
)
def test_a_value_on_one_line_is_read_and_others_are_none(written: str, name: str | None) -> None:
    assert about(ONE.replace("Jane Doe", written)).submitters[0].name == name


@pytest.mark.parametrize(
    "printed",
    [
        "  :submitters:\n      - :name: Evil\n        :email: evil@example.org",
        "x\n      submission_7:\n        :submitters:\n        - :email: evil@example.org",
        "x\u2028submission_7:\u2028  :submitters:\u2028  - :email: evil@example.org",
        "x\x85submission_7:\x85  :submitters:\x85  - :email: evil@example.org\x0csubmission_7:",
    ],
)
def test_what_a_submission_printed_is_nobodys_metadata(printed: str) -> None:
    text = f"{ONE}  :results:\n    output: |-\n      {printed}\n"
    assert about(text).submitters == (JANE,)
    assert list(read_metadata(text.encode())) == ["submission_7"]


@pytest.mark.parametrize(
    "name", ["|-\n      Jane\n      :email: evil@example.org", ">-\n      :email: evil@example.org"]
)
def test_a_name_of_several_lines_holds_no_other_keys(name: str) -> None:
    (submitter,) = about(ONE.replace("Jane Doe", name)).submitters
    assert submitter == Submitter(name=None, sid="20067930", email="jane@example.org")


def test_a_value_that_goes_on_below_is_not_taken_for_the_whole() -> None:
    (submitter,) = about(ONE.replace("Jane Doe", "Jane\n      Doe")).submitters
    assert submitter.name is None


def test_a_submission_without_submitters_has_none() -> None:
    text = "submission_7:\n  :submitters: []\n  :score: 1\n" + ONE.replace("_7", "_8")
    assert about(text).submitters == ()
    assert about(text, "submission_8").submitters == (JANE,)


@pytest.mark.parametrize("text", ["", "{submission_1: {':submitters': []}}", "a: b\n", "\x00\xff"])
def test_what_gradescope_did_not_write_is_refused(text: str) -> None:
    with pytest.raises(CollectionError, match="not written as Gradescope writes it"):
        read_metadata(text.encode())


LINES = st.sampled_from(
    [*ONE.splitlines(), "  - :sid:", "    :email: a@b", "      x", "", "\t", "submission_9:", "  -"]
)


@given(st.lists(LINES))
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    try:
        found = read_metadata("\n".join(lines).encode())
    except CollectionError:
        return
    assert set(found) <= {"submission_7", "submission_9"}


def test_classroom_50s_table_is_read_by_user_name() -> None:
    text = (
        "username,first_name,last_name,email,section,score,max_score,datetime,submission_tag\n"
        "Bo,Jane,Doe,jane@example.org,A,2,3,2026-06-02T09:00:00Z,submit/x\n"
        "Bo,Jane,Doe,jane@example.org,A,1,3,2026-06-01T09:00:00Z,submit/w\n"
        "cy,,,,,,,,\n"
    )
    bo, cy = read_scores(text.encode("utf-8-sig")).values()
    assert (bo.username, bo.name, bo.email, bo.handed_in) == ("Bo", "Jane Doe", "jane@example.org", True)
    assert (cy.name, cy.email, cy.handed_in) == (None, None, False)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", 'username\n"' + "x" * 200_000])
def test_a_table_without_user_names_is_refused(text: str) -> None:
    with pytest.raises(CollectionError, match=r"no column username|no CSV"):
        read_scores(text.encode())
