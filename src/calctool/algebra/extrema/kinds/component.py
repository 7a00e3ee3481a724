"""What the points of a critical curve or surface are: where which kind, exceptions split off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import Range
from calctool.algebra.extrema.forms.zero_form import without_definite
from calctool.algebra.extrema.kinds.across import Across, by_factors, by_hessian
from calctool.algebra.extrema.kinds.exceptions import Exceptions, Where
from calctool.algebra.extrema.kinds.judgement import Judgement
from calctool.algebra.extrema.kinds.sides import Sides, free_names, in_free_names, sides
from calctool.algebra.extrema.kinds.stretches import Part, joined, pieces
from calctool.algebra.extrema.polynomials import Polynomial, polynomial, tree_of
from calctool.algebra.generators.monotone import inner
from calctool.algebra.solutions import Component
from calctool.algebra.systems import NotPolynomial, contains, has_real_point, polynomial_solutions
from calctool.notation.tree import ONE, TWO, ZERO, Name, Relation, Sign, Tree
from calctool.words.extrema import tests as words

OPEN = Judgement("undecided", None, "degenerate-undecided", words.SIGNS_OPEN)


def classify_on_component(f: Tree, component: Component) -> tuple[Part, ...]:
    """The kinds of all points of a component of critical points, each with where it applies.

    The relations are in the names; that the point is on the component is taken for granted.
    """
    try:
        found = _polynomial(f, component)
        parts = _united(_parts(found[0], _across(found[0], component), component)) if found else ()
    except NotPolynomial:
        return (((), OPEN),)
    if not found:
        return (((), OPEN),)
    return parts if found[1] > 0 else tuple((where, judged.turned()) for where, judged in parts)


def _polynomial(f: Tree, component: Component) -> tuple[Polynomial, int] | None:
    """A polynomial with the same extrema on the component (1), or the opposite ones (-1)."""
    inside = inner(f)
    sign = 1 if inside.increasing else -1
    p = polynomial(inside.tree, component.names)
    if p is not None:
        return p, sign
    simpler = without_definite(inside.tree, _known(component))
    p = None if simpler is None else polynomial(simpler[0], component.names)
    if simpler is None or p is None:
        return None
    # Only where f is zero does a positive factor change nothing.
    is_zero = contains(component.equations, simpler[0], component.names)
    return (p, sign * simpler[1]) if is_zero else None


def _known(component: Component) -> dict[str, Range]:
    """In which open ranges names lie near the component."""
    signs: dict[str, Sign] = {">": ">", "<": "<"}
    return bounds(Relation(t, signs[s], ZERO) for t, s in component.where if s in signs)


def _across(p: Polynomial, component: Component) -> Across | None:
    methods = [by_factors, by_hessian]
    if component.dimension < len(component.names) - 1:
        # Two eigenvalues may have different signs: the Hessian then says that it is a saddle.
        methods.reverse()
    return next((found for method in methods if (found := method(p, component))), None)


def _united(parts: list[Part]) -> tuple[Part, ...]:
    """One part for all where all are alike."""
    first = parts[0][1] if parts else OPEN
    alike = all((judged.kind, judged.strict) == (first.kind, first.strict) for _, judged in parts)
    return (((), first),) if alike else tuple(parts)


def _parts(p: Polynomial, across: Across | None, component: Component) -> list[Part]:
    if across is None:
        return [((), OPEN)]
    off = tree_of(across.off, component.names)
    found = polynomial_solutions((*component.equations, off), component.names)
    if found.state != "complete":
        return [((), OPEN)]
    exceptions = Exceptions(p, component, found)
    along = _along_line(across, component, exceptions)
    if along is not None:
        return along
    generic = [each for each in _generic(across, component) if not _is_empty(each[0], component)]
    smaller = [part for each in found.components for part in _on_smaller(p, each, exceptions)]
    return [
        *((exceptions.left_out(where), judged) for where, judged in generic),
        *smaller,
        *exceptions.points(),
    ]


def _on_smaller(p: Polynomial, part: Component, exceptions: Exceptions) -> Iterator[Part]:
    """Only factors tell what happens where the Hessian has lost rank all over a component."""
    equations = exceptions.equations(part)
    for where, judged in _united(_parts(p, by_factors(p, part), part)):
        yield (*equations, *where), judged


# --- by signs -----------------------------------------------------------------------------------


def _generic(across: Across, component: Component) -> list[Part]:
    """By the signs of the deciding polynomials; only by that of the last one if it is enough."""
    found = [sides(p, component) for p in across.deciding]
    cases = {
        signs: judged
        for signs in product((1, -1), repeat=len(found))
        if _may_have(found, signs) and (judged := across.judged(signs)) is not None
    }
    for told in (0, 1, len(found)):
        by_end: dict[tuple[int, ...], set[str]] = {}
        for signs, judged in cases.items():
            by_end.setdefault(signs[len(found) - told :], set()).add(judged.kind)
        if all(len(kinds) == 1 for kinds in by_end.values()):
            kept = {signs[len(found) - told :]: judged for signs, judged in cases.items()}
            return [(tuple(_where(found, end)), judged) for end, judged in kept.items()]
    return []


def _may_have(found: Sequence[Sides], signs: tuple[int, ...]) -> bool:
    pairs = zip(found, signs, strict=True)
    return all(side.deciding is not None or side.sign == sign for side, sign in pairs)


def _where(found: Sequence[Sides], signs: tuple[int, ...]) -> Iterator[Relation]:
    """The signs of the last of the deciding polynomials, as relations."""
    for side, sign in zip(found[len(found) - len(signs) :], signs, strict=True):
        if side.deciding is not None:
            yield Relation(side.deciding, ">" if side.sign == sign else "<", ZERO)
    if found and found[-1].touching is not None:
        yield Relation(found[-1].touching, "!=", ZERO)


def _is_empty(where: Where, component: Component) -> bool:
    """Whether no point of the component keeps the relations: u > 0 means u*z² = 1 for some z."""
    equations, names = list(component.equations), list(component.names)
    for relation in where:
        if relation.sign != "!=":
            names.append(f" {len(names)}")
            side = negated(ONE) if relation.sign == ">" else ONE
            square = raised(Name(names[-1]), TWO)
            equations.append(added((multiplied((relation.left, square)), side)))
    return has_real_point(equations, names) is False


def _along_line(across: Across, component: Component, exceptions: Exceptions) -> list[Part] | None:
    """Interval by interval, where one name tells the points apart and runs through all numbers."""
    free = free_names(component)
    deciding = [in_free_names(p, component) for p in (*across.deciding, across.off)]
    known = [p for p in deciding if p is not None]
    if len(free) != 1 or len(known) < len(deciding) or not exceptions.are_points:
        return None
    places = exceptions.ordered(free[0])
    listed = []
    for piece in pieces(known):
        plainly = across.judged(piece.signs[:-1]) if piece.signs[-1] else None
        exceptional = None if piece.signs[-1] else exceptions.judged(next(places))
        listed.append((piece, plainly or exceptional or OPEN))
    return list(joined(listed, free[0]))
