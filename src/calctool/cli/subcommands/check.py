"""`calctool check`: what is typed for it."""

from typing import Annotated

import typer

from calctool import budget
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.posed import Posed
from calctool.cli.terminal import streams
from calctool.notation.problem import Problem
from calctool.solve.typed import Typed
from calctool.solve.typed.record import Judged

_Texts = list[str] | None


def _check(
    about: Annotated[str, typer.Argument(metavar="QUESTION")],
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    answer: Annotated[str | None, declared("--answer", "TEXT")] = None,
    answer_file: Annotated[str | None, declared("--answer-file", "FILE")] = None,
    lines: Annotated[str | None, declared("--lines", "FILE|-")] = None,
    hide_right: Annotated[bool, declared("--hide-right")] = False,
    hide_witness: Annotated[bool, declared("--hide-witness")] = False,
    accept: Annotated[_Texts, declared("--accept", "LIST")] = None,
    form: Annotated[str | None, declared("--form", "factored|expanded")] = None,
    wrt: Annotated[_Texts, declared("--wrt", "x")] = None,
    order: Annotated[str | None, declared("--order", "N")] = None,
    mixed: Annotated[str | None, declared("--mixed", "x,y,x")] = None,
    of: Annotated[str | None, declared("--of", "y")] = None,
    at: Annotated[_Texts, declared("--at", "POINT")] = None,
    domain: Annotated[_Texts, declared("--domain", "[0,1)")] = None,
    subject_to: Annotated[_Texts, declared("--subject-to", "g=c")] = None,
    where: Annotated[_Texts, declared("--where", "a=2")] = None,
    assume: Annotated[_Texts, declared("--assume", "a>0")] = None,
    function: Annotated[_Texts, declared("--function", "k")] = None,
) -> Posed:
    given = [each for each in (answer, answer_file, lines) if each is not None]
    if len(given) > 1:
        names = ("--answer", "--answer-file", "--lines")
        values = (answer, answer_file, lines)
        one, other, *_ = [n for n, v in zip(names, values, strict=True) if v is not None]
        raise Problem("usage.conflict", option=one, other=other)
    if answer_file is not None:
        answer = streams.text_of(answer_file, budget.LINE_BYTES)
    judged = Judged(
        about,
        answer,
        () if lines is None else streams.text_of(lines, budget.LINE_BYTES).splitlines(),
        hide_right,
        hide_witness,
        tuple(accept or ()),
        form,
    )
    typed = Typed(
        expression,
        wrt=wrt or (),
        order=order,
        mixed=mixed,
        of=of,
        at=", ".join(at) if at else None,
        domain=domain or (),
        subject_to=subject_to or (),
        where=where or (),
        assume=assume or (),
        function=function or (),
        judged=judged,
    )
    return Posed("check", typed, settings)


check = with_settings(_check)
