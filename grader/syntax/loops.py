"""The loops of a source: which are around a line, how far they count, and what ends them.

Lines count from 1. Where the source cannot be read as Python, no line has a loop around it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from grader.syntax.lines import split_lines
from grader.syntax.names import names_among, names_by_line
from grader.syntax.tree import AnyFunction, around, last_line, lines_of, nodes_of, returns_something

_Loop = ast.For | ast.AsyncFor | ast.While
_Comprehension = ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp
_LEAVES_OUT = r"range\(\s*(?:0\s*,\s*)?1\b|-\s*1\b|\[1:|:-1\]|\bwhile\b.*<\s*1\b"
_COUNT = r"(?<![\w.])\d{1,6}(?![\w.])"
_COUNTS_FURTHER = r"\+\s*1\b|<="


class EarlyEnd(NamedTuple):
    """A `return` or `break` that ends a loop in its first round. first, last: the lines of the loop."""

    word: str
    line: int
    first: int
    last: int

    @property
    def told(self) -> str:
        """What is wrong with it."""
        return f"This {self.word} stands inside a loop under no condition: it ends the loop in its first round."


def loops_around(source: str, line: int) -> list[int]:
    """The lines that begin the loops around `line`, the innermost first; a loop's head is not within it."""
    loops = (node for node in nodes_of(source) if isinstance(node, _Loop))
    return [loop.lineno for loop in reversed(list(loops)) if line in lines_of(loop.body)]


def loops_leading_to(source: str, line: int) -> set[int]:
    """The lines that begin the loops around `line`, or around a call of the function that it stands in."""
    functions = [node for node in nodes_of(source) if isinstance(node, AnyFunction) and line in lines_of(node.body)]
    called = functions[-1].name if functions else None
    calls = (node for node in nodes_of(source) if isinstance(node, ast.Call))
    places = [line, *(call.lineno for call in calls if called in _named_in(call.func))]
    return {loop for place in places for loop in loops_around(source, place)}


def _named_in(function: ast.expr) -> tuple[str, ...]:
    """What a call calls, by its name or as a method."""
    return tuple(getattr(function, part) for part in ("id", "attr") if hasattr(function, part))


def loop_around(source: str, line: int) -> int:
    """The line that begins the innermost loop around `line`, or `line` itself when there is none."""
    return next(iter(loops_around(source, line)), line)


def while_around(source: str, line: int) -> int:
    """The same for a `while`, whose head is its own: there its condition is asked in every round."""
    loops = (node for node in nodes_of(source) if isinstance(node, ast.While))
    return max((loop.lineno for loop in loops if line in range(loop.lineno, last_line(loop) + 1)), default=line)


def outermost_loop(source: str, line: int) -> int | None:
    """The line that begins the outermost loop around `line`, None when there is none."""
    return next(reversed(loops_around(source, line)), None)


def loop_with_more(source: str, line: int) -> int:
    """The innermost loop around `line` whose head counts furthest, else `line` itself."""
    loops, rows = loops_around(source, line), split_lines(source)
    further = [number for number in loops if re.search(_COUNTS_FURTHER, rows[number - 1])]
    counts = {number: max(map(int, re.findall(_COUNT, rows[number - 1])), default=0) for number in loops}
    most = [number for number in loops if counts[number] == max(counts.values())]
    return (further or most or [line])[0]


def loop_that_leaves_out(source: str, line: int) -> int:
    """The loop at `line` whose head begins late or ends early, else the innermost one, else `line` itself.

    Those around it count, and those within the innermost of these, also in a comprehension.
    """
    around, rows = loops_around(source, line), split_lines(source)
    loops = [*_loops_within(source, line, around), *around]
    odd = [number for number in loops if re.search(_LEAVES_OUT, rows[number - 1])]
    return (odd or loops or [line])[0]


def _loops_within(source: str, line: int, around: Sequence[int]) -> list[int]:
    """The lines with loops and comprehensions within the first of the loops around `line`, the last line first."""
    bodies = [node.body for node in nodes_of(source) if isinstance(node, _Loop) and node.lineno in around[:1]]
    within = lines_of(bodies[0]) if bodies else (line,)
    counting = (node for node in nodes_of(source) if isinstance(node, _Loop | _Comprehension))
    return sorted({node.lineno for node in counting if node.lineno in within}, reverse=True)


def loop_counting(source: str, line: int, name: str) -> int | None:
    """The innermost loop around `line` that counts `name`; None where none does."""
    rows = split_lines(source)
    found = (loop for loop in loops_around(source, line) if re.match(rf"\s*for\s+{name}\s+in\b", rows[loop - 1]))
    return next(found, None)


def beside_its_loop(source: str, line: int) -> tuple[str, int] | None:
    """A name at `line` that counts a loop which has ended above, and the loop that should stand inside of that one.

    None where each name's own loop is around the line, and where such a name was given another value since.
    """
    outer = loops_around(source, line)
    whiles = [node for node in nodes_of(source) if isinstance(node, ast.While) and node.lineno in outer]
    used = names_by_line(source).get(line, set()) - {
        *names_among(part for one in whiles for part in ast.walk(one.test))
    }
    loops = [node for node in nodes_of(source) if isinstance(node, ast.For | ast.AsyncFor)]
    loops.sort(key=lambda loop: (loop.lineno in outer, loop.lineno))
    counted = {name: loop for loop in loops for name in names_among(ast.walk(loop.target)) if loop.lineno < line}
    given = [
        (node.id, node.lineno)
        for node in nodes_of(source)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.lineno < line
    ]
    for name in sorted(used & counted.keys()):
        ended = counted[name]
        if any(other == name and at > last_line(ended) for other, at in given):
            continue
        beside = [loop for loop in outer if loop > ended.lineno]
        if ended.lineno not in outer and beside and line not in lines_of(ended.body):
            return name, beside[-1]
    return None


