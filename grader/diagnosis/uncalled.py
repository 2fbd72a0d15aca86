"""Functions and classes that a file has and does not use: why what stands in them was not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from grader.result import Note
from grader.submission import Submission
from grader.syntax.calls import (
    call_of,
    called_as_named,
    called_at_its_own_end,
    function_holding,
    given_as_value,
    methods_of,
    named_in_loops,
    values_to_fill_in,
)
from grader.syntax.functions import Function, functions_in, run_elsewhere, unused_classes
from grader.syntax.names import bound_names
from grader.syntax.returns import mapped_over
from grader.text import at_the_beginning, short_name
from grader.trace import Trace

_TO_SEED = frozenset({"np", "numpy", "random", "seed"})
"""What a function uses that does nothing but seed."""
MOST_TOLD = 50
MOST_NAMED = 4
"""Names that a note says to be filled in."""
_GUARD = r"""\bif\s+_+name_+\s*==\s*["'](\w+)["']"""


def uncalled(submission: Submission, trace: Trace, whole: Trace, *, helpers: bool = False) -> Iterator[Note]:
    """A note for each of them that ran in neither trace; `whole`: of the run that went on after an error.

    helpers: also of functions that only give something made of what they take.
    """
    never = {name: line for name, line in {**trace.only_named, **trace.defined}.items() if name not in whole.called}
    if trace.status not in ("finished", "exited"):
        never = {name: line for name, line in never.items() if name in trace.only_named}
    if trace.status == "finished":
        yield from _of_classes(submission, whole, helpers)
    if not never:
        return
    known = functions_in(submission.text)
    guard = _wrong_guard(submission)
    mapped, elsewhere = mapped_over(submission.text), run_elsewhere(submission.text)
    in_loops = {name: named for name, named in named_in_loops(submission.text).items() if name in never}
    for each, line in dict.fromkeys(in_loops.values()):
        place = submission.place(line)
        told = f"{place[:1].upper()}{place[1:]} only names {short_name(each)}: write {short_name(each)}() to call it."
        yield _never(told, line)
    alone = (name for name in _outermost(list(never), known)[:MOST_TOLD] if name not in in_loops)
    for name in alone:
        function = known.get(name)
        if named := trace.only_named.get(name) or given_as_value(submission.text, name):
            place = at_the_beginning(submission.place(named))
            call = called_as_named(submission.text, name, named)
            told = f"{place} only names {short_name(name)}: write {short_name(call)} to call it."
            yield _never(told + _to_fill_in(submission, call), named)
        elif name in mapped:
            told = "map() does nothing until something loops over what it gives: write a loop, or list(map(…))."
            yield Note(message=told, line=mapped[name])
        elif name in elsewhere:
            told = f"{short_name(name)}() runs in other processes, where it is not seen: call it in a plain loop."
            yield Note(message=told, line=never[name])
        elif name.startswith("test") and "pytest.main" in submission.text:
            told = f"{short_name(name)}() is only called by pytest, where it is not seen: call it at the end as well."
            yield Note(message=told, line=never[name])
        elif guard:
            told = 'this condition never holds. Write "__main__", with two underscores on each side.'
            yield _never(f"{short_name(name)}() is never called: {told}", guard)
            return
        elif function and function.yields and function.called:
            told = f"{short_name(name)}() has a yield: what it does begins when something loops over what it gives."
            yield Note(message=told, line=never[name])
        elif own := called_at_its_own_end(submission.text, name):
            place = submission.place(own)
            told = f"{place} belongs to {short_name(name)} itself. Move it to the left edge."
            yield _never(f"{short_name(name)}() is never called: {told}", own)
        elif helpers or not (function and function.only_gives):
            yield _never(f"{short_name(name)}() is never called: {_to_write(submission, name)}", never[name])


def _of_classes(submission: Submission, whole: Trace, helpers: bool) -> Iterator[Note]:
    """A note for each class of which no method ran, with the one to call."""
    unused, known = unused_classes(submission.text), functions_in(submission.text)
    lines = bound_names(submission.text)
    for name, methods in methods_of(submission.text).items():
        first = next(iter(_outermost(methods, known)), name)
        if name in unused:
            told = f"Nothing is made of the class {short_name(name)}, and its methods are never called"
            yield _never(f"{told}: {_to_write(submission, first)}", unused[name])
        elif not methods or any(method in whole.called for method in methods):
            continue
        elif helpers or not known[first].only_gives:
            told = f"None of the methods of the class {short_name(name)} is called"
            yield _never(f"{told}: {_to_write(submission, first)}", lines[first])


def _to_write(submission: Submission, name: str) -> str:
    """What to write where, to have it called."""
    around, function = function_holding(submission.text, name), functions_in(submission.text).get(name)
    if function and function.uses <= _TO_SEED:
        return f"write {short_name(call_of(submission.text, name))} right below it, before anything is drawn."
    where = f"at the end of {short_name(around)}()" if around else "at the end of the file"
    call = call_of(submission.text, name)
    return f"write {short_name(call)} {where}.{'' if around else _to_fill_in(submission, call)}"


def _to_fill_in(submission: Submission, call: str) -> str:
    """What to add about a call where nothing in the file has the names that stand in its brackets."""
    missing = values_to_fill_in(submission.text, call)
    names = " and ".join(map(short_name, missing[:MOST_NAMED]))
    return f" Write your own values in the place of {names}." if missing else ""


def _outermost(names: Sequence[str], known: Mapping[str, Function]) -> list[str]:
    """Those that no other of these functions uses: with them called, the others are, too."""
    used = {other for name in names if name in known for other in known[name].uses - {name}}
    return [name for name in names if name not in used] or list(names)


def _never(message: str, line: int) -> Note:
    return Note(message=message, line=line, misconception="never-called")


def _wrong_guard(submission: Submission) -> int | None:
    """The line that compares `__name__` with something that it never is."""
    for number, row in enumerate(submission.lines, 1):
        found = re.search(_GUARD, row)
        if found and found.group(1) != "__main__":
            return number
    return None
