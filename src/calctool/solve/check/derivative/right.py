"""The right answer to a question about derivatives, in the form in which others are compared."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import Derivative, Relation, Tree, expression, number
from calctool.solve.answer import AtPoint, OneDerivative
from calctool.solve.check.derivative.assumed import Letters
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.validity.at_values import at_place


class Right(Struct, frozen=True):
    """One derivative of f: `formula` by the rules, `defined` as Taylor coefficients have it."""

    f: Tree
    wrt: tuple[str, ...]
    formula: Tree
    defined: Tree
    one: OneDerivative
    names: tuple[tuple[str, Tree], ...]
    letters: Letters = Letters()
    """What is assumed of names that are no variables."""

    @property
    def variable(self) -> str:
        """The first variable."""
        return self.wrt[0]

    @property
    def is_on_a_line(self) -> bool:
        """Whether there is no other name than the variable."""
        return self.f.names <= {self.variable} and set(self.wrt) == {self.variable}

    @property
    def freed(self) -> Right:
        """With functions of free letters for those of which something is assumed."""
        if not self.letters.relations:
            return self
        free = self.letters.freed
        return replace(self, f=free(self.f), formula=free(self.formula), defined=free(self.defined))

    def at(self, values: dict[str, Tree]) -> AtPoint:
        """What the derivative is there, by the definition."""
        return at_place(self.one, self.f, self.names, values)

    def exists_at(self, values: dict[str, Tree]) -> bool | None:
        """Whether f has the derivative there."""
        return self.at(values).exists


def rights(answer: DiffAnswer) -> tuple[Right, ...]:
    """Each derivative of an answer; none for an equation."""
    statement = answer.question.statement
    if isinstance(statement, Relation):
        return ()
    f = expression(statement)
    return tuple(
        Right(
            f,
            one.wrt,
            expanded(expression(one.derivative), answer.names),
            Derivative(f, one.wrt),
            one,
            answer.names,
            Letters(answer.question.assumed),
        )
        for one in answer.derivatives
    )


def written(place: dict[str, Fraction]) -> dict[str, Tree]:
    """The coordinates of a point as trees."""
    return {name: number(value) for name, value in place.items()}
