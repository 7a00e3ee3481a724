"""Solutions in boxes: none lost, none twice, none that is not one; what stays open is said."""

import math
from collections.abc import Sequence
from fractions import Fraction

import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

import newton
from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes import BoxPlace, zeros_in
from calctool.algebra.boxes.region import tightened, whole_box, whole_region
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undefined
from calctool.algebra.solutions import Root, Solutions
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import ZERO, Relation, expression
from texts import tree


def search(
    texts: Sequence[str], names: str, low: object, high: object, needed: Sequence[Relation] = ()
) -> Solutions:
    box = dict.fromkeys(names, (Fraction(str(low)), Fraction(str(high))))
    return zeros_in([tree(text) for text in texts], list(names), box, needed)


def points(found: Solutions) -> list[tuple[float, ...]]:
    listed = (newton.numbers(root).values() for root in found.roots)
    return sorted(tuple(round(value, 6) for value in each) for each in listed)


def is_open_at(found: Solutions, **at: float) -> bool:
    return any(all(a <= at[name] <= b for name, a, b in each) for each in found.undecided)


KNOWN = [
    (
        ("2*x + y*cos(x) - x*y*sin(x)", "2*y + x*cos(x)"), "xy", -10, 10,
        [(-9.04077, -4.191168), (-8.400492, -2.182906), (0, 0), (8.400492, 2.182906),
         (9.04077, 4.191168)],
    ),
    (("3*exp(y) - 3*x^2", "3*x*exp(y) - 3*exp(3*y)"), "xy", -5, 5, [(1, 0)]),
    (("2*x - y", "exp(y) - x"), "xy", -10, 10, []),
    (("log(x) - log(x + y) + y", "log(y) - log(x + y) + x"), "xy", 0.01, 5, [(0.693147,) * 2]),
    (
        ("sin(y) - 2*k*x", "x*cos(y) - 2*k*y", "x^2 + y^2 - 4"), "xyk", -3, 3,
        [(a * 1.629756, b * 1.159265, -a * b * -0.28118) for a in (-1, 1) for b in (-1, 1)],
    ),
    (("sin(x*y) + x/5", "x^2 - y^2 - 1"), "xy", -2, 2, None),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "names", "low", "high", "expected"), KNOWN)
def test_all_solutions_are_listed_once(
    texts: Sequence[str], names: str, low: float, high: float, expected: list[tuple[float, ...]]
) -> None:
    found = search(texts, names, low, high)
    assert (found.state, found.undecided) == ("box", ())
    assert found.scope == tuple((n, Fraction(str(low)), Fraction(str(high))) for n in names)
    if expected is not None:
        assert points(found) == [pytest.approx(each, abs=2e-6) for each in sorted(expected)]
    for at in newton.found([tree(text) for text in texts], names, high, 60):
        if all(low < value < high for value in at.values()):
            assert any(newton.near(at, newton.numbers(root)) for root in found.roots)


def test_a_solution_on_the_side_of_the_box_belongs_to_it() -> None:
    assert points(search(("x^2 - 1", "y - x"), "xy", -1, 1)) == [(-1, -1), (1, 1)]


@pytest.mark.parametrize(("shift", "count"), [("1/10^12", 0), ("-1/10^12", 1), ("0", 1)])
def test_sides_are_compared_exactly(shift: str, count: int) -> None:
    found = search((f"x - 1 - {shift}", "y - sin(y)/2"), "xy", -1, 1)
    assert (len(found.roots), found.undecided) == (count, ())


@pytest.mark.parametrize(("bits", "count", "open_boxes"), [(200, 0, 0), (2000, 0, 1)])
def test_a_side_that_cannot_be_told_from_the_solution(
    bits: int, count: int, open_boxes: int
) -> None:
    with working(bits + 64, 1):
        root = arb("0.739085133215160641655")
        for _ in range(12):
            root = (root - (root - root.cos()) / (1 + root.sin())).mid()
        near = Fraction(int((root * arb(2) ** bits).floor().unique_fmpz()), 2**bits)
    box = {"x": (Fraction(0), near), "y": (Fraction(0), Fraction(1))}
    found = zeros_in([tree("x - cos(x)"), tree("y - x/2")], ["x", "y"], box)
    assert (len(found.roots), len(found.undecided)) == (count, open_boxes)


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (("x^2", "y - x"), {"x": 0, "y": 0}),
        (("sin(x) - x", "y"), {"x": 0, "y": 0}),
        (("cos(x) + cos(x + y)", "cos(y) + cos(x + y)"), {"x": 3.14159265, "y": 3.14159265}),
        (("sqrt(x) - y", "x + y"), {"x": 0, "y": 0}),
        (("(x - 1)^2 + (y - 2)^2", "x + y - 3"), {"x": 1, "y": 2}),
    ],
)
def test_what_is_not_proved_stays_open(texts: Sequence[str], at: dict[str, float]) -> None:
    found = search(texts, "xy", -4, 4)
    assert found.state == "partial"
    assert found.missing
    assert is_open_at(found, **at)


