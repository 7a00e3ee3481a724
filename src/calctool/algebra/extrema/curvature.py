"""Sums of convex functions of affine forms, read off how a function is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce
from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.extrema.affine_forms import Form, linear
from calctool.algebra.extrema.forms.inertia import inertia
from calctool.algebra.extrema.polynomials import Polynomial, fractions, polynomial
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import Call, Negative, Power, Product, Quotient, Sum, Tree, rational

Kind = Literal["affine", "exp", "even", "abs", "max", "log-sum-exp", "norm", "barrier", "entropy"]
"""l · e^l · l^(2m), cosh l and semidefinite quadratic forms · |l| · max(l, …) · log(e^l + …) ·
√(quadratic form + constant) · -log l · l*log l."""


class Atom(Struct, frozen=True):
    """A convex term: `size` > 0 times a function of the linear forms `rows`; `tree` is the whole
    term."""

    kind: Kind
    size: Fraction | None
    rows: tuple[Form, ...]
    tree: Tree


class NotConvex(Exception):  # noqa: N818 (a state of knowledge)
    """`part` breaks the rules."""

    def __init__(self, part: Tree) -> None:
        super().__init__()
        self.part = part


def atoms(f: Tree, names: Sequence[str]) -> list[Atom]:
    """f as a sum of convex terms, constants left out; NotConvex names the term that is not seen
    to be convex."""
    terms = [term for term in _terms(f) if not term.names.isdisjoint(names)]
    made: list[Atom] = []
    plain: list[Polynomial] = []
    for term in terms:
        p = polynomial(term, names)
        if p is not None and p.total_degree() <= 2:
            plain.append(p)
        else:
            made.append(_atom(term, names))
    if plain:
        made += _quadratic(reduce(lambda a, b: a + b, plain), names, terms)
    return made


def _terms(tree: Tree, *, turned: bool = False) -> Iterator[Tree]:
    match tree:
        case Sum(terms):
            for term in terms:
                yield from _terms(term, turned=turned)
        case Negative(operand):
            yield from _terms(operand, turned=not turned)
        case Product(factors) if len([f for f in factors if rational(f) is None]) == 1:
            (inner,) = (f for f in factors if rational(f) is None)
            size = [f for f in factors if f is not inner]
            if isinstance(inner, Sum):
                for term in _terms(inner, turned=turned):
                    yield multiplied((*size, term))
            else:
                yield negated(tree) if turned else tree
        case Quotient(Sum(terms), bottom) if rational(bottom):
            for term in terms:
                yield from _terms(Quotient(term, bottom), turned=turned)
        case _:
            yield negated(tree) if turned else tree


def _quadratic(p: Polynomial, names: Sequence[str], terms: Sequence[Tree]) -> Iterator[Atom]:
    """The terms of degree at most 2 together: positive semidefinite, or not convex."""
    found, count = fractions(p), len(names)
    whole = added(
        t for t in terms if (q := polynomial(t, names)) is not None and q.total_degree() <= 2
    )
    matrix = [[_second(found, i, j, count) for j in range(count)] for i in range(count)]
    signs = inertia([[Constant.of(entry) for entry in row] for row in matrix])
    if signs is None or signs.negative:
        raise NotConvex(whole)
    rows = tuple(tuple(row) for row in matrix if any(row))
    if rows:
        yield Atom("even", Fraction(1), rows, whole)
    slopes = tuple(found.get(_unit(i, count), Fraction(0)) for i in range(count))
    if any(slopes):
        yield Atom("affine", Fraction(1), (slopes,), whole)


def _unit(index: int, count: int) -> tuple[int, ...]:
    return tuple(int(index == j) for j in range(count))


def _second(terms: dict[tuple[int, ...], Fraction], i: int, j: int, count: int) -> Fraction:
    powers = tuple(a + b for a, b in zip(_unit(i, count), _unit(j, count), strict=True))
    return terms.get(powers, Fraction(0)) * (2 if i == j else 1)


# --- terms that are no quadratic polynomials ------------------------------------------------------


def _atom(term: Tree, names: Sequence[str]) -> Atom:
    size, body = _split(term, names)
    sign = known_sign(size)
    if not sign:
        raise NotConvex(term)
    found = _upward(body, names) if sign > 0 else _downward(body, names)
    if found is None:
        raise NotConvex(term)
    kind, rows = found
    value = rational(size)
    return Atom(kind, None if value is None else abs(value), rows, term)


def _split(term: Tree, names: Sequence[str]) -> tuple[Tree, Tree]:
    """A constant and what depends on the names."""
    if isinstance(term, Negative):
        size, body = _split(term.operand, names)
        return negated(size), body
    if isinstance(term, Quotient) and term.denominator.names.isdisjoint(names):
        size, body = _split(term.numerator, names)
        return Quotient(size, term.denominator), body
    if isinstance(term, Product):
        own = [factor for factor in term.factors if not factor.names.isdisjoint(names)]
        others = [factor for factor in term.factors if factor.names.isdisjoint(names)]
        return multiplied(others), own[0] if len(own) == 1 else Product(tuple(own))
    return multiplied(()), term


def _form(tree: Tree, names: Sequence[str]) -> Form | None:
    found = linear(tree, names)
    return None if found is None else found[0]


def _upward(body: Tree, names: Sequence[str]) -> tuple[Kind, tuple[Form, ...]] | None:
    match body:
        case Call("exp" | "cosh" | "abs" as function, (inside,)):
            row = _form(inside, names)
            kinds: dict[str, Kind] = {"exp": "exp", "cosh": "even", "abs": "abs"}
            return None if row is None else (kinds[function], (row,))
        case Call("max", arguments):
            rows = [_form(each, names) for each in arguments]
            known = tuple(row for row in rows if row is not None)
            return ("max", known) if len(known) == len(rows) else None
        case Call("log", (inside,)):
            found = exponents(inside, names)
            return None if found is None else ("log-sum-exp", found)
        case Call("softplus", (inside,)):
            row = _form(inside, names)
            return None if row is None else ("log-sum-exp", (row, (Fraction(0),) * len(names)))
        case Call("sqrt", (inside,)):
            return _norm(inside, names)
        case Power(base, exponent):
            row, power = _form(base, names), rational(exponent)
            even = power is not None and power > 0 and power % 2 == 0
            return ("even", (row,)) if row is not None and even else None
        case Product((a, b)):
            return _entropy(a, b, names) or _entropy(b, a, names)
    return None


def _downward(body: Tree, names: Sequence[str]) -> tuple[Kind, tuple[Form, ...]] | None:
    match body:
        case Call("log", (inside,)):
            row = _form(inside, names)
            return None if row is None else ("barrier", (row,))
        case Call("min", arguments):
            rows = [_form(each, names) for each in arguments]
            known = tuple(tuple(-c for c in row) for row in rows if row is not None)
            return ("max", known) if len(known) == len(rows) else None
    return None


def exponents(inside: Tree, names: Sequence[str]) -> tuple[Form, ...] | None:
    """The forms of a positive sum of exponentials and constants; a constant has the form 0."""
    rows: list[Form] = []
    for term in _terms(inside):
        size, body = _split(term, names)
        if known_sign(size) != 1:
            return None
        if body.names.isdisjoint(names):
            rows.append((Fraction(0),) * len(names))
            if known_sign(body) != 1:
                return None
            continue
        row = _form(body.arguments[0], names) if isinstance(body, Call) else None
        if row is None or not isinstance(body, Call) or body.function != "exp":
            return None
        rows.append(row)
    return tuple(rows) if len(rows) > 1 else None


def _norm(inside: Tree, names: Sequence[str]) -> tuple[Kind, tuple[Form, ...]] | None:
    """A quadratic polynomial that is nowhere negative as a form in the names and 1."""
    p = polynomial(inside, names)
    if p is None or p.total_degree() != 2:
        return None
    terms, count = fractions(p), len(names)
    matrix = [[_second(terms, i, j, count) / 2 for j in range(count)] for i in range(count)]
    side = [terms.get(_unit(i, count), Fraction(0)) / 2 for i in range(count)]
    whole = [[*row, c] for row, c in zip(matrix, side, strict=True)]
    whole.append([*side, terms.get((0,) * count, Fraction(0))])
    signs = inertia([[Constant.of(entry) for entry in row] for row in whole])
    if signs is None or signs.negative:
        return None
    return "norm", tuple(tuple(row) for row in matrix if any(row))


def _entropy(a: Tree, b: Tree, names: Sequence[str]) -> tuple[Kind, tuple[Form, ...]] | None:
    """l*log(c*l) with c > 0."""
    if not isinstance(b, Call) or b.function != "log":
        return None
    one, other = linear(a, names), linear(b.arguments[0], names)
    if one is None or other is None:
        return None
    pairs = [*zip((*one[0], one[1]), (*other[0], other[1]), strict=True)]
    ratios = {y / x for x, y in pairs if x}
    fits = len(ratios) == 1 and all(y == 0 for x, y in pairs if not x)
    return ("entropy", (one[0],)) if fits and min(ratios) > 0 else None


# --- far out ------------------------------------------------------------------------------------


def far_along(
    atom: Atom, direction: Form, gone: Sequence[int], names: Sequence[str]
) -> Tree | None:
    """What the term tends to along a direction, but for a multiple of the parameter; None for 0."""
    size, body = _split(atom.tree, names)
    match body:
        case Call("exp", _):
            return None if gone else atom.tree
        case Call("abs", (inside,)):
            slope = sum(a * b for a, b in zip(atom.rows[0], direction, strict=True))
            return (
                multiplied((size, inside if slope > 0 else negated(inside))) if slope else atom.tree
            )
        case Call("max" | "min" as function, arguments):
            kept = [each for k, each in enumerate(arguments) if k not in gone]
            return multiplied((size, kept[0] if len(kept) == 1 else Call(function, tuple(kept))))
        case Call("log", (inside,)) if atom.kind == "log-sum-exp":
            kept = [each for k, each in enumerate(_terms(inside)) if k not in gone]
            return multiplied((size, _log(kept)))
    return atom.tree


def _log(terms: Sequence[Tree]) -> Tree:
    if len(terms) == 1 and isinstance(terms[0], Call):
        return terms[0].arguments[0]
    return Call("log", (added(terms),))
