"""A zip that gives each Moodle student their page: "Upload multiple feedback files in a zip".

Source: Moodle mod/assign/feedback/file/importziplib.php: the name of a folder is split at `_` into four parts or
more; the second is the participant's number, the third and fourth `assignsubmission` and `file`.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from grader.entry import Entry
from grader.files import whole
from grader.record import Record
from grader.text import one_line

PAGE = "feedback.html"
_FOLDER = r"(?:^|/)(?P<name>[^/]*?)_(?P<number>{number})_assignsubmission_[a-z]+(?P<end>_(?=/))?"
"""Before version 4.1 there is a `_` at the end, without which it does not take a page back."""
_NEVER = (1980, 1, 1, 0, 0, 0)


def write_feedback_zip(pages: Iterable[tuple[Record, Path]], path: Path) -> int:
    """Write the pages of those who handed in through Moodle; how many there are. Raises OSError when that fails."""
    count = 0
    with whole(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for record, page in pages:
            found = _folder_of(record.entry)
            if found is None:
                continue
            # The same bytes each time: no date of today's.
            # Moodle splits at every `_`, and goes by the number.
            name = one_line(found["name"]).replace("_", "-")
            folder = f"{name}_{found['number']}_assignsubmission_file{found['end'] or ''}"
            entry = zipfile.ZipInfo(f"{folder}/{PAGE}", _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, page.read_bytes())
            count += 1
    return count


def _folder_of(entry: Entry) -> re.Match[str] | None:
    """The folder that Moodle gave: the one with the student's own number, for a name may look like another's folder."""
    numbers = (re.escape(entry.student), r"\d+")
    found = (re.search(_FOLDER.format(number=number), entry.submission) for number in numbers)
    return next(filter(None, found), None)
