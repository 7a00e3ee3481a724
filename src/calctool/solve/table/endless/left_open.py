"""Why critical points outside a window are not described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calctool.algebra import facts
from calctool.algebra.build import multiplied
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.local.switches import Switch, switches
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.everywhere import WINDOW
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.waves.circles import as_phase, as_quotients, has_waves, on_circles
from calctool.notation.quoted import quoted
from calctool.notation.tree import PI, Call, Relation, Tree
from calctool.notation.walk import walk
from calctool.solve.attempts import tried
from calctool.words import Words
from calctool.words.proofs import window as words


def why_open(f: Tree, slopes: Iterable[Tree], name: str) -> Words:
    """The first that is found of: the domain, the switches of f, the waves in its derivative.

    `slopes` are the formulas of f' of which not all zeros are known.
    """
    found = next(_breaking(f, name), None) or next(_switching(f, name), None)
    return found or _waving(tuple(slopes), name)


def _breaking(f: Tree, name: str) -> Iterator[Words]:
    """The conditions of the domain that begin or cease to hold without end, poles at last."""
    needed = [each for each in conditions(f) if name in each.names]
    for each in sorted(needed, key=lambda each: each.sign == "!="):
        poles = _in_steps(each)
        if poles is not None and _goes_on(_at_steps(poles), name):
            yield words.BREAKS_AT_STEPS.filled(inner=quoted(poles))
        elif poles is None and _goes_on(difference(each), name):
            if each.sign == "!=":
                broken = Relation(each.left, "=", each.right)
                yield words.BREAKS_APART.filled(condition=quoted(broken))
            else:
                yield words.BREAKS_COMING_BACK.filled(condition=quoted(each))


def _in_steps(condition: Relation) -> Tree | None:
    """u, where the condition is that it is positive or no whole number."""
    parts = (part for part in walk(difference(condition)) if isinstance(part, Call))
    steps = (part.arguments[0] for part in parts if part.function == "floor")
    return next(steps, None)


def _at_steps(inner: Tree) -> Tree:
    """What is zero where u is a whole number."""
    return Call("sin", (multiplied((PI, inner)),))


def _switching(f: Tree, name: str) -> Iterator[Words]:
    for switch in switches(f):
        if name not in switch.relation.names:
            continue
        steps = _stepping(switch)
        if steps is not None:
            if _goes_on(_at_steps(steps), name):
                yield words.SWITCHES_AT_STEPS.filled(inner=quoted(steps))
        elif _goes_on(difference(switch.relation), name):
            yield words.SWITCHES_APART.filled(condition=quoted(switch.relation))


def _stepping(switch: Switch) -> Tree | None:
    tree = switch.tree
    return tree.arguments[0] if isinstance(tree, Call) and facts.of(tree).steps else None


def _goes_on(apart: Tree, name: str) -> bool:
    """Whether the zeros of a difference are not all listed, for all that is known."""
    try:
        found = zeros(apart, name, (LINE,), WINDOW, whole=False)
    except Undecided:
        return True
    return found.state != "complete" or bool(found.families)


def _waving(slopes: tuple[Tree, ...], name: str) -> Words:
    """By the first formula of f' with waves: of several phases, in each other, or of one phase."""
    for each in slopes:
        if not has_waves(as_quotients(each), name):
            continue
        found = tried(None, on_circles, each, name)
        if found is None:
            return words.WAVES_WITHIN
        if len(found.phases) > 1:
            phases = ", ".join(quoted(as_phase(each, name)) for each in found.phases)
            return words.WAVES_APART.filled(phases=phases)
        return words.WAVES_BALANCE
    return words.NO_ARGUMENT
