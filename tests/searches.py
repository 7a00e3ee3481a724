"""The best value that a search from many starts finds, in floats: it proves nothing."""

from __future__ import annotations

import math
from random import Random

_KNOWN = {
    name: getattr(math, name)
    for name in ("sin", "cos", "tan", "exp", "log", "sqrt", "cosh", "sinh", "atan", "tanh", "pi")
} | {"abs": abs}


def best_found(text: str, turn: int, random: Random, starts: int = 30) -> float:
    """Of a function of x and y: the least value (turn -1) or the greatest, by steps that shrink."""
    code = compile(text.replace("^", "**"), "f", "eval")
    best = -math.inf

    def height(x: float, y: float) -> float:
        try:
            return turn * float(eval(code, _KNOWN, {"x": x, "y": y}))  # noqa: S307
        except (ValueError, OverflowError, ZeroDivisionError):
            return -math.inf

    for _ in range(starts):
        scale = random.choice((0.5, 3, 20))
        x, y, step = random.uniform(-scale, scale), random.uniform(-scale, scale), scale
        here = height(x, y)
        while step > 1e-7:
            angle = random.uniform(0, 2 * math.pi)
            moved = x + step * math.cos(angle), y + step * math.sin(angle)
            there = height(*moved)
            if there > here:
                (x, y), here, step = moved, there, step * 1.5
            else:
                step *= 0.8
        best = max(best, here)
    return turn * best
