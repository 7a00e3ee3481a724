"""One derivative of one expression: the rules, the readable form, and the check of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import negated
from calctool.algebra.domain.reduction import truth
from calctool.algebra.tidy import Move, readable_forms
from calctool.notation.tree import (
    ONE,
    Call,
    Derivative,
    Quotient,
    Relation,
    Sum,
    Tree,
    expression,
)
from calctool.notation.walk import transform
from calctool.solve.answer import Check, Derivation, OneDerivative, Step
from calctool.solve.derivation.by_definition import by_definition
from calctool.solve.derivation.engine import NoDerivation, check
from calctool.solve.derivation.found import Found
from calctool.solve.derivation.high_order import high_order
from calctool.solve.derivation.named_parts import derive_fully, expanded
from calctool.verify.derivative import check_derivative
from calctool.verify.equality import Shared, check_equality
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words.moves import MOVES


def one_derivative(
    f: Tree,
    wrt: tuple[str, ...],
    taken: frozenset[str] = frozenset(),
    shared: Shared | None = None,
) -> Found:
    """The derivative of f in each of `wrt` in turn; each derivation is kept up to three.

    `taken` are names that stand for parts of f, or of its other derivatives, already; `shared` is
    what checks of derivations of f share. Where one
    on the way cannot be had, those before it are given; raises NoDerivation where that is none.
    """
    if len(wrt) > budget.SHOWN_ORDERS:
        return high_order(f, wrt)
    g = f
    derivations: list[Derivation] = []
    names: tuple[tuple[str, Tree], ...] = ()
    stuck: NoDerivation | None = None
    shared = shared or Shared(f)
    for variable in wrt:
        used = taken.union(f.names, (name for name, _ in names))
        try:
            named = derive_fully(expanded(g, names), variable, used, shared)
        except NoDerivation as why:
            if not derivations:
                raise
            stuck = why
            break
        derivation = named.derivation
        if not named.names:
            derivation = _finished(derivation, g, variable, shared)
        derivations.append(derivation)
        names += named.names
        g = expression(derivation.end)
    done = wrt[: len(derivations)]
    return replace(_checked(f, done, tuple(derivations), g, names, shared), stuck=stuck)


def _finished(derivation: Derivation, f: Tree, variable: str, shared: Shared) -> Derivation:
    """Led on to the most readable form, and to the points that the rules leave open."""
    derivation = _tidied(derivation, f, variable, shared)
    last = by_definition(expression(derivation.end), f, variable)
    return derivation if last is None else Derivation(derivation.start, (*derivation.steps, last))


def _tidied(derivation: Derivation, f: Tree, variable: str, shared: Shared) -> Derivation:
    """The derivation, led on to the most readable form that can be proved.

    A form that is refuted is left out; where no proof reaches what was taken out of a root, the
    form with the roots as they are written stands if that one is proved.
    """
    end = expression(derivation.end)
    steps = _tidying(end, f, variable, shared, roots=True)
    if steps and weakest(step.finding.verdict for step in steps) is not Verdict.PROVED:
        plainer = _tidying(end, f, variable, shared, roots=False)
        if weakest(step.finding.verdict for step in plainer) is Verdict.PROVED:
            steps = plainer
    return Derivation(derivation.start, (*derivation.steps, *steps))


def _tidying(state: Tree, f: Tree, variable: str, shared: Shared, *, roots: bool) -> list[Step]:
    steps: list[Step] = []
    for move in _with_between(state, readable_forms(state, f, variable, roots=roots)):
        finding = check(state, move.after, variable, frozenset(), shared)
        if finding.verdict in (Verdict.PROVED, Verdict.SAMPLED):
            steps.append(Step(move.id, move.words, state, move.after, finding, move.bindings))
            state = move.after
    return steps


def _with_between(state: Tree, moves: Iterable[Move]) -> Iterator[Move]:
    """Before a form is written with the sigmoid, the same with 1/(1 + exp(-u)) in its place: it
    shows why."""
    for move in moves:
        match move.bindings:
            case ((_, Call("sigmoid", (u,)) as sigmoid),) if move.id == "write-with":
                written_out = Quotient(ONE, Sum((ONE, Call("exp", (negated(u),)))))
                between = _put(written_out, sigmoid, move.after)
                if between not in (state, move.after):
                    yield Move("split-off", MOVES["split-off"], between, (("s", written_out),))
        yield move
        state = move.after


def _put(new: Tree, old: Tree, into: Tree) -> Tree:
    return transform(into, lambda at: new if at == old else None)


def _checked(
    f: Tree,
    wrt: tuple[str, ...],
    derivations: tuple[Derivation, ...],
    g: Tree,
    names: tuple[tuple[str, Tree], ...],
    shared: Shared,
) -> Found:
    chain = Finding(weakest(derivation.verdict for derivation in derivations), "each-step")
    checks = (Check("derivation", chain), whole_check(f, wrt, expanded(g, names), shared))
    result = OneDerivative(wrt, derivations, g, holds=_needed(derivations, names))
    return Found(result, checks, names)


def _needed(
    derivations: tuple[Derivation, ...], names: tuple[tuple[str, Tree], ...]
) -> tuple[Relation, ...]:
    """What the rules used need, unless it always holds; each said once, names written out."""
    waiting = [step for derivation in derivations for step in derivation.steps]
    found: dict[Relation, None] = {}
    while waiting:
        step = waiting.pop(0)
        found.update(dict.fromkeys(step.where))
        waiting += step.steps
    sides = ((expanded(need.left, names), need.sign, expanded(need.right, names)) for need in found)
    written_out = dict.fromkeys(Relation(*parts) for parts in sides)
    return tuple(need for need in written_out if truth(need) is not True)


def whole_check(
    f: Tree, wrt: tuple[str, ...], claimed: Tree, shared: Shared | None = None
) -> Check:
    """The answer against Taylor coefficients of f, and against the exact derivation of the field;
    neither knows the rules or the steps."""
    taylor = check_derivative(f, wrt, claimed, shared)
    if taylor.verdict is Verdict.REFUTED or len(wrt) > budget.SHOWN_ORDERS:
        return Check("derivative", taylor)
    exact = check_equality(Derivative(f, wrt), claimed, shared)
    if exact.verdict is Verdict.PROVED:
        return Check("derivative", Finding(Verdict.PROVED, exact.method, taylor.points))
    return Check("derivative", taylor)
