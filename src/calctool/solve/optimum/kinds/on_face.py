"""What a point is on {g = 0} where second derivatives do not tell: along a curve, in fewer names,
or by terms of higher order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.extrema import classify
from calctool.algebra.field import is_zero
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.place import Place
from calctool.algebra.systems import NotPolynomial, contains
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import TWO, ZERO, Name, Power, Relation, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.candidates import Test
from calctool.solve.optimum.kinds.record import OPEN, Judged, as_test, extremum
from calctool.solve.stationary.along import first_derivative
from calctool.solve.stationary.manifold import Manifold, Row, gradient, slope
from calctool.solve.stationary.short import short
from calctool.words import Words
from calctool.words.extrema.multipliers import NEGATIVE, POSITIVE, SQUARES, TESTS

_LETTERS = ("s", "t", "u", "w", "p", "q")


def on_face(manifold: Manifold, place: Place, hessian: Sequence[Row], test: Test) -> Judged:
    """The kind among the points where all functions of the manifold are zero; `hessian` are the
    second derivatives of L, which did not decide, as `test` says."""
    if not manifold.constraints:
        return _classified(manifold, place, hessian)
    if is_flat(manifold, place.scalar(manifold.f).tree()):
        return Judged("undecided", _named(test, "flat-face"), None, is_constant=True)
    if len(manifold.names) - len(manifold.constraints) == 1:
        return _along_the_curve(manifold, place, test)
    return by_squares(manifold, (0,) * len(manifold.constraints), place)


def by_squares(manifold: Manifold, sides: Sequence[int], place: Place) -> Judged:
    """Each constraint solved for a name that it has as a linear term, g = -s^2 for an inequality
    g <= 0: what is left is a function without constraints, with the same kind at s = 0."""
    free = _in_fewer_names(manifold, sides)
    if free is None:
        return OPEN
    f, names, squares = free
    here = FixedPlace(place, dict.fromkeys(squares, ZERO)) if squares else place
    alone = Manifold(f, (), names)
    found = _classified(alone, here, [gradient(each, names) for each in alone.slopes])
    if found is OPEN or not squares:
        return found
    kind = "neither" if found.kind == "saddle" else found.kind
    test = replace(found.test, reason=_with(squares, found.test.reason))
    return replace(found, kind=kind, test=test)


def _with(squares: Mapping[str, Tree], reason: Words) -> Words:
    """Said of f in the new names."""
    shown = all_quoted(Relation(Power(Name(s), TWO), "=", at) for s, at in squares.items())
    return Words(
        en=SQUARES.marked("en", squares=shown, reason=reason.en),
        zh=SQUARES.marked("zh", squares=shown, reason=reason.zh),
    )


def is_flat(manifold: Manifold, value: Tree | None) -> bool:
    """Whether f - value is a combination of the constraints: then f has it all over the face."""
    if value is None or not manifold.constraints:
        return False
    try:
        rest = added([manifold.f, negated(value)])
        return contains(manifold.constraints, rest, manifold.names)
    except NotPolynomial:
        free = _in_fewer_names(manifold, (0,) * len(manifold.constraints))
        return free is not None and is_zero(added([free[0], negated(value)])) is True


def is_level(manifold: Manifold, sides: Sequence[int], value: Tree | None) -> bool:
    """Whether f plainly has this value wherever the equations among the constraints hold."""
    pairs = zip(manifold.constraints, sides, strict=True)
    equations = tuple(g for g, side in pairs if not side)
    return is_flat(Manifold(manifold.f, equations, manifold.names), value)


def _named(test: Test, id: str) -> Test:
    return replace(test, id=id, reason=TESTS[id])


def _along_the_curve(manifold: Manifold, place: Place, test: Test) -> Judged:
    found = first_derivative(manifold, place)
    if found is None:
        return OPEN
    order, sign = found
    words = TESTS["along-the-curve"].filled(order=order)
    named = POSITIVE if sign > 0 else NEGATIVE
    reason = replace(words, en=words.en + named.en, zh=words.zh + named.zh)
    test = replace(test, id="along-the-curve", reason=reason)
    return Judged("neither", test) if order % 2 else Judged(extremum(sign > 0), test, strict=True)


def _classified(manifold: Manifold, place: Place, hessian: Sequence[Row]) -> Judged:
    found = classify(manifold.f, place, manifold.names, hessian)
    if found.kind == "undecided":
        return OPEN
    return Judged(found.kind, as_test(found), found.strict)


def _in_fewer_names(
    manifold: Manifold, sides: Sequence[int]
) -> tuple[Tree, tuple[str, ...], Mapping[str, Tree]] | None:
    """f, its names, and what the squares of the new ones stand for; None where a constraint has
    no linear term."""
    f, names = manifold.f, manifold.names
    fresh = (letter for letter in _LETTERS if letter not in manifold.names)
    left = list(zip(manifold.constraints, sides, strict=True))
    squares: dict[str, Tree] = {}
    while left:
        g, side = left.pop(0)
        rates = ((name, rational(short(slope(g, name)))) for name in names if name in g.names)
        name, rate = next(((n, r) for n, r in rates if r), ("", Fraction(0)))
        if not rate:
            return None
        value = multiplied((number(-1 / rate), substitute(g, {name: ZERO})))
        names = tuple(each for each in names if each != name)
        if side:
            letter = next(fresh, None)
            if letter is None:
                return None
            squares[letter] = short(multiplied((number(-side), g)))
            value = added([value, multiplied((number(-side / rate), Power(Name(letter), TWO)))])
            names = (*names, letter)
        put = {name: short(value)}
        f = short(substitute(f, put))
        left = [(short(substitute(each, put)), other) for each, other in left]
    return f, names, squares
