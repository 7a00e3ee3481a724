"""A solution known by a box with exactly one: refined as far as a question asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from flint import arb
from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.numbers import Lack, ball, head, working
from calctool.algebra.ball.program import Program
from calctool.algebra.ball.slope import Place as At
from calctool.algebra.boxes.refining import refined
from calctool.algebra.boxes.search import Single
from calctool.algebra.boxes.system import Balls, rational_bounds
from calctool.algebra.field import Field
from calctool.algebra.places.place import Bounds, Place, Scalar
from calctool.algebra.places.written_out import TracedPlace, TracedScalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.point import around
from calctool.notation.tree import Name, Negative, Product, Sum, Tree, rational
from calctool.notation.walk import substitute


class BoxPlace:
    """The only solution of a system in a box."""

    def __init__(self, single: Single) -> None:
        self.system, self.single = single.system, single
        self._known: dict[int, Balls] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return self.system.names

    @property
    def equations(self) -> tuple[Tree, ...]:
        """Those that hold there, in the names whose values are not known."""
        return self.system.square

    def coordinate(self, name: str) -> BoxScalar:
        return BoxScalar(self, Name(name))

    def scalar(self, tree: Tree) -> BoxScalar:
        made = BoxScalar(self, tree)
        made.enclosure(budget.SYSTEM_BOX_BITS)
        return made

    def is_only_one_near(self, other: Place) -> bool:
        """Whether the other point lies where this one is the only solution."""
        sides = (other.coordinate(name).bounds(budget.SYSTEM_BOX_BITS) for name in self.names)
        return all(
            low <= a and b <= high
            for (a, b), (low, high) in zip(
                sides, map(rational_bounds, self.single.around), strict=True
            )
        )

    def enclosure(self, bits: int) -> Balls:
        """Balls around the coordinates with about so many bits."""
        if bits not in self._known:
            below = [known for known in self._known if known < bits]
            start = self._known[max(below)] if below else self.single.inside
            self._known[bits] = refined(self.system, start, bits)
        return self._known[bits]


class FixedPlace(BoxPlace):
    """The same point, some of whose coordinates are known exactly, the others by `rest`."""

    def __init__(self, place: BoxPlace, known: Mapping[str, Tree], rest: BoxPlace) -> None:
        super().__init__(place.single)
        self.known, self.rest = dict(known), rest

    @property
    def equations(self) -> tuple[Tree, ...]:
        """Those of the part that is known by a box."""
        return self.rest.system.square

    def coordinate(self, name: str) -> BoxScalar:
        return BoxScalar(self, self.known.get(name, Name(name)))

    def scalar(self, tree: Tree) -> BoxScalar:
        return super().scalar(substitute(tree, self.known))

    def enclosure(self, bits: int) -> Balls:
        """Balls for all names, of about so many bits."""
        if bits not in self._known:
            at = dict(zip(self.rest.names, self.rest.enclosure(bits), strict=True))
            exact = TracedPlace(self.known)
            with working(2 * bits + 32, 1):
                for name in self.known:
                    at[name] = around(*exact.coordinate(name).bounds(2 * bits))
            self._known[bits] = tuple(at[name] for name in self.names)
        return self._known[bits]


class PartPlace:
    """Some coordinates of a point: the other names were only needed to find it."""

    def __init__(self, whole: BoxPlace, names: tuple[str, ...]) -> None:
        self.whole, self.names = whole, names

    def coordinate(self, name: str) -> BoxScalar:
        return self.whole.coordinate(name)

    def scalar(self, tree: Tree) -> BoxScalar:
        return self.whole.scalar(tree)


def is_same_point(one: Place, other: Place) -> bool | None:
    """Of two points at which all equations hold; None where that stays open."""
    for bits in budget.PLACE_SIGN_BITS:
        for name in one.names:
            a, b = (place.coordinate(name).bounds(bits) for place in (one, other))
            if a[1] < b[0] or b[1] < a[0]:
                return False
        if any(
            isinstance(p, BoxPlace) and p.is_only_one_near(q)
            for p, q in ((one, other), (other, one))
        ):
            return True
    if isinstance(one, BoxPlace) or isinstance(other, BoxPlace):
        return None
    apart = [(one.coordinate(n) - other.coordinate(n)).sign() for n in one.names]
    return None if None in apart else not any(apart)


class BoxScalar(Struct, frozen=True, eq=False):
    """The value of a tree at such a point."""

    place: BoxPlace
    inner: Tree

    def __add__(self, other: Scalar) -> BoxScalar:
        return BoxScalar(self.place, Sum((self.inner, self._tree_of(other))))

    def __sub__(self, other: Scalar) -> BoxScalar:
        return BoxScalar(self.place, Sum((self.inner, Negative(self._tree_of(other)))))

    def __mul__(self, other: Scalar) -> BoxScalar:
        return BoxScalar(self.place, Product((self.inner, self._tree_of(other))))

    def __neg__(self) -> BoxScalar:
        return BoxScalar(self.place, Negative(self.inner))

    def _tree_of(self, other: Scalar) -> Tree:
        if isinstance(other, BoxScalar) and other.place is self.place:
            return other.inner
        known = other.tree()
        if known is None:
            raise Undecided
        return known

    def enclosure(self, bits: int) -> arb:
        """A ball around the value; Undefined where there certainly is none."""
        at = self.place.enclosure(bits)
        with working(2 * bits + 32, 1):
            places = dict(zip(self.place.names, at, strict=True))
            (value,) = _program(self.inner).run(At(places, {}, 0, 0))
            if value is Lack.UNDEFINED:
                raise Undefined
            if isinstance(value, Lack):
                raise Undecided
            return ball(head(value))

    def sign(self) -> int | None:
        value = rational(self.inner)
        if value is not None:
            return (value > 0) - (value < 0)
        for bits in budget.PLACE_SIGN_BITS:
            try:
                found = self.enclosure(bits)
            except Undecided:
                continue
            except Undefined:
                return None
            if found > 0 or found < 0:
                return 1 if found > 0 else -1
            if bits >= budget.ZERO_TEST_BITS and follows(self.inner, self.place.equations):
                return 0
        return None

    def tree(self) -> Tree | None:
        return None if self.inner.names else TracedScalar(self.inner).tree()

    def bounds(self, bits: int) -> Bounds:
        if not self.inner.names:
            return TracedScalar(self.inner).bounds(bits)
        return rational_bounds(self.enclosure(bits))


@lru_cache(maxsize=512)
def _program(tree: Tree) -> Program:
    return Program((tree,))


@lru_cache(maxsize=512)
def follows(tree: Tree, equations: tuple[Tree, ...]) -> bool:
    """Whether the tree is plainly zero where the equations hold: a multiple of one of them."""
    field = Field()
    for _ in range(2):  # the second time in the finest steps of exponents and angles
        normal = [field.normal(each) for each in (tree, *equations)]
    value, *divisors = normal
    if value is None:
        return False
    p = field.ring.lift(value.num)
    if p.is_zero():
        return True
    for each in divisors:
        q = None if each is None else field.ring.lift(each.num)
        if q is None or q.is_zero() or max(p.total_degree(), q.total_degree()) > budget.DEGREE:
            continue
        if divmod(p, q / int(q.content()))[1].is_zero():
            return True
    return False
