"""Multiple zeros: proved at an exact point where f, f', … vanish and the next one does not."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.ball.numbers import Lack, working
from calctool.algebra.field import Field
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.algebra.roots.functions.curve import Curve
from calctool.algebra.roots.points.point import Point
from calctool.notation.tree import Derivative, Tree
from calctool.notation.walk import substitute


def is_of_order(curve: Curve, at: Point, times: int) -> bool:
    """Whether f and its first times - 1 derivatives vanish there and the next does not."""
    if at.tree is None:
        return False
    return _seems_of_order(curve, at, times) and all(
        _is_zero(derivative_tree(curve, order), curve.name, at.tree) for order in range(times)
    )


def is_simple(curve: Curve, at: Point) -> bool:
    """Whether the slope at a zero is certainly not zero."""
    with working(budget.BALL_BITS, 2):
        ball = at.ball(budget.POINT_BITS)
    jet = curve.jet(ball, 1, budget.BALL_BITS)
    return not isinstance(jet, Lack) and not jet[1].contains(0)


def _seems_of_order(curve: Curve, at: Point, times: int) -> bool:
    """By enclosures: the derivative of this order is not zero, the lower ones may be."""
    for bits in budget.ROOT_SIGN_BITS[1:3]:
        with working(bits, times + 1):
            ball = at.ball(bits)
        jet = curve.jet(ball, times, bits)
        if isinstance(jet, Lack) or not all(each.contains(0) for each in jet[:times]):
            return False
        if not jet[times].contains(0):
            return True
    return False


def _seems_zero(curve: Curve, at: Point) -> bool:
    """What most candidates are not, and one enclosure shows."""
    with working(budget.BOX_BITS, 1):
        ball = at.ball(budget.BOX_BITS)
    value = curve.value(ball, budget.BOX_BITS)
    return value is None or bool(value.contains(0))


def order_on(curve: Curve, at: Point, low: Fraction, high: Fraction) -> int | None:
    """The multiplicity of an exact zero that is the only one on the interval, if that is proved.

    With f^(m) not zero on the interval there are at most m zeros, counted with multiplicity.
    """
    if not _seems_zero(curve, at):
        return None
    for times in range(1, budget.MULTIPLICITY + 1):
        jet = curve.on(low, high, times, budget.BOX_BITS)
        if jet is not None and not jet[times].contains(0):
            return times if is_of_order(curve, at, times) else None
    return None


def derivative_tree(curve: Curve, order: int) -> Tree | None:
    if order == 0:
        return curve.tree
    own = Field()
    found = own.normal(Derivative(curve.tree, (curve.name,) * order))
    return None if found is None else own.to_tree(found)


def _is_zero(tree: Tree | None, name: str, at: Tree) -> bool:
    if tree is None:
        return False
    try:
        return sign(constant_value(substitute(tree, {name: at}))) == 0
    except (Undecided, Undefined):
        return False
