"""What all answers share: status, completeness, checks, steps, and every form of output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from msgspec.structs import replace

from calctool.api.problem import explained
from calctool.api.records import Check, Completeness, Note
from calctool.api.step import Step, top_level
from calctool.api.values import Values
from calctool.present.document import Wishes
from calctool.render.forms import FORMS, Terminal, rendered
from calctool.solve.typed.options.values import choice

if TYPE_CHECKING:
    from sympy import Expr, Symbol
    from sympy.logic.boolalg import Boolean

    from calctool.present.document import Document
    from calctool.render.text.paper import Paper
    from calctool.solve.answer import Condition, Derivation, Told


class Result:
    """An answer; what is SymPy in it is made when it is asked for."""

    def __init__(
        self,
        answer: Told,
        wishes: Wishes,
        symbols: Mapping[str, Any],
        when: Condition = ((),),
    ) -> None:
        self._answer: Any = answer
        self._wishes = wishes
        self._symbols = symbols
        self._when = when
        self._values = Values(wishes.language, symbols)

    # --- how far it can be trusted ---

    @property
    def status(self) -> str:
        """complete, partial, or stopped by the time or memory limit."""
        return str(self._answer.status.value)

    @property
    def verdict(self) -> str:
        """The weakest verdict among the checks."""
        return str(self._answer.verdict.value)

    @cached_property
    def completeness(self) -> Completeness:
        return Completeness.of(self._answer.completeness, self._wishes.language)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        return tuple(map(Check.of, self._answer.checks))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        return tuple(
            Note(note.id, note.words.say(self._wishes.language)) for note in self._answer.notes
        )

    @property
    def seconds(self) -> float:
        return float(self._answer.seconds)

    # --- by parameters ---

    @cached_property
    def cases(self) -> tuple[Self, ...]:
        """A result for each case of the parameters; empty where one answer does for all."""
        whole = replace(self._answer, cases=())
        return tuple(
            type(self)(each.answer or whole, self._wishes, self._symbols, each.when)
            for each in self._answer.cases
        )

    def _at(self, **values: Any) -> Self:
        if not self.cases:
            return self
        for case in self.cases:
            known: Any = {self._values.symbol(name): value for name, value in values.items()}
            if case.when.subs(known) == True:  # noqa: E712 (a SymPy truth value)
                return case
        raise ValueError(values)

    @cached_property
    def when(self) -> Boolean:
        """The parameters for which a case is the answer, as a condition of SymPy."""
        import sympy

        groups = (sympy.And(*map(self._values.as_written, group)) for group in self._when)
        return sympy.Or(*groups)

    # --- what was asked, and the way to the answer ---

    @property
    def source(self) -> str:
        """The question as text."""
        return str(self._answer.question.source)

    @cached_property
    def expression(self) -> Any:
        """The expression, or the equation, with what `where` put in."""
        return self._values.evaluated(self._answer.question.statement)

    @cached_property
    def variables(self) -> tuple[Symbol, ...]:
        return tuple(map(self._values.symbol, self._answer.question.wrt))

    @cached_property
    def symbols(self) -> dict[str, Symbol]:
        """The symbols of all names: those that were handed in, else real ones."""
        asked = self._answer.question
        names = asked.statement.names.union(asked.wrt)
        return {name: self._values.symbol(name) for name in sorted(names)}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The lines of the derivation; of several, each is one step with its lines inside."""
        return top_level(tuple(self._derivations()), self._values)

    @cached_property
    def names(self) -> dict[str, Expr]:
        """The sub-expressions that the steps name u1, u2, …"""
        return {name: self._values.evaluated(tree) for name, tree in self._answer.names}

    def _derivations(self) -> Iterator[tuple[str, Derivation]]:
        """Each with the name it is about, "" for none."""
        raise NotImplementedError

    # --- forms of output ---

    def to_text(self, *, width: int = 80, ascii: bool = False, color: bool = False) -> str:
        return rendered(self._document(), "text", Terminal(width, color, ascii))

    def to_json(self) -> str:
        """The document that --json prints (docs/answer.schema.json)."""
        from calctool.render import wire

        steps = self._wishes.steps != "none"
        return wire.text(wire.wired(self._answer, self._wishes.language, steps=steps))

    def to(self, form: str, *, whole: bool | None = None) -> str:
        """In a form of --format, by its name; raises Problem for a name that is none.

        `whole` asks for a page by itself, or for a part of one, where the form has both.
        """
        with explained(self._wishes.language):
            choice("form", form, tuple(FORMS))
        if FORMS[form].of_answer:
            return self.to_json()
        return rendered(self._document(), form, Terminal(), whole=whole)

    def to_latex(self, *, whole: bool = False) -> str:
        """A fragment, whose first lines name the packages that it needs, or a whole file."""
        return self.to("latex", whole=whole)

    def to_markdown(self) -> str:
        return self.to("markdown")

    def to_html(self, *, whole: bool = True) -> str:
        """One page that stands by itself, or a part of one."""
        return self.to("html", whole=whole)

    def _document(self) -> Document:
        from calctool.present.answers import document

        return document(self._answer, self._wishes)

    # --- Python, Rich and notebooks ---

    def __str__(self) -> str:
        return self.to_text().rstrip("\n")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.source!r}: {self.status}>"

    def __rich__(self) -> Paper:
        from calctool.render.text.paper import Paper

        return Paper(self._document())

    def _repr_html_(self) -> str:
        from calctool.render.html import fragment

        return fragment(self._document())

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def _repr_latex_(self) -> str | None:
        """The answer itself, without its steps; None where it is not one formula."""
        from calctool.notation.printing.latex import latex

        found = r",\quad ".join(map(latex, self._formulas()))
        return rf"$\displaystyle {found}$" if found else None

    def _formulas(self) -> Iterator[Any]:
        """The trees or relations that are the answer, where it is a formula."""
        return iter(())
