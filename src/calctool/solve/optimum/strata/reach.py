"""Whether conditions leave any point of a set, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import implied, is_empty
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.domain.reduction import truth
from calctool.algebra.extrema.polynomials import fractions, polynomial
from calctool.algebra.field import is_zero
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.solutions import Component
from calctool.algebra.systems import NotPolynomial, has_real_point
from calctool.notation.tree import ONE, TWO, ZERO, Name, Power, Relation, Sign, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.stationary.manifold import gradient

Row = tuple[Fraction, ...]
"""A linear function: its coefficients, and at last its constant."""
_SIGNS: dict[str, Sign] = {"=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "!=": "!="}


def has_points(
    equations: Sequence[Tree], needs: Iterable[Relation], names: Sequence[str]
) -> bool | None:
    """Whether some point keeps them all; None where it was not decided."""
    from calctool.algebra.extrema.polar.nonempty import has_point
    from calctool.algebra.extrema.polar.region import region

    wanted = tuple(need for need in needs if truth(need) is not True)
    if not wanted and not equations:
        return True
    fewer = _solved(equations, wanted, names)
    if fewer is not None:
        return has_points(*fewer)
    if is_empty(wanted) or any(_is_apart_from_zero(each, wanted) for each in equations):
        return False
    on = region(ZERO, names, (*(Relation(each, "=", ZERO) for each in equations), *wanted))
    found = None if on is None else has_point(on)
    if found is not None or any(need.sign in ("<=", ">=") for need in wanted):
        return found
    if not equations and any(all_hold_at(place, wanted) for place in trials(_everywhere(names))):
        return True
    rows = [_row(need, names) for need in wanted if need.sign != "!="]
    known = [row for row in rows if row is not None]
    if not equations and len(known) == len(rows):
        return _is_met(known)
    try:
        return has_real_point([*equations, *_with_slack(wanted)], (*names, *_slack(wanted)))
    except NotPolynomial:
        return None


def _solved(
    equations: Sequence[Tree], needs: Sequence[Relation], names: Sequence[str]
) -> tuple[tuple[Tree, ...], tuple[Relation, ...], tuple[str, ...]] | None:
    """The same with a linear equation solved for a name; None where there is none."""
    for number_, equation in enumerate(equations):
        slopes = gradient(equation, tuple(names))
        if any(each.names or known_sign(each) is None for each in slopes):
            continue
        name = next((n for n, c in zip(names, slopes, strict=True) if known_sign(c)), None)
        left = [each for n, each in enumerate(equations) if n != number_]
        if name is None:
            continue
        rest = clean(substitute(equation, {name: ZERO}))
        value = {name: clean(divided(negated(rest), slopes[names.index(name)]))}
        put = (clean(substitute(each, value)) for each in left)
        return (
            tuple(each for each in put if not is_zero(each)),
            tuple(
                Relation(substitute(n.left, value), n.sign, substitute(n.right, value))
                for n in needs
            ),
            tuple(each for each in names if each != name),
        )
    return None


def _is_apart_from_zero(tree: Tree, needs: Iterable[Relation]) -> bool:
    """By coarse ranges: x + y where x and y are positive."""
    reach = range_of(tree, bounds(needs))
    return reach.positive or reach.negative


def shortest(needs: Iterable[Relation], given: Iterable[Relation] = ()) -> tuple[Relation, ...]:
    """Without those that follow from the others, or from what is given: x != 0 beside x < 0."""
    kept, known = list(needs), tuple(given)
    for need in tuple(kept):
        others = [other for other in kept if other is not need]
        kept = others if implied(need, (*others, *known)) else kept
    return tuple(kept)


def trials(component: Component) -> Iterator[Place]:
    """Some points of a set."""
    yield from component.samples
    for at in product(budget.TRIALS, repeat=len(component.parameters)):
        known = dict(zip(component.parameters, map(number, at), strict=True))
        place = {name: substitute(u, known) for name, u in component.points or ()}
        if place and _is_reached(component, known | place):
            yield TracedPlace(place)


def _is_reached(component: Component, values: Mapping[str, Tree]) -> bool:
    """Whether the coordinates in the parameters are those of a real point there."""
    return all(
        truth(Relation(substitute(tree, values), _SIGNS[sign], ZERO)) is True
        for tree, sign in component.where
    )


def _everywhere(names: Sequence[str]) -> Component:
    return Component((), tuple(names), len(names), tuple((n, Name(n)) for n in names), tuple(names))


def _apart(need: Relation) -> Tree:
    """What has to be positive, or not zero."""
    sides = (need.right, need.left) if need.sign in ("<", "<=") else (need.left, need.right)
    return added((sides[0], negated(sides[1])))


# --- linear -------------------------------------------------------------------------------------


def _row(need: Relation, names: Sequence[str]) -> Row | None:
    p = polynomial(_apart(need), names)
    if p is None or (p and p.total_degree() > 1):
        return None
    terms = fractions(p)
    unit = [tuple(int(i == j) for j in range(len(names))) for i in range(len(names))]
    return tuple(terms.get(powers, Fraction(0)) for powers in (*unit, (0,) * len(names)))


def _is_met(rows: Sequence[Row]) -> bool:
    """Whether all rows are positive at once somewhere (Fourier and Motzkin). Where they are it is
    on an open set, which no equation uses up: conditions with != do not matter."""
    if not rows:
        return True
    if len(rows[0]) == 1:
        return all(row[0] > 0 for row in rows)
    above = [row for row in rows if row[0] < 0]
    below = [row for row in rows if row[0] > 0]
    free = [row[1:] for row in rows if row[0] == 0]
    pairs = (
        tuple(p * -high[0] + q * low[0] for p, q in zip(low[1:], high[1:], strict=True))
        for low, high in product(below, above)
    )
    return _is_met([*free, *pairs])


# --- polynomials --------------------------------------------------------------------------------


def _slack(needs: Sequence[Relation]) -> tuple[str, ...]:
    return tuple(f"slack_{n}" for n in range(len(needs)))


def _with_slack(needs: Sequence[Relation]) -> Iterable[Tree]:
    """u > 0 as u*s^2 = 1, u != 0 as u*s = 1."""
    for name, need in zip(_slack(needs), needs, strict=True):
        factor: Tree = Name(name) if need.sign == "!=" else Power(Name(name), TWO)
        yield added((multiplied((_apart(need), factor)), negated(ONE)))
