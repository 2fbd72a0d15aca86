"""Which statements stand around a line of a submission: branches, conditions, what catches errors.

Lines count from 1. Where the source cannot be read as Python, no line has anything around it.
"""

from __future__ import annotations

import ast
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from types import UnionType

from grader.syntax.tree import AnyFunction, Leaving, blocks_of, last_line, lines_of, nodes_of, tree_of, written_out

_Around = ast.If | ast.For | ast.AsyncFor | ast.While | AnyFunction
_ASSIGNED = r"\s*([^\W\d]\w*)\s*=(?!=)"


def block_at(source: str, line: int) -> range:
    """The lines of the statement that begins at `line`, from that line on, without an `else` of it."""
    bodies = (getattr(node, "body", None) or [node] for node in _begun_at(source, line))
    return range(line, max((lines_of(body).stop for body in bodies), default=line + 1))


def branches_at(source: str, line: int) -> list[int]:
    """The lines of the two branches of an `if` at `line`; none when there is no `if`."""
    found = (node for node in _begun_at(source, line) if isinstance(node, ast.If))
    return [number for node in found for body in (node.body, node.orelse) for number in lines_of(body)]


def if_right_before(source: str, line: int) -> int:
    """The line of an `if` without an `else` that stands right before the statement at `line`; 0 without one."""
    return _by_what_follows(source).get(line, 0)


@functools.lru_cache(maxsize=1)
def _by_what_follows(source: str) -> dict[int, int]:
    """Each `if` without an `else`, by the line of the statement right after it."""
    pairs = (pair for block in blocks_of(source) for pair in itertools.pairwise(block))
    return {other.lineno: one.lineno for one, other in pairs if isinstance(one, ast.If) and not one.orelse}


def handlers_in(source: str) -> list[int]:
    """The lines on which what catches an exception begins to do something."""
    return [node.body[0].lineno for node in nodes_of(source) if isinstance(node, ast.ExceptHandler)]


def swallowed_at(source: str, line: int) -> int:
    """The line that catches what an assert at `line` raises, where nothing is told of it; 0 without one."""
    asserted = any(isinstance(node, ast.Assert) and node.lineno == line for node in nodes_of(source))
    tries = [node for node in nodes_of(source) if isinstance(node, ast.Try) and line in lines_of(node.body)]
    handlers = tries[-1].handlers if asserted and tries else []
    silent = (one for one in handlers if all(isinstance(step, ast.Pass) for step in one.body))
    return next((one.lineno for one in silent), 0)


def says_the_same_at(source: str, line: int) -> bool:
    """Whether both branches of an `if` at a line do the same, or both sides of an `if … else` within a statement."""
    within = (node for node in nodes_of(source) if isinstance(node, ast.IfExp) and node.lineno == line)
    if any(_alike([node.body], [node.orelse]) for node in within):
        return True
    found = (node for node in _begun_at(source, line) if isinstance(node, ast.If) and node.orelse)
    return any(_alike(node.body, node.orelse) for node in found)


def _alike(some: Sequence[ast.AST], others: Sequence[ast.AST]) -> bool:
    one, other = ([written_out(step) for step in steps] for steps in (some, others))
    return one == other and all(one)


def left_out_after(source: str, line: int) -> int:
    """How many statements of the innermost `try` around a line come after it: what stops there leaves them out."""
    tries = [node for node in nodes_of(source) if isinstance(node, ast.Try) and line in lines_of(node.body)]
    innermost = max(tries, key=lambda node: node.lineno, default=None)
    parts = (part for step in innermost.body for part in ast.walk(step)) if innermost else ()
    return sum(isinstance(part, ast.stmt) and part.lineno > line for part in parts)


def condition_of(source: str, line: int) -> int:
    """The line of the `if` that `line` depends on, or of the assert right before it, or `line` itself."""
    before = [node for node in _statements(source) if last_line(node) < line]
    last = max(reversed(before), key=last_line, default=None)
    if isinstance(last, ast.Assert):
        return last.lineno
    around = [node for node in _statements(source) if isinstance(node, _Around) and line in lines_of(_within(node))]
    innermost = around[-1] if around else None
    return innermost.lineno if isinstance(innermost, ast.If) and line in lines_of(innermost.body) else line


def if_around(source: str, line: int) -> int:
    """The line of the innermost `if` in a branch of which a line stands, its `else` among them; 0 without one."""
    found = (node for node in nodes_of(source) if isinstance(node, ast.If) and not _is_guard(node))
    return max((node.lineno for node in found if line in lines_of(_within(node))), default=0)


