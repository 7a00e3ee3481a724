"""Which signs a homogeneous or quasi-homogeneous form takes, proved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice, product
from math import lcm, prod
from typing import Literal

from flint import fmpz_poly

from calctool import budget
from calctool.algebra.algebraic import real_roots
from calctool.algebra.extrema.forms.inertia import inertia
from calctool.algebra.extrema.forms.jets import Form, Jet, evaluated
from calctool.algebra.extrema.forms.splitting import hessian_of
from calctool.algebra.extrema.polynomials import Polynomial, Powers, fractions, tree_of
from calctool.algebra.extrema.scalars import Constant, fraction

Signs = Literal["both", "positive", "negative", "not-negative", "not-positive", "unknown"]
"""Off the origin; "not-negative" where it is positive somewhere and may be zero elsewhere."""


def signs_of(form: Form, count: int) -> Signs:
    """Of a form that is homogeneous for some positive weights, in `count` variables."""
    if not form:
        return "unknown"
    if count == 1:
        ((powers, c),) = form.items()
        return _of_monomial(powers[0], c.sign())
    if _takes_both(form, count):
        return "both"
    seen = by_monomials(form, count)
    exact = {m: fraction(c) for m, c in form.items()}
    known = {m: c for m, c in exact.items() if c is not None}
    if seen in ("positive", "negative") or len(known) < len(form):
        return seen
    if count == 2:
        return _of_two(known)
    return seen


def _of_monomial(power: int, sign: int | None) -> Signs:
    if sign is None:
        return "unknown"
    if power % 2:
        return "both"
    return "positive" if sign > 0 else "negative"


def _takes_both(form: Form, count: int) -> bool:
    found: set[int | None] = set()
    for at in islice(product(budget.SAMPLED_DIRECTIONS, repeat=count), budget.DIRECTIONS):
        value = evaluated(form, at)
        if value is not None:
            found.add(value.sign())
            if {-1, 1} <= found:
                return True
    return False


def by_monomials(form: Form, count: int) -> Signs:
    """Even powers with coefficients of one sign; definite if each variable has a power alone."""
    signs = {c.sign() for c in form.values()}
    if len(signs) > 1 or None in signs or any(n % 2 for m in form for n in m):
        return "unknown"
    alone = {next(i for i, n in enumerate(m) if n) for m in form if sum(map(bool, m)) == 1}
    if signs == {1}:
        return "positive" if len(alone) == count else "not-negative"
    return "negative" if len(alone) == count else "not-positive"


def _of_two(form: Mapping[Powers, Fraction]) -> Signs:
    """On the lines u = 1, u = -1 and at (0, ±1): each ray, or its curve, meets one of them."""
    found: set[int] = set()
    for side in (1, -1):
        line: dict[int, Fraction] = {}
        for (i, j), c in form.items():
            line[j] = line.get(j, Fraction(0)) + c * side**i
        found |= _values_on_line(line)
        end = sum(c * side**j for (i, j), c in form.items() if i == 0)
        found.add((end > 0) - (end < 0))
    if {-1, 1} <= found:
        return "both"
    if 0 not in found:
        return "positive" if 1 in found else "negative"
    return "not-negative" if 1 in found else "not-positive" if -1 in found else "unknown"


def _values_on_line(line: Mapping[int, Fraction]) -> set[int]:
    """The signs that a polynomial takes on the whole line."""
    bottom = lcm(*(c.denominator for c in line.values()))
    listed = [0] * (max(line, default=0) + 1)
    for n, c in line.items():
        listed[n] = int(c * bottom)
    p = fmpz_poly(listed)
    if not p:
        return {0}
    leading = 1 if p[p.degree()] > 0 else -1
    roots = real_roots(p)
    found = {leading, *([0] if roots else [])}
    return found | ({-leading} if any(times % 2 for _, times in roots) else set())


def has_common_zero(forms: Iterable[Polynomial], names: Sequence[str]) -> bool | None:
    """Whether homogeneous polynomials have a common real zero off the origin; None: not decided.

    A zero with first coordinate not 0 may be taken with that coordinate 1, and so on.
    """
    given = [form for form in forms if form]
    decided: list[bool | None] = []
    for index in range(len(names)):
        cut = [_at_one(form, index) for form in given]
        decided.append(_has_zero([form for form in cut if form], names[index + 1 :]))
        if decided[-1]:
            return True
    return None if None in decided else False


def _at_one(form: Polynomial, index: int) -> Polynomial:
    """With 0 for the variables before this one and 1 for it, in the variables after it."""
    gens = form.context().gens()
    values = [0 * x for x in gens[:index]] + [0 * gens[0] + 1, *gens[index + 1 :]]
    return form.compose(*values)


def _has_zero(cut: Sequence[Polynomial], names: Sequence[str]) -> bool | None:
    if any(form.is_constant() for form in cut):
        return False
    if not cut or not names:
        return True
    count = len(cut[0].context().gens())
    if any(_is_positive(form) for form in cut):
        return False
    if len(names) == 1:
        common = cut[0]
        for form in cut[1:]:
            common = common.gcd(form)
        return 0 in _values_on_line({m[-1]: c for m, c in fractions(common).items()})
    padded = [f" {i}" for i in range(count - len(names))] + list(names)
    from calctool.algebra.systems import has_real_point

    return has_real_point([tree_of(form, padded) for form in cut], names)


def _is_positive(p: Polynomial) -> bool:
    """A positive number and even powers with coefficients of the same sign."""
    terms = fractions(p)
    even = all(not n % 2 for m in terms for n in m)
    constant = terms.get((0,) * len(next(iter(terms), ())), Fraction(0))
    return even and constant != 0 and all(c * constant > 0 for c in terms.values())


def is_definite(form: Polynomial, names: Sequence[str]) -> int | None:
    """1 or -1 for a form with this sign everywhere off the origin, 0 for any other.

    A number is no form here: it says nothing of what happens far out or near by.
    """
    degree = form.total_degree() if form else 0
    if degree == 0 or degree % 2:
        return 0
    exact = fractions(form)
    terms: Form = {m: Constant.of(c) for m, c in exact.items()}
    if degree == 2:
        found = inertia(hessian_of(Jet(terms, len(names), 2)) or ())
        whole = found is not None and len(names) in (found.positive, found.negative)
        return found.sign if found is not None and whole else 0
    if _is_refuted(exact, len(names)):
        return 0
    signs = by_monomials(terms, len(names)) if len(names) != 2 else _of_two(exact)
    if signs in ("unknown", "not-negative", "not-positive"):
        zero = has_common_zero([form], names)
        if zero is not False:
            return None if zero is None else 0
        return 1 if exact[(degree, *(0 for _ in names[1:]))] > 0 else -1
    return {"positive": 1, "negative": -1}.get(signs, 0)


def _is_refuted(form: Mapping[Powers, Fraction], count: int) -> bool:
    """Whether there is a zero, or two signs, in one of the simplest directions."""
    found: set[int] = set()
    for at in islice(product(budget.SAMPLED_DIRECTIONS, repeat=count), budget.DIRECTIONS):
        if any(at):
            value = sum(c * prod(x**n for x, n in zip(at, m, strict=True)) for m, c in form.items())
            found.add((value > 0) - (value < 0))
            if 0 in found or len(found) > 1:
                return True
    return False
