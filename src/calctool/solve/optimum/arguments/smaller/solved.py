"""Constraints that give one variable by the others: a question with fewer names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import truth
from calctool.algebra.solving import solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import ONE, Call, Name, Negative, Power, Relation, Sum, Tree, rational
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn, put
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.explicit import coefficients
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def equation_solved(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """f on the set is f of fewer names where an equation gives one of them, everywhere."""
    for equation in task.relations:
        if equation.sign != "=":
            continue
        zero = added((equation.left, negated(equation.right)))
        for name in reversed(task.names):
            value = _value(zero, name, task) if name in zero.names else None
            found = None if value is None else _without(task, turn, below, equation, name, value)
            if found is not None:
                return found
    return None


def _value(zero: Tree, name: str, task: Task) -> Tree | None:
    """What the name is, by an equation linear in it or with one function of it."""
    found = coefficients(zero, name)
    if found is not None and len(found) == 2:
        constant, lead = found
        if lead.names.isdisjoint(task.names):
            return short(negated(divided(constant, lead))) if order(lead) else None
        return _quotient(constant, lead, task)
    return _inverse(zero, name)


def _quotient(constant: Tree, lead: Tree, task: Task) -> Tree | None:
    """Where both vanish nowhere at once, the equation has no solution with lead = 0."""
    used = tuple(name for name in task.names if name in lead.names | constant.names)
    both = solutions([each for each in (lead, constant) if each.names], used)
    alone = constant.names.isdisjoint(task.names) and order(constant) not in (0, None)
    empty = both.state == "complete" and not both.roots and not both.components
    return short(negated(divided(constant, lead))) if alone or empty else None


def _inverse(zero: Tree, name: str) -> Tree | None:
    """From c*h(a*name + b) + rest = 0, h being exp, log, sqrt or an odd power."""
    terms = zero.terms if isinstance(zero, Sum) else (zero,)
    own = [term for term in terms if name in term.names]
    if len(own) != 1:
        return None
    rest = negated(added(term for term in terms if name not in term.names))
    function, size = _stripped(own[0], name)
    if function is None or size is None:
        return None
    inside, image = _undone(function, divided(rest, size))
    found = None if inside is None else coefficients(inside, name)
    if found is None or image is None or len(found) != 2 or found[1].names or not order(found[1]):
        return None
    return short(divided(added((image, negated(found[0]))), found[1]))


def _stripped(term: Tree, name: str) -> tuple[Tree | None, Tree | None]:
    """exp(y) and 3 of 3*exp(y)."""
    if isinstance(term, Negative):
        function, size = _stripped(term.operand, name)
        return function, None if size is None else negated(size)
    if isinstance(term, Call | Power):
        return term, ONE
    factors = getattr(term, "factors", ())
    own = [factor for factor in factors if name in factor.names]
    others = [factor for factor in factors if name not in factor.names]
    if len(own) != 1 or not all(rational(factor) for factor in others):
        return None, None
    return own[0], multiplied(others)


def _undone(function: Tree, value: Tree) -> tuple[Tree | None, Tree | None]:
    """The argument of a one-to-one function and its only possible value."""
    match function:
        case Call("exp", (inside,)):
            return inside, Call("log", (value,))
        case Call("log", (inside,)):
            return inside, Call("exp", (value,))
        case Power(inside, exponent) if (n := rational(exponent)) and n.denominator == 1:
            if n > 0 and n % 2:
                root = raised(value, ONE) if n == 1 else Call("root", (value, exponent))
                return inside, root
    return None, None


def _without(
    task: Task, turn: Turn, below: Ask, equation: Relation, name: str, value: Tree
) -> Bound | None:
    own = {name: value}
    f = short(substitute(task.f, own))
    names = tuple(each for each in task.names if each != name)
    relations = [
        Relation(short(substitute(each.left, own)), each.sign, short(substitute(each.right, own)))
        for each in task.relations
        if each is not equation
    ]
    stretch = task.side(name)
    if stretch != LINE:
        relations += [
            Relation(short(substitute(each.left, own)), each.sign, each.right)
            for each in sides(((name, stretch),))
        ]
    box = tuple((each, side) for each, side in task.sides if each != name)
    smaller = with_sides(Task(f, names, box, tuple(_moving(relations, tuple(sides(box))))))
    if not _keeps_domain(task, smaller, value) or smaller.f.names.isdisjoint(smaller.names):
        return None
    inner = below(smaller, turn)
    if inner is None:
        return None
    given = Relation(Name(name), "=", value)
    why = words.SOLVED_FOR.filled(name=quoted(Name(name)), equation=quoted(equation))
    opening = ProofLine("solve-for-name", (given, Relation(task.f, "=", f)), why)
    spots = tuple(s for spot in inner.at if (s := lifted(task, name, value, spot)) is not None)
    toward = None if inner.toward is None else _led(task, name, value, inner.toward)
    reason = ARGUMENTS["fewer-names"].filled(name=quoted(given))
    lines = (opening, *inner.lines)
    return Bound(inner.value, inner.attained, "fewer-names", reason, lines, spots, toward)


def _moving(relations: Sequence[Relation], known: Sequence[Relation]) -> Iterator[Relation]:
    """Those that say something new."""
    for each in relations:
        if truth(each) is not True and not implied(each, known):
            yield each


def _keeps_domain(task: Task, smaller: Task, value: Tree) -> bool:
    """Whether the smaller question has all conditions: of the value, of f and of the equation."""
    known = (*conditions(smaller.f), *smaller.relations, *sides(smaller.sides))
    own = {name: value for name in task.names if name not in smaller.names}
    trees = [task.f, *(side for each in task.relations for side in (each.left, each.right))]
    needs = [need for tree in trees for need in conditions(substitute(tree, own))]
    needs += conditions(value)
    return all(implied(need, known) for need in needs)


def lifted(task: Task, name: str, value: Tree, spot: Spot) -> Spot | None:
    """A place with the value of one more name."""
    known = dict(spot)
    if not all(each.is_known for each in known.values()):
        return None
    if not value.names <= known.keys():
        return None
    at = exact_value(substitute(value, {each: place.expr for each, place in known.items()}))
    made = {**known, name: exact(at)}
    return tuple((each, made[each]) for each in task.names if each in made)


def _led(task: Task, name: str, value: Tree, inner: Curve) -> Curve | None:
    curve = dict(inner.points)
    if not value.names <= curve.keys():
        return None
    curve[name] = short(substitute(value, curve))
    return put({each: curve[each] for each in task.names if each in curve}, inner.parameter)
