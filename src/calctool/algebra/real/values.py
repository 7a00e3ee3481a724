"""Exact values of functions at exact constants: sin(pi/6), log(8), atan(1), gamma(1/2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from math import factorial, prod

from calctool import budget
from calctool.algebra.facts import formula
from calctool.algebra.real.power import factors, power, quotient
from calctool.algebra.real.ring import NOTHING, UNITY, Monomial, Real, Undecided, euler, total
from calctool.algebra.real.sign import sign
from calctool.algebra.real.writing import written
from calctool.atlas import facts
from calctool.notation.tree import (
    PI,
    Call,
    Constant,
    E,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)

HALF = Fraction(1, 2)
PI_ONCE = frozenset({(PI, Fraction(1))})
CIRCLE = Real({PI_ONCE: Fraction(1)})

_ROOTS = [
    (Fraction(0), 0),
    (Fraction(1, 6), 1),
    (Fraction(1, 4), 2),
    (Fraction(1, 3), 3),
    (HALF, 4),
]
SINES = {turn: power(Real.of(n), HALF).times(HALF) for turn, n in _ROOTS}
"""sin(turn*pi) = sqrt(n)/2 for turn 0, 1/6, 1/4, 1/3, 1/2: n = 0, …, 4."""
TANGENTS = {turn: quotient(SINES[turn], SINES[HALF - turn]) for turn in SINES if turn != HALF}


def value(function: str, at: tuple[Real, ...]) -> Real:
    """The value of a function of `functions.FUNCTIONS` at a point inside its domain."""
    if function in EXACT:
        return EXACT[function](*at)
    known = facts(function, len(at))
    if len(at) == 1 and at[0].rational is not None:
        for where, text in known.values:
            if at[0].rational == Fraction(where):
                return _exact(formula(text))
    if known.parity == "odd" and at[0].parts and first_coefficient(at[0]) < 0:
        return -value(function, (-at[0],))
    return unknown(function, at)


def _exact(tree: Tree) -> Real:
    """The value that a record has as a text, such as 1, pi/2 or log(2)."""
    match tree:
        case Number(number):
            return Real.of(number)
        case Constant("pi"):
            return CIRCLE
        case Negative(operand):
            return -_exact(operand)
        case Name():
            return Real.atom(tree)
        case Sum(terms):
            return total(map(_exact, terms))
        case Product(factors_):
            return prod(map(_exact, factors_), start=UNITY)
        case Quotient(above, below):
            return quotient(_exact(above), _exact(below))
        case Power(base, Number(exponent)):
            return power(_exact(base), exponent)
        case Call("sqrt", (inner,)):
            return power(_exact(inner), HALF)
        case Call(function, arguments):
            return value(function, tuple(map(_exact, arguments)))
    raise Undecided


def _read(tree: Tree) -> Real:
    """What was written into an atom, in normal form where it has one."""
    try:
        return _exact(tree)
    except Undecided:
        return Real.atom(tree)


def unknown(function: str, at: tuple[Real, ...]) -> Real:
    """The value as an atom, once it is certain that it is not zero."""
    atom = Real.atom(Call(function, tuple(written(each) for each in at)))
    return atom if atom.names or sign(atom) else NOTHING


def first_coefficient(at: Real) -> Fraction:
    """Of the part that comes first in the order of their texts."""
    return min(at.parts.items(), key=lambda each: _text(each[0]))[1]


@lru_cache(maxsize=budget.CONSTANTS_KEPT)
def _text(part: Monomial) -> str:
    return repr(written(Real({part: Fraction(1)})))


def exponential(at: Real) -> Real:
    """e^(r + s*log(p) + …): rational parts and logarithms come out exactly."""
    made = UNITY
    for part, coefficient in at.parts.items():
        if not part:
            made *= euler(coefficient)
            continue
        ((atom, exponent), *others) = part
        if isinstance(atom, Call) and atom.function == "log" and exponent == 1 and not others:
            made *= power(_read(atom.arguments[0]), coefficient)
        else:
            made *= Real.atom(Call("exp", (written(Real({part: Fraction(1)})),)), coefficient)
    return made


def logarithm(at: Real) -> Real:
    """Of a positive constant: sums over the factors; primes and atoms keep a log of their own."""
    if len(at.parts) != 1:
        return unknown("log", (at,))
    ((part, coefficient),) = at.parts.items()
    terms = [
        unknown("log", (Real.of(prime),)).times(Fraction(times))
        for prime, times in factors(abs(coefficient)).items()
    ]
    for atom, exponent in part:
        if atom == E:
            terms.append(Real.of(exponent))
        elif isinstance(atom, Call) and atom.function == "exp":
            if coefficient < 0:
                return unknown("log", (at,))
            terms.append(_read(atom.arguments[0]).times(exponent))
        else:
            base = atom if isinstance(atom, Real) else Real.atom(atom)
            if sign(base) < 0:
                return unknown("log", (at,))
            terms.append(unknown("log", (base,)).times(exponent))
    return total(terms)


def sine(at: Real) -> Real:
    turn = at.parts.get(PI_ONCE, Fraction(0))
    rest = at - CIRCLE.times(turn)
    if not rest.parts:
        return _sine_of_turn(turn % 2)
    half_turns, remainder = divmod(turn * 2, 1)
    if half_turns:
        inner = rest + CIRCLE.times(remainder / 2)
        quarter = int(half_turns) % 4
        made = sine(inner) if quarter % 2 == 0 else cosine(inner)
        return -made if quarter > 1 else made
    if (known := _of_arcs(at)) is not None:
        return known[1]
    return -sine(-at) if first_coefficient(at) < 0 and not turn else unknown("sin", (at,))


def cosine(at: Real) -> Real:
    turn = at.parts.get(PI_ONCE, Fraction(0))
    rest = at - CIRCLE.times(turn)
    if not rest.parts:
        return _sine_of_turn((turn + HALF) % 2)
    half_turns, remainder = divmod(turn * 2, 1)
    if half_turns:
        inner = rest + CIRCLE.times(remainder / 2)
        quarter = int(half_turns) % 4
        made = cosine(inner) if quarter % 2 == 0 else sine(inner)
        return -made if quarter in (1, 2) else made
    if (known := _of_arcs(at)) is not None:
        return known[0]
    return cosine(-at) if first_coefficient(at) < 0 and not turn else unknown("cos", (at,))


def _of_arcs(at: Real) -> tuple[Real, Real] | None:
    """Cosine and sine of a small multiple of asin(v) or atan(v), v^2 being rational."""
    if len(at.parts) != 1:
        return None
    ((part, times),) = at.parts.items()
    if len(part) != 1 or times.denominator > 1 or abs(times) > budget.ARC_MULTIPLE:
        return None
    ((atom, exponent),) = part
    if not (isinstance(atom, Call) and atom.function in ("asin", "atan") and exponent == 1):
        return None
    v = _read(atom.arguments[0])
    if (v * v).rational is None:
        return None
    if atom.function == "asin":
        c, s = power(UNITY - v * v, HALF), v
    else:
        c = power(UNITY + v * v, -HALF)
        s = v * c
    made = UNITY, NOTHING
    for _ in range(abs(times.numerator)):
        made = made[0] * c - made[1] * s, made[0] * s + made[1] * c
    return made[0], made[1] if times > 0 else -made[1]


def _sine_of_turn(turn: Fraction) -> Real:
    """sin(turn*pi) for 0 <= turn < 2, from the first quarter."""
    if turn >= 1:
        return -_sine_of_turn(turn - 1)
    turn = min(turn, 1 - turn)
    if turn in SINES:
        return SINES[turn]
    if turn <= Fraction(1, 4):
        return Real.atom(Call("sin", (written(CIRCLE.times(turn)),)))
    return Real.atom(Call("cos", (written(CIRCLE.times(HALF - turn)),)))


def arcsine(at: Real) -> Real:
    return _turned_back(SINES, "asin", at)


def arccosine(at: Real) -> Real:
    return CIRCLE.times(HALF) - arcsine(at)


def arctangent(at: Real) -> Real:
    return _turned_back(TANGENTS, "atan", at)


def _turned_back(table: dict[Fraction, Real], function: str, at: Real) -> Real:
    for turn, known in table.items():
        if at in (known, -known):
            return CIRCLE.times(turn if at == known else -turn)
    if first_coefficient(at) < 0:
        return -unknown(function, (-at,))
    return unknown(function, (at,))


def gamma(at: Real) -> Real:
    r = at.rational
    if r is not None and r.denominator == 1 and 0 < r <= budget.FACTORIAL:
        return Real.of(factorial(r.numerator - 1))
    if r is not None and r.denominator == 2 and abs(r) <= budget.FACTORIAL:
        made, step = power(CIRCLE, HALF), HALF
        while step < r:
            made, step = made.times(step), step + 1
        while step > r:
            step -= 1
            made = made.times(1 / step)
        return made
    return unknown("gamma", (at,))


def lambert(at: Real, branch: Real | None = None) -> Real:
    """W at r*e^r for a rational r, or a whole number of times a logarithm; else an atom."""
    low = branch is not None and bool(branch.parts)
    if not at.parts:
        return NOTHING
    for r in _below_exponential(at):
        # Both branches are -1 at -1/e; the principal one lies above, the other one below.
        beyond = sign(r + UNITY)
        if beyond == 0 or (beyond < 0) == low:
            return r
    return unknown("LambertW", (at,) if branch is None else (at, branch))


def _below_exponential(at: Real) -> Iterator[Real]:
    """Such r with r*e^r = at."""
    if len(at.parts) != 1:
        return
    ((part, c),) = at.parts.items()
    if part == frozenset({(E, c)}):
        yield Real.of(c)
    for atom, power_ in part:
        if len(part) == 1 and power_ == 1 and isinstance(atom, Call) and atom.function == "log":
            (m,) = atom.arguments
            times = (n * s for n in range(1, _MOST_TIMES + 1) for s in (1, -1))
            if isinstance(m, Number):
                yield from (Real.of(n) * Real.atom(atom) for n in times if n * m.value**n == c)


_MOST_TIMES = 12
"""Multiples of a logarithm that are tried."""


def bessel(function: str) -> Callable[[Real, Real], Real]:
    def at(order: Real, u: Real) -> Real:
        if not u.parts:
            if order.rational is None:
                raise Undecided
            return NOTHING if order.parts else UNITY
        return unknown(function, (order, u))

    return at


EXACT: dict[str, Callable[..., Real]] = {
    "exp": exponential,
    "log": logarithm,
    "sin": sine,
    "cos": cosine,
    "asin": arcsine,
    "acos": arccosine,
    "atan": arctangent,
    "gamma": gamma,
    "LambertW": lambert,
    "besselj": bessel("besselj"),
    "besseli": bessel("besseli"),
}
