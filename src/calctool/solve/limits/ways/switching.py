"""Functions with kinks and jumps, away from them: |u|, sign, floor, max, branches."""

from __future__ import annotations

from calctool.algebra import facts
from calctool.algebra.limit.expand import NotPolynomial
from calctool.notation.interior import open_branches
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Name,
    Piecewise,
    Power,
    Quotient,
    Relation,
    Tree,
)
from calctool.notation.walk import substitute
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place, difference, evaluated, over, times, total
from calctool.solve.limits.ways.algebraic import expander
from calctool.solve.limits.ways.linear import Derive
from calctool.verify.limits import is_continuous


def absolute_value(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """|a| - |b| = (a^2 - b^2)/(|a| + |b|): no case need be told apart."""
    match f:
        case Call("abs", (u,)):
            pass
        case _:
            return None
    here, there = place.here(u), place.there(u)
    sizes = (Call("abs", (there,)), Call("abs", (here,)))
    below, above = total(sizes), total((there, here))
    where = (Relation(here, "!=", ZERO),)
    draft = Draft(place.start(f))
    squares = difference(*(Power(size, TWO) for size in sizes))
    draft.add("conjugate-absolute", place.limit(over(squares, place.h, below)), where=where)
    squares = difference(Power(there, TWO), Power(here, TWO))
    draft.add("square-of-absolute", place.limit(over(squares, place.h, below)))
    try:
        _cancelled(u, place, draft, above, below)
    except NotPolynomial:
        inner = derive(u, place)
        split = times(place.quotient(u), over(above, below))
        draft.add("difference-of-squares", place.limit(split))
        draft.add("product-of-limits", times(_sign(here), inner.start))
        draft.continue_with([inner])
    return draft.chain(f)


def _cancelled(u: Tree, place: Place, draft: Draft, above: Tree, below: Tree) -> None:
    """Where u is a polynomial, so that h cancels by hand; else raises NotPolynomial."""
    writer = expander(place)
    terms = writer.terms(place.change(u))
    small = writer.tree(writer.lowered(terms, place.increment))
    twice = writer.tree(writer.terms(above))
    split = over(times(writer.tree(terms), twice), place.h, below)
    draft.add("difference-of-squares", place.limit(split))
    draft.add("cancel-increment", place.limit(over(times(small, twice), below)))
    value = times(place.at_zero(small), _sign(place.here(u)))
    draft.add("let-increment-vanish", evaluated(value))


def _sign(u: Tree) -> Tree:
    return Quotient(u, Call("abs", (u,))) if u.names else evaluated(Call("sign", (u,)))


def constant_between(f: Tree, place: Place) -> Chain | None:
    """Constant near every point where it does not jump: the quotient is 0 for all small h."""
    match f:
        case Call(id, (u,)) if facts.is_constant_between(id):
            at = place.here(u)
            jumps = place.here(f) if facts.of(f).steps else ZERO
            draft = Draft(place.start(f))
            proof = "continuity" if is_continuous(u) else ""
            where = (Relation(at, "!=", jumps),)
            draft.add("constant-nearby", ZERO, where=where, proof=proof)
            return draft.chain(f)
    return None


def by_cases(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """Where a condition holds strictly it holds nearby too, so that f is one branch there."""
    branches = _branches(f)
    if branches is None:
        return None
    moving = any(c is not None and place.variable in c.names for _, c in branches)
    if moving and not place.at_name:
        return None
    marks = [Name(f"branch_{number}") for number in range(len(branches))]
    conditions = [condition for _, condition in branches]
    opened = Piecewise(
        open_branches(tuple(zip(marks, conditions, strict=True)), frozenset((place.variable,)))
    )
    kept = {
        mark.id: value for mark, (value, _) in zip(marks, branches, strict=True)
        if mark.id in opened.names
    }  # fmt: skip
    if not kept:
        return None
    chains = [derive(value, place) for value in kept.values()]
    where = tuple(
        Relation(condition.left, "!=", condition.right)
        for _, condition in branches
        if condition is not None and place.variable in condition.names
    )
    starts = {
        mark: _open(chain, value, place)
        for chain, (mark, value) in zip(chains, kept.items(), strict=True)
    }
    draft = Draft(place.start(f))
    sides = (side for c in conditions if c is not None for side in (c.left, c.right))
    proof = "continuity" if all(map(is_continuous, sides)) else ""
    draft.add("by-cases", substitute(opened, starts), where=where, proof=proof)
    draft.continue_with(chains)
    return draft.chain(f)


def _open(chain: Chain, value: Tree, place: Place) -> Tree:
    """The limit that stays open; those of a constant and of the variable itself are known."""
    if value.is_free_of(place.variable):
        return ZERO
    return ONE if value == Name(place.variable) else chain.start


def _branches(f: Tree) -> tuple[tuple[Tree, Relation | None], ...] | None:
    match f:
        case Piecewise(branches):
            return branches
        case Call("max" | "min" as id, (u, *others)) if others:
            v = others[0] if len(others) == 1 else Call(id, tuple(others))
            return (u, Relation(u, ">" if id == "max" else "<", v)), (v, None)
        case Call() if any(switch.kind == "kink" for switch in facts.of(f).switches):
            by_cases = facts.pieces(f)
            return by_cases.branches if by_cases is not None else None
    return None
