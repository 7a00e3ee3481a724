"""Sine and cosine of one angle: as a tangent, or as a polynomial in one of the two."""

from __future__ import annotations

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field.ring import Element
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, written
from calctool.algebra.unknown.step import Step, short
from calctool.notation.tree import ONE, TWO, Call, Name, Power, Relation, Tree, number
from calctool.notation.walk import walk

WAVES = ("sin", "cos", "tan")


def in_one_wave(p: Analytic, shown: Tree) -> tuple[Tree, Tree] | None:
    """p by sin^2 + cos^2 = 1 as a polynomial in the sine, and as one in the cosine where it is
    that already: the function, and the polynomial in the name of p.

    None where p has other functions, and where it would hold both of them.
    """
    kinds = _kinds(p)
    cosine = kinds.get("cos")
    if cosine is None or not _of_one_angle(p, kinds):
        return None
    parts = coefficients(p, kinds["sin"]) if "sin" in kinds else [p.element]
    in_cosine = [coefficients(Analytic(p.field, each.num, p.name), cosine) for each in parts]
    odd = any(not c.num.is_zero() for each in in_cosine for c in each[1::2])
    names = {part.function for part in walk(shown) if isinstance(part, Call)}
    if odd or ("sin" not in kinds and ("cos" in names or "sin" not in names)):
        return None
    t = Name(p.name)
    squared = added((ONE, negated(Power(t, TWO))))
    polynomial = added(
        multiplied((written(p, c), raised(t, number(n)), raised(squared, number(k))))
        for n, each in enumerate(in_cosine)
        for k, c in enumerate(each[::2])
        if not c.num.is_zero()
    )
    function = written(p, p.field.ring.generator(cosine))
    return Call("sin", function.children), polynomial


def angles(tree: Tree) -> set[tuple[Tree, ...]]:
    """The arguments of sines, cosines and tangents in it."""
    return {
        part.arguments for part in walk(tree) if isinstance(part, Call) and part.function in WAVES
    }


def of_sine_and_cosine(p: Analytic) -> list[Step] | None:
    """a*sin(u) + b*cos(u) = 0 as tan(u) = -b/a: where cos(u) = 0, sin(u) is not; and
    a*sin(u)*cos(u) + b = 0 as sin(2u) = -2b/a."""
    kinds = _kinds(p)
    if set(kinds) != {"sin", "cos"} or not _of_one_angle(p, kinds):
        return None
    function = written(p, p.field.ring.generator(kinds["sin"]))
    if not isinstance(function, Call):
        return None
    powers = {(each[kinds["sin"]], each[kinds["cos"]]) for each, _ in p.terms()}
    if powers == {(1, 1), (0, 0)}:
        free, times = coefficients(p, kinds["sin"])
        weight = coefficients(Analytic(p.field, times.num, p.name), kinds["cos"])[1]
        twice = Call("sin", (multiplied((TWO, *function.arguments)),))
        value = short(divided(multiplied((number(-2), written(p, free))), written(p, weight)))
        return [Step("double-angle", (Relation(twice, "=", value),))]
    weights = _weights(p, kinds["sin"], kinds["cos"])
    if weights is None:
        return None
    a, b = weights
    tangent = Call("tan", function.arguments)
    value = short(divided(negated(b), a))
    return [Step("divide-by-cosine", (Relation(tangent, "=", value),))]


def _kinds(p: Analytic) -> dict[str, int]:
    """The generator of each kind; nothing where there are two of a kind."""
    kinds = {p.kernel(index).kind: index for index in p.moving}
    return kinds if len(kinds) == len(p.moving) else {}


def _of_one_angle(p: Analytic, kinds: dict[str, int]) -> bool:
    if not set(kinds) <= {"sin", "cos"}:
        return False
    kernels = [p.kernel(index) for index in kinds.values()]
    first = kernels[0]
    return all(
        _same(each.arguments, first.arguments) and each.data == first.data for each in kernels
    )


def _same(one: tuple[Element, ...], other: tuple[Element, ...]) -> bool:
    return len(one) == len(other) and all(
        (a - b).num.is_zero() for a, b in zip(one, other, strict=True)
    )


def _weights(p: Analytic, sine: int, cosine: int) -> tuple[Tree, Tree] | None:
    """a and b of a*sin + b*cos, where that is all."""
    for powers, _ in p.terms():
        if powers[sine] + powers[cosine] != 1:
            return None
    listed = coefficients(p, sine)
    weight = written(p, coefficients(Analytic(p.field, listed[0].num, p.name), cosine)[1])
    return written(p, listed[1]), weight
