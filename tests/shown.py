"""Documents for the tests of all output forms, and the formulas that each of them holds."""

from collections.abc import Iterator
from functools import cache

from calctool.notation.reading.parser import read_back
from calctool.notation.system import Alternatives, Line, System
from calctool.present.answers import document
from calctool.present.document import (
    Block,
    Break,
    Cell,
    Chain,
    Curve,
    Document,
    Figure,
    Formula,
    Grid,
    Link,
    Note,
    Prose,
    Row,
    Sign,
    Spot,
    Text,
    Title,
    Value,
    VariationTable,
    Wishes,
)
from calctool.present.phrases import foreign
from calctool.run.child import solver_for
from calctool.solve import typed
from calctool.solve.typed import Typed
from calctool.verify.verdict import Verdict
from golden_documents import DOCUMENTS
from texts import relation

QUESTIONS = {
    "sigmoid": ("diff", Typed("1/(1+exp(-x))", drawn=True)),
    "partial": ("diff", Typed("w1*x1+w2*x2+b", wrt=["x1", "w1", "b"])),
    "implicit": ("diff", Typed("x^2+y^2=1", of="y", order="2")),
    "kink": ("diff", Typed("abs(x-1)*exp(-x^2)", at="2")),
    "pieces": ("diff", Typed("Piecewise((x^2, x<1), (2*x-1, True))")),
    "wide": ("diff", Typed("x^3*exp(x)*sin(x)*log(x)*sqrt(1+x^2)*(1+x)^5")),
    "conjugate": ("limit-def", Typed("sqrt(x)")),
    "sine": ("limit-def", Typed("sin(x)")),
    "quartic": ("table", Typed("3*x**4-4*x**3-12*x**2+32", drawn=True)),
    "poles": ("table", Typed("(x^2+1)/(x^2-1)", drawn=True)),
    "gap": ("table", Typed("sqrt(x^2-1)", drawn=True)),
    "jumps": ("table", Typed("floor(x)", domain=["[0,3]"], drawn=True)),
    "waves": ("table", Typed("sin(x)+x/2", drawn=True)),
    "saddle": ("critical", Typed("x^4+y^4-4*x*y")),
    "circle": ("lagrange", Typed("x+y", subject_to=["x^2+y^2=1"])),
    "corner": ("lagrange", Typed("x*y", subject_to=["x+2*y<=4", "x>=0", "y>=0"])),
    "quintic": ("table", Typed("x^5-5*x+2", drawn=True)),
}  # fmt: skip


@cache
def answered(name: str, language: str = "en") -> Document:
    """The document of the final answer to a question."""
    command, asked = QUESTIONS[name]
    question = typed.question(command, asked)
    *_, answer = solver_for(command)(question)
    return document(answer, Wishes(language, "full", drawn=asked.drawn))  # type: ignore[arg-type]


# --- lines that are more than one relation ------------------------------------------------------


BOTH = System((relation("2*x = y"), relation("x + y = 3")))
EITHER = Alternatives((BOTH, System((relation("x = 0"),))))
SYSTEMS = Document(
    (
        Chain(
            BOTH,
            (
                Link(EITHER, Text("cases"), Verdict.PROVED),
                Link(Alternatives(()), Text("none"), Verdict.UNDECIDED),
            ),
        ),
    )
)

# --- words that would like to be more than words ------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt; </title></style> ]]> -->",
    r"$x$ $$ \write18{touch broken} \input{/etc/passwd} } \end{document} % # ^ _ ~ ^^41",
    "| a | `b` ``` ~~~ **c** [d](https://example.org) <https://e.org> https://e.org www.e.org",
    "1. one - two # three | --- | \\ \" ' {x} {0} é ü œ № Ж ∮ \x1b[31m \u202e 中文，标点。",
    "- not a list",
    "# not a heading",
    "=== not a heading",
    "[not an option]",
)


def hostile() -> Document:
    """Foreign words in every place that takes words."""
    texts = tuple(map(foreign, HOSTILE))
    formula = read_back("x")
    blocks: list[Block] = []
    for text in texts:
        blocks += [
            Title(text),
            Prose(text),
            Formula(formula, formula, text, "0.5", text, emphasis=True),  # type: ignore[arg-type]
            Chain(formula, (Link(formula, text, Verdict.REFUTED),)),
            Grid((text, text), ((text, text),)),
            _table(text),
            _figure(text),
            Note("warning", text),
        ]
    return Document(tuple(blocks), language="en", heading=" ".join(HOSTILE))


def _figure(text: Text) -> Figure:
    line = ((0.0, 0.0), (1.0, 1.0))
    return Figure(
        (Curve("tangent", (line,), text), Curve("level", (line,), tag=text)),
        (Spot(0.5, 0.2, text, kind="saddle"),), (), (0, 1), (0, 1), text,
        (("saddle", text),), (text, text),
    )  # fmt: skip


def _table(text: Text) -> VariationTable:
    value = Value(text, "top")
    rows = (
        Row(text, (value, Break("undefined", value, value), value), (Sign("+"), Sign("?"))),
        Row(text, (value, value, value), (Sign("+"), Sign("-")), tall=True),
    )
    return VariationTable(text, (text, text, text), rows)


# --- what a document holds ----------------------------------------------------------------------


def everything() -> dict[str, Document]:
    made = {name: answered(name) for name in QUESTIONS}
    return {**DOCUMENTS, "systems": SYSTEMS, "hostile": hostile(), **made}


def formulas(block: Block) -> list[Line]:
    """The formulas of a block in the order in which they are read; those of figures are labels."""
    return list(_formulas(block))


def _formulas(block: Block) -> Iterator[Line]:
    match block:
        case Title(text) | Note(_, text):
            yield from _of(text)
        case Prose(text, caption):
            yield from _of(caption, text)
        case Formula(statement, label, caption, _, aside):
            yield from _of(caption)
            yield from (each for each in (label, statement) if each is not None)
            yield from _of(aside)
        case Chain(start, links):
            yield start
            for link in links:
                yield link.after
                yield from _of(link.why)
        case Grid(head, rows):
            yield from _of(*head, *(text for row in rows for text in row))
        case VariationTable(label, stops, rows):
            yield from _of(label, *stops, *(row.label for row in rows))
            yield from _of(*(text for row in rows for cell in row.at for text in _values(cell)))


def _of(*texts: Text | None) -> Iterator[Line]:
    """In the order of the words, which may name them in another order, twice or not at all."""
    for text in texts:
        if text is not None:
            yield from (piece for piece in text.pieces() if not isinstance(piece, str))


def _values(cell: Cell) -> Iterator[Text]:
    values = (cell.left, cell.middle, cell.right) if isinstance(cell, Break) else (cell,)
    yield from (value.text for value in values if isinstance(value, Value))
