"""Systems that a change of variables makes polynomial: solved there, and brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.common_field import Forms, forms
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.generators.binomials import straightened
from calctool.algebra.generators.place import Case, ChangedPlace
from calctool.algebra.generators.unknowns import NoChange, Radical, Roles
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import (
    Component,
    Move,
    Root,
    Solutions,
    State,
    counts_together,
)
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ONE, TWO, ZERO, Call, Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.words.proofs import boxes as words

_SIMPLE = (ONE, TWO, divided(ONE, TWO))
Solver = Callable[..., Solutions]
"""As `systems.polynomial_solutions`."""


class Polynomial(Struct, frozen=True):
    """One polynomial system: `positive` are not negative and `apart` not zero at solutions."""

    equations: tuple[Tree, ...]
    positive: tuple[Tree, ...]
    apart: tuple[Tree, ...]


def changed_solutions(equations: Sequence[Tree], names: Sequence[str], solver: Solver) -> Solutions:
    """All solutions through a change of variables; NoChange where none is known.

    Points at which only the written form has no value are left to the caller.
    """
    own = forms(equations)
    roles = Roles(own, tuple(names))
    roles.take(own.numerators)
    if not roles.is_change or len(roles.signs) > budget.SYSTEM_SIGNS:
        raise NoChange
    parts = []
    for signs in product((1, -1, 0), repeat=len(roles.signs)):
        case = Case(roles, signs)
        system = _polynomial(own, case)
        found = solver(system.equations, roles.unknowns(), positive=system.positive)
        parts.append(_brought_back(case, system, found, solver))
    if "log" in roles.ways.values():
        parts = [_with_logarithms(part, equations) for part in parts]
    return _together(equations, roles, parts)


# --- the polynomial system ---


def _polynomial(own: Forms, case: Case) -> Polynomial:
    equations = tuple(own.tree(p, case.meanings) for p in own.numerators)
    below = (own.tree(p, case.meanings) for p in own.denominators if not p.is_constant())
    parts = [
        Polynomial(equations, (), tuple(below)),
        *(_of_radical(own, case, each) for each in case.roles.radicals),
        *(_of_sign(own, case, *pair) for pair in zip(case.roles.signs, case.signs, strict=True)),
        *(_of_name(case.roles, name) for name in case.roles.names),
    ]
    return Polynomial(
        tuple(each for part in parts for each in part.equations if each != ZERO),
        tuple(each for part in parts for each in part.positive),
        tuple(dict.fromkeys(each for part in parts for each in part.apart if each.names)),
    )


def _of_radical(own: Forms, case: Case, radical: Radical) -> Polynomial:
    top, bottom = (own.tree(p, case.meanings) for p in radical.radicand.parts())
    unknown = Name(radical.unknown)
    power = multiplied((raised(unknown, number(radical.degree)), bottom))
    equation = added((power, negated(top)))
    return Polynomial((equation,), (unknown,) if radical.even else (), (bottom,))


def _of_sign(own: Forms, case: Case, index: int, value: int) -> Polynomial:
    argument = own.tree(own.kernel(index).arguments[0].parts()[0], case.meanings)
    if value == 0:
        return Polynomial((argument,), (), ())
    return Polynomial((), (multiplied((number(value), argument)),), (argument,))


def _of_name(roles: Roles, name: str) -> Polynomial:
    match roles.ways.get(name):
        case "circle":
            c, s = (Name(roles.unknown(letter, name)) for letter in "cs")
            return Polynomial((added((raised(c, TWO), raised(s, TWO), negated(ONE))),), (), ())
        case "exp":
            grown = Name(roles.unknown("u", name))
            return Polynomial((), (grown,), (grown,))
    return Polynomial((), (), ())


# --- back to the names ---


def _brought_back(case: Case, system: Polynomial, found: Solutions, solver: Solver) -> Solutions:
    roots = tuple(
        root
        for inner in found.roots
        if _is_apart(system, inner.place)
        for root in _roots(case, inner)
    )
    components = [_component(case, system, each, solver) for each in found.components]
    kept = tuple(each for each in components if each is not None)
    lost = any(
        each is None and not _is_excluded(system, inner)
        for each, inner in zip(components, found.components, strict=True)
    )
    state: State = "partial" if lost else found.state
    missing = (*found.missing, words.COMPONENT) if lost else found.missing
    counts = found.counts_of(len(roots))
    return replace(found, roots=roots, components=kept, state=state, missing=missing, counts=counts)


def _is_apart(system: Polynomial, place: Place) -> bool:
    return all(place.scalar(each).sign() != 0 for each in system.apart)


def _roots(case: Case, inner: Root) -> Iterator[Root]:
    logarithmic = [name for name, way in case.roles.ways.items() if way == "log"]
    times = None if case.roles.radicals else inner.multiplicity
    for sides in product((False, True), repeat=len(logarithmic)):
        below = frozenset(n for n, side in zip(logarithmic, sides, strict=True) if side)
        place = ChangedPlace(replace(case, below=below), inner.place)
        yield Root(place, times, place.periods())


def _with_logarithms(found: Solutions, equations: Iterable[Tree]) -> Solutions:
    """Without those at -exp(v) where the logarithm is not one of |x|."""
    needed = [each for equation in equations for each in conditions(equation)]
    kept = tuple(each for each in found.roots if all_hold_at(each.place, needed) is not False)
    return replace(found, roots=kept, counts=found.counts_of(len(kept)))


def _component(
    case: Case, system: Polynomial, inner: Component, solver: Solver
) -> Component | None:
    """The same set in the names; None where no real point of it was found."""
    roles = case.roles
    if "log" in roles.ways.values():
        return None
    back = _written_back(roles)
    kept = [place for place in inner.samples if _fulfils(system, place)]
    samples = [ChangedPlace(case, place) for place in kept or _on_lines(system, inner, solver)]
    if not samples:
        return None
    plain = set(roles.ways.values()) <= {"itself"}
    equations = (substitute(each, back) for each in inner.equations)
    where = [(substitute(tree, back), sign) for tree, sign in inner.where]
    # What stands for a root or a power is not negative; the side of a sign no equation tells.
    sides = (each for each in system.positive if not (isinstance(each, Name) and each.id in back))
    where += [(substitute(each, back), ">") for each in sides]
    where += [(substitute(each, back), "!=") for each in system.apart]
    points = inner.points
    if points is not None:
        points = tuple(each for each in points if each[0] in roles.names) if plain else None
    made = Component(
        tuple(each for each in equations if not _is_trivial(each)),
        roles.names,
        inner.dimension,
        points,
        inner.parameters if points is not None else (),
        tuple(dict.fromkeys(where)),
        tuple(samples),
        (inner.sampled and len(kept) == len(inner.samples)) or _is_convex(system, inner),
    )
    only = inner.equations[0] if len(inner.equations) == 1 else None
    return made if only is None else straightened(made, only, back)


def _on_lines(system: Polynomial, inner: Component, solver: Solver) -> list[Place]:
    """A point that keeps the conditions, where as many unknowns as are free have simple values."""
    for chosen in combinations(inner.names, inner.dimension):
        for values in product(_SIMPLE, repeat=inner.dimension):
            pairs = zip(chosen, values, strict=True)
            lines = (added((Name(name), negated(value))) for name, value in pairs)
            met = solver((*inner.equations, *lines), inner.names, positive=system.positive)
            found = [root.place for root in met.roots if _fulfils(system, root.place)]
            if found:
                return found[:1]
    return []


def _is_convex(system: Polynomial, inner: Component) -> bool:
    """Whether what the conditions leave of it is seen to be convex, so that it has one part."""
    flat = forms((*inner.equations, *system.positive)).numerators
    is_flat = all(p.total_degree() <= 1 for p in flat)
    return is_flat and set(system.apart) <= set(system.positive)


def _fulfils(system: Polynomial, place: Place) -> bool:
    return _is_apart(system, place) and all(
        place.scalar(each).sign() in (0, 1) for each in system.positive
    )


def _is_excluded(system: Polynomial, inner: Component) -> bool:
    """Whether a factor that must not be zero is one of the equations."""
    return any(each in inner.equations for each in system.apart)


def _is_trivial(equation: Tree) -> bool:
    return bool(forms((equation,)).numerators[0].is_zero())


def _written_back(roles: Roles) -> dict[str, Tree]:
    """What each unknown stands for; radicals in the order in which they were adjoined."""
    found: dict[str, Tree] = {}
    for index, meaning in roles.meanings.items():
        if isinstance(meaning, Name) and meaning.id not in roles.names:
            found[meaning.id] = roles.forms.meaning(index)
    return found | _other_coordinates(roles, found)


def _other_coordinates(roles: Roles, known: dict[str, Tree]) -> dict[str, Tree]:
    """sin where the equations speak of cos only, and cos where of sin."""
    pairs = [
        [roles.unknown(letter, name) for letter in "cs"]
        for name, way in roles.ways.items()
        if way == "circle"
    ]
    found: dict[str, Tree] = {}
    for c, s in pairs:
        for own, other, function in ((c, s, "sin"), (s, c, "cos")):
            if own in known and other not in known:
                found[other] = Call(function, known[own].children)
    return found


# --- one answer ---


def _together(equations: Sequence[Tree], roles: Roles, parts: Iterable[Solutions]) -> Solutions:
    listed = list(parts)
    states = {part.state for part in listed}
    state: State = "complete" if states == {"complete"} else "partial"
    return Solutions(
        tuple(root for part in listed for root in part.roots),
        tuple(each for part in listed for each in part.components),
        state,
        _id(roles),
        words.CHANGED[_id(roles)],
        tuple(dict.fromkeys(each for part in listed for each in part.missing)),
        moves=tuple(_moves(equations, roles, listed)),
        counts=counts_together(listed),
    )


def _id(roles: Roles) -> str:
    ways = set(roles.ways.values())
    if "circle" in ways:
        return "trigonometric-substitution"
    if "exp" in ways:
        return "exponential-substitution"
    if "log" in ways:
        return "logarithmic-substitution"
    return "adjoin-roots" if roles.radicals else "by-signs"


def _moves(equations: Sequence[Tree], roles: Roles, parts: Sequence[Solutions]) -> Iterator[Move]:
    before = System(tuple(Relation(each, "=", ZERO) for each in equations))
    bindings = tuple(_written_back(roles).items())
    cases = [_polynomial(roles.forms, Case(roles, signs)) for signs in _all_signs(roles)]
    after = [System(tuple(Relation(each, "=", ZERO) for each in c.equations)) for c in cases]
    line = after[0] if len(after) == 1 else Alternatives(tuple(after))
    yield Move(_id(roles), before, line, "substitution", bindings)
    for part in parts:
        yield from part.moves
    if any(part.roots for part in parts):
        yield _resubstituted([root for part in parts for root in part.roots])


def _all_signs(roles: Roles) -> Iterator[tuple[int, ...]]:
    return product((1, -1, 0), repeat=len(roles.signs))


def _resubstituted(roots: Sequence[Root]) -> Move:
    """From the unknowns to the names."""
    before, after = [], []
    for root in roots:
        place = root.place
        if isinstance(place, ChangedPlace):
            before.append(_point(place.inner))
            after.append(_point(place))
    return Move("resubstitute", Alternatives(tuple(before)), Alternatives(tuple(after)), "inverse")


def _point(place: Place) -> System:
    trees = ((name, place.coordinate(name).tree()) for name in place.names)
    return System(tuple(Relation(Name(n), "=", tree) for n, tree in trees if tree is not None))
