"""Rewrites a submission's syntax tree so that its values, products and errors pass through the recorder.

The rewritten code does what the original does. Its calls to the recorder are constants in its code objects, so
nothing of ours appears among the names that the submission can see. Lines and columns are the submission's own.
"""

from __future__ import annotations

import ast
import types
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from grader.recording.expressions import HOOK_PREFIX, ExpressionRewriter, copy_of, loaded, read_again, root_of
from grader.recording.headers import Definition, may_raise, without_header
from grader.recording.long_loops import only_calculates
from grader.recording.sites import Sites, Source, constant, place_of, span_of
from grader.recording.survey import Survey, survey, swallows


def instrument(
    tree: ast.Module | ast.Expression | ast.Interactive,
    source: Source,
    sites: Sites,
    filename: str,
    *,
    guarded: bool = False,
    displays: Iterable[tuple[int, int, int]] = (),
    flags: int = 0,
    known: Survey | None = None,
) -> types.CodeType:
    """Compile `tree` with calls to hooks where something is worth seeing; `bind_hooks` puts them in.

    guarded: a run can pass over statements that raise what the hook `skippable` names; to all other runs that makes
    no difference. Raises SyntaxError and ValueError as compile() does, RecursionError for trees too deep to walk.
    """
    mode = {ast.Module: "exec", ast.Expression: "eval", ast.Interactive: "single"}[type(tree)]
    rewriter = _Rewriter(source, sites, (known or survey(tree)).assigned, guarded, tuple(displays))
    rewritten = rewriter.visit(tree)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code: types.CodeType = compile(rewritten, filename, mode, flags, dont_inherit=True)
    return code


def bind_hooks(code: types.CodeType, hooks: Mapping[str, Any]) -> types.CodeType:
    """The same code, with what `hooks` has by name in the places of the names."""

    def bound(constant: object) -> object:
        if isinstance(constant, types.CodeType):
            return bind_hooks(constant, hooks)
        if isinstance(constant, str) and constant.startswith(HOOK_PREFIX):
            return hooks[constant.removeprefix(HOOK_PREFIX)]
        return constant

    return code.replace(co_consts=tuple(bound(constant) for constant in code.co_consts))


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


def _names_in(target: ast.expr) -> list[ast.Name]:
    return [node for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


def _items_in(target: ast.expr) -> list[ast.Subscript]:
    return [node for node in ast.walk(target) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)]


