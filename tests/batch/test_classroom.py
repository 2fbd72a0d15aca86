"""A folder is graded once, completely, whatever ends the calls; each call goes on from the last."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.batch.call import Shard
from grader.batch.differences import differences, told
from grader.batch.gradebook import Gradebook, read_records
from grader.batch.page_names import PageNames
from grader.record import DATABASE
from tests.batch.classes import ROOT, command, grade, marks, results, solution, varied, write
from tests.collection.building import LAYOUTS, ids, lay_out
from tests.corpus import SUBMISSIONS
from tests.isolation.processes import alive, descendants, parent, soon


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 60 that was graded in one go, at `class`, `out`."""
    here = tmp_path_factory.mktemp("undisturbed")
    write(here / "class", varied(60))
    grade(here, "class", "--out", "out", "--jobs", "2")
    return here


def test_every_output_is_there(undisturbed: Path) -> None:
    out = undisturbed / "out"
    students = marks(out)
    assert {path.name for path in out.iterdir()} >= {"results.jsonl", "grades.csv", "index.html", "gradebook.sqlite"}
    assert {path.stem for path in (out / "students").iterdir()} == set(students)
    assert len((out / "grades.csv").read_text("utf-8").splitlines()) == len(students) + 1
    assert not list(out.rglob(".*"))


def test_a_folder_is_graded_as_its_files_are_one_by_one(undisturbed: Path) -> None:
    import json

    for document in results(undisturbed / "out")[::12]:
        alone = grade(
            undisturbed, undisturbed / "class" / document["submission"], "--format", "json", "--no-html",
            "--isolation", "strict", code=0 if document["status"] == "passed" else 1,
        )  # fmt: skip
        mine = json.loads(alone.stdout)
        for one in (mine, document):
            one.update(runs=[(run["scenario"], run["status"]) for run in one["runs"]], submission="", student="")
            for exercise in one["exercises"]:
                exercise.pop("title")
        assert mine["exercises"] == document["exercises"]
        assert (mine["status"], mine["score"]) == (document["status"], document["score"])


def test_an_unchanged_folder_is_not_run_again(undisturbed: Path) -> None:
    before = (undisturbed / "out" / "results.jsonl").read_bytes()
    done = grade(undisturbed, "class", "--out", "out")
    assert "0 graded now; 60 unchanged" in done.stdout
    assert (undisturbed / "out" / "results.jsonl").read_bytes() == before


def test_only_what_changed_is_run_again(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"bo": b"print(1)\n", "cy": solution()})
    done = grade(tmp_path, "class", "--out", "out")
    assert "2 graded now; 1 unchanged" in done.stdout
    assert [status for status, _ in marks(tmp_path / "out").values()] == ["passed", "failed", "passed"]
    assert "3 graded now." in grade(tmp_path, "class", "--out", "out", "--again").stdout
    (tmp_path / "class" / "cy.py").unlink()
    assert "2 submissions" in grade(tmp_path, "class", "--out", "out").stdout
    (tmp_path / "out" / "students" / "al.html").unlink()
    assert "1 graded now; 1 unchanged" in grade(tmp_path, "class", "--out", "out").stdout


@pytest.mark.timeout(300)
def test_kill_9_at_any_moment_loses_nothing_and_repeats_nothing(undisturbed: Path, tmp_path: Path) -> None:
    write(tmp_path / "class", varied(60))
    for moment in range(10):
        process = start(tmp_path)
        before = graded(tmp_path / "out")
        soon(lambda before=before, process=process: graded(tmp_path / "out") > before or not alive(process.pid), 20)  # type: ignore[misc]
        time.sleep(0.05 * moment)
        below = descendants(process.pid)
        process.kill()
        process.wait()
        assert soon(lambda below=below: not any(map(alive, below)), 20)  # type: ignore[misc]
    done = grade(tmp_path, "class", "--out", "out")
    assert "60 submissions" in done.stdout
    assert results(tmp_path / "out") == results(undisturbed / "out")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("victim", ["spawn_main", "launcher.py"], ids=["worker", "launcher"])
def test_a_worker_or_launcher_that_is_killed_costs_nothing(undisturbed: Path, tmp_path: Path, victim: str) -> None:
    write(tmp_path / "class", varied(60))
    process = start(tmp_path)
    assert soon(lambda: graded(tmp_path / "out") > 0, 30)
    # A launcher's runs are called as it is: one that is killed by itself is a run that ended so.
    for number in [number for number in descendants(process.pid) if victim in called(number)]:
        if (above := parent(number)) is not None and victim not in called(above):
            os.kill(number, signal.SIGKILL)
    assert process.wait(timeout=100) == 0
    assert results(tmp_path / "out") == results(undisturbed / "out")


