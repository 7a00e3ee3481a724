"""Functions that are written through others before their quotient is taken."""

from __future__ import annotations

from calctool.algebra.domain.formulas import DEFINITIONS, DEFINITIONS_OF_TWO, formula
from calctool.notation.tree import ONE, Applied, Call, Name, Power, Quotient, Tree
from calctool.notation.walk import substitute
from calctool.solve.limit_def.chain import Chain, Draft
from calctool.solve.limit_def.place import Place
from calctool.solve.limit_def.ways.linear import Derive

OWN = {"softplus": "log(1 + exp(u))"}
WRITTEN_OUT = frozenset({
    "sec", "csc", "sech", "csch", "asec", "acsc", "log2", "log10",
    "sigmoid", "silu", "gelu", "softsign", "logit", "softplus",
})  # fmt: skip


def written_out(f: Tree, x: str) -> Tree | None:
    """f through more elementary functions."""
    match f:
        case Call(id, (u,)) if id in WRITTEN_OUT:
            return substitute(formula((DEFINITIONS | OWN)[id]), {"u": u})
        case Call("root", (u, degree)):
            return Power(u, Quotient(ONE, degree))
        case Call("log" as id, (u, v)):
            return substitute(formula(DEFINITIONS_OF_TWO[id]), {"u": u, "v": v})
        case Call("max" | "min", (u,)):
            return u
        case Power(base, exponent) if x in base.names and x in exponent.names:
            return substitute(formula("exp(v*log(u))"), {"u": base, "v": exponent})
    return None


def by_definition(f: Tree, place: Place, derive: Derive) -> Chain | None:
    written = written_out(f, place.variable)
    if written is None:
        return None
    inner = derive(written, place)
    draft = Draft(place.start(f))
    draft.add("write-out", inner.start)
    for line in inner.lines:
        draft.add_line(line)
    return draft.chain(f)


def undefined_function(f: Tree, place: Place) -> Chain | None:
    """The quotient of f(x), whose limit is what f'(x) means."""
    match f:
        case Applied(id, arguments, orders):
            moving = [i for i, each in enumerate(arguments) if not each.is_free_of(place.variable)]
            if len(moving) != 1 or arguments[moving[0]] != Name(place.variable):
                return None
            raised = tuple(n + (i == moving[0]) for i, n in enumerate(orders))
            draft = Draft(place.start(f))
            meant = place.here(Applied(id, arguments, raised))
            draft.add("definition-of-derivative", meant, proof="definition")
            return draft.chain(f)
    return None
