"""What a submission's source says of itself, read as a syntax tree; nothing of it is run."""

from __future__ import annotations

import ast
import contextlib
import copy
import functools
import io
import re
import tokenize
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from grader.syntax.lines import split_lines

MAX_SOURCE = 100_000
_NAME = r"[^\W\d]\w*"

_INSIDES = frozenset({
    "__code__", "co_consts", "__closure__", "cell_contents", "f_back", "f_globals", "f_locals", "f_builtins",
    "__globals__", "gi_frame", "cr_frame", "ag_frame", "tb_frame", "__self__", "__wrapped__", "_current_line",
    "_recorder", "get_instructions", "Bytecode",
})  # fmt: skip

_LONGEST_NAME = 40

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Loop = ast.For | ast.AsyncFor | ast.While


class LostResult(NamedTuple):
    """A call whose value is used, of a function that gives none."""

    function: str
    line: int


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


class Function(NamedTuple):
    """A function: the names that it uses, whether it yields, whether a call of it stands in the source.

    only_gives: it takes something and gives something, and says nothing itself.
    """

    uses: frozenset[str]
    yields: bool
    called: bool
    only_gives: bool


def names_in(text: str) -> set[str]:
    """The words of a piece of source that can be names."""
    return set(re.findall(_NAME, text))


def tree_of(source: str) -> ast.Module | None:
    """The syntax tree; None for what Python cannot read, and for what is too long to be looked at."""
    if len(source) > MAX_SOURCE:
        return None
    try:
        with warnings.catch_warnings():
            # Of an odd escape in a text: not for the instructor to read, and no error under -W error.
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class Walked(NamedTuple):
    """The nodes of a syntax tree, those above before those below, and what stands right above each, by its identity."""

    nodes: Sequence[ast.AST]
    parents: Mapping[int, ast.AST]


@functools.lru_cache(maxsize=1)
def walked(source: str) -> Walked:
    """A source's syntax tree; without nodes when there is none."""
    tree = tree_of(source)
    nodes: list[ast.AST] = [tree] if tree else []
    parents: dict[int, ast.AST] = {}
    for node in nodes:
        for child in ast.iter_child_nodes(node):
            # A list that is gone through goes on with what is appended to it.
            nodes.append(child)
            parents[id(child)] = node
    return Walked(nodes, parents)


def nodes_of(source: str) -> Sequence[ast.AST]:
    """The nodes of its syntax tree, those above before those below; none when there is no tree."""
    return walked(source).nodes


def lost_results(source: str) -> list[LostResult]:
    """Calls of functions without a `return`, where something is done with what they give."""
    nodes = nodes_of(source)
    functions = [node for node in nodes if isinstance(node, _Function)]
    giving = {function.name for function in functions if _gives(function)}
    # What a coroutine gives is not what calling it gives.
    silent = {function.name for function in functions if isinstance(function, ast.FunctionDef)} - giving
    alone = set(map(id, standing_alone(source)))
    calls = (node for node in nodes if isinstance(node, ast.Call) and id(node) not in alone)
    found = [LostResult(_name(call.func), call.lineno) for call in calls if _name(call.func) in silent]
    return sorted(found, key=lambda one: one.line)


def functions_in(source: str) -> dict[str, Function]:
    """The functions and methods of a source, by name."""
    nodes = nodes_of(source)
    calls = {_name(node.func) for node in nodes if isinstance(node, ast.Call)}
    return {node.name: _function(node, node.name in calls) for node in nodes if isinstance(node, _Function)}


def _function(node: _Function, called: bool) -> Function:
    own = list(own_nodes(node))
    names = set(names_among(own))
    speaks = "print" in names or any(isinstance(part, ast.Assert) for part in own)
    return Function(
        uses=frozenset(names | {part.attr for part in own if isinstance(part, ast.Attribute)}),
        yields=any(isinstance(part, ast.Yield | ast.YieldFrom) for part in own),
        called=called,
        only_gives=bool(node.args.args) and _gives(node) and not speaks,
    )


def early_ends(source: str) -> list[EarlyEnd]:
    """Returns and breaks that stand in a loop's body under no condition."""
    loops = [node for node in nodes_of(source) if isinstance(node, _Loop)]
    return [
        EarlyEnd("return" if _returns(step) else "break", step.lineno, loop.lineno, loop.end_lineno or step.lineno)
        for loop in loops
        for step in loop.body
        if _returns(step) or isinstance(step, ast.Break)
    ]


