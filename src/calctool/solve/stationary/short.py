"""Rational expressions in a short form: multiplied out, or as they stand where that is shorter."""

from __future__ import annotations

from calctool.algebra.build import divided, multiplied, negated, positive_first, raised
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.field import Field
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import (
    ONE,
    Call,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import transform, walk
from calctool.solve.exact.values import value_of


def short(tree: Tree) -> Tree:
    """The same value and the same domain; only of rational expressions the normal form."""
    light = collected(clean(transform(tree, _worked_out)))
    if not is_rational(light):
        return light
    field = Field()
    element = field.normal(light)
    normal = None if element is None else field.to_tree(element)
    if normal is None or light.size < normal.size or conditions(normal) != conditions(light):
        return light
    return Sum(tuple(positive_first(normal.terms))) if isinstance(normal, Sum) else normal


def plainest(tree: Tree, positive: str = "") -> Tree:
    """The normal form where that is shorter, also of what is not rational: -sin(y)^2 for
    sin(y)*sin(pi + y), 2*sqrt(x) for sqrt(x) - 1 - (-sqrt(x) - 1); for great values of a name that
    is `positive` t - 1 for sqrt(t^2 - 2*t + 1), -log(t) for log(1/t)."""
    light, field = short(tree), Field()
    if positive:
        light = short(transform(light, lambda part: _of_positive(part, positive)))
    element = field.normal(light)
    made = None if element is None else field.to_tree(element)
    if made is None:
        return light
    if positive:
        made = short(transform(made, lambda part: _of_positive(part, positive)))
    return made if made.size < light.size else light


def _of_positive(part: Tree, t: str) -> Tree | None:
    """Signs and roots of squares of polynomials in t, far out."""
    match part:
        case Call("sqrt", (Quotient(above, below),)) if part.names == {t}:
            over, under = (_root_of_positive(each, t) for each in (above, below))
            return None if over is None or under is None else divided(over, under)
        case Call("sign" | "abs" | "sqrt" as id, (u,)) if u.names == {t}:
            p = polynomial(u, (t,))
        case _:
            return None
    if not p:
        return None
    content, factors = factored(p)
    sign = 1 if content > 0 else -1
    # A factor has a leading coefficient that is positive.
    if id == "sign":
        return ONE if sign > 0 else negated(ONE)
    if id == "abs":
        return u if sign > 0 else negated(u)
    scale = tree_of(p.context().constant(content), (t,))
    root = value_of(Call("sqrt", (scale,))) if sign > 0 else None
    if root is None or rational(root) is None or any(power % 2 for _, power in factors):
        return None
    parts = (raised(tree_of(factor, (t,)), number(power // 2)) for factor, power in factors)
    return multiplied((root, *parts))


def _root_of_positive(u: Tree, t: str) -> Tree | None:
    """sqrt(u), where u is positive for great t: both are in sqrt(u/v) = sqrt(u)/sqrt(v)."""
    p = polynomial(u, (t,))
    return Call("sqrt", (u,)) if p and factored(p)[0] > 0 else None


def is_rational(tree: Tree) -> bool:
    """Whether it is made by the four operations and whole powers alone."""
    return all(_is_rational(part) for part in walk(tree))


def _worked_out(part: Tree) -> Tree | None:
    """0^2 as 0, (-t)^2 as t^2."""
    if isinstance(part, Power) and isinstance(part.base, Negative):
        exponent = rational(part.exponent)
        if exponent is not None and exponent % 2 == 0:
            return transform(Power(part.base.operand, part.exponent), _worked_out)
    constant = part.children and not part.names and rational(part) is None
    return value_of(part) if constant else None


def _is_rational(part: Tree) -> bool:
    if isinstance(part, Power):
        exponent = rational(part.exponent)
        return exponent is not None and exponent.denominator == 1
    return isinstance(part, Number | Name | Negative | Sum | Product | Quotient)
