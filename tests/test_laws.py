"""Laws: recording changes nothing; spelling, order and layout decide nothing; no testimony breaks the judge."""

from __future__ import annotations

import contextlib
import io
import itertools
import random
import re
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.exercise import Pack
from grader.judge import judge
from grader.loading.submissions import read_submission
from grader.paths import data_folder
from grader.recording import events
from grader.recording.numbers import digest_of
from grader.recording.sandbox import Sandbox
from grader.result import AS_WRITTEN
from grader.runs.contradictions import contradiction
from grader.runs.decoding import TraceError
from grader.runs.plans import Plans
from grader.runs.reading import read_trace
from grader.submission import PYTHON_NAME
from grader.trace import Trace
from tests.corpus import TIME_LIMIT, Grading, Labelled, labelled, sample, statuses
from tests.programs import programs
from tests.running import plain_behaviour, record, recorded_behaviour, trace_of
from tests.transforming import fits_in_a_function, in_a_function, reaches_by_name, reformatted, renamed

SOLUTION = data_folder("solutions") / PYTHON_NAME
CHUNKS = 8
RECORDED_ONCE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


# Recording changes nothing.


def compared_with_plain_python() -> list[Labelled]:
    own = [label for label in labelled("right") if label.file.startswith("own_")]
    chosen = dict.fromkeys((*sample(60, "right", "wrong", "debatable"), *own))
    # One prints the first characters of a traceback, which has the name of the folder in it; one writes to the trace;
    # one prints what np.empty finds, which is never luck when it is recorded.
    left_out = ("kind_format_exc.py", "kind_added_to_np_empty.py")
    quiet = [label for label in chosen if label.mistake not in ("asks-for-input", "timed-out")]
    return [label for label in quiet if label.file not in left_out]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_recorded_run_behaves_as_a_plain_run(chunk: int, sandbox: Sandbox, pack: Pack, tmp_path: Path) -> None:
    labels = compared_with_plain_python()[chunk::CHUNKS]
    unsteady = [label for label in labels if not behaves_as_plain(label, sandbox, pack, tmp_path)]
    print("differ from run to run:", *unsteady)
    assert len(unsteady) <= len(labels) // 4


def behaves_as_plain(label: Labelled, sandbox: Sandbox, pack: Pack, tmp_path: Path) -> bool:
    """False for a file that behaves in another way each time."""
    submission = read_submission(label.path)
    recorded = recorded_behaviour(sandbox, submission, pack.version)
    plain, again = (
        partial(plain_behaviour, submission.source, folder(tmp_path / f"{label.file}-{turn}"), recorded.failure)
        for turn in range(2)
    )
    first = plain()
    if recorded == first:
        return True
    assert again() != first, (label, recorded, first)
    return False


def folder(path: Path) -> Path:
    path.mkdir()
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=programs())
def test_a_generated_program_behaves_as_under_exec(sandbox: Sandbox, source: str) -> None:
    trace = trace_of(sandbox, source)
    stop = trace.stop
    found = (trace.text, stop and (stop.type, stop.message, stop.line))
    assert found == executed(source)


def executed(source: str) -> tuple[str, tuple[str, str, int] | None]:
    """What exec() prints and raises."""
    output, failure = io.StringIO(), None
    with contextlib.redirect_stdout(output), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, PYTHON_NAME, "exec"), {"__name__": "__main__"})
        except Exception as error:
            failure = (type(error).__name__, str(error), innermost_line(error))
    return output.getvalue(), failure


def innermost_line(error: BaseException) -> int:
    line, trace = getattr(error, "lineno", 0), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == PYTHON_NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


# Spelling and layout decide nothing.

PLAIN_TEXT = [label for label in sample(90, "right", "wrong") if label.mistake not in ("timed-out", "syntax-error")]


