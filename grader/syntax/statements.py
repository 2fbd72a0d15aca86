"""Which statements stand around a line of a submission: loops, branches, conditions. Told by the syntax tree.

Lines count from 1. Where the source cannot be read as Python, no line has anything around it.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Sequence

from grader.syntax.lines import split_lines
from grader.syntax.source import nodes_of, own_nodes

_Loop = ast.For | ast.AsyncFor | ast.While
_Around = ast.If | _Loop | ast.FunctionDef | ast.AsyncFunctionDef
_ASSIGNED = r"\s*([^\W\d]\w*)\s*=(?!=)"
_LEAVES_OUT = r"range\(\s*1\b|-\s*1\b|\[1:|:-1\]|\bwhile\b.*<\s*1\b"
_COUNT = r"(?<![\w.])\d{1,6}(?![\w.])"
_COUNTS_FURTHER = r"\+\s*1\b|<="


def loops_around(source: str, line: int) -> list[int]:
    """The lines that begin the loops around `line`, the innermost first; a loop's head is not within it."""
    loops = (node for node in nodes_of(source) if isinstance(node, _Loop))
    return [loop.lineno for loop in reversed(list(loops)) if line in _lines_of(loop.body)]


def loop_around(source: str, line: int) -> int:
    """The line that begins the innermost loop around `line`, or `line` itself when there is none."""
    return next(iter(loops_around(source, line)), line)


def while_around(source: str, line: int) -> int:
    """The same for a `while`."""
    loops = (node for node in nodes_of(source) if isinstance(node, ast.While))
    return max((loop.lineno for loop in loops if line in _lines_of(loop.body)), default=line)


def outermost_loop(source: str, line: int) -> int | None:
    """The line that begins the outermost loop around `line`, None when there is none."""
    return next(reversed(loops_around(source, line)), None)


def loop_with_more(source: str, line: int) -> int:
    """The loop around `line` whose head counts one further, else the innermost one, else `line` itself."""
    loops, rows = loops_around(source, line), split_lines(source)
    further = [number for number in loops if re.search(_COUNTS_FURTHER, rows[number - 1])]
    counts = {number: max(map(int, re.findall(_COUNT, rows[number - 1])), default=0) for number in loops}
    most = [number for number in loops if counts[number] == max(counts.values())]
    return (further or (most if len(most) == 1 else loops) or [line])[0]


def loop_that_leaves_out(source: str, line: int) -> int:
    """The loop around `line` whose head begins late or ends early, else the innermost one, else `line` itself."""
    loops, rows = loops_around(source, line), split_lines(source)
    odd = [number for number in loops if re.search(_LEAVES_OUT, rows[number - 1])]
    return (odd or loops or [line])[0]


def function_around(source: str, line: int) -> int:
    """The line that begins the innermost function around `line`; 0 outside of all."""
    return max((begins for begins, lines in _functions_of(source) if line in lines), default=0)


def function_of(source: str, line: int) -> int:
    """`line` where a function begins there, else the line that begins the innermost one around it; 0 outside of all."""
    return line if any(begins == line for begins, _ in _functions_of(source)) else function_around(source, line)


def scope_of(source: str, name: str, line: int) -> int:
    """The line that begins the function whose own variable `name` is at `line`; 0 where it is everyone's."""
    around = (begins for begins, lines in _functions_of(source) if line in lines)
    own = _own_variables(source)
    return max((begins for begins in around if name in own[begins]), default=0)


