"""What a derivative is at a point by the definition, whatever order it has."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.local.point import WITHOUT_LIMIT, Local, OneSide, at_point
from calctool.notation.tree import Name, Piecewise, Relation, Tree, expression
from calctool.solve.answer import OneDerivative
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.exact.record import BothSides, Exact
from calctool.solve.exact.values import exact


def chain_of(one: OneDerivative, f: Tree, names: tuple[tuple[str, Tree], ...]) -> tuple[Tree, ...]:
    """f and its derivatives in turn, the one asked for last; names written out."""
    if len(one.derivations) < len(one.wrt):
        return (f, *one.lower, expression(one.derivative))
    ends = [expression(derivation.end) for derivation in one.derivations]
    return (f, *(expanded(end, names) for end in ends))


def judge(chain: tuple[Tree, ...], name: str, point: Tree) -> Local:
    """The highest derivative of the chain by the definition; without sides where a lower one,
    of which it would be the derivative, is wanting."""
    g, *higher = chain
    local = _at_point(g, name, point)
    for lower, formula in enumerate(higher[:-1], start=1):
        if not local.differentiable or local.derivative is None:
            return replace(local, left=None, right=None)
        here = Relation(Name(name), "=", point)
        patched = Piecewise(((local.derivative, here), (formula, None)))
        local = replace(_at_point(patched, name, point), lower=lower)
    return local


def _at_point(g: Tree, name: str, point: Tree) -> Local:
    local = at_point(g, name, point, sides_of_gaps=False)
    if local.kind != "undecided" or point.names:
        return local
    # Few functions oscillate.
    from calctool.solve.exact.oscillation import with_waves

    return with_waves(g, name, local)


def quotient_between(local: Local, chain: tuple[Tree, ...], name: str) -> BothSides:
    """What the difference quotient comes near where it has no limit."""
    if local.kind not in WITHOUT_LIMIT:
        return None, None
    # Few functions oscillate.
    from calctool.solve.exact.oscillation import of_quotient

    return of_quotient(chain[local.lower], name, local)


def slope(side: OneSide | None) -> Exact | None:
    value = side.derivative.value if side is not None else None
    return None if value is None else exact(value)
