"""Waves of one phase with letters, sin(w*x + p): the table of sin(w*x), moved by -p/w."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.space import Space
from calctool.algebra.clean import clean
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.fences import fenced
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, UnknownError
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Call, Name, Relation, Sum, Tree, number
from calctool.notation.walk import substitute, transform, walk
from calctool.solve.answer import Case, Completeness, State
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.exact.values import exact
from calctool.solve.table.cases.required import holds
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Asymptote, Extreme, Family
from calctool.words import table as words

_WAVES = ("sin", "cos", "tan", "cot", "sec", "csc")


class Moved(Struct, frozen=True):
    """A question about f(x - by), in which the phase is gone, and letters that stood only there."""

    asked: TableQuestion
    by: Tree
    divided: bool
    gone: tuple[tuple[str, Fraction], ...]
    """With values that keep what is assumed of them."""


def without_phase(asked: TableQuestion) -> Moved | None:
    """None where there is no such phase, or more than one."""
    name = asked.variable
    parts = {each for each in walk(asked.statement) if _is_wave(each, name)}
    if asked.domain is not None or not parts:
        return None
    own = Field()
    found = [_taken_apart(own, each.children[0], asked) for each in parts]
    if None in found:
        return None
    shifts = {rest.key: rest for speed, rest in (each for each in found if each is not None)}
    if len(shifts) != 1:
        return None
    speeds = {part: own.to_tree(each[0]) for part, each in zip(parts, found, strict=True) if each}
    part, speed = next(iter(speeds.items()))
    if speed is None:
        return None
    by = clean(divided(substitute(part.children[0], {name: ZERO}), speed))
    if not by.names:
        return None

    def change(at: Tree) -> Tree | None:
        speed = speeds.get(at)
        if speed is not None:
            return at.rebuilt((multiplied((speed, Name(name))),))
        return added((Name(name), negated(by))) if at == Name(name) else None

    statement = transform(asked.statement, change)
    lost = set(conditions(asked.statement)) - set(conditions(statement))
    # What the phase asks of letters is asked for still.
    statement = fenced(statement, (each for each in lost if name not in each.names))
    left = tuple(sorted(statement.names - {name}))
    gone = tuple(each for each in asked.parameters if each not in left)
    apart = tuple(r for r in asked.assumed if r.names <= set(gone))
    others = tuple(r for r in asked.assumed if r not in apart)
    values = _values(gone, apart)
    if values is None or any(r.names & set(gone) for r in others):
        return None
    return Moved(replace(asked, statement=statement, assumed=others), by, bool(speed.names), values)


def _values(
    letters: tuple[str, ...], given: tuple[Relation, ...]
) -> tuple[tuple[str, Fraction], ...] | None:
    """Some for which relations hold between these letters alone; None where none are found."""
    bound = tuple(each for each in letters if any(each in r.names for r in given))
    try:
        sectors = Space(bound, given).sectors() if bound else ()
    except NoMethod:
        return None
    if bound and not sectors:
        return None
    known = dict(zip(bound, sectors[0].samples[0], strict=True)) if bound else {}
    return tuple((each, known.get(each, Fraction(0))) for each in letters)


def _is_wave(part: Tree, name: str) -> bool:
    return isinstance(part, Call) and part.function in _WAVES and name in part.names


def _taken_apart(
    own: Field, argument: Tree, asked: TableQuestion
) -> tuple[Element, Element] | None:
    """w and p/w of w*x + p, where w is certainly not 0."""
    name = asked.variable
    element = own.normal(argument)
    if element is None:
        return None
    try:
        speed = own.derivative(element, name)
        tree = own.to_tree(speed)
    except UnknownError:
        return None
    if tree is None or name in tree.names:
        return None
    signs = range_of(tree, bounds(asked.assumed))
    if not (signs.positive or signs.negative):
        return None
    rest = element - speed * own.element(Name(name))
    return speed, rest / speed


# --- back -----------------------------------------------------------------------------------------


def moved_back(found: TableAnswer, whole: TableAnswer, moved: Moved) -> TableAnswer | None:
    """The answer to the question that was asked; None where places have no formulas, Unsettled
    where it is open whether f is as `when` asks."""
    cases = found.cases or (Case(((),), found),)
    when = moved.asked.when
    required = found.required
    if when is not None and found.required_of is None:
        required = ((),) if holds(found, when) else ()
    tables = [
        _table(case.answer, whole, moved) for case in cases if isinstance(case.answer, TableAnswer)
    ]
    if len(tables) != len(cases) or None in tables:
        return None
    made = tuple(Case(case.when, table) for case, table in zip(cases, tables, strict=True) if table)
    told = found.completeness
    if not found.cases or told.state is State.COMPLETE:
        # What is missing in a case is missing in the whole.
        names = ", ".join(quoted(Name(each)) for each in whole.question.parameters)
        told = Completeness(State.COMPLETE, words.COVERED.filled(name=names))
    return replace(
        whole,
        cases=made,
        boundaries=found.boundaries,
        required=required,
        required_open=found.required_open,
        required_of=when,
        completeness=told,
    )


def _table(table: TableAnswer, whole: TableAnswer, moved: Moved) -> TableAnswer | None:
    if table.is_open_case or table.domain == ():
        return replace(table, question=whole.question)
    ends = [*(p.at for p in table.points), *(e for i in table.intervals for e in (i.start, i.end))]
    if any(at.root is not None or not at.is_known for at in ends) or table.beyond:
        return None
    back = _Back(whole.question.variable, moved.by, moved.divided)
    gone = tuple((name, exact(number(value))) for name, value in moved.gone)
    return replace(
        table,
        question=whole.question,
        derivative=whole.derivative,
        second=whole.second,
        checks=(),
        conditions=whole.conditions,
        needed=whole.needed,
        natural=None,
        domain=None if table.domain is None else tuple(map(back.interval, table.domain)),
        shown=table.shown and (back.place(table.shown[0]), back.place(table.shown[1])),
        points=tuple(replace(p, at=back.place(p.at)) for p in table.points),
        intervals=tuple(
            replace(
                i, start=back.place(i.start), end=back.place(i.end), sample=None, bend_sample=None
            )
            for i in table.intervals
        ),
        asymptotes=tuple(map(back.asymptote, table.asymptotes)),
        tends=(),
        swings=tuple(each for each in table.swings if is_infinite(each.place.expr)),
        families=tuple(map(back.family, table.families)),
        minimum=back.extreme(table.minimum),
        maximum=back.extreme(table.maximum),
        zeros=(),
        bends=(),
        roots=None
        if table.roots is None
        else tuple(replace(r, at=back.place(r.at), within=None) for r in table.roots),
        lone_roots=tuple(replace(r, at=back.place(r.at), within=None) for r in table.lone_roots),
        root_families=tuple(replace(r, at=back.tree(r.at)) for r in table.root_families),
        flat=tuple(map(back.interval, table.flat)),
        sample=tuple(sorted((*table.sample, *gone))),
        sketch=None,
    )


class _Back(Struct, frozen=True):
    """From x to x - by; as one fraction where that was divided by letters."""

    name: str
    by: Tree
    divided: bool

    def tree(self, place: Tree) -> Tree:
        terms = self.by.terms if isinstance(self.by, Sum) else (self.by,)
        moving = [negated(each) for each in terms if each.names]
        fixed = [negated(each) for each in terms if not each.names]
        start = _normal(added((place, *fixed))) if fixed else place
        lies = clean(added((start, *moving)))
        return _normal(lies) if self.divided else lies

    def place(self, at: Exact) -> Exact:
        return at if is_infinite(at.expr) else Exact(self.tree(at.expr), None, None)

    def interval(self, one: Interval) -> Interval:
        return Interval(self.place(one.start), self.place(one.end), one.closed)

    def asymptote(self, one: Asymptote) -> Asymptote:
        if one.kind == "vertical":
            return replace(one, line=Relation(one.line.left, "=", self.tree(one.line.right)))
        forward = added((Name(self.name), self.by))
        right = substitute(one.line.right, {self.name: forward})
        return replace(one, line=Relation(one.line.left, "=", right), apart=None)

    def family(self, one: Family) -> Family:
        at = None if one.at is None else self.tree(one.at)
        return replace(one, at=at, place=None if one.place is None else self.place(one.place))

    def extreme(self, one: Extreme | None) -> Extreme | None:
        if one is None:
            return None
        toward = None if one.toward is None else self.place(one.toward)
        return replace(one, at=tuple(map(self.place, one.at)), toward=toward)


def _normal(tree: Tree) -> Tree:
    own = Field()
    element = own.normal(tree)
    return (None if element is None else own.to_tree(element)) or tree
