"""Trees as straight-line programs: each distinct sub-expression is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flint import ctx, fmpq

from calctool.algebra.ball.arithmetic import (
    constant_power,
    divide,
    fractional_power,
    integer_power,
    real_power,
)
from calctool.algebra.ball.numbers import (
    Ball,
    Lack,
    NoValue,
    Rational,
    Scalar,
    between,
    rational,
    working,
)
from calctool.algebra.ball.operations import (
    ARITHMETIC,
    CONSTANTS,
    FUNCTIONS,
    Choice,
    Operation,
    Result,
    algebraic_root,
    applied,
    choice,
    coordinate,
    out_of_reach,
)
from calctool.algebra.ball.slope import Place, coefficients, slope
from calctool.budget import BALL_BITS, BALL_PLACES_KEPT, BALL_TAYLOR_ORDER
from calctool.notation.tree import (
    AlgebraicRoot,
    Applied,
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
    Number,
    Piecewise,
    Power,
    Tree,
)
from calctool.notation.walk import new_parts, walk

Coordinate = Fraction | int | tuple[Fraction, Fraction]
PLACE = 0
"""The first slot holds where the program runs; slot k the value of the k-th instruction."""


_CLOSED = (Derivative, Limit)
"""A derivative runs a program of its own, and a limit none: no operand has a value here."""


class Slots:
    """What a program has worked out at a place, and whether anything there has no value."""

    __slots__ = ("lacking", "values")

    def __init__(self, place: Place) -> None:
        self.values: list[Any] = [place]
        self.lacking = False


class Program:
    """The values and Taylor coefficients of some trees, sharing all their sub-expressions."""

    def __init__(self, trees: tuple[Tree, ...]) -> None:
        self._code: list[tuple[Operation, tuple[int, ...]]] = []
        self._known: dict[int, fmpq] = {}
        self._slots: dict[Tree, int] = {}
        self._differentiated: dict[tuple[str, ...], _Operands] = {}
        self._outputs = tuple(map(self.slot, trees))

    def __len__(self) -> int:
        """Operations that one evaluation takes."""
        return len(self._code)

    def balls(
        self, values: Mapping[str, Coordinate | Rational], *, bits: int = BALL_BITS, seed: int = 0
    ) -> tuple[Ball | Lack, ...]:
        """A ball around each tree's value, or why there is none.

        A name may have a pair of bounds for its value. `seed` chooses the functions that stand in
        for undefined ones.
        """
        with working(bits, 1):
            found = [coefficients(v, 0) for v in self.run(Place(scalars(values), {}, 0, seed))]
            return tuple(one if isinstance(one, Lack) else one[0] for one in found)

    def taylor(
        self,
        values: Mapping[str, Fraction | int | Rational],
        name: str,
        order: int,
        *,
        bits: int = BALL_BITS,
        seed: int = 0,
    ) -> tuple[list[Ball] | Lack, ...]:
        """Taylor coefficients 0 to `order` of each tree in one name, or why there are none."""
        if order > BALL_TAYLOR_ORDER:
            return (Lack.UNKNOWN,) * len(self._outputs)
        with working(bits, order + 1):
            place = Place(scalars(values), {name: 1}, order, seed)
            return tuple(coefficients(value, order) for value in self.run(place))

    def run(self, place: Place) -> list[Result]:
        """The outputs, in the precision and length that are set."""
        slots = Slots(place)
        self.run_on(slots)
        return [slots.values[i] for i in self._outputs]

    def slot(self, tree: Tree) -> int:
        """Where the value of a tree will be found; what it needs is added to the program."""
        known = self._slots.get(tree)
        if known is not None:
            return known
        slots = self._slots
        for part in new_parts(tree, slots, _CLOSED):
            slots[part] = self._compile(part)
        return slots[tree]

    def run_on(self, known: Slots) -> None:
        """Fill the slots, of which some may be there."""
        slots, lacking = known.values, known.lacking
        for operation, where in self._code[len(slots) - 1 :]:
            operands = [slots[i] for i in where]
            lack = _lack_among(operands) if lacking and not isinstance(operation, Choice) else None
            if lack is None:
                try:
                    slots.append(operation(*operands))
                    continue
                except NoValue as reason:
                    lack = reason.lack
                except (ValueError, ZeroDivisionError, OverflowError):
                    lack = Lack.UNKNOWN
            slots.append(lack)
            known.lacking = lacking = True

    def _emit(self, operation: Operation, *operands: int) -> int:
        self._code.append((operation, operands))
        return len(self._code)

    def _constant(self, value: fmpq) -> int:
        slot = self._emit(lambda: value)
        self._known[slot] = value
        return slot

    def _compile(self, tree: Tree) -> int:
        inner = () if isinstance(tree, _CLOSED) else tree.children
        slots = [self._slots[child] for child in inner]
        match tree:
            case Number(value):
                return self._constant(fmpq(value.numerator, value.denominator))
            case Constant(id):
                return self._emit(CONSTANTS[id])
            case AlgebraicRoot():
                return self._emit(algebraic_root(tree))
            case Name(id):
                return self._emit(coordinate(id), PLACE)
            case Call("root"):
                return self._root(*slots)
            case Call(function):
                return self._emit(FUNCTIONS[function], *slots)
            case Power():
                return self._power(tree, *slots)
            case Applied(function, _, orders):
                return self._emit(applied(function, orders), PLACE, *slots)
            case Derivative(operand, variables):
                operands = self._differentiated.setdefault(variables, _Operands())
                return self._emit(slope(operands.run(operand), variables), PLACE)
            case Piecewise(branches):
                return self._emit(choice(branches), *slots)
            case Limit():
                return self._emit(out_of_reach)
        return self._arithmetic(ARITHMETIC[type(tree)], slots)

    def _arithmetic(self, operation: Operation, slots: list[int]) -> int:
        """Done at once where all operands are known rationals."""
        if all(slot in self._known for slot in slots):
            try:
                value = operation(*(self._known[slot] for slot in slots))
            except NoValue:
                value = None  # found again, and reported, when the program runs
            if isinstance(value, fmpq):
                return self._constant(value)
        return self._emit(operation, *slots)

    def _root(self, base: int, degree: int) -> int:
        """root(u, n) is u^(1/n)."""
        one = self._constant(fmpq(1))
        return self._to_the(base, self._arithmetic(divide, [one, degree]), constant=False)

    def _power(self, tree: Power, base: int, exponent: int) -> int:
        unnamed = not tree.exponent.names
        constant = unnamed and not any(isinstance(part, Applied) for part in walk(tree.exponent))
        return self._to_the(base, exponent, constant=constant)

    def _to_the(self, base: int, exponent: int, *, constant: bool) -> int:
        """INTERFACE's real powers: which one is meant shows in how the exponent is written."""
        q = self._known.get(exponent)
        if q is not None:
            operation = integer_power(int(q.p)) if q.q == 1 else fractional_power(q)
            return self._arithmetic(operation, [base])
        return self._emit(constant_power if constant else real_power, base, exponent)


