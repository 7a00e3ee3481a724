"""The man page, in troff."""

from __future__ import annotations

import parts

from calctool.commands import command as record_of
from calctool.version import __version__
from calctool.words.help import manual

_ESCAPES = str.maketrans({"\\": "\\e", "-": "\\-", "'": "\\(aq", "^": "\\(ha", "~": "\\(ti"})


def script() -> str:
    lines = [
        f'.\\" {parts.HEAD.replace("Completion", "Manual")}',
        f'.TH CALCTOOL 1 "" "calctool {__version__}" "User Commands"',
        ".SH NAME",
        f"calctool \\- {_text(manual.NAME)}",
        ".SH SYNOPSIS",
    ]
    for command in parts.COMMANDS:
        rest = _text(f"] {command.operand}".rstrip())
        lines += [f".B calctool {_text(command.name)}", f'.RI [ options "{rest}"', ".br"]
    lines += [".SH DESCRIPTION", *_paragraphs(manual.DESCRIPTION), ".SH COMMANDS"]
    for command in parts.COMMANDS:
        lines += _command(command)
    lines += [".SH OPTIONS", *_paragraphs(manual.OPTIONS), *_options()]
    for title, rows in manual.TABLES.items():
        lines.append(f".SH {title}")
        for head, said in rows:
            lines += [".TP", f".B {_text(head)}", _text(said)]
    lines += [".SH SEE ALSO", *_paragraphs(manual.SEE_ALSO)]
    return "\n".join(lines) + "\n"


def _command(command: parts.Command) -> list[str]:
    record = record_of(command.name)
    details = record.details.en.replace("\n", " ")
    lines = [f".SS {_text(command.name)}", f"{_text(_sentence(parts.about(command)))}", ".PP"]
    lines += [_text(details), ".PP", ".nf", ".RS"]
    lines += [_line(example) for example in record.examples]
    return [*lines, ".RE", ".fi"]


def _options() -> list[str]:
    """Each option once, with the commands that have it."""
    lines: list[str] = []
    seen: dict[str, list[parts.Command]] = {}
    known: dict[str, parts.Option] = {}
    for command in parts.COMMANDS:
        for option in command.options:
            seen.setdefault(option.name, []).append(command)
            known.setdefault(option.name, option)
    for name, option in known.items():
        head = ", ".join(parts.spellings(option))
        value = f" {option.metavar}" if option.metavar else ""
        lines += [".TP", f".B {_text(head + value)}", _text(_meanings(option, seen[name]))]
    return lines


def _meanings(option: parts.Option, commands: list[parts.Command]) -> str:
    said = parts.meaning(None, option)
    if len(commands) < len(parts.COMMANDS):
        said += f" ({', '.join(command.name for command in commands)})"
    special = [
        f"{command.name}: {parts.meaning(command, option)}"
        for command in commands
        if parts.meaning(command, option) != parts.meaning(None, option)
    ]
    return "; ".join([said, *special]) + "."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _paragraphs(texts: tuple[str, ...]) -> list[str]:
    return [line for text in texts for line in (".PP", _line(text))][1:]


def _line(text: str) -> str:
    """A line that troff does not take for a request."""
    escaped = _text(text)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _text(text: str) -> str:
    return text.translate(_ESCAPES)
