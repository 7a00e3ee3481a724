"""Chains as derivations: every line a step whose equality was checked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.algebra.domain.ranges import decided
from calctool.algebra.limit.fundamental import instances
from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import Limit, Name, Relation, Tree, expression
from calctool.notation.walk import substitute, transform
from calctool.solve.answer import Derivation, Step
from calctool.solve.limits.chain import Chain, Line
from calctool.verify.limits import Limits, limits_in
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import Words
from calctool.words.limits import STEPS


class Checker(Struct, frozen=True):
    """`named` are the abbreviations of the whole problem, y = arcsin(x)."""

    named: dict[str, Tree]
    limits: Limits

    def derivation(self, chain: Chain) -> Derivation:
        """A chain as steps, each with what its check said."""
        steps = []
        state = chain.start
        for line in chain.lines:
            steps.append(self._step(state, line))
            state = line.after
        return Derivation(chain.start, tuple(steps))

    def _step(self, before: Tree, line: Line) -> Step:
        if line.part is not None:
            return self._found_above(before, line, line.part)
        rule = line.uses[0] if len(line.uses) == 1 else line.id
        finding = self.check(before, line.after, dict(line.inner))
        if line.proof and finding.verdict is not Verdict.REFUTED:
            finding = Finding(Verdict.PROVED, line.proof)
        singles = tuple(self._singles(before, line)) if len(line.uses) > 1 else ()
        kept = line.id == "squeeze"
        where = tuple(each for each in line.where if kept or decided(each) is not True)
        title = _title(rule, before, line.after, line.inner)
        return Step(rule, title, before, line.after, finding, line.inner, where, singles)

    def _found_above(self, before: Tree, line: Line, part: Chain) -> Step:
        inner = self.derivation(part)
        verdict = weakest((Verdict.PROVED, *(step.finding.verdict for step in inner.steps)))
        bindings = (("f", part.function),) if part.function is not None else ()
        return Step(
            line.id, STEPS[line.id], before, line.after, Finding(verdict, "substitution"),
            bindings, steps=inner.steps,
        )  # fmt: skip

    def _singles(self, before: Tree, line: Line) -> Iterator[Step]:
        """One step for each fundamental limit, then the rest."""
        state = before
        for id in line.uses:
            after = _one_applied(state, id)
            yield Step(id, STEPS[id], state, after, self.check(state, after, {}))
            state = after
        id = "let-increment-vanish"
        if state != line.after:
            title = _title(id, state, line.after)
            yield Step(id, title, state, line.after, self.check(state, line.after, {}))

    def check(self, before: Tree, after: Tree, inner: dict[str, Tree]) -> Finding:
        """What the second opinion says of one equality of states."""
        names = self.named
        increments = {
            name: substitute(tree, names) for name, tree in inner.items() if name not in names
        }
        return self.limits.check(substitute(before, names), substitute(after, names), increments)


def _one_applied(state: Tree, id: str) -> Tree:
    """Every quotient of one fundamental limit replaced by its value, inside the limit signs."""

    def change(at: Tree) -> Tree | None:
        if not isinstance(at, Limit):
            return None
        known = instances(at.operand, at.variable)
        values = {one.quotient: one.value for one in known if one.theorem.id == id}
        operand = transform(at.operand, values.get)
        return Limit(operand, at.variable, at.point, at.side)

    return transform(state, change)


def _title(id: str, before: Tree, after: Tree, inner: tuple[tuple[str, Tree], ...] = ()) -> Words:
    words = STEPS[id]
    if "{h}" not in words.en:
        return words
    kept = limits_in(after)
    changed = next((limit for limit in limits_in(before) if limit not in kept), None)
    k = inner[0][0] if inner else ""
    return words.filled(h=pretty_name(changed.variable if changed else "h"), k=pretty_name(k))


def pretty_name(id: str) -> str:
    return pretty(Name(id))


def needed(derivation: Derivation) -> tuple[Relation, ...]:
    """What the steps need, each said once."""
    found: dict[Relation, None] = {}
    waiting = list(derivation.steps)
    while waiting:
        step = waiting.pop(0)
        found.update(dict.fromkeys(step.where))
        waiting += step.steps
    return tuple(found)


def end_of(derivation: Derivation) -> Tree:
    """Where a derivation has arrived."""
    return expression(derivation.end)
