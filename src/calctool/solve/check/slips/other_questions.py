"""Answers to another question than the one that was asked, and other marks of the whole answer."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.algebra.field import prove_equal
from calctool.notation.tree import Name, Negative, Product, Quotient, Sum, Tree
from calctool.rules.apply import differentiate
from calctool.rules.mistakes import BY_ID
from calctool.solve.check.derivative.right import Right
from calctool.solve.check.record import Named


class Candidate(Struct, frozen=True):
    """What the answer would be with some mistakes."""

    named: tuple[Named, ...]
    tree: Tree


def about_the_question(right: Right, claimed: Tree) -> Iterator[Candidate]:
    def case(id: str, made: Tree | None) -> Iterator[Candidate]:
        if made is not None:
            yield Candidate((Named(BY_ID[id]),), made)

    yield from case("sign.all", Negative(right.formula))
    yield from case("not-differentiated", right.f)
    yield from _of_other_orders(right, case)
    yield from _of_other_variables(right, case)
    if _is_antiderivative(right, claimed):
        yield from case("integrated", claimed)


def _of_other_orders(right: Right, case: object) -> Iterator[Candidate]:
    assert callable(case)  # noqa: S101
    *before, last = right.wrt
    if before:
        lower: Tree | None = right.f
        for variable in before:
            lower = lower and differentiate(lower, variable)
        yield from case("order.one-short", lower)
    yield from case("order.one-too-many", differentiate(right.formula, last))


def _of_other_variables(right: Right, case: object) -> Iterator[Candidate]:
    assert callable(case)  # noqa: S101
    if len(right.wrt) > 1:
        return
    x = right.variable
    for other in sorted(right.f.names - {x})[:6]:
        yield from case("wrt.wrong-variable", differentiate(right.f, other))
        mixed = differentiate(right.formula, other)
        yield from case("mixed.instead", mixed)
        if mixed is not None and isinstance(right.f, Product):
            apart = [factor for factor in right.f.factors if len(factor.names & {x, other}) == 2]
            if not apart:
                yield from case("product.of-derivatives", mixed)
        slope = differentiate(right.f, other)
        if slope is not None:
            yield from case("partial.both-differentiated", Sum((right.formula, slope)))


def _is_antiderivative(right: Right, claimed: Tree) -> bool:
    slope = differentiate(claimed, right.wrt[-1]) if claimed.names else None
    if slope is None:
        return False
    below: Tree | None = right.f
    for variable in right.wrt[:-1]:
        below = below and differentiate(below, variable)
    return below is not None and bool(prove_equal(slope, below))


def constant_factor(right: Right, claimed: Tree) -> Iterator[Candidate]:
    """A quotient whose derivatives are all 0 is a constant."""
    if not claimed.names or not right.formula.names:
        return
    quotient = Quotient(claimed, right.formula)
    slopes = [differentiate(quotient, name) for name in sorted(quotient.names)]
    if all(slope is not None and prove_equal(slope, _ZERO) for slope in slopes):
        yield Candidate((Named(BY_ID["factor.constant"]),), claimed)


_ZERO = Sum((Name("x"), Negative(Name("x"))))
