"""Whether f has one value on a curve or surface of solutions, and which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.scalars import Constant, compare
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.crossing import may_jump
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.algebra.systems import NotPolynomial, contains
from calctool.notation.tree import ONE, TWO, ZERO, Name, Power, Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.values import exact, value_of
from calctool.solve.stationary.manifold import determinant, gradient
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict


def along(
    f: Tree,
    component: Component,
    constraints: Sequence[Tree] | None = None,
    *,
    is_inside: bool = False,
) -> Scalar | None:
    """The only value on it, None where there are several or that is open.

    `constraints` are those under which the component is one of candidates: where their gradients
    are independent, f does not change along it. It `is_inside` if f is smooth all over it.
    """
    if component.points is not None:
        put_in = substitute(f, dict(component.points))
        value = _constant(_where_positive(put_in, component), component.parameters)
        if value is not None:
            return Constant(constant_value(value))
    if not component.sampled or not component.samples:
        return None
    value_there = _common([_at(f, place) for place in component.samples])
    if value_there is None or not (
        _follows(f, value_there, component)
        or _is_flat(f, component, constraints, is_inside=is_inside)
    ):
        return None
    return value_there


def _where_positive(tree: Tree, component: Component) -> Tree:
    """t^2 for a parameter that is not negative: sqrt(t^2) is t then, for sqrt(t^4) is t^2."""
    signs = {(at, sign) for at, sign in component.where}
    positive = (
        name for name in component.parameters if {(Name(name), ">"), (Name(name), ">=")} & signs
    )
    return substitute(tree, {name: Power(Name(name), TWO) for name in positive})


def _constant(tree: Tree, parameters: Sequence[str]) -> Tree | None:
    for at in (ZERO, ONE, TWO):
        value = value_of(substitute(tree, dict.fromkeys(parameters, at)))
        if value is not None:
            same = check_equality(tree, value).verdict is Verdict.PROVED
            return exact(value).expr if same else None
    return None


def _at(f: Tree, place: Place) -> Scalar | None:
    try:
        return place.scalar(f)
    except (Undecided, Undefined):
        return None


def _common(values: Sequence[Scalar | None]) -> Scalar | None:
    first = values[0]
    if first is None:
        return None
    same = all(value is not None and compare(value, first) == 0 for value in values)
    return first if same else None


def _follows(f: Tree, value: Scalar, component: Component) -> bool:
    """Whether f - value is a combination of the equations."""
    tree = value.tree()
    if tree is None:
        return False
    try:
        return contains(component.equations, added([f, negated(tree)]), component.names)
    except NotPolynomial:
        return False


def _is_flat(
    f: Tree, component: Component, constraints: Sequence[Tree] | None, *, is_inside: bool
) -> bool:
    """Whether f is defined all over it and the constraints have independent gradients there: then
    f, with a gradient that depends on theirs, is constant on each connected part."""
    if constraints is None or len(constraints) > len(component.names):
        return False
    if not is_inside and (conditions(f) or may_jump(f)):
        return False
    rows = [gradient(each, component.names) for each in constraints]
    if not rows:
        return True
    minors = [
        determinant([tuple(row[column] for column in columns) for row in rows])
        for columns in combinations(range(len(component.names)), len(rows))
    ]
    found = solutions((*component.equations, *minors), component.names)
    return found.is_empty
