"""Where a derivative holds: the domain, the kinks, and what happens at a point asked for.

A point is judged by the definition of the derivative (algebra.local), never by the formula; a
higher derivative is the derivative of the function that has the lower one's proved value there.
"""

from __future__ import annotations

from dataclasses import replace

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.clean import clean
from calctool.algebra.domain import conditions, implied, is_empty
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.kinks import places
from calctool.algebra.local import Local, OneSide, at_point
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    Name,
    Negative,
    Piecewise,
    Product,
    Relation,
    Sum,
    Tree,
    expression,
    substitute,
)
from calctool.solve.answer import AtPoint, Exact, Kink, OneDerivative
from calctool.solve.parts import expanded
from calctool.solve.question import DiffQuestion


def located(
    one: OneDerivative, question: DiffQuestion, names: tuple[tuple[str, Tree], ...]
) -> OneDerivative:
    """The derivative with its domain, its kinks and its value at the point asked for."""
    f = expression(question.statement)
    chain = _chain(one, f, names)
    kinks, undecided = _kinks(chain, one.wrt)
    domain = conditions(f)
    if is_empty(domain):
        raise Problem("domain.empty", source=question.source, condition=plain(domain[0]))
    # Where every switching point was examined, the exceptions say more than the conditions.
    needed = tuple(need for need in one.holds if undecided and not implied(need, domain))
    placed = replace(one, conditions=domain, holds=needed, undefined_at=kinks, undecided=undecided)
    if question.at:
        placed = replace(placed, at=_at(chain, one, dict(question.at)))
    return placed


def _chain(one: OneDerivative, f: Tree, names: tuple[tuple[str, Tree], ...]) -> tuple[Tree, ...]:
    """f and its derivatives in turn, the one asked for last; names written out."""
    if len(one.derivations) < len(one.wrt):
        return (f, expanded(expression(one.derivative), names))
    ends = [expression(derivation.end) for derivation in one.derivations]
    return (f, *(expanded(end, names) for end in ends))


# --- kinks --------------------------------------------------------------------------------------


def _kinks(
    chain: tuple[Tree, ...], wrt: tuple[str, ...]
) -> tuple[tuple[Kink, ...], tuple[Relation, ...]]:
    """The points of f's domain without a derivative, and the equations left open."""
    found = []
    open_equations: dict[Relation, None] = {}
    points: dict[Tree, None] = {}
    for g, name in zip(chain, wrt, strict=False):
        known, undecided = places(g, name)
        points.update(dict.fromkeys(map(written, known)))
        open_equations.update(dict.fromkeys(undecided))
    for point in points:
        local = _judge(chain, wrt[0], point)
        if local.kind not in ("smooth", "outside-domain"):
            found.append(_kink(local))
    return tuple(found), tuple(open_equations)


def _judge(chain: tuple[Tree, ...], name: str, point: Tree) -> Local:
    """The highest derivative of the chain by the definition, or the first that fails."""
    g, *higher = chain
    local = at_point(g, name, point)
    for formula in higher[:-1]:
        if not local.differentiable or local.derivative is None:
            return local
        here = Relation(Name(name), "=", point)
        patched = Piecewise(((local.derivative, here), (formula, None)))
        local = at_point(patched, name, point)
    return local


def _kink(local: Local) -> Kink:
    left, right = _slope(local.left), _slope(local.right)
    return Kink(exact(local.point), local.kind, left, right)


def _slope(side: OneSide | None) -> Exact | None:
    value = side.derivative.value if side is not None else None
    return None if value is None else exact(value)


def exact(tree: Tree) -> Exact:
    """A constant with its enclosure; infinite ones have none."""
    bounds = enclose(tree, budget.ENCLOSED_DIGITS) if _is_finite(tree) else None
    low, high = bounds if bounds is not None else (None, None)
    return Exact(tree, low, high)


def _is_finite(tree: Tree) -> bool:
    return not any("oo" in getattr(part, "id", "") for part in (tree, *tree.children))


# --- at a point ---------------------------------------------------------------------------------


def _at(chain: tuple[Tree, ...], one: OneDerivative, values: dict[str, Tree]) -> AtPoint:
    """What the derivative is at the point, all other names put in first."""
    name = one.wrt[0]
    point = tuple((other, exact(value)) for other, value in values.items())
    others = {other: value for other, value in values.items() if other != name}
    put_in = tuple(substitute(g, others) for g in chain)
    is_mixed = len(set(one.wrt)) > 1
    if name not in values or is_mixed or len(chain) - 1 < len(one.wrt):
        return _by_formula(chain[-1], values, point)
    local = _judge(put_in, name, values[name])
    f_value = None if local.value is None else exact(local.value)
    value = local.derivative
    tangent = None
    if value is not None and local.value is not None and one.wrt == (name,) and len(values) == 1:
        tangent = _tangent(name, values[name], local.value, value)
    return AtPoint(
        point=point,
        exists=local.differentiable,
        value=None if value is None else exact(value),
        left=_slope(local.left),
        right=_slope(local.right),
        function_value=f_value,
        tangent=tangent,
        kind=local.kind,
    )


def _by_formula(
    formula: Tree, values: dict[str, Tree], point: tuple[tuple[str, Exact], ...]
) -> AtPoint:
    """The formula's value where the rules hold on a neighbourhood; else left open."""
    value = exact_value(substitute(formula, values))
    return AtPoint(point, None, exact(value), kind="undecided")


def _tangent(name: str, a: Tree, value: Tree, slope: Tree) -> Tree:
    """The line value + slope*(x - a), as slope*x + constant."""
    constant = exact_value(Sum((value, Negative(Product((slope, a))))))
    return clean(Sum((Product((slope, Name(name))), constant)))


def exact_value(tree: Tree) -> Tree:
    """A constant worked out exactly where that is possible, else as it stands."""
    try:
        return written(constant_value(tree))
    except (Undecided, Undefined):
        return clean(tree)
