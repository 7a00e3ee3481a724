"""The completion for PowerShell, 5.1 and later."""

from __future__ import annotations

import parts

_SCRIPT = """\
# {head}

Register-ArgumentCompleter -Native -CommandName calctool -ScriptBlock {{
    param($word, $line, $cursor)
    $commands = [ordered]@{{
{commands}
    }}
    $options = @{{
{options}
    }}
    $values = @{{
{values}
    }}
    $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object {{ "$_" }})
    if ($word -ne '') {{ $typed = @($typed | Select-Object -SkipLast 1) }}
    $command = $typed | Where-Object {{ $commands.Contains($_) }} | Select-Object -First 1
    $last = $typed | Select-Object -Last 1
    if ($last -and $values.ContainsKey("${{command}}:$last")) {{
        $found = $values["${{command}}:$last"]
    }} elseif (-not $command) {{
        $found = if ($word -like '-*') {{ $options[''] }} else {{ $commands }}
    }} elseif ($word -like '-*') {{
        $found = $options[$command]
    }} else {{
        $found = $values["${{command}}:"]
    }}
    if ($null -eq $found) {{ return }}
    $found.GetEnumerator() | Where-Object {{ $_.Key -like "$word*" }} | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new(
            $_.Key, $_.Key, 'ParameterValue', $_.Value)
    }}
}}
"""
Entries = list[tuple[str, str]]


def script() -> str:
    commands = [(command.name, parts.about(command)) for command in parts.COMMANDS]
    options = {"": _options(None, parts.EVERYWHERE)}
    values: dict[str, Entries] = {":--lang": [("en", "en"), ("zh", "zh")]}
    for command in parts.COMMANDS:
        options[command.name] = _options(command, command.options)
        for option in command.options:
            if option.choices:
                values[f"{command.name}:{option.name}"] = [(one, one) for one in option.choices]
        if command.operand == "[ID]":
            values[f"{command.name}:"] = [(name, name) for name in parts.RULE_NAMES]
    return _SCRIPT.format(
        head=parts.HEAD,
        commands=_lines(commands),
        options=_tables(options),
        values=_tables(values),
    )


def _options(command: parts.Command | None, options: tuple[parts.Option, ...]) -> Entries:
    return [
        (spelling, parts.meaning(command, option))
        for option in options
        for spelling in parts.spellings(option)
    ]


def _lines(entries: Entries, indent: int = 8) -> str:
    return "\n".join(f"{' ' * indent}{_quoted(key)} = {_quoted(said)}" for key, said in entries)


def _tables(tables: dict[str, Entries]) -> str:
    return "\n".join(
        f"        {_quoted(key)} = [ordered]@{{\n{_lines(entries, 12)}\n        }}"
        for key, entries in tables.items()
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
