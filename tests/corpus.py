"""The labelled submissions, and their grading, each done once in a session."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from grader.exercise import Pack
from grader.grading import grade_submission
from grader.loading.submissions import from_bytes, read_submission
from grader.recording.sandbox import Sandbox
from grader.result import Graded, Result

SUBMISSIONS = Path(__file__).parent / "submissions"
FOLDERS = ("right", "wrong", "debatable", "notebooks")
TIME_LIMIT = 3.0

ALLOWED = {
    "pass": {"passed"},
    "fail": {"failed", "blocked"},
    "partial": {"partial"},
    "either": {"passed", "failed", "blocked", "partial", "inconclusive"},
}
"""The statuses of an exercise that a label's verdict allows. None of them is `error`."""


@dataclass(frozen=True)
class Labelled:
    """A submission with what a teacher says of it. verdicts: by exercise; line: where a message should point."""

    folder: str
    file: str
    verdicts: Mapping[str, str] = field(hash=False)
    mistake: str | None
    line: int | None

    @property
    def path(self) -> Path:
        """Where it is."""
        return SUBMISSIONS / self.folder / self.file

    @property
    def text(self) -> str:
        """Its source, for a file that is UTF-8."""
        return self.path.read_bytes().decode()

    def __str__(self) -> str:
        return f"{self.folder}/{self.file}"


def labelled(*folders: str) -> tuple[Labelled, ...]:
    """The labelled submissions of `folders`, or of all of them, in the labels' order."""
    return tuple(
        Labelled(
            folder=folder,
            file=row["file"],
            verdicts=row.get("parts") or {row["part"]: row["verdict"]},
            mistake=row.get("mistake"),
            line=row.get("line"),
        )
        for folder in folders or FOLDERS
        for row in json.loads((SUBMISSIONS / folder / "labels.json").read_text(encoding="utf-8"))
    )


def sample(count: int, *folders: str) -> tuple[Labelled, ...]:
    """`count` Python files from all over `folders`, always the same ones."""
    files = [label for label in labelled(*folders) if label.file.endswith(".py")]
    return tuple(files[index * len(files) // count] for index in range(min(count, len(files))))


class Grading:
    """Grades submissions. Labelled ones are graded once a session: `shared` is common to all workers."""

    def __init__(self, pack: Pack, sandbox: Sandbox, shared: Path) -> None:
        self.pack = pack
        self.sandbox = sandbox
        self._shared = shared
        self._known: dict[Labelled, Graded] = {}

    def of(self, label: Labelled) -> Result:
        """The result of a labelled submission."""
        if label not in self._known:
            self._known[label] = self._read(label) or self._write(label)
        return self._known[label].result

    def file(self, path: Path, time_limit: float = TIME_LIMIT) -> Graded:
        """The grading of a file."""
        return grade_submission(read_submission(path), self.pack, self.sandbox, time_limit=time_limit)

    def source(self, source: str | bytes) -> Result:
        """The result of a source text."""
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        submission = from_bytes(data, "matmul_practice.py")
        return grade_submission(submission, self.pack, self.sandbox, time_limit=TIME_LIMIT).result

    def statuses(self, source: str | bytes) -> dict[str, str]:
        """The exercises' statuses of a source text."""
        return statuses(self.source(source))

    def _place(self, label: Labelled) -> Path:
        return self._shared / f"{label.folder}-{label.file}.json"

    def _read(self, label: Labelled) -> Graded | None:
        try:
            return msgspec.json.decode(self._place(label).read_bytes(), type=Graded)
        except FileNotFoundError:
            return None

    def _write(self, label: Labelled) -> Graded:
        graded = self.file(label.path)
        place = self._place(label)
        unfinished = place.with_suffix(f".{id(self)}")
        unfinished.write_bytes(msgspec.json.encode(graded))
        unfinished.replace(place)
        return graded


def statuses(result: Result) -> dict[str, str]:
    """The exercises' statuses, by id."""
    return {exercise.id: exercise.status for exercise in result.exercises}
