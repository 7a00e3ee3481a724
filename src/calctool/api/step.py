"""The lines of a derivation, each with the rule that makes it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from calctool.api.values import Values
from calctool.notation.printing.plain import plain
from calctool.notation.system import Line
from calctool.solve import answer as solved
from calctool.words import contract
from calctool.words.extrema import optimum as words

if TYPE_CHECKING:
    from sympy import Basic

SOLVING = ""
"""The name under which a derivation is one of solutions."""


class Step:
    """`before` becomes `after` by `rule`, a permanent id; `verdict` says how it was checked.

    Both sides stand as they are printed: nothing is evaluated, and work still to be done is
    inert (Derivative, Limit). A system is a Tuple of relations.
    """

    def __init__(
        self,
        given: solved.Step | solved.Derivation,
        values: Values,
        rule: str = "",
        title: str = "",
    ) -> None:
        self._given = given
        self._values = values
        if isinstance(given, solved.Step):
            self.rule, self.title = given.rule, given.title.say(values.language)
            self.verdict = given.finding.verdict.value
            self._before, self._after = given.before, given.after
        else:
            self.rule, self.title = rule, title
            self.verdict = given.verdict.value
            self._before, self._after = given.start, given.end

    _before: Line
    _after: Line

    @cached_property
    def before(self) -> Basic:
        return self._written(self._before)

    @cached_property
    def after(self) -> Basic:
        return self._written(self._after)

    @cached_property
    def bindings(self) -> dict[str, Basic]:
        """What the letters of the rule stood for."""
        found = self._given.bindings if isinstance(self._given, solved.Step) else ()
        return {letter: self._written(tree) for letter, tree in found}

    @cached_property
    def where(self) -> tuple[Basic, ...]:
        """What the rule needs."""
        return tuple(map(self._written, self._given.where))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The single applications that this line gathers, or a derivation of its own."""
        return tuple(Step(inner, self._values) for inner in self._given.steps)

    def __repr__(self) -> str:
        return f"<Step {self.rule}: {plain(self._before)}  ->  {plain(self._after)}>"

    def _written(self, line: Line) -> Basic:
        found: Basic = self._values.as_written(line)
        return found


def top_level(
    derivations: tuple[tuple[str, solved.Derivation], ...], values: Values
) -> tuple[Step, ...]:
    """One derivation stands as it is; of several, each is one step with steps of its own."""
    if len(derivations) == 1:
        return tuple(Step(step, values) for step in derivations[0][1].steps)
    return tuple(_whole(name, derivation, values) for name, derivation in derivations)


def _whole(name: str, derivation: solved.Derivation, values: Values) -> Step:
    language = values.language
    if name == SOLVING:
        return Step(derivation, values, "solve-system", words.SOLVING.say(language))
    title = contract.ONE_DERIVATIVE.say(language, name=name)
    return Step(derivation, values, "derivative", title)
