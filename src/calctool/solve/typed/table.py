"""What was typed for `table`, as a question in one variable; other names are parameters."""

from calctool.notation.problem import Problem
from calctool.notation.tree import expression
from calctool.solve.table.record import TableQuestion
from calctool.solve.typed import diff
from calctool.solve.typed.options.assumed import property_of
from calctool.solve.typed.options.members import members_shown
from calctool.solve.typed.options.parameters import names, refuse_unknown_functions
from calctool.solve.typed.options.stretch import letters_of, read_domains
from calctool.solve.typed.record import Typed


def question(typed: Typed) -> TableQuestion:
    """Raises Problem when it is not said which of several names is the variable."""
    chosen = names(typed.wrt)
    asked = diff.question(typed, equation=False, beside=letters_of(typed.domain, chosen or ("x",)))
    variable, *more = asked.wrt
    statement = expression(asked.statement)
    refuse_unknown_functions(statement)
    if more and typed.wrt:
        raise Problem("question.one-name", option="--wrt")
    if more:
        listed = ", ".join(asked.wrt)
        likely = "x" if "x" in asked.wrt else variable
        raise Problem("question.which-variable", hint="say-wrt", names=listed, name=likely)
    others = sorted(statement.names - {variable})
    if others and not typed.wrt:
        raise Problem(
            "question.no-value",
            hint="give-values",
            names=", ".join(others),
            example=",".join(f"{name}=2" for name in others),
        )
    domains, notes = read_domains(typed.domain, asked.wrt, letters=True)
    stretch = dict(domains).get(variable)
    for name in sorted(frozenset().union(*(r.names for r in asked.assumed)) & {variable}):
        raise Problem("assume.variable", name=name)
    assumed = asked.assumed
    if stretch is not None and stretch.letters:
        stretch = stretch.at(dict(asked.where))
        if stretch.letters:
            from calctool.solve.typed.options.nonempty import has_points

            # Who names an interval means one with points in it.
            assumed = tuple(dict.fromkeys((*assumed, *has_points(stretch))))
    notes = (*asked.notes, *notes)
    read = TableQuestion(
        asked.source,
        statement,
        asked.wrt,
        domain=stretch,
        assumed=assumed,
        with_zeros=typed.zeros,
        when=property_of(typed.when),
        members=members_shown(typed.members),
        where=asked.where,
        notes=notes,
        drawn=typed.drawn,
    )
    if read.when is not None and not read.parameters:
        raise Problem("parameters.none")
    return read
