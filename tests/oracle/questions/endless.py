"""Random questions whose points go on without end: waves that die out, grow or crowd together."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from oracle.ask import Question

ANGLES = (
    "x", "2*x", "x/2", "3*x", "x+1", "pi*x", "1-x", "x^2", "sqrt(x)", "1/x", "log(x)", "exp(x)",
)  # fmt: skip
GROWTHS = (
    "x", "x^2", "1/x", "1/(1+x^2)", "exp(-x)", "exp(-x/3)", "exp(x)", "sqrt(x)", "1/x^2", "(x+1)",
    "1/(x+2)", "x/(1+x^2)", "log(x)", "(x^2-1)", "1/sqrt(x)", "(2-x)", "atan(x)",
)  # fmt: skip
BESIDE = ("", "", "", "+x", "-x", "+1/x", "+2", "+x^2", "+exp(-x)", "-x/2", "+log(x)", "+sqrt(x)")
DOMAINS = (
    [], [], ["[0,oo)"], ["(0,oo)"], ["[1,oo)"], ["(0,1]"], ["(-oo,0]"], ["(-oo,-1)"], ["[-2,oo)"],
    ["[-1,1]"],
)  # fmt: skip


def _wave(random: Random) -> str:
    angle = random.choice((*ANGLES[:6], *ANGLES))
    return f"{random.choice(('sin', 'cos'))}({angle})"


def made(random: Random) -> str:
    """One of the last two has a value where points crowd together."""
    wave, growth, beside = _wave(random), random.choice(GROWTHS), random.choice(BESIDE)
    return random.choice((
        f"{growth}*{wave}{beside}", f"{growth}*{wave}{beside}", f"{wave}{beside}",
        f"{growth}*{wave}^2", f"{growth}*(1-{wave})", f"{growth}*({wave}+2){beside}",
        f"exp({wave}){beside}", f"{growth}+{wave}", f"abs({wave})*{growth}",
        f"{growth}*{wave}+{_wave(random)}", f"({growth}{beside})*{wave}/{wave}",
        f"Piecewise(({growth}*{wave}, x!=0), (0{beside}, True))",
        f"Piecewise(({growth}*{wave}, x>0), (x{beside}, True))",
    ))  # fmt: skip


def _asked(command: str) -> Callable[[Random], Question]:
    def question(random: Random) -> Question:
        domain = random.choice(DOMAINS)
        return Question(command, made(random), {"domain": domain} if domain else {})

    return question


ENDLESS: dict[str, Callable[[Random], Question]] = {
    "endless.table": _asked("table"),
    "endless.critical": _asked("critical"),
}
