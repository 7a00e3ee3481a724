"""The sigmoid written out, for a reader whose question did not name it."""

from collections.abc import Iterator
from itertools import chain
from string import ascii_lowercase

from calctool.notation.tree import ONE, Call, Name, Negative, Quotient, Relation, Statement, Sum
from calctool.notation.walk import walk
from calctool.present.document import Text
from calctool.present.phrases import formula

_LETTERS = "uvt" + ascii_lowercase


def sigmoid_written_out(asked: Statement, found: Statement, variable: str) -> Text | None:
    """σ(x) = 1/(1+e⁻ˣ) where only the answer has it."""
    if not _has_sigmoid(found) or _has_sigmoid(asked):
        return None
    x = Name(_argument(found, variable))
    written_out = Quotient(ONE, Sum((ONE, Call("exp", (Negative(x),)))))
    return formula(Relation(Call("sigmoid", (x,)), "=", written_out))


def _argument(found: Statement, variable: str) -> str:
    """The variable where σ is taken of it alone, else a letter that the answer does not use."""
    if all(each.arguments == (Name(variable),) for each in _sigmoids(found)):
        return variable
    return next(letter for letter in _LETTERS if letter not in found.names)


def _has_sigmoid(statement: Statement) -> bool:
    return any(True for _ in _sigmoids(statement))


def _sigmoids(statement: Statement) -> Iterator[Call]:
    sides = (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)
    for part in chain.from_iterable(map(walk, sides)):
        if isinstance(part, Call) and part.function == "sigmoid":
            yield part
