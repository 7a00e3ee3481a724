"""An equation between letters, solved for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import gcd
from typing import Self

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.cells.formulas import largest_square
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.open_cells import degrees, terms
from calctool.algebra.cells.space.polynomials import told, tree_of
from calctool.algebra.field.ring import Polynomial
from calctool.notation.tree import TWO, ZERO, Call, Name, Relation, Tree, number
from calctool.notation.walk import substitute

IsNotZero = Callable[[Polynomial], bool]


class Renamed(Struct, frozen=True):
    """A new letter for two others: itself and one of its powers, as formulas in them."""

    letter: str
    itself: Tree
    degree: int
    power: Tree


class Solved(Struct, frozen=True):
    """Where the equation holds and so do the relations `when`, it is `put` for letters,
    perhaps in a `new` one.

    What is left open is in the two others: `branch` is told by the
    values themselves.
    """

    put: Mapping[str, Tree]
    when: tuple[Relation, ...] = ()
    is_branch: bool = False
    new: Renamed | None = None


class NeedNotZero(Exception):  # noqa: N818 (it is no fault: the set is cut there)
    """Whether a coefficient vanishes has to be told apart first."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree


def solved(p: Polynomial, letters: Sequence[str], is_not_zero: IsNotZero) -> Iterator[Solved]:
    """All solutions of p = 0 in parts; NoMethod where no letter occurs of degree 1 or 2.

    Raises NeedNotZero for a leading coefficient of which it is not known.
    """
    for most in (1, 2):
        used = [i for i, d in enumerate(degrees(p)) if d == most]
        if not used:
            continue
        index = max(used, key=lambda i: (is_not_zero(_parts(p, i)[most]), -_weight(p, i, most), i))
        parts = _parts(p, index)
        if not is_not_zero(parts[most]):
            raise NeedNotZero(tree_of(parts[most], letters))
        if most == 1:
            low, high = (tree_of(q, letters) for q in parts)
            yield Solved({letters[index]: negated(divided(low, high))})
        else:
            quadratic = _Quadratic.of(p, index, letters)
            yield from quadratic.branches
            yield quadratic.double
        return
    raise NoMethod


def _parts(p: Polynomial, i: int) -> list[Polynomial]:
    """The coefficients of a letter, from the constant term up."""
    found: list[dict[tuple[int, ...], int]] = [{} for _ in range(degrees(p)[i] + 1)]
    for powers, c in terms(p):
        rest = tuple(0 if k == i else n for k, n in enumerate(powers))
        found[powers[i]][rest] = c
    return [p.context().from_dict(each) for each in found]


def _weight(p: Polynomial, i: int, most: int) -> int:
    return int(_parts(p, i)[most].total_degree())


def without_roots(
    p: Polynomial, letters: Sequence[str], is_not_zero: IsNotZero, new: str
) -> Iterator[Solved]:
    """All solutions of p = 0 with a new letter t, which may have either sign, for roots; none where
    that is not possible, or needless.

    Those of u*a^m + v*b^n are powers of t; in (-b ± sqrt(d))/(2a) it is the root, where the
    radicand is linear in another letter.
    """
    if 1 in degrees(p):
        return
    powers = _as_powers(p, letters, new)
    if powers is not None:
        yield powers
        used = [letters[i] for i, d in enumerate(degrees(p)) if d]
        yield Solved(dict.fromkeys(used, ZERO), is_branch=True)
        return
    for index in (i for i, d in enumerate(degrees(p)) if d == 2):
        parts = _Quadratic.of(p, index, letters)
        other = next((i for i in range(len(letters)) if _is_linear(parts.rest, i)), None)
        if other is None or not is_not_zero(_parts(p, index)[2]):
            continue
        low, slope = (tree_of(q, letters) for q in _parts(parts.rest, other))
        value = divided(added((raised(Name(new), TWO), negated(low))), slope)
        given = {letters[other]: value}
        root = multiplied((parts.outside_tree, Name(new)))
        solved_for = substitute(divided(added((negated(parts.middle), root)), parts.below), given)
        itself = divided(
            added((multiplied((parts.below, Name(letters[index]))), parts.middle)),
            parts.outside_tree,
        )
        made = Renamed(new, itself, 2, tree_of(parts.rest, letters))
        put = {**given, letters[index]: solved_for}
        yield Solved(put, parts.positive, new=made)
        yield parts.double
        return


