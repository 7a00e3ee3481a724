"""What stands left of the equals signs of a derivative: f′(x), ∂f/∂w₁, dy/dx, y."""

from collections.abc import Iterable, Sequence

from calctool.notation.tree import Applied, Derivative, Name, Relation, Statement, Tree
from calctool.notation.walk import walk
from calctool.solve.exact.record import Exact
from calctool.solve.question import DiffQuestion

_FUNCTIONS = ("f", "g", "h", "F", "G", "H", "y")
_ORDINATES = ("y", "z", "s", "w", "p")


class Labels:
    """The letters for the function of a question, none of which it uses itself."""

    def __init__(self, question: DiffQuestion) -> None:
        others = (_letters(each) for each in question.view.beside)
        given = (value.names for _, value in question.at)
        used = _letters(question.statement).union(question.wrt, question.mixed, *others, *given)
        self._used = used
        self.function = question.of or _first_free(_FUNCTIONS, used)
        self.ordinate = Name(question.of or _first_free(_ORDINATES, used | {self.function}))
        self.partial = len({*question.wrt, *question.mixed}) > 1
        self.is_implicit = question.of is not None

    def beside(self, place: int) -> str:
        """A letter for another function, the first of which has the place 0."""
        used = self._used | {self.function}
        for _ in range(place):
            used.add(_first_free(_FUNCTIONS, used))
        return _first_free(_FUNCTIONS, used)

    def derivative(self, wrt: tuple[str, ...]) -> Tree:
        if self.partial or self.is_implicit:
            return Derivative(Name(self.function), wrt)
        return Applied(self.function, (Name(wrt[0]),), (len(wrt),))

    def value(self, wrt: tuple[str, ...], point: Sequence[tuple[str, Exact]]) -> Tree:
        """The same at a point: f′(2); where the point has several coordinates it is not said."""
        if self.partial or self.is_implicit or len(point) > 1:
            return self.derivative(wrt)
        return Applied(self.function, (point[0][1].expr,), (len(wrt),))


def _letters(statement: Statement) -> set[str]:
    sides = (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)
    return {
        part.id if isinstance(part, Name) else part.function
        for side in sides
        for part in walk(side)
        if isinstance(part, Name | Applied)
    }


def _first_free(letters: Iterable[str], used: set[str]) -> str:
    free = (letter for letter in letters if letter not in used)
    numbered = (f"f{number}" for number in range(len(used) + 1) if f"f{number}" not in used)
    return next(free, None) or next(numbered)