def test_an_exact_solution_in_an_open_box_is_listed_without_a_multiplicity() -> None:
    found = search(("x^2", "y - x"), "xy", -1, 1)
    assert [(root.multiplicity, points(found)) for root in found.roots] == [(None, [(0, 0)])]


def test_a_curve_of_solutions_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SYSTEM_BOXES", 1000)
    found = search(("x*y", "x*y^2"), "xy", -1, 1)
    assert found.state == "partial"
    assert is_open_at(found, x=0.5, y=0)
    assert is_open_at(found, x=0, y=-0.7)
    assert search(("x*y",), "xy", -1, 1).state == "partial"


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("log(x*y)", "x - y"), [(1, 1)]),
        (("sqrt(x) - 1", "y - x"), [(1, 1)]),
        (("(x^2 - 1)/(x - 1)", "y"), [(-1, 0)]),
    ],
)
def test_conditions_are_decided_at_solutions(
    texts: Sequence[str], kept: list[tuple[float, ...]]
) -> None:
    equations = [tree(text) for text in texts]
    needed = tuple(each for one in equations for each in conditions(one))
    positive = (*needed, Relation(tree("x"), ">", tree("0"))) if kept == [(1, 1)] else needed
    found = search(texts, "xy", -3, 3, positive)
    assert [each for each in points(found) if not is_open_at(found, x=each[0], y=each[1])] == kept


MINORS = (
    "2*y*sin(y*z) - 2*x^2*z*cos(y*z)",
    "2*z*sin(y*z) - 2*x^2*y*cos(y*z)",
    "2*x*(z^2 - y^2)*cos(y*z)",
    "x^2 + y^2 + z^2 - 1",
)


def test_further_equations_must_follow_from_the_others() -> None:
    found = search(MINORS, "xyz", -1, 1)
    assert (found.state, len(found.roots)) == ("box", 14)
    for root in found.roots:
        sums = sum(value**2 for value in newton.numbers(root).values())
        assert sums == pytest.approx(1)
    assert search(("exp(x) - 2", "y - x", "y - 7/10"), "xy", -2, 2).roots == ()
    near = "exp(x) - 2 + (y - x)*(x - y - 1)"
    assert len(search(("exp(x) - 2", "y - x", near), "xy", -2, 2).roots) == 1
    shifted = search(("exp(x) - 2", "y - x", "y - log(2)*(1 + 1/10^400)"), "xy", -2, 2)
    assert shifted.roots == ()


# --- places ---


def place_of(texts: Sequence[str], names: str = "xy") -> Place:
    (root,) = search(texts, names, 0, 2).roots
    return root.place


def test_a_place_is_refined_as_far_as_is_asked_for() -> None:
    place = place_of(("exp(x) - 2", "y - x^2"))
    assert isinstance(place, BoxPlace)
    for bits in (20, 200, 900):
        low, high = place.coordinate("x").bounds(bits)
        assert low <= high <= low + Fraction(2, 2**bits)
    assert abs(float(low) - 0.6931471805599453) < 1e-15


def test_signs_at_a_place() -> None:
    place = place_of(("exp(x) - 2", "y - x^2"))
    x, y = place.coordinate("x"), place.coordinate("y")
    assert (x - y).sign() == 1
    assert (y - x).sign() == -1
    assert (-x * y).sign() == -1
    assert (x + y).tree() is None
    assert place.scalar(tree("exp(x) - 2")).sign() == 0
    assert place.scalar(tree("3*x*(exp(x) - 2)")).sign() == 0
    assert place.scalar(tree("x - log(2)")).sign() in (0, None)
    with pytest.raises(Undefined):
        place.scalar(tree("sqrt(y - x)"))


def test_short_fractions_are_exact() -> None:
    place = place_of(("exp(x - 1/2) - 1", "y - sin(y) - x + 1/2 + sin(1/3) - 1/3"))
    assert [plain(place.coordinate("x").tree() or tree("0"))] == ["1/2"]
    assert place.scalar(tree("y - 1/3")).sign() == 0


