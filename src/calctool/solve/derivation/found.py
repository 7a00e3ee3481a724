"""What the finders of derivatives hand to `diff`."""

from msgspec import Struct

from calctool.notation.tree import Tree
from calctool.solve.answer import Check, OneDerivative
from calctool.solve.derivation.engine import NoDerivation


class Found(Struct, frozen=True):
    """A derivative with the checks made on it and the names that its steps use.

    `stuck` says why it is of a lower order than was asked for.
    """

    result: OneDerivative
    checks: tuple[Check, ...]
    names: tuple[tuple[str, Tree], ...] = ()
    stuck: NoDerivation | None = None
