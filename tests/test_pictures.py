"""Figures of every command: what is in them, where it stands, and that they become pictures."""

from __future__ import annotations

import math
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calctool.notation.reading.parser import read_back
from calctool.present.answers import document, figure, undrawn
from calctool.present.document import Curve, Document, Figure, Note, Spot, Text, Wishes
from calctool.present.phrases import formula
from calctool.render import plot
from calctool.render.forms import rendered
from calctool.render.labels import placed
from calctool.render.plane import Plane
from calctool.render.plot.axes import height_over
from calctool.render.text import render
from calctool.run.child import solver_for
from calctool.solve.answer import Told
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.sketch import maps
from calctool.solve.typed import Typed, question
from calctool.words import pictures as words

Run = tuple[str, Typed]

CIRCLE = ("lagrange", Typed("x+y", subject_to=["x^2+y^2=1"], drawn=True))
PAIR = ("critical", Typed("x^4+y^4-4*x*y", drawn=True))
FIGURES: dict[str, Run] = {
    "tangent": ("diff", Typed("x^2", at="1", drawn=True)),
    "kink": ("diff", Typed("abs(x-1)", drawn=True)),
    "poles": ("diff", Typed("tan(x)", at="0", drawn=True)),
    "second": ("diff", Typed("x^3-x", order="2", drawn=True)),
    "far": ("diff", Typed("sqrt(x-50)", drawn=True)),
    "secants": ("limit-def", Typed("(2-y)^2", drawn=True)),
    "corner": ("limit-def", Typed("abs(x)", at="0", drawn=True)),
    "edge": ("limit-def", Typed("sqrt(2-x)", at="1", drawn=True)),
    "table": ("table", Typed("3*x**4-4*x**3-12*x**2+32", drawn=True)),
    "tail": ("table", Typed("log(x)/x", drawn=True)),
    "slanted": ("table", Typed("x^2/(x-1)", drawn=True)),
    "crowd": ("table", Typed("sin(1/x)", drawn=True)),
    "fan": ("table", Typed("x*sin(1/x)", drawn=True)),
    "rest": ("table", Typed("sin(x)/x", drawn=True)),
    "damped": ("table", Typed("exp(-x/5)*(3*cos(2*x)+4*sin(2*x))", drawn=True)),
    "rising": ("table", Typed("x+2*sin(x)", domain=["[0,oo)"], drawn=True)),
    "dense": ("table", Typed("cos(exp(x))", window=["[-2, 9]"], drawn=True)),
    "one": ("critical", Typed("x^3-3*x", drawn=True)),
    "bowl": ("critical", Typed("x^2+y^2", drawn=True)),
    "pair": PAIR,
    "set": ("critical", Typed("(x^2+y^2-25)^2", drawn=True)),
    "strip": ("critical", Typed("x^2*y", domain=["x:[0,1]", "y:[0,2]"], drawn=True)),
    "circle": CIRCLE,
    "region": ("lagrange", Typed("x*y", subject_to=["x+y<=4", "x>=0", "y>=0"], drawn=True)),
    "hyperbola": ("lagrange", Typed("x^2+y^2", subject_to=["x*y=1"], drawn=True)),
    "valley": ("critical", Typed("2*x^2+(1-x*y)^2", drawn=True)),
    "flanks": ("critical", Typed("x*y/(2+x^2+y^2)", drawn=True)),
    "corner of a square": (
        "critical",
        Typed("x*log(x)*y", domain=["x:(0,1)", "y:(0,1)"], drawn=True),
    ),
    "branch": ("lagrange", Typed("x", subject_to=["x*y=1", "x>=0"], drawn=True)),
    "far branch": ("lagrange", Typed("x-20", subject_to=["(x-20)*(y-30)=9", "x>=20"], drawn=True)),
    "segment": ("lagrange", Typed("x*log(x)+y*log(y)", subject_to=["x+y=1"], drawn=True)),
    "cusp": ("lagrange", Typed("x", subject_to=["y^2=x^3"], drawn=True)),
}
ROLES = {
    "tangent": ["graph", "derivative", "tangent"],
    "kink": ["graph", "derivative"],
    "second": ["graph", "derivative"],
    "secants": ["graph", "secant", "secant", "secant", "tangent"],
    "corner": ["graph", *["secant"] * 6],
    "table": ["graph"],
    "tail": ["graph", "asymptote"],
    "slanted": ["graph", "asymptote"],
    "crowd": ["graph", "asymptote", "envelope"],
    "fan": ["graph", "asymptote", "envelope"],
    "damped": ["graph", "asymptote", "envelope"],
    "rising": ["graph"],
    "one": ["graph"],
    "circle": ["level", "level", "constraint"],
    "region": ["level", "level", "constraint", "constraint", "constraint"],
    "segment": ["level", "constraint", "approach"],
}


