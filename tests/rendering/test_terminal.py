"""The report in a terminal: the same words with and without style, harmless, and fitting its width."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from grader.rendering.terminal import render
from grader.result import Graded, Note
from tests.rendering.sample import SAMPLES, check, exercise, full_marks, hostile, listing, mixed, result

STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Stream(io.StringIO):
    """A stream that says what it is."""

    def __init__(self, *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__()
        self.terminal = terminal
        self.named_encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.named_encoding

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(graded: Graded, stream: Stream | None = None, **options: bool) -> str:
    stream = stream or Stream()
    render(graded, stream, report="feedback/page.html", **options)
    return stream.getvalue()


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_line_fits_the_width(sample: Callable[[], Graded], width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = shown(sample(), verbose=True)
    too_wide = [line for line in text.splitlines()[1:] if cell_len(line) > width]
    assert not too_wide


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_style_changes_no_word(sample: Callable[[], Graded]) -> None:
    styled = shown(sample(), Stream(terminal=True), verbose=True)
    assert STYLE.search(styled)
    assert STYLE.sub("", styled) == shown(sample(), verbose=True)


def test_a_pipe_gets_no_style() -> None:
    assert "\x1b" not in shown(mixed())


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in shown(mixed(), Stream(terminal=True))


def test_a_pipe_can_be_styled_by_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in shown(mixed())


def test_the_styles_of_rich_are_not_imported_for_a_pipe() -> None:
    program = (
        "import io, sys\n"
        "from tests.rendering.sample import mixed\n"
        "from grader.rendering.terminal import render\n"
        "render(mixed(), io.StringIO(), report=None)\n"
        "print('rich.console' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout.strip() == "False"


def test_quiet_is_the_score_line_alone() -> None:
    assert shown(mixed(), quiet=True) == "✗ matmul_practice.py  49.5 / 100\n"


def test_full_marks_say_so() -> None:
    text = shown(full_marks())
    assert text.startswith("✓ matmul_practice.py  100 / 100\nEverything that was asked for is here")
    assert text.endswith("\nReport  feedback/page.html\n")


def test_a_failed_check_shows_its_line_its_shapes_and_what_to_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    text = shown(mixed())
    assert "      17 │ B = np.random.randn(5, 4)\n" in text
    assert "    > 18 │ C = A.reshape(3, 5) @ B   (5, 3) → (3, 5), (3, 5) @ (5, 4) → (3, 4)\n" in text
    assert "    Try: print A and" in text
    assert "[reshape-for-transpose]" in text


def test_every_status_has_a_word_of_its_own() -> None:
    text = shown(mixed())
    for word in ("not yet", "partly", "could not be judged, optional", "not reached", "grader's error"):
        assert word in text


def test_a_line_is_shown_once_and_named_after_that() -> None:
    checks = [check(f"Check {number}", "failed", message=f"Message {number}.", line=18) for number in (1, 2)]
    text = shown(Graded(result=result("failed", exercise("e", "E", "failed", *checks)), listing=listing()))
    assert text.count("> 18 │") == 1
    assert "Line 18: Message 2." in text


def test_neighbours_that_say_the_same_say_it_once() -> None:
    assert shown(mixed()).count("Python stopped at line 28") == 1


def test_a_long_line_of_source_is_cut() -> None:
    graded = Graded(
        result=result("failed", exercise("e", "E", "failed", check("C", "failed", message="M", line=1))),
        listing=listing(f"x = [{'1, ' * 500}]\n", "", {1: ("(500,)",)}),
    )
    text = shown(graded)
    assert "1,…" in text or "1…" in text
    assert "│ shapes: (500,)" in text


def test_what_the_program_printed_is_fenced_and_only_shown_on_request() -> None:
    assert "Layer 1:" not in shown(mixed()).replace('print("Layer 1:"', "")
    assert "\n  │ Layer 1: (100, 16)\n" in shown(mixed(), verbose=True)


@pytest.mark.parametrize("terminal", [True, False])
def test_hostile_text_is_inert(terminal: bool) -> None:
    text = STYLE.sub("", shown(hostile(), Stream(terminal=terminal), verbose=True))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\u2028\u2029]", text)
    assert "##[" not in text
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert "[bold red]markup[/] :smile:" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_stream_without_the_marks_gets_ascii(encoding: str) -> None:
    text = shown(mixed(), Stream(encoding=encoding), verbose=True)
    assert text.isascii()
    assert text.startswith("x matmul_practice.py")
    assert "(3, 5) @ (5, 4) -> (3, 4)" in text


def test_a_message_that_wraps_keeps_short_code_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "`A.reshape(3, 5) @ B`" in shown(mixed())


@pytest.mark.parametrize("width", [60, 70, 80, 90])
def test_shapes_and_calculations_in_a_message_are_not_broken(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    pieces = [
        "np.random.randn(5, 3)",
        "B = np.array([[5, 6], [7, 8]])",
        "C = A.T @ B",
        "(100, 8)",
        "for k in range(2):",
    ]
    for before in range(0, 60, 4):
        hint = f"{'x' * before} A is {pieces[0]} then {', then '.join(pieces[1:])} and so on"
        checks = check("C", "failed", message="M", hint=hint)
        text = shown(Graded(result=result("failed", exercise("e", "E", "failed", checks)), listing=listing()))
        assert [piece for piece in pieces if piece not in text] == []


def test_the_line_to_start_at_is_the_one_that_is_spoken_of_first() -> None:
    found = exercise("e", "E", "failed", check("C", "failed", message="M", line=16))
    noted = result("failed", found, notes=(Note(message="N", line=18),))
    assert "; start at line 18." in shown(Graded(result=noted, listing=listing()))
    assert "; start at line 16." in shown(Graded(result=result("failed", found), listing=listing()))
