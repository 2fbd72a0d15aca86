"""Lays the same submissions out as platforms do, in a folder or as the zip itself."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

NAME = "matmul_practice.py"
METADATA = """\
submission_{number}:
  :submitters:
  - :name: {student}
    :sid: '{number}'
    :email: {student}
  :created_at: 2026-11-20 10:00:00.000000000 -08:00
  :score: 7.0
"""


def numbered(students: Mapping[str, bytes]) -> list[tuple[int, str, bytes]]:
    """Each student with a number, as platforms give one."""
    return [(4000 + index, student, source) for index, (student, source) in enumerate(sorted(students.items()))]


def paths(layout: str, students: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a layout's download holds: path → content."""
    found: dict[str, bytes] = {}
    for number, student, source in numbered(students):
        for path in _PATHS[layout].split("\n"):
            found[path.format(student=student, number=number, name=NAME)] = (
                source if path.endswith("{name}") else b"text"
            )
    if layout == "gradescope":
        text = "".join(METADATA.format(student=student, number=number) for number, student, _ in numbered(students))
        found["assignment_9_export/submission_metadata.yml"] = f"---\n{text}".encode()
    if layout == "classroom50":
        found["scores.csv"] = b"username,score\n"
    if layout == "brightspace-folders":
        found["index.html"] = b"<html>"
    return found


_PATHS = {
    "canvas": "doe{student}_{number}_77{number}_{name}",
    "canvas-quiz": "doe{number}_question_2001_77{number}_{name}",
    "moodle-folders": "Jane Doe_{number}_assignsubmission_file/{name}",
    "moodle-flat": "Jane Doe_{number}_assignsubmission_file_{name}",
    "blackboard": "Practice_{student}_attempt_2026-11-20-10-00-00_{name}\n"
    "Practice_{student}_attempt_2026-11-20-10-00-00.txt",
    "brightspace-folders": "{number}-2557369 - Jane Doe - Sep 24, 2024 926 PM/{name}",
    "brightspace-flat": "{number}-2557369 - Jane Doe - Sep 24, 2024 926 PM - {name}",
    "gradescope": "assignment_9_export/submission_{number}/{name}",
    "nbgrader": "submitted/{student}/matmul/{name}\nsubmitted/{student}/matmul/timestamp.txt",
    "nbgrader-exchange": "{student}+matmul+2026-11-20 10:00:00 UTC+abc/{name}",
    "github-classroom": "matmul-submissions/matmul-{student}/{name}\nmatmul-submissions/matmul-{student}/README.md",
    "classroom50": "spring-matmul-{student}/{name}\nspring-matmul-{student}/result.json",
    "autolab": "{student}@example.org_3_{name}",
    "one-folder-a-student": "{student}/{name}",
    "one-file-a-student": "{student}.py",
}
LAYOUTS = tuple(_PATHS)
_IDS = {
    **dict.fromkeys(
        ("canvas", "canvas-quiz", "moodle-folders", "moodle-flat", "brightspace-folders", "brightspace-flat"),
        "{number}",
    ),
    "autolab": "{student}@example.org",
}


def ids(layout: str, students: Mapping[str, bytes]) -> dict[str, bytes]:
    """What each student's id in that layout is, with the content of the file."""
    form = _IDS.get(layout, "{student}")
    return {form.format(student=student, number=number): source for number, student, source in numbered(students)}


def lay_out(layout: str, students: Mapping[str, bytes], target: Path, *, zipped: bool = False) -> Path:
    """Make a download of that layout at `target`: a folder, or a zip."""
    content = paths(layout, students)
    if layout == "one-file-a-student":
        content = {f"{student}.py": source for student, source in students.items()}
    if zipped:
        target = target.with_name(f"{target.name}.zip")
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in content.items():
                archive.writestr(path, data)
        return target
    for path, data in content.items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return target
