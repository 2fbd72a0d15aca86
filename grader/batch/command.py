"""`grade FOLDER` and `grade merge`: options in, exit code out."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader import TIME_LIMIT
from grader.batch import shown
from grader.batch.call import Listener, Shard, Submissions, Summary
from grader.batch.classroom import grade_folder
from grader.batch.gradebook import Gradebook, read_records
from grader.batch.heap import give_back_large_blocks
from grader.batch.merging import Merged, refuse_missing
from grader.batch.merging import merge as merge_gradebooks
from grader.batch.outputs import (
    Exported,
    copy_pages,
    fill_exported,
    refuse_others_files,
    take_away_stale,
    tell_of_earlier,
    write_outputs,
)
from grader.batch.rows import NO_PART, About, GradebookError
from grader.batch.worker import Settings, WorkerError
from grader.collection.errors import CollectionError
from grader.collection.remarks import counted
from grader.entry import Remark
from grader.exits import GRADER_FAILED, NOT_PASSED, PASSED, UNUSABLE, CommandError
from grader.files import write_whole
from grader.output_folder import DATABASE, RESULTS
from grader.record import Record
from grader.text import some, write_document

if TYPE_CHECKING:
    from grader.batch.pool import Means
    from grader.result import Isolation


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says about a folder."""

    path: Path
    out: Path
    format: str = "text"
    isolation: Isolation = "strict"
    time_limit: float = TIME_LIMIT
    seed: int = 0
    no_html: bool = False
    quiet: bool = False
    jobs: int | None = None
    layout: str | None = None
    pattern: str | None = None
    again: bool = False
    gradebook: Path | None = None
    column: str | None = None
    shard: Shard | None = None
    cluster: str | None = None
    diff: Path | None = None
    fail_under: float | None = None
    junit: Path | None = None


def grade_submissions(options: Options) -> int:
    """Grade a folder or zip, show what came of it, and say the exit code. Raises CommandError."""
    give_back_large_blocks()
    with _failing():
        if options.diff is not None:
            return _compare(options, options.diff)
        with shown.listening(sys.stderr, quiet=options.quiet) as listener:
            summary = _grade(options, options.out, listener)
        if options.format == "json":
            for line in (options.out / RESULTS).open(encoding="utf-8"):
                write_document(line, sys.stdout)
        else:
            shown.render(summary, options.out, sys.stdout, quiet=options.quiet, pages=not options.no_html)
        if options.junit is not None:
            from grader.export import junit

            results = [record.result for record in read_records(options.out / DATABASE)]
            write_whole(options.junit, junit.render(results))
        return _exit_code(summary, options.fail_under, options.out)


def merge(parts: tuple[Path, ...], out: Path, exported: Exported | None) -> int:
    """Make one graded folder of several that were graded as shards. Raises CommandError."""
    for part in parts:
        if (part if part.is_dir() else part.parent).resolve() == out.resolve():
            raise CommandError(f"{part}: this is where the parts are put together; choose another --out", UNUSABLE)
    gradebooks = [part / DATABASE if part.is_dir() else part for part in parts]
    with _failing(), _gradebook_in(out, gradebooks) as gradebook:
        before = gradebook.mark_of_each()
        found = merge_gradebooks(gradebook, gradebooks)
        for part, one in zip(parts, found, strict=True):
            copy_pages(part if part.is_dir() else part.parent, out, one.pages)
            _tell_of_part(part, one)
        lacking = [*_lacking([one.about for one in found]), *_unfinished(found)]
        remarks = _merged_remarks(found, lacking)
        layouts = {one.about.layout for one in found}
        layout = layouts.pop() if len(layouts) == 1 else ""
        gradebook.note(layout=layout, remarks=msgspec.json.encode(remarks).decode())
        # The whole may be a part of a merge again.
        first = found[0].about
        shard = NO_PART if lacking else "1/1"
        gradebook.note(shard=shard, of=first.of, grader=first.grader, options=first.options)
        write_outputs(gradebook, out, out.resolve().name, remarks, layout)
        take_away_stale(gradebook, out)
        tell = partial(shown.say, stream=sys.stderr)
        tell_of_earlier(gradebook, out, before, tell, exported.path.name if exported else None)
        if exported is not None:
            fill_exported(gradebook, out, exported, remarks, tell, tell, part=bool(lacking))
        summary = msgspec.structs.replace(Summary.of(gradebook, "", graded=0, remarks=remarks), merged=True)
    for remark in lacking:
        shown.say(f"grade: {remark.message}", sys.stderr)
    shown.render(summary, out, sys.stdout, quiet=False)
    return NOT_PASSED if lacking else _exit_code(summary, None, out)


