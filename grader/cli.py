"""The command `grade`: arguments in, exit code out. What takes long to import is imported when it is needed."""

from __future__ import annotations

import gc
import math
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from grader import TIME_LIMIT, __version__
from grader.exits import GRADER_FAILED, INTERRUPTED, NOT_PASSED, PASSED, UNUSABLE, CommandError, write_nowhere

if TYPE_CHECKING:
    from grader.single.engine import Engine

MOST_DIGITS = 9
LONGEST_SHOWN = 60
CONTEXT = {"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "GRADE", "max_content_width": 100}


class _DefaultCommand(click.Group):
    """A group whose command `submission` may be left out: `grade matmul_practice.py`."""

    default = "submission"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {option for parameter in self.get_params(ctx) for option in parameter.opts}
        if args and args[0] not in self.commands and args[0] not in own:
            args = [self.default, *args]
        return super().parse_args(ctx, args)


class _Number(click.FloatRange):
    """A number within bounds, which NaN is not, although it is no less than the least."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is no number", param, ctx)
        return number


class _Folder(click.Path):
    """A folder that is written to. What is empty, as a variable that was never set, would be the current one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("this is empty; name a folder", param, ctx)
        return super().convert(value, param, ctx)


class _Part(click.ParamType[Any]):
    """A part of a folder: `3/100`."""

    name = "part"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from grader.batch.call import Shard

        number, _, count = str(value).partition("/")
        readable = all(one.isdecimal() and len(one) <= MOST_DIGITS for one in (number, count))
        if not (readable and 1 <= int(number) <= int(count)):
            self.fail(f"{str(value)[:LONGEST_SHOWN]!r} is no part such as 3/100 (the third of a hundred)", param, ctx)
        return Shard(int(number), int(count))


@click.group(cls=_DefaultCommand, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="grade", allow_from_autoenv=False)
def cli() -> None:
    """Grade the article's "Try This": a three-layer net, a transpose, a product by hand.

    \b
    grade matmul_practice.py             grade one file, a notebook, or - for standard input
    grade submissions/ --out feedback/   grade a folder, or a zip that an LMS gave
    grade merge PART... --out feedback/  put together what was graded in parts
    grade doctor                         say which isolation this machine offers

    Options of grading: grade submission --help
    """


@cli.command("submission", context_settings=CONTEXT)
@click.argument("path")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="What goes to stdout.")
@click.option(
    "-o", "--out", default="feedback", show_default=True, help="Where pages (and of a folder, marks) are written.",
    type=_Folder(file_okay=False, path_type=Path),
)  # fmt: skip
@click.option("--no-html", is_flag=True, help="Write no HTML page.")
@click.option("--junit", type=click.Path(dir_okay=False, path_type=Path), help="Write a JUnit XML file.")
@click.option(
    "--isolation", type=click.Choice(["basic", "strict"]),
    help="How code is confined. [default: basic for your own file, strict for a folder]",
)  # fmt: skip
@click.option(
    "--time-limit", type=_Number(0.1, 600), default=TIME_LIMIT, show_default=True, metavar="SECONDS",
    help="How long the file may run.",
)  # fmt: skip
@click.option(
    "--seed", type=click.IntRange(-(2**62), 2**62), default=0, help="Draw other numbers for the runs that check."
)
@click.option(
    "--jobs", type=click.IntRange(1, 512), help="Folder: how many are graded at once. [default: all processors]"
)
@click.option("--layout", help="Folder: where it comes from (canvas, moodle, …), when that is not found out right.")
@click.option(
    "--pattern", metavar="REGEX", help="Folder: what paths look like, with groups user, file, when, version, late."
)
@click.option("--again", is_flag=True, help="Folder: grade what is unchanged, too.")
@click.option(
    "--gradebook", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="CSV",
    help="Folder: your exported gradebook; a filled copy of it is written to the output folder.",
)  # fmt: skip
@click.option("--column", help="Folder: the column of the gradebook to fill, by its header.")
@click.option("--shard", type=_Part(), metavar="3/100", help="Folder: grade only this part of it; see grade merge.")
@click.option("--cluster", metavar="ADDRESS", help="Folder: grade on a Dask cluster (tcp://scheduler:8786).")
@click.option(
    "--diff", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="SQLITE",
    help="Folder: only say whose mark would differ from this earlier gradebook; overwrite nothing.",
)  # fmt: skip
@click.option(
    "--fail-under", type=_Number(0, 100), metavar="PERCENT",
    help="Exit with 1 when a mark is less, or cannot be given.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Only the score.")
