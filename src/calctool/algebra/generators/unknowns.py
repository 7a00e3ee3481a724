"""What each generator of a normal form may become: an unknown of a polynomial system."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct, field

from calctool.algebra.common_field import Forms
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import ONE, ZERO, Name, Negative, Tree

Way = Literal["itself", "exp", "log", "circle"]
"""How a name occurs: as it is, only in exponentials, only in logarithms, only in sines."""


class NoChange(Unsettled):
    """No change of variables known here makes the system polynomial."""


class Turning(Struct, frozen=True):
    """The angle name*rate/step, with pi as a further factor of the rate where `half_turns`."""

    step: int
    half_turns: bool


class Radical(Struct, frozen=True):
    """unknown^degree = radicand; `even` ones are not negative."""

    unknown: str
    degree: int
    radicand: Element
    even: bool


class Roles(Struct):
    """The unknowns for all generators that move, found one after the other.

    `signs` are the generators that stand for sign(u): they become -1, 0 or 1, case by case.
    """

    forms: Forms
    names: tuple[str, ...]
    ways: dict[str, Way] = field(default_factory=dict)
    turning: dict[str, Turning] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    meanings: dict[int, Tree] = field(default_factory=dict)
    radicals: list[Radical] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)

    def take(self, polynomials: Iterable[Polynomial]) -> None:
        """Find a role for each generator of some polynomials; NoChange where one has none."""
        for p in polynomials:
            for index in self.forms.used(p):
                self._take(index)

    def _take(self, index: int) -> None:
        if index in self.meanings or index in self.signs or not self.forms.moves(index):
            return
        kernel = self.forms.kernel(index)
        match kernel.kind:
            case "name":
                self._settle(kernel.data, "itself")
                self.meanings[index] = Name(kernel.data)
            case "exp" | "log":
                name = self._only_name(kernel.arguments[0])
                self._settle(name, "exp" if kernel.kind == "exp" else "log")
                self.steps[name] = kernel.step if kernel.kind == "exp" else 1
                letter = "u" if kernel.kind == "exp" else "v"
                self.meanings[index] = Name(self.unknown(letter, name))
            case "sin" | "cos":
                self._turn(index)
            case "root" | "odd-root":
                self._adjoin(index)
            case "sign":
                self._take_inside(kernel.arguments[0])
                self.signs.append(index)
            case _:
                raise NoChange

    def _settle(self, name: str, way: Way) -> None:
        if name not in self.names:
            raise NoChange
        if self.ways.setdefault(name, way) != way:
            raise NoChange

    def _only_name(self, argument: Element) -> str:
        kernel = self.forms.field.kernel_of(argument)
        if kernel is None or kernel.kind != "name":
            raise NoChange
        return str(kernel.data)

    def _turn(self, index: int) -> None:
        kernel = self.forms.kernel(index)
        name, half_turns = self._angle(kernel.arguments[0])
        self._settle(name, "circle")
        if self.turning.setdefault(name, Turning(kernel.step, half_turns)) != Turning(
            kernel.step, half_turns
        ):
            raise NoChange
        self.meanings[index] = Name(self.unknown(kernel.kind[0], name))

    def _angle(self, argument: Element) -> tuple[str, bool]:
        """x, or pi*x."""
        (powers, coefficient), *others = self.forms.field.ring.terms(argument.parts()[0])
        used = [index for index, n in enumerate(powers) if n]
        kinds = {self.forms.kernel(index).kind: index for index in used}
        single = not others and coefficient == 1 and argument.den.is_one()
        if not single or not sum(powers) == len(used) == len(kinds):
            raise NoChange
        if not {"name"} <= set(kinds) <= {"name", "pi"}:
            raise NoChange
        return str(self.forms.kernel(kinds["name"]).data), "pi" in kinds

    def _adjoin(self, index: int) -> None:
        kernel = self.forms.kernel(index)
        self._take_inside(kernel.arguments[0])
        made = self.unknown("r", str(len(self.radicals) + 1))
        self.meanings[index] = Name(made)
        self.radicals.append(Radical(made, kernel.step, kernel.arguments[0], kernel.kind == "root"))

    def _take_inside(self, argument: Element) -> None:
        self.take(map(self.forms.field.ring.lift, (argument.num, argument.den)))

    def unknown(self, letter: str, name: str) -> str:
        """A name for a new unknown, not taken yet."""
        made = f"{letter}{name}" if name.isdigit() else f"{letter}_{name}"
        while made in self.names:
            made += "_"
        return made

    def unknowns(self) -> tuple[str, ...]:
        """Of the polynomial system, in the order of the names."""
        found: list[str] = []
        for name in self.names:
            match self.ways.get(name, "itself"):
                case "itself":
                    found.append(name)
                case "circle":
                    found += [self.unknown("c", name), self.unknown("s", name)]
                case way:
                    found.append(self.unknown("u" if way == "exp" else "v", name))
        return (*found, *(radical.unknown for radical in self.radicals))

    @property
    def is_change(self) -> bool:
        """Whether anything but the names themselves moves."""
        return bool(self.radicals or self.signs or set(self.ways.values()) - {"itself"})

    def case(self, values: Sequence[int]) -> dict[int, Tree]:
        """The meanings where each sign has one value."""
        shown: dict[int, Tree] = {1: ONE, 0: ZERO, -1: Negative(ONE)}
        return self.meanings | {i: shown[v] for i, v in zip(self.signs, values, strict=True)}
