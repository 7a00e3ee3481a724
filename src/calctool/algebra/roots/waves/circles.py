"""A function as one of the sines and cosines of phases without rational ratios."""

from __future__ import annotations

from fractions import Fraction
from math import comb, gcd, lcm

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.roots.limits.far_forms import normalised, simplified, with_roots
from calctool.notation.tree import ZERO, Call, Name, Quotient, Tree, number, rational
from calctool.notation.walk import substitute, transform, walk

SINE, COSINE = "sine of the phase", "cosine of the phase"
"""No names that can be typed."""
_AS_QUOTIENTS = {
    "tan": ("sin", "cos"), "cot": ("cos", "sin"), "sec": ("", "cos"), "csc": ("", "sin"),
}  # fmt: skip


class Circles(Struct, frozen=True):
    """The phases, and the function in the names of their sines and cosines."""

    phases: tuple[Tree, ...]
    inner: Tree

    def typed(self, tree: Tree) -> Tree:
        """A function in these names as it is typed."""
        values = {
            name: Call(kind, (phase,))
            for place, phase in enumerate(self.phases)
            for name, kind in zip(names(place), ("sin", "cos"), strict=True)
        }
        return substitute(tree, values)


def names(place: int) -> tuple[str, str]:
    """What sine and cosine of the phase at this place are called."""
    return (f"{SINE} {place}", f"{COSINE} {place}") if place else (SINE, COSINE)


def in_phase(tree: Tree, name: str, phase: Tree | None) -> Tree:
    """With sines and cosines of this phase alone, where it can be written in them."""
    found = None if phase is None else on_circle(tree, name)
    if found is None or phase is None:
        return tree
    ratio = rational(normalised(divided(found[0], phase)))
    if ratio is None or ratio.denominator > 1 or abs(ratio) in (0, 1):
        return tree
    inner = substitute(
        found[1], {SINE: multiple("sin", int(ratio)), COSINE: multiple("cos", int(ratio))}
    )
    return Circles((phase,), inner).typed(inner)


def has_waves(tree: Tree, name: str) -> bool:
    """Whether a wave in the name occurs."""
    return any(_is_wave(part, name) for part in walk(tree))


def on_circle(tree: Tree, name: str) -> tuple[Tree, Tree] | None:
    """(u, the function in the names of sin(u) and cos(u)); None for none or several phases."""
    found = on_circles(tree, name)
    return (found.phases[0], found.inner) if found and len(found.phases) == 1 else None


def on_circles(tree: Tree, name: str) -> Circles | None:
    """None where there are no waves, too many, or waves inside others."""
    tree = as_quotients(tree)
    classes = _classes(tree, name)
    if classes is not None and len(classes) > 1:
        tree = normalised(tree)
        classes = _classes(tree, name)
    if not classes or len(classes) > budget.WAVE_PHASES:
        return None
    phases: list[Tree] = []
    known: dict[Tree, tuple[int, int]] = {}
    for place, (first, ratios) in enumerate(classes.items()):
        unit = Fraction(
            gcd(*(r.numerator for r in ratios.values())),
            lcm(*(r.denominator for r in ratios.values())),
        )
        if any(abs(ratio / unit) > budget.WAVE_MULTIPLE for ratio in ratios.values()):
            return None
        phases.append(multiplied((number(unit), first)))
        known |= {angle: (place, int(ratio / unit)) for angle, ratio in ratios.items()}

    def written(part: Tree) -> Tree | None:
        if not isinstance(part, Call) or not _is_wave(part, name):
            return None
        place, times = known[part.arguments[0]]
        return multiple(part.function, times, place)

    inner = transform(tree, written)
    return None if has_waves(inner, name) else Circles(tuple(phases), inner)


def _classes(tree: Tree, name: str) -> dict[Tree, dict[Tree, Fraction]] | None:
    """Angles by the first one that they are rational multiples of; None for waves in waves."""
    angles = dict.fromkeys(
        part.arguments[0] for part in walk(tree) if isinstance(part, Call) and _is_wave(part, name)
    )
    if any(has_waves(angle, name) for angle in angles):
        return None
    classes: dict[Tree, dict[Tree, Fraction]] = {}
    for angle in angles:
        for first, ratios in classes.items():
            if (ratio := rational(normalised(divided(angle, first)))) is not None:
                ratios[angle] = ratio
                break
        else:
            classes[angle] = {angle: Fraction(1)}
    return classes


def _is_wave(part: Tree, name: str) -> bool:
    return isinstance(part, Call) and part.function in ("sin", "cos") and name in part.names


def as_quotients(tree: Tree) -> Tree:
    """With sines and cosines for tan, cot, sec and csc."""
    return transform(tree, _as_quotient)


def _as_quotient(part: Tree) -> Tree | None:
    if not isinstance(part, Call) or part.function not in _AS_QUOTIENTS or not part.names:
        return None
    top, bottom = _AS_QUOTIENTS[part.function]
    inner = as_quotients(part.arguments[0])
    above = Call(top, (inner,)) if top else number(1)
    return Quotient(above, Call(bottom, (inner,)))


def as_phase(tree: Tree, name: str) -> Tree:
    """The same in normal form; a multiple of the name as a constant times the name."""
    ratio = normalised(divided(tree, Name(name)))
    if not ratio.names:
        return multiplied((simplified(ratio), Name(name)))
    return with_roots(normalised(tree))


def multiple(kind: str, n: int, place: int = 0) -> Tree:
    """sin(n*u) or cos(n*u) as a form of degree |n| in sin(u) and cos(u)."""
    first, size = 1 if kind == "sin" else 0, abs(n)
    s, c = map(Name, names(place))
    terms = []
    for j in range(first, size + 1, 2):
        sign = (-1) ** (j // 2) * (-1 if kind == "sin" and n < 0 else 1)
        parts = (number(sign * comb(size, j)), raised(s, number(j)), raised(c, number(size - j)))
        terms.append(multiplied(parts))
    return added(terms) if terms else ZERO