@functools.lru_cache(maxsize=4)
def code_lines(text: str) -> Sequence[str]:
    """The same lines without what only stands there for people: comments. As they are where Python cannot read them."""
    rows = split_lines(text)
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(rows)).readline):
            if token.type == tokenize.COMMENT:
                row, column = token.start
                rows[row - 1] = rows[row - 1][:column]
    except (tokenize.TokenError, SyntaxError, ValueError):
        return split_lines(text)
    return rows


def ways_out_of(source: str, line: int) -> list[tuple[int, str]]:
    """What leaves the loop that begins at that line, by line: a `break` of its own, or a `return` anywhere in it."""
    loop = next((node for node in nodes_of(source) if isinstance(node, _Loop) and node.lineno == line), None)
    waiting: list[tuple[ast.AST, bool]] = [(node, True) for node in loop.body] if loop else []
    found = []
    while waiting:
        node, own = waiting.pop()
        if isinstance(node, ast.Return) or (own and isinstance(node, ast.Break)):
            found.append((node.lineno, "return" if isinstance(node, ast.Return) else "break"))
        if not isinstance(node, _Function | ast.ClassDef):
            waiting += [(child, own and not isinstance(node, _Loop)) for child in ast.iter_child_nodes(node)]
    return sorted(found)


def early_end_around(source: str, lines: Iterable[int]) -> EarlyEnd | None:
    """The first of them that ends a loop in which one of the lines stands."""
    inside = list(lines)
    return next((one for one in early_ends(source) if any(one.first <= line <= one.last for line in inside)), None)


def true_at_the_first(source: str) -> list[tuple[int, int]]:
    """Where a loop asks whether two things are equal, and answers True for all of them when they are: both lines."""
    loops = [node for node in nodes_of(source) if isinstance(node, _Loop)]
    asked = {id(node): node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.If)}
    found = []
    for node in asked.values():
        equal = any(isinstance(part, ast.Eq) for part in ast.walk(node.test))
        answers = [step for step in node.body if _answers(step)] if equal and not node.orelse else []
        found += [(node.lineno, answer.lineno) for answer in answers[:1]]
    return sorted(found)


def _answers(step: ast.stmt) -> bool:
    """Whether a statement settles that something is so: it gives True, or leaves the loop."""
    if isinstance(step, ast.Break):
        return True
    settled = step.value if isinstance(step, ast.Return | ast.Assign) else None
    return isinstance(settled, ast.Constant) and settled.value is True


def ends_at(source: str, line: int) -> bool:
    """Whether the last statement begins at that line, or before it; not so for what cannot be read."""
    return 0 < max((node.lineno for node in nodes_of(source) if isinstance(node, ast.stmt)), default=0) <= line


def for_nothing(source: str) -> set[tuple[int, int]]:
    """Where expressions begin with which nothing is done: `A.T @ B` on a line of its own. Line and column."""
    return {
        (node.lineno, node.col_offset)
        for node in standing_alone(source)
        if isinstance(node, ast.BinOp) or (isinstance(node, ast.Call) and _only_gives(node))
    }


def _only_gives(call: ast.Call) -> bool:
    """Whether it is a call that does nothing but give a product: `np.dot(A.T, B)`, also where `out` is a copy."""
    keeps = [given.value for given in call.keywords if given.arg in ("out", None)]
    match call.func:
        case ast.Attribute(value=ast.Name(id="np" | "numpy"), attr="dot" | "matmul"):
            keeps += call.args[2:]
        case ast.Attribute(value=ast.Name(id="np" | "numpy"), attr="einsum" | "tensordot" | "inner"):
            pass
        case ast.Attribute(attr="dot"):
            keeps += call.args[1:]
        case _:
            return False
    return all(isinstance(out, ast.Call) for out in keeps)


def mapped_over(source: str) -> dict[str, int]:
    """The functions that `map` gets, where nothing is done with what it gives; with the line."""
    found: dict[str, int] = {}
    for node in standing_alone(source):
        match node:
            case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=name), *_]):
                found.setdefault(name, node.lineno)
    return found


