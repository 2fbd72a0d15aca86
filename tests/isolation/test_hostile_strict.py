"""Each hostile submission, confined: a result comes out, no trick gets marks, nothing of the run stays.

At `basic` only those run that attack the record and the reports, not the machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from grader.exercise import Pack
from grader.grading import grade_submission
from grader.loading.submissions import from_bytes, read_submission
from grader.paths import data_folder
from grader.recording.confinement import available
from grader.recording.warm import WarmSandbox
from grader.result import Graded, Isolation
from grader.submission import PYTHON_NAME, SubmissionError
from tests.corpus import SUBMISSIONS, statuses
from tests.isolation.processes import descendants, soon, with_environment
from tests.isolation.reports import faults

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux"),
    pytest.mark.skipif(
        not available(quick=True).strict, reason="strict isolation cannot be had here: see grade doctor"
    ),
]

HOSTILE = SUBMISSIONS / "hostile"
FOLDERS = sorted(folder.name for folder in HOSTILE.iterdir() if folder.is_dir())
REFUSED = "x18_coding_unknown"
SLOW = {"own_end_segv_handled", "own_forge_flood", "own_forge_products_to_check", "own_tamper_lock"}
HARMLESS = [
    name for name in FOLDERS if re.match("own_(forge|tamper|text|end)_", name) and name not in {*SLOW, "own_end_pickle"}
]
REFERENCE = SUBMISSIONS.parents[1] / "solutions" / "matmul_practice.py"
TIME_LIMIT = 2.0
ENDLESS = {
    *("m06_million_arrays", "m08_recursion_limit", "t04_regex_backtrack", "t12_big_svd", "t13_sum_range"),
    *("t14_sigstop_self", "t15_raise_sigstop", "f34_audit_hook", "own_tamper_lock", "own_end_segv_handled"),
}
"""They use up any limit, so a short one will do."""
SHORT_LIMIT = 0.5

NET, TRANSPOSE, BY_HAND = ALL = ("three-layer-net", "transpose-fix", "hand-loop-matmul")

NOT_TRUSTED = {
    "f02_forged_frames": "bytes that are no trace",
    "f04_pickle_rce": "a pickle in place of a trace",
    "f05_length_lie": "a frame promises four gigabytes",
    "own_forge_bad_utf8": "text that is none",
    "own_forge_empty_product": "a product of nothing has no shape of its own choice",
    "own_forge_end_first": "events after the end",
    "own_forge_huge_shape": "a shape without its data",
    "own_forge_many_axes": "an array of too many axes",
    "own_forge_negative_shape": "a negative length",
    "own_forge_nested": "lists nested beyond any event",
    "own_forge_numbers_as_text": "fields of other types",
    "own_forge_other_element_type": "a product of fractions in whole numbers",
    "own_forge_second_end": "two ends",
    "own_forge_site_again": "a place that is named twice",
    "own_forge_unknown_kind": "an element type that does not travel",
    "own_forge_wrong_digest": "an array under another's name",
    "own_forge_wrong_product": "operands that do not give the result",
    "own_forge_zero_size": "an axis longer than any array's",
    "own_tamper_output_is_trace": "what it prints stands in the trace",
}
NO_CREDIT: dict[str, tuple[tuple[str, ...], str]] = {
    "d01_disk_filler": (ALL, "it does none of the work"),
    "n05_unix": (ALL, "it does none of the work"),
    "n08_other_families": (ALL, "it does none of the work"),
    "p13_parent_memory": (ALL, "the launcher's memory cannot be written"),
    "s01_read_solutions": (ALL, "the solution cannot be read"),
    "s02_import_grader": (ALL, "the grader cannot be imported"),
    "s06_other_submissions": (ALL, "other submissions cannot be read"),
    "own_forge_by_hand": (ALL, "the other numbers are not in what it forges"),
    "own_forge_passed_end": (ALL, "an end is no work"),
    "own_forge_texts": (ALL, "nothing was computed"),
    "own_tamper_effects": ((BY_HAND,), "the product is NumPy's"),
    "own_tamper_products": ((BY_HAND,), "the numbers are typed in"),
    "own_tamper_subclass": ((BY_HAND,), "the numbers are typed in"),
    "own_tamper_trace_closed": (ALL, "nothing was recorded"),
    "own_tamper_trace_function": ((BY_HAND,), "the numbers are typed in"),
    "own_tamper_trace_is_output": (ALL, "nothing was recorded"),
    "own_thief_of_the_one_before": (ALL, "there is nothing to be found, and nothing of its own"),
    "own_end_segv_handled": (ALL, "nothing was computed"),
    "own_file_links_out": (ALL, "it does none of the work"),
    "own_mem_descriptors_raw": (ALL, "it does none of the work"),
    "own_net_pair": (ALL, "it does none of the work"),
    "own_proc_daemons": (ALL, "it does none of the work"),
    "own_proc_kill_all": (ALL, "it does none of the work"),
}
UNTOUCHED = {
    "own_end_atexit_loop": "a loop at the exit comes after the work",
    "own_end_fault": "the fault comes after the work",
    "own_end_huge_numbers": "what cannot be recorded is left out",
    "own_end_recursive_values": "what cannot be recorded is left out",
    "own_end_signal_self": "the signal comes after the work",
    "own_end_threads_daemon": "what a thread does after the end is no lie",
    "own_end_threads_exit": "what threads raise is their own",
    "own_file_names": "its files go with its folder",
    "own_file_planted": "nothing of it is imported",
    "own_mem_touched": "the memory is asked for after the work",
    "own_proc_threads": "threads do not change the work",
    "own_text_printed": "what it prints is shown, and does nothing",
}
"""Right work with an attack beside it: it is passed."""

FORBIDDEN = {
    "own_file_links_out": re.compile("read|linked"),
    "own_file_fifo": re.compile("made"),
    "own_file_terminal": re.compile("opened"),
    "own_file_numpy": re.compile("did it"),
    "own_net_loopback": re.compile("reached"),
    "own_net_pair": re.compile("sent"),
    "own_net_shared_memory": re.compile(r"made|^\d+ (?!-1$)", re.MULTILINE),
    "own_proc_kill_all": re.compile("signalled"),
    "own_proc_privileges": re.compile(r"may|^\d+ (?!-1$)", re.MULTILINE),
    "own_proc_programs": re.compile("ran"),
    "own_proc_raw_clone": re.compile("process"),
    "own_proc_looks": re.compile(r"\[|b'"),
}
"""What a file prints when something got through that must not."""


class Kept:
    """Gradings at one level, each made once."""

    def __init__(self, level: str, pack: Pack) -> None:
        self._sandbox = WarmSandbox("strict" if level == "strict" else "basic")
        self._pack = pack
        self._known: dict[str, Graded] = {}

    def of(self, folder: str) -> Graded:
        if folder not in self._known:
            limit = SHORT_LIMIT if folder in ENDLESS else TIME_LIMIT
            self._known[folder] = self.file(HOSTILE / folder / "matmul_practice.py", limit)
        return self._known[folder]

    def file(self, path: Path, limit: float = TIME_LIMIT) -> Graded:
        return grade_submission(read_submission(path), self._pack, self._sandbox, time_limit=limit)

    def close(self) -> None:
        self._sandbox.close()


def _kept(level: str, pack: Pack, folder: Path) -> Iterator[Kept]:
    before, marks = descendants(), set(Path("/tmp").glob("sbx_*"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        kept = Kept(level, pack)
        yield kept
        reference = kept.file(REFERENCE).result
        kept.close()
    assert reference.status == "passed"
    assert reference.score == reference.max_score
    assert soon(lambda: not _younger(before)), "processes of ours are left"
    assert soon(lambda: not with_environment(f"TMPDIR={folder}")), (
        "processes of ours are left, and others' children now"
    )
    assert list(folder.iterdir()) == []
    assert set(Path("/tmp").glob("sbx_*")) <= marks


def _younger(before: set[int]) -> set[int]:
    """Our processes that were not there before, but for those of launchers that were: they go on, and fork."""
    return descendants() - before.union(*map(descendants, before))


@pytest.fixture(scope="module")
def strict(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    yield from _kept("strict", pack, tmp_path_factory.mktemp("strict"))


@pytest.fixture(scope="module")
def basic(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    yield from _kept("basic", pack, tmp_path_factory.mktemp("basic"))


@pytest.mark.parametrize("folder", [name for name in FOLDERS if name != REFUSED])
def test_at_strict(folder: str, strict: Kept) -> None:
    graded = strict.of(folder)
    assert graded.result.isolation == "strict"
    assert "seccomp" in graded.result.isolation_layers
    _judged_as_it_must_be(folder, graded)
    if folder in FORBIDDEN:
        assert not FORBIDDEN[folder].search(graded.listing.printed)


@pytest.mark.parametrize("folder", HARMLESS)
def test_at_basic(folder: str, basic: Kept) -> None:
    graded = basic.of(folder)
    assert (graded.result.isolation, graded.result.isolation_layers) == ("basic", ("limits",))
    _judged_as_it_must_be(folder, graded)


def _judged_as_it_must_be(folder: str, graded: Graded) -> None:
    result = graded.result
    checks = [check for exercise in result.exercises for check in exercise.checks]
    assert result.status != "error"
    assert [check.message for check in checks if check.status == "error"] == []
    assert faults(graded) == []
    found = statuses(result)
    if folder in NOT_TRUSTED:
        assert set(found.values()) == {"failed"}, NOT_TRUSTED[folder]
        assert any("record of this run cannot be trusted" in note.message for note in result.notes)
    if folder in NO_CREDIT:
        exercises, reason = NO_CREDIT[folder]
        assert "passed" not in {found[name] for name in exercises}, reason
    if folder in UNTOUCHED:
        assert result.status == "passed", UNTOUCHED[folder]


def test_an_encoding_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SubmissionError, match="encoding"):
        read_submission(HOSTILE / REFUSED / "matmul_practice.py")


def test_every_hostile_file_says_what_it_does_and_what_must_happen() -> None:
    for folder in FOLDERS:
        head = (HOSTILE / folder / "matmul_practice.py").read_bytes().splitlines()[0]
        assert re.fullmatch(rb"\xef?\xbb?\xbf?#.*attack: .+ \| must: .+", head), folder


@pytest.mark.parametrize("level", ["strict", "basic"])
def test_a_thief_after_the_solution_gets_nothing(level: Isolation, pack: Pack) -> None:
    solution = read_submission(data_folder("solutions") / PYTHON_NAME)
    thief = read_submission(HOSTILE / "own_thief_of_the_one_before" / PYTHON_NAME)
    with closing(WarmSandbox(level)) as sandbox:
        assert grade_submission(solution, pack, sandbox).result.status == "passed"
        assert grade_submission(thief, pack, sandbox).result.score == 0


POOLS = {
    "Pool": "from multiprocessing import Pool",
    "ProcessPoolExecutor": "from concurrent.futures import ProcessPoolExecutor",
}


@pytest.mark.parametrize("pool", POOLS)
def test_what_processes_were_to_multiply_is_left_open(pool: str, pack: Pack) -> None:
    before, by_hand = REFERENCE.read_text().split("# 3.")
    assert "range(2)" in by_hand
    source = f"""{before}
{POOLS[pool]}
P, Q = [[1, 2], [3, 4]], [[5, 6], [7, 8]]

def cell(place):
    return sum(P[place[0]][k] * Q[k][place[1]] for k in range(2))

with {pool}(2) as pool:
    cells = list(pool.map(cell, [(0, 0), (0, 1), (1, 0), (1, 1)]))
print(cells, np.array_equal(cells, (np.array(P) @ np.array(Q)).ravel()))
"""
    with closing(WarmSandbox("strict")) as sandbox:
        result = grade_submission(from_bytes(source.encode(), PYTHON_NAME), pack, sandbox).result
    assert [exercise.status for exercise in result.exercises] == ["passed", "passed", "inconclusive"]
    assert {check.status for check in result.exercises[2].checks} == {"inconclusive"}
