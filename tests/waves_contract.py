"""Random waves, and their rows of critical points against mpmath: a sample in the tests, the hunt
by `make waves`.

Nothing of the algebra is asked: f' is a difference quotient of f at 60 digits.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import Any

import mpmath

import calctool
from ball_counts import count
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.waves.cells import Cells
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_plain
from calctool.notation.tree import Tree
from calctool.solve.table.derivatives import derivatives

DIGITS = 60
FAR = (9, 1000, 10**6)
SCAN = 1500
LIMIT = 60
ENDS = {None: (-inf, inf), "(0,oo)": (0, inf), "[0,oo)": (0, inf), "[1,oo)": (1, inf),
        "(0,1]": (0, 1), "(-oo,0]": (-inf, 0), "[1,20]": (1, 20), "(2,15)": (2, 15),
        "(1/50,1/2]": (0.02, 0.5), "[-9,7)": (-9, 7), "(-6,oo)": (-6, inf)}  # fmt: skip


def random_question(seed: int) -> tuple[str, str | None]:
    """A function of one of the families, and a domain."""
    pick = random.Random(seed)  # noqa: S311
    return _placed(pick, pick.choice(_FAMILIES)(pick))


def random_switching(seed: int) -> tuple[str, str | None]:
    """A function that switches without end, and a domain."""
    pick = random.Random(seed)  # noqa: S311
    return _placed(pick, pick.choice(_SWITCHING)(pick))


def random_cut(seed: int) -> tuple[str, str]:
    """A function of one of the families on a part of the line that cuts its rows."""
    pick = random.Random(seed)  # noqa: S311
    text = pick.choice(_FAMILIES)(pick)
    parts = ("(1/50,1/2]",) if "/x)" in text else ("[1,20]", "(2,15)", "[-9,7)", "(-6,oo)")
    is_half = "log(x)" in text or "sqrt(x)" in text
    return text, pick.choice(parts[:2] if is_half else parts)


def _placed(pick: random.Random, text: str) -> tuple[str, str | None]:
    if "log(x)" in text or "sqrt(x)" in text:
        return text, pick.choice(("(0,oo)", "[1,oo)"))
    if "/x)" in text:
        return text, pick.choice((None, "(0,oo)", "(0,1]", "[1,oo)"))
    return text, pick.choice((None, None, "[0,oo)", "(-oo,0]", "[1,oo)"))


def _wave(pick: random.Random, phase: str) -> str:
    return f"{pick.choice(('sin', 'cos'))}({phase})"


def _pole(pick: random.Random) -> str:
    return f"{pick.choice(('tan', 'cot', 'sec', 'csc'))}({_linear(pick)})"


def _linear(pick: random.Random) -> str:
    return pick.choice(("x", f"{pick.randint(2, 5)}*x", f"x/{pick.randint(2, 4)}"))


def _mixed(pick: random.Random) -> str:
    """A phase that cannot be undone step by step."""
    c = pick.randint(1, 4)
    return pick.choice(
        (f"x+{c}/x", f"x^2+{c}*x", f"{c}*x+log(x)", f"x+{c}*sqrt(x)", f"x+exp(-x/{c})")
    )


def _factor(pick: random.Random) -> str:
    c = pick.randint(1, 5)
    return pick.choice((
        "x", "x^2", "sqrt(x)", "log(x)", f"(x+{c})", f"(x^2+{c})", f"1/(x^2+{c})",
        f"x/(x^2+{c})", "atan(x)", f"(1+exp(-x/{c}))",
    ))  # fmt: skip


_FAMILIES = (
    lambda p: f"{_factor(p)}*{_wave(p, _linear(p))}",
    lambda p: f"{_factor(p)}*sin(x)+{_factor(p)}*cos(x)",
    lambda p: f"exp({p.choice(('', '-'))}x/{p.randint(2, 5)})*{_wave(p, _linear(p))}",
    lambda p: f"{_factor(p)}*exp(-x/{p.randint(2, 5)})*{_wave(p, _linear(p))}",
    lambda p: f"{p.choice(('1', 'x', 'x^2'))}*{_wave(p, p.choice(('x^2', 'x^3', 'exp(x)')))}",
    lambda p: f"{p.choice(('1', 'x', 'x^2', 'exp(-x)'))}*{_wave(p, f'{p.randint(1, 4)}/x')}",
    lambda p: f"{_factor(p)}+{p.randint(1, 5)}*{_wave(p, _linear(p))}",
    lambda p: (
        f"{p.randint(1, 5)}*{_wave(p, 'x')}+{p.randint(1, 5)}*"
        f"{_wave(p, f'sqrt({p.choice((2, 3, 5))})*x')}"
    ),
    lambda p: f"{_wave(p, 'x')}+{p.randint(1, 3)}*{_wave(p, 'x^2')}",
    lambda p: f"x*exp({_wave(p, f'{p.randint(1, 4)}*x')})",
    lambda p: f"{p.choice(('1', 'x', 'exp(-x)'))}*{_wave(p, _mixed(p))}",
    lambda p: f"{_wave(p, _linear(p))}^2/{p.choice(('x', '(1+x^2)'))}",
    lambda p: f"{_factor(p)}*{_pole(p)}",
    lambda p: f"{_factor(p)}{p.choice('+-')}{p.randint(1, 5)}*{_pole(p)}",
)


_SWITCHING = (
    lambda p: f"abs({_factor(p)}*{_wave(p, _linear(p))})",
    lambda p: f"{_factor(p)}*abs({_wave(p, _linear(p))})",
    lambda p: (
        f"abs({_wave(p, p.choice(('x^2', '1/x', 'sqrt(x)', 'log(x)')))})*{p.choice(('1', 'x'))}"
    ),
    lambda p: f"abs(x*{_wave(p, _linear(p))}-{p.randint(1, 3)})",
    lambda p: f"abs({_factor(p)}*sin(x)+{_factor(p)}*cos(x))",
    lambda p: f"max({_factor(p)}*sin(x),{_factor(p)}*cos(x))",
    lambda p: f"min({_wave(p, '1/x')},{p.choice(('0', '1/2', 'x'))})",
    lambda p: f"{_factor(p)}+abs({_wave(p, 'x')})*{p.randint(1, 3)}",
    lambda p: f"sqrt(abs({_wave(p, 'x')}))*{_factor(p)}",
    lambda p: f"abs({_wave(p, 'x')})+abs({_wave(p, 'x')})*{_factor(p)}",
    lambda p: f"{_wave(p, 'x')}*abs({_wave(p, 'x')})*{_factor(p)}",
    lambda p: f"{_factor(p)}*sign({_wave(p, p.choice(('x', '1/x', 'x^2')))})",
    lambda p: f"{_factor(p)}*{p.choice(('floor', 'ceil'))}({p.choice(('x', '1/x', 'x/2', 'x^2'))})",
    lambda p: f"max({_factor(p)}*sin(x),{p.randint(-1, 1)})",
)


def faults(text: str, domain: str | None) -> tuple[bool, list[str]]:
    """Whether the answer is complete, and what of it values contradict."""
    answer = calctool.critical(text, domain=domain, timeout=LIMIT)._answer
    f = read_plain(text)
    is_complete = answer.status.value == "complete"
    with mpmath.workdps(DIGITS):
        found = [*_rows(answer, f), *_extremes(answer, f, domain)]
    if is_complete:
        found += [*miscounted(critical_places(answer), f)]
        found += [*_miscounted_between(answer, f, *ENDS[domain])]
    return is_complete, found


_FUNCTIONS = (
    "sin",
    "cos",
    "tan",
    "cot",
    "sec",
    "csc",
    "exp",
    "log",
    "sqrt",
    "atan",
    "gamma",
    "loggamma",
    "digamma",
)


def value(tree: Tree, x: Any, name: str = "x") -> Any:
    """By mpmath's own functions, from the text."""
    names = {each: getattr(mpmath, each) for each in _FUNCTIONS}
    names |= {"pi": mpmath.pi, "e": mpmath.e, "acos": mpmath.acos, "asin": mpmath.asin, name: x}
    text = plain(tree).replace("^", "**")
    for digits in sorted({part for part in text.replace("**", " ").split() if part.isdigit()}):
        names[digits] = mpmath.mpf(int(digits))
    names |= {
        "polygamma": mpmath.psi,
        "floor": mpmath.floor,
        "ceil": mpmath.ceil,
        "sign": mpmath.sign,
    }
    own = {"__builtins__": {}, "abs": abs, "max": max, "min": min}
    return eval(text, own, names)  # noqa: S307 (our own text)


