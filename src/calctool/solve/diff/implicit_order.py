"""Implicit derivatives of higher order: differentiate again, put the first ones in, use the
equation."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.tidy.modulo import simplest_where
from calctool.notation.tree import Derivative, Name, Product, Relation, Sum, Tree, expression
from calctool.notation.walk import transform
from calctool.solve.answer import Check, Derivation, Step
from calctool.solve.derivation.engine import NoDerivation, derive
from calctool.solve.derivation.found import Found
from calctool.solve.diff.implicit import difference, implicit_derivative, readable
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import Words

PUT_IN = Words(en="put {y}' in", zh="代入 {y}'")
TIDY = Words(en="simplify", zh="化简")
USE = Words(en="use the equation", zh="利用原方程")


def implicit_derivatives(equation: Relation, wrt: tuple[str, ...], y: str) -> Found:
    """The derivative of y in each of `wrt` in turn on the curve, each from the one before.

    Where one on the way cannot be had, those before it are given; raises NoDerivation where that
    is none.
    """
    first = implicit_derivative(equation, wrt[0], y)
    curve = _Curve(equation, y, {wrt[0]: first})
    found = first
    for order in range(2, len(wrt) + 1):
        try:
            derivation, check = curve.next(expression(found.result.derivative), wrt[order - 1])
        except NoDerivation as stuck:
            return replace(found, stuck=stuck)
        result = replace(
            found.result,
            wrt=wrt[:order],
            derivations=(*found.result.derivations, derivation),
            derivative=expression(derivation.end),
        )
        found = Found(result, (*found.checks, check))
    return found


class _Curve(Struct, frozen=True):
    """`slopes` are the first derivatives of y that were found so far, by variable."""

    equation: Relation
    y: str
    slopes: dict[str, Found]

    def next(self, g: Tree, x: str) -> tuple[Derivation, Check]:
        """One more derivative of g along the curve."""
        start = Derivative(g, (x,))
        chain = derive(start, x, frozenset((self.y,)), budget.LONGEST_STATE)
        steps = list(chain.steps)
        state = self._put_in(expression(chain.end), x, steps)
        short = readable(state, g, x)
        if short != state:
            steps.append(Step("simplify", TIDY, state, short, check_equality(state, short)))
        slope = self._slope(x)
        total = Sum((Derivative(g, (x,)), Product((Derivative(g, (self.y,)), slope))))
        along = check_equality(total, short)
        reduced = simplest_where(short, difference(self.equation))
        if reduced != short:
            by_division = Finding(Verdict.PROVED, "substitution")
            steps.append(Step("use-equation", USE, short, reduced, by_division))
        derivation = Derivation(start, tuple(steps))
        verdict = weakest((along.verdict, derivation.verdict))
        return derivation, Check("on-the-curve", replace(along, verdict=verdict))

    def _slope(self, x: str) -> Tree:
        if x not in self.slopes:
            self.slopes[x] = implicit_derivative(self.equation, x, self.y)
        return expression(self.slopes[x].result.derivative)

    def _put_in(self, state: Tree, x: str, steps: list[Step]) -> Tree:
        """The first derivative put in; its own derivation goes with it where it is a new one."""
        known = Derivative(Name(self.y), (x,))
        is_new = x not in self.slopes
        slope = self._slope(x)
        after = clean(transform(state, lambda at: slope if at == known else None))
        if after != state:
            (own,) = self.slopes[x].result.derivations
            verdict = own.verdict if is_new else Verdict.PROVED
            found = Finding(verdict, "substitution")
            steps.append(
                Step(
                    "put-in-slope",
                    PUT_IN.filled(y=self.y),
                    state,
                    after,
                    found,
                    ((self.y, slope),),
                    steps=own.steps if is_new else (),
                )
            )
        return after