def _gradebook_in(out: Path, parts: Sequence[Path]) -> Gradebook:
    """The gradebook that the parts are put together in; nothing is made where that cannot be done."""
    refuse_others_files(out)
    refuse_missing(parts)
    return Gradebook(out / DATABASE)


def _tell_of_part(part: Path, found: Merged) -> None:
    """Say what came of a part."""
    shown.say(f"{part}: {counted(found.taken, 'submission')}", sys.stderr)
    if found.known:
        shown.say(f"  {found.known} more are in an earlier part already", sys.stderr)
    if found.otherwise:
        shown.say(
            f"  {len(found.otherwise)} of them with another mark, which is left out: {some(found.otherwise)}",
            sys.stderr,
        )
    if found.not_graded:
        more = len(found.not_graded)
        shown.say(f"  {more} more are not graded yet: finish this part, then merge again", sys.stderr)


def _merged_remarks(parts: Sequence[Merged], lacking: Sequence[Remark]) -> tuple[Remark, ...]:
    """What the whole lacks, and the remarks of all parts, each once."""
    return (
        Remark(message=f"merged from {counted(len({(part.about.of, part.about.shard) for part in parts}), 'part')}"),
        *lacking,
        *dict.fromkeys(remark for part in parts for remark in (*part.about.remarks, *_not_graded_yet(part))),
    )


def _unfinished(parts: Sequence[Merged]) -> Iterator[Remark]:
    """That parts were stopped before all of theirs was graded."""
    students = sorted({remark.student or "" for part in parts for remark in _not_graded_yet(part)})
    if students:
        yield Remark(message=f"parts are not finished; not graded yet: {some(students)}")


def _not_graded_yet(part: Merged) -> Iterator[Remark]:
    for entry in part.not_graded:
        for student in entry.members or (entry.student,):
            name = entry.names.get(student, entry.name)
            message = "not graded yet: this part was not finished when it was merged"
            yield Remark(
                message=message, student=student, path=entry.submission, without=True, handed_in=True, name=name
            )


def _lacking(parts: Sequence[About]) -> Iterator[Remark]:
    """What the parts lack to be the whole of one folder."""
    if len({part.of for part in parts}) > 1:
        yield Remark(message="the parts are not all of the same folder")
    if len({part.grader for part in parts}) > 1:
        yield Remark(message="the parts were graded by different versions of the grader, or of its exercises")
    shards = [part.shard.split("/") for part in parts]
    counts = {int(count) for _, count in shards}
    if len(counts) > 1:
        numbers = " and once into ".join(map(str, sorted(counts)))
        yield Remark(message=f"the parts do not belong together: the folder was divided once into {numbers}")
        return
    options = sorted({part.options for part in parts})
    if len(options) > 1:
        yield Remark(message=f"the parts were graded differently: {'; '.join(options)}")
    missing = [str(number) for number in range(1, counts.pop() + 1) if str(number) not in {one for one, _ in shards}]
    if missing:
        what = f"part {missing[0]} is" if len(missing) == 1 else f"the parts {some(missing)} are"
        yield Remark(message=f"the folder was graded in {shards[0][1]} parts: {what} missing")


