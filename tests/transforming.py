"""Rewrites sources in ways that change nothing of what they do."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Iterator

BY_NAME = {"exec", "eval", "compile", "globals", "locals", "vars", "dir", "getattr", "setattr", "__name__"}
"""Names of what can reach a variable by its name as text."""


def reaches_by_name(source: str) -> bool:
    """Whether a source may look for a variable by its name as text, or bind names that it does not spell."""
    tree = ast.parse(source)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    words = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return bool(names & (BY_NAME - {"__name__"})) or "modules" in words or _has_star(tree)


def fits_in_a_function(source: str) -> bool:
    """Whether a source's statements can stand in a function and still mean the same."""
    tree = ast.parse(source)
    outside = (ast.Global, ast.Nonlocal)
    deletes = any(isinstance(node, ast.Delete) for node in tree.body)
    future = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
    globals_used = any(isinstance(node, outside) for node in ast.walk(tree))
    # unittest looks for its classes among the module's names.
    looked_for = "unittest.main(" in source
    return not (globals_used or deletes or future or looked_for or reaches_by_name(source))


def _has_star(tree: ast.AST) -> bool:
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return any(alias.name == "*" for node in imports for alias in node.names)


def reformatted(source: str) -> str:
    """The same without comments, in the layout of ast.unparse()."""
    return ast.unparse(ast.parse(source)) + "\n"


def in_a_function(source: str) -> str:
    """The same in the body of main(), which is called at the end."""
    tree = ast.parse(source)
    arguments = ast.arguments([], [], None, [], [], None, [])
    main = ast.FunctionDef("main", arguments, tree.body, [], lineno=1)
    call = ast.Expr(ast.Call(ast.Name("main", ast.Load()), [], []))
    return ast.unparse(ast.fix_missing_locations(ast.Module([main, call], []))) + "\n"


def renamed(source: str) -> str:
    """The same with every variable under another name."""
    tree = ast.parse(source)
    others = {name: f"v{index}_" for index, name in enumerate(sorted(_variables(tree)))}

    class Renamer(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.Name:
            node.id = others.get(node.id, node.id)
            return node

    return ast.unparse(Renamer().visit(tree)) + "\n"


def _variables(tree: ast.AST) -> set[str]:
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored - set(_names_in_other_roles(tree)) - set(dir(builtins)) - set(keyword.softkwlist)


def _names_in_other_roles(tree: ast.AST) -> Iterator[str]:
    """Names that are spelled where no variable stands too: parameters, attributes, imports, members of classes."""
    for node in ast.walk(tree):
        match node:
            case ast.arg(arg=name) | ast.keyword(arg=str(name)) | ast.Attribute(attr=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                yield from names
            case ast.ClassDef(name=name, body=body):
                yield name
                for statement in body:
                    yield from (part.id for part in ast.walk(statement) if isinstance(part, ast.Name))
            case _:
                pass
