"""Traces made by hand: what cannot be true is not believed, and nothing in them stops or slows whoever reads them."""

from __future__ import annotations

import struct
from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.exercise import Pack
from grader.grading import grade_submission
from grader.loading.submissions import from_bytes
from grader.paths import data_folder
from grader.recording import events
from grader.recording.numbers import content, digest_of
from grader.recording.requests import Reply, Request
from grader.recording.sandbox import Begun, Recording, Sandbox
from grader.result import Isolation, Result
from grader.runs.contradictions import contradiction
from grader.runs.decoding import TraceError
from grader.runs.reading import read_trace
from tests.running import record

SITE = events.Site(0, "bind", 1, 0, 1, 9, "R = A @ B", ("R",))
END = events.Ended("finished")


def frame(event: object) -> bytes:
    body = msgspec.msgpack.encode(event)
    return len(body).to_bytes(4, "little") + body


def trace(*parts: object) -> bytes:
    return b"".join(part if isinstance(part, bytes) else frame(part) for part in parts)


def array(values: object, dtype: str = "f8", shape: tuple[int, ...] | None = None) -> events.ArrayData:
    """An array event; `shape` may be another than the values'."""
    made = np.array(values, dtype="<" + dtype)
    data = made.tobytes()
    told = made.shape if shape is None else shape
    return events.ArrayData(digest_of(dtype, told, data), dtype, told, data)


def operation(left: events.ArrayData, right: events.ArrayData, result: events.ArrayData, name: str = "@") -> bytes:
    product = events.Operated(0, name, (left.digest, right.digest), result.digest)
    return trace(SITE, *{part.digest: part for part in (left, right, result)}.values(), product)


def believed(data: bytes) -> bool:
    """Whether the grader takes the trace for one."""
    try:
        return contradiction(read_trace(data, "as_written", key=0)) is None
    except TraceError:
        return False


A, B = array([[1, 2], [3, 4]], "i8"), array([[5, 6], [7, 8]], "i8")
PRODUCT = array([[19, 22], [43, 50]], "i8")
HALVES = array([[0.5, 1.5], [2.5, 3.5]])
EMPTY_ROWS, EMPTY_COLUMNS, NOTHING = (array([], "f8", shape) for shape in ((2**20, 0), (0, 2**20), (0, 0)))

LIES: dict[str, Callable[[], bytes]] = {
    "bytes that are no frames": lambda: b"\xff" * 64,
    "a frame of rubbish": lambda: (5).to_bytes(4, "little") + b"\xc1\xc1\xc1\xc1\xc1",
    "a frame that promises four gigabytes": lambda: b"\xff\xff\xff\xff" + b"x" * 99,
    "text that is not UTF-8": lambda: frame(events.Limit("@@@")).replace(b"@@@", b"\xed\xa0\x80"),
    "a second end": lambda: trace(END, END),
    "an event after the end": lambda: trace(END, events.Printed(1, 1, "True\n")),
    "an event that does not exist": lambda: frame(["passed", 100]),
    "a field too many": lambda: frame(["limit", "events", 1]),
    "a field too few": lambda: frame(["ended"]),
    "a number as text": lambda: trace(SITE, frame(["scalar", "0", "19"])),
    "a place that was never named": lambda: trace(events.SeenScalar(7, 19)),
    "a place that is named twice": lambda: trace(SITE, SITE),
    "an array that was never sent": lambda: trace(SITE, events.Seen(0, "bind", b"0" * 16)),
    "an array under another's name": lambda: trace(events.ArrayData(A.digest, "i8", (1,), struct.pack("<q", 1))),
    "fewer bytes than the shape needs": lambda: trace(array([1, 2], "i8", (2, 2))),
    "a negative length": lambda: trace(array([1], "i8", (-1, -1))),
    "an axis longer than any array's": lambda: trace(array([], "f8", (0, 2**62))),
    "an axis beyond 64 bits": lambda: trace(array([], "f8", (0, 2**64 - 1))),
    "nine axes": lambda: trace(array([1], "i8", (1,) * 9)),
    "an array of objects": lambda: trace(events.ArrayData(b"0" * 16, "O8", (1,), bytes(8))),
    "lists in lists": lambda: (100_000).to_bytes(4, "little") + b"\x91" * 100_000,
    "a wrong product": lambda: operation(A, B, A),
    "a wrong product under another name": lambda: operation(A, B, A, "matmul"),
    "a wrong product in the place of its operand": lambda: operation(A, B, A, "@="),
    "a wrong product of np.matrix": lambda: operation(A, B, A, "*"),
    "a product asked of its right operand, the other way round": lambda: operation(A, B, PRODUCT, "__rmatmul__"),
    "operands that do not fit": lambda: operation(A, array([[1, 2, 3]], "i8"), A),
    "a product of another shape": lambda: operation(A, B, array([19, 22, 43, 50], "i8")),
    "fractions that give whole numbers": lambda: operation(HALVES, HALVES, A),
    "a product of nothing": lambda: operation(EMPTY_ROWS, EMPTY_COLUMNS, NOTHING),
    "a million events": lambda: trace(SITE) + frame(events.SeenScalar(0, 19)) * 1_000_000,
}


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.timeout(20)
def test_a_lie_is_not_believed(lie: str) -> None:
    data = LIES[lie]()
    assert not believed(data)