def fitting(test: Callable[[str], bool], count: int) -> list[Labelled]:
    """`count` submissions, from all over, whose text passes a test."""
    found = [label for label in PLAIN_TEXT if (text := readable(label)) and test(text)]
    return [found[index * len(found) // count] for index in range(count)]


def readable(label: Labelled) -> str | None:
    try:
        text = label.text
        compile(text, PYTHON_NAME, "exec")
    except (UnicodeDecodeError, SyntaxError):
        return None
    return text if "coding" not in "".join(text.splitlines()[:2]) else None


@pytest.mark.parametrize("label", fitting(lambda text: not reaches_by_name(text), 24), ids=str)
def test_names_decide_nothing(label: Labelled, grading: Grading) -> None:
    assert grading.statuses(renamed(label.text)) == statuses(grading.of(label))


@pytest.mark.parametrize("label", fitting(fits_in_a_function, 24), ids=str)
def test_a_function_around_everything_decides_nothing(label: Labelled, grading: Grading) -> None:
    assert grading.statuses(in_a_function(label.text)) == statuses(grading.of(label))


@pytest.mark.parametrize("label", fitting(lambda text: True, 24), ids=str)
def test_layout_and_comments_decide_nothing(label: Labelled, grading: Grading) -> None:
    assert grading.statuses(reformatted(label.text)) == statuses(grading.of(label))


PARTS = re.split(r"(?m)^(?=# [123]\. )", SOLUTION.read_text(encoding="utf-8"))


@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))), ids=str)
def test_the_order_of_the_parts_decides_nothing(order: tuple[int, ...], grading: Grading) -> None:
    assert len(PARTS) == 4
    result = grading.source("\n".join([PARTS[0], *(PARTS[part] for part in order)]))
    assert (result.status, result.score) == ("passed", result.max_score)


# No testimony breaks the judge.


class Reference:
    """The solution, recorded in every scenario."""

    def __init__(self, pack: Pack, sandbox: Sandbox) -> None:
        self.pack = pack
        self.submission = read_submission(SOLUTION)
        self.plans = Plans(self.submission, pack, seed=0)
        names = (AS_WRITTEN, *pack.all_scenarios())
        requests = {name: msgspec.structs.replace(self.plans.request(name, TIME_LIMIT), key=0) for name in names}
        self.data = {name: sandbox.begin(request)().trace for name, request in requests.items()}

    def traces(self) -> dict[str, Trace]:
        """What it did, by scenario."""
        traces = {name: read_trace(data, name, key=0) for name, data in self.data.items()}
        return {
            name: msgspec.structs.replace(
                trace,
                status="finished",
                replaced=tuple(substitution.other for substitution in self.plans[name].substitutions),
            )
            for name, trace in traces.items()
        }


@pytest.fixture(scope="module")
def reference(pack: Pack, sandbox: Sandbox) -> Reference:
    return Reference(pack, sandbox)


@RECORDED_ONCE
@given(seed=st.integers(0, 2**32))
def test_the_order_of_arrays_decides_nothing(seed: int, reference: Reference) -> None:
    shuffled = {name: with_sights_shuffled(trace, seed) for name, trace in reference.traces().items()}
    judged = judge(reference.pack, reference.submission, shuffled, reference.plans, shuffled.__getitem__)
    assert [exercise.status for exercise in judged] == ["passed"] * 3


def with_sights_shuffled(trace: Trace, seed: int) -> Trace:
    return msgspec.structs.replace(trace, sights=random.Random(seed).sample(trace.sights, len(trace.sights)))


def read_or_refused(data: bytes) -> Trace | None:
    try:
        trace = read_trace(data, AS_WRITTEN, key=0)
    except TraceError:
        return None
    contradiction(trace)
    return trace


@given(st.binary(max_size=400))
def test_bytes_are_a_trace_or_refused(data: bytes) -> None:
    read_or_refused(data)


@RECORDED_ONCE
@given(end=st.floats(0, 1), places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6))
def test_a_damaged_recording_is_a_trace_or_refused(
    end: float, places: list[tuple[float, int]], reference: Reference
) -> None:
    damaged = bytearray(reference.data[AS_WRITTEN])
    for place, byte in places:
        damaged[int(place * (len(damaged) - 1))] = byte
    read_or_refused(bytes(damaged[: int(end * len(damaged))]))


@RECORDED_ONCE
@given(end=st.floats(0, 1))
def test_a_recording_that_was_cut_off_is_a_trace(end: float, reference: Reference) -> None:
    whole = reference.data[AS_WRITTEN]
    trace = read_trace(whole[: int(end * (len(whole) - 1))], AS_WRITTEN, key=0)
    assert trace.ended is None


