"""Sums of parts with names of their own, after a linear change of names if need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.extrema.affine_forms import (
    Form,
    basis,
    completed,
    form_tree,
    forms,
    inverse,
    separated,
)
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import (
    ZERO,
    Name,
    Negative,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import (
    Ask,
    Bound,
    Lacks,
    Spot,
    Task,
    Turn,
    claim,
    put,
)
from calctool.solve.optimum.arguments.sides import some_point
from calctool.solve.optimum.arguments.values import plus
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS
from calctool.words.extrema.ladder.lacking import PART

_LETTERS = ("u", "v", "w", "p", "q", "r", "s")


class Change(Struct, frozen=True):
    """New names, each a linear form in the old ones, and the old ones in the new."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    rows: tuple[Form, ...]

    @property
    def back(self) -> dict[str, Tree]:
        """The old names."""
        rows = inverse(self.rows)
        return {name: form_tree(row, self.new) for name, row in zip(self.old, rows, strict=True)}

    def moved(self, tree: Tree) -> Tree:
        """The same value, written in the new names; polynomials multiplied out."""
        if tree.names.isdisjoint(self.old):
            return tree
        p = polynomial(tree, self.old)
        if p is not None:
            own = polynomial(substitute(tree, self.back), self.new)
            return tree if own is None else tree_of(own, self.new)
        if isinstance(tree, Sum):
            known = [term for term in tree.terms if polynomial(term, self.old) is not None]
            rest = [self.moved(term) for term in tree.terms if term not in known]
            if len(known) > 1:
                return added((self.moved(added(known)), *rest))
        return tree.rebuilt(tuple(self.moved(child) for child in tree.children))