@click.option("-v", "--verbose", is_flag=True, help="Also how each run ended, and what was printed.")
def submission(path: str, **options: Any) -> None:
    """Grade the file or notebook at PATH, or all submissions of the folder or zip there."""
    if _holds_submissions(path):
        _refuse_what_files_have()
        _grade_folder(path, options)
    _refuse_what_folders_have()
    _grade_file(path, options)


def _refuse_what_folders_have() -> None:
    """An option that only means something for a folder was given for a file: say so, rather than pass over it."""
    for name in _options_of_folders():
        raise click.UsageError(f"--{name} is for a folder or zip of submissions, and this is a single file")


def _options_of_folders() -> list[str]:
    """The options on the command line that only mean something for a folder."""
    context = click.get_current_context()
    names = ("layout", "pattern", "gradebook", "column", "shard", "cluster", "diff", "again", "jobs")
    return [name for name in names if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE]


def _refuse_what_files_have() -> None:
    if click.get_current_context().get_parameter_source("verbose") is click.core.ParameterSource.COMMANDLINE:
        raise click.UsageError("--verbose is for a single file, and this is a folder or zip of submissions")


def _holds_submissions(path: str) -> bool:
    """Whether submissions are at PATH, rather than one. A learner's own folder counts, too, where an option asks so."""
    if path == "-" or (os.path.isfile(path) and not path.lower().endswith(".zip")):
        return False
    from grader.collection.one_or_many import is_a_class

    return bool(_options_of_folders()) or is_a_class(path)


def _grade_file(path: str, options: dict[str, Any]) -> NoReturn:
    from grader.single.command import Options, grade_file

    given = {name: value for name, value in options.items() if name in Options.__struct_fields__ and value is not None}
    sys.exit(grade_file(Options(path=path, **given), click.get_current_context().obj))


def _grade_folder(path: str, options: dict[str, Any]) -> NoReturn:
    from grader.batch.command import Options, grade_submissions
    from grader.output_folder import GRADES

    for written in ("gradebook", "junit"):
        if options["diff"] and options[written]:
            raise click.UsageError(f"--diff only says what would change, and writes nothing: leave --{written} out")
    if options["column"] and not options["gradebook"]:
        raise click.UsageError("--column names a column of your exported gradebook: give that, too, with --gradebook")
    _end_as_with_ctrl_c()
    given = {name: value for name, value in options.items() if name in Options.__struct_fields__ and value is not None}
    try:
        code, told = grade_submissions(Options(path=Path(path), **given)), ""
    except CommandError as error:
        code, told = error.code, str(error)
    except KeyboardInterrupt:
        same = "the same command without --again" if options["again"] else "the same command"
        code, told = INTERRUPTED, f"stopped; what is graded is kept, and {same} goes on from there"
        if (options["out"] / GRADES).exists():
            told += f"; until then {GRADES} and the class page are those of the call before"
    if told:
        # What was in use when it stopped is let go only now: its semaphores would be said to leak.
        gc.collect()
        _fail(told, code)
    sys.exit(code)