def _grade(options: Options, out: Path, listener: Listener) -> Summary:
    return grade_folder(
        Submissions(path=options.path, layout=options.layout, pattern=options.pattern, shard=options.shard),
        out,
        Settings(
            isolation=options.isolation,
            time_limit=options.time_limit,
            seed=options.seed,
            pages=not options.no_html and options.diff is None,
        ),
        _means(options),
        listener,
        again=options.again,
        exported=Exported(path=options.gradebook, column=options.column) if options.gradebook else None,
    )


def _means(options: Options) -> Callable[[], Means]:
    """Made only when there is something to grade."""

    def means() -> Means:
        if options.cluster is not None:
            from grader.batch.cluster import cluster

            return cluster(options.cluster)
        from grader.batch.pool import this_machine, usable_processors

        return this_machine(options.jobs or usable_processors())

    return means


def _compare(options: Options, earlier: Path) -> int:
    """Grade into a scratch folder, and say whose mark would be another."""
    from grader.batch.differences import differences, told

    # Whether it can be read need not wait until all is graded.
    next(read_records(earlier), None)
    with tempfile.TemporaryDirectory(prefix="try-this-") as scratch:
        with shown.listening(sys.stderr, quiet=options.quiet) as listener:
            summary = _grade(options, Path(scratch), listener)
        found = differences(*_of_one_class(earlier, Path(scratch) / DATABASE, options.shard))
        code = _exit_code(summary, options.fail_under, Path(scratch))
    if options.format == "json":
        for difference in found:
            write_document(msgspec.json.encode(difference).decode() + "\n", sys.stdout)
        return code
    for line in told(found, briefly=options.quiet):
        shown.say(line, sys.stdout)
    return code


def _of_one_class(earlier: Path, later: Path, shard: Shard | None) -> tuple[list[Record], list[Record]]:
    """The records of both, of the same part. Raises GradebookError when they have nobody in common."""
    before, after = list(read_records(earlier)), list(read_records(later))
    if shard is not None:
        before = [record for record in before if shard.has(record.entry.student)]
    if before and {record.entry.student for record in before}.isdisjoint(record.entry.student for record in after):
        raise GradebookError(f"{earlier}: nobody in this gradebook is among those who are graded now")
    return before, after


def _exit_code(summary: Summary, fail_under: float | None, out: Path) -> int:
    if summary.statuses.get("error"):
        return GRADER_FAILED
    if fail_under and (below := [*_below(fail_under, out), *_without(summary)]):
        shown.say(f"grade: {len(below)} below {fail_under:g} %, or without a mark: {some(below)}", sys.stderr)
        return NOT_PASSED
    return PASSED


def _below(percent: float, out: Path) -> Iterator[str]:
    """Who has less than that, or no mark at all."""
    for record in read_records(out / DATABASE):
        if record.result.is_below(percent):
            yield record.entry.student


def _without(summary: Summary) -> Iterator[str]:
    """Who has no submission."""
    for remark in summary.remarks:
        if remark.without and remark.student:
            yield remark.student


@contextmanager
def _failing() -> Iterator[None]:
    """Turns what can go wrong with a folder into a CommandError."""
    try:
        yield
    except Exception as error:
        failure = _failure(error)
        if failure is None:
            raise
        raise failure from None


def _failure(error: Exception) -> CommandError | None:
    """What to say of an error, with the exit code for it; None for our own mistakes, and for a reader who left."""
    # Most calls need neither.
    from grader.batch.cluster import ClusterError
    from grader.export.gradebook_csv import GradebookFileError

    if isinstance(error, CollectionError | GradebookError | GradebookFileError | ClusterError):
        return CommandError(str(error), UNUSABLE)
    if isinstance(error, WorkerError):
        return CommandError(str(error), GRADER_FAILED)
    if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
        where = f"{error.filename}: " if error.filename else ""
        return CommandError(
            f"{where}{error.strerror or error}; what is graded already stays in the gradebook", UNUSABLE
        )
    return None
