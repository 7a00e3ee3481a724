"""Exponentials, logarithms, circular and hyperbolic functions: an addition formula, then the
fundamental limits."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from calctool.algebra.facts import formula, relation
from calctool.algebra.limit.expand import Expander, NotPolynomial
from calctool.algebra.limit.fundamental import applied, instances
from calctool.notation.tree import (
    ONE,
    Call,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute, transform
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place, evaluated, over, times, total


class Addition(Struct, frozen=True):
    """F(u + k) - F(u) as text, by a law of F if it takes one, then as a sum of factor*small(t).

    Each term is (factor, what tends to 0 with t, t). `c` and `a` are constants of F.
    """

    law: str
    id: str
    grouping: str
    terms: tuple[tuple[str, str, str], ...]
    where: tuple[str, ...] = ()


_ONE_MINUS_COS = "1 - cos(t)"
_BY_ADDITION = ("addition-formula", "group-terms")
_BY_DENOMINATOR = ("common-denominator", "addition-formula")

ADDITIONS: dict[str, Addition] = {
    "exp": Addition("", "", "exponent-law", (("exp(u)", "exp(t) - 1", "k"),)),
    "log": Addition(
        "log((u + k)/u)", "logarithm-law", "split-fraction",
        (("1", "log(1 + t)", "k/u"),), ("u > 0",),
    ),
    "sin": Addition(
        "sin(u)*cos(k) + cos(u)*sin(k) - sin(u)", *_BY_ADDITION,
        (("cos(u)", "sin(t)", "k"), ("-sin(u)", _ONE_MINUS_COS, "k")),
    ),
    "cos": Addition(
        "cos(u)*cos(k) - sin(u)*sin(k) - cos(u)", *_BY_ADDITION,
        (("-sin(u)", "sin(t)", "k"), ("-cos(u)", _ONE_MINUS_COS, "k")),
    ),
    "tan": Addition(
        "(sin(u + k)*cos(u) - cos(u + k)*sin(u))/(cos(u + k)*cos(u))", *_BY_DENOMINATOR,
        (("1/(cos(u + k)*cos(u))", "sin(t)", "k"),), ("cos(u) != 0",),
    ),
    "cot": Addition(
        "(cos(u + k)*sin(u) - sin(u + k)*cos(u))/(sin(u + k)*sin(u))", *_BY_DENOMINATOR,
        (("-1/(sin(u + k)*sin(u))", "sin(t)", "k"),), ("sin(u) != 0",),
    ),
    "sinh": Addition(
        "sinh(u)*cosh(k) + cosh(u)*sinh(k) - sinh(u)", *_BY_ADDITION,
        (("cosh(u)", "sinh(t)", "k"), ("sinh(u)", "cosh(t) - 1", "k")),
    ),
    "cosh": Addition(
        "cosh(u)*cosh(k) + sinh(u)*sinh(k) - cosh(u)", *_BY_ADDITION,
        (("sinh(u)", "sinh(t)", "k"), ("cosh(u)", "cosh(t) - 1", "k")),
    ),
    "tanh": Addition(
        "(sinh(u + k)*cosh(u) - cosh(u + k)*sinh(u))/(cosh(u + k)*cosh(u))", *_BY_DENOMINATOR,
        (("1/(cosh(u + k)*cosh(u))", "sinh(t)", "k"),),
    ),
    "coth": Addition(
        "(cosh(u + k)*sinh(u) - sinh(u + k)*cosh(u))/(sinh(u + k)*sinh(u))", *_BY_DENOMINATOR,
        (("-1/(sinh(u + k)*sinh(u))", "sinh(t)", "k"),), ("u != 0",),
    ),
}  # fmt: skip
OF_BASE = Addition("", "", "exponent-law", (("c^u", "c^t - 1", "k"),), ("c > 0",))
OF_POWER = Addition("", "", "whole-power-of-one-plus", (("u^a", "(1 + t)^a - 1", "k/u"),))
OF_ODD_ROOT = Addition("", "", "power-of-one-plus", OF_POWER.terms, ("u != 0",))
OF_REAL_POWER = Addition("", "", "power-of-one-plus", OF_POWER.terms, ("u > 0",))


class Found(Struct, frozen=True):
    """Which addition law fits a function, and what its letters stand for."""

    law: Addition
    inner: Tree
    letters: dict[str, Tree]


def elementary(f: Tree, place: Place) -> Chain | None:
    """F of the variable, or of a linear function of it."""
    found = law_of(f, place.variable)
    if found is None:
        return None
    slope = _slope(found.inner, place.variable)
    if slope is None or (found.law is OF_POWER and rational(place.here(found.inner)) == 0):
        return None
    return _Work(f, found, slope, place).chain()


def law_of(f: Tree, x: str) -> Found | None:
    match f:
        case Call(id, (u,)) if id in ADDITIONS:
            return Found(ADDITIONS[id], u, {})
        case Power(base, exponent) if base.is_free_of(x):
            return Found(OF_BASE, exponent, {"c": base})
        case Power(base, exponent) if exponent.is_free_of(x):
            return Found(_of_power(exponent), base, {"a": exponent})
    return None


def _of_power(exponent: Tree) -> Addition:
    value = rational(exponent)
    if value is None or value.denominator % 2 == 0:
        return OF_REAL_POWER
    return OF_POWER if value.denominator == 1 else OF_ODD_ROOT


def _slope(u: Tree, x: str) -> Tree | None:
    """The coefficient of x where u is linear in it, with a coefficient that is a number."""
    writer = Expander((x,))
    try:
        terms = writer.terms(u)
    except NotPolynomial:
        return None
    if any(writer.degree(m, x) not in (0, 1) for m in terms):
        return None
    linear = {m: c for m, c in terms.items() if writer.degree(m, x)}
    if len(linear) != 1 or evaluated(writer.tree(linear)).names != {x}:
        return None
    return evaluated(writer.tree(writer.lowered(linear, x)))


class _Work:
    def __init__(self, f: Tree, found: Found, slope: Tree, place: Place) -> None:
        self.f, self.found, self.slope, self.place = f, found, slope, place
        self.step = evaluated(times(slope, place.h))
        self.letters = found.letters | {"u": place.here(found.inner), "k": self.step}

    def chain(self) -> Chain:
        place, draft = self.place, Draft(self.place.start(self.f))
        where = self._where()
        addition = self.found.law
        if addition.law:
            law = _with_zeros_gone(_over_increment(self.fill(addition.law), place.h))
            draft.add(addition.id, place.limit(law), where=where)
        terms = [self._term(*term) for term in addition.terms]
        grouped = place.limit(total(each for each, _, _ in terms))
        draft.add(addition.grouping, grouped, where=() if draft.lines else where)
        extended = total(each for _, each, _ in terms)
        draft.add("extend", place.limit(extended))
        uses = tuple(dict.fromkeys(one.theorem.id for one in instances(extended, place.increment)))
        value = place.at_zero(applied(extended, place.increment))
        draft.add("fundamental-limits", value, uses=uses)
        return draft.chain(self.f)

    def _where(self) -> tuple[Relation, ...]:
        known = map(relation, self.found.law.where)
        return tuple(
            Relation(self._put(each.left), each.sign, self._put(each.right)) for each in known
        )

    def fill(self, text: str) -> Tree:
        return self._put(formula(text))

    def _put(self, tree: Tree) -> Tree:
        return _flattened(substitute(tree, self.letters))

    def _term(self, factor: str, small: str, t: str) -> tuple[Tree, Tree, Tree]:
        """factor*small/h, and the same as factor*(t/h)*(small/t)."""
        place = self.place
        front = _with_zeros_gone(self.fill(factor))
        tiny = evaluated(self.fill(t))
        above = _flattened(substitute(formula(small), self.letters | {"t": tiny}))
        plain = _ordered(front, Quotient(above, place.h), place.increment)
        rate = evaluated(substitute(formula(t), self.letters | {"k": self.slope}))
        wide = _ordered(evaluated_product(front, rate), Quotient(above, tiny), place.increment)
        return plain, wide, tiny


def _over_increment(tree: Tree, h: Tree) -> Tree:
    if isinstance(tree, Quotient):
        return over(tree.numerator, h, tree.denominator)
    return Quotient(tree, h)


def _ordered(front: Tree, quotient: Tree, h: str) -> Tree:
    """Constants before the quotient, what still contains h after it."""
    if rational(front) == 0:
        return front
    return times(front, quotient) if front.is_free_of(h) else times(quotient, front)


def evaluated_product(front: Tree, rate: Tree) -> Tree:
    return front if rate == ONE else evaluated(Product((front, rate)))


def _with_zeros_gone(tree: Tree) -> Tree:
    """Constants such as sin(0) worked out; nothing else is touched."""
    if any(not part.names for part in tree.children):
        return evaluated(tree)
    return tree


@cache
def _flattened(tree: Tree) -> Tree:
    """Sums inside sums dissolved."""

    def change(at: Tree) -> Tree | None:
        if isinstance(at, Sum) and any(isinstance(term, Sum) for term in at.terms):
            return total(_flattened(term) for term in at.terms)
        return None

    return transform(tree, change)
