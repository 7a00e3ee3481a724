"""How the partial derivatives were found and how the system was solved, as chains."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.system import Line
from calctool.present.document import Block, Chain, Link, Note, Prose, Text, Title
from calctool.present.optimum.setting import Setting, relation
from calctool.present.parts.derivation import GAP, chains
from calctool.present.phrases import foreign, inserted, joined, listed
from calctool.solve.answer import Derivation, OneDerivative, Step
from calctool.words import titles
from calctool.words.extrema import optimum as words

_MOST = 6
"""Chains that are shown unless every step is asked for: a system may fall into many cases."""


def gradient_blocks(
    gradient: tuple[OneDerivative, ...], labels: Iterator[Line], setting: Setting, *, full: bool
) -> Iterator[Block]:
    seen: set[Line] = set()
    for one, label in zip(gradient, labels, strict=False):
        for derivation in one.derivations:
            yield Title(setting.say(titles.DERIVATION_OF, label))
            yield from chains(derivation, one.wrt[0], setting.language, full, seen)


def solving_blocks(setting: Setting, *, full: bool) -> Iterator[Block]:
    """Each line has the same real solutions as the one before it."""
    derivations = setting.answer.solving
    shown = derivations if full else derivations[:_MOST]
    for derivation in shown:
        yield from _chain(derivation, setting, full=full)
    if len(shown) < len(derivations):
        count = len(derivations) - len(shown)
        yield Note("note", foreign(words.MORE_CASES.say(setting.language, count=count)))


def _chain(derivation: Derivation, setting: Setting, *, full: bool) -> Iterator[Block]:
    steps = derivation.steps if not full else tuple(_single(derivation.steps))
    links = tuple(
        Link(setting.short.line(step.after), _why(step, setting, full=full), step.finding.verdict)
        for step in steps
    )
    yield Chain(setting.short.line(derivation.start), links)
    for step in steps if full else ():
        if step.steps:
            yield Prose(foreign(step.title.say(setting.language)))
            yield from _chain(Derivation(step.steps[0].before, step.steps), setting, full=full)


def _single(steps: tuple[Step, ...]) -> Iterator[Step]:
    """The single applications, where those of a line lead through it from end to end."""
    for step in steps:
        inner = step.steps
        through = inner and inner[0].before == step.before and inner[-1].after == step.after
        yield from inner if through else (step,)


def _why(step: Step, setting: Setting, *, full: bool) -> Text:
    parts = [setting.foreign(step.title)]
    bound = (setting.short.line(relation(name, tree)) for name, tree in step.bindings)
    if step.bindings and step.rule == "substitute":
        parts.append(listed(bound, setting.language))
    elif step.bindings and full:
        parts.append(inserted(titles.LETTERS, setting.language, listed(bound, setting.language)))
    if step.where:
        needed = listed(map(setting.short.line, step.where), setting.language)
        parts.append(inserted(titles.NEEDS, setting.language, needed))
    return joined(parts, GAP)
