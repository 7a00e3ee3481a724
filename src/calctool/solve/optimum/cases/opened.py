"""Powers of products of positive letters as products of powers, so that normal forms meet."""

from __future__ import annotations

from collections.abc import Mapping

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.domain.intervals import Range
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, is_constant
from calctool.notation.tree import ONE, TWO, Call, Name, Power, Tree, number
from calctool.notation.walk import transform, walk

_WHOLE = (0, 1, -1, 2, -2)


def opened(tree: Tree, known: Mapping[str, Range]) -> Tree:
    """An equal tree where letters lie in these ranges: (p/q)^a as p^a/q^a for positive p and q,
    p^(r/(r - 1)) as p*p^(1/(r - 1))."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("sqrt", (base,)) if base.names:
                return _split(base, divided(ONE, TWO), known)
            case Power(base, exponent) if exponent.names:
                return _split(base, exponent, known)
        return None

    return transform(tree, change)


def _split(base: Tree, exponent: Tree, known: Mapping[str, Range]) -> Tree | None:
    own = Field()
    element = own.normal(base)
    if element is None:
        return None
    made = []
    for p, turn in zip(element.parts(), (1, -1), strict=True):
        content, factors = own.ring.factors(p)
        for factor, power in ((own.ring.one * content, 1), *factors):
            part = own.to_tree(Element(own.ring, factor, own.ring.one))
            if part is None:
                return None
            if range_of(part, known).negative and not is_constant(factor) and power % 2 == 0:
                part = negated(part)
            elif not range_of(part, known).positive:
                return None
            if part != ONE:
                made.append(_power(part, _times(exponent, turn * power)))
    return multiplied(made) if made else ONE


def _times(exponent: Tree, by: int) -> Tree:
    return exponent if by == 1 else multiplied((number(by), exponent))


def _power(base: Tree, exponent: Tree) -> Tree:
    """With the whole number taken out that leaves the shortest exponent."""
    own = Field()
    forms: list[tuple[int, int, int, Tree]] = []
    for k in _WHOLE if exponent.names else ():
        element = own.normal(added((exponent, number(-k))))
        rest = None if element is None else own.to_tree(element)
        if rest is not None:
            letters = sum(isinstance(part, Name) for part in walk(rest))
            forms.append((letters, abs(k), k, rest))
    if not forms:
        return raised(base, exponent)
    _, _, k, rest = min(forms, key=lambda form: form[:3])
    return multiplied((raised(base, number(k)), raised(base, rest)))
