"""Where a derivative holds: the domain, the kinks, and what happens at a point asked for.

A point is judged by the definition of the derivative (algebra.local), never by the formula; a
higher derivative is the derivative of the function that has the lower one's proved value there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool.algebra.domain.conditions import implied, impossible
from calctool.algebra.local.equations import ordered
from calctool.algebra.local.kinks import places
from calctool.algebra.local.point import WITHOUT_LIMIT, Local, OneSide, at_point
from calctool.algebra.local.regular import is_outside, is_regular
from calctool.algebra.real.ring import Real
from calctool.algebra.real.writing import written
from calctool.algebra.tidy import readable_forms
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Piecewise, Relation, Tree, expression
from calctool.notation.walk import substitute
from calctool.solve.answer import AtPoint, Kink, KinkFamily, OneDerivative, Seam
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.exact.record import BothSides, Exact
from calctool.solve.exact.values import exact, exact_value, tangent, value_of
from calctool.solve.question import DiffQuestion
from calctool.solve.validity.domain_set import domain_set
from calctool.solve.validity.natural import natural_domain

if TYPE_CHECKING:
    from calctool.solve.validity.endless.grouped import Run


def located(
    one: OneDerivative, question: DiffQuestion, names: tuple[tuple[str, Tree], ...]
) -> OneDerivative:
    """The derivative with its domain, its kinks and its value at the point asked for."""
    f = expression(question.statement)
    chain = _chain(one, f, names)
    domain = natural_domain(f)
    if never := impossible(domain):
        raise Problem("question.defined-nowhere", condition=plain(never))
    points, undecided = _switching_points(chain, one.wrt, domain)
    families, points, enclosed, undecided = _repeated(chain, one.wrt, points, undecided)
    looked_at = len(undecided)
    across, undecided = _in_letters(chain, one.wrt, undecided, question.assumed)
    judged = [_judge(chain, one.wrt[0], point) for point in points]
    more, judged = _open_in_letters(chain, one.wrt[0], judged, question.assumed)
    # Where every switching point was examined, the exceptions say more than the conditions.
    needed = tuple(need for need in one.holds if undecided and not implied(need, domain))
    without = [family for family in families if family.does.kind != "smooth"]
    return replace(
        one,
        conditions=domain,
        domain=domain_set(f, one.wrt[0], domain),
        holds=needed,
        undefined_at=(
            *(_kink(local, chain, one.wrt[0]) for local in judged if _has_no_derivative(local)),
            *enclosed,
        ),
        families=tuple(map(_kink_family, without)),
        by_definition=(
            *_beside_the_formula(judged, chain[-1], one.wrt[0]),
            *_families_beside(families, chain, one.wrt[0]),
        ),
        seams=(*across, *more),
        undecided=undecided,
        examined=bool(points or families or enclosed or looked_at > len(undecided)),
        at=_at(chain, one, dict(question.at), question.assumed) if question.at else None,
    )


def _chain(one: OneDerivative, f: Tree, names: tuple[tuple[str, Tree], ...]) -> tuple[Tree, ...]:
    """f and its derivatives in turn, the one asked for last; names written out."""
    if len(one.derivations) < len(one.wrt):
        return (f, *one.lower, expression(one.derivative))
    ends = [expression(derivation.end) for derivation in one.derivations]
    return (f, *(expanded(end, names) for end in ends))


# --- switching points ---------------------------------------------------------------------------


def _switching_points(
    chain: tuple[Tree, ...], wrt: tuple[str, ...], domain: tuple[Relation, ...]
) -> tuple[tuple[Tree, ...], tuple[Relation, ...]]:
    """Where a rule used does not hold, and the equations of such points that are left open.

    Those of a mixed derivative are all left open: f would have to be judged on whole lines.
    Equations without a solution in the domain are none.
    """
    points: list[Real] = []
    left_open: dict[Relation, None] = {}
    for g, name in zip(chain, wrt, strict=False):
        known, undecided = places(g, name)
        if len(set(wrt)) == 1:
            points += known
        else:
            lines = (Relation(Name(name), "=", written(at)) for at in known)
            left_open.update(dict.fromkeys(lines))
        left_open.update(dict.fromkeys(e for e in undecided if not _is_excluded(e, domain)))
    listed = dict.fromkeys(map(written, ordered(points) or points))
    return tuple(listed), tuple(left_open)


def _is_excluded(equation: Relation, domain: tuple[Relation, ...]) -> bool:
    return implied(Relation(equation.left, "!=", equation.right), domain)


def _repeated(
    chain: tuple[Tree, ...],
    wrt: tuple[str, ...],
    points: tuple[Tree, ...],
    undecided: tuple[Relation, ...],
) -> tuple[tuple[Run, ...], tuple[Tree, ...], tuple[Kink, ...], tuple[Relation, ...]]:
    """The families among what is open, all single points, those without an exact form, and what
    stays open."""
    if not undecided or len(set(wrt)) > 1:
        return (), points, (), undecided
    # Few derivatives have families; the search for zeros takes longer to import than they to find.
    from calctool.solve.validity.endless.repeated import repeated

    found = repeated(chain, wrt[0], undecided, lambda seen, at: _judge(seen, wrt[0], at))
    every = tuple(dict.fromkeys((*points, *found.points)))
    return found.families, every, found.kinks, found.open


def _in_letters(
    chain: tuple[Tree, ...],
    wrt: tuple[str, ...],
    undecided: tuple[Relation, ...],
    assumed: tuple[Relation, ...],
) -> tuple[tuple[Seam, ...], tuple[Relation, ...]]:
    """What happens where equations with letters hold, and the equations that stay open."""
    told: list[Seam] = []
    left_open: list[Relation] = []
    for equation in undecided:
        found = None
        if len(set(wrt)) == 1 and equation.names != {wrt[0]}:
            # Few derivatives have letters in their switches.
            from calctool.solve.validity.in_letters import seams

            found = seams(chain, wrt[0], equation, assumed, _judge)
        if found is None:
            left_open.append(equation)
        else:
            told += found
    return tuple(dict.fromkeys(told)), tuple(left_open)


def _open_in_letters(
    chain: tuple[Tree, ...], name: str, judged: list[Local], assumed: tuple[Relation, ...]
) -> tuple[list[Seam], list[Local]]:
    """Points that letters leave open, by what the letters may be; and all other points."""
    told: list[Seam] = []
    kept: list[Local] = []
    for local in judged:
        found = None
        if local.kind == "undecided" and chain[0].names != {name}:
            from calctool.solve.validity.in_letters import seams

            equation = Relation(Name(name), "=", local.point)
            found = seams(chain, name, equation, assumed, _judge)
        if found is None:
            kept.append(local)
        else:
            told += found
    return told, kept


def _has_no_derivative(local: Local) -> bool:
    return local.kind not in ("smooth", "outside-domain")


def _beside_the_formula(
    judged: list[Local], formula: Tree, name: str
) -> Iterator[tuple[Exact, Exact]]:
    """The points where there is a derivative that the formula does not give."""
    for local in judged:
        if local.differentiable and local.derivative is not None:
            given = value_of(substitute(formula, {name: local.point}))
            if given is None or given != local.derivative:
                yield exact(local.point), exact(local.derivative)


def _families_beside(
    families: tuple[Run, ...], chain: tuple[Tree, ...], name: str
) -> Iterator[tuple[Exact, Exact]]:
    for family in families:
        if family.does.value is not None:
            local = _judge(chain, name, family.line.first)
            if any(_beside_the_formula([local], chain[-1], name)):
                yield Exact(family.line.at, None, None), Exact(family.does.value, None, None)


def _judge(chain: tuple[Tree, ...], name: str, point: Tree) -> Local:
    """The highest derivative of the chain by the definition; without sides where a lower one,
    of which it would be the derivative, is wanting."""
    g, *higher = chain
    local = _at_point(g, name, point)
    for lower, formula in enumerate(higher[:-1], start=1):
        if not local.differentiable or local.derivative is None:
            return replace(local, left=None, right=None)
        here = Relation(Name(name), "=", point)
        patched = Piecewise(((local.derivative, here), (formula, None)))
        local = replace(_at_point(patched, name, point), lower=lower)
    return local


def _at_point(g: Tree, name: str, point: Tree) -> Local:
    local = at_point(g, name, point, sides_of_gaps=False)
    if local.kind != "undecided" or point.names:
        return local
    # Few functions oscillate.
    from calctool.solve.exact.oscillation import with_waves

    return with_waves(g, name, local)


def _kink(local: Local, chain: tuple[Tree, ...], name: str) -> Kink:
    left, right = _slope(local.left), _slope(local.right)
    between = _between(local, chain, name)
    return Kink(exact(local.point), local.kind, left, right, local.lower, between)


def _between(local: Local, chain: tuple[Tree, ...], name: str) -> BothSides:
    """What the difference quotient comes near where it has no limit."""
    if local.kind not in WITHOUT_LIMIT:
        return None, None
    # Few functions oscillate.
    from calctool.solve.exact.oscillation import of_quotient

    return of_quotient(chain[local.lower], name, local)


def _kink_family(family: Run) -> KinkFamily:
    does, line = family.does, family.line
    left, right = (None if side is None else exact(side) for side in (does.left, does.right))
    toward = line.leads_to()
    return KinkFamily(line.at, line.letter, does.kind, left, right, does.lower, line.reach, toward)


def _slope(side: OneSide | None) -> Exact | None:
    value = side.derivative.value if side is not None else None
    return None if value is None else exact(value)


# --- at a point ---------------------------------------------------------------------------------


def at_place(
    one: OneDerivative, f: Tree, names: tuple[tuple[str, Tree], ...], values: dict[str, Tree]
) -> AtPoint:
    """What a derivative that was found is at a point, by the definition where rules fail."""
    return _at(_chain(one, f, names), one, values)


def _at(
    chain: tuple[Tree, ...],
    one: OneDerivative,
    values: dict[str, Tree],
    assumed: tuple[Relation, ...] = (),
) -> AtPoint:
    """What the derivative is at the point: the formula where all rules hold near it, else by the
    definition, all other names put in first."""
    point = tuple((name, exact(value)) for name, value in values.items())
    if is_outside(chain[0], values):
        return AtPoint(point, False, kind="outside-domain")
    if all(is_regular(g, values) for g in chain[:-1]):
        value = exact_value(substitute(chain[-1], values))
        at = AtPoint(point, True, exact(value), function_value=_value(chain[0], values))
    elif len(set(one.wrt)) == 1:
        at = _by_definition(chain, one.wrt[0], values, point)
        if at.exists is None and not chain[0].names <= set(values):
            at = _by_letters(chain, one.wrt[0], values, at, assumed)
    else:
        return AtPoint(point, None, kind="undecided")
    return replace(at, tangent=_tangent(at, one, values))


def _value(f: Tree, values: dict[str, Tree]) -> Exact:
    return exact(exact_value(substitute(f, values)))


def _by_definition(
    chain: tuple[Tree, ...],
    name: str,
    values: dict[str, Tree],
    point: tuple[tuple[str, Exact], ...],
) -> AtPoint:
    others = {other: value for other, value in values.items() if other != name}
    seen = tuple(substitute(g, others) for g in chain)
    local = _judge(seen, name, values[name])
    return AtPoint(
        point=point,
        exists=local.differentiable,
        value=None if local.derivative is None else exact(local.derivative),
        left=_slope(local.left),
        right=_slope(local.right),
        function_value=None if local.value is None else exact(local.value),
        kind=local.kind,
        lower=local.lower,
        between=_between(local, seen, name),
        wanders=_wanders(seen[-1], name, local) if local.differentiable else (None, None),
    )


def _by_letters(
    chain: tuple[Tree, ...],
    name: str,
    values: dict[str, Tree],
    at: AtPoint,
    assumed: tuple[Relation, ...],
) -> AtPoint:
    """What hangs on the letters that are left; as it was where it stays open."""
    from calctool.solve.validity.in_letters import at_value

    others = {other: value for other, value in values.items() if other != name}
    seen = tuple(substitute(g, others) for g in chain)
    found = at_value(seen, name, values[name], assumed, _judge)
    if found is None:
        return at
    when, seams = found
    if not when:
        return replace(at, kind="by-letters", when=when, seams=seams)
    moves = readable_forms(given := substitute(seen[-1], {name: values[name]}), given, name)
    value = moves[-1].after if moves else given
    return replace(
        at, exists=True, kind="smooth", value=Exact(value, None, None), when=when, seams=seams
    )


def _wanders(derivative: Tree, name: str, local: Local) -> BothSides:
    """What the derivative comes near where it exists at the point and is not continuous."""
    here = at_point(derivative, name, local.point)
    if all(side is None or side.limit.kind != "none" for side in (here.left, here.right)):
        return None, None
    from calctool.solve.exact.oscillation import of_function

    return of_function(derivative, name, here)


def _tangent(at: AtPoint, one: OneDerivative, values: dict[str, Tree]) -> Tree | None:
    """The tangent line of a function of one variable."""
    if at.value is None or at.function_value is None or len(values) > 1 or len(one.wrt) > 1:
        return None
    name = one.wrt[0]
    return tangent(name, values[name], at.function_value.expr, at.value.expr)
