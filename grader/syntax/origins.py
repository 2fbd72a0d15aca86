"""What the variables of a source are made of: the values that assignments, loops, calls and `return` give them."""

from __future__ import annotations

import ast
import builtins
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from grader.syntax.definitions import function_called
from grader.syntax.names import bound_names
from grader.syntax.scopes import scope_of
from grader.syntax.shapes import compared_at
from grader.syntax.slicing import FILLING
from grader.syntax.tree import AnyCallable, AnyFunction, nodes_of, own_nodes, written_out

MOST_ROUNDS = 12
"""Of names that are given one to the other."""
_NO_OBJECTS = frozenset({"np", "numpy", *dir(builtins)})
_COLUMNS, _OTHER = 1, 0
"""How many columns a matrix has; how many rows, or anything else that is no typed value."""

Variable = tuple[str, int]
"""A name, or an attribute as `.shape`, and the line of the function whose own it is; 0 where it is everyone's."""


def looks_at_itself(source: str, line: int, names: frozenset[str]) -> bool:
    """Whether the objects of these names are compared at a line with nothing but themselves, by whatever names."""
    compared = compared_at(source, line)
    known = made_of(source, names)
    return bool(compared) and all(_is_made_of(source, node, names, known) for node in compared)


@functools.lru_cache(maxsize=2)
def columns_alone(source: str) -> frozenset[int]:
    """The lines at which how many columns a matrix has is all that is read, by a name: `print(3, columns)`."""
    lengths = ((node.lineno, _lengths_in(source, node)) for node in nodes_of(source) if isinstance(node, ast.Expr))
    return frozenset(line for line, read in lengths if read == {_COLUMNS})


@functools.lru_cache(maxsize=2)
def lengths_by_names(source: str) -> Mapping[int, frozenset[tuple[str, str]]]:
    """The lengths that lines read by names, each with what it is of: of C, `0` and `1`, where these get `C.shape`."""
    found: dict[int, frozenset[tuple[str, str]]] = {}
    for node in nodes_of(source):
        if isinstance(node, ast.Expr):
            given = (value for variable in variables_in(source, node) for value in given_to(source, variable))
            found[node.lineno] = frozenset(length for value in given if (length := _length_of(value)))
    return found


def _length_of(value: ast.expr) -> tuple[str, str] | None:
    """Of what object a value is a length, as written, and which one."""
    match value:
        case ast.Subscript(value=ast.Attribute(value=owner, attr="shape"), slice=which):
            return written_out(owner), written_out(which)
    return None


@functools.lru_cache(maxsize=16)
def made_of(source: str, names: frozenset[str]) -> frozenset[Variable]:
    """The variables, beside those of these names, that some value makes of these alone: `rows, columns = C.shape`.

    A parameter is one where each call that speaks of these objects gives it something of them alone.
    """
    known: frozenset[Variable] = frozenset()
    for _ in range(MOST_ROUNDS):
        before, known = known, _made_of_known(source, names, known)
        if known == before:
            break
    return known


def _made_of_known(source: str, names: frozenset[str], known: frozenset[Variable]) -> frozenset[Variable]:
    """The variables that get something of the known ones alone."""
    assigned = {
        variable
        for variable, values in _values(source).items()
        if any(_is_made_of(source, value, names, known) for value in values)
    }
    given: dict[Variable, list[bool]] = {}
    for call in _calls(source):
        if any(_speaks_of(source, value, names, known) for value in call.values()):
            for variable, value in call.items():
                given.setdefault(variable, []).append(_is_made_of(source, value, names, known))
    return frozenset(assigned | {variable for variable, alone in given.items() if all(alone)})


def _is_made_of(source: str, value: ast.expr, names: frozenset[str], known: frozenset[Variable]) -> bool:
    """Whether a value is made of objects of these names, and of known variables, and of nothing else."""
    read = set(variables_in(source, value))
    alone = all(variable[0] in names or variable in known for variable in read)
    return alone and (bool(read) or isinstance(value, ast.Lambda)) and not _has_typed_numbers(value)


