"""Random questions in several variables, implicit ones, and those of the definition."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from oracle.ask import Question

Text = Callable[[Random], str]
NAMES = ("x", "y", "z")


def whole(random: Random, most: int = 3) -> str:
    return str(random.choice([k for k in range(-most, most + 1) if k]))


def monomials(random: Random, names: tuple[str, ...], degree: int, count: int) -> str:
    terms = []
    for _ in range(count):
        powers = [random.choice(names) for _ in range(random.randint(1, degree))]
        terms.append("*".join([f"({whole(random)})", *powers]))
    return "+".join(terms)


def sparse(random: Random) -> str:
    return (
        f"x^{random.choice((2, 4))}+y^{random.choice((2, 4))}+{monomials(random, ('x', 'y'), 3, 2)}"
    )


def degenerate(random: Random) -> str:
    u = random.choice(("x-y", "x*y-1", "x+y", "x^2-y", "x*y"))
    return random.choice(
        (f"({u})^2", f"({u})^2+x^4", f"({u})*(x-3*y^2)", f"({u})^3", f"({u})^4+y^2")
    )


def quotient(random: Random) -> str:
    below = random.choice(("1+x^2+y^2", "x^2+1", "x*y", "x+y"))
    return f"({monomials(random, ('x', 'y'), 2, 2)})/({below})"


def transcendental(random: Random) -> str:
    u = random.choice(
        ("exp(-x^2-y^2)", "exp(x*y)", "sin(x)*cos(y)", "log(1+x^2+y^2)", "sin(x)+cos(y)")
    )
    v = random.choice(("x", "y^2", "x*y", "1", "x+y"))
    return random.choice((f"({v})*{u}", f"{u}+{v}", f"{u}-({whole(random)})*x*y"))


def rough(random: Random) -> str:
    u = random.choice(
        ("abs(x)", "abs(x-y)", "sqrt(x^2+y^2)", "max(x,y)", "abs(x*y)", "x^(2/3)", "y^(5/3)")
    )
    return random.choice(
        (f"{u}+y^2", f"{u}+{monomials(random, ('x', 'y'), 2, 1)}", f"x^2+{u}-y", f"{u}*(x+1)")
    )


def linear(random: Random) -> str:
    return monomials(random, ("x", "y"), 1, 2)


EQUATIONS: tuple[str, ...] = (
    "x^2+y^2=1", "x*y=1", "x+y=2", "x^2-y^2=1", "x^2+4*y^2=4", "x^3+y^3=1", "y^2=x^3", "x^2=y^2",
    "x^4+y^4=1", "x=0", "x*y=0", "y=x^2", "(x^2+y^2)^2=x^2-y^2", "x^3=0", "abs(x)+abs(y)=1",
)  # fmt: skip
INEQUALITIES: tuple[str, ...] = (
    "x^2+y^2<=1", "x+y<=2", "x>=0", "y>=0", "x*y>=1", "x^2<=y", "abs(x)<=1", "x-y<=1", "y<=1",
    "x^2+y^2>=1",
)  # fmt: skip
STRICT: tuple[str, ...] = (
    "x+y>1", "x*y>1", "x^2+y^2<1", "y>x^2", "x-y<2", "x^2+y^2>1", "x+2*y<3", "x>y", "x*y<2",
    "x+y>0",
)  # fmt: skip
OPEN_SIDES = ("x,y:(0,oo)", "x:(0,2]", "y:(-1,1)", "x:[0,oo)", "x,y:(-2,2)", "y:[1,oo)")
THREE: tuple[str, ...] = (
    "x+y+z=1",
    "x^2+y^2+z^2=1",
    "x*y*z=1",
    "x^2+y^2=z",
    "x+y=z",
    "x^2+y^2+z^2<=4",
)
CROSSED: tuple[str, ...] = ("exp(x)+y=2", "x+sin(y)=0", "x*exp(y)=1", "log(x)+y=1", "x^2+exp(y)=3")

OBJECTIVES: tuple[Text, ...] = (
    linear, linear, sparse, lambda random: monomials(random, ("x", "y"), 2, 2), quotient,
    lambda random: random.choice(("x*y", "x^2*y", "x^2+y^2", "x", "exp(x)*y")),
    lambda random: random.choice(("sqrt(x)+y", "x*log(x)+y*log(y)")),
)  # fmt: skip


def objective(random: Random) -> str:
    return random.choice(OBJECTIVES)(random)


def _critical(make: Text, boxed: float = 0.0) -> Callable[[Random], Question]:
    def question(random: Random) -> Question:
        domain = []
        if random.random() < boxed:
            for name in ("x", "y"):
                low = random.randint(-2, 1)
                end = random.choice((f"{low + random.randint(1, 3)}{random.choice('])')}", "oo)"))
                domain.append(f"{name}:[{low},{end}")
        return Question("critical", make(random), {"domain": domain} if domain else {})

    return question


def _lagrange(*pools: tuple[str, ...], make: Text = objective) -> Callable[[Random], Question]:
    def question(random: Random) -> Question:
        chosen = list(dict.fromkeys(random.choice(pool) for pool in pools))
        in_space = any("z" in text for text in chosen)
        expression = monomials(random, NAMES, 3, 2) if in_space else make(random)
        wrt = "x,y,z" if in_space else "x,y"
        return Question("lagrange", expression, {"wrt": [wrt], "subject_to": chosen})

    return question


def _open(random: Random) -> Question:
    """On sets that lack edges."""
    asked = _lagrange(STRICT, random.choice((EQUATIONS, INEQUALITIES, STRICT, STRICT)))(random)
    sides = [random.choice(OPEN_SIDES)] if random.random() < 0.4 else []
    return Question("lagrange", asked.expression, {**asked.options, "domain": sides})


def _implicit(random: Random) -> Question:
    left = random.choice(
        EQUATIONS + CROSSED + ("x^2+x*y+y^2=3", "sin(x*y)=x", "x^y=y^x", "exp(x+y)=x+2")
    )
    options = random.choice(({}, {}, {"order": "2"}))
    return Question("diff", left, {"wrt": ["x"], "of": "y", **options})


def _partial(random: Random) -> Question:
    make = random.choice((sparse, quotient, transcendental, rough, lambda r: f"f(x*y)+{sparse(r)}"))
    options = random.choice(({"wrt": ["x,y"]}, {"mixed": "x,y"}, {"wrt": ["x"], "order": "2"},
                             {"wrt": ["x"], "at": "x=1,y=2"}))  # fmt: skip
    expression = make(random)
    if "at" in options and "y" not in expression:
        expression += "+y"
    return Question("diff", expression, dict(options))


SEVERAL: dict[str, Callable[[Random], Question]] = {
    "critical.sparse": _critical(sparse),
    "critical.degenerate": _critical(degenerate),
    "critical.rational": _critical(quotient),
    "critical.transcendental": _critical(transcendental),
    "critical.rough": _critical(rough),
    "critical.box": _critical(sparse, 1.0),
    "critical.rough-box": _critical(rough, 1.0),
    "lagrange.one": _lagrange(EQUATIONS),
    "lagrange.inequality": _lagrange(INEQUALITIES),
    "lagrange.two-inequalities": _lagrange(INEQUALITIES, INEQUALITIES),
    "lagrange.open": _open,
    "lagrange.both": _lagrange(EQUATIONS, INEQUALITIES),
    "lagrange.three": _lagrange(THREE),
    "lagrange.transcendental": _lagrange(CROSSED),
    "diff.implicit": _implicit,
    "diff.partial": _partial,
}
