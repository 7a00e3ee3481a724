"""Random questions of the kind that a careful teacher asks: holes, kinks, cusps, single points."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from oracle.ask import Question

FACTORS = ("x", "(x-1)", "(x+2)", "(x^2-1)", "sin(x)", "cos(x)", "log(x)", "(exp(x)-1)", "sqrt(x)",
           "abs(x)", "(1-cos(x))", "tan(x)")  # fmt: skip
CARRIED = ("x", "x^2", "sin(x)", "exp(-x)", "abs(x-1)", "1/x", "log(x^2)", "cos(2*x)", "(x-2)^2")
WITHIN = ("x^2-1", "sin(x)", "x^3-3*x", "x^2-2*x-3", "exp(x)-2", "x-1", "1-x^2", "cos(x)", "log(x)")
POWERS = ("1/3", "2/3", "1/2", "3/2", "4/3", "5/3", "1/6", "2/6", "5/2", "-1/3", "-2/3", "0", "x")
BRANCHES = ("x^2", "-x^2", "x", "2-x", "1/x", "abs(x)", "sin(x)", "exp(-x)", "x^3", "0", "1", "-2")
INTERVALS = ("[0,1]", "(0,1]", "[-1,1]", "[1,1]", "[-2,0]", "(-1,2)", "[0,pi]", "[0,pi/2)",
             "[0,oo)",
             "(-oo,0]", "(0,oo)", "[-3,3]", "[1,4)")  # fmt: skip
CURVES = (
    "y^2=x^3", "y^3=x^2", "y^2=(x-1)^3", "y^2=x^2*(x-1)", "y^2=x^2*(x+1)", "x^2=y^2", "x*y=0",
    "x^3=y^3", "(x^2+y^2)^2=x^2-y^2", "x^2+y^2=0", "(x-1)^2+(y-2)^2=0", "x^2+y^2=-1",
    "x^3+y^3=3*x*y",
    "(x^2+y^2)^3=4*x^2*y^2", "x^4=y^4", "abs(x)+abs(y)=1", "abs(x)=abs(y)", "max(x,y)=1",
    "sqrt(x)+sqrt(y)=1", "x^2*y=0", "(x-y)^2=0", "y=abs(x)", "x^2=y^4", "y^2=x^5", "sqrt(x*y)=1",
)  # fmt: skip
REGIONS = (
    ["y<=(1-x)^3", "y>=0"], ["x^2+y^2<=0"], ["(x-1)^2+(y-2)^2<=0"], ["x^2<=0"], ["x*y>=0"],
    ["x^2+y^2<=1", "x+y>=2"], ["y>=x^2", "y<=0"], ["x^3>=y^2"], ["x*y<=0", "x+y=1"], ["x^2=y^2",
    "x>=0"],
    ["x^2+y^2<=1", "x^2+y^2>=1"], ["abs(x)<=1", "abs(y)<=1"], ["x>=0", "x<=0"], ["y=x^2", "y=0"],
    ["x^2+y^2=1", "x=1"], ["x^2+y^2<=4", "x^2+y^2>=1"], ["max(abs(x),abs(y))<=1"], ["y>=abs(x)",
    "y<=1"],
)  # fmt: skip
SURFACES = (
    ["x^2+y^2=z^2"], ["x^2=y^2*z"], ["x^2+y^2+z^2=0"], ["x^2+y^2+z^2=1", "x=1"], ["x*y*z=0"],
    ["x^2+y^2=1", "z=x"], ["x+y+z=1", "2*x+2*y+2*z=2"], ["x+y+z=0", "x+y+z=1"], ["x*y+y*z+z*x=0"],
)  # fmt: skip
GOALS = ("x", "y", "-x", "x+y", "x*y", "x^2+y^2", "x^2-y^2", "x^2+(y-1)^2", "exp(x)+y", "abs(x-y)",
         "max(x,y)", "x-2*y", "x^4+y^4", "1-x^2-y^2", "x^2*y", "sin(x)+y", "x^3-y")  # fmt: skip
HALVES = ("x,y>0", "x,y>=0", "y>0", "x>=0", "x:[1/2,3]", "x:(0,1]", "y:[0,1)", "x:[-1,1], y:[0,2]",
          "x:(-1,1)")  # fmt: skip
PLANES = (
    "x*y/(x^2+y^2)", "(x-y)/(x+y)", "x^2*y^2", "abs(x*y)", "max(x,y)", "max(abs(x),abs(y))",
    "min(x^2,y^2)", "sqrt(x*y)", "log(x*y)", "(y-x^2)*(y-3*x^2)", "x^3-3*x*y^2", "(x^2+y^2-1)^2",
    "x^2+(x*y-1)^2", "-(x^2-1)^2-(x^2*y-x-1)^2", "x^2+y^2*(1-x)^3", "exp(x)*cos(y)", "x^2*y-y^3",
    "x^4+y^4-(x-y)^2", "1/(x^2+y^2)", "x^2+y^2+1/(x^2*y^2)", "sqrt(abs(x))+y^2", "(x^2+y^2)/(x*y)",
    "x*exp(-x^2-y^2)", "abs(x)-abs(y)", "(x+y)*exp(-x-y)", "x^2*exp(-y)-y", "cbrt(x*y)",
    "Piecewise((x^2+y^2, x!=0), ({c}, True))", "Piecewise((x*y, x>=y), ({c}, True))",
    "Piecewise((x^2+y^2, x^2+y^2!=0), ({c}, True))",
    "Piecewise((x*y/(x^2+y^2), x^2+y^2!=0), ({c}, True))",
)  # fmt: skip


def line(random: Random) -> str:
    """A function of one variable with something cancelled, folded, or put together."""
    u, v, w = random.choice(FACTORS), random.choice(CARRIED), random.choice(WITHIN)
    c = random.choice(BRANCHES)
    return random.choice((
        f"{v}*{u}/{u}", f"{v}*{u}^2/{u}", f"{u}/{u}^2", f"abs({w})", f"abs({w})+{v}",
        f"({w})^2/({w})",
        f"({w})^({random.choice(POWERS)})", f"log(({w})^2)", f"log(abs({w}))", f"sqrt(({w})^2)",
        f"exp(log({w}))", f"sqrt({w})^2", f"1/({w})", f"1/sqrt({w})", f"sqrt({w})",
        f"({w})/abs({w})",
        f"max({v},{c})", f"floor({w})", f"sign({w})*({v})", f"asin(sin(x))+{c}",
        f"tan(x)*cot(x)*({v})",
        f"Piecewise(({v}, x<1), ({c}, True))", f"Piecewise(({v}, x!=1), ({c}, True))",
        f"Piecewise(({c}, x<0), ({v}, x<=2), (x, True))", f"abs(abs(x)-1)*({v})", f"x^0+{c}",
    ))  # fmt: skip


def _of_one(command: str) -> Callable[[Random], Question]:
    def question(random: Random) -> Question:
        options: dict[str, Any] = {}
        if command in ("diff", "limit-def"):
            at = random.choice((None, "0", "1", "-1", "2", "pi/2"))
            options = {"at": at} if at else {}
        elif random.random() < 0.6:
            options = {"domain": [random.choice(INTERVALS)]}
        return Question(command, line(random), options)

    return question


def _plane(random: Random) -> Question:
    made = random.choice(PLANES).format(c=random.choice(("0", "-1", "5", "1/2", "x", "y^2")))
    domain = random.choice(([], [], [random.choice(HALVES)]))
    return Question("critical", made, {"wrt": ["x,y"], **({"domain": domain} if domain else {})})


def _constrained(random: Random) -> Question:
    goal = random.choice(GOALS)
    if random.random() < 0.2:
        chosen = random.choice(SURFACES)
        goal = random.choice((goal, f"{goal}+z", "z", "x*y*z", "x^2+y^2+z^2"))
        return Question("lagrange", goal, {"wrt": ["x,y,z"], "subject_to": chosen})
    chosen = random.choice((*([curve] for curve in CURVES), *REGIONS))
    domain = [random.choice(HALVES)] if random.random() < 0.35 else []
    options = {"wrt": ["x,y"], "subject_to": chosen, **({"domain": domain} if domain else {})}
    return Question("lagrange", goal, options)


def _with_sides(random: Random) -> Question:
    """An ordinary constraint, and open or closed sides."""
    equation = random.choice(("x+y=1", "x*y=1", "x^2+y^2=1", "y=x^2", "x+y<=2", "x^2+4*y^2<=4"))
    options = {"wrt": ["x,y"], "subject_to": [equation], "domain": [random.choice(HALVES)]}
    return Question("lagrange", random.choice(GOALS), options)


TRAPS: dict[str, Callable[[Random], Question]] = {
    "traps.table": _of_one("table"),
    "traps.critical": _of_one("critical"),
    "traps.diff": _of_one("diff"),
    "traps.limit-def": _of_one("limit-def"),
    "traps.plane": _plane,
    "traps.constrained": _constrained,
    "traps.sides": _with_sides,
}
