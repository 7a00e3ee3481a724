"""The cases into which a system falls, each in one line: what was chosen, and the point."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import Name, Relation, rational
from calctool.present.document import Block, Note, Prose, Text
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign, formula, joined, listed, unbroken
from calctool.solve.answer import Derivation, Step
from calctool.solve.exact.record import Exact
from calctool.verify.verdict import weakest
from calctool.words.extrema import optimum as words

_MOST = 8
"""Cases that are listed unless every step is asked for."""
_SPLIT = "factor"


def main_line(derivations: tuple[Derivation, ...]) -> Derivation | None:
    """The first chain without the line that splits it; None where its cases are not all of the
    other chains, so that these have to be shown one by one."""
    if len(derivations) < 2:
        return None
    main = derivations[0]
    if not main.steps or main.steps[-1].rule != _SPLIT:
        return None
    reached = {leaf for _, leaf, _ in _leaves(main, derivations, ())}
    starts = {each.start for each in derivations[1:]}
    walked = set(_walked(main, derivations))
    if not starts <= walked or None in reached:
        return None
    return Derivation(main.start, main.steps[:-1])


def case_blocks(derivations: tuple[Derivation, ...], setting: Setting) -> Iterator[Block]:
    """z = 0: x = 0 ⇒ P₂; y = 0 ⇒ P₄, a line for each first choice."""
    leaves = list(_leaves(derivations[0], derivations, ()))
    caption: Text | None = setting.say(words.CASES_OF_PRODUCT)
    for first, group in groupby(leaves[:_MOST], key=lambda leaf: leaf[0][:1]):
        ends, verdicts = [], []
        for path, leaf, step in group:
            if step is not None:
                verdicts.append(step.finding.verdict)
            chosen = listed(map(setting.short.line, path[1:]), setting.language)
            arrow = foreign(" ⇒ " if path[1:] else "⇒ ")
            ends.append(unbroken(joined((chosen, arrow, _outcome(leaf, setting)), "")))
        start = listed(map(setting.short.line, first), setting.language)
        verdict = weakest(verdicts) if verdicts else None
        yield Prose(joined((start, joined(ends, ";  ")), ":  "), caption, verdict=verdict)
        caption = None
    if len(leaves) > _MOST:
        count = len(leaves) - _MOST
        yield Note("note", foreign(words.MORE_CASES.say(setting.language, count=count)))


def named_points(step: Step, setting: Setting) -> Text | None:
    """The points by their names, where a step ends in nothing else."""
    if not isinstance(step.after, Alternatives) or not step.after.systems:
        return None
    found = [_name_of(each, setting) for each in step.after.systems]
    if None in found:
        return None
    names = [setting.point_name(point.at) for point in setting.answer.points]
    return setting.join(sorted(filter(None, found), key=names.index))


def _outcome(leaf: Line | None, setting: Setting) -> Text:
    if isinstance(leaf, Alternatives):
        if not leaf.systems:
            return setting.say(words.NO_SOLUTION)
        return setting.join(_point(each, setting) for each in leaf.systems)
    return _point(leaf, setting) if isinstance(leaf, System) else Text("")


def _point(system: System, setting: Setting) -> Text:
    return _name_of(system, setting) or formula(setting.short.line(system))


def _name_of(system: System, setting: Setting) -> Text | None:
    """The name of the point that a system gives the coordinates of."""
    values = {
        each.left.id: each.right
        for each in system.relations
        if each.sign == "=" and isinstance(each.left, Name) and not each.right.names
    }
    low = {e.left.id: rational(e.right) for e in system.relations
           if e.sign == ">=" and isinstance(e.left, Name)}  # fmt: skip
    high = {e.left.id: rational(e.right) for e in system.relations
            if e.sign == "<=" and isinstance(e.left, Name)}  # fmt: skip
    for point in setting.answer.points:
        if all(
            values.get(name) == value.expr or _is_between(value, low.get(name), high.get(name))
            for name, value in point.at
        ):
            return setting.point_name(point.at)
    return None


def _is_between(value: Exact, low: Fraction | None, high: Fraction | None) -> bool:
    """Whether a coordinate is the one that two bounds enclose."""
    if low is None or high is None or value.low is None or value.high is None:
        return False
    return low <= value.low and value.high <= high


# --- the tree of cases --------------------------------------------------------------------------

Leaf = tuple[tuple[Relation, ...], Line | None, Step | None]
"""What was chosen on the way, how it ends, and the last step; no line where that is not known."""


def _leaves(
    node: Derivation, derivations: tuple[Derivation, ...], path: tuple[Relation, ...]
) -> Iterator[Leaf]:
    last = node.steps[-1]
    if last.rule != _SPLIT or not isinstance(last.after, Alternatives):
        yield path, last.after, last
        return
    before = last.before.relations if isinstance(last.before, System) else ()
    for case in last.after.systems:
        chosen = tuple(each for each in case.relations if each not in before)
        child = next((each for each in derivations if each.start == case), None)
        if child is not None:
            yield from _leaves(child, derivations, (*path, *chosen))
        else:
            yield (*path, *chosen), case if _is_point(case) else None, None


def _walked(node: Derivation, derivations: tuple[Derivation, ...]) -> Iterator[Line]:
    """Where the chains begin that the cases of this one lead to."""
    last = node.steps[-1]
    cases = last.after.systems if isinstance(last.after, Alternatives) else ()
    for child in derivations:
        if last.rule == _SPLIT and child.start in cases:
            yield child.start
            yield from _walked(child, derivations)


def _is_point(system: System) -> bool:
    return all(isinstance(e.left, Name) and not e.right.names for e in system.relations)
