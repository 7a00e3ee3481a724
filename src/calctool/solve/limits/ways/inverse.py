"""Inverse functions: y = F(x) turns the quotient into one of the function that F inverts."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra import facts
from calctool.atlas.record import Function
from calctool.notation.tree import ONE, Call, Name, Quotient, Relation, Sign, Tree
from calctool.notation.walk import transform
from calctool.solve.limits.chain import Chain, Draft, Line
from calctool.solve.limits.place import Place, evaluated
from calctool.solve.limits.ways.elementary import ADDITIONS
from calctool.solve.limits.ways.linear import Derive
from calctool.verify.limits import limits_in


def inverse_of(known: Function) -> Call | None:
    """The function of u that inverts this one, where it has an addition formula."""
    found = facts.formula(known.inverse) if known.inverse and known.derivatives else None
    match found:
        case Call(id, (Name("u"),)) if id in ADDITIONS and known.id not in ADDITIONS:
            return found
    return None


_INSIDE: dict[Sign, Sign] = {">=": ">", "<=": "<"}


def inverse_function(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """With k = F(x + h) - F(x): h = g(y + k) - g(y), and k tends to 0 with h."""
    match f:
        case Call(_, (Name(x),)) if x == place.variable and place.inner:
            known = facts.of(f)
        case _:
            return None
    inverting = inverse_of(known)
    if inverting is None:
        return None
    u = place.here(Name(place.variable))
    y = place.letters.fresh("y", "z", "s")
    place.letters.named[y] = place.here(f)
    inside = place.inside(y, Name(y))
    chain = derive(Call(inverting.function, (Name(y),)), inside)
    k = place.change(f)
    bound = ((y, place.here(f)), (inside.increment, k))
    needed = (facts.filled_relation(text, (u,)) for text in known.domain)
    where = tuple(Relation(n.left, _INSIDE.get(n.sign, n.sign), n.right) for n in needed)
    draft = Draft(place.start(f))
    draft.add("inverse-function", Quotient(ONE, chain.start), inner=bound, where=where)
    for line in chain.lines:
        # F takes its values where g is invertible, so what g's steps need holds.
        draft.add_line(replace(_under_one(line, chain.start), where=()))
    back = evaluated(facts.filled(known.derivatives[0], (u,)))
    draft.add("put-back", back, inner=((y, place.here(f)),))
    return draft.chain(f)


def _under_one(line: Line, start: Tree) -> Line:
    whole = Quotient(ONE, start)
    after = transform(whole, lambda at: line.after if at == start else None)
    return replace(line, after=after if limits_in(after) else evaluated(after))
