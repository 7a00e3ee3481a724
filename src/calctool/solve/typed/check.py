"""What was typed for `check`: a question, and the answer that is to be judged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import cast

from msgspec.structs import replace

from calctool import budget
from calctool.commands import QUESTIONS, command
from calctool.notation.problem import Problem
from calctool.notation.tokens.scan import parts
from calctool.notation.tree import Relation, Tree
from calctool.solve.check.record import CheckQuestion
from calctool.solve.given import ACCEPTED, FORMS, VERDICTS, FormName, Formula, Given, GivenKind
from calctool.solve.lagrange.record import LagrangeQuestion
from calctool.solve.limits.record import LimitDefQuestion
from calctool.solve.question import Asked, DiffQuestion
from calctool.solve.typed.answered import formula, of_the_answer
from calctool.solve.typed.claims import claims
from calctool.solve.typed.options.values import choice
from calctool.solve.typed.record import Judged, Typed
from calctool.words import Note

_NONE = re.compile(
    r"\s*(?:does not exist|doesn't exist|dne|not defined|undefined|none|no derivative|不存在"
    r"|无定义)[.。]?\s*",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*(?:(?P<name>[A-Za-z]\w*)\s*:|[A-Za-z]_\{?(?P<index>[A-Za-z]\w*)\}?(?:\([^()]*\))?\s*=|"
    r"[d∂]\s*[A-Za-z]\s*/\s*[d∂]\s*(?P<over>[A-Za-z]\w*)\s*=)(?P<rest>.+)",
    re.DOTALL,
)


def question(typed: Typed) -> CheckQuestion:
    """The question with the answer to it; raises Problem where one of them cannot be read."""
    judged = typed.judged
    if judged is None:
        raise Problem("check.no-answer", hint="give-answer", command="")
    asked = _asked(judged.about, typed)
    _one_answer(judged)
    accept = tuple(choice("--accept", each, VERDICTS) for each in _listed(judged.accept))
    form = None if judged.form is None else _form(judged, judged.form, asked)
    given, notes = _given(typed, judged, asked)
    return CheckQuestion(
        asked.source,
        asked.statement,
        asked.wrt,
        asked.where,
        asked=asked,
        given=given,
        hide_right=judged.hide_right,
        hide_witness=judged.hide_witness,
        accept=accept or ACCEPTED,
        form=form,
        notes=(*asked.notes, *notes),
        notation=asked.notation,
    )


def _asked(about: str, typed: Typed) -> Asked:
    """The question of the command that the answer is to; it has no options of others."""
    if about not in QUESTIONS:
        known = ", ".join(QUESTIONS)
        raise Problem("check.about", hint="check-about", about=about[:40], known=known)
    for key in _OPTIONS - set(command(about).keys):
        if getattr(typed, key):
            option = f"--{key.replace('_', '-')}"
            raise Problem(
                "usage.option-elsewhere", option=option, command=f"check {about}", hint="options-of"
            )
    from calctool.solve.typed import question as read

    try:
        return read(about, replace(typed, judged=None))
    except Problem as problem:
        problem.facts["command"] = f"check {about}"
        raise


_OPTIONS = frozenset(key for each in QUESTIONS for key in command(each).keys)


def _listed(values: object) -> list[str]:
    texts = cast("list[str]", values)
    return [each.strip() for text in texts for each in text.split(",") if each.strip()]


def _one_answer(judged: Judged) -> None:
    has_answer = judged.answer is not None and judged.answer != ""
    if has_answer and judged.lines:
        raise Problem("usage.conflict", option="--answer", other="--lines")
    if not has_answer and not judged.lines:
        if judged.answer == "":
            raise of_the_answer(Problem("syntax.empty"), "")
        raise Problem("check.no-answer", hint="give-answer", command=judged.about)


def _form(judged: Judged, form: str, asked: Asked) -> FormName:
    """Only one formula for a derivative has a form."""
    if not isinstance(asked, DiffQuestion | LimitDefQuestion):
        command = f"check {judged.about}"
        raise Problem("usage.option-elsewhere", option="--form", command=command, hint="options-of")
    if judged.lines:
        raise Problem("usage.conflict", option="--form", other="--lines")
    return choice("--form", form, FORMS)


def _given(typed: Typed, judged: Judged, asked: Asked) -> tuple[Given, tuple[Note, ...]]:
    if isinstance(asked.statement, Relation) and isinstance(asked, DiffQuestion):
        _refuse_higher(asked)
    if isinstance(asked, DiffQuestion | LimitDefQuestion):
        if judged.lines:
            return _lines(typed, judged, asked)
        return _derivatives(typed, judged.answer, asked)
    if judged.lines:
        raise Problem("check.no-lines", command=judged.about)
    trends = judged.about == "table"
    constraints = asked.constraints if isinstance(asked, LagrangeQuestion) else ()
    # Its letters are no whole numbers in the answer, and no products.
    named = replace(typed, whole=(*typed.whole, *getattr(asked, "parameters", ())))
    return claims(judged.answer, asked.wrt, named, trends=trends, constraints=constraints), ()


def _refuse_higher(asked: DiffQuestion) -> None:
    """What is not compared on a curve yet."""
    if asked.order > 1 or asked.mixed or asked.at or len(asked.wrt) > 1:
        raise Problem("check.only-derivatives", command="diff --of, --order, --mixed, --at")


# --- derivatives --------------------------------------------------------------------------------


def _names(asked: Asked) -> Set[str]:
    found = asked.statement.names.union(asked.wrt, *(value.names for _, value in _at(asked)))
    return found | {asked.of} if isinstance(asked, DiffQuestion) and asked.of else found


def _at(asked: Asked) -> tuple[tuple[str, Tree], ...]:
    return asked.at if isinstance(asked, DiffQuestion | LimitDefQuestion) else ()


def _tasks(asked: DiffQuestion | LimitDefQuestion) -> tuple[str, ...]:
    if isinstance(asked, DiffQuestion) and asked.mixed:
        return ("".join(asked.mixed),)
    return asked.wrt


def _derivatives(
    typed: Typed, answer: object, asked: DiffQuestion | LimitDefQuestion
) -> tuple[Given, tuple[Note, ...]]:
    """One expression for each derivative, by name or in the order of the variables."""
    tasks, names = _tasks(asked), _names(asked)
    if isinstance(answer, Mapping):
        named = {str(name): text for name, text in answer.items()}
        whole = "; ".join(f"{name}: {text}" for name, text in named.items())
    elif isinstance(answer, str):
        if asked.at and _NONE.fullmatch(answer):
            return Given(answer.strip(), kind="value", none=True), ()
        named, whole = _by_variable(answer, tasks), answer
    else:
        raise Problem("check.answer-type", command=typed.judged and typed.judged.about)
    found: list[Formula] = []
    notes: list[Note] = []
    for name, text in named.items():
        if name not in tasks:
            raise of_the_answer(
                Problem("check.which-derivative", hint="one-each", names=", ".join(tasks)), whole
            )
        if not isinstance(text, str):
            raise Problem("check.answer-type", command=typed.judged and typed.judged.about)
        variable = asked.wrt[0] if len(tasks) == 1 else name
        made, more = formula(text, typed, names, variable, about=name)
        found.append(made)
        notes += more
    return Given(whole.strip(), tuple(found), kind=_kind(whole, found, asked)), tuple(notes)


def _kind(text: str, found: list[Formula], asked: DiffQuestion | LimitDefQuestion) -> GivenKind:
    """With --at, what has no variable in it is the value there, and y = … is the tangent."""
    if not asked.at:
        return "derivative"
    if len(found) == 1 and re.match(r"\s*y\s*=", text) and "y" not in asked.statement.names:
        return "tangent"
    of_variables = any(not each.tree.names.isdisjoint(asked.wrt) for each in found)
    return "derivative" if of_variables else "value"


def _by_variable(answer: str, tasks: tuple[str, ...]) -> dict[str, str]:
    if len(tasks) == 1:
        return {tasks[0]: answer}
    pieces = [piece for piece in re.split(r"[;；\n]", answer) if piece.strip()]
    if len(pieces) == 1:
        bare = answer.strip()
        bare = bare[1:-1] if bare[:1] + bare[-1:] in ("()", "[]") else bare
        several = parts(bare)
        pieces = several if len(several) == len(tasks) else pieces
    named = [_OF.fullmatch(piece) for piece in pieces]
    if all(named):
        return {
            str(each["name"] or each["index"] or each["over"]): str(each["rest"])
            for each in named
            if each is not None
        }
    if len(pieces) != len(tasks):
        raise of_the_answer(
            Problem("check.which-derivative", hint="one-each", names=", ".join(tasks)), answer
        )
    return dict(zip(tasks, pieces, strict=True))


def _lines(
    typed: Typed, judged: Judged, asked: DiffQuestion | LimitDefQuestion
) -> tuple[Given, tuple[Note, ...]]:
    """A derivation, a line a step; blank lines do not count."""
    if len(_tasks(asked)) > 1:
        raise Problem("check.lines-of-several", hint="one-wrt", names=", ".join(asked.wrt))
    if isinstance(asked.statement, Relation):
        raise Problem("check.no-lines", command="diff --of")
    texts = [text for text in judged.lines if text.strip() and text.strip() != "="]
    if not texts:
        raise of_the_answer(Problem("syntax.empty"), "")
    if len(texts) > budget.ANSWER_LINES:
        raise Problem("check.too-many-lines", most=budget.ANSWER_LINES)
    names = _names(asked)
    extra = {"h"} if isinstance(asked, LimitDefQuestion) else set()
    found: list[Formula] = []
    notes: list[Note] = []
    for text in texts:
        made, more = formula(text, typed, names | extra, asked.wrt[0])
        found.append(made)
        notes += more
    return Given("\n".join(texts), lines=tuple(found), kind="lines"), tuple(dict.fromkeys(notes))
