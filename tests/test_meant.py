"""Texts that cannot be read as they stand: read with a note, or refused with what to type."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tokens.joined import Scope
from calctool.notation.tree import Statement
from calctool.present.problem import advice
from calctool.words.faults.errors import HINTS

HERE = Path(__file__).parent
WRONG = sorted(
    (file.stem, line)
    for file in (HERE / "errors").glob("*.calc")
    for line in file.read_text("utf-8").split("\n")[:-1]
)


def tree(text: str) -> Statement:
    return read(text, relation=True).statement


def understood(typed: str) -> list[Statement]:
    """What is answered, if that is said in a note; else what the hint leads to."""
    try:
        reading = read(typed)
    except Problem as problem:
        return [tree(text) for text in offered(problem)]
    assert reading.notes, f"{typed!r} is read without a note"
    return [reading.statement]


def offered(problem: Problem) -> list[str]:
    """The texts that the hint says to type, the likeliest first."""
    facts = ("written", "other") if "written" in problem.facts else ("of",)
    texts = [str(problem.facts[fact]) for fact in facts if fact in problem.facts]
    said = advice(problem, "en") or ""
    assert texts, f"nothing is offered by {said!r}"
    assert all(text in said for text in texts)
    return texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # --- functions of other programs and books ---
        ("pow(x, 2)", "x^2"),
        ("pow(x+1, 2)*3", "(x+1)^2*3"),
        ("2^pow(x, 2)", "2^(x^2)"),
        ("pow(e, x)", "e^x"),
        ("POWER(x, 2)+SQRT(x)", "x^2+sqrt(x)"),
        ("math.pow(x, 3)", "x^3"),
        ("log1p(x)", "log(1+x)"),
        ("-expm1(x)^2", "-(exp(x)-1)^2"),
        ("hypot(x, y)", "sqrt(x^2+y^2)"),
        ("np.sinc(x)", "Piecewise((sin(pi*x)/(pi*x), x != 0), (1, True))"),
        ("=LOG(A1, 2)", "log(A1, 2)"),
        ("sgn(x)", "sign(x)"),
        ("signum(x)", "sign(x)"),
        ("mod(x, 2)", "x-2*floor(x/2)"),
        ("x % 2", "mod(x, 2)"),
        ("1+x mod 2", "1+mod(x, 2)"),
        ("xmod2", "mod(x, 2)"),
        ("5%", "5/100"),
        ("tg x", "tan(x)"),
        ("ctg(2x)", "cot(2x)"),
        ("tg^2 x", "tan(x)^2"),
        ("arctg x + 1", "atan(x)+1"),
        ("sh(x)+ch(x)", "sinh(x)+cosh(x)"),
        ("logsigmoid(x)", "log(sigmoid(x))"),
        ("nthroot(x, 3)", "root(x, 3)"),
        ("factorial(x+1)", "gamma((x+1)+1)"),
        ("n!", "gamma(n+1)"),
        ("sigma(x)", "sigmoid(x)"),
        # --- capital letters, modules, brackets ---
        ("Sin(x)", "sin(x)"),
        ("SIN(x)*Exp(-x)", "sin(x)*exp(-x)"),
        ("2 Sin x", "2*sin(x)"),
        ("LN(x)", "ln(x)"),
        ("LOG(x)", "log10(x)"),
        ("Log(x)", "log(x)"),
        ("PI*x", "pi*x"),
        ("np.exp(-x)", "exp(-x)"),
        ("math.sin(math.pi*x)", "sin(pi*x)"),
        ("Math.E**x", "e**x"),
        ("torch.nn.functional.relu(x)", "relu(x)"),
        ("np.where(x<0, -x, x)", "where(x<0, -x, x)"),
        ("Sin[x]", "sin(x)"),
        ("Sin[x]^2 + Cos[Sqrt[x]]", "sin(x)^2+cos(sqrt(x))"),
        ("Log[2, x]", "log(x, 2)"),
        ("ProductLog[-1, x]", "LambertW(x, -1)"),
        ("If[x<0, -x, x]", "where(x<0, -x, x)"),
        ("Mod[x, 2]+ArcSin[x]", "mod(x, 2)+asin(x)"),
        ("Exp[-Pi x]", "exp(-pi*x)"),
        ("[x+1]^2", "(x+1)^2"),
        ("2{x+1}", "2(x+1)"),
        ("x[0]*x[1]", "x_0*x_1"),
        ("(x+1", "(x+1)"),
        ("x+1)", "x+1"),
        # --- branches ---
        ("if(x<0, -x, x)", "where(x<0, -x, x)"),
        ("IF(x<0,-x,x)+1", "where(x<0,-x,x)+1"),
        ("ifelse(x<0, -x, x)", "where(x<0, -x, x)"),
        ("x if x>0 else -x", "where(x>0, x, -x)"),
        ("1 + x if x>0 else -x", "where(x>0, 1+x, -x)"),
        ("2*(x if x>0 else -x)", "2*where(x>0, x, -x)"),
        ("1 if x>1 else x if x>0 else 0", "Piecewise((1, x>1), (x, x>0), (0, True))"),
        ("x>0 ? x : -x", "where(x>0, x, -x)"),
        ("exp(x>0 ? x : -x)", "exp(where(x>0, x, -x))"),
        ("x<0 ? 0 : x<1 ? x : 1", "where(x<0, 0, where(x<1, x, 1))"),
        ("{x^2, x<1; 2x-1, x>=1}", "Piecewise((x^2, x<1), (2x-1, x>=1))"),
        ("{x^2 if x<1; 2x-1 otherwise}", "Piecewise((x^2, x<1), (2x-1, True))"),
        ("3*{1 if x < 1 − x; −1 otherwise}", "3*Piecewise((1, x<1-x), (-1, True))"),
        (
            r"\begin{cases} x^2 & x<1 \\ 2x-1 & x\ge 1 \end{cases}",
            "Piecewise((x^2, x<1), (2x-1, True))",
        ),
        (
            r"\begin{cases} x^2, & \text{if } x<1 \\ 2x-1, & \text{otherwise} \end{cases}",
            "Piecewise((x^2, x<1), (2x-1, True))",
        ),
        ("Piecewise[{{x^2, x<1}, {2x, x>=1}}]", "Piecewise((x^2, x<1), (2x, x>=1))"),
        ("where(x>0 & x<1, x, 0)", "where(x>0, where(x<1, x, 0), 0)"),
        ("Piecewise((1, (x>0) & (x<1)), (2, True))", "Piecewise((1, x>0 and x<1), (2, True))"),
        ("where(x>0 || x<-1, 1, 2)", "where(x>0 or x<-1, 1, 2)"),
        ("where(And(x>0, x<1), 1, 2)", "where(0<x and x<1, 1, 2)".replace("0<x", "x>0")),
        # --- signs around and between ---
        ("=EXP(-A1)*SIN(A1)", "exp(-A1)*sin(A1)"),
        ("=PI()*A1", "pi*A1"),
        ("$x^2$", "x^2"),
        (r"\(x^2\)", "x^2"),
        (r"$$\frac{x^2}{1+x}$$", "x^2/(1+x)"),
        (r"\frac{\sin x}{x}\cdot\sqrt[3]{x}", "(sin(x)/x)*root(x,3)"),
        (r"\sin^2 x+\log_{2} x", "sin(x)^2+log2(x)"),
        (r"e^{-x^2/2}", "e^(-x^2/2)"),
        (r"x_{1}+x_{2}", "x_1+x_2"),
        ("x^(1,5)", "x^(1.5)"),
        ("sin(1,5)*x", "sin(1.5)*x"),
        ("2*x%3", "mod(2*x, 3)"),
        ("x%y%z", "mod(mod(x, y), z)"),
        ("x mod (y+1)", "mod(x, y+1)"),
        ("log_a(x)", "log(x, a)"),
        ("log_2 x", "log2(x)"),
        ("“x^2”", "x^2"),
        ("'x^2'", "x^2"),
        ('"x^2"', "x^2"),
        ("‘x^2’", "x^2"),
        ("「x^2」", "x^2"),
        ("1,000x", "1000x"),
        ("1,5x", "1.5x"),
        ("1_000x", "1000x"),
        ("х^2", "x^2"),
        ("\u200bx^2", "x^2"),
        ("lambda x: x**2", "x**2"),
        ("x -> x^2", "x^2"),
        ("x^2;", "x^2"),
        ("3 4", "3*4"),
        ("sin^-1(x)", "asin(x)"),
        # --- names run together ---
        ("xlnx", "x*ln(x)"),
        ("xlnx-x", "x*ln(x)-x"),
        ("2xsinx", "2x*sin(x)"),
        ("xsinxcosx", "x*sin(x)*cos(x)"),
        ("tgx", "tan(x)"),
        ("xtg2x", "x*tan(2x)"),
        ("xexp(x)", "x*exp(x)"),
        ("xsin(x)", "x*sin(x)"),
        ("xsin x", "x*sin(x)"),
        ("xysin(x)", "x*y*sin(x)"),
        ("lnsinx", "ln(sin(x))"),
        ("lnx/x", "ln(x)/x"),
        ("sinx^2", "sin(x^2)"),
        ("acosx", "acos(x)"),
        ("xsqrtx", "x*sqrt(x)"),
        ("sin2xcos3x", "sin(2x)*cos(3x)"),
        ("e^xsinx", "e^x*sin(x)"),
        ("1/xlnx", "1/(x*ln(x))"),
        ("1/xlnx^2", "1/(x*ln(x^2))"),
        ("xlnx²", "x*ln(x²)"),
        ("e^pix", "e^(pi*x)"),
        ("sinxcosx(x+1)", "sin(x)*cos(x)*(x+1)"),
        ("sinx(x+1)", "sin(x)*(x+1)"),
        ("1/pix", "1/(pi*x)"),
        ("Sinx", "sin(x)"),
        ("XLNX", "X*ln(X)"),
        ("LN x", "ln(x)"),
        ("xf(x)", "x*f(x)"),
        ("w1(x+1)", "w1*(x+1)"),
        ("2pix", "2pi*x"),
        ("xlnx dx", "x*ln(x)"),
        ("e^x sin x dx", "e^x*sin(x)"),
        ("x^2*dx", "x^2"),
        ("d/dx x^2", "x^2"),
        ("d/dx(x^2)", "x^2"),
        ("d/dx [xlnx]", "x*ln(x)"),
        ("d^2/dx^2 (x^3)", "x^3"),
        ("∂/∂y (x*y)", "x*y"),
        ("d(x^2)/dx", "x^2"),
        ("(d/dx)(x^2)", "x^2"),
        ("(x^2)'", "x^2"),
        ("(x^2+1)''", "x^2+1"),
        ("diff(x^2, x)", "x^2"),
        # --- products of letters that stand alone, too ---
        ("x^4+y^4-4xy+1", "x^4+y^4-4*x*y+1"),
        ("x+y+xy^2", "x+y+x*y^2"),
        ("x+y+1/xy", "x+y+1/(x*y)"),
        ("x+y+e^-xy^2", "x+y+e^(-x*y^2)"),
        ("x+y+sin xy", "x+y+sin(x*y)"),
        ("x+y+√xy", "x+y+sqrt(x*y)"),
        ("x+y+xy(x-y)", "x+y+x*y*(x-y)"),
        ("x1+x2-x1x2", "x1+x2-x1*x2"),
        ("x+xx", "x+x*x"),
    ],
)  # fmt: skip
def test_the_note_or_the_hint_says_what_was_meant(typed: str, meant: str) -> None:
    assert understood(typed)[0] == tree(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("∛x", "cbrt(x)"),
        ("∛(x+1)", "cbrt(x+1)"),
        ("∜x^2", "root(x^2, 4)"),
        ("where(-1<x<1, x^2, 1)", "where(-1<x, where(x<1, x^2, 1), 1)"),
        ("where(x>0 and x<1, x, 0)", "where(x>0, where(x<1, x, 0), 0)"),
        ("where(x<0 or x>1, 1, 0)", "Piecewise((1, x<0), (1, x>1), (0, True))"),
        (
            "Piecewise((0, x<0), (x, 0<=x<1), (1, x>=1))",
            "Piecewise((0, x<0), (x, x<1), (1, x>=1))",
        ),
        (
            "Piecewise((x, 0<x<1), (2, True))",
            "Piecewise((Piecewise((x, x<1), (2, True)), 0<x), (2, True))",
        ),
        ("x^2 +\nx^3", "x^2+x^3"),
        ("max(x,\n1)", "max(x, 1)"),
    ],
)
def test_clear_texts_need_no_note(typed: str, meant: str) -> None:
    reading = read(typed)
    assert reading.statement == tree(meant)
    assert not reading.notes


@pytest.mark.parametrize(
    "typed",
    [
        "loss", "price*n", "xmax-xmin", "Vmax*S/(Km+S)", "distance*t", "learning_rate*g", "basin",
        "design+1", "x+dx", "(f(x+dx)-f(x))/dx", "w1*x1+w2*x2", "limit+Side", "lambda*x",
        "mu+sigma", "theta1*x", "alpha*beta",
    ],
)  # fmt: skip
def test_names_stay_names(typed: str) -> None:
    names = {name for name in read(typed).statement.names if len(name) > 1}
    assert names
    assert all(name in typed for name in names)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("x^2\nx^3", "syntax.several-lines"),
        ("x^2\n-x", "syntax.several-lines"),
        ("sin(x)\r\ncos(x)\r\n", "syntax.several-lines"),
        ("x mod 2", "syntax.reserved-word"),
        ("=-A1^2", "syntax.missing-value"),
        ("int(x)", "syntax.unknown-function"),
        ("softmax(x)", "syntax.unknown-function"),
        ("pow(x)", "syntax.argument-count"),
        ("mish(" * 30 + "x" + ")" * 30, "limit.tokens"),
        (f"Piecewise({', '.join(f'(x, {k}<x<{k}.5)' for k in range(30))})", "limit.tokens"),
    ],
)
def test_what_is_not_guessed(typed: str, id: str) -> None:
    with pytest.raises(Problem) as caught:
        read(typed)
    assert caught.value.id == id


@pytest.mark.parametrize("typed", ["x2", "x2+3x+1", "x2+y2"])
def test_an_index_may_be_a_power_whose_sign_was_lost(typed: str) -> None:
    assert "note.index-or-power" in {note.id for note in read(typed).notes}


@pytest.mark.parametrize("typed", ["x1+x2", "w2*x1", "x_2+1", "a2"])
def test_indices_among_others_are_indices(typed: str) -> None:
    kept = Scope(frozenset(("a1",)), frozenset())
    assert not read(typed, scope=kept).notes


def test_what_options_name_stays_whole() -> None:
    whole = Scope(frozenset("xy"), frozenset(["xy"]))
    assert read("x+y+xy", scope=whole).statement.names == {"x", "y", "xy"}
    assert read("xy", scope=Scope(frozenset("xy"))).statement == tree("x*y")


# --- the catalogue ------------------------------------------------------------------------------

FOLLOWED = {
    "all-functions": None,
    "argument": ("2*cos + 1", "2*cos(x) + 1"),
    "bars": ("|x|y|z|", "abs(x)*y*abs(z)"),
    "brackets": ("x²^3", "(x^2)^3"),
    "condition": ("Piecewise((x, 1), (2*x, True))", "Piecewise((x, x < 1), (2*x, True))"),
    "derivative-first": ("2*x + d/dx(sin(x))", "2*x + cos(x)"),
    "delete": ("x\u202e+\ufeff[", "x"),
    "did-you-mean": ("sinn(x)", "sin(x)"),
    "exponent": ("x⁺", "x^(2)"),
    "function-power": ("f^2(x)", "f(x)^2"),
    "infinity": ("oo*x", "k*x"),
    "latex": (r"\int x", "sqrt(x)"),
    "one-at-a-time": ("x; y", "x"),
    "one-sign": ("where(0<x!=1, x, 0)", "where(0<x, x, 0)"),
    "only-as-condition": ("True*x", "Piecewise((x, True))"),
    "orders": ("f'(x, y)", "f^(1,0)(x, y)"),
    "Piecewise": ("Piecewise(x, x<1)", "Piecewise((x, x<1))"),
    "point": ("x.5", "0.5x"),
    "prime": ("x'(t)", "f'(t)"),
    "product-or-function": ("xyzzy(x)", "xyzzy*(x)"),
    "relation": None,
    "rename": ("x in y", "x*k*y"),
    "scale": ("1e400000000*x", "k*x"),
    "use-a-letter": ("9^9^9^9", "9^k"),
    "where": ("where(x<1, x)", "where(x < 1, x, 2*x)"),
    "ask-diff": None,
    "without": None,
    "product-instead": ("beta(x+1)", "beta*(x+1)"),
}
"""What the other hints lead to, typed and followed; None where they lead to another command."""


@pytest.mark.parametrize(("id", "typed"), WRONG)
def test_each_hint_of_the_catalogue_can_be_followed(id: str, typed: str) -> None:
    with pytest.raises(Problem) as caught:
        read(typed)
    problem = caught.value
    assert problem.id == id
    if "written" in problem.facts:
        assert (problem.hint or "").startswith("write")
        for text in offered(problem):
            read(text)
    elif problem.hint is not None:
        assert problem.hint in FOLLOWED, problem.hint


@pytest.mark.parametrize("hint", [hint for hint, row in FOLLOWED.items() if row])
def test_the_other_hints_lead_somewhere(hint: str) -> None:
    row = FOLLOWED[hint]
    assert row is not None
    typed, followed = row
    with pytest.raises(Problem) as caught:
        read(typed)
    assert caught.value.hint == hint
    assert hint in HINTS
    read(followed)


# --- at random ----------------------------------------------------------------------------------

_FUNCTIONS = ("sin", "cos", "tan", "exp", "ln", "sqrt", "sinh", "atan")
_LETTERS = ("x", "y", "t", "u")
_term = st.tuples(
    st.sampled_from(("", "2", "7")),
    st.sampled_from(_LETTERS),
    st.lists(
        st.tuples(st.sampled_from(_FUNCTIONS), st.sampled_from(_LETTERS)), min_size=1, max_size=2
    ),
)
Term = tuple[str, str, list[tuple[str, str]]]


def _written(terms: list[Term]) -> str:
    return " + ".join(
        "*".join(filter(None, (number, letter, *(f"{name}({of})" for name, of in calls))))
        for number, letter, calls in terms
    )


def _joined(terms: list[Term], *, brackets: bool) -> str:
    return " + ".join(
        number
        + letter
        + "".join(f"{name}({of})" if brackets else f"{name}{of}" for name, of in calls)
        for number, letter, calls in terms
    )


_DAMAGES = {
    "capitals": lambda text: text.replace("sin", "Sin").replace("exp", "EXP").replace("ln", "LN"),
    "modules": lambda text: text.replace("sin", "np.sin").replace("cos", "math.cos"),
    "squares": lambda text: text.replace("(", "[").replace(")", "]"),
    "curls": lambda text: text.replace("(", "{").replace(")", "}"),
    "open": lambda text: text.removesuffix(")"),
    "quotes": lambda text: f"“{text}”",
    "dollars": lambda text: f"${text}$",
    "sheet": lambda text: f"={text}",
    "semicolon": lambda text: f"{text};",
}


@given(st.lists(_term, min_size=1, max_size=3), st.booleans())
def test_names_run_together_at_random(terms: list[Term], brackets: bool) -> None:
    typed = _joined(terms, brackets=brackets)
    assert tree(_written(terms)) in understood(typed)


@given(
    st.lists(_term, min_size=1, max_size=2),
    st.lists(st.sampled_from(sorted(_DAMAGES)), min_size=1, max_size=2, unique=True),
)
def test_damaged_texts_at_random(terms: list[Term], damages: list[str]) -> None:
    text = _written(terms)
    damaged = text
    for damage in damages:
        damaged = _DAMAGES[damage](damaged)
    if damaged == text:
        return
    assert tree(text) in understood(damaged)


_product_of_letters = st.tuples(
    st.lists(st.sampled_from("xyz"), min_size=2, max_size=3), st.sampled_from(("", "^2", "³"))
)
_CONTEXTS = {
    "{}": False, "2{}": False, "sin({})": False, "({})(x-y)": False, "|{}|": False,
    "1/{}": True, "e^{}": True, "e^-{}": True, "sin {}": True, "√{}": True,
}  # fmt: skip
"""With whether the whole product is meant by what stands before it."""


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(_CONTEXTS)), _product_of_letters), min_size=1, max_size=3
    )
)
def test_products_of_letters_at_random(parts: list[tuple[str, tuple[list[str], str]]]) -> None:
    typed = spelled = "x + y + z"
    for context, (letters, power) in parts:
        typed += " + " + context.format("".join(letters) + power)
        product = "*".join(letters) + power
        spelled += " + " + context.format(f"({product})" if _CONTEXTS[context] else product)
    reading = read(typed)
    assert reading.statement == tree(spelled)
    assert "note.product-of-letters" in {note.id for note in reading.notes}


@pytest.mark.parametrize(
    "typed",
    [
        "(" * 990 + "?", "?" * 900, "a?" * 400, "x if x else " * 80, "[" * 900, "{;" * 400,
        "sin[" * 200, "(" + "a" * 900 + ") and (", "(a" + "<a" * 450 + " & ", "lg" * 16,
        "d" + " " * 3000 + "/", "x" + " " * 3000 + "d", "\\frac" * 150, "$" * 999, "%" * 999,
        "x%" * 400, "1,000" * 150, "'" * 500, "np." * 300, "∛" * 500, "x mod " * 150, "xlnx+" * 190,
    ],
)  # fmt: skip
def test_hostile_texts_do_no_harm(typed: str) -> None:
    with suppress(Problem):
        read(typed)


@given(st.text(alphabet="xyabn sincolgtep()[]{}^*/+-=<>,;?:!'\"$%\\&|.0123456789√∛²", max_size=24))
def test_whatever_is_offered_can_be_read(typed: str) -> None:
    try:
        read(typed)
    except Problem as problem:
        for text in offered(problem) if "written" in problem.facts else ():
            read(text)
