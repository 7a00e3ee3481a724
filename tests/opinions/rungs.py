"""Random questions for the arguments that the sorts of function and of set seldom need."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from oracle.ask import Question

Make = Callable[[Random], Question]


def number(random: Random) -> str:
    return random.choice(("1", "2", "3", "1/2", "3/2", "4"))


def sign(random: Random) -> str:
    return random.choice("+-")


def form(random: Random) -> str:
    """A linear form with small coefficients."""
    return random.choice(("x+y", "x-y", "x+2*y", "2*x-y", "x", "y", "-x", "-x-y", "x-3*y"))


def line(random: Random) -> Question:
    f = random.choice(("x*exp(-x^2)", "x/(1+x^2)", "x^3-3*x", "x-log(x)", "atan(x)+1/(1+x^2)"))
    given = random.choice(("(0,2]", "[1,oo)", "(0,oo)"))
    return Question("critical", f"{number(random)}*({f})", {"domain": [given]})


def points(random: Random) -> Question:
    f = random.choice(("x+2*y", "x*y", "x^2-y", "exp(x)+y"))
    second = random.choice(("x=y", "x+y=1", "y=x^2", "x*y=1/2"))
    return Question("lagrange", f, {"subject_to": ["x^2+y^2=2", second]})


def constant(random: Random) -> Question:
    given = random.choice(("0*x*y", "x*y-x*y", "0*(x+y)", "x^2-x*x+0*y"))
    return Question("critical", f"{number(random)}+{given}")


def programme(random: Random) -> Question:
    """Convex quadratic, on half planes."""
    f = random.choice(("x^2+y^2", "x^2+x*y+y^2", "2*x^2+y^2-x*y", "(x-y)^2+x^2"))
    sides = random.sample(("x+y>=2", "x>=0", "y<=3", "x-2*y<=4", "x>=1", "y>=1"), 2)
    given = f"{f}{sign(random)}{number(random)}*x"
    return Question("lagrange", given, {"subject_to": sides})


def decaying(random: Random) -> Question:
    above = f"{number(random)}*x{sign(random)}{number(random)}*y{random.choice(('', '+1', '*x'))}"
    below = random.choice(("*exp(-x^2-y^2)", "/(1+x^4+y^4)", "*exp(-x^2-x*y-y^2)"))
    return Question("critical", f"({above}){below}")


def open_curve(random: Random) -> Question:
    f = random.choice(("x^2+y^2", "x^2+2*y^2", "x^4+y^2", "x^2+y^2-x"))
    curve = random.choice(("x^3+y^3=1", "x^3-y^3=2", "x^3+x*y^2=1", "x^3+y^3=3*x*y"))
    return Question("lagrange", f, {"subject_to": [curve]})


def transcendental_curve(random: Random) -> Question:
    a, b = number(random), number(random)
    curve = random.choice(("exp(x)+exp(y)=3", "log(x)+log(y)=1", "exp(x)+y=2", "sqrt(x)+y=1",
                           "sqrt(x*y)=2", "sqrt(x)*sqrt(y)=1", "x^(1/3)*y^(2/3)=4"))  # fmt: skip
    return Question("lagrange", f"{a}*x{sign(random)}{b}*y", {"subject_to": [curve]})


def union(random: Random) -> Question:
    f = random.choice(("x^2+y^2+4*y", "x^3+y", "x^2-y", "exp(x)+y^2", "x^2+y^2-x-2*y"))
    zero = random.choice(("x*y=0", "x*(y-x-1)=0", "(x-1)*(y+1)=0", "x^2-y^2=0"))
    return Question("lagrange", f, {"subject_to": [zero]})


def switching(random: Random) -> Question:
    """Conditions with a switch in them."""
    f = f"{form(random)}{random.choice(('', '+x^2', '-y^2', '+x*y'))}"
    given = random.choice(("abs(x)+y^2<=1", "max(x,y)<=1", "abs(x-1)+abs(y)<=2", "abs(x*y)<=1"))
    return Question("lagrange", f, {"subject_to": [given, "x^2+y^2<=4"]})


def together(random: Random) -> Question:
    """Terms that are least at one point."""
    f = random.choice(("x^2*y^2-cos(x*y)", "-exp(-sqrt(x^2+y^2))-cos(x)-cos(y)",
                       "abs(x+y)+sin(x-y)^2", "-cos(x)*cos(y)-exp(-x^2-y^2)"))  # fmt: skip
    return Question("critical", f"{number(random)}+{f}")


def beyond_hyperbola(random: Random) -> Question:
    f = f"{number(random)}*y{random.choice(('', '+x', '+2*x', '+x^2'))}"
    least = random.choice(("x*y>=1", "x*y>=4", "x^2*y>=3", "x*y>=2"))
    return Question("lagrange", f, {"subject_to": [least, "x>=0"]})


def parts(random: Random) -> Question:
    first = random.choice(("x^2", "exp(x)", "atan(x)", "x*exp(-x)", "x^2-x", "log(1+x^2)"))
    second = random.choice(("y^2", "exp(-y)", "atan(y)", "y^4-y", "1/(1+y^2)", "abs(y)"))
    turned = (first, second) if random.random() < 0.5 else (
        first.replace("x", "(x+y)"), second.replace("y", "(x-y)")
    )  # fmt: skip
    turned = tuple(each.replace("e(x+y)p", "exp").replace("e(x-y)p", "exp") for each in turned)
    joint = random.choice("+*") if turned == (first, second) else "+"
    return Question("critical", f"({turned[0]}){joint}{number(random)}*({turned[1]})")


def inner(random: Random) -> Question:
    g = random.choice(("x^2+y^2", "x^2+2*y^2", "x*y", "x-y^2", "x^2+y^4"))
    outer = random.choice(("sin({0})", "exp(-({0}))*({0})^2", "({0})^2/(1+({0})^2)", "atan({0})"))
    return Question("critical", outer.format(g))


def inner_of_each(random: Random) -> Question:
    u, v = random.choice(("sin(x)", "exp(x)", "atan(x)")), random.choice(("cos(y)", "exp(-y)"))
    f = random.choice(("{0}*{1}+{0}", "({0}-{1})^2", "{0}^2+{1}", "{0}*{1}-{1}"))
    return Question("critical", f.format(u, v))


def means(random: Random) -> Question:
    a, b, c = number(random), number(random), number(random)
    f = random.choice((f"{a}*x+{b}*y+{c}/(x*y)", f"{a}*x/y+{b}*y/x", f"{a}*x+{b}*y^2+{c}/(x^2*y)",
                       f"x*y/((1+x)*({a}*x+y)*(y+{b}))", f"(x+{a}*y)*({b}/x+1/y)"))  # fmt: skip
    return Question("critical", f, {"domain": ["x:(0,oo)", "y:(0,oo)"]})


def convex(random: Random) -> Question:
    atoms = ("exp({0})", "log(1+exp({0}))", "({0})^2", "abs({0})", "cosh({0})", "sqrt(1+({0})^2)",
             "log(exp({0})+exp(-x))")  # fmt: skip
    chosen = [random.choice(atoms).format(form(random)) for _ in range(3)]
    return Question("critical", "+".join(f"{number(random)}*{each}" for each in chosen))


def polytope(random: Random) -> Question:
    f = random.choice(("x^2+y^2+x*y", "exp(x)+y^2", "x*log(x)+y*log(y)", "abs(x-y)+x^2", "-x*y"))
    given = random.choice((["x+y<=1", "x>=0", "y>=0"], ["x+2*y<=2", "x>=0", "y>=0"]))
    return Question("lagrange", f"{number(random)}*({f})", {"subject_to": given})


def levels(random: Random) -> Question:
    f = random.choice(("sqrt(x^2+y^2+1)+sin(x)", "x^2+y^2+1/x+cos(y)", "x^2+y^2-log(x)+x*y/3",
                       "exp(x)+exp(-x)+y^2+sin(x*y)/4"))  # fmt: skip
    domain = {"domain": ["x:(0,oo)"]} if "1/x" in f or "log" in f else {}
    return Question("critical", f, domain)


def open_edge(random: Random) -> Question:
    f = random.choice(("x*log(x)+x*y", "x*log(x)-y^2", "x^2*log(x)+y", "x*log(x)*y+x"))
    domain = ["x:(0,1]", random.choice(("y:[0,1]", "y:[-1,2]"))]
    return Question("critical", f"{number(random)}*({f})", {"domain": domain})


def quartic_programme(random: Random) -> Question:
    f = random.choice(("x^4+x^2*y^2+y^4", "x^4+y^4+x*y+x^2+y^2", "x^4+x^2*y^2+y^4-x"))
    sides = [random.choice(("x+y>=2", "x+2*y>=1", "x-y>=1")), random.choice(("x<=5", "y<=4"))]
    return Question("lagrange", f"{number(random)}*({f})", {"subject_to": sides})


def grown(random: Random) -> Question:
    wave = random.choice(("x*sin(y)", "y*cos(x)", "sin(x*y)", "x*cos(x+y)"))
    return Question("critical", f"{number(random)}*x^2+y^2{sign(random)}{wave}")


def bumps(random: Random) -> Question:
    """Waves on a box, with maxima and minima of nearly the same size."""
    waves = random.choice(("sin(3*x)*cos(2*y)", "sin(x*y)", "cos(3*x+y)", "sin(2*x)+cos(3*y+x)"))
    pull = random.choice(("x*y/5", "(x-y)^2/10", "x^2/8+y/7", "exp(x/4)*y/6"))
    sides = ["x:[-2,3]", "y:[-3,2]"]
    return Question("critical", f"{number(random)}*{waves}{sign(random)}{pull}", {"domain": sides})


def valley(random: Random) -> Question:
    lead, top = random.choice(("1+y^2", "exp(y)", "2+cos(y)")), random.choice(("y", "1", "sin(y)"))
    f = f"({lead})*x^2{sign(random)}{number(random)}*({top})*x"
    return Question("critical", f + random.choice(("", "+y^2", "+exp(-y)")))


def degree_zero(random: Random) -> Question:
    above = f"{number(random)}*x^2{sign(random)}{number(random)}*x*y{sign(random)}y^2"
    below = random.choice(("x^2+y^2", "x^2+2*y^2", "x^2+x*y+y^2"))
    return Question("critical", f"({above})/({below})")


def nearly(random: Random) -> Question:
    """Beyond a bound as they are written."""
    f = random.choice(("1/(1+x^2+exp(y))", "exp(-x^2)/(1+y^2)", "exp(x)+exp(y-x)", "1/(2+x^4+y^2)",
                       "x*exp(y)+y^2", "x^2*exp(y)"))  # fmt: skip
    return Question("critical", f"{number(random)}*{f}")


def hidden_squares(random: Random) -> Question:
    f = random.choice(("x^4*y^2+x^2*y^4-3*x^2*y^2", "x^4-2*x^2*y+2*y^2-2*y",
                       "x^4*y^2-2*x^2*y+1+(x-y)^2", "x^4+x^2*y^2-2*x^2*y+y^2"))  # fmt: skip
    return Question("critical", f"{f}+{number(random)}")


def tip(random: Random) -> Question:
    """A set with a singular point."""
    f = f"{form(random)}{random.choice(('', '+z', '-2*z', '+z^2'))}"
    cone = random.choice(("x^2+y^2=z^2", "x^2+y^2=z^3", "x^2+2*y^2<=z^2", "x^2=y^3"))
    ends = random.choice(([], ["z<=1", "z>=0"], ["x^2+y^2+z^2<=4"]))
    return Question("lagrange", f, {"subject_to": [cone, *ends]})


CLASSES: dict[str, Make] = {
    "line": line, "points": points, "constant": constant, "programme": programme,
    "decaying": decaying, "open curve": open_curve, "transcendental curve": transcendental_curve,
    "union": union, "beyond a hyperbola": beyond_hyperbola, "parts": parts, "inner": inner,
    "inner of each": inner_of_each, "means": means, "convex": convex, "polytope": polytope,
    "levels": levels, "valley": valley, "degree zero": degree_zero, "nearly": nearly,
    "hidden squares": hidden_squares, "open edge": open_edge,
    "quartic programme": quartic_programme, "grown": grown,
    "switching": switching, "together": together, "bumps": bumps, "tip": tip,
}  # fmt: skip

MADE_FOR: dict[str, str] = {
    "constant": "constant", "all_points": "points", "bounded_by_value": "squares",
    "compact": "region", "compact_closure": "box", "convex_problem": "programme",
    "coercive": "polynomial", "periodic": "periodic", "vanishing": "decaying",
    "one_variable": "line", "table_of_branches": "curve", "grows_on_set": "open curve",
    "unbounded_along_curve": "polynomial", "fewer_variables": "surfaces",
    "equation_solved": "transcendental curve", "equation_raised": "transcendental curve",
    "product_is_zero": "union", "formulas_of_parts": "switching", "terms_together": "together",
    "bound_of_name": "beyond a hyperbola", "sum_of_parts": "parts", "product_of_parts": "parts",
    "composition": "inner", "squares_as_written": "squares", "means_of_terms": "means",
    "convex": "convex", "corners": "polytope", "bounded_level_set": "levels",
    "open_edges": "open edge", "convex_by_minors": "quartic programme",
    "level_set_by_growth": "grown",
    "over_one_variable": "valley", "homogeneous": "degree zero",
    "independent_inner": "inner of each", "tends_to_bound": "nearly",
    "unbounded_on_lines": "nearly", "sum_of_squares": "hidden squares", "enclosed_values": "bumps",
    "all_values": "rational",
}  # fmt: skip
"""For each argument a sort of question that it decides."""
