"""Derivations that would be too long to read: sub-expressions get names, u1 = …, and a
derivation each, so that every state stays short and the work grows with the distinct parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count

from msgspec import Struct, field

from calctool import budget
from calctool.notation.tree import Call, Derivative, Name, Product, Sum, Tree, expression
from calctool.notation.walk import substitute, transform, walk
from calctool.solve.answer import Derivation, Step
from calctool.solve.derivation.engine import TooLong, derive
from calctool.verify.equality import Shared
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import Words

NAMING = Words(en="name the parts", zh="给各部分命名")
PART = Words(en="derivative of {name}", zh="{name} 的导数")


class Named(Struct, frozen=True):
    """A derivation in named parts: `names` define each other in order, inner ones first."""

    derivation: Derivation
    names: tuple[tuple[str, Tree], ...]


class _Parts(Struct):
    """The names given so far, in order, and the tree that is left."""

    used: frozenset[str]
    definitions: dict[str, Tree] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def name(self, tree: Tree) -> Name:
        for number in self._numbers:
            fresh = f"u{number}"
            if fresh not in self.used and f"v{number}" not in self.used:
                self.definitions[fresh] = tree
                return Name(fresh)
        raise AssertionError  # count() does not end


def derive_fully(
    tree: Tree,
    variable: str,
    taken: frozenset[str] = frozenset(),
    shared: Shared | None = None,
) -> Named:
    """The derivation of D(tree, variable): flat where it stays readable, else in named parts.

    `taken` are names that stand for parts of other derivations already. Raises NoDerivation.
    """
    start = Derivative(tree, (variable,))
    try:
        return Named(derive(start, variable, shared=shared), ())
    except TooLong:
        pass
    return _derive_by_parts(tree, variable, taken)


def expanded(tree: Tree, names: tuple[tuple[str, Tree], ...]) -> Tree:
    """The tree with its names written out; sub-expressions stay shared in memory."""
    values: dict[str, Tree] = {}
    for name, definition in names:
        values[name] = substitute(definition, values)
    return substitute(tree, values)


def _derive_by_parts(tree: Tree, variable: str, taken: frozenset[str]) -> Named:
    parts = _Parts(tree.names | taken)
    top = _reduce(tree, parts)
    start = Derivative(tree, (variable,))
    renamed = Derivative(top, (variable,))
    naming = Step("name-parts", NAMING, start, renamed, Finding(Verdict.PROVED, "same"))
    results: dict[str, _Result] = {}
    names: list[tuple[str, Tree]] = []
    for name, definition in parts.definitions.items():
        names.append((name, definition))
        if not definition.names.isdisjoint({variable, *results}):
            results[name] = _result(name, definition, variable, results)
            if results[name].named:
                names.append((_derivative_name(name), results[name].end))
    end = _chain(renamed, variable, results)
    return Named(Derivation(start, (naming, *end.steps)), tuple(names))


# --- choosing what gets a name ------------------------------------------------------------------


def _reduce(tree: Tree, parts: _Parts) -> Tree:
    """The tree with its large or repeated parts replaced by names."""
    uses = Counter(child for at in walk(tree) for child in at.children)
    reduced: dict[Tree, Tree] = {}
    for at in walk(tree):
        if not at.children:
            reduced[at] = at
            continue
        short = _shortened(at.rebuilt(tuple(reduced[child] for child in at.children)), parts)
        is_large = short.size >= budget.PART_NODES
        is_shared = uses[at] > 1 and short.size >= budget.PART_NODES // 3
        reduced[at] = parts.name(short) if at is not tree and (is_large or is_shared) else short
    return reduced[tree]


def _shortened(tree: Tree, parts: _Parts) -> Tree:
    """Sums and products of many parts, gathered in named groups."""
    if isinstance(tree, Product) and len(tree.factors) > budget.PART_FACTORS:
        return Product(_grouped(tree.factors, budget.PART_FACTORS, Product, parts))
    if isinstance(tree, Call) and len(tree.arguments) > budget.PART_FACTORS:
        # Only max and min take that many, and the largest of the largest is the largest.
        kind = partial(Call, tree.function)
        return kind(_grouped(tree.arguments, budget.PART_FACTORS, kind, parts))
    if isinstance(tree, Sum) and len(tree.terms) > budget.PART_TERMS:
        return Sum(_grouped(tree.terms, budget.PART_TERMS, Sum, parts))
    return tree


def _grouped(
    items: tuple[Tree, ...], most: int, kind: Callable[[tuple[Tree, ...]], Tree], parts: _Parts
) -> tuple[Tree, ...]:
    while len(items) > most:
        groups = [items[i : i + most] for i in range(0, len(items), most)]
        items = tuple(parts.name(kind(group)) if len(group) > 1 else group[0] for group in groups)
    return items


# --- the derivation of each part ----------------------------------------------------------------


class _Result(Struct, frozen=True):
    """What D(name) is: written out where it is short, else under a name of its own."""

    derivation: Derivation
    end: Tree
    shown: Tree
    named: bool


def _derivative_name(name: str) -> str:
    return "v" + name[1:]


def _result(name: str, definition: Tree, variable: str, results: Mapping[str, _Result]) -> _Result:
    derivation = _chain(Derivative(definition, (variable,)), variable, results)
    end = expression(derivation.end)
    if end.size <= budget.DERIVATIVE_NODES:
        return _Result(derivation, end, end, named=False)
    return _Result(derivation, end, Name(_derivative_name(name)), named=True)


def _chain(start: Derivative, variable: str, results: Mapping[str, _Result]) -> Derivation:
    """The rules for one part, then the derivatives of the parts inside it put in."""
    chain = derive(start, variable, frozenset(results), budget.LONGEST_STATE)
    state = expression(chain.end)
    steps = list(chain.steps)
    for at in _inner(state, results):
        step = _put_in(state, at, variable, results[at])
        steps.append(step)
        state = expression(step.after)
    return Derivation(start, tuple(steps))


def _inner(state: Tree, results: Mapping[str, _Result]) -> list[str]:
    return [
        at.operand.id
        for at in walk(state)
        if isinstance(at, Derivative) and isinstance(at.operand, Name) and at.operand.id in results
    ]


def _put_in(state: Tree, name: str, variable: str, result: _Result) -> Step:
    target = Derivative(Name(name), (variable,))
    after = transform(state, lambda at: result.shown if at == target else None)
    title = Words(en=PART.en.format(name=name), zh=PART.zh.format(name=name))
    verdict = weakest(step.finding.verdict for step in result.derivation.steps)
    return Step(
        "part", title, state, after, Finding(verdict, "substitution"),
        bindings=((name, result.shown),), steps=result.derivation.steps,
    )  # fmt: skip
