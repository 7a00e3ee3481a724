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
from calctool.algebra.local.point import Local
from calctool.algebra.real.ring import Real
from calctool.algebra.real.writing import written
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Relation, Tree, expression
from calctool.notation.walk import substitute
from calctool.solve.answer import Kink, KinkFamily, OneDerivative, Seam
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, value_of
from calctool.solve.question import DiffQuestion
from calctool.solve.validity.at_values import at_values
from calctool.solve.validity.domain_set import domain_set
from calctool.solve.validity.judged import chain_of, judge, quotient_between, slope
from calctool.solve.validity.natural import natural_domain

if TYPE_CHECKING:
    from calctool.solve.validity.endless.grouped import Run


def located(
    one: OneDerivative, question: DiffQuestion, names: tuple[tuple[str, Tree], ...]
) -> OneDerivative:
    """The derivative with its domain, its kinks and its value at the point asked for."""
    f = expression(question.statement)
    chain = chain_of(one, f, names)
    domain = natural_domain(f)
    if never := impossible(domain):
        raise Problem("question.defined-nowhere", condition=plain(never))
    points, undecided = _switching_points(chain, one.wrt, domain)
    families, points, enclosed, undecided = _repeated(chain, one.wrt, points, undecided)
    looked_at = len(undecided)
    across, undecided = _in_letters(chain, one.wrt, undecided, question.assumed)
    judged = [judge(chain, one.wrt[0], point) for point in points]
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
        at=at_values(chain, one, dict(question.at), question.assumed) if question.at else None,
    )


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

    found = repeated(chain, wrt[0], undecided, lambda seen, at: judge(seen, wrt[0], at))
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

            found = seams(chain, wrt[0], equation, assumed, judge)
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
            found = seams(chain, name, equation, assumed, judge)
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
            local = judge(chain, name, family.line.first)
            if any(_beside_the_formula([local], chain[-1], name)):
                yield Exact(family.line.at, None, None), Exact(family.does.value, None, None)


def _kink(local: Local, chain: tuple[Tree, ...], name: str) -> Kink:
    left, right = slope(local.left), slope(local.right)
    between = quotient_between(local, chain, name)
    return Kink(exact(local.point), local.kind, left, right, local.lower, between)


def _kink_family(family: Run) -> KinkFamily:
    does, line = family.does, family.line
    left, right = (None if side is None else exact(side) for side in (does.left, does.right))
    toward = line.leads_to()
    return KinkFamily(line.at, line.letter, does.kind, left, right, does.lower, line.reach, toward)
