"""The simplest of the forms that an expression has where an equation holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial, Ring, UnknownError
from calctool.algebra.tidy.as_written import Written
from calctool.algebra.tidy.cost import cost, exponentials, functions
from calctool.algebra.tidy.domain import needs
from calctool.algebra.tidy.layout import fraction_tree, termwise_tree
from calctool.notation.tree import ONE, Call, Name, Negative, Quotient, Sum, Tree
from calctool.notation.walk import transform


def simplest_where(tree: Tree, zero: Tree) -> Tree:
    """A form of `tree` that has its value wherever `zero` is 0, the easiest one to read.

    No point of the curve is lost, and that both forms are equal there is proved by division.
    """
    written = Written("")
    try:
        for each in sorted(exponentials(tree) | exponentials(zero), key=lambda u: u.size):
            written.element(each)  # exp(2*z) is then the square of exp(z)
        written.remember(tree)
        start, equation = written.element(tree), written.element(zero).parts()[0]
        free = needs(written, tree) | needs(written, zero)
        elements = list(_reduced(written, start, equation, free))
    except (UnknownError, OverflowError):
        return tree
    known, powers = functions(tree) | functions(zero), exponentials(tree) | exponentials(zero)
    forms = [form for element in elements for form in _forms(written, element)]
    forms.sort(key=lambda form: cost(form, known, powers))
    worst = cost(tree, known, powers)
    for form in forms:
        if cost(form, known, powers) < worst and equal_where(tree, form, zero):
            return form
    return tree


def _forms(written: Written, element: Element) -> Iterator[Tree]:
    try:
        yield fraction_tree(written, element, factored=True)
        yield fraction_tree(written, element, factored=False)
        if len(element.den) == 1 and len(element.num) > 1:
            yield termwise_tree(written, element)
    except (UnknownError, OverflowError):
        return


def _reduced(
    written: Written, start: Element, equation: Polynomial, free: frozenset[object]
) -> Iterator[Element]:
    """Numerator, denominator or both divided by the equation, by one generator after another."""
    ring = written.ring
    seen = {start.key}
    waiting = [start]
    while waiting and len(seen) < FORMS:
        num, den = waiting.pop(0).parts()
        for index, degree in enumerate(ring.degrees(equation)):
            if not degree or not _may_lead(written, equation, index, degree, free):
                continue
            above, below = (_remainder(ring, p, equation, index) for p in (num, den))
            for top, bottom in ((above, (den, ring.one)), ((num, ring.one), below), (above, below)):
                made = _fraction(ring, top, bottom)
                if made is not None and made.key not in seen:
                    seen.add(made.key)
                    waiting.append(made)
                    yield made


FORMS = 40
"""Elements looked at; curves of degree 2 and 3 in two or three names have 5 to 20."""


def _may_lead(
    written: Written, equation: Polynomial, index: int, degree: int, free: frozenset[object]
) -> bool:
    """Whether the leading coefficient is certainly not 0 on the curve."""
    leading = Element(
        written.ring, _coefficient(written.ring, equation, index, degree), written.ring.one
    )
    if leading.value is not None:
        return True
    return needs(written, Quotient(ONE, fraction_tree(written, leading, factored=True))) <= free


def _fraction(
    ring: Ring, top: tuple[Polynomial, Polynomial], bottom: tuple[Polynomial, Polynomial]
) -> Element | None:
    (a, p), (b, q) = top, bottom
    if ring.lift(b).is_zero():
        return None
    return Element(ring, ring.times(a, q), ring.times(b, p)).lowest()


def _remainder(
    ring: Ring, p: Polynomial, by: Polynomial, index: int
) -> tuple[Polynomial, Polynomial]:
    """(r, c) with c*p = r modulo `by`, where r has a lower degree in the generator."""
    degree = ring.degrees(by)[index]
    leading = _coefficient(ring, by, index, degree)
    factor = ring.one
    while p and (own := ring.degrees(p)[index]) >= degree:
        top = _coefficient(ring, p, index, own) * ring.gens[index] ** (own - degree)
        p = ring.bounded(leading * p - top * by)
        factor = ring.bounded(factor * leading)
        ring.spend(len(p) + 1)
    return p, factor


def _coefficient(ring: Ring, p: Polynomial, index: int, power: int) -> Polynomial:
    """The coefficient of one power of a generator."""
    return ring.polynomial(
        {
            (*powers[:index], 0, *powers[index + 1 :]): c
            for powers, c in ring.terms(p)
            if powers[index] == power
        }
    )


def equal_where(tree: Tree, form: Tree, zero: Tree) -> bool:
    """Whether the difference is a multiple of the equation, in a field that knows no forms.

    Also where only the relations between generators show it, as cos(u)^2 = (1 - sin(u))*(1 +
    sin(u)) is one of sin(u) - 1: the resultant of the equation and a relation is a combination of
    both, so it is 0 where the equation holds (Cox, Little, O'Shea, Ideals, Varieties, and
    Algorithms, ch. 3 sec. 6).
    """
    apart, equation = _of_names((Sum((tree, Negative(form))), zero))
    field = Field()
    p, q = field.normal(apart), field.normal(equation)
    if p is None or q is None:
        return False
    ring = field.ring
    above, by = ring.lift(p.num), ring.lift(q.num)
    multiples = [by]
    for index, (_, relation) in ring.relations.items():
        if by and ring.degrees(by)[index]:
            multiples.append(by.resultant(ring.lift(relation), ring.capacity - 1 - index))
    return any(each and divmod(above, each / each.content())[1].is_zero() for each in multiples)


def _of_names(trees: tuple[Tree, ...]) -> tuple[Tree, ...]:
    """With a free name for each argument of a wave: what is equal for all values of these is equal
    for those that the arguments have."""
    taken = frozenset[str]().union(*(each.names for each in trees))
    letters = (name for n in count() if (name := f"w_{n}") not in taken)
    free: dict[Tree, Name] = {}

    def named(part: Tree) -> Tree | None:
        match part:
            case Call("sin" | "cos" as kind, (u,)) if not isinstance(u, Name):
                if u not in free:
                    free[u] = Name(next(letters))
                return Call(kind, (free[u],))
        return None

    return tuple(transform(each, named) for each in trees)
