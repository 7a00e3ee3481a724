"""Critical points where the Hessian is semidefinite or zero: what terms of higher order say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied, raised
from calctool.algebra.extrema.forms import newton
from calctool.algebra.extrema.forms.factors import factor_signs
from calctool.algebra.extrema.forms.homogeneous import Signs, by_monomials, signs_of
from calctool.algebra.extrema.forms.inertia import Inertia, inertia
from calctool.algebra.extrema.forms.jets import Form, Jet, jet, rational_centre
from calctool.algebra.extrema.forms.splitting import hessian_of, residual
from calctool.algebra.extrema.forms.square import signs_on_squares
from calctool.algebra.extrema.kinds.judgement import Judgement, extremum
from calctool.algebra.extrema.polynomials import Polynomial, moved, polynomial, ratio, tree_of
from calctool.algebra.extrema.scalars import fraction
from calctool.algebra.factoring import factored
from calctool.algebra.places.place import Place
from calctool.notation.printing.plain import plain
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Tree, number
from calctool.words import Words
from calctool.words.extrema import tests as words


class Point(Struct, frozen=True):
    """A function at a critical point of it."""

    f: Tree
    place: Place
    names: tuple[str, ...]


def judgements(point: Point) -> Iterator[Judgement]:
    """Tests from the simplest to the most general; the first that decides is enough."""
    low, middle, high = budget.JET_ORDERS
    yield from _by_terms(point, low)
    p = _shifted(point)
    by_factors = [] if p is None else list(_by_factors(p, point))
    yield from filter(_is_settled, by_factors)
    yield from _by_terms(point, middle)
    if p is not None:
        yield from _by_squares(p, point)
    yield from by_factors
    yield from _by_terms(point, high)


def _is_settled(judged: Judgement) -> bool:
    return judged.strict is not None or judged.kind == "neither"


def _shifted(point: Point) -> Polynomial | None:
    """f - f(p), where that is a polynomial over Q and not zero."""
    p = polynomial(point.f, point.names)
    value = None if p is None else fraction(point.place.scalar(point.f))
    if p is None or value is None:
        return None
    return p - ratio(value) if p != ratio(value) else None


# --- terms --------------------------------------------------------------------------------------


def _by_terms(point: Point, order: int) -> Iterator[Judgement]:
    found = jet(point.f, point.place, point.names, order)
    hessian = None if found is None else hessian_of(found)
    if found is None or hessian is None or 1 in found.degrees:
        return
    signs = inertia(hessian)
    if signs is None:
        return
    if signs.is_indefinite or not signs.zero:
        # The Hessian of f itself may have been out of reach, or f is a part of something.
        yield from _by_lowest_form(found, Inertia(0, 0, found.count), point.names)
        return
    rest = residual(found, hessian, len(point.names) - signs.zero)
    if rest is None or not rest.terms:
        return
    if rest.count == 1:
        yield from _by_first_term(rest, signs)
        return
    yield from _by_lowest_form(rest, signs, point.names)
    yield from _by_even_terms(rest, signs)
    if rest.count == 2:
        yield from _by_polygon(rest, signs, point.names)


def _by_first_term(rest: Jet, signs: Inertia) -> Iterator[Judgement]:
    order = rest.degrees[0]
    sign = rest.terms[(order,)].sign()
    if sign is None:
        return
    alone = signs.sign == 0
    if order % 2:
        reason = (words.FIRST_TERM if alone else words.ALONG_VALLEY)["odd"]
    elif alone:
        reason = words.FIRST_TERM["positive" if sign > 0 else "negative"]
    else:
        reason = words.ALONG_VALLEY["same" if sign == signs.sign else "opposite"]
    reason = reason.filled(order=order)
    if order % 2 or sign == -signs.sign:
        yield Judgement("neither", None, "higher-order-term", reason)
    else:
        yield Judgement(extremum(sign), True, "higher-order-term", reason)


_ONE_SIDED: dict[Signs, int] = {
    "positive": 1, "not-negative": 1, "negative": -1, "not-positive": -1
}  # fmt: skip


def _by_lowest_form(rest: Jet, signs: Inertia, names: Sequence[str]) -> Iterator[Judgement]:
    degree = rest.degrees[0]
    form = rest.part(degree)
    taken = signs_of(form, rest.count)
    side = _ONE_SIDED.get(taken, 0)
    whole = rest.count == len(names)
    if taken == "both" or (signs.sign and side == -signs.sign):
        case = "both" if taken == "both" else "opposite"
        reason = _said_of_form(case, form, names) if whole else words.LOWEST_REST[case]
        yield Judgement("neither", None, "lowest-form", reason.filled(degree=degree))
    elif taken in ("positive", "negative"):
        reason = _said_of_form(taken, form, names) if whole else words.LOWEST_REST["same"]
        yield Judgement(extremum(side), True, "lowest-form", reason.filled(degree=degree))


def _said_of_form(case: str, form: Form, names: Sequence[str]) -> Words:
    return words.LOWEST_FORM[case].filled(form=_form_text(form, names))


def _form_text(form: Form, names: Sequence[str]) -> str:
    terms = []
    for powers, c in sorted(form.items(), reverse=True):
        tree = c.tree()
        if tree is None:
            return "…"
        factors = [raised(Name(x), number(n)) for x, n in zip(names, powers, strict=True) if n]
        terms.append(multiplied((tree, *factors)))
    return quoted(added(terms))


def _by_even_terms(rest: Jet, signs: Inertia) -> Iterator[Judgement]:
    """Each variable has an even power alone; what the jet does not know is smaller than those."""
    taken = by_monomials(rest.terms, rest.count)
    side = _ONE_SIDED.get(taken, 0)
    if taken in ("positive", "negative") and signs.sign in (0, side):
        yield Judgement(extremum(side), True, "even-terms", words.EVEN_TERMS)


def _by_polygon(rest: Jet, signs: Inertia, names: Sequence[str]) -> Iterator[Judgement]:
    found = list(newton.edges(rest))
    for edge in found:
        side = _ONE_SIDED.get(edge.signs, 0)
        if edge.signs == "both" or (signs.sign and side == -signs.sign):
            a, b = edge.weights
            shown = names if len(names) == 2 else ("u", "v")
            facts = {"form": _form_text(edge.terms, shown), "x": shown[0], "y": shown[1]}
            reason = words.NEWTON["both"].filled(**facts, a=a, b=b)
            yield Judgement("neither", None, "newton-polygon", reason)
            return
    for sign in (1, -1):
        if signs.sign in (0, sign) and newton.is_minimum(rest, sign, found):
            yield Judgement(extremum(sign), True, "newton-polygon", words.NEWTON["same"])


# --- polynomials --------------------------------------------------------------------------------


def _sign_near(point: Point) -> int:
    """Of a function that is zero at the point; 0 where its first terms do not tell."""
    kinds = (judged.kind for judged in _by_terms(point, budget.JET_ORDERS[0]))
    return {"local-minimum": 1, "local-maximum": -1}.get(next(kinds, "undecided"), 0)


def _by_factors(p: Polynomial, point: Point) -> Iterator[Judgement]:
    several = len(factored(p)[1]) > 1

    def sign_of_factor(factor: Tree) -> int:
        """By its own terms; those of p itself have been looked at."""
        return _sign_near(Point(factor, point.place, point.names)) if several else 0

    found = factor_signs(p, point.place, point.names, sign_of_factor)
    if found is None:
        return
    listed = [(tree_of(factor, point.names), power) for factor, power in found.factors]
    listed.sort(key=lambda each: plain(each[0]))
    written = multiplied(raised(factor, number(power)) for factor, power in listed)
    facts = {"factors": quoted(written)}
    if found.sign:
        reason = words.EVEN_POWERS.filled(**facts)
        yield Judgement(extremum(found.sign), found.strict, "even-powers", reason)
    else:
        reason = words.FACTOR_CHANGES_SIGN.filled(**facts)
        yield Judgement("neither", None, "factor-changes-sign", reason)


def _by_squares(p: Polynomial, point: Point) -> Iterator[Judgement]:
    centre: list[Fraction] | None = rational_centre(point.place, point.names)
    if len(point.names) != 2 or centre is None:
        return
    found = signs_on_squares(moved(p, centre))
    if found is None:
        return
    taken = found.signs
    if {1, -1} <= taken:
        yield Judgement("neither", None, "small-square", words.SMALL_SQUARE["both"])
        return
    sign = 1 if 1 in taken else -1
    case = (
        ("positive" if sign > 0 else "negative")
        if 0 not in taken
        else ("not-negative" if sign > 0 else "not-positive")
    )
    yield Judgement(extremum(sign), 0 not in taken, "small-square", words.SMALL_SQUARE[case])