def _speaks_of(source: str, value: ast.expr, names: frozenset[str], known: frozenset[Variable]) -> bool:
    return any(variable[0] in names or variable in known for variable in variables_in(source, value))


def variables_in(source: str, value: ast.AST) -> Iterator[Variable]:
    """The variables that are read in a part of a source, but for indices, and what is no object of the file's own."""
    attributes = attributes_given(source)
    taken: set[str] = set()
    waiting = [value]
    while waiting:
        match waiting.pop():
            case ast.Name(id=name, lineno=line) if name not in _no_objects(source) | taken:
                yield (name, scope_of(source, name, line))
            case ast.Attribute(value=ast.Name() as owner, attr=name) if name in attributes:
                yield (f".{name}", 0)
                waiting += [] if owner.id in ("self", "cls") else [owner]
            case ast.Subscript(value=held):
                waiting.append(held)
            case ast.Lambda(args=arguments, body=body):
                taken |= {one.arg for one in ast.walk(arguments) if isinstance(one, ast.arg)}
                waiting.append(body)
            case node:
                waiting += ast.iter_child_nodes(node)


def _has_typed_numbers(value: ast.AST) -> bool:
    """Whether numbers are written in a part of a source, also within a text, that are no indices."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case ast.Constant(value=int() | float()):
                return True
            case ast.Constant(value=str(text)) if any(mark.isdigit() for mark in text):
                return True
            case ast.Subscript(value=held):
                waiting.append(held)
            case node:
                waiting += ast.iter_child_nodes(node)
    return False


def _lengths_in(source: str, value: ast.AST) -> set[int]:
    """Which lengths of matrices are read in a part of a source, also by names."""
    found: set[int] = set()
    known: set[Variable] = set()
    waiting = [value]
    while waiting and _OTHER not in found:
        node = waiting.pop()
        match node:
            case ast.Subscript(value=ast.Attribute(attr="shape"), slice=which):
                found.add(_COLUMNS if written_out(which) in ("1", "-1") else _OTHER)
            case ast.Call(func=ast.Name(id="len"), args=[ast.Subscript(value=ast.Name())]):
                found.add(_COLUMNS)
            case ast.Call(func=ast.Name(id=name)) if name != "len" and name in _no_objects(source):
                waiting += [*node.args, *(keyword.value for keyword in node.keywords)]
            case ast.Call(func=ast.Attribute(value=ast.Constant()), args=given):
                waiting += given
            case ast.Call() | ast.Lambda() | ast.Attribute(attr="shape"):
                found.add(_OTHER)
            case ast.Name() | ast.Attribute():
                variables = set(variables_in(source, node))
                given = [value for variable in variables - known for value in given_to(source, variable)]
                found |= set() if given or variables <= known else {_OTHER}
                known |= variables
                waiting += given
            case _:
                waiting += ast.iter_child_nodes(node)
    return found


def given_to(source: str, variable: Variable) -> Sequence[ast.expr]:
    """The values that a variable is given, also as a parameter; none for what is counted up, added to, or filled."""
    return _values_and_arguments(source).get(variable, ())


@functools.lru_cache(maxsize=2)
def _values_and_arguments(source: str) -> Mapping[Variable, Sequence[ast.expr]]:
    found = {variable: [*values] for variable, values in _values(source).items()}
    for call in _calls(source):
        for variable, value in call.items():
            found.setdefault(variable, []).append(value)
    changed = (place for node in nodes_of(source) for place in _changed_by(node))
    for variable in (one for place in changed for one in _stored(source, place)):
        found.pop(variable, None)
    return found


def _changed_by(node: ast.AST) -> Iterator[ast.expr]:
    """What a part of a source adds to, or puts something into."""
    match node:
        case ast.AugAssign(target=target):
            yield target
        case ast.Subscript(value=held, ctx=ast.Store()):
            yield held
        case ast.Call(func=ast.Attribute(value=held, attr=method)) if method in FILLING:
            yield held


def is_no_object(source: str, name: str) -> bool:
    """Whether a name is a module's, a class's or Python's own, and not given by the source to anything else."""
    return name in _no_objects(source)


