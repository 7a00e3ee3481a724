"""The facts of a record against ball arithmetic, which knows nothing of them.

Each check gives the points at which a fact fails, for certain; balls that tell nothing are passed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise, product

from flint import arb, ctx

from calctool.algebra import facts
from calctool.algebra.ball import Ball, Lack, Program
from calctool.atlas.interval import interval
from calctool.atlas.record import Function
from calctool.notation.growth import grown
from calctool.notation.tree import (
    Call,
    Name,
    Negative,
    Number,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute, walk

Point = dict[str, Fraction]
BITS = 240
NEAR = Fraction(1, 2**40)
TELLING = 1 / 1024
"""How large a jump, or a change of slope, is no rounding."""
GRID = sorted(
    {Fraction(n, 2) for n in range(-8, 9)}
    | {Fraction(n, 8) for n in range(-9, 10)}
    | {Fraction(n) for n in (-11, 7, 12)}
    | {Fraction(1, 3), Fraction(-2, 3), Fraction(7, 5), Fraction(-9, 7)}
)
ORDERS = tuple(map(Fraction, ("0", "1", "2", "3", "-1", "1/2", "-1/2", "5/2")))
FAR = tuple(Fraction(10) ** n for n in (1, 2, 3, 4))


class Asked:
    """One function with so many arguments, and where it is looked at."""

    def __init__(self, record: Function, count: int) -> None:
        self.known, self.count = record.of(count), count
        self.record = record
        self.names = ("u", "v")[:count]
        self.call = Call(record.id, tuple(map(Name, self.names)))
        self.has_order = record.index_first or self.known.derivatives[:1] == ("",)
        self.moving = self.names[1:] if self.has_order else self.names
        self._programs: dict[tuple[Tree, ...], Program] = {}

    def points(self) -> Iterator[Point]:
        special = {r for text in _texts(self.known) for r in _numbers(text)}
        grid = sorted({*GRID, *special})
        if self.count == 1:
            yield from ({"u": u} for u in grid)
            return
        some = [u for u in grid if u.denominator < 3]
        firsts = ORDERS if self.has_order else some
        seconds = some if self.has_order else ORDERS
        for u, v in product(firsts, seconds):
            yield {"u": u, "v": v}

    def ball(self, tree: Tree, point: Point) -> Ball | Lack:
        if (tree,) not in self._programs:
            self._programs[tree,] = Program((tree,))
        return self._programs[tree,].balls(point, bits=BITS)[0]

    def value(self, point: Point) -> Ball | None:
        found = self.ball(self.call, point)
        if isinstance(found, Lack):
            return None
        is_beyond = self.known.goes_beyond and any(
            self.holds(needed, point) is False for needed in self.domain(point)
        )
        return None if is_beyond else found

    def holds(self, relation: Relation, point: Point) -> bool | None:
        left, right = self.ball(relation.left, point), self.ball(relation.right, point)
        if isinstance(left, Lack) or isinstance(right, Lack):
            return None
        apart = left - right
        s = 1 if apart > 0 else -1 if apart < 0 else 0 if apart == 0 else None
        if s is None:
            return None
        return s in {"=": (0,), "!=": (1, -1), "<": (-1,), "<=": (-1, 0), ">": (1,),
                     ">=": (0, 1)}[relation.sign]  # fmt: skip

    def domain(self, point: Point) -> tuple[Relation, ...]:
        arguments = self.call.arguments
        for condition, texts in self.known.domain_when:
            if self.holds(facts.filled_relation(condition, arguments), point):
                return tuple(facts.filled_relation(text, arguments) for text in texts)
        return tuple(facts.filled_relation(text, arguments) for text in self.known.domain)

    def switches(self, point: Point) -> list[str]:
        """The kinds of the switches at a point."""
        arguments = self.call.arguments
        return [
            switch.kind
            for switch in self.known.switches
            if self.holds(facts.filled_relation(switch.at, arguments), point)
        ]

    def filled(self, text: str) -> Tree:
        return facts.filled(text, self.call.arguments)


def _texts(known: Function) -> Iterator[str]:
    yield from known.domain
    yield from (switch.at for switch in known.switches)
    yield from known.zeros or ()
    yield from (at for at, _ in known.values)


def _numbers(text: str) -> Iterator[Fraction]:
    """The rational numbers that stand in a text."""
    read = facts.relation(text) if any(sign in text for sign in "<>=") else None
    for side in (read.left, read.right) if read else (facts.formula(text),):
        value = rational(side)
        if value is not None:
            yield value
        yield from (part.value for part in walk(side) if isinstance(part, Number))


def _moved(point: Point, name: str, by: Fraction) -> Point:
    return point | {name: point[name] + by}


def _differs(a: Ball, b: Ball) -> bool:
    return not a.overlaps(b)


Check = Callable[[Asked], Iterator[Point]]


def _domain(asked: Asked) -> Iterator[Point]:
    for point in asked.points():
        held = [asked.holds(needed, point) for needed in asked.domain(point)]
        found = asked.ball(asked.call, point)
        if asked.call.function == "root":  # asked of the powers that it is defined by
            continue
        if (found is Lack.UNDEFINED and all(held)) or (
            not isinstance(found, Lack) and False in held and not asked.known.goes_beyond
        ):
            yield point


def _same(text: Callable[[Function], str], *, everywhere: bool) -> Check:
    """Another formula for the function."""

    def check(asked: Asked) -> Iterator[Point]:
        if not text(asked.known):
            return
        other = asked.filled(text(asked.known))
        for point in asked.points():
            ours, theirs = asked.value(point), asked.ball(other, point)
            if ours is None or theirs is Lack.UNKNOWN:
                continue
            if isinstance(theirs, Lack):
                if everywhere:
                    yield point
            elif _differs(ours, theirs):
                yield point

    return check


def _switches(asked: Asked) -> Iterator[Point]:
    """A jump, a corner, an end that belongs to the domain: each must be a switch of that kind."""
    for point, name in product(asked.points(), asked.moving):
        here = asked.value(point)
        if here is None:
            continue
        kinds = asked.switches(point)
        before, after = (asked.value(_moved(point, name, by)) for by in (-NEAR, NEAR))
        if before is None or after is None:
            beside = [asked.ball(asked.call, _moved(point, name, by)) for by in (-NEAR, NEAR)]
            if Lack.UNDEFINED in beside and not kinds:
                yield point
            continue
        size = abs(here) + 1
        steps = [abs(before - here) / size, abs(after - here) / size]
        if any(step > TELLING for step in steps):
            if "jump" not in kinds:
                yield point
        elif not kinds and abs(before + after - here * 2) / size > float(NEAR) * TELLING:
            yield point


def _range(asked: Asked) -> Iterator[Point]:
    if not asked.known.range:
        return
    within = interval(asked.known.range)
    low, high = (
        arb(sign) if end.endswith("oo") else _constant(end)
        for end, sign in ((within.low, "-inf"), (within.high, "+inf"))
    )
    for point in asked.points():
        value = asked.value(point)
        if value is None:
            continue
        below = value <= low if within.low_open else value < low
        above = value >= high if within.high_open else value > high
        if below or above:
            yield point


def _constant(text: str) -> Ball:
    found = Program((facts.formula(text),)).balls({}, bits=BITS)[0]
    assert not isinstance(found, Lack), text
    return found


def _parity(asked: Asked) -> Iterator[Point]:
    if not asked.known.parity:
        return
    for point in asked.points():
        here, there = asked.value(point), asked.value({"u": -point["u"]})
        if here is None or there is None:
            if (here is None) != (there is None):
                yield point
        elif _differs(here if asked.known.parity == "even" else -here, there):
            yield point


def _monotone(asked: Asked) -> Iterator[Point]:
    if not asked.known.monotone:
        return
    values = [(point, asked.value(point)) for point in asked.points()]
    side = 1 if asked.known.monotone == "increasing" else -1
    for (_, before), (point, after) in pairwise((p, v) for p, v in values if v is not None):
        if (after - before) * side <= 0:
            yield point


def _sign(asked: Asked) -> Iterator[Point]:
    if not asked.known.sign:
        return
    for point in asked.points():
        value, u = asked.value(point), point["u"]
        if value is not None and ((u > 0) != (value > 0) or (u < 0) != (value < 0)):
            yield point


def _zeros(asked: Asked) -> Iterator[Point]:
    """Each is one, and there is no other: no value is 0, and no sign changes through 0."""
    if asked.known.zeros is None:
        return
    zeros = [_constant(text) for text in asked.known.zeros]
    last: tuple[Point, Ball] | None = None
    for point in asked.points():
        value = asked.value(point)
        is_listed = any(zero == arb(_exact(point["u"])) for zero in zeros)
        if value is None:
            last = None
            continue
        if is_listed != (value.contains(0) and not (value > 0 or value < 0)):
            yield point
        if last is not None and asked.count == 1 and (last[1] > 0) != (value > 0):
            between = [z for z in zeros if _exact(last[0]["u"]) <= z <= _exact(point["u"])]
            if not between and _is_crossed(asked, last[0]["u"], point["u"]):
                yield point
        last = (point, value)


def _exact(value: Fraction) -> Ball:
    return arb(value.numerator) / value.denominator


def _is_crossed(asked: Asked, low: Fraction, high: Fraction) -> bool:
    """Whether the sign changes at small values: at a pole they are large."""
    start = asked.value({"u": low})
    for _ in range(60):
        middle = (low + high) / 2
        value = asked.value({"u": middle})
        if value is None or start is None:
            return False
        low, high = (middle, high) if (value > 0) == (start > 0) else (low, middle)
    return bool(value is not None and abs(value) < TELLING)


def _limits(asked: Asked) -> Iterator[Point]:
    """Of a function with an order, the limits in the other argument, for each order."""
    fixed: list[Point] = [{"u": order} for order in ORDERS] if asked.has_order else [{}]
    name = asked.moving[-1]
    for (at, text), others in product(asked.known.limits, fixed):
        if at.endswith("oo"):
            side = -1 if at.startswith("-") else 1
            path = [others | {name: side * far} for far in FAR]
        else:
            side = 1 if at.endswith("+") else -1
            near = (Fraction(1, 2**n) for n in (3, 10, 20, 40))
            path = [others | {name: Fraction(at[:-1]) + side * by} for by in near]
        values = [(p, v) for p in path if (v := asked.value(p)) is not None]
        if len(values) < 2 or not _is_approached(asked, values, at, text):
            yield path[-1]


def _is_approached(asked: Asked, values: list[tuple[Point, Ball]], at: str, text: str) -> bool:
    last, value = values[-1]
    if text.endswith("oo"):
        grow = -1 if text.startswith("-") else 1
        rising = all((b - a) * grow > 0 for (_, a), (_, b) in pairwise(values))
        return bool(rising and value * grow > 1)
    apart = abs(value - _constant(text))
    if not asked.known.approach or not at.endswith("oo"):
        return bool(apart < 0.1)
    distance = asked.ball(asked.filled(asked.known.approach), last)
    assert not isinstance(distance, Lack)
    return not apart > abs(distance) * 10 and bool(abs(distance) < 0.1)


def _asymptotic(asked: Asked) -> Iterator[Point]:
    """What is left out, over its bound, grows no more from far to very far."""
    found, order = asked.known.asymptotic
    if not found:
        return
    fixed: list[Point] = [{"u": Fraction(n)} for n in (1, 2, 3)] if asked.has_order else [{}]
    apart = Quotient(Sum((asked.call, Negative(asked.filled(found)))), asked.filled(order))
    for others in fixed:
        places = (others | {asked.moving[-1]: Fraction(far)} for far in (50, 200, 800))
        sizes = [asked.ball(apart, place) for place in places]
        known = [abs(size) for size in sizes if not isinstance(size, Lack)]
        if len(known) < len(sizes) or not all(b < 2 * a + 1 for a, b in pairwise(known)):
            yield others


def _enveloped(asked: Asked) -> Iterator[Point]:
    """The function less the first, over the second, lies between 0 and 1."""
    low, rest = asked.known.enveloped
    if not low:
        return
    fixed: list[Point] = [{"u": Fraction(n)} for n in (1, 2, 3, 4)] if asked.has_order else [{}]
    part = Quotient(Sum((asked.call, Negative(asked.filled(low)))), asked.filled(rest))
    for others in fixed:
        for at in (Fraction(1, 50), Fraction(1, 3), Fraction(2), Fraction(31, 4), Fraction(400)):
            found = asked.ball(part, others | {asked.moving[-1]: at})
            if isinstance(found, Lack) or not (found > 0 and found < 1):
                yield others | {asked.moving[-1]: at}


def _outgrows(asked: Asked) -> Iterator[Point]:
    """Between exp(u) over a power and exp(u^2) times one."""
    if not asked.known.outgrows:
        return
    for side in (1, -1) if asked.known.outgrows == "both" else (1,):
        value = asked.value({"u": side * FAR[1]})
        if value is None or not value * side > arb(100).exp() / arb(10) ** 8:
            yield {"u": side * FAR[1]}


def _period(asked: Asked) -> Iterator[Point]:
    if not asked.known.period:
        return
    later = Sum((Name("u"), facts.formula(asked.known.period)))
    moved = substitute(asked.call, {"u": later})
    for point in asked.points():
        here, there = asked.value(point), asked.ball(moved, point)
        if here is not None and (isinstance(there, Lack) or _differs(here, there)):
            yield point


def _steps(asked: Asked) -> Iterator[Point]:
    for point in asked.points() if asked.known.steps else ():
        here, there = asked.value(point), asked.value(_moved(point, "u", Fraction(1)))
        if here is None or there is None or _differs(here + 1, there):
            yield point


def _inverse(asked: Asked) -> Iterator[Point]:
    """Both ways round: from each argument, and from each value in the range."""
    if not asked.known.inverse:
        return
    back = facts.filled(asked.known.inverse, (asked.call,))
    forth = substitute(asked.call, {"u": asked.filled(asked.known.inverse)})
    for point in asked.points():
        for tree, needed in ((back, asked.value(point) is not None),
                             (forth, _is_in(point["u"], asked.known.range))):  # fmt: skip
            found = asked.ball(tree, point)
            if needed and found is not Lack.UNKNOWN and (
                isinstance(found, Lack) or _differs(found, _exact(point["u"]))
            ):  # fmt: skip
                yield point


def _is_in(value: Fraction, text: str) -> bool:
    if not text:
        return True
    within, at = interval(text), _exact(value)
    low = within.low == "-oo" or at > _constant(within.low)
    return bool(low and (within.high == "oo" or at < _constant(within.high)))


def _values(asked: Asked) -> Iterator[Point]:
    for at, text in asked.known.values:
        value = asked.value({"u": Fraction(at)})
        if value is None or _differs(value, _constant(text)):
            yield {"u": Fraction(at)}


def _derivatives(asked: Asked) -> Iterator[Point]:
    for name, text in zip(asked.names, asked.known.derivatives, strict=False):
        slope = asked.filled(text) if text else None
        program = Program((asked.call,))
        for point in asked.points() if slope else ():
            if asked.switches(point) or asked.value(point) is None:
                continue
            found = program.taylor(point, name, 1, bits=BITS)[0]
            ours = asked.ball(slope, point)
            if isinstance(found, Lack) or ours is Lack.UNKNOWN:
                continue
            if isinstance(ours, Lack) or _differs(found[1], ours):
                yield point


def _where(asked: Asked) -> Iterator[Point]:
    """A line of the textbook that fails inside the domain, where there is no switch."""
    for line in asked.record.lines:
        pattern = facts.formula(line.pattern or f"{asked.record.id}(u)")
        if not isinstance(pattern, Call) or len(pattern.arguments) != asked.count:
            continue
        letters = {letter.id: own for letter, own in zip(pattern.arguments, asked.call.arguments,
                                                        strict=True)
                   if isinstance(letter, Name)}  # fmt: skip
        for text in line.where:
            known = facts.relation(text)
            left, right = (substitute(side, letters) for side in (known.left, known.right))
            needed = Relation(left, known.sign, right)
            for point in asked.points():
                fails = asked.holds(needed, point) is False
                if fails and asked.value(point) is not None and not asked.switches(point):
                    yield point


def _growth(asked: Asked) -> Iterator[Point]:
    """With eight bits to spare."""
    for point in asked.points():
        value = asked.value(point)
        largest = max(map(abs, point.values()))
        if value is None or not largest or asked.call.function in ("sqrt", "cbrt", "root"):
            continue
        log2 = grown(asked.known, math.log2(largest))
        if abs(value) > arb(2) ** (log2 + 8):
            yield point


CHECKS: dict[str, Check] = {
    "domain": _domain,
    "definition": _same(lambda known: known.definition, everywhere=True),
    "pieces": _same(lambda known: known.pieces, everywhere=True),
    "far": _same(lambda known: known.far, everywhere=False),
    "asymptotic": _asymptotic,
    "enveloped": _enveloped,
    "shift": _same(lambda known: known.shift, everywhere=False),
    "reflection": _same(lambda known: known.reflection, everywhere=False),
    "switches": _switches,
    "range": _range,
    "parity": _parity,
    "monotone": _monotone,
    "sign": _sign,
    "zeros": _zeros,
    "limits": _limits,
    "outgrows": _outgrows,
    "period": _period,
    "steps": _steps,
    "inverse": _inverse,
    "values": _values,
    "derivatives": _derivatives,
    "where": _where,
    "growth": _growth,
}


def counts(record: Function) -> tuple[int, ...]:
    """With how many arguments a record is asked."""
    asked = sorted({min(record.least, 2), min(record.most, 2)})
    return tuple(count for count in asked if not record.of(count).formula)


def faults(record: Function) -> list[str]:
    """Which facts are false, each with the first point that shows it."""
    found = []
    ctx.prec = BITS
    for count in counts(record):
        asked = Asked(record, count)
        for name, check in CHECKS.items():
            at = next(check(asked), None)
            if at is not None:
                shown = ", ".join(f"{letter} = {value}" for letter, value in at.items())
                found.append(f"{name}: {record.id} at {shown}")
    return found
