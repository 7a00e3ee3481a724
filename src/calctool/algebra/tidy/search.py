"""The most readable of several forms of a derivative, and the named moves that lead to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter

from msgspec import Struct, field
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.tidy.as_written import Written
from calctool.algebra.tidy.cases import gathered, merged, solved
from calctool.algebra.tidy.collect import collected
from calctool.algebra.tidy.constants import Memory
from calctool.algebra.tidy.cost import Costs, exponentials, functions
from calctool.algebra.tidy.domain import known_needs, needs
from calctool.algebra.tidy.layout import fraction_tree, fraction_trees, termwise_tree
from calctool.algebra.tidy.other_atoms import pythagoras, through_sigmoid, through_sines, with_sizes
from calctool.algebra.tidy.radicals import without_perfect_powers
from calctool.notation.tree import Call, Negative, Piecewise, Power, Product, Quotient, Sum, Tree
from calctool.notation.walk import walk
from calctool.words import Words
from calctool.words.moves import MOVES

CASES_NUDGE = 3.0  # one case distinction is easier to read than the same in fewer marks
CIRCULAR = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))


class Move(Struct, frozen=True):
    """One tidying step: its permanent id, its words and the form after it."""

    id: str
    words: Words
    after: Tree
    bindings: tuple[tuple[str, Tree], ...] = ()


class Form(Struct, frozen=True):
    """A candidate: its move if that has a name of its own, and the function it is written with.

    `nudge` is added to its cost; `fits` says whether it is defined wherever the raw form is.
    """

    id: str
    tree: Tree
    through: Call | None = None
    nudge: float = 0.0
    fits: Callable[[Tree], bool] | None = None

    @property
    def is_allowed(self) -> bool:
        try:
            return self.fits is None or self.fits(self.tree)
        except (UnknownError, OverflowError):
            return False


class _Search(Struct, frozen=True):
    """For the derivative of what; `roots` are to be taken out; what is known of parts."""

    original: Tree
    variable: str
    roots: bool
    memory: Memory = field(default_factory=Memory)


def readable_forms(
    expr: Tree, original: Tree, variable: str, *, roots: bool = True
) -> tuple[Move, ...]:
    """The moves from `expr`, the raw derivative of `original`, to its most readable form.

    Without `roots` nothing is taken out of a root.

    Each move keeps the value and never loses a point where `expr` is defined. How many forms are
    tried is a matter of their size and never of the clock: the same question, the same answer.
    """
    return _found(expr, _Search(original, variable, roots))


def _found(expr: Tree, search: _Search) -> tuple[Move, ...]:
    plain = solved(expr)
    if isinstance(plain, Piecewise):
        return _by_cases(expr, plain, search)
    cases = gathered(plain)
    if cases is None and plain is expr:
        return _as_it_is(expr, search)
    forms = [_in_one(expr, _as_it_is(plain, search), plain)]
    if cases is not None:
        forms.append(_by_cases(expr, cases, search))
    original = search.original
    costs = Costs(functions(original), exponentials(original) | exponentials(expr))
    in_one, *by_cases = (costs.of(moves[-1].after if moves else expr) for moves in forms)
    return forms[-1] if min(by_cases, default=in_one) <= in_one + CASES_NUDGE else forms[0]


def _in_one(expr: Tree, moves: tuple[Move, ...], last: Tree) -> tuple[Move, ...]:
    """Several moves as one."""
    after = moves[-1].after if moves else last
    if after == expr:
        return ()
    return (Move("simplify", MOVES["simplify"], after),)


def _as_it_is(expr: Tree, search: _Search) -> tuple[Move, ...]:
    folded = search.memory.worked_out(expr)
    if folded != clean(expr, search.memory.cleaned):
        constants = Move("constants", MOVES["constants"], folded)
        original = search.memory.worked_out(search.original)
        return (constants, *_readable(folded, replace(search, original=original)))
    return _readable(expr, search)


def _readable(expr: Tree, search: _Search) -> tuple[Move, ...]:
    original, memory = search.original, search.memory
    forms = [Form("", memory.worked_out(collected(expr, memory.cleaned, memory.collected)))]
    height = max(expr.height, original.height)
    if expr.size <= budget.TIDIED_SIZE and height <= budget.TIDIED_HEIGHT:
        forms += _allowed(expr, search)
    known = functions(original)
    known = known | CIRCULAR if known & CIRCULAR else known
    costs = Costs(known, exponentials(original) | exponentials(expr))
    forms.sort(key=lambda form: costs.of(form.tree) + form.nudge)
    return _moves(expr, filter(attrgetter("is_allowed"), forms))


def _by_cases(expr: Tree, cases: Piecewise, search: _Search) -> tuple[Move, ...]:
    """Each case brought to its own form and those alike merged, all in one move."""
    branches = []
    for value, condition in cases.branches:
        moves = _found(value, search)
        branches.append((moves[-1].after if moves else value, condition))
    after = merged(tuple(branches))
    return () if after == expr else (Move("simplify", MOVES["simplify"], after),)


def _moves(expr: Tree, forms: Iterator[Form]) -> tuple[Move, ...]:
    """To the first of the forms; by way of the first that is not written with another function."""
    best = next(forms)
    if best.through is None:
        id = best.id or _name(expr, best.tree)
        same = best.tree.key == expr.key and best.tree == expr
        return () if same else (Move(id, MOVES[id], best.tree),)
    before = next(form for form in forms if form.through is None)
    written = Move("write-with", MOVES["write-with"], best.tree, (("s", best.through),))
    return (*_moves(expr, iter((before,))), written)


def _allowed(expr: Tree, search: _Search) -> list[Form]:
    """The forms that can be had with little work."""
    found: list[Form] = []
    left = budget.FORM_NODES
    try:
        for candidate, fits in _with_guard(expr, search):
            tree = search.memory.worked_out(candidate.tree)
            found.append(replace(candidate, tree=tree, fits=fits))
            left -= tree.size
            if left < 0:
                break
    except (UnknownError, OverflowError):
        pass
    return found


def _with_guard(expr: Tree, search: _Search) -> Iterator[tuple[Form, Callable[[Tree], bool]]]:
    """Forms with roots as they are written, and with what comes out of them; each with the
    question whether it is defined wherever `expr` is."""
    original, memory = search.original, search.memory
    simpler = collected(expr, memory.cleaned, memory.collected)
    written, fits = _read(simpler, expr, simpler, search)
    yield from ((form, fits) for form in _candidates(written, written.element(simpler), original))
    taken_out = without_perfect_powers(simpler, written) if search.roots else simpler
    if taken_out != simpler:
        yield Form("", collected(taken_out, memory.cleaned, memory.collected)), fits
        written, fits = _read(taken_out, expr, simpler, search)
        element = written.element(taken_out)
        yield from ((form, fits) for form in _candidates(written, element, original))


def _read(
    form: Tree, expr: Tree, simpler: Tree, search: _Search
) -> tuple[Written, Callable[[Tree], bool]]:
    written = Written(search.variable)
    written.prepare(form, expr, search.original)
    written.remember(search.original)
    # Collecting loses no point: what its result needs holds wherever `expr` is defined.
    wanted = known_needs(written, (expr, simpler))
    return written, lambda tree: needs(written, tree) <= wanted


def _candidates(written: Written, element: Element, original: Tree) -> Iterator[Form]:
    if _is_polynomial(written, element):
        yield Form("", termwise_tree(written, element))
        if _is_factored(original):
            yield Form("", fraction_tree(written, element, factored=True), nudge=-0.5)
        return
    sized = list(with_sizes(written, element))
    for other in (element, *sized):
        yield from _forms(written, other)
    for other in pythagoras(written, element):
        for form in _forms(written, other):
            # cos(x)^2 - sin(x)^2 is better known than 2*cos(x)^2 - 1, which is shorter.
            yield Form("pythagoras", form.tree, nudge=3.0)
    for other in (element, *sized):
        for sines in through_sines(written, other):
            for squares in (sines, *pythagoras(written, sines)):
                yield from (Form("", form.tree, nudge=1.5) for form in _forms(written, squares))
    for other, sigmoid in through_sigmoid(written, element, original):
        yield Form("write-with", fraction_tree(written, other, factored=True), sigmoid)


def _forms(written: Written, element: Element) -> Iterator[Form]:
    yield from (Form("", tree) for tree in fraction_trees(written, element))
    if len(element.den) == 1 and 1 < len(element.num) <= budget.TERMS_APART:
        yield Form("", termwise_tree(written, element))


def _is_polynomial(written: Written, element: Element) -> bool:
    names = all(written.atoms[i].kind == "plain" and not written.atoms[i].tree.children
                for i in element.used())  # fmt: skip
    return names and element.den.is_constant()


def _is_factored(tree: Tree) -> bool:
    """Whether the input itself is written with factors that are sums."""
    for part in walk(tree):
        if isinstance(part, Product) and any(isinstance(f, Sum | Power) for f in part.factors):
            if any(isinstance(g, Sum) for f in part.factors for g in (f, *f.children)):
                return True
        elif isinstance(part, Power) and isinstance(part.base, Sum):
            return True
    return False


def _name(before: Tree, after: Tree) -> str:
    """What was done, in one word."""
    before, after = (
        each.operand if isinstance(each, Negative) else each for each in (before, after)
    )
    if isinstance(after, Quotient) and _adds_fractions(before):
        return "common-denominator"
    if isinstance(before, Sum) and isinstance(after, Product) and _is_factored(after):
        return "factor"
    if isinstance(before, Product) and isinstance(after, Sum):
        return "expand"
    return "simplify"


def _adds_fractions(tree: Tree) -> bool:
    """Whether a sum in it has a fraction among its terms."""
    return any(
        isinstance(term.operand if isinstance(term, Negative) else term, Quotient)
        for part in walk(tree)
        if isinstance(part, Sum)
        for term in part.terms
    )
