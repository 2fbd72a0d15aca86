"""Whose shape a file shows: what a name held when its `shape` was read, and what to say of one that is no array's."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from grader.check import Wrong
from grader.evidence.printed import mentions, written
from grader.recording.events import Site
from grader.submission import Submission
from grader.syntax.comparisons import only_compares
from grader.syntax.scopes import scope_of
from grader.syntax.shapes import given_to_objects, lengths_read, measured_at, shapes_alone, shapes_beside_texts
from grader.syntax.telling import reads_shape, said_at
from grader.trace import Array, Sight, Trace

_TWO_LENGTHS = r"[\[(]? {0,9}(\d{1,9}) {0,9}, {0,9}(\d{1,9}) {0,9}[\])]?"
_IN_BRACES = r"(?P<expression>\{(?P<name>\w{0,40})[\w.\[\]]{0,40}shape[^{}]{0,20}\})"
_IN_QUOTES = r"\A\s*(?P<expression>(?P<name>[^\W\d]\w{0,30})\.shape)\s*\Z"
_SHAPE_OF = r"""(?<![\w.\])])(\w[\w.]{0,80}(?:\[["']?\w{1,40}["']?\])?)\.shape\b"""
"""`C.shape`, `self.C.shape`, `d["C"].shape`."""


@functools.lru_cache(maxsize=32)
def shown(trace: Trace, shape: tuple[int, int], submission: Submission) -> Sequence[Sight]:
    """The arrays of that shape whose `shape` was read or compared by a name, where each got its name or was filled."""
    sized = {sight.site.line for sight in trace.sights if sight.how == "bind" and _takes_a_shape(sight, shape)}
    read = [
        (use.site, use.order)
        for use in trace.sights
        if use.how == "used" and _is(use.array, shape) and use.site.line not in sized
    ]
    read += [(pair.site, pair.order) for pair in trace.comparisons if _is(pair.left, shape) or _is(pair.right, shape)]
    held = (array for site, order in read for array in _held_by(site, order, trace, submission))
    return [sight for sight in held if sight.array.shape == shape]


def shown_at(line: int, order: int, trace: Trace, submission: Submission) -> list[Sight]:
    """The same of one line, up to a moment; none where another shape may be shown there, too."""
    row = submission.row(line)
    uses = [use for use in trace.sights if use.how == "used" and use.site.line == line and use.order < order]
    read = {use.site.id for use in uses if re.search(_SHAPE_OF, use.site.text)}
    if not row.count("shape") == len(re.findall(_SHAPE_OF, row)) == len(read):
        return []
    held = [list(_held_by(use.site, use.order, trace, submission)) for use in uses if use.site.id in read]
    return [array for arrays in held for array in arrays] if all(held) else []


def _held_by(site: Site, order: int, trace: Trace, submission: Submission) -> Iterator[Sight]:
    """What the names held then whose `shape` is read at a place, where each got its array or was filled."""
    for name in map(_with_double_quotes, re.findall(_SHAPE_OF, site.text)):
        variable = re.split(r"\W", name)[0]
        scope = scope_of(submission.text, variable, site.line)
        held = [
            sight
            for sight in trace.sights
            if sight.order < order
            and sight.how in ("bind", "changed")
            and name in map(_with_double_quotes, sight.site.names)
            and scope_of(submission.text, variable, sight.site.line) == scope
        ]
        yield from held[-1:]


def _with_double_quotes(place: str) -> str:
    """A place's name, whichever quotes a key has in it."""
    return place.replace("'", '"')


def _takes_a_shape(sight: Sight, shape: tuple[int, int]) -> bool:
    """Whether an array is made with the shape of another one: `np.zeros(h.shape)`."""
    return sight.array.shape == shape and re.search(_SHAPE_OF, sight.site.text) is not None


def shown_as_text(trace: Trace, is_about: Callable[[Array], bool]) -> Wrong | None:
    """What to say of `h.shape` that was printed as it stands; None where none was.

    is_about: whether an array that is called so is one whose shape is asked for; what has no such name may be.
    """
    for part in trace.prints:
        for pattern, explain in ((_IN_BRACES, _unfilled), (_IN_QUOTES, _quoted)):
            found = re.search(pattern, part.text)
            if found and _may_be_about(trace, found["name"], part.order, is_about):
                return explain(found["expression"], part.line)
    return None


def _may_be_about(trace: Trace, name: str, order: int, is_about: Callable[[Array], bool]) -> bool:
    """Whether the array that had a name at a moment is such a one, or there was none."""
    held = [sight.array for sight in trace.sights if sight.order < order and name in sight.site.names]
    return not held or is_about(held[-1])


def refuse_shape_of_no_array(trace: Trace, shape: tuple[int, int], hint: str) -> None:
    """Raise Wrong when a shape is printed that no array has, and an object of a class of the file's own does."""
    if trace.arrays(*shape) or not mentions(trace, shape):
        return
    for line in given_to_objects(trace.source)[:1]:
        raise Wrong(
            "Objects of this class have a shape that is given to them: nothing is multiplied.",
            line=line,
            hint=hint,
            misconception="shape-only-fake",
        )


def _unfilled(expression: str, line: int) -> Wrong:
    return Wrong(
        f"{expression} is printed as it stands.",
        line=line,
        says="Python fills in what stands in braces only where an f stands before the text.",
        hint=f'print(f"{expression}")',
        misconception="shape-not-printed",
    )


def _quoted(expression: str, line: int) -> Wrong:
    return Wrong(
        f"{expression} is printed as it stands.",
        line=line,
        says="In quotes it is a text, and nothing is looked up.",
        hint=f"print({expression})",
        misconception="shape-not-printed",
    )


def shape_alone(submission: Submission, names: set[str], hint: str) -> Wrong | None:
    """What to say of a shape of these names that is read, or compared, on a line of its own; None where none is."""
    for lines, what in (
        (shapes_alone(submission.text), "shape"),
        (sorted(only_compares(submission.text)), "comparison"),
    ):
        line = next((line for line in lines if names & measured_at(submission.text, line)), None)
        if line and not submission.cells:
            return Wrong(
                f"This {what} stands alone on its line, and nothing shows it.",
                line=line,
                says="Only a notebook shows what the last line of a cell gives.",
                hint=hint,
                misconception="shape-not-printed",
            )
    return None


def refuse_compared_as_text(submission: Submission) -> None:
    """Raise Wrong when a shape is compared with a text."""
    for compared in shapes_beside_texts(submission.text)[:1]:
        lengths = re.fullmatch(_TWO_LENGTHS, compared.text)
        raise Wrong(
            "A shape is never equal to a text: it is two numbers.",
            line=compared.line,
            hint=f"{compared.shape} == ({lengths[1]}, {lengths[2]})" if lengths else "Compare it with the two numbers.",
            misconception="shape-not-printed",
        )


def not_taken(submission: Submission, line: int, shape: tuple[int, int], *, keeps: str, says: str) -> Wrong:
    """What to say of a shape that is printed at `line`, and stays as it is when the array has another one.

    keeps, says: what is said where some array's `shape` is read there, so that no text was typed.
    """
    misconception = "shape-printed-as-literal"
    refuse_compared_as_text(submission)
    read = lengths_read(submission.text, line)
    if read is not None and len(read) == 1:
        return Wrong(
            "One of these two numbers is typed.",
            line=line,
            says="It stays the same whatever the array's shape is.",
            misconception=misconception,
        )
    if reads_shape(submission.text, line) and not written(said_at(submission.text, line), shape):
        return Wrong(keeps, line=line, says=says, misconception=misconception)
    return Wrong("This shape was not taken from an array.", line=line, misconception=misconception)


def _is(value: object, shape: tuple[int, int]) -> bool:
    numbers = np.asarray(value)
    return numbers.size == len(shape) and bool(numbers.tolist() == list(shape))