@cache
def answered(name: str) -> Told:
    command, asked = FIGURES[name]
    *_, last = solver_for(command)(question(command, asked))
    return last


def drawn(name: str, language: str = "en") -> Figure:
    found = figure(answered(name), Wishes(language, drawn=True))  # type: ignore[arg-type]
    assert found is not None
    return found


def lines_of(found: Figure, role: str) -> list[tuple[tuple[float, float], ...]]:
    return [line for curve in found.curves if curve.role == role for line in curve.lines]


# --- what is in a figure ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ROLES)
def test_the_curves_that_belong_there(name: str) -> None:
    found = drawn(name)
    assert [curve.role for curve in found.curves] == ROLES[name]
    assert all(curve.lines for curve in found.curves)


@pytest.mark.parametrize("name", FIGURES)
def test_spots_are_in_the_frame_and_curves_are_finite(name: str) -> None:
    found = drawn(name)
    (left, right), (low, high) = found.across, found.up
    assert left < right
    assert low < high
    assert all(left <= spot.x <= right and low <= spot.y <= high for spot in found.spots)
    points = [point for curve in found.curves for line in curve.lines for point in line]
    assert points
    assert all(map(math.isfinite, (value for point in points for value in point)))


WAVES = {
    "crowd": (lambda x: math.sin(1 / x), lambda _: 1.0),
    "fan": (lambda x: x * math.sin(1 / x), abs),
    "rest": (lambda x: math.sin(x) / x, lambda x: 1 / abs(x)),
    "damped": (
        lambda x: math.exp(-x / 5) * (3 * math.cos(2 * x) + 4 * math.sin(2 * x)),
        lambda x: 5 * math.exp(-x / 5),
    ),
    "dense": (lambda x: math.cos(math.exp(x)), lambda _: 1.0),
}


@pytest.mark.parametrize("name", WAVES)
def test_waves_are_drawn_to_the_end_and_nothing_that_is_none(name: str) -> None:
    """Without a gap across the frame; each point is one of the graph, or of a band of strokes that
    are closer than anyone sees and as high as the envelope."""
    f, height = WAVES[name]
    found = drawn(name)
    left, right = found.across
    width = right - left
    lines = lines_of(found, "graph")
    covered = sorted((min(x for x, _ in line), max(x for x, _ in line)) for line in lines)
    reached = left
    for start, end in covered:
        assert start - reached < width / 100, (start, reached)
        reached = max(reached, end)
    assert right - reached < width / 100
    for line in lines:
        for (x, y), (u, _) in pairwise(line):
            assert abs(y) <= height(x) * 1.02 + 1e-9
            is_stroke = abs(u - x) < width / 1000
            assert is_stroke or abs(f(x) - y) < 1e-6 * max(1.0, abs(y))
    for line in lines_of(found, "envelope"):
        assert all(abs(abs(y) - height(x)) < 1e-6 * max(1.0, abs(y)) for x, y in line)


