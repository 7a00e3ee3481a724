"""Signs far out of polynomials in psi(u) and the like: f lies between two simpler functions.

Where u > 0 it is a + t*b with a t strictly between 0 and 1 (`enveloped` in the record of f). With a
name of its own for each such t the function is a polynomial in these names, and if no coefficient
in Bernstein's form has the other sign from some place on, the function has that sign there: the
products that Bernstein's form is made of are positive for 0 < t < 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.facts import filled, of
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.free.bernstein import bernstein
from calctool.algebra.roots.free.dominated import outweighed_beyond
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.limits.far_forms import normalised, of_constants
from calctool.notation.tree import Call, Name, Tree, number, rational
from calctool.notation.walk import substitute, transform, walk

Sign = Callable[[Tree, Fraction], tuple[Fraction, int]]
"""That of a function from a place or a later one on; Undecided where there is none."""


def enveloped(tree: Tree, name: str) -> tuple[Call, ...]:
    """The functions in it that lie between two simpler ones."""
    return tuple(dict.fromkeys(
        part for part in walk(tree)
        if isinstance(part, Call) and name in part.arguments[-1].names
        and of(part).enveloped[0] and not any(name in each.names for each in part.arguments[:-1])
    ))  # fmt: skip


def free_beyond(
    tree: Tree, name: str, calls: tuple[Call, ...], place: Fraction, sign: Sign
) -> Fraction:
    """From where on a polynomial in these functions has no zero; Undecided where that fails."""
    for call in calls:
        place, side = sign(call.arguments[-1], place)
        if side <= 0:
            raise Undecided
    parts = [f"rest {n}" for n in range(len(calls))]
    between: dict[Tree, Tree] = {
        call: _between(call, part) for call, part in zip(calls, parts, strict=True)
    }
    known = transform(tree, lambda part: between.get(part))
    soon = _outweighed(known, name, calls[0].arguments[-1], parts, place)
    if soon is not None:
        return soon
    found = set()
    for each in bernstein(known, parts):
        if is_zero(each) is not True:
            place, side = sign(normalised(each), place)
            found.add(side)
    if len(found) != 1 or 0 in found:
        raise Undecided
    return place


def _outweighed(
    tree: Tree, name: str, u: Tree, parts: Sequence[str], place: Fraction
) -> Fraction | None:
    """By its leading term, as a function of u, which is a*x + b with a > 0; None for others."""
    rate = rational(normalised(derivative(u, name)))
    start = rational(normalised(added((u, negated(multiplied((number(rate or 0), Name(name))))))))
    if rate is None or start is None or rate <= 0:
        return None
    back = divided(added((Name(name), number(-start))), number(rate))
    seen = substitute(tree, {name: back})
    beyond = outweighed_beyond(seen, name, parts, rate * place + start)
    return None if beyond is None else max(place, (beyond - start) / rate)


def _between(call: Call, part: str) -> Tree:
    """With a name, which cannot be typed, for the part of the rest."""
    low, rest = (of_constants(filled(each, call.arguments)) for each in of(call).enveloped)
    return added((low, multiplied((Name(part), rest))))
