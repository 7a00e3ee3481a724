"""From ∇f = 0 to its solutions, as the lines of a derivation; each line is checked by verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from calctool.algebra.build import divided, negated
from calctool.algebra.places.balls_first import quick
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.solutions import Move, Root, Solutions
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import TWO, ZERO, Name, Relation, Tree, number
from calctool.solve.answer import Derivation, Step
from calctool.solve.exact.at_point import known
from calctool.solve.exact.rounding import located
from calctool.verify.systems import Lines
from calctool.verify.verdict import Finding, Verdict
from calctool.words.extrema import candidates
from calctool.words.proofs import boxes, systems
from calctool.words.proofs.systems import TURNS

_TITLES = systems.MOVES | boxes.MOVES
_CHOOSING = ("certified-boxes", "resubstitute")
"""Moves that keep only solutions in the domain and in the box that was searched."""


def all_zero(trees: Sequence[Tree]) -> System:
    """The equations that set all these trees to zero, as one line."""
    return System(tuple(Relation(tree, "=", ZERO) for tree in trees))


def derivations(
    start: System, solved: Solutions, where: Sequence[Relation] = ()
) -> tuple[Derivation, ...]:
    """The moves as one chain, and as a chain of its own each branch that begins elsewhere.

    `where` is what solutions must fulfil besides, or they were left out.
    How a system was solved explains the solutions and does not prove them: where a line fails its
    check, the solutions alone are shown.
    """
    searched = *where, *_sides(solved)
    places = [root.place for root in solved.roots]
    places += [place for part in solved.components for place in part.samples]
    lines = Lines(tuple(map(quick, places)), _meanings(solved.moves, start.names))
    chains: list[list[Step]] = []
    aside: list[Step] = []
    for move in solved.moves:
        if _says_nothing(move):
            continue
        step = _step(move, lines, tuple(aside))
        if move.id in _CHOOSING:
            step = replace(step, where=searched)
        if isinstance(move.before, Relation):
            aside.append(step)
            continue
        aside = []
        chain = next((chain for chain in chains if _is_same(chain[-1].after, step.before)), None)
        if chain is None:
            chains.append([step])
        else:
            chain.append(step)
    turn = tuple(_one_turn(solved.roots))
    if not chains or any(_fails(step) for chain in chains for step in chain):
        return (Derivation(start, (_at_once(start, solved, (*where, *turn)),)),)
    for chain in chains:
        within = (each for each in turn if each.names <= chain[-1].after.names)
        chain[-1] = replace(chain[-1], where=(*chain[-1].where, *within))
    return tuple(Derivation(chain[0].before, tuple(chain)) for chain in chains)


def within(
    derivation: Derivation, start: System, roots: Iterable[Root], where: tuple[Relation, ...]
) -> Derivation:
    """Without the solutions that lie elsewhere, where the last line has some."""
    last = derivation.steps[-1].after if derivation.steps else derivation.start
    outside = {point(root, start) for root in roots if all_hold_at(root.place, where) is False}
    kept = tuple(each for each in cases(last) if each not in outside)
    if len(kept) == len(cases(last)):
        return derivation
    finding = Finding(Verdict.PROVED, "same-solutions")
    step = Step("in-domain", TURNS["in-domain"], last, Alternatives(kept), finding, where=where)
    return Derivation(derivation.start, (*derivation.steps, step))


def cases(line: Line) -> tuple[System, ...]:
    """The systems of which one holds."""
    systems = line.systems if isinstance(line, Alternatives) else (line,)
    return tuple(each for each in systems if isinstance(each, System))


def _says_nothing(move: Move) -> bool:
    return not isinstance(move.before, Relation) and _is_same(move.before, move.after)


def _is_same(one: Line, other: Line) -> bool:
    return one == other or () != cases(one) == cases(other)


def _one_turn(roots: Sequence[Root]) -> Iterator[Relation]:
    """A part of the line that holds one member of each family; none where none was found."""
    steps = {pair for root in roots for pair in root.periods}
    for name, step in sorted(steps, key=lambda pair: pair[0]):
        x, half = Name(name), divided(step, TWO)
        windows = (
            (Relation(x, ">", negated(half)), Relation(x, "<=", half)),
            (Relation(x, ">=", ZERO), Relation(x, "<", step)),
        )
        if [other for other, _ in steps].count(name) == 1:
            fitting = (w for w in windows if all(all_hold_at(root.place, w) for root in roots))
            yield from next(fitting, ())


def _meanings(moves: Sequence[Move], names: frozenset[str]) -> dict[str, Tree]:
    """What the names mean that a change of variables brought in: said when they first appear."""
    found: dict[str, Tree] = {}
    for move in moves:
        for name, tree in move.bindings:
            if name not in names:
                found.setdefault(name, tree)
    return found


def _sides(solved: Solutions) -> Iterator[Relation]:
    """The box outside of which nothing was searched."""
    for name, low, high in solved.scope:
        yield Relation(Name(name), ">=", number(low))
        yield Relation(Name(name), "<=", number(high))


def _step(move: Move, lines: Lines, aside: tuple[Step, ...]) -> Step:
    """`aside` are equations in one unknown that were solved on the way."""
    finding = lines.check(move.before, move.after, move.proof)
    return Step(
        move.id, _TITLES[move.id], move.before, move.after, finding, move.bindings, steps=aside
    )


def _fails(step: Step) -> bool:
    return step.finding.verdict is Verdict.REFUTED or any(map(_fails, step.steps))


def _at_once(start: System, solved: Solutions, where: tuple[Relation, ...]) -> Step:
    """The solutions without the way to them."""
    points = [point(root, start) for root in solved.roots]
    sets = [all_zero(part.equations) for part in solved.components]
    after = Alternatives((*points, *sets))
    proved = solved.state == "complete"
    finding = Finding(Verdict.PROVED if proved else Verdict.UNDECIDED, "same-solutions")
    title = candidates.MOVES["solve-system"]
    return Step("solve-system", title, start, after, finding, where=where)


def point(root: Root, start: System) -> System:
    """The exact coordinates; two decimals around those of which none are known."""
    names = [name for name in root.place.names if name in start.names]
    placed = (located(name, known(root.place.coordinate(name))) for name in names)
    return System(tuple(relation for each in placed for relation in each.relations))