TRUTHS: dict[str, Callable[[], bytes]] = {
    "nothing at all": lambda: b"",
    "a right product": lambda: operation(A, B, PRODUCT),
    "a right product that was asked of its right operand": lambda: operation(B, A, PRODUCT, "__rmatmul__"),
    "a right product in the place of its operand": lambda: operation(A, B, PRODUCT, "@="),
    "a product with NaN": lambda: operation(array([[np.nan]]), array([[1.0]]), array([[np.nan]])),
    "an empty product": lambda: operation(array(np.ones((0, 3))), array(np.ones((3, 2))), array(np.ones((0, 2)))),
    "whole numbers that wrapped around": lambda: operation(A, B, array([[19, 22], [43, 50 - 256]], "i8")),
    "a frame that the end cut short": lambda: trace(SITE, END) + b"\x40\x00\x00\x00x",
    "NaN as a number": lambda: trace(SITE, events.SeenScalar(0, float("nan")), END),
    "lines that do not exist": lambda: trace(events.Site(1, "bind", -(2**62), 0, 2**62, 0, ""), END),
    "a hundred thousand prints": lambda: frame(events.Printed(1, 1, "\n")) * 100_000,
}


@pytest.mark.parametrize("truth", TRUTHS)
def test_what_may_be_true_is_read(truth: str) -> None:
    assert believed(TRUTHS[truth]())


@pytest.mark.timeout(20)
def test_products_are_made_again_within_bounds() -> None:
    zeros = array(np.zeros((256, 256)), "i8")
    data = operation(zeros, zeros, zeros)
    again = frame(events.Operated(0, "@", (zeros.digest, zeros.digest), zeros.digest))
    assert believed(data + again * 50_000)


@pytest.mark.timeout(20)
def test_many_products_of_wide_matrices_are_looked_at_within_bounds() -> None:
    def nothing(place: int) -> events.ArrayData:
        zeros = np.zeros((1, 8_100))
        zeros[0, place] = -0.0
        return array(zeros)

    left = [array(np.full((64, 1), float(number))) for number in range(200)]
    right = [nothing(place) for place in range(200)]
    made = array(np.zeros((64, 8_100)))
    products = [events.Operated(0, "@", (one.digest, other.digest), made.digest) for one in left for other in right]
    assert believed(trace(SITE, *left, *right, made, *products))


def test_an_array_travels_under_its_own_name() -> None:
    for values in (np.arange(6).reshape(2, 3), np.ones((3, 1)), np.array([True, False])):
        digest, code, data = content(values)
        assert believed(trace(events.ArrayData(digest, code, values.shape, data)))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    believed(data)


