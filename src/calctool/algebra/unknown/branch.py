"""One irreducible factor = 0, until the unknown stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.clean import clean
from calctool.algebra.field import Kernel
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, factors, written
from calctool.algebra.roots.methods.inversion import inverse_of
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.unknown.radicals import squared
from calctool.algebra.unknown.step import Equations, Step, as_written, short
from calctool.algebra.unknown.waves import in_one_wave, of_sine_and_cosine
from calctool.notation.system import System
from calctool.notation.tree import (
    TWO,
    ZERO,
    Call,
    Name,
    Power,
    Relation,
    Tree,
    number,
)
from calctool.notation.walk import substitute

_DEPTH = 4
_PLAIN = "isolate"
_INVERSE = {kind: f"inverse-{kind}" for kind in ("exp", "log", "root", "odd-root", "power")}


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


def branches(p: Analytic, shown: Tree) -> list[tuple[Tree, int, Branch]]:
    """The factors of an irreducible one as they are written, with their powers and branches.

    A polynomial in sine and cosine is one in the sine alone where that is possible, which may
    have factors of its own.
    """
    waves = in_one_wave(p, shown)
    if waves is None:
        return [(as_written(p.tree, shown), 1, branch(p, shown))]
    function, polynomial = waves
    found = []
    for part, power in factors(polynomial, p.name).parts:
        steps = [_put_in(step, p.name, function) for step in branch(part, polynomial).steps]
        tree = substitute(part.tree, {p.name: function})
        found.append((tree, power, Branch(tuple(steps))))
    return found


def _put_in(step: Step, name: str, function: Tree) -> Step:
    """The same of the function as the step says of the name."""
    after = tuple(
        replace(each, left=substitute(each.left, {name: function}))
        for each in step.after
        if isinstance(each, Relation)
    )
    return replace(step, after=after)


def branch(p: Analytic, shown: Tree, depth: int = _DEPTH) -> Branch:
    """`shown` is where the factor came from: a logarithm is written as it is there."""
    steps = _polynomial(p) if _is_plain(p) else _in_one_kernel(p, shown, depth)
    steps = steps or of_sine_and_cosine(p) or _without_root(p, shown, depth)
    if steps is None:
        return Branch((Step(_PLAIN, (Relation(as_written(p.tree, shown), "=", ZERO),)),))
    return Branch(tuple(steps))


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
        return _binomial(u, powers[1], short(divided(negated(listed[0]), listed[-1])))
    power = gcd(*powers)
    if len(listed) == 2 * power + 1:
        return _in_power(u, power, _quadratic(raised(u, number(power)), listed[::power], tree))
    return None


def _in_power(u: Tree, power: int, steps: list[Step]) -> list[Step]:
    """u from u^power, which a quadratic equation gave."""
    last = steps[-1].after
    if power == 1 or not last:
        return steps
    ends = [each for one in last if isinstance(one, Relation)
            for each in _binomial(u, power, one.right)[-1].after]  # fmt: skip
    return [*steps, Step("take-root", tuple(ends))]


def _binomial(u: Tree, n: int, value: Tree) -> list[Step]:
    """u^n = value"""
    first = Step(_PLAIN, (Relation(raised(u, number(n)), "=", value),))
    if n == 1:
        return [first]
    if n % 2 == 0 and constant_sign(value) < 0:
        return [Step(_PLAIN, ())]
    root = short(Call("sqrt", (value,)) if n == 2 else Call("root", (value, number(n))))
    ends = [root] if n % 2 else [negated(root), root]
    return [first, Step("take-root", tuple(Relation(u, "=", end) for end in ends))]


def _quadratic(u: Tree, listed: list[Tree], tree: Tree) -> list[Step]:
    c, b, a = listed
    discriminant = short(added((Power(b, TWO), negated(multiplied((number(4), a, c))))))
    if constant_sign(discriminant) < 0:
        return [Step(_PLAIN, ())]
    root = Call("sqrt", (discriminant,))
    twice = multiplied((TWO, a))
    ends = [short(divided(added((negated(b), each)), twice)) for each in (negated(root), root)]
    ends = ends if constant_sign(a) > 0 else ends[::-1]
    return [
        Step(_PLAIN, (Relation(tree, "=", ZERO),)),
        Step("quadratic-formula", tuple(Relation(u, "=", end) for end in ends)),
    ]


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
    found = tuple(each for each in steps[-1].after if isinstance(each, Relation))
    return [*steps, *_inverted(p, kernel, found, shown, depth)]


def _is_positive(equation: Relation | System) -> bool:
    if isinstance(equation, System):
        return True
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
    return as_written(written(p, p.field.ring.generator(index)), shown)


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
    return map(short, found)


def _solved(
    argument: Tree, value: Tree, p: Analytic, shown: Tree, depth: int
) -> tuple[Relation, tuple[Relation, ...]]:
    """argument = value, and what that comes to for the unknown, where it is more than that."""
    first = Relation(argument, "=", value)
    if argument == Name(p.name):
        return first, ()
    found = factors(added((argument, negated(value))), p.name)
    parts = [branch(part, shown, depth) for part, _ in found.parts]
    ends = (each for part in parts for each in part.steps[-1].after)
    return first, tuple(each for each in ends if isinstance(each, Relation))


# --- square roots -------------------------------------------------------------------------------


def _without_root(p: Analytic, shown: Tree, depth: int) -> list[Step] | None:
    """A root alone, both sides squared under a condition, and what solves that, which is kept."""
    found = squared(p, shown) if depth == _DEPTH else None
    if found is None:
        return None
    first, *conditions = found.after.relations
    steps = [Step(_PLAIN, (found.before,)), Step("square", (found.after,))]
    if first.left == Name(p.name):
        return steps
    parts = [branch(part, shown, depth - 1) for part, _ in factors(found.apart, p.name).parts]
    live = [part for part in parts if not part.is_empty]
    states: list[Equations] = [(Relation(found.apart, "=", ZERO),)] if live else [()]
    if len(live) == 1:
        states = [each.after for each in live[0].steps]
    elif live:
        states.append(tuple(each for part in live for each in part.steps[-1].after))
    for place, state in enumerate(states):
        kept = tuple(_with(each, conditions) for each in state)
        is_last = place == len(states) - 1 and place and conditions
        steps.append(Step("solve-squared" if is_last else _PLAIN, kept))
    return steps


def _with(state: Relation | System, conditions: list[Relation]) -> Relation | System:
    relations = state.relations if isinstance(state, System) else (state,)
    return System((*relations, *conditions)) if conditions else state