@functools.lru_cache(maxsize=4)
def _own_variables(source: str) -> dict[int, set[str]]:
    """What each function is given, or gives a value to without saying that it is another one's variable."""
    found: dict[int, set[str]] = {}
    for function in nodes_of(source):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            own = list(own_nodes(function))
            arguments = (node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg))
            given = (node.id for node in own if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
            others = (name for node in own if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names)
            found[function.lineno] = {*arguments, *given}.difference(others)
    return found


def takes_nothing(source: str, line: int) -> bool:
    """Whether the function that begins at `line`, or stands around it, is given nothing, as `main()` is."""
    function = _definition(source, line)
    return function is not None and not function.args.args


def _definition(source: str, line: int) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The function that begins at `line`, or stands around it."""
    begins = function_of(source, line)
    functions = (node for node in nodes_of(source) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return next((node for node in functions if node.lineno == begins), None)


def filled_for_the_caller(source: str, line: int, name: str) -> bool:
    """Whether a parameter of the function around `line` is a variable of its caller's, which is read after the call."""
    function = _definition(source, line)
    parameters = [one.arg for one in (*function.args.posonlyargs, *function.args.args)] if function else []
    if function is None or name not in parameters:
        return False
    for call in (node for node in nodes_of(source) if isinstance(node, ast.Call)):
        bound = isinstance(call.func, ast.Attribute) and parameters[0] in ("self", "cls")
        called = getattr(call.func, "attr", getattr(call.func, "id", None))
        given = [*([None] if bound else []), *call.args]
        value = dict(zip(parameters, given, strict=False)).get(name)
        value = next((keyword.value for keyword in call.keywords if keyword.arg == name), value)
        if called == function.name and isinstance(value, ast.Name) and _is_read_after(source, value):
            return True
    return False


def _is_read_after(source: str, variable: ast.Name) -> bool:
    """Whether the next that is done with a variable, further down, is to read it."""
    uses = (node for node in nodes_of(source) if isinstance(node, ast.Name) and node.id == variable.id)
    later = sorted((use for use in uses if use.lineno > variable.lineno), key=lambda use: (use.lineno, use.col_offset))
    return bool(later) and isinstance(later[0].ctx, ast.Load)


@functools.lru_cache(maxsize=4)
def _functions_of(source: str) -> tuple[tuple[int, range], ...]:
    """The functions: the line that begins each, and those of its body."""
    functions = (node for node in nodes_of(source) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return tuple((node.lineno, _lines_of(node.body)) for node in functions)


def block_at(source: str, line: int) -> range:
    """The lines of the statement that begins at `line`, from that line on, without an `else` of it."""
    bodies = (getattr(node, "body", None) or [node] for node in _statements(source) if node.lineno == line)
    return range(line, max((_lines_of(body).stop for body in bodies), default=line + 1))


def branches_at(source: str, line: int) -> list[int]:
    """The lines of the two branches of an `if` at `line`; none when there is no `if`."""
    found = (node for node in _statements(source) if isinstance(node, ast.If) and node.lineno == line)
    return [number for node in found for body in (node.body, node.orelse) for number in _lines_of(body)]


def handlers_in(source: str) -> list[int]:
    """The lines on which what catches an exception begins to do something."""
    return [node.body[0].lineno for node in nodes_of(source) if isinstance(node, ast.ExceptHandler)]


def left_out_after(source: str, line: int) -> int:
    """How many statements of the innermost `try` around a line come after it: what stops there leaves them out."""
    tries = [node for node in nodes_of(source) if isinstance(node, ast.Try) and line in _lines_of(node.body)]
    innermost = max(tries, key=lambda node: node.lineno, default=None)
    parts = (part for step in innermost.body for part in ast.walk(step)) if innermost else ()
    return sum(isinstance(part, ast.stmt) and part.lineno > line for part in parts)


def condition_of(source: str, line: int) -> int:
    """The line of the `if` that `line` depends on, or of the assert right before it, or `line` itself."""
    before = [node for node in _statements(source) if _last_line(node) < line]
    last = max(reversed(before), key=_last_line, default=None)
    if isinstance(last, ast.Assert):
        return last.lineno
    around = [node for node in _statements(source) if isinstance(node, _Around) and line in _lines_of(_within(node))]
    innermost = around[-1] if around else None
    return innermost.lineno if isinstance(innermost, ast.If) and line in _lines_of(innermost.body) else line


def name_assigned_in(row: str) -> str | None:
    """The name that a row begins by giving a value to."""
    assigned = re.match(_ASSIGNED, row)
    return assigned.group(1) if assigned else None


def _statements(source: str) -> Iterator[ast.stmt]:
    """All statements, those around others before them."""
    return (node for node in nodes_of(source) if isinstance(node, ast.stmt))


def _within(node: _Around) -> list[ast.stmt]:
    """The statements within a compound one, those of its `else` among them."""
    return [*node.body, *getattr(node, "orelse", ())]


def _lines_of(body: Sequence[ast.stmt]) -> range:
    return range(body[0].lineno, _last_line(body[-1]) + 1) if body else range(0)


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