@pytest.mark.parametrize("name", FIGURES)
def test_every_curve_can_be_told_from_the_others(name: str) -> None:
    """A figure of several curves names them all; level curves carry their heights."""
    found = drawn(name)
    if len(found.curves) > 1:
        assert all((curve.label, curve.tag) != (None, None) for curve in found.curves)
    assert {spot.kind for spot in found.spots if found.kinds} == {kind for kind, _ in found.kinds}


@pytest.mark.parametrize(
    ("name", "poles"), [("poles", (-math.pi / 2, math.pi / 2)), ("kink", (1,))]
)
def test_no_line_crosses_a_pole_or_a_jump(name: str, poles: tuple[float, ...]) -> None:
    found = drawn(name)
    torn = lines_of(found, "graph" if name == "poles" else "derivative")
    assert len(torn) > len(poles)
    for line in torn:
        assert not any(line[0][0] < pole < line[-1][0] for pole in poles)


def test_secants_approach_the_tangent() -> None:
    sketch = answered("secants").sketch
    assert sketch is not None
    slopes = [curve.slope for curve in sketch.curves if curve.role in ("secant", "tangent")]
    gaps = [abs(slope - slopes[-1]) for slope in slopes]
    assert gaps == sorted(gaps, reverse=True)
    assert slopes[-1] == pytest.approx(-2)
    for curve in sketch.curves:
        for (x, y), (u, v) in (line for line in curve.lines if curve.role == "secant"):
            assert y + (v - y) / (u - x) * (1 - x) == pytest.approx(1)


def test_secants_stay_in_the_domain() -> None:
    found = drawn("edge")
    assert all(spot.x <= 2 for spot in found.spots)
    assert len(found.spots) > 1


def test_labels_stand_above_maxima_and_below_minima() -> None:
    for name in ("table", "pair", "circle", "one"):
        for spot in drawn(name).spots:
            if spot.kind in ("maximum", "minimum"):
                assert spot.above == (spot.kind == "maximum")
    heights = {spot.y: spot.above for spot in drawn("table").spots if spot.text is not None}
    assert heights == {27: False, 32: True, 0: False}


def test_points_have_the_shapes_of_their_kinds() -> None:
    assert sorted(spot.kind for spot in drawn("pair").spots) == ["minimum", "minimum", "saddle"]
    assert {spot.kind for spot in drawn("circle").spots} == {"minimum", "maximum"}


def test_level_curves_pass_through_the_points() -> None:
    found = drawn("circle")
    for spot in found.spots:
        near = min(
            math.hypot(x - spot.x, y - spot.y) for line in lines_of(found, "level") for x, y in line
        )
        assert near < 0.05


def test_a_saddle_has_its_own_level_curve() -> None:
    sketch = answered("pair").sketch
    assert sketch is not None
    crossing = sketch.curves[0]
    assert min(math.hypot(*point) for line in crossing.lines for point in line) < 0.1


def test_constraints_and_whole_sets_are_seen_whole() -> None:
    for name, role, radius in (("circle", "constraint", 1), ("set", "set", 5)):
        (line,) = lines_of(drawn(name), role)
        assert line[0] == line[-1]
        assert all(math.hypot(*point) == pytest.approx(radius, abs=1e-2) for point in line)


def test_a_stated_domain_is_the_frame() -> None:
    found = drawn("strip")
    assert (found.across, found.up) == ((0, 1), (0, 2))


SURFACES = ("bowl", "pair", "set", "strip", "valley", "flanks", "corner of a square")


def test_only_maps_of_critical_points_have_a_surface() -> None:
    assert all(bool(drawn(name).relief) == (name in SURFACES)
               for name in FIGURES)  # fmt: skip


# --- curves along which f comes near a bound ----------------------------------------------------

