"""Which mistakes lead exactly to a wrong answer; they are looked for only after the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball import Lack, Program
from calctool.algebra.clean import clean
from calctool.algebra.field import prove_equal
from calctool.notation.tree import (
    Derivative,
    Relation,
    Tree,
)
from calctool.notation.walk import substitute, walk
from calctool.rules.apply import differentiate
from calctool.rules.mistakes import BY_ID
from calctool.rules.mistakes.record import tree
from calctool.rules.rule import trees
from calctool.solve.answer import AtPoint
from calctool.solve.check.derivative.right import Right
from calctool.solve.check.record import Named
from calctool.solve.check.slips.mistaken import Slip, Textbook, Wrong
from calctool.solve.check.slips.other_questions import (
    Candidate,
    about_the_question,
    constant_factor,
)
from calctool.solve.exact.values import value_of
from calctool.verify.points import points
from calctool.verify.witness import Place, compared, plain_points


def diagnosed(right: Right, claimed: Tree) -> tuple[Named, ...]:
    """Every single mistake that gives exactly the claim, the most usual first; else two that do.

    Never a reason for a verdict: the claim has been refuted before.
    """
    if claimed.size > budget.MISTAKE_NODES:
        return ()
    if not claimed.names <= right.f.names:
        return (Named(BY_ID["names.unknown"], certain=True),)
    screen = Screen(right.defined, claimed)
    found = [
        *screen.fitting(_single(right.f, right.wrt)),
        *screen.fitting(about_the_question(right, claimed)),
    ]
    found = _outermost(found)
    if found:
        return _certain(found)
    for candidates in (constant_factor(right, claimed), _pairs(right)):
        for candidate in islice(screen.fitting(candidates), 1):
            return tuple(
                replace(each, with_others=len(candidate.named) > 1) for each in candidate.named
            )
    return ()


def diagnosed_value(right: Right, claimed: Tree, at: AtPoint) -> tuple[Named, ...]:
    """The mistakes that give this number at the point; none where too many do."""
    values = {name: value.expr for name, value in at.point}
    wanted = value_of(claimed)
    candidates = [*_single(right.f, right.wrt), *about_the_question(right, claimed)]
    fitting = [each for each in candidates if value_of(substitute(each.tree, values)) == wanted]
    found = _outermost(fitting) if wanted is not None else []
    return _certain(found) if len(found) <= budget.MISTAKES_NAMED else ()


class Screen:
    """The claim at some points, against which wrong answers are compared before any proof."""

    def __init__(self, right: Tree, claimed: Tree) -> None:
        self.claimed = claimed
        self.places = self._usable(right)

    def _usable(self, right: Tree) -> list[Place]:
        names = right.names | self.claimed.names
        program = Program((right, self.claimed))
        listed = (
            *islice(points((right, self.claimed)), 40),
            *islice(plain_points(names), 12),
        )
        found: list[Place] = []
        for place in listed:
            if not any(isinstance(value, Lack) for value in program.balls(place)):
                found.append(place)
                if len(found) == budget.MISTAKE_POINTS:
                    break
        return found

    def fitting(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """Those that have the claim's values at all points and are proved, or cannot be told from
        it by balls."""
        if not self.places:
            # The claim has no value where f lives: only a proof can tell, and each costs more.
            for each in islice(candidates, budget.MISTAKES_PROVED):
                if prove_equal(each.tree, self.claimed):
                    yield each
            return
        rest = iter(candidates)
        while some := list(islice(rest, 60)):
            some = [each for each in some if each.tree.size <= budget.MISTAKE_NODES]
            program = Program((self.claimed, *(each.tree for each in some)))
            open_ones = set(range(len(some)))
            for place in self.places:
                given, *others = program.balls(place)
                if isinstance(given, Lack):
                    continue
                for at in list(open_ones):
                    value = others[at]
                    if isinstance(value, Lack) or not given.overlaps(value):
                        open_ones.discard(at)
                if not open_ones:
                    break
            for at in sorted(open_ones):
                if self._proved(some[at].tree):
                    yield some[at]

    def _proved(self, wrong: Tree) -> bool:
        if prove_equal(wrong, self.claimed):
            return True
        seen = compared(wrong, self.claimed)
        return seen.witness is None and len(seen.agreed) >= budget.MISTAKE_POINTS


# --- wrong rules --------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _single(f: Tree, wrt: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Kept for the answers to the same question that follow."""
    return tuple(
        Candidate(named_by(wrong), made)
        for level, book in _textbooks(f, wrt)
        for wrong in book.single()
        if (made := _led_on(wrong.derivative, wrt[level + 1 :])) is not None
    )


def _pairs(right: Right) -> Iterator[Candidate]:
    if len(right.wrt) > 1:
        return
    for _, book in _textbooks(right.f, right.wrt):
        for wrong in book.pairs():
            yield Candidate(named_by(wrong), wrong.derivative)


def _textbooks(f: Tree, wrt: tuple[str, ...]) -> Iterator[tuple[int, Textbook]]:
    """The engine at each order: a mistake may be made in any of them."""
    at: Tree | None = f
    for level, variable in enumerate(wrt):
        if at is None or at.size > budget.MISTAKE_NODES:
            return
        book = Textbook(at, variable)
        if not book.stuck:
            yield level, book
        at = differentiate(at, variable)


def _led_on(wrong: Tree, wrt: Sequence[str]) -> Tree | None:
    """The derivatives that follow, all right."""
    made: Tree | None = wrong
    for variable in wrt:
        if made is None or made.size > budget.MISTAKE_NODES:
            return None
        made = differentiate(made, variable)
    return made if made is None else clean(made)


def named_by(wrong: Wrong) -> tuple[Named, ...]:
    return tuple(map(_named, wrong.slips))


def _named(slip: Slip) -> Named:
    """The wrong line beside the right one; those for any function are shown for f(u)."""
    pattern = tree(slip.line.pattern)
    left: Tree = Derivative(pattern, ())
    is_general = any(getattr(part, "function", "") == "f" for part in walk(pattern))
    rule_pattern, derivative, _ = trees(slip.rule)
    instead = Relation(Derivative(rule_pattern, ()), "=", derivative)
    if is_general:
        instead = Relation(left, "=", tree(_CHAINED))
    return Named(
        slip.mistake,
        where=slip.where,
        rule=slip.rule,
        claimed=Relation(left, "=", tree(slip.line.claimed)),
        instead=instead,
        letters=tuple((name, part) for name, part in slip.letters if len(name) == 1),
    )


_CHAINED = "f'(u)*D(u)"


# --- which of them are named --------------------------------------------------------------------


def _outermost(found: list[Candidate]) -> list[Candidate]:
    """Each mistake once; one inside what another one that fits has dropped says nothing new."""
    kept: list[Candidate] = []
    for candidate in found:
        (named,) = candidate.named
        if any(other.named[0].mistake is named.mistake for other in kept):
            continue
        if named.where is not None and any(_drops(other.named[0], named.where) for other in kept):
            continue
        kept.append(candidate)
    return kept


def _drops(named: Named, place: Tree) -> bool:
    """Whether a mistake leaves the derivative of an inner function out, and so whatever was done
    wrong in that."""
    if named.mistake.id != "chain.inner-missing" or named.where is None:
        return False
    return place != named.where and place in set(walk(named.where))


def _certain(found: list[Candidate]) -> tuple[Named, ...]:
    named = [each for candidate in found for each in candidate.named][: budget.MISTAKES_NAMED]
    if len(found) == 1:
        return (replace(named[0], certain=True),)
    return tuple(named)
