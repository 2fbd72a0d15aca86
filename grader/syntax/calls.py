"""How a source's own functions are called: on an object of their class, and with what they take in brackets."""

from __future__ import annotations

import ast
import functools
import re

from grader.syntax.definitions import beginning_of, definition_of
from grader.syntax.scopes import parameters
from grader.syntax.tree import AnyFunction, around, nodes_of, tree_of, walked, written_out

_OF_THE_OBJECT = frozenset({"__init__", "__post_init__", "__del__", "__repr__", "__str__"})
"""Methods that run as an object comes and goes, or when it is shown: nobody calls them by their names."""
_ON_THE_CLASS = frozenset({"staticmethod", "classmethod"})
_IN_BRACKETS = r"\(([^()]{0,200})\)"


def call_of(source: str, name: str) -> str:
    """A call of a function, method or class of the source, as it is written: `mymul(A, B)`, `Net().forward(X)`."""
    node = definition_of(source, name)
    if isinstance(node, ast.ClassDef):
        return _making(source, node)
    if node is None:
        return f"{name}()"
    owner = walked(source).parents.get(id(node))
    if not isinstance(owner, ast.ClassDef):
        return f"{name}({_taken(source, node)})"
    if _is_called_on_the_class(node):
        return f"{owner.name}.{name}({_taken(source, node, bound='classmethod' in _decorators(node))})"
    return f"{_object_of(source, owner)}.{name}({_taken(source, node, bound=True)})"


def called_as_named(source: str, name: str, line: int) -> str:
    """The call that was meant where a line only names a function: `net.forward(X)` for `net.forward`."""
    node = definition_of(source, name)
    part = _attributes(source).get((name, line))
    if part is None:
        return call_of(source, name)
    taken = _taken(source, node, bound=not _is_called_on_the_class(node)) if isinstance(node, AnyFunction) else ""
    return f"{written_out(part)}({taken})"


def with_its_brackets(source: str, name: str) -> str | None:
    """A function or class of the source with what its call takes, whatever stands before it; None where it has none."""
    node = definition_of(source, name)
    if node is None or isinstance(node, ast.ClassDef):
        return _making(source, node) if node else None
    on_an_object = class_of(source, name) is not None and not _is_called_on_the_class(node)
    return f"{name}({_taken(source, node, bound=on_an_object)})"


def shuffled_at(source: str, names: set[str]) -> int | None:
    """The line that shuffles what has one of these names, in its place: `np.random.shuffle(X)`."""
    for node in nodes_of(source):
        match node:
            case ast.Call(func=ast.Attribute(attr="shuffle") | ast.Name(id="shuffle"), args=[ast.Name(id=name), *_]):
                if name in names:
                    return node.lineno
    return None


def called_at_its_own_end(source: str, name: str) -> int | None:
    """The last statement of a function where that calls the function itself, after `if __name__ == …` or not."""
    node = definition_of(source, name)
    last = node.body[-1] if isinstance(node, AnyFunction) else None
    call = last.body[0] if isinstance(last, ast.If) else last
    match call:
        case ast.Expr(value=ast.Call(func=ast.Name(id=called))) if last and called == name:
            return last.lineno
    return None


def function_taking(source: str, parameter: str, line: int) -> str | None:
    """The function at a line that has a parameter of that name; None where there is none."""
    functions = (node for node in nodes_of(source) if isinstance(node, AnyFunction) and node.lineno == line)
    return next((one.name for one in functions if parameter in parameters(one)), None)


def function_holding(source: str, name: str) -> str | None:
    """The function in which a function is defined, so that it can only be called there; None outside of all."""
    node = definition_of(source, name)
    outer = around(source, node) if node else ()
    return next((one.name for one in outer if isinstance(one, AnyFunction)), None)


def class_of(source: str, name: str) -> str | None:
    """The class whose method it is; None for what is no method."""
    owner = walked(source).parents.get(id(definition_of(source, name)))
    return owner.name if isinstance(owner, ast.ClassDef) else None


def methods_of(source: str) -> dict[str, list[str]]:
    """The classes of a source, and of each the methods that somebody has to call, in their order."""
    classes = [node for node in nodes_of(source) if isinstance(node, ast.ClassDef)]
    return {
        one.name: [part.name for part in one.body if isinstance(part, AnyFunction) and part.name not in _OF_THE_OBJECT]
        for one in classes
        if not any("TestCase" in written_out(base) for base in one.bases)
    }


