"""Gradients linear in the variables, with parameters in the coefficients: Cramer's rule."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeVar

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.reduction import reduced
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.local.switches import switches
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.tidy import readable_forms
from calctool.algebra.tidy.as_written import Written
from calctool.algebra.tidy.layout import fraction_tree
from calctool.notation.problem import Problem
from calctool.notation.quoted import all_quoted
from calctool.notation.system import System
from calctool.notation.tree import ZERO, AlgebraicRoot, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Check, Completeness, Derivation, State, Step
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.question import AskedOfTree
from calctool.solve.stationary.slopes import Slopes
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words.extrema.candidates import CRAMER_EXCEPT, CRAMER_REASON, MOVES

Matrix = tuple[tuple[Tree, ...], ...]


def parameters(question: AskedOfTree) -> tuple[str, ...]:
    """The names that stand for constants."""
    return tuple(sorted(question.statement.names - set(question.wrt)))


class Linear:
    """The system A*x = b that says that the gradient of a quadratic function is zero."""

    def __init__(self, question: AskedOfTree, slopes: Slopes) -> None:
        self.names = question.wrt
        self.gradient = slopes.gradient
        self.hessian = slopes.hessian
        self.free = parameters(question)
        is_small = len(self.names) <= budget.CRAMER_VARIABLES and not getattr(
            question, "domain", ()
        )
        if not is_small or not self._is_linear(question.statement):
            raise _ask_for_values(self.free)
        self.determinant = self.minor(tuple(range(len(self.names))))
        # Different from zero at one point of the parameters: then so nearly everywhere.
        if check_equality(self.determinant, ZERO).verdict is not Verdict.REFUTED:
            raise _ask_for_values(self.free)

    def _is_linear(self, f: Tree) -> bool:
        """Whether one quadratic formula holds on all of space."""
        needs = [*conditions(f), *(switch.relation for switch in switches(f))]
        parts = [entry.names for row in self.hessian for entry in row]
        parts += [need.names for need in needs]
        return all(names.isdisjoint(self.names) for names in parts)

    def minor(self, rows: tuple[int, ...]) -> Tree:
        """The principal minor of the Hessian in these variables."""
        return self.short(
            _determinant(tuple(tuple(self.hessian[i][j] for j in rows) for i in rows))
        )

    def short(self, tree: Tree) -> Tree:
        """The same value as a reader would write it, a fraction in lowest terms."""
        written = Written(self.free[0])
        with suppress(UnknownError, OverflowError):
            element = written.element(tree)
            tree = fraction_tree(written, element, factored=not element.den.is_constant())
        moves = readable_forms(clean(tree), tree, self.free[0])
        return moves[-1].after if moves else clean(tree)

    def solution(self) -> dict[str, Tree]:
        """Every variable by Cramer's rule."""
        at_zero = dict.fromkeys(self.names, ZERO)
        right = [negated(clean(substitute(slope, at_zero))) for slope in self.gradient]
        found = {}
        for column, name in enumerate(self.names):
            rows = (
                (*row[:column], right[i], *row[column + 1 :]) for i, row in enumerate(self.hessian)
            )
            found[name] = self.short(divided(_determinant(tuple(rows)), self.determinant))
        return found

    def singular(self) -> tuple[Relation, ...]:
        """Where the determinant is zero: one of these equations holds."""
        needed = reduced(Relation(self.determinant, "!=", ZERO))
        return tuple(Relation(each.left, "=", each.right) for each in needed if each.names)

    def exceptions(self) -> tuple[Relation, ...]:
        """The same by the values of a parameter, where it has them."""
        return tuple(dict.fromkeys(value for each in self.singular() for value in _values(each)))

    def derivation(self, solution: dict[str, Tree]) -> Derivation:
        """The system and its solution, which is put in again."""
        start = System(tuple(Relation(slope, "=", ZERO) for slope in self.gradient))
        after = System(tuple(Relation(Name(name), "=", at) for name, at in solution.items()))
        checks = [check_equality(substitute(g, solution), ZERO) for g in self.gradient]
        verdict = weakest(check.verdict for check in checks)
        step = Step(
            "cramer", MOVES["cramer"], start, after, Finding(verdict, "substituted-back"),
            bindings=(("D", self.determinant),),
            where=reduced(Relation(self.determinant, "!=", ZERO)),
        )  # fmt: skip
        return Derivation(start, (step,))


def _values(equation: Relation) -> tuple[Relation, ...]:
    """a = -1, a = 0, a = 1 for a^3 - a = 0; the equation itself where that is not all of it."""
    name, *others = equation.names
    if others or (isinstance(equation.left, Name) and not equation.right.names):
        return (equation,)
    difference = added((equation.left, negated(equation.right)))
    found = zeros(difference, name, (LINE,), whole=True)
    values = [zero.at.tree for zero in found.zeros]
    is_all = found.state == "complete" and not (found.families or found.flat)
    if not is_all or len(values) > budget.EXCEPTIONAL_CASES:
        return (equation,)
    if any(value is None or isinstance(value, AlgebraicRoot) for value in values):
        return (equation,)
    return tuple(Relation(Name(name), "=", value) for value in values if value is not None)


Made = TypeVar("Made", bound=OptimumAnswer)


def with_solution(made: Made, linear: Linear, solution: dict[str, Tree], check: str) -> Made:
    """The answer with how the system was solved, how it was checked, and where there is no
    solution."""
    solved = linear.derivation(solution)
    exceptions = linear.exceptions()
    reason = CRAMER_REASON
    if exceptions:
        reason = CRAMER_EXCEPT.filled(condition=all_quoted(exceptions))
    return replace(
        made,
        completeness=Completeness(State.COMPLETE, reason),
        solving=(solved,),
        exceptions=exceptions,
        checks=(*made.checks, Check(check, solved.steps[0].finding)),
    )


def in_names(tree: Tree) -> Exact:
    """A value with parameters in it has no enclosure."""
    return Exact(tree, None, None)


def _ask_for_values(names: tuple[str, ...]) -> Problem:
    listed, example = ", ".join(names), ",".join(f"{name}=2" for name in names)
    return Problem("question.no-value", hint="give-values", names=listed, example=example)


def _determinant(matrix: Matrix) -> Tree:
    """By the first row; zeros in it cost nothing."""
    if len(matrix) == 1:
        return matrix[0][0]
    terms = []
    for column, entry in enumerate(matrix[0]):
        if entry == ZERO:
            continue
        rest = tuple((*row[:column], *row[column + 1 :]) for row in matrix[1:])
        term = multiplied((entry, _determinant(rest)))
        terms.append(negated(term) if column % 2 else term)
    return clean(added(terms)) if terms else ZERO