OPERANDS = st.one_of(st.sampled_from([A.digest, B.digest, HALVES.digest, b""]), st.integers(-9, 9), st.floats())
EVENTS = st.one_of(
    st.builds(events.Seen, st.integers(0, 1), st.text(max_size=5), st.sampled_from([A.digest, PRODUCT.digest])),
    st.builds(events.SeenScalar, st.just(0), st.one_of(st.integers(-(2**63), 2**64 - 1), st.floats())),
    st.builds(events.Operated, st.just(0), st.sampled_from(["@", "dot", ""]), st.tuples(OPERANDS, OPERANDS), OPERANDS),
    st.builds(events.Compared, st.just(0), OPERANDS, OPERANDS, st.booleans()),
    st.builds(
        events.ExceptionRaised,
        st.integers(-9, 2**62),
        st.text(),
        st.text(),
        st.sampled_from(["uncaught", "caught", ""]),
    ),
    st.builds(events.Printed, st.integers(-9, 99), st.integers(-1, 3), st.text()),
    st.builds(events.LookedAround, st.integers(-9, 99), st.text()),
    st.builds(events.Limit, st.text()),
    st.builds(events.Ended, st.sampled_from(["finished", "raised", "passed", ""]), st.integers(-9, 300)),
)


class Forger:
    """A sandbox whose runs all say the same."""

    level: Isolation = "basic"
    layers: tuple[str, ...] = ("none",)

    def __init__(self, data: bytes) -> None:
        self._data = data

    def begin(self, request: Request) -> Begun:
        """The forged record of a run."""
        reply = Reply(signal=0, seconds=0.0, timed_out=False)
        return lambda: Recording(trace=self._data, output=b"", errors=b"", reply=reply)

    def close(self) -> None:
        """There is nothing to end."""


def judged(data: bytes, pack: Pack) -> Result:
    submission = from_bytes(b"A = 1\nB = 2\nprint(A)\n", "matmul_practice.py")
    return grade_submission(submission, pack, Forger(data)).result


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENTS, max_size=12))
def test_any_events_are_judged_and_none_gets_a_pass(pack: Pack, said: list[object]) -> None:
    arrays = (array([[1, 2], [3, 4]], "i8"), B, HALVES, PRODUCT)
    result = judged(trace(SITE, *arrays, *said), pack)
    checks = [check for exercise in result.exercises for check in exercise.checks]
    assert "error" not in {check.status for check in checks}
    assert result.status != "passed"
    assert result.to_json()


@pytest.mark.parametrize("lie", [name for name in LIES if "million" not in name])
def test_a_lie_fails_every_exercise_and_says_why(lie: str, pack: Pack) -> None:
    result = judged(LIES[lie](), pack)
    assert {exercise.status for exercise in result.exercises} == {"failed"}
    assert any("The record of this run cannot be trusted" in note.message for note in result.notes)


def test_the_same_record_for_every_scenario_is_no_product_by_hand(pack: Pack) -> None:
    pairs = [(1, 5), (2, 7), (1, 6), (2, 8), (3, 5), (4, 7), (3, 6), (4, 8)]
    sums = [(5, 14), (6, 16), (15, 28), (18, 32)]
    made = [events.Arithmetic(0, "multiply", one, other, one * other) for one, other in pairs]
    added = [events.Arithmetic(0, "add", one, other, one + other) for one, other in sums]
    seen = [
        events.Seen(0, "bind", A.digest),
        events.Seen(0, "bind", B.digest),
        events.Seen(0, "changed", PRODUCT.digest),
    ]
    product = events.Operated(0, "@", (A.digest, B.digest), PRODUCT.digest)
    compared = events.Compared(0, PRODUCT.digest, PRODUCT.digest, True)
    data = trace(SITE, A, B, PRODUCT, *seen, *made, *added, product, compared, END)
    result = judged(data, pack)
    assert {exercise.id: exercise.status for exercise in result.exercises}["hand-loop-matmul"] != "passed"


def test_the_faithful_record_shown_again_where_other_numbers_were_set_is_not_trusted(
    pack: Pack, sandbox: Sandbox
) -> None:
    source = (data_folder("solutions") / "matmul_practice.py").read_bytes()
    result = grade_submission(
        from_bytes(source, "matmul_practice.py"), pack, Forger(record(sandbox, source).trace)
    ).result
    assert result.status == "failed"
    assert any("The record of this run cannot be trusted" in note.message for note in result.notes)
    assert {run.scenario for run in result.runs if run.status == "unreadable"} >= {"changed"}
