"""What other programs call our options, for the hint of a wrong one."""

COMMANDS = {
    "functions": "rules functions",
    "help": "--help", "version": "--version", "-v": "--version", "-V": "--version",
    "-help": "--help", "-?": "--help", "/?": "--help", "-version": "--version",
}  # fmt: skip
"""What is no command of its own; the records of the commands have the other words."""

OPTIONS = {
    "--var": "--wrt", "--vars": "--wrt", "--variable": "--wrt", "--variables": "--wrt",
    "--respect-to": "--wrt", "--with-respect-to": "--wrt",
    "--constraint": "--subject-to", "--constraints": "--subject-to", "--sub": "--subject-to",
    "--st": "--subject-to", "--s.t.": "--subject-to", "--such-that": "--subject-to",
    "--latex": "--format latex", "--tex": "--format latex", "--html": "--format html",
    "--markdown": "--format markdown", "--md": "--format markdown", "--text": "--format text",
    "--verbose": "--steps full", "--quiet": "--steps none", "--brief": "--steps brief",
    "--interval": "--domain", "--range": "--domain", "--on": "--domain", "--in": "--domain",
    "--point": "--at", "--value": "--at", "--param": "--where", "--parameter": "--where",
    "--subs": "--where", "--set": "--where", "--let": "--where", "--given": "--where",
    "--nth": "--order", "--n": "--order", "--implicit": "--of", "--out": "--output",
    "--file": "--output", "--language": "--lang", "--precision": "--digits",
    "--jobs": "--workers", "--parallel": "--workers", "--memory": "--max-memory",
}  # fmt: skip

LETTERS = {
    "s": "--subject-to", "w": "--wrt", "x": "--wrt", "v": "--version", "V": "--version",
    "d": "--domain", "n": "--order", "c": "--subject-to", "a": "--at", "l": "--lang",
    "p": "--plot", "f": "--format", "j": "--json", "t": "--timeout",
}  # fmt: skip
"""One dash and one letter, as many programs have it."""
