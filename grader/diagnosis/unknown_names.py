"""What was meant by a name that is not known where it is asked for: a variable's, an object's, one of NumPy's."""

from __future__ import annotations

import builtins
import re
import sys
from itertools import pairwise

from grader.diagnosis.error_text import LONGEST, matched, row_of
from grader.submission import Submission
from grader.syntax.calls import call_of, class_of, function_taking
from grader.syntax.comparisons import compared_alone
from grader.syntax.names import bound_names, names_in
from grader.syntax.returns import gives_back
from grader.syntax.scopes import function_around
from grader.text import short_name
from grader.trace import Raised

MOST_NEAR = 5
_USUAL = frozenset(
    {"randn", "seed", "array", "zeros", "matmul", "dot", "transpose", "allclose", "array_equal", "shape"}
)
"""What the exercises need of NumPy: of several names that are near, it is one of these."""


def meant_by_name(stop: Raised, submission: Submission) -> str | None:
    """The name that was meant by one that is not known."""
    unknown = re.match(r"name '(\w+)' is not defined", stop.message)
    if unknown is None or stop.type != "NameError":
        return None
    from difflib import get_close_matches

    names = bound_names(submission.text)
    if told := _deleted(submission, unknown[1], stop.line) or _given_twice(submission, unknown[1], stop.line):
        return told
    if line := compared_alone(submission.text).get(unknown[1]):
        return (
            f"In {submission.place(line)} it is only compared: == asks whether two things are equal, = gives a value."
        )
    if owner := class_of(submission.text, unknown[1]):
        call = short_name(call_of(submission.text, unknown[1]))
        return f"{short_name(unknown[1])} is a method of the class {short_name(owner)}: write {call} to call it."
    if unknown[1] not in names and (told := _of_the_object(submission, unknown[1], stop.line)):
        return told
    if unknown[1] in sys.stdlib_module_names and f"{unknown[1]}." in row_of(stop, submission):
        return f"It is a module of Python's: write import {unknown[1]} at the top of the file."
    line = names.pop(unknown[1], None)
    same = [name for name in names if name.casefold() == unknown[1].casefold()]
    if line and not any(_is_known_at(submission, names[name], stop.line) for name in same):
        return _not_there_yet(submission, unknown[1], line, stop.line)
    if near := same or get_close_matches(unknown[1], names, n=1, cutoff=0.7):
        return f"Did you mean `{near[0]}`, of {submission.place(names[near[0]])}?"
    near = get_close_matches(unknown[1].casefold(), {*dir(builtins)} - {unknown[1]}, n=1, cutoff=0.78)
    return f"Did you mean `{near[0]}`?" if near else None


def _is_known_at(submission: Submission, made: int, needed: int) -> bool:
    """Whether what gets its value at one line has it at another one below, outside of any function or in the same."""
    return made < needed and function_around(submission.text, made) in (0, function_around(submission.text, needed))


def _deleted(submission: Submission, name: str, needed: int) -> str | None:
    """The name that a line above took away: `del C`."""
    rows = enumerate(submission.lines[: needed - 1], 1)
    deleted = [number for number, row in rows if re.match(rf"\s*del\b[^#]{{0,80}}\b{name}\b", row)]
    return f"It is deleted in {submission.place(deleted[-1])}: leave that line out." if deleted else None


def _given_twice(submission: Submission, name: str, needed: int) -> str | None:
    """The two lines, one below the other, that give a value to the same name, where the other one was to be this."""
    given = [re.match(r"(\w{1,30}) = (?!.*\b\1\b)", row) for row in submission.lines[: needed - 1]]
    for number, (first, second) in enumerate(pairwise(given), 1):
        if first and second and first[1] == second[1] and first[1] in names_in(submission.row(needed)[:LONGEST]):
            one, other = submission.place(number), submission.place(number + 1)
            return f"{first[1]} gets a value in {one}, and another in {other}: write {name} = … in {other}."
    return None


def _of_the_object(submission: Submission, name: str, line: int) -> str | None:
    """How a method calls what its object has: `self.W1`."""
    method = submission.row(function_around(submission.text, line)) if function_around(submission.text, line) else ""
    has = re.search(rf"^[ \t]+self\.{name}\s*=(?!=)", submission.text, re.MULTILINE)
    return f"The object has it: write self.{name}." if has and re.search(r"\(\s*self\b", method) else None


def _not_there_yet(submission: Submission, name: str, made: int, needed: int) -> str:
    """Why a name that gets a value at one line has none at another."""
    if taking := function_taking(submission.text, name, made):
        return (
            f"Only within {taking}() is it called so: write here what {taking}() is to get, as the matrices' own names."
        )
    function = function_around(submission.text, made)
    if function and re.search(r"\(\s*self\b", submission.row(function)):
        return f"In {submission.place(made)} it is known to that method alone: write self. before it, there and here."
    if function and function != function_around(submission.text, needed):
        if called := gives_back(submission.text, made, name):
            return f"{called}() gives it back, and nothing keeps it: write {name} = {called}(…) where it is called."
        return f"It is made inside of a function, in {submission.place(made)}, and known only there: have it returned."
    if made > needed and function_around(submission.text, needed):
        return f"It gets a value in {submission.place(made)}: call this function only after that."
    if made > needed:
        return f"It gets a value in {submission.place(made)}, which comes only after this."
    return f"It gets a value in {submission.place(made)}, which is not done yet."


def meant_of_object(stop: Raised, submission: Submission) -> str | None:
    """What a class of the file has by nearly the name that was asked for."""
    unknown = matched(r"AttributeError: '(\w+)' object has no attribute '(\w+)'", stop, submission)
    if unknown is None or not re.search(rf"^class {unknown[1]}\b", submission.text, re.MULTILINE):
        return None
    from difflib import get_close_matches

    known = re.findall(r"(?:\bdef |\bself\.)(\w+)", submission.text)
    if re.search(rf"^[ \t]+{unknown[2]} = ", submission.text, re.MULTILINE):
        return f"In its methods it is called self.{unknown[2]}: write that where it gets its value, too."
    near = get_close_matches(unknown[2], {*known} - {unknown[2]}, n=1, cutoff=0.7)
    return f"Did you mean `{near[0]}`?" if near else None


def meant_of_numpy(stop: Raised, submission: Submission) -> str | None:
    """What NumPy, or an array, has by nearly the name that was asked for."""
    unknown = matched(
        r"AttributeError: (?:module 'numpy(?:\.(random|linalg))?'|'numpy\.(ndarray)' object) has no attribute '(\w+)'|"
        r"ImportError: cannot import name '(\w+)' from 'numpy(?:\.(random|linalg))?'",
        stop,
        submission,
    )
    if unknown is None:
        return None
    from difflib import get_close_matches

    import numpy as np

    module, array, name = unknown[1] or unknown[5], unknown[2], unknown[3] or unknown[4]
    owner = getattr(np, module or array) if module or array else np
    known = [one for one in dir(owner) if not one.startswith("_")]
    same = [one for one in known if one.casefold() == name.casefold()]
    near = same or get_close_matches(name, known, n=MOST_NEAR, cutoff=0.75)
    usual = [one for one in near if one in _USUAL]
    return f"Did you mean `{[*usual, *near][0]}`?" if near else None
