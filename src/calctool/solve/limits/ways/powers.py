"""Powers and roots: a^n - b^n = (a - b)(…), the conjugate, and the power of 1 + t."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.build import raised
from calctool.algebra.limit.expand import NotPolynomial
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Power,
    Quotient,
    Relation,
    Sign,
    Tree,
    number,
    rational,
)
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place, evaluated, over, times, total
from calctool.solve.limits.ways.algebraic import expander
from calctool.solve.limits.ways.linear import Derive

ROOTS = {"sqrt": 2, "cbrt": 3}


def written_power(f: Tree) -> tuple[Tree, Fraction] | None:
    """(u, r) where f is written as u^r, a root, or a whole power of a root."""
    match f:
        case Call("sqrt" | "cbrt" as id, (u,)):
            return u, Fraction(1, ROOTS[id])
        case Call("root", (u, degree)):
            n = rational(degree)
            return None if n is None else (u, 1 / n)
        case Power(base, exponent):
            value = rational(exponent)
            if value is None or value == 0:
                return None
            inner = written_power(base) if value.denominator == 1 else None
            if inner is not None and inner[1].numerator == 1:
                return inner[0], inner[1] * value
            return base, value
    return None


def factored_power(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """u^(p/q) for small p and q: no increment but h is ever divided by."""
    found = written_power(f)
    if found is None:
        return None
    u, exponent = found
    p, q = exponent.numerator, exponent.denominator
    if not 0 < p <= budget.LIMIT_FACTORED_POWER or q > budget.LIMIT_FACTORED_POWER:
        return None
    powers = _Powers(f, u, p, q, place)
    return powers.algebraic() or powers.general(derive)


class _Powers:
    """With a = u(x+h)^(1/q), b = u(x)^(1/q): a^p - b^p = (a^q - b^q)*S_p/S_q."""

    def __init__(self, f: Tree, u: Tree, p: int, q: int, place: Place) -> None:
        self.f, self.u, self.p, self.q, self.place = f, u, p, q, place
        here = place.here(u)
        sign: Sign = ">" if q % 2 == 0 else "!="
        self.where = (Relation(here, sign, ZERO),) if q > 1 else ()
        self.id = "conjugate" if (p, q) == (1, 2) else "difference-of-powers"

    def algebraic(self) -> Chain | None:
        """Where u is a polynomial, so that h cancels by hand."""
        place, writer = self.place, expander(self.place)
        change = place.change(self.u)
        try:
            terms = writer.terms(change)
            lowered = writer.lowered(terms, place.increment)
        except NotPolynomial:
            return None
        if self.q == 1 or len(terms) > budget.LIMIT_TERMS:
            return None
        above, below = self.sums()
        draft = Draft(place.start(self.f))
        whole = over(times(change, above), place.h, below)
        draft.add(self.id, place.limit(whole), where=self.where)
        small = writer.tree(lowered)
        draft.add("collect", place.limit(over(times(writer.tree(terms), above), place.h, below)))
        draft.add("cancel-increment", place.limit(over(times(small, above), below)))
        top, bottom = self.sums_at_zero()
        value = over(times(place.at_zero(small), top), bottom)
        draft.add("let-increment-vanish", evaluated(value))
        return draft.chain(self.f)

    def general(self, derive: Derive) -> Chain:
        place, inner = self.place, derive(self.u, self.place)
        above, below = self.sums()
        draft = Draft(place.start(self.f))
        split = times(place.quotient(self.u), over(above, below))
        draft.add(self.id, place.limit(split), where=self.where)
        outer = evaluated(over(*self.sums_at_zero()))
        draft.add("product-of-limits", _joined(outer, inner.start))
        draft.continue_with([inner])
        return draft.chain(self.f)

    def sums(self) -> tuple[Tree, Tree]:
        """S_p and S_q."""
        return self._sum(self.p), self._sum(self.q)

    def _sum(self, n: int) -> Tree:
        a, b = self.place.there(self.u), self.place.here(self.u)
        return total(times(self.power(a, n - 1 - i), self.power(b, i)) for i in range(n))

    def sums_at_zero(self) -> tuple[Tree, Tree]:
        """The same where h is 0."""
        b = self.place.here(self.u)
        top, bottom = (times(number(n), self.power(b, n - 1)) for n in (self.p, self.q))
        return top, bottom

    def power(self, base: Tree, n: int) -> Tree:
        """base^(n/q) in the way f is written."""
        if n == 0:
            return ONE
        root = _written_root(self.f)
        if self.q > 1 and root is not None:
            made = raised(Call(root.function, (base, *root.arguments[1:])), number(n))
            return made if made.names else evaluated(made)
        return raised(base, number(Fraction(n, self.q)))


def _written_root(f: Tree) -> Call | None:
    """The root sign in which f is written, as such or to a whole power."""
    match f:
        case Power(Call() as root, exponent):
            value = rational(exponent)
            whole = value is not None and value.denominator == 1
            return _written_root(root) if whole else None
        case Call(id) if id in ROOTS or id == "root":
            return f
    return None


def _joined(outer: Tree, limit: Tree) -> Tree:
    match outer:
        case Quotient(numerator, denominator):
            return over(times(numerator, limit), denominator)
    return times(outer, limit)
