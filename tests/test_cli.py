"""The command, as a person or a CI job calls it: its exit codes, what is on stdout and on stderr, what it writes."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from grader.paths import data_folder
from tests.corpus import SUBMISSIONS

ROOT = Path(__file__).parents[1]
NAME = "matmul_practice.py"
SOLUTION = data_folder("solutions") / NAME
WRONG = SUBMISSIONS / "wrong" / "reshape_for_transpose.py"
NOTEBOOK = SUBMISSIONS / "notebooks" / "last_expression_shapes.ipynb"


class Done(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An empty folder to be called in, with the solution and a wrong file."""
    shutil.copy(SOLUTION, tmp_path / NAME)
    shutil.copy(WRONG, tmp_path / "wrong.py")
    return tmp_path


def environment(**changes: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB", "GRADE", "NO_COLOR"))}
    return {**clean, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **changes}


def grade(folder: Path, *arguments: str, text: bytes = b"", **changes: str) -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "grader", *arguments],
        cwd=folder, env=environment(**changes), input=text, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert b"Traceback (most recent call last)" not in done.stderr
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def written(folder: Path, source: str | bytes) -> Path:
    path = folder / "work.py"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return path


def test_a_right_file_passes_and_its_page_is_named(here: Path) -> None:
    done = grade(here, NAME)
    assert (done.code, done.err) == (0, "")
    assert "100 / 100" in done.out
    assert "feedback/matmul_practice.html" in done.out
    assert "<html" in (here / "feedback" / "matmul_practice.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("josé.py",), ("class",)])
def test_json_is_utf_8_whatever_the_encoding_of_the_output(here: Path, arguments: tuple[str, ...]) -> None:
    shutil.copy(SOLUTION, here / "josé.py")
    (here / "class").mkdir()
    for name in ("josé.py", "王.py"):
        shutil.copy(SOLUTION, here / "class" / name)
    done = grade(here, *arguments, "--format", "json", PYTHONIOENCODING="ascii")
    assert next(json.loads(line)["submission"] for line in done.out.splitlines()) in ("josé.py", "josé")


def test_an_output_that_cannot_be_written_is_no_mistake_of_the_graders(here: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "grader", NAME], cwd=here, env=environment(), stdout=full, stderr=subprocess.PIPE,
            text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "cannot be written to standard output (No space left on device)" in done.stderr


@pytest.mark.parametrize("arguments", [(NAME,), (NAME, "--isolation", "strict"), ("class",)])
def test_no_module_that_lies_beside_a_submission_is_the_graders(arguments: tuple[str, ...], here: Path) -> None:
    for folder in (here, here / "class" / "one", here / "class" / "other"):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOLUTION, folder / NAME)
    for module in ("typing", "inspect", "signal", "socket", "tomllib", "click", "msgspec", "numpy", "jinja2", "dask"):
        (here / f"{module}.py").write_text("import os\nos.write(2, b'OURS')\nos._exit(0)\n")
    call = [sys.executable, "-m", "grader", *arguments, "--quiet"]
    kept = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    done = subprocess.run(call, cwd=here, env=kept, capture_output=True, text=True, check=False)
    assert "OURS" not in done.stderr
    assert "100 / 100" in done.stdout or "2 passed" in done.stdout