@functools.lru_cache(maxsize=2)
def _attributes(source: str) -> dict[tuple[str, int], ast.Attribute]:
    """What is taken of something with a dot, by its name and the line."""
    return {(node.attr, node.lineno): node for node in nodes_of(source) if isinstance(node, ast.Attribute)}


@functools.lru_cache(maxsize=2)
def _objects(source: str) -> dict[str, str]:
    """The classes of which an object was made outside of all blocks, with the name of the first."""
    found: dict[str, str] = {}
    for node in nodes_of(source):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=called)), col_offset=0):
                found.setdefault(called, name)
    return found


def _is_called_on_the_class(method: AnyFunction) -> bool:
    """Whether a method takes no object: it says so, or has no parameter for one."""
    takes = [*method.args.posonlyargs, *method.args.args]
    return not takes or bool(_ON_THE_CLASS & _decorators(method))


def _decorators(function: AnyFunction) -> set[str]:
    return {written_out(one) for one in function.decorator_list}


def values_to_fill_in(source: str, call: str) -> list[str]:
    """The names in a call, as `call_of` writes it, that have no value outside of all functions of the source."""
    inside = re.findall(_IN_BRACKETS, call)
    names = [name.strip() for taken in inside for name in taken.split(",") if name.strip()]
    return [name for name in names if name not in _given_outside(source)]


def given_as_value(source: str, name: str) -> int | None:
    """The line that gives a function itself to a name, `C = multiply`, where its call may be meant; None without."""
    return _values_given(source).get(name) if definition_of(source, name) else None


@functools.lru_cache(maxsize=2)
def _values_given(source: str) -> dict[str, int]:
    """The names that assignments give as they are, each with the first line that does."""
    found: dict[str, int] = {}
    for node in nodes_of(source):
        match node:
            case ast.Assign(value=ast.Name(id=given)):
                found.setdefault(given, node.lineno)
    return found


@functools.lru_cache(maxsize=1)
def named_in_loops(source: str) -> dict[str, tuple[str, int]]:
    """What a loop goes through by their names and only names in its body, with what it calls each, and its line."""
    found: dict[str, tuple[str, int]] = {}
    for node in nodes_of(source):
        match node:
            case ast.For(target=ast.Name(id=own), iter=ast.List(elts=some) | ast.Tuple(elts=some), body=body):
                alone = (step.lineno for step in body if isinstance(step, ast.Expr) and _is_name(step.value, own))
                if line := next(alone, 0):
                    found |= {one.id: (own, line) for one in some if isinstance(one, ast.Name)}
    return found


def _is_name(value: ast.expr, name: str) -> bool:
    """Whether an expression is nothing but that name."""
    return isinstance(value, ast.Name) and value.id == name


def _taken(source: str, function: AnyFunction, *, bound: bool = False) -> str:
    """What a call has to fill in: variables called as the parameters are, in capitals or not, else these.

    bound: the first of them is filled by the object itself.
    """
    positional = [*function.args.posonlyargs, *function.args.args]
    needed = positional[: len(positional) - len(function.args.defaults)][int(bound) :]
    outside = _given_outside(source)
    alike = {name.casefold(): name for name in outside}
    return ", ".join(one.arg if one.arg in outside else alike.get(one.arg.casefold(), one.arg) for one in needed)


@functools.lru_cache(maxsize=2)
def _given_outside(source: str) -> dict[str, None]:
    """The names that assignments outside of functions and classes give values to, in their order."""
    tree = tree_of(source)
    steps = [step for step in tree.body if isinstance(step, ast.Assign)] if tree else []
    named = (part for step in steps for target in step.targets for part in ast.walk(target))
    return dict.fromkeys(part.id for part in named if isinstance(part, ast.Name))


def _object_of(source: str, owner: ast.ClassDef) -> str:
    """An object of a class: the name of one that is there already, or a new one."""
    return _objects(source).get(owner.name) or _making(source, owner)


def _making(source: str, owner: ast.ClassDef) -> str:
    begins = beginning_of(owner)
    return f"{owner.name}({_taken(source, begins, bound=True) if begins else ''})"
