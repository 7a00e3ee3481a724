"""A subcommand that answers a question: its record says which options it has."""

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from calctool.cli.options import Settings, Task, declared, with_settings
from calctool.cli.posed import Pictures, Posed
from calctool.commands import command
from calctool.solve.typed import Typed

_OF_PICTURES = ("plot", "save_plot", "window", "plot_also")
_ONE = {
    "order": "N",
    "mixed": "x,y,x",
    "of": "y",
    "when": "f>=0",
    "members": "N",
    "save_plot": "FILE",
}
_SEVERAL = {
    "wrt": "x", "at": "POINT", "domain": "[0,1)", "where": "a=2", "function": "k",
    "subject_to": "g=c", "assume": "a>0", "window": "[0,1]", "plot_also": "EXPR",
}  # fmt: skip
"""What their values look like; --plot and --zeros have none."""


def asking(name: str) -> Callable[..., Task]:
    """The subcommand as Typer calls it."""

    def asked(
        expression: str, settings: Settings, plot: bool, save_plot: str | None, **given: Any
    ) -> Posed:
        given["beside"] = given.pop("plot_also", None)
        typed = Typed(expression, **{key: _as_typed(key, given[key]) for key in given})
        says_what_to_draw = bool(typed.window or typed.beside)
        shown = plot or (says_what_to_draw and save_plot is None)
        return Posed(name, typed, settings, Pictures(shown, save_plot))

    operand = Annotated[str, typer.Argument(metavar="EXPR")]
    parameters = [Parameter("expression", Parameter.POSITIONAL_OR_KEYWORD, annotation=operand)]
    keys = command(name).keys
    drawn = (key for key in _OF_PICTURES if key != "plot_also" or "subject_to" not in keys)
    parameters += map(_option, (*keys, *drawn))
    asked.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return with_settings(asked)


def _option(key: str) -> Parameter:
    kind: Any = bool
    if key in _SEVERAL:
        kind = list[str] | None
    elif key in _ONE:
        kind = str | None
    looks = (_ONE | _SEVERAL).get(key, "")
    annotation = Annotated[kind, declared(f"--{key.replace('_', '-')}", looks)]
    default = False if kind is bool else None
    return Parameter(key, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _as_typed(key: str, value: Any) -> Any:
    """A point may come in several --at."""
    if key == "at":
        return ", ".join(value) if value else None
    return value or () if key in _SEVERAL or key == "beside" else value
