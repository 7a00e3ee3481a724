"""Generators of the field: what each stands for, and the relations between them.

Everything that computes in the field takes its `Kernels`; the questions are asked of `Field`.
"""

from __future__ import annotations

from math import lcm
from typing import Any

from msgspec import Struct, field

from calctool.algebra.algebraic import Algebraic
from calctool.algebra.field.ring import Element, Ring


class Kernel(Struct):
    """What a generator stands for; `data` is its denominator, its power or its orders."""

    kind: str
    arguments: tuple[Element, ...] = ()
    data: Any = None
    positive: bool = False
    slopes: dict[str, Element] = field(default_factory=dict)

    @property
    def step(self) -> int:
        """The denominator or power that it is kept with."""
        return int(self.data)


class RefinedError(Exception):
    """A kernel is needed in finer steps, sin(x/2) after sin(x): start over with those."""


class Kernels:
    """The generators of one field, each made when it is first asked for."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Start over: no generators, nothing known of any."""
        self.ring = Ring()
        self.kernels: list[Kernel] = []
        self.off_switches = False
        self._indices: dict[str, int] = {}
        self._denominators: dict[str, int] = {}
        self._anchors: dict[str, list[int]] = {}

    def kernel(
        self,
        kind: str,
        arguments: tuple[Element, ...] = (),
        data: Any = None,
        positive: bool = False,
    ) -> Element:
        """The generator of this meaning, made when it is first asked for."""
        key = f"{kind} {data} {' , '.join(argument.key for argument in arguments)}"
        index = self._indices.get(key)
        if index is None:
            index = self._indices[key] = self.ring.new()
            self.kernels.append(Kernel(kind, arguments, data, positive))
            self._relate(index, kind, arguments, data)
        return self.ring.generator(index)

    def _relate(self, index: int, kind: str, arguments: tuple[Element, ...], data: Any) -> None:
        if kind in ("root", "odd-root"):
            self.ring.relate(index, data, arguments[0])
        elif kind == "sign":
            self.ring.relate(index, 3, self.ring.generator(index))
        elif kind == "sin":
            cosine = self.kernel("cos", arguments, data)
            self.ring.relate(index, 2, 1 - cosine * cosine)
        elif kind == "algebraic":
            self._relate_algebraic(index, data)
        elif kind == "exp" and data == 1:
            inner = self.kernel_of(arguments[0])
            if inner is not None and inner.kind == "call LambertW":
                # w*exp(w) = u is what defines w = LambertW(u).
                self.ring.relate(index, 1, inner.arguments[0], times=arguments[0])

    def _relate_algebraic(self, index: int, number: Algebraic) -> None:
        """(c*u)^n in lower powers of c*u, c being the leading coefficient."""
        *lower, leading = number.coefficients
        degree, itself = len(lower), self.ring.generator(index)
        value = self.ring.constant(0)
        for power, c in enumerate(lower):
            value = value - itself**power * (c * leading ** (degree - 1 - power))
        self.ring.relate(index, degree, value)

    def kernel_of(self, element: Element) -> Kernel | None:
        """What a single generator stands for, None for anything else."""
        num, den = element.parts()
        if len(num) != 1 or not den.is_one() or num.total_degree() != 1:
            return None
        if num.leading_coefficient() != 1:
            return None
        return self.kernels[next(element.used())]

    def denominator(self, kind: str, base: Element, needed: int) -> int:
        """In what fraction of `base` the kernel is kept; finer when that is needed."""
        key = f"{kind} {base.key}"
        known = self._denominators.setdefault(key, needed)
        if known % needed:
            self._denominators[key] = lcm(known, needed)
            raise RefinedError
        return known

    def anchors(self, base: Element) -> list[int]:
        """The large powers of `base` that are kernels."""
        return self._anchors.setdefault(base.key, [])

    def constant(self, id: str) -> Element:
        """A positive constant of this name, such as pi."""
        return self.kernel(id, (), positive=True)

    def opaque(self, id: str, arguments: tuple[Element, ...]) -> Element:
        """A call of which only the derivative may be known."""
        return self.kernel("call " + id, arguments)

    def forget_steps(self) -> None:
        """Generators that are kept in steps are made anew, in the finer ones now known."""
        stepped = ("exp ", "sin ", "cos ", "root ", "odd-root ")
        kept = {key: i for key, i in self._indices.items() if not key.startswith(stepped)}
        self._indices = kept
        for kernel in self.kernels:
            kernel.slopes = {}
