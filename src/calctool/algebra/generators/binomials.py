"""A product of exponentials with one value: a linear form of the names has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.extrema.polynomials import fractions, monomial_tree, polynomial
from calctool.algebra.solutions import Component
from calctool.algebra.systems.parametrised import LETTERS
from calctool.notation.tree import Call, Name, Tree, number
from calctool.notation.walk import substitute


def straightened(component: Component, inner: Tree, back: Mapping[str, Tree]) -> Component:
    """x - y - log(2) = 0 for exp(x) - 2*exp(y) = 0, with a form of its points, where one equation
    is all there is: exp is one-to-one. `inner` is that in the unknowns, of which `back` has the
    meanings; the same where it is not of this kind."""
    found = _solved(inner, component.names, back)
    if found is None or component.dimension != len(component.names) - 1:
        return component
    name, terms = found
    value = added(terms)
    others = [other for other in component.names if other != name]
    free = [letter for letter in LETTERS if letter not in component.names][: len(others)]
    if len(free) < len(others):
        return component
    put: dict[str, Tree] = {n: Name(t) for n, t in zip(others, free, strict=True)}
    points = {**put, name: substitute(value, put)}
    return Component(
        (added((Name(name), *map(negated, terms))),),
        component.names,
        component.dimension,
        tuple((n, points[n]) for n in component.names),
        tuple(free),
        component.where,
        component.samples,
        component.sampled,
    )


def _solved(
    inner: Tree, names: Sequence[str], back: Mapping[str, Tree]
) -> tuple[str, list[Tree]] | None:
    """A name, and the terms of its value by the others."""
    unknowns = sorted(inner.names)
    exponents = [_exponent(back.get(each)) for each in unknowns]
    p = polynomial(inner, unknowns) if unknowns and None not in exponents else None
    if not p or len(p) != 2:
        return None
    (first, a), (second, b) = fractions(p).items()
    if a * b > 0:
        return None
    pairs = zip(exponents, first, second, strict=True)
    parts = (multiplied((number(m - n), u)) for u, m, n in pairs if u is not None)
    form = polynomial(added(parts), names)
    if not form or form.total_degree() > 1:
        return None
    rates = fractions(form)
    powers = min((each for each in rates if any(each)), default=None)  # of the last name
    if powers is None:
        return None
    share = rates.pop(powers)
    terms = [monomial_tree(-rate / share, each, names) for each, rate in rates.items()]
    if a != -b:
        terms.append(multiplied((number(1 / share), Call("log", (number(-b / a),)))))
    return names[powers.index(1)], terms


def _exponent(meaning: Tree | None) -> Tree | None:
    match meaning:
        case Call("exp", (u,)):
            return u
    return None