def _as_powers(p: Polynomial, letters: Sequence[str], new: str) -> Solved | None:
    """a = t^n*k^i and b = t^m*k^j, so t = b^i/a^j, where u*a^m + v*b^n = 0 and neither is 0; k is
    -v/u, and m*i - n*j = 1."""
    used = [i for i, d in enumerate(degrees(p)) if d]
    pure = [(i, *term) for i in used for term in terms(p) if term[0][i] == sum(term[0])]
    if len(used) != 2 or len(pure) != 2 or len(list(terms(p))) != 2:
        return None
    (first, powers, u), (second, others, v) = pure
    m, n = powers[first], others[second]
    if min(m, n) < 2 or gcd(m, n) > 1:
        return None
    k, i = Fraction(-v, u), pow(m, -1, n)
    j = (m * i - 1) // n
    a, b = (Name(letters[index]) for index in (first, second))
    put = {
        a.id: multiplied((number(k**i), raised(Name(new), number(n)))),
        b.id: multiplied((number(k**j), raised(Name(new), number(m)))),
    }
    itself = divided(raised(b, number(i)), raised(a, number(j)))
    power = (n, divided(a, number(k**i))) if n < m else (m, divided(b, number(k**j)))
    return Solved(put, (Relation(a, "!=", ZERO),), new=Renamed(new, itself, *power))


def _is_linear(p: Polynomial, i: int) -> bool:
    """Whether it is that in a letter, with a number before it."""
    return degrees(p)[i] == 1 and bool(_parts(p, i)[1].is_constant())


class _Quadratic(Struct, frozen=True):
    """a*v^2 + b*v + c = 0, solved for the letter v: d = outside^2*rest is b^2 - 4*a*c."""

    letter: str
    letters: Sequence[str]
    middle: Tree
    below: Tree
    inner: Polynomial
    outside: Polynomial
    rest: Polynomial

    @classmethod
    def of(cls, p: Polynomial, index: int, letters: Sequence[str]) -> Self:
        c, b, a = _parts(p, index)
        inner = b * b - 4 * a * c
        content, factors = inner.factor()
        one = inner.context().constant(1)
        root, square = largest_square(int(content))
        outside, rest = one * root, one * (int(content) // square)
        for factor, power in factors:
            outside *= factor ** (power // 2)
            rest *= factor ** (power % 2)
        middle, below = tree_of(b, letters), multiplied((TWO, tree_of(a, letters)))
        return cls(letters[index], letters, middle, below, inner, outside, rest)

    @property
    def outside_tree(self) -> Tree:
        return tree_of(self.outside, self.letters)

    @property
    def positive(self) -> tuple[Relation, ...]:
        """That d > 0."""
        found = [] if self.rest.is_constant() else [told(self.rest, 1, self.letters)]
        for factor, _ in self.outside.factor()[1]:
            if divmod(self.rest, factor)[1]:
                found.append(told(factor, None, self.letters))
        return tuple(found)

    @property
    def double(self) -> Solved:
        """-b/(2a) where d = 0."""
        once = self.inner.context().constant(1)
        for factor, _ in self.inner.factor()[1]:
            once *= factor
        d = told(once, 0, self.letters)
        equal = Relation(added((d.left, negated(d.right))), "=", ZERO)
        return Solved({self.letter: negated(divided(self.middle, self.below))}, (equal,))

    @property
    def branches(self) -> Iterator[Solved]:
        """(-b ± sqrt(d))/(2a) where d > 0."""
        root = Call("sqrt", (tree_of(self.rest, self.letters),))
        radical = multiplied((self.outside_tree, root))
        never = self.rest.is_constant() and self.rest.leading_coefficient() < 0
        for turned in () if never else (radical, negated(radical)):
            put = {self.letter: divided(added((negated(self.middle), turned)), self.below)}
            yield Solved(put, self.positive, is_branch=True)
