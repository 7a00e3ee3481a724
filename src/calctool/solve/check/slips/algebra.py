"""Wrong steps of algebra between two lines: each rewriting at each place of the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, permutations

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.clean import clean
from calctool.notation.tree import (
    Call,
    Derivative,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute, transform, walk
from calctool.rules.apply import differentiate
from calctool.rules.mistakes import BY_ID, MISTAKES
from calctool.rules.mistakes.record import Mistake, Rewriting, tree
from calctool.rules.rule import fits
from calctool.solve.check.record import Named
from calctool.solve.check.slips.diagnosis import Screen
from calctool.solve.check.slips.other_questions import Candidate

_NOTHING: frozenset[str] = frozenset()


def slipped(before: Tree, after: Tree) -> tuple[Named, ...]:
    """The wrong steps that lead from one line to the other, each alone."""
    written = _worked_out(before)
    if max(written.size, after.size) > budget.MISTAKE_NODES:
        return ()
    screen = Screen(written, after)
    if not screen.places:
        return ()
    listed = islice(_candidates(written), budget.MISTAKES_TRIED)
    found = {each.named[0].mistake.id: each.named[0] for each in screen.fitting(listed)}
    named = tuple(found.values())[: budget.MISTAKES_NAMED]
    return (replace(named[0], certain=True),) if len(named) == 1 else named


def _worked_out(before: Tree) -> Tree:
    """The line with its derivatives worked out: the mistake may be made in the same step."""

    def change(at: Tree) -> Tree | None:
        if isinstance(at, Derivative):
            made: Tree | None = at.operand
            for name in at.variables:
                made = made and differentiate(made, name)
            return made and clean(made)
        return at if isinstance(at, Limit) else None

    return transform(before, change)


def _candidates(before: Tree) -> Iterator[Candidate]:
    yield Candidate((_named_sign(before),), Negative(before))
    for mistake in MISTAKES:
        for rewriting in mistake.rewritings:
            for place in _parts(before):
                for after in _rewritten(rewriting, place):
                    whole = clean(transform(before, _put(place, after)))
                    yield Candidate((_named(mistake, rewriting, place),), whole)


def _named_sign(before: Tree) -> Named:
    return Named(BY_ID["sign.all"], where=before)


def _put(place: Tree, after: Tree) -> Callable[[Tree], Tree | None]:
    return lambda at: after if at == place else None


def _parts(before: Tree) -> Iterator[Tree]:
    kinds = (Sum, Product, Quotient, Power, Negative)
    for part in reversed(list(walk(before))):
        if isinstance(part, (*kinds, Call)):
            yield part


def _rewritten(rewriting: Rewriting, place: Tree) -> Iterator[Tree]:
    """The part after the wrong step, its letters being what they fit; sums and products in any
    order of their parts."""
    pattern = tree(rewriting.pattern)
    seen: set[Tree] = set()
    for form in _forms(place, pattern):
        letters: dict[str, Tree] = {}
        if fits(pattern, form, "", _NOTHING, letters) and letters.keys() >= pattern.names:
            made = substitute(tree(rewriting.claimed), letters)
            for better in (made, _rooted(made)):
                if better not in seen:
                    seen.add(better)
                    yield better


def _rooted(made: Tree) -> Tree:
    """√(x²) as x and √9 as 3, as somebody writes them who splits a root."""

    def change(at: Tree) -> Tree | None:
        if not isinstance(at, Call) or at.function != "sqrt":
            return None
        (inner,) = at.children
        match inner:
            case Power(base, Number(value)) if value == 2:
                return base
            case Number(value):
                root = round(float(value) ** 0.5)
                return Number(type(value)(root)) if root * root == value else None
        return None

    return transform(made, change)


def _forms(place: Tree, pattern: Tree) -> Iterator[Tree]:
    """The part itself, and with the parts of its sums and products in two, in every order."""
    yield place
    for at, (inner, wanted) in enumerate(zip(place.children, pattern.children, strict=False)):
        for other in _in_two(inner, wanted):
            children = list(place.children)
            children[at] = other
            yield place.rebuilt(tuple(children))
    yield from _in_two(place, pattern)
    if isinstance(place, Quotient) and isinstance(pattern, Quotient):
        for one in _in_two(place.numerator, pattern.numerator):
            for other in _in_two(place.denominator, pattern.denominator):
                yield Quotient(one, other)


def _in_two(place: Tree, pattern: Tree) -> Iterator[Tree]:
    if not isinstance(place, Sum | Product) or type(place) is not type(pattern):
        return
    parts, kind = place.children, type(place)
    if len(parts) == 2 or len(parts) > 4:
        if len(parts) == 2:
            yield kind((parts[1], parts[0]))
        return
    for first, *rest in permutations(parts):
        yield kind((first, kind(tuple(rest))))


def _named(mistake: Mistake, rewriting: Rewriting, place: Tree) -> Named:
    left = tree(rewriting.pattern)
    instead = Relation(left, "=", tree(mistake.right)) if mistake.right else None
    return Named(
        mistake, where=place, claimed=Relation(left, "=", tree(rewriting.claimed)), instead=instead
    )
