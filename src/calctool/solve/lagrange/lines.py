"""The multiplier method as it is written: L, its partial derivatives, the system, the cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.clean import clean
from calctool.algebra.field import Field, is_zero
from calctool.algebra.tidy.collect import collected
from calctool.notation.system import System
from calctool.notation.tree import ZERO, Name, Quotient, Relation, Tree, expression
from calctool.notation.walk import substitute
from calctool.solve.answer import Check, Derivation, OneDerivative, Step
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.derivation.one_derivative import one_derivative
from calctool.solve.optimum.constraint import Constraint
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.folds import Fold
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.manifold import Manifold, primitive
from calctool.solve.stationary.solving import all_zero, derivations, within
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Words
from calctool.words.extrema import multipliers as said


class _Face(Struct, frozen=True):
    """What the first step needs of a stratum."""

    manifold: Manifold
    active: tuple[Constraint, ...]
    idle: tuple[Constraint, ...] = ()
    sides: tuple[Relation, ...] = ()
    on_folds: tuple[Fold, ...] = ()


class Written(Struct, frozen=True):
    """The partial derivatives of L, each with its derivation, and the system they make."""

    partials: tuple[OneDerivative, ...]
    system: tuple[Relation, ...]
    checks: tuple[Check, ...]
    names: tuple[tuple[str, Tree], ...]


def written(setup: Problem) -> Written:
    """L and its partial derivatives, each with its derivation."""
    partials: list[OneDerivative] = []
    checks: list[Check] = []
    named: list[tuple[str, Tree]] = []
    for name in setup.names:
        taken = frozenset(setup.letters).union(setup.names, (known for known, _ in named))
        found = one_derivative(setup.lagrangian, (name,), taken)
        partials.append(found.result)
        checks += found.checks
        named += found.names
    slopes = (expanded(expression(one.derivative), tuple(named)) for one in partials)
    stationary = tuple(Relation(each, "=", ZERO) for each in slopes)
    constraints = tuple(each.relation for each in setup.constraints)
    system = (*stationary, *constraints, *setup.slackness())
    return Written(tuple(partials), system, tuple(checks), tuple(named))


def solving(setup: Problem, system: tuple[Relation, ...], face: Stratum) -> Iterator[Derivation]:
    """From the system, as it reads in this case, to its solutions."""
    if not face.manifold.equations:
        return
    equations = all_zero(face.manifold.equations)
    first = _to_equations(setup, system, face, equations)
    where = setup.domain
    found = [
        within(_cut(each, face), equations, face.searched.first.roots, setup.open_sides)
        for each in derivations(equations, face.searched.first, where)
    ]
    if not setup.constraints:
        yield from found
    elif found and found[0].start == equations:
        yield Derivation(first.before, (first, *found[0].steps))
        yield from found[1:]
    else:
        yield Derivation(first.before, (first,))
        yield from found
    for part, solved in face.searched.again:
        yield from (_cut(each, face) for each in derivations(all_zero(part), solved, where))


def without_multipliers(setup: Problem, system: tuple[Relation, ...]) -> Step | None:
    """From the system to equations of the variables alone; None where it hangs on which
    inequalities are active."""
    if any(each.side for each in setup.constraints) or setup.box:
        return None
    manifold = Manifold(setup.f, tuple(each.g for each in setup.constraints), setup.names)
    equations = all_zero(manifold.equations)
    if not equations.relations:
        return None
    return _to_equations(setup, system, _Face(manifold, setup.constraints), equations)


def _cut(derivation: Derivation, face: Stratum) -> Derivation:
    """Of solutions that repeat, those that the inequalities let through are listed: they say so."""
    idle = tuple(each.relation for each in face.idle)
    steps = tuple(
        replace(step, where=tuple(dict.fromkeys((*step.where, *idle))))
        if step.rule == "solve-system"
        else step
        for step in derivation.steps
    )
    return replace(derivation, steps=steps)


def _to_equations(
    setup: Problem, system: tuple[Relation, ...], face: Stratum | _Face, equations: System
) -> Step:
    """The multipliers eliminated; those of constraints that are not active are zero."""
    idle = {
        letter: ZERO
        for letter, each in zip(setup.letters, setup.constraints, strict=True)
        if each in face.idle
    }
    stationary = (
        Relation(clean(substitute(each.left, idle)), "=", ZERO)
        for each in system[: len(setup.names)]
    )
    active = (Relation(each.relation.left, "=", each.relation.right) for each in face.active)
    start = System(tuple(dict.fromkeys((*stationary, *active))))
    id = "eliminate-multipliers" if face.manifold.dependence else "constraints-alone"
    title = said.MOVES[id]
    if any(each.side for each in setup.constraints):
        id, title = _case(face)
    # Which formula holds in this case: the system as it stands has all of them.
    where = (
        *face.sides,
        *(Relation(fold.at, "=", ZERO) for fold in face.on_folds),
        *(each.relation for each in face.idle),
    )
    # A theorem of linear algebra; the points are put back into the system all the same.
    finding = Finding(Verdict.PROVED, "linear-dependence")
    weights = tuple(_multipliers(setup, face, start)) if face.manifold.dependence else ()
    needed = tuple(dict.fromkeys(where))
    return Step(id, title, start, equations, finding, where=needed, steps=weights)


def _multipliers(setup: Problem, face: Stratum | _Face, system: System) -> Iterator[Step]:
    """The multipliers from the equations that have them, where what they are divided by is not 0.

    One of them comes from each equation; several from as many equations at a time.
    """
    letters = [
        letter
        for letter, each in zip(setup.letters, setup.constraints, strict=True)
        if each in face.active
    ]
    own, count = face.manifold, len(letters)
    if own.f != setup.f or count != len(own.constraints) or not count:
        return
    stationary = system.relations[: len(setup.names)]
    for columns in combinations(range(len(setup.names)), count):
        below = own.minor(columns)
        used = tuple(each for n, each in enumerate(stationary) if n in columns)
        if is_zero(below) or len(used) != count:
            continue
        values = dict(zip(letters, map(_reduced, own.multipliers(columns)), strict=True))
        solved = System(tuple(Relation(Name(n), "=", tree) for n, tree in values.items()))
        checked = [check_equality(substitute(each.left, values), each.right) for each in used]
        finding = next((f for f in checked if f.verdict is not Verdict.PROVED), checked[0])
        if finding.verdict is Verdict.PROVED:
            # The equations as they stand have all formulas, the minor that of this case.
            where = face.sides
            if below.names:
                divisor = primitive(below)
                if isinstance(divisor, Quotient) and not divisor.denominator.names:
                    divisor = divisor.numerator
                where = (*where, Relation(divisor, "!=", ZERO))
            yield Step(
                "multiplier", said.MOVES["multiplier"], System(used), solved, finding, where=where
            )
        if count > 1:
            return


def _reduced(tree: Tree) -> Tree:
    """2*y/y as 2: the line says that y is not 0."""
    own = Field()
    found = own.normal(tree)
    plain, reduced = collected(tree), None if found is None else own.to_tree(found)
    return reduced if reduced is not None and reduced.size < plain.size else plain


def _case(face: Stratum | _Face) -> tuple[str, Words]:
    active = [each.number for each in face.active if each.side and each.number]
    if not active:
        return "interior", said.MOVES["interior"]
    named = [said.CONSTRAINT.filled(number=number) for number in active]
    title = said.MOVES["active-set" if face.idle else "all-active"]
    en, zh = ", ".join(one.en for one in named), "、".join(one.zh for one in named)
    return "active-set", Words(en=title.say("en", active=en), zh=title.say("zh", active=zh))
