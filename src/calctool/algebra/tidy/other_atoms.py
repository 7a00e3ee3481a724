"""The same fraction over other atoms: the sigmoid for e^u, |u|/u for sign(u), sin^2 + cos^2 = 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.tidy.as_written import Written
from calctool.notation.tree import ONE, Call, Negative, Power, Quotient, Sum, Tree, rational
from calctool.notation.walk import walk

_CIRCULAR = ("tan", "cot", "sec", "csc")
Exchange = Callable[[int], Element]
"""What stands for a power of a generator."""


def exchanged(written: Written, element: Element, index: int, exchange: Exchange) -> Element:
    num, den = element.parts()
    return _in(written, num, index, exchange) / _in(written, den, index, exchange)


def _in(written: Written, p: Polynomial, index: int, exchange: Exchange) -> Element:
    ring = written.ring
    grouped: dict[int, dict[tuple[int, ...], int]] = {}
    for powers, coefficient in ring.terms(p):
        rest = (*powers[:index], 0, *powers[index + 1 :])
        grouped.setdefault(powers[index], {})[rest] = coefficient
    total = ring.constant(0)
    for power, terms in grouped.items():
        rest_of_it = Element(ring, ring.polynomial(terms), ring.one)
        total = total + rest_of_it * exchange(power)
    return total


def with_sizes(written: Written, element: Element) -> Iterator[Element]:
    """Where |u| is about, sign(u) is |u|/u; u/|u| is sign(u); |u|^2 is u^2."""
    calls = _calls(written)
    for u, index in calls.get("abs", {}).items():
        inner, size = written.element(u), written.ring.generator(index)
        sign = calls.get("sign", {}).get(u)
        if sign is not None:
            element = exchanged(written, element, sign, (size / inner).__pow__)
        itself = written.plain(Call("sign", (u,)))
        yield exchanged(written, element, index, (inner / itself).__pow__)
        num, den = element.parts()
        above = _in(written, num, index, _squares(inner * inner, size))
        yield above / Element(written.ring, den, written.ring.one)
        yield above / _in(written, den, index, _squares(inner * inner, size))
        yield above / _in(written, den, index, _squares(inner * inner, inner * inner / size))


def _squares(square: Element, itself: Element) -> Exchange:
    return lambda n: square ** (n // 2) * itself ** (n % 2)


def pythagoras(written: Written, element: Element) -> Iterator[Element]:
    """Squares of sines in cosines, and the other way round."""
    calls = _calls(written)
    for first, second, side in (("sin", "cos", -1), ("sinh", "cosh", 1)):
        for u, sine in calls.get(first, {}).items():
            cosine = calls.get(second, {}).get(u)
            if cosine is None:
                continue
            s, c = written.ring.generator(sine), written.ring.generator(cosine)
            if _has_square(element, sine):
                yield exchanged(written, element, sine, _squares((c * c - 1) * side, s))
            if _has_square(element, cosine):
                yield exchanged(written, element, cosine, _squares(s * s * side + 1, c))


def through_sines(written: Written, element: Element) -> Iterator[Element]:
    """tan(u) as sin(u)/cos(u), sec(u) as 1/cos(u), …; then with the secant for 1/cos(u)."""
    calls = _calls(written)
    used = set(element.used())
    arguments = dict.fromkeys(
        u for name in _CIRCULAR for u, index in calls.get(name, {}).items() if index in used
    )
    for u in arguments:
        sine, cosine = (written.plain(Call(name, (u,))) for name in ("sin", "cos"))
        values = {"tan": sine / cosine, "cot": cosine / sine, "sec": 1 / cosine, "csc": 1 / sine}
        for name, value in values.items():
            index = calls.get(name, {}).get(u)
            if index is not None:
                element = exchanged(written, element, index, value.__pow__)
    if not arguments:
        return
    yield element
    for u in arguments:
        for name, other in (("sec", "cos"), ("csc", "sin")):
            inverse = calls.get(name, {}).get(u)
            if inverse is not None:
                index = _calls(written)[other][u]
                value = 1 / written.ring.generator(inverse)
                element = exchanged(written, element, index, value.__pow__)
    yield element


def _has_square(element: Element, index: int) -> bool:
    return any(element.ring.degrees(p)[index] > 1 for p in element.parts())


def through_sigmoid(
    written: Written, element: Element, original: Tree
) -> Iterator[tuple[Element, Call]]:
    """(fraction, sigmoid) where the input divides by 1 + e^u or has the sigmoid itself."""
    used = set(element.used())
    for index, atom in enumerate(list(written.atoms)):
        if atom.kind != "exp" or index not in used:
            continue
        if not _is_logistic(written, original, written.ring.generator(index)):
            continue
        inner = atom.tree.operand if isinstance(atom.tree, Negative) else atom.tree
        sigmoid = Call("sigmoid", (inner,))
        s = written.plain(sigmoid)
        written.sums.setdefault(str((1 - s).num), Sum((ONE, Negative(sigmoid))))
        ratio = s / (1 - s) if inner is atom.tree else (1 - s) / s
        yield exchanged(written, element, index, ratio.__pow__), sigmoid


def _is_logistic(written: Written, original: Tree, e: Element) -> bool:
    below = (e + 1).num
    for part in walk(original):
        match part:
            case Quotient(_, denominator):
                found = written.element(denominator).num
            case Power(base, exponent) if (rational(exponent) or 0) < 0:
                found = written.element(base).num
            case Call("sigmoid" | "silu" | "softplus", (u,)):
                found = (1 + written.element(Call("exp", (u,)))).num
            case _:
                continue
        found = written.ring.lift(found)
        if any(factor == below for factor, _ in written.ring.factors(found)[1]):
            return True
    return False


def _calls(written: Written) -> dict[str, dict[Tree, int]]:
    """The functions among the atoms: by function, by argument, the generator."""
    found: dict[str, dict[Tree, int]] = {}
    for index, atom in enumerate(written.atoms):
        if atom.kind == "plain" and isinstance(atom.tree, Call) and len(atom.tree.arguments) == 1:
            found.setdefault(atom.tree.function, {})[atom.tree.arguments[0]] = index
    return found
