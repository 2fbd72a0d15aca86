"""What is handed in becomes a submission, or a sentence that says why not and what to do."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.loading.submissions import from_bytes, read_submission
from grader.submission import MAX_BYTES, SubmissionError

NAME = "matmul_practice.py"


def notebook(*cells: str | list[str], kind: str = "code") -> bytes:
    rows: list[dict[str, Any]] = [{"cell_type": kind, "source": cell, "metadata": {}, "outputs": []} for cell in cells]
    return json.dumps({"cells": rows, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def test_a_file_is_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"print(1)\r\n")
    found = read_submission(path)
    assert (found.source, found.text, found.cells) == (b"print(1)\r\n", "print(1)\r\n", ())


def test_a_folder_with_one_python_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "work.py").write_text("print(1)")
    assert read_submission(tmp_path).source == b"print(1)"


@pytest.mark.parametrize("name", ["matmul_practice.py.txt", "MATMUL.PY", "work.IPYNB"])
def test_a_folder_with_a_file_that_is_called_as_some_browsers_call_it_is_that_file(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(notebook("print(1)") if name.endswith("IPYNB") else b"print(1)\n")
    assert read_submission(tmp_path).text == "print(1)\n"


def test_a_mistyped_name_is_told_the_nearest_one(tmp_path: Path) -> None:
    for name in ("a.py", "b.py", "c.py", "d.py", "e.py", "matmul_practice.py"):
        (tmp_path / name).write_text("print(1)\n")
    with pytest.raises(SubmissionError, match=r"in that folder are: matmul_practice\.py, a\.py"):
        read_submission(tmp_path / "matmul_pratice.py")


def test_a_folder_with_two_files_is_not_guessed_at(tmp_path: Path) -> None:
    for name in ("one.py", "two.py"):
        (tmp_path / name).write_text("")
    with pytest.raises(SubmissionError, match=r"one\.py"):
        read_submission(tmp_path)


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match=str(tmp_path)):
        read_submission(tmp_path)


def test_a_missing_file_names_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "matmul_practise.py").write_text("")
    with pytest.raises(SubmissionError, match=r"no such file.*matmul_practise\.py"):
        read_submission(tmp_path / NAME)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(SubmissionError, match="not a file but a pipe"):
        read_submission(tmp_path / NAME)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/zero")
def test_a_device_is_refused_at_once() -> None:
    with pytest.raises(SubmissionError, match="device"):
        read_submission("/dev/zero")


def test_a_link_to_itself_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / NAME).symlink_to(tmp_path / NAME)
    with pytest.raises(SubmissionError, match="cannot be read"):
        read_submission(tmp_path / NAME)


REFUSED: dict[str, tuple[bytes, str]] = {
    "NUL bytes": (b"print(1)\0", "NUL bytes"),
    "too large": (b"#" * (MAX_BYTES + 1), "too many"),
    "not UTF-8": (b"x = 1\ny = '\xff'\n", "line 2 is not text"),
    "an unknown encoding": (b"# coding: klingon\n", "klingon"),
    "an encoding that takes for ever": (b"# coding: punycode\n" + b"a" * 1000, "punycode"),
    "an encoding that gives half a character": (b"# coding: unicode_escape\n# \\ud800\n", "not text"),
    "another one that does": (b"# coding: utf-7\n# +2AA-\n", "not text"),
    "an encoding that is no text": (b"# coding: rot13\n", "coding line"),
    "two encodings": (b"\xef\xbb\xbf# coding: latin-1\n", "saved as UTF-8.*take that line out"),
    "no UTF-8 in its first line": (b"# \xff\n", "line 1 is not text"),
    "no UTF-8 before its coding line": (b"# \xff\n# coding: latin-1\n", "line 1 is not text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_in_a_sentence(name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(SubmissionError, match=words):
        from_bytes(data, NAME)


def test_the_largest_file_is_read() -> None:
    assert len(from_bytes(b"#" * MAX_BYTES, NAME).source) == MAX_BYTES


def test_what_has_a_notebooks_cells_is_read_as_one_without_its_version() -> None:
    cell = {"cell_type": "code", "source": ["x = 1"]}
    assert from_bytes(json.dumps({"cells": [cell]}).encode(), NAME).text == "x = 1\n"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_submission_or_refused(data: bytes) -> None:
    for name in (NAME, "matmul_practice.ipynb", "<stdin>"):
        try:
            found = from_bytes(data, name)
        except SubmissionError as error:
            assert str(error).startswith(name)
        else:
            assert isinstance(found.text, str)


def test_the_same_content_has_the_same_digest() -> None:
    one, same, other = (from_bytes(data, name) for data, name in ((b"1", "a"), (b"1", "b"), (b"2", "a")))
    assert one.digest == same.digest != other.digest


def test_a_notebook_is_the_code_of_its_cells() -> None:
    found = from_bytes(notebook("import numpy as np\nx = 1", ["y = 2\n", "y"]), "work.ipynb")
    assert found.text == "import numpy as np\nx = 1\ny = 2\ny\n"
    assert [found.label(line) for line in (1, 2, 3, 4)] == [
        "cell 1, line 1", "cell 1, line 2", "cell 2, line 1", "cell 2, line 2",
    ]  # fmt: skip


def test_a_notebook_that_is_called_a_program_is_one_still() -> None:
    assert from_bytes(notebook("x = 1"), "work.py").cells


def test_only_code_is_taken_from_a_notebook() -> None:
    assert from_bytes(notebook("# a heading", kind="markdown"), "work.ipynb").text.strip() == ""


MAGICS = {
    "%matplotlib inline\nx = 1": "\nx = 1",
    "!pip install numpy\nx = 1": "\nx = 1",
    "x = 1\nx?": "x = 1\n",
    "%%bash\nrm -rf x\nls": "\n\n",
    "%%time\nx = 1": "\nx = 1",
    "%time x = 1": "x = 1",
    "files = !ls\nx = 1": "files = []\nx = 1",
    "if True:\n    %precision 3": "if True:\n    pass",
    "x = (3\n% 2)": "x = (3\n% 2)",
    "s = [\n'!a',\n]": "s = [\n'!a',\n]",
    "pip install numpy\nx = 1": "\nx = 1",
    "ls -l\nls\ncd ..\nx = 1": "\n\n\nx = 1",
    "pip = 3\nls(pip)\nrun == 2": "pip = 3\nls(pip)\nrun == 2",
    "!pip install \\\n    numpy\nx = 1": "\n\nx = 1",
    "np.*dot*?\nx = 1": "\nx = 1",
    "    x = 1\n    y = 2": "x = 1\ny = 2",
    ">>> x = 1\n>>> for i in x:\n...     y = 2": "x = 1\nfor i in x:\n    y = 2",
    "In [3]: x = 1": "x = 1",
    "x = 1\nto be done": "# x = 1\nraise SyntaxError('invalid syntax')  # to be done",
    "x = (1\n\ny": "raise SyntaxError(\"'(' was never closed\")  # x = (1\n\n# y",
    "await x": "await x",
    "ls = [1]\nls": "ls = [1]\nls",
    "run . shape\nls + [1]": "run . shape\nls + [1]",
    'x = """shape:\n%s\n"""': 'x = """shape:\n%s\n"""',
    "# no fit :(\n%time x = 1": "# no fit :(\nx = 1",
    "x = '(['\n!ls": "x = '(['\n",
    'x = "it\'s ("\n!ls': 'x = "it\'s ("\n',
}


@pytest.mark.parametrize("cell", MAGICS)
def test_what_only_a_notebook_understands_is_taken_out_and_lines_stay(cell: str) -> None:
    assert from_bytes(notebook(cell), "work.ipynb").text == MAGICS[cell] + "\n"


BROKEN_NOTEBOOKS: dict[str, Callable[[], bytes]] = {
    "no JSON": lambda: b"{ not json",
    "a list": lambda: b"[]",
    "cells of another kind": lambda: b'{"cells": [1, 2]}',
    "a source that is a number": lambda: b'{"cells": [{"cell_type": "code", "source": 5}]}',
    "deep nesting": lambda: b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "too many cells": lambda: notebook(*["x"] * 10_001),
    "too much code": lambda: notebook("#" * (MAX_BYTES + 1)),
}


@pytest.mark.parametrize("name", BROKEN_NOTEBOOKS)
def test_a_broken_notebook_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(SubmissionError, match=r"work\.ipynb"):
        from_bytes(BROKEN_NOTEBOOKS[name](), "work.ipynb")


def test_every_cell_is_a_program_of_its_own() -> None:
    future = "from __future__ import annotations"
    longer = "from __future__ import (\n    annotations,\n)\nx = 1"
    assert from_bytes(notebook("y = 2", longer, f"{future}; z = 3"), "a.ipynb").text == "y = 2\n\n\n\nx = 1\nz = 3\n"
    assert from_bytes(notebook(f"{future}\nx = 1", f"{future}\ny = 2"), "a.ipynb").text == f"{future}\nx = 1\n\ny = 2\n"


def test_what_a_cell_is_run_as_is_shown_as_it_was_written() -> None:
    found = from_bytes(notebook("files = !ls\nx = 1", "to be done", "  y = 2"), "work.ipynb")
    assert found.lines[0] == "files = []"
    assert found.shown == ["files = !ls", "x = 1", "to be done", "  y = 2"]


def test_a_notebook_of_an_older_format_is_read() -> None:
    older = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1\n", "y"]}]}]}
    assert from_bytes(json.dumps(older).encode(), "work.ipynb").text == "x = 1\ny\n"


def test_a_notebook_whose_outputs_are_not_quite_json_is_read() -> None:
    data = notebook("x = 1").replace(b'"cells"', b'"metadata": {"value": NaN}, "cells"', 1)
    assert from_bytes(data, "work.ipynb").text == "x = 1\n"


def test_half_a_character_in_a_notebook_is_read_as_one_that_is_unknown() -> None:
    assert from_bytes(notebook("print(1)  # \ud800"), "n.ipynb").text == "print(1)  # \ufffd\n"


@pytest.mark.parametrize("row", ["cd," * 200_000, "ls:" * 200_000, "from __future__ import(\n" * 40_000])
def test_a_cell_of_what_nearly_is_a_command_is_read(row: str) -> None:
    cell = f"y = '''\n{row}\n'''"
    assert from_bytes(notebook("print(1)", cell), "n.ipynb").text.count("\n") == 2 + cell.count("\n")


def test_a_program_that_is_called_a_notebook_is_one_still() -> None:
    assert from_bytes(b"x = 1\n", "work.ipynb").text == "x = 1\n"


def test_a_silenced_cell_is_not_displayed() -> None:
    found = from_bytes(notebook("x = 1\nx", "x;", "x  # shown"), "work.ipynb")
    assert found.displays == ((1, 2, 1), (4, 4, 3))


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not to be shown")
    (tmp_path / "handed_in").mkdir()
    (tmp_path / "handed_in" / "matmul_practice.py").symlink_to(tmp_path / "secret")
    with pytest.raises(SubmissionError, match="no Python file"):
        read_submission(tmp_path / "handed_in")