Function = Callable[[float, float], float]
APPROACHES: dict[str, tuple[Function, Function, tuple[float, ...]]] = {
    "valley": (lambda x, y: 2 * x**2 + (1 - x * y) ** 2, lambda *_: 0.0, (0.0,)),
    "flanks": (lambda x, y: x * y / (2 + x**2 + y**2), lambda *_: 0.0, (-0.5, 0.5)),
    "corner of a square": (
        lambda x, y: x * math.log(x) * y, lambda x, y: max(-x, -y, x - 1, y - 1, 0.0),
        (-1 / math.e, 0.0),
    ),
    "branch": (lambda x, _: x, lambda x, y: abs(x * y - 1), (0.0,)),
    "far branch": (lambda x, _: x - 20, lambda x, y: abs((x - 20) * (y - 30) - 9), (0.0,)),
    "segment": (
        lambda x, y: x * math.log(x) + y * math.log(y), lambda x, y: abs(x + y - 1), (0.0,)
    ),
}  # fmt: skip
"""f, what is 0 on the set, and the bounds that are not attained."""


@pytest.mark.parametrize("name", APPROACHES)
def test_a_bound_that_is_not_attained_has_its_curve(name: str) -> None:
    """It lies in the set, something of it in the frame, and f comes ever nearer to the bound."""
    f, broken, bounds = APPROACHES[name]
    found = drawn(name)
    curves = [curve for curve in found.curves if curve.role == "approach"]
    assert len(curves) == len(bounds)
    (left, right), (low, high) = found.across, found.up
    for curve, bound in zip(curves, bounds, strict=True):
        points = [point for line in curve.lines for point in line]
        inside = [(x, y) for x, y in points if left <= x <= right and low <= y <= high]
        assert (
            max(abs(x - u) + abs(y - v) for x, y in inside for u, v in inside) > (right - left) / 10
        )
        gaps = [abs(f(x, y) - bound) for x, y in points]
        assert gaps == sorted(gaps, reverse=True)
        assert gaps[-1] < gaps[0]
        assert all(broken(x, y) < 1e-6 for x, y in points)


def test_a_bound_that_is_attained_has_no_curve_and_one_that_is_infinite_neither() -> None:
    for name in ("bowl", "pair", "circle", "region", "hyperbola"):
        assert not lines_of(drawn(name), "approach")


def test_the_curve_says_its_bound_in_both_languages() -> None:
    for language, words_ in (("en", "along"), ("zh", "沿")):
        curve = next(c for c in drawn("branch", language).curves if c.role == "approach")
        assert curve.label is not None
        assert words_ in curve.label.template
        assert formula(read_back("y = t")).formulas[0] in curve.label.formulas
        assert curve.tag is not None


def test_an_arrow_leads_along_the_curve_in_every_form() -> None:
    found = drawn("flanks")
    page = Document((found,))
    text = render(page, width=80, colour=False, ascii_only=False)
    assert "↗" in text
    assert "↘" in text
    plain = render(page, width=80, colour=False, ascii_only=True)
    assert "~~~" in plain
    html = rendered(page, "html", None)  # type: ignore[arg-type]
    assert html.count('<polyline class="approach"') == html.count('<polygon class="head"') == 2
    latex = rendered(page, "latex", None)  # type: ignore[arg-type]
    assert latex.count(r"\fill ") == 2
    assert plot.picture(found, "svg") != plot.picture(without(found, "approach"), "svg")


def without(found: Figure, role: str) -> Figure:
    return replace(found, curves=tuple(curve for curve in found.curves if curve.role != role))


def test_the_head_of_an_arrow_points_where_the_curve_leads() -> None:
    line = ((0.0, 0.0), (0.5, 0.5), (2.0, 2.0))
    found = Figure((Curve("approach", (line,)),), (), (), (0.0, 1.0), (0.0, 1.0), Text("f"))
    head = Plane.within(found, 100, 100).head(found.curves[0], 10)
    assert head is not None
    (x, y), tip, (u, v) = head
    assert tip == (100, 100)
    assert x + u == pytest.approx(y + v)
    assert x + u < 200
    away = Curve("approach", (((2.0, 2.0), (3.0, 3.0)),))
    assert Plane.within(found, 100, 100).head(away, 10) is None


