"""The value of f at points that repeat: one number, or a formula in the whole numbers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from calctool.algebra.clean import clean
from calctool.algebra.field import prove_equal
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import ONE, ZERO, Name, Negative, Product, Sum, Tree
from calctool.notation.walk import substitute, transform
from calctool.solve.candidates import Place
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact_value


class Turns(Struct, frozen=True):
    """Whole multiples of `steps` that coordinates are moved by, with a letter for each."""

    steps: tuple[tuple[str, Tree], ...]
    integers: tuple[str, ...]

    def value(self, f: Tree, at: Place, value: Exact | None) -> Exact | None:
        """f at all these points, `value` being that at the point `at` itself.

        What of f repeats keeps its value, in the rest the coordinates are put in; None where
        they are not known exactly.
        """
        if value is None or self._keep(f):
            return value
        if not all(known.is_known for _, known in at):
            return None
        start = {name: known.expr for name, known in at}
        moved = self._moved(start)
        made = transform(f, lambda part: self._part(part, start, moved))
        return Exact(self._drifting(value.expr, made) or collected(clean(made)), None, None)

    def _drifting(self, first: Tree, made: Tree) -> Tree | None:
        """first + k*c, where the value grows by a constant with each whole number."""
        terms = [first]
        for integer in self.integers:
            others = {letter: ZERO for letter in self.integers if letter != integer}
            ends = (substitute(made, {**others, integer: count}) for count in (ONE, ZERO))
            after, before = ends
            terms.append(Product((Name(integer), exact_value(Sum((after, Negative(before)))))))
        line = clean(Sum(tuple(terms)))
        return line if prove_equal(line, made) is True else None

    def _keep(self, part: Tree) -> bool:
        """Whether it is proved that it has one value at all of them."""
        try:
            return all(
                name not in part.names
                or prove_equal(part, substitute(part, {name: Sum((Name(name), step))})) is True
                for name, step in self.steps
            )
        except UnknownError:
            return False

    def _moved(self, start: Mapping[str, Tree]) -> dict[str, Tree]:
        moved = dict(start)
        for (name, step), integer in zip(self.steps, self.integers, strict=True):
            moved[name] = Sum((moved[name], Product((Name(integer), step))))
        return moved

    def _part(
        self, part: Tree, start: Mapping[str, Tree], moved: Mapping[str, Tree]
    ) -> Tree | None:
        if isinstance(part, Name):
            return moved.get(part.id, part)
        if not part.names:
            return part
        return exact_value(substitute(part, start)) if self._keep(part) else None
