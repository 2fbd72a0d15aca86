"""What a graded folder leaves beside its pages: results.jsonl, grades.csv, the class page, filled gradebooks."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader.batch.gradebook import Gradebook, Listed
from grader.batch.rows import GradebookError
from grader.collection.remarks import counted
from grader.entry import Remark
from grader.files import whole, write_whole
from grader.identity import identity
from grader.output_folder import CLASS_PAGE, DATABASE, GRADES, MOODLE, PAGES, RESULTS, TAKEN, WRITTEN
from grader.paths import data_folder
from grader.rendering.wording import points
from grader.text import some

if TYPE_CHECKING:
    from grader.export.gradebook_csv import Filled

_STAMP, _FILLED = "outputs", "filled"
_HALF_DONE = re.compile(rf"\.({'|'.join(map(re.escape, TAKEN))}|.+\.html)\.\d+")
"""How a file is called while it is written; see grader.files."""


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """An instructor's own gradebook that is to be filled in. column: its header, None where only one can be meant."""

    path: Path
    column: str | None = None


def write_outputs(
    gradebook: Gradebook, out: Path, title: str, remarks: Sequence[Remark], layout: str, *, pages: bool = True
) -> None:
    """Write what follows from the gradebook, unless it is there already. pages: whether any HTML is wanted.

    Raises OSError when a file cannot be written.
    """
    stamp = _stamp(gradebook, title, remarks, layout)
    moodle = pages and layout.startswith("moodle")
    names = [RESULTS, GRADES, *([CLASS_PAGE] if pages else []), *([MOODLE] if moodle else [])]
    if gradebook.about.get(_STAMP) == stamp and all((out / name).is_file() for name in names):
        return
    _write_lines(out / RESULTS, gradebook.documents())
    _write_grades(gradebook, out, remarks)
    if pages:
        _write_class_page(gradebook, out, title, remarks)
    if moodle:
        _write_moodle(gradebook, out)
    gradebook.note(**{_STAMP: stamp})


def check_exported(exported: Exported) -> None:
    """Raise GradebookFileError, or OSError, for what cannot be filled in whatever the marks are."""
    from grader.export.gradebook_csv import GradebookFileError, fill

    if exported.path.name in TAKEN:
        raise GradebookFileError(
            f"{exported.path}: {exported.path.name} is what the marks are written to; rename yours"
        )
    fill(exported.path.read_bytes(), exported.column, ())


def fill_exported(
    gradebook: Gradebook,
    out: Path,
    exported: Exported,
    remarks: Iterable[Remark],
    say: Callable[[str], None],
    warn: Callable[[str], None],
    *,
    part: bool = False,
) -> None:
    """Fill the results into an instructor's gradebook: a copy in `out`, under its own name.

    say, warn: who is told what was filled in, and what was not; part: others of the class are graded elsewhere. Raises
    GradebookFileError when it cannot be filled, OSError when it cannot be read or written.
    """
    from grader.export.gradebook_csv import GradebookFileError, fill

    target = out / exported.path.name
    if target.exists() and target.samefile(exported.path):
        raise GradebookFileError(f"{exported.path}: this file would be overwritten; choose another folder with --out")
    without = [remark for remark in remarks if remark.without]
    layout = gradebook.about.get("layout", "")
    filled = fill(exported.path.read_bytes(), exported.column, gradebook.records(), without, layout=layout)
    not_filled = [f"{len(who)} {what}: {some(who)}" for what, who in _not_filled(filled) if who]
    if not filled.of_this_class and not_filled:
        raise GradebookFileError(
            f"{exported.path}: no row was filled in ({filled.format}); is it the gradebook of this class? "
            f"{'; '.join(not_filled)}. The marks are in grades.csv"
        )
    write_whole(target, filled.data)
    stamps = {**_filled_before(gradebook), target.name: gradebook.about.get(_STAMP, "")}
    gradebook.note(**{_FILLED: msgspec.json.encode(stamps).decode()})
    known = filled.points is not None
    of = f"of {filled.points:g} points" if known else "marks out of 100, as the file does not tell the column's maximum"
    say(f"{target}: {counted(filled.matched, 'row')} filled in column {filled.column!r} ({filled.format}, {of})")
    here = "not in what was graded here" if part else "without a submission here"
    for what, who in (
        ("had another mark, which was replaced", filled.replaced),
        ("found by name alone, as no id of theirs is there", filled.by_name),
        ("left as they are: excused, not assigned, or not to be changed", filled.left),
        (f"in the gradebook, {here}", filled.without_submission),
        ("not filled in, as what they handed in was not graded", filled.not_taken),
        ("not filled in, because the file could not be graded", filled.not_graded),
    ):
        if who:
            warn(f"  {len(who)} {what}: {some(who)}")
    for told in not_filled:
        warn(f"  {told}")