def test_a_place_of_an_extreme_is_marked_though_it_is_no_listed_point() -> None:
    """As one that only its derivation names."""
    made = answered("pair")
    assert isinstance(made, CriticalAnswer)
    bare = replace(made, points=())
    places = {(mark.x, mark.y, mark.kind) for mark in maps.unlisted(bare, (-2, 2), (-2, 2))}
    assert places == {(-1, -1, "minimum"), (1, 1, "minimum")}
    assert not list(maps.unlisted(made, (-2, 2), (-2, 2)))


# --- what cannot be drawn -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "asked", "why"),
    [
        ("diff", Typed("x*y"), "draw-one-variable"),
        ("diff", Typed("x^2+y^2=1", of="y"), "draw-equation"),
        ("diff", Typed("f(x)", function=["f"]), "draw-unknown"),
        ("diff", Typed("a*x^2", wrt=["x"]), "draw-parameters"),
        ("limit-def", Typed("a*x^2", wrt=["x"]), "draw-parameters"),
        ("critical", Typed("x^2+y^2+z^2"), "draw-few-variables"),
        ("lagrange", Typed("x+y+z", subject_to=["x^2+y^2+z^2=1"]), "draw-two-variables"),
        ("limit-def", Typed("log(x)", at="-1"), "draw-nothing"),
    ],
)
def test_what_stands_in_the_way_is_said(command: str, asked: Typed, why: str) -> None:
    *_, last = solver_for(command)(question(command, replace(asked, drawn=True)))
    page = document(last, Wishes(drawn=True))
    said = words.OBSTACLES[why]
    assert figure(last, Wishes(drawn=True)) is None
    assert undrawn(last) == said
    assert any(isinstance(each, Note) and said.en in each.text.template for each in page.blocks)


def test_nobody_is_told_about_pictures_who_asked_for_none() -> None:
    *_, last = solver_for("diff")(question("diff", Typed("x*y")))
    notes = [block for block in document(last, Wishes()).blocks if isinstance(block, Note)]
    assert not any("picture" in note.text.template for note in notes)


# --- how it is shown ----------------------------------------------------------------------------


@pytest.mark.parametrize("width", [24, 60, 80, 120])
@pytest.mark.parametrize("name", ["tangent", "secants", "pair", "circle"])
def test_sketches_keep_the_width(name: str, width: int) -> None:
    found = drawn(name)
    for ascii_only in (False, True):
        page = render(Document((found,)), width=width, colour=False, ascii_only=ascii_only)
        lines = page.splitlines()
        assert ascii_only <= page.isascii()
        room = max(len(line) for line in lines if not line.strip()[:3].strip("*#=.⠒⠂⠐⠀"))
        assert max(room, max(map(len, lines[:-2]))) <= max(min(width, 91), 60)


def test_a_graph_is_seen_beside_its_asymptotes() -> None:
    """Horizontal ones in the frame, slanted ones nearer to the graph at its ends than inside."""
    tail = drawn("tail")
    (line,) = lines_of(tail, "asymptote")
    assert all(tail.up[0] < y < tail.up[1] for _, y in line)
    slanted = drawn("slanted")
    (((left, low), (right, high)),) = lines_of(slanted, "asymptote")
    assert high - low == pytest.approx(right - left)
    assert slanted.legend()[1][1] == formula(read_back("y = x + 1"))


def test_numbers_of_level_curves_have_the_page_behind_them() -> None:
    page = rendered(Document((drawn("pair"),)), "html", None)  # type: ignore[arg-type]
    assert page.count('<rect class="behind"') == page.count('<text class="tag"') > 0


def test_a_map_about_as_high_as_wide_has_one_scale() -> None:
    assert drawn("pair").even
    assert drawn("bowl").even


