"""Steps as chains of equalities: which lines are shown, and how each is explained."""

from collections.abc import Iterable, Iterator

from calctool.notation.system import Line
from calctool.notation.tree import (
    ONE,
    Call,
    Derivative,
    Name,
    Negative,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute
from calctool.present.document import Block, Chain, Link, Prose, Text
from calctool.present.parts.seams import is_by_definition, seam_limits
from calctool.present.phrases import formula, inserted, joined, listed, phrase, said
from calctool.rules import find
from calctool.rules.rule import trees
from calctool.solve.answer import Derivation, Step
from calctool.verify.verdict import weakest
from calctool.words import Language, titles
from calctool.words.moves import MOVES

_FACTOR = "constant-multiple"
_FACTORED_AT_SIGHT = 14
"""Nodes of a sum of which a reader sees the factors: 2x - 2*lambda*x."""
GAP = "  "
"""Between the parts of a reason; a renderer may begin a new line there."""


def chains(
    derivation: Derivation, variable: str, language: Language, full: bool, seen: set[Line]
) -> Iterator[Block]:
    """The derivations of named parts that were not shown yet, inner ones first, then the chain.

    `seen` gathers where derivations began, so that each part is derived once on a page.
    """
    for step in derivation.steps:
        if _is_part(step) and step.steps[0].before not in seen:
            seen.add(step.steps[0].before)
            *inner, chain = chains(
                Derivation(step.steps[0].before, step.steps), variable, language, full, seen
            )
            yield from inner
            yield Prose(phrase(titles.PART, language, *_part_name(step)))
            yield chain
    steps = _single(derivation.steps) if full else _folded(derivation.steps)
    yield Chain(
        derivation.start,
        tuple(
            Link(step.after, _why(step, variable, language, full), step.finding.verdict)
            for step in steps
        ),
    )
    yield from seam_limits(derivation.steps, language)


def _is_part(step: Step) -> bool:
    """Whether the inner steps are a derivation of their own, not the parts of this line."""
    return bool(step.steps) and step.steps[0].before != step.before and not is_by_definition(step)


def _part_name(step: Step) -> tuple[Name, ...]:
    return tuple(Name(letter) for letter, _ in step.bindings[:1])


def _single(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        stands = not step.steps or _is_part(step) or is_by_definition(step)
        yield from (step,) if stands else step.steps


def _folded(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Quiet steps go into the line after them; those at the end into the line before."""
    waiting: list[Step] = []
    shown: list[Step] = []
    for step in steps:
        waiting.append(step)
        if not step.quiet:
            shown.append(_merged(waiting, step))
            waiting = []
    if waiting and shown:
        last = shown.pop()
        shown.append(_merged([last, *waiting], last))
    elif waiting:
        shown = waiting
    yield from shown


def _merged(steps: list[Step], named: Step) -> Step:
    if len(steps) == 1:
        return named
    verdict = weakest(step.finding.verdict for step in steps)
    finding = next(step.finding for step in steps if step.finding.verdict is verdict)
    return Step(named.rule, named.title, steps[0].before, steps[-1].after, finding, named.bindings)


# --- derivatives that are only a means ----------------------------------------------------------


def summary(derivation: Derivation, language: Language) -> Chain:
    """What the rules give in one line that names them, then each change of form."""
    rules = [step for step in derivation.steps if step.rule not in MOVES]
    links = []
    if rules:
        verdict = weakest(step.finding.verdict for step in rules)
        links.append(Link(rules[-1].after, rule_names(rules, language), verdict))
    links += [
        Link(step.after, said(step.title, language), step.finding.verdict)
        for step in derivation.steps
        if step.rule in MOVES
    ]
    return Chain(derivation.start, tuple(links))


def is_short(derivation: Derivation) -> bool:
    """Whether nothing has to be shown: the rules gave the form, or one that is easily factored."""
    changes = [step for step in derivation.steps if step.rule in MOVES]
    if not changes or len(derivation.steps) == 1:
        return True
    before = changes[0].before
    return (
        len(changes) == 1
        and changes[0].rule == "factor"
        and isinstance(before, Sum)
        and before.size <= _FACTORED_AT_SIGHT
    )


def rule_names(steps: Iterable[Step], language: Language) -> Text:
    """The rules that were used, each once; those of constants and constant factors only where
    there are no others."""
    used = [part for step in steps for part in (step.steps or (step,))]
    loud = [part for part in used if not part.quiet] or used
    loud = [part for part in loud if part.rule != _FACTOR] or loud
    comma = titles.COMMA.say(language)
    names = dict.fromkeys(one for part in loud for one in _apart(said(part.title, language), comma))
    return joined(names, comma)


def _apart(title: Text, comma: str) -> list[Text]:
    """The chain rule and the rule that it was used with, each with a name of its own."""
    return [title] if title.formulas else [Text(part) for part in title.template.split(comma)]


def is_alike(one: Derivation, other: Derivation) -> bool:
    """Whether both went by the same rules in the same order."""
    return _rules(one) == _rules(other)


def _rules(derivation: Derivation) -> list[str]:
    return [part.rule for step in derivation.steps for part in (step.steps or (step,))]


# --- why a line holds ---------------------------------------------------------------------------


def _why(step: Step, variable: str, language: Language, full: bool) -> Text:
    if step.rule == "part":
        return phrase(titles.PART, language, *_part_name(step))
    parts = [said(step.title, language)]
    rule = _formula(step.rule, variable) or _definition(step)
    if rule is not None:
        parts.append(formula(rule))
    if full and step.bindings:
        bound = [Relation(Name(letter), "=", tree) for letter, tree in step.bindings]
        parts.append(inserted(titles.LETTERS, language, listed(bound, language)))
    if full and step.where:
        parts.append(inserted(titles.NEEDS, language, listed(step.where, language)))
    return joined(parts, GAP)


def _formula(id: str, variable: str) -> Relation | None:
    """The rule as the textbook writes it: (u/v)′ = (u′·v − u·v′)/v²."""
    rule = find(id)
    if rule is None or rule.quiet:
        return None
    pattern, derivative, _ = trees(rule)
    named: dict[str, Tree] = {"x": Name(variable)}
    return Relation(Derivative(substitute(pattern, named), ()), "=", substitute(derivative, named))


def _definition(step: Step) -> Relation | None:
    """What the function is that a form is written with: σ(x) = 1/(1+e⁻ˣ); what is split off."""
    match step.bindings:
        case ((_, Quotient(_, Sum((_, inner))) as written_out),) if step.rule == "split-off":
            left = Quotient(inner, Sum((ONE, inner)))
            return Relation(left, "=", Sum((ONE, Negative(written_out))))
        case ((_, Call("sigmoid", (u,)) as sigmoid),) if step.rule == "write-with":
            return Relation(sigmoid, "=", Quotient(ONE, Sum((ONE, Call("exp", (Negative(u),))))))
    return None
