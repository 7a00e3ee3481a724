"""Values of several letters cut by polynomials: all combinations of signs, equations solved."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.space.implied import without_implied
from calctool.algebra.cells.space.open_cells import is_joined, open_cells, ring, value
from calctool.algebra.cells.space.polynomials import fraction_of, told, tree_of
from calctool.algebra.cells.space.put_back import PutBack
from calctool.algebra.cells.space.sign_region import SignRegion
from calctool.algebra.cells.space.solved import NeedNotZero, solved, without_roots
from calctool.algebra.cells.space.space import Space
from calctool.algebra.domain.reduction import truth
from calctool.algebra.field import prove_equal
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, Tree, expression, number
from calctool.notation.walk import substitute

LETTERS = ("a", "b", "c")


def tree(text: str) -> Tree:
    return expression(read_back(text))


def relation(text: str) -> Relation:
    read = read_back(text)
    assert isinstance(read, Relation)
    return read


def polynomial(text: str):  # type: ignore[no-untyped-def]
    return fraction_of(tree(text), LETTERS)[0]


@pytest.mark.parametrize("seed", range(12))
def test_no_combination_of_signs_is_left_out(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 (polynomials for a test)
    count = rng.choice([2, 2, 3])
    context = ring(count)
    listed = []
    while len(listed) < 3:
        terms = {
            tuple(rng.randint(0, 4 - count) for _ in range(count)): rng.randint(-3, 3)
            for _ in range(3)
        }
        p = context.from_dict({k: v for k, v in terms.items() if v})
        if p and not p.is_constant():
            listed.append(p)
    samples = open_cells(listed, count)
    known = {tuple(value(p, s) > 0 for p in listed) for s in samples}
    assert all(value(p, s) != 0 for p in listed for s in samples)
    for _ in range(3000):
        at = tuple(Fraction(rng.gauss(0, 3)).limit_denominator(40) for _ in range(count))
        values = [value(p, at) for p in listed]
        if all(values):
            assert tuple(v > 0 for v in values) in known, (listed, at)


def test_points_are_joined_where_no_polynomial_vanishes_between() -> None:
    circle = [fraction_of(tree("a^2+b^2-1"), ("a", "b"))[0]]
    left, right, high = ((Fraction(x), Fraction(y)) for x, y in ((-2, 0), (2, 0), (0, 3)))
    assert not is_joined(circle, left, right)
    assert is_joined(circle, left, high)
    assert is_joined(circle, high, right)


def test_parts_of_a_sector_have_a_sample_each() -> None:
    space = Space(("a", "b"), [])
    space.add(tree("a*b-1"))
    samples = {s.signs: s.samples for s in space.sectors()}
    assert len(samples[(1,)]) == 2
    assert len(samples[(-1,)]) == 1


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("b^2-4*a*c", 1),
        ("4*a*c-b^2", -1),
        ("a*(b^2-4*a*c)", 1),
        ("a^2+b^2", 1),
        ("b^2+c^2-a", None),
    ],
)
def test_a_sign_in_a_region_is_known_or_a_cut(text: str, sign: int | None) -> None:
    cuts = [(polynomial("b^2-4*a*c"), 1), (polynomial("a"), 1)]
    relations = [relation("b^2-4*a*c > 0"), relation("a > 0")]
    samples = [(Fraction(1), Fraction(3), Fraction(1)), (Fraction(1), Fraction(-3), Fraction(1))]
    region = SignRegion(LETTERS, relations, cuts, samples)
    if sign is None:
        with pytest.raises(Cut):
            region.sign(tree(text))
    else:
        assert region.sign(tree(text)) == sign


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("b^2-4*a*c", {"c": "b^2/(4*a)"}),
        ("a-b", {"b": "a"}),
        ("4*a^3+27*b^2", {"b": "a*sqrt(-3*a)*2/9"}),
    ],
)
def test_a_solution_makes_the_equation_true(text: str, put: dict[str, str]) -> None:
    found = list(solved(polynomial(text), LETTERS, lambda _: True))
    assert any(set(each.put) == set(put) for each in found)
    for each in found:
        left = substitute(tree(text), dict(each.put))
        holds = [substitute(r.left, {"a": tree("0")}) for r in each.when if r.sign == "="]
        assert prove_equal(left, tree("0")) or holds


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("4*a^3+27*b^2", ("-3", "2", "0")),
        ("256*a^5+3125*b^4", ("-5", "4", "0")),
        ("27*a^4-256*b^3", ("-4", "3", "0")),
        ("a^2*b^2+18*a*b*c-4*a^3*c-4*b^3-27*c^2", ("-1", "-1", "1")),
    ],
)
def test_a_new_letter_stands_for_every_point_of_a_curve(text: str, given: tuple[str, ...]) -> None:
    """It makes the equation true, and the formulas for it give the letters back."""
    first, *_ = without_roots(polynomial(text), LETTERS, lambda _: True, "t")
    assert first.new is not None
    assert prove_equal(substitute(tree(text), dict(first.put)), tree("0"))
    at = {name: tree(v) for name, v in zip(LETTERS, given, strict=True)}
    t = substitute(first.new.itself, at)
    for name, value_ in first.put.items():
        assert prove_equal(substitute(substitute(value_, {"t": t}), at), at[name])
    back = PutBack(first.new, first.put, ())
    for power in ("t", "t^2", "t^3+t", "1/(t+1)"):
        read = substitute(back.tree(tree(power)), at)
        assert prove_equal(read, substitute(tree(power), {"t": t}))


def test_a_leading_coefficient_that_may_vanish_is_asked_for() -> None:
    with pytest.raises(NeedNotZero) as caught:
        list(solved(polynomial("a*b-1"), LETTERS, lambda p: bool(p.is_constant())))
    assert plain(caught.value.tree) in ("a", "b")


@pytest.mark.parametrize(
    ("text", "sign", "shown"),
    [
        ("a-b", -1, "a < b"),
        ("2*a-3", 1, "a > 3/2"),
        ("3-2*a", 1, "a < 3/2"),
        ("b^2-4*a*c", 0, "b^2 - 4*a*c = 0"),
        ("a+b", None, "a + b != 0"),
        ("c", -1, "c < 0"),
    ],
)
def test_relations_as_they_are_read(text: str, sign: int | None, shown: str) -> None:
    assert plain(told(polynomial(text), sign, LETTERS)) == shown
    assert prove_equal(tree_of(polynomial(text), LETTERS), tree(text))


IMPLIED = [
    ("2*a != b; a = b; a > 0", "b > 0", "a = b"),
    ("a > 0; 2*a < b; a < b", "b > 0", "a > 0; 2*a < b"),
    ("a > 0; 2*a > b; a > b", "b > 0", "a > b"),
    ("a^2 < b; b != 0", "", "a^2 < b"),
    ("a > b; b > c; a > c", "", "a > b; b > c"),
    ("a != 0; b != 0", "", "a != 0; b != 0"),
    ("a != 0", "", "a != 0"),
]


@pytest.mark.parametrize(("told_", "given", "left"), IMPLIED)
def test_what_follows_is_not_told(told_: str, given: str, left: str) -> None:
    groups = [tuple(map(relation, filter(None, text.split("; ")))) for text in (told_, given, left)]
    assert without_implied(groups[0], groups[1], LETTERS) == groups[2]


@pytest.mark.parametrize("seed", range(20))
def test_without_what_follows_the_same_values_are_meant(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 (relations for a test)
    sides = [rng.choice(["a", "b", "a+b", "a-2*b", "a*b-1", "a^2-b"]) for _ in range(3)]
    group = tuple(relation(f"{u} {rng.choice(['<', '>', '=', '!='])} 0") for u in sides)
    left = without_implied(group, (relation("b > 0"),), LETTERS)
    for _ in range(300):
        at = {"a": Fraction(rng.randint(-6, 6), 2), "b": Fraction(rng.randint(1, 6), 2)}
        both = [all(truth(_put(each, at)) for each in part) for part in (group, left)]
        assert both[0] == both[1], (group, left, at)


def _put(each: Relation, at: dict[str, Fraction]) -> Relation:
    values = {name: number(value) for name, value in at.items()}
    return Relation(substitute(each.left, values), each.sign, each.right)
