"""How f' = 0 and f'' = 0 are solved, in lines that a reader can follow and that are solved anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Point, Roots, exact_point
from calctool.algebra.unknown import REWRITTEN, WAVES, Turn, turns
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import Call, Name, Relation, Tree
from calctool.solve.answer import Step
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import located
from calctool.verify.equations import Solutions
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Words
from calctool.words.proofs import systems


def solved(
    equation: Relation,
    name: str,
    searches: Sequence[tuple[Interval, Roots]],
    repeated: Mapping[Exact, Tree],
    domain: Sequence[Relation] = (),
) -> tuple[Step, ...]:
    """The steps from the equation to its solutions on the intervals that were searched.

    No step where the search is not complete, or nothing can be said but that. `repeated` gives
    the form of a solution that stands for a family, `domain` where f has a value. A line that
    fails its check is left out with those after it.
    """
    if name not in equation.names or any(found.state != "complete" for _, found in searches):
        return ()
    from calctool.solve.table.line.outside import needed

    points = tuple(zero.at for _, found in searches for zero in found.zeros)
    pieces = tuple(piece for piece, _ in searches)
    known = Solutions(name, pieces, points, any(found.families for _, found in searches))
    families = {at.expr: tree for at, tree in repeated.items() if at.is_known}
    if families and any(exact_of(point).expr not in families for point in points):
        return ()
    last = _last(name, points, families)
    asked = tuple(dict.fromkeys((*conditions(equation.left), *domain)))
    made: list[Step] = []
    before: System | Alternatives = System((equation,))
    needs: tuple[Relation, ...] = ()
    for turn in turns(equation.left, name):
        after = _ordered(turn.after, name)
        if turn.id not in REWRITTEN and _adds_nothing(equation, after):
            continue
        if after == before:
            continue
        finding = known.check(after)
        if finding.verdict is not Verdict.PROVED:
            break
        ends_here = _is_solved(after, name) and len(after.systems) == len(points)
        after = last if ends_here else after
        title = _title(turn, is_first=not made)
        own = () if ends_here else needed(after, asked, name, pieces, repeat=known.repeat)
        where = (*turn.because, *_turned(needs, own))
        made.append(Step(turn.id, title, before, after, finding, where=where))
        before, needs = after, own
    if before != last:
        id = _way_out(before, name) if made else "solve-one"
        title = systems.TURNS.get(id) or _reason(searches)
        finding = Finding(Verdict.PROVED, "all-zeros")
        if not made:
            start = Alternatives((System((equation,)),))
            needs = needed(start, asked, name, pieces, repeat=known.repeat)
        made.append(Step(id, title, before, last, finding, where=needs))
    return tuple(made)


def _turned(before: tuple[Relation, ...], after: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """What a step rests on that brings solutions in which the equation has no value, or drops
    them."""
    return () if before and after else before or after


def _way_out(before: System | Alternatives, name: str) -> str:
    """How the last line follows from the one before: the id of a turn."""
    if not isinstance(before, Alternatives):
        return "solve-one"
    heads = [each.relations[0] for each in before.systems]
    if all(each.left == Name(name) and name not in each.right.names for each in heads):
        return "in-domain" if _is_solved(before, name) else "keep"
    values = all(not each.right.names for each in heads)
    waves = all(each.left == Name(name) or _is_wave(each.left) for each in heads)
    return "angles" if values and waves else "solve-one"


def _is_wave(tree: Tree) -> bool:
    return isinstance(tree, Call) and tree.function in WAVES


def _reason(searches: Sequence[tuple[Interval, Roots]]) -> Words:
    """Why there are no other solutions than those that the search found."""
    return searches[0][1].reason


def _title(turn: Turn, *, is_first: bool) -> Words:
    if turn.after.systems:
        return systems.TURNS[turn.id]
    return systems.TURNS["never-zero"] if is_first else systems.MOVES["no-real-root"]


def _last(name: str, points: Sequence[Point], families: Mapping[Tree, Tree]) -> Alternatives:
    places = map(exact_of, points)
    return Alternatives(
        tuple(
            System((Relation(Name(name), "=", families[at.expr]),)) if at.expr in families
            else located(name, at)
            for at in places
        )
    )  # fmt: skip


def _adds_nothing(equation: Relation, after: Alternatives) -> bool:
    """Whether the line is the equation again, up to a number and the order of its terms."""
    if len(after.systems) != 1 or len(after.systems[0].relations) != 1:
        return False
    ((only,),) = (system.relations for system in after.systems)
    return only.right == equation.right and only.left.size >= equation.left.size


def _is_solved(line: Alternatives, name: str) -> bool:
    return all(
        len(each.relations) == 1
        and each.relations[0].left == Name(name)
        and name not in each.relations[0].right.names
        for each in line.systems
    )


def _ordered(line: Alternatives, name: str) -> Alternatives:
    """Solutions from the left to the right, equations before them as they come."""

    def place(system: System) -> tuple[bool, float]:
        relation = system.relations[0]
        if relation.left != Name(name) or relation.right.names:
            return False, 0.0
        return True, float(exact_point(relation.right).low)

    try:
        return Alternatives(tuple(sorted(line.systems, key=place)))
    except (Undecided, Undefined):
        return line
