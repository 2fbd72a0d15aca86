"""How runs end, what they find around them, and that nothing of them stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from grader.recording.plain import PlainSandbox
from grader.recording.sandbox import Recording, Sandbox
from grader.recording.warm import WarmSandbox
from grader.result import AS_WRITTEN
from grader.runs.reading import read_trace
from tests.running import printed, record, trace_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the warm sandbox needs Linux")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=[WarmSandbox, PlainSandbox])
def kind(request: pytest.FixtureRequest) -> Iterator[WarmSandbox | PlainSandbox]:
    opened: WarmSandbox | PlainSandbox = request.param()
    yield opened
    opened.close()


def test_the_folder_holds_the_submission_alone(kind: Sandbox) -> None:
    source = "import os, sys\nprint(os.listdir(), os.getcwd() == sys.path[0] == os.path.dirname(__file__), sys.argv)\n"
    assert printed(kind, source) == "['matmul_practice.py'] True ['matmul_practice.py']\n"


def test_nothing_of_the_grader_or_the_caller_is_importable(kind: Sandbox) -> None:
    source = (
        "import sys, os\nprint([p for p in sys.path if os.path.exists(os.path.join(p, 'grader', 'cli.py'))])\n"
        f"print({str(ROOT)!r} in map(os.path.realpath, sys.path), {os.getcwd()!r} in sys.path)\n"
        "for name in ('grader', 'grader.cli', 'exercises', 'tests'):\n"
        "    try: __import__(name); print('imported', name)\n"
        "    except ImportError: pass\n"
        "print([name for name in sys.modules if 'grader' in name])\n"
    )
    assert printed(kind, source) == "[]\nFalse False\n[]\n"


def test_the_environment_is_scrubbed(kind: Sandbox) -> None:
    source = "import os\nprint(sorted(os.environ))\n"
    found = set(eval(printed(kind, source)))
    allowed = {"PATH", "LANG", "LC_CTYPE", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"}
    assert found <= allowed | {"MALLOC_ARENA_MAX", "TMPDIR", "HOME"}


def test_a_secret_of_the_caller_is_not_seen(tmp_path: Path) -> None:
    program = (
        "from contextlib import closing\n"
        "from grader.recording.warm import WarmSandbox\nfrom tests.running import printed\n"
        "with closing(WarmSandbox()) as sandbox:\n"
        "    print(printed(sandbox, 'import os; print(\"SECRET\" in str(os.environ))'))"
    )
    environment = {**os.environ, "API_SECRET": "x", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_standard_input_is_empty(kind: Sandbox) -> None:
    trace = trace_of(kind, "import sys\nprint(repr(sys.stdin.read()))\ninput('number? ')\n")
    assert trace.text == "''\nnumber? "
    assert trace.stop is not None
    assert (trace.stop.type, trace.stop.line) == ("EOFError", 3)


def test_only_the_trace_is_open_beside_the_standard_streams(kind: Sandbox) -> None:
    source = "import os\nprint([n for n in range(256) if os.path.exists(f'/proc/self/fd/{n}')])\n"
    assert set(eval(printed(kind, source))) <= {0, 1, 2, 3, 4}


def test_an_endless_loop_is_timed_out_with_its_line(kind: Sandbox) -> None:
    recording = record(kind, "print('before')\nx = 0\nwhile True:\n    x += 1\n", seconds=3.0)
    assert recording.reply.timed_out
    assert b'File "matmul_practice.py", line ' in recording.errors
    assert read_trace(recording.trace, AS_WRITTEN, key=0).text == "before\n"


@pytest.mark.parametrize("source", ["import time; time.sleep(60)", "sum(range(10**12))"])
@pytest.mark.timeout(30)
def test_waiting_and_native_loops_are_timed_out(source: str, kind: Sandbox) -> None:
    assert record(kind, source, seconds=1.0).reply.timed_out


@pytest.mark.parametrize(
    "source",
    ["while True: print('flood' * 100)", "import os\nwhile True: os.write(1, b'x' * 65536)",
     "import sys\nwhile True: sys.stderr.write('x' * 1000)"],
)  # fmt: skip
def test_a_flood_is_stopped_soon(source: str, kind: Sandbox) -> None:
    recording = record(kind, source, seconds=30.0)
    assert recording.flooded or "printed" in read_trace(recording.trace, AS_WRITTEN, key=0).limits
    assert not recording.reply.timed_out
    assert len(recording.output) <= 1 << 20


ENDINGS = [
    ("import os; print('a'); os._exit(7)", 0),
    ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", signal.SIGKILL),
    ("import os; os.abort()", signal.SIGABRT),
    ("import ctypes; ctypes.string_at(0)", signal.SIGSEGV),
]


@pytest.mark.parametrize(("source", "number"), ENDINGS)
def test_an_end_past_python_is_told(source: str, number: int, kind: Sandbox) -> None:
    recording = record(kind, source)
    assert recording.reply.signal == number
    assert read_trace(recording.trace, AS_WRITTEN, key=0).ended is None


def test_a_crash_is_told_with_its_line(kind: Sandbox) -> None:
    recording = record(kind, "import ctypes\n\nctypes.string_at(0)\n")
    assert b'File "matmul_practice.py", line 3' in recording.errors


@pytest.mark.parametrize(
    ("argument", "code"),
    [("", 0), ("0", 0), ("3", 3), ("'words'", 1), ("None", 0), ("256 + 5", 5), ("True", 1)],
)
def test_exit_codes_are_those_of_python(argument: str, code: int, kind: Sandbox) -> None:
    trace = trace_of(kind, f"import sys\nprint('before')\nsys.exit({argument})\n")
    assert trace.ended is not None
    assert (trace.ended.status, trace.ended.code, trace.text) == ("exited", code, "before\n")


@pytest.mark.parametrize("source", ["x = bytearray(4 * 10**9)", "x = []\nwhile True: x.append(bytearray(10**7))"])
def test_too_much_memory_is_an_error_of_the_submission(source: str, kind: Sandbox) -> None:
    trace = trace_of(kind, source)
    assert trace.stop is not None
    assert trace.stop.type == "MemoryError"


def test_a_file_that_grows_without_end_is_stopped(kind: Sandbox) -> None:
    source = "f = open('big', 'wb')\nfor _ in range(100): f.write(b'x' * 10**6); f.flush()\nprint('written')\n"
    assert trace_of(kind, source).text == ""


def test_a_run_leaves_no_trace_of_itself_for_the_next(kind: Sandbox) -> None:
    first = "import builtins, sys, numpy as np\nbuiltins.print = np.dot = None\nsys.path.clear()\nopen('left', 'w')\n"
    record(kind, first)
    source = "import os, numpy as np\nprint(os.path.exists('left'), np.dot([1], [2]))\n"
    assert printed(kind, source) == "False 2\n"


def test_a_launcher_that_died_between_runs_is_replaced() -> None:
    with closing(WarmSandbox()) as warm:
        assert printed(warm, "print(1)\n") == "1\n"
        os.kill(warm._process.pid, signal.SIGKILL)
        assert printed(warm, "print(2)\n") == "2\n"


def test_a_launcher_that_a_submission_killed_is_replaced() -> None:
    with closing(WarmSandbox()) as warm:
        assert printed(warm, "print(1)\n") == "1\n"
        launcher = warm._process.pid
        source = f"import os\ntry: os.kill({launcher}, 9)\nexcept OSError: print('refused')\n"
        try:
            record(warm, source)
        except Exception as error:
            assert type(error).__name__ == "SandboxError"
        assert printed(warm, "print(2)\n") == "2\n"


LEAVING = (
    "import os, time\nopen('a', 'w').write('x')\nos.mkdir('d'); open('d/b', 'w'); os.chmod('d', 0)\n"
    "if os.fork() == 0:\n    time.sleep(600)\n"
)


def test_twenty_runs_leave_no_process_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with closing(WarmSandbox()) as warm:
        recordings = [record(warm, LEAVING) for _ in range(20)]
        launcher = warm._process.pid
        assert all(isinstance(recording, Recording) for recording in recordings)
        # One child is always ready for the next run.
        assert wait_until_gone(lambda: children_of(launcher)[1:])
        left = children_of(launcher)
    assert wait_until_gone(lambda: [process for process in left if Path(f"/proc/{process}").exists()])
    plain = PlainSandbox()
    for _ in range(3):
        record(plain, LEAVING)
    assert not list(tmp_path.rglob("*"))
    assert not Path(f"/proc/{launcher}").exists()


def wait_until_gone(found: Callable[[], list[int]]) -> bool:
    for _ in range(50):
        if not found():
            return True
        time.sleep(0.05)
    return False


def children_of(process: int) -> list[int]:
    """Descendants that are alive, by what /proc says."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if fields[0] != "Z":
                parents[int(entry.name)] = int(fields[1])
    return [child for child, parent in parents.items() if parent == process]


def test_closing_ends_the_launcher_and_takes_its_folder_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    warm = WarmSandbox()
    record(warm, "print(1)\n")
    assert list(tmp_path.iterdir())
    process = warm._process
    warm.close()
    assert process.wait(0)
    assert not list(tmp_path.iterdir())


def test_a_run_that_was_interrupted_leaves_nothing_to_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> object:
        raise KeyboardInterrupt

    with closing(WarmSandbox("basic")) as warm:
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(warm, "_follow", interrupted)
            record(warm, "raise SystemExit(3)")
        recording = record(warm, "print('next')\nraise SystemExit(4)")
    trace = read_trace(recording.trace, "as_written", key=0)
    assert (trace.text, trace.ended.code if trace.ended else None) == ("next\n", 4)
