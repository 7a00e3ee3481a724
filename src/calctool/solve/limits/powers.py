"""Powers and roots: a^n - b^n = (a - b)(…), the conjugate, and the power of 1 + t."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.build import raised
from calctool.algebra.expand import NotPolynomial
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Name,
    Power,
    Quotient,
    Relation,
    Sign,
    Tree,
    number,
    rational,
)
from calctool.solve.limits.algebraic import expander
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.linear import Derive
from calctool.solve.limits.place import Place, difference, evaluated, over, times, total

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
        above, below = self.sums(place.there(self.u))
        draft = Draft(place.start(self.f))
        whole = over(times(change, above), place.h, below)
        draft.add(self.id, place.limit(whole), where=self.where)
        small = writer.tree(lowered)
        draft.add("collect", place.limit(over(times(writer.tree(terms), above), place.h, below)))
        draft.add("cancel-increment", place.limit(over(times(small, above), below)))
        here = tuple(self.sums(place.here(self.u)))
        value = evaluated(over(times(place.at_zero(small), here[0]), here[1]))
        draft.add("let-increment-vanish", value)
        return draft.chain(self.f)

    def general(self, derive: Derive) -> Chain:
        place, inner = self.place, derive(self.u, self.place)
        above, below = self.sums(place.there(self.u))
        draft = Draft(place.start(self.f))
        split = times(place.quotient(self.u), over(above, below))
        draft.add(self.id, place.limit(split), where=self.where)
        top, bottom = map(evaluated, self.sums(place.here(self.u)))
        outer = evaluated(over(top, bottom))
        draft.add("product-of-limits", _joined(outer, inner.start))
        draft.continue_with([inner])
        return draft.chain(self.f)

    def sums(self, moved: Tree) -> tuple[Tree, Tree]:
        fixed = self.place.here(self.u)
        if moved == fixed:
            return tuple(  # type: ignore[return-value]
                times(number(n), self.power(fixed, n - 1)) for n in (self.p, self.q)
            )
        return self._sum(moved, fixed, self.p), self._sum(moved, fixed, self.q)

    def _sum(self, moved: Tree, fixed: Tree, n: int) -> Tree:
        return total(times(self.power(moved, n - 1 - i), self.power(fixed, i)) for i in range(n))

    def power(self, base: Tree, n: int) -> Tree:
        """base^(n/q) in the way f is written."""
        if n == 0:
            return ONE
        root = self.f.base if isinstance(self.f, Power) and self.p > 1 else self.f
        if self.q > 1 and isinstance(root, Call):
            made = Call(root.function, (base, *root.arguments[1:]))
            settled = evaluated(raised(made, number(n)))
            return settled if not made.names else raised(made, number(n))
        return raised(base, number(Fraction(n, self.q)))


def _joined(outer: Tree, limit: Tree) -> Tree:
    match outer:
        case Quotient(numerator, denominator):
            return over(times(numerator, limit), denominator)
    return times(outer, limit)


def change_of(place: Place, u: Tree) -> Tree:
    return difference(place.there(u), place.here(u))


def is_variable(u: Tree, place: Place) -> bool:
    return u == Name(place.variable)
