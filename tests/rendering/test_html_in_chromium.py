"""The page in a real browser: it renders, its policy refuses nothing of it, and hostile text runs nothing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.rendering.html import render
from grader.result import Graded
from tests.rendering.sample import SAMPLES, hostile, mixed

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def browse(folder: Path, page: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Chromium's view of `page`: stdout is what an option asked for, stderr has its console."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    return subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            "--v=0",
            f"--user-data-dir={folder / 'profile'}",
            *options,
            file.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


@pytest.mark.parametrize("sample", [mixed, hostile])
def test_the_browser_has_nothing_to_complain_about(sample: Callable[[], Graded], tmp_path: Path) -> None:
    seen = browse(tmp_path, render(sample()), "--dump-dom")
    assert "CONSOLE" not in seen.stderr
    assert "Content Security Policy" not in seen.stderr
    assert '<table class="source">' in seen.stdout
    assert "<script" not in seen.stdout


def test_a_style_that_is_not_ours_would_be_refused(tmp_path: Path) -> None:
    page = render(SAMPLES["empty"]()).replace("</main>", "<p style='color: red'>x</p></main>")
    assert "Content Security Policy" in browse(tmp_path, page, "--dump-dom").stderr


def test_title_and_marks_are_there(tmp_path: Path) -> None:
    dom = browse(tmp_path, render(mixed()), "--dump-dom").stdout
    assert "<title>49.5 / 100 · matmul_practice.py</title>" in dom
    for mark in "✓✗◐?–!":
        assert f'aria-hidden="true">{mark}</span>' in dom


def test_a_phone_needs_no_sideways_scrolling(tmp_path: Path) -> None:
    """Long lines of hostile text wrap: the page fits a narrow window (500 is headless Chromium's least)."""
    page = render(hostile()).replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
    page = page.replace(
        "</body>",
        "<script>document.title = document.documentElement.scrollWidth <= innerWidth</script></body>",
    )
    dom = browse(tmp_path, page, "--window-size=500,900", "--dump-dom").stdout
    assert "<title>true</title>" in dom
