"""What a line of a source does beside giving names to things: what it tells, and what it computes for nothing."""

from __future__ import annotations

import ast
import contextlib
import copy

from grader.syntax.lines import split_lines
from grader.syntax.tree import AnyFunction, is_print, nodes_of, own_nodes, standing_alone, written_out


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


class _OnlyShapes(ast.NodeTransformer):
    """Leaves out whose shape it is."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Name("shape") if node.attr == "shape" else self.generic_visit(node)


def printed_instead(source: str, line: int) -> str | None:
    """A print of what a line computes: of the name that gets it, or of all of it; None where it does something else."""
    for node in nodes_of(source):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], lineno=at) if at == line:
                return f"print({name})"
            case ast.Expr(value=value, lineno=at) if at == line:
                return f"print({written_out(value)})"
    return None


def printed_last_in(source: str, function: str) -> str | None:
    """What the last print in a function tells at its end, as it is written there; None where that is typed."""
    found = (node for node in nodes_of(source) if isinstance(node, AnyFunction) and node.name == function)
    calls = [part for node in found for part in own_nodes(node) if is_print(part)]
    last = max(calls, key=lambda call: call.lineno, default=None)
    typed = last is None or not last.args or isinstance(last.args[-1], ast.Constant)
    return None if last is None or typed else written_out(last.args[-1])


def prints_answer_turned(source: str, line: int) -> bool:
    """Whether a print at a line is given the opposite of what something answers: `print(not equal)`."""
    calls = (node for node in nodes_of(source) if is_print(node))
    given = [part for call in calls if call.lineno == line for part in call.args]
    return any(isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not) for part in given)


def prints_text_alone(source: str, line: int) -> bool:
    """Whether a line is a call of print with nothing but typed texts, without a number in them."""
    texts = _typed_texts(source, line)
    return bool(texts) and not any(mark.isdigit() for text in texts for mark in text)


def prints_typed(source: str, line: int) -> bool:
    """Whether a line is a call of print with nothing but typed texts; numbers may be written in them."""
    return bool(_typed_texts(source, line))


def _typed_texts(source: str, line: int) -> list[str]:
    """What the call of print at a line is given, where that is nothing but typed texts."""
    for node in standing_alone(source):
        if is_print(node) and node.args and node.lineno == line:
            texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            return texts if len(texts) == len(node.args) else []
    return []


def typed_alone(source: str) -> set[int]:
    """The lines of all prints that have nothing but typed texts and numbers to tell."""
    calls = (node for node in nodes_of(source) if is_print(node) and node.args)
    return {call.lineno for call in calls if all(isinstance(given, ast.Constant) for given in call.args)}


def reads_shape(source: str, line: int) -> bool:
    """Whether some object's `shape` is read at that line."""
    attributes = (node for node in nodes_of(source) if isinstance(node, ast.Attribute))
    return any(node.attr == "shape" and node.lineno == line for node in attributes)


def calls_alone(source: str) -> set[tuple[int, int]]:
    """Where calls stand alone, so that nothing gets what they give. Line and column."""
    return {(node.lineno, node.col_offset) for node in standing_alone(source) if isinstance(node, ast.Call)}


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
