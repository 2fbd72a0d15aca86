"""The rewriting of expressions: every value that is worth seeing passes through a hook, and stays the same."""

from __future__ import annotations

import ast
import re
from typing import TypeVar

from grader.recording.families import FAMILY_NAMES
from grader.recording.sites import Sites, Source, constant, place_of, span_of

HOOK_PREFIX = "\0hook:"
OPERATORS = {ast.MatMult: "matmul", ast.Mult: "multiply", ast.Add: "add"}
OTHER_OPERATORS = (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)
QUIET_CALLS = frozenset(
    "range len print isinstance enumerate zip type str repr super locals globals vars dir id hasattr callable".split()  # noqa: SIM905
)
CALLS_A_FUNCTION = frozenset(
    "map reduce starmap accumulate partial vectorize frompyfunc apply_along_axis filter sorted".split()  # noqa: SIM905
)
SEEN_ATTRIBUTES = frozenset(["T", "mT", "H", "A", "A1", "real", "imag", "flat"])
_TOLD_APART = FAMILY_NAMES | SEEN_ATTRIBUTES
CHANGING_METHODS = frozenset(
    "append extend insert pop remove fill sort reverse resize put update setdefault appendleft".split()  # noqa: SIM905
)
_VIEWS = frozenset(["T", "flat"])
"""Attributes through which the array itself is filled."""
_FILLING = frozenset(["at", "put", "copyto", "place", "putmask", "put_along_axis", "fill_diagonal"])
COMPARES = r"(?<![Uu]n)[Ee]qual|allclose|isclose|^eq$|same|(?<![Mm]is)match|compar|almost"


Node = TypeVar("Node", bound=ast.AST)


def copy_of(node: Node) -> Node:
    """A copy of a tree, with its places; copy.deepcopy takes three times as long."""
    return type(node)(**{name: _copied(part) for name, part in vars(node).items()})


def _copied(part: object) -> object:
    if isinstance(part, list):
        return [_copied(one) for one in part]
    return copy_of(part) if isinstance(part, ast.AST) else part


def root_of(target: ast.expr) -> ast.expr | None:
    """The container that an item or attribute assignment changes, if looking at it again has no effects."""
    node = target
    while isinstance(node, ast.Subscript | ast.Starred) or (isinstance(node, ast.Attribute) and node.attr in _VIEWS):
        node = node.value
    if isinstance(node, ast.Attribute):
        return node if isinstance(node.value, ast.Name) else None
    return node if isinstance(node, ast.Name) else None


def _named(argument: ast.expr) -> ast.expr | None:
    """The container that an argument is, or is a part of, which a hook may have been put around already."""
    original = argument.args[1] if isinstance(argument, ast.Call) and len(argument.args) == 2 else argument
    return root_of(original) if isinstance(original, ast.Name | ast.Attribute | ast.Subscript) else None


def loaded(node: ast.expr) -> ast.expr:
    """A copy of a name or `name.attribute` that reads it."""
    if isinstance(node, ast.Attribute):
        assert isinstance(node.value, ast.Name)
        owner = ast.Name(node.value.id, ast.Load(), **place_of(node))
        return ast.Attribute(owner, node.attr, ast.Load(), **place_of(node))
    assert isinstance(node, ast.Name)
    return ast.Name(node.id, ast.Load(), **place_of(node))


def is_place(node: ast.expr) -> bool:
    """Whether an expression only names where a value is kept: `C`, `self.C`, `d["C"]`, and not `C.T`."""
    match node:
        case ast.Attribute(value=owner, attr=attribute):
            return attribute not in _TOLD_APART and is_place(owner)
        case ast.Subscript(value=owner, slice=ast.Constant()):
            return is_place(owner)
    return isinstance(node, ast.Name)


def read_again(target: ast.expr) -> ast.expr | None:
    """An expression that reads an item or attribute that was just assigned, if reading it can have no effects."""
    for node in ast.walk(target):
        plain = (ast.Subscript, ast.Attribute, ast.Name, ast.Constant, ast.Tuple, ast.BinOp, ast.operator)
        if not isinstance(node, (*plain, ast.expr_context)):
            return None
    read = copy_of(target)
    for node in ast.walk(read):
        if isinstance(node, ast.Subscript | ast.Attribute | ast.Name | ast.Tuple):
            node.ctx = ast.Load()
    return read


