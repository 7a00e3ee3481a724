"""The completion for zsh."""

from __future__ import annotations

import parts

_SCRIPT = """\
#compdef calctool
# {head}

_calctool() {{
    local curcontext=$curcontext state line ret=1
    local -a commands
    commands=(
{commands}
    )
    _arguments -C \\
{everywhere}
        '1:command:->command' \\
        '*:: :->rest' && ret=0
    case $state in
        command) _describe -t commands 'calctool command' commands && ret=0 ;;
        rest)
            case $words[1] in
{branches}
            esac ;;
    esac
    return ret
}}

_calctool "$@"
"""
_REPEATED = frozenset({"--wrt", "--where", "--domain", "--subject-to", "--function"})


def script() -> str:
    return _SCRIPT.format(
        head=parts.HEAD,
        commands="\n".join(
            f"        {_quoted(f'{command.name}:{parts.about(command)}')}"
            for command in parts.COMMANDS
        ),
        everywhere="\n".join(f"        {_option(None, one)} \\" for one in parts.EVERYWHERE),
        branches="\n".join(map(_branch, parts.COMMANDS)),
    )


def _branch(command: parts.Command) -> str:
    specs = [_option(command, option) for option in command.options]
    if files := parts.operand_suffixes(command):
        specs.append(_quoted(f"1:file:{_files(files)}"))
    elif command.operand == "[ID]":
        specs.append(_quoted(f"1:rule:({' '.join(parts.RULE_NAMES)})"))
    elif command.operand:
        specs.append("'1:expression: '")
    listed = " \\\n".join(f"                        {spec}" for spec in specs)
    return (
        f"                {command.name})\n                    _arguments \\\n{listed} && ret=0 ;;"
    )


def _option(command: parts.Command | None, option: parts.Option) -> str:
    """One specification; a short name stands beside the long one in braces."""
    said = _escaped(parts.meaning(command, option))
    value = ""
    if option.choices:
        value = f":value:({' '.join(option.choices)})"
    elif command and (files := parts.suffixes(command, option)):
        value = f":file:{_files(files)}"
    elif option.metavar:
        value = f":{_escaped(option.metavar)}: "
    if short := parts.anywhere(option):
        both = f"({short} {option.name})"
        return f"{_quoted(both)}{{{short},{option.name}}}{_quoted(f'[{said}]{value}')}"
    star = "*" if option.name in _REPEATED else ""
    equals = "=" if option.metavar else ""
    return _quoted(f"{star}{option.name}{equals}[{said}]{value}")


def _files(found: tuple[str, ...]) -> str:
    return f'_files -g "*.({"|".join(found)})"'


def _escaped(text: str) -> str:
    for sign in "\\:[]":
        text = text.replace(sign, "\\" + sign)
    return text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
