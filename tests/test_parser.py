"""Text to trees: how everything that can be typed is read, and which notes say so."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool import budget
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back, read_names
from calctool.notation.reading.typed import read, read_assignments, read_value
from calctool.notation.tree import (
    Applied,
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
)
from calctool.notation.walk import walk

A, B, C, X = map(Name, "abcx")
ONE, TWO, THREE = (Number(Fraction(n)) for n in (1, 2, 3))

TREES = [
    ("-3", Negative(THREE)),
    ("+x", X),
    ("--x", Negative(Negative(X))),
    ("-a*b", Negative(Product((A, B)))),
    ("-a/b", Negative(Quotient(A, B))),
    ("-x^2", Negative(Power(X, TWO))),
    ("a - b*c", Sum((A, Negative(Product((B, C)))))),
    ("a*-b*c", Product((A, Negative(B), C))),
    ("(a+b)+c", Sum((Sum((A, B)), C))),
    ("a*b*c", Product((A, B, C))),
    ("a*b/c", Quotient(Product((A, B)), C)),
    ("a/b*c", Product((Quotient(A, B), C))),
    ("a/b/c", Quotient(Quotient(A, B), C)),
    ("a/b*c*2", Product((Quotient(A, B), C, TWO))),
    ("c*(a/b)", Product((C, Quotient(A, B)))),
    ("2^3^2", Power(TWO, Power(THREE, TWO))),
    ("2^-x", Power(TWO, Negative(X))),
    ("e^x", Call("exp", (X,))),
    ("E", Constant("e")),
    ("log(x, 2)", Call("log", (X, TWO))),
    ("f(x)", Applied("f", (X,), (0,))),
    ("g''(a)", Applied("g", (A,), (2,))),
    ("f^(1,0)(a, b)", Applied("f", (A, B), (1, 0))),
    ("Piecewise((a, x < 1), (b, True))", Piecewise(((A, Relation(X, "<", ONE)), (B, None)))),
    ("where(x != 1, a, b)", Piecewise(((A, Relation(X, "!=", ONE)), (B, None)))),
    ("2x(a+b)", Product((TWO, X, Sum((A, B))))),
]


@pytest.mark.parametrize(("typed", "tree"), TREES, ids=[typed for typed, _ in TREES])
def test_trees(typed, tree):
    assert read(typed).statement == tree


# What is typed, the same written out in full, and the notes it calls for.
READINGS = [
    ("½x + ⅔", "(1/2)*x + 2/3", []),
    ("x^½", "x^(1/2)", []),
    ("½(x+1)^2", "(1/2)*(x+1)^2", []),
    ("f(t) = ¾t⁴ − 2·∛t", "f(t) = (3/4)*t^4 - 2*cbrt(t)", []),
    ("⌊x/2⌋² + |⌈y⌉|", "floor(x/2)^2 + abs(ceil(y))", []),
    ("⌊|x|⌋", "floor(abs(x))", []),
    ("log₂ x", "log2(x)", []),
    ("ⅇ^𝑥 + 𝛼·ℎ", "exp(x) + alpha*h", []),
    ("x^2,", "x^2", []),
    ("sin(x) .", "sin(x)", []),
    ("lamda*x", "lambda*x", []),
    # --- products without a sign ---
    ("3x", "3*x", []),
    ("2(x+1)", "2*(x+1)", []),
    ("(a)(b)", "a*b", []),
    ("x y", "x*y", []),
    ("2x^3y", "2*(x^3)*y", ["note.power-then-product"]),
    ("1/2x", "(1/2)*x", ["note.quotient-then-product"]),
    ("1/2 x", "(1/2)*x", ["note.quotient-then-product"]),
    ("1/(2x)", "1/(2*x)", []),
    ("1/2*x", "(1/2)*x", []),
    ("e^2x", "e^2*x", ["note.power-then-product"]),
    ("e^(2)x", "e^2*x", []),
    ("x^2 y", "x^2*y", []),
    ("x^1/3", "(x^1)/3", ["note.power-then-quotient"]),
    ("x^2/3", "(x^2)/3", ["note.power-then-quotient"]),
    ("x^2/2", "(x^2)/2", []),
    ("x^2 / 3", "(x^2)/3", []),
    ("e^x/2", "exp(x)/2", ["note.power-then-quotient"]),
    ("x(x+1)", "x*(x+1)", ["note.product-not-function"]),
    ("a(b)", "a*b", ["note.product-not-function"]),
    ("x(3)", "x*3", ["note.product-not-function"]),
    ("α(b)", "alpha*b", ["note.product-not-function"]),
    ("e(x+1)", "e*(x+1)", ["note.product-with-e"]),
    ("pi(x+1)", "pi*(x+1)", []),
    ("x 2", "x*2", ["note.number-after-name"]),
    ("√2x", "sqrt(2)*x", ["note.root-then-product"]),
    ("2|x|", "2*abs(x)", []),
    # --- names ---
    ("xy", "xy", ["note.one-name"]),
    ("loss", "loss", ["note.one-name"]),
    ("learning_rate", "learning_rate", ["note.long-name"]),
    ("e1", "e1", ["note.e-with-index"]),
    ("w1*x1 + w2*x_2 + b", "w1*x1 + w2*x_2 + b", []),
    ("gamma*gamma(x)", "(gamma)*gamma(x)", []),
    ("beta + psi", "beta + psi", []),
    ("i*I*S*N*lambda", "i*I*S*N*lambda", []),
    ("f*x", "f*x", []),
    ("σ(x) + σ", "sigmoid(x) + sigma", []),
    ("limit + Side", "limit + Side", ["note.long-name", "note.one-name"]),
    # --- functions ---
    ("sin x", "sin(x)", []),
    ("sin 2x", "sin(2*x)", ["note.function-argument"]),
    ("sin pi x", "sin(pi*x)", ["note.function-argument"]),
    ("sin 2(x+1)", "sin(2*(x+1))", ["note.function-argument"]),
    ("sin x cos x", "sin(x)*cos(x)", []),
    ("sin x f(x)", "sin(x)*f(x)", []),
    ("sin x^2", "sin(x^2)", ["note.function-argument"]),
    ("sin x/2", "sin(x)/2", ["note.function-argument"]),
    ("sin 2*x", "sin(2)*x", ["note.function-argument"]),
    ("sin -x", "sin(-x)", ["note.function-argument"]),
    ("sin (x)y", "sin(x)*y", []),
    ("sin(x)^2", "(sin(x))^2", []),
    ("sin^2 x", "(sin(x))^2", []),
    ("sin^2(x)", "(sin(x))^2", []),
    ("sin²x", "(sin(x))^2", []),
    ("sin^-2 x", "(sin(x))^(-2)", []),
    ("ln x + lg x", "log(x) + log10(x)", []),
    ("arcsin(x) + arsinh(x)", "asin(x) + asinh(x)", []),
    ("Max(x, y) + Abs(x) + ceiling(x)", "max(x, y) + abs(x) + ceil(x)", []),
    ("√x^2", "sqrt(x^2)", []),
    ("√(x)y", "sqrt(x)*y", []),
    # --- bars ---
    ("|x|", "abs(x)", []),
    ("|x| + 2|y|", "abs(x) + 2*abs(y)", []),
    ("||x|+1|", "abs(abs(x)+1)", []),
    ("|x||y|", "abs(x)*abs(y)", []),
    ("|-x|/|y|", "abs(-x)/abs(y)", []),
    ("|sin|x||", "abs(sin(abs(x)))", []),
    ("|x(|y|+1)|", "abs(x*(abs(y)+1))", ["note.product-not-function"]),
    ("2|-x|", "2*abs(-x)", []),
    # --- characters ---
    ("x²", "x^2", []),
    ("x⁻²", "x^(-2)", []),
    ("e⁻ˣ", "exp(-x)", []),
    ("e²ˣ", "exp(2*x)", []),
    ("x⁻ⁿ(x+1)", "x^(-n)*(x+1)", []),
    ("2πr", "2*pi*r", []),
    ("x×y·z÷2−1", "x*y*z/2-1", []),
    ("（x＋１）＾２", "(x+1)^2", []),
    ("ｓｉｎ（ｘ）", "sin(x)", []),
    ("x\u00a0+\u30001", "x+1", []),
    ("f’(x)", "f'(x)", []),
    ("θ₁ + x₁₂ + xᵢ", "theta1 + x12 + x_i", []),
    ("x ≤ 1", "x <= 1", []),
    ("x ≠ 1", "x != 1", []),
    ("x == 1", "x = 1", []),
    # --- numbers ---
    ("2e3", "2000", []),
    ("2e", "2*e", []),
    (".5x", "0.5*x", []),
    ("2.", "2", []),
]


@pytest.mark.parametrize(("typed", "meant", "notes"), READINGS, ids=[row[0] for row in READINGS])
def test_readings(typed, meant, notes):
    reading = read(typed, relation=True)
    assert reading.statement == read_back(meant)
    assert [note.id for note in reading.notes] == notes


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("1/2x", "read `1/2x` as `(1/2)*x`; write `1/(2*x)`"),
        ("e^2x", "read `e^2x` as `(e^2)*x`; write `e^(2*x)`"),
        ("x^1/3", "read `x^1/3` as `(x^1)/3`; write `x^(1/3)`"),
        ("x(x+1)", "read `x(x+1)` as the product `x*(x+1)`; for an undefined function"),
        ("xy", "read `xy` as one variable; write `x*y` for a product"),
        ("sin 2x", "read `sin 2x` as `sin(2x)`"),
        ("sin x/2", "read `sin x/…` as `sin(x)/…`"),
        ("1/2(" + "x + " * 30 + "x)", "`1/2(x + x + x + x + …+ x + x + x + x + x)`"),
    ],
)
def test_notes_tell_both_readings(typed, says):
    (note,) = read(typed).notes
    assert says in note.words.en
    assert "读作" in note.words.zh
    assert len(note.words.en) < 220


def test_a_note_is_said_once():
    assert len(read("xy + xy^2 + xy").notes) == 1


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("0.1", Fraction(1, 10), "0.1"),
        (".5", Fraction(1, 2), "0.5"),
        ("2.", Fraction(2), ""),
        ("2e3", Fraction(2000), "2e3"),
        ("2.5E-3", Fraction(1, 400), "2.5E-3"),
        ("0777", Fraction(777), ""),
        ("１．５", Fraction(3, 2), "1.5"),
    ],
)
def test_numbers_are_exact_and_keep_how_they_were_typed(typed, value, shown):
    tree = read_value(typed)
    assert (tree.value, tree.typed) == (value, shown)


def test_undefined_functions_are_reported():
    reading = read("k(x) + f'(x) + h", functions=("k",))
    assert reading.functions == {"k", "f"}
    assert reading.statement.terms[0] == Applied("k", (X,), (0,))
    assert read("gamma(x)", functions=("gamma",)).statement == Applied("gamma", (X,), (0,))


SPANS = ["a + b*c", "-x^2/3 + sin(x)", "2(x+1)", "|x|*√x", "Piecewise((x^2, x<1), (2*x, True))"]


@pytest.mark.parametrize("typed", SPANS)
def test_spans_cut_out_what_was_read(typed):
    for part in walk(read(typed).statement):
        assert part.span is not None
        assert read_value(typed[part.span.start : part.span.end]) == part


PRINTED = [
    ("D(u)", Derivative(Name("u"), ())),
    ("D(x^2, x)", Derivative(Power(X, TWO), ("x",))),
    ("Derivative(x, x, x)", Derivative(X, ("x", "x"))),
    ("D(x, x) = 1", Relation(Derivative(X, ("x",)), "=", ONE)),
    ("Eq(a, b)", Relation(A, "=", B)),
    ("f^(4)(x)", Applied("f", (X,), (4,))),
    ("D*x", Product((Name("D"), X))),
    ("Limit(a, x, -oo, right)", Limit(A, "x", Negative(Constant("oo")), "right")),
    ("Limit(a, x, 2)", Limit(A, "x", TWO)),
]


@pytest.mark.parametrize(("printed", "tree"), PRINTED, ids=[row[0] for row in PRINTED])
def test_what_only_calctool_writes_is_read_back(printed, tree):
    assert read_back(printed) == tree
    assert read_back(plain(tree)) == tree


# --- options ---


def test_assignments():
    assert read_assignments("x=1, θ = pi/2") == {"x": ONE, "theta": Quotient(Constant("pi"), TWO)}
    assert read_assignments("-1") == {"": Negative(ONE)}


def test_names():
    assert read_names("x, w1,σ") == ("x", "w1", "sigma")


OPTION_ERRORS = [
    (read_assignments, "x=1,x=2", "option.assigned-twice"),
    (read_assignments, "x=1,2", "option.name"),
    (read_assignments, "x<1", "option.assignment"),
    (read_assignments, "e=1", "option.constant"),
    (read_assignments, "x=1/0", "value.division-by-zero"),
    (read_names, "x,,y", "option.name"),
    (read_names, "", "option.name"),
    (read_names, "pi", "option.constant"),
    (read_names, "sin", "option.function-name"),
    (read_names, "x y", "syntax.unexpected"),
    (read_value, "x=1", "syntax.relation"),
    (read_value, "oo", "syntax.infinity"),
]


@pytest.mark.parametrize(("reader", "typed", "id"), OPTION_ERRORS)
def test_options_that_cannot_be_read(reader, typed, id):
    with pytest.raises(Problem) as caught:
        reader(typed)
    assert (caught.value.id, caught.value.source) == (id, typed)


# --- size and depth ---

LONGEST = {
    "sum": "x" + "+x" * 700,
    "product": "x" + "*x" * 700,
    "quotient": "x" + "/2" * (budget.TREE_HEIGHT - 1),
    "brackets": "(" * budget.NESTING + "x" + ")" * budget.NESTING,
    "calls": "2sin(" * budget.NESTING + "x" + ")" * budget.NESTING,
    "powers": "x^" * budget.NESTING + "x",
    "minuses": "-" * budget.NESTING + "x",
    "bars": "|" * budget.NESTING + "x" + "|" * budget.NESTING,
    "conditions": "where(x>0," * budget.NESTING + "x" + ",x)" * budget.NESTING,
}


@pytest.mark.parametrize("typed", LONGEST.values(), ids=LONGEST)
def test_the_largest_accepted_inputs(typed):
    assert "x" in read(typed).statement.names


TOO_LONG = {
    "characters": ("x" + " " * budget.EXPRESSION_CHARACTERS, "limit.characters"),
    "tokens": ("x" + "+x" * 750, "limit.tokens"),
    "quotient": ("x" + "/2" * budget.TREE_HEIGHT, "limit.nesting"),
    "brackets": ("(" * 65 + "x" + ")" * 65, "limit.nesting"),
    "never closed": ("(" * 1400, "limit.nesting"),
    "calls": ("sin(" * 65 + "x" + ")" * 65, "limit.nesting"),
    "bare calls": ("sin " * 65 + "x", "limit.nesting"),
    "powers": ("x^" * 700 + "x", "limit.nesting"),
    "minuses": ("-" * 1400 + "x", "limit.nesting"),
    "roots": ("√" * 1400 + "x", "limit.nesting"),
    "bars": ("|" * 1400, "syntax.unpaired-bar"),
    "names": ("+".join(f"x{n}" for n in range(41)), "limit.names"),
    "primes": ("f" + "'" * 1001 + "(x)", "limit.order"),
}


@pytest.mark.parametrize(("typed", "id"), TOO_LONG.values(), ids=TOO_LONG)
def test_inputs_too_large(typed, id):
    with pytest.raises(Problem) as caught:
        read(typed)
    assert caught.value.id == id


def test_the_bounds_of_what_is_printed_are_wider():
    nested = "sin(" * 100 + "x" + ")" * 100
    assert read_back(nested + "+" + "+".join(f"x{n}" for n in range(3000))).size > 3000


PIECES = [
    *"0123456789.+-*/^(),|=<>!' xyefgD_²⁻ⁿ√π∞θσ₁≤−×（）′[{%\\;х\u202e\u0301\n",
    *("sin", "cos ", "exp(", "Piecewise((", "where(", ",True)", "Eq(", "sin^2 ", "f'(", "f^(1,0)("),
    *(
        "**",
        "1e3",
        "max(",
        "root(",
        "gamma",
        "1/0",
        "^-1",
        "x_1",
        "xy",
        "pix",
        "sigm(",
        "10^",
        "9^9",
    ),
]


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=12))
def test_any_text_is_read_or_refused_with_its_place(text):
    for reader in (lambda t: read(t, relation=True), read_back, read_assignments, read_names):
        problem = _refusal(reader, text)
        if problem:
            assert problem.source == text
            start, end = problem.span or (0, 0)
            assert 0 <= start <= end <= len(text)


def _refusal(reader, text):
    try:
        reader(text)
    except Problem as problem:
        return problem
    return None
