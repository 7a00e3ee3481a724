"""The options every subcommand shares, as declared to Typer and as checked values."""

import inspect
import os
from collections.abc import Callable, Container
from typing import Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import fields

from calctool import budget
from calctool.cli.terminal import look, output
from calctool.cli.terminal.look import Look
from calctool.notation.problem import Problem
from calctool.present.document import Steps, Wishes
from calctool.render.forms import FORMS
from calctool.run.allowed import allowed
from calctool.run.child import Bounds
from calctool.solve.typed.options.values import choice, integer

_FORMAT_BY_SUFFIX = {form.suffix: name for name, form in FORMS.items()}
_NOTATIONS = "auto|plain|latex|sympy|python|mathematica|maxima|excel|mathml"


def declared(name: str, metavar: str = "", *, short: str = "") -> Any:
    """One option; what it means is said in words.cli."""
    return typer.Option(*filter(None, (name, short)), metavar=metavar or None)


class Shared(Struct, frozen=True):
    """What was typed for the shared options."""

    format: str | None = None
    json: Annotated[bool, declared("--json")] = False
    output: Annotated[str | None, declared("--output", "FILE", short="-o")] = None
    notation: Annotated[str, declared("--notation", _NOTATIONS)] = "auto"
    steps: Annotated[str, declared("--steps", "full|brief|none|N")] = "brief"
    hint: Annotated[str | None, declared("--hint", "1|2")] = None
    page: Annotated[str | None, declared("--page", "whole|fragment")] = None
    lang: Annotated[str | None, declared("--lang", "en|zh")] = None
    digits: Annotated[str | None, declared("--digits", "N")] = None
    ascii: Annotated[bool, declared("--ascii")] = False
    color: Annotated[str, declared("--color", "auto|always|never")] = "auto"
    width: Annotated[str | None, declared("--width", "N")] = None
    timeout: Annotated[str | None, declared("--timeout", "S")] = None
    max_memory: Annotated[str | None, declared("--max-memory", "MB")] = None


class Settings(Struct, frozen=True):
    """The shared options, checked."""

    format: str
    notation: str
    output: str | None
    steps: Steps
    digits: int
    look: Look
    bounds: Bounds
    first: int | None = None
    """Only so many lines of the derivation, and not the answer."""
    hint: int | None = None
    whole: bool | None = None
    """Whether a page by itself was asked for, or a part of one; None where nothing was."""

    def wishes(self, *, drawn: bool) -> Wishes:
        return Wishes(self.look.language, self.steps, self.digits, drawn, self.first, self.hint)


Command = Callable[..., Any]
Task = Callable[[], Any]
"""Work to do: it ends with an exit code, or is a question that is still to be asked."""
_EVERY = frozenset(Shared.__struct_fields__)


def with_settings(
    command: Command,
    only: Container[str] = _EVERY,
    formats: tuple[str, ...] = tuple(FORMS),
    *,
    may_be_remote: bool = False,
) -> Callable[..., Task]:
    """The command with shared options added; it receives them, checked, as `settings`.

    What Typer calls only returns the work to do: inside Typer, an interrupt or a broken pipe
    would not reach the one place that turns them into exit codes.
    """
    signature = inspect.signature(command)
    own = [p for p in signature.parameters.values() if p.name != "settings"]
    form = Annotated[str | None, declared("--format", "|".join(formats))]
    shared = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=form if field.name == "format" else field.type,
        )
        for field in fields(Shared)
        if field.name in only
    ]

    def prepare(**given: Any) -> Task:
        typed = Shared(**{p.name: given.pop(p.name) for p in shared})
        return lambda: command(
            **given, settings=settings(typed, formats, may_be_remote=may_be_remote)
        )

    prepare.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*own, *shared]
    )
    return prepare


def settings(typed: Shared, formats: tuple[str, ...], *, may_be_remote: bool = False) -> Settings:
    """Check what was typed; raises Problem for the first value that cannot be."""
    choice("--lang", typed.lang or "en", ("en", "zh"))
    color = choice("--color", typed.color, ("auto", "always", "never"))
    first = integer("--steps", typed.steps, budget.STEPS_RANGE) if typed.steps.isdigit() else None
    steps: Steps = "brief" if first else choice("--steps", typed.steps, ("full", "brief", "none"))
    hint = None if typed.hint is None else integer("--hint", typed.hint, (1, 2))
    _refuse_both(typed, first, hint)
    if typed.output is not None:
        output.check(typed.output, may_be_remote=may_be_remote)
    in_file = typed.output is not None
    width = typed.width and integer("--width", typed.width, (-(10**9), 10**9))
    form = _format(typed, formats)
    return Settings(
        format=form,
        whole=_whole(typed.page, form),
        notation=typed.notation,
        output=typed.output,
        steps=steps,
        first=first,
        hint=hint,
        digits=integer("--digits", typed.digits or str(budget.DIGITS), budget.DIGITS_RANGE),
        look=Look(
            language=look.language(typed.lang),
            ascii=typed.ascii or (not in_file and look.needs_ascii()),
            color=color == "always" or (not in_file and look.colored(color)),
            width=look.width(width or None),
        ),
        bounds=allowed(typed.timeout, typed.max_memory, names=("--timeout", "--max-memory")),
    )


def _refuse_both(typed: Shared, first: int | None, hint: int | None) -> None:
    """A hint is for a reader, who does not want the answer beside it."""
    asked = "--hint" if hint is not None else "--steps N"
    if hint is not None and first is not None:
        raise Problem("usage.conflict", option="--hint", other="--steps N")
    if (hint is not None or first is not None) and (typed.json or typed.format == "json"):
        raise Problem("usage.conflict", option=asked, other="--json")


def _whole(asked: str | None, form: str) -> bool | None:
    """What --page says; raises Problem where a form has nothing to choose from."""
    if asked is None:
        return None
    if FORMS[form].whole is None:
        raise Problem("usage.conflict", option="--page", other=f"--format {form}")
    return choice("--page", asked, ("whole", "fragment")) == "whole"


def _format(typed: Shared, formats: tuple[str, ...]) -> str:
    """Asked for by name, or by the suffix of the file; raises Problem for one not there yet."""
    if typed.json and typed.format not in (None, "json"):
        raise Problem("usage.conflict", option="--json", other=f"--format {typed.format}")
    asked = "json" if typed.json else typed.format
    if asked is None and typed.output is not None:
        asked = _by_suffix(typed.output, formats)
    for known in formats:
        if asked == known:
            return known
    if asked is not None:
        choice("--format", asked, formats)
    return formats[0]


def _by_suffix(file: str, formats: tuple[str, ...]) -> str | None:
    """The form that a file's suffix says; raises Problem for a suffix that says none."""
    suffix = os.path.splitext(os.path.basename(file))[1].removeprefix(".").lower()
    if suffix and suffix not in _FORMAT_BY_SUFFIX and len(formats) > 1:
        known = " ".join(f".{each}" for each in _FORMAT_BY_SUFFIX)
        raise Problem("usage.suffix", hint="known-suffixes", suffix=f".{suffix[:20]}", known=known)
    return _FORMAT_BY_SUFFIX.get(suffix)
