"""Systems that are one equation in one name, once the other names are expressed by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import divided
from calctool.algebra.clean import clean
from calctool.algebra.common_field import Forms, forms
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.generators.last_name import last_name_solutions
from calctool.algebra.generators.unknowns import NoChange
from calctool.algebra.generators.without_nonzero import is_never_zero, strip
from calctool.algebra.solutions import Box, Move, Solutions
from calctool.notation.system import System
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.words.proofs import boxes as words


class Explicit(Struct, frozen=True):
    """`name` = `value`, which follows from equation number `index` and implies it."""

    index: int
    name: str
    value: Tree


class Reduced(Struct, frozen=True):
    """Equations in what names are left, and the values of the others in terms of those."""

    equations: tuple[Tree, ...]
    names: tuple[str, ...]
    values: tuple[tuple[str, Tree], ...] = ()
    moves: tuple[Move, ...] = ()

    def without(self, one: Explicit) -> Reduced:
        """The system after one name was expressed by the others."""
        others = [each for i, each in enumerate(self.equations) if i != one.index]
        put = {one.name: one.value}
        left = [_put_in(each, one) for each in others]
        kept = tuple(each for each in left if each != ZERO)
        values = [(name, clean(substitute(tree, put))) for name, tree in self.values]
        values.append((one.name, one.value))
        after = (Relation(Name(one.name), "=", one.value), *map(_is_zero, kept))
        move = Move(
            "substitute",
            System(tuple(map(_is_zero, self.equations))),
            System(after),
            "normal-form",
            ((one.name, one.value),),
        )
        names = tuple(name for name in self.names if name != one.name)
        return Reduced(kept, names, tuple(values), (*self.moves, move))


def one_name_solutions(
    equations: Sequence[Tree], names: Sequence[str], box: Box | None, window: Box
) -> Solutions:
    """All solutions, where one equation in one name decides; NoChange where none does.

    Solutions that repeat in several names at once are listed in the window only.
    """
    system = Reduced(tuple(equations), tuple(names))
    while len(system.names) > 1:
        explicit = min(_explicit(system), key=lambda one: one.value.size, default=None)
        if explicit is None:
            raise NoChange
        system = system.without(explicit)
        if any(is_never_zero(each) for each in system.equations):
            return Solutions((), (), "complete", "one-name", words.ONE_NAME, moves=system.moves)
    if not system.equations or any(each.names != set(system.names) for each in system.equations):
        raise NoChange
    known = dict(system.values)
    values = {name: known.get(name, Name(name)) for name in names}
    found = last_name_solutions(system.equations, values, box, window)
    return replace(found, moves=system.moves + found.moves)


def _put_in(equation: Tree, one: Explicit) -> Tree:
    if one.name not in equation.names:
        return equation
    made = clean(substitute(equation, {one.name: one.value}))
    if not one.value.names:  # exp(0) is of no use to a reader
        own = forms((made,))
        made = own.tree(own.numerators[0])
    return strip(made).tree


# --- elimination ---


def _explicit(system: Reduced) -> Iterator[Explicit]:
    """Names in which an equation is linear, with a factor that is never zero."""
    for index, equation in enumerate(system.equations):
        own = forms((equation,))
        p = own.numerators[0]
        for i in own.used(p):
            kernel = own.kernel(i)
            if kernel.kind != "name" or kernel.data not in system.names:
                continue
            split = _linear(own, p, i)
            if split is not None:
                a, b = split
                yield Explicit(index, kernel.data, divided(own.tree(-b), own.tree(a)))


def _linear(own: Forms, p: Polynomial, index: int) -> tuple[Polynomial, Polynomial] | None:
    """(a, b) for a*x + b with x in neither of them and a never zero."""
    parts: list[dict[tuple[int, ...], int]] = [{}, {}]
    for powers, coefficient in own.field.ring.terms(p):
        if powers[index] > 1:
            return None
        rest = (*powers[:index], 0, *powers[index + 1 :])
        parts[powers[index]][rest] = coefficient
    b, a = (own.field.ring.polynomial(part) for part in parts)
    inside = (i for q in (a, b) for i in own.used(q))
    if any(_depends(own, i, index) for i in inside):
        return None
    never_zero = a.is_constant() or is_positive(own.field, a) or is_positive(own.field, -a)
    return (a, b) if never_zero else None


def _depends(own: Forms, index: int, on: int) -> bool:
    return index == on or any(
        _depends(own, i, on) for argument in own.kernel(index).arguments for i in argument.used()
    )


def _is_zero(tree: Tree) -> Relation:
    return Relation(tree, "=", ZERO)
