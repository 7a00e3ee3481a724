"""Random questions of least and greatest values, by the sort of function and of set."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from opinions import rungs
from oracle.ask import Question

Make = Callable[[Random], Question]


def _number(random: Random) -> str:
    return random.choice(("1", "2", "3", "1/2", "3/2", "4"))


def _sign(random: Random) -> str:
    return random.choice("+-")


def _monomial(random: Random, names: str, degree: int) -> str:
    return "*".join(random.choice(names) for _ in range(random.randint(1, degree)))


def _polynomial(random: Random) -> Question:
    names = random.choice(("xy", "xyz"))
    top = "+".join(f"{_number(random)}*{n}^{random.choice('24')}" for n in names)
    rest = "".join(
        f"{_sign(random)}{_number(random)}*{_monomial(random, names, 3)}" for _ in range(3)
    )
    return Question("critical", top + rest)


def _squares(random: Random) -> Question:
    parts = random.sample(("x-1", "y+1", "x*y-1", "x-y", "x^2-y", "y^2-x+1", "x+y-2"), 2)
    weights = (_number(random), _number(random))
    terms = (f"{w}*({p})^2" for w, p in zip(weights, parts, strict=True))
    return Question("critical", "+".join(terms) + random.choice(("", "+x^2", "-1")))


def _rational(random: Random) -> Question:
    above = "".join(
        f"{_sign(random)}{_number(random)}*{_monomial(random, 'xy', 2)}" for _ in range(2)
    )
    below = random.choice(("1+x^2+y^2", "2+x^4+y^2", "1+x^2*y^2", "1+(x-y)^2", "3+x^2+x*y+y^2"))
    return Question("critical", f"({above.removeprefix('+')})/({below})")


def _waves(random: Random) -> Question:
    parts = ("sin(x)", "cos(y)", "sin(x+y)", "cos(x-y)", "sin(x)*cos(y)", "cos(x)^2", "sin(2*y)")
    first, second = random.sample(parts, 2)
    return Question("critical", f"{_number(random)}*{first}{_sign(random)}{second}")


def _on_curve(random: Random) -> Question:
    f = random.choice(("x+2*y", "x*y", "x^2+y", "x^2*y", "x^3+y", "x-y^2", "x^2+3*x*y"))
    curve = random.choice(
        ("x^2+y^2=2", "x^2+x*y+y^2=3", "x^4+y^4=1", "x^2+4*y^2=4", "x*y=1", "x+y=3", "x^2-y^2=1")
    )
    return Question("lagrange", f, {"subject_to": [curve]})


def _on_surfaces(random: Random) -> Question:
    f = random.choice(("x+y+z", "x*y*z", "x*y+z", "x^2+y*z", "x+2*y-z^2"))
    first = random.choice(("x^2+y^2+z^2=1", "x^2+2*y^2+z^2=4", "x+y+z=1", "x^2+y^2=z"))
    second = random.choice(("x+y-z=0", "x*y=z", "x-z=1", "x>=0", "y+z<=1"))
    return Question("lagrange", f, {"subject_to": [first, second]})


def _in_region(random: Random) -> Question:
    f = random.choice(("x*y", "x^2-y", "x^3-3*x+y^2", "x+y^2", "x^2*y-x", "exp(x)*y", "x*y-x-y"))
    region = random.choice((
        ["x^2+y^2<=4"], ["x+y<=2", "x>=0", "y>=0"], ["x^2<=y", "y<=1"], ["x*y>=1", "x>=0"],
        ["x>=-1", "x<=2", "y>=0", "y<=1"],
    ))  # fmt: skip
    return Question("lagrange", f, {"subject_to": region})


def _in_box(random: Random) -> Question:
    f = random.choice(("x*y-y^2", "x^3-x*y", "sin(x)+y^2", "x^2*y-x", "cos(x)*y", "x/(1+y^2)"))
    sides = random.choice(
        (["x:[-1,2]", "y:[0,1]"], ["x:[0,3]", "y:[-1,1]"], ["x:(0,2]", "y:[0,2)"])
    )
    return Question("critical", f, {"domain": sides})


CLASSES: dict[str, Make] = {
    "polynomial": _polynomial,
    "squares": _squares,
    "rational": _rational,
    "periodic": _waves,
    "curve": _on_curve,
    "surfaces": _on_surfaces,
    "region": _in_region,
    "box": _in_box,
    **rungs.CLASSES,
}


def problem(seed: int) -> tuple[str, Question]:
    """The question of a seed, always the same, with its class."""
    names = list(CLASSES)
    name = names[seed % len(names)]
    return name, CLASSES[name](Random(f"{name} {seed}"))  # noqa: S311 (samples)
