"""What the man page says besides the help texts; in English, as man pages are."""

NAME = "calculus that shows its work, checks it, and says whether it is complete"

DESCRIPTION = (
    "calctool answers questions of calculus the way a textbook does, step by step. Each step is "
    "checked by a route that does not know the rules, and each answer says whether it is complete "
    "and why. What is not known is said; a wrong or silently incomplete answer is a bug.",
    "An expression is text such as 2x^3, sin(x)/x, |x-1| or Piecewise((x, x<1), (2, True)); put it "
    "in quotes. It may begin with a minus: an argument is an option only when it is -h or -o or "
    "begins with two minus signs. - reads the expression from standard input.",
    "Notes and doubts go to standard error, the answer to standard output.",
)

OPTIONS = ("Options may stand anywhere. A value may follow as the next argument or after =.",)

TABLES = {
    "EXIT STATUS": (
        ("0", "answered, and complete"),
        ("1", "a fault of calctool itself"),
        ("2", "wrong usage, or input that cannot be read"),
        ("3", "answered, but incomplete or undecided; batch: some lines were"),
        ("4", "stopped by the time or memory limit; what was finished is shown"),
        ("5", "a file could not be read or written"),
        ("130, 143, 141", "interrupted; terminated; standard output closed early"),
    ),
    "ENVIRONMENT": (
        ("CALCTOOL_LANG", "en or zh; before the locale, after --lang"),
        ("CALCTOOL_TIMEOUT", "seconds a question may take when --timeout is not given"),
        ("LC_ALL, LC_MESSAGES, LANG", "a Chinese locale makes the words Chinese"),
        ("NO_COLOR, FORCE_COLOR, TERM=dumb", "whether colors are used when --color is auto"),
        ("COLUMNS", "columns to fill when --width is not given"),
    ),
}

SEE_ALSO = (
    "calctool COMMAND --help; the conventions and the JSON contract in docs/interface.md, "
    "the Python interface in docs/api.md of the source.",
)
