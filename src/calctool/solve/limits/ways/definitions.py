"""Functions that are written through others before their quotient is taken."""

from __future__ import annotations

from calctool.algebra import facts
from calctool.notation.tree import Applied, Call, Name, Power, Tree
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place
from calctool.solve.limits.ways.elementary import ADDITIONS
from calctool.solve.limits.ways.inverse import inverse_of
from calctool.solve.limits.ways.linear import Derive


def written_out(f: Tree, x: str) -> Tree | None:
    """f through more elementary functions."""
    match f:
        case Call("max" | "min", (u,)):
            return u
        case Call() if _is_written_out(f):
            return facts.filled(facts.of(f).definition, f.arguments)
        case Power(base, exponent) if x in base.names and x in exponent.names:
            return facts.filled("exp(v*log(u))", (base, exponent))
    return None


def _is_written_out(f: Call) -> bool:
    """Whether the definition leads further than a way of its own."""
    known = facts.of(f)
    is_own = f.function in ADDITIONS or inverse_of(known) is not None
    return bool(known.definition) and (len(f.arguments) > 1 or not is_own)


def by_definition(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """The function is written through others first; None where it has no such definition."""
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
