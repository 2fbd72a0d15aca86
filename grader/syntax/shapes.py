"""Where a source reads shapes and lengths, of what, and whether what it asks of them tells which side is which."""

from __future__ import annotations

import ast
import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from grader.syntax.comparisons import sides
from grader.syntax.tree import is_or, is_print, nodes_of, standing_alone, written_out

_MEASURES = frozenset({"sorted", "set", "frozenset", "sum", "max", "min", "prod", "count", "Counter"})
_GIVES_A_SHAPE = frozenset({"reshape", "resize"})
_AS_WRITTEN = frozenset({"tuple", "list", "str", "array"})
_SIZES = frozenset({"size", "ndim", "nbytes"})
_PERCENT = r"%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]"
_BRACES = r"\{[^{}]*\}"
"""Where a text is filled in."""


def shapes_alone(source: str) -> list[int]:
    """The lines that read a shape and do nothing with it: `h1.shape`."""
    return [node.lineno for node in standing_alone(source) if isinstance(node, ast.Attribute) and node.attr == "shape"]


@functools.lru_cache(maxsize=1)
def shapes_as_they_are(source: str) -> frozenset[int]:
    """The lines that print, or show, shapes and do nothing else with them: `print("C:", C.shape)`.

    Not so for `print(C.reshape(3, 4).shape)`: that shape was typed.
    """
    prints = (node for node in nodes_of(source) if is_print(node))
    parts = [*standing_alone(source), *(part for node in prints for given in node.args for part in _parts_of(given))]
    plain = {id(part) for part in parts if _is_shape(part) and not any(map(_is_reshaped, ast.walk(part)))}
    read = [node for node in nodes_of(source) if isinstance(node, ast.Attribute) and _is_shape(node)]
    return frozenset(node.lineno for node in read) - {node.lineno for node in read if id(node) not in plain}


class ShapeBesideText(NamedTuple):
    """A comparison of a shape with a text, which no shape is equal to: `C.shape == "(3, 4)"`; as written, each."""

    line: int
    shape: str
    text: str


def shapes_beside_texts(source: str) -> list[ShapeBesideText]:
    """Where a source compares a shape with a text."""
    found = []
    for node in nodes_of(source):
        if isinstance(node, ast.Compare):
            shapes = [written_out(side) for side in sides(node) if _is_shape(side)]
            texts = [text for side in sides(node) if (text := _typed_text(side)) is not None]
            found += [ShapeBesideText(node.lineno, *pair) for pair in zip(shapes[:1], texts[:1], strict=False)]
    return found


@functools.lru_cache(maxsize=1)
def gives_shapes(source: str) -> bool:
    """Whether some class of the file has a `shape` of its own, which may say what it likes."""
    for node in nodes_of(source):
        match node:
            case ast.FunctionDef(name="shape") | ast.Attribute(attr="shape", ctx=ast.Store()):
                return True
    return False


