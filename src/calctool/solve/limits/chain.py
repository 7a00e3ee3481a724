"""Chains of states from a limit to its value, not checked yet, and how chains are joined."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.domain.ranges import decided
from calctool.algebra.limit.settle import settled
from calctool.notation.tree import Name, Relation, Tree
from calctool.notation.walk import substitute, transform
from calctool.verify.limits import limits_in


class NoMethod(Exception):  # noqa: N818 (a turn of the work, not a fault)
    """No derivation from the definition is known for this function."""

    def __init__(self, function: Tree) -> None:
        super().__init__(function)
        self.function = function


class TooLong(NoMethod):
    """There is a derivation, but its lines are longer than anybody reads."""


class DoesNotHold(Exception):  # noqa: N818
    """A way needs something that is not so at the point: another one must be tried."""


class Line(Struct, frozen=True):
    """One equality: the step's id, what stands after it, and what its letters stand for.

    `uses` are the ids of the fundamental limits in it. `inner` says what the increment of an
    inner function, or an abbreviation, stands for. A line with a `part` puts in a limit that
    has a chain of its own. `proof` is the method by which a line is known already.
    """

    id: str
    after: Tree
    inner: tuple[tuple[str, Tree], ...] = ()
    where: tuple[Relation, ...] = ()
    uses: tuple[str, ...] = ()
    part: Chain | None = None
    proof: str = ""


class Chain(Struct, frozen=True):
    """start = … = end; `function` is what this is the derivative of, for a reader."""

    start: Tree
    lines: tuple[Line, ...]
    function: Tree | None = None

    @property
    def end(self) -> Tree:
        """The last state."""
        return self.lines[-1].after if self.lines else self.start


class Draft(Struct):
    """A chain in the making."""

    start: Tree
    lines: list[Line] = field(default_factory=list)

    @property
    def state(self) -> Tree:
        """Where the chain has arrived."""
        return self.lines[-1].after if self.lines else self.start

    def add(self, id: str, after: Tree, **more: object) -> None:
        """One more line, unless it would change nothing; raises DoesNotHold."""
        line = Line(id, after, **more)  # type: ignore[arg-type]
        if any(not each.names and decided(each) is False for each in line.where):
            raise DoesNotHold
        self.add_line(line)

    def continue_with(self, chains: Sequence[Chain]) -> None:
        """Work out the limits that are open in the state: short ones in it, long ones apart."""
        chains = [chain for chain in chains if chain.start in limits_in(self.state)]
        long = [chain for chain in chains if len(chain.lines) > budget.LIMIT_INLINE]
        here = [chain for chain in chains if chain not in long]
        only = len(long) == 1 and len(long[0].lines) <= budget.LIMIT_INLINE_ALONE
        if only and self.state.size <= budget.LIMIT_INLINE_NODES:
            here, long = [*here, *long], []
        for chain in here:
            self._inline(chain)
        for chain in long:
            after = self._with(self.state, chain.start, chain.end)
            self.add("limit-found", after, part=chain)

    def _inline(self, chain: Chain) -> None:
        state = self.state
        for line in chain.lines:
            self.add_line(replace(line, after=self._with(state, chain.start, line.after)))

    def add_line(self, line: Line) -> None:
        """One more line, unless it changes nothing."""
        if line.after != self.state:
            self.lines.append(line)

    @staticmethod
    def _with(state: Tree, start: Tree, found: Tree) -> Tree:
        """The state with a limit replaced; what stands around it is cleaned."""
        hole = Name("_")
        around = transform(state, lambda at: hole if at == start else None)
        if around == hole:
            return found
        made = clean(substitute(around, {"_": found}))
        return made if limits_in(made) else settled(made)

    def chain(self, function: Tree | None = None) -> Chain:
        """The chain as it is now."""
        return Chain(self.start, tuple(self.lines), function)
