"""Whether a claimed derivative is the right one wherever both have a value."""

from __future__ import annotations

from typing import Literal

from calctool.algebra.ball import Program
from calctool.algebra.facts import is_jumping
from calctool.algebra.field import prove_equal
from calctool.algebra.roots import Point
from calctool.atlas import FUNCTIONS
from calctool.notation.tree import TWO, Call, Name, Negative, Piecewise, Power, Tree, rational
from calctool.notation.walk import transform, walk
from calctool.solve.check.derivative.breaks import breaks, switching
from calctool.solve.check.derivative.right import Right
from calctool.verify.cases import equal_by_cases

Reach = Literal["everywhere", "off-switches"]


def proved(right: Right, claimed: Tree) -> Reach | None:
    """How far the proof reaches: to every point, or to all but those where something switches."""
    right, claimed = right.freed, right.letters.freed(claimed)
    if _same_in_letters(right.formula, claimed):
        return "everywhere"
    if prove_equal(right.formula, claimed) or equal_by_cases(right.formula, claimed, prove_equal):
        return "everywhere"
    if prove_equal(right.defined, claimed):
        return "off-switches"
    pair = _without_signs_inside(right.formula), _without_signs_inside(claimed)
    if pair != (right.formula, claimed) and prove_equal(*pair):
        return "everywhere"
    has_roots = any(map(_is_root, (*walk(right.formula), *walk(claimed))))
    if has_roots and right.is_on_a_line and _equal_up_to_sign(right, claimed):
        return "off-switches"
    return None


def _same_in_letters(one: Tree, other: Tree) -> bool:
    """Whether two expressions are one rational function of the same parts: sums of large angles
    need not be taken apart then."""
    letters: dict[Tree, Tree] = {}

    def change(at: Tree) -> Tree | None:
        is_part = isinstance(at, Call | Piecewise) or (
            isinstance(at, Power) and rational(at.exponent) is None
        )
        return letters.setdefault(at, Name(f"part_{len(letters)}")) if is_part else None

    pair = transform(one, change), transform(other, change)
    return bool(letters) and bool(prove_equal(*pair))


def _without_signs_inside(tree: Tree) -> Tree:
    """asin(-x) as -asin(x), cosh(-x) as cosh(x)."""
    children = tuple(map(_without_signs_inside, tree.children))
    same = all(a is b for a, b in zip(tree.children, children, strict=True))
    made = tree if same else tree.rebuilt(children)
    match made:
        case Call(id, (Negative(inner),)) if FUNCTIONS[id].parity:
            turned = Call(id, (inner,))
            return Negative(turned) if FUNCTIONS[id].parity == "odd" else turned
    return made


def _is_root(part: Tree) -> bool:
    """What squares take away."""
    if isinstance(part, Power):
        exponent = rational(part.exponent)
        return exponent is not None and exponent.denominator > 1
    return isinstance(part, Call) and part.function in ("sqrt", "cbrt", "root", "abs")


def jumps(tree: Tree) -> bool:
    """Whether the tree can fail to be continuous where it has a value."""
    return any(
        isinstance(part, Piecewise) or (isinstance(part, Call) and is_jumping(part.function))
        for part in walk(tree)
    )


def _equal_up_to_sign(right: Right, claimed: Tree) -> bool:
    """Equal squares, and one sign on each piece between zeros and breaks: then equal there."""
    square = Power(right.formula, TWO)
    if not prove_equal(square, Power(claimed, TWO)):
        return False
    name = right.variable
    cut = breaks((right.formula, *switching((right.f, right.formula, claimed))), name)
    if not cut.whole or cut.families:
        return False
    program = Program((right.defined, claimed))
    return all(_same_sign(program, name, point) for point in cut.between)


def _same_sign(program: Program, name: str, point: Point) -> bool:
    """At a point that stands for its piece; where one of them has no value nothing is claimed."""
    from calctool.algebra.ball import Lack

    values = program.balls({name: point.low})
    if any(value is Lack.UNDEFINED for value in values):
        return True
    right, given = values
    if isinstance(right, Lack) or isinstance(given, Lack):
        return False
    return bool((right > 0 and given > 0) or (right < 0 and given < 0))
