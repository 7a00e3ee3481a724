"""The sign of a constant expression, whatever it is asked for."""

from __future__ import annotations

from flint import arb

from calctool import budget
from calctool.algebra.ball import Lack, Program
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.letters import sign_of_letters
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.algebra.roots.points.norms import vanishes
from calctool.notation.tree import Tree


def constant_sign(tree: Tree) -> int:
    """-1, 0 or 1, proved: by a ball that leaves zero out, or by an exact test for zero.

    Undecided where no method tells, or names stand in it of which nothing is known; Undefined where
    it has no value.
    """
    if tree.names:
        return sign_of_letters(tree)
    program = Program((tree,))
    for bits in budget.ROOT_SIGN_BITS:
        (value,) = program.balls({}, bits=bits)
        if value is Lack.UNDEFINED:
            raise Undefined
        if isinstance(value, arb) and (value > 0 or value < 0):
            return 1 if value > 0 else -1
        if bits == budget.ROOT_EXACT_BITS and (found := _exact_sign(tree)) is not None:
            return found
    raise Undecided


def known_sign(tree: Tree) -> int | None:
    """The same; None where it is not known, or there is none.

    >>> known_sign(tree("sqrt(2)*sqrt(3) - sqrt(6)")), known_sign(tree("1/0"))
    (0, None)
    """
    try:
        return constant_sign(tree)
    except (Undecided, Undefined):
        return None


def _exact_sign(tree: Tree) -> int | None:
    try:
        return sign(constant_value(tree))
    except Undecided:
        pass
    try:
        return 0 if vanishes(tree) else None
    except (Undecided, UnknownError):
        return None
