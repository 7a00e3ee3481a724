"""The sigmoid written out, for a reader whose question did not name it."""

from calctool.notation.tree import ONE, Call, Name, Negative, Quotient, Relation, Statement, Sum
from calctool.notation.walk import walk
from calctool.present.document import Text
from calctool.present.phrases import formula


def sigmoid_written_out(asked: Statement, found: Statement, variable: str) -> Text | None:
    """σ(x) = 1/(1+e⁻ˣ) where only the answer has it."""
    if not _has_sigmoid(found) or _has_sigmoid(asked):
        return None
    x = Name(variable)
    written_out = Quotient(ONE, Sum((ONE, Call("exp", (Negative(x),)))))
    return formula(Relation(Call("sigmoid", (x,)), "=", written_out))


def _has_sigmoid(statement: Statement) -> bool:
    if isinstance(statement, Relation):
        return _has_sigmoid(statement.left) or _has_sigmoid(statement.right)
    return any(isinstance(part, Call) and part.function == "sigmoid" for part in walk(statement))
