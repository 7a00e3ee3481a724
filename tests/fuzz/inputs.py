"""What is thrown at the readers: inputs of the project, cut up and mixed with hostile pieces."""

import json
import tomllib
from pathlib import Path

from hypothesis import strategies as st

from attacks.case import cases
from calctool.atlas.index import SPELLINGS
from pasted_texts import READ, REFUSED, rows

TESTS = Path(__file__).parents[1]

HOSTILE = (
    "\x1b[2J", "\x1b]0;t\x07", "\x9b31m", "\u202e", "\u200b", "\ufeff", "\x00", "\r", "\n", "\t",
    "[red]", "[/]", "[link=x]", ":smile:", "\\write18{x}", "$x$", "%", "#", "&", "<script>",
    "</math>", "&lt;", "`x`", "|", "||", "{", "}", "__import__", "x.__class__", "lambda: 0", "f'",
    "х", "ｘ", "𝐱", "²", "⁻¹", "√", "∞", "π", "≤", "−", "×", "½", "‖", "\ud800",
)  # fmt: skip
PLAIN = (
    "x", "y", "a", "alpha", "w1", "x_1", "e", "pi", "oo", "f(x)", "f''(x)", "0", "1", "2", "3.5",
    "1e3", "1e999", "007", ".5", "5.", "9" * 30, "10^6", "+", "-", "*", "/", "^", "**", "(", ")",
    ",", "=", "<", "<=", "!=", ">", "==", "!", "'", "_", " ", ":", ";", "in", "and", "Piecewise(",
    "where(", "True", "D(x, x)", "f^(1,0)(", "root(x, 3)", "log(x, 2)", "[0,1]", "(0,oo)", "R",
)  # fmt: skip
PIECES = (*PLAIN, *HOSTILE, *(f"{name}(" for name in sorted(SPELLINGS)))


def _questions() -> list[str]:
    """Everything that rows of cases, files of errors and attacks type."""
    found: set[str] = set()
    for file in sorted((TESTS / "cases").glob("*.toml")):
        for row in tomllib.loads(file.read_text("utf-8"))["case"]:
            found |= {value for value in row.values() if isinstance(value, str)}
    for file in sorted((TESTS / "errors").glob("*.calc")):
        found |= set(file.read_text("utf-8").split("\n"))
    for case in cases():
        found |= {part for part in case.facts["command"] if isinstance(part, str)}
    return sorted(text for text in found if len(text) < 200)


QUESTIONS = _questions()


@st.composite
def edited(draw: st.DrawFn, seeds: tuple[str, ...], pieces: tuple[str, ...]) -> str:
    """A known input after a few cuts, insertions and transplants."""
    text = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 6)))
        other = draw(st.sampled_from(pieces) | st.sampled_from(seeds))
        text = text[:start] + other + text[end:]
    return text


PASTED_PIECES = {
    "latex": (
        "\\frac", "\\sqrt", "\\left(", "\\right)", "\\left|", "\\right.", "{", "}", "^", "_", "$",
        "\\sin", "\\log_", "\\text{", "\\begin{cases}", "\\end{cases}", "&", "\\\\", "\\over",
        "|", "\\frac{d}{dx}", "\\mathrm d", "\\hat", "\\Delta", "\\{", "\\le", "\\quad", "'",
        "9^{9^{9^9}}",
    ),
    "python": (
        "np.", "math.exp(", "lambda x:", "return ", " if ", " else ", "**", "//", "[0]",
        "np.where(", " and ", ".real", "f'{x}'", "x:=1", "\n", "__class__", "1_0", "lambda_",
        "9**9**9**9",
    ),
    "sympy": (
        "Symbol('x')", "Rational(1, 2)", "Add(", "Mul(", "Pow(", "Piecewise((", "S.Half", ")",
    ),
    "mathematica": (
        "Sin[", "]", "[", "{", "}", "Piecewise[{{", "*^", "(*", "*)", "//", "/.", "\\[Alpha]",
        " ", "_", ":=", "If[", "Surd[", "==", "&&",
    ),
    "maxima": (
        "%e^", "%pi", "if ", " then ", " else ", "elseif ", ":=", ";", "$", "when(", "/*", "*/",
    ),
    "excel": (
        "=", "-A1^2", "^", "$A$1", "IF(", ";", "PI()", "LOG(", "%", "<>", ":", "!",
    ),
    "mathml": (
        "<math>", "</math>", "<mi>", "</mi>", "<mn>", "</mn>", "<mo>", "</mo>", "<mfrac>",
        "</mfrac>", "<msup>", "</msup>", "<apply>", "<plus/>", "&lt;", "&#8289;", "&x;",
        "<!DOCTYPE a>", "<?xml?>", "<mtable>", "<semantics>", "<annotation>",
    ),
}  # fmt: skip


