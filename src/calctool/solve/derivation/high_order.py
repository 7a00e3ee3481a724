"""Derivatives of an order nobody writes out: the final form only, checked by a Taylor series."""

from __future__ import annotations

from calctool.algebra.clean import clean
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import Derivative, Tree, expression
from calctool.rules.apply import differentiate
from calctool.solve.answer import Check, Derivation, OneDerivative, Step
from calctool.solve.derivation.by_definition import by_definition
from calctool.solve.derivation.engine import NoRule
from calctool.solve.derivation.found import Found
from calctool.verify.derivative import check_derivative
from calctool.words import Words

REPEATED = Words(en="differentiate {n} times", zh="求导 {n} 次")


def high_order(f: Tree, wrt: tuple[str, ...]) -> Found:
    """The derivative in each of `wrt` in turn; each is brought to its shortest form first."""
    g = f
    passed: list[Tree] = []
    for variable in wrt:
        raw = differentiate(g, variable)
        if raw is None:
            raise NoRule(g)
        g = _shortest(raw, g, variable)
        passed.append(g)
    finding = check_derivative(f, wrt, g)
    title = Words(en=REPEATED.say("en", n=len(wrt)), zh=REPEATED.say("zh", n=len(wrt)))
    start = Derivative(f, wrt)
    step = Step("repeated-differentiation", title, start, g, finding)
    result = OneDerivative(wrt, (Derivation(start, (step,)),), g, lower=tuple(passed[:-1]))
    return Found(result, (Check("derivative", finding),))


def _shortest(raw: Tree, f: Tree, variable: str) -> Tree:
    form = clean(raw)
    for move in readable_forms(form, f, variable):
        form = move.after
    filled = by_definition(form, f, variable)
    return form if filled is None else expression(filled.after)
