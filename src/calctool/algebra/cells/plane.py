"""Functions of a variable and of letters as polynomials in generators of one field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import divided, multiplied, negated, raised
from calctool.algebra.domain.conditions import implied
from calctool.algebra.field import Field, Kernel
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, UnknownError, is_constant
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import TWO, ZERO, Call, Name, Relation, Sum, Tree, number

Way = Literal["line", "exp", "power", "log", "root", "angle"]


class NoMethod(Unsettled):
    """No argument here tells where a function of x and letters changes."""


class Shape(Struct, frozen=True):
    """A generator u that is strictly monotonic in x: x itself, or exp, log or a root of k*x + m,
    where k and m are free of x; exp and roots are those of (k*x + m)/step and of that degree.
    A "power" is x^(k/step) for x > 0. The "angle" k*x has u = tan(k*x/2), monotonic on each half
    of a period."""

    way: Way
    k: Element
    m: Element
    step: int = 1


class Plane:
    """One field for all functions of a question; `conditions` hold wherever they are looked at."""

    def __init__(self, name: str, trees: Iterable[Tree], conditions: Iterable[Relation]) -> None:
        self.name = name
        self.field = Field()
        self.conditions = tuple(conditions)
        listed = tuple(trees)
        # Generators are refined while trees are read: the second time all of them are final.
        for tree in (*listed, *listed):
            if self.field.normal(tree) is None:
                raise NoMethod
        if self.field.ring.count > budget.MOST_GENERATORS // 2:
            raise NoMethod
        self._names: dict[int, frozenset[str]] = {}
        self.waves: tuple[int, Shape] | None = None
        """The generator tan(k*x/2), where the functions of x are waves of one angle k*x."""

    # --- what a polynomial is made of ---

    def tree(self, p: Polynomial | Element) -> Tree:
        """Written out; NoMethod where that has no name in the notation."""
        element = p if isinstance(p, Element) else Element(self.field.ring, p, self.field.ring.one)
        found = self.field.to_tree(element)
        if found is None:
            raise NoMethod
        return found

    def kernel(self, index: int) -> Kernel:
        return self.field.kernels[index]

    def names_of(self, index: int) -> frozenset[str]:
        """The names on which a generator depends."""
        if index not in self._names and self.waves is not None and index == self.waves[0]:
            speed = self.waves[1].k
            letters = (self.names_of(i) for i in speed.used())
            self._names[index] = frozenset({self.name}).union(*letters)
        if index not in self._names:
            kernel = self.kernel(index)
            own = {kernel.data} if kernel.kind == "name" else set()
            parts = (self.tree(each).names for each in kernel.arguments)
            self._names[index] = frozenset(own.union(*parts))
        return self._names[index]

    def used(self, p: Polynomial) -> Iterator[int]:
        """The generators in a polynomial."""
        return (index for index, power in enumerate(self.field.ring.degrees(p)) if power)

    def moving(self, p: Polynomial) -> list[int]:
        """Its generators that depend on the variable."""
        return [index for index in self.used(p) if self.name in self.names_of(index)]

    def names(self, p: Polynomial) -> frozenset[str]:
        return frozenset().union(*map(self.names_of, self.used(p)))

    # --- curves ---

    def factors(self, tree: Tree) -> list[Polynomial]:
        """Irreducible polynomials of which one vanishes wherever the tree does, each once.

        What switches with x stands for both of its sides.
        """
        element = self.field.normal(tree)
        if element is None:
            raise NoMethod
        found: dict[str, Polynomial] = {}
        num, den = element.parts()
        for p in (num, den):
            for side in self._sides(self.field.ring.lift(p)):
                if not side:
                    continue
                for factor, _ in self.field.ring.factors(side)[1]:
                    for each in self._plain(factor):
                        found.setdefault(str(each), each)
        return list(found.values())

    def _plain(self, factor: Polynomial) -> Iterator[Polynomial]:
        """A factor, or what its zeros are those of; nothing where it has none."""
        if is_constant(factor) or is_positive(self.field, factor):
            return
        used = list(self.used(factor))
        root = self._root_beside_others(factor)
        if root is not None:
            # A zero with this root is one of the product over all of its conjugates.
            _, relation = self.field.ring.relations[root]
            norm = factor.resultant(self.field.ring.lift(relation), f"g{root}")
            for each, _ in self.field.ring.factors(self.field.ring.reduce(norm))[1]:
                yield from self._plain(each)
            return
        if len(used) == 1 and len(factor) == 1:
            kernel = self.kernel(used[0])
            if kernel.positive:
                return
            if kernel.kind in ("root", "odd-root"):
                yield from self.factors(self.tree(kernel.arguments[0]))
                return
            if kernel.kind == "log" and self.name in self.names_of(used[0]):
                # ln|u| is 0 where u is 1 or -1.
                inner = self.tree(kernel.arguments[0])
                for value in (number(-1), number(1)):
                    yield from self.factors(Sum((inner, value)))
                return
        yield factor if factor.leading_coefficient() > 0 else -factor

    def _root_beside_others(self, factor: Polynomial) -> int | None:
        """A root in a polynomial in which x stands elsewhere too, the newest first."""
        moving = self.moving(factor)
        roots = (i for i in reversed(moving) if self.kernel(i).kind in ("root", "odd-root"))
        return next(roots, None) if len(moving) > 1 else None

    def _sides(self, p: Polynomial) -> Iterator[Polynomial]:
        """With 1 and -1 for signs of what depends on x."""
        signs = [i for i in self.used(p) if self.kernel(i).kind == "sign"]
        if len(signs) > budget.CELL_SWITCHES:
            raise NoMethod
        known = {i: self._known_sign(i) for i in signs}
        for chosen in product(*(known[i] for i in signs)):
            q = p
            for index, value in zip(signs, chosen, strict=True):
                q = q.subs({f"g{index}": value})
            yield self.field.ring.reduce(q)

    def _known_sign(self, index: int) -> tuple[int, ...]:
        inner = self.tree(self.kernel(index).arguments[0])
        for sign, value in ((">", 1), ("<", -1), (">=", 1), ("<=", -1)):
            if implied(Relation(inner, sign, ZERO), self.conditions):  # type: ignore[arg-type]
                return (value,)
        return (1, -1)

    # --- monotonic generators ---

    def shape(self, index: int) -> Shape | None:
        """How a generator depends on x, where it is monotonic."""
        if self.waves is not None and index == self.waves[0]:
            return self.waves[1]
        kernel, ring = self.kernel(index), self.field.ring
        if kernel.kind == "name":
            return Shape("line", ring.constant(1), ring.constant(0))
        ways: dict[str, Way] = {"exp": "exp", "log": "log", "root": "root", "odd-root": "root"}
        way = ways.get(kernel.kind)
        if way is None:
            return None
        argument = kernel.arguments[0]
        power = self._power(argument) if way == "exp" else None
        if power is not None:
            return Shape("power", power, ring.constant(0), kernel.step)
        try:
            k = self.field.derivative(argument, self.name)
            m = argument - k * self.field.element(Name(self.name))
        except UnknownError:
            return None
        if any(self.name in self.names_of(i) for e in (k, m) for i in e.used()):
            return None
        if way == "log" and not self._is_positive(argument):
            return None
        return Shape(way, k, m, kernel.step if way != "log" else 1)

    def _power(self, argument: Element) -> Element | None:
        """The k of k*log(x) with k free of x, where x > 0 is known; None for another argument."""
        variable = Name(self.name)
        if not implied(Relation(variable, ">", ZERO), self.conditions):
            return None
        k = argument / self.field.element(Call("log", (variable,)))
        free = all(self.name not in self.names_of(i) for i in k.used())
        return k if free else None

    def _is_positive(self, argument: Element) -> bool:
        return implied(Relation(self.tree(argument), ">", ZERO), self.conditions)

    def place(self, shape: Shape, value: Tree) -> Tree:
        """The x at which the generator has a value."""
        if shape.way == "angle":
            value = multiplied((TWO, Call("atan", (value,))))
        elif shape.way == "exp":
            value = multiplied((number(shape.step), Call("log", (value,))))
        elif shape.way == "power":
            return raised(value, divided(number(shape.step), self.tree(shape.k)))
        elif shape.way == "log":
            value = Call("exp", (value,))
        elif shape.way == "root":
            value = raised(value, number(shape.step))
        if shape.way == "line":
            return value
        k, m = self.tree(shape.k), self.tree(shape.m)
        return divided(Sum((value, negated(m))) if m != ZERO else value, k)
