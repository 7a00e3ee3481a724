"""One irreducible factor = 0, until the unknown stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.clean import clean
from calctool.algebra.field import Kernel
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, factors, written
from calctool.algebra.roots.methods.inversion import inverse_of
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.roots.points.point import exact_point
from calctool.notation.tree import (
    TWO,
    ZERO,
    Call,
    Name,
    Power,
    Relation,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import transform, walk

_DEPTH = 4
_PLAIN = "isolate"
_INVERSE = {kind: f"inverse-{kind}" for kind in ("exp", "log", "root", "odd-root", "power")}


class Step(Struct, frozen=True):
    """What the factor's equation has become: alternatives; none of them: it has no solution."""

    id: str
    after: tuple[Relation, ...]
    because: tuple[Relation, ...] = ()


class Branch(Struct, frozen=True):
    steps: tuple[Step, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the factor is never zero."""
        return not self.steps[-1].after and len(self.steps) == 1

    @property
    def first(self) -> str:
        return self.steps[0].id


def is_never_zero(tree: Tree, name: str) -> bool:
    """Whether each of its factors is seen to have no zero."""
    try:
        found = factors(tree, name)
        return not found.zero and all(branch(p, tree).is_empty for p, _ in found.parts)
    except (Undecided, Undefined):
        return False


def branch(p: Analytic, shown: Tree, depth: int = _DEPTH) -> Branch:
    """`shown` is where the factor came from: a logarithm is written as it is there."""
    steps = _polynomial(p) if _is_plain(p) else _in_one_kernel(p, shown, depth)
    steps = steps or _of_sine_and_cosine(p)
    if steps is None:
        return Branch((Step(_PLAIN, (Relation(_as_written(p.tree, shown), "=", ZERO),)),))
    return Branch(tuple(steps))


def _as_written(tree: Tree, shown: Tree) -> Tree:
    """log(u) for log(abs(u)), where that is what was written; a square root as one."""
    logs = {part for part in walk(shown) if isinstance(part, Call) and part.function == "log"}

    def written_(part: Tree) -> Tree | None:
        match part:
            case Call("log", (Call("abs", (u,)),)) if Call("log", (u,)) in logs:
                return Call("log", (u,))
            case Power(base, exponent) if rational(exponent) == Fraction(1, 2):
                return Call("sqrt", (base,))
            case Power(base, exponent) if rational(exponent) == Fraction(1, 3):
                return Call("cbrt", (base,))
        return None

    return transform(tree, written_)


def _is_plain(p: Analytic) -> bool:
    return len(p.moving) == 1 and p.kernel(p.moving[0]).kind == "name"


# --- polynomials --------------------------------------------------------------------------------


def _polynomial(p: Analytic) -> list[Step] | None:
    listed = coefficients(p, p.moving[0])
    return _of_degree(Name(p.name), [written(p, each) for each in listed], p.tree)


def _of_degree(u: Tree, listed: list[Tree], tree: Tree) -> list[Step] | None:
    """For a polynomial in u, irreducible: u alone, by dividing, by a root or by the formula."""
    powers = [n for n, each in enumerate(listed) if each != ZERO]
    if powers == [1]:
        return [Step(_PLAIN, (Relation(u, "=", ZERO),))]
    if len(powers) == 2 and powers[0] == 0:
        return _binomial(u, powers[1], _short(divided(negated(listed[0]), listed[-1])))
    if len(listed) == 3:
        return _quadratic(u, listed, tree)
    return None


def _binomial(u: Tree, n: int, value: Tree) -> list[Step]:
    """u^n = value"""
    first = Step(_PLAIN, (Relation(raised(u, number(n)), "=", value),))
    if n == 1:
        return [first]
    if n % 2 == 0 and constant_sign(value) < 0:
        return [Step(_PLAIN, ())]
    root = _short(Call("sqrt", (value,)) if n == 2 else Call("root", (value, number(n))))
    ends = [root] if n % 2 else [negated(root), root]
    return [first, Step("take-root", tuple(Relation(u, "=", end) for end in ends))]


def _quadratic(u: Tree, listed: list[Tree], tree: Tree) -> list[Step]:
    c, b, a = listed
    discriminant = _short(added((Power(b, TWO), negated(multiplied((number(4), a, c))))))
    if constant_sign(discriminant) < 0:
        return [Step(_PLAIN, ())]
    root = Call("sqrt", (discriminant,))
    twice = multiplied((TWO, a))
    ends = [_short(divided(added((negated(b), each)), twice)) for each in (negated(root), root)]
    ends = ends if constant_sign(a) > 0 else ends[::-1]
    return [
        Step(_PLAIN, (Relation(tree, "=", ZERO),)),
        Step("quadratic-formula", tuple(Relation(u, "=", end) for end in ends)),
    ]


def _short(tree: Tree) -> Tree:
    return exact_point(tree).tree or tree


# --- one function of the unknown ----------------------------------------------------------------


def _in_one_kernel(p: Analytic, shown: Tree, depth: int) -> list[Step] | None:
    """A polynomial in exp(u), log(u), sqrt(u), sin(u), …: what that is, then u by the inverse."""
    if len(p.moving) != 1 or not depth:
        return None
    (index,) = p.moving
    kernel = p.kernel(index)
    function = _written_kernel(p, index, shown)
    listed = [written(p, each) for each in coefficients(p, index)]
    if kernel.kind == "exp" and _is_power(listed):
        return [Step(_PLAIN, ())]
    if kernel.kind == "exp":
        function, listed = _in_least_power(function, listed)
    steps = _of_degree(function, listed, clean(p.tree))
    if kernel.kind == "exp" and steps and not any(map(_is_positive, steps[-1].after)):
        return [Step(_PLAIN, ())]
    if steps is None or not steps[-1].after or inverse_of(kernel) is None:
        return steps
    return [*steps, *_inverted(p, kernel, steps[-1].after, shown, depth)]


def _is_positive(equation: Relation) -> bool:
    return equation.right == ZERO or constant_sign(equation.right) > 0


def _in_least_power(function: Tree, listed: list[Tree]) -> tuple[Tree, list[Tree]]:
    """A polynomial in e^(2u) as one, where only even powers of e^u are in it."""
    power = gcd(*(n for n, each in enumerate(listed) if each != ZERO)) or 1
    if power == 1 or not isinstance(function, Call):
        return function, listed
    return Call("exp", (multiplied((number(power), *function.arguments)),)), listed[::power]


def _is_power(listed: list[Tree]) -> bool:
    return sum(each != ZERO for each in listed) == 1


def _written_kernel(p: Analytic, index: int, shown: Tree) -> Tree:
    """ln u for log|u| where that is what was written; a root as a root."""
    return _as_written(written(p, p.field.ring.generator(index)), shown)


def _inverted(
    p: Analytic, kernel: Kernel, equations: tuple[Relation, ...], shown: Tree, depth: int
) -> Iterator[Step]:
    argument = written(p, kernel.arguments[0])
    parts = []
    for equation in equations:
        if kernel.kind == "exp":
            argument, kernel = equation.left.children[0], replace(kernel, data=1)
        values = _inverses(kernel, equation)
        parts += [_solved(argument, value, p, shown, depth - 1) for value in values]
    moved = tuple(first for first, _ in parts)
    yield Step(_INVERSE.get(kernel.kind, "inverse-function"), moved)
    if any(later for _, later in parts):
        yield Step("isolate", tuple(each for first, later in parts for each in later or (first,)))


def _inverses(kernel: Kernel, equation: Relation) -> Iterator[Tree]:
    """What the argument may be; log u = c, written so, has u = e^c alone."""
    function, value = equation.left, equation.right
    solved = inverse_of(kernel)
    found = [] if solved is None else list(solved(kernel, value))
    is_positive = function == Call("log", function.children) and not isinstance(
        function.children[0], Call
    )
    if kernel.kind == "log" and is_positive:
        found = found[:1]
    return map(_short, found)


def _solved(
    argument: Tree, value: Tree, p: Analytic, shown: Tree, depth: int
) -> tuple[Relation, tuple[Relation, ...]]:
    """argument = value, and what that comes to for the unknown, where it is more than that."""
    first = Relation(argument, "=", value)
    if argument == Name(p.name):
        return first, ()
    found = factors(added((argument, negated(value))), p.name)
    parts = [branch(part, shown, depth) for part, _ in found.parts]
    return first, tuple(each for part in parts for each in part.steps[-1].after)


# --- sine and cosine ----------------------------------------------------------------------------


def _of_sine_and_cosine(p: Analytic) -> list[Step] | None:
    """a*sin(u) + b*cos(u) = 0 as tan(u) = -b/a: where cos(u) = 0, sin(u) is not."""
    by_kind = {p.kernel(index).kind: index for index in p.moving}
    if set(by_kind) != {"sin", "cos"} or len(p.moving) != 2:
        return None
    sine, cosine = (p.kernel(by_kind[kind]) for kind in ("sin", "cos"))
    if not _same(sine.arguments, cosine.arguments) or sine.data != cosine.data:
        return None
    weights = _weights(p, by_kind["sin"], by_kind["cos"])
    if weights is None:
        return None
    a, b = weights
    function = written(p, p.field.ring.generator(by_kind["sin"]))
    if not isinstance(function, Call):
        return None
    tangent = Call("tan", function.arguments)
    value = _short(divided(negated(b), a))
    return [Step("divide-by-cosine", (Relation(tangent, "=", value),))]


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
