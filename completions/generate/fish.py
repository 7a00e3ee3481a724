"""The completion for fish."""

from __future__ import annotations

import parts

_FILES = """\
function __calctool_files
    string match -r '^.*(?:/|\\.(?:'$argv[1]'))$' -- (complete -C "'' "(commandline -ct))
end
"""


def script() -> str:
    first = "complete -c calctool -n __fish_use_subcommand"
    lines = [f"# {parts.HEAD}", "", _FILES, "complete -c calctool -f", ""]
    lines += [f"{first} {_option(None, option)}" for option in parts.EVERYWHERE]
    lines += [
        f"{first} -a {command.name} -d {_quoted(parts.about(command))}"
        for command in parts.COMMANDS
    ]
    for command in parts.COMMANDS:
        lines += ["", *_of(command)]
    return "\n".join(lines) + "\n"


def _of(command: parts.Command) -> list[str]:
    start = f"complete -c calctool -n '__fish_seen_subcommand_from {command.name}'"
    lines = [f"{start} {_option(command, option)}" for option in command.options]
    if files := parts.operand_suffixes(command):
        lines.append(f"{start} {_files(files)}")
    elif command.operand == "[ID]":
        lines.append(f"{start} -a '{' '.join(parts.RULE_NAMES)}'")
    return lines


def _option(command: parts.Command | None, option: parts.Option) -> str:
    short = f"-s {parts.anywhere(option)[1:]} " if parts.anywhere(option) else ""
    name = f"{short}-l {option.name[2:]} -d {_quoted(parts.meaning(command, option))}"
    if option.choices:
        return f"{name} -x -a '{' '.join(option.choices)}'"
    if command and (files := parts.suffixes(command, option)):
        return f"{name} -x {_files(files)}"
    return f"{name} -x" if option.metavar else name


def _files(found: tuple[str, ...]) -> str:
    return f"-a '(__calctool_files \"{'|'.join(found)}\")'"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
