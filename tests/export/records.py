"""Records for tests of what leaves a graded folder."""

from __future__ import annotations

from grader.entry import Entry
from grader.record import Record
from grader.result import CheckResult, ExerciseResult, Note, Result, Run, Status


def result(score: float = 65, status: Status = "failed", **changes: object) -> Result:
    check = CheckResult(
        id="product_is_right", title="The result is A.T @ B", status=status, score=score, max_score=100,
        message="Your result equals A.reshape(3, 5) @ B.", line=18, misconception="reshape-for-transpose",
    )  # fmt: skip
    exercise = ExerciseResult(
        id="transpose-fix", title="Transpose", status=status, score=score, max_score=100, checks=(check,)
    )
    fields: dict[str, object] = {
        "submission": "a.py", "status": status, "score": score, "max_score": 100.0, "isolation": "strict",
        "isolation_layers": ("seccomp",), "grader": "0", "pack": "1", "exercises": (exercise,),
        "runs": (Run(scenario="as_written", status="finished", seconds=0.1),),
    }  # fmt: skip
    return Result(**{**fields, **changes})  # type: ignore[arg-type]


def record(student: str, score: float = 65, **entry: object) -> Record:
    given: dict[str, object] = {"student": student, "submission": f"{student}.py", **entry}
    return Record(entry=Entry(**given), result=result(score), page=f"students/{student}.html")  # type: ignore[arg-type]


def not_graded(student: str, **entry: object) -> Record:
    given: dict[str, object] = {"student": student, "submission": f"{student}.py", **entry}
    return Record(
        entry=Entry(**given),  # type: ignore[arg-type]
        result=result(0, "inconclusive", exercises=(), runs=(), notes=(Note(message="this is not text"),)),
    )
