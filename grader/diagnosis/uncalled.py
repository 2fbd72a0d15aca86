"""Functions and classes that a file has and does not use: why what stands in them was not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from grader.result import Note
from grader.submission import Submission
from grader.syntax.functions import Function, functions_in, mapped_over, run_elsewhere, unused_classes
from grader.text import short_name
from grader.trace import Trace

_GUARD = r"""\bif\s+_+name_+\s*==\s*["'](\w+)["']"""


def uncalled(submission: Submission, trace: Trace, whole: Trace, *, helpers: bool = False) -> Iterator[Note]:
    """A note for each of them that ran in neither trace; `whole`: of the run that went on after an error.

    helpers: also of functions that only give something made of what they take.
    """
    never = {name: line for name, line in {**trace.only_named, **trace.defined}.items() if name not in whole.called}
    if trace.status not in ("finished", "exited"):
        never = {name: line for name, line in never.items() if name in trace.only_named}
    if trace.status == "finished":
        for name, line in unused_classes(submission.text).items():
            yield _never(f"Nothing is made of the class {short_name(name)}: its methods are never called.", line)
    if not never:
        return
    known = functions_in(submission.text)
    guard = _wrong_guard(submission)
    mapped, elsewhere = mapped_over(submission.text), run_elsewhere(submission.text)
    for name in _outermost(list(never), known):
        function = known.get(name)
        if named := trace.only_named.get(name):
            place, own = submission.place(named), short_name(name)
            yield _never(f"{place[:1].upper()}{place[1:]} only names {own}: write {own}() to call it.", named)
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
        elif helpers or not (function and function.only_gives):
            yield _never(f"{short_name(name)}() is never called.", never[name])


def _outermost(names: Sequence[str], known: Mapping[str, Function]) -> list[str]:
    """Those that no other of these functions uses: with them called, the others are, too."""
    used = {name: known[name].uses - {name} for name in names if name in known}
    return [name for name in names if not any(name in used[other] for other in used)] or list(names)


def _never(message: str, line: int) -> Note:
    return Note(message=message, line=line, misconception="never-called")


def _wrong_guard(submission: Submission) -> int | None:
    """The line that compares `__name__` with something that it never is."""
    for number, row in enumerate(submission.lines, 1):
        found = re.search(_GUARD, row)
        if found and found.group(1) != "__main__":
            return number
    return None
