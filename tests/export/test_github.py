"""GitHub's annotations and summary: on the right lines, within its limits, and impossible to forge."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export import github
from grader.export.github import LONGEST_SUMMARY, summary
from grader.result import Graded, Note, Result
from tests.rendering.sample import SAMPLES, check, exercise, full_marks, hostile, mixed, result

COMMAND = re.compile(
    r"::(error|warning|notice) (file=[^:,]+,)?(line=[1-9][0-9]*,)?title=[^:,]*::(?P<message>.*)", re.DOTALL
)
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def with_text(text: str) -> Result:
    """A result that has `text` wherever a submission's text can be."""
    only = check("C", "failed", message=text, hint=text, line=1, misconception=text)
    return result(
        "failed",
        exercise("e", text, "failed", only),
        submission=text,
        notes=(Note(message=text, misconception=text),),
    )


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_every_line_is_a_command_of_ours(sample: Callable[[], Graded]) -> None:
    for line in github.workflow_commands(sample().result, "src/matmul_practice.py").splitlines():
        assert COMMAND.fullmatch(line)


@given(ANY_TEXT)
def test_no_text_begins_a_command(text: str) -> None:
    written = github.workflow_commands(with_text(text), text)
    assert written.count("\n") == len(written.splitlines()) == 3
    for line in written.splitlines():
        assert COMMAND.fullmatch(line)
        assert "##[" not in line
    written.encode()


def test_a_mistake_is_an_error_on_its_line() -> None:
    line = next(line for line in github.workflow_commands(mixed().result, "a/b.py").splitlines() if "reshape" in line)
    assert line.startswith(
        "::error file=a/b.py,line=18,title=Make the inner dimensions meet%3A The result is A.T @ B%2C shape (3%2C 4)::"
    )
    assert "%0ATry: print A" in line


def test_full_marks_are_one_notice() -> None:
    assert github.workflow_commands(full_marks().result, "a.py") == (
        "::notice title=100 / 100::Everything that was asked for is here, and it is right.\n"
    )


def test_more_than_github_shows_is_counted_in_the_last_notice() -> None:
    lines = github.workflow_commands(hostile().result, "a.py").splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert lines[-1].startswith("::notice title=0 / 160::")
    assert lines[-1].endswith("8 more remarks are in the report.")


def test_the_most_important_comes_first() -> None:
    levels = [line.split(" ")[0] for line in github.workflow_commands(mixed().result, "a.py").splitlines()]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)


def test_an_optional_check_is_only_noticed() -> None:
    only = check("C", "failed", message="M", required=False)
    assert "::error" not in github.workflow_commands(result("passed", exercise("e", "E", "passed", only)), "a.py")


def test_a_notebook_names_no_line() -> None:
    assert "line=" not in github.workflow_commands(mixed().result, "a.ipynb").replace("at line", "")


def test_percent_signs_and_newlines_are_escaped() -> None:
    written = github.workflow_commands(with_text("100%\nall"), "a,b:c.py")
    assert "::100%25%0Aall%0ATry: 100%25%0Aall\n" in written
    assert "file=a%2Cb%3Ac.py," in written


def test_the_summary_has_a_table_for_each_exercise() -> None:
    text = summary(mixed().result)
    assert text.startswith("## 49.5 / 100 · matmul\\_practice\\.py\n")
    assert text.count("| --- | --- | --- | ---: |") == 3
    assert "| ✗ | The result is A\\.T @ B, shape \\(3, 4\\) | not yet | 0 / 15 |" in text


def test_hostile_text_is_no_markup_in_the_summary() -> None:
    markdown = pytest.importorskip("markdown_it")
    page = markdown.MarkdownIt("commonmark").enable("table").render(summary(hostile().result))
    tags = set(re.findall(r"<([a-z0-9]+)", page))
    ours = "h2 h3 p ul li strong br code table thead tbody tr th td details summary"
    assert tags <= set(ours.split())
    assert "&lt;script&gt;alert(1)" in page


@given(ANY_TEXT)
def test_any_text_gives_a_summary_without_control_characters(text: str) -> None:
    written = summary(with_text(text))
    written.encode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", written)
    assert "<script" not in written.lower()


def test_a_summary_stays_below_what_github_takes() -> None:
    notes = tuple(Note(message=f"{number} {'é' * 4000}") for number in range(300))
    written = summary(result("failed", notes=notes)).encode()
    assert LONGEST_SUMMARY - 20_000 < len(written) < LONGEST_SUMMARY + 100


def test_mentions_are_not_mentions() -> None:
    assert "@octocat" not in summary(with_text("hello @octocat"))
