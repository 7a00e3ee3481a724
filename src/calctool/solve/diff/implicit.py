"""The derivative of y that an equation between x and y defines: differentiate both sides,
then solve for y'."""

from __future__ import annotations

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import opposite
from calctool.algebra.local.switches import switches
from calctool.algebra.tidy import readable_forms
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    ONE,
    ZERO,
    Derivative,
    Name,
    Negative,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import transform
from calctool.solve.answer import Check, Derivation, OneDerivative, Step
from calctool.solve.derivation.engine import check, derive
from calctool.solve.derivation.found import Found
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding
from calctool.words import Words

SOLVE = Words(en="solve for {y}'", zh="解出 {y}'")


def implicit_derivative(equation: Relation, x: str, y: str) -> Found:
    """dy/dx on the curve, where the coefficient of y' is not 0 (implicit function theorem)."""
    f = difference(equation)
    start = Relation(Derivative(equation.left, (x,)), "=", Derivative(equation.right, (x,)))
    chain = derive(start, x, frozenset((y,)), budget.LONGEST_STATE)
    state = chain.end
    assert isinstance(state, Relation)  # noqa: S101 (both sides stay sides)
    rest, coefficient = _linear(state, x, y)
    if coefficient == ZERO:
        raise Problem("question.not-implicit", name=y)
    slope = readable(Negative(Quotient(rest, coefficient)), f, x)
    steps = (*chain.steps, _solved(state, slope, rest, coefficient, x, y))
    derivation = Derivation(start, steps)
    domain = conditions(Sum((equation.left, Negative(equation.right))))
    needed = conditions(Quotient(ONE, coefficient))
    result = OneDerivative(
        (x,),
        (derivation,),
        slope,
        conditions=domain,
        holds=tuple(need for need in needed if not implied(need, domain)),
    )
    known = (*result.conditions, *result.holds)
    result = replace(result, undecided=_switching(f, frozenset((x, y)), known))
    return Found(
        result, (_every_step(derivation), Check("on-the-curve", _on_curve(f, slope, x, y)))
    )


def _switching(
    f: Tree, variables: frozenset[str], known: tuple[Relation, ...]
) -> tuple[Relation, ...]:
    """Where a rule used on f does not hold, as far as these conditions do not shut it out."""
    equations = dict.fromkeys(switch.relation for switch in switches(f))
    return tuple(e for e in equations if e.names & variables and not implied(opposite(e), known))


def difference(equation: Relation) -> Tree:
    """f of the curve f = 0."""
    return clean(Sum((equation.left, Negative(equation.right))))


def _linear(state: Relation, x: str, y: str) -> tuple[Tree, Tree]:
    """A and B of the state written as A + B*y' = 0."""
    whole = difference(state)
    slope = Derivative(Name(y), (x,))

    def at(value: Tree) -> Tree:
        return clean(transform(whole, lambda node: value if node == slope else None))

    rest = _simple(at(ZERO), x)
    return rest, _simple(Sum((at(ONE), Negative(rest))), x)


def readable(tree: Tree, f: Tree, x: str) -> Tree:
    """The form that people expect of a derivative of f."""
    form = clean(tree)
    for move in readable_forms(form, f, x):
        form = move.after
    return form


def _simple(tree: Tree, x: str) -> Tree:
    return readable(tree, tree, x)


def _solved(state: Relation, slope: Tree, rest: Tree, coefficient: Tree, x: str, y: str) -> Step:
    """The last step: y' put back into A + B*y' must give 0."""
    back = Sum((rest, Product((coefficient, slope))))
    finding = check(back, ZERO, x, frozenset((y,)))
    title = Words(en=SOLVE.en.format(y=y), zh=SOLVE.zh.format(y=y))
    after = Relation(Derivative(Name(y), (x,)), "=", slope)
    return Step("solve-for-slope", title, state, after, finding)


def _on_curve(f: Tree, slope: Tree, x: str, y: str) -> Finding:
    """Independent of the steps: f_x + f_y*y' = 0, with y a variable of its own."""
    total = Sum((Derivative(f, (x,)), Product((Derivative(f, (y,)), slope))))
    return check_equality(total, ZERO)


def _every_step(derivation: Derivation) -> Check:
    return Check("derivation", Finding(derivation.verdict, "each-step"))
