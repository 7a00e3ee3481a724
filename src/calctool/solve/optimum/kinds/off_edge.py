"""Of a set on an end of the domain on which f has one value: how f changes on leaving it."""

from __future__ import annotations

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.extrema.forms.zero_form import factors_of
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.field import is_zero
from calctool.algebra.places.place import Scalar
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ONE, TWO, ZERO, Name, Power, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.optimum.kinds.crease import Crease
from calctool.solve.optimum.kinds.smooth_names import Renamed, renamed
from calctool.solve.optimum.strata.fixed import solved_for
from calctool.solve.optimum.strata.folds import formula
from calctool.solve.optimum.strata.on_set import vanishes
from calctool.solve.stationary.manifold import gradient, slope
from calctool.solve.stationary.seams import changes
from calctool.solve.stationary.short import short


def pull_off_edge(crease: Crease, component: Component, value: Scalar | None) -> Tree | None:
    """What has the sign of f - c beside the set, wherever it is not zero; None where that is not
    seen. f is c, the `value`, all over the set, which is a whole end of the domain.

    With a new name s in which f is smooth, as s = sqrt(u), f changes as its slope in s: the old
    names move with s^2 only, wherever the gradient of u is not zero.
    """
    (fold, *others) = crease.on
    if others or crease.active or fold.changes or component.dimension != len(crease.names) - 1:
        return None
    new = renamed((seam for seam, _ in fold.seams if not changes(seam)), crease.f.names)
    if new is None or len(new.equations) != 1 or len(new.bounds) != 1:
        return None
    f = formula(crease.f, {each: sign for each, sign in crease.signs.items() if sign})
    return _by_slope(new, f, crease, component) or _by_factors(new, f, component, value)


def _by_slope(new: Renamed, f: Tree, crease: Crease, component: Component) -> Tree | None:
    (name, at), ((_, side),) = *new.values.items(), new.bounds
    (equation,) = new.equations
    if not is_zero(substitute(slope(equation, name), {name: at})):
        return None
    steep = [substitute(each, {name: at}) for each in gradient(equation, crease.names)]
    found = short(substitute(slope(short(new.of(f)), name), {name: at}))
    if found == ZERO or vanishes(found, component) or all(vanishes(g, component) for g in steep):
        return None
    if not solutions((*component.equations, *steep), crease.names).is_empty:
        # Where the gradient of u is zero, as that of x*y at (0, 0), nothing is said.
        found = multiplied((found, added(raised(each, TWO) for each in steep)))
    return negated(found) if side > 0 else found


def _by_factors(new: Renamed, f: Tree, component: Component, value: Scalar | None) -> Tree | None:
    """f - c without the factors that are powers of s, which are positive beside the set."""
    c = None if value is None else value.tree()
    (name, at), ((_, side),) = *new.values.items(), new.bounds
    if c is None or at != ZERO or side > 0:
        return None
    # y is s^2 where s = sqrt(y).
    old = solved_for(new.equations)
    rest = short(substitute(added((new.of(f), negated(c))), old))
    kept: list[Tree] = [ONE]
    names = (*component.names, name)
    p = polynomial(rest, names)
    parts = factors_of(rest)
    if p:
        content, found = factored(p)
        kept.append(number(1 if content > 0 else -1))
        parts = ((tree_of(factor, names), int(power)) for factor, power in found)
    for factor, power in parts:
        if factor == Name(name) or (isinstance(factor, Power) and factor.base == Name(name)):
            continue
        kept.append(raised(factor, number(power % 2 or 2)))
    found_ = short(substitute(multiplied(kept), {name: ZERO}))
    return None if vanishes(found_, component) else found_
