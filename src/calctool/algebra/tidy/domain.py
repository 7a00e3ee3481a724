"""The guard on forms: none may be undefined where the derivative it stands for is defined.

What a tree needs (a factor that is not zero, a radicand that is not negative, ...) must be
needed by the first form too, or be provable from signs alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from calctool.algebra import facts
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.tidy.as_written import Atom, Need, Written
from calctool.notation.tree import Applied, Call, Constant, Power, Quotient, Tree, rational
from calctool.notation.walk import new_parts, walk


def needs(written: Written, tree: Tree) -> frozenset[Need]:
    """What must hold for the tree to be defined; UnknownError when it is too large."""
    known = written.needs
    for at in new_parts(tree, known):
        own = frozenset(_own_needs(written, at))
        known[at] = own.union(*[known[child] for child in at.children])
    return known[tree]


def known_needs(written: Written, trees: Iterable[Tree]) -> frozenset[Need]:
    """What holds where all these trees are defined: their needs, and for sqrt(p^2*q) with p not
    zero that q is not negative."""
    listed = tuple(trees)
    found = frozenset[Need]().union(*(needs(written, tree) for tree in listed))
    roots = {u for tree in listed for u in _radicands(tree)}
    return found.union(*(_freed(written, u, found) for u in roots))


def _radicands(tree: Tree) -> Iterator[Tree]:
    for part in walk(tree):
        match part:
            case Call("sqrt", (u,)):
                yield u
            case Power(u, exponent) if (rational(exponent) or Fraction(1)).denominator % 2 == 0:
                yield u


def _freed(written: Written, radicand: Tree, found: frozenset[Need]) -> Iterator[Need]:
    num, den = written.element(radicand).parts()
    content, factors = written.ring.factors(num * den)
    rest = written.ring.one if content > 0 else -written.ring.one
    for p, times in factors:
        if times % 2:
            rest *= p
        elif not found.issuperset(_nonzero_factor(written, p)):
            return
    yield "even-root", f"{rest}/1"


def _own_needs(written: Written, tree: Tree) -> Iterator[Need]:
    match tree:
        case Quotient(_, denominator):
            yield from _nonzero(written, denominator)
        case Power(base, exponent):
            yield from _power_needs(written, base, exponent)
        case Call("sqrt", (u,)):
            yield from _about("even-root", written, u)
        case Call("log" | "log2" | "log10", arguments):
            for u in arguments:
                yield from _about("positive", written, u)
        case Call("tan" | "sec", (u,)):
            yield from _nonzero(written, Call("cos", (u,)))
        case Call("cot" | "csc", (u,)):
            yield from _nonzero(written, Call("sin", (u,)))
        case Call(id, arguments) if facts.of(tree).domain:
            yield id, " ".join(written.element(u).key for u in arguments)
        case Applied(id, arguments, orders):
            yield f"{id} {orders}", " ".join(written.element(u).key for u in arguments)


def _power_needs(written: Written, base: Tree, exponent: Tree) -> Iterator[Need]:
    value = rational(exponent)
    if value is None:
        if base != Constant("e"):
            yield from _about("positive", written, base)
        return
    if value < 0:
        yield from _nonzero(written, base)
    if value.denominator % 2 == 0:
        yield from _about("even-root", written, base)


def _about(kind: str, written: Written, u: Tree) -> Iterator[Need]:
    element = written.element(u)
    strict = kind != "even-root"
    above = is_positive(written, element.num, strict=strict)
    if not (above and is_positive(written, element.den)):
        yield kind, element.key
        if kind == "positive":
            yield "even-root", element.key
            yield from _nonzero(written, u)


def _nonzero(written: Written, u: Tree) -> Iterator[Need]:
    for factor, _ in written.ring.factors(written.element(u).parts()[0])[1]:
        yield from _nonzero_factor(written, factor)


def _nonzero_factor(written: Written, factor: Polynomial) -> Iterator[Need]:
    atom = written.atom_of(factor)
    match atom:
        case Atom("root", u) if not written.is_root_of_name(atom):
            yield from _nonzero(written, u)
            return
        case Atom("plain", Call("abs" | "sign", (u,))):
            yield from _nonzero(written, u)
            return
    if not is_positive(written, factor) and not is_positive(written, -factor):
        yield "nonzero", str(max(factor, -factor, key=str))


def is_positive(written: Written, p: Polynomial, *, strict: bool = True) -> bool:
    """Above zero everywhere: positive terms, one of which is never zero where that is wanted."""
    if any(coefficient < 0 for coefficient in p.coeffs()):
        return False
    never_zero = not strict
    for powers, _ in written.ring.terms(p):
        above_zero = True
        for index, power in enumerate(powers):
            if power:
                sign = _sign(written, index)
                if not sign and power % 2:
                    return False
                above_zero = above_zero and sign == 2
        never_zero = never_zero or above_zero
    return never_zero


def _sign(written: Written, index: int) -> int:
    """2: above zero; 1: not negative; 0: not known."""
    atom = written.atoms[index]
    if atom.kind in ("exp", "power"):
        return 2
    if written.is_root_of_name(atom):
        return 1 if atom.step % 2 == 0 else 0
    if atom.kind == "root":
        base = written.element(atom.tree)
        if is_positive(written, base.num) and is_positive(written, base.den):
            return 2
        return 1 if atom.step % 2 == 0 else 0
    if isinstance(atom.tree, Constant):
        return 2
    if isinstance(atom.tree, Call):
        return facts.sign_of_values(facts.of(atom.tree))
    return 0
