"""Rewrites a submission's syntax tree so that its values, products and errors pass through the recorder.

The rewritten code does what the original does. Its calls to the recorder are constants in its code objects, so
nothing of ours appears among the names that the submission can see. Lines and columns are the submission's own.
"""

from __future__ import annotations

import ast
import re
import types
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from grader.recording.families import FAMILY_NAMES
from grader.recording.sites import Sites, Source, span_of

HOOK_PREFIX = "\0hook:"
OPERATORS = {ast.MatMult: "matmul", ast.Mult: "multiply", ast.Add: "add"}
OTHER_OPERATORS = (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)
QUIET_CALLS = frozenset(
    "range len print isinstance enumerate zip type str repr super locals globals vars dir id hasattr callable".split()
)
CALLS_A_FUNCTION = frozenset(
    "map reduce starmap accumulate partial vectorize frompyfunc apply_along_axis filter sorted".split()
)
SEEN_ATTRIBUTES = frozenset("T mT H A A1 real imag flat".split())
CHANGING_METHODS = frozenset(
    "append extend insert fill sort reverse resize put itemset update setdefault appendleft write_row".split()
)
COMPARES = re.compile(r"[Ee]qual|allclose|isclose|^eq$|same|match|compar|almost")
SWALLOWING_CONTEXTS = ("suppress", "raises", "assertRaises")
ARITHMETIC_METHODS = frozenset("__mul__ __rmul__ __add__ __radd__".split())


def instrument(
    tree: ast.Module | ast.Expression | ast.Interactive,
    source: Source,
    sites: Sites,
    hooks: Mapping[str, Callable[..., Any]],
    filename: str,
    *,
    keep_going: bool = False,
    displays: Iterable[tuple[int, int]] = (),
    flags: int = 0,
) -> types.CodeType:
    """Compile `tree` with calls to `hooks` (by name) where something is worth seeing.

    Raises SyntaxError and ValueError as compile() does, RecursionError for trees too deep to walk.
    """
    mode = {ast.Module: "exec", ast.Expression: "eval", ast.Interactive: "single"}[type(tree)]
    rewriter = _Rewriter(source, sites, _assigned_names(tree), keep_going, tuple(displays))
    rewritten = ast.fix_missing_locations(rewriter.visit(tree))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = compile(rewritten, filename, mode, flags, dont_inherit=True)
    return _bind_hooks(code, hooks)


def protected_lines(tree: ast.AST) -> list[tuple[int, int]]:
    """The line ranges whose exceptions the submission itself may catch."""
    spans = []
    for node in ast.walk(tree):
        caught = isinstance(node, ast.Try | ast.TryStar) and node.handlers
        swallowed = isinstance(node, ast.With | ast.AsyncWith) and any(_swallows(item) for item in node.items)
        if (caught or swallowed) and isinstance(node, ast.Try | ast.TryStar | ast.With | ast.AsyncWith):
            spans.append((node.body[0].lineno, node.body[-1].end_lineno or node.body[-1].lineno))
    return spans


def _bind_hooks(code: types.CodeType, hooks: Mapping[str, Callable[..., Any]]) -> types.CodeType:
    def bound(constant: object) -> object:
        if isinstance(constant, types.CodeType):
            return _bind_hooks(constant, hooks)
        if isinstance(constant, str) and constant.startswith(HOOK_PREFIX):
            return hooks[constant.removeprefix(HOOK_PREFIX)]
        return constant

    return code.replace(co_consts=tuple(bound(constant) for constant in code.co_consts))