@functools.lru_cache(maxsize=2)
def _no_objects(source: str) -> frozenset[str]:
    """The names of modules, classes and of what Python has by itself."""
    nodes = nodes_of(source)
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    classes = {node.name for node in nodes if isinstance(node, ast.ClassDef)}
    own = bound_names(source).keys() - imported - classes
    return (_NO_OBJECTS | imported | classes) - own


@functools.lru_cache(maxsize=2)
def attributes_given(source: str) -> frozenset[str]:
    """The attributes that a source gives to its objects."""
    stored = (node for node in nodes_of(source) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store))
    return frozenset(node.attr for node in stored)


@functools.lru_cache(maxsize=2)
def _values(source: str) -> Mapping[Variable, list[ast.expr]]:
    """The values that each variable is given, but as a parameter; of a function those that it returns."""
    found: dict[Variable, list[ast.expr]] = {}
    for target, value in _assignments(source):
        for place, part in _pairs(target, value):
            for variable in _stored(source, place):
                found.setdefault(variable, []).append(part)
    for function in nodes_of(source):
        if isinstance(function, AnyFunction):
            found.setdefault((function.name, 0), []).extend(returned_by(function))
    return found


def _assignments(source: str) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What gets a value, and the value; of a loop what it goes through."""
    for node in nodes_of(source):
        match node:
            case ast.Assign(targets=targets, value=value):
                yield from ((target, value) for target in targets)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                yield target, value
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                yield target, value


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each part of a target with its part of the value, where that is written out one by one, or is a shape."""
    match target, value:
        case (ast.Tuple(elts=places) | ast.List(elts=places), ast.Attribute(attr="shape")):
            for number, place in enumerate(places):
                yield place, ast.copy_location(ast.Subscript(value, ast.Constant(number), ast.Load()), value)
        case (ast.Tuple(elts=places) | ast.List(elts=places), ast.Tuple(elts=parts) | ast.List(elts=parts)) if len(
            places
        ) == len(parts):
            for place, part in zip(places, parts, strict=True):
                yield from _pairs(place, part)
        case _:
            yield target, value


def _stored(source: str, target: ast.expr) -> Iterator[Variable]:
    match target:
        case ast.Name(id=name, lineno=line):
            yield (name, scope_of(source, name, line))
        case ast.Attribute(attr=name):
            yield (f".{name}", 0)
        case ast.Tuple(elts=places) | ast.List(elts=places):
            for place in places:
                yield from _stored(source, place)


@functools.lru_cache(maxsize=2)
def _calls(source: str) -> list[Mapping[Variable, ast.expr]]:
    """What each call of a function, method or class of the source gives to its parameters."""
    calls = ((called_by(source, node), node) for node in nodes_of(source) if isinstance(node, ast.Call))
    return [given_in(function, call) for function, call in calls if isinstance(function, AnyFunction)]


def called_by(source: str, call: ast.Call) -> AnyCallable | None:
    """The function, method or class of the source that a call speaks of by its name; of a class, what begins it."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return function_called(source, name) or _lambdas(source).get(name)
    return None


@functools.lru_cache(maxsize=2)
def _lambdas(source: str) -> Mapping[str, ast.Lambda]:
    """The functions that are given to names as they are made; of several with one name the first."""
    found: dict[str, ast.Lambda] = {}
    for node in nodes_of(source):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as function):
                found.setdefault(name, function)
    return found


def returned_by(function: AnyCallable) -> list[ast.expr]:
    """What a function gives back."""
    if isinstance(function, ast.Lambda):
        return [function.body]
    return [node.value for node in own_nodes(function) if isinstance(node, ast.Return) and node.value]


def given_in(function: AnyCallable, call: ast.Call) -> Mapping[Variable, ast.expr]:
    """What a call gives to a function's parameters. Those of a lambda are no function's own."""
    parameters = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    bound = parameters[int(parameters[:1] in (["self"], ["cls"])) :]
    pairs: Iterable[tuple[str, ast.expr]] = (
        *zip(bound, call.args, strict=False),
        *((keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg),
    )
    scope = 0 if isinstance(function, ast.Lambda) else function.lineno
    return {(name, scope): value for name, value in pairs}