def _is_reshaped(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and written_out(node.func).rpartition(".")[2] in _GIVES_A_SHAPE


def _typed_text(side: ast.expr) -> str | None:
    return side.value if isinstance(side, ast.Constant) and isinstance(side.value, str) else None


def looks_within_shapes(source: str) -> dict[int, frozenset[str]]:
    """The lines that look for a number wherever it stands in a shape, with the objects: `3 in C.shape`."""
    compares = (node for node in nodes_of(source) if isinstance(node, ast.Compare) and _is_within(node))
    return {node.lineno: measured_at(source, node.lineno) for node in compares}


def tells_sides(source: str, line: int) -> bool:
    """Whether what is compared at a line is another one for a shape that lies on its side.

    Not so for `C.size == 12`, `sorted(C.shape) == [3, 4]`, `3 in C.shape`, `C.shape[0] in (3, 4)`, `C.shape > (3, 3)`,
    nor for `C.shape in ((3, 4), (4, 3))`. True where nothing is compared there.
    """
    compared = compared_at(source, line)
    if _allows_both(source, line) or _asks_less(source, line):
        return False
    return not compared or not all(map(_tells_no_sides, compared))


def _tells_no_sides(node: ast.Compare) -> bool:
    return any(map(_is_a_measure, sides(node))) or _is_within(node) or _is_at_least(node)


@functools.lru_cache(maxsize=1)
def without_sides(source: str) -> frozenset[int]:
    """The lines at which of every shape only its lengths in order, or the least and the greatest, are asked for."""
    within = (part for node in nodes_of(source) if _is_a_measure_of_lengths(node) for part in ast.walk(node))
    hidden = {id(part) for part in within if _is_shape(part)}
    read = [(id(node), node.lineno) for node in nodes_of(source) if isinstance(node, ast.Attribute) and _is_shape(node)]
    plain = {line for shape, line in read if shape not in hidden}
    return frozenset(line for _, line in read) - plain


def _is_a_measure_of_lengths(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _is_a_measure(node)


def _allows_both(source: str, line: int) -> bool:
    """Whether a shape and the one that lies on its side are both right at a line, with `or` or `in`."""
    parts = (part for node in nodes_of(source) if _is_either(node, line) for part in ast.walk(node))
    pairs = [[*map(written_out, part.elts)] for part in parts if isinstance(part, ast.Tuple) and len(part.elts) == 2]
    return any(pair[::-1] in pairs and pair[0] != pair[1] for pair in pairs)


def _asks_less(source: str, line: int) -> bool:
    """Whether one side of an `or` at a line is true of a shape that lies on its side: `… or C.size == 12`."""
    either = (node for node in nodes_of(source) if is_or(node))
    sides_of = (side for node in either if node.lineno == line for side in node.values)
    return any(isinstance(side, ast.Compare) and _tells_no_sides(side) for side in sides_of)


def _is_either(node: ast.AST, line: int) -> bool:
    within = isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In)
    within = within or (isinstance(node, ast.Call) and written_out(node.func).endswith(".assertIn"))
    return (is_or(node) or within) and getattr(node, "lineno", 0) == line


def lengths_read(source: str, line: int) -> set[int] | None:
    """By which numbers the shapes that are read at a line are subscripted: {0} for `h.shape[0]`.

    None where one is read as a whole, or in another way.
    """
    shapes = {id(node) for node in nodes_of(source) if _is_shape(node) and getattr(node, "lineno", 0) == line}
    found: set[int] = set()
    for node in nodes_of(source):
        match node:
            case ast.Subscript(value=held, slice=ast.Constant(value=int(which))) if id(held) in shapes:
                found.add(which)
                shapes.discard(id(held))
    return None if shapes else found


def beside_the_rows(source: str, line: int) -> tuple[str, str] | None:
    """The texts before and behind the one thing that a print tells, where that is a number of rows.

    As in `print("layer 3:", len(h), "rows")`; None for other lines.
    """
    for node in nodes_of(source):
        if is_print(node) and node.lineno == line:
            parts = [part for argument in node.args for part in _parts_of(argument)]
            values = [at for at, part in enumerate(parts) if not isinstance(part, ast.Constant)]
            if len(values) == 1 and _counts_rows(parts[values[0]]):
                return _text_of(parts[: values[0]]), _text_of(parts[values[0] + 1 :])
    return None


def _text_of(parts: list[ast.expr]) -> str:
    return " ".join(_constant_in(part) for part in parts if isinstance(part, ast.Constant))


def _constant_in(part: ast.Constant) -> str:
    return part.value if isinstance(part.value, str) else written_out(part)


def _parts_of(argument: ast.expr) -> list[ast.expr]:
    """What a text is put together of; another argument is one part."""
    match argument:
        case ast.JoinedStr(values=parts) | ast.Tuple(elts=parts):
            return [inner for part in parts for inner in _parts_of(part)]
        case ast.FormattedValue(value=value):
            return _parts_of(value)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=ast.Tuple(elts=values)):
            return _filled_in(re.split(_PERCENT, text), values)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=value):
            return _filled_in(re.split(_PERCENT, text), [value])
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format"), args=values):
            return _filled_in(re.split(_BRACES, text), values)
    return [argument]


def _filled_in(texts: list[str], values: list[ast.expr]) -> list[ast.expr]:
    """The parts of a text with values between them, in their order."""
    between: list[ast.expr] = [ast.Constant(value=text) for text in texts]
    return [part for pair in itertools.zip_longest(between, values) for part in pair if part is not None]


def _counts_rows(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="len"), args=[ast.Name() | ast.Attribute()]):
            return True
        case ast.Subscript(value=held, slice=ast.Constant(value=0)):
            return _is_shape(held)
    return False