def _assigned_names(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.alias(name=name, asname=other):
                names.add(other or name)
            case _:
                pass
    return names


def _swallows(item: ast.withitem) -> bool:
    call = item.context_expr
    target = call.func if isinstance(call, ast.Call) else call
    name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
    return any(word in name for word in SWALLOWING_CONTEXTS)


def _is_procedure(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether nothing but constants comes out of the function, so that the run can go on inside it."""
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            continue
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return False
        if isinstance(node, ast.Return) and not (node.value is None or isinstance(node.value, ast.Constant)):
            return False
        pending.extend(ast.iter_child_nodes(node))
    return True


def _root(target: ast.expr) -> ast.expr | None:
    """The container that an item or attribute assignment changes, if looking at it again has no effects."""
    node = target
    while isinstance(node, ast.Subscript | ast.Starred):
        node = node.value
    if isinstance(node, ast.Attribute):
        return node if isinstance(node.value, ast.Name) else None
    return node if isinstance(node, ast.Name) else None


def _loaded(node: ast.expr) -> ast.expr:
    """A copy of a name or `name.attribute` that reads it."""
    if isinstance(node, ast.Attribute):
        assert isinstance(node.value, ast.Name)
        owner = ast.copy_location(ast.Name(node.value.id, ast.Load()), node)
        return ast.copy_location(ast.Attribute(owner, node.attr, ast.Load()), node)
    assert isinstance(node, ast.Name)
    return ast.copy_location(ast.Name(node.id, ast.Load()), node)


def _names_in(target: ast.expr) -> list[ast.Name]:
    return [node for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


class _Rewriter(ast.NodeTransformer):
    """One walk over the tree. `guarded` tells whether a failing statement is passed over where we are."""

    def __init__(
        self,
        source: Source,
        sites: Sites,
        assigned: set[str],
        keep_going: bool,
        displays: tuple[tuple[int, int], ...],
    ) -> None:
        self.source = source
        self.sites = sites
        self.assigned = assigned
        self.guarded = keep_going
        self.keep_going = keep_going
        self.displays = displays

    # Building blocks

    def _site(self, node: ast.expr | ast.stmt, kind: str, names: tuple[str, ...] = ()) -> ast.Constant:
        return ast.Constant(self.sites.new(self.source, kind, span_of(node), names))

    def _hook(self, hook: str, at: ast.AST, *arguments: ast.expr) -> ast.Call:
        call = ast.Call(ast.Constant(HOOK_PREFIX + hook), list(arguments), [])
        for node in (call, call.func, *arguments):
            if not hasattr(node, "lineno"):
                ast.copy_location(node, at)
        return call

    def _statement(self, hook: str, at: ast.AST, *arguments: ast.expr) -> ast.Expr:
        return ast.copy_location(ast.Expr(self._hook(hook, at, *arguments)), at)

    def _expression(self, node: ast.expr) -> ast.expr:
        visited = self.visit(node)
        assert isinstance(visited, ast.expr)
        return visited

    def _look_at(self, hook: str, node: ast.expr, names: tuple[str, ...]) -> ast.Expr:
        return self._statement(hook, node, self._site(node, hook, names), _loaded(node))

    # Blocks

    def _block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        block: list[ast.stmt] = []
        for statement in statements:
            visited = self.visit(statement)
            rewritten = visited if isinstance(visited, list) else [visited]
            block.extend(self._guard(statement, rewritten))
        return block

    def _guard(self, original: ast.stmt, rewritten: list[ast.stmt]) -> list[ast.stmt]:
        definition = isinstance(original, ast.FunctionDef | ast.AsyncFunctionDef | ast.Global | ast.Nonlocal)
        future = isinstance(original, ast.ImportFrom) and original.module == "__future__"
        text = isinstance(original, ast.Expr) and isinstance(original.value, ast.Constant)
        if not self.guarded or definition or future or text or isinstance(original, ast.Pass):
            return rewritten
        passed = ast.If(self._hook("keep", original), [ast.Pass()], [ast.Raise()])
        handler = ast.ExceptHandler(None, None, [passed])
        guarded = ast.Try(rewritten, [handler], [], [])
        for node in (passed, passed.body[0], passed.orelse[0], handler, guarded):
            ast.copy_location(node, original)
        return [guarded]

    def _with_guard(self, guarded: bool, statements: list[ast.stmt]) -> list[ast.stmt]:
        outer, self.guarded = self.guarded, guarded and self.keep_going
        block = self._block(statements)
        self.guarded = outer
        return block

    def visit_Module(self, node: ast.Module) -> ast.Module:
        for first, last in self.displays:
            self._display(node.body, first, last)
        node.body = self._block(node.body)
        return node

    def _display(self, body: list[ast.stmt], first: int, last: int) -> None:
        cell = [statement for statement in body if first <= statement.lineno <= last]
        if cell and isinstance(cell[-1], ast.Expr) and not isinstance(cell[-1].value, ast.Constant):
            cell[-1].value = self._hook("display", cell[-1], cell[-1].value)

    # Statements

    def visit_Assign(self, node: ast.Assign) -> ast.stmt | list[ast.stmt]:
        names = tuple(self.source.segment(*span_of(target)) for target in node.targets)
        node.value = self._hook(
            "bind", node.value, self._site(node, "bind", names), self._expression(node.value)
        )
        node.targets = [self._expression(target) for target in node.targets]
        return [node, *(look for target in node.targets for look in self._looks(target))]

    def _looks(self, target: ast.expr) -> list[ast.stmt]:
        """What to look at again after an assignment to `target`."""
        if isinstance(target, ast.Tuple | ast.List):
            return [self._look_at("look", name, (name.id,)) for name in _names_in(target)]
        if isinstance(target, ast.Subscript) or (isinstance(target, ast.Attribute) and target.attr == "shape"):
            root = _root(target) if isinstance(target, ast.Subscript) else _root(target.value)
            return [self._look_at("changed", root, (self.source.segment(*span_of(root)),))] if root else []
        return []

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt | list[ast.stmt]:
        if node.value is None:
            return node
        names = (self.source.segment(*span_of(node.target)),)
        node.value = self._hook(
            "bind", node.value, self._site(node, "bind", names), self._expression(node.value)
        )
        return [node, *self._looks(node.target)]

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | list[ast.stmt]:
        value = self._expression(node.value)
        operator = type(node.op).__name__
        if isinstance(node.target, ast.Name):
            names = (node.target.id,)
            arguments = (self._site(node, "bind", names), ast.Constant(operator), _loaded(node.target), value)
            return ast.copy_location(
                ast.Assign([node.target], self._hook("in_place", node, *arguments)), node
            )
        node.value = self._hook("addend", node.value, self._site(node, "bind"), ast.Constant(operator), value)
        node.target = self._expression(node.target)  # type: ignore[assignment]
        root = _root(node.target)
        if root is None:
            return node
        return [node, self._look_at("changed", root, (self.source.segment(*span_of(root)),))]

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        value = self._expression(node.value) if node.value else ast.Constant(None)
        node.value = self._hook("leave", node, self._site(node, "return"), value)
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        node.test = self._hook("asserted", node, self._site(node, "assert"), self._expression(node.test))
        return node

    def visit_For(self, node: ast.For) -> ast.stmt:
        return self._loop(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.stmt:
        return self._loop(node)

    def _loop(self, node: ast.For | ast.AsyncFor) -> ast.stmt:
        counts = isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name)
        ranged = counts and getattr(getattr(node.iter, "func", None), "id", "") == "range"
        names = [] if ranged else _names_in(node.target)
        node.iter = self._expression(node.iter)
        node.target = self._expression(node.target)
        looks: list[ast.stmt] = [self._look_at("look", name, (name.id,)) for name in names]
        node.body = [*looks, *self._block(node.body)]
        node.orelse = self._block(node.orelse)
        return node

    def visit_While(self, node: ast.While) -> ast.stmt:
        node.test = self._expression(node.test)
        if self.keep_going:
            node.test = self._hook("still", node.test, self._site(node, "while"), node.test)
        # A statement passed over in a while loop might be the one that ends it.
        node.body = self._with_guard(False, node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_If(self, node: ast.If) -> ast.stmt:
        node.test = self._expression(node.test)
        node.body = self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_With(self, node: ast.With) -> ast.stmt:
        return self._context(node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.stmt:
        return self._context(node)

    def _context(self, node: ast.With | ast.AsyncWith) -> ast.stmt:
        swallows = any(_swallows(item) for item in node.items)
        node.items = [self.visit(item) for item in node.items]
        node.body = self._with_guard(self.guarded and not swallows, node.body)
        return node

    def visit_Try(self, node: ast.Try) -> ast.stmt:
        return self._attempt(node)

    def visit_TryStar(self, node: ast.TryStar) -> ast.stmt:
        return self._attempt(node)

    def _attempt(self, node: ast.Try | ast.TryStar) -> ast.stmt:
        node.body = self._with_guard(self.guarded and not node.handlers, node.body)
        for handler in node.handlers:
            if handler.type:
                handler.type = self._expression(handler.type)
            caught = self._statement("caught", handler.body[0])
            handler.body = [caught, *self._block(handler.body)]
        node.orelse = self._block(node.orelse)
        node.finalbody = self._block(node.finalbody)
        return node

    def visit_Match(self, node: ast.Match) -> ast.stmt:
        node.subject = self._expression(node.subject)
        for case in node.cases:
            if case.guard:
                case.guard = self._expression(case.guard)
            case.body = self._block(case.body)
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt | list[ast.stmt]:
        adopted = [alias for alias in node.names if alias.name == "*" or alias.name in FAMILY_NAMES]
        if not adopted or node.module == "__future__":
            return node
        if adopted[0].name == "*":
            return [node, self._statement("adopt", node)]
        statements: list[ast.stmt] = [node]
        for alias in adopted:
            name = alias.asname or alias.name
            loaded = ast.copy_location(ast.Name(name, ast.Load()), node)
            stored = ast.copy_location(ast.Name(name, ast.Store()), node)
            statements.append(
                ast.copy_location(ast.Assign([stored], self._hook("function", node, loaded)), node)
            )
        return statements

    # Definitions

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.stmt:
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
        node.decorator_list = [self._expression(decorator) for decorator in node.decorator_list]
        self._defaults(node.args)
        first = node.body[0]
        documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        head, rest = (node.body[:1], node.body[1:]) if documented else ([], node.body)
        entered = self._statement("enter", node, self._site(node, "function", (node.name,)))
        body = self._with_guard(_is_procedure(node), rest)
        left = self._statement("leave", rest[-1] if rest else first, self._site(node, "return"), ast.Constant(None))
        node.body = [*head, entered, *body, left]
        return node

    def _defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self._expression(default) for default in arguments.defaults]
        arguments.kw_defaults = [
            self._expression(default) if default else None for default in arguments.kw_defaults
        ]

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self._defaults(node.args)
        node.body = self._expression(node.body)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        node.decorator_list = [self._expression(decorator) for decorator in node.decorator_list]
        node.bases = [self._expression(base) for base in node.bases]
        for keyword in node.keywords:
            keyword.value = self._expression(keyword.value)
        first = node.body[0]
        documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        head, rest = (node.body[:1], node.body[1:]) if documented else ([], node.body)
        node.body = [*head, *self._block(rest)]
        return node

    # Expressions

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self._expression(node.left), self._expression(node.right)
        node.left, node.right = left, right
        plain = isinstance(node.left, ast.Constant | ast.JoinedStr)
        if plain and (isinstance(node.right, ast.Constant) or not isinstance(getattr(left, "value", 0), int | float)):
            return node
        if hook := OPERATORS.get(type(node.op)):
            return self._hook(hook, node, self._site(node, "operator"), left, right)
        if isinstance(node.op, OTHER_OPERATORS):
            name = ast.Constant(type(node.op).__name__)
            return self._hook("operate", node, self._site(node, "operator"), name, left, right)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        node.left = self._expression(node.left)
        node.comparators = [self._expression(comparator) for comparator in node.comparators]
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            equal = ast.Constant(isinstance(node.ops[0], ast.Eq))
            site = self._site(node, "compare")
            return self._hook("compare", node, site, equal, node.left, node.comparators[0])
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        node.value = self._expression(node.value)
        if not isinstance(node.ctx, ast.Load):
            return node
        if node.attr in SEEN_ATTRIBUTES:
            return self._hook("value", node, self._site(node, "attribute"), node)
        if node.attr in FAMILY_NAMES:
            return self._hook("function", node, node)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        node.value = self._expression(node.value)
        if not isinstance(node.slice, ast.Tuple):
            node.slice = self._expression(node.slice)
        else:
            node.slice.elts = [self._expression(element) for element in node.slice.elts]
        sliced = any(isinstance(part, ast.Slice) for part in ast.walk(node.slice))
        if isinstance(node.ctx, ast.Load) and sliced:
            return self._hook("value", node, self._site(node, "slice"), node)
        return node

    def visit_List(self, node: ast.List) -> ast.expr:
        return self._display_of_values(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        return self._display_of_values(node)

    def _display_of_values(self, node: ast.List | ast.Tuple) -> ast.expr:
        node.elts = [
            self._flat(element) if isinstance(element, ast.List | ast.Tuple) else self._expression(element)
            for element in node.elts
        ]
        if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
            return self._hook("display_of", node, self._site(node, "display"), node)
        return node

    def _flat(self, node: ast.List | ast.Tuple) -> ast.expr:
        """A display inside a display: its own value is part of the outer one's."""
        node.elts = [
            self._flat(element) if isinstance(element, ast.List | ast.Tuple) else self._expression(element)
            for element in node.elts
        ]
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        node.keys = [self._expression(key) if key else None for key in node.keys]
        node.values = [self._expression(value) for value in node.values]
        return self._hook("display_of", node, self._site(node, "display"), node) if len(node.keys) > 1 else node

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        return self._comprehension(node)

    def visit_DictComp(self, node: ast.DictComp) -> ast.expr:
        return self._comprehension(node)

    def _comprehension(self, node: ast.ListComp | ast.DictComp) -> ast.expr:
        self.generic_visit(node)
        return self._hook("display_of", node, self._site(node, "comprehension"), node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        site = self._site(node, "bind", (node.target.id,))
        node.value = self._hook("bind", node.value, site, self._expression(node.value))
        return node

    def visit_Await(self, node: ast.Await) -> ast.expr:
        node.value = self._expression(node.value)
        return self._hook("value", node, self._site(node, "await"), node)

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        if node.value is None:
            return node
        node.value = self._hook("value", node.value, self._site(node, "yield"), self._expression(node.value))
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        node.value = self._argument(node.value)
        if node.format_spec:
            node.format_spec = self._expression(node.format_spec)
        return node

    def _argument(self, node: ast.expr) -> ast.expr:
        """An expression whose value is about to be used: containers may have changed since they were bound."""
        if isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            if not (isinstance(node, ast.Attribute) and node.attr in (FAMILY_NAMES | SEEN_ATTRIBUTES)):
                return self._hook("used", node, self._site(node, "use", (ast.unparse(node),)), node)
        return self._expression(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        builtin = isinstance(node.func, ast.Name) and name not in self.assigned
        quiet = builtin and name in QUIET_CALLS
        counts = builtin and name in ("range", "isinstance", "super", "type")
        if counts:
            node.args = [self._expression(argument) for argument in node.args]
            return node
        node.args = [
            ast.copy_location(ast.Starred(self._argument(argument.value), argument.ctx), argument)
            if isinstance(argument, ast.Starred)
            else self._argument(argument)
            for argument in node.args
        ]
        if name in CALLS_A_FUNCTION and node.args and not isinstance(node.args[0], ast.Starred):
            node.args[0] = self._hook("function", node.args[0], node.args[0])
        for keyword in node.keywords:
            keyword.value = self._argument(keyword.value)
        if quiet:
            return node
        return self._seen_call(node, name)

    def _seen_call(self, node: ast.Call, name: str) -> ast.expr:
        changed = self._changed_by(node, name)
        site = self._site(node, "call")
        function = self._expression(node.func)
        already = isinstance(function, ast.Call) and isinstance(node.func, ast.Attribute) and name in FAMILY_NAMES
        if COMPARES.search(name):
            node.func = self._hook("comparing", node.func, self._site(node, "compare"), function)
        elif not already:
            node.func = self._hook("function", node.func, function)
        else:
            node.func = function
        if changed is None:
            return self._hook("value", node, site, node)
        return self._hook("value", node, site, node, _loaded(changed))

    def _changed_by(self, node: ast.Call, name: str) -> ast.expr | None:
        """The container that a call changes in place, where that can be told from its text."""
        for keyword in node.keywords:
            if keyword.arg == "out":
                value = keyword.value
                original = value.args[1] if isinstance(value, ast.Call) and len(value.args) == 2 else value
                return _root(original) if isinstance(original, ast.Name | ast.Attribute) else None
        if isinstance(node.func, ast.Attribute) and name in CHANGING_METHODS:
            return _root(node.func.value)
        return None