def test_one_scale_for_both_axes_of_constraints() -> None:
    found = drawn("circle")
    page = rendered(Document((found,)), "html", None)  # type: ignore[arg-type]
    ring = next(part for part in page.split("<polyline ") if part.startswith('class="constraint"'))
    points = [tuple(map(float, point.split(","))) for point in ring.split('"')[3].split()]
    xs, ys = zip(*points, strict=True)
    assert max(xs) - min(xs) == pytest.approx(max(ys) - min(ys), rel=0.01)


CHILD = """
import pickle, sys
from calctool.render import plot
for found, kind in pickle.load(sys.stdin.buffer):
    made = plot.picture(found, kind)
    assert made == plot.picture(found, kind), kind
    print(kind, len(made), made[:5])
"""


def test_pictures_need_no_display_and_give_no_warnings(tmp_path: Path) -> None:
    asked = [(drawn("pair"), "svg"), (drawn("tangent"), "pdf"), (drawn("circle"), "png")]
    awkward = Figure(
        (Curve("graph", (((0.0, 0.0), (1.0, 1.0)),), Text("$x$ 极大值点")),),
        (Spot(0.5, 0.5, Text("$"), kind="maximum"),), (0.25,), (0.0, 1.0), (0.0, 1.0), Text("f"),
        relief=((0.0, None), (1.0, 2.0)),
    )  # fmt: skip
    asked += [(awkward, "png")] if plot.speaks("zh") else []
    environment = {
        name: value for name, value in os.environ.items() if name not in ("HOME", "DISPLAY")
    } | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CHILD],
        input=pickle.dumps(asked), env=environment, cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr == b""
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(asked)
    assert not list(tmp_path.iterdir())


# --- labels of points ---------------------------------------------------------------------------

PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(PLACES, max_size=12), st.lists(PLACES, max_size=8), st.booleans())
def test_labels_cover_neither_each_other_nor_marks(
    marks: list[tuple[float, float]], line: list[tuple[float, float]], above: bool
) -> None:
    spots = tuple(Spot(x, y, Text("P"), above) for x, y in marks)
    curve = Curve("graph", (tuple(line),) if len(line) > 1 else ())
    found = Figure((curve,), spots, (), (0.0, 1.0), (0.0, 1.0), Text("f"))
    plane, size, gap = Plane.within(found, 600, 300), (24.0, 15.0), 6.0
    places = placed(plane, [size] * len(spots), gap)
    boxes = [(place, size) for place in places if place is not None]
    for n, ((x, y), _) in enumerate(boxes):
        assert -12 <= x <= 612
        assert -10 <= y <= 310
        for (u, v), _ in boxes[:n]:
            assert abs(x - u) >= size[0] or abs(y - v) >= size[1]
    for n, place in enumerate(places):
        for m, (x, y) in enumerate(marks):
            if place is not None and m != n:
                apart = abs(place[0] - x * 600), abs(place[1] - y * 300)
                assert apart[0] * 2 >= size[0] + gap or apart[1] * 2 >= size[1] + gap


def test_a_label_avoids_the_curve() -> None:
    """Above a point of a rising line there is more of the line than beside it."""
    line = tuple((n / 100, n / 100) for n in range(101))
    spot = Spot(0.5, 0.5, Text("h = 0.5"))
    found = Figure((Curve("graph", (line,)),), (spot,), (), (0.0, 1.0), (0.0, 1.0), Text("f"))
    (place,) = placed(Plane.within(found, 400, 400), [(60.0, 15.0)], 6.0)
    assert place is not None
    x, y = place
    assert not any(abs(x - 400 * u) < 30 and abs(y - 400 * v) < 7.5 for u, v in line)


def test_the_surface_shows_the_points_at_their_heights() -> None:
    found = drawn("pair")
    heights = [height_over(found, spot) for spot in found.spots]
    values = [spot.x**4 + spot.y**4 - 4 * spot.x * spot.y for spot in found.spots]
    assert heights == pytest.approx(values, abs=0.3)
