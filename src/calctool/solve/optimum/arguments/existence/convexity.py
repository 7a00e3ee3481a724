"""Whether f and the set are convex, by the principal minors of second derivatives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from calctool import budget
from calctool.algebra.boxes.region import tightened, whole_box
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.extrema.forms.inertia import inertia
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.field import is_zero
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.arguments.one_variable import extreme
from calctool.solve.optimum.arguments.protocol import Ask, Task
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.arguments.values import sign
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.manifold import Row, determinant, gradient, slope
from calctool.solve.stationary.short import short

_CLOSED: dict[Sign, Sign] = {">": ">=", "<": "<="}
_SIDES: dict[Sign, int] = {"=": 0, "<=": 1, "<": 1, ">=": -1, ">": -1}


Shown = Callable[[Tree], bool]
"""Whether a function is nowhere negative on the set."""


def is_convex_problem(task: Task, f: Tree, turn: int, below: Ask | None = None) -> bool:
    """Whether f (turn -1) or -f (turn 1) is convex on a convex set: the equalities are affine and
    the other conditions leave a convex set. With `below` the ladder is asked for signs."""
    if any(each.sign == "!=" for each in task.relations):
        return False
    zeros = [(added((r.left, negated(r.right))), _SIDES[r.sign]) for r in task.relations]
    trees = [(f, -turn), *zeros]
    every = dict.fromkeys(need for tree, _ in trees for need in conditions(tree))
    domain = tuple(each for each in every if not _holds_on_side(each, task))
    if not _leaves_convex_set(domain, task.names):
        return False
    if any(not _switches_outside(tree, domain, task) for tree, _ in trees):
        return False
    box = (*domain, *sides(task.sides))
    if not all(_is_convex(tree, side, task.names, _by_ranges(box)) for tree, side in zeros):
        return False
    # The set is convex: f has to be so on it, not on all of a box around it.
    return _is_convex(f, -turn, task.names, _on_set(task, (*box, *_around(task)), below))


def _holds_on_side(need: Relation, task: Task) -> bool:
    """Whether a condition holds where each name keeps to its side: by ranges, or by the table."""
    if implied(need, tuple(sides(task.sides))):
        return True
    if len(need.names) != 1 or need.sign == "=":
        return False
    (name,) = need.names
    u, strict = added((need.left, negated(need.right))), need.sign in ("<", ">", "!=")
    turns = {"!=": (-1, 1), "<": (1,), "<=": (1,)}.get(need.sign, (-1,))
    for turn in turns:
        end = extreme(u, name, task.side(name), turn)
        side = None if end is None or end.value is None else sign(end.value)
        if end is not None and (side == -turn or (side == 0 and not (strict and end.attained))):
            return True
    return False


def _around(task: Task) -> Iterator[Relation]:
    """A box that holds the set."""
    ends = [(added((r.left, negated(r.right))), r) for r in task.relations]
    zeros = [Relation(tree, _CLOSED.get(r.sign, r.sign), ZERO) for tree, r in ends]
    stated = [
        *zeros,
        *(Relation(r.left, _CLOSED.get(r.sign, r.sign), r.right) for r in sides(task.sides)),
    ]
    yield from _by_equations(task, zeros)
    box = whole_box(stated, task.names, stated) if zeros else None
    for name, (low, high) in ({} if box is None else tightened(stated, box)).items():
        yield Relation(Name(name), ">=", number(low))
        yield Relation(Name(name), "<=", number(high))


def _by_equations(task: Task, zeros: Sequence[Relation]) -> Iterator[Relation]:
    """Exact ends: x <= pi where x + y + z = pi and y, z >= 0."""
    for each in zeros:
        rates = [(name, rational(short(slope(each.left, name)))) for name in task.names]
        if each.sign != "=" or any(rate is None for _, rate in rates):
            continue
        for name, rate in rates:
            for turn in (-1, 1) if rate else ():
                end = _end_of(each.left, name, rates, turn, task)  # type: ignore[arg-type]
                if end is not None:
                    yield Relation(Name(name), "<=" if turn > 0 else ">=", end)


def _end_of(
    g: Tree, name: str, rates: Sequence[tuple[str, Fraction]], turn: int, task: Task
) -> Tree | None:
    """The greatest value (turn 1) or the least that g = 0 leaves a name, others at their ends."""
    known = dict(rates)
    at: dict[str, Tree] = {name: ZERO}
    for other, rate in rates:
        if other != name and rate:
            side = task.side(other)
            at[other] = side.start if -rate / known[name] * turn < 0 else side.end
    if any(is_infinite(end) for end in at.values()):
        return None
    return exact_value(multiplied((number(-1 / known[name]), substitute(g, at))))


def _by_ranges(domain: tuple[Relation, ...]) -> Shown:
    return lambda tree: implied(Relation(tree, ">=", ZERO), domain)


def _on_set(task: Task, domain: tuple[Relation, ...], below: Ask | None) -> Shown:
    at_once = _by_ranges(domain)

    cut = with_sides(Task(task.f, task.names, (), domain))

    def shown(tree: Tree) -> bool:
        if at_once(tree):
            return True
        if len(tree.names) == 1:
            (name,) = tree.names
            one = extreme(tree, name, cut.side(name), -1)
            return one is not None and one.value is not None and sign(one.value) in (0, 1)
        if below is None:
            return False
        found = below(Task(tree, task.names, task.sides, task.relations), -1)
        return found is not None and sign(found.value) in (0, 1)

    return shown


def _leaves_convex_set(domain: Iterable[Relation], names: Sequence[str]) -> bool:
    """Whether each u > 0 cuts a convex set out of what those before it leave: where u is concave.

    x^2 - 1 >= 0 leaves two pieces.
    """
    before: tuple[Relation, ...] = ()
    for need in sorted(domain, key=lambda need: need.left.size + need.right.size):
        if need.sign in ("!=", "="):
            return False
        u = added((need.left, negated(need.right)))
        side = -1 if need.sign in (">", ">=") else 1
        is_defined = all(implied(each, before) for each in conditions(u))
        if not is_defined or switches(u) or not _is_convex(u, side, names, _by_ranges(before)):
            return False
        before = (*before, need)
    return True


def _switches_outside(tree: Tree, domain: tuple[Relation, ...], task: Task) -> bool:
    apart = (Relation(s.relation.left, "!=", s.relation.right) for s in switches(tree))
    return all(implied(each, domain) or _holds_on_side(each, task) for each in apart)


def _is_convex(tree: Tree, side: int, names: Sequence[str], shown: Shown) -> bool:
    """Whether side*tree is convex; for side 0 whether the tree is affine."""
    rows = [gradient(slope, names) for slope in gradient(tree, names)]
    if all(is_zero(entry) for row in rows for entry in row):
        return True
    if not side:
        return False
    turned = [row if side > 0 else tuple(map(negated, row)) for row in rows]
    return _by_constants(turned) or _by_minors(turned, shown)


def _by_constants(rows: Sequence[Row]) -> bool:
    try:
        matrix = [[Constant(constant_value(entry)) for entry in row] for row in rows]
        found = inertia(matrix)
    except (Undecided, Undefined):
        return False
    return found is not None and not found.negative


def _by_minors(rows: Sequence[Row], shown: Shown) -> bool:
    """All principal minors are nowhere negative: then no eigenvalue is anywhere."""
    count = len(rows)
    if count > budget.MINOR_NAMES:
        return all(
            is_zero(entry) if i != j else shown(entry)
            for i, row in enumerate(rows)
            for j, entry in enumerate(row)
        )
    for size in range(1, count + 1):
        for chosen in combinations(range(count), size):
            if size > 1 and any(_is_alone(rows, i, chosen) for i in chosen):
                continue  # A product of smaller ones.
            minor = short(determinant([tuple(rows[i][j] for j in chosen) for i in chosen]))
            if not is_zero(minor) and not shown(minor):
                return False
    return True


def _is_alone(rows: Sequence[Row], index: int, chosen: Sequence[int]) -> bool:
    return all(is_zero(rows[index][j]) for j in chosen if j != index)
