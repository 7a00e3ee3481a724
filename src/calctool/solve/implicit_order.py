"""Implicit derivatives of higher order: differentiate y', put y' in again, use the equation."""

from __future__ import annotations

from dataclasses import replace

from calctool.algebra.clean import clean
from calctool.notation.tree import Derivative, Name, Product, Relation, Sum, Tree, expression
from calctool.notation.walk import transform
from calctool.solve.answer import Check, Derivation, Step
from calctool.solve.derive import derive
from calctool.solve.found import Found
from calctool.solve.implicit import implicit_derivative, readable
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import Words

PUT_IN = Words(en="put {y}' in", zh="代入 {y}'")
TIDY = Words(en="simplify", zh="化简")
USE = Words(en="use the equation", zh="利用原方程")


def implicit_derivatives(equation: Relation, wrt: tuple[str, ...], y: str) -> Found:
    """The derivative of y of order len(wrt) on the curve, each one from the one before."""
    x = wrt[0]
    first = implicit_derivative(equation, x, y)
    slope = expression(first.result.derivative)
    g, found = slope, first
    for order in range(2, len(wrt) + 1):
        derivation, check = _next(g, slope, equation, x, y)
        g = expression(derivation.end)
        result = replace(
            found.result,
            wrt=wrt[:order],
            derivations=(*found.result.derivations, derivation),
            derivative=g,
        )
        found = Found(result, (*found.checks, check))
    return found


def _next(g: Tree, slope: Tree, equation: Relation, x: str, y: str) -> tuple[Derivation, Check]:
    """One more derivative of g(x, y) along the curve."""
    start = Derivative(g, (x,))
    chain = derive(start, x, frozenset((y,)))
    steps = list(chain.steps)
    state = _put_in(expression(chain.end), slope, x, y, steps)
    short = readable(state, g, x)
    if short != state:
        steps.append(Step("simplify", TIDY, state, short, check_equality(state, short)))
    total = Sum((Derivative(g, (x,)), Product((Derivative(g, (y,)), slope))))
    along = check_equality(total, short)
    reduced = readable(_by_the_equation(short, equation), g, x)
    if reduced != short:
        steps.append(
            Step("use-equation", USE, short, reduced, Finding(Verdict.PROVED, "substitution"))
        )
    derivation = Derivation(start, tuple(steps))
    verdict = weakest((along.verdict, derivation.verdict))
    return derivation, Check("on-the-curve", replace(along, verdict=verdict))


def _put_in(state: Tree, slope: Tree, x: str, y: str, steps: list[Step]) -> Tree:
    known = Derivative(Name(y), (x,))
    after = clean(transform(state, lambda at: slope if at == known else None))
    if after != state:
        title = PUT_IN.filled(y=y)
        found = Finding(Verdict.PROVED, "substitution")
        steps.append(Step("put-in-slope", title, state, after, found, ((y, slope),)))
    return after


def _by_the_equation(tree: Tree, equation: Relation) -> Tree:
    """The left side of the equation, where it stands as a sum in the tree, is the right side."""
    left = equation.left
    if not isinstance(left, Sum) or equation.right.size >= left.size:
        return tree
    terms = frozenset(left.terms)

    def change(at: Tree) -> Tree | None:
        return equation.right if isinstance(at, Sum) and frozenset(at.terms) == terms else None

    return clean(transform(tree, change))
