"""Calls of Python's libraries: functions by name, and those that are more than a template."""

from __future__ import annotations

import ast
from collections.abc import Callable

from calctool.atlas.index import COMPOSED, SPELLINGS
from calctool.notation.node import Span
from calctool.notation.pasted.pieces import Piece, Run, bracketed, filled, needs
from calctool.notation.pasted.python import branches
from calctool.notation.pasted.python.names import (
    TEMPLATES,
    Template,
    attribute,
    module_of,
    name_of,
)
from calctool.notation.pasted.python.source import Source
from calctool.notation.problem import Problem


def call(r: Source, node: ast.Call) -> Run:
    match node.func:
        case ast.Name(name):
            pass
        case ast.Attribute():
            found = attribute(node.func)
            if found is None:
                raise r.refused(node.func)
            name = found
        case _:
            raise r.refused(node)
    span = r.span(node)
    if any(isinstance(each, ast.Starred) for each in node.args):
        raise r.refused(node)
    _refuse_other_meaning(r, node, name)
    if special := _SPECIAL.get(name):
        return special(r, node)
    if node.keywords:
        raise r.refused(node)
    arguments = [r.run(each) for each in node.args]
    # sinc is sin(x)/x for SymPy, as for us; for arrays it is sin(pi*x)/(pi*x).
    is_ours = name == "sinc" and not _is_of_arrays(node)
    template = None if is_ours else _template(name, len(arguments))
    if template is not None:
        needed = needs(template)
        if needed != len(arguments):
            raise Problem(
                "syntax.argument-count", span, name=name, given=len(arguments), needed=needed
            )
        return filled(template, arguments, span)
    if name not in SPELLINGS.keys() | COMPOSED.keys() and not (
        isinstance(node.func, ast.Name) and len(name) == 1
    ):
        raise Problem("syntax.unknown-function", r.span(node.func), name=name)
    return [Piece(name, *r.span(node.func)), *bracketed(_listed(arguments, span))]


_ELEMENTWISE = {"max": "maximum", "min": "minimum"}


def _refuse_other_meaning(r: Source, node: ast.Call, name: str) -> None:
    """Names that mean one thing in one library and something else in another.

    np.max(x, 0) goes along an axis, np.log(x, 2) has nowhere to put its result.
    """
    module, is_array = module_of(node.func), _is_of_arrays(node)
    has_list = bool(node.args) and isinstance(node.args[0], ast.List | ast.Tuple)
    several = len(node.args) > 1 or node.keywords
    if is_array and several and not has_list and (name in _ELEMENTWISE or name == "log"):
        problem = Problem("python.not-arithmetic", r.span(node), what=ast.unparse(node)[:40])
        if name in _ELEMENTWISE:
            place = r.span(node.func)
            other = f"{module}.{_ELEMENTWISE[name]}"
            problem.offer(r.text[: place.start] + other + r.text[place.end :])
        raise problem


def _is_of_arrays(node: ast.Call) -> bool:
    return module_of(node.func) not in (None, "math", "Math", "sp", "sympy", "S", "mp", "mpmath")


def _symbol(r: Source, node: ast.Call) -> Run:
    """Symbol('x'), Integer(3), Float('0.5'): one text or number."""
    match node.args:
        case [ast.Constant(str(value)), *_] if value.isidentifier() or _is_number(value):
            return [Piece(value, *r.span(node))]
        case [value]:
            return r.run(value)
    raise r.refused(node)


def _extreme(r: Source, node: ast.Call) -> Run:
    """max(a, b), np.amax((a, b), axis=0)."""
    parts = node.args
    match parts:
        case [ast.Tuple(inner) | ast.List(inner)]:
            parts = inner
    if not parts or any(key.arg != "axis" for key in node.keywords):
        raise r.refused(node)
    name = "max" if name_of(node.func) in ("max", "amax", "Max") else "min"
    arguments = [r.run(each) for each in parts]
    span = r.span(node)
    return [Piece(name, *r.span(node.func)), *bracketed(_listed(arguments, span))]


_SPECIAL: dict[str, Callable[[Source, ast.Call], Run]] = {
    "Symbol": _symbol, "Dummy": _symbol, "Integer": _symbol,
    "Float": _symbol, "S": _symbol, "sympify": _symbol,
    "Piecewise": branches.cases, "where": branches.where, "select": branches.select,
    "max": _extreme, "amax": _extreme, "min": _extreme,
    "amin": _extreme, "Max": _extreme, "Min": _extreme,
}  # fmt: skip


def _template(name: str, count: int) -> Template | None:
    found = TEMPLATES.get(name)
    return found if isinstance(found, str) or found is None else found.get(count)


def _listed(arguments: list[Run], span: Span) -> Run:
    return filled("{*}", arguments, span)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
