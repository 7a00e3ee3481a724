"""Each line of an argument for an extreme value is tried: wrong ones of every sort are refuted."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation
from calctool.solve.answer import Status
from calctool.solve.candidates import ProofLine
from calctool.solve.critical.answering import answer
from calctool.solve.optimum import extremes as ladder
from calctool.solve.optimum.arguments.protocol import Bound
from calctool.solve.optimum.checks import lines_checked
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question
from calctool.verify.optimum.lines import Lines, Stated
from calctool.verify.optimum.stated import Tends
from calctool.verify.verdict import Verdict
from calctool.words import Words
from test_ladder import CONVEX, PROVED, asked, bound
from texts import tree

WHY = Words(en="why", zh="理由")


def relations(*texts: str) -> tuple[Relation, ...]:
    read = [read_back(text) for text in texts]
    return tuple(each for each in read if isinstance(each, Relation))


def line(*says: str, names: str = "xy", where: tuple[str, ...] = (), **more: Any) -> ProofLine:
    told = {"names": tuple(names), "where": relations(*where), **more}
    return ProofLine("table", relations(*says), WHY, **told)


def tends(f: str, curve: dict[str, str], limit: str) -> Tends:
    return Tends(tree(f), tuple((name, tree(at)) for name, at in curve.items()), tree(limit))


# --- right lines and wrong ones of each sort ------------------------------------------------------

RIGHT: list[tuple[str, tuple[ProofLine, ...], str]] = [
    ("an identity", (line("x^2 - y^2 = (x - y)*(x + y)"),), "proved"),
    ("a bound", (line("x^2 + y^2 - 2*x*y >= 0"),), "proved"),
    ("a bound on a set", (line("x*y <= 1/4", where=("x + y = 1",)),), "proved"),
    ("new names", (line("u = x + y", "v = x - y"), line("x^2 - y^2 = u*v")), "proved"),
    ("a name that an equation gives", (line("y = 1 - x", "x*y = x*(1 - x)",
                                            where=("x + y = 1",)),), "proved"),
    ("a curve", (line("x = t", "y = 0", "x + y^2 = t", sort="put",
                      tends=tends("x + y^2", {"x": "t", "y": "0"}, "oo")),), "proved"),
    ("a limit", (line(tends=tends("exp(-x) + y", {"x": "x + t"}, "y")),), "proved"),
    ("a slow limit", (line(tends=tends("1/log(x)", {"x": "x^2 + 2 + t"}, "0")),), "proved"),
    ("a convex function", (line(bends=tree("x^2 + exp(y) + abs(x - y)")),), "proved"),
    ("what was asked", (line("x + y = 1", sort="asked"),), "proved"),
    ("an identity that no normal form shows",
     (line("gamma(x + 1) = x*gamma(x)", where=("x >= 1", "x <= 3")),), "sampled"),
]  # fmt: skip

WRONG: list[tuple[str, tuple[ProofLine, ...]]] = [
    ("an identity", (line("x^2 - y^2 = (x - y)*(x + 2*y)"),)),
    ("an identity by a hair", (line("x^2 = x^2 + 1/1000"),)),
    ("an identity on a set", (line("x*y = x - 2*x^2", where=("x + y = 1",)),)),
    ("a bound", (line("x^2 + y^2 - 3*x*y >= 0"),)),
    ("a bound on a set", (line("x*y <= 1/5", where=("x + y = 1",)),)),
    ("the other side", (line("x^2 + y^2 <= 0"),)),
    ("new names", (line("u = x + y", "v = x - 2*y"), line("x^2 - y^2 = u*v"))),
    ("a name that an equation gives", (line("y = 2 - x", where=("x + y = 1",)),)),
    ("what follows of it", (line("y = 1 - x", "x*y = x*(2 - x)", where=("x + y = 1",)),)),
    ("f on a curve", (line("x = t", "y = 0", "x + y^2 = 2*t", sort="put"),)),
    ("where a curve leads", (line(tends=tends("x + y^2", {"x": "-t", "y": "0"}, "oo")),)),
    ("a limit", (line(tends=tends("exp(-x) + y", {"x": "x + t"}, "2*y")),)),
    ("a limit along the other direction", (line(tends=tends("exp(-x)", {"x": "x - t"}, "0")),)),
    ("a convex function", (line(bends=tree("x^2 - y^2")),)),
    ("convex by a hair", (line(bends=tree("x^2 + y^2 - 41/20*x*y")),)),
    ("what the words say", (line(also=relations("x - y >= 0")),)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "lines", "verdict"), RIGHT, ids=lambda each: str(each)[:40])
def test_right_lines(what: str, lines: tuple[ProofLine, ...], verdict: str) -> None:
    assert lines_checked(lines, ())[-1].verdict.value == verdict, what


@pytest.mark.parametrize(("what", "lines"), WRONG, ids=lambda each: str(each)[:40])
def test_wrong_lines(what: str, lines: tuple[ProofLine, ...]) -> None:
    assert lines_checked(lines, ())[-1].verdict is Verdict.REFUTED, what


def test_a_line_is_tried_where_the_extreme_value_is() -> None:
    same = Stated(relations("x = 4*y"), ("x", "y"), places=({"x": tree("2"), "y": tree("1/2")},))
    assert Lines().check(same)[1] is Verdict.PROVED
    other = replace(same, places=({"x": tree("2"), "y": tree("1/3")},))
    assert Lines().check(other)[1] is Verdict.REFUTED


# --- the lines that arguments make ----------------------------------------------------------------

MADE = [(row[0], row[1], row[2], row[3], "") for row in PROVED]
MADE += [(row[0], row[1], row[2], row[4], row[3]) for row in CONVEX]


@pytest.mark.parametrize("row", MADE, ids=lambda row: f"{row[0]}|{row[2]}")
def test_no_line_of_an_argument_is_refuted(row: Any) -> None:
    f, names, turn, conditions, flat = row
    found = ladder.Ladder()(asked(f, names, *conditions, flat=flat), turn)
    assert found is not None
    for each in lines_checked(found.lines, found.at):
        assert each.verdict is Verdict.PROVED, (each.rule, [plain(says) for says in each.says])


def _shifted(each: Relation) -> Relation:
    """Beyond what is true, for whichever sign."""
    off = {">=": "+ 1/2", ">": "+ 1/2", "<=": "- 1/2", "<": "- 1/2", "=": "+ 1/2"}[each.sign]
    return Relation(each.left, each.sign, tree(f"({plain(each.right)}) {off}"))


@pytest.mark.parametrize(
    ("f", "turn", "where"),
    [
        ("x^2+atan(y)", -1, ()), ("x^2*(1+y^2)-4*x*y", -1, ()), ("sin(x^2+y^2)", -1, ()),
        ("x*y", 1, ("x>=-1", "x<2", "y>=0", "y<=3")), ("x+2*y", 1, ("exp(x)+exp(y)=3",)),
        ("x*y", 1, ("x+y=1",)), ("sqrt(1+x^2+y^2)-x", -1, ()),
        ("x+2*y", -1, ("x^2*y>=3", "x>=0")), ("x+4*y+1/(x*y)", -1, ("x>0", "y>0")),
    ],
)  # fmt: skip
def test_a_line_with_another_number_is_refuted(f: str, turn: Any, where: tuple[str, ...]) -> None:
    found = bound(f, "xy", turn, *where)
    assert isinstance(found, Bound)
    changed = 0
    for number, each in enumerate(found.lines):
        if (
            not each.says
            or each.sort in ("place", "asked")
            or each.rule in ("linear-change", "sign")
        ):
            continue
        wrong = replace(each, says=(*each.says[:-1], _shifted(each.says[-1])))
        known = each.says[-1].left.names <= set(each.names)
        if not known:
            continue
        lines = (*found.lines[:number], wrong)
        assert lines_checked(lines, found.at)[-1].verdict is Verdict.REFUTED, each.rule
        changed += 1
    assert changed


def test_a_refuted_line_ends_as_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_for = question(Typed("x^2+atan(y)"))
    assert [*answer(asked_for)][-1].status is Status.COMPLETE
    told = ladder.lines_checked

    def mistaken(lines: Any, places: Any) -> Any:
        wrong = replace(lines[0], says=relations("x^2 + atan(y) = x^2 + y"))
        return told((wrong, *lines[1:]), places)

    monkeypatch.setattr(ladder, "lines_checked", mistaken)
    assert [*answer(asked_for)][-1].status is Status.ERROR


def test_names_are_put_in_only_where_they_are_meant() -> None:
    """A name of the question is not one that an earlier line gave."""
    lines = (line("u = x + y"), line("u^2 >= 1", names="u", where=("u >= 1",)))
    assert lines_checked(lines, ())[-1].verdict is Verdict.PROVED
