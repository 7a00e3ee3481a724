"""The subcommands as Typer knows them, and the sorted command line handed to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from calctool.cli import argv, help, start, synonyms
from calctool.cli.argv import Sorted
from calctool.cli.exit_code import Exit
from calctool.cli.page import Page
from calctool.cli.terminal import output
from calctool.cli.terminal.look import language
from calctool.commands import COMMANDS, command, part
from calctool.notation.problem import Problem
from calctool.version import __version__

if TYPE_CHECKING:
    from calctool.cli.options import Task
    from calctool.cli.posed import Posed

_HERE = ("--help", "--version")
_EVERYWHERE = {**dict.fromkeys(_HERE, False), "--lang": True}


@cache
def _typers(name: str) -> Any:
    """A subcommand as Typer makes it; help, errors and completion are calctool's own."""
    import typer

    from calctool.cli.subcommands.question import asking

    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": []},
    )
    asks = bool(command(name).keys) and not command(name).judges
    app.command(name)(asking(name) if asks else getattr(part("cli.subcommands", name), name))
    return typer.main.get_command(app)


def shapes() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each command: its name, its operand, and its options with what their values look like."""
    for name in COMMANDS:
        yield name, _shown_operand(_typers(name)), _shown_options(_options(_typers(name)))


def shape(name: str) -> tuple[str, dict[str, str]]:
    """The operand of a command, and what the values of its options look like; "" for a flag."""
    return _shown_operand(_typers(name)), _options(_typers(name)) | dict.fromkeys(_HERE, "")


def dispatch(arguments: Sequence[str]) -> Exit:
    """Run one command line; raises Problem for a wrong one."""
    task = understood(arguments)
    start.end()
    done: Exit | Page | Posed = task()
    if isinstance(done, Exit):
        return done
    if isinstance(done, Page):
        output.deliver(done.text, done.file)
        return Exit.ANSWERED
    from calctool.cli.subcommands.ask import ask

    return ask(done)


def understood(arguments: Sequence[str]) -> Task:
    """What a command line asks for, still to be done; a question comes out of it as `Posed`,
    a text as `Page`.

    Raises Problem for a wrong one.
    """
    first = arguments[0] if arguments else ""
    is_option = first.startswith("-") and first not in synonyms.COMMANDS
    if first and not is_option and first not in COMMANDS:
        # Before its options are looked at: they are those of a command that there is not.
        raise _unknown_command(first)
    given = sorted_out(arguments)
    speech = language(given.last("--lang"))
    if given.has("--version"):
        return partial(Page, f"calctool {__version__}\n")
    if not given.operands:
        return partial(Page, help.overview(speech))
    name, *operands = given.operands
    if name not in COMMANDS:
        raise _unknown_command(name)
    typers = _typers(name)
    options = _options(typers)
    if given.has("--help"):
        shown = _shown_operand(typers), _shown_options(options)
        is_brief = "-h" in arguments and "--help" not in arguments
        return partial(Page, help.of_command(name, *shown, speech, brief=is_brief))
    _check(name, operands, given, typers, options)
    known = [option for option in given.options if option[0] in options]
    flat = [part for option in known for part in option if part is not None]
    task: Task = typers.main([*flat, "--", *operands], standalone_mode=False)
    return task


def sorted_out(arguments: Sequence[str]) -> Sorted:
    """The options of a command line and the rest; raises Problem for an option nobody knows."""
    named = next((argument for argument in arguments if argument in COMMANDS), None)
    own = _options(_typers(named)) if named else {}
    try:
        near = [*own, *_EVERYWHERE] if named else None
        # A command that has no expression has its letters behind its name.
        behind = 2 if named is None or _operands(_typers(named)) else 1
        return argv.sort(arguments, _known(arguments, own), near, behind)
    except Problem as problem:
        problem.facts.setdefault("command", named or "diff")
        raise


def _known(arguments: Sequence[str], own: Mapping[str, str]) -> dict[str, bool]:
    """Whether an option takes a value: of this command, or of all when another's was typed."""
    typed = {argument.partition("=")[0] for argument in arguments if argv.is_option(argument)}
    is_own = typed <= {*own, *_EVERYWHERE, *argv.LONG, "--"}
    declared = [own] if is_own else [_options(_typers(name)) for name in COMMANDS]
    return _EVERYWHERE | {
        option: metavar != "" for options in declared for option, metavar in options.items()
    }


def _options(command: Any) -> dict[str, str]:
    """The long names of a command's options, and what their values look like; "" for a flag."""
    return {
        next(opt for opt in parameter.opts if opt.startswith("--")): parameter.metavar or ""
        for parameter in command.params
        if parameter.param_type_name == "option"
    }


def _operands(command: Any) -> list[Any]:
    return [p for p in command.params if p.param_type_name == "argument"]


def _check(
    name: str, operands: list[str], given: Sorted, command: Any, options: dict[str, str]
) -> None:
    """What Typer would also refuse, but in its own words."""
    for option, _ in given.options:
        if option not in options and option not in _EVERYWHERE:
            raise Problem("usage.option-elsewhere", option=option, command=name, hint="options-of")
    wanted = _operands(command)
    if len(operands) > len(wanted) and (
        dashed := argv.one_dash(operands, [*options, *_EVERYWHERE])
    ):
        typed, meant = dashed
        hint = "nearest-option" if meant else "all-options"
        raise Problem("usage.one-dash", hint=hint, argument=typed, near=meant, command=name)
    _check_given_once(given, command)
    if not wanted and operands:
        raise Problem("usage.no-argument", command=name, argument=operands[0][:40])
    if len(operands) > len(wanted):
        whole = " ".join(operands).replace('"', "").strip("'")
        raise Problem(
            "usage.extra-argument", hint="put-in-quotes", argument=operands[len(wanted)][:40],
            command=name, whole=whole[:200],
        )  # fmt: skip
    if len(operands) < sum(operand.required for operand in wanted):
        if name == "batch":
            raise Problem("usage.missing-file", hint="a-batch")
        raise Problem("usage.missing-expression", hint="an-example", command=name)


def _check_given_once(given: Sorted, command: Any) -> None:
    """An option that takes one value has one: which of two was meant cannot be known."""
    several = {option for p in command.params if getattr(p, "multiple", False) for option in p.opts}
    seen: dict[str, str | None] = {}
    for option, value in given.options:
        if option not in several and seen.setdefault(option, value) != value:
            raise Problem("usage.option-twice", hint="give-once", option=option)


def _unknown_command(name: str) -> Problem:
    other_name = _also_called(name) or _also_called(name.lower())
    near = [other_name] if other_name else argv.nearest(name, COMMANDS)
    other = "all-commands" if name.isalpha() else "as-expression"
    hint = "nearest-command" if near else other
    return Problem("usage.unknown-command", hint=hint, command=name[:60], near=", ".join(near))


def _also_called(name: str) -> str | None:
    """What the word of another program is called here."""
    ours = (each for each in COMMANDS if name in command(each).also_called.split())
    return synonyms.COMMANDS.get(name) or next(ours, None)


def _shown_operand(command: Any) -> str:
    return " ".join(operand.metavar for operand in _operands(command))


def _shown_options(options: dict[str, str]) -> list[tuple[str, str]]:
    return [*options.items(), *((option, "") for option in _HERE)]
