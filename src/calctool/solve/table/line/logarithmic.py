"""Where ln|f| is convex, f'' has no zero: f*f'' = f'^2 + f^2*(ln|f|)'' (Bohr and Mollerup)."""

from __future__ import annotations

from calctool.algebra.build import divided
from calctool.algebra.facts import of
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Roots, inside, zeros
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.notation.tree import ONE, Call, Tree
from calctool.notation.walk import walk
from calctool.solve.table.line.pieces import Piece
from calctool.words.proofs.roots import METHODS

_METHOD = "log-convex"


def by_logarithm(name: str, piece: Piece) -> Roots | None:
    """That f'' has no zero on the piece; None where f has no factor like the gamma function, or
    its logarithm is not proved to be convex."""
    if not any(_is_convex_by_nature(part) for part in walk(piece.f)):
        return None
    try:
        curved = derivative(normalised(divided(piece.slope, piece.f)), name)
        if _is_positive(curved, name, piece.open) and _is_free(piece.f, name, piece.open):
            return Roots((), "complete", _METHOD, METHODS[_METHOD])
    except (Undecided, Undefined, UnknownError):
        return None
    return None


def _is_convex_by_nature(part: Tree) -> bool:
    """Whether it is a function of which the next value is a multiple, as of the gamma function."""
    return isinstance(part, Call) and bool(of(part).shift)


def _is_positive(tree: Tree, name: str, on: Interval) -> bool:
    """Wherever the function has a value; at a pole of even order it does not change its sign."""
    if curve(tree, name).at(inside(on.start, on.end)) <= 0 or not _is_free(tree, name, on):
        return False
    return zeros(divided(ONE, tree), name, (on,), whole=True).keeps_sign


def _is_free(tree: Tree, name: str, on: Interval) -> bool:
    found = zeros(tree, name, (on,), whole=True)
    return found.state == "complete" and not (found.zeros or found.families or found.flat)
