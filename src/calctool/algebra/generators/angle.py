"""The angle with a given sine and cosine: a part of pi where it is one, else by an inverse."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, fmpq

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import added, negated
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.methods.angles import multiple_of_pi
from calctool.notation.tree import PI, Call, Name, Quotient, Tree, number


def angle(place: Place, cosine: str, sine: str) -> tuple[Tree, Fraction | None]:
    """In (-pi, pi], and its multiple of pi where that is rational."""
    turn = _turn(place, cosine, sine)
    if turn is not None:
        return multiple_of_pi(turn), turn
    return _by_inverse(place, cosine, sine), None


def _turn(place: Place, cosine: str, sine: str) -> Fraction | None:
    c, s = place.coordinate(cosine), place.coordinate(sine)
    with working(budget.POINT_BITS, 1):
        around = arb.atan2(_ball(s), _ball(c)) / arb.pi()
    if s.sign() == 0:
        return Fraction(0 if c.sign() == 1 else 1)
    for q in range(1, budget.ANGLE_DENOMINATOR + 1):
        near = (around * q).unique_fmpz()
        if near is not None:
            turn = Fraction(int(near), q)
            return turn if _has_cosine(place, c, turn) else None
    return None


def _ball(scalar: Scalar) -> arb:
    low, high = (fmpq(e.numerator, e.denominator) for e in scalar.bounds(budget.POINT_BITS))
    return arb(low).union(arb(high))


def _has_cosine(place: Place, cosine: Scalar, turn: Fraction) -> bool:
    """Chebyshev's polynomial T_q is 1 or -1 at the cosines of the multiples of pi/q only."""
    one = place.scalar(number(1))
    before, at = one, cosine
    for _ in range(turn.denominator - 1):
        before, at = at, cosine * at + cosine * at - before
    return (at * at - one).sign() == 0


def _by_inverse(place: Place, cosine: str, sine: str) -> Tree:
    """The shortest of acos(c), asin(s) and atan(s/c), turned into the right quarter."""
    c, s = place.coordinate(cosine), place.coordinate(sine)
    right, above = c.sign(), s.sign()
    if not right or not above:
        raise Undecided
    ratio = place.scalar(Quotient(Name(sine), Name(cosine)))
    found = [_signed("acos", c, above)]
    for function, value, side in (("asin", s, above), ("atan", ratio, right * above)):
        inverse = _signed(function, value if side > 0 else -value, side)
        if right < 0:
            inverse = negated(inverse) if function == "asin" else inverse
            inverse = added((PI, inverse) if above > 0 else (inverse, negated(PI)))
        found.append(inverse)
    return min(found, key=lambda tree: tree.size)


def _signed(function: str, value: Scalar, side: int) -> Tree:
    tree = value.tree()
    if tree is None:
        raise Undecided
    found = Call(function, (tree,))
    return found if side > 0 else negated(found)
