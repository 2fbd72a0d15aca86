"""A folder of submissions, from what an instructor downloaded to a gradebook with a page for each student.

collection → what is not graded yet → batch → gradebook
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader.batch.call import Listener, Progress, Shard, Submissions, Summary
from grader.batch.gradebook import Gradebook
from grader.batch.merging import refuse_another_class, students_of
from grader.batch.outputs import (
    Exported,
    check_exported,
    fill_exported,
    refuse_others_files,
    take_away_stale,
    tell_of_earlier,
    write_outputs,
)
from grader.batch.page_names import PageNames
from grader.batch.rows import GradebookError
from grader.batch.worker import Outcome, Settings, Task, key_of, without_exercises
from grader.collection.collection import Collection, read_collection
from grader.collection.errors import CollectionError
from grader.collection.files import Files, open_files
from grader.collection.folder import holds_work
from grader.collection.remarks import counted
from grader.entry import Entry, Remark
from grader.files import write_whole
from grader.identity import identity
from grader.output_folder import CLASS_PAGE, DATABASE, GRADES, MOODLE, PAGES, WRITTEN
from grader.text import some

if TYPE_CHECKING:
    from grader.batch.pool import Means


_OTHERWISE = "the grader, or its exercises, are others than the last time: everything is graded again"


def grade_folder(
    submissions: Submissions,
    out: Path,
    settings: Settings,
    means: Callable[[], Means],
    listener: Listener,
    *,
    again: bool = False,
    exported: Exported | None = None,
) -> Summary:
    """Grade what is new or changed in a folder or zip; each result is in the gradebook before it counts as done.

    again: what is unchanged, too. exported: the instructor's own gradebook, to be filled in. Raises
    CollectionError, GradebookError, GradebookFileError, WorkerError; OSError when a file cannot be written.
    """
    if exported is not None:
        check_exported(exported)
    with contextlib.ExitStack() as opened:
        _refuse_students_folder(submissions.path, out)
        files = opened.enter_context(open_files(submissions.path, without=_written(submissions.path, out)))
        # Where there is nothing to grade, nothing is left.
        collection = read_collection(files, layout=submissions.layout, pattern=submissions.pattern)
        refuse_others_files(out)
        gradebook = opened.enter_context(Gradebook(out / DATABASE))
        listener.say(collection.summary)
        if collection.nobodys:
            listener.warn(_nobodys(collection.nobodys))
        layout = collection.layout.name
        remarks = _remarks(collection, submissions.shard)
        folder = _Folder(files, collection, submissions.shard, settings, out)
        part = _part(collection, submissions.shard)
        # Of a large folder these take more memory than all that comes after.
        del collection
        files.forget_names()
        here = (*(entry.student for entry in folder.entries), *students_of(remarks))
        refuse_another_class(out, gradebook.students(), here)
        if gradebook.about.get("grader", identity()) != identity():
            listener.say(_OTHERWISE)
        # Before anything is graded: a part that is not finished may be merged, too.
        told = msgspec.json.encode(remarks).decode()
        gradebook.note(options=_options(settings), grader=identity(), layout=layout, remarks=told, **part)
        before = gradebook.mark_of_each()
        graded = _grade_new(folder, out, settings, means, listener, gradebook, again=again)
        del folder
        write_outputs(gradebook, out, submissions.path.stem, remarks, layout, pages=settings.pages)
        if submissions.shard is None and (stale := take_away_stale(gradebook, out)):
            listener.say(f"{counted(stale, 'page')} of students who have no mark any more taken away")
        tell_of_earlier(gradebook, out, before, listener.warn, exported.path.name if exported else None)
        if graded and not settings.pages and (out / CLASS_PAGE).exists():
            listener.warn(_old_pages(out))
        if exported is not None:
            fill_exported(
                gradebook, out, exported, remarks, listener.say, listener.warn, part=submissions.shard is not None
            )
        return Summary.of(gradebook, layout, graded=graded, remarks=remarks)


def _refuse_students_folder(path: Path, out: Path) -> None:
    """Raise GradebookError where the output folder is, or lies in, a folder of the submissions: it is passed over."""
    whole, inner = path.resolve(), out.resolve()
    if whole in inner.parents:
        top = whole / inner.relative_to(whole).parts[0]
        if holds_work(top):
            raise GradebookError(f"{out}: this is among the submissions; choose a folder of its own with --out")


def _written(path: Path, out: Path) -> tuple[Path, ...]:
    """What is passed over in the folder at `path`: what is written now, and what an earlier call wrote beside it."""
    earlier = [path / name for name in WRITTEN] if (path / DATABASE).is_file() and (path / GRADES).is_file() else []
    return out, *(out / name for name in WRITTEN), *earlier


def _nobodys(names: Sequence[str]) -> str:
    """A warning of Python files that no student is found for."""
    them = "it" if len(names) == 1 else "them"
    return f"{counted(len(names), 'Python file')} not graded, as the layout names no student for {them}: {some(names)}"


def _old_pages(out: Path) -> str:
    """A warning of pages that this call did not write."""
    beside = f"{out / MOODLE}, " if (out / MOODLE).exists() else ""
    return f"{beside}{out / CLASS_PAGE} and the pages of students are those of an earlier call"


def _remarks(collection: Collection, shard: Shard | None) -> tuple[Remark, ...]:
    """The remarks that belong to that part of the folder: one about a student is for the part that has the student."""
    return tuple(
        remark
        for remark in map(_as_text, collection.remarks)
        if shard is None or remark.student is None or shard.has(remark.student)
    )


def _part(collection: Collection, shard: Shard | None) -> dict[str, str]:
    """What `merge` has to know of a part: which one it is, of how many, and of which folder."""
    shard = shard or Shard(1, 1)
    digest = hashlib.blake2b(digest_size=16)
    for entry in collection.entries:
        digest.update(_text(entry.submission).encode() + b"\0")
    return {"shard": f"{shard.number}/{shard.count}", "of": digest.hexdigest()}


def _options(settings: Settings) -> str:
    """With what submissions are run, in words."""
    return f"{settings.isolation} isolation, {settings.time_limit:g} s, seed {settings.seed}"


class _Folder:
    """The submissions of a folder that this call is to grade, with their bytes, keys and pages."""

    def __init__(
        self, files: Files, collection: Collection, shard: Shard | None, settings: Settings, out: Path
    ) -> None:
        self._files = files
        self._settings = settings
        self._out = out
        self._odd = {_text(name): name for entry in collection.entries if _text(name := entry.submission) != name}
        everybody = [_clean(entry) for entry in collection.entries]
        self._pages = PageNames(entry.student for entry in everybody)
        self.entries = [entry for entry in everybody if shard is None or shard.has(entry.student)]

    def is_done(self, entry: Entry, known: dict[str, tuple[bytes, str | None]]) -> bool:
        """Whether a submission is graded already, as it is now."""
        if entry.submission not in known:
            return False
        key, page = known[entry.submission]
        task, _ = self._task(entry)
        if task.key != key:
            return False
        return task.page is None or (page == task.page and _is_there(self._out / task.page))

    def take_away_renamed(self, known: dict[str, tuple[bytes, str | None]]) -> None:
        """Remove the pages of submissions whose pages are called otherwise now: they are found under another id."""
        if not self._settings.pages:
            return
        pages = {self._page(entry) for entry in self.entries}
        for entry in self.entries:
            _, before = known.get(entry.submission, (b"", None))
            if before is not None and before not in pages:
                (self._out / before).unlink(missing_ok=True)

    def tasks(self, entries: Iterable[Entry]) -> Iterator[tuple[Task, str | None]]:
        """Those submissions as tasks, each with the reason why it cannot be read, if there is one."""
        return map(self._task, entries)

    def _task(self, entry: Entry) -> tuple[Task, str | None]:
        source, problem = b"", None
        try:
            source = self._files.read(self._odd.get(entry.submission, entry.submission))
        except (CollectionError, OSError) as error:
            problem = str(error)
        key = key_of(source if problem is None else problem.encode(), entry, self._settings)
        return Task(entry=entry, source=source, key=key, page=self._page(entry)), problem

    def _page(self, entry: Entry) -> str | None:
        return f"{PAGES}/{self._pages.of(entry.student)}" if self._settings.pages else None


def _grade_new(
    folder: _Folder,
    out: Path,
    settings: Settings,
    means: Callable[[], Means],
    listener: Listener,
    gradebook: Gradebook,
    *,
    again: bool,
) -> int:
    """Grade what is new or changed; how many that were."""
    gradebook.set_listed(entry.submission for entry in folder.entries)
    known = gradebook.keys()
    done: list[Entry] = []
    todo: list[Entry] = []
    for entry in folder.entries:
        (todo if again or not folder.is_done(entry, known) else done).append(entry)
    folder.take_away_renamed(known)
    del known
    gradebook.update_entries(done)
    gradebook.set_waiting(todo)
    if todo:
        _run(folder.tasks(todo), len(todo), out, settings, means(), listener, gradebook)
    return len(todo)


def _run(
    tasks: Iterable[tuple[Task, str | None]],
    total: int,
    out: Path,
    settings: Settings,
    means: Means,
    listener: Listener,
    gradebook: Gradebook,
) -> None:
    # Most calls on a folder that is graded already have nothing to run.
    from grader.batch.pool import grade

    done = not_passed = 0
    unreadable: list[Outcome] = []

    def readable() -> Iterator[Task]:
        for task, problem in tasks:
            if problem is None:
                yield task
            else:
                unreadable.append(without_exercises(task, settings, "inconclusive", problem))

    def keep(outcomes: Sequence[Outcome]) -> None:
        nonlocal done, not_passed
        _write_pages(outcomes, out)
        gradebook.add((outcome.record, outcome.key) for outcome in outcomes)
        done += len(outcomes)
        not_passed += sum(outcome.record.result.status != "passed" for outcome in outcomes)
        listener.progress(Progress(done=done, total=total, not_passed=not_passed))

    listener.progress(Progress(done=0, total=total, not_passed=0))
    for outcomes in grade(readable(), settings, means):
        keep((*outcomes, *unreadable))
        unreadable.clear()
    keep(unreadable)


def _write_pages(outcomes: Iterable[Outcome], out: Path) -> None:
    for outcome in outcomes:
        if outcome.page is not None and outcome.record.page is not None:
            write_whole(out / outcome.record.page, outcome.page)


def _is_there(page: Path) -> bool:
    try:
        return page.stat().st_size > 0
    except OSError:
        return False


def _clean(entry: Entry) -> Entry:
    """The entry with what no encoding has (from file names that are no text) written as escapes."""
    if entry.student.isascii() and entry.submission.isascii() and not (entry.name or entry.names or entry.numbers):
        return entry
    texts = {
        name: _text(value)
        for name in ("student", "submission", "name", "email", "attempt")
        if (value := getattr(entry, name)) is not None
    }
    names, numbers = (
        {_text(student): _text(told) for student, told in each.items()} for each in (entry.names, entry.numbers)
    )
    members = tuple(map(_text, entry.members))
    return msgspec.structs.replace(entry, members=members, names=names, numbers=numbers, **texts)


def _as_text(remark: Remark) -> Remark:
    """The remark, likewise."""
    texts = {name: _text(value) for name in ("message", "path", "student", "name") if (value := getattr(remark, name))}
    return msgspec.structs.replace(remark, **texts)


def _text(value: str) -> str:
    return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
