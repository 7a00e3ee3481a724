"""Curves and surfaces of points, and families of isolated ones that repeat."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.build import added
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import INFINITY, Name, Relation, Sum, Tree
from calctool.present.document import Block, Prose, Text
from calctool.present.optimum.points import kind
from calctool.present.optimum.repeated import repeated_text, repetition
from calctool.present.optimum.setting import Setting, relation
from calctool.present.parts.integers import integers
from calctool.present.parts.rows import Rows
from calctool.present.phrases import foreign, formula, formulas, joined, listed
from calctool.solve.candidates import PointFamily, PointSet, Stretch
from calctool.solve.rows import Row
from calctool.solve.variation import Beyond
from calctool.words import titles
from calctool.words.extrema import optimum as words


def set_blocks(setting: Setting) -> Iterator[Block]:
    """Each set: which points, what they are, and how to run through them."""
    caption: Text | None = setting.say(words.SETS)
    for found in setting.answer.sets:
        parts = [
            equations(found, setting=setting),
            setting.join(_kinds(found, setting), titles.SEMICOLON),
        ]
        yield Prose(setting.join(filter(None, parts), titles.COLON), caption)
        if found.points is not None and not _says_nothing_new(found, found.points):
            through = [formula(relation(*each)) for each in found.points]
            yield Prose(setting.join([*through, *_within(found)]))
        caption = None


def family_blocks(setting: Setting) -> Iterator[Block]:
    """One line where all points repeat alike, else a line for each family."""
    families = [family for family in setting.answer.families if family.row is None]
    caption: Text | None = setting.say(words.FAMILIES)
    found = repetition(setting)
    if found is not None:
        yield Prose(repeated_text(found, setting), caption)
        return
    for family in families:
        assert family.kind != "stationary"  # noqa: S101 (no row)
        what = [kind(family.kind, family.strict, setting)]
        if family.value is not None:
            what.append(setting.equation(setting.function, family.value))
        yield Prose(
            setting.join((family_text(family, setting), setting.join(what)), titles.COLON), caption
        )
        caption = None


def row_blocks(setting: Setting, beyond: tuple[Beyond, ...]) -> Iterator[Block]:
    """Points that are not equally spaced, by their cells."""
    yield from told(setting).blocks(list(rows_of(setting).values()))
    yield from told(setting).ends(beyond)


def told(setting: Setting) -> Rows:
    return Rows(setting.variables[0], setting.labels.function, setting.language, setting.numbers)


def rows_of(setting: Setting) -> dict[int, Row]:
    """The rows, by the numbers of their families."""
    families = enumerate(setting.answer.families)
    return {number: each.row for number, each in families if each.row is not None}


def _says_nothing_new(found: PointSet, points: tuple[tuple[str, Tree], ...]) -> bool:
    """Whether the points are x = 0, y = t where the equations say as much."""
    free = set(map(Name, found.parameters))
    named = {Name(name) for name, _ in points}
    others = [each for each in found.equations if each.left not in named]
    told = all(tree in free or relation(name, tree) in found.equations for name, tree in points)
    return told and not (others and found.ranges)


def _within(found: PointSet) -> Iterator[Text]:
    """Which values the parameters take."""
    if len(found.ranges) == 1:
        yield from formulas(found.ranges[0])
    elif found.ranges:
        yield formula(Alternatives(tuple(map(System, found.ranges))))


def equations(*sets: PointSet, setting: Setting) -> Text:
    """Of one set, or of several of which a point lies in one."""
    if not all(each.told for each in sets):
        return setting.say(words.EVERY_POINT)
    lines = (_line(each, setting) for each in sets)
    line = setting.join(lines, words.OR)
    whole = tuple(dict.fromkeys(each for one in sets for each in one.repeats))
    if not whole:
        return line
    return setting.fill(words.FAMILY, line, integers(whole, setting.language))


def _line(found: PointSet, setting: Setting) -> Text:
    """k·π < x < 1 + k·π; x ∈ (≈0.228100 + k·π, 2 + k·π) where an end has no exact form."""
    if not found.rounded:
        return formula(setting.short.line(System(found.told)))
    ends = {each.sign: _end(each.right, found, setting) for each in found.told}
    low, high = ends.get(">", foreign("−∞")), ends.get("<", formula(INFINITY))
    inside = joined((foreign("("), joined((low, high), ", "), foreign(")")), "")
    return joined((formula(found.told[0].left), inside), " ∈ ")


def _end(at: Tree, found: PointSet, setting: Setting) -> Text:
    place = dict(found.rounded).get(at)
    if place is None:
        return formula(at)
    whole = {letter for letter, _ in found.repeats}
    moving = [term for term in at.terms if term.names & whole] if isinstance(at, Sum) else []
    fixed = setting.numbers.short(place)
    return joined((fixed, formula(added(moving))), " + ") if moving else fixed


def family_text(family: PointFamily, setting: Setting) -> Text:
    """x = k·π, y = l·π, k, l any integers"""
    rounded = dict(family.rounded)
    at = setting.join(
        setting.numbers.moved(formula(Name(name)), rounded[name], tree, *family.integers)
        if name in rounded and len(family.integers) == 1
        else formula(relation(name, tree))
        for name, tree in family.at
    )
    return setting.fill(words.FAMILY, at, integers(family.ranges, setting.language))


def _kinds(found: PointSet, setting: Setting) -> Iterator[Text]:
    for part in found.kinds:
        yield _stretch(part, setting)
    value: Tree | None = found.value_tree
    if found.value is not None:
        yield setting.equation(setting.function, found.value)
    elif value is not None:
        yield formula(Relation(setting.function, "=", value))


def _stretch(part: Stretch, setting: Setting) -> Text:
    name = kind(part.kind, None, setting)
    if not part.where:
        return name
    return setting.fill(words.WHERE, name, listed(part.where, setting.language))