def used_up(source: str) -> tuple[str, int] | None:
    """What can be gone through only once, as a zip, and is gone through again and again in a loop; with its line."""
    given = (node for node in nodes_of(source) if isinstance(node, ast.Assign) and _is_gone_through_once(node.value))
    once = {node.targets[0].id: node.lineno for node in given if isinstance(node.targets[0], ast.Name)}
    goers = (node for node in nodes_of(source) if isinstance(node, ast.For | ast.comprehension))
    for goer in goers:
        what = goer.iter
        if isinstance(what, ast.Name) and what.id in once:
            line = once[what.id]
            again = {*loops_around(source, what.lineno)} - {*loops_around(source, line)}
            if line < what.lineno and (again or _is_within_another(goer, source)):
                return what.id, line
    return None


def _is_within_another(goer: ast.AST, source: str) -> bool:
    """Whether a part of a comprehension stands within another comprehension."""
    comprehensions = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    return sum(isinstance(one, comprehensions) for one in around(source, goer)) > 1


def _is_gone_through_once(value: ast.expr) -> bool:
    match value:
        case (
            ast.Call(func=ast.Name(id="zip" | "map" | "filter" | "reversed" | "enumerate" | "iter"))
            | ast.GeneratorExp()
        ):
            return True
    return False


def early_ends(source: str) -> list[EarlyEnd]:
    """Returns and breaks that stand in a loop's body under no condition."""
    loops = (node for node in nodes_of(source) if isinstance(node, _Loop))
    steps = ((loop, step) for loop in loops for step in loop.body)
    return [
        EarlyEnd("break" if isinstance(step, ast.Break) else "return", step.lineno, loop.lineno, last_line(loop))
        for loop, step in steps
        if isinstance(step, ast.Break) or returns_something(step)
    ]


def early_end_around(source: str, lines: Iterable[int]) -> EarlyEnd | None:
    """The first of them that ends a loop in which one of the lines stands."""
    inside = list(lines)
    return next((one for one in early_ends(source) if any(one.first <= line <= one.last for line in inside)), None)


def ways_out_of(source: str, line: int) -> list[tuple[int, str]]:
    """What leaves the loop that begins at that line, by line: a `break` of its own, or a `return` anywhere in it."""
    loop = next((node for node in nodes_of(source) if isinstance(node, _Loop) and node.lineno == line), None)
    waiting: list[tuple[ast.AST, bool]] = [(node, True) for node in loop.body] if loop else []
    found = []
    while waiting:
        node, own = waiting.pop()
        if isinstance(node, ast.Return) or (own and isinstance(node, ast.Break)):
            found.append((node.lineno, "return" if isinstance(node, ast.Return) else "break"))
        if not isinstance(node, AnyFunction | ast.ClassDef):
            waiting += [(child, own and not isinstance(node, _Loop)) for child in ast.iter_child_nodes(node)]
    return sorted(found)


def true_at_the_first(source: str) -> list[tuple[int, int]]:
    """Where a loop asks whether two things are equal, and answers True for all of them when they are: both lines."""
    loops = [node for node in nodes_of(source) if isinstance(node, _Loop)]
    asked = {id(node): node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.If)}
    found = []
    for node in asked.values():
        equal = any(isinstance(part, ast.Eq) for part in ast.walk(node.test))
        answers = [step for step in node.body if _answers(step)] if equal and not node.orelse else []
        if not equal and any(isinstance(part, ast.NotEq) for part in ast.walk(node.test)):
            answers = [step for step in node.orelse if isinstance(step, ast.Return) and _answers(step)]
        found += [(node.lineno, answer.lineno) for answer in answers[:1]]
    return sorted(found)


def always_true_since(source: str, line: int) -> tuple[str, int] | None:
    """The name that gets True at a line, where it had that before and is never given anything else; with its line."""
    given = [
        node for node in nodes_of(source) if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.For)
    ]
    named = [(name, node) for node in given for name in _targets_of(node)]
    for name in (name for name, node in named if node.lineno == line):
        mine = [node for other, node in named if other == name]
        always = all(isinstance(node, ast.Assign) and _is_true(node.value) for node in mine)
        if always and min(node.lineno for node in mine) < line:
            return name, min(node.lineno for node in mine)
    return None


def _targets_of(node: ast.Assign | ast.AugAssign | ast.AnnAssign | ast.For) -> list[str]:
    """The names that a statement gives something to."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]


def _is_true(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is True


def _answers(step: ast.stmt) -> bool:
    """Whether a statement settles that something is so: it gives True, or leaves the loop."""
    if isinstance(step, ast.Break):
        return True
    settled = step.value if isinstance(step, ast.Return | ast.Assign) else None
    return isinstance(settled, ast.Constant) and settled.value is True