@pytest.mark.parametrize(
    ("texts", "coordinates"),
    [
        (("x - 3*sin(x)*cos(y)", "y*(1 + cos(x)*sin(y)/2)"), {"y": "0"}),
        (("x - 2*sin(x)*cos(y)^2", "(y - 1/3)*exp(x*y)"), {"y": "1/3"}),
        (("x - 2*sin(x) + (y - pi)^2", "sin(y)*exp(x*y)"), {"y": "pi"}),
        (("x - 2*sin(x) + (y^2 - 2)^2", "(y^2 - 2)*(x^2 + exp(y))"), {"y": "sqrt(2)"}),
        (("x + y - 1 + sin(x*z)", "x - cos(x)", "z*(1 + x^2)"), {"y": None, "z": "0"}),
    ],
)
def test_coordinates_are_exact_one_by_one(
    texts: Sequence[str], coordinates: dict[str, str | None]
) -> None:
    box = {"x": (Fraction(1, 2), Fraction(4)), "y": (Fraction(-1, 2), Fraction(4))}
    if len(texts) > 2:
        box["z"] = (Fraction(-1), Fraction(1))
    found = zeros_in([tree(text) for text in texts], list(box), box)
    assert found.roots
    for root in found.roots:
        for name, at in coordinates.items():
            exact = root.place.coordinate(name).tree()
            assert (exact and plain(exact)) == at, name


# --- regions that hold everything ---


@pytest.mark.parametrize(
    ("texts", "size"),
    [
        (("x^2 + y^2 - 4", "sin(x) - y"), 2),
        (("x^4 + 3*y^2 - 500", "x"), 30),
        (("x + y - 1", "exp(x) - y"), None),
        (("log(x) + y", "x + y^2 - 1"), 1),
    ],
)
def test_a_region_outside_of_which_there_is_nothing(texts: Sequence[str], size: int) -> None:
    equations = [tree(text) for text in texts]
    needed = [each for one in equations for each in conditions(one)]
    region = whole_region(equations, ["x", "y"], needed)
    assert (None if region is None else region["x"][1]) == size


# --- contracts ---

TERMS = (
    "sin(x)",
    "cos(y)",
    "sin(x + y)",
    "exp(-x)",
    "exp(y/2)",
    "x*y",
    "x^2",
    "y",
    "x",
    "cos(x*y)",
)


@st.composite
def systems(draw: st.DrawFn) -> list[str]:
    def equation() -> str:
        chosen = draw(st.lists(st.sampled_from(TERMS), min_size=2, max_size=3, unique=True))
        numbers = [draw(st.integers(-4, 4).filter(bool)) for _ in chosen]
        terms = [f"({n})*{term}" for n, term in zip(numbers, chosen, strict=True)]
        return " + ".join(terms) + f" + {draw(st.integers(-3, 3))}/2"

    return [equation(), equation()]


@given(systems())
@settings(max_examples=25)
def test_a_dense_search_finds_no_further_solution(texts: list[str]) -> None:
    equations = [tree(text) for text in texts]
    found = search(texts, "xy", -3, 3)
    for at in newton.found(equations, "xy", 3, 12):
        if all(-3 < value < 3 for value in at.values()):
            listed = any(newton.near(at, newton.numbers(root)) for root in found.roots)
            assert listed or is_open_at(found, **at)


@given(systems())
@settings(max_examples=25)
def test_each_solution_is_proved_and_different_from_the_others(texts: list[str]) -> None:
    found = search(texts, "xy", -3, 3)
    numbers = [newton.numbers(root) for root in found.roots]
    assert not any(newton.near(a, b, 1e-12) for i, a in enumerate(numbers) for b in numbers[:i])
    for root in found.roots:
        for text in texts:
            low, high = root.place.scalar(tree(text)).bounds(60)
            assert low <= 0 <= high
        if isinstance(root.place, BoxPlace):
            assert passes_again(root)


def passes_again(root: Root) -> bool:
    """Krawczyk's operator maps a box around the point into its inside."""
    place = root.place
    assert isinstance(place, BoxPlace)
    around = place.single.around
    with working(128, 2):
        image = place.system.krawczyk(around)
    assert image is not None
    return all(a.contains_interior(b) for a, b in zip(around, image, strict=True))


@given(
    st.fractions(-3, 3, max_denominator=5),
    st.fractions(-3, 3, max_denominator=5),
    st.fractions(Fraction(1, 5), 4, max_denominator=5),
    st.sampled_from(("(x - a)^2 + (y - b)^2 - c", "(x - a)^2 + 2*(y - b)^4 - c")),
)
def test_a_small_box_holds_all_that_the_large_one_holds(
    a: Fraction, b: Fraction, c: Fraction, text: str
) -> None:
    written_out = text.replace("a", f"({a})").replace("b", f"({b})").replace("c", f"({c})")
    left = expression(read_back(written_out))
    inside = [Relation(left, "<=", ZERO)]
    box = whole_box(inside, ["x", "y"], ())
    assert box is not None
    small = tightened(inside, box)
    reach = {"x": math.sqrt(c), "y": (c / 2) ** 0.25 if "^4" in text else math.sqrt(c)}
    for name, middle in (("x", float(a)), ("y", float(b))):
        low, high = map(float, small[name])
        assert box[name][0] <= small[name][0] <= small[name][1] <= box[name][1]
        assert low <= middle - reach[name] + 1e-9
        assert high >= middle + reach[name] - 1e-9
