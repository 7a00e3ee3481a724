"""A closed set given by polynomials over Q, and a quotient of polynomials on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from flint import fmpz_mpoly_ctx
from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.common_field import Forms, forms
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.systems.ideals.factoring import distinct_factors
from calctool.algebra.systems.ideals.frame import Context, Polynomial, TooLarge
from calctool.algebra.systems.parametrised import coefficient
from calctool.notation.tree import Negative, Relation, Sum, Tree

_FLIPPED = {"<": ">", "<=": ">="}


class Region(Struct, frozen=True):
    """{equations = 0, inequalities >= 0, strict > 0, nonzero != 0}, and f = above/below on it.

    Each polynomial has whole coefficients; the ring has a variable for each of the names that
    still occur, in their order.
    """

    names: tuple[str, ...]
    above: Polynomial
    below: Polynomial
    equations: tuple[Polynomial, ...] = ()
    inequalities: tuple[Polynomial, ...] = ()
    strict: tuple[Polynomial, ...] = ()
    nonzero: tuple[Polynomial, ...] = ()
    units: tuple[Polynomial, ...] = ()
    """Irreducible polynomials that are zero nowhere on the set, as others say already."""

    @property
    def context(self) -> Context:
        return self.above.context()

    @property
    def every(self) -> tuple[Polynomial, ...]:
        """All polynomials of the set."""
        return (*self.equations, *self.inequalities, *self.strict, *self.nonzero)

    def stripped(self, p: Polynomial) -> Polynomial:
        """Without the factors that are zero nowhere on the set; TooLarge where there is no set."""
        if not all(self.units):
            raise TooLarge
        for unit in self.units:
            quotient, rest = divmod(p, unit)
            while p and not rest:
                p = quotient
                quotient, rest = divmod(p, unit)
        return p

    def faces(self, most: int) -> Iterator[tuple[Polynomial, ...]]:
        """The equations with some active inequalities, no more than `most` in all."""
        free = max(most - len(self.equations), 0)
        for size in range(min(len(self.inequalities), free) + 1):
            for active in combinations(self.inequalities, size):
                yield (*self.equations, *active)


def ring(count: int) -> Context:
    """The ring of so many unknowns, as the solver of systems has it."""
    return fmpz_mpoly_ctx.get([f"v{index}" for index in range(count)] or ["none"], "degrevlex")


def region(f: Tree, names: Sequence[str], relations: Iterable[Relation]) -> Region | None:
    """None where anything is not rational over Q in the names, or there are none."""
    if not names:
        return None
    listed = tuple(relations)
    trees = [f, *(Sum((each.left, Negative(each.right))) for each in listed)]
    try:
        made = forms(trees)
        read = [_quotient(made, i, tuple(names)) for i in range(len(trees))]
    except (Undecided, Undefined, UnknownError):
        return None
    if any(each is None for each in read):
        return None
    (above, below), *others = [each for each in read if each is not None]
    found = Region(tuple(names), above, below)
    for relation, (top, bottom) in zip(listed, others, strict=True):
        sign = _FLIPPED.get(relation.sign, relation.sign)
        # Times the square of the denominator, which is not zero.
        p = top if sign in ("=", "!=") else top * bottom
        found = _with(found, p if sign == relation.sign else -p, sign)
        found = _with(found, bottom, "!=")
    return found


def _quotient(
    made: Forms, index: int, names: tuple[str, ...]
) -> tuple[Polynomial, Polynomial] | None:
    """Numerator and denominator in the ring of the names."""
    places: dict[int, int] = {}
    pair = made.numerators[index], made.denominators[index]
    for each in (i for p in pair for i in made.used(p)):
        kernel = made.kernel(each)
        name = str(kernel.data) if kernel.kind == "name" else None
        if name not in names:
            return None
        places[each] = names.index(name)
    top, bottom = (_moved(made, p, places, len(names)) for p in pair)
    return top, bottom


def _moved(made: Forms, p: Polynomial, places: dict[int, int], count: int) -> Polynomial:
    terms: dict[tuple[int, ...], int] = {}
    for powers, c in made.field.ring.terms(p):
        at = [0] * count
        for each, place in places.items():
            at[place] = powers[each]
        terms[tuple(at) or (0,)] = c
    return ring(count).from_dict(terms)


def _with(found: Region, p: Polynomial, sign: str) -> Region:
    field = {"=": "equations", ">=": "inequalities", ">": "strict", "!=": "nonzero"}[sign]
    if field == "nonzero":
        known = dict.fromkeys(map(str, found.nonzero))
        factors = distinct_factors(p) if p else [p]
        fresh = [q for q in factors if str(q) not in known]
        return replace(found, nonzero=(*found.nonzero, *fresh))
    if field == "equations" and p.is_zero():
        return found
    return replace(found, **{field: (*getattr(found, field), p)})


# --- fewer names --------------------------------------------------------------------------------


def reduced(found: Region) -> Region:
    """Without the names that an equation gives as a polynomial in the others."""
    while True:
        step = _explicit(found)
        if step is None:
            return found
        found = _without(found, *step)


def _explicit(found: Region) -> tuple[Polynomial, int] | None:
    """An equation c*x + (others) = 0 with a number c, and the place of x."""
    choices = [
        (p.total_degree(), len(p), i, p)
        for p in found.equations
        for i in range(len(found.names))
        if int(p.degrees()[i]) == 1 and coefficient(p, i, 1).is_constant()
    ]
    if not choices or len(found.names) < 2:
        return None
    _, _, i, p = min(choices, key=lambda each: each[:3])
    return p, i


def _without(found: Region, p: Polynomial, i: int) -> Region:
    """Each inequality is multiplied by a positive number, above and below by the same one."""
    top, bottom = -coefficient(p, i, 0), coefficient(p, i, 1)
    if int(bottom.leading_coefficient()) < 0:
        top, bottom = -top, -bottom
    here = ring(len(found.names) - 1)

    def image(q: Polynomial, degree: int | None = None) -> Polynomial:
        made = q.context().constant(0)
        most = int(q.degrees()[i]) if q else 0
        for n in range(most + 1):
            made += coefficient(q, i, n) * top**n * bottom ** ((degree or most) - n)
        return here.from_dict({(*m[:i], *m[i + 1 :]) or (0,): c for m, c in made.to_dict().items()})

    degree = max(int(q.degrees()[i]) for q in (found.above, found.below))
    rest = tuple(image(q) for q in found.equations if q is not p)
    return Region(
        (*found.names[:i], *found.names[i + 1 :]),
        image(found.above, degree),
        image(found.below, degree),
        tuple(q for q in rest if q),
        tuple(map(image, found.inequalities)),
        tuple(map(image, found.strict)),
        tuple(map(image, found.nonzero)),
    )
