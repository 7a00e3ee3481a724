"""A line as the arguments that a shell would have made of it, quotes being optional."""

from __future__ import annotations

from collections.abc import Mapping

from calctool.cli import argv, commands
from calctool.cli.lines.words import Word, unlettered, words
from calctool.commands import COMMANDS

_PROMPTS = ("$", ">>>", "calctool")
"""What is pasted with a line and says nothing."""


def arguments(line: str) -> list[str]:
    """What the command line has for a line; raises Problem where a word has two meanings.

    An expression without quotes goes on to the next option, and so does the value of an option
    behind it; there -w is no option but a minus, or refused. Behind an expression in quotes a word
    is what it is for a shell.
    """
    found = words(line)
    while found and found[0].text in _PROMPTS and not found[0].quoted:
        del found[0]
    if not found:
        return []
    name = found[0].text
    if name not in COMMANDS:
        return [word.text for word in found]
    operand, options = commands.shape(name)
    return [name, *_Line(line, found[1:], len(operand.split()), options).arguments()]


class _Line:
    """The words behind the command, and which of them are taken."""

    def __init__(
        self, line: str, found: list[Word], operands: int, options: Mapping[str, str]
    ) -> None:
        self.line = line
        self.words = found
        self.most = operands
        self.options = options
        self.at = 0
        self.is_free = False
        """Whether the expression stands there without quotes."""
        self.operands: list[str] = []
        self.flat: list[str] = []

    def arguments(self) -> list[str]:
        while self.at < len(self.words):
            word = self.words[self.at]
            if word.text == "--" and not word.quoted:
                self.at += 1
                self.operands.append(self._run(anything=True))
            elif _is_option(word) or self._is_letter(word):
                self._option()
            elif len(self.operands) == self.most - 1:
                self.operands.append(self._expression())
            else:
                self.at += 1
                self.operands.append(word.text)
        return [*self.flat, "--", *self.operands]

    def _option(self) -> None:
        word = self.words[self.at]
        self.at += 1
        name, equals, value = word.text.partition("=")
        name = argv.AFTER_EXPRESSION.get(name, name)
        self.flat.append(f"{name}{equals}{value}")
        looks = self.options.get(argv.LONG.get(name, name), "")
        if equals or not looks or not self._has_value(name):
            return
        if not self.is_free:
            self.flat.append(self.words[self.at].text)
            self.at += 1
        else:
            self.flat.append(self._run())

    def _has_value(self, name: str) -> bool:
        there = self.at < len(self.words) and not _is_option(self.words[self.at])
        left_out = argv.IF_LEFT_OUT.get(name)
        return there and (left_out is None or self.words[self.at].text in left_out)

    def _is_letter(self, word: Word) -> bool:
        """Whether it is an option of a letter, behind an expression in quotes."""
        is_behind = len(self.operands) == self.most and not self.is_free
        return is_behind and not word.quoted and _letter(word) in argv.AFTER_EXPRESSION

    def _expression(self) -> str:
        self.is_free = not self.words[self.at].quoted
        if self.is_free:
            for word in self.words[self.at + 1 :]:
                if not word.quoted and (option := argv.AFTER_EXPRESSION.get(_letter(word))):
                    raise unlettered(word, option)
        return self._run()

    def _run(self, *, anything: bool = False) -> str:
        """The words up to the next option as they were typed; one in quotes stands alone."""
        if self.at == len(self.words):
            return ""
        first = last = self.words[self.at]
        self.at += 1
        if first.quoted:
            return first.text
        while self.at < len(self.words) and (anything or not _is_option(self.words[self.at])):
            last = self.words[self.at]
            self.at += 1
        return self.line[first.start : last.end]


def _letter(word: Word) -> str:
    return word.text.partition("=")[0]


def _is_option(word: Word) -> bool:
    return not word.quoted and argv.is_option(word.text)
