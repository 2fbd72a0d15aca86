"""What is to be said about a whole file: why it stopped, what was never called, what it tried."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from grader.diagnosis.refused import is_refused
from grader.diagnosis.uncalled import uncalled
from grader.exercise import Pack
from grader.recording.events import ENDLESS_LOOP
from grader.result import AS_WRITTEN, ExerciseResult, Note
from grader.scenario import KEEP_GOING
from grader.submission import PYTHON_NAME, Submission
from grader.syntax.comparisons import always_true, never_compared
from grader.syntax.loops import while_around
from grader.syntax.modules import looks_at_modules
from grader.syntax.names import looks_inside, names_in
from grader.syntax.returns import lost_results
from grader.syntax.statements import block_at, ends_at, left_out_after, something_follows
from grader.syntax.tree import tree_of
from grader.text import short_name, shortened, without_signature
from grader.trace import Trace

MOST_NOTES, MOST_SHOWN = 20, 120
MOST_LINES, MOST_OF_A_LINE = 12, 400
GONE_ON = "What comes after it was judged as if it had gone on."
MANY = 6
"""Statements that an error leaves out, when it is no trial of what fails."""
_MADE_ELSEWHERE = frozenset({"numpy-product", "not-by-hand", "never-called"})
"""What a function that nobody calls may have been written for."""
_GIVEN = r"(?<![=!<>])=(?!=).*|\b(import|from|as)\b"
_FOLLOWING = ("NameError", "UnboundLocalError", "AssertionError", "SystemExit", ENDLESS_LOOP, "KeyboardInterrupt")
"""Errors that mostly come of an earlier one, or are none."""
_DUMPED = rf'File "{re.escape(PYTHON_NAME)}", line (\d{{1,9}}) in'

_WAITS_FOR_THREADS = r'threading\.py", line \d{1,9} in _shutdown'


def notes(
    submission: Submission, pack: Pack, traces: Mapping[str, Trace], exercises: Sequence[ExerciseResult]
) -> tuple[Note, ...]:
    """Notes on the file as a whole, the most important first."""
    trace = traces[AS_WRITTEN]
    found = [*_empty(submission), *_limits(trace)]
    unfinished = any(exercise.status != "passed" for exercise in exercises)
    if unfinished:
        found += _returning_nothing(submission)
        found += _jumped_over(submission, trace)
    found += _asserting_nothing(submission)
    if unfinished or trace.status != "exited":
        found += _stopped(submission, trace, traces.get(KEEP_GOING, trace))
    if unfinished and KEEP_GOING in traces:
        found += _stopped_next(submission, traces[KEEP_GOING])
    left = trace.status == "exited" and any(exercise.status == "blocked" for exercise in exercises)
    if unfinished and not left:
        whole = traces.get(KEEP_GOING, trace)
        if not whole.is_cut:
            found += uncalled(submission, trace, whole, helpers=not _is_explained(exercises))
    if trace.status != "unreadable" and any(other.status == "unreadable" for other in traces.values()):
        told = "The record of this run cannot be trusted: what was set for it is not what it shows."
        found.append(Note(message=f"{told} Nothing was counted from it."))
    found += _looking_around(submission, traces)
    shown = [_explained(pack, _within(submission, note), _advice(submission, trace)) for note in found[:MOST_NOTES]]
    if len(found) > MOST_NOTES:
        shown.append(Note(message=f"There are {len(found) - MOST_NOTES} more notes on this file."))
    return tuple(shown)


def _within(submission: Submission, note: Note) -> Note:
    """The same without a line that the file does not have: a submission may claim any for its code."""
    return note if submission.has(note.line) else msgspec.structs.replace(note, line=None)


def _advice(submission: Submission, trace: Trace) -> dict[str, str]:
    """What to try, by misconception, where the error itself tells more than the misconception does."""
    conditions = [shortened(one, MOST_SHOWN) for one in always_true(submission.text).values()]
    found = {"always-true": f"Without the brackets: assert {conditions[0]}, …"} if conditions else {}
    if made := {short_name(one.function): short_name(one.made) for one in lost_results(submission.text) if one.made}:
        found["return-missing"] = " ".join(f"End {function}() with `return {name}`." for function, name in made.items())
    if trace.stop is None:
        return found
    from grader.diagnosis.advice import advice_on

    told = advice_on(trace.stop, submission)
    kinds = ("syntax-error", "name-error", "missing-module", "crashed")
    found |= dict.fromkeys(kinds, told) if told else {}
    if something_follows(submission.text, trace.stop.line):
        found["crashed"] = " ".join(filter(None, (GONE_ON, told)))
    return found


def _explained(pack: Pack, note: Note, advice: Mapping[str, str]) -> Note:
    known = pack.misconceptions.get(note.misconception or "")
    if known is None:
        return note
    told = advice.get(known.id, known.hint)
    hint = f" {told}" if told else ""
    # A message of several lines shows code: what explains it goes on a line of its own.
    gap = "\n" if "\n" in note.message else " "
    return Note(message=f"{note.message}{gap}{known.says}{hint}", line=note.line, misconception=note.misconception)


def _empty(submission: Submission) -> Iterator[Note]:
    lines = submission.text.removeprefix("\ufeff").splitlines()
    tree = tree_of(submission.text)
    if tree is not None and tree.body and all(map(_is_text, tree.body)):
        yield Note(message="There are only texts and comments.", misconception="empty-file")
    elif all(not line.strip() or line.lstrip().startswith("#") for line in lines):
        only = "There are only comments." if any(line.strip() for line in lines) else "The file is empty."
        yield Note(message=only, misconception="empty-file")


def _is_text(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _stopped(submission: Submission, trace: Trace, whole: Trace) -> Iterator[Note]:
    """Why the run as written did not come to its end. whole: the run that went on."""
    if trace.status == "timed_out":
        yield _timed_out(submission, trace, whole)
    elif trace.status == "out_of_memory":
        yield Note(message="MemoryError.", line=trace.stop.line if trace.stop else None, misconception="out-of-memory")
    elif trace.status == "unreadable":
        yield Note(message="The record of this run cannot be trusted, so nothing was counted from it.")
    elif trace.status == "flooded":
        yield _flooded(submission, trace)
    elif trace.status in ("killed", "crashed"):
        line = _dumped(trace)
        yield Note(message="Python itself was ended while it ran this file.", line=line, misconception="crashed")
    elif trace.stop is not None:
        if not (trace.stop.type == "SystemExit" and ends_at(submission.text, trace.stop.line)):
            yield _stop(trace)
    elif trace.status == "raised":
        yield Note(message="The file stopped with an error that could not be read.", misconception="crashed")
    elif trace.status == "exited":
        yield Note(message="The file ended Python by itself.", line=_last_line(trace), misconception="stops-early")


def _flooded(submission: Submission, trace: Trace) -> Note:
    """What printed too much: the loop around it, where that counts nothing by itself."""
    told, line = "The file printed more than a million characters", _last_line(trace) or 0
    loop = while_around(submission.text, line) if submission.has(line) else line
    within = " within this loop: does anything in it make its condition false?" if loop != line else ""
    return Note(message=f"{told}{within or '.'} It was stopped.", line=loop or None)


def _timed_out(submission: Submission, trace: Trace, whole: Trace) -> Note:
    """What was still running when the time was over."""
    told = "The file was stopped when its time was over."
    if _dumped(trace) is None and re.search(_WAITS_FOR_THREADS, trace.native_errors):
        started = "Its last line was done, but a thread that it started was not. Leave the threads out."
        return Note(message=f"{told} {started}")
    line = _running_line(submission, trace, whole)
    return Note(message=told, line=line, misconception="timed-out" if line else None)


def _stopped_next(submission: Submission, trace: Trace) -> Iterator[Note]:
    """What would stop the file as soon as the first error is put right: an error that does not come of that one."""
    lost: set[str] = set()
    for failing in trace.skipped:
        row = submission.row(failing.line)
        follows = failing.type in _FOLLOWING or lost & names_in(row)
        if lost and not follows:
            message = without_signature(failing.message).strip().rstrip(".")
            said = f"{failing.type}: {message}" if message else failing.type
            yield Note(message=f"After that, this would stop the file next: {said}.", line=failing.line)
            return
        lost |= names_in(re.sub(_GIVEN, "", row)) or {""}


def _stop(trace: Trace) -> Note:
    """The note about an exception that ended the file."""
    stop = trace.stop
    assert stop is not None
    line = stop.line or None
    kinds = {
        "SyntaxError": "syntax-error",
        "IndentationError": "syntax-error",
        "TabError": "syntax-error",
        "NameError": "name-error",
        "UnboundLocalError": "name-error",
        "ModuleNotFoundError": "missing-module",
        "ImportError": "missing-module",
        "EOFError": "asks-for-input",
        "SystemExit": "stops-early",
        "MemoryError": "out-of-memory",
    }
    kind = kinds.get(stop.type, "crashed")
    if stop.message.startswith("cannot import name"):
        # The module itself is here.
        kind = "crashed"
    if kind == "syntax-error" and stop.function:
        # The file itself was read, for it ran: it is the code in a text of it that could not be.
        kind = "crashed"
    if kind == "syntax-error" and stop.text:
        # Python's own text has the line and a mark under the place.
        return Note(message=_indented(stop.text), line=line, misconception=kind)
    if is_refused(stop):
        kind = "not-allowed-here"
    if stop.type == "AssertionError":
        own = f": {stop.message.strip().rstrip('.')}" if stop.message.strip() else ""
        return Note(
            message=f"Your own check says that something is not right here{own}.", line=line, misconception=kind
        )
    misfit = next((failure for failure in trace.failures[-1:] if failure.site.line == line), None)
    message = "" if stop.type == "SystemExit" and stop.message == "None" else without_signature(stop.message).strip()
    said = ": ".join(part for part in (stop.type, message) if part)
    if misfit is not None and misfit.is_misfit:
        left, right = (operand.shape for operand in misfit.operands)
        said = f"{left} and {right} do not fit each other. In NumPy's words: {said}"
    return Note(message=f"{said.rstrip('.')}.", line=line, misconception=kind)


def _indented(text: str) -> str:
    lines = text.rstrip().splitlines()
    start = next((index for index, line in enumerate(lines) if line.lstrip().startswith("File ")), -1)
    told = [shortened(line, MOST_OF_A_LINE) for line in lines[start + 1 :][:MOST_LINES]]
    return "\n".join(["Python cannot read this:", *told])


def _running_line(submission: Submission, trace: Trace, whole: Trace) -> int | None:
    """The line that ran at the end; of the loop around it that was found not to end, or else of any, its first line."""
    line = _dumped(trace) or _last_line(trace) or 0
    if not submission.has(line):
        return None
    endless = (one.line for one in whole.exceptions if one.type == ENDLESS_LOOP)
    found = next((begins for begins in endless if line in block_at(submission.text, begins)), None)
    return found or while_around(submission.text, line)


def _dumped(trace: Trace) -> int | None:
    found = re.search(_DUMPED, trace.native_errors)
    return int(found.group(1)) if found else None


def _last_line(trace: Trace) -> int | None:
    seen = [(sight.order, sight.site.line) for sight in trace.sights[-1:] if not sight.is_last_look]
    told = [(part.order, part.line) for part in trace.prints if part.line][-1:]
    return max((*seen, *told), default=(0, 0))[1] or None


def _limits(trace: Trace) -> Iterator[Note]:
    if "code" in trace.limits:
        yield Note(message="The file is too long, or nested too deeply, to be recorded, so it could not be judged.")
    elif trace.is_cut:
        yield Note(message="The file did more than is recorded; what came after the first part was not seen.")


def _is_explained(exercises: Sequence[ExerciseResult]) -> bool:
    """Whether a line of the file is known for what is not right, other than one that nobody calls."""
    failed = (check for exercise in exercises for check in exercise.checks if check.status == "failed")
    return any(check.line and check.misconception not in _MADE_ELSEWHERE for check in failed)


def _jumped_over(submission: Submission, trace: Trace) -> Iterator[Note]:
    """An error that the file caught itself, with much of it in the same `try`."""
    for failing in trace.exceptions:
        left = left_out_after(submission.text, failing.line) if failing.outcome == "caught" else 0
        if left >= MANY:
            told = f"{failing.type}: {shortened(failing.message, 60)}. It is caught, and everything after it in "
            yield Note(message=f"{told}the same try, {left} statements, was left out.", line=failing.line)
            return


def _asserting_nothing(submission: Submission) -> Iterator[Note]:
    """Assertions of a tuple."""
    for line in always_true(submission.text):
        told = "This assertion can never fail: its brackets make one value of the condition and the text."
        yield Note(message=told, line=line, misconception="always-true")
    for line in never_compared(submission.text):
        told = "This assertion compares nothing: what follows the comma is only its message. Write == there."
        yield Note(message=told, line=line)


def _returning_nothing(submission: Submission) -> Iterator[Note]:
    """Functions whose value is used, and which have none."""
    for lost in {one.function: one for one in reversed(lost_results(submission.text))}.values():
        told = f"{short_name(lost.function)}() has no return, so that None is all this call gives."
        yield Note(message=told, line=lost.line, misconception="return-missing")


def _looking_around(submission: Submission, traces: Mapping[str, Trace]) -> Iterator[Note]:
    """A look for signs of being graded, which no practice file needs."""
    lines = [looked.line or None for trace in traces.values() for looked in trace.looked_around[:1]]
    lines += filter(None, (looks_inside(submission.text), looks_at_modules(submission.text)))
    if lines:
        told = "The file looks at what runs it, which no exercise needs; it was judged on what it computes."
        yield Note(message=told, line=lines[0])