def said_at(source: str, line: int) -> str:
    """What a line does without giving it a name, as a call of print, the arrays left out whose `shape` it takes.

    All of the line where nothing is only done there; nothing where there is no such line.
    """
    rows = split_lines(source)
    done = [
        node
        for node in nodes_of(source)
        if isinstance(node, ast.Expr) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    with contextlib.suppress(RecursionError):
        told = [written_out(_OnlyShapes().visit(copy.deepcopy(node))) for node in done]
        if all(told) and told:
            return "\n".join(told)
    return rows[line - 1] if 0 < line <= len(rows) else ""


def written_out(node: ast.AST) -> str:
    """A piece of syntax as Python writes it; nothing for what is nested too deeply, or has too many digits."""
    try:
        return ast.unparse(node)
    except (RecursionError, ValueError):
        return ""


def prints_text_alone(source: str, line: int) -> bool:
    """Whether a line is a call of print with nothing but typed texts, without a number in them."""
    for node in nodes_of(source):
        match node:
            case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=[_, *_] as given), lineno=at) if at == line:
                texts = [part.value for part in given if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                return len(texts) == len(given) and not any(mark.isdigit() for text in texts for mark in text)
    return False


def names_by_line(source: str) -> dict[int, set[str]]:
    """The names that are read or given at each line; what stands in texts is none."""
    found: dict[int, set[str]] = {}
    for node in nodes_of(source):
        if isinstance(node, ast.Name):
            found.setdefault(node.lineno, set()).add(node.id)
    return found


def reads_shape(source: str, line: int) -> bool:
    """Whether some object's `shape` is read at that line."""
    attributes = (node for node in nodes_of(source) if isinstance(node, ast.Attribute))
    return any(node.attr == "shape" and node.lineno == line for node in attributes)


class _OnlyShapes(ast.NodeTransformer):
    """Leaves out whose shape it is."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Name("shape") if node.attr == "shape" else self.generic_visit(node)


def looks_inside(source: str) -> int | None:
    """The first line that speaks of what a function, a frame or a generator is made of; None when none does."""
    lines = [
        node.lineno
        for node in nodes_of(source)
        if (isinstance(node, ast.Attribute) and node.attr in _INSIDES)
        or (isinstance(node, ast.Constant | ast.BinOp) and _text_of(node) in _INSIDES)
    ]
    return min(lines, default=None)


def _text_of(node: ast.AST) -> str | None:
    """The text that is written out, or put together of such: `"__co" + "de__"`."""
    match node:
        case ast.Constant(value=str(text)) if len(text) <= _LONGEST_NAME:
            return text
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = _text_of(left), _text_of(right)
            return f"{parts[0]}{parts[1]}" if None not in parts else None
    return None


def unused_classes(source: str) -> dict[str, int]:
    """The classes that nothing outside of them speaks of, by name, with their lines."""
    nodes = nodes_of(source)
    classes = [node for node in nodes if isinstance(node, ast.ClassDef) and node.col_offset == 0]
    used = Counter(names_among(nodes))
    return {
        one.name: one.lineno
        for one in classes
        if not one.decorator_list
        # What unittest finds by itself.
        and not any("TestCase" in written_out(base) for base in one.bases)
        and used[one.name] == list(names_among(ast.walk(one))).count(one.name)
    }


def bound_names(source: str) -> dict[str, int]:
    """The names that a source gives to something, with the line where it first does."""
    found: dict[str, int] = {}
    for node in nodes_of(source):
        names = [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else []
        names += [node.name] if isinstance(node, _Function | ast.ClassDef) else []
        names += [node.arg] if isinstance(node, ast.arg) else []
        if isinstance(node, ast.Import | ast.ImportFrom):
            names += [alias.asname or alias.name.partition(".")[0] for alias in node.names]
        for name in names:
            found[name] = min(found.get(name, node.lineno), node.lineno)  # type: ignore[attr-defined]
    return found


def standing_alone(source: str) -> list[ast.expr]:
    """The expressions that are statements: nothing gets their values."""
    return [node.value for node in nodes_of(source) if isinstance(node, ast.Expr)]


def names_among(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The names that are read or given in some parts of a source."""
    return (node.id for node in nodes if isinstance(node, ast.Name))


def own_nodes(function: _Function) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions and classes in it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _Function | ast.Lambda | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _gives(function: _Function) -> bool:
    """Whether a call of it has a value: what is returned, or a generator. An empty body is still to be written."""
    own = list(own_nodes(function))
    gives = any(isinstance(node, ast.Yield | ast.YieldFrom) or _returns(node) for node in own)
    works = (ast.For, ast.While, ast.Assign, ast.AugAssign)
    return gives or not any(isinstance(node, works) or _computes_for_nothing(node) for node in own)


def _computes_for_nothing(node: ast.AST) -> bool:
    """Whether a statement is nothing but something of NumPy's, or arithmetic: its value is gone."""
    match node:
        case ast.Expr(value=ast.BinOp() | ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy")))):
            return True
    return False


def _returns(node: ast.AST) -> bool:
    return isinstance(node, ast.Return) and node.value is not None


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    # Of another object, the name may be a library's: `np.dot` is not the learner's own `dot`.
    match function:
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name
    return ""
