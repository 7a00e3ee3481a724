"""The documents of variation tables and sketches in tests/golden."""

from calctool.notation.reading.parser import read_back
from calctool.present.document import (
    Arrow,
    Blank,
    Break,
    Cell,
    Curve,
    Document,
    Figure,
    Gap,
    Row,
    Sign,
    Spot,
    Text,
    Title,
    Value,
    VariationTable,
)
from calctool.solve.sketch.contours import Grid, contours


def text(template: str, *formulas: str) -> Text:
    return Text(template, tuple(map(read_back, formulas)))


def value(formula: str, level: str, template: str = "{0}") -> Value:
    return Value(text(template, formula), level)  # type: ignore[arg-type]


def axis(*stops: str) -> tuple[Text, ...]:
    return tuple(text("+{0}" if stop == "oo" else "{0}", stop) for stop in stops)


BLANK: Cell = Blank()
X, SLOPE, F = text("{0}", "x"), text("{0}", "f'(x)"), text("{0}", "f(x)")

SMOOTH = VariationTable(
    X,
    axis("-oo", "-1", "0", "2", "oo"),
    (
        Row(SLOPE, (BLANK, Sign("0"), Sign("0"), Sign("0"), BLANK),
            (Sign("-"), Sign("+"), Sign("-"), Sign("+"))),
        Row(F,
            (value("oo", "top", "+{0}"), value("27", "bottom"), value("32", "top"),
             value("0", "bottom"), value("oo", "top", "+{0}")),
            (Arrow("down"), Arrow("up"), Arrow("down"), Arrow("up")), tall=True),
    ),
)  # fmt: skip

BROKEN = VariationTable(
    X,
    axis("-oo", "0", "1", "sqrt(2)", "3", "oo"),
    (
        Row(SLOPE, (BLANK, Break("undefined"), Sign("0"), Break("undefined"), BLANK, BLANK),
            (Sign("-"), Sign("-"), Sign("+"), Gap(), Sign("?"))),
        Row(F,
            (value("0", "top"),
             Break("undefined", value("-oo", "bottom"), value("oo", "top", "+{0}")),
             value("2*sqrt(2)", "bottom"),
             Break("jump", value("10/9", "top", "({0})"), value("1/9", "bottom")),
             value("1", "middle"), BLANK),
            (Arrow("down"), Arrow("down"), Arrow("up"), Gap(), Arrow("unknown")), tall=True),
    ),
)  # fmt: skip

SHAPE = VariationTable(
    X,
    axis("-oo", "-1/2", "oo"),
    (
        Row(text("{0}", "f''(x)"), (BLANK, Sign("0"), BLANK), (Sign("-"), Sign("+"))),
        Row(F, (BLANK, Value(Text("•")), BLANK), (Arrow("cap"), Arrow("cup"))),
    ),
)

PARABOLA = tuple((x / 20 - 2, (x / 20 - 2) ** 2) for x in range(81))
SKETCH = Figure(
    (Curve("graph", (PARABOLA, ((2.5, 3.0), (4.0, 1.0)))),),
    (
        Spot(0.0, 0.0, text("{0}", "0"), above=False),
        Spot(2.5, 3.0, is_open=True),
        Spot(4.0, 1.0, text("{0}", "1")),
    ),
    (2.25,),
    (-2.5, 4.5),
    (-0.8, 4.5),
    F,
)


def _height(x: float, y: float) -> float:
    return x**3 - 3 * x + y**2


_XS = tuple(k / 10 - 2.5 for k in range(51))
_GRID = Grid(_XS, _XS, tuple(tuple(_height(x, y) for x in _XS) for y in _XS))
CONTOURS = Figure(
    (
        *(
            Curve("level", contours(_GRID, float(level), _height), tag=text("{0}", str(level)))
            for level in (2, -1, 0, 5)
        ),
        Curve("set", (((-2.5, -2.0), (2.5, -2.0)),), text("critical: {0}", "y = -2")),
    ),
    (
        Spot(-1.0, 0.0, text("{0}", "P1"), kind="saddle"),
        Spot(1.0, 0.0, text("{0}", "P2"), above=False, kind="minimum"),
    ),
    (),
    (-2.5, 2.5),
    (-2.5, 2.5),
    F,
    (("minimum", text("minimum")), ("saddle", text("saddle"))),
    (text("{0}", "x"), text("{0}", "y")),
)

TABLES = {
    "variation.en": Document(
        (Title(text("Variation table")), SMOOTH, BROKEN, Title(text("Concavity")), SHAPE)
    ),
    "variation.zh": Document((Title(text("增减表")), SMOOTH)),
    "sketch.en": Document((Title(text("Sketch")), SKETCH)),
    "contours.en": Document((Title(text("Sketch")), CONTOURS)),
}