def _is_shape(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "shape"


def _is_within(node: ast.Compare) -> bool:
    """Whether a number is looked for in a shape, wherever it stands there, or a length among several numbers."""
    match node:
        case ast.Compare(left=ast.Constant(), ops=[ast.In() | ast.NotIn()], comparators=[where]):
            return any(map(_is_shape, ast.walk(where)))
        case ast.Compare(
            ops=[ast.In() | ast.NotIn()],
            comparators=[ast.Tuple(elts=some) | ast.List(elts=some) | ast.Set(elts=some)],
        ):
            return len(some) > 1 and all(isinstance(one, ast.Constant) and type(one.value) is int for one in some)
    return False


def _is_at_least(node: ast.Compare) -> bool:
    """Whether a shape is only as great as another one or greater: tuples are ordered by what stands first in them."""
    match node:
        case ast.Compare(left=left, ops=[ast.Gt() | ast.GtE()], comparators=[ast.Tuple()]):
            return _is_shape(left)
        case ast.Compare(left=ast.Tuple(), ops=[ast.Lt() | ast.LtE()], comparators=[right]):
            return _is_shape(right)
    return False


def measured_at(source: str, line: int) -> frozenset[str]:
    """The objects whose shape, or length, is read at a line, as Python writes them: `C`, `self.out`, `cache['C']`."""
    return measured_in(source).get(line, frozenset())


@functools.lru_cache(maxsize=1)
def measured_in(source: str) -> dict[int, frozenset[str]]:
    """The same for each line at which there are any."""
    return {line: frozenset(map(_as_a_whole, objects)) for line, objects in _measured_by_line(source).items()}


def _measured_by_line(source: str) -> dict[int, list[ast.expr]]:
    found: dict[int, list[ast.expr]] = {}
    for node in nodes_of(source):
        if isinstance(node, ast.expr) and (held := measured(node)) is not None:
            found.setdefault(node.lineno, []).append(held)
    return found


def measured(node: ast.AST) -> ast.expr | None:
    """The object whose shape, or length, a node reads: `x` of `x.shape`, `len(x)`, `np.shape(x)`; None of others."""
    match node:
        case (
            ast.Attribute(value=held, attr="shape")
            | ast.Call(func=ast.Name(id="len" | "shape") | ast.Attribute(attr="shape"), args=[held])
        ):
            return held
    return None


def dimensions_counted_in(source: str) -> dict[int, set[str]]:
    """What the number of dimensions is read of, for each line at which one is: `C.ndim`."""
    found: dict[int, set[str]] = {}
    for node in nodes_of(source):
        if isinstance(node, ast.Attribute) and node.attr == "ndim":
            found.setdefault(node.lineno, set()).add(_as_a_whole(node.value))
    return found


def given_to_objects(source: str) -> list[int]:
    """The lines within classes that give a shape to objects of the file's own: `shape = (3, 4)`, `self.shape = …`."""
    classes = (node for node in nodes_of(source) if isinstance(node, ast.ClassDef))
    given = (part for one in classes for part in ast.walk(one) if isinstance(part, ast.Assign))
    return [one.lineno for one in given if any("shape" in _called(target) for target in one.targets)]


def _called(target: ast.expr) -> tuple[str, ...]:
    """The name that gets a value, or that of an attribute which does."""
    return tuple(getattr(target, part) for part in ("id", "attr") if hasattr(target, part))


class Place(NamedTuple):
    """Where a piece of a source stands; columns count from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


def measured_without_name(source: str) -> dict[int, list[Place]]:
    """The lines that read shapes only of what has no name of its own there, and where that stands: `B[:3].shape`."""
    unnamed = (ast.Call, ast.BinOp, ast.Subscript)
    return {
        line: [Place(one.lineno, one.col_offset, one.end_lineno or 0, one.end_col_offset or 0) for one in objects]
        for line, objects in _measured_by_line(source).items()
        if all(isinstance(one, unnamed) for one in objects)
    }


def _as_a_whole(held: ast.expr) -> str:
    """How a matrix is written, also where its first row is spoken of, or it is made an array first."""
    match held:
        case ast.Subscript(value=matrix, slice=ast.Constant(value=0)):
            return written_out(matrix)
        case ast.Call(func=ast.Attribute(attr="array" | "asarray" | "asanyarray"), args=[matrix, *_]):
            return written_out(matrix)
    return written_out(held)


def compared_at(source: str, line: int) -> list[ast.Compare]:
    """The comparisons that stand at a line."""
    found = (one for node in nodes_of(source) if (one := _as_comparison(node)) is not None)
    return [node for node in found if node.lineno <= line <= (node.end_lineno or node.lineno)]


def _as_comparison(node: ast.AST) -> ast.Compare | None:
    """A comparison, also as a function makes it: `assertEqual(a, b)`."""
    match node:
        case ast.Compare():
            return node
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[left, right, *_]) if "qual" in name:
            return ast.copy_location(ast.Compare(left, [ast.Eq()], [right]), node)
    return None


def _is_a_measure(side: ast.expr) -> bool:
    """Whether it is something of a shape that does not tell which side is which."""
    parts = list(_parts_of_a_sum(side))
    alone = len(parts) == 1
    return all(_measures(part) or (not alone and _is_a_length(part)) for part in parts)


def _parts_of_a_sum(side: ast.expr) -> Iterator[ast.expr]:
    """What is added up or multiplied in an expression; it alone where nothing is.

    A length as a text is no term: `str(C.shape[0]) + str(C.shape[1])` tells which is which.
    """
    waiting = [side]
    while waiting:
        match waiting.pop():
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[inner]) if (
                name in _AS_WRITTEN and not _is_a_length(inner)
            ):
                waiting.append(inner)
            case ast.BinOp(left=left, op=ast.Mult() | ast.Add(), right=right):
                waiting += (left, right)
            case part:
                yield part


def _measures(part: ast.expr) -> bool:
    match part:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
            return name in _MEASURES or (name in _SIZES and len(args) < 2)
        case ast.Attribute(attr=name):
            return name in _SIZES
    return False


def _is_a_length(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and _is_shape(node.value)
