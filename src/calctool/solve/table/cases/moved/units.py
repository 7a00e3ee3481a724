"""The table for a letter that is 1 or -1 as that for all numbers of its sign."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.systems.weights import Form
from calctool.algebra.clean import clean
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.factor_signs import FactorSigns
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Call, Name, Product, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact, Interval, OnlyZero
from calctool.solve.exact.values import exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import (
    Asymptote,
    Extreme,
    Family,
    Root,
    Swing,
    TableInterval,
    TablePoint,
)


class Units(Struct, frozen=True):
    """Weights with 1 for a letter, and how f changes with them."""

    letter: str
    weights: Form
    power: Fraction
    logs: Fraction
    constant: Tree
    """What is added to f and free of the variable."""

    @property
    def adds(self) -> bool:
        """Whether something is added to f."""
        return bool(self.logs) or self.constant != ZERO


class Signs(FactorSigns):
    """What relations say of letters; see `plainest`."""

    def __init__(self, letter: str, relations: tuple[Relation, ...]) -> None:
        self.letter = letter
        self.known = bounds(relations)

    def sign(self, tree: Tree) -> int:
        return self.of_tree(tree)

    def of_other(self, part: Tree) -> int:
        del part
        raise Undecided


class Back(Struct, dict=True):
    """From the letter `turn`, 1 or -1, to all numbers of that sign, of which `given` holds."""

    whole: TableAnswer
    units: Units
    turn: int
    given: tuple[Relation, ...]
    named: dict[Exact, Exact] = {}

    @property
    def name(self) -> str:
        return self.whole.question.variable

    def factor(self, power: Fraction) -> Tree:
        letter = Name(self.units.letter)
        return raised(letter if self.turn > 0 else negated(letter), number(power))

    def put(self, tree: Tree, power: Fraction) -> Tree:
        """A number of the sample that has this weight, in the letters as they are."""
        if tree == ZERO or not (power or tree.names & set(self.units.weights)):
            return tree
        scaled = self._in_letters(tree)
        times = multiplied((scaled, self.factor(power))) if power > 0 else scaled
        times = divided(scaled, self.factor(-power)) if power < 0 else times
        return plainest(times, Signs(self.units.letter, self.given))

    def _in_letters(self, tree: Tree) -> Tree:
        others: dict[str, Tree] = {}
        for name, weight in self.units.weights.items():
            if name in tree.names and name != self.units.letter:
                below = self.factor(abs(weight))
                own = Name(name)
                others[name] = divided(own, below) if weight > 0 else multiplied((own, below))
        return substitute(tree, others)

    @property
    def weight(self) -> Fraction:
        """That of the variable."""
        return self.units.weights.get(self.name, Fraction(0))

    @property
    def unscaled(self) -> Tree:
        """What the variable is in the sample."""
        name, below = Name(self.name), self.factor(abs(self.weight))
        if not self.weight:
            return name
        return divided(name, below) if self.weight > 0 else multiplied((name, below))

    def of_f(self, tree: Tree) -> Tree:
        if not self.units.adds:
            return self.put(tree, self.units.power)
        # The constant is in the sample with the letter put in.
        there = substitute(self.units.constant, {self.units.letter: number(self.turn)})
        moving = self.put(added((tree, negated(there))), self.units.power)
        terms = [moving, self.units.constant]
        if self.units.logs:
            log = Call("log", (self.factor(Fraction(1)),))
            terms.insert(1, multiplied((number(self.units.logs), log)))
        return plainest(added(terms), Signs(self.units.letter, self.given))

    def relation(self, relation: Relation) -> Relation:
        """B > 2 as b > 2*a^v."""
        left, right = relation.left, relation.right
        if self.units.letter in relation.names:
            return relation
        weight = self.units.weights.get(getattr(left, "id", ""), Fraction(0))
        if isinstance(left, Name) and weight:
            return Relation(left, relation.sign, self.put(right, weight))
        return Relation(self.put(left, Fraction(0)), relation.sign, self.put(right, Fraction(0)))

    # --- a table ---

    def table(self, table: TableAnswer) -> TableAnswer:
        """NoMethod where a place has no name, or something repeats in a way that has none."""
        if table.is_open_case or table.domain == ():
            return replace(table, question=self.whole.question)
        if table.beyond or any(f.row for f in table.families):
            raise NoMethod
        period, drift, growth = table.period, table.drift, table.growth
        return replace(
            table,
            question=self.whole.question,
            derivative=self.whole.derivative,
            second=self.whole.second,
            conditions=self.whole.conditions,
            needed=self.whole.needed,
            natural=None,
            checks=(),
            domain=None if table.domain is None else tuple(map(self.stretch, table.domain)),
            shown=table.shown and (self.place(table, table.shown[0]),
                                   self.place(table, table.shown[1])),
            period=None if period is None else self.put(period, self.weight),
            drift=None if drift is None
            else (self.put(drift[0], self.weight), self.put(drift[1], self.units.power)),
            growth=None if growth is None
            else (self.put(growth[0], self.weight), self.put(growth[1], Fraction(0))),
            points=tuple(self.point(table, p) for p in table.points),
            intervals=tuple(self.interval(table, i) for i in table.intervals),
            asymptotes=tuple(map(self.asymptote, table.asymptotes)),
            tends=(),
            swings=tuple(map(self.swing, table.swings)),
            families=tuple(self.family(table, f) for f in table.families),
            minimum=self.extreme(table, table.minimum),
            maximum=self.extreme(table, table.maximum),
            zeros=(),
            bends=(),
            roots=None if table.roots is None else tuple(self.root(table, r) for r in table.roots),
            lone_roots=tuple(self.root(table, r) for r in table.lone_roots),
            root_families=tuple(
                replace(r, at=self.put(r.at, self.weight)) for r in table.root_families
            ),
            flat=tuple(map(self.stretch, table.flat)),
            sketch=table.sketch,
        )  # fmt: skip

    def place(self, table: TableAnswer, at: Exact) -> Exact:
        if is_infinite(at.expr):
            return at
        if at in self.named:
            return self.named[at]
        if at.is_known and at.root is None:
            made = self.put(at.expr, self.weight)
            return Exact(made, None, None) if made.names else exact(made)
        root = at.root or _only_zero(table, at)
        if root is None:
            raise NoMethod
        equation = substitute(self._in_letters_of(root.equation), {root.name: self.unscaled})
        equation = _without_factors(clean(equation))
        moved = OnlyZero(
            equation, root.name, self.place(table, root.start), self.place(table, root.end)
        )
        name = f"{self.name}{len(self.named) + 1}"
        self.named[at] = Exact(Name(name), None, None, root=moved)
        return self.named[at]

    def _in_letters_of(self, equation: Tree) -> Tree:
        """All letters but the variable, which has the same name in the sample."""
        kept = f"{self.name}\ue015"
        return substitute(
            self._in_letters(substitute(equation, {self.name: Name(kept)})), {kept: Name(self.name)}
        )

    def value(self, table: TableAnswer, at: Exact, known: Exact | None) -> Exact | None:
        """f at a place, or its limit there."""
        if known is None or is_infinite(known.expr):
            return known
        if known.is_known and not self._names_place(known.expr, table):
            return self.of_this(known)
        there = self.place(table, at)
        if is_infinite(there.expr):
            raise NoMethod
        made = substitute(self.whole.question.statement, {self.name: there.expr})
        return Exact(made, None, None)

    @staticmethod
    def _names_place(tree: Tree, table: TableAnswer) -> bool:
        places = {p.at.expr for p in table.points if p.at.root is not None}
        return any(Name(name) in places for name in tree.names)

    def stretch(self, one: Interval) -> Interval:
        return Interval(self.end(one.start), self.end(one.end), one.closed)

    def end(self, at: Exact) -> Exact:
        if is_infinite(at.expr):
            return at
        if not at.is_known or at.root is not None:
            raise NoMethod
        made = self.put(at.expr, self.weight)
        return Exact(made, None, None) if made.names else exact(made)

    def point(self, table: TableAnswer, p: TablePoint) -> TablePoint:
        def there(v: Exact | None) -> Exact | None:
            return self.value(table, p.at, v)

        return replace(
            p, at=self.place(table, p.at), value=there(p.value), left=there(p.left),
            right=there(p.right),
        )  # fmt: skip

    def interval(self, table: TableAnswer, i: TableInterval) -> TableInterval:
        return replace(
            i,
            start=self.place(table, i.start),
            end=self.place(table, i.end),
            left=self.value(table, i.start, i.left),
            right=self.value(table, i.end, i.right),
            sample=None,
            bend_sample=None,
        )

    def asymptote(self, one: Asymptote) -> Asymptote:
        right = one.line.right
        if one.kind == "vertical":
            right = self.put(right, self.weight)
        else:
            kept = f"{self.name}\ue015"
            line = substitute(right, {self.name: Name(kept)})
            line = self.of_f(line)
            right = plainest(
                substitute(line, {kept: self.unscaled}), Signs(self.units.letter, self.given)
            )
        return replace(one, line=Relation(one.line.left, "=", right), apart=None)

    def family(self, table: TableAnswer, one: Family) -> Family:
        if one.at is None or one.place is None:
            raise NoMethod
        return replace(
            one,
            at=self.put(one.at, self.weight),
            place=self.place(table, one.place),
            value=self.value(table, one.place, one.value),
        )

    def extreme(self, table: TableAnswer, one: Extreme | None) -> Extreme | None:
        if one is None:
            return None
        toward = None if one.toward is None else self.place(table, one.toward)
        at = one.at[0] if one.at else one.toward
        value = one.value if at is None else self.value(table, at, one.value)
        if at is None and one.value is not None and not is_infinite(one.value.expr):
            raise NoMethod
        return replace(
            one, at=tuple(self.place(table, p) for p in one.at), toward=toward, value=value
        )

    def swing(self, one: Swing) -> Swing:
        """NoMethod where that is no infinite end."""
        if not is_infinite(one.place.expr):
            raise NoMethod
        low, high = (v if is_infinite(v.expr) else self.of_this(v) for v in (one.low, one.high))
        return replace(one, low=low, high=high)

    def of_this(self, value: Exact) -> Exact:
        made = self.of_f(value.expr)
        return Exact(made, None, None) if made.names else exact(made)

    def root(self, table: TableAnswer, one: Root) -> Root:
        return replace(one, at=self.place(table, one.at), within=None)


def _without_factors(equation: Tree) -> Tree:
    """Without those of a product that are never 0."""
    if not isinstance(equation, Product):
        return equation
    ranges = ((factor, range_of(factor, {})) for factor in equation.factors)
    return multiplied(factor for factor, on in ranges if not (on.positive or on.negative))


def _only_zero(table: TableAnswer, at: Exact) -> OnlyZero | None:
    """What a rounded place is, by the part of the line in which it was found."""
    for solved in (*table.zeros, *table.bends):
        for root in solved.roots:
            if root.at == at and root.within is not None:
                ends = root.within
                if all(each.is_known for each in ends):
                    name = table.question.variable
                    return OnlyZero(solved.equation.left, name, *ends)
    return None
