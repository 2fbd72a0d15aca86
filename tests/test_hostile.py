"""Submissions that attack the grader: each is graded, none gets marks for a trick, no report carries its text raw.

Those that attack the machine (processes, memory, disk, network) need strict isolation and are not run here.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import NoReturn

import pytest

from grader.loading.submissions import read_submission
from grader.rendering import html, terminal
from grader.result import Graded
from grader.submission import SubmissionError
from tests.corpus import SUBMISSIONS, Grading, statuses

HOSTILE = SUBMISSIONS / "hostile"
SAFE_AT_BASIC = re.compile(r"[efotx]\d\d_|s0[1-6]_")
UNREADABLE = "x18_coding_unknown"
FOLDERS = sorted(
    folder.name for folder in HOSTILE.iterdir() if SAFE_AT_BASIC.match(folder.name) and folder.name != UNREADABLE
)
NET, TRANSPOSE, BY_HAND = "three-layer-net", "transpose-fix", "hand-loop-matmul"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

NO_CREDIT = [
    ("f02_forged_frames", (NET, TRANSPOSE, BY_HAND), "it writes frames of its own into the trace"),
    ("f04_pickle_rce", (NET, TRANSPOSE, BY_HAND), "it sends a pickle in place of a trace"),
    ("f05_length_lie", (NET, TRANSPOSE, BY_HAND), "its frame promises four gigabytes"),
    ("f07_gc_recorder", (BY_HAND,), "it adds events to every list that the collector knows"),
    ("f08_frames", (BY_HAND,), "it adds events to the lists of the frames around it"),
    ("f11_patch_allclose", (BY_HAND,), "its comparisons always say yes, its result is all zeros"),
    ("f12_patch_seed", (NET,), "its X is not the seeded data"),
    ("f16_fake_numpy", (NET, TRANSPOSE, BY_HAND), "its NumPy is a module that it made up"),
    ("f18_lying_object", (BY_HAND,), "its result only claims to be an array"),
    ("f21_nan_inf", (NET, TRANSPOSE, BY_HAND), "its results are no numbers"),
    ("f23_aliasing", (BY_HAND,), "it types the right numbers in and takes them out again"),
    ("f24_hard_coded", (BY_HAND,), "the right numbers are typed in"),
    ("f25_hard_coded_shapes", (NET, TRANSPOSE, BY_HAND), "it prints right shapes of nothing"),
    ("f26_hidden_matmul_module", (BY_HAND,), "the product comes from NumPy's inner module"),
    ("f27_hidden_matmul_type", (BY_HAND,), "the product comes from the array's type"),
    ("f28_hidden_matmul_eval", (BY_HAND,), "the product stands in an encoded string"),
    ("f29_hidden_blas", (BY_HAND,), "the product comes from the library under NumPy"),
    ("f30_world_detect", (BY_HAND,), "it behaves well only where it sees no sign of another scenario"),
    ("f36_exec_line_spoof", (BY_HAND,), "its numbers come from code that claims another file's lines"),
    ("f60_ufunc_answered", (NET,), "its weights answer a product with zeros"),
    ("f61_array_function_answered", (NET,), "its weights answer a product with drawn numbers"),
    ("f62_ufunc_answered_by_reshape", (TRANSPOSE,), "its matrices answer a product with a reshaped one"),
    ("f63_noise_and_nothing_of_a_product", (NET,), "its layers are noise"),
    ("f64_layer_overwritten", (NET,), "its last layer is overwritten"),
    ("f65_single_precision_decoy", (BY_HAND,), "its loops' products are thrown away"),
    ("f66_decoy_and_where", (BY_HAND,), "NumPy's product takes the place of the one by hand"),
    ("e62_empty_batch", (NET,), "no samples go through its layers"),
    ("o17_fake_report", (NET, TRANSPOSE, BY_HAND), "it prints a report that looks like the grader's"),
    ("f67_two_words_for_equal", (BY_HAND,), "it says that the results agree, whether they do or not"),
    ("f68_twelve_entries", (TRANSPOSE,), "twelve entries are no shape"),
    ("f71_nan_in_a", (BY_HAND,), "NumPy's product of a matrix with a NaN is no work of its own"),
    ("f73_shapes_of_zeros", (NET,), "its arrays are no layers"),
    ("f74_typed_layers_then_raises", (NET,), "its layers are typed in, and it raises where the data are others"),
    ("f75_typed_layers_then_leaves", (NET,), "its layers are typed in, and it exits where the data are others"),
    ("f76_typed_product_then_raises", (TRANSPOSE,), "its product is typed in, and it raises where A is another one"),
    ("f88_asks_for_the_grader", (BY_HAND,), "it does its work only where a grader's modules are seen, and none are"),
    ("f77_tells_runs_by_sleep", (BY_HAND,), "its result is typed in where nothing tells that it is tried with others"),
    ("f72_forged_ragged", (NET, TRANSPOSE, BY_HAND), "its rows are made up"),
    ("f79_frames_on_the_pipe", (NET, TRANSPOSE, BY_HAND), "it does not know with what the lengths are written"),
    ("f80_stream_of_the_output", (BY_HAND,), "its output does not lead to the trace"),
    ("f86_arithmetic_frames", (BY_HAND,), "its multiplications are written by itself"),
    ("f87_whole_trace", (BY_HAND,), "its record is written by itself"),
]


@pytest.fixture(scope="module")
def known() -> dict[str, Graded]:
    """What was graded by this worker."""
    return {}


def graded(folder: str, grading: Grading, known: dict[str, Graded]) -> Graded:
    if folder not in known:
        known[folder] = grading.file(HOSTILE / folder / "matmul_practice.py", time_limit=2.0)
    return known[folder]


@pytest.mark.parametrize("folder", FOLDERS)
def test_it_is_graded_and_reported_without_harm(folder: str, grading: Grading, known: dict[str, Graded]) -> None:
    found = graded(folder, grading, known)
    assert found.result.status != "error"
    json.loads(found.result.to_json(), parse_constant=refuse)
    stream = io.StringIO()
    terminal.render(found, stream, report="feedback/page.html", verbose=True)
    for text in (stream.getvalue(), html.render(found)):
        assert not CONTROL.findall(text)
    assert not Path("/tmp/sbx_pwned").exists()


def refuse(constant: str) -> NoReturn:
    raise AssertionError(f"{constant} is not JSON")


@pytest.mark.parametrize(("folder", "exercises", "reason"), NO_CREDIT, ids=[row[0] for row in NO_CREDIT])
def test_a_trick_gets_no_credit(
    folder: str, exercises: tuple[str, ...], reason: str, grading: Grading, known: dict[str, Graded]
) -> None:
    found = statuses(graded(folder, grading, known).result)
    assert not [name for name in exercises if found[name] == "passed"], reason


def test_shapes_of_what_was_not_calculated_are_no_layers(grading: Grading, known: dict[str, Graded]) -> None:
    network = graded("f73_shapes_of_zeros", grading, known).result.exercises[0]
    assert network.score == 0


@pytest.mark.parametrize(
    "folder",
    [
        "f69_recorder_of_the_output",
        "f70_names_put_together",
        "f78_recorder_by_a_pattern",
        "f81_code_by_spelling",
        "f82_frames_of_a_traceback",
        "f83_profile_of_a_thread",
        "f84_frame_by_ctypes",
        "f85_frame_of_a_generator",
        "f88_asks_for_the_grader",
    ],
)
def test_what_looks_for_the_recorder_is_noted(folder: str, grading: Grading, known: dict[str, Graded]) -> None:
    assert any("looks at what runs it" in note.message for note in graded(folder, grading, known).result.notes)


def test_an_unknown_encoding_is_refused_with_its_name() -> None:
    with pytest.raises(SubmissionError, match=r"encoding that Python cannot read .klingon.*save it as UTF-8"):
        read_submission(HOSTILE / UNREADABLE / "matmul_practice.py")


def test_the_next_submission_is_graded_right(grading: Grading, known: dict[str, Graded]) -> None:
    for folder in ("f13_patch_builtins", "f34_audit_hook", "f35_seterr_printoptions"):
        graded(folder, grading, known)
        solution = SUBMISSIONS.parents[1] / "solutions" / "matmul_practice.py"
        assert grading.file(solution).result.status == "passed"