def sum_of_parts(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:
    """inf of a sum is the sum of the infima where each part has names of its own."""
    if task.relations or len(task.names) < 2:
        return None
    terms = list(terms_of(task.f))
    constants = [term for term in terms if term.names.isdisjoint(task.names)]
    single = [term for term in terms if not term.names.isdisjoint(task.names)]
    for moving in (list(_with_one_polynomial(single, task)), single):
        spans = [_forms(term, task) for term in moving]
        groups = separated(spans)
        count = sum(len(basis(row for i in group for row in spans[i])) for group in groups)
        if len(groups) < 2 and count == len(task.names):
            continue
        change = _change(task, [basis(row for i in g for row in spans[i]) for g in groups])
        if change is None:
            return None
        parts = [added(moving[i] for i in group) for group in groups]
        return _summed(task, turn, below, change, parts, constants)
    return None


def terms_of(tree: Tree) -> Iterator[Tree]:
    """The terms of a sum, rational factors of sums multiplied in."""
    match tree:
        case Sum(terms):
            for term in terms:
                yield from terms_of(term)
        case Negative(operand):
            yield from (negated(term) for term in terms_of(operand))
        case Product(factors) if len([f for f in factors if rational(f) is None]) == 1:
            (inner,) = (f for f in factors if rational(f) is None)
            size = [f for f in factors if f is not inner]
            if ZERO in size:
                yield tree  # 0*log(x) has a value for x > 0 only.
                return
            yield from (multiplied((*size, term)) for term in terms_of(inner))
        case Quotient(top, bottom) if rational(bottom):
            yield from (divided(term, bottom) for term in terms_of(top))
        case _:
            yield tree


def _with_one_polynomial(terms: list[Tree], task: Task) -> Iterator[Tree]:
    """x^2 + 2*x*y + y^2 as one term: it sees fewer linear forms than its terms do."""
    own = [term for term in terms if polynomial(term, task.names) is not None]
    apart = basis(row for term in own for row in _forms(term, task))
    if len(own) > 1 and len(_forms(added(own), task)) < len(apart):
        yield added(own)
        terms = [term for term in terms if term not in own]
    yield from terms


def _forms(term: Tree, task: Task) -> list[Form]:
    """Where a name is bound to a side, or all are wanted as they are, the names themselves."""
    if task.sides:
        own = [i for i, name in enumerate(task.names) if name in term.names]
        return [tuple(Fraction(i == j) for j in range(len(task.names))) for i in own]
    return forms(term, task.names)


def _change(task: Task, spans: Sequence[Sequence[Form]]) -> Change | None:
    rows = completed([row for span in spans for row in span], len(task.names))
    units = {tuple(Fraction(i == j) for j in range(len(rows))) for i in range(len(rows))}
    if all(any(_is_multiple(row, unit) for unit in units) for row in rows):
        order = [next(i for i, c in enumerate(row) if c) for row in rows]
        own = tuple(tuple(Fraction(i == j) for j in range(len(rows))) for i in order)
        return Change(task.names, tuple(task.names[i] for i in order), own)
    if task.sides:
        return None
    free = [x for x in (*_LETTERS, *(f"u{i}" for i in range(len(rows)))) if x not in task.f.names]
    return Change(
        task.names, tuple(x for x in free if x not in task.names)[: len(rows)], tuple(rows)
    )


def _is_multiple(row: Form, unit: Form) -> bool:
    return all((c == 0) == (u == 0) for c, u in zip(row, unit, strict=True))


def _is_plain(change: Change) -> bool:
    return set(change.old) == set(change.new)


def _summed(
    task: Task, turn: Turn, below: Ask, change: Change, parts: list[Tree], constants: list[Tree]
) -> Bound | Lacks | None:
    plain = _is_plain(change)
    moved = parts if plain else [short(change.moved(part)) for part in parts]
    found: list[Bound] = []
    for part in moved:
        names = tuple(name for name in change.new if name in part.names)
        sides = tuple((name, side) for name, side in task.sides if name in names)
        one = below(Task(part, names, sides), turn)
        if one is None:
            return Lacks("sum-of-parts", PART[turn].filled(part=quoted(part))) if plain else None
        found.append(one)
    value = plus([*(one.value for one in found), *(exact(exact_value(c)) for c in constants)])
    if value is None:
        return None
    flags = [one.attained for one in found]
    attained = False if False in flags else None if None in flags else True
    lines = [*_opening(task, change, moved, constants, plain=plain)]
    lines += [line for one in found for line in one.lines]
    lines.append(_closing(task, turn, value, attained, found))
    spots = _spots(found, change, task) if attained else ()
    toward = None if attained else _toward(task, found, change, value)
    argument = "sum-of-parts" if len(found) > 1 else "linear-change"
    reason = ARGUMENTS[argument]
    return Bound(value, attained, argument, reason, tuple(lines), spots, toward)


def _opening(
    task: Task, change: Change, moved: list[Tree], constants: list[Tree], *, plain: bool
) -> Iterator[ProofLine]:
    whole = added((*moved, *constants))
    if not plain:
        names = [n for n in change.new if n in whole.names]
        rows = dict(zip(change.new, change.rows, strict=True))
        new = tuple(Relation(Name(n), "=", form_tree(rows[n], change.old)) for n in names)
        yield ProofLine("linear-change", new, words.NEW_NAMES)
        yield ProofLine("identity", (Relation(task.f, "=", whole),), words.IN_NEW_NAMES)
    elif len(moved) > 1:
        why = words.SEPARATE.filled(parts=all_quoted(moved))
        says = () if whole == task.f else (Relation(task.f, "=", whole),)
        yield ProofLine("separate-parts", says, why)


def _closing(
    task: Task, turn: Turn, value: Exact, attained: bool | None, found: list[Bound]
) -> ProofLine:
    if is_infinite(value.expr):
        return ProofLine("sum-of-bounds", (), words.SUM_INFINITE[turn])
    says = claim(task.f, turn, value, attained)
    if len(found) < 2:
        return ProofLine("sum-of-bounds", says, words.SAME_BOUND)
    table = words.SUM_OPEN if attained is False else words.SUM_ATTAINED
    return ProofLine("sum-of-bounds", says, table[turn])


def _spots(found: Sequence[Bound], change: Change, task: Task) -> tuple[Spot, ...]:
    made = []
    for chosen in islice(product(*(one.at for one in found)), budget.LADDER_PLACES):
        known = {name: value for spot in chosen for name, value in spot}
        spot = _back(known, change, task)
        if spot is not None:
            made.append(spot)
    return tuple(made)


def _back(known: dict[str, Exact], change: Change, task: Task) -> Spot | None:
    if _is_plain(change):
        return tuple((name, known[name]) for name in task.names if name in known)
    if not all(value.is_known for value in known.values()):
        return None
    values = {name: value.expr for name, value in known.items()}
    back = change.back
    used = [name for name in task.names if back[name].names <= values.keys()]
    if len(used) < len(task.names):
        values |= {name: ZERO for name in change.new if name not in known}
    return tuple((name, exact(exact_value(substitute(back[name], values)))) for name in task.names)


def _toward(task: Task, found: Sequence[Bound], change: Change, value: Exact) -> Curve | None:
    """All parts come near their bounds together; one that has it stands still."""
    curve: dict[str, Tree] = {}
    infinite = is_infinite(value.expr)
    for one in found:
        runs = one.toward is not None and (not infinite or is_infinite(one.value.expr))
        if runs and one.toward is not None:
            curve |= dict(one.toward.points)
        elif one.at and all(place.is_known for _, place in one.at[0]):
            curve |= {name: place.expr for name, place in one.at[0]}
        elif one.toward is not None:
            curve |= dict(one.toward.points)
        else:
            return None
    if not _is_plain(change):
        full = {name: curve.get(name, ZERO) for name in change.new}
        curve = {name: short(substitute(tree, full)) for name, tree in change.back.items()}
    else:
        curve = {n: curve.get(n, some_point(task.side(n))) for n in task.names}
    return put(curve, PARAMETER) if tends(task.f, curve, value) else None
