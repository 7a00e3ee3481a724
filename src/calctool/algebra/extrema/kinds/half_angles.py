"""Near a set on which angles are fixed a function of their waves is a rational one.

With h the angle less its value, t = tan(h/2) is a smooth new name for it near h = 0, and the cosine
and the sine of h are (1 - t^2)/(1 + t^2) and 2*t/(1 + t^2): kinds of points do not change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.common_field import Forms, forms
from calctool.algebra.extrema.scalars import fraction
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.generators.unknowns import NoChange, Roles
from calctool.algebra.solutions import Component
from calctool.algebra.systems import contains, polynomial_solutions
from calctool.notation.tree import ONE, TWO, ZERO, Name, Power, Tree, number
from calctool.notation.walk import substitute

_LETTERS = ("t", "u", "v", "w")


class NearAngles(Struct, frozen=True):
    """f and a component of its critical points in new names: `letters` are pairs of an old name
    and the new one."""

    f: Tree
    component: Component
    letters: tuple[tuple[str, str], ...]


def near_angles(f: Tree, component: Component) -> NearAngles | None:
    """None where no angle is fixed on the component, or f is not rational in the waves of such;
    raises NoChange and Undecided."""
    own = forms((f, *component.equations))
    roles = Roles(own, component.names)
    roles.take((*own.numerators, *own.denominators))
    turning = [name for name, way in roles.ways.items() if way == "circle"]
    if not turning or set(roles.ways.values()) - {"circle", "itself"} or roles.radicals:
        return None
    if roles.signs:
        raise NoChange
    return _Chart(own, roles, component, turning).changed()


class _Chart:
    def __init__(
        self, own: Forms, roles: Roles, component: Component, turning: Sequence[str]
    ) -> None:
        self.own, self.roles, self.component = own, roles, component
        self.turning = turning
        free = (letter for letter in _LETTERS if letter not in component.names)
        self.letters = dict(zip(turning, free, strict=False))

    def changed(self) -> NearAngles | None:
        if len(self.letters) < len(self.turning):
            return None
        put: dict[str, Tree] = {}
        for name in self.turning:
            fixed = self._fixed(name)
            if fixed is None:
                return None
            put |= self._waves(name, *fixed)
        names = tuple(self.letters.get(name, name) for name in self.component.names)
        equations = [substitute(each, put) for each in self._equations]
        still = [Name(letter) for letter in self.letters.values()]
        at = dict.fromkeys(self.letters.values(), ZERO)
        rest = (substitute(each, at) for each in equations)
        found = polynomial_solutions((*still, *(each for each in rest if each.names)), names)
        if found.state != "complete" or found.roots or len(found.components) != 1:
            return None
        f = divided(*(substitute(self._tree(p), put) for p in self._parts))
        return NearAngles(f, found.components[0], tuple(self.letters.items()))

    @property
    def _parts(self) -> tuple[Polynomial, Polynomial]:
        return self.own.numerators[0], self.own.denominators[0]

    @property
    def _equations(self) -> list[Tree]:
        return [self._tree(p) for p in self.own.numerators[1:]]

    def _tree(self, p: Polynomial) -> Tree:
        return self.own.tree(p, self.roles.meanings)

    def _unknowns(self, name: str) -> tuple[str, str]:
        return self.roles.unknown("c", name), self.roles.unknown("s", name)

    def _fixed(self, name: str) -> tuple[Tree, Tree] | None:
        """The cosine and the sine of an angle that is the same all over the component."""
        found = []
        for unknown in self._unknowns(name):
            indices = [i for i, each in self.roles.meanings.items() if each == Name(unknown)]
            if not indices or not self.component.samples:
                return None
            wave = self.own.meaning(indices[0])
            value = fraction(self.component.samples[0].scalar(wave))
            if value is None or not self._is_fixed(added((Name(unknown), number(-value)))):
                return None
            found.append(number(value))
        return found[0], found[1]

    def _is_fixed(self, equation: Tree) -> bool:
        unknowns = self.roles.unknowns()
        return contains([*self._equations, *self._circles()], equation, unknowns)

    def _circles(self) -> Iterator[Tree]:
        for name in self.turning:
            c, s = (Power(Name(each), TWO) for each in self._unknowns(name))
            yield added((c, s, negated(ONE)))

    def _waves(self, name: str, cosine: Tree, sine: Tree) -> dict[str, Tree]:
        """Of the fixed angle and h together."""
        t = Name(self.letters[name])
        below = added((ONE, Power(t, TWO)))
        near = added((ONE, negated(Power(t, TWO)))), multiplied((TWO, t))
        c, s = self._unknowns(name)
        turned = (
            added((multiplied((cosine, near[0])), negated(multiplied((sine, near[1]))))),
            added((multiplied((sine, near[0])), multiplied((cosine, near[1])))),
        )
        return {c: divided(turned[0], below), s: divided(turned[1], below)}