def pasted(notation: str) -> st.SearchStrategy[str]:
    """Known texts of a notation, cut up, and its signs in any order."""
    pieces = PASTED_PIECES[notation]
    seeds = tuple(text for each, text, _ in rows(READ + REFUSED) if each == notation)
    mixed = st.lists(st.sampled_from((*pieces, *PLAIN)), max_size=14).map("".join)
    return st.one_of(edited(seeds, (*pieces, *PIECES)), mixed)


def typed() -> st.SearchStrategy[str]:
    """Expressions and values of options, mostly wrong ones."""
    joined = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    spaced = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
    return st.one_of(edited(tuple(QUESTIONS), PIECES), joined, spaced, st.text(max_size=20))


def constants() -> st.SearchStrategy[str]:
    """Numbers without names: what the bounds have to judge."""
    pieces = (
        "2", "3", "7", "10", "99", "0.5", "1e9", "1e-9", "10^6", "(1/3)", "pi", "e", "-", "/", "*",
        "+", "^", "^(", "(", ")", "exp(", "log(", "sqrt(", "sin(", "gamma(", "cbrt(", "abs(", "!",
    )  # fmt: skip
    seeds = (
        "2^(3^4)", "exp(exp(7))", "gamma(50)/3", "(1/7)^-20", "sqrt(2)^100", "log(10^300)", "10!",
        "2^-1000", "e^(e^e)", "(2/3)^(4/5)", "-(-2)^3", "sinh(500)", "0.001^0.5", "7^(1/3)^3",
    )  # fmt: skip
    return edited(seeds, pieces) | st.lists(st.sampled_from(pieces), max_size=10).map("".join)


# --- lines of a batch ---------------------------------------------------------------------------

KEYS = (
    "id", "command", "expr", "wrt", "order", "mixed", "of", "at", "domain", "where", "function",
    "subject_to", "lang", "digits", "timeout", "steps", "__class__", "", "id\x1b",
)  # fmt: skip
COMMANDS = ("diff", "limit-def", "table", "critical", "lagrange", "batch", "\x1b[2J", "")


def fields() -> st.SearchStrategy[object]:
    number = st.integers() | st.floats()
    single = st.one_of(typed(), number, st.booleans(), st.none(), st.sampled_from(COMMANDS))
    return st.recursive(
        single,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
        ),
        max_leaves=5,
    )


def objects() -> st.SearchStrategy[dict[str, object]]:
    question = st.fixed_dictionaries(
        {"command": st.sampled_from(COMMANDS), "expr": typed()},
        optional={
            "id": fields(), "wrt": st.lists(st.sampled_from("xyz"), max_size=3) | typed(),
            "at": typed(), "where": st.lists(typed(), max_size=2), "domain": typed(),
            "order": st.integers(-1, 20), "subject_to": st.lists(typed(), max_size=2),
            "lang": st.sampled_from(("en", "zh", "\x1b")),
        },
    )  # fmt: skip
    return question | st.dictionaries(st.sampled_from(KEYS), fields(), max_size=6)


def batch_lines() -> st.SearchStrategy[bytes]:
    """JSON as it should be, torn, doubled, nested, and bytes that are no text."""
    written = st.builds(
        lambda made, ascii: json.dumps(made, ensure_ascii=ascii).encode("utf-8", "surrogatepass"),
        objects(),
        st.booleans(),
    )
    torn = st.tuples(written, st.integers(0, 300), st.binary(max_size=4)).map(
        lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] :]
    )
    deep = st.integers(1, 3000).map(lambda depth: b'{"id":' + b"[" * depth)
    return st.one_of(written, torn, deep, st.binary(max_size=40))