def _not_filled(filled: Filled) -> tuple[tuple[str, Sequence[str]], ...]:
    """Who has a mark that is in no row, and why."""
    return (
        ("graded, but not in the gradebook", filled.without_row),
        ("not filled in, as the row that their id fits has another name", filled.odd),
        ("not filled in, as the row of their name has another id or e-mail", filled.namesakes),
        ("not filled in, because several rows or students could be meant", filled.ambiguous),
        ("not filled in, because their row ends before the column", filled.short),
    )


def tell_of_earlier(
    gradebook: Gradebook, out: Path, before: Mapping[str, float | None], warn: Callable[[str], None], filled: str | None
) -> None:
    """Say what of an earlier call's is no longer so: marks, and gradebooks that were filled in then.

    before: each student's mark then; filled: the name of the gradebook that is filled in now.
    """
    now = gradebook.mark_of_each()
    gone = [student for student in before if student not in now]
    others = [
        f"{one} ({_mark(was)} → {_mark(now[one])})" for one, was in before.items() if one in now and was != now[one]
    ]
    if gone:
        warn(f"{len(gone)} had a mark before, and {'has' if len(gone) == 1 else 'have'} none now: {some(gone)}")
    if others:
        warn(f"{len(others)} had another mark before: {some(others)}")
    for name, stamp in _filled_before(gradebook).items():
        if name != filled and stamp != gradebook.about.get(_STAMP) and (out / name).is_file():
            warn(f"{out / name} was filled in by an earlier call, with its marks; fill it in again with --gradebook")


def _mark(mark: float | None) -> str:
    return "no mark" if mark is None else points(mark)


def _filled_before(gradebook: Gradebook) -> dict[str, str]:
    """The gradebooks that were filled in, with the stamp of the marks that they have."""
    return msgspec.json.decode(gradebook.about.get(_FILLED, "{}"), type=dict[str, str])


def take_away_stale(gradebook: Gradebook, out: Path) -> int:
    """Remove the pages of students who have no mark any more, and say how many; and what a killed call left half done.

    Raises OSError when that cannot be done.
    """
    for folder in (out, out / PAGES):
        for part in folder.glob(".*") if folder.is_dir() else ():
            if _HALF_DONE.fullmatch(part.name):
                part.unlink(missing_ok=True)
    stale = [out / page for page in gradebook.stale_pages() if (out / page).is_file()]
    for page in stale:
        page.unlink()
    return len(stale)


def copy_pages(source: Path, out: Path, pages: Iterable[str]) -> None:
    """Copy some of the pages of another graded folder. Raises OSError when that cannot be done."""
    (out / PAGES).mkdir(parents=True, exist_ok=True)
    for page in pages:
        # Whoever made the other folder may have written anything there.
        name = Path(page).name
        if name.endswith(".html") and (source / PAGES / name).is_file() and not (source / PAGES / name).is_symlink():
            shutil.copyfile(source / PAGES / name, out / PAGES / name)


def refuse_others_files(out: Path) -> None:
    """Raise GradebookError where something of somebody else's would be overwritten in the output folder."""
    theirs = [name for name in WRITTEN if (out / name).exists()]
    if theirs and DATABASE not in theirs:
        raise GradebookError(
            f"{out}: {some(theirs)} would be overwritten, and no gradebook here says that grade made them; choose "
            "another folder with --out, or move them away"
        )


def _stamp(gradebook: Gradebook, title: str, remarks: Sequence[Remark], layout: str) -> str:
    """Names all that the outputs are made of."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (identity(), title, layout):
        digest.update(part.encode() + b"\0")
    digest.update(msgspec.json.encode([repr(remark) for remark in remarks]))
    for entry, document, page, fingerprint in gradebook.contents():
        for told in (entry, document, f"{page} {fingerprint}".encode()):
            digest.update(len(told).to_bytes(8, "little") + told)
    return digest.hexdigest()


def _write_grades(gradebook: Gradebook, out: Path, remarks: Sequence[Remark]) -> None:
    from grader.export.grades import write_grades

    write_grades(gradebook.records(), out / GRADES, [remark for remark in remarks if remark.without])


def _write_class_page(gradebook: Gradebook, out: Path, title: str, remarks: Sequence[Remark]) -> None:
    from grader.batch.class_page import write_class_page
    from grader.batch.class_summary import summarise
    from grader.packs.spec import explanations

    summary = summarise(Listed(gradebook), explanations(data_folder("exercises")), _of_the_solutions())
    write_class_page(summary, remarks, title, out / CLASS_PAGE)


def _of_the_solutions() -> frozenset[str]:
    """The fingerprints of the solutions that come with the grader: everybody may have read them."""
    from grader.batch.fingerprint import fingerprint

    files = data_folder("solutions").glob("*.py")
    return frozenset(found for file in files if (found := fingerprint(file.read_text("utf-8"))))


def _write_moodle(gradebook: Gradebook, out: Path) -> None:
    from grader.export.moodle import write_feedback_zip

    pages = ((record, out / record.page) for record in gradebook.records() if record.page)
    write_feedback_zip(pages, out / MOODLE)


def _write_lines(path: Path, lines: Iterable[bytes]) -> None:
    with whole(path) as file:
        file.writelines(line + b"\n" for line in lines)