def _lack_among(operands: list[Any]) -> Lack | None:
    found = [one for one in operands if isinstance(one, Lack)]
    return Lack.UNDEFINED if Lack.UNDEFINED in found else found[0] if found else None


def scalars(values: Mapping[str, Coordinate | Rational]) -> dict[str, Scalar]:
    """Numbers, and pairs of bounds, as FLINT has them."""
    return {name: _scalar(value) for name, value in values.items()}


def _scalar(value: Coordinate | Rational) -> Scalar:
    if isinstance(value, Rational):
        return value
    return between(*value) if isinstance(value, tuple) else rational(value)


class _Operands:
    """What is differentiated in the same variables: one program, and its slots at a few places."""

    def __init__(self) -> None:
        self._program = Program(())
        self._kept: dict[tuple[Any, ...], tuple[Place, Slots]] = {}

    def run(self, operand: Tree) -> Callable[[Place], Result]:
        """The program of one operand."""
        slot = self._program.slot(operand)
        return lambda place: self._slots_at(place)[slot]

    def _slots_at(self, place: Place) -> list[Any]:
        line = tuple(place.direction.items())
        # The values are known again by their identity: they are kept with the slots.
        key = (id(place.values), line, place.order, place.seed, place.nesting, ctx.prec, ctx.cap)
        if key not in self._kept:
            if len(self._kept) >= BALL_PLACES_KEPT:
                self._kept.clear()
            self._kept[key] = (place, Slots(place))
        slots = self._kept[key][1]
        self._program.run_on(slots)
        return slots.values