SMALL = st.integers(0, 3)
NUMBER = st.one_of(st.integers(-(2**63), 2**64 - 1), st.floats(), st.integers(0, 10))
TEXT = st.one_of(st.sampled_from(["@", "matmul", "multiply", "add", "bind", "result", "uncaught", "x"]), st.text())
SHAPES = st.lists(st.integers(0, 4), max_size=4).map(tuple)


@st.composite
def arrays(draw: st.DrawFn) -> events.ArrayData:
    """Arrays that are what they say; few enough for other events to speak of them."""
    code = draw(st.sampled_from(sorted(events.DTYPES)))
    shape = draw(st.one_of(st.sampled_from([(2, 2), (100, 8), (100, 16), (3, 4), (4,)]), SHAPES))
    size = int(np.prod(shape, dtype=int)) * events.DTYPES[code]
    data = (draw(st.binary(min_size=1, max_size=16)) * (size + 1))[:size]
    return events.ArrayData(digest_of(code, shape, data), code, shape, data)


def about(known: list[bytes]) -> st.SearchStrategy[events.Event]:
    """Events of every kind that refer to known arrays and places."""
    array = st.sampled_from(known)
    operand = st.one_of(NUMBER, array)
    line = st.integers(-1, 60)
    return st.one_of(
        st.builds(events.Seen, SMALL, st.sampled_from(get_args(events.How)), array),
        st.builds(events.SeenScalar, SMALL, NUMBER),
        st.builds(events.Operated, SMALL, TEXT, st.lists(operand, max_size=3).map(tuple), operand, st.booleans()),
        st.builds(events.OperationFailed, SMALL, TEXT, TEXT, st.lists(array, max_size=3).map(tuple)),
        st.builds(events.Arithmetic, SMALL, TEXT, NUMBER, NUMBER, NUMBER),
        st.builds(events.Compared, SMALL, operand, operand, st.booleans()),
        st.builds(events.Seeded, SMALL, TEXT, st.one_of(st.none(), st.integers(-5, 2**40))),
        st.builds(events.Printed, line, st.sampled_from([1, 2]), TEXT),
        st.builds(events.ExceptionRaised, line, TEXT, TEXT, st.sampled_from(get_args(events.Handling))),
        st.builds(events.Called, line, TEXT),
        st.builds(events.Defined, line, TEXT, st.booleans()),
        st.builds(events.LookedAround, line, TEXT),
        st.builds(events.Limit, TEXT),
    )


@st.composite
def told_frames(draw: st.DrawFn) -> bytes:
    """Frames that decode, in any order that does not contradict itself."""
    sites = [events.Site(number, "bind", number, 0, number, 4, "text", ("C",)) for number in range(4)]
    sent = draw(st.lists(arrays(), min_size=1, max_size=5))
    told = draw(st.lists(about([array.digest for array in sent]), max_size=25))
    return b"".join(map(frame, (*sites, *sent, *told)))


def frame(event: events.Event) -> bytes:
    body = msgspec.msgpack.encode(event)
    return len(body).to_bytes(4, "little") + body


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=told_frames())
def test_any_testimony_is_judged_without_an_error(data: bytes, reference: Reference) -> None:
    trace = read_or_refused(data)
    assert trace is not None
    traces = dict.fromkeys(reference.data, msgspec.structs.replace(trace, status="finished"))
    for exercise in judge(reference.pack, reference.submission, traces, reference.plans, traces.__getitem__):
        assert [check.message for check in exercise.checks if check.status == "error"] == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(arrays(), about([b"unknown", bytes(16)])), max_size=12))
def test_events_in_any_order_are_a_trace_or_refused(told: list[events.Event]) -> None:
    read_or_refused(b"".join(map(frame, told)))


def test_what_follows_the_end_is_refused() -> None:
    with pytest.raises(TraceError, match="after the end"):
        read_trace(frame(events.Ended("finished")) + frame(events.Limit("events")), AS_WRITTEN, key=0)


def test_a_frame_that_promises_too_much_is_refused_at_once() -> None:
    with pytest.raises(TraceError, match="promises"):
        read_trace(b"\xff\xff\xff\xff", AS_WRITTEN, key=0)


def test_a_recording_is_steady(sandbox: Sandbox) -> None:
    source = SOLUTION.read_bytes()
    assert record(sandbox, source, entropy=7).trace == record(sandbox, source, entropy=7).trace