def _end_as_with_ctrl_c() -> None:
    """Whoever ends this process politely, or closes its terminal, gets the same as with Ctrl-C."""
    for number in (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")):
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


@cli.command("merge", context_settings=CONTEXT)
@click.argument("parts", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--out", required=True, type=_Folder(file_okay=False, path_type=Path), help="The merged folder.")
@click.option("--gradebook", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="CSV",
              help="Your exported gradebook, to be filled in.")  # fmt: skip
@click.option("--column", help="The column of the gradebook to fill.")
def merge(parts: tuple[Path, ...], out: Path, gradebook: Path | None, column: str | None) -> None:
    """Make one graded folder of PARTS: the output folders of --shard."""
    from grader.batch.command import merge as merge_parts
    from grader.batch.outputs import Exported

    sys.exit(merge_parts(parts, out, Exported(path=gradebook, column=column) if gradebook else None))


@cli.command("doctor", context_settings=CONTEXT)
def doctor() -> None:
    """Say which isolation this machine offers, layer by layer, each found by trying."""
    from grader.recording.confinement import available

    found = available()
    width = max(len(line.name) for line in found.lines)
    for line in found.lines:
        click.echo(f"{'works  ' if line.works else 'missing'}  {line.name.ljust(width)}  {line.detail}")
        if line.advice and not line.works:
            click.echo(f"{' ' * (width + 11)}{line.advice}")
    click.echo()
    if found.strict:
        click.echo(f"Strict isolation can be had: {', '.join(found.layers.describe())}.")
        sys.exit(PASSED)
    click.echo("Strict isolation cannot be had here:")
    for reason in found.missing:
        click.echo(f"  {reason}")
    click.echo("--isolation basic accepts less; use it for files that you trust.")
    sys.exit(NOT_PASSED)


def _fail(message: str, code: int) -> NoReturn:
    """Say what is wrong on stderr and leave: as wide as the terminal, and elsewhere each message on one line."""
    from grader.rendering.fitting import wrap
    from grader.rendering.terminal import width_of
    from grader.text import inert, not_a_command

    for line in inert(message).splitlines():
        told = f"grade: {line}"
        for row in wrap(told, width_of(sys.stderr)) if sys.stderr.isatty() else [told]:
            click.echo(not_a_command(row), err=True)
    sys.exit(code)


def main(arguments: list[str] | None = None, engine: Engine | None = None) -> NoReturn:
    """Run the command with its exit codes: 0 passed, 1 not passed, 2 wrong use, 3 the grader failed, 130 Ctrl-C.

    engine: what grades a file, in case one is to be graded.
    """
    try:
        _run(arguments, engine)
    finally:
        if engine:
            engine.close()


def _run(arguments: list[str] | None, engine: Engine | None) -> NoReturn:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Whoever called has closed it.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(arguments, prog_name="grade", standalone_mode=False, obj=engine)
    except click.ClickException as error:
        error.show()
        sys.exit(UNUSABLE)
    except CommandError as error:
        if error.own:
            _confess(str(error))
            sys.exit(error.code)
        _fail(str(error), error.code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("grade: stopped", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        write_nowhere()
        sys.exit(PASSED)
    except Exception as error:
        _end_on(error)
    sys.exit(PASSED)


def _end_on(error: Exception) -> NoReturn:
    """Tell what the machine refused, or a mistake of our own."""
    from grader.mistakes import mistake
    from grader.paths import DataFolderError

    told = mistake(error)
    if isinstance(error, OSError):
        write_nowhere()
        what = f"{error.filename}: " if error.filename else ""
        _fail(f"{what}{error.strerror or error}; the machine refused this", UNUSABLE)
    if isinstance(error, DataFolderError):
        _fail(str(error), GRADER_FAILED)
    _confess(told)
    sys.exit(GRADER_FAILED)


def _confess(what: str) -> None:
    """Say that the grader itself failed."""
    from grader.text import inert

    told = f"grade: this is a mistake of the grader's own ({inert(what)}); "
    click.echo(told + "run it again with GRADE_DEBUG=1 to see where, and please report it", err=True)
