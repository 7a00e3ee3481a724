"""The engine run again with one rule replaced by a wrong one at one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, islice

from msgspec import Struct

from calctool import budget
from calctool.algebra.clean import clean
from calctool.notation.tree import Derivative, Tree
from calctool.notation.walk import transform, walk
from calctool.rules.apply import Application, apply
from calctool.rules.mistakes.apply import Letters, wrong_lines
from calctool.rules.mistakes.record import Line, Mistake
from calctool.rules.rule import Rule


class Slip(Struct, frozen=True):
    """One mistake at one place: `where` was differentiated by a wrong line in place of `rule`."""

    mistake: Mistake
    line: Line
    rule: Rule
    where: Tree
    after: Tree
    letters: tuple[tuple[str, Tree], ...]


class Wrong(Struct, frozen=True):
    """A wrong derivative and the mistakes that lead to it."""

    slips: tuple[Slip, ...]
    derivative: Tree


class Textbook:
    """The derivative of one function in one variable, with each of its parts.

    `dependents` are the names that are no constants.
    """

    def __init__(self, f: Tree, variable: str, dependents: frozenset[str] | None = None) -> None:
        self.root = Derivative(f, (variable,))
        self.variable = variable
        self._dependents = dependents or frozenset((variable,))
        self._uses: dict[Derivative, Application | None] = {}
        self._done: dict[Derivative, Tree] = {}
        self._within: dict[Derivative, frozenset[Derivative]] = {}
        self._cleaned: dict[Tree, Tree] = {}
        self.derivative = self._right(self.root)

    @property
    def stuck(self) -> bool:
        """Whether there is a part that no rule fits."""
        return any(use is None for use in self._uses.values())

    def slips(self) -> Iterator[Slip]:
        """Every wrong line at every place, the most usual mistakes first."""
        found = [
            Slip(mistake, line, use.rule, at.operand, after, tuple(letters.items()))
            for at, use in list(self._uses.items())
            if use is not None
            for mistake, line, after, letters in self._wrong(use)
        ]
        order = {id: number for number, id in enumerate(dict.fromkeys(s.mistake.id for s in found))}
        yield from sorted(found, key=lambda slip: (order[slip.mistake.id],))

    def _wrong(self, use: Application) -> Iterator[tuple[Mistake, Line, Tree, Letters]]:
        return wrong_lines(use, self._dependents)

    def single(self) -> Iterator[Wrong]:
        """One mistake in one place, and each mistake in all the places where it can be made."""
        listed = list(islice(self.slips(), budget.MISTAKES_TRIED))
        for slip in listed:
            yield Wrong((slip,), self.mistaken((slip,)))
        alike: dict[tuple[str, str], list[Slip]] = {}
        for slip in listed:
            alike.setdefault((slip.mistake.id, slip.line.claimed), []).append(slip)
        for slips in alike.values():
            places = {slip.where: slip for slip in slips}
            if len(places) > 1:
                yield Wrong((slips[0],), self.mistaken(tuple(places.values())))

    def pairs(self) -> Iterator[Wrong]:
        """Two mistakes in different places."""
        listed = [s for s in islice(self.slips(), budget.MISTAKES_TRIED) if s.mistake.id in _COMMON]
        apart = (pair for pair in combinations(listed, 2) if pair[0].where != pair[1].where)
        for pair in islice(apart, budget.MISTAKE_PAIRS):
            yield Wrong(pair, self.mistaken(pair))

    def mistaken(self, slips: tuple[Slip, ...]) -> Tree:
        """The derivative with these wrong lines in their places, all others right."""
        wrong = {Derivative(slip.where, (self.variable,)): slip.after for slip in slips}
        return clean(self._with(self.root, wrong, {}), self._cleaned)

    # --- the right one, and where its parts come from ---

    def _right(self, at: Derivative) -> Tree:
        found = self._done.get(at)
        if found is not None:
            return found
        use = self._uses[at] = apply(at, self._dependents)
        inner: set[Derivative] = {at}
        if use is None:
            self._done[at], self._within[at] = at, frozenset(inner)
            return at

        def change(part: Tree) -> Tree | None:
            if not isinstance(part, Derivative):
                return None
            made = self._right(part)
            inner.update(self._within[part])
            return made

        made = clean(transform(use.after, change), self._cleaned)
        self._done[at], self._within[at] = made, frozenset(inner)
        return made

    def _with(
        self, at: Derivative, wrong: Mapping[Derivative, Tree], done: dict[Derivative, Tree]
    ) -> Tree:
        if at not in done:
            use = self._uses.get(at)
            if use is None and at not in wrong:
                done[at] = self._right(at)
            elif self._within[at].isdisjoint(wrong):
                done[at] = self._done[at]
            else:
                after = wrong.get(at) or (use and use.after) or at

                def change(part: Tree) -> Tree | None:
                    if not isinstance(part, Derivative):
                        return None
                    # A wrong line may ask for a derivative that the right one never needed.
                    self._right(part)
                    return self._with(part, wrong, done) if part != at else self._done[at]

                done[at] = transform(after, change)
        return done[at]


_COMMON = frozenset(
    (
        "chain.inner-missing", "chain.outer-kept", "product.of-derivatives", "quotient.order",
        "quotient.denominator-not-squared", "power.exponent-kept", "power.coefficient-missing",
        "root.half-missing", "exponential.log-missing", "trig.sign", "constant.kept",
        "constant.factor-lost", "sign.term", "sum.term-missing", "reciprocal.sign",
        "power.exponent-raised", "logarithm.denominator", "product.one-term", "chain.inner-sign",
    )
)  # fmt: skip
"""Mistakes that are made two at a time."""


def parts_of(tree: Tree) -> Iterator[Tree]:
    """The distinct parts of a tree, the whole first."""
    yield from reversed(list(walk(tree)))
