"""The zeros of f, those of one sample carried over to its cell."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.clean import clean
from calctool.notation.tree import Name, Product, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.record import EVERY, Exact
from calctool.solve.exact.rounding import equality
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.table.cases.places import Places, is_same
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Root, RootFamily
from calctool.words import Words
from calctool.words import table as words


class Zeros(Struct):
    """Those of a sample; `turn` is the period of f, or that with which it grows, in the letters."""

    sample: TableAnswer
    places: Places
    turn: Tree | None
    missing: list[Words] = []

    def carried(self, made: TableAnswer) -> TableAnswer:
        """With the zeros, where they were asked for. In one period they are as many all over the
        cell, and stay in order; so they are where they are at the sample, with the period."""
        if self.sample.roots is None:
            return made
        if not self.sample.roots_repeat:
            roots = tuple(map(self._root, self.sample.roots))
            return replace(made, roots=roots, lone_roots=roots)
        families = None if self.turn is None else self._families(self.turn)
        if families is None:
            self.missing.append(words.WITH_ZEROS)
            return made
        roots = tuple(Root(Exact(form, None, None), one.multiplicity) for form, one in families)
        listed = tuple(one for _, one in families)
        return replace(made, roots=roots, lone_roots=(), root_families=listed, roots_repeat=True)

    def _root(self, root: Root) -> Root:
        at = self.places.of_zero(root.at)
        if at is None:
            self.missing.append(words.PLACE_OPEN.filled(place=equality(self.name, root.at)))
            at = replace(root.at, is_known=False)
        return Root(at, root.multiplicity)

    @property
    def name(self) -> str:
        return self.sample.question.variable

    # --- without end ---

    def _families(self, turn: Tree) -> tuple[tuple[Tree, RootFamily], ...] | None:
        """One for each zero in a period, after that zero; None where one of them has no formula."""
        listed = self.sample.root_families
        if self.sample.lone_roots or not listed:
            return None
        found: dict[Tree, RootFamily] = {}
        for family in listed:
            if family.reach != EVERY or family.multiplicity is None:
                return None
            members = in_one_turn(family, self._at_sample(turn))
            forms = [self._form(each, turn) for each in members or ()]
            if not forms or None in forms:
                return None
            for form in forms:
                if form is not None:
                    at = clean(Sum((form, Product((Name(family.integer), turn)))))
                    found[form] = RootFamily(at, family.integer, family.multiplicity)
        return tuple(found.items())

    def _form(self, member: Exact, turn: Tree) -> Tree | None:
        """A place that is, at the sample, whole periods away from it; the first that is written."""
        period = self._at_sample(turn)
        for form, value in self.places.zeros_as_written():
            if _is_whole(value, member, period):
                return form
        inside = _moved(member, -floor(_middle(member) / _middle(period)), period)
        at = self.places.of_zero(inside)
        if at is None or at.root is not None:
            return None
        return member.expr if at == inside and not turn.names else at.expr

    def _at_sample(self, tree: Tree) -> Exact:
        return exact(exact_value(self.places.cell.at_sample(tree)))


def in_one_turn(family: RootFamily, period: Exact) -> list[Exact] | None:
    """The members from 0 on; None where the period is no multiple of their distance."""
    start, after = (_member(family, k, {}) for k in (0, 1))
    step = exact(exact_value(added((after.expr, negated(start.expr)))))
    times = None if _middle(step) == 0 else round(abs(_middle(period) / _middle(step)))
    if not times or not any(
        is_same(exact(exact_value(multiplied((number(n), step.expr)))), period)
        for n in (times, -times)
    ):
        return None
    return [_member(family, k, {}) for k in range(times)]


def are_same(
    some: tuple[RootFamily, ...], others: tuple[RootFamily, ...], put: Mapping[str, Tree]
) -> bool:
    """Whether families of one period each are, with values put in, all that others say."""
    left = [(_member(each, 0, put), each.multiplicity) for each in some]
    after = _member(some[0], 1, put)
    period = exact(exact_value(added((after.expr, negated(left[0][0].expr)))))
    for family in others:
        for member in in_one_turn(family, period) or ():
            same = [one for one in left if _is_whole(one[0], member, period)]
            if len(same) != 1 or same[0][1] != family.multiplicity:
                return False
            left.remove(same[0])
    return not left


def _member(family: RootFamily, k: int, put: Mapping[str, Tree]) -> Exact:
    return exact(exact_value(substitute(family.at, {family.integer: number(k), **put})))


def _is_whole(one: Exact, other: Exact, period: Exact) -> bool:
    """Whether the one is some periods away from the other."""
    times = round((_middle(other) - _middle(one)) / _middle(period))
    return is_same(_moved(one, times, period), other)


def _moved(at: Exact, times: int, by: Exact) -> Exact:
    return exact(exact_value(added((at.expr, multiplied((number(times), by.expr))))))


def _middle(at: Exact) -> float:
    """Near the constant, only to say which whole number to try."""
    return 0.0 if at.low is None or at.high is None else float(at.low + at.high) / 2