def is_conditional(source: str, line: int) -> bool:
    """Whether a line stands in a branch of an `if`, or in what catches an error; `if __name__ …` is always so."""
    branching = (node for node in nodes_of(source) if isinstance(node, ast.If | ast.ExceptHandler))
    return any(line in lines_of(_within(node)) for node in branching if not _is_guard(node))


def is_never_reached(source: str, line: int) -> bool:
    """Whether what stands at a line comes below a `return`, a `raise`, a `break` or a `continue` of its own block."""
    return any(line in range(step.lineno, last_line(step) + 1) for step in never_reached(source))


def never_reached(source: str, below: type[ast.stmt] | UnionType = Leaving) -> Iterator[ast.stmt]:
    """The statements that stand below what leaves their block: below a statement of one of these kinds."""
    for block in blocks_of(source):
        from_there = itertools.dropwhile(lambda step: not isinstance(step, below), block)
        yield from itertools.islice(from_there, 1, None)


def _is_guard(node: ast.If | ast.ExceptHandler) -> bool:
    test = node.test if isinstance(node, ast.If) else None
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"


def name_assigned_in(row: str) -> str | None:
    """The name that a row begins by giving a value to."""
    assigned = re.match(_ASSIGNED, row)
    return assigned.group(1) if assigned else None


def sign_behind_equals(row: str) -> re.Match[str] | None:
    """`name =+ value` in a row, which gives a value with a sign where `+=` was meant: the name, and the sign."""
    return re.match(r"\s*([^=#'\"]+?)\s*=([-+])(?=\s*[\w(])", row)


def ends_at(source: str, line: int) -> bool:
    """Whether the last statement begins at that line, or before it; not so for what cannot be read."""
    return 0 < max((node.lineno for node in nodes_of(source) if isinstance(node, ast.stmt)), default=0) <= line


def tuples_of_one(source: str) -> dict[int, str]:
    """The lines that give a name a tuple of one thing, for a comma stands at their end; with the name."""
    found: dict[int, str] = {}
    for node in nodes_of(source):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple(elts=[_])):
                found[node.lineno] = name
    return found


def something_follows(source: str, line: int) -> bool:
    """Whether anything is still to be done when the statement at a line has stopped; also of what cannot be read.

    Within a function that is the rest of it, and what stands below the last that speaks of the function.
    """
    tree = tree_of(source)
    around = [node for node in _statements(source) if line in range(node.lineno, last_line(node) + 1)]
    if tree is None or not around:
        return True
    function = next((node for node in around if isinstance(node, AnyFunction)), None)
    if function is None:
        return _goes_on_in((tree, *around), line)
    speaking = [node for node in tree.body if node.lineno > line and _speaks_of(node, function.name)]
    called = max((last_line(node) for node in speaking), default=line)
    return _goes_on_in(around[around.index(function) :], line) or called < tree.body[-1].lineno


def _goes_on_in(nodes: Iterable[ast.AST], line: int) -> bool:
    """Whether a statement stands behind the one at a line, or behind one around it, in the same block of these."""
    blocks = [value for node in nodes for _, value in ast.iter_fields(node) if isinstance(value, list)]
    return any(
        line in range(part.lineno, last_line(part) + 1) and last_line(part) < block[-1].lineno
        for block in blocks
        for part in block
        if isinstance(part, ast.stmt)
    )


def _speaks_of(statement: ast.stmt, name: str) -> bool:
    """Whether a statement reads a function's, or a method's, name."""
    return any(name in (getattr(node, "id", ""), getattr(node, "attr", "")) for node in ast.walk(statement))


@functools.lru_cache(maxsize=1)
def _statements(source: str) -> Sequence[ast.stmt]:
    """All statements, those around others before them."""
    return [node for node in nodes_of(source) if isinstance(node, ast.stmt)]


def _begun_at(source: str, line: int) -> Sequence[ast.stmt]:
    return _by_first_line(source).get(line, ())


@functools.lru_cache(maxsize=1)
def _by_first_line(source: str) -> dict[int, list[ast.stmt]]:
    found: dict[int, list[ast.stmt]] = {}
    for node in _statements(source):
        found.setdefault(node.lineno, []).append(node)
    return found


def _within(node: _Around | ast.ExceptHandler) -> list[ast.stmt]:
    """The statements within a compound one, those of its `else` among them."""
    return [*node.body, *getattr(node, "orelse", ())]
