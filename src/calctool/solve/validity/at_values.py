"""What a derivative is at a point asked for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from calctool.algebra.local.point import Local, at_point
from calctool.algebra.local.regular import is_outside, is_regular
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import AtPoint, OneDerivative
from calctool.solve.exact.record import BothSides, Exact
from calctool.solve.exact.values import exact, exact_value, tangent
from calctool.solve.validity.judged import chain_of, judge, quotient_between, slope


def at_place(
    one: OneDerivative, f: Tree, names: tuple[tuple[str, Tree], ...], values: dict[str, Tree]
) -> AtPoint:
    """What a derivative that was found is at a point, by the definition where rules fail."""
    return at_values(chain_of(one, f, names), one, values)


def at_values(
    chain: tuple[Tree, ...],
    one: OneDerivative,
    values: dict[str, Tree],
    assumed: tuple[Relation, ...] = (),
) -> AtPoint:
    """What the derivative is at the point: the formula where all rules hold near it, else by the
    definition, all other names put in first."""
    point = tuple((name, exact(value)) for name, value in values.items())
    if is_outside(chain[0], values):
        return AtPoint(point, False, kind="outside-domain")
    if all(is_regular(g, values) for g in chain[:-1]):
        value = exact_value(substitute(chain[-1], values))
        at = AtPoint(point, True, exact(value), function_value=_value(chain[0], values))
    elif len(set(one.wrt)) == 1:
        at = _by_definition(chain, one.wrt[0], values, point)
        if at.exists is None and letters(chain[0], values):
            at = _by_letters(chain, one.wrt[0], values, at, assumed)
    else:
        return AtPoint(point, None, kind="undecided")
    return replace(at, tangent=_tangent(at, one, values))


def letters(f: Tree, values: Mapping[str, Tree]) -> frozenset[str]:
    """What the value at a point hangs on: names of f without a value, and those in the values."""
    return (f.names - values.keys()).union(*(value.names for value in values.values()))


def _value(f: Tree, values: dict[str, Tree]) -> Exact:
    return exact(exact_value(substitute(f, values)))


def _by_definition(
    chain: tuple[Tree, ...],
    name: str,
    values: dict[str, Tree],
    point: tuple[tuple[str, Exact], ...],
) -> AtPoint:
    others = {other: value for other, value in values.items() if other != name}
    seen = tuple(substitute(g, others) for g in chain)
    local = judge(seen, name, values[name])
    return AtPoint(
        point=point,
        exists=local.differentiable,
        value=None if local.derivative is None else exact(local.derivative),
        left=slope(local.left),
        right=slope(local.right),
        function_value=None if local.value is None else exact(local.value),
        kind=local.kind,
        lower=local.lower,
        between=quotient_between(local, seen, name),
        wanders=_wanders(seen[-1], name, local) if local.differentiable else (None, None),
    )


def _by_letters(
    chain: tuple[Tree, ...],
    name: str,
    values: dict[str, Tree],
    at: AtPoint,
    assumed: tuple[Relation, ...],
) -> AtPoint:
    """What hangs on the letters that are left; as it was where it stays open."""
    from calctool.solve.validity.in_letters import at_value

    others = {other: value for other, value in values.items() if other != name}
    seen = tuple(substitute(g, others) for g in chain)
    found = at_value(seen, name, values[name], assumed, judge)
    if found is None:
        return at
    when, seams = found
    if not when:
        return replace(at, kind="by-letters", when=when, seams=seams)
    moves = readable_forms(given := substitute(seen[-1], {name: values[name]}), given, name)
    value = moves[-1].after if moves else given
    here = substitute(seen[0], {name: values[name]})
    return replace(
        at,
        exists=True,
        kind="smooth",
        value=Exact(value, None, None),
        function_value=Exact(here, None, None),
        when=when,
        seams=seams,
    )


def _wanders(derivative: Tree, name: str, local: Local) -> BothSides:
    """What the derivative comes near where it exists at the point and is not continuous."""
    here = at_point(derivative, name, local.point)
    if all(side is None or side.limit.kind != "none" for side in (here.left, here.right)):
        return None, None
    from calctool.solve.exact.oscillation import of_function

    return of_function(derivative, name, here)


def _tangent(at: AtPoint, one: OneDerivative, values: dict[str, Tree]) -> Tree | None:
    """The tangent line of a function of one variable."""
    if at.value is None or at.function_value is None or len(values) > 1 or len(one.wrt) > 1:
        return None
    name = one.wrt[0]
    return tangent(name, values[name], at.function_value.expr, at.value.expr)
