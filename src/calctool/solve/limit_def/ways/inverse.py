"""Inverse functions: y = F(x) turns the quotient into one of the function that F inverts."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.formulas import formula, relation
from calctool.notation.tree import ONE, Call, Name, Quotient, Relation, Tree
from calctool.notation.walk import substitute, transform
from calctool.solve.limit_def.chain import Chain, Draft, Line
from calctool.solve.limit_def.place import Place, evaluated
from calctool.solve.limit_def.ways.linear import Derive
from calctool.verify.limits import limits_in


class Inverse(Struct, frozen=True):
    """F inverts `function`; F' is `slope` in u, by the identity that links the two."""

    function: str
    slope: str
    where: tuple[str, ...] = ()


INVERSES: dict[str, Inverse] = {
    "asin": Inverse("sin", "1/sqrt(1 - u^2)", ("u > -1", "u < 1")),
    "acos": Inverse("cos", "-1/sqrt(1 - u^2)", ("u > -1", "u < 1")),
    "atan": Inverse("tan", "1/(1 + u^2)"),
    "acot": Inverse("cot", "-1/(1 + u^2)"),
    "asinh": Inverse("sinh", "1/sqrt(1 + u^2)"),
    "acosh": Inverse("cosh", "1/sqrt(u^2 - 1)", ("u > 1",)),
    "atanh": Inverse("tanh", "1/(1 - u^2)", ("u > -1", "u < 1")),
}


def inverse_function(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """With k = F(x + h) - F(x): h = g(y + k) - g(y), and k tends to 0 with h."""
    match f:
        case Call(id, (Name(x),)) if id in INVERSES and x == place.variable and place.inner:
            known = INVERSES[id]
        case _:
            return None
    u = place.here(Name(place.variable))
    y = place.letters.fresh("y", "z", "s")
    place.letters.named[y] = place.here(f)
    inside = place.inside(y, Name(y))
    chain = derive(Call(known.function, (Name(y),)), inside)
    k = place.change(f)
    bound = ((y, place.here(f)), (inside.increment, k))
    where = tuple(
        Relation(substitute(each.left, {"u": u}), each.sign, each.right)
        for each in map(relation, known.where)
    )
    draft = Draft(place.start(f))
    draft.add("inverse-function", Quotient(ONE, chain.start), inner=bound, where=where)
    for line in chain.lines:
        # F takes its values where g is invertible, so what g's steps need holds.
        draft.add_line(replace(_under_one(line, chain.start), where=()))
    back = evaluated(substitute(formula(known.slope), {"u": u}))
    draft.add("put-back", back, inner=((y, place.here(f)),))
    return draft.chain(f)


def _under_one(line: Line, start: Tree) -> Line:
    whole = Quotient(ONE, start)
    after = transform(whole, lambda at: line.after if at == start else None)
    return replace(line, after=after if limits_in(after) else evaluated(after))
