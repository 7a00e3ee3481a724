"""A solution in the names of the question, known by one in the unknowns of a changed system."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from calctool.algebra.build import divided, multiplied, negated
from calctool.algebra.generators.angle import angle
from calctool.algebra.generators.unknowns import Roles, Turning
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.places.written_out import TracedPlace, TracedScalar
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import PI, Call, Quotient, Tree, number


class Case(Struct, frozen=True, eq=False, dict=True):
    """The roles, with one value for each sign; `below` are the names that are -exp(v)."""

    roles: Roles
    signs: tuple[int, ...] = ()
    below: frozenset[str] = frozenset()

    @cached_property
    def meanings(self) -> dict[int, Tree]:
        """What each generator is in this case."""
        return self.roles.case(self.signs)

    def polynomial(self, tree: Tree) -> Tree | None:
        """The tree as a rational expression of the unknowns, where it is one."""
        forms = self.roles.forms
        found = forms.field.normal(tree)
        if found is None:
            return None
        parts = found.parts()
        indices = {index for p in parts for index in forms.used(p) if forms.moves(index)}
        if not indices <= self.meanings.keys():
            return None
        top, bottom = (forms.tree(p, self.meanings) for p in parts)
        return Quotient(top, bottom)


class ChangedPlace:
    """The point whose unknowns have the values that `inner` has."""

    def __init__(self, case: Case, inner: Place) -> None:
        self.case, self.inner = case, inner

    @property
    def names(self) -> tuple[str, ...]:
        return self.case.roles.names

    @cached_property
    def _values(self) -> dict[str, Tree]:
        return {name: self._value(name) for name in self.names}

    @cached_property
    def _written(self) -> TracedPlace:
        return TracedPlace(self._values)

    def coordinate(self, name: str) -> Scalar:
        if self.case.roles.ways.get(name, "itself") == "itself":
            return self.inner.coordinate(name)
        return self._written.coordinate(name)

    def scalar(self, tree: Tree) -> Scalar:
        """Through the unknowns where it is polynomial in them: zero is then decided."""
        try:
            found: TracedScalar | None = self._written.scalar(tree)
        except Undecided:
            found = None
        changed = self.case.polynomial(tree)
        if changed is not None:
            return self.inner.scalar(changed)
        if found is None:
            raise Undecided
        return found

    def _value(self, name: str) -> Tree:
        roles = self.case.roles
        match roles.ways.get(name, "itself"):
            case "exp":
                grown = Call("log", (self._inner(roles.unknown("u", name)),))
                return multiplied((number(roles.steps[name]), grown))
            case "log":
                size = Call("exp", (self._inner(roles.unknown("v", name)),))
                return negated(size) if name in self.case.below else size
            case "circle":
                return self._angle(name, roles.turning[name])
        return self._inner(name)

    def _inner(self, unknown: str) -> Tree:
        found = self.inner.coordinate(unknown).tree()
        if found is None:
            raise Undecided
        return found

    def _angle(self, name: str, turning: Turning) -> Tree:
        roles = self.case.roles
        found, turn = angle(self.inner, roles.unknown("c", name), roles.unknown("s", name))
        if turning.half_turns:
            found = divided(found, PI) if turn is None else number(turn)
        return multiplied((number(turning.step), found)) if turning.step != 1 else found

    def periods(self) -> tuple[tuple[str, Tree], ...]:
        """The names that repeat, with their periods."""
        found = []
        for name in self.names:
            turning = self.case.roles.turning.get(name)
            if turning is not None:
                whole = number(2 * turning.step)
                found.append((name, whole if turning.half_turns else multiplied((whole, PI))))
        return tuple(found)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ChangedPlace) or self.names != other.names:
            return NotImplemented
        return self._written == other._written

    __hash__ = None  # type: ignore[assignment]