def slope(f: Tree, x: Any) -> Any:
    """By a difference quotient."""
    step = max(abs(x), mpmath.mpf(10) ** -9) * mpmath.mpf(10) ** (-DIGITS // 3)
    return (value(f, x + step) - value(f, x - step)) / (2 * step)


def _rows(answer: Any, f: Tree) -> Iterator[str]:
    """f' changes its sign at members, also far out, as their kind says."""
    for family in answer.families:
        row = family.row
        if row is None:
            continue
        grows = any(part in plain(f) for part in ("exp", "log"))
        for k in FAR[: 1 if grows else 3]:
            number = (row.cells.reach[0] or 0) + k
            at = row.cells.member(number)
            x = mpmath.mpf(at.low.numerator) / at.low.denominator
            near = abs(x) * mpmath.mpf(10) ** (-DIGITS // 4)
            sides = [mpmath.sign(slope(f, x + side * near)) for side in (-1, 1)]
            if row.sort == "jump":
                there = [
                    each.on for each in row.values if number % each.residue[1] == each.residue[0]
                ]
                sides = [_toward(f, x, side * near, value(there[0], x)) for side in (-1, 1)]
            kind = next((kind for (r, m), kind in row.kinds if number % m == r), "")
            expected = {"local-maximum": [1, -1], "local-minimum": [-1, 1]}.get(kind)
            if expected is not None and any(
                side and side != own for side, own in zip(sides, expected, strict=True)
            ):
                yield f"member {number} at {mpmath.nstr(x, 8)} is no {kind}: signs {sides}"


def _toward(f: Tree, x: Any, step: Any, here: Any) -> int:
    """The sign that f' would have on that side, if f went on to its value at the point."""
    apart = here - value(f, x + step)
    if abs(apart) < mpmath.mpf(10) ** (-DIGITS // 5) * (1 + abs(here)):
        return int(mpmath.sign(slope(f, x + step)))
    return int(mpmath.sign(apart) * -mpmath.sign(step))


@dataclass(frozen=True)
class Listed:
    """Places that are claimed to be all, up to rows that go on."""

    points: list[Fraction]
    rows: list[Cells]

    def segments(self, count: int, far: Sequence[int]) -> Iterator[tuple[Fraction, Fraction]]:
        """The first members of the rows with all else, on either side of 0, and some far out."""
        near = [at for row in self.rows for at in members(row, 0, count)]
        limits = [members(row, count - 1, 1)[0] for row in self.rows if row.picture.side < 0]
        floors = [members(row, count - 1, 1)[0] for row in self.rows if row.picture.side > 0]
        low, high = max(floors, default=None), min(limits, default=None)
        kept = sorted({
            at for at in (*self.points, *near)
            if (low is None or at >= low) and (high is None or at <= high)
        })  # fmt: skip
        for side in (-1, 1):
            own = [at for at in kept if at * side > 0]
            if len(own) > 3:
                yield _between_two(own[0], own[1]), _between_two(own[-2], own[-1])
        for row in self.rows:
            for k in far:
                try:
                    own = sorted(members(row, k, count))
                except Undecided:  # too near to the end of a cell, as beside exp(k*pi)
                    continue
                yield _between_two(own[0], own[1]), _between_two(own[-2], own[-1])

    def within(self, low: Fraction, high: Fraction) -> int:
        """How many there are on a segment."""
        points = {at for at in self.points if low < at < high}
        return len(points) + sum(_number(row, low, high) for row in self.rows)


def members(row: Cells, since: int, count: int) -> list[Fraction]:
    """So many, from the one after the first `since` on."""
    start = (row.reach[0] or 0) + since
    return [row.member(k).low for k in range(start, start + count)]


def _between_two(a: Fraction, b: Fraction) -> Fraction:
    """Not in the middle, where another zero would be likely."""
    return a + (b - a) * Fraction(381, 1000)


def _number(row: Cells, low: Fraction, high: Fraction) -> int:
    """The members of a row on a segment, by bisection."""
    start, picture = row.reach[0] or 0, row.picture
    near, far, side = (high, low, -1) if picture.falls else (low, high, 1)
    if picture.at is not None and (near - picture.centre) * picture.side <= 0:
        return 0

    def first(place: Fraction) -> int:
        k, step = start - 1, 1
        while (row.member(k + step).low - place) * side < 0:
            step *= 2
        last = k + step
        while last - k > 1:
            middle = (k + last) // 2
            is_before = (row.member(middle).low - place) * side < 0
            k, last = (middle, last) if is_before else (k, middle)
        return last

    return first(far) - first(near)


def critical_places(answer: Any) -> Listed:
    """The zeros of f' in an answer, and its kinks; what jumps is none of either."""
    points = [at.low for point in answer.points for _, at in point.at if at.low is not None]
    made = (family.row for family in answer.families if family.row is not None)
    rows = [row.cells for row in made if row.sort != "jump"]
    return Listed(points, rows)


def miscounted(listed: Listed, f: Tree, *, far: Sequence[int] = FAR[1:]) -> Iterator[str]:
    """Segments on which balls count other zeros of f' than are listed."""
    found, text = derivatives(f, "x"), plain(f)
    far = far[:0] if "log" in text else far[:1] if "exp" in text else far  # e^(k*pi)
    for low, high in listed.segments(10, far) if listed.rows else ():
        number = count(found.slope, found.bend, "x", low, high)
        if number is not None and number != listed.within(low, high):
            seen = listed.within(low, high)
            yield f"{number} zeros of f' on ({float(low)}, {float(high)}), and {seen} listed"


def _miscounted_between(answer: Any, f: Tree, low: float, high: float) -> Iterator[str]:
    """Parts of a bounded interval on which balls count other zeros of f' than are listed; its
    ends are points of an answer, and no zeros."""
    if max(abs(low), abs(high)) == inf:
        return
    found, listed = derivatives(f, "x"), critical_places(answer)
    start, end = Fraction(low).limit_denominator(50), Fraction(high).limit_denominator(50)
    inner = sorted({at for at in listed.points if start < at < end})
    places = [start, *inner, end]
    cuts = [_between_two(a, b) for a, b in pairwise(places)]
    for a, b in ((cuts[0], cuts[-1]), *pairwise(cuts[::4])):
        number = count(found.slope, found.bend, "x", a, b) if a < b else None
        seen = listed.within(a, b)
        if number is not None and number != seen:
            yield f"{number} zeros of f' on ({float(a)}, {float(b)}), and {seen} listed"


def _extremes(answer: Any, f: Tree, domain: str | None) -> Iterator[str]:
    """No value on a grid is beyond the least or the greatest one."""
    low, high = ENDS[domain]
    places = (mpmath.mpf(120 * n) / SCAN - 60 + mpmath.mpf(1) / 977 for n in range(SCAN))
    seen = {x: _real(f, x) for x in places if low < x < high}
    for found, turn in ((answer.minimum, -1), (answer.maximum, 1)):
        end = None if found is None or found.value is None else found.value
        limit = None if end is None else end.high if turn > 0 else end.low
        if limit is None:
            continue
        bound = mpmath.mpf(limit.numerator) / limit.denominator
        for x, y in seen.items():
            if y is not None and turn * (y - bound) > mpmath.mpf(10) ** -20 * (1 + abs(bound)):
                yield f"f({mpmath.nstr(x, 8)}) = {mpmath.nstr(y, 12)} is beyond {float(bound)}"
                break


def _real(f: Tree, x: Any) -> Any:
    try:
        y = value(f, x)
    except (ZeroDivisionError, ValueError):
        return None
    return y if isinstance(y, mpmath.mpf) else None


def main() -> None:
    """Ask for so many minutes; each fault, and the share of complete answers at the end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--count", type=int, help="so many questions, however long they take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--switching", action="store_true")
    parser.add_argument("--cut", action="store_true")
    given = parser.parse_args()
    end = time.monotonic() + 60 * given.minutes
    asked = complete = wrong = 0
    while time.monotonic() < end if given.count is None else asked < given.count:
        ask = random_cut if given.cut else random_switching if given.switching else random_question
        text, domain = ask(given.seed + asked)
        is_complete, found = faults(text, domain)
        asked, complete, wrong = asked + 1, complete + is_complete, wrong + bool(found)
        for fault in found:
            print(f"WRONG {text!r} on {domain}: {fault}", flush=True)
        print(f"{'whole' if is_complete else 'open '} {text!r} on {domain}", flush=True)
    print(f"{asked} asked, {complete} complete, {wrong} wrong")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
