"""Equations in one kernel: P(exp(u)) = 0 through the zeros of P and u = log(t), and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import gcd

from msgspec.structs import replace

from calctool.algebra import facts
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import Kernel
from calctool.algebra.field.ring import Element
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, together
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, written
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.roots.records import LINE
from calctool.algebra.roots.records import Interval as Stretch
from calctool.atlas import facts as record_of
from calctool.atlas.interval import Interval, interval
from calctool.notation.tree import ZERO, Call, Name, Sum, Tree, number


def by_inversion(search: Effort, p: Analytic, piece: Stretch) -> Found | None:
    """All zeros on an open interval, for a polynomial in one invertible kernel; else None."""
    if len(p.moving) != 1:
        return None
    (index,) = p.moving
    kernel = p.kernel(index)
    solved = inverse_of(kernel) or _zeros_of(kernel)
    if solved is None:
        return None
    listed = coefficients(p, index)
    power = _common_power(listed) if kernel.kind == "exp" else 1
    values = search.deeper().zeros(_in_name(p, listed[::power]), LINE).all_points()
    argument = written(p, kernel.arguments[-1])
    parts = []
    for value in values:
        if value.tree is None or (solved is _of_zero and value.tree != ZERO):
            return None
        for constant in solved(kernel, value.tree):
            equation = added((argument, negated(divided(constant, number(power)))))
            parts.append(search.deeper().zeros(equation, piece))
    return replace(together(parts), methods=("substitution",))


def _common_power(listed: list[Element]) -> int:
    """The largest n such that a polynomial is one in x^n."""
    return gcd(*(n for n, c in enumerate(listed) if not c.num.is_zero())) or 1


def _in_name(p: Analytic, listed: list[Element]) -> Tree:
    x = Name(p.name)
    return added(
        multiplied((written(p, c), raised(x, number(n))))
        for n, c in enumerate(listed)
        if not c.num.is_zero()
    )


def _of_exp(kernel: Kernel, value: Tree) -> Iterator[Tree]:
    if constant_sign(value) > 0:
        yield multiplied((number(kernel.step), Call("log", (value,))))


def _of_log(_: Kernel, value: Tree) -> Iterator[Tree]:
    """The kernel is log|u|."""
    yield Call("exp", (value,))
    yield negated(Call("exp", (value,)))


def _of_root(kernel: Kernel, value: Tree) -> Iterator[Tree]:
    if constant_sign(value) >= 0:
        yield raised(value, number(kernel.step))


def _of_odd_root(kernel: Kernel, value: Tree) -> Iterator[Tree]:
    if kernel.step % 2 or constant_sign(value) >= 0:
        yield raised(value, number(kernel.step))


def _of_power(kernel: Kernel, value: Tree) -> Iterator[Tree]:
    root = Call("root", (value, number(kernel.step)))
    if kernel.step % 2:
        yield root
    elif constant_sign(value) >= 0:
        yield root
        yield negated(root)


def _of_call(kernel: Kernel, value: Tree) -> Iterator[Tree]:
    """By the inverse function, which has the one solution for a value in the range."""
    known = record_of(kernel.kind.removeprefix(_CALLED))
    if not known.range or _is_in(value, interval(known.range)):
        yield facts.filled(known.inverse, (value,))


def _zeros_of(kernel: Kernel) -> Callable[[Kernel, Tree], Iterator[Tree]] | None:
    """What its argument may be where the kernel is zero, if a record lists its zeros."""
    called = kernel.kind.removeprefix(_CALLED)
    is_listed = called != kernel.kind and record_of(called, len(kernel.arguments)).zeros is not None
    return _of_zero if is_listed else None


def _of_zero(kernel: Kernel, _: Tree) -> Iterator[Tree]:
    known = record_of(kernel.kind.removeprefix(_CALLED), len(kernel.arguments))
    yield from map(facts.formula, known.zeros or ())


def _is_in(value: Tree, within: Interval) -> bool:
    ends = ((within.low, within.low_open, 1), (within.high, within.high_open, -1))
    return all(
        _inside(value, end, side) >= (1 if is_open else 0)
        for end, is_open, side in ends
        if end not in ("oo", "-oo")
    )


def _inside(value: Tree, end: str, side: int) -> int:
    """1 for a value inside, 0 at the end, -1 outside."""
    return side * constant_sign(Sum((value, negated(facts.formula(end)))))


_CALLED = "call "

_INVERSES: dict[str, Callable[[Kernel, Tree], Iterator[Tree]]] = {
    "exp": _of_exp,
    "log": _of_log,
    "root": _of_root,
    "odd-root": _of_odd_root,
    "power": _of_power,
}
"""What the argument of a kernel is where the kernel has a given value: all possibilities."""


def inverse_of(kernel: Kernel) -> Callable[[Kernel, Tree], Iterator[Tree]] | None:
    """What its argument may be where the kernel has a given value, if a function has an inverse."""
    called = kernel.kind.removeprefix(_CALLED)
    if called != kernel.kind and len(kernel.arguments) == 1 and record_of(called).inverse:
        return _of_call
    return _INVERSES.get(kernel.kind)
