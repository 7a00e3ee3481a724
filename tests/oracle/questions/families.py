"""Random questions: one function for each family, in one variable here."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from oracle.ask import Question
from oracle.questions import applied
from oracle.questions.endless import ENDLESS
from oracle.questions.letters import LETTERS
from oracle.questions.several import SEVERAL
from oracle.questions.traps import TRAPS

Make = Callable[[Random], Question]


def _whole(random: Random, most: int = 4) -> str:
    return str(random.choice([k for k in range(-most, most + 1) if k]))


def _poly(random: Random, degree: int = 3) -> str:
    terms = [f"({_whole(random, 5)})*x^{k}" for k in range(degree, 0, -1) if random.random() < 0.7]
    return " + ".join([*terms, _whole(random)])


def _linear(random: Random) -> str:
    return random.choice(("x", f"(x-({_whole(random)}))", f"({_whole(random, 3)}*x+1)", "(x/2)"))


def _rational(random: Random) -> str:
    return f"({_poly(random, 2)})/({_poly(random, random.choice((1, 2)))})"


def _radical(random: Random) -> str:
    inner = random.choice(
        (_poly(random, 2), _rational(random), f"{_linear(random)}*{_linear(random)}")
    )
    return random.choice(
        (f"sqrt({inner})", f"x*sqrt({inner})", f"cbrt({inner})", f"x+sqrt({inner})")
    )


def _cusp(random: Random) -> str:
    top, below = random.choice(((1, 3), (2, 3), (5, 3), (4, 5), (7, 5), (5, 2), (1, 5), (4, 3)))
    u = _linear(random)
    return random.choice(
        (
            f"{u}^({top}/{below})",
            f"x+{u}^({top}/{below})",
            f"x^2+{u}^({top}/{below})",
            f"abs({_linear(random)})+{u}^({top}/{below})",
            f"x*{u}^({top}/{below})",
        )
    )


def _wave(random: Random) -> str:
    a = random.choice(("x", "2*x", "x/2", "3*x"))
    return random.choice((f"sin({a})", f"cos({a})"))


def _trig(random: Random) -> str:
    u, v = _wave(random), _wave(random)
    return random.choice(
        (
            f"{u}+{v}",
            f"{u}*{v}",
            f"{u}^2-{v}",
            f"x+{_whole(random, 3)}*{u}",
            f"{u}/(2+{v})",
            f"tan(x)+{u}",
        )
    )


def _trig_domain(random: Random) -> str:
    u, v = _wave(random), _wave(random)
    inner = random.choice(
        (u, f"-{u}", f"{u}-1/2", f"{u}*{v}", f"{u}+1/2", f"-{u}^2", f"{u}-1", f"1-{u}")
    )
    return random.choice(
        (
            f"sqrt({inner})",
            f"log({inner})",
            f"{v}+sqrt({inner})",
            f"1/sqrt({inner})",
            f"{u}+sqrt({inner})^2",
        )
    )


def _exp_log(random: Random) -> str:
    u = random.choice(("exp(x)", "exp(-x)", "exp(-x^2)", "exp(1/x)"))
    v = random.choice(("log(x)", f"log({_linear(random)}^2)", "log(1+x^2)", "x*log(x)", "log(x)/x"))
    return random.choice(
        (
            f"{_linear(random)}*{u}",
            v,
            f"x*{v}",
            f"{u}-{_whole(random)}*x",
            f"{v}+{_whole(random)}*x",
            f"x^2*{u}",
            f"({_poly(random, 1)})*{u}",
        )
    )


def _piece(random: Random) -> str:
    u, v = (
        random.choice((_linear(random), _poly(random, 2))),
        random.choice((_linear(random), "x^2", "cos(x)")),
    )
    return random.choice(
        (
            f"abs({u})+{v}",
            f"min({u},{v})",
            f"max({u},{v})",
            f"floor(x)*{_linear(random)}",
            f"x*sign({u})",
            f"abs({u})*{v}",
            f"Piecewise(({u}, x<{_whole(random)}), ({v}, True))",
            f"Piecewise(({u}, x!=1), ({_whole(random)}, True))",
            f"abs(abs(x)-{random.randint(1, 4)})",
        )
    )


def _inverse_trig(random: Random) -> str:
    u = random.choice(
        ("sin(x)", "cos(x)", "tan(x)", "tan(x)-1", "2*x/(1+x^2)", "x", "1/x", "exp(-x)")
    )
    return random.choice(
        (
            f"asin({u})",
            f"acos({u})",
            f"atan({u})",
            f"acsc({u})",
            f"asec({u})",
            f"x+atan({u})",
            f"acot({u})",
        )
    )


def _scale(random: Random) -> str:
    big = random.choice(("10^9", "10^20", "10^-12", "12345678901"))
    return random.choice(
        (f"x^3-{big}*x", f"x^2*({big}*x+1)", f"{big}*x+1/x", f"exp({big}*x)-x", f"x^4/{big}-x^2")
    )


def _isolated(random: Random) -> str:
    u = random.choice((_linear(random), "x*(x-2)", "sin(x)", "(x^2-1)"))
    return random.choice(
        (f"sqrt(-{u}^2)+x", f"sqrt({u}^2*(x-3))", f"x+sqrt(-abs({u}))", f"sqrt({u}^4-{u}^2)")
    )


def _constant(random: Random) -> str:
    return random.choice(
        (
            "sin(x)^2+cos(x)^2",
            "x-x",
            "x/x",
            "sign(x^2+1)",
            "atan(x)+atan(1/x)",
            "exp(log(x))/x",
            "floor(x)-floor(x)",
            "sqrt(x^2)-abs(x)",
            "max(x,x)-x",
        )
    )


def _domain(random: Random) -> str | None:
    low = random.randint(-4, 3)
    high = random.choice((str(low + random.randint(1, 6)), "oo"))
    ends = random.choice("[("), random.choice("])") if high != "oo" else ")"
    text = f"{ends[0]}{low},{high}{ends[1]}"
    return random.choice((None, None, text, f"(-oo,{low}]"))


ONE: dict[str, Callable[[Random], str]] = {
    "poly": lambda random: _poly(random, random.choice((2, 3, 4))),
    "rational": _rational,
    "radical": _radical,
    "cusp": _cusp,
    "trig": _trig,
    "trigdom": _trig_domain,
    "explog": _exp_log,
    "piece": _piece,
    "invtrig": _inverse_trig,
    "scale": _scale,
    "isolated": _isolated,
    "const": _constant,
    **applied.ONE,
}


def _table(make: Callable[[Random], str], command: str = "table") -> Make:
    def question(random: Random) -> Question:
        domain = _domain(random)
        return Question(command, make(random), {"domain": [domain]} if domain else {})

    return question


def _diff(make: Callable[[Random], str]) -> Make:
    def question(random: Random) -> Question:
        options = random.choice(
            ({}, {"order": "2"}, {"at": _whole(random)}, {"at": "0"}, {"at": "1"})
        )
        return Question("diff", make(random), dict(options))

    return question


def _by_definition(make: Callable[[Random], str]) -> Make:
    def question(random: Random) -> Question:
        options = random.choice(({}, {"at": "0"}, {"at": "1"}, {"at": _whole(random)}))
        return Question("limit-def", make(random), dict(options))

    return question


FAMILIES: dict[str, Make] = {
    **SEVERAL,
    **applied.SEVERAL,
    **{f"table.{name}": _table(make) for name, make in ONE.items()},
    **{f"critical.{name}": _table(make, "critical") for name, make in ONE.items()},
    **{f"diff.{name}": _diff(make) for name, make in ONE.items()},
    **{f"limit-def.{name}": _by_definition(make) for name, make in ONE.items()},
    **LETTERS,
    **ENDLESS,
    **TRAPS,
}
