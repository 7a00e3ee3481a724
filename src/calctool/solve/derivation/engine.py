"""The step engine: rewrite D(...) by the rules, one rule a line, until none is left.

A line applies one rule everywhere it is next and folds the quiet rules that it exposes; its
`steps` are the single applications. States are built first and checked after, by verify.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.unsettled import Unsettled
from calctool.notation.quoted import quoted
from calctool.notation.tree import Applied, Derivative, Name, Relation, Statement, Tree
from calctool.notation.walk import transform
from calctool.rules.apply import Application, apply
from calctool.rules.rule import Dependents
from calctool.solve.answer import Derivation, Step
from calctool.verify.equality import Shared, check_equality
from calctool.verify.verdict import Finding
from calctool.words import Words
from calctool.words.proofs import completeness


class NoDerivation(Unsettled):
    """A derivative that is not written down; `reason` says why to a reader."""

    @property
    def reason(self) -> Words:
        """Why there is none, for the reader."""
        raise NotImplementedError


class TooLong(NoDerivation):
    """A state has grown past what a reader can take in: its parts need names."""

    @property
    def reason(self) -> Words:
        """The derivation is too long to be written down."""
        return completeness.TOO_LONG


class NoRule(NoDerivation):
    """No rule fits D(operand)."""

    def __init__(self, operand: Tree) -> None:
        super().__init__(operand)
        self.operand = operand

    @property
    def reason(self) -> Words:
        """No rule fits a part, which is named."""
        return completeness.NO_RULE.filled(part=quoted(self.operand))


class Line(Struct, frozen=True):
    """A state and the single applications that led to it, not yet checked."""

    applications: tuple[Application, ...]
    states: tuple[Statement, ...]

    @property
    def leading(self) -> Application:
        """The application that gives the line its name."""
        return self.applications[0]


def derive(
    start: Statement,
    variable: str,
    functions: frozenset[str] = frozenset(),
    most: int = budget.STATE_NODES,
    shared: Shared | None = None,
) -> Derivation:
    """The checked chain from D(...) to a form without it.

    `functions` are names that stand for functions of the variable; their derivatives D(y, x)
    stay as they are. No state may have more than `most` nodes. `shared` is what its checks share
    with others of the same start. Raises TooLong and NoRule.
    """
    found = lines(start, variable, functions, most)
    return checked(start, found, variable, functions, shared)


def lines(
    start: Statement, variable: str, functions: frozenset[str], most: int
) -> tuple[Line, ...]:
    """The chain of states, one rule a line, unchecked."""
    rewriting = _Rewriting(functions | {variable})
    found: list[Line] = []
    state = start
    while line := rewriting.next_line(state):
        if _size(line.states[-1]) > most:
            raise TooLong
        found.append(line)
        state = line.states[-1]
    return tuple(found)


def _size(statement: Statement) -> int:
    if isinstance(statement, Relation):
        return statement.left.size + statement.right.size
    return statement.size


class _Rewriting:
    """One derivation: what was found out about a part holds in every state that it stands in."""

    def __init__(self, dependents: Dependents) -> None:
        self._dependents = dependents
        self._cleaned: dict[Tree, Tree] = {}
        self._uses: dict[Derivative, Application] = {}

    def next_line(self, state: Statement) -> Line | None:
        waiting = [self._use(at) for at in self._open(state)]
        if not waiting:
            return None
        # The tallest first: parts that are alike further down then meet and are done in one line.
        loud = [use for use in waiting if not use.rule.quiet] or waiting
        rule = max(loud, key=lambda use: use.before.height).rule
        queue = [use for use in waiting if use.rule.id == rule.id]
        used: list[Application] = []
        states: list[Statement] = []
        while queue:
            for use in queue:
                state = self._replaced(state, use)
                used.append(use)
                states.append(state)
            uses = map(self._use, self._open(state))
            queue = [use for use in uses if use.rule.quiet]
        return Line(tuple(used), tuple(states))

    def _use(self, at: Derivative) -> Application:
        use = self._uses.get(at) or apply(at, self._dependents)
        if use is None:
            raise NoRule(at.operand)
        if at not in self._uses:
            use = replace(use, after=clean(use.after, self._cleaned))
            self._uses[at] = use
        return use

    def _open(self, statement: Statement) -> list[Derivative]:
        """The distinct derivatives that a rule can work on, from left to right."""
        found: dict[Derivative, None] = {}
        for side in _sides(statement):
            seen: set[Tree] = set()
            for at in self._outermost(side, seen):
                operand = at.operand
                (x,) = at.variables
                if not (isinstance(operand, Name) and operand.id in self._dependents - {x}):
                    found[at] = None
        return list(found)

    def _outermost(self, tree: Tree, seen: set[Tree]) -> Iterator[Derivative]:
        if tree in seen or not tree.is_pending:
            return
        seen.add(tree)
        if isinstance(tree, Derivative):
            yield tree
        else:
            for child in tree.children:
                yield from self._outermost(child, seen)

    def _replaced(self, state: Statement, use: Application) -> Statement:
        def change(at: Tree) -> Tree | None:
            if not at.is_pending:
                return at
            return use.after if isinstance(at, Derivative) and at == use.before else None

        def put_in(side: Tree) -> Tree:
            return clean(transform(side, change), self._cleaned)

        if isinstance(state, Relation):
            return Relation(put_in(state.left), state.sign, put_in(state.right))
        return put_in(state)


def _sides(statement: Statement) -> tuple[Tree, ...]:
    if isinstance(statement, Relation):
        return (statement.left, statement.right)
    return (statement,)


# --- from lines to checked steps ----------------------------------------------------------------


def checked(
    start: Statement,
    found: tuple[Line, ...],
    variable: str,
    functions: frozenset[str],
    shared: Shared | None = None,
) -> Derivation:
    """Each line as a step whose equality, and that of each application in it, was checked."""
    steps = []
    state = start
    shared = shared or Shared(_with_functions(start, variable, functions))
    for line in found:
        steps.append(_step(state, line, variable, functions, shared))
        state = line.states[-1]
    return Derivation(start, tuple(steps))


def _step(
    before: Statement, line: Line, variable: str, functions: frozenset[str], shared: Shared
) -> Step:
    after = line.states[-1]
    finding = check(before, after, variable, functions, shared)
    whole = Step(
        rule=line.leading.rule.id,
        title=_title(line, variable),
        before=before,
        after=after,
        finding=finding,
        bindings=line.leading.letters if _is_single(line) else (),
        where=tuple(dict.fromkeys(where for use in line.applications for where in use.where)),
        quiet=line.leading.rule.quiet,
    )
    if len(line.applications) == 1:
        return whole
    parts = []
    state = before
    for use, following in zip(line.applications, line.states, strict=True):
        local = check(use.before, use.after, variable, functions, shared)
        parts.append(
            Step(
                rule=use.rule.id,
                title=_own_title(use, variable),
                before=state,
                after=following,
                finding=local,
                bindings=use.letters,
                where=use.where,
                quiet=use.rule.quiet,
            )
        )
        state = following
    return Step(
        whole.rule, whole.title, before, after, finding, whole.bindings, whole.where, tuple(parts)
    )


def _is_single(line: Line) -> bool:
    """Whether the leading rule was used in one place only, so that its letters are clear."""
    return sum(not use.rule.quiet for use in line.applications) == 1


def _own_title(use: Application, variable: str) -> Words:
    words = use.rule.words
    inner = dict(use.letters).get("u")
    if "D(u)" in use.rule.derivative and use.rule.chained and inner != Name(variable):
        return Words(en=f"chain rule, {words.en}", zh=f"链式法则，{words.zh}")
    return words


def _title(line: Line, variable: str) -> Words:
    titles = [_own_title(use, variable) for use in line.applications if not use.rule.quiet]
    if not titles:
        return line.leading.rule.words
    chained = next((title for title in titles if title != line.leading.rule.words), titles[0])
    constants = [use for use in line.applications if use.rule.id == "constant"]
    if not constants:
        return chained
    constant = constants[0].rule.words
    return Words(en=f"{chained.en}, {constant.en}", zh=f"{chained.zh}，{constant.zh}")


def check(
    before: Statement,
    after: Statement,
    variable: str,
    functions: frozenset[str],
    shared: Shared | None = None,
) -> Finding:
    """The second opinion on one equality; names that stand for functions may be any function."""
    return check_equality(
        _with_functions(before, variable, functions),
        _with_functions(after, variable, functions),
        shared,
    )


def _with_functions(statement: Statement, variable: str, functions: frozenset[str]) -> Statement:
    if not functions:
        return statement
    x = Name(variable)

    def change(at: Tree) -> Tree | None:
        if isinstance(at, Name) and at.id in functions:
            return Applied(at.id, (x,), (0,))
        return None

    if isinstance(statement, Relation):
        return Relation(
            transform(statement.left, change), statement.sign, transform(statement.right, change)
        )
    return transform(statement, change)