class ExpressionRewriter(ast.NodeTransformer):
    """Rewrites expressions. `assigned`: names that the code binds itself, and so may be no builtins."""

    def __init__(self, source: Source, sites: Sites, assigned: frozenset[str]) -> None:
        self.source = source
        self.sites = sites
        self.assigned = assigned

    # Building blocks

    def site(self, node: ast.expr | ast.stmt, kind: str, names: tuple[str, ...] = ()) -> ast.Constant:
        """The number of the place where `node` stands."""
        return constant(self.sites.new(self.source, kind, span_of(node), names), node)

    def hook(self, hook: str, at: ast.expr | ast.stmt, *arguments: ast.expr) -> ast.Call:
        """A call of the recorder's `hook`, standing where `at` does."""
        place = place_of(at)
        return ast.Call(ast.Constant(HOOK_PREFIX + hook, **place), list(arguments), [], **place)

    def statement(self, hook: str, at: ast.expr | ast.stmt, *arguments: ast.expr) -> ast.Expr:
        """The same as a statement."""
        return ast.Expr(self.hook(hook, at, *arguments), **place_of(at))

    def expression(self, node: ast.expr) -> ast.expr:
        """`node`, rewritten."""
        visited = self.visit(node)
        assert isinstance(visited, ast.expr)
        return visited

    def look_at(self, hook: str, node: ast.expr, names: tuple[str, ...]) -> ast.Expr:
        """A statement that looks at a name again."""
        return self.statement(hook, node, self.site(node, hook, names), loaded(node))

    # Expressions

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self.expression(node.left), self.expression(node.right)
        node.left, node.right = left, right
        plain = isinstance(node.left, ast.Constant | ast.JoinedStr)
        folded = isinstance(node.right, ast.Constant) and self.source.fixed_line is None
        if plain and (folded or not isinstance(getattr(left, "value", 0), int | float)):
            return node
        if hook := OPERATORS.get(type(node.op)):
            return self.hook(hook, node, self.site(node, "operator"), left, right)
        if isinstance(node.op, OTHER_OPERATORS):
            name = constant(type(node.op).__name__, node)
            return self.hook("operate", node, self.site(node, "operator"), name, left, right)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        told_apart = any(getattr(side, "attr", "") in FAMILY_NAMES for side in (node.left, *node.comparators))
        node.left = self.expression(node.left)
        node.comparators = [self.expression(comparator) for comparator in node.comparators]
        if told_apart and len(node.ops) == 1 and isinstance(node.ops[0], ast.Is | ast.IsNot):
            alike = constant(isinstance(node.ops[0], ast.Is), node)
            return self.hook("identical", node, alike, node.left, node.comparators[0])
        if not all(isinstance(operator, ast.Eq | ast.NotEq) for operator in node.ops):
            return node
        equal = [constant(isinstance(operator, ast.Eq), node) for operator in node.ops]
        left, steps = node.left, []
        for one, middle in zip(equal, node.comparators[:-1], strict=False):
            steps.append(self.hook("chained", node, self.site(node, "compare"), one, left, middle))
            left = self.hook("middle", node)
        last = self.hook("compare", node, self.site(node, "compare"), equal[-1], left, node.comparators[-1])
        return ast.BoolOp(ast.And(), [*steps, last], **place_of(node)) if steps else last

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        node.value = self.expression(node.value)
        if not isinstance(node.ctx, ast.Load):
            return node
        if node.attr in SEEN_ATTRIBUTES:
            return self.hook("value", node, self.site(node, "attribute"), node)
        if node.attr in FAMILY_NAMES:
            return self.hook("function", node, node)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        node.value = self._looked_up_in(node.value)
        if not isinstance(node.slice, ast.Tuple):
            node.slice = self.expression(node.slice)
        else:
            node.slice.elts = [self.expression(element) for element in node.slice.elts]
        sliced = any(isinstance(part, ast.Slice) for part in ast.walk(node.slice))
        if isinstance(node.ctx, ast.Load) and sliced:
            return self.hook("value", node, self.site(node, "slice"), node)
        return node

    def _looked_up_in(self, node: ast.expr) -> ast.expr:
        """What an item is taken of. Numbers that are typed right there are no given matrix, whichever they are."""
        if isinstance(node, ast.List | ast.Tuple):
            return self._flat(node)
        return self._dict(node) if isinstance(node, ast.Dict) else self.expression(node)

    def visit_List(self, node: ast.List) -> ast.expr:
        return self._display_of_values(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        return self._display_of_values(node)

    def _display_of_values(self, node: ast.List | ast.Tuple) -> ast.expr:
        node.elts = [
            self._flat(element) if isinstance(element, ast.List | ast.Tuple) else self.expression(element)
            for element in node.elts
        ]
        if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
            return self.hook("display_of", node, self.site(node, "display"), node)
        return node

    def _flat(self, node: ast.List | ast.Tuple) -> ast.expr:
        """A display inside a display: its own value is part of the outer one's."""
        node.elts = [
            self._flat(element) if isinstance(element, ast.List | ast.Tuple) else self.expression(element)
            for element in node.elts
        ]
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        filled = self._dict(node)
        return self.hook("display_of", node, self.site(node, "display"), filled) if len(filled.keys) > 1 else filled

    def _dict(self, node: ast.Dict) -> ast.Dict:
        node.keys = [self.expression(key) if key else None for key in node.keys]
        node.values = [self.expression(value) for value in node.values]
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        return self._comprehension(node)

    def visit_DictComp(self, node: ast.DictComp) -> ast.expr:
        return self._comprehension(node)

    def _comprehension(self, node: ast.ListComp | ast.DictComp) -> ast.expr:
        self.generic_visit(node)
        return self.hook("display_of", node, self.site(node, "comprehension"), node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        site = self.site(node, "bind", (node.target.id,))
        node.value = self.hook("bind", node.value, site, self.expression(node.value))
        return node

    def visit_Await(self, node: ast.Await) -> ast.expr:
        node.value = self.expression(node.value)
        return self.hook("value", node, self.site(node, "await"), node)

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        if node.value is None:
            return node
        node.value = self.hook("value", node.value, self.site(node, "yield"), self.expression(node.value))
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        node.value = self._argument(node.value)
        if node.format_spec:
            node.format_spec = self.expression(node.format_spec)
        return node

    def _argument(self, node: ast.expr) -> ast.expr:
        """An expression whose value is about to be used: containers may have changed since they were bound."""
        if isinstance(node, ast.Name | ast.Attribute) and is_place(node):
            return self.hook("used", node, self.site(node, "use", (ast.unparse(node),)), node)
        return self.expression(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        builtin = isinstance(node.func, ast.Name) and name not in self.assigned
        quiet = builtin and name in QUIET_CALLS
        counts = builtin and name in ("range", "isinstance", "super", "type")
        if counts:
            node.args = [self.expression(argument) for argument in node.args]
            return node
        node.args = [
            ast.Starred(self._argument(argument.value), argument.ctx, **place_of(argument))
            if isinstance(argument, ast.Starred)
            else self._argument(argument)
            for argument in node.args
        ]
        if name in CALLS_A_FUNCTION and node.args and not isinstance(node.args[0], ast.Starred):
            node.args[0] = self.hook("function", node.args[0], node.args[0])
        for keyword in node.keywords:
            keyword.value = self._argument(keyword.value)
        if quiet:
            return node
        return self._seen_call(node, name)

    def _seen_call(self, node: ast.Call, name: str) -> ast.expr:
        changed = self._changed_by(node, name)
        site = self.site(node, "call")
        function = self.expression(node.func)
        already = isinstance(function, ast.Call) and isinstance(node.func, ast.Attribute) and name in FAMILY_NAMES
        if re.search(COMPARES, name):
            node.func = self.hook("comparing", node.func, self.site(node, "compare"), function)
        elif not already:
            node.func = self.hook("function", node.func, function)
        else:
            node.func = function
        if changed is None:
            return self.hook("value", node, site, node)
        filled = self.site(changed, "changed", (self.source.segment(*span_of(changed)),))
        return self.hook("value", node, site, node, filled, loaded(changed))

    def _changed_by(self, node: ast.Call, name: str) -> ast.expr | None:
        """The container that a call changes in place, where that can be told from its text."""
        for keyword in node.keywords:
            if keyword.arg == "out":
                return _named(keyword.value)
        if name in _FILLING and len(node.args) > 1 and not (name == "put" and len(node.args) < 3):
            # As a method, `put` has one argument less.
            return _named(node.args[0])
        if isinstance(node.func, ast.Attribute) and name in CHANGING_METHODS:
            return root_of(node.func.value)
        return None
