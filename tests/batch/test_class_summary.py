"""What a class did is counted right, in whatever order it comes."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.class_summary import MOST_NAMED, ClassSummary, Whom, summarise
from grader.packs.spec import Mistake
from grader.record import Record
from grader.result import Note, Run, Status
from tests.export.records import not_graded, record, result

SAYS = {
    Mistake("reshape-for-transpose", "transpose-fix"): "Use A.T.",
    Mistake("reshape-for-transpose", "another"): "Here it is another matter.",
}


def of(*records: Record) -> ClassSummary:
    return summarise(records, SAYS)


def with_result(student: str, **changes: object) -> Record:
    plain = record(student)
    return Record(entry=plain.entry, result=result(**changes), fingerprint=changes.pop("fingerprint", None))  # type: ignore[arg-type]


def alike(student: str, fingerprint: str) -> Record:
    plain = record(student)
    return Record(entry=plain.entry, result=plain.result, fingerprint=fingerprint)


def rows(*numbers: int) -> Whom:
    return Whom(len(numbers), tuple((number, None) for number in numbers))


def test_of_many_the_first_are_named() -> None:
    (mistake,) = of(*(record(f"s{number}", 50) for number in range(30))).misconceptions
    assert (mistake.whom.count, len(mistake.whom.first)) == (30, MOST_NAMED)
    assert mistake.whom.first[:2] == ((0, 18), (1, 18))


def test_marks_are_counted_in_tenths_and_all_of_them_apart() -> None:
    found = of(record("a", 0), record("b", 9.99), record("c", 10), record("d", 99.9), record("e", 100), not_graded("f"))
    assert found.bins == (2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1)
    assert found.median == 10
    assert len(found.scores) == 5


def test_checks_and_misconceptions_are_counted() -> None:
    found = of(record("a", 100), record("b", 50), not_graded("c"))
    (exercise,) = found.exercises
    (check,) = exercise.checks
    assert (exercise.title, exercise.passed, exercise.judged, exercise.share) == ("Transpose", 0, 2, 0.75)
    assert (check.passed, check.judged, check.share) == (1, 2, 0.75)
    (mistake,) = found.misconceptions
    assert (mistake.id, mistake.exercise, mistake.says) == ("reshape-for-transpose", "Transpose", "Use A.T.")
    assert mistake.whom == Whom(2, ((0, 18), (1, 18)))


def test_a_mistake_of_two_exercises_is_explained_as_each_of_them_does() -> None:
    (one,) = result().exercises
    other = msgspec.structs.replace(one, id="another", title="Another")
    found = of(with_result("a", exercises=(one, other)), with_result("b", exercises=(other,)))
    assert [(mistake.exercise, mistake.says, mistake.whom.count) for mistake in found.misconceptions] == [
        ("Another", "Here it is another matter.", 2),
        ("Transpose", "Use A.T.", 1),
    ]
    assert [student.misconceptions for student in found.students] == [(0, 1), (0,)]


def test_what_an_exercise_does_not_explain_is_a_mistake_of_the_whole_file() -> None:
    (one,) = result().exercises
    check = msgspec.structs.replace(one.checks[0], misconception="never-called")
    exercise = msgspec.structs.replace(one, checks=(check,))
    note = Note(message="Never called.", line=3, misconception="never-called")
    records = [with_result("a", exercises=(exercise,)), with_result("b", exercises=(exercise,), notes=(note,))]
    (mistake,) = summarise(records, {Mistake("never-called"): "It waits."}).misconceptions
    assert (mistake.exercise, mistake.says, mistake.whom) == ("", "It waits.", Whom(2, ((0, 18), (1, 3))))


def test_what_could_not_be_judged_counts_for_nobody_and_against_nobody() -> None:
    def judged(student: str, status: Status) -> Record:
        return with_result(student, exercises=result(100 if status == "passed" else 0, status).exercises)

    found = of(judged("a", "passed"), judged("b", "inconclusive"), judged("c", "error"), judged("d", "blocked"))
    (exercise,) = found.exercises
    assert (exercise.passed, exercise.judged, exercise.share) == (1, 2, 0.5)
    assert [(check.passed, check.judged) for check in exercise.checks] == [(1, 2)]


def test_exercises_keep_their_order_and_every_row_has_a_place_for_each() -> None:
    (one,) = result().exercises
    other = msgspec.structs.replace(one, id="another", title="Another", status="passed")
    found = of(with_result("a", exercises=(one,)), with_result("b", exercises=(one, other)), not_graded("c"))
    assert [exercise.title for exercise in found.exercises] == ["Transpose", "Another"]
    assert [student.exercises for student in found.students] == [("failed", None), ("failed", "passed"), ()]


def test_late_ones_are_counted() -> None:
    assert of(record("a", late=True), record("b")).late == 1


def test_what_stopped_files_is_counted() -> None:
    def run(status: str, message: str | None = None) -> dict[str, object]:
        return {"runs": (Run(scenario="as_written", status=status, seconds=0, message=message),)}  # type: ignore[arg-type]

    found = of(
        with_result("a", **run("raised", "ValueError: no")),
        with_result("b", **run("raised", "ValueError: other")),
        with_result("c", **run("timed_out")),
        not_graded("d"),
    )
    unread = "could not be read: this is not text"
    assert found.stops == (("ValueError", rows(0, 1)), (unread, rows(3)), ("ran out of time", rows(2)))


def test_notes_that_are_no_misconception_are_worth_a_look() -> None:
    found = of(
        with_result("a", notes=(Note(message="The file looks for signs."), Note(message="x", misconception="y")))
    )
    assert found.remarks == (("The file looks for signs.", rows(0)),)


def test_files_that_look_alike_are_grouped_unless_many_do() -> None:
    few = [alike("a", "1"), alike("b", "1"), alike("c", "2"), *(record(f"x{n}") for n in range(10))]
    assert of(*few).alike == (rows(0, 1),)
    assert of(*(alike(f"s{n}", "1") for n in range(30))).alike == ()
    assert summarise(few, SAYS, {"1"}).alike == ()


RECORDS = st.lists(
    st.tuples(st.integers(0, 100), st.booleans(), st.sampled_from(["1", "2", None])), max_size=20
).map(
    lambda rows: [
        Record(
            entry=record(f"s{number}").entry,
            result=result(float(score), "passed" if score == 100 else "failed") if graded else not_graded("x").result,
            fingerprint=fingerprint,
        )
        for number, (score, graded, fingerprint) in enumerate(rows)
    ]
)  # fmt: skip


@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_records_decides_nothing(records: list[Record], random: object) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = of(*records), of(*shuffled)
    assert (one.bins, one.statuses, one.median) == (other.bins, other.statuses, other.median)
    assert (one.exercises, one.late) == (other.exercises, other.late)

    def who(summary: ClassSummary) -> object:
        names = [student.id for student in summary.students]
        groups = {frozenset(names[row] for row, _ in group.first) for group in summary.alike}
        return groups, [(one.id, one.whom.count) for one in summary.misconceptions]

    assert who(one) == who(other)
