"""Case distinctions of Python's libraries: a if b else c, np.where, np.select, Piecewise."""

from __future__ import annotations

import ast

from calctool.notation.node import Span
from calctool.notation.pasted.branches import Row, piecewise
from calctool.notation.pasted.pieces import Piece, Run
from calctool.notation.pasted.python.names import RELATIONS, name_of
from calctool.notation.pasted.python.source import Source
from calctool.notation.problem import Problem

_SIGNS: dict[type, str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "=", ast.NotEq: "!=",
}  # fmt: skip


def cases(r: Source, node: ast.Call) -> Run:
    rows: list[Row] = []
    for each in node.args:
        match each:
            case ast.Tuple([value, test]) | ast.Call(ast.Name("ExprCondPair"), [value, test]):
                holds = None if _is_true(test) else condition(r, test)
                rows.append(Row(r.run(value), holds, r.span(each)))
            case _:
                raise r.refused(each)
    return piecewise(rows, r.span(node))


def where(r: Source, node: ast.Call) -> Run:
    match node.args:
        case [test, value, other]:
            rows = [Row(r.run(value), condition(r, test), r.span(value))]
            return choice(r, rows, other, r.span(node))
    raise r.refused(node)


def select(r: Source, node: ast.Call) -> Run:
    """np.select([conditions], [values], default=…)."""
    default = [key.value for key in node.keywords if key.arg == "default"]
    match node.args:
        case [ast.List(tests), ast.List(values), *more] if len(tests) == len(values):
            rows = [
                Row(
                    r.run(value),
                    None if _is_true(test) else condition(r, test),
                    r.span(value),
                )
                for test, value in zip(tests, values, strict=True)
            ]
            other = [*more, *default][:1]
            if not other and name_of(node.func) == "select":
                place = r.span(node)
                rows.append(Row([Piece("0", *place)], None, place))
            if other and not _is_nan(other[0]) and rows and rows[-1].condition is not None:
                rows.append(Row(r.run(other[0]), None, r.span(other[0])))
            return piecewise(rows, r.span(node))
    raise r.refused(node)


def choice(r: Source, rows: list[Row], other: ast.expr, span: Span) -> Run:
    """A chain of else: each alternative is a row of one case distinction."""
    match other:
        case ast.IfExp(test, body, last):
            rows.append(Row(r.run(body), condition(r, test), r.span(body)))
            return choice(r, rows, last, span)
        case ast.Call(func, [test, body, last]) if _is_where(func):
            rows.append(Row(r.run(body), condition(r, test), r.span(body)))
            return choice(r, rows, last, span)
    if not (isinstance(other, ast.Constant) and other.value is None):
        rows.append(Row(r.run(other), None, r.span(other)))
    return piecewise(rows, span)


def condition(r: Source, node: ast.expr) -> Run:
    match node:
        case ast.Compare(left, ops, comparators):
            found = r.run(left)
            before = left
            for op, right in zip(ops, comparators, strict=True):
                if type(op) not in _SIGNS:
                    raise r.refused(node)
                span = Span(r.span(before).end, r.span(right).start)
                found += [Piece(_SIGNS[type(op)], *span), *r.run(right)]
                before = right
            return found
        case ast.Call(func, [left, right]) if name_of(func) in RELATIONS:
            sign = Piece(RELATIONS[name_of(func) or ""], *r.span(func))
            return [*r.run(left), sign, *r.run(right)]
        case ast.BoolOp(ast.And() | ast.Or() as op, [first, *others]):
            return _joined(r, [first, *others], " and " if isinstance(op, ast.And) else " or ")
        case ast.BinOp(left, ast.BitAnd() | ast.BitOr() as op, right):
            return _joined(r, [left, right], " and " if isinstance(op, ast.BitAnd) else " or ")
    raise Problem("syntax.condition", r.span(node), hint="condition")


def _joined(r: Source, parts: list[ast.expr], word: str) -> Run:
    """Conditions of one kind; `and` beside `or` has no reading in plain notation."""
    found: Run = []
    for part in parts:
        run = condition(r, part)
        other = {" and ": " or ", " or ": " and "}[word]
        if any(piece.text == other for piece in run):
            raise Problem("syntax.condition", r.span(part), hint="condition")
        if found:
            found.append(Piece(word, run[0].start, run[0].start))
        found += run
    return found


def _is_where(func: ast.expr) -> bool:
    return name_of(func) == "where"


def _is_true(node: ast.expr) -> bool:
    return (isinstance(node, ast.Constant) and node.value is True) or (
        isinstance(node, ast.Name) and node.id == "true"
    )


def _is_nan(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "nan"
