"""What a Gradescope export says about its submissions: `submission_metadata.yml`.

Only the few lines that matter are read, by their indentation and keys; no YAML is interpreted.
"""

from __future__ import annotations

import re

import msgspec

FILE = "submission_metadata.yml"
MAX_LINES = 500_000
_SUBMISSION = re.compile(r"^(submission_\d+):\s*$")
_SECTION = re.compile(r"^  :(\w+):(.*)$")
_FIELD = re.compile(r"^  (?:  )?(?:- |  ):(name|sid|email):\s*(.*?)\s*$")
_QUOTED = re.compile(r"""^(['"])(.*)\1$""")


class Submitter(msgspec.Struct, frozen=True):
    """One of those who handed in a submission together."""

    name: str | None = None
    sid: str | None = None
    email: str | None = None

    @property
    def id(self) -> str | None:
        """What identifies the person: e-mail, else the student id."""
        return self.email or self.sid


def read_metadata(data: bytes) -> dict[str, tuple[Submitter, ...]]:
    """The submitters of each submission's folder. What is not understood is passed over."""
    found: dict[str, list[dict[str, str]]] = {}
    people: list[dict[str, str]] | None = None
    listing = False
    for line in data.decode("utf-8", "replace").splitlines()[:MAX_LINES]:
        if begins := _SUBMISSION.match(line):
            people = found.setdefault(begins.group(1), [])
            listing = False
        elif section := _SECTION.match(line):
            listing = section.group(1) == "submitters"
        elif listing and people is not None and (field := _FIELD.match(line)):
            if line.lstrip().startswith("- "):
                people.append({})
            if people and (value := _plain(field.group(2))):
                people[-1][field.group(1)] = value
        elif not line.startswith("  "):
            listing = False
    return {folder: tuple(Submitter(**one) for one in some if one) for folder, some in found.items()}


def _plain(value: str) -> str:
    quoted = _QUOTED.match(value)
    if not quoted:
        return "" if value in ("", "~", "null") else value
    return quoted.group(2).replace("''", "'") if quoted.group(1) == "'" else quoted.group(2)