@pytest.mark.parametrize("goes_on", [True, False], ids=["killed", "stopped"])
def test_a_worker_that_ends_in_the_middle_of_its_answer_stops_nobody(tmp_path: Path, goes_on: bool) -> None:
    program = f"""
import gc, os
from multiprocessing import active_children
from grader.batch.pool import grade, this_machine
from grader.entry import Entry
from grader.batch.worker import Settings, Task

def main():
    source = open({str(SUBMISSIONS / "right" / "article_style.py")!r}, "rb").read()
    tasks = [Task(entry=Entry(student=f"s{{n}}", submission=f"s{{n}}.py"), source=source, key=b"k") for n in range(8)]
    means = this_machine(2)
    outcomes = grade(iter(tasks), Settings(isolation="basic", pages=False), means)
    first = next(outcomes)
    pool = next(one for one in gc.get_objects() if type(one).__name__ == "ProcessPoolExecutor")
    # The beginning of an answer, whose rest never comes.
    os.write(pool._result_queue._writer.fileno(), (1 << 20).to_bytes(4, "big"))
    active_children()[0].kill()
    if {goes_on}:
        print(len(first) + sum(map(len, outcomes)))
    else:
        outcomes.close()
        print("closed")

if __name__ == "__main__":
    main()
"""
    (tmp_path / "stuck.py").write_text(program)
    done = subprocess.run(
        [sys.executable, "stuck.py"], cwd=tmp_path, capture_output=True, text=True, timeout=90, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout == ("8\n" if goes_on else "closed\n"), done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_ends_cleanly_and_says_how_to_go_on(tmp_path: Path, number: signal.Signals) -> None:
    write(tmp_path / "class", varied(60))
    # Whoever runs these tests may ignore it, and what is ignored stays so.
    process = start(tmp_path, stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
    assert soon(lambda: graded(tmp_path / "out") > 0, 30)
    below = descendants(process.pid)
    process.send_signal(number)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"the same command goes on" in told
    assert not any(word in told for word in (b"Traceback", b"Warning"))
    assert soon(lambda: not any(map(alive, below)), 20)
    assert 0 < graded(tmp_path / "out") < 60


@pytest.mark.parametrize("seconds", [0.3, 0.5, 0.8])
def test_ctrl_c_in_a_terminal_reaches_everybody_and_nobody_complains(tmp_path: Path, seconds: float) -> None:
    write(tmp_path / "class", varied(60))
    process = subprocess.Popen(
        command("class", "--out", "out", "--jobs", "2"), cwd=tmp_path, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    told, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert not any(word in told for word in (b"Traceback", b"Warning")), told.decode()


def test_a_folder_runs_files_as_a_single_one_is_run(tmp_path: Path) -> None:
    source = (
        b"import os, signal\ntry:\n    os.kill(os.getpid(), signal.SIGINT)\nexcept KeyboardInterrupt:\n    pass\n"
        b"assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
        b"assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])\n"
    )
    write(tmp_path / "class", {"al": source + solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    assert set(marks(tmp_path / "out").values()) == {("passed", 100)}


def test_a_second_call_on_the_same_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    with Gradebook(tmp_path / "out" / DATABASE):
        done = grade(tmp_path, "class", "--out", "out", code=2)
    assert "another call of grade is at work" in done.stderr


def test_a_full_disk_is_said_and_the_next_call_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    program = (
        "import resource, sys, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, resource.RLIM_INFINITY))\n"
        "import grader.cli; grader.cli.main(['class', '--out', 'out', '--jobs', '1'])\n"
    )
    done = subprocess.run(
        [*command()[:2], "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert "2 submissions: 2 passed" in grade(tmp_path, "class", "--out", "out").stdout


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_each_student_the_mark(layout: str, tmp_path: Path) -> None:
    students = {"alice": solution(), "bob": b"print('nothing yet')\n", "carol": b"\xff\0"}
    done = grade(tmp_path, lay_out(layout, students, tmp_path / "class", zipped=True), "--out", "out")
    expected = dict(zip(students.values(), ("passed", "failed", "inconclusive"), strict=True))
    assert {student: status for student, (status, _) in marks(tmp_path / "out").items()} == {
        student: expected[source] for student, source in ids(layout, students).items()
    }
    assert "3 submissions: 1 passed, 1 not yet, 1 could not be judged" in done.stdout


def test_moodle_students_get_their_pages_in_a_zip(tmp_path: Path) -> None:
    grade(
        tmp_path,
        lay_out("moodle-folders", {"alice": solution()}, tmp_path / "class"),
        "--out",
        "out",
        "--layout",
        "moodle",
    )
    with zipfile.ZipFile(tmp_path / "out" / "moodle-feedback.zip") as archive:
        assert archive.namelist() == ["Jane Doe_4000_assignsubmission_file/feedback.html"]


def test_the_zip_of_pages_is_made_again_when_it_is_lost(tmp_path: Path) -> None:
    folder = lay_out("moodle-folders", {"alice": solution()}, tmp_path / "class")
    grade(tmp_path, folder, "--out", "out", "--layout", "moodle")
    (tmp_path / "out" / "moodle-feedback.zip").unlink()
    grade(tmp_path, folder, "--out", "out", "--layout", "moodle")
    assert (tmp_path / "out" / "moodle-feedback.zip").is_file()


def test_without_pages_nothing_is_graded_again_and_no_folder_is_left_for_them(tmp_path: Path) -> None:
    folder = lay_out("one-file-a-student", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    grade(tmp_path, folder, "--out", "bare", "--no-html")
    assert not (tmp_path / "bare" / "students").exists()
    grade(tmp_path, folder, "--out", "out")
    assert "0 graded now" in grade(tmp_path, folder, "--out", "out", "--no-html").stdout
    assert "index.html and the pages" not in grade(tmp_path, folder, "--out", "out", "--no-html").stderr
    (tmp_path / "class" / "bob.py").write_bytes(solution())
    assert "index.html and the pages of students are those of an earlier call" in (
        grade(tmp_path, folder, "--out", "out", "--no-html").stderr
    )


def test_a_junit_file_of_a_class_may_be_in_a_new_folder(tmp_path: Path) -> None:
    folder = lay_out("one-file-a-student", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    grade(tmp_path, folder, "--out", "out", "--junit", "new/results.xml")
    assert (tmp_path / "new" / "results.xml").read_text("utf-8").startswith("<?xml")
    done = grade(tmp_path, folder, "--out", "out", "--junit", "new/results.xml/no.xml", code=2)
    assert "2 submissions" in done.stdout


def test_what_is_for_a_file_is_refused_for_a_class(tmp_path: Path) -> None:
    folder = lay_out("one-file-a-student", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    assert "--verbose is for a single file" in grade(tmp_path, folder, "--verbose", code=2).stderr


def test_an_exported_gradebook_is_filled_beside_the_reports(tmp_path: Path) -> None:
    lay_out("canvas", {"alice": solution(), "bob": b"print()\n"}, tmp_path / "class")
    exported = (
        b'Student,ID,Section,Matmul (5)\r\n    Points Possible,,,10\r\n"A",4000,x,\r\n"B",4001,x,3\r\n"C",9,x,\r\n'
    )
    (tmp_path / "exported.csv").write_bytes(exported)
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "exported.csv", "--column", "Matmul (5)")
    assert (tmp_path / "out" / "exported.csv").read_bytes() == exported.replace(b"4000,x,", b"4000,x,10").replace(
        b"x,3", b"x,0"
    )
    assert "2 rows filled" in done.stderr
    assert "1 in the gradebook, without a submission here: 9" in done.stderr
    assert "1 had another mark, which was replaced: 4001 (3 → 0)" in done.stderr
    wrong = grade(tmp_path, "class", "--out", "out", "--gradebook", "exported.csv", "--column", "Matmull", code=2)
    assert "did you mean 'Matmul (5)'" in wrong.stderr


def test_shards_together_are_the_whole(undisturbed: Path, tmp_path: Path) -> None:
    for part in ("1/3", "2/3", "3/3"):
        grade(tmp_path, undisturbed / "class", "--out", f"part{part[0]}", "--shard", part)
    done = grade(tmp_path, "merge", "part1", "part2", "part3", "--out", "whole")
    assert "60 submissions" in done.stdout
    assert results(tmp_path / "whole") == results(undisturbed / "out")
    assert len(list((tmp_path / "whole" / "students").iterdir())) == 60


def test_a_student_is_in_one_shard_only() -> None:
    for student in ("jane", "bob", "ünïcode"):
        assert sum(Shard(number, 7).has(student) for number in range(1, 8)) == 1


def test_diff_says_whose_mark_would_change_and_overwrites_nothing(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"bo": solution().replace(b"A.T @ B", b"A.reshape(3, 5) @ B")})
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    done = grade(tmp_path, "class", "--out", "out", "--diff", "out/gradebook.sqlite")
    assert "bo  100 / 100 →" in done.stdout
    assert "    the file is not the same as then\n" in done.stdout
    assert "transpose-fix, product_is_right: passed 15 / 15 → not yet 0 / 15" in done.stdout
    assert "1 mark would change; nothing was overwritten." in done.stdout
    assert {path: path.read_bytes() for path in before} == before


def test_diff_does_not_blame_a_file_that_is_the_same(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    before = list(read_records(tmp_path / "out" / DATABASE))
    after = [replace(record, result=replace(record.result, score=90.0)) for record in before]
    assert list(told(differences(before, after))) == [
        "al  100 / 100 → 90 / 100", "bo  100 / 100 → 90 / 100", "2 marks would change; nothing was overwritten."
    ]  # fmt: skip


def test_diff_of_a_part_compares_that_part(tmp_path: Path) -> None:
    write(tmp_path / "class", {name: solution() for name in ("al", "bo", "cy", "dan", "eve", "flo")})
    grade(tmp_path, "class", "--out", "out")
    for part in ("1/2", "2/2"):
        done = grade(tmp_path, "class", "--out", "new", "--diff", "out/gradebook.sqlite", "--shard", part)
        assert done.stdout == "0 marks would change; nothing was overwritten.\n"


def test_diff_may_be_brief_or_data_and_follows_fail_under(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"bo": b"print()\n", "cy": solution()})
    compare = ("class", "--out", "out", "--diff", "out/gradebook.sqlite")
    assert grade(tmp_path, *compare, "--quiet").stdout == "2 marks would change; nothing was overwritten.\n"
    told = [json.loads(line) for line in grade(tmp_path, *compare, "--format", "json").stdout.splitlines()]
    scores = {one["student"]: (one["before"] and one["before"]["score"], one["after"]["score"]) for one in told}
    assert scores == {"bo": (100, 0), "cy": (None, 100)}
    grade(tmp_path, *compare, "--fail-under", "50", code=1)
    assert "no such check" not in grade(tmp_path, *compare).stdout


def test_exit_codes_follow_fail_under(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": b"print()\n"})
    done = grade(tmp_path, "class", "--fail-under", "50", code=1)
    assert "grade: 1 below 50 %, or without a mark: bo" in done.stderr
    grade(tmp_path, "class", "--fail-under", "0", code=0)
    write(tmp_path / "class", {"bo": b"\xff\xfe"})
    grade(tmp_path, "class", "--fail-under", "50", code=1)


def test_python_files_of_nobody_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path / "class", {"doe_1_2_matmul": solution(), "roe_3_4_matmul": solution(), "Zed, Zoe": solution()})
    done = grade(tmp_path, "class", "--out", "out", "--quiet")
    assert "1 Python file not graded, as the layout names no student for it: Zed, Zoe.py" in done.stderr


def test_the_output_folder_may_be_the_folder_of_the_submissions(tmp_path: Path) -> None:
    for student in ("al", "bo"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    for _ in range(2):
        done = grade(tmp_path, "class", "--out", "class", "--layout", "one-folder-a-student")
        assert marks(tmp_path / "class").keys() == {"al", "bo"}
        assert "no submission" not in done.stdout


def test_a_students_folder_is_not_taken_for_what_an_earlier_call_wrote(tmp_path: Path) -> None:
    for student in ("al", "bo"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    for name in ("gradebook.sqlite", "grades.csv"):
        (tmp_path / "class" / "bo" / name).touch()
    for out in ("class/al", "class/al/feedback"):
        refused = grade(tmp_path, "class", "--out", out, code=2)
        assert "this is among the submissions" in refused.stderr
    grade(tmp_path, "class", "--out", "class/feedback")
    grade(tmp_path, "class", "--out", "out")
    assert marks(tmp_path / "out").keys() == marks(tmp_path / "class" / "feedback").keys() == {"al", "bo"}


def test_the_output_in_the_folder_of_the_submissions_is_no_student_of_a_later_call(tmp_path: Path) -> None:
    for student in ("al", "bo"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    grade(tmp_path, "class", "--out", "class")
    done = grade(tmp_path, "class", "--out", "out")
    assert "2 submissions in 2 files" in done.stderr


def test_a_junit_report_has_a_suite_for_each_submission(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": b"print()\n"})
    grade(tmp_path, "class", "--junit", "junit.xml")
    report = (tmp_path / "junit.xml").read_text("utf-8")
    assert "al.py" in report
    assert "bo.py" in report


def test_json_is_a_document_a_line(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": b"print()\n"})
    done = grade(tmp_path, "class", "--format", "json")
    assert done.stdout == (tmp_path / "feedback" / "results.jsonl").read_text("utf-8")
    assert len(done.stdout.splitlines()) == 2


HOSTILE_NAMES = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "::error::x",
    "a\x1b[31mb",
    "\u202egnp",
    "con",
    "a\nb",
    "..",
    "x" * 200,
)


def test_hostile_names_are_inert_everywhere(tmp_path: Path) -> None:
    write(tmp_path / "class", {"plain": solution()})
    for name in HOSTILE_NAMES:
        (tmp_path / "class" / f"{name.replace('/', '-')}.py").write_bytes(b"print()\n")
    (tmp_path / "class" / os.fsdecode(b"\xff\xfe.py")).write_bytes(b"print()\n")
    done = grade(tmp_path, "class", "--out", "out")
    assert f"{len(HOSTILE_NAMES) + 2} submissions" in done.stdout
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    assert "\x1b" not in page + done.stdout + done.stderr
    for line in (done.stdout + done.stderr).splitlines():
        assert not line.startswith("::")
    for line in (tmp_path / "out" / "grades.csv").read_text("utf-8").splitlines():
        assert not line.startswith(("=", "+", "-", "@", '"='))
    for document in results(tmp_path / "out"):
        assert (tmp_path / "out" / "students").is_dir()
        assert document["schema"].startswith("try-this-grader/")
    assert all(
        path.parent == tmp_path / "out" / "students"
        for path in (tmp_path / "out").rglob("*.html")
        if path.name != "index.html"
    )


def test_pages_have_names_of_their_own() -> None:
    students = ["jane", "Jane", "JANE", "../x", "a/b", "con", "ünï", "x" * 300, "", ".", "jane@example.org"]
    pages = PageNames(students)
    names = {student: pages.of(student) for student in students}
    assert len({name.casefold() for name in names.values()}) == len(students)
    assert not any("/" in name or name.startswith(".") or len(name) > 120 for name in names.values())
    assert names["jane@example.org"] == "jane@example.org.html"


def test_hostile_submissions_in_a_folder_hurt_nobody(tmp_path: Path) -> None:
    paths = sorted((SUBMISSIONS / "hostile").rglob("matmul_practice.py"))[::4]
    students = {path.parent.name: path.read_bytes() for path in paths}
    write(tmp_path / "class", {**students, "honest": solution()})
    grade(tmp_path, "class", "--out", "out", "--time-limit", "2")
    found = marks(tmp_path / "out")
    assert found["honest"] == ("passed", 100)
    assert all(status not in ("error",) for status, _ in found.values())
    assert len(found) == len(students) + 1


def start(
    here: Path, stderr: int = subprocess.DEVNULL, preexec_fn: Callable[[], object] | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("class", "--out", "out", "--jobs", "2"),
        cwd=here,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        preexec_fn=preexec_fn,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def graded(out: Path) -> int:
    """How many pages there are: one is written right before its result counts."""
    return len(list((out / "students").glob("*.html"))) if (out / "students").is_dir() else 0


def called(process: int) -> str:
    """A process's command line."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def test_a_stray_file_does_not_make_a_class_one_learners_folder(tmp_path: Path) -> None:
    for student in ("a", "b"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "class" / "loose.py").write_text("print(1)\n")
    grade(tmp_path, "class", "--out", "out")
    assert {"a", "b"} <= marks(tmp_path / "out").keys()


@pytest.mark.parametrize(
    ("name", "column", "says"),
    [("grades.csv", "Score", "is what the marks are written to"), ("mine.csv", "Scor", "did you mean 'Score'")],
)
def test_a_gradebook_that_cannot_be_filled_is_said_before_anything_is_graded(
    tmp_path: Path, name: str, column: str, says: str
) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    (tmp_path / name).write_text("Student,Score\njane,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", name, "--column", column, code=2)
    assert says in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_part_is_not_merged_into_itself_and_what_it_lacks_is_said(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    grade(tmp_path, "class", "--out", "part")
    assert "choose another --out" in grade(tmp_path, "merge", "part", "--out", "part", code=2).stderr
    assert "2 more are in an earlier part" in grade(tmp_path, "merge", "part", "part", "--out", "all").stderr


def test_pages_of_another_class_are_not_put_in_the_place_of_a_students_own(tmp_path: Path) -> None:
    write(tmp_path / "one", {"alice": solution(), "carl": solution()})
    write(tmp_path / "two", {"alice": b"print()\n", "bob": solution()})
    for folder in ("one", "two"):
        grade(tmp_path, folder, "--out", f"out-{folder}")
    done = grade(tmp_path, "merge", "out-one", "out-two", "--out", "both", code=1)
    assert "the parts are not all of the same folder" in done.stderr
    pages = {page.stem: page.read_text() for page in (tmp_path / "both" / "students").iterdir()}
    assert pages.keys() == {"alice", "bob", "carl"}
    assert "100 / 100" in pages["alice"]


def test_somebody_elses_files_in_the_output_folder_are_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "class", {"alice": solution(), "bob": solution()})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "grades.csv").write_text("mine\n")
    for call in (("class",), ("merge", "class")):
        done = grade(tmp_path, *call, "--out", "out", code=2)
        assert "grades.csv would be overwritten, and no gradebook here says that grade made them" in done.stderr
    assert (tmp_path / "out" / "grades.csv").read_text() == "mine\n"


def test_diff_knows_a_student_whose_new_attempt_is_another_file(tmp_path: Path) -> None:
    write(tmp_path / "class", {"leeann_101_55_matmul": solution(), "roy_102_56_matmul": solution()})
    grade(tmp_path, "class", "--out", "out", "--layout", "canvas")
    (tmp_path / "class" / "leeann_101_55_matmul.py").unlink()
    write(tmp_path / "class", {"leeann_101_77_matmul": b"print()\n"})
    done = grade(tmp_path, "class", "--out", "new", "--layout", "canvas", "--diff", "out/gradebook.sqlite")
    assert "101  100 / 100 → 0 / 100\n    the file is not the same as then\n" in done.stdout
    assert "1 mark would change" in done.stdout


def test_diff_says_so_where_the_file_cannot_be_read_any_more(tmp_path: Path) -> None:
    write(tmp_path / "class", {"ann": solution(), "roy": solution()})
    grade(tmp_path, "class", "--out", "out")
    write(tmp_path / "class", {"ann": b"x = (\n"})
    done = grade(tmp_path, "class", "--out", "new", "--diff", "out/gradebook.sqlite")
    assert "ann  100 / 100 → 0 / 100\n    the file is not the same as then\n" in done.stdout


def test_what_merged_parts_lack_to_be_one_folder_is_said(tmp_path: Path) -> None:
    write(tmp_path / "class", {f"s{number}": solution() for number in range(6)})
    write(tmp_path / "other", {f"t{number}": solution() for number in range(6)})
    for folder in ("class", "other"):
        grade(tmp_path, folder, "--out", f"{folder}1", "--shard", "1/3")
    done = grade(tmp_path, "merge", "class1", "--out", "alone", code=1)
    assert "grade: the folder was graded in 3 parts: the parts 2, 3 are missing" in done.stderr
    done = grade(tmp_path, "merge", "class1", "other1", "--out", "both", code=1)
    assert "the parts are not all of the same folder" in done.stderr
    assert "no such gradebook" in grade(tmp_path, "merge", "class", "--out", "none", code=2).stderr
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "class" / "gradebook.sqlite").exists()


def test_two_files_of_the_right_name_in_folders_beside_each_other_are_not_chosen_from(tmp_path: Path) -> None:
    for student in ("ann", "bob"):
        for folder in ("final", "old"):
            (tmp_path / "class" / student / folder).mkdir(parents=True)
            (tmp_path / "class" / student / folder / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "class" / "bob" / "matmul_practice.py").write_bytes(solution())
    done = grade(tmp_path, "class", "--layout", "one-folder-a-student", "--out", "out")
    assert marks(tmp_path / "out").keys() == {"bob"}
    assert "ann: several files could be meant" in done.stdout


def test_what_is_called_as_no_program_is_not_run_as_one(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("print('run')\n")
    (tmp_path / "marks.csv").write_text("print('run')\n")
    (tmp_path / "class.tar.gz").write_bytes(b"\x1f\x8b")
    assert "no zip that can be read" in grade(tmp_path, "no.zip", code=2).stderr
    assert "unpack it and name the folder" in grade(tmp_path, "class.tar.gz", code=2).stderr
    assert "a Python file or a notebook is graded" in grade(tmp_path, "marks.csv", code=2).stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_zip_that_may_not_be_read_is_said_to_be_that(tmp_path: Path) -> None:
    lay_out("one-file-a-student", {"al": solution()}, tmp_path / "class", zipped=True).chmod(0)
    assert "class.zip: cannot be read (Permission denied)" in grade(tmp_path, "class.zip", code=2).stderr


def test_diff_with_another_class_says_so(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    write(tmp_path / "other", {"ann": solution(), "cem": solution()})
    grade(tmp_path, "class", "--out", "out")
    done = grade(tmp_path, "other", "--out", "two", "--diff", "out/gradebook.sqlite", code=2)
    assert "nobody in this gradebook" in done.stderr


def test_marks_of_another_class_are_not_mixed_with_these(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    write(tmp_path / "other", {"ann": solution(), "cem": solution()})
    grade(tmp_path, "class", "--out", "out")
    assert "holds the marks of other students (bob, jane)" in grade(tmp_path, "other", "--out", "out", code=2).stderr
    assert "2 unchanged" in grade(tmp_path, "class", "--out", "out").stdout


def test_a_class_that_shares_a_name_with_another_one_does_not_take_its_marks_away(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution(), "cem": solution()})
    write(tmp_path / "other", {"jane": solution(), "zoe": solution()})
    grade(tmp_path, "class", "--out", "out")
    assert "holds the marks of other students (bob, cem)" in grade(tmp_path, "other", "--out", "out", code=2).stderr
    (tmp_path / "class" / "cem.py").unlink()
    assert "2 unchanged" in grade(tmp_path, "class", "--out", "out").stdout


def test_parts_that_were_graded_with_other_options_are_told_when_they_are_merged(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution(), "cem": solution()})
    for part, options in (("1/2", ()), ("2/2", ("--seed", "4", "--isolation", "basic"))):
        grade(tmp_path, "class", "--out", f"part{part[0]}", "--shard", part, *options)
    done = grade(tmp_path, "merge", "part1", "part2", "--out", "merged", code=1)
    assert "graded differently: basic isolation, 10 s, seed 4; strict isolation, 10 s, seed 0" in done.stderr


def test_a_gradebook_that_is_damaged_in_its_middle_is_said(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    grade(tmp_path, "class", "--out", "out")
    with (tmp_path / "out" / "gradebook.sqlite").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)
    assert (
        "damaged; for an output folder, choose another one" in grade(tmp_path, "class", "--out", "out", code=2).stderr
    )


def test_without_html_there_is_no_page_at_all(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    assert "Class page" not in grade(tmp_path, "class", "--out", "out", "--no-html").stdout
    assert not list((tmp_path / "out").rglob("*.html"))


def test_who_could_not_be_judged_is_named_and_has_no_mark(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": b"\xff\0"})
    assert "1 could not be judged:\n  bob: bob.py" in grade(tmp_path, "class", "--out", "out").stdout
    page = (tmp_path / "out" / "students" / "bob.html").read_text(encoding="utf-8")
    assert "Not graded" in page
    assert "/ 100" not in page


def test_options_that_mean_nothing_here_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "class", {"jane": solution(), "bob": solution()})
    assert "with --gradebook" in grade(tmp_path, "class", "--column", "Practice", code=2).stderr
    filled = ("--diff", "class/jane.py", "--gradebook", "class/bob.py")
    assert "and writes nothing" in grade(tmp_path, "class", *filled, code=2).stderr
    for option in ("--time-limit", "--fail-under"):
        assert "'nan' is no number" in grade(tmp_path, "class", option, "nan", code=2).stderr
    assert "--layout is for a folder" in grade(tmp_path, "class/jane.py", "--layout", "canvas", code=2).stderr


def test_students_without_a_submission_are_among_the_marks_in_every_part(tmp_path: Path) -> None:
    for student in ("ann", "bob", "cem", "dan", "eve"):
        (tmp_path / "class" / student).mkdir(parents=True)
    for student in ("ann", "cem"):
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "class" / "dan" / "notes.txt").write_text("nothing to run")
    grade(tmp_path, "class", "--layout", "one-folder-a-student", "--out", "out")
    for part in ("1/2", "2/2"):
        grade(tmp_path, "class", "--layout", "one-folder-a-student", "--out", f"part{part[0]}", "--shard", part)
    grade(tmp_path, "merge", "part1", "part2", "--out", "merged")
    for out in ("out", "merged"):
        with (tmp_path / out / "grades.csv").open(encoding="utf-8", newline="") as file:
            found = {row["student"]: (row["status"], row["score"]) for row in csv.DictReader(file)}
        missing = ("missing", "")
        assert found == {
            "ann": ("passed", "100"),
            "bob": missing,
            "cem": ("passed", "100"),
            "dan": ("not graded", ""),
            "eve": missing,
        }


def test_where_nothing_can_be_graded_nothing_is_left(tmp_path: Path) -> None:
    write(tmp_path / "class", {"a": solution(), "b": solution()})
    assert "layout" in grade(tmp_path, "class", "--layout", "nonsense", "--out", "out", code=2).stderr
    assert not (tmp_path / "out").exists()


def test_a_students_page_says_whose_it_is_and_that_it_is_late(tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    for name in ("doejane_LATE_12_345_matmul_practice.py", "roerich_13_346_matmul_practice.py"):
        (tmp_path / "class" / name).write_bytes(solution())
    grade(tmp_path, "class", "--layout", "canvas", "--out", "out")
    assert "doejane (12), late" in (tmp_path / "out" / "students" / "12.html").read_text("utf-8")


def test_merged_parts_of_moodle_have_the_zip_of_pages(tmp_path: Path) -> None:
    for number, name in ((1234, "Jane Doe"), (1235, "Rick Roe")):
        folder = tmp_path / "class" / f"{name}_{number}_assignsubmission_file_"
        folder.mkdir(parents=True)
        (folder / "matmul_practice.py").write_bytes(solution())
    for part in ("1/2", "2/2"):
        grade(tmp_path, "class", "--layout", "moodle", "--out", f"part{part[0]}", "--shard", part)
    grade(tmp_path, "merge", "part1", "part2", "--out", "merged")
    with zipfile.ZipFile(tmp_path / "merged" / "moodle-feedback.zip") as pages:
        assert len(pages.namelist()) == 2


def test_of_a_course_folder_of_nbgrader_only_what_was_handed_in_is_graded(tmp_path: Path) -> None:
    for part in ("source/ps1", "release/ps1", "submitted/ann/ps1", "submitted/bob/ps1"):
        (tmp_path / "course" / part).mkdir(parents=True)
        (tmp_path / "course" / part / "matmul_practice.py").write_bytes(solution())
    (tmp_path / "course" / "nbgrader_config.py").write_text("c = get_config()\n")
    grade(tmp_path, "course", "--out", "out")
    assert sorted(marks(tmp_path / "out")) == ["ann", "bob"]


def test_who_has_no_submission_is_below_any_bound(tmp_path: Path) -> None:
    lay_out("one-folder-a-student", {"al": solution(), "bo": solution()}, tmp_path / "class")
    (tmp_path / "class" / "bo" / "matmul_practice.py").rename(tmp_path / "class" / "bo" / "practice.docx")
    done = grade(tmp_path, "class", "--fail-under", "1", code=1)
    assert "grade: 1 below 1 %, or without a mark: bo" in done.stderr


def test_pages_of_who_has_no_mark_any_more_are_taken_away(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution(), "cy": solution()})
    grade(tmp_path, "class", "--out", "out")
    (tmp_path / "class" / "bo.py").unlink()
    (tmp_path / "out" / ".index.html.4711").write_text("half")
    done = grade(tmp_path, "class", "--out", "out")
    assert "1 page of students who have no mark any more taken away" in done.stderr
    assert {path.name for path in (tmp_path / "out" / "students").iterdir()} == {"al.html", "cy.html"}
    assert not (tmp_path / "out" / ".index.html.4711").exists()


def test_what_an_earlier_call_wrote_is_nobodys_submission(tmp_path: Path) -> None:
    lay_out("one-folder-a-student", {"al": solution(), "bo": solution()}, tmp_path / "class")
    grade(tmp_path, "class", "--out", "class/feedback")
    done = grade(tmp_path, "class", "--out", "elsewhere")
    assert "2 submissions" in done.stdout
    assert "feedback: passed over: what an earlier call wrote" in done.stdout
    assert set(marks(tmp_path / "elsewhere")) == {"al", "bo"}


def test_a_gradebook_of_another_class_is_an_error_and_is_not_copied(tmp_path: Path) -> None:
    write(tmp_path / "class", {"al": solution(), "bo": solution()})
    (tmp_path / "mine.csv").write_text("Student,Score\nzed,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "mine.csv", code=2)
    assert "none of its rows is about a student of this class" in done.stderr
    (tmp_path / "mine.csv").write_text("Student,Score\nal,\nal,\n")
    done = grade(tmp_path, "class", "--out", "out", "--gradebook", "mine.csv", code=2)
    assert "no row was filled in" in done.stderr
    assert "1 not filled in, because several rows or students could be meant: al" in done.stderr
    assert not (tmp_path / "out" / "mine.csv").exists()
    assert set(marks(tmp_path / "out")) == {"al", "bo"}


def test_what_is_left_of_an_earlier_call_is_said_to_be(tmp_path: Path) -> None:
    lay_out("moodle-folders", {"al": solution(), "bo": solution(), "cy": solution()}, tmp_path / "class")
    al, bo, cy = sorted((tmp_path / "class").iterdir())
    (tmp_path / "mine.csv").write_text("id,Score\n4000,\n4001,\n")
    exported = "--gradebook", "mine.csv"
    done = grade(tmp_path, "class", "--out", "out", "--layout", "moodle", *exported)
    assert "earlier call" not in done.stderr
    (al / "matmul_practice.py").rename(al / "final.py")
    (bo / "matmul_practice.py").write_bytes(b"print(1)\n")
    (cy / "matmul_practice.py").unlink()
    done = grade(tmp_path, "class", "--out", "out", "--layout", "moodle", "--no-html")
    assert "1 had a mark before, and has none now: 4002" in done.stderr
    assert "1 had another mark before: 4001 (100 → 0)" in done.stderr
    assert "mine.csv was filled in by an earlier call" in done.stderr
    assert "moodle-feedback.zip, out/index.html and the pages of students are those of an earlier call" in done.stderr
    assert {page.stem for page in (tmp_path / "out" / "students").iterdir()} == {"4000", "4001"}
    done = grade(tmp_path, "class", "--out", "out", "--layout", "moodle", *exported)
    assert "earlier call" not in done.stderr


def test_who_may_be_in_a_missing_part_is_not_said_to_have_no_submission(tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(6)]
    write(tmp_path / "class", {name: solution() for name in names})
    (tmp_path / "mine.csv").write_text("id,Score\n" + "".join(f"{name},\n" for name in names))
    for part in ("1", "2"):
        grade(tmp_path, "class", "--out", f"part{part}", "--shard", f"{part}/3")
    parts = ("part1", "part1", "part2")
    done = grade(tmp_path, "merge", *parts, "--out", "all", "--gradebook", "mine.csv", "--column", "Score", code=1)
    assert "in the gradebook, not in what was graded here" in done.stderr
    assert "merged from 2 parts" in (tmp_path / "all" / "index.html").read_text()


def test_students_whose_files_are_of_another_kind_now_are_still_of_the_class(tmp_path: Path) -> None:
    for student in ("al", "bo", "cy"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "matmul_practice.py").write_bytes(solution())
    grade(tmp_path, "class", "--out", "out")
    for student in ("al", "bo"):
        (tmp_path / "class" / student / "matmul_practice.py").rename(tmp_path / "class" / student / "m.pdf")
    done = grade(tmp_path, "class", "--out", "out")
    assert "2 had a mark before, and have none now: al, bo" in done.stderr