class _Rewriter(ExpressionRewriter):
    """One walk over the tree. `guarded` tells whether a failing statement is passed over where we are."""

    def __init__(
        self,
        source: Source,
        sites: Sites,
        assigned: frozenset[str],
        guarded: bool,
        displays: tuple[tuple[int, int, int], ...],
    ) -> None:
        super().__init__(source, sites, assigned)
        self.guarded = guarded
        self.keep_going = guarded
        self.displays = displays
        self.written_twice = False
        """Whether we are in a function that is compiled with its header and without it: within it, none is."""

    # Blocks

    def _block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        block: list[ast.stmt] = []
        for statement in statements:
            visited = self.visit(statement)
            rewritten = visited if isinstance(visited, list) else [visited]
            block.extend(self._guard(statement, rewritten))
        return block

    def _guard(self, original: ast.stmt, rewritten: list[ast.stmt]) -> list[ast.stmt]:
        """The same, passed over in a run that goes on where it raises. Of a function's header, it is what is lost."""
        definition = original if isinstance(original, Definition) else None
        safe = not may_raise(definition) if definition else isinstance(original, ast.Global | ast.Nonlocal | ast.Pass)
        future = isinstance(original, ast.ImportFrom) and original.module == "__future__"
        text = isinstance(original, ast.Expr) and isinstance(original.value, ast.Constant)
        if not self.guarded or safe or future or text:
            return rewritten
        place = place_of(original)
        instead = without_header(definition) if definition and not self.written_twice else ast.Pass(**place)
        passed = ast.If(self.hook("keep", original), [instead], [ast.Raise(**place)], **place)
        skippable = constant(f"{HOOK_PREFIX}skippable", original)
        return [ast.Try(rewritten, [ast.ExceptHandler(skippable, None, [passed], **place)], [], [], **place)]

    def _with_guard(self, guarded: bool, statements: list[ast.stmt]) -> list[ast.stmt]:
        outer, self.guarded = self.guarded, guarded and self.keep_going
        block = self._block(statements)
        self.guarded = outer
        return block

    def visit_Module(self, node: ast.Module) -> ast.Module:
        for first, last, number in self.displays:
            self._display(node.body, first, last, number)
        node.body = self._block(node.body)
        return node

    def _display(self, body: list[ast.stmt], first: int, last: int, number: int) -> None:
        cell = [statement for statement in body if first <= statement.lineno <= last]
        if cell and isinstance(cell[-1], ast.Expr) and not isinstance(cell[-1].value, ast.Constant):
            cell[-1].value = self.hook("display", cell[-1], constant(number, cell[-1]), cell[-1].value)

    # Statements

    def visit_Assign(self, node: ast.Assign, visited: bool = False) -> ast.stmt | list[ast.stmt]:
        names = tuple(self.source.segment(*span_of(target)) for target in node.targets)
        value = node.value if visited else self.expression(node.value)
        node.value = self.hook("bind", node.value, self.site(node, "bind", names), value)
        # Before they are rewritten.
        looks = [look for target in node.targets for look in self._looks(target)]
        node.targets = [self.expression(target) for target in node.targets]
        return [node, *looks]

    def _looks(self, target: ast.expr) -> list[ast.stmt]:
        """What to look at again after an assignment to `target`."""
        if isinstance(target, ast.Tuple | ast.List):
            named = [self.look_at("look", name, (name.id,)) for name in _names_in(target)]
            return [*named, *(look for item in _items_in(target) for look in self._looks(item))]
        if isinstance(target, ast.Subscript) or (
            isinstance(target, ast.Attribute) and target.attr in ("shape", "flat")
        ):
            root = root_of(target) if isinstance(target, ast.Subscript) else root_of(target.value)
            return [self.look_at("changed", root, (self.source.segment(*span_of(root)),))] if root else []
        return []

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        value = node.value
        if isinstance(value, ast.Compare):
            # Nobody learns what this gives: it compares, but it does not check.
            value.left = self.expression(value.left)
            value.comparators = [self.expression(comparator) for comparator in value.comparators]
            return node
        node.value = self.expression(value)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt | list[ast.stmt]:
        if node.value is None:
            return node
        names = (self.source.segment(*span_of(node.target)),)
        node.value = self.hook("bind", node.value, self.site(node, "bind", names), self.expression(node.value))
        return [node, *self._looks(node.target)]

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | list[ast.stmt]:
        value = self.expression(node.value)
        operator = type(node.op).__name__
        if isinstance(node.target, ast.Name):
            names = (node.target.id,)
            arguments = (self.site(node, "bind", names), constant(operator, node), loaded(node.target), value)
            return ast.Assign([node.target], self.hook("in_place", node, *arguments), **place_of(node))
        node.value = self.hook("addend", node.value, self.site(node, "bind"), constant(operator, node), value)
        plain = read_again(node.target)
        if plain is not None and isinstance(node.op, ast.MatMult | ast.Mult):
            made = self.hook("in_place", node, self.site(node, "bind"), constant(operator, node), plain, value)
            return self.visit_Assign(ast.Assign([node.target], made, **place_of(node)), visited=True)
        root = root_of(node.target)
        node.target = self.expression(node.target)  # type: ignore[assignment]
        statements: list[ast.stmt] = [node]
        if plain is not None:
            statements.append(self.statement("item", node, self.site(node, "bind"), plain))
        if root is not None:
            statements.append(self.look_at("changed", root, (self.source.segment(*span_of(root)),)))
        return statements

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        value = self.expression(node.value) if node.value else constant(None, node)
        node.value = self.hook("leave", node, self.site(node, "return"), value)
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        node.test = self.hook("asserted", node, self.site(node, "assert"), self.expression(node.test))
        return node

    def visit_For(self, node: ast.For) -> ast.stmt | list[ast.stmt]:
        if "range" in self.assigned or not only_calculates(node):
            return self._loop(node)
        site, rest = self.site(node, "loop"), copy_of(node)
        self._loop(node)
        node.iter = self.hook("steps", node.iter, site, node.iter)
        rest.iter = self.hook("further", node.iter, site)
        return [node, rest]

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.stmt:
        return self._loop(node)

    def _loop(self, node: ast.For | ast.AsyncFor) -> ast.stmt:
        counts = isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name)
        ranged = counts and getattr(getattr(node.iter, "func", None), "id", "") == "range"
        names = [] if ranged else _names_in(node.target)
        node.iter = self.expression(node.iter)
        if self.keep_going and isinstance(node, ast.For) and not ranged:
            node.iter = self.hook("through", node.iter, self.site(node, "for"), node.iter)
        node.target = self.expression(node.target)
        looks: list[ast.stmt] = [self.look_at("look", name, (name.id,)) for name in names]
        node.body = [*looks, *self._block(node.body)]
        node.orelse = self._block(node.orelse)
        return node

    def visit_While(self, node: ast.While) -> ast.stmt:
        node.test = self.expression(node.test)
        if self.keep_going:
            node.test = self.hook("still", node.test, self.site(node, "while"), node.test)
        # A statement passed over in a while loop might be the one that ends it.
        node.body = self._with_guard(False, node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_If(self, node: ast.If) -> ast.stmt:
        node.test = self.expression(node.test)
        node.body = self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_With(self, node: ast.With) -> ast.stmt:
        return self._context(node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.stmt:
        return self._context(node)

    def _context(self, node: ast.With | ast.AsyncWith) -> ast.stmt:
        catches = any(map(swallows, node.items))
        node.items = [self.visit(item) for item in node.items]
        node.body = self._with_guard(self.guarded and not catches, node.body)
        return node

    def visit_Try(self, node: ast.Try) -> ast.stmt:
        return self._attempt(node)

    def visit_TryStar(self, node: ast.TryStar) -> ast.stmt:
        return self._attempt(node)

    def _attempt(self, node: ast.Try | ast.TryStar) -> ast.stmt:
        node.body = self._with_guard(self.guarded and not node.handlers, node.body)
        for handler in node.handlers:
            if handler.type:
                handler.type = self.expression(handler.type)
            caught = self.statement("caught", handler.body[0])
            handler.body = [caught, *self._block(handler.body)]
        node.orelse = self._block(node.orelse)
        node.finalbody = self._block(node.finalbody)
        return node

    def visit_Match(self, node: ast.Match) -> ast.stmt:
        node.subject = self.expression(node.subject)
        for case in node.cases:
            if case.guard:
                case.guard = self.expression(case.guard)
            case.body = self._block(case.body)
        return node

    # Definitions

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.stmt:
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
        node.decorator_list = [self.expression(decorator) for decorator in node.decorator_list]
        self._defaults(node.args)
        first = node.body[0]
        documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        head, rest = (node.body[:1], node.body[1:]) if documented else ([], node.body)
        entered = self.statement("enter", node, self.site(node, "function", (node.name,)))
        outer, self.written_twice = self.written_twice, self.written_twice or may_raise(node)
        body = self._with_guard(_is_procedure(node), rest)
        self.written_twice = outer
        end = rest[-1] if rest else first
        left = self.statement("leave", end, self.site(node, "return"), constant(None, end))
        node.body = [*head, entered, *body, left]
        return node

    def _defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self.expression(default) for default in arguments.defaults]
        arguments.kw_defaults = [self.expression(default) if default else None for default in arguments.kw_defaults]

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self._defaults(node.args)
        node.body = self.expression(node.body)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        node.decorator_list = [self.expression(decorator) for decorator in node.decorator_list]
        node.bases = [self.expression(base) for base in node.bases]
        for keyword in node.keywords:
            keyword.value = self.expression(keyword.value)
        first = node.body[0]
        documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        head, rest = (node.body[:1], node.body[1:]) if documented else ([], node.body)
        node.body = [*head, *self._block(rest)]
        return node
