"""f' and f'' by the rules, f' led on to a product whose zeros can be read off."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.tidy.factored import factored
from calctool.notation.tree import Tree, expression
from calctool.solve.answer import Derivation, Step
from calctool.solve.derivation.engine import check
from calctool.solve.derivation.found import Found
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.derivation.one_derivative import one_derivative
from calctool.verify.verdict import Verdict
from calctool.words.moves import MOVES


class Derivatives(Struct, frozen=True):
    """f' and f'' as they were found, and as formulas without abbreviations."""

    first: Found
    second: Found
    slope: Tree
    bend: Tree


def derivatives(f: Tree, name: str) -> Derivatives:
    """Raises NoRule where a function has no rule."""
    first = one_derivative(f, (name,))
    slope = _formula(first)
    taken = frozenset(letter for letter, _ in first.names)
    second = one_derivative(slope, (name,), taken)
    return Derivatives(_in_factors(first, name), _in_factors(second, name), slope, _formula(second))


def _formula(found: Found) -> Tree:
    return expanded(expression(found.result.derivative), found.names)


def _in_factors(found: Found, name: str) -> Found:
    """With one more step to a product, where that is proved."""
    before = expression(found.result.derivative)
    after = None if found.names else factored(before, name)
    if after is None:
        return found
    finding = check(before, after, name, frozenset())
    if finding.verdict is not Verdict.PROVED:
        return found
    *earlier, last = found.result.derivations
    step = Step("factor", MOVES["factor"], before, after, finding)
    longer = Derivation(last.start, (*last.steps, step))
    result = replace(found.result, derivations=(*earlier, longer), derivative=after)
    return replace(found, result=result)