@pytest.mark.parametrize("command", ["grade doctor > /dev/full", "grade - <&-"])
def test_what_the_machine_refuses_is_no_mistake_of_the_graders(command: str, here: Path) -> None:
    call = command.replace("grade", f'"{sys.executable}" -m grader', 1)
    done = subprocess.run(call, shell=True, cwd=here, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "mistake" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("own", [NAME, "solution.py"])
def test_ones_own_file_is_not_graded_in_the_place_of_a_class_that_lies_beside_it(here: Path, own: str) -> None:
    for name in ("doe_1_2_work.py", "roe_3_4_work.py"):
        (here / "all" / "submissions").mkdir(parents=True, exist_ok=True)
        shutil.copy(SOLUTION, here / "all" / "submissions" / name)
    shutil.copy(SOLUTION, here / "all" / own)
    done = grade(here, "all")
    assert done.code == 2
    assert "submissions is a class by itself (Canvas download): name that folder, or the one file" in done.err


def test_a_wrong_file_does_not_pass_and_is_told_why(here: Path) -> None:
    done = grade(here, "wrong.py")
    assert (done.code, done.err) == (1, "")
    assert "reshape-for-transpose" in done.out


def test_the_page_goes_where_it_is_asked_to(here: Path) -> None:
    assert grade(here, NAME, "-o", "a/b").code == 0
    assert (here / "a" / "b" / "matmul_practice.html").is_file()
    assert not (here / "feedback").exists()


def test_no_page_is_written_when_none_is_wanted(here: Path) -> None:
    assert grade(here, NAME, "--no-html").code == 0
    assert sorted(path.name for path in here.iterdir()) == [NAME, "wrong.py"]


def test_a_page_that_cannot_be_written_is_a_sentence(here: Path) -> None:
    (here / "file").write_text("")
    done = grade(here, NAME, "-o", "file/folder")
    assert done.code == 2
    assert "cannot be written" in done.err


def test_json_is_alone_on_stdout(here: Path) -> None:
    done = grade(here, "wrong.py", "--format", "json")
    assert done.code == 1
    assert done.out.count("\n") == 1
    document = json.loads(done.out)
    assert (document["submission"], document["status"], document["max_score"]) == ("wrong.py", "failed", 100)


def test_quiet_says_the_score_in_a_line_or_two(here: Path) -> None:
    done = grade(here, "wrong.py", "--quiet", "--no-html")
    assert "/ 100" in done.out
    assert len(done.out.splitlines()) <= 2


def test_verbose_says_how_each_run_ended(here: Path) -> None:
    done = grade(here, NAME, "--verbose", "--no-html")
    assert "as written" in done.out.replace("_", " ")


def test_junit_is_written(here: Path) -> None:
    done = grade(here, "wrong.py", "--junit", "out/results.xml", "--no-html")
    assert done.code == 1
    assert (here / "out" / "results.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_a_junit_file_that_cannot_be_written_takes_nothing_from_the_report(here: Path) -> None:
    done = grade(here, "wrong.py", "--junit", f"{NAME}/results.xml", "--no-html")
    assert done.code == 2
    assert "/ 100" in done.out
    assert "choose another place with --junit" in done.err


def test_a_workflow_gets_annotations_and_a_summary(here: Path) -> None:
    summary = here / "summary.md"
    done = grade(here, "wrong.py", "--no-html", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert done.code == 1
    assert re.search(r"^::error file=wrong\.py,line=\d+,title=", done.err, re.MULTILINE)
    assert "::error" not in done.out
    assert summary.read_text(encoding="utf-8")


def test_annotations_name_a_file_as_the_workspace_has_it(here: Path) -> None:
    (here / "work").mkdir()
    for path in ("../wrong.py", str(here / "wrong.py")):
        done = grade(here / "work", path, "--no-html", GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(here))
        assert "file=wrong.py" in done.err


def test_a_summary_that_cannot_be_written_is_a_sentence(here: Path) -> None:
    done = grade(here, NAME, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(here / "nowhere" / "summary.md"))
    assert done.code == 2
    assert "(GITHUB_STEP_SUMMARY): cannot be written (No such file or directory)" in done.err


def test_annotations_stay_off_stdout_beside_json(here: Path) -> None:
    done = grade(here, "wrong.py", "--no-html", "--format", "json", GITHUB_ACTIONS="true")
    assert json.loads(done.out)["status"] == "failed"


def test_there_is_no_colour_in_a_pipe_nor_where_it_is_not_wanted(here: Path) -> None:
    assert "\x1b" not in grade(here, "wrong.py", "--no-html").out
    assert "\x1b" not in grade(here, "wrong.py", "--no-html", NO_COLOR="1", FORCE_COLOR="1", TERM="xterm").out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_any_terminal_can_show_the_report(encoding: str, here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "grader", "wrong.py", "--no-html"],
        cwd=here, env=environment(PYTHONIOENCODING=encoding), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"reshape-for-transpose" in done.stdout


USELESS: dict[str, tuple[str, str]] = {
    "no such file": ("missing.py", "there is no such file"),
    "an empty folder": ("empty", "empty"),
    "a pipe": ("pipe", "not a file but a pipe"),
    "a device": ("/dev/zero", "device"),
    "NUL bytes": ("nul.py", "NUL bytes"),
    "too large": ("large.py", "too many"),
    "no text": ("bytes.py", "line 1 is not text"),
    "a broken notebook": ("broken.ipynb", "broken.ipynb"),
    "an unknown option": ("--nonsense", "No such option"),
    "an odd time limit": ("--time-limit=soon", "soon"),
    "an unknown format": ("--format=yaml", "yaml"),
}


@pytest.fixture
def useless(here: Path) -> Path:
    (here / "empty").mkdir()
    os.mkfifo(here / "pipe")
    (here / "nul.py").write_bytes(b"x = 1\0")
    (here / "large.py").write_bytes(b"#" * 2_000_000)
    (here / "bytes.py").write_bytes(b"'\xff'")
    (here / "broken.ipynb").write_text("{")
    return here


@pytest.mark.parametrize("name", USELESS)
def test_what_cannot_be_graded_is_a_sentence_and_exit_code_two(name: str, useless: Path) -> None:
    argument, words = USELESS[name]
    done = grade(useless, *([NAME] if argument.startswith("--") else []), argument)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert not (useless / "feedback").exists()


@pytest.mark.parametrize("name", [NAME, "HW.PY", "hw.py.txt", "hw.txt", "-"])
def test_an_option_of_folders_is_refused_for_a_file_however_it_is_called(name: str, here: Path) -> None:
    shutil.copy(SOLUTION, here / name)
    done = grade(here, name, "--jobs", "2")
    assert (done.code, done.out) == (2, "")
    assert "--jobs is for a folder or zip of submissions, and this is a single file" in done.err


@pytest.mark.parametrize("name", ["nowhere", "nowhere.zip"])
def test_what_is_not_there_is_said_beside_an_option_of_folders_too(name: str, here: Path) -> None:
    assert "there is no such" in grade(here, name, "--jobs", "2").err


def test_on_a_terminal_what_is_wrong_is_no_wider_than_that(useless: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "grader", "bytes.py"],
        cwd=useless, env=environment(COLUMNS="50"), stderr=theirs, stdout=subprocess.DEVNULL, timeout=60, check=False,
    )  # fmt: skip
    os.close(theirs)
    said = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)
    assert len(said) > 1
    assert all(len(row) <= 50 for row in said)
    assert " ".join(said).endswith("save the file as UTF-8")


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_a_sentence(here: Path) -> None:
    (here / NAME).chmod(0)
    done = grade(here, NAME)
    assert done.code == 2
    assert "cannot be read" in done.err


def test_nothing_to_grade_shows_how_it_is_called(here: Path) -> None:
    done = grade(here)
    assert done.code == 2
    assert "Usage: grade" in done.out + done.err


BEGINNERS: dict[str, tuple[str, str]] = {
    "an empty file": ("", "empty"),
    "only comments": ("# nothing\n\n# yet\n", "comments"),
    "a syntax error": ("import numpy as np\nprint('a'\nx = 3\n", "^"),
    "a missing colon": ("for i in range(2)\n    print(i)\n", "expected ':'"),
    "a bad indentation": ("if True:\nx = 1\n", "indented block"),
    "a name that is not there": ("import numpy as np\nX = np.random.rand(3)\nprint(x)\n", "NameError"),
    "a module that is not there": ("import torch\n", "torch"),
    "waiting for input": ("n = input('How many? ')\n", "input()"),
}


@pytest.mark.parametrize("name", BEGINNERS)
def test_a_beginners_file_is_graded_and_told_what_is_wrong(name: str, here: Path) -> None:
    source, words = BEGINNERS[name]
    done = grade(here, str(written(here, source)), "--no-html")
    assert (done.code, done.err) == (1, "")
    assert words in done.out


def test_a_mark_stands_under_the_place_of_a_syntax_error(here: Path) -> None:
    done = grade(here, str(written(here, "import numpy as np\ntotal = (1 + 2\nprint(total)\n")), "--no-html")
    rows = done.out.splitlines()
    (index,) = [number for number, row in enumerate(rows) if re.fullmatch(r"[\s│]*\^+\s*", row)]
    assert rows[index - 1].index("total = (") + len("total = ") == rows[index].index("^")


def test_an_endless_loop_is_stopped_and_its_line_told(here: Path) -> None:
    done = grade(here, str(written(here, "x = 0\nwhile x < 3:\n    pass\n")), "--no-html", "--time-limit", "0.5")
    assert done.code == 1
    assert "[timed-out]" in done.out
    assert "> 2 │" in done.out


def test_standard_input_is_graded(here: Path) -> None:
    done = grade(here, "-", "--format", "json", text=SOLUTION.read_bytes())
    assert done.code == 0
    assert json.loads(done.out)["submission"] == "<stdin>"
    assert (here / "feedback" / "stdin.html").is_file()


def test_a_notebook_is_graded_from_a_file_and_from_standard_input(here: Path) -> None:
    shutil.copy(NOTEBOOK, here / "work.ipynb")
    assert grade(here, "work.ipynb", "--no-html", "--quiet").code == 0
    assert grade(here, "-", "--no-html", "--quiet", text=NOTEBOOK.read_bytes()).code == 0


def test_a_folder_with_one_file_is_graded(here: Path) -> None:
    (here / "wrong.py").unlink()
    assert grade(here, ".", "--no-html", "--quiet").code == 0


def test_odd_names_of_files_are_fine(here: Path) -> None:
    for name in ("my work.py", "größe ✓.py", "-dash.py", "a'b\".py"):
        shutil.copy(SOLUTION, here / name)
        assert grade(here, "--no-html", "--quiet", "--", name).code == 0, name


def test_a_name_as_long_as_names_may_be_is_fine(here: Path) -> None:
    name = f"{'é' * 126}.py"
    shutil.copy(SOLUTION, here / name)
    assert grade(here, name, "--quiet").code == 0
    assert len(list((here / "feedback").iterdir())) == 1


def test_a_name_that_is_no_text_is_fine(here: Path) -> None:
    name = os.fsdecode(b"\xff.py")
    shutil.copy(SOLUTION, here / name)
    assert grade(here, name, "--no-html", "--quiet").code == 0
    assert json.loads(grade(here, name, "--no-html", "--format", "json").out)["status"] == "passed"


def test_a_reader_that_leaves_early_is_no_error(here: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "grader", NAME, "--no-html"],
        cwd=here, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


UNSOUND = [
    ("spec.toml", "points =", "poinst =", 'spec.toml:2: unknown key "poinst"; did you mean "points"?'),
    ("spec.toml", "points = 20", "points = 25", "spec.toml:2: points = 25, but the checks have 20 in all"),
    ("spec.toml", 'A.T @ B"', 'A.T @ BB"', "the answer does not evaluate: name 'BB' is not defined"),
    ("checks.py", "changed: Trace", "chnged: Trace", "asks for scenario chnged, which [scenario.chnged]"),
]


@pytest.mark.parametrize(("file", "sound", "unsound", "message"), UNSOUND)
def test_a_pack_that_is_not_sound_is_exit_code_three(
    file: str, sound: str, unsound: str, message: str, here: Path
) -> None:
    for name in ("grader", "exercises", "reports"):
        shutil.copytree(ROOT / name, here / "copy" / name, ignore=shutil.ignore_patterns("__pycache__"))
    changed = here / "copy" / "exercises" / "transpose_fix" / file
    text = changed.read_text(encoding="utf-8")
    assert sound in text
    changed.write_text(text.replace(sound, unsound, 1), encoding="utf-8")
    done = grade(here / "copy", str(here / NAME), "--no-html", PYTHONPATH=str(here / "copy"))
    assert (done.code, done.out) == (3, "")
    assert message in done.err


def test_the_environment_cannot_turn_grading_off(here: Path) -> None:
    (here / "empty.py").write_text("")
    assert grade(here, "empty.py", "--no-html", GRADE_VERSION="1").code == 1


def test_options_may_be_set_in_the_environment(here: Path) -> None:
    done = grade(here, NAME, GRADE_FORMAT="json", GRADE_NO_HTML="1")
    assert json.loads(done.out)["status"] == "passed"
    assert not (here / "feedback").exists()


@pytest.mark.parametrize("option", [["--diff", NAME], ["--shard", "1/2"], ["--again"], ["--column", "Marks"]])
def test_what_is_for_folders_is_refused_for_a_file(here: Path, option: list[str]) -> None:
    done = grade(here, NAME, *option)
    assert done.code == 2
    assert f"{option[0]} is for a folder" in done.err


@pytest.mark.parametrize("part", ["3", "0/2", "3/2", "1/0", "a/b", f"1/{'9' * 5_000}", f"{'1' * 5_000}/2"])
def test_what_is_no_part_of_a_folder_is_refused(here: Path, part: str) -> None:
    done = grade(here, ".", "--shard", part)
    assert done.code == 2
    assert "is no part such as 3/100" in done.err


def test_another_seed_judges_alike(here: Path) -> None:
    for seed in ("1", "987654321"):
        assert json.loads(grade(here, NAME, "--seed", seed, "--format", "json").out)["score"] == 100


def test_doctor_says_what_this_machine_offers(here: Path) -> None:
    done = grade(here, "doctor")
    assert done.code == (0 if "Strict isolation can be had" in done.out else 1)
    assert done.code == 0 or "Strict isolation cannot be had here" in done.out


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["submission", "--help"], ["--version"]])
def test_help_is_quick_to_import_and_short_to_read(arguments: list[str], here: Path) -> None:
    program = (
        f"import sys\nsys.argv = ['grade', *{arguments!r}]\nfrom grader.cli import main\n"
        "try: main()\nexcept SystemExit as stop: assert not stop.code\n"
        "print('LARGE', sorted({'numpy', 'jinja2', 'rich', 'msgspec'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=here,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "LARGE []"
    assert all(len(row) <= 100 for row in done.stdout.splitlines())


def test_calls_at_the_same_time_do_not_disturb_each_other(here: Path) -> None:
    found: list[Done] = []
    calls = [
        threading.Thread(target=lambda name=name: found.append(grade(here, name, "--quiet")))
        for name in (NAME, "wrong.py", NAME, "wrong.py")
    ]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    assert sorted(done.code for done in found) == [0, 0, 1, 1]


def test_a_folder_with_other_files_beside_the_practice_file_says_how_to_grade_all(here: Path) -> None:
    (here / "wrong.py").write_text("print('a helper')\n")
    done = grade(here, ".", "--no-html", "--quiet")
    assert done.code == 0
    assert "--layout one-file-a-student grades each" in done.err
    assert "2 submissions" in grade(here, ".", "--layout", "one-file-a-student").out
    assert "2 submissions" in grade(here, ".", "--jobs", "1").out


def test_a_folder_in_which_others_answer_the_exercises_is_a_class(here: Path) -> None:
    assert "2 submissions" in grade(here, ".").out


def test_an_output_folder_without_a_name_is_not_the_current_one(here: Path) -> None:
    done = grade(here, NAME, "--out", "")
    assert done.code == 2
    assert "'--out': this is empty; name a folder" in done.err
    assert not list(here.glob("*.html"))
