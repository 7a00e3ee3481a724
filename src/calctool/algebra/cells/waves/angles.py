"""Waves of one angle as polynomials in t = tan(angle/2), for which one period is the line.

(1 - t^2)/(1 + t^2) is the cosine and 2*t/(1 + t^2) the sine. From 0 on t grows through infinity, at
half of the period, back to 0; so a zero passes the start of the period where t is 0, and its middle
where a leading coefficient vanishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from calctool.algebra.build import added, multiplied, raised
from calctool.algebra.cells.plane import NoMethod, Plane, Shape
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, UnknownError, is_constant
from calctool.notation.tree import TWO, Call, Constant, Name, Product, Quotient, Tree, number

_T = "t\ue012"
"""No text has this name."""


class Angles:
    """The angle of the waves of a plane, w*x, where all of them have one."""

    def __init__(self, plane: Plane, speed: Element) -> None:
        self.plane, self.speed = plane, speed
        (self.index,) = plane.field.element(Name(_T)).used()
        plane.waves = (self.index, Shape("angle", speed, plane.field.ring.constant(0)))

    @property
    def period(self) -> Tree:
        """2*pi/w; the sign is that of w."""
        w = self.plane.tree(self.speed)
        turn = Product((TWO, Constant("pi")))
        return turn if w == number(1) else Quotient(turn, w)

    def halved(self, p: Polynomial) -> Iterator[tuple[Polynomial | None, Tree]]:
        """The irreducible factors in t, each written with sines and cosines; None for a zero in the
        middle of the period, whatever the letters are."""
        ring, plane = self.plane.field.ring, self.plane
        t = ring.generator(self.index).parts()[0]
        sines, cosines = _of_kind(plane, p, "sin"), _of_kind(plane, p, "cos")
        degrees = ring.degrees(p)
        degree = sum(int(degrees[i]) for i in (*sines, *cosines))
        total = ring.context.constant(0)
        for powers, c in ring.terms(p):
            sine, cosine = sum(powers[i] for i in sines), sum(powers[i] for i in cosines)
            rest = tuple(0 if i in (*sines, *cosines) else n for i, n in enumerate(powers))
            term = ring.polynomial({rest: c}) * (2 * t) ** sine * (1 - t * t) ** cosine
            total += term * (1 + t * t) ** (degree - sine - cosine)
        found = [
            factor
            for factor, _ in ring.factors(total)[1]
            if not is_constant(factor) and ring.degrees(factor)[self.index]
            and not is_positive(plane.field, factor) and factor not in (1 + t * t, -1 - t * t)
        ]  # fmt: skip
        in_middle = ring.degrees(total)[self.index] < 2 * degree
        if len(found) < 2 or not any(plane.names(q) - {plane.name} for q in found):
            whole = ring.one
            for factor in found:
                whole *= factor
            yield (whole if found else None), plane.tree(p)
            return
        for factor in found:
            yield factor, self.written(factor)
        if in_middle:
            yield None, Call("cos", (self.half,))

    @property
    def half(self) -> Tree:
        """Half of the angle."""
        x = self.plane.field.element(Name(self.plane.name))
        return self.plane.tree(self.speed * x * Fraction(1, 2))

    def written(self, p: Polynomial) -> Tree:
        """With sines and cosines of half of the angle, so that it has a value everywhere."""
        ring, half = self.plane.field.ring, self.half
        degree = int(ring.degrees(p)[self.index])
        sine, cosine = Call("sin", (half,)), Call("cos", (half,))
        terms = []
        for powers, c in ring.terms(p):
            n = powers[self.index]
            rest = ring.polynomial({(*powers[: self.index], 0, *powers[self.index + 1 :]): c})
            waves = [raised(sine, number(n))] if n else []
            waves += [raised(cosine, number(degree - n))] if degree > n else []
            terms.append(multiplied((self.plane.tree(rest), *waves)))
        return added(terms)


def _of_kind(plane: Plane, p: Polynomial, kind: str) -> list[int]:
    return [i for i in plane.moving(p) if plane.kernel(i).kind == kind]


def angles(plane: Plane, polynomials: Iterable[Polynomial]) -> Angles | None:
    """Those of the waves in these polynomials; None where there are none. NoMethod where there are
    several angles, other functions of x beside them, or a phase."""
    moving = {i for p in polynomials for i in plane.moving(p)}
    waves = {i for i in moving if plane.kernel(i).kind in ("sin", "cos")}
    if not waves:
        return None
    if waves != moving:
        raise NoMethod
    field, speeds = plane.field, {}
    for index in waves:
        kernel = plane.kernel(index)
        (argument,) = kernel.arguments
        try:
            slope = field.derivative(argument, plane.name)
        except UnknownError:
            raise NoMethod from None
        rest = argument - slope * field.element(Name(plane.name))
        if rest.value != 0 or any(plane.name in plane.names_of(i) for i in slope.used()):
            raise NoMethod
        speed = slope * Fraction(1, kernel.step)
        speeds[speed.key] = speed
    if len(speeds) != 1:
        raise NoMethod
    return Angles(plane, next(iter(speeds.values())))
