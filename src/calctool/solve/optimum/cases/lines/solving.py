"""The system of a case with letters, solved as on paper: a variable from one equation put into the
others, as long as one occurs linearly with a coefficient that is not 0 in the case.

These lines lead to the points and do not prove them; each is checked all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, is_constant
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import ONE, ZERO, Name, Power, Product, Relation, Tree, number
from calctool.notation.walk import substitute, transform
from calctool.solve.answer import Derivation, Step
from calctool.solve.optimum.cases.lines.powers import common_powers
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short
from calctool.solve.stationary.solving import all_zero
from calctool.verify.equality import check_equality
from calctool.verify.systems import Lines
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words.proofs.systems import MOVES, TURNS

IsNotZero = Callable[[Tree], bool]
"""Whether a number with letters is certainly not 0 in the case."""


def solving(
    one: OptimumAnswer,
    first: Step | None,
    equations: Sequence[Tree],
    is_not_zero: IsNotZero,
    plain: Plain,
) -> Derivation | None:
    """From the equations, to which the `first` step leads, to the points of the case; None where
    nothing comes between them."""
    start = all_zero(equations)
    found = _System(start, one.question.wrt, is_not_zero, plain)
    steps = list(found.substituted()) or list(found.all_factored())
    is_of_one = len(one.question.wrt) == 1
    if not equations or len(steps) > budget.CASE_LINES or not (steps or first or is_of_one):
        return None
    last = _last(one, start, steps[-1].after if steps else start)
    made = [each for each in (first, *steps, last) if each is not None]
    return Derivation(made[0].before, tuple(made)) if made else None


_ODD = ("power", "abs", "sign")
"""Kernels of powers with letters, which a reader would not know again."""


class _System(Struct):
    """What is left of a system, and which variables are known by the others."""

    start: System
    names: tuple[str, ...]
    is_not_zero: IsNotZero
    plain: Plain

    def all_factored(self) -> Iterator[Step]:
        """Each equation by itself, where that says more."""
        old = [each.left for each in self.start.relations]
        pairs = [self.factored(each) for each in old]
        if not any(isinstance(plain, Product | Power) for plain, _ in pairs):
            return
        findings = [
            check_equality(tree, multiplied((by, plain)))
            for tree, (plain, by) in zip(old, pairs, strict=True)
        ]
        verdict = weakest(each.verdict for each in findings)
        finding = next(each for each in findings if each.verdict is verdict)
        after = all_zero([plain for plain, _ in pairs])
        if verdict is not Verdict.REFUTED and after != self.start:
            yield Step("factored", TURNS["factored"], self.start, after, finding)

    def substituted(self) -> Iterator[Step]:
        rest = [self.factored(each.left)[0] for each in self.start.relations]
        solved: dict[str, Tree] = {}
        line = self.start
        while (chosen := self.choice(rest)) is not None:
            place, name, value = chosen
            findings = []
            left = []
            for k, each in enumerate(rest):
                if k == place:
                    continue
                put = substitute(each, {name: value})
                plain, by = self.factored(put)
                if plain == ZERO:
                    continue
                if plain not in left:
                    left.append(plain)
                findings.append(check_equality(put, multiplied((by, plain))))
            solved = {
                own: self.plain(substitute(tree, {name: value})) for own, tree in solved.items()
            }
            solved[name] = value
            rest = left
            relations = [
                Relation(Name(own), "=", solved[own]) for own in self.names if own in solved
            ]
            after = System((*relations, *all_zero(rest).relations))
            verdict = weakest(each.verdict for each in findings) if findings else Verdict.PROVED
            if verdict is Verdict.REFUTED:
                return
            finding = next(
                (each for each in findings if each.verdict is verdict),
                Finding(Verdict.PROVED, "identity"),
            )
            bound = ((name, value),)
            yield Step("substitute", MOVES["substitute"], line, after, finding, bindings=bound)
            line = after

    def choice(self, rest: Sequence[Tree]) -> tuple[int, str, Tree] | None:
        """An equation with a variable that it gives, the shortest one."""
        found = []
        for place, each in enumerate(rest):
            for name in self.names:
                if name not in each.names:
                    continue
                by = short(slope(each, name))
                if not by.names.isdisjoint(self.names) or not self.is_not_zero(by):
                    continue
                free = short(added((each, negated(multiplied((by, Name(name)))))))
                if name in free.names:
                    continue
                value = self.ordered(self.plain(divided(negated(free), by)))
                found.append((value.size, place, self.names.index(name), name, value))
        if not found:
            return None
        _, place, _, name, value = min(found)[:5]
        return place, name, value

    def ordered(self, tree: Tree) -> Tree:
        """With letters before variables: -a*y/2."""

        def change(part: Tree) -> Tree | None:
            if not isinstance(part, Product):
                return None
            return Product(tuple(sorted(map(self.ordered, part.factors), key=self._place)))

        return transform(tree, change)

    def _place(self, factor: Tree) -> int:
        return 0 if not factor.names else 1 if factor.names.isdisjoint(self.names) else 2

    def factored(self, tree: Tree) -> tuple[Tree, Tree]:
        """The factors with variables in them, and what they have to be multiplied by."""
        shared = common_powers(tree, self.names)
        if shared is not None:
            return self.ordered(shared[0]), shared[1]
        own = Field()
        own.normal(tree)
        element = own.normal(tree)
        if element is None or any(
            k.kind in _ODD for k in map(own.kernels.__getitem__, element.used())
        ):
            return short(tree), ONE
        num, den = element.parts()
        if not num:
            return ZERO, ONE
        content, factors = own.ring.factors(num)
        kept: list[Tree] = []
        by: list[Tree] = [number(content)]
        for factor, power in factors:
            part = own.to_tree(Element(own.ring, factor, own.ring.one))
            if part is None:
                return short(tree), ONE
            part = raised(short(part), number(power))
            free = part.names.isdisjoint(self.names)
            (by if is_constant(factor) or (free and self.is_not_zero(part)) else kept).append(part)
        below = own.to_tree(Element(own.ring, den, own.ring.one))
        if below is None:
            return short(tree), ONE
        # What is divided by is not 0 wherever the equation has a value.
        return self.ordered(multiplied(kept)) if kept else ONE, divided(multiplied(by), below)


def _last(one: OptimumAnswer, start: System, before: Line) -> Step | None:
    """The points, unless the line before says where the only one is."""
    points = [
        System(tuple(Relation(Name(name), "=", value.expr) for name, value in point.at))
        for point in one.points
    ]
    if points == [before]:
        return None
    if isinstance(before, System) and len(points) == 1 and _are_same(points[0], before):
        return None
    if not points:
        return _none(one, before)
    findings = [_residual(start, point) for point in points]
    verdict = weakest(findings)
    if any(value.root is not None for point in one.points for _, value in point.at):
        verdict = Verdict.SAMPLED
    finding = Finding(verdict, "same-solutions")
    id = "solve-one" if before == start and len(one.question.wrt) == 1 else "back-substitute"
    return Step(id, MOVES[id], before, Alternatives(tuple(points)), finding)


def _none(one: OptimumAnswer, before: Line) -> Step | None:
    """That there is no point; at the values at which the case was looked at none may be found."""
    if one.sets or one.families or not isinstance(before, System):
        return None
    values = dict(one.sample)
    there = System(
        tuple(
            Relation(substitute(each.left, values), "=", substitute(each.right, values))
            for each in before.relations
        )
    )
    finding = Lines((), {}).check(there, Alternatives(()), "cases")
    title = MOVES["no-real-root"]
    return Step("no-real-root", title, before, Alternatives(()), finding)


def _are_same(point: System, line: System) -> bool:
    known = {each.left: each.right for each in line.relations}
    return len(known) == len(point.relations) and all(
        each.left in known
        and check_equality(known[each.left], each.right).verdict is Verdict.PROVED
        for each in point.relations
    )


def _residual(start: System, point: System) -> Verdict:
    put = {each.left.id: each.right for each in point.relations if isinstance(each.left, Name)}
    proved = all(
        check_equality(substitute(each.left, put), ZERO).verdict is Verdict.PROVED
        for each in start.relations
    )
    return Verdict.PROVED if proved else Verdict.SAMPLED
