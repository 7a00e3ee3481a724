"""All solutions of as many polynomial equations as unknowns, where they are as many as Bézout's
theorem allows: none can be missing, and no curve of solutions is left over."""

from __future__ import annotations

from cmath import exp
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import prod

from flint import acb
from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.place import BoxPlace
from calctool.algebra.boxes.recognised import recognised
from calctool.algebra.boxes.search import Single
from calctool.algebra.boxes.system import System
from calctool.algebra.boxes.written import as_system, enclosures
from calctool.algebra.paths.coefficients import constant, enclosed_terms
from calctool.algebra.paths.enclosed import Enclosed, enclosed
from calctool.algebra.paths.following import ends
from calctool.algebra.paths.values import Polynomials, Powers
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Count, Move, Root, Solutions
from calctool.algebra.systems.ideals.factoring import falls_apart
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import Tree
from calctool.words.proofs import boxes as words

METHOD = "counted-paths"
_TURNS = (exp(0.8j), exp(2.3j))


class NotCounted(Unsettled):
    """The system is no such one, or not so many solutions were found."""


class _Square(Struct, frozen=True):
    """n polynomials in n unknowns with enclosed coefficients, and with floating ones."""

    exact: Polynomials
    rough: Polynomials
    degrees: tuple[int, ...]


def path_solutions(
    equations: Sequence[Tree], names: Sequence[str], *, any_constants: bool = False
) -> Solutions:
    """All solutions; NotCounted where this is not the way to them, NotPolynomial where there is
    none. With `any_constants` the coefficients may be transcendental.

    Sources: [Sommese & Wampler 2005] for the paths, [Fulton 1998, 12.3] for the count.
    """
    with working(budget.PATHS_BITS, 1):
        made = _with_any_constants if any_constants else _square
        square = made(equations, names)
        found = next((each for turn in _TURNS if (each := _all(square, turn))), None)
    if found is None:
        raise NotCounted
    roots = tuple(Root(_place(equations, names, each)) for each in found if each.is_real)
    move = Move("certified-boxes", as_system(equations), enclosures(roots), "certified-boxes")
    return Solutions(
        roots,
        (),
        "complete",
        METHOD,
        words.COUNTED.filled(count=len(found)),
        moves=(move,),
        counts=(Count(len(found), len(found), len(roots)),),
    )


def _square(equations: Sequence[Tree], names: Sequence[str]) -> _Square:
    if len(equations) != len(names) or len(names) < 2:
        raise NotCounted
    try:
        frame = Frame(names, equations)
        polynomials = [frame.polynomial(each) for each in equations]
    except TooLarge:
        raise NotCounted from None
    if any(not p or p.is_constant() for p in polynomials):
        raise NotCounted
    rows = [_by_unknowns(p, len(names)) for p in polynomials]
    degrees = tuple(max(map(sum, row)) for row in rows)
    # Small systems are solved exactly, and those that fall apart piece by piece.
    if not budget.PATHS_LEAST <= prod(degrees) <= budget.PATHS_MOST or min(degrees) < 2:
        raise NotCounted
    if any(len(_used(row)) < 2 for row in rows) or any(map(falls_apart, polynomials)):
        raise NotCounted
    constants = [constant(each.tree) for each in frame.constants]
    exact = [
        {m: acb(sum((c * prod(_powers(constants, n), start=acb(1)) for n, c in terms), acb(0)))
         for m, terms in row.items()}
        for row in rows
    ]  # fmt: skip
    return _Square(Polynomials(exact), Polynomials(list(map(_rough, exact))), degrees)


def _with_any_constants(equations: Sequence[Tree], names: Sequence[str]) -> _Square:
    """Of degrees as they are written: a coefficient that is 0 makes them too large, and the count
    is not reached."""
    if len(equations) != len(names) or not names:
        raise NotCounted
    exact = [enclosed_terms(each, names) for each in equations]
    degrees = tuple(max(map(sum, row)) for row in exact)
    if min(degrees) < 1 or prod(degrees) > budget.PATHS_MOST:
        raise NotCounted
    return _Square(Polynomials(exact), Polynomials(list(map(_rough, exact))), degrees)


def _by_unknowns(p: Polynomial, count: int) -> dict[Powers, list[tuple[Powers, int]]]:
    """Coefficients as terms in the constants."""
    found: dict[Powers, list[tuple[Powers, int]]] = {}
    for powers, c in p.to_dict().items():
        m = tuple(map(int, powers))
        found.setdefault(m[:count], []).append((m[count:], int(c)))
    return found


def _used(row: Iterable[Powers]) -> set[int]:
    return {i for powers in row for i, n in enumerate(powers) if n}


def _powers(constants: Sequence[acb], powers: Powers) -> Iterator[acb]:
    return (c**n for c, n in zip(constants, powers, strict=True))


def _rough(row: dict[Powers, acb]) -> dict[Powers, complex]:
    """Divided by the largest coefficient."""
    middles = {m: _fraction(c) for m, c in row.items()}
    largest = max(map(abs, middles.values()))
    if not largest:
        raise NotCounted
    return {m: complex(c / largest) for m, c in middles.items()}


def _fraction(c: acb) -> Fraction:
    mantissa, exponent = (int(part) for part in c.real.mid().man_exp())
    return Fraction(mantissa) * Fraction(2) ** exponent


def _all(square: _Square, turn: complex) -> list[Enclosed] | None:
    """A solution at the end of each path; None as soon as one is missing or comes twice."""
    found: list[Enclosed] = []
    for end in ends(square.rough, square.degrees, turn):
        one = None if end is None else enclosed(square.exact, end)
        if one is None or not all(one.is_apart(other) for other in found):
            return None
        found.append(one)
    return found


def _place(equations: Sequence[Tree], names: Sequence[str], one: Enclosed) -> Place:
    system = System(equations, names)
    sides = tuple(z.real for z in one.around), tuple(z.real for z in one.inside)
    return recognised(BoxPlace(Single(system, *sides)))
