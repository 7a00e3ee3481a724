"""How the partial derivatives were found and how the system was solved, as chains."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from calctool.notation.system import Line, System
from calctool.notation.tree import Name
from calctool.present.document import Block, Chain, Link, Note, Prose, Text, Title
from calctool.present.optimum.cases import case_blocks, main_line, named_points
from calctool.present.optimum.sets import rows_of, told
from calctool.present.optimum.setting import Setting, relation
from calctool.present.parts.derivation import GAP, chains, is_alike, is_short, rule_names, summary
from calctool.present.parts.members import Members, member_names
from calctool.present.phrases import foreign, formula, inserted, joined, listed
from calctool.solve.answer import Derivation, OneDerivative, Step
from calctool.verify.verdict import Verdict, weakest
from calctool.words import titles
from calctool.words.extrema import optimum as words

_SUBSTITUTIONS = {"substitute", "back-substitute"}
_MOST = 6
"""Chains that are shown unless every step is asked for: a system may fall into many cases."""


def gradient_blocks(
    gradient: tuple[OneDerivative, ...], labels: Iterator[Line], setting: Setting, *, full: bool
) -> Iterator[Block]:
    """Every rule; else those derivatives whose form was changed at the end, alike ones once."""
    seen: set[Line] = set()
    shown: list[Derivation] = []
    for one, label in zip(gradient, labels, strict=False):
        for derivation in one.derivations:
            if full:
                yield Title(setting.say(titles.DERIVATION_OF, label))
                yield from chains(derivation, one.wrt[0], setting.language, full, seen)
                continue
            chain = summary(derivation, setting.language)
            if not is_short(derivation) and not any(is_alike(derivation, each) for each in shown):
                yield Title(setting.say(titles.DERIVATION_OF, label))
                yield chain
            shown.append(derivation)


def rules_used(gradient: tuple[OneDerivative, ...], place: int, setting: Setting) -> Text | None:
    """Beside a partial derivative: the rules that gave it, or that it went as an earlier one."""
    derivation = gradient[place].derivations[-1]
    if any(is_alike(derivation, each.derivations[-1]) for each in gradient[:place]):
        return setting.say(words.LIKEWISE)
    return rule_names(derivation.steps, setting.language) if is_short(derivation) else None


def solving_blocks(setting: Setting, *, full: bool) -> Iterator[Block]:
    """Each line has the same real solutions as the one before it."""
    derivations = setting.answer.solving
    if full:
        for derivation in derivations:
            yield from _chain(derivation, setting, full=True)
        return
    main = main_line(derivations)
    if main is not None:
        yield from _chain(main, setting, full=False)
        yield from case_blocks(derivations, setting)
        return
    for derivation in derivations[:_MOST]:
        yield from _chain(derivation, setting, full=False)
    if len(derivations) > _MOST:
        count = len(derivations) - _MOST
        yield Note("note", foreign(words.MORE_CASES.say(setting.language, count=count)))


def _chain(derivation: Derivation, setting: Setting, *, full: bool) -> Iterator[Block]:
    steps = tuple(_single(derivation.steps) if full else _together(derivation.steps))
    links: list[Link] = []
    members = Members(member_names(told(setting), list(rows_of(setting).values())))
    for step in steps:
        links += _of_multipliers(step, setting)
        line = setting.short.line(members.line(step.after))
        links.append(Link(line, _why(step, setting, members, full=full), step.finding.verdict))
    is_proved = bool(links) and links[-1].verdict is Verdict.PROVED
    named = named_points(steps[-1], setting) if is_proved and not full else None
    start = setting.short.line(derivation.start)
    if not named or len(links) > 1:
        yield Chain(start, tuple(links[:-1] if named else links))
    if named:
        first = formula(start) if len(links) == 1 else Text("")
        arrow = foreign(" ⇒ " if len(links) == 1 else "⇒ ")
        said = joined((first, arrow, named, foreign("   "), links[-1].why), "")
        yield Prose(said, verdict=Verdict.PROVED)
    for step in steps if full else ():
        if step.steps and step.steps[0].rule != "multiplier":
            yield Prose(foreign(step.title.say(setting.language)))
            yield from _chain(Derivation(step.steps[0].before, step.steps), setting, full=full)


def _of_multipliers(step: Step, setting: Setting) -> Iterator[Link]:
    """λ from each equation that has it: what a course does before it sets them equal."""
    found = [inner for inner in step.steps if inner.rule == "multiplier"]
    relations = [
        each for inner in found if isinstance(inner.after, System) for each in inner.after.relations
    ]
    if not relations:
        return
    needed = dict.fromkeys(need for inner in found for need in inner.where)
    letters = dict.fromkeys(each.left for each in relations)
    why = inserted(words.EACH_MULTIPLIER, setting.language, listed(letters, setting.language))
    if needed:
        where = inserted(words.WHERE_NEEDED, setting.language, listed(needed, setting.language))
        why = joined((why, where), " ")
    line = setting.short.line(System(tuple(dict.fromkeys(relations))))
    yield Link(line, why, weakest(inner.finding.verdict for inner in found))


def _together(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Substitutions one after the other in a line, where they leave each name alone."""
    waiting: list[Step] = []
    for step, after in zip_longest(steps, steps[1:]):
        waiting.append(step)
        goes_on = after is not None and {step.rule, after.rule} <= _SUBSTITUTIONS
        if goes_on and after is not None and _is_solved(after.after):
            continue
        last = waiting[-1]
        bindings = tuple(dict.fromkeys(bound for each in waiting for bound in each.bindings))
        verdict = weakest(each.finding.verdict for each in waiting)
        finding = next(e.finding for e in waiting if e.finding.verdict is verdict)
        if len(waiting) > 1:
            made = replace(last, before=waiting[0].before, finding=finding, bindings=bindings)
            rule = waiting[0]
            last = replace(made, rule=rule.rule, title=rule.title)
        yield last
        waiting = []


def _is_solved(line: Line) -> bool:
    """Whether it says for each name what that is."""
    return isinstance(line, System) and all(isinstance(e.left, Name) for e in line.relations)


def _single(steps: tuple[Step, ...]) -> Iterator[Step]:
    """The single applications, where those of a line lead through it from end to end."""
    for step in steps:
        inner = step.steps
        through = inner and inner[0].before == step.before and inner[-1].after == step.after
        yield from inner if through else (step,)


def _why(step: Step, setting: Setting, members: Members, *, full: bool) -> Text:
    has_multipliers = any(inner.rule == "multiplier" for inner in step.steps)
    title = words.SET_EQUAL if has_multipliers and not full else None
    parts = [setting.foreign(step.title) if title is None else setting.say(title)]
    bound = (setting.short.line(relation(name, tree)) for name, tree in step.bindings)
    if step.bindings and step.rule == "substitute":
        parts.append(listed(bound, setting.language))
    elif step.bindings and full:
        parts.append(inserted(titles.LETTERS, setting.language, listed(bound, setting.language)))
    if step.where:
        needs = map(setting.short.line, members.needs(step.where))
        needed = listed(dict.fromkeys(needs), setting.language)
        parts.append(inserted(titles.NEEDS, setting.language, needed))
    return joined(parts, GAP)
