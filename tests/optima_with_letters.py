"""Random questions of `critical` and `lagrange` with letters for coefficients."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from calctool.notation.reading.parser import read_back
from calctool.solve.typed import Typed


class Asked(NamedTuple):
    command: str
    typed: Typed

    def __str__(self) -> str:
        typed = self.typed
        options = [f"--wrt {','.join(typed.wrt)}"]
        options += [f'-s "{each}"' for each in typed.subject_to]
        options += [f'--assume "{each}"' for each in typed.assume]
        options += [f"--domain {each}" for each in typed.domain]
        return " ".join((self.command, f'"{typed.expression}"', *options))


Make = Callable[[Random], Asked]


def _n(rng: Random) -> str:
    return str(rng.choice([-3, -2, -1, 1, 2, 3, 4]))


def _c(rng: Random, letters: str = "a") -> str:
    """A coefficient, with a letter or without one."""
    a = rng.choice(letters)
    shapes = [_n(rng), _n(rng), a, a, f"({a}{rng.choice('+-')}1)", f"2*{a}", f"{a}^2"]
    return f"({rng.choice(shapes)})"


def _sum(rng: Random, monomials: list[str], count: int, letters: str = "a") -> str:
    """Of some monomials, the first of them with a letter at least."""
    first, *others = rng.sample(monomials, count)
    parts = [f"{letters[0]}*{first}", *(f"{_c(rng, letters)}*{each}" for each in others)]
    return "+".join(parts)


_SECOND = ["x^2", "y^2", "x*y", "x", "y"]


def _free(f: str, names: tuple[str, ...] = ("x", "y"), **options: Any) -> Asked:
    return Asked("critical", Typed(f, wrt=names, **options))


def _on(f: str, *sets: str, names: tuple[str, ...] = ("x", "y"), **options: Any) -> Asked:
    return Asked("lagrange", Typed(f, wrt=names, subject_to=sets, **options))


# --- critical -----------------------------------------------------------------------------------


def _quadratic(rng: Random) -> Asked:
    return _free(_sum(rng, _SECOND, rng.randint(2, 4), rng.choice(["a", "a", "ab"])))


def _in_space(rng: Random) -> Asked:
    terms = ["x^2", "y^2", "z^2", "x*y", "y*z", "x*z", "x", "z"]
    return _free(_sum(rng, terms, rng.randint(3, 5)), ("x", "y", "z"))


def _cubic(rng: Random) -> Asked:
    return _free(_sum(rng, [*_SECOND, "x^3", "y^3", "x^2*y", "x*y^2"], rng.randint(3, 4)))


def _quartic(rng: Random) -> Asked:
    terms = ["x^2", "y^2", "x*y", "x", "x^2*y", "x^2*y^2"]
    return _free(f"x^4+{_sum(rng, terms, rng.randint(2, 3))}+{rng.choice(['y^2', 'y^4'])}")


def _powers(rng: Random) -> Asked:
    n, m = abs(int(_n(rng))), abs(int(_n(rng)))
    return rng.choice([
        _free(f"x*y+a/x+{n}/y"), _free(f"{n}*x+{m}*y+a/(x*y)"),
        _free("x^a*y^b-x-y", assume=["a>0", "b>0", "a+b<1"]),
        _free(f"a*ln(x)+{n}*ln(y)-x-{m}*y"), _free("(x^2+a*y^2)*exp(-x^2-y^2)"),
        _free(f"exp({n}*x)-a*x+y^2"), _free("x*exp(y)-a*x"), _free("exp(-x^2-y^2)*(x+a)"),
        _free("ln(x)+y^2-a*x"), _free("x^2+y^2+a/(x^2+y^2)"),
        _free(f"p*x^(1/2)*y^(1/4)-x-{n}*y", assume=["p>0"]),
        _free("a*exp(x)+exp(y)-x-y"), _free("sin(x)+a*y^2"), _free(f"x^2*y-{n}*a*y+y^3"),
    ])  # fmt: skip


def _box(rng: Random) -> Asked:
    end = rng.choice(["1", "2", "3"])
    domain = rng.choice(
        [["x:[0,1]", f"y:[0,{end}]"], [f"x:[-{end},1]", "y:[-1,1]"], ["x:[0,oo)", "y:[0,oo)"]]
    )
    return _free(_sum(rng, _SECOND, rng.randint(2, 3)), domain=domain)


# --- lagrange -----------------------------------------------------------------------------------

_CURVES = [
    "x^2+y^2=1", "x^2+y^2=r^2", "x^2+2*y^2=3", "a*x^2+y^2=1", "x^2+y^2=a",
    "x^2-y^2=1", "x*y=1", "x*y=a", "x^2+x*y+y^2=3", "y=x^2", "y^2=x^3",
]  # fmt: skip


def _on_curve(rng: Random) -> Asked:
    f = _sum(rng, _SECOND, rng.randint(2, 3))
    on = rng.choice(_CURVES)
    return _on(f.replace("a", "2") if "r" in on else f, on)


def _linear_on_curve(rng: Random) -> Asked:
    f = rng.choice(["a*x+b*y", "x+a*y", f"{_n(rng)}*x+a*y", "a*x+2*y"])
    return _on(f, rng.choice([*_CURVES, "x^2+y^2=r^2", "x^4+y^4=1"]))


def _on_line(rng: Random) -> Asked:
    f = _sum(rng, [*_SECOND, "x^3", "x^4"], rng.randint(2, 3))
    return _on(f, rng.choice(["x+y=1", "x+a*y=1", "a*x+y=2", "x-y=a", "2*x+3*y=a"]))


def _on_sphere(rng: Random) -> Asked:
    names = ("x", "y", "z")
    f = rng.choice(
        [
            f"a*x+{_n(rng)}*y+z",
            "x*y*z",
            "a*x^2+y^2+2*z^2",
            "a*x*y+z^2",
            "x*y+y*z+a*z*x",
            "a*x+b*y+c*z",
        ]
    )
    on = rng.choice(["x^2+y^2+z^2=1", "x^2+y^2+z^2=r^2", "x+y+z=1", "x^2+2*y^2+z^2=a"])
    return _on(f, on, names=names)


def _on_two(rng: Random) -> Asked:
    names = ("x", "y", "z")
    f = _sum(rng, ["x^2", "y^2", "z^2", "x*y", "z", "x"], 3)
    return _on(f, "x+y+z=1", rng.choice(["x-y=a", "a*x+y=2", "x+2*y-z=0"]), names=names)


def _budget(rng: Random) -> Asked:
    f = rng.choice(
        [
            "x*y",
            "x^a*y^(1-a)",
            "x^a*y^b",
            "ln(x)+a*ln(y)",
            "sqrt(x)+a*sqrt(y)",
            "x^2*y^3",
            "(x^r+y^r)^(1/r)",
            "ln(x)+y",
            "min(x,a*y)",
            "a*x^2+y^2",
        ]
    )
    on = rng.choice(["p*x+q*y=m", "x+y=m", "2*x+3*y=m", "x+q*y=10"])
    assume = [
        f"{name}>0"
        for name in "abpqm"
        if name in on or (name in f.replace("sqrt", "").replace("min", ""))
    ]
    if "(1-a)" in f:
        assume.append("a<1")
    if "r" in f.replace("sqrt", ""):
        assume += ["r<1", "r!=0"]
    return _on(f, on, assume=assume, domain=["x:(0,oo)", "y:(0,oo)"] if rng.random() < 0.5 else [])


def _inequality(rng: Random) -> Asked:
    f = rng.choice([_sum(rng, _SECOND, rng.randint(1, 3)), f"a*x+{_n(rng)}*y"])
    sets = rng.choice(
        [
            ["x^2+y^2<=1"],
            ["x+y<=1", "x>=0", "y>=0"],
            ["x+y<=a", "x>=0", "y>=0"],
            ["x+2*y>=1"],
            ["x^2+y^2<=a^2"],
            ["x^2+y^2>=1"],
            ["y>=x^2", "y<=1"],
            ["x>=0", "x+y=1", "y>=0"],
        ]
    )
    return _on(f, *sets)


FAMILIES: dict[str, list[Make]] = {
    "critical": [_quadratic, _in_space, _cubic, _quartic, _powers, _box],
    "lagrange": [_on_curve, _linear_on_curve, _on_line, _on_sphere, _on_two, _budget, _inequality],
}


def _sides(text: str) -> str:
    """Relations as sums of their sides."""
    return re.sub("[<>]?=|[<>]", "+", text)


def questions(command: str, seed: int) -> Iterator[Asked]:
    """One after the other, each once."""
    rng = Random(seed)  # noqa: S311 (questions for a test)
    seen: set[str] = set()
    while True:
        asked = rng.choice(FAMILIES[command])(rng)
        text = "+".join((asked.typed.expression, *asked.typed.subject_to))
        if str(asked) not in seen and set(asked.typed.wrt) <= read_back(_sides(text)).names:
            seen.add(str(asked))
            yield asked
