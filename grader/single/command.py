"""`grade FILE`: options in, exit code out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from grader import TIME_LIMIT
from grader.exits import GRADER_FAILED, NOT_PASSED, PASSED, UNUSABLE, CommandError, write_nowhere
from grader.files import write_whole
from grader.loading.names import is_python, stem_of
from grader.submission import PYTHON_NAME

if TYPE_CHECKING:
    from grader.result import Graded, Isolation, Result
    from grader.single.answer import Answer
    from grader.single.engine import Engine

LONGEST_STEM = 200
"""Bytes: a name with its ending may have 255."""
NO_PROGRAMS = (".csv", ".tsv", ".xlsx", ".pdf", ".docx", ".odt", ".html", ".json")
ARCHIVES = (".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says about a file. path: `-` is standard input."""

    path: str
    out: Path
    format: str = "text"
    isolation: Isolation = "basic"
    time_limit: float = TIME_LIMIT
    seed: int = 0
    no_html: bool = False
    quiet: bool = False
    verbose: bool = False
    fail_under: float | None = None
    junit: Path | None = None


def grade_file(options: Options, engine: Engine | None) -> int:
    """Grade a file, show what came of it, and say the exit code. Raises CommandError.

    engine: the process that grades, where there is one: this one gets the reports ready meanwhile.
    """
    _refuse_what_is_no_program(options.path)
    graded = _grade(options, engine)
    _tell_of_others(options.path)
    page = _write_page(graded, options) if not options.no_html else None
    _show(graded, page, options)
    if options.junit:
        from grader.export import junit

        _write(options.junit, junit.render([graded.result]), "--junit")
    _tell_github(graded, options.path)
    return _exit_code(graded.result, options.fail_under)


def _refuse_what_is_no_program(path: str) -> None:
    """What is called as something else than a program is not run as one."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix == ".zip" and os.path.isfile(path):
        raise CommandError(f"{path}: {_why_no_zip(path)}", UNUSABLE)
    if suffix in ARCHIVES and os.path.isfile(path):
        raise CommandError(f"{path}: an archive of this kind is not opened; unpack it and name the folder", UNUSABLE)
    if suffix in NO_PROGRAMS and os.path.isfile(path):
        advice = f"copy the code into a plain text file called {PYTHON_NAME}"
        told = f"{path}: a Python file or a notebook is graded, and this is called {suffix}; {advice}"
        raise CommandError(told, UNUSABLE)


def _why_no_zip(path: str) -> str:
    try:
        with open(path, "rb"):
            return "this is no zip that can be read"
    except OSError as error:
        return f"cannot be read ({error.strerror or error})"


def _grade(options: Options, engine: Engine | None) -> Graded:
    """Have the file graded: by the engine, while this process imports what the reports need, or else here."""
    from grader.single.answer import Question

    question = Question(
        path=os.fsencode(options.path),
        isolation=options.isolation,
        time_limit=options.time_limit,
        seed=options.seed,
    )
    if engine is None:
        from grader.single.answering import answered

        with answered(question) as answer:
            return _graded(answer)
    engine.ask(question)
    _prepare_reports(options)
    return _graded(engine.answer())


def _graded(answer: Answer) -> Graded:
    """What was graded; else raise why nothing was."""
    if answer.graded is not None:
        return answer.graded
    code = UNUSABLE if answer.fault == "submission" else GRADER_FAILED
    raise CommandError(answer.message, code, own=answer.fault == "grader")


def _prepare_reports(options: Options) -> None:
    from grader.rendering import terminal  # noqa: F401

    if not options.no_html:
        from grader.rendering import html

        html.prepare()


def _tell_of_others(path: str) -> None:
    """Of a folder that is taken for one learner's own: say what else it holds, and how all of it would be graded."""
    if not os.path.isdir(path):
        return
    others = [name for name in os.listdir(path) if is_python(name)]
    if len(others) > 1:
        told = f"graded {stem_of(PYTHON_NAME)} alone of {len(others)} files; --layout one-file-a-student grades each"
        click.echo(f"grade: {told}", err=True)


def _write_page(graded: Graded, options: Options) -> Path:
    from grader.rendering import html

    stem = os.fsencode("stdin" if options.path == "-" else Path(graded.result.submission).stem)[:LONGEST_STEM]
    page = options.out / f"{stem.decode(errors='ignore')}.html"
    _write(page, html.render(graded), "--out")
    return page


def _write(path: Path, text: str, option: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        why = f"{path}: cannot be written ({error.strerror or error}); choose another place with {option}"
        raise CommandError(why, UNUSABLE) from None


def _show(graded: Graded, page: Path | None, options: Options) -> None:
    """Write what goes to standard output. Whoever reads it may have seen enough before its end."""
    try:
        if options.format == "json":
            from grader.text import write_document

            write_document(graded.result.to_json().decode() + "\n", sys.stdout)
        else:
            from grader.rendering import terminal

            shown = str(page) if page else None
            terminal.render(graded, sys.stdout, report=shown, quiet=options.quiet, verbose=options.verbose)
        sys.stdout.flush()
    except BrokenPipeError:
        write_nowhere()
    except OSError as error:
        write_nowhere()
        why = f"the report cannot be written to standard output ({error.strerror or error})"
        raise CommandError(why, UNUSABLE) from None


def _tell_github(graded: Graded, path: str) -> None:
    """In a GitHub workflow: annotations at the learner's lines on stderr, and the job's summary."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    from grader.export import github

    click.echo(github.workflow_commands(graded.result, _in_workspace(path), graded.listing), err=True)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        try:
            with open(summary, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(github.summary(graded.result, graded.listing))
        except OSError as error:
            why = f"{summary} (GITHUB_STEP_SUMMARY): cannot be written ({error.strerror or error})"
            raise CommandError(why, UNUSABLE) from None


def _in_workspace(path: str) -> str:
    """The path as GitHub knows it: below the workspace, where it is there."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or path == "-":
        return path
    relative = os.path.relpath(os.path.realpath(path), os.path.realpath(workspace))
    return path if relative.startswith(os.pardir) else relative


def _exit_code(result: Result, fail_under: float | None) -> int:
    if result.status == "error":
        return GRADER_FAILED
    if fail_under is not None:
        return NOT_PASSED if result.is_below(fail_under) else PASSED
    return PASSED if result.status == "passed" else NOT_PASSED
