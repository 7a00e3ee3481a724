"""Equations in one kernel: P(exp(u)) = 0 through the zeros of P and u = log(t), and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import gcd

from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import Kernel
from calctool.algebra.field.ring import Element
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, together
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, written
from calctool.algebra.roots.methods.polynomial import constant_sign
from calctool.algebra.roots.records import LINE, Interval
from calctool.notation.tree import PI, TWO, Call, Name, Quotient, Sum, Tree, number


def by_inversion(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """All zeros on an open interval, for a polynomial in one invertible kernel; else None."""
    if len(p.moving) != 1:
        return None
    (index,) = p.moving
    kernel = p.kernel(index)
    if kernel.kind not in INVERSES:
        return None
    listed = coefficients(p, index)
    power = _common_power(listed) if kernel.kind == "exp" else 1
    values = search.deeper().zeros(_in_name(p, listed[::power]), LINE).all_points()
    argument = written(p, kernel.arguments[0])
    parts = []
    for value in values:
        if value.tree is None:
            return None
        for constant in INVERSES[kernel.kind](kernel, value.tree):
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


def _of_asin(_: Kernel, value: Tree) -> Iterator[Tree]:
    if _is_within(value, Quotient(PI, TWO)):
        yield Call("sin", (value,))


def _of_acos(_: Kernel, value: Tree) -> Iterator[Tree]:
    if constant_sign(value) >= 0 and _is_within(value, PI):
        yield Call("cos", (value,))


def _of_atan(_: Kernel, value: Tree) -> Iterator[Tree]:
    half = Quotient(PI, TWO)
    if all(constant_sign(_apart(each, half)) < 0 for each in (value, negated(value))):
        yield Call("tan", (value,))


def _of_acosh(_: Kernel, value: Tree) -> Iterator[Tree]:
    if constant_sign(value) >= 0:
        yield Call("cosh", (value,))


def _is_within(value: Tree, end: Tree) -> bool:
    return all(constant_sign(_apart(each, end)) <= 0 for each in (value, negated(value)))


def _apart(value: Tree, end: Tree) -> Tree:
    return Sum((value, negated(end)))


def _of(function: str) -> Callable[[Kernel, Tree], Iterator[Tree]]:
    """Functions that take every value once."""
    return lambda _, value: iter((Call(function, (value,)),))


INVERSES: dict[str, Callable[[Kernel, Tree], Iterator[Tree]]] = {
    "exp": _of_exp,
    "log": _of_log,
    "root": _of_root,
    "odd-root": _of_odd_root,
    "power": _of_power,
    "call asin": _of_asin,
    "call acos": _of_acos,
    "call atan": _of_atan,
    "call asinh": _of("sinh"),
    "call acosh": _of_acosh,
    "call atanh": _of("tanh"),
}
"""What the argument of a kernel is where the kernel has a given value: all possibilities."""
