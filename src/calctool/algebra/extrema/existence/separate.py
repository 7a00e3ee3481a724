"""Whether constraints in separate variables, such as sqrt(x) + y^2 = 5, leave a bounded set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from calctool.algebra.build import added, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import LINE
from calctool.algebra.domain.ranges import Known
from calctool.algebra.extrema.existence.bounded_set import Constraint
from calctool.algebra.extrema.existence.growth import grows
from calctool.notation.tree import Negative, Relation, Sum, Tree


def bounded_separately(
    constraints: Iterable[Constraint], names: Sequence[str], domain: Iterable[Relation]
) -> bool:
    """Of functions that are continuous on the closed set `domain`.

    A sum of functions of one variable each, that all tend to oo wherever their variable may go to
    infinity, has parts that are bounded below: where it is at most 0, each is bounded above too.
    """
    known = bounds(domain)
    found = {name for name, reach in known.items() if -inf < reach.low and reach.high < inf}
    for tree, sign in constraints:
        for side in (tree, negated(tree)) if sign == "=" else (tree,):
            terms = tuple(_terms(side))
            if all(_grows_at_its_ends(terms, name, known) for name in tree.names):
                found |= tree.names
    return found.issuperset(names)


def _terms(tree: Tree, sign: int = 1) -> Iterator[Tree]:
    match tree:
        case Sum(terms):
            for term in terms:
                yield from _terms(term, sign)
        case Negative(operand):
            yield from _terms(operand, -sign)
        case _:
            yield tree if sign > 0 else negated(tree)


def _grows_at_its_ends(terms: Sequence[Tree], name: str, known: Known) -> bool:
    about = [term for term in terms if name in term.names]
    if any(len(term.names) > 1 for term in about):
        return False
    reach, own = known.get(name, LINE), added(about)
    return (reach.high < inf or grows(own, name, 1)) and (reach.low > -inf or grows(own, name, -1))
