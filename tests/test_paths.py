"""The data folders are found, and a missing one is a clear error."""

from __future__ import annotations

import pytest

from grader.paths import DataFolderError, data_folder


def test_a_data_folder_of_the_checkout_is_found() -> None:
    assert (data_folder("reports") / "templates" / "report.html.j2").is_file()


def test_a_missing_folder_is_named_with_what_to_do() -> None:
    with pytest.raises(DataFolderError, match=r"'nowhere' is missing .*install the grader again"):
        data_folder("nowhere")
