"""Rolle's chain: between neighbouring zeros of the derivative a function has at most one zero.

f is divided by one of its terms first, which the derivative then loses; so the chain ends with a
polynomial. The proof is the variation table that it makes.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided
from calctool.algebra.facts import leads_back
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit, cut, ordered
from calctool.algebra.roots.functions.analytic import Analytic, derivative, factors, written
from calctool.algebra.roots.functions.curve import Curve, approaching, curve
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.limits.signs_far_out import sign_near
from calctool.algebra.roots.methods.elimination import is_algebraic_function
from calctool.algebra.roots.methods.multiple import is_of_order
from calctool.algebra.roots.points.closed_forms import recognised
from calctool.algebra.roots.points.norms import is_algebraic
from calctool.algebra.roots.points.point import Point, inside
from calctool.algebra.roots.records import Interval, Link
from calctool.atlas import facts
from calctool.notation.tree import ONE, Tree

SMOOTH_KINDS = frozenset({"name", "exp", "log", "root", "odd-root", "power"})
_CALLED = "call "


class Division(Struct, frozen=True):
    """f/divisor and its derivative, and what it costs to find the zeros of that."""

    divisor: Tree
    quotient: Tree
    slope: Tree
    cost: int


def chain(search: Effort, p: Analytic, piece: Interval) -> Found:
    """All zeros on an open interval on which p is smooth; raises Undecided."""
    if not _may_end(p) or len(_groups(p)) > budget.ROLLE_GROUPS * (search.depth + 1):
        raise Undecided
    search.count_table()
    chosen = min(_divisions(p), key=lambda each: each.cost, default=None)
    if chosen is None:
        raise Undecided
    deeper = search.exactly()
    if is_without_end(p):
        deeper = replace(deeper, depth=min(deeper.depth, budget.ROLLE_DEPTH_WITHOUT_END))
    splits = [] if chosen.divisor == ONE else deeper.zeros(chosen.divisor, piece).all_points()
    turning = deeper.zeros(chosen.slope, piece)
    nodes = ordered([*splits, *turning.all_points()])
    table = Table(p, piece, nodes, splits, chosen)
    hits, signs = table.zeros(turning)
    factor = None if chosen.divisor == ONE else divided(ONE, chosen.divisor)
    link = Link(chosen.quotient, factor, chosen.slope, piece.start, piece.end, tuple(nodes), signs)
    return Found(tuple(hits), methods=("rolle-chain",), chain=(*turning.chain, link))


def _may_end(p: Analytic) -> bool:
    """Whether derivatives become simpler, or are settled by a recurrence; not those of waves."""
    seen: set[int] = set()
    waiting = list(p.moving)
    while waiting:
        index = waiting.pop()
        if index in seen or not p.moves(index):
            continue
        seen.add(index)
        kernel = p.kernel(index)
        called = kernel.kind.removeprefix(_CALLED)
        integral = called != kernel.kind and _ends(called, len(kernel.arguments))
        if kernel.kind not in SMOOTH_KINDS and not integral:
            return False
        waiting += [i for argument in kernel.arguments for i in argument.used()]
    return True


def is_without_end(p: Analytic) -> bool:
    """Whether derivatives of a kernel become no simpler, as those of the gamma function."""
    return any(
        kernel.kind.startswith(_CALLED)
        and facts(kernel.kind.removeprefix(_CALLED), len(kernel.arguments)).shift
        for kernel in map(p.kernel, p.moving)
    )


def _divisions(p: Analytic) -> list[Division]:
    found = []
    divisors: dict[Tree, None] = {ONE: None}
    for term in _terms(p):
        if len(divisors) == budget.ROLLE_DIVISORS:
            break
        divisors[written(p, term)] = None
    for divisor in divisors:
        quotient = p.tree if divisor == ONE else divided(p.tree, divisor)
        try:
            slope = derivative(quotient, p.name)
            found.append(Division(divisor, quotient, slope, _cost(slope, p.name)))
        except (Undecided, UnknownError):
            continue
    return found


def _terms(p: Analytic) -> list[Element]:
    """p as a sum over the products of its kernels, each with its polynomial in the name.

    Each term follows what is left of it without logarithms and the like.
    """
    ring, groups = p.field.ring, _groups(p)
    if len(groups) < 2:
        return []
    found = []
    for each in groups:
        plain = {
            tuple(0 if _is_integral(p, i) else n for i, n in enumerate(powers)): c
            for powers, c in each.items()
        }
        found += [Element(ring, ring.polynomial(terms), ring.one) for terms in (plain, each)]
    return found


def _groups(p: Analytic) -> list[dict[tuple[int, ...], int]]:
    """The terms of p by the product of kernels that stands in them."""
    groups: dict[tuple[int, ...], dict[tuple[int, ...], int]] = {}
    for powers, c in p.terms():
        moving = tuple(
            n if p.moves(i) and p.field.kernels[i].kind != "name" else 0
            for i, n in enumerate(powers)
        )
        groups.setdefault(moving, {})[powers] = c
    return list(groups.values())


def _is_integral(p: Analytic, index: int) -> bool:
    """A logarithm, or another integral, such as atan, of what is simpler: a factor that stands
    beside it is divided by."""
    if not p.moves(index):
        return False
    kernel = p.kernel(index)
    if not kernel.kind.startswith(_CALLED):
        return kernel.kind == "log"
    return _ends(kernel.kind.removeprefix(_CALLED), len(kernel.arguments))


def _ends(called: str, count: int) -> bool:
    return leads_back(called) or bool(facts(called, count).shift)


def _cost(slope: Tree, name: str) -> int:
    """Transcendental kernels count most: algebraic functions are where the chain ends."""
    total = 0
    for part, _ in factors(slope, name).parts:
        total += int(part.polynomial.total_degree())
        if len(part.moving) > 1 and not is_algebraic_function(part):
            hard = [i for i in part.moving if not is_algebraic(part.field, i)]
            total += 40 * len(hard) + 5 * len(part.moving) + 2 * len(part.polynomial)
    return total


class Table(Struct, frozen=True):
    """Signs of a function on an interval that `nodes` cut into pieces of monotony."""

    p: Analytic
    piece: Interval
    nodes: list[Point]
    splits: list[Point]
    division: Division

    @property
    def curve(self) -> Curve:
        """The function of the table, as balls enclose it."""
        return self.p.curve

    def zeros(self, turning: Found) -> tuple[list[Hit], tuple[int, ...]]:
        """The zeros between its turning points, and the signs there."""
        hits: list[Hit] = []
        signs: list[int] = []
        for part in cut(self.piece, self.nodes):
            left, right = self._near(part, 1), self._near(part, -1)
            left, right = self._completed(part, left, right)
            if left and right and left != right:
                hits.append(Hit(self._between(part, left, right)))
            signs += [left or 0] if part.start is self.piece.start else []
            if part.end is not None and part.end is not self.piece.end:
                at = self.curve.sign(part.end)
                signs.append(at)
                if at == 0:
                    hits.append(Hit(part.end, _times(self.curve, part.end, turning)))
            else:
                signs.append(right or 0)
        return hits, tuple(signs)

    def _near(self, part: Interval, side: int) -> int | None:
        """The sign next to an end of a piece; 0 at a zero that is a turning point."""
        end = part.start if side > 0 else part.end
        inner = end is not None and any(end is node for node in self.nodes)
        if inner and end is not None:
            at = self.curve.sign(end)
            if at or not any(end is split for split in self.splits):
                return at
        try:
            return sign_near(self.curve.tree, self.p.name, end, side)
        except (Undecided, Undefined):
            return self._run(part, end, side)

    def _run(self, part: Interval, end: Point | None, side: int) -> int | None:
        """By the limit of the quotient; where it runs to 0, against the direction of its run."""
        name, slope = self.p.name, self.division.slope
        try:
            limit = limit_at(_term_by_term(self.p, self.division.divisor), name, end, side)
            at = inside(part.start, part.end)
            by = curve(self.division.divisor, name).at(at)
            if limit.kind == "infinite":
                return limit.sign * by
            if limit.value is None:
                return None
            here = curve(limit.value, name).at(Fraction(0))
            return (here or side * curve(slope, name).at(at)) * by
        except (Undecided, Undefined):
            return None

    def _completed(
        self, part: Interval, left: int | None, right: int | None
    ) -> tuple[int | None, int | None]:
        """Samples next to an end may show a sign that could not be derived, or contradict one."""
        if 0 in (left, right):
            return left or 0, right or 0
        if left is not None and right is not None:
            if left == right:
                self._checked(part, left)
            return left, right
        known = left if left is not None else right
        if not known:
            raise Undecided
        side = 1 if left is None else -1
        for at in approaching(part.start, part.end, side):
            if self.curve.at(at) == -known:
                return (-known, known) if side > 0 else (known, -known)
        raise Undecided

    def _checked(self, part: Interval, expected: int) -> None:
        """A second opinion on the rule for the ends: no sample may have the other sign."""
        for side in (1, -1):
            for place, at in enumerate(approaching(part.start, part.end, side)):
                if place < budget.ROLLE_SAMPLES and expected and self._sample(at) == -expected:
                    raise Undecided

    def _sample(self, at: Fraction) -> int:
        try:
            return self.curve.at(at)
        except Undecided:
            return 0

    def _between(self, part: Interval, left: int, right: int) -> Point:
        low, high = bracket(self.curve, part, left, right)
        return recognised(self.p, low, high, right)


def _term_by_term(p: Analytic, divisor: Tree) -> Tree:
    """The quotient as a sum, whose limit is easier to see."""
    ring = p.field.ring
    terms = (
        written(p, Element(ring, ring.polynomial(dict([each])), ring.one)) for each in p.terms()
    )
    return added(normalised(divided(term, divisor)) for term in terms)


def bracket(curve: Curve, part: Interval, left: int, right: int) -> tuple[Fraction, Fraction]:
    """Rational numbers in the interval at which the signs are those near its ends."""
    ends: list[Fraction] = []
    for side, wanted in ((1, left), (-1, right)):
        for at in approaching(part.start, part.end, side):
            if curve.at(at) == wanted:
                ends.append(at)
                break
    if len(ends) < 2:
        raise Undecided
    return ends[0], ends[1]


def _times(curve: Curve, at: Point, turning: Found) -> int | None:
    """The multiplicity of a zero that is a zero of the derivative too, once that is certain."""
    for hit in turning.hits:
        if hit.at is at and hit.times is not None:
            return hit.times + 1 if is_of_order(curve, at, hit.times + 1) else None
    return None
