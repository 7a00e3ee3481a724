"""HTML: valid XML that can do nothing, MathML that can be read back, and what Chromium shows."""

import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from calctool.notation.printing.mathml import mathml
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.system import Line
from calctool.notation.tree import Relation, Tree
from calctool.present.document import Curve, Document, Figure, Spot, Text, VariationTable
from calctool.render.html import render
from conftest import needed
from shown import EITHER, HOSTILE, everything, formulas, hostile
from trees import relations, trees

CORPUS = everything()
ELEMENTS = frozenset({
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "span", "div",
    "dl", "dt", "dd", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "figure", "figcaption", "svg", "line", "polyline", "polygon", "path", "circle", "rect",
    "text", "details", "summary",
    "math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msup", "msub", "msqrt", "mroot",
    "munder", "mtable", "mtr", "mtd",
})  # fmt: skip


def page(document: Document) -> ElementTree.Element:
    return ElementTree.fromstring(render(document))  # noqa: S314 (what is tested)


@pytest.mark.parametrize("name", CORPUS)
def test_a_page_is_xml_of_known_elements_and_loads_nothing(name):
    root = page(CORPUS[name])
    for element in root.iter():
        assert element.tag in ELEMENTS
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on")
            assert attribute not in ("style", "href", "src", "action")
            assert attribute == "content" or "url(" not in value
    assert "url(" not in root.findtext("head/style")
    assert root.get("lang") == CORPUS[name].language


def test_the_policy_allows_the_style_sheet_and_nothing_else():
    root = page(CORPUS["sigmoid"])
    digest = b64encode(sha256(root.findtext("head/style").encode()).digest()).decode()
    policy = next(
        meta.get("content")
        for meta in root.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]


def test_the_heading_is_the_title():
    root = page(CORPUS["sigmoid"])
    assert root.findtext("head/title") == "calctool diff: 1/(1+exp(-x))"
    assert root.findtext("body/main/h1") == root.findtext("head/title")


@pytest.mark.parametrize("words", HOSTILE)
def test_foreign_words_stay_words(words):
    seen = re.sub(r"\s+", " ", "".join(page(hostile()).find("body").itertext()))
    assert re.sub(r"[\x1b\u202e]", "\ufffd", words) in seen


# --- MathML -------------------------------------------------------------------------------------


@settings(max_examples=200, deadline=None)
@given(trees(names=("x", "w1", "alpha", "rate_a_b")))
def test_every_tree_is_mathml_and_is_read_back_from_it(tree):
    found = ElementTree.fromstring(mathml(tree))  # noqa: S314
    assert read_back(found.get("alttext")) == tree
    assert all(
        len(list(each)) == 2 for tag in ("mfrac", "msup", "msub") for each in found.iter(tag)
    )


@settings(max_examples=50, deadline=None)
@given(relations(trees(depth=1)))
def test_every_relation_is_read_back_from_mathml(relation):
    found = ElementTree.fromstring(mathml(relation))  # noqa: S314
    assert read_back(found.get("alttext")) == relation


SAID = [
    ("D(1 + exp(-x), x)", "ddx(1+e−x)"),
    ("-D(1 + exp(-x), x)/(1 + exp(-x))^2", "−ddx(1+e−x)(1+e−x)2"),
    ("(1/x)^2", "(1x)2"),
    ("sin(x)^2", "sin2(x)"),
    ("f''(x)", "f″(x)"),
    ("f^(1,0)(x, y)", "f(1,0)(x,y)"),
    ("D(u*v) = D(u)*v + u*D(v)", "(u⋅v)′=u′⋅v+u⋅v′"),
    ("x*-y", "x⋅(−y)"),
    ("log2(x)", "log2(x)"),
    ("x <= pi", "x≤π"),
    ("abs(x) + floor(x)", "|x|+⌊x⌋"),
    ("Piecewise((x, x < 1), (2, True))", "{xif\u00a0x<12otherwise"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), SAID)
def test_mathml_says(typed, said):
    assert text_of(mathml(read_back(typed))) == said


def text_of(markup: str) -> str:
    found = ElementTree.fromstring(markup)  # noqa: S314
    return re.sub("[\u2061\u2062]", "", "".join(found.itertext()))


def test_systems_are_shown_as_systems():
    assert text_of(mathml(EITHER)) == "{2x=yx+y=3∨x=0"


# --- pictures -----------------------------------------------------------------------------------


def drawn(**changes: object) -> ElementTree.Element:
    parts = {"curves": (), "spots": (), "uprights": (), "across": (0.0, 1.0), "up": (0.0, 1.0)}
    return page(Document((Figure(**{**parts, "label": Text("f"), **changes}),))).find(".//svg")


def test_curves_are_cut_at_the_edge():
    line = ((-1.0, 0.5), (0.5, 0.5), (0.5, 1e300), (2.0, 0.5))
    svg = drawn(curves=(Curve("graph", (line,)),))
    lines = [each.get("points").split() for each in svg.iter("polyline")]
    (points,) = ([tuple(map(float, point.split(","))) for point in line] for line in lines)
    assert all(52 <= x <= 624 and 22 <= y <= 350 for x, y in points)
    assert len(points) == 3


def test_labels_stand_above_maxima_and_below_minima():
    spots = (Spot(0.2, 0.5, Text("top")), Spot(0.8, 0.5, Text("low"), above=False))
    svg = drawn(spots=spots)
    labels = {each.text: float(each.get("y")) for each in svg.iter("text")}
    (level,) = {float(each.get("cy")) for each in svg.iter("circle")}
    assert labels["top"] < level < labels["low"]


# --- in a browser -------------------------------------------------------------------------------

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-sync", "--disable-background-networking", "--disable-component-update",
    "--dump-dom",
)  # fmt: skip
FORMULA = re.compile(r'<math alttext="([^"]*)"[^>]*>(.*?)</math>')


def test_chromium_shows_every_formula(tmp_path):
    """All documents on one page, for one start of the browser."""
    chromium = needed("chromium")
    blocks = tuple(block for document in CORPUS.values() for block in document.blocks)
    source = render(Document(blocks))
    file = tmp_path / "page.html"
    file.write_text(source, encoding="utf-8")
    command = [chromium, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    assert seen(done.stdout) == seen(source)
    assert len(seen(source)) == sum(len(formulas(block)) for block in blocks)
    assert done.stdout.count("<h2>") == source.count("<h2>")
    assert "<script" not in done.stdout
    assert "<img" not in done.stdout


def seen(source: str) -> list[tuple[str, str]]:
    """The plain text of every formula, and what can be read of it."""
    return [
        (unescape(alttext), unescape(re.sub("<[^>]*>", "", inside)))
        for alttext, inside in FORMULA.findall(source)
    ]


# --- what is read back --------------------------------------------------------------------------


def readable(line: Line) -> bool:
    return isinstance(line, Tree | Relation)


@pytest.mark.parametrize("name", CORPUS)
def test_formulas_of_a_page_are_read_back(name):
    document = CORPUS[name]
    sent = [each.get("alttext") for each in page(document).iter("math")]
    for block in document.blocks:
        lines = formulas(block)
        found, sent = sent[: len(lines)], sent[len(lines) :]
        if isinstance(block, VariationTable):
            assert sorted(found) == sorted(map(plain, lines))
        else:
            assert all(
                read_back(text, functions=("L",)) == line
                for text, line in zip(found, lines, strict=True)
                if readable(line)
            )
    assert not sent
