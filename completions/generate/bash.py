"""The completion for bash, 3.2 and later."""

from __future__ import annotations

import parts

_SCRIPT = """\
# {head}

_calctool_words() {{
    COMPREPLY=($(compgen -W "$1" -- "$current"))
}}

_calctool_files() {{
    local IFS=$'\\n' file
    compopt -o filenames 2>/dev/null
    for file in $(compgen -f -- "$current"); do
        if [[ -d $file || $file =~ $1 ]]; then COMPREPLY+=("$file"); fi
    done
}}

_calctool() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= word
    COMPREPLY=()
    # bash gives --lang=en as three words
    if [[ $current == = ]]; then current=; fi
    if [[ $before == = ]]; then before=${{COMP_WORDS[COMP_CWORD-2]}}; fi
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $word in
            {names}) command=$word; break ;;
        esac
    done
    case $command:$before in
{values}
        {anything}) return ;;
    esac
    case $command:$current in
        :-*) _calctool_words "{everywhere}" ;;
        :*) _calctool_words "{commands}" ;;
{options}
{operands}
    esac
}}

complete -F _calctool calctool
"""


def script() -> str:
    names = [command.name for command in parts.COMMANDS]
    return _SCRIPT.format(
        head=parts.HEAD,
        names="|".join(names),
        commands=" ".join(names),
        everywhere=_listed(parts.EVERYWHERE),
        values="\n".join(f"        {line}; return ;;" for line in _values()),
        anything="|".join(_with_any_value()),
        options="\n".join(
            f'        {command.name}:-*) _calctool_words "{_listed(command.options)}" ;;'
            for command in parts.COMMANDS
        ),
        operands="\n".join(f"        {line} ;;" for line in _operands()),
    )


def _listed(options: tuple[parts.Option, ...]) -> str:
    return " ".join(spelling for option in options for spelling in parts.spellings(option))


def _values() -> list[str]:
    """What stands after an option: listed values, or files."""
    lines = ['*:--lang) _calctool_words "en zh"']
    for command in parts.COMMANDS:
        for option in command.options:
            at = "|".join(f"{command.name}:{spelling}" for spelling in parts.spellings(option))
            if option.choices and option.name != "--lang":
                lines.append(f'{at}) _calctool_words "{" ".join(option.choices)}"')
            elif files := parts.suffixes(command, option):
                lines.append(f"{at}) _calctool_files '{parts.pattern(files)}'")
    return lines


def _with_any_value() -> list[str]:
    """Options whose values nobody can list."""
    found = {
        option.name
        for command in parts.COMMANDS
        for option in command.options
        if option.metavar and not option.choices and option.metavar != "FILE"
    }
    return [f"*:{name}" for name in sorted(found)]


def _operands() -> list[str]:
    lines = []
    for command in parts.COMMANDS:
        if files := parts.operand_suffixes(command):
            lines.append(f"{command.name}:*) _calctool_files '{parts.pattern(files)}'")
        elif command.operand == "[ID]":
            lines.append(f'{command.name}:*) _calctool_words "{" ".join(parts.RULE_NAMES)}"')
    return lines
