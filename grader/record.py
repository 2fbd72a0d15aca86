"""A line of the gradebook: an entry of the folder, and the result that it got."""

from __future__ import annotations

import msgspec

from grader.entry import Entry
from grader.result import Result


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What was found about one entry.

    page: the student's page, relative to the output folder, or None when none was written; fingerprint: of the
    normalised syntax tree, equal for files that are near-identical, or None where there is none.
    """

    entry: Entry
    result: Result
    page: str | None = None
    fingerprint: str | None = None
