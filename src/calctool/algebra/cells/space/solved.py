"""An equation between letters, solved for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.formulas import largest_square
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.open_cells import degrees, terms
from calctool.algebra.cells.space.polynomials import tree_of
from calctool.algebra.field.ring import Polynomial
from calctool.notation.tree import TWO, ZERO, Call, Relation, Tree

IsNotZero = Callable[[Polynomial], bool]


class Solved(Struct, frozen=True):
    """Where the equation holds and so do the relations `when`, it is `put` for letters.

    What is left open is in the two others: `branch` is one of two values of a letter.
    """

    put: Mapping[str, Tree]
    when: tuple[Relation, ...] = ()
    is_branch: bool = False


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
            yield from _quadratic(parts, letters[index], letters)
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


def _quadratic(parts: list[Polynomial], letter: str, letters: Sequence[str]) -> Iterator[Solved]:
    """(-b ± sqrt(d))/(2a) where d > 0, and -b/(2a) where d = 0."""
    c, b, a = parts
    inner = b * b - 4 * a * c
    content, factors = inner.factor()
    one = inner.context().constant(1)
    root, square = largest_square(int(content))
    outside, rest = one * root, one * (int(content) // square)
    for factor, power in factors:
        outside *= factor ** (power // 2)
        rest *= factor ** (power % 2)
    middle, below = tree_of(b, letters), multiplied((TWO, tree_of(a, letters)))
    d = tree_of(inner, letters)
    radical = multiplied((tree_of(outside, letters), Call("sqrt", (tree_of(rest, letters),))))
    never = rest.is_constant() and rest.leading_coefficient() < 0
    for turned in () if never else (radical, negated(radical)):
        put = {letter: divided(added((negated(middle), turned)), below)}
        yield Solved(put, (Relation(d, ">", ZERO),), is_branch=True)
    yield Solved({letter: negated(divided(middle, below))}, (Relation(d, "=", ZERO),))
